#include "content/lint.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "content/pictures.h"
#include "content/value.h"

/* Nearly every check wants to know how long the texts are: they are measured once. */
struct measured {
    const struct written *written;
    struct str stem, options[WRITTEN_OPTIONS];
};

static struct measured measure(const struct written *q) {
    struct measured measured = {.written = q, .stem = str_of(q->stem)};
    for (uint32_t i = 0; i < q->option_count; i++) measured.options[i] = str_of(q->options[i]);
    return measured;
}

static bool is_choice(const struct written *q) {
    return q->form == FORM_SINGLE || q->form == FORM_MULTIPLE;
}
static bool is_right(const struct written *q, uint32_t option) {
    return q->answer >> option & 1;
}

/* ---- options ---- */

/* "A.", "A、", "（A）" in front of option A. */
static bool is_labelled(struct str text, uint32_t place) {
    static const char *const ends[] = {".", "、", "．", "：", ":", ")", "）", "，"};
    if (str_starts(text, STR("（"))) text = str_cut(text, 3, text.len);
    if (str_starts(text, STR("("))) text = str_cut(text, 1, text.len);
    if (text.len < 2 || (text.at[0] & ~0x20) != (int)('A' + place)) return false;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        if (str_starts(str_cut(text, 1, text.len), str_of(ends[i]))) return true;
    }
    return false;
}

static void check_labels(struct element *element, const struct measured *q) {
    for (uint32_t i = 0; i < q->written->option_count; i++) {
        if (!is_labelled(q->options[i], i)) continue;
        element_problem(element, MESSAGE_LABELLED, "options", (int)i, "字母由程序加，位置也会打乱",
                        "删去选项前面的字母和标点。");
        return;
    }
}

static void check_all_above(struct element *element, const struct written *q) {
    const struct telltales *telltales = &element->content->catalog->telltales;
    for (uint32_t i = 0; i < q->option_count; i++) {
        if (q->pinned_last && i + 1 == q->option_count) continue;
        struct str text = str_of(q->options[i]);
        if (text.len > 36 || !telltale_find(telltales, TELLTALE_ALL_ABOVE, text).len) continue;
        element_problem(element, MESSAGE_ALL_ABOVE, "options", (int)i, "选项的顺序每次不同，“以上”会落空",
                        "放在最后并加上 \"pinned_last\": true；更好的做法是改成多选题。");
    }
}

static void check_absolute(struct element *element, const struct written *q) {
    const struct telltales *telltales = &element->content->catalog->telltales;
    int found = -1;
    struct str word = STR("");
    for (uint32_t i = 0; i < q->option_count; i++) {
        struct str here = telltale_find(telltales, TELLTALE_ABSOLUTE, str_of(q->options[i]));
        if (here.len && is_right(q, i)) return;
        if (here.len && found < 0) {
            found = (int)i;
            word = here;
        }
    }
    if (found < 0) return;
    element_problem(element, MESSAGE_ABSOLUTE, "options", found,
                    element_words(element, "“%.*s”让人一眼看出它是错的", (int)word.len, word.at),
                    "去掉这个词，或者让正确选项也用同样的口气。");
}

/* ---- words that the stem and the key share ---- */

enum { SHARED = 5, HAN = 3 }; /* characters: shorter ones are shared by chance */

static bool is_han_at(const char *at) {
    unsigned char lead = (unsigned char)*at;
    return lead >= 0xE4 && lead <= 0xE9;
}

/* The next place from `at` of this one character, or the end. Its last byte is looked for: of the three it
   differs most from one character to the next. */
static size_t find_han(struct str text, size_t at, const char *han) {
    for (at += HAN - 1; at < text.len; at++) {
        const char *last = memchr(text.at + at, han[HAN - 1], text.len - at);
        if (!last) break;
        at = (size_t)(last - text.at);
        if (last[-1] == han[1] && last[-2] == han[0]) return at - (HAN - 1);
    }
    return text.len;
}

static bool others_have(const struct measured *q, uint32_t key, struct str part) {
    for (uint32_t i = 0; i < q->written->option_count; i++) {
        if (i != key && str_has(q->options[i], part)) return true;
    }
    return false;
}

static void report_repeated(struct element *element, uint32_t key, struct str part) {
    element_problem(element, MESSAGE_REPEATED, "options", (int)key,
                    element_words(element, "“%.*s”题干里也有，别的选项都没有", (int)part.len, part.at),
                    "换一种说法，或者让别的选项也含有这个词。");
}

static uint32_t only_key(const struct written *q) {
    uint32_t key = 0;
    while (!is_right(q, key)) key++;
    return key;
}

/* The Han characters around `at` in the option that also stand around `there` in the stem. */
static struct str common_part(struct str option, const char *at, struct str stem, const char *there) {
    const char *begin = at, *end = at + HAN, *stem_end = there + HAN;
    while (begin - HAN >= option.at && there - HAN >= stem.at && is_han_at(begin - HAN) &&
           memcmp(begin - HAN, there - HAN, HAN) == 0) {
        begin -= HAN;
        there -= HAN;
    }
    while (end + HAN <= option.at + option.len && stem_end + HAN <= stem.at + stem.len && is_han_at(end) &&
           memcmp(end, stem_end, HAN) == 0) {
        end += HAN;
        stem_end += HAN;
    }
    return (struct str){begin, (size_t)(end - begin)};
}

