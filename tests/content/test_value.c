#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "content/value.h"

static struct arena arena;

static int set_up(void **state) {
    (void)state;
    arena_init(&arena);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    arena_finish(&arena);
    return 0;
}

static enum relation relate(const char *a, const char *b) {
    struct value left = value_read(&arena, a), right = value_read(&arena, b);
    enum relation there = value_compare(&left, &right), back = value_compare(&right, &left);
    assert_int_equal(there, back);
    return there;
}

static void expect_number(const char *text, int64_t thousandths, enum hedge hedge, const char *unit) {
    struct value value = value_read(&arena, text);
    if (value.type != VALUE_NUMBER || value.thousandths != thousandths || value.hedge != hedge ||
        strcmp(value.unit, unit) != 0) {
        fail_msg("%s: type %d, %lld, hedge %d, unit %s", text, (int)value.type, (long long)value.thousandths,
                 (int)value.hedge, value.unit ? value.unit : "-");
    }
}

static void expect_days(const char *text, uint32_t first, uint32_t last) {
    struct value value = value_read(&arena, text);
    if (value.type != VALUE_DAYS || value.first_day != first || value.last_day != last) {
        fail_msg("%s: type %d, %u-%u", text, (int)value.type, value.first_day, value.last_day);
    }
}

static void numbers_carry_hedge_and_unit(void **state) {
    (void)state;
    expect_number("约800人", 800000, HEDGE_ABOUT, "人");
    expect_number("近800人", 800000, HEDGE_ABOUT, "人");
    expect_number("不超过30个", 30000, HEDGE_AT_MOST, "个");
    expect_number("最高1000万元", 10000000000, HEDGE_AT_MOST, "元");
    expect_number("至少3项", 3000, HEDGE_AT_LEAST, "项");
    expect_number("40%", 40000, HEDGE_NONE, "%");
    expect_number("百分之四十", 40000, HEDGE_NONE, "%");
    expect_number("99.5％", 99500, HEDGE_NONE, "%");
    expect_number("突破1000亿元", 100000000000000, HEDGE_OVER, "元");
    expect_number("逾1.2万人", 12000000, HEDGE_OVER, "人");
    expect_number("240余人", 240000, HEDGE_OVER, "人");
    expect_number("10余家", 10000, HEDGE_OVER, "家");
    expect_number("十多个", 10000, HEDGE_OVER, "个");
    expect_number("十个", 10000, HEDGE_NONE, "个");
    expect_number("１２３个", 123000, HEDGE_NONE, "个");
    expect_number("1,200 人", 1200000, HEDGE_NONE, "人");
    expect_number("300人以上", 300000, HEDGE_OVER, "人");
    expect_number("42", 42000, HEDGE_NONE, "");
}

static void the_words_around_a_number_are_kept_as_they_are_shown(void **state) {
    (void)state;
    struct value value = value_read(&arena, "约1.2万人");
    assert_string_equal(value.before, "约");
    assert_string_equal(value.after, "万人");
    assert_string_equal(value.show, "约1.2万人");
}

static void names_with_digits_are_texts(void **state) {
    (void)state;
    static const char *const texts[] = {"360公司",
                                        "三个统一",
                                        "一带一路",
                                        "5G",
                                        "第42届",
                                        "广州",
                                        "",
                                        "2024年国家网络安全宣传周",
                                        "999999999999999999999个"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (value_read(&arena, texts[i]).type != VALUE_TEXT) fail_msg("%s", texts[i]);
    }
}

static void days_may_leave_out_what_was_said(void **state) {
    (void)state;
    expect_days("9月9日至15日", 909, 915);
    expect_days("2月23日至24日", 223, 224);
    expect_days("2024年9月10日", 20240910, 20240910);
    expect_days("2024年9月9日至15日", 20240909, 20240915);
    expect_days("2024年12月30日至2025年1月3日", 20241230, 20250103);
    expect_days("9月30日至10月6日", 930, 1006);
    expect_days("9月8号", 908, 908);
    expect_days("9月9—15日", 909, 915);
    expect_days("２０２４年９月９日", 20240909, 20240909);
    expect_days("九月九日", 909, 909);
    expect_days("9月中旬", 911, 920);
    expect_days("2024年9月", 20240901, 20240931);
    expect_days("2024年", 20240101, 20241231);
}

static void days_that_run_backwards_are_texts(void **state) {
    (void)state;
    assert_int_equal(value_read(&arena, "9月15日至9日").type, VALUE_TEXT);
    assert_int_equal(value_read(&arena, "13月9日").type, VALUE_TEXT);
    assert_int_equal(value_read(&arena, "9月32日").type, VALUE_TEXT);
}

