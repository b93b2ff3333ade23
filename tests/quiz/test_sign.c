#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "quiz/sign.h"

/* Call-signs: every pair of the two word lists has been read, and is either drawn from or left out for a
   reason; and no two visitors in a row of thousands get the same. */

static const char *const colors[] = {"金", "青", "蓝", "紫", "红"}, *const things[] = {"盾", "鹰", "松",
                                                                                       "峰", "杉", "榕",
                                                                                       "桨", "鹏"};
enum { COLORS = sizeof colors / sizeof *colors, THINGS = sizeof things / sizeof *things };

static const struct left_out {
    const char *pair, *why;
} left_out[] = {
    {"金松", "读起来像人名：姓金"}, {"金峰", "读起来像人名：姓金"}, {"金鹏", "读起来像人名：姓金"},
    {"蓝峰", "读起来像人名：姓蓝"}, {"蓝鹏", "读起来像人名：姓蓝"}, {"蓝盾", "是一家网络安全公司的名字"},
    {"红峰", "听起来是“洪峰”"},
};
enum { LEFT_OUT = sizeof left_out / sizeof *left_out };

static uint32_t times_drawn_from(const char *pair) {
    uint32_t times = 0;
    for (uint32_t i = 0; i < sign_pair_count; i++) times += strcmp(sign_pairs[i], pair) == 0;
    return times;
}

static uint32_t times_left_out(const char *pair) {
    uint32_t times = 0;
    for (uint32_t i = 0; i < LEFT_OUT; i++) times += strcmp(left_out[i].pair, pair) == 0;
    return times;
}

static void every_pair_was_read_once(void **state) {
    (void)state;
    uint32_t read = 0;
    for (uint32_t c = 0; c < COLORS; c++)
        for (uint32_t t = 0; t < THINGS; t++) {
            char pair[16];
            snprintf(pair, sizeof pair, "%s%s", colors[c], things[t]);
            uint32_t times = times_drawn_from(pair);
            if (times + times_left_out(pair) != 1) fail_msg("%s stands %u times", pair, times);
            read += times;
        }
    assert_int_equal(read, sign_pair_count); /* and there is none that is of other words */
    assert_int_equal(read + LEFT_OUT, COLORS * THINGS);
}

static void every_sign_is_a_pair_and_a_number_of_its_own(void **state) {
    (void)state;
    char(*signs)[SIGN_TEXT] = calloc(sign_count() + 1, sizeof *signs);
    for (uint32_t i = 0; i <= sign_count(); i++) sign_print((uint16_t)i, signs[i]);
    assert_string_equal(signs[0], "");
    assert_string_equal(signs[1], "金盾 01");
    assert_string_equal(signs[sign_count()], "红鹏 99");
    for (uint32_t i = 1; i <= sign_count(); i++) {
        char pair[7] = {0};
        memcpy(pair, signs[i], 6);
        assert_int_equal(times_drawn_from(pair), 1);
        assert_in_range(atoi(signs[i] + 7), 1, SIGN_NUMBERS);
        assert_int_equal(strlen(signs[i]), 9);
    }
    qsort(signs, sign_count() + 1, sizeof *signs, (int (*)(const void *, const void *))strcmp);
    for (uint32_t i = 1; i <= sign_count(); i++) assert_string_not_equal(signs[i - 1], signs[i]);
    free(signs);
}

static void no_sign_comes_twice_in_a_run(void **state) {
    (void)state;
    bool *seen = calloc(sign_count() + 1, sizeof *seen);
    for (uint64_t seed = 1; seed <= 3; seed++)
        for (uint32_t run = 0; run < 3; run++) {
            memset(seen, 0, sign_count() + 1);
            for (uint32_t i = 0; i < sign_count(); i++) {
                uint16_t sign = sign_draw(seed, run * sign_count() + i);
                assert_in_range(sign, 1, sign_count());
                if (seen[sign]) fail_msg("seed %u: sign %u comes twice", (unsigned)seed, sign);
                seen[sign] = true;
            }
        }
    free(seen);
}

static void days_and_runs_differ(void **state) {
    (void)state;
    uint32_t same_seed = 0, same_run = 0, same_next = 0;
    for (uint32_t i = 0; i < 200; i++) {
        same_seed += sign_draw(1, i) == sign_draw(2, i);
        same_run += sign_draw(1, i) == sign_draw(1, i + sign_count());
        same_next += sign_draw(1, i) + 1 == sign_draw(1, i + 1); /* the next one can not be foretold */
    }
    assert_in_range(same_seed, 0, 3);
    assert_in_range(same_run, 0, 3);
    assert_in_range(same_next, 0, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair_was_read_once),
        cmocka_unit_test(every_sign_is_a_pair_and_a_number_of_its_own),
        cmocka_unit_test(no_sign_comes_twice_in_a_run),
        cmocka_unit_test(days_and_runs_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
