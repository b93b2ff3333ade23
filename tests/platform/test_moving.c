#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/booth.h"

/* The real loop while something moves: it paints then, sleeps between, and ends in the picture at rest. */

enum { W = BOOTH_W, H = BOOTH_H };

static void let_it_move(struct booth *booth) {
    booth->wish.reduced_motion = false;
    booth->kiosk.projection.motion = &booth->kiosk.clocks.motion;
}

/* As the loop sleeps and wakes; how many frames it painted until it sleeps longer than a frame. */
static uint32_t frames_until_rest(struct booth *booth) {
    uint32_t before = booth->kiosk.frames;
    for (uint32_t i = 0; i < 400; i++) {
        int patience = kiosk_patience(&booth->kiosk);
        if (patience > 600 || patience < 0) return booth->kiosk.frames - before;
        booth_pass(booth, (uint64_t)patience);
        booth_drain(booth);
    }
    return UINT32_MAX;
}

static void expect_at_rest(struct booth *booth) {
    uint32_t before = booth->kiosk.frames;
    for (uint32_t i = 0; i < 20; i++) assert_false(kiosk_show(&booth->kiosk));
    assert_int_equal(booth->kiosk.frames, before);
    assert_true(kiosk_patience(&booth->kiosk) > 600);
}

/* Every pixel as if the picture had been painted at once. */
static void expect_whole_picture(struct booth *booth) {
    struct canvas fresh;
    struct projection *projection = &booth->kiosk.projection;
    const struct canvas *shown = &booth->kiosk.presenter.canvas;
    canvas_init(&fresh, W, H);
    painter_paint(&projection->painter, projection_list(projection), projection->palette, &fresh,
                  canvas_area(&fresh));
    for (int32_t y = 0; y < H; y++)
        assert_memory_equal(canvas_row(&fresh, y), canvas_row(shown, y), W * sizeof(uint32_t));
    canvas_finish(&fresh);
}

static void the_loop_paints_while_something_moves_and_then_sleeps(void **state) {
    struct booth *booth = *state;
    let_it_move(booth);
    for (uint32_t i = 0; i < 5; i++) {
        booth_tap(booth, booth_find(booth, ROLE_OPTION, i % 2));
        assert_int_equal(booth->kiosk.app.screen, SCREEN_FEEDBACK);
        assert_in_range(frames_until_rest(booth), 12, 60);
        expect_at_rest(booth);
        expect_whole_picture(booth);
        booth_tap(booth, booth_find(booth, ROLE_PRIMARY, 0));
        assert_in_range(frames_until_rest(booth), 8, 110);
        expect_at_rest(booth);
        expect_whole_picture(booth);
        if (booth->kiosk.app.screen != SCREEN_QUESTION) break;
    }
}

/* No second longer than the fade, and no frame after it. */
static void reduced_motion_is_a_short_fade(void **state) {
    struct booth *booth = *state;
    booth_tap(booth, booth_find(booth, ROLE_OPTION, 0));
    booth_pass(booth, 121);
    booth_drain(booth);
    expect_at_rest(booth);
    expect_whole_picture(booth);
    assert_non_null(booth_find(booth, ROLE_PRIMARY, 0));
}

static void taps_do_not_wait_for_what_moves(void **state) {
    struct booth *booth = *state;
    let_it_move(booth);
    booth_tap(booth, booth_find(booth, ROLE_OPTION, 0));
    struct region large = *booth_find(booth, ROLE_CHIP, 0);
    assert_int_equal(large.message.type, MSG_LARGE);
    assert_true(kiosk_patience(&booth->kiosk) <= MOTION_FRAME);
    booth_tap(booth, &large); /* 400 ms after the answer */
    assert_true(booth->kiosk.app.large);
}

/* The way on lies where an option was: a second tap there does not skip the reasons. */
static void the_way_on_is_touched_when_it_is_there(void **state) {
    struct booth *booth = *state;
    let_it_move(booth);
    booth_tap(booth, booth_find(booth, ROLE_OPTION, 0));
    assert_null(booth_find(booth, ROLE_PRIMARY, 0));
    booth_pass(booth, 560);
    booth_drain(booth);
    assert_null(booth_find(booth, ROLE_PRIMARY, 0));
    booth_pass(booth, 40);
    booth_drain(booth);
    assert_non_null(booth_find(booth, ROLE_PRIMARY, 0));
}

