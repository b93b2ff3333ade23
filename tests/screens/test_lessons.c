#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "support/stage.h"

/* Class and training: a trainer is at the keys, nothing happens by itself. */

static int set_up(void **state) {
    static struct stage stage;
    stage_open(&stage);
    *state = &stage;
    return 0;
}

static int tear_down(void **state) {
    stage_close(*state);
    return 0;
}

static struct stage *training(void **state) {
    struct stage *stage = *state;
    stage_start(stage, MODE_TRAINING, 42);
    return stage;
}

static void nothing_happens_by_itself_before_a_class(void **state) {
    struct stage *stage = training(state);
    assert_true(app_deadline(&stage->app, &stage->world) == UINT64_MAX);
    stage_do(stage, MSG_AGAIN, 0);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    assert_true(app_deadline(&stage->app, &stage->world) == UINT64_MAX);
    assert_true(app_idle_bound(&stage->app, &stage->world) == 0);
    stage_wait(stage, 86400000);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    assert_int_equal(stage->app.round.count, 1);
}

/* Goes on to a question of this form. */
static const struct asked *go_to_form(struct stage *stage, enum form form) {
    for (uint32_t i = 0; i < 400; i++) {
        if (stage->app.screen == SCREEN_RESULT) stage_do(stage, MSG_AGAIN, 0);
        if (stage->app.screen == SCREEN_QUESTION && round_current(&stage->app.round)->form == form)
            return round_current(&stage->app.round);
        stage_do(stage, MSG_NEXT, 0);
    }
    fail_msg("no question of form %d", form);
    return NULL;
}

static void verdict_waits_until_it_is_asked_for(void **state) {
    struct stage *stage = training(state);
    go_to_form(stage, FORM_SINGLE);
    stage_answer(stage, false);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    assert_false(stage->app.revealed);
    stage_answer(stage, true);
    assert_int_equal(stage->app.draft.count, 1);
    assert_int_equal(stage_effects(stage, EFFECT_SAVE_ANSWER), 0);
    stage_do(stage, MSG_REVEAL, 0);
    assert_int_equal(stage->app.screen, SCREEN_FEEDBACK);
    assert_true(stage->app.revealed);
    assert_int_equal(round_current(&stage->app.round)->state, ASKED_RIGHT);
    assert_int_equal(stage_effects(stage, EFFECT_SAVE_ANSWER), 1);
}

static void key_can_be_shown_without_an_answer(void **state) {
    struct stage *stage = training(state);
    go_to_form(stage, FORM_SINGLE);
    stage_do(stage, MSG_REVEAL, 0);
    assert_int_equal(stage->app.screen, SCREEN_FEEDBACK);
    assert_int_equal(round_current(&stage->app.round)->state, ASKED_SKIPPED);
    assert_int_equal(stage_effects(stage, EFFECT_SAVE_ANSWER), 0);
}

static void picks_of_a_multiple_choice_are_turned_on_and_off(void **state) {
    struct stage *stage = training(state);
    const struct asked *asked = go_to_form(stage, FORM_MULTIPLE);
    stage_do(stage, MSG_CONFIRM, 0);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    for (int32_t i = 0; i < asked->option_count; i++) stage_do(stage, MSG_ANSWER, i);
    assert_int_equal(stage->app.draft.count, asked->option_count);
    for (int32_t i = 0; i < asked->option_count; i++) {
        bool right = false;
        for (uint32_t at = 0; at < asked->key.count; at++) right |= asked->key.picks[at] == i;
        if (!right) stage_do(stage, MSG_ANSWER, i);
    }
    stage_do(stage, MSG_CONFIRM, 0);
    assert_int_equal(stage->app.screen, SCREEN_FEEDBACK);
    assert_int_equal(asked->state, ASKED_RIGHT);
}

static void picks_in_order_can_be_taken_back_until_confirmed(void **state) {
    static const enum form forms[] = {FORM_ORDER, FORM_MATCH, FORM_FILL};
    for (size_t form = 0; form < 3; form++) {
        struct stage *stage = training(state);
        const struct asked *asked = go_to_form(stage, forms[form]);
        stage_do(stage, MSG_ANSWER, asked->key.picks[1]);
        stage_do(stage, MSG_UNDO, 0);
        assert_int_equal(stage->app.draft.count, 0);
        for (uint32_t i = 0; i < asked->key.count; i++) {
            stage_do(stage, MSG_CONFIRM, 0);
            assert_int_equal(stage->app.screen, SCREEN_QUESTION);
            stage_do(stage, MSG_ANSWER, asked->key.picks[i]);
            stage_do(stage, MSG_ANSWER, asked->key.picks[i]);
        }
        for (int32_t i = 0; i < asked->option_count; i++) stage_do(stage, MSG_ANSWER, i);
        assert_int_equal(stage->app.draft.count, asked->key.count);
        stage_do(stage, MSG_CONFIRM, 0);
        assert_int_equal(stage->app.screen, SCREEN_FEEDBACK);
        assert_int_equal(asked->state, ASKED_RIGHT);
    }
}

static void draft_does_not_outlive_its_question(void **state) {
    struct stage *stage = training(state);
    go_to_form(stage, FORM_MULTIPLE);
    stage_do(stage, MSG_ANSWER, 0);
    stage_do(stage, MSG_NEXT, 0);
    assert_int_equal(stage->app.draft.count, 0);
}

static void class_gets_questions_with_four_options_and_its_own_length(void **state) {
    struct stage *stage = *state;
    stage_start(stage, MODE_CLASS, 6);
    uint32_t four = 0;
    stage_do(stage, MSG_AGAIN, 0);
    while (stage->app.screen == SCREEN_QUESTION) {
        const struct asked *asked = round_current(&stage->app.round);
        four += asked->form == FORM_SINGLE && asked->option_count == 4;
        stage_do(stage, MSG_NEXT, 0);
    }
    assert_int_equal(stage->app.screen, SCREEN_RESULT);
    assert_int_equal(stage->app.round.planned, 10);
    assert_true(four > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_happens_by_itself_before_a_class),
        cmocka_unit_test(verdict_waits_until_it_is_asked_for),
        cmocka_unit_test(key_can_be_shown_without_an_answer),
        cmocka_unit_test(picks_of_a_multiple_choice_are_turned_on_and_off),
        cmocka_unit_test(picks_in_order_can_be_taken_back_until_confirmed),
        cmocka_unit_test(draft_does_not_outlive_its_question),
        cmocka_unit_test(class_gets_questions_with_four_options_and_its_own_length),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
