#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "app/duo.h"
#include "support/stage.h"

/* Two visitors at one screen, as the state has it. */

static struct stage *two(void **state) {
    struct stage *stage = *state;
    stage_start(stage, MODE_KIOSK, 42);
    stage_do(stage, MSG_DUO, 0);
    assert_int_equal(stage->app.screen, SCREEN_DUO);
    return stage;
}

static const struct reply *reply_of(const struct stage *stage, uint8_t player) {
    return &round_current(&stage->app.round)->replies[player - 1];
}

static uint32_t saves_for(const struct stage *stage, enum effect_type type, uint8_t player) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < stage->effects.count; i++)
        count += stage->effects.list[i].type == type && stage->effects.list[i].player == player;
    return count;
}

static void two_begin_with_the_question_that_is_live(void **state) {
    struct stage *stage = *state;
    stage_start(stage, MODE_KIOSK, 42);
    struct item shown = round_current(&stage->app.round)->item;
    stage_do(stage, MSG_DUO, 0);
    assert_int_equal(round_current(&stage->app.round)->item.record, shown.record);
    assert_int_equal(stage->app.round.count, 1);
    assert_true(stage->app.round.for_two);
}

static void both_answer_before_anything_is_shown(void **state) {
    struct stage *stage = two(state);
    stage_answer_for(stage, 2, true);
    assert_int_equal(stage->app.screen, SCREEN_DUO);
    assert_false(stage->app.revealed);
    assert_int_equal(saves_for(stage, EFFECT_SAVE_ANSWER, 2), 1);
    assert_int_equal(stage->app.figures.right_answers, 0);
    stage_answer_for(stage, 1, false);
    assert_int_equal(stage->app.screen, SCREEN_DUO_FEEDBACK);
    assert_true(stage->app.revealed);
    assert_int_equal(saves_for(stage, EFFECT_SAVE_ANSWER, 1), 1);
    assert_int_equal(stage->app.figures.right_answers, 1);
    assert_int_equal(reply_of(stage, 1)->state, ASKED_WRONG);
    assert_int_equal(reply_of(stage, 2)->state, ASKED_RIGHT);
}

static void two_fingers_at_once_are_both_taken(void **state) {
    struct stage *stage = two(state);
    int32_t right = stage_option(stage, true);
    uint64_t at = stage->app.now + 1000;
    for (uint8_t player = 1; player <= 2; player++)
        stage_send(stage, (struct message){
                              .type = MSG_ANSWER, .player = player, .value = right, .time = at + player});
    assert_int_equal(stage->app.screen, SCREEN_DUO_FEEDBACK);
}

static void second_thought_changes_nothing(void **state) {
    struct stage *stage = two(state);
    stage_answer_for(stage, 1, true);
    stage_answer_for(stage, 1, false);
    assert_int_equal(reply_of(stage, 1)->state, ASKED_RIGHT);
    assert_int_equal(stage->effects.count, 0);
}

static void either_leads_on_and_the_other_does_not_skip(void **state) {
    struct stage *stage = two(state);
    stage_answer_for(stage, 1, true);
    stage_answer_for(stage, 2, true);
    uint64_t at = stage->app.now + 1000;
    stage_send(stage, (struct message){.type = MSG_NEXT, .player = 2, .time = at});
    assert_int_equal(stage->app.round.count, 2);
    stage_send(stage, (struct message){.type = MSG_ANSWER, .player = 1, .time = at + 100});
    assert_int_equal(reply_of(stage, 1)->state, ASKED_OPEN);
    stage_send(stage, (struct message){.type = MSG_ANSWER, .player = 1, .time = at + 400});
    assert_int_not_equal(reply_of(stage, 1)->state, ASKED_OPEN);
}

static void both_have_a_result_of_their_own(void **state) {
    struct stage *stage = two(state);
    stage_duo_round(stage, 0, 3);
    assert_int_equal(stage->app.screen, SCREEN_DUO_RESULT);
    assert_int_equal(stage->app.round.count, 5); /* nothing comes back */
    assert_int_equal(round_score_of(&stage->app.round, 1), 100);
    assert_int_equal(round_score_of(&stage->app.round, 2), 60);
    assert_int_equal(saves_for(stage, EFFECT_SAVE_ROUND, 1), 1);
    assert_int_equal(saves_for(stage, EFFECT_SAVE_ROUND, 2), 1);
    assert_int_equal(stage->app.figures.rounds, 2);
    assert_int_equal(stage->app.figures.right_answers, 8);
    uint32_t next = stage->app.round.next;
    stage_do(stage, MSG_AGAIN, 0);
    assert_int_equal(stage->app.screen, SCREEN_DUO);
    assert_int_equal(stage->app.round.first, next);
}

