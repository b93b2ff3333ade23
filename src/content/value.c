#include "content/value.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

/* A cursor over the text: each `take_…` moves it when it finds what it looks for. */
struct cursor {
    const char *at, *end;
};

static struct str rest_of(const struct cursor *cursor) {
    return (struct str){cursor->at, (size_t)(cursor->end - cursor->at)};
}

/* Most words have no blank before them: the full-width one begins with 0xE3. */
static void skip_blanks(struct cursor *cursor) {
    unsigned char first = cursor->at < cursor->end ? (unsigned char)*cursor->at : 'x';
    if (first > ' ' && first != 0xE3) return;
    cursor->at = str_trim(rest_of(cursor)).at;
}

static bool take(struct cursor *cursor, const char *word) {
    struct cursor ahead = *cursor;
    skip_blanks(&ahead);
    struct str rest = rest_of(&ahead);
    if (!rest.len || *rest.at != *word || !str_starts(rest, str_of(word))) return false;
    cursor->at = ahead.at + strlen(word);
    return true;
}

static bool take_any(struct cursor *cursor, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (take(cursor, words[i])) return true;
    }
    return false;
}

#define TAKE_ANY(cursor, words) take_any(cursor, words, sizeof(words) / sizeof(words)[0])

static bool is_done(const struct cursor *cursor) {
    return str_trim(rest_of(cursor)).len == 0;
}

/* ---- numerals ---- */

/* 0 … 9 for an ASCII or full-width digit, else -1. */
static int take_digit(struct cursor *cursor) {
    if (cursor->at >= cursor->end) return -1;
    const char *next = cursor->at;
    uint32_t code = utf8_next(&next, cursor->end);
    if (code >= 0xFF10 && code <= 0xFF19) code -= 0xFF10 - '0';
    if (code < '0' || code > '9') return -1;
    cursor->at = next;
    return (int)(code - '0');
}

enum { DIGITS = 14 }; /* so that a number × 1000 × 亿 is told from one that is too large */

static bool take_digits(struct cursor *cursor, int64_t *number) {
    struct cursor ahead = *cursor;
    skip_blanks(&ahead);
    int count = 0;
    *number = 0;
    for (int digit; count <= DIGITS && (digit = take_digit(&ahead)) >= 0; count++)
        *number = *number * 10 + digit;
    if (count == 0 || count > DIGITS) return false;
    *cursor = ahead;
    return true;
}

/* One of 〇零一二两三四五六七八九十百千万亿; a cheap look before the numeral is read by the book. */
static bool is_numeral(uint32_t code) {
    static const uint16_t codes[] = {0x3007, 0x96F6, 0x4E00, 0x4E8C, 0x4E24, 0x4E09, 0x56DB, 0x4E94, 0x516D,
                                     0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        if (codes[i] == code) return true;
    }
    return false;
}

/* 十, 三十, 二〇二四: as many characters as make a numeral. */
static bool take_chinese(struct cursor *cursor, int64_t *number) {
    struct cursor ahead = *cursor;
    skip_blanks(&ahead);
    const char *begin = ahead.at, *best = NULL;
    for (int i = 0; i < 12 && ahead.at < ahead.end; i++) {
        if (!is_numeral(utf8_next(&ahead.at, ahead.end))) break;
        int64_t value;
        if (!fold_number((struct str){begin, (size_t)(ahead.at - begin)}, &value)) continue;
        *number = value;
        best = ahead.at;
    }
    if (!best) return false;
    cursor->at = best;
    return true;
}

static bool take_small(struct cursor *cursor, uint32_t least, uint32_t most, uint32_t *number) {
    struct cursor ahead = *cursor;
    int64_t value;
    if (!take_digits(&ahead, &value) && !take_chinese(&ahead, &value)) return false;
    if (value < least || value > most) return false;
    *number = (uint32_t)value;
    *cursor = ahead;
    return true;
}

/* ---- days ---- */

/* Parts that a text leaves out are 0. */
struct day {
    uint32_t year, month, day, last_day; /* day … last_day: 中旬 is 11 … 20 */
};

