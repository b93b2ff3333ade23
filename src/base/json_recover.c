#include "base/json_recover.h"

#include <stdbool.h>
#include <string.h>

static uint32_t text_end(const struct recovery *recovery) {
    return (uint32_t)recovery->text.len;
}

static char byte_at(const struct recovery *recovery, uint32_t at) {
    return at < text_end(recovery) ? recovery->text.at[at] : '\0';
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool spend(struct recovery *recovery, uint32_t bytes) {
    bool enough = recovery->budget > bytes;
    recovery->budget = enough ? recovery->budget - bytes : 0;
    return enough;
}

/* Blanks before `at` on its line; false when something else stands there. */
static bool column_of(const struct recovery *recovery, uint32_t at, uint32_t *column) {
    uint32_t begin = at;
    while (begin > 0 && (recovery->text.at[begin - 1] == ' ' || recovery->text.at[begin - 1] == '\t'))
        begin--;
    *column = at - begin;
    return begin == 0 || recovery->text.at[begin - 1] == '\n';
}

/* The first character of the next line that has one, and its column; the text's end when there is none. */
static uint32_t next_line(const struct recovery *recovery, uint32_t at, uint32_t *column) {
    const char *newline =
        at < text_end(recovery) ? memchr(recovery->text.at + at, '\n', text_end(recovery) - at) : NULL;
    if (!newline) return text_end(recovery);
    uint32_t begin = (uint32_t)(newline - recovery->text.at) + 1;
    at = begin;
    while (byte_at(recovery, at) == ' ' || byte_at(recovery, at) == '\t') at++;
    *column = at - begin;
    return at;
}

static bool starts_with_first_key(const struct recovery *recovery, uint32_t brace) {
    uint32_t at = brace + 1;
    while (is_blank(byte_at(recovery, at))) at++;
    if (byte_at(recovery, at) != '"' || !recovery->first_key.len) return false;
    struct str rest = str_cut(recovery->text, at + 1, text_end(recovery));
    return str_starts(rest, recovery->first_key) &&
           byte_at(recovery, at + 1 + (uint32_t)recovery->first_key.len) == '"';
}

static bool opens_element(char c) {
    return c == '{' || c == '[';
}
static bool closes_element(char c) {
    return c == '}' || c == ']';
}

/* What a line that begins with c at this column means to an element at `own`: 0 nothing, 1 go on here, 2
   behind it. Without indentation only the first key can tell an element from what is inside one. */
static int judge_line(const struct recovery *recovery, uint32_t at, uint32_t column, uint32_t own,
                      char open) {
    char c = byte_at(recovery, at);
    if (column < own && closes_element(c)) return 1;
    if (column != own) return 0;
    if (own == 0) return c == '{' && starts_with_first_key(recovery, at) ? 1 : 0;
    if (opens_element(open) ? c == open : opens_element(c)) return 1;
    return closes_element(c) ? 2 : 0;
}

static uint32_t by_lines(struct recovery *recovery, uint32_t begin, uint32_t floor, uint32_t own) {
    char open = byte_at(recovery, begin);
    uint32_t column = 0;
    for (uint32_t at = begin;;) {
        uint32_t next = next_line(recovery, at, &column);
        if (next >= text_end(recovery) || !spend(recovery, next - at)) return 0;
        at = next;
        int verdict = at >= floor ? judge_line(recovery, at, column, own, open) : 0;
        if (verdict) return at + (uint32_t)(verdict - 1);
    }
}

static uint32_t by_first_key(struct recovery *recovery, uint32_t floor) {
    if (!recovery->first_key.len) return 0;
    for (uint32_t at = floor; at < text_end(recovery);) {
        const char *brace = memchr(recovery->text.at + at, '{', text_end(recovery) - at);
        uint32_t next = brace ? (uint32_t)(brace - recovery->text.at) : text_end(recovery);
        if (!brace || !spend(recovery, next - at)) return 0;
        if (starts_with_first_key(recovery, next)) return next;
        at = next + 1;
    }
    return 0;
}

/* Strings never span lines, so a forgotten quote spoils the count on its own line only. */
static uint32_t by_brackets(struct recovery *recovery, uint32_t begin, uint32_t floor) {
    bool in_string = false;
    int64_t depth = 0;
    uint32_t at = begin;
    for (; at < text_end(recovery); at++) {
        char c = recovery->text.at[at];
        if (c == '\n') in_string = false;
        if (in_string && c == '\\' && byte_at(recovery, at + 1) != '\n') at++;
        if (c == '"') in_string = !in_string;
        if (in_string) continue;
        if (opens_element(c)) depth++;
        if (closes_element(c)) depth--;
        if (closes_element(c) && depth <= 0 && at + 1 >= floor) {
            at++;
            break;
        }
    }
    if (at > text_end(recovery)) at = text_end(recovery);
    return spend(recovery, at - begin) ? at : text_end(recovery);
}

/* Behind an element stands the list's end, or a comma and another element. */
static bool is_behind_element(const struct recovery *recovery, uint32_t at) {
    while (is_blank(byte_at(recovery, at))) at++;
    if (byte_at(recovery, at) == ']') return true;
    if (byte_at(recovery, at) != ',') return false;
    do at++;
    while (is_blank(byte_at(recovery, at)));
    return opens_element(byte_at(recovery, at));
}

/* Where nothing is indented, the next line that begins alike may be in another list: brackets that come out
   even before it are trusted more. */
static uint32_t without_indentation(struct recovery *recovery, uint32_t begin, uint32_t floor) {
    uint32_t line = recovery->first_key.len ? by_lines(recovery, begin, floor, 0) : 0;
    uint32_t even = by_brackets(recovery, begin, floor);
    return !line || (even < line && is_behind_element(recovery, even)) ? even : line;
}

uint32_t recover_element(struct recovery *recovery, uint32_t begin, uint32_t floor) {
    uint32_t column, found = 0;
    if (column_of(recovery, begin, &column)) {
        if (column == 0) return without_indentation(recovery, begin, floor);
        found = by_lines(recovery, begin, floor, column);
    } else {
        found = by_first_key(recovery, floor);
    }
    return found ? found : by_brackets(recovery, begin, floor);
}

uint32_t recover_scalar(const struct recovery *recovery, uint32_t at) {
    while (at < text_end(recovery) && !strchr(",]}\n", recovery->text.at[at])) at++;
    return at;
}

/* The next line at the key's column that begins like a key, or at a smaller one that closes. */
static uint32_t by_keys(struct recovery *recovery, uint32_t key, uint32_t floor, uint32_t own) {
    uint32_t column = 0;
    for (uint32_t at = key;;) {
        uint32_t next = next_line(recovery, at, &column);
        if (next >= text_end(recovery) || !spend(recovery, next - at)) return 0;
        at = next;
        char c = byte_at(recovery, at);
        if (at < floor) continue;
        if (column == own && c == '"' && own > 0) return at;
        if (column < own && c == '}') return at;
    }
}

uint32_t recover_member(struct recovery *recovery, uint32_t key, uint32_t floor) {
    uint32_t column;
    uint32_t found = column_of(recovery, key, &column) ? by_keys(recovery, key, floor, column) : 0;
    if (found) return found;
    return opens_element(byte_at(recovery, floor - 1)) ? by_brackets(recovery, floor - 1, floor)
                                                       : recover_scalar(recovery, floor);
}
