#include "content/question.h"

#include <string.h>

#include "base/fold.h"
#include "content/pictures.h"
#include "content/sieve.h"

/* ---- the answer as it is written ---- */

struct letters {
    char list[WRITTEN_OPTIONS * 2 + 1]; /* A … Z, in the order written */
    uint32_t count;
    bool is_true, is_false;
};

/* Full-width and small letters are letters; 、 and the like between them mean nothing. */
static bool read_letter(struct str *rest, char *letter) {
    unsigned char first = (unsigned char)rest->at[0];
    size_t len = 1;
    if ((first | 0x20) >= 'a' && (first | 0x20) <= 'z') {
        *letter = (char)(first & ~0x20);
    } else if (rest->len >= 3 && first == 0xEF && ((unsigned char)rest->at[1] & 0xFE) == 0xBC) {
        unsigned code =
            ((first & 0x0Fu) << 12) | (((unsigned)rest->at[1] & 0x3F) << 6) | ((unsigned)rest->at[2] & 0x3F);
        unsigned low = code - 0xFF21 < 26 ? code - 0xFF21 : code - 0xFF41;
        if (low >= 26) return false;
        *letter = (char)('A' + low);
        len = 3;
    } else {
        return false;
    }
    *rest = str_cut(*rest, len, rest->len);
    return true;
}

static bool skip_separator(struct str *rest) {
    static const char *const separators[] = {"、", ",", "，", " ", "　", "；", ";", "/"};
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
        if (!str_starts(*rest, str_of(separators[i]))) continue;
        *rest = str_cut(*rest, strlen(separators[i]), rest->len);
        return true;
    }
    return false;
}

static bool is_any(struct str text, struct str a, struct str b, struct str c) {
    return str_equal(text, a) || str_equal(text, b) || str_equal(text, c);
}

static bool read_answer(struct str text, struct letters *letters) {
    *letters = (struct letters){.is_true = is_any(text, STR("对"), STR("正确"), STR("√")),
                                .is_false = is_any(text, STR("错"), STR("错误"), STR("×"))};
    if (letters->is_true || letters->is_false) return true;
    while (text.len) {
        char letter;
        if (letters->count && skip_separator(&text)) continue;
        if (!read_letter(&text, &letter) || letters->count + 1 >= sizeof letters->list) return false;
        letters->list[letters->count++] = letter;
    }
    return letters->count > 0;
}

/* ---- which form it has ---- */

static enum form form_of(const struct element *element, const struct letters *letters, uint32_t options) {
    static const enum form forms[] = {FORM_SINGLE, FORM_MULTIPLE, FORM_JUDGE, FORM_ORDER};
    uint32_t choice = element->fields[ROW_TYPE] ? element_choice(element, "type", UINT32_MAX) : UINT32_MAX;
    if (choice < sizeof forms / sizeof forms[0]) return forms[choice];
    if (letters->is_true || letters->is_false || options == 0) return FORM_JUDGE;
    return letters->count > 1 ? FORM_MULTIPLE : FORM_SINGLE;
}

static const char *const number_words[] = {"零", "一", "两", "三", "四", "五", "六", "七", "八"};

/* "A、B、C 或 D" */
static const char *letters_up_to(struct element *element, uint32_t count) {
    const char *list = "A";
    for (uint32_t i = 1; i < count; i++) {
        list = element_words(element, "%s%s%c", list, i + 1 == count ? " 或 " : "、", (int)('A' + i));
    }
    return list;
}

static void report_outside(struct element *element, char letter, uint32_t options) {
    element_problem(
        element, MESSAGE_ANSWER_OUTSIDE, "answer", -1,
        element_words(element, "这道题只有 A–%c %s个选项", (int)('A' + options - 1), number_words[options]),
        element_words(element, "把 \"%c\" 改成 %s；如果少写了一个选项，请在上一行补上。", letter,
                      letters_up_to(element, options)));
}

static uint32_t picks_of(struct element *element, const struct letters *letters, uint32_t options) {
    uint32_t picks = 0;
    for (uint32_t i = 0; i < letters->count; i++) {
        uint32_t place = (uint32_t)(letters->list[i] - 'A');
        if (place >= options) {
            report_outside(element, letters->list[i], options);
            return 0;
        }
        if (picks >> place & 1) {
            element_problem(element, MESSAGE_ANSWER_TWICE, "answer", -1,
                            element_words(element, "%c 写了两次", letters->list[i]), "每个字母只写一次。");
        }
        picks |= 1u << place;
    }
    return picks;
}

/* ---- per form ---- */

