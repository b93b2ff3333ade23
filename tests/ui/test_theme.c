#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <cmocka.h>

#include "ui/theme.h"

/* Colours that can be read: the integers agree with WCAG's formula, and every pair a text may have is far
 * enough apart. */

/* x^2.4 without the mathematical library: x² times the fifth root of x², by Newton's rule. */
static double power(double x) {
    double square = x * x, root = 1;
    for (uint32_t i = 0; i < 60; i++)
        root -= (root * root * root * root * root - square) / (5 * root * root * root * root);
    return square * root;
}

static double share(uint32_t byte) {
    double value = byte / 255.0;
    return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055);
}

static double luminance(uint32_t rgb) {
    return 0.2126 * share(rgb >> 16 & 0xFF) + 0.7152 * share(rgb >> 8 & 0xFF) + 0.0722 * share(rgb & 0xFF);
}

static void contrast_agrees_with_the_formula(void **state) {
    (void)state;
    for (uint32_t theme = 0; theme < THEMES; theme++)
        for (uint32_t a = COLOR_GROUND; a < COLORS; a++)
            for (uint32_t b = COLOR_GROUND; b < COLORS; b++) {
                const struct palette *palette = theme_palette((enum theme)theme);
                uint32_t x = color_value(palette, (enum color)a), y = color_value(palette, (enum color)b);
                double first = luminance(x) + 0.05, second = luminance(y) + 0.05;
                double exact = first > second ? first / second : second / first;
                double off = exact * 100 - color_contrast(x, y);
                assert_true(off < 2 + exact && -off < 2 + exact);
            }
}

static void black_on_white_is_twenty_one_to_one(void **state) {
    (void)state;
    assert_in_range(color_contrast(0x000000, 0xFFFFFF), 2095, 2101);
    assert_int_equal(color_contrast(0x123456, 0x123456), 100);
}

static void every_pair_can_be_read(void **state) {
    (void)state;
    for (uint32_t theme = 0; theme < THEMES; theme++)
        for (uint32_t i = 0; i < theme_pair_count; i++) {
            const struct palette *palette = theme_palette((enum theme)theme);
            struct pair worst = theme_pairs[i];
            uint32_t contrast = palette_contrast(palette, &worst);
            if (contrast < theme_least_contrast(palette->base))
                fail_msg("%s: %s on %s is %u", palette->name, color_name(worst.text), color_name(worst.on),
                         contrast);
        }
}

/* The ground is as pale as its palest plane. */
static void the_worst_of_the_ground_counts(void **state) {
    (void)state;
    struct palette palette = *theme_palette(THEME_DARK);
    palette.colors[COLOR_PLANE2] = palette.colors[COLOR_INK2];
    struct pair worst = {COLOR_INK2, COLOR_GROUND};
    assert_int_equal(palette_contrast(&palette, &worst), 100);
    assert_int_equal(worst.on, COLOR_PLANE2);
}

static void a_pair_is_found_both_ways_round(void **state) {
    (void)state;
    uint32_t place = theme_find_pair((struct pair){COLOR_PLATE, COLOR_ON_PLATE});
    assert_int_equal(place, theme_find_pair((struct pair){COLOR_ON_PLATE, COLOR_PLATE}));
    assert_true(place < theme_pair_count);
    assert_int_equal(theme_find_pair((struct pair){COLOR_SEAL, COLOR_RIGHT}), theme_pair_count);
}

static void right_and_wrong_differ_in_more_than_hue(void **state) {
    (void)state;
    for (uint32_t theme = 0; theme < THEMES; theme++) {
        const struct palette *of = theme_palette((enum theme)theme);
        assert_true(color_value(of, COLOR_RIGHT) != color_value(of, COLOR_WRONG));
        uint32_t right = color_contrast(color_value(of, COLOR_RIGHT), color_value(of, COLOR_PANEL));
        uint32_t wrong = color_contrast(color_value(of, COLOR_WRONG), color_value(of, COLOR_PANEL));
        assert_in_range(right, 300, 2100);
        assert_in_range(wrong, 300, 2100);
    }
}

