#include "quiz/flaw.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "content/value.h"
#include "quiz/claim.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* The question with what several rules look at. */
struct look {
    const struct question *question;
    bool right[QUESTION_OPTIONS];
    uint64_t folds[QUESTION_OPTIONS];
    struct value values[QUESTION_OPTIONS];
    uint32_t lengths[QUESTION_OPTIONS];
    bool all_numbers, all_days;
};

static bool has_any(const char *text, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (strstr(text, words[i])) return true;
    }
    return false;
}

static struct look look_at(const struct question *question, struct arena *scratch) {
    struct look look = {.question = question, .all_numbers = true, .all_days = true};
    for (uint32_t i = 0; i < question->key.count; i++) look.right[question->key.picks[i]] = true;
    for (uint32_t i = 0; i < question->option_count; i++) {
        look.values[i] = value_read(scratch, question->options[i]);
        look.folds[i] = fold_hash(str_of(question->options[i]));
        look.lengths[i] = (uint32_t)utf8_count(str_of(question->options[i]));
        look.all_numbers &= look.values[i].type == VALUE_NUMBER;
        look.all_days &= look.values[i].type == VALUE_DAYS;
    }
    return look;
}

static bool is_choice(const struct question *question) {
    return question->form == FORM_SINGLE || question->form == FORM_MULTIPLE;
}

static bool has_same_options(const struct look *look) {
    for (uint32_t i = 0; i < look->question->option_count; i++) {
        for (uint32_t k = 0; k < i; k++) {
            if (look->folds[i] == look->folds[k]) return true;
        }
    }
    return false;
}

static bool option_has(const struct look *look, const char *const *words, size_t count) {
    for (uint32_t i = 0; i < look->question->option_count; i++) {
        if (has_any(look->question->options[i], words, count)) return true;
    }
    return false;
}

static bool has_all_of_these(const struct look *look) {
    static const char *const words[] = {"以上都", "以上均", "都不是", "都不对", "以上全",
                                        "以上皆", "全选",   "A和B",   "A、B"};
    return option_has(look, words, COUNT(words));
}

static bool is_numbered(const struct look *look) {
    static const char *const words[] = {"①", "②", "③", "④", "⑤"};
    return option_has(look, words, COUNT(words));
}

/* What is asked: behind the last full stop, without what is quoted. */
static void question_part(const char *stem, char *out, size_t room) {
    const char *at = stem;
    for (const char *stop = strstr(at, "。"); stop; stop = strstr(at, "。")) {
        if (!stop[strlen("。")]) break;
        at = stop + strlen("。");
    }
    size_t len = 0;
    bool quoted = false;
    while (*at && len + 4 < room) {
        if (!strncmp(at, "“", 3) || !strncmp(at, "《", 3)) quoted = true;
        if (!quoted) out[len++] = *at;
        if (!strncmp(at, "”", 3) || !strncmp(at, "》", 3)) {
            quoted = false;
            at += 2;
        }
        at++;
    }
    out[len] = 0;
}

static bool has_unstressed_negative(const struct look *look) {
    static const char *const words[] = {"不属于", "不包括", "不包含", "不是",   "不在", "不含",
                                        "没有",   "不正确", "不应",   "错误的", "有误", "除外"};
    char part[1024];
    const char *emphasis = look->question->emphasis;
    if (*emphasis) return !strstr(look->question->stem, emphasis);
    question_part(look->question->stem, part, sizeof part);
    return has_any(part, words, COUNT(words));
}

/* Whether a property tells the key from all wrong options. */
static bool tells_key(const struct look *look, bool (*differs)(const struct look *, uint32_t, uint32_t)) {
    uint32_t key = look->question->key.picks[0];
    for (uint32_t i = 0; i < look->question->option_count; i++) {
        if (!look->right[i] && !differs(look, key, i)) return false;
    }
    return true;
}

static bool unit_differs(const struct look *look, uint32_t a, uint32_t b) {
    return strcmp(look->values[a].unit, look->values[b].unit) != 0;
}

static bool hedge_differs(const struct look *look, uint32_t a, uint32_t b) {
    return look->values[a].hedge != look->values[b].hedge;
}

static bool starts(const char *text, const char *mark) {
    return !strncmp(text, mark, strlen(mark));
}

static bool marks_differ(const struct look *look, uint32_t a, uint32_t b) {
    const char *left = look->question->options[a], *right = look->question->options[b];
    return starts(left, "《") != starts(right, "《") || starts(left, "“") != starts(right, "“");
}

static bool stop_differs(const struct look *look, uint32_t a, uint32_t b) {
    struct str left = str_of(look->question->options[a]), right = str_of(look->question->options[b]);
    return str_ends(left, STR("。")) != str_ends(right, STR("。"));
}

static bool is_inside(const struct value *a, const struct value *b) {
    return a->first_day >= b->first_day && a->last_day <= b->last_day;
}

