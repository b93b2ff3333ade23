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

uint32_t char_words_at(const uint32_t *at, const char_word *words) {
    uint32_t longest = 0;
    for (; *words; words++) {
        uint32_t n = **words == *at ? char_word_at(at, *words) : 0;
        if (n > longest) longest = n;
    }
    return longest;
}

uint32_t char_words_before(const uint32_t *begin, const uint32_t *end, const char_word *words) {
    uint32_t longest = 0;
    for (; *words; words++) {
        uint32_t n = char_word_before(begin, end, *words);
        if (n > longest) longest = n;
    }
    return longest;
}

bool char_is_digit(uint32_t code) {
    return code >= '0' && code <= '9';
}

bool char_is_letter(uint32_t code) {
    return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
}

static bool is_one_of(uint32_t code, char_word set) {
    while (*set && *set != code) set++;
    return *set != 0;
}

bool char_is_numeral(uint32_t code) {
    return code > 0x4DFF && code < 0xA000 && is_one_of(code, U"一二三四五六七八九十百千万亿零两");
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
