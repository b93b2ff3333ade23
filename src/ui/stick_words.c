#include "ui/stick_words.h"

enum word stick_scores_word(enum stick_scores scores) {
    static const enum word words[] = {[STICK_NO_SCORES] = WORD_STICK_NO_SCORES,
                                      [STICK_UNWRITTEN] = WORD_STICK_UNWRITTEN,
                                      [STICK_WRITTEN] = WORD_STICK_WRITTEN};
    return words[scores];
}

enum word stick_content_word(enum stick_content content) {
    static const enum word words[] = {[STICK_NO_CONTENT] = WORD_STICK_NO_CONTENT,
                                      [STICK_NOT_NEWER] = WORD_STICK_NOT_NEWER,
                                      [STICK_UNSOUND] = WORD_STICK_UNSOUND,
                                      [STICK_UNCOPIED] = WORD_STICK_UNCOPIED,
                                      [STICK_TAKEN] = WORD_STICK_TAKEN};
    return words[content];
}

struct str stick_merged_text(struct arena *arena, const struct stick_outcome *outcome) {
    if (outcome->merged_badly) return word_get(WORD_STICK_MERGED_BADLY);
    if (!outcome->machines) return word_get(WORD_STICK_NOTHING_TO_MERGE);
    return word_number(arena, WORD_STICK_MERGED, outcome->machines);
}
