#include "exchange/char.h"

#include "base/utf8.h"

uint32_t char_word_at(const uint32_t *at, char_word word) {
    uint32_t n = 0;
    while (word[n] && at[n] == word[n]) n++;
    return word[n] ? 0 : n;
}

uint32_t char_word_before(const uint32_t *begin, const uint32_t *end, char_word word) {
    uint32_t n = 0;
    while (word[n]) n++;
    return (uint32_t)(end - begin) >= n ? char_word_at(end - n, word) : 0;
}

static bool is_equal(const uint32_t *text, const uint16_t *word, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (text[i] != word[i]) return false;
    return true;
}

uint32_t char_words_at(const uint32_t *at, const struct char_row *words) {
    uint32_t longest = 0, first = *at;
    for (uint32_t code; (code = words->word[0]) != 0; words++) /* the last row has no character */
        if (code == first && words->length > longest && is_equal(at + 1, words->word + 1, words->length - 1u))
            longest = words->length;
    return longest;
}

uint32_t char_words_before(const uint32_t *begin, const uint32_t *end, const struct char_row *words) {
    uint32_t longest = 0, room = (uint32_t)(end - begin), last = room ? end[-1] : 0;
    for (; words->length; words++) {
        uint32_t length = words->length;
        if (words->word[length - 1] != last || length <= longest || length > room) continue;
        if (is_equal(end - length, words->word, length)) longest = length;
    }
    return longest;
}

bool char_ends_in(const uint32_t *begin, const uint32_t *end, const struct char_row *words) {
    uint32_t room = (uint32_t)(end - begin), last = room ? end[-1] : 0;
    for (uint32_t length; (length = words->length) != 0; words++)
        if (words->word[length - 1] == last && length <= room && is_equal(end - length, words->word, length))
            return true;
    return false;
}

void char_filter_add(struct char_filter *filter, uint32_t code) {
    filter->bits[code / 64 % 4] |= (uint64_t)1 << code % 64;
}

struct char_filter char_filter_of(const struct char_row *words) {
    struct char_filter filter = {{0}};
    for (; words->length; words++) char_filter_add(&filter, *words->word);
    return filter;
}

bool char_may_begin(const struct char_filter *filter, uint32_t code) {
    return filter->bits[code / 64 % 4] >> code % 64 & 1;
}

bool char_is_one_of(uint32_t code, char_word set) {
    while (*set && *set != code) set++;
    return *set != 0;
}

bool char_is_digit(uint32_t code) {
    return code >= '0' && code <= '9';
}

bool char_is_letter(uint32_t code) {
    return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
}

bool char_is_numeral(uint32_t code) {
    switch (code) {
    case U'一':
    case U'二':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
    case U'百':
    case U'千':
    case U'万':
    case U'亿':
    case U'零':
    case U'两':
        return true;
    default:
        return false;
    }
}

bool char_is_blank(uint32_t code) {
    return code == ' ' || code == '\t' || code == 0x3000 || code == 0xA0 ||
           (code >= 0x2000 && code <= 0x200A);
}

bool char_ends_sentence(uint32_t code) {
    return code == U'。' || code == U'！' || code == U'？' || code == '!' || code == '?' || code == '\n' ||
           code == 0;
}

bool char_ends_clause(uint32_t code) {
    return code == U'，' || code == U'；' || code == U'：' || code == U'…' || char_ends_sentence(code);
}

void char_add(struct buf *out, const uint32_t *at, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        char bytes[4];
        buf_add(out, bytes, utf8_put(bytes, at[i]));
    }
}

char *char_text(struct arena *arena, const uint32_t *at, uint32_t count) {
    char *text = arena_take(arena, (size_t)count * 4 + 1, 1), *out = text;
    for (uint32_t i = 0; i < count; i++) out += utf8_put(out, at[i]);
    return text;
}
