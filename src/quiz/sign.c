#include "quiz/sign.h"

#include <assert.h>
#include <stdio.h>

#include "base/random.h"

enum { STREAM_SIGN = 0x5167 };

/* 金青蓝紫红 × 盾鹰松峰杉榕桨鹏, less those that mean something else: tests/quiz/test_sign.c says what. */
const char *const sign_pairs[] = {
    "金盾", "金鹰", "金杉", "金榕", "金桨",                         /* */
    "青盾", "青鹰", "青松", "青峰", "青杉", "青榕", "青桨", "青鹏", /* */
    "蓝鹰", "蓝松", "蓝杉", "蓝榕", "蓝桨",                         /* */
    "紫盾", "紫鹰", "紫松", "紫峰", "紫杉", "紫榕", "紫桨", "紫鹏", /* */
    "红盾", "红鹰", "红松", "红杉", "红榕", "红桨", "红鹏",
};
const uint32_t sign_pair_count = sizeof sign_pairs / sizeof *sign_pairs;

uint32_t sign_count(void) {
    return sign_pair_count * SIGN_NUMBERS;
}

uint16_t sign_draw(uint64_t seed, uint32_t place) {
    uint32_t count = sign_count(), run = place / count;
    return (uint16_t)(1 +
                      random_pick(random_derive(seed, STREAM_SIGN, run), STREAM_SIGN, count, place % count));
}

void sign_print(uint16_t sign, char text[SIGN_TEXT]) {
    assert(sign <= sign_count());
    *text = '\0';
    if (!sign) return;
    uint32_t pair = (sign - 1u) / SIGN_NUMBERS, number = (sign - 1u) % SIGN_NUMBERS + 1;
    snprintf(text, SIGN_TEXT, "%s %02u", sign_pairs[pair], number);
}