/* The text of the next card comes up when that of the last has faded, on the same screen. */
static void the_next_card_is_another_page(void **state) {
    struct booth *booth = *state;
    let_it_move(booth);
    assert_true(booth_touch(booth, MSG_CARDS, 0));
    assert_true(booth_touch(booth, MSG_CARD, 0));
    frames_until_rest(booth);
    assert_false(booth->kiosk.fade.running);
    assert_true(booth_touch(booth, MSG_TURN, 1));
    assert_int_equal(booth->kiosk.app.screen, SCREEN_CARD);
    assert_true(booth->kiosk.fade.running);
    assert_in_range(frames_until_rest(booth), 12, 60);
    expect_whole_picture(booth);
}

static void a_tap_is_seen_as_a_ripple_that_ends(void **state) {
    struct booth *booth = *state;
    let_it_move(booth);
    assert_in_range(frames_until_rest(booth), 0, 30);
    booth_finger(booth, SDL_FINGERDOWN, 1, 270, 300);
    booth_drain(booth);
    const struct draw_list *list = projection_list(&booth->kiosk.projection);
    const struct draw_command *last = &list->commands[list->command_count - 1];
    assert_int_equal(last->role, ROLE_RIPPLE);
    assert_in_range(270 - last->x, 1, 40);
    assert_in_range(frames_until_rest(booth), 10, 25);
    expect_at_rest(booth);
    expect_whole_picture(booth);
}

/* One window, a pause in which the loop sleeps, the next window. */
static void the_city_is_lit_window_by_window(void **state) {
    struct booth *booth = *state;
    let_it_move(booth);
    booth->kiosk.app.figures.right_answers = 3000; /* of the whole day, at the start */
    booth_drain(booth);
    expect_at_rest(booth);
    booth->kiosk.app.figures.right_answers = 3060;
    booth_drain(booth);
    for (uint32_t i = 0; i < 3; i++) {
        assert_true(kiosk_patience(&booth->kiosk) <= MOTION_FRAME);
        assert_in_range(frames_until_rest(booth), 15, 40);
        assert_in_range(kiosk_patience(&booth->kiosk), 600, 1500);
        booth_pass(booth, (uint64_t)kiosk_patience(&booth->kiosk));
        booth_drain(booth);
    }
    booth_tap(booth,
              booth_find(booth, ROLE_OPTION, 0)); /* somebody is there: the rest is lit at once, later */
    assert_int_equal(booth->kiosk.clocks.motion.city_before, 3060);
    frames_until_rest(booth);
    expect_at_rest(booth);
}

static void sleep_as_the_loop_does(struct booth *booth) {
    int patience = kiosk_patience(&booth->kiosk);
    assert_in_range(patience, 600, 3000);
    booth_pass(booth, (uint64_t)patience);
    booth_drain(booth);
}

/* And are back before the finger goes up, so that no answer waits for them. */
static void the_faces_sleep_while_a_page_is_looked_at(void **state) {
    struct booth *booth = *state;
    frames_until_rest(booth);
    assert_true(faces_awake(booth->wish.faces) > 0);
    sleep_as_the_loop_does(booth);
    assert_int_equal(faces_awake(booth->wish.faces), 0);
    assert_true(kiosk_patience(&booth->kiosk) > 1000);
    booth_finger(booth, SDL_FINGERDOWN, 1, 270, 300);
    booth_drain(booth);
    assert_true(faces_awake(booth->wish.faces) > 0);
    frames_until_rest(booth);
    sleep_as_the_loop_does(booth);
    assert_int_equal(faces_awake(booth->wish.faces), 0);
}

/* A touch that paints nothing woke them all the same. */
static void the_faces_sleep_again_when_nothing_was_painted(void **state) {
    struct booth *booth = *state;
    sleep_as_the_loop_does(booth);
    booth->kiosk.touched = true;
    assert_false(kiosk_show(&booth->kiosk));
    assert_true(faces_awake(booth->wish.faces) > 0);
    sleep_as_the_loop_does(booth);
    assert_int_equal(faces_awake(booth->wish.faces), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define BOOTH(name) cmocka_unit_test_setup_teardown(name, booth_set_up, booth_tear_down)
        BOOTH(the_loop_paints_while_something_moves_and_then_sleeps),
        BOOTH(reduced_motion_is_a_short_fade),
        BOOTH(taps_do_not_wait_for_what_moves),
        BOOTH(the_way_on_is_touched_when_it_is_there),
        BOOTH(the_next_card_is_another_page),
        BOOTH(a_tap_is_seen_as_a_ripple_that_ends),
        BOOTH(the_city_is_lit_window_by_window),
        BOOTH(the_faces_sleep_while_a_page_is_looked_at),
        BOOTH(the_faces_sleep_again_when_nothing_was_painted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