static bool take_part(struct cursor *cursor, uint32_t least, uint32_t most, const char *sign,
                      const char *other, uint32_t *part) {
    struct cursor ahead = *cursor;
    uint32_t number;
    if (!take_small(&ahead, least, most, &number)) return false;
    if (!take(&ahead, sign) && !(other && take(&ahead, other))) return false;
    *part = number;
    *cursor = ahead;
    return true;
}

static bool take_third_of_month(struct cursor *cursor, struct day *day) {
    static const struct {
        const char *word;
        uint32_t first, last;
    } thirds[] = {{"上旬", 1, 10}, {"中旬", 11, 20}, {"下旬", 21, 31}, {"初", 1, 10}, {"底", 21, 31}};
    for (size_t i = 0; i < sizeof thirds / sizeof thirds[0]; i++) {
        if (!take(cursor, thirds[i].word)) continue;
        day->day = thirds[i].first;
        day->last_day = thirds[i].last;
        return true;
    }
    return false;
}

static bool take_day(struct cursor *cursor, struct day *day) {
    *day = (struct day){0};
    bool any = take_part(cursor, 1000, 9999, "年", NULL, &day->year);
    any = take_part(cursor, 1, 12, "月", NULL, &day->month) || any;
    if (take_part(cursor, 1, 31, "日", "号", &day->day)) {
        day->last_day = day->day;
        return true;
    }
    if (day->month) take_third_of_month(cursor, day);
    return any;
}

static uint32_t first_of(const struct day *day) {
    uint32_t month = day->month ? day->month : 1, first = day->day ? day->day : 1;
    return day->year * 10000 + month * 100 + first;
}

static uint32_t last_of(const struct day *day) {
    uint32_t month = day->month ? day->month : 12, last = day->last_day ? day->last_day : 31;
    return day->year * 10000 + month * 100 + last;
}

/* 9月9日至15日: the second day is in the month and year of the first. */
static bool complete_second(const struct day *first, struct day *second) {
    if (!second->month) second->month = first->month;
    if (!second->year) second->year = first->year;
    return second->month && (second->day != 0) == (first->day != 0) && last_of(second) >= first_of(first);
}

static bool take_until(struct cursor *cursor) {
    static const char *const signs[] = {"至", "到", "—", "–", "－", "-", "~", "～"};
    bool found = TAKE_ANY(cursor, signs);
    while (found && TAKE_ANY(cursor, signs)) {
    }
    return found;
}

/* 9月9日—15日 and 9月9—15日 */
static bool read_days(const char *text, struct value *value) {
    struct cursor cursor = {text, text + strlen(text)};
    struct day first, second;
    if (!take_day(&cursor, &first) || (!first.year && !first.month)) return false;
    if (first.month && !first.day && take_small(&cursor, 1, 31, &first.day)) first.last_day = first.day;
    second = first;
    if (take_until(&cursor) && (!take_day(&cursor, &second) || !complete_second(&first, &second)))
        return false;
    if (!is_done(&cursor)) return false;
    value->type = VALUE_DAYS;
    value->first_day = first_of(&first);
    value->last_day = last_of(&second);
    return true;
}

/* ---- numbers ---- */

struct hedge_word {
    const char *word;
    enum hedge hedge;
};

static const struct hedge_word hedges_before[] = {
    {"大约", HEDGE_ABOUT},      {"约", HEDGE_ABOUT},      {"接近", HEDGE_ABOUT},
    {"将近", HEDGE_ABOUT},      {"近", HEDGE_ABOUT},      {"不超过", HEDGE_AT_MOST},
    {"最高", HEDGE_AT_MOST},    {"至多", HEDGE_AT_MOST},  {"最多", HEDGE_AT_MOST},
    {"不高于", HEDGE_AT_MOST},  {"超过", HEDGE_OVER},     {"突破", HEDGE_OVER},
    {"超", HEDGE_OVER},         {"逾", HEDGE_OVER},       {"不少于", HEDGE_AT_LEAST},
    {"不低于", HEDGE_AT_LEAST}, {"至少", HEDGE_AT_LEAST}, {"最少", HEDGE_AT_LEAST},
    {"最低", HEDGE_AT_LEAST},   {"共", HEDGE_NONE},       {"共计", HEDGE_NONE},
    {"达到", HEDGE_NONE},       {"达", HEDGE_NONE}};