static void check_judge(struct element *element, const struct letters *letters, struct written *out) {
    if (out->option_count) {
        element_problem(element, MESSAGE_OPTIONS_UNWANTED, "options", -1, "对和错由程序显示",
                        "删去 options；如果是选择题，answer 写选项的字母。");
    } else if (!letters->is_true && !letters->is_false && letters->count) {
        element_problem(element, MESSAGE_OPTIONS_MISSING, "answer", -1, "答案是字母，却没有选项",
                        "补上 \"options\": [ … ]；如果是判断题，answer 写“对”或“错”。");
    }
    out->answer = letters->is_true;
    if (letters->is_false && out->record.political) {
        element_problem(element, MESSAGE_FALSIFIED, "answer", -1, "标了 political 的内容不出错句",
                        "换成选择题，或者把题干改成正确的表述。");
    }
}

static void check_choice_count(struct element *element, const struct letters *letters,
                               const struct written *out) {
    if (out->form == FORM_SINGLE && letters->count > 1) {
        element_problem(element, MESSAGE_ANSWER_MANY, "answer", -1, "单选题只能有一个答案",
                        "留下一个字母；如果是多选题，把 type 改成 \"multiple\"。");
    }
    if (out->form == FORM_MULTIPLE && letters->count == 1) {
        element_problem(element, MESSAGE_ANSWER_FEW, "answer", -1, "多选题至少有两个答案",
                        "补全答案；如果是单选题，把 type 改成 \"single\"。");
    }
}

static void check_choice(struct element *element, const struct letters *letters, struct written *out) {
    if (out->option_count == 0) {
        element_problem(element, MESSAGE_OPTIONS_MISSING, "", -1, "选择题要有选项",
                        "补上 \"options\": [\"…\", \"…\"]");
    } else if (letters->is_true || letters->is_false) {
        element_problem(element, MESSAGE_ANSWER_JUDGE, "answer", -1, "选择题的答案是选项的字母",
                        "改成 \"A\" 的样子；如果是判断题，删去 options，type 写 \"judge\"。");
    } else {
        out->answer = picks_of(element, letters, out->option_count);
        if (!element->failed) check_choice_count(element, letters, out);
    }
}

static void check_order(struct element *element, struct written *out) {
    if (out->option_count == 0) {
        element_problem(element, MESSAGE_OPTIONS_MISSING, "", -1, "排序题要有选项",
                        "按正确的顺序写 \"options\": [\"…\", \"…\"]");
    }
    if (element_get(element, "answer")) {
        element_problem(element, MESSAGE_ANSWER_UNWANTED, "answer", -1, "选项就按正确的顺序写",
                        "删去 answer，把选项排成正确的顺序。");
    }
}

static void check_answer(struct element *element, struct written *out) {
    struct letters letters = {{0}, 0, false, false};
    const cJSON *answer = element->fields[ROW_ANSWER];
    struct str text = element_trim(answer ? answer->valuestring : NULL);
    bool is_readable = text.len == 0 || read_answer(text, &letters);
    out->form = form_of(element, &letters, out->option_count);
    if (out->form == FORM_ORDER) {
        check_order(element, out);
    } else if (text.len == 0) {
        element_problem(element, MESSAGE_ANSWER_MISSING, "", -1, "没有 \"answer\"",
                        "选择题写选项的字母，如 \"answer\": \"B\"；判断题写“对”或“错”。");
    } else if (!is_readable) {
        element_problem(element, MESSAGE_ANSWER_UNREADABLE, "answer", -1, "既不是字母，也不是“对”“错”",
                        "选择题写选项的字母，如 \"B\"、\"ACD\"；判断题写“对”或“错”。");
    } else if (out->form == FORM_JUDGE) {
        check_judge(element, &letters, out);
    } else {
        check_choice(element, &letters, out);
    }
}

/* ---- options ---- */

/* Big and small letters may be what a question is about. */
static bool differ_in_case_only(const char *a, const char *b) {
    for (; *a && *b; a++, b++) {
        bool is_letter = (*a | 0x20) >= 'a' && (*a | 0x20) <= 'z';
        if (*a != *b && !(is_letter && (*a ^ *b) == 0x20)) return false;
    }
    return *a == *b;
}

static bool are_same(const char *a, const char *b) {
    if (strcmp(a, b) == 0) return true;
    if (fold_hash(STR("")) == fold_hash(str_of(a))) return false; /* nothing but signs */
    return !differ_in_case_only(a, b);
}

/* U+4E00 … U+9FFF */
static bool is_plain_han(const char *at) {
    unsigned char lead = (unsigned char)at[0];
    return (lead >= 0xE5 && lead <= 0xE9) || (lead == 0xE4 && (unsigned char)at[1] >= 0xB8);
}

/* Han characters have one form only: texts that begin or end with different ones are different however they
   are folded. Nearly all options are told apart like this. */
