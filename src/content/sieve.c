#include "content/sieve.h"

static uint64_t stir(uint64_t state, uint32_t code) {
    state = (state ^ code) * 0x9E3779B97F4A7C15u;
    return state ^ (state >> 32);
}

/* Full-width letters and digits as the narrow ones, 号 as 日, signs and blanks as nothing: texts that fold to
   the same are the same here too, but for rare forms; a quick look before the real folding. */
uint64_t sieve_text(struct str text) {
    uint64_t state = text.len ? 1 : 0;
    for (size_t at = 0; at < text.len; at++) {
        const unsigned char *byte = (const unsigned char *)text.at + at;
        uint32_t code = byte[0];
        if (code >= 0xE4 && code <= 0xE9 && at + 2 < text.len) {
            code = code << 16 | (uint32_t)byte[1] << 8 | byte[2];
            at += 2;
            state = stir(state, code == 0xE58FB7 ? 0xE697A5 : code);
        } else if (code == 0xEF && at + 2 < text.len) {
            code = (byte[1] == 0xBD ? 0x60u : 0x20u) + (byte[2] & 0x3Fu);
            at += 2;
        }
        if (code - '0' < 10 || (code | 0x20) - 'a' < 26) state = stir(state, code | 0x20);
    }
    return state;
}

bool sieve_is_sure(struct str text) {
    for (size_t at = 0; at < text.len; at++) {
        unsigned char lead = (unsigned char)text.at[at];
        if (lead < 0x80) continue;
        unsigned char next = at + 1 < text.len ? (unsigned char)text.at[at + 1] : 0;
        bool is_han = (lead >= 0xE5 && lead <= 0xE9) || (lead == 0xE4 && next >= 0xB8);
        bool is_wide = lead == 0xEF && (next & 0xFE) == 0xBC;
        if (!is_han && !is_wide) return false;
        at += 2;
    }
    return true;
}