static bool overlap(const struct look *look, uint32_t a, uint32_t b) {
    const struct value *left = &look->values[a], *right = &look->values[b];
    if (look->all_days) return is_inside(left, right) || is_inside(right, left);
    enum relation relation = value_compare(left, right);
    return relation == RELATION_OVERLAP || relation == RELATION_SAME;
}

static bool has_overlap(const struct look *look) {
    if (!look->all_numbers && !look->all_days) return false;
    for (uint32_t i = 0; i < look->question->option_count; i++) {
        for (uint32_t k = 0; k < i; k++) {
            if (overlap(look, i, k)) return true;
        }
    }
    return false;
}

static bool is_unsorted(const struct look *look) {
    for (uint32_t i = 1; i < look->question->option_count; i++) {
        const struct value *a = &look->values[i - 1], *b = &look->values[i];
        if (look->all_numbers && a->thousandths > b->thousandths) return true;
        if (look->all_days && a->first_day > b->first_day) return true;
    }
    return false;
}

/* …是（　） with an option that starts with 是. */
static bool has_doubled_word(const struct look *look) {
    struct str stem = str_of(look->question->stem), blank = STR("（　）");
    if (!str_ends(stem, blank) || stem.len < blank.len + 3) return false;
    struct str tail = str_cut(stem, stem.len - blank.len - 3, stem.len - blank.len);
    for (uint32_t i = 0; i < look->question->option_count; i++) {
        if (str_starts(str_of(look->question->options[i]), tail)) return true;
    }
    return false;
}

static bool has_key_in_stem(const struct look *look) {
    const struct question *question = look->question;
    for (uint32_t i = 0; i < question->key.count; i++) {
        if (strstr(question->stem, question->options[question->key.picks[i]])) return true;
    }
    return false;
}

static bool is_unfocused(const struct look *look) {
    const char *stem = look->question->stem;
    return utf8_count(str_of(stem)) < 12 && (strstr(stem, "说法") || strstr(stem, "正确的是"));
}

static bool names_a_letter(const char *text) {
    static const char *const words[] = {"答案是", "答案为", "正确选项", "选A", "选B", "选C",
                                        "选D",    "故选",   "A项",      "B项", "C项", "D项"};
    return has_any(text, words, COUNT(words));
}

static bool has_longest_key(const struct look *look) {
    uint32_t key = look->lengths[look->question->key.picks[0]], others = 0, count = 0;
    for (uint32_t i = 0; i < look->question->option_count; i++) {
        if (look->right[i]) continue;
        others += look->lengths[i];
        count++;
    }
    return count && key * count * 2 >= others * 3 && key * count >= others + 3 * count;
}

static bool has_absolute_cue(const struct look *look) {
    static const char *const words[] = {"一定", "所有", "任何", "完全",     "绝对",
                                        "永远", "只有", "一律", "百分之百", "唯一"};
    uint32_t right = 0, wrong = 0;
    for (uint32_t i = 0; i < look->question->option_count; i++) {
        bool has = has_any(look->question->options[i], words, COUNT(words));
        right += has && look->right[i];
        wrong += has && !look->right[i];
    }
    return (right > 0) != (wrong > 0);
}

static bool has_vague_word(const struct look *look) {
    static const char *const words[] = {"通常", "一般", "往往", "适当"};
    return option_has(look, words, COUNT(words));
}

static bool wrong_has(const struct look *look, struct str part) {
    for (uint32_t i = 0; i < look->question->option_count; i++) {
        if (!look->right[i] && str_has(str_of(look->question->options[i]), part)) return true;
    }
    return false;
}

/* Three characters that the key shares with the stem and no wrong option has. */
static bool repeats_stem(const struct look *look) {
    struct str key = str_of(look->question->options[look->question->key.picks[0]]),
               stem = str_of(look->question->stem);
    for (const char *at = key.at, *end = key.at + key.len; at < end;) {
        struct str part = utf8_head((struct str){at, (size_t)(end - at)}, 3);
        if (utf8_count(part) == 3 && str_has(stem, part) && !wrong_has(look, part)) return true;
        utf8_next(&at, end);
    }
    return false;
}

static bool has_early_blank(const struct look *look) {
    struct str stem = str_of(look->question->stem);
    size_t at = str_find(stem, STR("（　）"));
    return at < stem.len && at * 5 < stem.len * 4;
}

static uint32_t choice_flaws(const struct look *look) {
    uint32_t flaws = 0;
    if (has_same_options(look)) flaws |= 1u << FLAW_SAME_OPTIONS;
    if (has_all_of_these(look)) flaws |= 1u << FLAW_ALL_OF_THESE;
    if (is_numbered(look)) flaws |= 1u << FLAW_NUMBERED;
    if (look->all_numbers && tells_key(look, unit_differs)) flaws |= 1u << FLAW_UNIT_CUE;
    if (look->all_numbers && tells_key(look, hedge_differs)) flaws |= 1u << FLAW_HEDGE_CUE;
    if (tells_key(look, marks_differ)) flaws |= 1u << FLAW_MARKS_CUE;
    if (tells_key(look, stop_differs)) flaws |= 1u << FLAW_STOP_CUE;
    if (has_overlap(look)) flaws |= 1u << FLAW_OVERLAP;
    if (is_unsorted(look)) flaws |= 1u << FLAW_UNSORTED;
    if (has_doubled_word(look)) flaws |= 1u << FLAW_DOUBLED;
    if (has_key_in_stem(look)) flaws |= 1u << FLAW_KEY_IN_STEM;
    return flaws;
}