static struct str part_in_stem(struct str option, const char *at, struct str stem) {
    for (size_t there = 0; (there = find_han(stem, there, at)) < stem.len; there += HAN) {
        struct str part = common_part(option, at, stem, stem.at + there);
        if (part.len >= SHARED * HAN) return part;
    }
    return STR("");
}

/* A part of five characters covers one of every five: only those are looked up in the stem. */
static void check_repeated(struct element *element, const struct measured *q) {
    uint32_t key = only_key(q->written), run = 0;
    struct str stem = q->stem, option = q->options[key];
    if (stem.len < SHARED * HAN) return;
    for (const char *at = option.at, *end = at + option.len; at < end;) {
        bool is_han = is_han_at(at);
        run = is_han ? run + 1 : 0;
        if (is_han && run % SHARED == 0) {
            struct str part = part_in_stem(option, at, stem);
            if (part.len && !others_have(q, key, part)) {
                report_repeated(element, key, part);
                return;
            }
        }
        at += is_han ? HAN : 1;
    }
}

/* ---- ranges ---- */

/* Among these eight bytes are digits, or : ; < = > ? which lie next to them. */
static bool may_have_digit(const char *at) {
    const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
    uint64_t other = (memory_load64(at) & ones * 0xF0) ^ ones * '0';
    return (other - ones) & ~other & highs;
}

static bool has_digit(struct str text) {
    size_t at = 0;
    while (text.len - at >= 8 && !may_have_digit(text.at + at)) at += 8;
    for (; at < text.len; at++) {
        if (text.at[at] >= '0' && text.at[at] <= '9') return true;
    }
    return false;
}

static bool is_range(const struct value *value) {
    return value->type == VALUE_NUMBER || value->type == VALUE_DAYS;
}

static uint32_t options_with_digits(const struct measured *q) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < q->written->option_count; i++) count += has_digit(q->options[i]);
    return count;
}

static bool overlap(const struct value *a, const struct value *b) {
    return is_range(a) && is_range(b) && value_compare(a, b) == RELATION_OVERLAP;
}

static void check_overlaps(struct element *element, const struct measured *measured) {
    if (options_with_digits(measured) < 2) return;
    const struct written *q = measured->written;
    struct value values[WRITTEN_OPTIONS];
    for (uint32_t i = 0; i < q->option_count; i++) {
        values[i] = value_read(element->arena, q->options[i]);
        for (uint32_t k = 0; k < i; k++) {
            if (!overlap(&values[i], &values[k])) continue;
            element_problem(element, MESSAGE_OVERLAP, "options", (int)i,
                            element_words(element, "和选项 %c“%s”有重叠", (int)('A' + k), q->options[k]),
                            "改成互不重叠的数字或日期。");
            return;
        }
    }
}

/* ---- the stem ---- */

static void check_emphasis(struct element *element, const struct written *q) {
    if (!element->fields[ROW_EMPHASIS] || str_has(str_of(q->stem), str_of(q->emphasis))) return;
    element_problem(element, MESSAGE_EMPHASIS, "emphasis", -1, "题干里找不到这几个字", "照题干里的原字写。");
}

/* 不 that is part of another word says nothing about the question. */
static bool is_negation(struct str rest) {
    static const char *const words[] = {"不同", "不断", "不良", "不法", "不可", "不仅", "不但",
                                        "不少", "不超", "不低", "不高", "不满", "不足", "不明",
                                        "不安", "不当", "不实", "不必", "不泄", "不被", "不小",
                                        "不慎", "不再", "不管", "不论", "不久", "不间"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (str_starts(rest, str_of(words[i]))) return false;
    }
    return true;
}

static bool asks_which(struct str stem) {
    return str_has(stem, STR("哪")) || str_has(stem, STR("的是"));
}

/* 下列哪种做法不…？ with a 不 that the program does not know how to stress. */
static void check_negative(struct element *element, const struct measured *q) {
    if (*q->written->emphasis) return;
    struct str stem = q->stem;
    for (size_t at = 0; (at = find_han(stem, at, "不")) < stem.len; at += HAN) {
        struct str rest = str_cut(stem, at, stem.len);
        if (!is_negation(rest) || !asks_which(stem)) continue;
        struct str word = utf8_head(rest, 2);
        element_problem(
            element, MESSAGE_NEGATIVE, "stem", -1, "读题快的人会漏看“不”",
            element_words(element, "写明要加重的词：\"emphasis\": \"%.*s\"", (int)word.len, word.at));
        return;
    }
}

/* ---- length, explanation, picture ---- */

static void check_length(struct element *element, const char *key, int index, struct str text,
                         uint32_t most) {
    if (text.len <= most) return;
    size_t count = utf8_count(text);
    if (count <= most) return;
    element_problem(element, MESSAGE_LONG, key, index,
                    element_words(element, "共 %u 个字，最好不超过 %u 个", (unsigned)count, (unsigned)most),
                    "删去不影响作答的话；这么长，只有课堂会出这道题。");
}

