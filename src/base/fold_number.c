#include "base/fold.h"
#include "base/utf8.h"

/* Chinese numerals are read by the book: digits alone (二〇二四), or digits with descending units
   (三千零二十). Shortened speech (三百二) is refused, because it is read two ways. */

struct numeral {
    uint16_t code;
    int16_t digit; /* -1: a unit */
    int64_t unit;
};

static const struct numeral numerals[] = {
    {0x96F6, 0, 0},      {0x3007, 0, 0},      {0x4E00, 1, 0},          {0x4E8C, 2, 0},
    {0x4E24, 2, 0},      {0x5169, 2, 0},      {0x4E09, 3, 0},          {0x56DB, 4, 0},
    {0x4E94, 5, 0},      {0x516D, 6, 0},      {0x4E03, 7, 0},          {0x516B, 8, 0},
    {0x4E5D, 9, 0},      {0x58F9, 1, 0},      {0x8D30, 2, 0},          {0x53C1, 3, 0},
    {0x8086, 4, 0},      {0x4F0D, 5, 0},      {0x9646, 6, 0},          {0x67D2, 7, 0},
    {0x634C, 8, 0},      {0x7396, 9, 0},      {0x5341, -1, 10},        {0x62FE, -1, 10},
    {0x767E, -1, 100},   {0x4F70, -1, 100},   {0x5343, -1, 1000},      {0x4EDF, -1, 1000},
    {0x4E07, -1, 10000}, {0x842C, -1, 10000}, {0x4EBF, -1, 100000000}, {0x5104, -1, 100000000}};

static const struct numeral *numeral_of(uint32_t code) {
    for (size_t i = 0; i < sizeof numerals / sizeof numerals[0]; i++) {
        if (numerals[i].code == code) return &numerals[i];
    }
    return NULL;
}

/* What has been read of a number with units. */
struct reading {
    int64_t total, section; /* section: what stands before the next 万 or 亿 */
    int64_t last_unit;      /* in this section; 10000 at its start */
    int64_t last_big;       /* 万 and 亿 must descend too */
    int digit;              /* waiting for its unit, -1 for none */
    bool after_zero;
    bool good;
};

static void read_small_unit(struct reading *r, int64_t unit) {
    bool ten_alone = unit == 10 && r->digit < 0 && r->section == 0 && r->total == 0 && !r->after_zero;
    r->good = r->good && unit < r->last_unit && (r->digit > 0 || ten_alone);
    r->section += unit * (ten_alone ? 1 : r->digit);
    r->last_unit = unit;
    r->digit = -1;
    r->after_zero = false;
}

static void read_big_unit(struct reading *r, int64_t unit) {
    if (r->digit > 0) r->section += r->digit;
    r->good = r->good && r->section > 0 && r->digit != 0 && unit < r->last_big;
    r->total += r->section * unit;
    r->section = 0;
    r->last_unit = 10000;
    r->last_big = unit;
    r->digit = -1;
    r->after_zero = false;
}

static void read_digit(struct reading *r, int digit) {
    if (digit == 0) {
        r->good = r->good && !r->after_zero && r->digit < 0 && (r->section > 0 || r->total > 0);
        r->after_zero = true;
        return;
    }
    r->good = r->good && r->digit < 0;
    r->digit = digit;
}

/* A last digit without unit stands after 十 or 零, or alone. */
static bool finish_reading(struct reading *r, int64_t *value) {
    bool placed = r->digit < 0 || r->last_unit == 10 || r->after_zero || (r->section == 0 && r->total == 0);
    if (!r->good || !placed || (r->after_zero && r->digit < 0)) return false;
    *value = r->total + r->section + (r->digit > 0 ? r->digit : 0);
    return true;
}

static bool read_with_units(struct str text, int64_t *value) {
    struct reading r = {.last_unit = 10000, .last_big = INT64_MAX, .digit = -1, .good = true};
    const char *at = text.at, *end = at + text.len;
    while (at < end && r.good) {
        const struct numeral *numeral = numeral_of(utf8_next(&at, end));
        if (!numeral) return false;
        if (numeral->digit >= 0) {
            read_digit(&r, numeral->digit);
        } else if (numeral->unit < 10000) {
            read_small_unit(&r, numeral->unit);
        } else {
            read_big_unit(&r, numeral->unit);
        }
    }
    return finish_reading(&r, value);
}

static bool read_digits(struct str text, int64_t *value) {
    const char *at = text.at, *end = at + text.len;
    int64_t number = 0;
    for (int count = 0; at < end; count++) {
        const struct numeral *numeral = numeral_of(utf8_next(&at, end));
        if (!numeral || numeral->digit < 0 || count == 18) return false;
        number = number * 10 + numeral->digit;
    }
    *value = number;
    return true;
}

bool fold_number(struct str text, int64_t *value) {
    text = str_trim(text);
    if (!text.len) return false;
    return read_digits(text, value) || read_with_units(text, value);
}