static uint32_t choice_warnings(const struct look *look) {
    uint32_t flaws = 0;
    bool is_single = look->question->form == FORM_SINGLE;
    if (is_single && has_longest_key(look)) flaws |= 1u << FLAW_LONGEST_KEY;
    if (has_absolute_cue(look)) flaws |= 1u << FLAW_ABSOLUTE_WORDS;
    if (has_vague_word(look)) flaws |= 1u << FLAW_VAGUE_WORDS;
    if (is_single && repeats_stem(look)) flaws |= 1u << FLAW_REPEATED_WORDS;
    return flaws;
}

static uint32_t text_flaws(const struct look *look) {
    const struct question *question = look->question;
    uint32_t flaws = 0;
    if (question->form != FORM_JUDGE && has_unstressed_negative(look)) flaws |= 1u << FLAW_NEGATIVE;
    if (is_unfocused(look)) flaws |= 1u << FLAW_UNFOCUSED;
    if (!question->source) flaws |= 1u << FLAW_NO_SOURCE;
    if (!*question->explanation) flaws |= 1u << FLAW_NO_EXPLANATION;
    if (names_a_letter(question->explanation)) flaws |= 1u << FLAW_ANSWER_LETTER;
    if (has_early_blank(look)) flaws |= 1u << FLAW_EARLY_BLANK;
    if (utf8_count(str_of(question->stem)) > 60) flaws |= 1u << FLAW_LONG_STEM;
    return flaws;
}

uint32_t question_flaws(const struct question *question, struct arena *scratch) {
    struct look look = look_at(question, scratch);
    uint32_t flaws = text_flaws(&look);
    if (is_choice(question)) flaws |= choice_flaws(&look) | choice_warnings(&look);
    return flaws;
}

static const struct {
    const char *title;
    bool critical;
} flaw_rows[FLAWS] = {
    [FLAW_NONE] = {"没有问题", false},
    [FLAW_SAME_OPTIONS] = {"选项重复", true},
    [FLAW_ALL_OF_THESE] = {"选项里有“以上都是”一类的说法", true},
    [FLAW_NUMBERED] = {"选项是①②③的组合", true},
    [FLAW_NEGATIVE] = {"否定词没有标出来", true},
    [FLAW_UNIT_CUE] = {"只有正确项的单位不同", true},
    [FLAW_HEDGE_CUE] = {"只有正确项带（或不带）“约”“余”", true},
    [FLAW_MARKS_CUE] = {"只有正确项带（或不带）书名号、引号", true},
    [FLAW_STOP_CUE] = {"只有正确项带（或不带）句号", true},
    [FLAW_OVERLAP] = {"数字或日期互相包含", true},
    [FLAW_UNSORTED] = {"数字或日期没有从小到大排", true},
    [FLAW_DOUBLED] = {"题干末尾和选项开头重复", true},
    [FLAW_KEY_IN_STEM] = {"题干里写出了答案", true},
    [FLAW_UNFOCUSED] = {"题干没有说清问什么", true},
    [FLAW_NO_SOURCE] = {"没有来源", true},
    [FLAW_NO_EXPLANATION] = {"没有解析", true},
    [FLAW_ANSWER_LETTER] = {"解析里写了选项字母", true},
    [FLAW_LONGEST_KEY] = {"正确项明显最长", false},
    [FLAW_ABSOLUTE_WORDS] = {"“一定”“所有”等词只在一边", false},
    [FLAW_VAGUE_WORDS] = {"选项里有“通常”“一般”等含糊的词", false},
    [FLAW_REPEATED_WORDS] = {"只有正确项重复题干的词", false},
    [FLAW_EARLY_BLANK] = {"空格不在题干末尾", false},
    [FLAW_LONG_STEM] = {"题干超过60字", false},
};
_Static_assert(FLAWS == 23 && FLAWS <= 32, "a flaw has a row here and a bit in question_flaws");

const char *flaw_title(enum flaw flaw) {
    return flaw_rows[flaw].title;
}
bool flaw_is_critical(enum flaw flaw) {
    return flaw_rows[flaw].critical;
}

enum flaw question_flaw(const struct question *question, struct arena *scratch) {
    uint32_t flaws = question_flaws(question, scratch);
    for (uint32_t i = 0; i < FLAWS; i++) {
        if (flaws >> i & 1 && flaw_is_critical((enum flaw)i)) return (enum flaw)i;
    }
    return FLAW_NONE;
}