static void one_who_has_left_is_waited_for_twenty_seconds(void **state) {
    struct stage *stage = two(state);
    stage_answer_for(stage, 1, true);
    uint64_t since = stage->app.now;
    assert_true(app_deadline(&stage->app, &stage->world) == since + 20000);
    stage_tick(stage, since + 19999);
    assert_int_equal(stage->app.screen, SCREEN_DUO);
    stage_tick(stage, since + 20000);
    assert_int_equal(stage->app.screen, SCREEN_DUO_FEEDBACK);
    assert_int_equal(reply_of(stage, 2)->state, ASKED_SKIPPED);
    assert_int_equal(round_answered_of(&stage->app.round, 2), 0);
    stage_tick(stage, since + 22000); /* time to read begins when the page comes up */
    assert_int_equal(stage->app.screen, SCREEN_DUO_FEEDBACK);
}

static void signs_of_the_slow_one_give_time_and_those_of_the_other_do_not(void **state) {
    struct stage *stage = two(state);
    stage_answer_for(stage, 1, true);
    stage_do_for(stage, 2, MSG_TOUCH, 0);
    uint64_t since = stage->app.now;
    stage_do_for(stage, 1, MSG_TOUCH, 0);
    assert_true(app_deadline(&stage->app, &stage->world) == since + 20000);
}

static void large_letters_double_the_wait(void **state) {
    struct stage *stage = two(state);
    stage_do(stage, MSG_LARGE, 0);
    stage_answer_for(stage, 2, true);
    assert_true(app_deadline(&stage->app, &stage->world) == stage->app.now + 40000);
}

static void one_who_seems_gone_is_waited_for_half_as_long(void **state) {
    struct stage *stage = two(state);
    stage_answer_for(stage, 1, true);
    stage_wait(stage, 20000);
    stage_do_for(stage, 1, MSG_NEXT, 0);
    stage_answer_for(stage, 1, true);
    assert_true(app_deadline(&stage->app, &stage->world) == stage->app.now + 10000);
    stage_do_for(stage, 2, MSG_TOUCH, 0);
    assert_true(app_deadline(&stage->app, &stage->world) == stage->app.now + 20000);
}

/* What either missed is looked at by both, and the way leads back to their result. */
static void what_either_missed_is_reviewed_together(void **state) {
    struct stage *stage = two(state);
    for (uint32_t i = 0; i < 5; i++) { /* the first misses one question, the second another */
        stage_answer_for(stage, 1, i != 1);
        stage_answer_for(stage, 2, i != 3);
        stage_do_for(stage, 1, MSG_NEXT, 0);
    }
    assert_int_equal(stage->app.screen, SCREEN_DUO_RESULT);
    assert_int_equal(round_missed(&stage->app.round), 2);
    stage_do(stage, MSG_REVIEW, 0);
    assert_int_equal(stage->app.screen, SCREEN_DUO_REVIEW);
    assert_int_equal(round_missed_at(&stage->app.round, stage->app.review), 1);
    stage_do(stage, MSG_NEXT, 0);
    assert_int_equal(stage->app.screen, SCREEN_DUO_REVIEW);
    assert_int_equal(round_missed_at(&stage->app.round, stage->app.review), 3);
    stage_do(stage, MSG_NEXT, 0);
    assert_int_equal(stage->app.screen, SCREEN_DUO_RESULT);
}

static void who_missed_nothing_has_nothing_to_review(void **state) {
    struct stage *stage = two(state);
    for (uint32_t i = 0; i < 5; i++) {
        stage_answer_for(stage, 1, true);
        stage_answer_for(stage, 2, true);
        stage_do_for(stage, 1, MSG_NEXT, 0);
    }
    stage_do(stage, MSG_REVIEW, 0);
    assert_int_equal(stage->app.screen, SCREEN_DUO_RESULT);
}

