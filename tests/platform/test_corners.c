#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/random.h"
#include "platform/corners.h"

enum { W = 1080, H = 1920 };

static const struct corners_place corner[] = {
    {20, 20, W, H}, {W - 20, 20, W, H}, {20, H - 20, W, H}, {W - 20, H - 20, W, H}};
static const struct corners_place middle = {500, 900, W, H}, edge = {20, 900, W, H};

static int set_up(void **state) {
    static struct corners corners;
    corners_init(&corners);
    *state = &corners;
    return 0;
}

static bool touch(struct corners *corners, int64_t finger, struct corners_place place, uint64_t now) {
    return corners_down(corners, finger, false, place, now);
}

static bool click(struct corners *corners, struct corners_place place, uint64_t now) {
    return corners_down(corners, -1, true, place, now);
}

static void two_opposite_corners_for_three_seconds_make_it(void **state) {
    struct corners *corners = *state;
    for (uint32_t a = 0; a < 4; a++) {
        corners_init(corners);
        assert_false(touch(corners, 1, corner[a], 1000));
        assert_true(corners_deadline(corners) == UINT64_MAX);
        assert_true(touch(corners, 2, corner[3 - a], 1500));
        assert_true(corners_deadline(corners) == 4500);
        assert_int_equal(corners_tick(corners, 4499), CORNERS_NOTHING);
        assert_int_equal(corners_tick(corners, 4500), CORNERS_MADE);
        assert_int_equal(corners_tick(corners, 9000), CORNERS_NOTHING);
    }
}

static void neighbouring_corners_do_not(void **state) {
    struct corners *corners = *state;
    touch(corners, 1, corner[0], 0);
    assert_false(touch(corners, 2, corner[1], 0));
    assert_int_equal(corners_tick(corners, 9000), CORNERS_NOTHING);
}

static void third_finger_ends_it_until_all_are_up(void **state) {
    struct corners *corners = *state;
    touch(corners, 1, corner[0], 0);
    touch(corners, 2, corner[3], 0);
    touch(corners, 3, middle, 1000);
    assert_int_equal(corners_tick(corners, 5000), CORNERS_NOTHING);
    corners_up(corners, 3);
    assert_int_equal(corners_tick(corners, 9000), CORNERS_NOTHING);
    corners_up(corners, 1);
    assert_false(touch(corners, 1, corner[0], 9000));
    assert_int_equal(corners_tick(corners, 20000), CORNERS_NOTHING);
    corners_up(corners, 1);
    corners_up(corners, 2);
    touch(corners, 1, corner[1], 30000);
    touch(corners, 2, corner[2], 30000);
    assert_int_equal(corners_tick(corners, 33000), CORNERS_MADE);
}

static void finger_that_lies_elsewhere_before_ends_it(void **state) {
    struct corners *corners = *state;
    touch(corners, 9, middle, 0);
    touch(corners, 1, corner[0], 100);
    assert_false(touch(corners, 2, corner[3], 200));
    assert_int_equal(corners_tick(corners, 9000), CORNERS_NOTHING);
}

static void finger_that_slips_or_lifts_ends_it(void **state) {
    struct corners *corners = *state;
    touch(corners, 1, corner[0], 0);
    touch(corners, 2, corner[3], 0);
    corners_move(corners, 1, edge);
    assert_int_equal(corners_tick(corners, 9000), CORNERS_NOTHING);
    corners_cancel(corners);
    touch(corners, 1, corner[0], 0);
    touch(corners, 2, corner[3], 0);
    corners_up(corners, 2);
    assert_int_equal(corners_tick(corners, 9000), CORNERS_NOTHING);
}

static void finger_that_trembles_in_its_corner_does_not(void **state) {
    struct corners *corners = *state;
    touch(corners, 1, corner[0], 0);
    touch(corners, 2, corner[3], 0);
    corners_move(corners, 1, (struct corners_place){60, 40, W, H});
    assert_int_equal(corners_tick(corners, 3000), CORNERS_MADE);
}

static void one_finger_in_a_corner_is_nothing(void **state) {
    struct corners *corners = *state;
    touch(corners, 1, corner[0], 0);
    assert_int_equal(corners_tick(corners, 60000), CORNERS_NOTHING);
}

/* As a mouse does it: this corner from `then` to `then` + `held`. */
static enum corners_outcome hold(struct corners *corners, uint32_t which, uint64_t then, uint64_t held) {
    click(corners, corner[which], then);
    enum corners_outcome outcome = corners_tick(corners, then + held);
    corners_up(corners, -1);
    return outcome;
}

static void mouse_holds_one_corner_and_then_the_other(void **state) {
    struct corners *corners = *state;
    assert_int_equal(hold(corners, 0, 0, 3000), CORNERS_HELD);
    assert_int_equal(hold(corners, 3, 5000, 3000), CORNERS_MADE);
}

static void mouse_that_hesitates_clicks_or_stays_does_not(void **state) {
    struct corners *corners = *state;
    hold(corners, 0, 0, 3000);
    assert_int_equal(hold(corners, 3, 8001, 3000), CORNERS_HELD); /* too late: it is the first one again */
    corners_init(corners);
    hold(corners, 0, 0, 3000);
    click(corners, middle, 3500);
    corners_up(corners, -1);
    assert_int_not_equal(hold(corners, 3, 4000, 3000), CORNERS_MADE);
    corners_init(corners);
    hold(corners, 0, 0, 3000);
    assert_int_not_equal(hold(corners, 0, 4000, 3000), CORNERS_MADE);
    corners_init(corners);
    assert_int_equal(hold(corners, 0, 0, 2999), CORNERS_NOTHING);
    assert_int_not_equal(hold(corners, 3, 3500, 3000), CORNERS_MADE);
}

/* Children's hands: many fingers, anywhere, moving; ten a second at least. */
static void play_never_makes_it(void **state) {
    struct corners *corners = *state;
    uint64_t now = 0;
    for (uint64_t i = 0; i < 200000; i++) {
        int64_t finger = random_below(5, 0, i, 6);
        struct corners_place place = {(int32_t)random_below(5, 1, i, W), (int32_t)random_below(5, 2, i, H), W,
                                      H};
        if (random_below(5, 3, i, 4) == 0) place = corner[random_below(5, 4, i, 4)];
        uint32_t what = random_below(5, 5, i, 3);
        if (what == 0) touch(corners, finger, place, now);
        if (what == 1) corners_move(corners, finger, place);
        if (what == 2) corners_up(corners, finger);
        now += random_below(5, 6, i, 100);
        assert_int_equal(corners_tick(corners, now), CORNERS_NOTHING);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define GESTURE(name) cmocka_unit_test_setup(name, set_up)
        GESTURE(two_opposite_corners_for_three_seconds_make_it),
        GESTURE(neighbouring_corners_do_not),
        GESTURE(third_finger_ends_it_until_all_are_up),
        GESTURE(finger_that_lies_elsewhere_before_ends_it),
        GESTURE(finger_that_slips_or_lifts_ends_it),
        GESTURE(finger_that_trembles_in_its_corner_does_not),
        GESTURE(one_finger_in_a_corner_is_nothing),
        GESTURE(mouse_holds_one_corner_and_then_the_other),
        GESTURE(mouse_that_hesitates_clicks_or_stays_does_not),
        GESTURE(play_never_makes_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
