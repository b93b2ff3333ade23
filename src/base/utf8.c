#include "base/utf8.h"

#include <assert.h>
#include <stddef.h>

#include "base/sixteen.h"

static bool is_tail(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/* Bytes of the strict sequence at `at`, 0 when there is none. The second byte's range decides about overlong
   forms, surrogates and the end of Unicode. */
static size_t sequence_length(const unsigned char *at, size_t left) {
    unsigned char lead = at[0];
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4 || left < 2) return 0;
    if (lead < 0xE0) return is_tail(at[1]) ? 2 : 0;
    unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (at[1] < low || at[1] > high || left < 3 || !is_tail(at[2])) return 0;
    if (lead < 0xF0) return 3;
    return left >= 4 && is_tail(at[3]) ? 4 : 0;
}

/* Where a tail is missing or too much, and the leads that need a closer look: overlong forms, surrogates,
   four bytes, and E1, which comes along with E0. Two bytes before the sixteen are looked at too. */
static sixteen_verdicts odd_bytes(const unsigned char *at) {
    sixteen byte = sixteen_at(at);
    sixteen_verdicts wants_tail = (sixteen_at(at - 1) >= 0xC0) | (sixteen_at(at - 2) >= 0xE0);
    sixteen_verdicts tail = (sixteen_verdicts)byte < (signed char)0xC0;
    return (wants_tail ^ tail) | ((byte & 0xDE) == 0xC0) | (byte == 0xED) | (byte >= 0xF0);
}

enum { WINDOW = 64 };

/* ASCII and sequences of two and three bytes, complete as far as the window goes. */
static bool is_everyday(const unsigned char *at) {
    return sixteen_none(odd_bytes(at) | odd_bytes(at + 16) | odd_bytes(at + 32) | odd_bytes(at + 48));
}

/* The sequence that `at` stands in, or `at`: at most two bytes before it. */
static const unsigned char *sequence_start(const unsigned char *at) {
    return at[-1] >= 0xC0 ? at - 1 : at[-2] >= 0xE0 ? at - 2 : at;
}

/* By the book, up to `stop` or a little further, or to what is broken. */
static const unsigned char *walk(const unsigned char *at, const unsigned char *stop,
                                 const unsigned char *end) {
    while (at < stop) {
        size_t len = sequence_length(at, (size_t)(end - at));
        if (len == 0) break;
        at += len;
    }
    return at;
}

size_t utf8_valid_prefix(struct str text) {
    const unsigned char *start = (const unsigned char *)text.at, *end = start + text.len;
    const unsigned char *stop = text.len < 2 ? end : start + 2, *at = walk(start, stop, end);
    while (at >= stop && at < end) {
        if (end - at > WINDOW && is_everyday(at)) { /* the end is left to the book */
            at += WINDOW;
            stop = at;
        } else {
            stop = end - at > WINDOW ? at + WINDOW : end;
            at = walk(sequence_start(at), stop, end);
        }
    }
    return (size_t)(at - start);
}

uint32_t utf8_next(const char **at, const char *end) {
    const unsigned char *byte = (const unsigned char *)*at;
    assert(*at < end);
    if (byte[0] < 0x80) {
        *at += 1;
        return byte[0];
    }
    size_t len = byte[0] < 0xE0 ? 2 : byte[0] < 0xF0 ? 3 : 4;
    assert((size_t)(end - *at) >= len);
    uint32_t code = byte[0] & (0xFFu >> (len + 1));
    for (size_t i = 1; i < len; i++) code = (code << 6) | (byte[i] & 0x3Fu);
    *at += len;
    return code;
}

size_t utf8_put(char out[4], uint32_t code) {
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    assert(code <= 0x10FFFF);
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    size_t len = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = len - 1; i > 0; i--, code >>= 6) out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)(lead[len] | code);
    return len;
}

size_t utf8_count(struct str text) {
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++) count += !is_tail((unsigned char)text.at[i]);
    return count;
}

struct range {
    uint32_t first, last;
};

static const struct range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x25FD, 0x25FE},
    {0x2614, 0x2615},   {0x2648, 0x2653},   {0x26A1, 0x26A1},   {0x26D4, 0x26D4},   {0x2705, 0x2705},
    {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},
    {0x2757, 0x2757},   {0x2795, 0x2797},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},
    {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18DFF},
    {0x1AFF0, 0x1B2FF}, {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A},
    {0x1F200, 0x1F320}, {0x1F32D, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F7E0, 0x1F7EB}, {0x1F900, 0x1F9FF},
    {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD}};

static const struct range no_width[] = {{0x0000, 0x001F}, {0x007F, 0x009F},  {0x00AD, 0x00AD},
                                        {0x0300, 0x036F}, {0x200B, 0x200F},  {0x202A, 0x202E},
                                        {0x2060, 0x2064}, {0x20D0, 0x20F0},  {0xFE00, 0xFE0F},
                                        {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF}};

/* The ranges stand in order. */
static bool in_ranges(uint32_t code, const struct range *list, size_t count) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list[middle].last < code) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < count && list[low].first <= code;
}

static int code_columns(uint32_t code) {
    if (code >= 0x20 && code < 0x7F) return 1;
    if (code >= 0x4E00 && code <= 0x9FFF) return 2;
    if (in_ranges(code, no_width, sizeof no_width / sizeof no_width[0])) return 0;
    return in_ranges(code, wide, sizeof wide / sizeof wide[0]) ? 2 : 1;
}

int utf8_columns(struct str text) {
    const char *at = text.at, *end = text.at + text.len;
    int columns = 0;
    while (at < end) columns += code_columns(utf8_next(&at, end));
    return columns;
}

bool utf8_is_han(uint32_t code) {
    static const struct range han[] = {
        {0x3007, 0x3007}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x323AF}};
    return in_ranges(code, han, sizeof han / sizeof han[0]);
}

struct str utf8_head(struct str text, size_t count) {
    size_t end = 0;
    while (end < text.len && count > 0) {
        end++;
        while (end < text.len && is_tail((unsigned char)text.at[end])) end++;
        count--;
    }
    return str_cut(text, 0, end);
}
