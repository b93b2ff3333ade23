#include "base/words.h"

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

struct str words_next(struct str *rest) {
    size_t begin = 0;
    while (begin < rest->len && is_blank(rest->at[begin])) begin++;
    size_t end = begin;
    while (end < rest->len && !is_blank(rest->at[end])) end++;
    struct str word = str_cut(*rest, begin, end);
    *rest = str_cut(*rest, end, rest->len);
    return word;
}

/* 16 and more: no digit at all. */
static uint32_t digit_of(char c) {
    if (c >= '0' && c <= '9') return (uint32_t)(c - '0');
    if (c >= 'a' && c <= 'f') return (uint32_t)(c - 'a') + 10;
    return 99;
}

bool words_number(struct str word, uint64_t most, uint64_t *out) {
    uint64_t number = 0;
    if (word.len == 0) return false;
    for (size_t i = 0; i < word.len; i++) {
        uint32_t digit = digit_of(word.at[i]);
        if (digit > 9 || number > (most - digit) / 10 || digit > most) return false;
        number = number * 10 + digit;
    }
    *out = number;
    return true;
}

bool words_signed(struct str word, int32_t *out) {
    bool negative = word.len > 0 && word.at[0] == '-';
    uint64_t number;
    if (!words_number(str_cut(word, negative, word.len), (uint64_t)INT32_MAX + negative, &number))
        return false;
    *out = negative ? (int32_t)(-(int64_t)number) : (int32_t)number;
    return true;
}

bool words_hex(struct str word, uint64_t *out) {
    uint64_t number = 0;
    if (word.len == 0 || word.len > 16) return false;
    for (size_t i = 0; i < word.len; i++) {
        uint32_t digit = digit_of(word.at[i]);
        if (digit > 15) return false;
        number = number << 4 | digit;
    }
    *out = number;
    return true;
}
