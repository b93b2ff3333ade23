#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "content/hours.h"
#include "support/booth.h"

/* When the loudspeaker is heard, on SDL's dummy device: it is opened by the first sound. */

static int set_up(void **state) {
    struct booth *booth = calloc(1, sizeof *booth);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    assert_true(booth_open(booth, (struct display){540, 960}, PRESENTER_SURFACE));
    booth->kiosk.sound = sound_create();
    assert_true(hours_read("21:00-08:30", &booth->small.content.settings.quiet));
    *state = booth;
    return 0;
}

static int tear_down(void **state) {
    booth_close(*state);
    free(*state);
    return 0;
}

static uint32_t noon(void *context) {
    (void)context;
    return 12 * 60;
}

static uint32_t night(void *context) {
    (void)context;
    return 23 * 60;
}

static void answer(struct booth *booth) {
    booth_tap(booth, booth_find(booth, ROLE_OPTION, 0));
    assert_int_equal(booth->kiosk.app.screen, SCREEN_FEEDBACK);
}

static void an_answer_is_heard_by_day(void **state) {
    struct booth *booth = *state;
    booth->world.minute = noon;
    answer(booth);
    assert_int_equal(sound_state(booth->kiosk.sound), LOUDSPEAKER_FINE);
}

static void nothing_is_heard_in_the_quiet_hours(void **state) {
    struct booth *booth = *state;
    booth->world.minute = night;
    booth_play_round(booth, 1);
    assert_int_equal(booth->kiosk.app.screen, SCREEN_RESULT);
    assert_int_equal(sound_state(booth->kiosk.sound), LOUDSPEAKER_UNKNOWN);
}

/* He sets the volume before the doors open. */
static void the_operator_is_heard_at_any_hour(void **state) {
    struct booth *booth = *state;
    booth->world.minute = night;
    booth_key(SDL_SCANCODE_O, KMOD_LCTRL | KMOD_LALT | KMOD_LSHIFT);
    booth_drain(booth);
    assert_true(booth_touch(booth, MSG_DIGIT, 4));
    assert_int_equal(sound_state(booth->kiosk.sound), LOUDSPEAKER_FINE);
}

static void without_hours_every_hour_is_loud(void **state) {
    struct booth *booth = *state;
    booth->small.content.settings.quiet = (struct hours){0, 0};
    booth->world.minute = night;
    answer(booth);
    assert_int_equal(sound_state(booth->kiosk.sound), LOUDSPEAKER_FINE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define BOOTH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        BOOTH(an_answer_is_heard_by_day),
        BOOTH(nothing_is_heard_in_the_quiet_hours),
        BOOTH(the_operator_is_heard_at_any_hour),
        BOOTH(without_hours_every_hour_is_loud),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
