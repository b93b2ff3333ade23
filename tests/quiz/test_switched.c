#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "support/rounds.h"

/* Questions that the operator switches off. */

static bool asks(const struct round *round, struct quiz *quiz, const char *id) {
    for (uint32_t i = 0; i < round->count; i++)
        if (!strcmp(round_question(round, i, quiz)->id, id)) return true;
    return false;
}

/* How many of many rounds ask it, returns of what was missed included. */
static uint32_t rounds_with(struct quiz *quiz, const char *id) {
    struct round round;
    uint32_t found = 0, next = 0;
    for (uint32_t i = 0; i < 60; i++) {
        round_begin(&round, MODE_KIOSK, 5, next);
        play(&round, quiz, 0x15);
        next = round.next;
        found += asks(&round, quiz, id);
    }
    return found;
}

static void what_is_switched_off_never_comes_and_comes_back_when_it_is_on(void **state) {
    struct small *small = *state;
    struct quiz *quiz = &small->quiz;
    struct switched switched = {0};
    struct round round;
    char ids[5][128];
    round_begin(&round, MODE_KIOSK, 5, 0);
    play(&round, quiz, 0);
    for (uint32_t i = 0; i < 5; i++)
        snprintf(ids[i], sizeof ids[i], "%s", round_question(&round, i, quiz)->id);
    quiz->switched = &switched;
    for (uint32_t i = 0; i < 5; i++) {
        assert_true(rounds_with(quiz, ids[i]) > 0);
        switched_set(&switched, ids[i], true);
        switched_set(&switched, ids[i], true);
        assert_int_equal(rounds_with(quiz, ids[i]), 0);
    }
    for (uint32_t i = 0; i < 5; i++) switched_set(&switched, ids[i], false);
    assert_int_equal(switched.count, 0);
    for (uint32_t i = 0; i < 5; i++) assert_true(rounds_with(quiz, ids[i]) > 0);
    quiz->switched = NULL;
    switched_finish(&switched);
}

/* Going off while it stands on the screen breaks nothing: it is answered, and does not return. */
static void what_goes_off_in_the_middle_of_a_round_does_not_return(void **state) {
    struct small *small = *state;
    struct quiz *quiz = &small->quiz;
    struct switched switched = {0};
    struct round round;
    round_begin(&round, MODE_KIOSK, 5, 0);
    assert_true(round_advance(&round, quiz));
    char id[128];
    snprintf(id, sizeof id, "%s", round_question(&round, 0, quiz)->id);
    switched_set(&switched, id, true);
    quiz->switched = &switched;
    answer(&round, false);
    while (round_advance(&round, quiz)) {
        assert_string_not_equal(round_question(&round, round.count - 1u, quiz)->id, id);
        answer(&round, true);
    }
    assert_int_equal(round_right(&round), 4);
    quiz->switched = NULL;
    switched_finish(&switched);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_switched_off_never_comes_and_comes_back_when_it_is_on),
        cmocka_unit_test(what_goes_off_in_the_middle_of_a_round_does_not_return),
    };
    return cmocka_run_group_tests(tests, open_small, close_small);
}