static void check_lengths(struct element *element, const struct measured *q) {
    enum { STEM = 120, OPTION = 60, EXPLANATION = 200 };
    check_length(element, "stem", -1, q->stem, STEM);
    check_length(element, "explanation", -1, str_of(q->written->explanation), EXPLANATION);
    for (uint32_t i = 0; i < q->written->option_count; i++)
        check_length(element, "options", (int)i, q->options[i], OPTION);
}

static void check_explanation(struct element *element, const struct written *q) {
    if (*q->explanation) return;
    element_problem(element, MESSAGE_UNEXPLAINED, "", -1, "没有 \"explanation\"",
                    "写一两句为什么：\"explanation\": \"…\"");
}

static void check_all_right(struct element *element, const struct written *q) {
    if (q->answer != (1u << q->option_count) - 1) return;
    element_problem(element, MESSAGE_ALL_RIGHT, "answer", -1, "全选就对，分不出会不会", "加一个错误的选项。");
}

/* ---- the bank as a whole ---- */

static bool is_longest(const struct measured *q, uint32_t key) {
    size_t len = q->options[key].len;
    for (uint32_t i = 0; i < q->written->option_count; i++) {
        if (i != key && q->options[i].len + 6 > len) return false;
    }
    return true;
}

static void count_question(struct bank *bank, const struct measured *q) {
    uint32_t key = only_key(q->written);
    bank->count++;
    bank->at[key]++;
    bank->longest += is_longest(q, key);
}

static void report_bank(struct checks *checks, enum message message, const char *remark, const char *fix) {
    const char *path = checks->loader->content->files[checks->bank.file].path;
    file_problem(checks->loader, message, path, remark, fix, "题目照常使用。");
}

/* Three in five is far beyond chance for twenty questions or more. */
static bool is_habit(uint32_t count, uint32_t of) {
    return (uint64_t)count * 5 >= (uint64_t)of * 3;
}

static void report_habits(struct checks *checks) {
    const struct bank *bank = &checks->bank;
    if (bank->count < BANK_LEAST) return;
    for (uint32_t i = 0; i < WRITTEN_OPTIONS; i++) {
        if (!is_habit(bank->at[i], bank->count)) continue;
        report_bank(checks, MESSAGE_KEY_PLACE,
                    diag_text(checks->loader->diags, "这个内容包的 %u 道单选题里，有 %u 道的答案是 %c",
                              (unsigned)bank->count, (unsigned)bank->at[i], (int)('A' + i)),
                    "屏幕上会打乱顺序，但印成试卷就会被猜中：把答案的位置排匀。");
    }
    if (!is_habit(bank->longest, bank->count)) return;
    report_bank(checks, MESSAGE_KEY_LONGEST,
                diag_text(checks->loader->diags, "这个内容包的 %u 道单选题里，有 %u 道的答案明显比别的选项长",
                          (unsigned)bank->count, (unsigned)bank->longest),
                "选最长的就能答对：把别的选项也写得一样具体。");
}

void checks_init(struct checks *checks, struct loader *loader, uint32_t questions) {
    *checks = (struct checks){.loader = loader};
    twins_init(&checks->twins, loader->content, questions);
}

void checks_begin_file(struct checks *checks, uint32_t file) {
    const struct pack *pack = checks->loader->content->files[file].pack;
    if (checks->bank.pack == pack) return;
    report_habits(checks);
    checks->bank = (struct bank){.pack = pack, .file = file};
}

void checks_finish(struct checks *checks) {
    report_habits(checks);
    twins_finish(&checks->twins);
}

static unsigned telltales_of_options(const struct element *element, const struct measured *q) {
    unsigned found = 0;
    for (uint32_t i = 0; i < q->written->option_count; i++) {
        found |= telltales_in(&element->content->catalog->telltales, q->options[i]);
    }
    return found;
}

static void check_choice(struct element *element, const struct measured *q) {
    unsigned telltales = telltales_of_options(element, q);
    if (telltales & 1u << TELLTALE_ALL_ABOVE) check_all_above(element, q->written);
    if (telltales & 1u << TELLTALE_ABSOLUTE) check_absolute(element, q->written);
    check_negative(element, q);
}

static void check_texts(struct checks *checks, struct element *element, const struct written *q) {
    struct measured measured = measure(q);
    check_lengths(element, &measured);
    check_labels(element, &measured);
    if (is_choice(q)) check_choice(element, &measured);
    if (q->form == FORM_SINGLE) {
        check_overlaps(element, &measured);
        check_repeated(element, &measured);
        count_question(&checks->bank, &measured);
    }
}

void lint_question(struct checks *checks, struct element *element, const struct written *q,
                   struct written_place place) {
    element_check_alt(element, q->image, q->alt);
    uint64_t asked = twins_expect_stem(&checks->twins, element);
    lint_bytes(element);
    check_explanation(element, q);
    check_emphasis(element, q);
    check_texts(checks, element, q);
    if (q->form == FORM_MULTIPLE) check_all_right(element, q);
    twins_add_stem(&checks->twins, element, asked, place);
}
