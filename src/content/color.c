#include "content/color.h"

static int32_t digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    char letter = (char)(c | 0x20);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

bool color_read(const char *text, uint32_t *rgb) {
    enum { DIGITS = 6 };
    if (text[0] != '#') return false;
    *rgb = 0;
    for (uint32_t i = 1; i <= DIGITS; i++) {
        int32_t digit = digit_of(text[i]);
        if (digit < 0) return false;
        *rgb = *rgb << 4 | (uint32_t)digit;
    }
    return text[DIGITS + 1] == '\0';
}
