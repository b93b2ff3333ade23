#include <string.h>

#include "base/utf8.h"
#include "quiz/kinds.h"

/* 选字填空: the characters that are missing from a slogan, a title or a phrase are picked in turn out of a
   handful. No other known phrase may come out of the same handful. */

enum { FILL_MOST = 6, FILL_OPTIONS = QUESTION_OPTIONS };

static const char *const stems_fill[] = {"点选汉字，补全{N}：{T}", "{N}里，缺了哪{V}个字？{T}",
                                         "请把{N}补完整：{T}"};

struct letters {
    const char *list[FILL_OPTIONS];
    uint32_t count;
};

bool fill_applies(const struct content *content, uint32_t index) {
    size_t count = utf8_count(str_of(content->phrases[index].blank));
    return count >= 2 && count <= FILL_MOST;
}

static bool has_letter(const struct letters *letters, const char *letter) {
    for (uint32_t i = 0; i < letters->count; i++) {
        if (!strcmp(letters->list[i], letter)) return true;
    }
    return false;
}

/* Adds the Han characters of the text until there are `most`. Twice only when the answer needs it twice. */
static void add_letters(const struct draft *draft, struct letters *letters, const char *text, uint32_t most,
                        bool twice) {
    const char *at = text, *end = text + strlen(text);
    while (at < end && letters->count < most) {
        const char *begin = at;
        if (!utf8_is_han(utf8_next(&at, end))) continue;
        const char *letter = arena_text(draft->arena, begin, (size_t)(at - begin));
        if (twice || !has_letter(letters, letter)) letters->list[letters->count++] = letter;
    }
}

static bool can_spell(const struct letters *letters, struct str word) {
    bool used[FILL_OPTIONS] = {false};
    for (const char *at = word.at, *end = word.at + word.len; at < end;) {
        const char *begin = at;
        utf8_next(&at, end);
        uint32_t i = 0;
        size_t len = (size_t)(at - begin);
        while (i < letters->count &&
               (used[i] || strlen(letters->list[i]) != len || memcmp(letters->list[i], begin, len) != 0)) {
            i++;
        }
        if (i == letters->count) return false;
        used[i] = true;
    }
    return true;
}

/* Another phrase that is equal around the blank and can be spelt with these characters would be right as
 * well. */
static bool is_second_answer(const struct phrase *phrase, const struct phrase *other,
                             const struct letters *letters) {
    size_t before = phrase->blank_at, blank = strlen(phrase->blank), len = strlen(phrase->text);
    const char *tail = phrase->text + before + blank;
    if (strlen(other->text) != len || !strcmp(other->text, phrase->text)) return false;
    if (strncmp(other->text, phrase->text, before) != 0) return false;
    if (strcmp(other->text + before + blank, tail) != 0) return false;
    return can_spell(letters, (struct str){other->text + before, blank});
}

static bool is_unique(const struct draft *draft, const struct phrase *phrase, const struct letters *letters) {
    for (uint32_t i = 0; i < draft->content->phrase_count; i++) {
        if (is_second_answer(phrase, &draft->content->phrases[i], letters)) return false;
    }
    return true;
}

static const char *with_blank(const struct draft *draft, const struct phrase *phrase, size_t missing) {
    const char *marks = "";
    for (size_t i = 0; i < missing; i++) marks = arena_printf(draft->arena, "%s＿", marks);
    return arena_printf(draft->arena, "%.*s%s%s", (int)phrase->blank_at, phrase->text, marks,
                        phrase->text + phrase->blank_at + strlen(phrase->blank));
}

static void add_wrong_letters(const struct draft *draft, const struct phrase *phrase, struct letters *letters,
                              uint32_t most) {
    add_letters(draft, letters, phrase->lures, most, false);
    uint32_t count = draft->content->phrase_count, first = draft_below(draft, DRAW_START, 0, count);
    for (uint32_t i = 0; i < count && letters->count < most; i++) {
        const struct phrase *other = &draft->content->phrases[(first + i) % count];
        if (other != phrase) add_letters(draft, letters, other->blank, most, false);
    }
}

static void ask(struct draft *draft, const struct phrase *phrase, size_t missing) {
    static const char *const numerals[] = {"", "", "两", "三", "四", "五", "六"};
    struct slots slots = {
        .name = phrase->name, .text = with_blank(draft, phrase, missing), .value = numerals[missing]};
    struct texts stems = {stems_fill, sizeof stems_fill / sizeof stems_fill[0]};
    draft->question->form = FORM_FILL;
    draft->question->stem = draft_fill(draft, draft_phrase(draft, stems), &slots);
    draft->question->hint = arena_printf(draft->arena, "按顺序点选%s个字", numerals[missing]);
    draft->lead = arena_printf(draft->arena, "%s：%s。", phrase->name, phrase->text);
    draft_say(draft, phrase->why);
}

bool fill_make(struct draft *draft) {
    const struct phrase *phrase = &draft->content->phrases[draft->item.record];
    uint32_t missing = (uint32_t)utf8_count(str_of(phrase->blank));
    struct letters letters = {.count = 0};
    uint8_t place[QUESTION_OPTIONS];
    draft_from(draft, &phrase->record);
    add_letters(draft, &letters, phrase->blank, FILL_OPTIONS, true);
    if (letters.count != missing) return false;
    add_wrong_letters(draft, phrase, &letters, 3 * missing < FILL_OPTIONS ? 3 * missing : FILL_OPTIONS);
    if (letters.count < 2 * missing || !is_unique(draft, phrase, &letters)) return false;
    ask(draft, phrase, missing);
    draft_shuffle(draft, letters.list, letters.count, place);
    draft->question->key.count = (uint8_t)missing;
    memcpy(draft->question->key.picks, place, missing);
    return true;
}