static void the_same_claim_in_other_words_is_the_same(void **state) {
    (void)state;
    assert_int_equal(relate("9月8号", "9月8日"), RELATION_SAME);
    assert_int_equal(relate("40%", "百分之四十"), RELATION_SAME);
    assert_int_equal(relate("十个", "10个"), RELATION_SAME);
    assert_int_equal(relate("1万人", "10000人"), RELATION_SAME);
    assert_int_equal(relate("《白皮书》", "白皮书"), RELATION_SAME);
}

static void what_contains_the_other_overlaps(void **state) {
    (void)state;
    assert_int_equal(relate("超过1000亿元", "1000亿元"), RELATION_OVERLAP);
    assert_int_equal(relate("超过1000亿元", "2000亿元"), RELATION_OVERLAP);
    assert_int_equal(relate("不超过30个", "20个"), RELATION_OVERLAP);
    assert_int_equal(relate("约800人", "800人"), RELATION_OVERLAP);
    assert_int_equal(relate("9月9日", "9月9日至15日"), RELATION_OVERLAP);
    assert_int_equal(relate("9月中旬", "9月9日至15日"), RELATION_OVERLAP);
    assert_int_equal(relate("2024年9月10日", "9月10日"), RELATION_OVERLAP);
    assert_int_equal(relate("广州", "广州南沙"), RELATION_OVERLAP);
}

static void what_excludes_the_other_is_apart(void **state) {
    (void)state;
    assert_int_equal(relate("42个", "73个"), RELATION_APART);
    assert_int_equal(relate("约800人", "约1200人"), RELATION_APART);
    assert_int_equal(relate("9月9日至15日", "9月16日至22日"), RELATION_APART);
    assert_int_equal(relate("2023年9月10日", "2024年9月10日"), RELATION_APART);
    assert_int_equal(relate("广州", "福州"), RELATION_APART);
}

static void other_units_and_types_can_not_be_compared(void **state) {
    (void)state;
    assert_int_equal(relate("42个", "42家"), RELATION_UNKNOWN);
    assert_int_equal(relate("42个", "9月9日"), RELATION_UNKNOWN);
}

static void a_place_is_related_to_what_it_lies_in(void **state) {
    (void)state;
    static const char *const aliases[] = {"广州市", "羊城"};
    struct entity guangdong = {.name = "广东"}, guangzhou = {.name = "广州", .aliases = {aliases, 2}};
    guangzhou.within = &guangdong;
    struct value outer = {.type = VALUE_ENTITY, .show = "广东", .entity = &guangdong};
    struct value inner = {.type = VALUE_ENTITY, .show = "广州", .entity = &guangzhou};
    struct value alias = value_read(&arena, "羊城");
    assert_int_equal(value_compare(&outer, &inner), RELATION_OVERLAP);
    assert_int_equal(value_compare(&alias, &inner), RELATION_SAME);
    assert_int_equal(value_compare(&alias, &outer), RELATION_APART);
}

static bool same_shape(const char *a, const char *b) {
    struct value left = value_read(&arena, a), right = value_read(&arena, b);
    return value_same_shape(&left, &right);
}

static void shapes_are_told_by_the_words_around_the_digits(void **state) {
    (void)state;
    assert_true(same_shape("9月9日至15日", "10月11日至17日"));
    assert_false(same_shape("9月9日至15日", "9月9日"));
    assert_false(same_shape("9月9日", "2024年9月9日"));
    assert_true(same_shape("约800人", "约1200人"));
    assert_false(same_shape("约800人", "近1200人"));
    assert_false(same_shape("800人", "1.2万人"));
    assert_false(same_shape("800人", "广州"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_carry_hedge_and_unit),
        cmocka_unit_test(the_words_around_a_number_are_kept_as_they_are_shown),
        cmocka_unit_test(names_with_digits_are_texts),
        cmocka_unit_test(days_may_leave_out_what_was_said),
        cmocka_unit_test(days_that_run_backwards_are_texts),
        cmocka_unit_test(the_same_claim_in_other_words_is_the_same),
        cmocka_unit_test(what_contains_the_other_overlaps),
        cmocka_unit_test(what_excludes_the_other_is_apart),
        cmocka_unit_test(other_units_and_types_can_not_be_compared),
        cmocka_unit_test(a_place_is_related_to_what_it_lies_in),
        cmocka_unit_test(shapes_are_told_by_the_words_around_the_digits),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
