#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/duo.h"
#include "support/booth.h"

/* Two visitors, from SDL's events to the state: fingers at the same time, one mouse, one keyboard. */

static int set_up(void **state) {
    struct booth *booth = calloc(1, sizeof *booth);
    *state = booth;
    if (!booth_open(booth, (struct display){1280, 720}, PRESENTER_SURFACE)) return -1;
    booth_pass(booth, 1000);
    return booth_touch(booth, MSG_DUO, 0) && booth->kiosk.app.screen == SCREEN_DUO ? 0 : -1;
}

static int tear_down(void **state) {
    booth_close(*state);
    free(*state);
    return 0;
}

static struct region option_of(const struct booth *booth, uint8_t player, int32_t option) {
    const struct draw_list *list = projection_list(&booth->kiosk.projection);
    for (uint32_t i = 0; i < list->region_count; i++) {
        const struct message *message = &list->regions[i].message;
        if (message->type == MSG_ANSWER && message->player == player && message->value == option)
            return list->regions[i];
    }
    fail_msg("player %u has no option %d", player, option);
    return (struct region){0};
}

static void put_finger(struct booth *booth, uint32_t type, int64_t finger, const struct region *region) {
    booth_finger(booth, type, finger, region->x + region->w / 2, region->y + region->h / 2);
}

static void two_fingers_answer_at_once(void **state) {
    struct booth *booth = *state;
    struct region first = option_of(booth, 1, 0), second = option_of(booth, 2, 1);
    booth_pass(booth, 400);
    put_finger(booth, SDL_FINGERDOWN, 1, &first);
    put_finger(booth, SDL_FINGERDOWN, 2, &second);
    booth_drain(booth);
    assert_int_equal(booth->kiosk.app.ui.pressed[0], 0);
    assert_true(booth->kiosk.app.ui.pressed[1] > 0);
    assert_true(booth->kiosk.app.ui.pressed[2] > 0);
    put_finger(booth, SDL_FINGERUP, 2, &second);
    put_finger(booth, SDL_FINGERUP, 1, &first);
    booth_drain(booth);
    assert_int_equal(booth->kiosk.app.screen, SCREEN_DUO_FEEDBACK);
    assert_int_equal(booth->answers, 2);
    const struct asked *asked = round_current(&booth->kiosk.app.round);
    assert_int_equal(asked->replies[0].given.picks[0], 0);
    assert_int_equal(asked->replies[1].given.picks[0], 1);
}

/* A palm of the one is no answer of the other, and does not keep them from answering. */
static void palm_in_one_half_leaves_the_other_free(void **state) {
    struct booth *booth = *state;
    struct region second = option_of(booth, 2, 2);
    booth_pass(booth, 400);
    for (int64_t finger = 10; finger < 15; finger++)
        booth_finger(booth, SDL_FINGERDOWN, finger, 200 + 20 * (int32_t)finger, 20);
    put_finger(booth, SDL_FINGERDOWN, 2, &second);
    booth_drain(booth);
    put_finger(booth, SDL_FINGERUP, 2, &second);
    booth_drain(booth);
    assert_int_equal(duo_awaited(&booth->kiosk.app), 1);
}

static void one_keyboard_serves_both(void **state) {
    struct booth *booth = *state;
    booth_pass(booth, 400);
    booth_key(SDL_SCANCODE_S, 0);
    booth_drain(booth);
    assert_int_equal(duo_awaited(&booth->kiosk.app), 2);
    booth_key(SDL_SCANCODE_L, 0);
    booth_drain(booth);
    assert_int_equal(booth->kiosk.app.screen, SCREEN_DUO_FEEDBACK);
    const struct asked *asked = round_current(&booth->kiosk.app.round);
    assert_int_equal(asked->replies[0].given.picks[0], 1);
    assert_int_equal(asked->replies[1].given.picks[0], 2);
    booth_pass(booth, 400);
    booth_key(SDL_SCANCODE_SPACE, 0);
    booth_drain(booth);
    assert_int_equal(booth->kiosk.app.round.count, 2);
}

/* Twenty fingers drum on both halves for an hour. */
static void storm_ends_in_nothing_unforeseen(void **state) {
    struct booth *booth = *state;
    static const uint32_t types[] = {SDL_FINGERDOWN, SDL_FINGERUP, SDL_FINGERMOTION};
    bool seen[SCREENS] = {false};
    for (uint64_t i = 0; i < 6000; i++) {
        booth_finger(booth, types[random_below(9, 0, i, 3)], random_below(9, 1, i, 20),
                     (int32_t)random_below(9, 2, i, 1280), (int32_t)random_below(9, 3, i, 720));
        booth_pass(booth, random_below(9, 4, i, 600));
        booth_drain(booth);
        if (booth->kiosk.app.screen == SCREEN_ATTRACT) booth_touch(booth, MSG_DUO, 0);
        seen[booth->kiosk.app.screen] = true;
        assert_false(booth->kiosk.quit);
        assert_true(booth->kiosk.app.screen != SCREEN_ADMIN);
    }
    assert_true(seen[SCREEN_DUO] && seen[SCREEN_DUO_FEEDBACK]);
    assert_true(booth->answers > 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(two_fingers_answer_at_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(palm_in_one_half_leaves_the_other_free, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_keyboard_serves_both, set_up, tear_down),
        cmocka_unit_test_setup_teardown(storm_ends_in_nothing_unforeseen, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
