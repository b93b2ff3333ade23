#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "support/small.h"

/* A round for two: the same questions, replies of their own. */

struct two {
    struct small small;
    struct round round;
};

static int set_up(void **state) {
    static struct two two;
    small_open(&two.small);
    *state = &two;
    return 0;
}

static int tear_down(void **state) {
    small_close(&((struct two *)*state)->small);
    return 0;
}

static struct round *begin(void **state) {
    struct two *two = *state;
    round_begin(&two->round, MODE_KIOSK, 5, 0);
    assert_true(round_advance(&two->round, &two->small.quiz));
    round_share(&two->round);
    return &two->round;
}

static bool reply(struct round *round, uint8_t player, bool right) {
    const struct asked *asked = round_current(round);
    struct answer answer = asked->key;
    if (!right) answer.picks[0] = (uint8_t)((answer.picks[0] + 1) % asked->option_count);
    return round_reply(round, player, &answer, 1000);
}

static void question_is_open_until_both_have_replied(void **state) {
    struct round *round = begin(state);
    assert_true(reply(round, 2, true));
    assert_int_equal(round_current(round)->state, ASKED_OPEN);
    assert_true(reply(round, 1, false));
    assert_int_equal(round_current(round)->state, ASKED_SHARED);
    assert_int_equal(asked_state_of(round_current(round), 1), ASKED_WRONG);
    assert_int_equal(asked_state_of(round_current(round), 2), ASKED_RIGHT);
    assert_int_equal(round_answered(round), 2);
}

static void reply_is_taken_once_and_from_two_only(void **state) {
    struct round *round = begin(state);
    assert_true(reply(round, 1, false));
    assert_false(reply(round, 1, true));
    assert_int_equal(asked_state_of(round_current(round), 1), ASKED_WRONG);
    assert_false(reply(round, 0, true));
    assert_false(reply(round, 3, true));
    struct answer none = {1, {9}};
    assert_false(round_reply(round, 2, &none, 0));
    assert_false(round_answer(round, &round_current(round)->key, 0));
    assert_true(reply(round, 2, true));
    assert_false(reply(round, 2, true));
}

static void letting_pass_is_neither_right_nor_wrong(void **state) {
    struct round *round = begin(state);
    assert_true(reply(round, 1, true));
    round_pass(round, 2);
    assert_int_equal(round_current(round)->state, ASKED_SHARED);
    assert_int_equal(asked_state_of(round_current(round), 2), ASKED_SKIPPED);
    assert_int_equal(round_answered_of(round, 2), 0);
    assert_int_equal(round_score_of(round, 1), 20);
    assert_false(reply(round, 2, true));
}

static void nothing_comes_back_and_each_has_a_score(void **state) {
    struct two *two = *state;
    struct round *round = begin(state);
    do {
        reply(round, 1, round->count < 3);
        reply(round, 2, false);
    } while (round_advance(round, &two->small.quiz));
    assert_int_equal(round->count, 5);
    assert_true(round_is_over(round));
    assert_int_equal(round_score_of(round, 1), 40);
    assert_int_equal(round_score_of(round, 2), 0);
    assert_int_equal(round_answered_of(round, 2), 5);
    assert_int_equal(badge_of(round_score_of(round, 1)), BADGE_LEARNER);
}

static void round_for_one_has_no_replies(void **state) {
    struct two *two = *state;
    round_begin(&two->round, MODE_KIOSK, 5, 0);
    assert_true(round_advance(&two->round, &two->small.quiz));
    assert_false(reply(&two->round, 1, true));
    round_pass(&two->round, 1);
    assert_int_equal(round_current(&two->round)->state, ASKED_OPEN);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(question_is_open_until_both_have_replied),
        cmocka_unit_test(reply_is_taken_once_and_from_two_only),
        cmocka_unit_test(letting_pass_is_neither_right_nor_wrong),
        cmocka_unit_test(nothing_comes_back_and_each_has_a_score),
        cmocka_unit_test(round_for_one_has_no_replies),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
