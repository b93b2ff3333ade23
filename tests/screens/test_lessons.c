#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "app/lesson.h"
#include "base/hash.h"
#include "support/stage.h"

/* Class and training: a trainer is at the keys, nothing happens by itself. */

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

/* The lesson */

static uint32_t topic_with_cards(struct stage *stage) {
    const char *name;
    for (uint32_t i = 1; (name = lesson_topic_name(&stage->app, &stage->world, i)); i++)
        if (lesson_topic_cards(&stage->app, &stage->world, name) > 0) return i;
    fail_msg("no card has a topic");
    return 0;
}

static void cards_of_the_topic_come_first_then_its_questions(void **state) {
    struct stage *stage = training(state);
    uint32_t topic = topic_with_cards(stage), cards = 0;
    const char *name = lesson_topic_name(&stage->app, &stage->world, topic);
    stage_do(stage, MSG_TOPIC, (int32_t)topic);
    for (; stage->app.screen == SCREEN_CARD; stage_do(stage, MSG_NEXT, 0), cards++)
        assert_string_equal(stage->world.content->cards[stage->app.card].record.topic, name);
    assert_int_equal(cards, lesson_topic_cards(&stage->app, &stage->world, name));
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    assert_true(stage->app.round.topic == hash_of(str_of(name)));
    bool others = false;
    uint32_t about = 0;
    while (stage->app.screen == SCREEN_QUESTION) {
        const struct question *question =
            round_question(&stage->app.round, stage->app.round.count - 1u, &stage->small.quiz);
        bool other = strcmp(question->topic, name) != 0;
        assert_false(others && !other);
        others = others || other;
        about += !other;
        stage_do(stage, MSG_NEXT, 0);
    }
    assert_true(about > 0);
    assert_int_equal(stage->app.round.planned, 10);
}

/* Reveals the first two questions and goes on to one with options. */
static void past_two_questions(struct stage *stage) {
    stage_do(stage, MSG_AGAIN, 0);
    for (uint32_t i = 0; i < 2; i++) {
        stage_do(stage, MSG_REVEAL, 0);
        stage_do(stage, MSG_NEXT, 0);
    }
    go_to_form(stage, FORM_SINGLE);
}

static void page_up_looks_back_and_page_down_comes_back(void **state) {
    struct stage *stage = training(state);
    past_two_questions(stage);
    stage_answer(stage, true);
    uint32_t count = stage->app.round.count;
    stage_do(stage, MSG_TURN, -1);
    assert_int_equal(stage->app.screen, SCREEN_FEEDBACK);
    assert_int_equal(lesson_shown(&stage->app), count - 2);
    stage_do(stage, MSG_TURN, -1);
    assert_int_equal(lesson_shown(&stage->app), count - 3);
    stage_do(stage, MSG_FLAG, 0);
    assert_int_equal(stage_effects(stage, EFFECT_SAVE_FLAG), 0);
    stage_do(stage, MSG_NEXT, 0);
    stage_do(stage, MSG_NEXT, 0);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    assert_int_equal(stage->app.round.count, count);
    assert_int_equal(stage->app.draft.count, 1);
}

static void first_question_looks_back_at_the_cards(void **state) {
    struct stage *stage = training(state);
    stage_do(stage, MSG_NEXT, 0);
    assert_int_equal(stage->app.screen, SCREEN_CARD);
    stage_do(stage, MSG_TURN, -1);
    assert_int_equal(stage->app.screen, SCREEN_CARD);
    while (stage->app.screen == SCREEN_CARD) stage_do(stage, MSG_NEXT, 0);
    uint32_t first = stage->app.round.first;
    stage_do(stage, MSG_TURN, -1);
    assert_int_equal(stage->app.screen, SCREEN_CARD);
    stage_do(stage, MSG_NEXT, 0);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    assert_true(stage->app.round.first == first);
}

static void missed_ones_come_back_at_the_end(void **state) {
    struct stage *stage = training(state);
    uint32_t hardest = ROUND_ASKED;
    stage_do(stage, MSG_AGAIN, 0);
    for (bool missed = false; stage->app.screen == SCREEN_QUESTION; stage_do(stage, MSG_NEXT, 0)) {
        bool miss = !missed && round_current(&stage->app.round)->form == FORM_SINGLE;
        stage_answer(stage, !miss);
        missed = missed || miss;
        stage_do(stage, miss ? MSG_REVEAL : MSG_UNDO, 0);
        if (!miss) stage_do(stage, MSG_REVEAL, 0);
    }
    assert_int_equal(stage->app.screen, SCREEN_RESULT);
    assert_int_equal(round_missed(&stage->app.round), 1);
    assert_int_equal(stage->app.round.count, stage->app.round.planned + 1);
    assert_true(lesson_hardest(&stage->app.round, &hardest));
    assert_int_equal(hardest, round_missed_at(&stage->app.round, 0));
}

static void hardest_is_what_was_missed_twice(void **state) {
    (void)state;
    struct round round = {.planned = 3, .count = 5};
    uint32_t hardest = ROUND_ASKED;
    assert_false(lesson_hardest(&round, &hardest));
    round.asked[0] = (struct asked){.state = ASKED_WRONG, .millis = 90000};
    round.asked[1] = (struct asked){.state = ASKED_RIGHT, .millis = 99000};
    round.asked[2] = (struct asked){.state = ASKED_WRONG, .millis = 1000};
    round.asked[3] = (struct asked){.state = ASKED_RIGHT, .return_of = 1};
    round.asked[4] = (struct asked){.state = ASKED_RIGHT, .return_of = 3};
    assert_true(lesson_hardest(&round, &hardest));
    assert_int_equal(hardest, 0);
    round.asked[4].state = ASKED_WRONG;
    assert_true(lesson_hardest(&round, &hardest));
    assert_int_equal(hardest, 2);
}

static void lesson_can_have_its_own_length(void **state) {
    struct stage *stage = *state;
    uint32_t before = stage->small.quiz.mode_questions[MODE_TRAINING];
    stage->small.quiz.mode_questions[MODE_TRAINING] = 20;
    stage_start(stage, MODE_TRAINING, 6);
    stage_do(stage, MSG_AGAIN, 0);
    assert_int_equal(stage->app.round.planned, 20);
    stage->small.quiz.mode_questions[MODE_TRAINING] = before;
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
        cmocka_unit_test(cards_of_the_topic_come_first_then_its_questions),
        cmocka_unit_test(page_up_looks_back_and_page_down_comes_back),
        cmocka_unit_test(first_question_looks_back_at_the_cards),
        cmocka_unit_test(missed_ones_come_back_at_the_end),
        cmocka_unit_test(hardest_is_what_was_missed_twice),
        cmocka_unit_test(lesson_can_have_its_own_length),
    };
    return cmocka_run_group_tests(tests, stage_set_up, stage_tear_down);
}