static bool surely_differ(struct str a, struct str b) {
    enum { HAN = 3 };
    if (a.len < HAN || b.len < HAN) return false;
    if (is_plain_han(a.at) && is_plain_han(b.at) && memcmp(a.at, b.at, HAN) != 0) return true;
    const char *a_last = a.at + a.len - HAN, *b_last = b.at + b.len - HAN;
    return is_plain_han(a_last) && is_plain_han(b_last) && memcmp(a_last, b_last, HAN) != 0;
}

/* Both end with a zero. */
static bool is_same_option(struct str a, struct str b) {
    if (surely_differ(a, b)) return false;
    if (sieve_is_sure(a) && sieve_is_sure(b) && sieve_text(a) != sieve_text(b)) return false;
    return fold_hash(a) == fold_hash(b) && are_same(a.at, b.at);
}

static void check_same(struct element *element, const struct str *texts, uint32_t count) {
    for (uint32_t i = 1; i < count; i++) {
        for (uint32_t k = 0; k < i; k++) {
            if (!is_same_option(texts[k], texts[i])) continue;
            element_problem(element, MESSAGE_OPTIONS_SAME, "options", (int)i,
                            element_words(element, "和选项 %c 一样", (int)('A' + k)),
                            "改写或删去其中一个，并核对答案的字母。");
            break;
        }
    }
}

static void read_options(struct element *element, struct written *out, struct str *texts) {
    const cJSON *list = element->fields[ROW_OPTIONS];
    for (const cJSON *item = list ? list->child : NULL; item; item = item->next) {
        struct str text = element_trim(item->valuestring);
        const char *option = arena_text(element->arena, text.at, text.len);
        texts[out->option_count] = (struct str){option, text.len};
        out->options[out->option_count++] = option;
    }
}

/* Where the question itself begins: behind the last full stop or comma that something follows. */
static struct str question_clause(struct str stem) {
    static const char *const marks[] = {"。", "；", "，", "："};
    size_t begin = 0;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        for (size_t at = begin; at < stem.len;) {
            struct str rest = str_cut(stem, at, stem.len);
            size_t hit = str_find(rest, str_of(marks[i]));
            if (hit == rest.len || hit + 12 >= rest.len) break;
            at = begin = at + hit + strlen(marks[i]);
        }
    }
    return str_cut(stem, begin, stem.len);
}

/* Who reads in a hurry misses a 不. So the negative of the question is stressed even if the author did not.
 */
static const char *own_emphasis(struct element *element, const struct written *out) {
    if (out->form == FORM_JUDGE || *out->emphasis) return out->emphasis;
    const struct telltales *telltales = &element->content->catalog->telltales;
    struct str stem = str_of(out->stem);
    if (!telltale_find(telltales, TELLTALE_NEGATIVE, stem).len) return "";
    struct str word = telltale_find(telltales, TELLTALE_NEGATIVE, question_clause(stem));
    return word.len ? arena_text(element->arena, word.at, word.len) : "";
}

bool question_read(struct element *element, struct written *out) {
    const cJSON *const *rows = element->fields;
    *out = (struct written){
        .record = element_record(element),
        .stem = element_copy(element, rows[ROW_STEM]),
        .explanation = element_copy(element, rows[ROW_EXPLANATION]),
        .emphasis = element_copy(element, rows[ROW_EMPHASIS]),
        .fact = rows[ROW_FACT] ? element_reference(element, "fact") : NULL,
        .level = rows[ROW_LEVEL] ? (uint32_t)rows[ROW_LEVEL]->valueint : 2,
        .pinned_last = rows[ROW_PINNED_LAST] && cJSON_IsTrue(rows[ROW_PINNED_LAST]),
        .image = element_image(element, rows[ROW_IMAGE]),
        .alt = element_copy(element, rows[ROW_ALT]),
    };
    struct str options[WRITTEN_OPTIONS] = {{0}};
    read_options(element, out, options);
    check_answer(element, out);
    check_same(element, options, out->option_count);
    out->emphasis = own_emphasis(element, out);
    return !element->failed;
}

bool content_written(const struct content *content, uint32_t index, struct arena *arena,
                     struct written *out) {
    struct written_place place = content->written[index];
    const struct json_element *where = &content->files[place.file].index.elements[place.element];
    if (!where->sound) return false;
    struct buf scratch;
    buf_init(&scratch);
    struct element element = element_open(content, place.file, where, RECORD_QUESTION, &scratch);
    element.arena = arena;
    bool is_good = cJSON_IsObject(element.object) && element_check(&element) && question_read(&element, out);
    element_close(&element);
    buf_finish(&scratch);
    return is_good;
}

bool content_question(const struct content *content, uint32_t index, struct arena *arena,
                      struct written *out) {
    return content_written(content, index, arena, out) && out->record.status == STATUS_READY;
}
