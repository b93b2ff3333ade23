#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "content/hours.h"

static void hours_are_read_as_they_are_written(void **state) {
    (void)state;
    struct hours hours = {1, 1};
    assert_true(hours_read("21:00-08:30", &hours));
    assert_int_equal(hours.from, 21 * 60);
    assert_int_equal(hours.to, 8 * 60 + 30);
    assert_true(hours_read("00:00-23:59", &hours));
    assert_int_equal(hours.to, 23 * 60 + 59);
}

static void what_is_no_time_is_refused(void **state) {
    (void)state;
    static const char *const wrong[] = {"",
                                        "21:00",
                                        "21:00-",
                                        "21:00-8:30",
                                        "24:00-08:30",
                                        "21:60-08:30",
                                        "21.00-08.30",
                                        "21:00 08:30",
                                        "21:00-08:3a",
                                        "21:00-08:300",
                                        " 21:00-08:30",
                                        "21:00~08:30",
                                        "-1:00-08:30",
                                        "12:00-12:00"};
    struct hours hours = {7, 9};
    for (uint32_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        if (hours_read(wrong[i], &hours)) fail_msg("“%s” was taken", wrong[i]);
    assert_int_equal(hours.from, 7);
}

static uint32_t minutes_held(const char *text) {
    struct hours hours = {0, 0};
    uint32_t held = 0;
    if (*text) assert_true(hours_read(text, &hours));
    for (uint32_t minute = 0; minute < 24 * 60; minute++) held += hours_hold(&hours, minute);
    return held;
}

static void hours_hold_over_midnight_too(void **state) {
    (void)state;
    struct hours night;
    assert_true(hours_read("21:00-08:30", &night));
    assert_false(hours_hold(&night, 21 * 60 - 1));
    assert_true(hours_hold(&night, 21 * 60));
    assert_true(hours_hold(&night, 0));
    assert_true(hours_hold(&night, 8 * 60 + 29));
    assert_false(hours_hold(&night, 8 * 60 + 30));
    assert_int_equal(minutes_held("21:00-08:30"), 11 * 60 + 30);
    assert_int_equal(minutes_held("12:15-13:45"), 90);
    assert_int_equal(minutes_held("00:00-00:01"), 1);
    assert_int_equal(minutes_held("00:01-00:00"), 24 * 60 - 1);
    assert_int_equal(minutes_held(""), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_are_read_as_they_are_written),
        cmocka_unit_test(what_is_no_time_is_refused),
        cmocka_unit_test(hours_hold_over_midnight_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