static void one_plays_on_alone_to_the_result(void **state) {
    struct stage *stage = two(state);
    for (uint32_t i = 0; i < 5; i++) {
        stage_answer_for(stage, 2, true);
        stage_wait(stage, i ? 10000 : 20000);
        assert_int_equal(stage->app.screen, SCREEN_DUO_FEEDBACK);
        stage_do_for(stage, 2, MSG_NEXT, 0);
    }
    assert_int_equal(stage->app.screen, SCREEN_DUO_RESULT);
    assert_int_equal(round_score_of(&stage->app.round, 2), 100);
    assert_int_equal(saves_for(stage, EFFECT_SAVE_ROUND, 1), 0);
    assert_int_equal(saves_for(stage, EFFECT_SAVE_ROUND, 2), 1);
    assert_int_equal(stage->app.figures.rounds, 1);
}

static void both_gone_and_attract_is_back(void **state) {
    struct stage *stage = two(state);
    stage_wait(stage, 30000);
    assert_true(stage->app.asking);
    stage_do_for(stage, 1, MSG_ANSWER, 0); /* I am here, and nothing else */
    assert_false(stage->app.asking);
    assert_int_equal(reply_of(stage, 1)->state, ASKED_OPEN);
    stage_answer_for(stage, 1, true);
    stage_wait(stage, app_idle_bound(&stage->app, &stage->world));
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    assert_false(stage->app.round.for_two);
}

static void who_leaves_a_round_for_two_leaves_a_row_for_each(void **state) {
    struct stage *stage = two(state);
    stage_answer_for(stage, 1, true);
    stage_do(stage, MSG_HOME, 0);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    assert_int_equal(saves_for(stage, EFFECT_SAVE_ROUND, 1), 1);
    assert_int_equal(saves_for(stage, EFFECT_SAVE_ROUND, 2), 0);
}

static void site_may_have_no_round_for_two(void **state) {
    struct stage *stage = *state;
    stage->small.content.settings.duo = false;
    stage_start(stage, MODE_KIOSK, 42);
    stage_do(stage, MSG_DUO, 0);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    stage->small.content.settings.duo = true;
}

static void only_a_kiosk_has_a_round_for_two(void **state) {
    struct stage *stage = *state;
    stage_start(stage, MODE_CLASS, 42);
    stage_do(stage, MSG_DUO, 0);
    assert_false(duo_is_on(&stage->app));
    assert_false(stage->app.round.for_two);
}

static void players_are_nobody_anywhere_else(void **state) {
    struct stage *stage = *state;
    stage_start(stage, MODE_KIOSK, 42);
    uint64_t fed_at = stage->app.fed_at;
    stage_answer_for(stage, 1, true);
    stage_do_for(stage, 2, MSG_DUO, 0);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    assert_true(stage->app.fed_at == fed_at);
    stage_do(stage, MSG_DUO, 0);
    stage_answer_for(stage, 3, true); /* nor is a third one */
    stage_answer(stage, true);        /* and the screen itself answers nothing */
    for (uint8_t player = 1; player <= 2; player++)
        assert_int_equal(reply_of(stage, player)->state, ASKED_OPEN);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_begin_with_the_question_that_is_live),
        cmocka_unit_test(both_answer_before_anything_is_shown),
        cmocka_unit_test(two_fingers_at_once_are_both_taken),
        cmocka_unit_test(second_thought_changes_nothing),
        cmocka_unit_test(either_leads_on_and_the_other_does_not_skip),
        cmocka_unit_test(both_have_a_result_of_their_own),
        cmocka_unit_test(one_who_has_left_is_waited_for_twenty_seconds),
        cmocka_unit_test(signs_of_the_slow_one_give_time_and_those_of_the_other_do_not),
        cmocka_unit_test(large_letters_double_the_wait),
        cmocka_unit_test(one_who_seems_gone_is_waited_for_half_as_long),
        cmocka_unit_test(what_either_missed_is_reviewed_together),
        cmocka_unit_test(who_missed_nothing_has_nothing_to_review),
        cmocka_unit_test(one_plays_on_alone_to_the_result),
        cmocka_unit_test(both_gone_and_attract_is_back),
        cmocka_unit_test(who_leaves_a_round_for_two_leaves_a_row_for_each),
        cmocka_unit_test(site_may_have_no_round_for_two),
        cmocka_unit_test(only_a_kiosk_has_a_round_for_two),
        cmocka_unit_test(players_are_nobody_anywhere_else),
    };
    return cmocka_run_group_tests(tests, stage_set_up, stage_tear_down);
}