static const struct hedge_word hedges_within[] = {{"余", HEDGE_OVER}, {"多", HEDGE_OVER}};
static const struct hedge_word hedges_after[] = {{"以上", HEDGE_OVER},
                                                 {"以下", HEDGE_AT_MOST},
                                                 {"以内", HEDGE_AT_MOST},
                                                 {"左右", HEDGE_ABOUT},
                                                 {"上下", HEDGE_ABOUT}};

static bool take_hedge(struct cursor *cursor, const struct hedge_word *words, size_t count,
                       enum hedge *hedge) {
    for (size_t i = 0; i < count; i++) {
        if (!take(cursor, words[i].word)) continue;
        if (words[i].hedge != HEDGE_NONE) *hedge = words[i].hedge;
        return true;
    }
    return false;
}

#define TAKE_HEDGE(cursor, words, hedge) take_hedge(cursor, words, sizeof(words) / sizeof(words)[0], hedge)

static bool ends_with_hedge(struct str *text, enum hedge *hedge) {
    for (size_t i = 0; i < sizeof hedges_after / sizeof hedges_after[0]; i++) {
        struct str word = str_of(hedges_after[i].word);
        if (!str_ends(*text, word)) continue;
        text->len -= word.len;
        *hedge = hedges_after[i].hedge;
        return true;
    }
    return false;
}

/* What may be counted. Without this 360公司 and 三个统一 would be numbers. */
static const char *const classifiers[] = {
    "人",   "名",   "位", "个", "家", "项", "场", "届",   "天",     "年",       "次",   "条",
    "件",   "份",   "部", "座", "种", "类", "元", "美元", "平方米", "平方公里", "公里", "米",
    "小时", "分钟", "秒", "岁", "期", "支", "款", "套",   "门",     "所",       "道",   "篇",
    "所",   "%",    "％", "‰",  "周", "月", "日", "级",   "批",     "起",       "台",   "辆",
    "幅",   "张",   "步", "点", "倍", "户", "亩", "公顷", "人次",   "家次",     "余"};
enum { UNIT_LETTERS = 8 };

static bool has_digit(struct str text) {
    struct cursor cursor = {text.at, text.at + text.len};
    while (cursor.at < cursor.end) {
        if (take_digit(&cursor) >= 0) return true;
        utf8_next(&cursor.at, cursor.end);
    }
    return false;
}

static bool is_unit(struct str unit, bool exactly) {
    if (utf8_count(unit) > UNIT_LETTERS || has_digit(unit)) return false;
    for (size_t i = 0; i < sizeof classifiers / sizeof classifiers[0]; i++) {
        struct str word = str_of(classifiers[i]);
        if (exactly ? str_equal(unit, word) : str_starts(unit, word)) return true;
    }
    return false;
}

static int64_t take_scale(struct cursor *cursor) {
    static const struct {
        const char *word;
        int64_t scale;
    } scales[] = {{"万亿", 1000000000000}, {"千万", 10000000}, {"百万", 1000000},
                  {"亿", 100000000},       {"万", 10000},      {"千", 1000}};
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
        if (take(cursor, scales[i].word)) return scales[i].scale;
    }
    return 1;
}

/* 1,200 and 1.25: at most three places behind the point. */
static bool take_decimal(struct cursor *cursor, int64_t *thousandths) {
    int64_t whole, group;
    if (!take_digits(cursor, &whole)) return false;
    for (struct cursor ahead = *cursor; take(&ahead, ",") || take(&ahead, "，");) {
        const char *begin = ahead.at;
        if (!take_digits(&ahead, &group) || ahead.at - begin != 3 || whole > 1000000000) break;
        whole = whole * 1000 + group;
        *cursor = ahead;
    }
    *thousandths = whole * 1000;
    struct cursor ahead = *cursor;
    if (!take(&ahead, ".")) return true;
    int64_t place = 100;
    for (int digit; (digit = take_digit(&ahead)) >= 0; place /= 10) {
        if (place == 0) return false;
        *thousandths += digit * place;
        *cursor = ahead;
    }
    return true;
}

static bool multiply(int64_t *number, int64_t scale) {
    if (*number > INT64_MAX / scale) return false;
    *number *= scale;
    return true;
}

