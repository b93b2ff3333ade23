#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/fold.h"

struct pair {
    const char *a, *b;
};

static const struct pair same[] = {{"网络安全", " 网 络　安全。"},
                                   {"《网络安全法》", "网络安全法"},
                                   {"“网络安全为人民”", "「网络安全为人民」"},
                                   {"ＡＢＣ１２３", "abc123"},
                                   {"2014年", "２０１４年"},
                                   {"9月8号", "9月8日"},
                                   {"９月 ８ 号", "9月8日。"},
                                   {"九月八号", "九月八日"},
                                   {"1,000亿元", "1000亿元"},
                                   {"1，000亿元", "1000亿元"},
                                   {"⽹络", "网络"},
                                   {"ﬁle", "FILE"},
                                   {"e\u0301", "\u00E9"},
                                   {"a\u200Bb", "ab"},
                                   {"10％", "10%"},
                                   {"8：30", "8:30"},
                                   {"2014—2020", "2014-2020"},
                                   {"A、B", "AB"},
                                   {"", "。"}};

static const struct pair different[] = {{"800人", "约800人"},
                                        {"1.2万", "12万"},
                                        {"１．２万", "12万"},
                                        {"10%", "10"},
                                        {"2014-2020", "20142020"},
                                        {"2014—2020", "20142020"},
                                        {"8:30", "830"},
                                        {"8：３0", "830"},
                                        {"1、2", "12"},
                                        {"8号楼", "8日楼"},
                                        {"本月号外", "本月日外"},
                                        {"5月1日", "5月11日"},
                                        {"C#", "C"},
                                        {"C++", "C"},
                                        {"余", ""},
                                        {"第三届", "第四届"}};

static void same_texts_fold_to_one(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        struct str a = str_of(same[i].a), b = str_of(same[i].b);
        if (!fold_equal(a, b)) fail_msg("%s and %s should be the same", same[i].a, same[i].b);
        assert_int_equal(fold_hash(a), fold_hash(b));
    }
}

static void different_claims_stay_different(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof different / sizeof different[0]; i++) {
        struct str a = str_of(different[i].a), b = str_of(different[i].b);
        if (fold_equal(a, b)) fail_msg("%s and %s should differ", different[i].a, different[i].b);
        assert_int_not_equal(fold_hash(a), fold_hash(b));
    }
}

static void folding_appends_and_keeps_what_is_there(void **state) {
    (void)state;
    struct buf out;
    buf_init(&out);
    buf_text(&out, "前");
    fold_text(STR("《安 全》ＡＢ"), &out);
    assert_string_equal(out.at, "前安全ab");
    buf_finish(&out);
}

static void long_texts_fold_as_short_ones_do(void **state) {
    (void)state;
    struct buf text, folded;
    buf_init(&text);
    buf_init(&folded);
    for (int i = 0; i < 1000; i++) buf_text(&text, "网络，a");
    fold_text(buf_get(&text), &folded);
    assert_int_equal(folded.len, 7000);
    buf_text(&text, "①");
    buf_clear(&folded);
    fold_text(buf_get(&text), &folded);
    assert_int_equal(folded.len, 7001);
    buf_finish(&text);
    buf_finish(&folded);
}

struct number {
    const char *text;
    int64_t value; /* -1: none */
};

static const struct number numbers[] = {{"十", 10},
                                        {"三百", 300},
                                        {"两千零二十四", 2024},
                                        {"二〇二四", 2024},
                                        {"二零二四", 2024},
                                        {"一百零二", 102},
                                        {"一千零一十", 1010},
                                        {"十五", 15},
                                        {"二十一", 21},
                                        {"一万", 10000},
                                        {"十二万", 120000},
                                        {"三亿五千万", 350000000},
                                        {"一千亿", 100000000000},
                                        {"一万零五", 10005},
                                        {"叁百", 300},
                                        {"贰拾", 20},
                                        {"零", 0},
                                        {" 七 ", 7},
                                        {"1.2万", -1},
                                        {"", -1},
                                        {"百", -1},
                                        {"三百二", -1},
                                        {"十十", -1},
                                        {"百三十", -1},
                                        {"三百千", -1},
                                        {"一万亿", -1},
                                        {"一百零", -1},
                                        {"五月", -1}};

static void chinese_numerals_are_read(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        int64_t value = -1;
        bool read = fold_number(str_of(numbers[i].text), &value);
        if (read != (numbers[i].value >= 0) || value != numbers[i].value) {
            fail_msg("%s gave %lld", numbers[i].text, (long long)value);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_texts_fold_to_one), cmocka_unit_test(different_claims_stay_different),
        cmocka_unit_test(folding_appends_and_keeps_what_is_there),
        cmocka_unit_test(long_texts_fold_as_short_ones_do), cmocka_unit_test(chinese_numerals_are_read)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