static void text_needs_its_ratio(void **state) {
    (void)state;
    assert_int_equal(theme_least_contrast(THEME_LIGHT), 450);
    assert_int_equal(theme_least_contrast(THEME_DARK), 450);
    assert_int_equal(theme_least_contrast(THEME_CONTRAST), 700);
}

static void every_part_of_the_ground_counts(void **state) {
    (void)state;
    static const enum color parts[] = {COLOR_GROUND, COLOR_PLANE0, COLOR_PLANE1,
                                       COLOR_PLANE2, COLOR_PLANE3, COLOR_HORIZON};
    for (uint32_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        struct palette palette = *theme_palette(THEME_LIGHT);
        palette.colors[parts[i]] = palette.colors[COLOR_INK];
        struct pair worst = {COLOR_INK, COLOR_GROUND};
        assert_int_equal(palette_contrast(&palette, &worst), 100);
        assert_int_equal(worst.on, parts[i]);
    }
}

/* What is drawn and not written: a lit window keeps an edge that can be seen, an empty place and an outline
 * are there, a code is read by a telephone. Hundredths, as the design measured them. */
static void shapes_can_be_seen(void **state) {
    (void)state;
    static const struct {
        enum color shape, on;
        uint32_t least;
    } rows[] = {{COLOR_LAMP_EDGE, COLOR_GROUND, 300}, {COLOR_LINE, COLOR_PANEL, 150},
                {COLOR_LINE, COLOR_GROUND, 150},      {COLOR_TRACK, COLOR_PLANE3, 120},
                {COLOR_CODE, COLOR_CODE_PAPER, 2000}, {COLOR_LAMP, COLOR_STREET, 700},
                {COLOR_PLATE, COLOR_PANEL, 200},      {COLOR_UNLIT, COLOR_NEAR0, 115}};
    for (uint32_t theme = 0; theme < THEMES; theme++)
        for (uint32_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
            const struct palette *palette = theme_palette((enum theme)theme);
            struct pair worst = {rows[i].shape, rows[i].on};
            uint32_t contrast = palette_contrast(palette, &worst);
            if (contrast < rows[i].least)
                fail_msg("%s: %s on %s is %u", palette->name, color_name(worst.text), color_name(worst.on),
                         contrast);
        }
}

static void tints_of_right_and_wrong_differ(void **state) {
    (void)state;
    for (uint32_t theme = 0; theme < THEME_CONTRAST; theme++) {
        const struct palette *of = theme_palette((enum theme)theme);
        uint32_t right = color_value(of, COLOR_RIGHT_TINT), wrong = color_value(of, COLOR_WRONG_TINT);
        assert_true((right & 0xFF) > (right >> 16)); /* bluish, and reddish */
        assert_true((wrong & 0xFF) < (wrong >> 16));
    }
}

static void a_built_in_theme_is_its_own_base(void **state) {
    (void)state;
    for (uint32_t theme = 0; theme < THEMES; theme++)
        assert_int_equal(theme_palette((enum theme)theme)->base, theme);
}

static void a_theme_is_found_by_its_name(void **state) {
    (void)state;
    enum theme theme = THEMES;
    assert_true(theme_find("dark", &theme));
    assert_int_equal(theme, THEME_DARK);
    assert_false(theme_find("pink", &theme));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_agrees_with_the_formula),
        cmocka_unit_test(black_on_white_is_twenty_one_to_one),
        cmocka_unit_test(every_pair_can_be_read),
        cmocka_unit_test(the_worst_of_the_ground_counts),
        cmocka_unit_test(a_pair_is_found_both_ways_round),
        cmocka_unit_test(right_and_wrong_differ_in_more_than_hue),
        cmocka_unit_test(text_needs_its_ratio),
        cmocka_unit_test(every_part_of_the_ground_counts),
        cmocka_unit_test(shapes_can_be_seen),
        cmocka_unit_test(tints_of_right_and_wrong_differ),
        cmocka_unit_test(a_built_in_theme_is_its_own_base),
        cmocka_unit_test(a_theme_is_found_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