/* 百分之四十 is 40%. */
static bool take_amount(struct cursor *cursor, struct value *value, bool *is_chinese) {
    bool is_percent = take(cursor, "百分之");
    *is_chinese = false;
    if (!take_decimal(cursor, &value->thousandths)) {
        int64_t number;
        *is_chinese = take_chinese(cursor, &number);
        if (!*is_chinese || number > INT64_MAX / 1000 || number < 0) return false;
        value->thousandths = number * 1000;
    }
    if (is_percent) value->unit = "%";
    return true;
}

static const char *copy_of(struct arena *arena, const char *begin, const char *end) {
    return end > begin ? arena_text(arena, begin, (size_t)(end - begin)) : "";
}

static bool read_number(struct arena *arena, const char *text, struct value *value) {
    struct cursor cursor = {text, text + strlen(text)};
    while (TAKE_HEDGE(&cursor, hedges_before, &value->hedge)) {
    }
    skip_blanks(&cursor);
    const char *begin = cursor.at;
    bool is_chinese;
    if (!take_amount(&cursor, value, &is_chinese)) return false;
    const char *end = cursor.at;
    TAKE_HEDGE(&cursor, hedges_within, &value->hedge);
    if (!multiply(&value->thousandths, take_scale(&cursor))) return false;
    TAKE_HEDGE(&cursor, hedges_within, &value->hedge);
    struct str unit = str_trim(rest_of(&cursor));
    ends_with_hedge(&unit, &value->hedge);
    if (value->unit ? unit.len != 0 : unit.len != 0 && !is_unit(unit, is_chinese)) return false;
    if (!value->unit && unit.len == 0 && is_chinese) return false;
    if (!value->unit) value->unit = str_is(unit, "％") ? "%" : copy_of(arena, unit.at, unit.at + unit.len);
    value->type = VALUE_NUMBER;
    value->before = copy_of(arena, text, begin);
    value->after = copy_of(arena, end, text + strlen(text));
    return true;
}

struct value value_read(struct arena *arena, const char *text) {
    struct value value = {.type = VALUE_TEXT, .show = text, .unit = "", .before = "", .after = ""};
    if (read_days(text, &value)) return value;
    struct value number = {.show = text};
    return read_number(arena, text, &number) ? number : value;
}

/* ---- comparison ---- */

static enum relation compare_ranges(int64_t a_first, int64_t a_last, int64_t b_first, int64_t b_last) {
    if (a_first == b_first && a_last == b_last) return RELATION_SAME;
    return a_first <= b_last && b_first <= a_last ? RELATION_OVERLAP : RELATION_APART;
}

/* When one says no year, both are held against each other without it; then the same days are no longer the
   same claim. */
static enum relation compare_days(const struct value *a, const struct value *b) {
    bool a_has_year = a->first_day >= 10000, b_has_year = b->first_day >= 10000;
    if (a_has_year == b_has_year) return compare_ranges(a->first_day, a->last_day, b->first_day, b->last_day);
    const struct value *longer = a_has_year ? a : b, *shorter = a_has_year ? b : a;
    if (longer->last_day / 10000 != longer->first_day / 10000) return RELATION_OVERLAP;
    enum relation relation = compare_ranges(longer->first_day % 10000, longer->last_day % 10000,
                                            shorter->first_day, shorter->last_day);
    return relation == RELATION_SAME ? RELATION_OVERLAP : relation;
}

/* Claims with the same hedge are told apart once they differ by a quarter: 约800人 and 约1200人. */
static enum relation compare_hedged(int64_t a, int64_t b) {
    if (a == b) return RELATION_SAME;
    int64_t larger = a > b ? a : b, smaller = a > b ? b : a;
    return larger - smaller >= larger / 5 ? RELATION_APART : RELATION_OVERLAP;
}

static void range_of(const struct value *value, int64_t *first, int64_t *last) {
    int64_t number = value->thousandths, fifth = number / 5;
    *first = *last = number;
    if (value->hedge == HEDGE_ABOUT)
        *first -= fifth, *last = number > INT64_MAX - fifth ? INT64_MAX : number + fifth;
    if (value->hedge == HEDGE_AT_MOST) *first = 0;
    if (value->hedge == HEDGE_OVER || value->hedge == HEDGE_AT_LEAST) *last = INT64_MAX;
}

static enum relation compare_numbers(const struct value *a, const struct value *b) {
    if (!fold_equal(str_of(a->unit), str_of(b->unit))) return RELATION_UNKNOWN;
    if (a->hedge == b->hedge && a->hedge != HEDGE_NONE) return compare_hedged(a->thousandths, b->thousandths);
    int64_t a_first, a_last, b_first, b_last;
    range_of(a, &a_first, &a_last);
    range_of(b, &b_first, &b_last);
    return compare_ranges(a_first, a_last, b_first, b_last);
}

static enum relation compare_texts(const char *a, const char *b) {
    struct buf buf;
    buf_init(&buf);
    fold_text(str_of(a), &buf);
    size_t middle = buf.len;
    fold_text(str_of(b), &buf);
    struct str left = str_cut(buf_get(&buf), 0, middle), right = str_cut(buf_get(&buf), middle, buf.len);
    bool is_part = left.len && right.len && (str_has(left, right) || str_has(right, left));
    enum relation relation = str_equal(left, right) ? RELATION_SAME
                             : is_part              ? RELATION_OVERLAP
                                                    : RELATION_APART;
    buf_finish(&buf);
    return relation;
}

static bool is_inside(const struct entity *entity, const struct entity *outer) {
    for (; entity; entity = entity->within) {
        if (entity == outer) return true;
    }
    return false;
}

/* Another name of the thing is the same claim. */
static enum relation compare_names(const struct entity *entity, const char *text) {
    enum relation relation = compare_texts(entity->name, text);
    for (uint32_t i = 0; i < entity->aliases.count && relation != RELATION_SAME; i++) {
        enum relation other = compare_texts(entity->aliases.list[i], text);
        if (other == RELATION_SAME || relation == RELATION_APART) relation = other;
    }
    return relation;
}

static enum relation compare_entities(const struct entity *a, const struct entity *b) {
    if (a == b) return RELATION_SAME;
    if (is_inside(a, b) || is_inside(b, a)) return RELATION_OVERLAP;
    enum relation relation = compare_names(a, b->name);
    return relation == RELATION_APART ? compare_names(b, a->name) : relation;
}

enum relation value_compare(const struct value *a, const struct value *b) {
    bool a_named = a->type == VALUE_ENTITY, b_named = b->type == VALUE_ENTITY;
    if (a_named && b_named) return compare_entities(a->entity, b->entity);
    if (a_named && b->type == VALUE_TEXT) return compare_names(a->entity, b->show);
    if (b_named && a->type == VALUE_TEXT) return compare_names(b->entity, a->show);
    if (a->type != b->type) return RELATION_UNKNOWN;
    if (a->type == VALUE_DAYS) return compare_days(a, b);
    if (a->type == VALUE_NUMBER) return compare_numbers(a, b);
    return compare_texts(a->show, b->show);
}

/* The text with every run of digits as one '#'. */
static void add_shape(const char *text, struct buf *out) {
    struct cursor cursor = {text, text + strlen(text)};
    while (cursor.at < cursor.end) {
        int64_t number;
        const char *begin = cursor.at;
        if (take_digits(&cursor, &number) || take_chinese(&cursor, &number)) {
            buf_char(out, '#');
        } else {
            utf8_next(&cursor.at, cursor.end);
            buf_add(out, begin, (size_t)(cursor.at - begin));
        }
    }
}

static bool days_look_alike(const char *a, const char *b) {
    struct buf left, right;
    buf_init(&left);
    buf_init(&right);
    add_shape(a, &left);
    add_shape(b, &right);
    bool alike = str_equal(buf_get(&left), buf_get(&right));
    buf_finish(&left);
    buf_finish(&right);
    return alike;
}

bool value_same_shape(const struct value *a, const struct value *b) {
    if (a->type != b->type) return false;
    if (a->type == VALUE_DAYS) return days_look_alike(a->show, b->show);
    if (a->type != VALUE_NUMBER) return true;
    return a->hedge == b->hedge && strcmp(a->before, b->before) == 0 && strcmp(a->after, b->after) == 0;
}
