#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "support/stage.h"

static struct stage *kiosk(void **state) {
    struct stage *stage = *state;
    stage_start(stage, MODE_KIOSK, 42);
    return stage;
}

static int32_t value_of(const struct stage *stage, enum effect_type type) {
    for (uint32_t i = 0; i < stage->effects.count; i++)
        if (stage->effects.list[i].type == type) return stage->effects.list[i].value;
    return -1;
}

static void first_touch_on_attract_answers_question_one(void **state) {
    struct stage *stage = kiosk(state);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    struct item shown = round_current(&stage->app.round)->item;
    stage_answer(stage, true);
    assert_int_equal(stage->app.screen, SCREEN_FEEDBACK);
    assert_int_equal(stage->app.round.count, 1);
    assert_int_equal(stage->app.round.asked[0].state, ASKED_RIGHT);
    assert_int_equal(stage->app.round.asked[0].item.record, shown.record);
    assert_int_equal(stage->app.round.asked[0].millis, 1000);
    assert_int_equal(value_of(stage, EFFECT_SAVE_ANSWER), 0);
}

static void whole_round_of_right_answers_gives_a_hundred(void **state) {
    struct stage *stage = kiosk(state);
    stage_round(stage, 0);
    assert_int_equal(stage->app.screen, SCREEN_RESULT);
    assert_int_equal(round_score(&stage->app.round), 100);
    assert_int_equal(stage_effects(stage, EFFECT_SAVE_ROUND), 1);
    assert_int_equal(value_of(stage, EFFECT_SAVE_ROUND), 0);
}

static void missed_fact_comes_back_in_other_words(void **state) {
    struct stage *stage = kiosk(state);
    stage_round(stage, 2);
    assert_int_equal(stage->app.round.count, 6);
    assert_int_equal(stage->app.round.asked[5].return_of, 2);
    assert_int_equal(round_score(&stage->app.round), 80);
}

static void late_answer_scores_nothing(void **state) {
    struct stage *stage = kiosk(state);
    stage_answer(stage, false);
    stage_answer(stage, true);
    assert_int_equal(stage->app.round.asked[0].state, ASKED_WRONG);
    assert_int_equal(round_score(&stage->app.round), 0);
    assert_int_equal(stage->effects.count, 0);
}

static void second_touch_within_300_ms_is_ignored(void **state) {
    struct stage *stage = kiosk(state);
    stage_answer(stage, true);
    uint64_t then = stage->app.now;
    stage_send(stage, (struct message){.type = MSG_NEXT, .time = then + 299});
    assert_int_equal(stage->app.screen, SCREEN_FEEDBACK);
    stage_send(stage, (struct message){.type = MSG_NEXT, .time = then + 300});
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
}

static void ignored_touch_is_still_a_sign_of_a_person(void **state) {
    struct stage *stage = kiosk(state);
    stage_answer(stage, true);
    stage_send(stage, (struct message){.type = MSG_TOUCH, .time = stage->app.now + 100});
    assert_true(stage->app.fed_at == stage->app.now);
}

static void nobody_there_brings_back_attract(void **state) {
    struct stage *stage = kiosk(state);
    stage_answer(stage, true);
    stage_do(stage, MSG_NEXT, 0);
    stage_wait(stage, 29999);
    assert_false(stage->app.asking);
    stage_wait(stage, 1);
    assert_true(stage->app.asking);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    stage_wait(stage, 9999);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    stage_wait(stage, 1);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    assert_int_equal(value_of(stage, EFFECT_SAVE_ROUND), 1);
    assert_int_equal(stage->app.round.count, 1);
    assert_int_equal(round_answered(&stage->app.round), 0);
}

static void one_lamp_goes_out_every_two_seconds(void **state) {
    struct stage *stage = kiosk(state);
    stage_do(stage, MSG_NEXT, 0);
    stage_wait(stage, 30000);
    for (uint32_t lit = APP_LAMPS; lit > 0; lit--) {
        assert_true(stage->app.asking);
        assert_int_equal(app_lamps(&stage->app), lit);
        assert_true(app_deadline(&stage->app, &stage->world) == stage->app.now + 2000);
        stage_tick(stage, app_deadline(&stage->app, &stage->world));
    }
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
}

static void any_touch_says_i_am_here_and_nothing_else(void **state) {
    struct stage *stage = kiosk(state);
    static const enum message_type touches[] = {MSG_STAY, MSG_TOUCH, MSG_ANSWER, MSG_HOME, MSG_LARGE};
    stage_answer(stage, true);
    stage_do(stage, MSG_NEXT, 0);
    for (size_t i = 0; i < sizeof touches / sizeof *touches; i++) {
        stage_wait(stage, 30000);
        assert_true(stage->app.asking);
        stage_do(stage, touches[i], 0);
        assert_false(stage->app.asking);
        assert_false(stage->app.large);
        assert_int_equal(stage->app.screen, SCREEN_QUESTION);
        assert_int_equal(round_current(&stage->app.round)->state, ASKED_OPEN);
        assert_true(stage->app.fed_at == stage->app.now);
    }
}

static void feedback_moves_on_by_itself_once_and_then_nobody_is_there(void **state) {
    struct stage *stage = kiosk(state);
    stage_answer(stage, true);
    uint64_t reading = 6000 + 1000 * (uint64_t)(stage->app.round.asked[0].explanation_chars / 5);
    stage_wait(stage, reading - 1);
    assert_int_equal(stage->app.screen, SCREEN_FEEDBACK);
    stage_wait(stage, 1);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    assert_int_equal(stage->app.round.count, 2);
    stage_wait(stage, 39999);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    stage_wait(stage, 1);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
}

static void feedback_never_takes_more_than_twenty_seconds(void **state) {
    struct stage *stage = kiosk(state);
    stage_answer(stage, true);
    stage->app.round.asked[0].explanation_chars = 400;
    assert_true(app_deadline(&stage->app, &stage->world) - stage->app.now == 20000);
}

static void longest_wait_is_within_the_idle_bound(void **state) {
    struct stage *stage = kiosk(state);
    stage_answer(stage, true);
    uint64_t touched = stage->app.now;
    stage->app.round.asked[0].explanation_chars = 400;
    stage_wait(stage, 59999);
    assert_int_not_equal(stage->app.screen, SCREEN_ATTRACT);
    stage_wait(stage, 1);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    assert_true(stage->app.now - touched <= app_idle_bound(&stage->app, &stage->world));
}

static void kiosk_question_can_not_be_left_out(void **state) {
    struct stage *stage = kiosk(state);
    stage_do(stage, MSG_NEXT, 0);
    stage_do(stage, MSG_NEXT, 0);
    stage_do(stage, MSG_REVEAL, 0);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    assert_int_equal(stage->app.round.count, 1);
    assert_int_equal(round_current(&stage->app.round)->state, ASKED_OPEN);
}

static void touch_meant_for_feedback_does_not_answer_the_next_question(void **state) {
    struct stage *stage = kiosk(state);
    stage_answer(stage, true);
    stage_tick(stage, app_deadline(&stage->app, &stage->world));
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    stage_send(stage, (struct message){.type = MSG_ANSWER, .value = 0, .time = stage->app.now + 200});
    assert_int_equal(round_current(&stage->app.round)->state, ASKED_OPEN);
}

static void large_letters_get_twice_the_time_and_end_with_the_visitor(void **state) {
    struct stage *stage = kiosk(state);
    stage_do(stage, MSG_LARGE, 0);
    stage_answer(stage, true);
    stage_do(stage, MSG_NEXT, 0);
    stage_wait(stage, 60000);
    assert_true(stage->app.asking);
    stage_wait(stage, 19999);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    assert_true(stage->app.large);
    stage_wait(stage, 1);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    assert_false(stage->app.large);
}

static void large_letters_on_attract_end_with_the_loop(void **state) {
    struct stage *stage = kiosk(state);
    stage_do(stage, MSG_LARGE, 0);
    assert_true(stage->app.large);
    stage_wait(stage, 40000);
    assert_false(stage->app.large);
}

static void attract_loop_is_under_forty_seconds_and_shows_another_question(void **state) {
    struct stage *stage = kiosk(state);
    uint8_t shift = stage->app.ui.shift;
    uint32_t pages = 0;
    for (uint64_t loop = 0; loop < 20; loop++) {
        uint32_t deck = stage->app.deck;
        uint64_t then = stage->app.now;
        pages = 1;
        while (stage->app.deck == deck) {
            uint8_t page = stage->app.attract;
            stage_tick(stage, stage->app.now + 1000);
            if (stage->app.attract != page) pages++;
            assert_true(stage->app.now - then <= 40000);
        }
        assert_int_equal(pages, 5);
        assert_int_equal(stage->app.attract, ATTRACT_QUESTION);
        assert_int_not_equal(stage->app.ui.shift, shift);
        shift = stage->app.ui.shift;
        assert_int_equal(stage_effects(stage, EFFECT_RELOAD), 1);
        assert_int_equal(stage_effects(stage, EFFECT_FIGURES), 1);
    }
}

/* Nothing calls to those who only pass. */
static void the_attract_screen_is_silent(void **state) {
    struct stage *stage = kiosk(state);
    for (uint32_t i = 0; i < 60; i++) {
        stage_tick(stage, app_deadline(&stage->app, &stage->world));
        assert_int_equal(stage_effects(stage, EFFECT_SOUND), 0);
        stage_do(stage, i % 3 ? MSG_TOUCH : MSG_LARGE, 0);
        assert_int_equal(stage_effects(stage, EFFECT_SOUND), 0);
        assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    }
}

static void touch_on_any_attract_page_brings_the_question(void **state) {
    struct stage *stage = kiosk(state);
    stage_wait(stage, 19000);
    assert_int_equal(stage->app.attract, ATTRACT_THEME);
    stage_do(stage, MSG_ANSWER, 0);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    assert_int_equal(stage->app.attract, ATTRACT_QUESTION);
    stage_do(stage, MSG_ANSWER, 0);
    assert_int_equal(stage->app.screen, SCREEN_FEEDBACK);
}

static void what_attract_has_shown_counts_as_seen(void **state) {
    struct stage *stage = kiosk(state);
    struct item first = round_current(&stage->app.round)->item;
    stage_wait(stage, 31000);
    stage_round(stage, 0);
    for (uint32_t i = 0; i < stage->app.round.count; i++) {
        struct item item = stage->app.round.asked[i].item;
        assert_false(item.record == first.record && item.kind == first.kind);
    }
}

static void result_goes_home_after_twenty_seconds(void **state) {
    struct stage *stage = kiosk(state);
    stage_round(stage, 0);
    stage_wait(stage, 19999);
    assert_int_equal(stage->app.screen, SCREEN_RESULT);
    stage_wait(stage, 1);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    assert_int_equal(stage_effects(stage, EFFECT_SAVE_ROUND), 0);
}

static void missed_questions_are_reviewed_one_after_another(void **state) {
    struct stage *stage = kiosk(state);
    stage_round(stage, 6);
    stage_do(stage, MSG_REVIEW, 2);
    assert_int_equal(stage->app.screen, SCREEN_RESULT);
    stage_do(stage, MSG_REVIEW, 0);
    assert_int_equal(stage->app.screen, SCREEN_REVIEW);
    stage_do(stage, MSG_NEXT, 0);
    assert_int_equal(stage->app.review, 1);
    assert_int_equal(round_missed_at(&stage->app.round, 1), 2);
    stage_do(stage, MSG_NEXT, 0);
    assert_int_equal(stage->app.screen, SCREEN_RESULT);
}

static void nothing_missed_nothing_to_review(void **state) {
    struct stage *stage = kiosk(state);
    stage_round(stage, 0);
    stage_do(stage, MSG_REVIEW, 0);
    assert_int_equal(stage->app.screen, SCREEN_RESULT);
}

static void the_code_is_shown_when_asked_for_and_put_away(void **state) {
    struct stage *stage = kiosk(state);
    stage_do(stage, MSG_CODE, 0);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    stage_round(stage, 1);
    stage_do(stage, MSG_CODE, 0);
    assert_int_equal(stage->app.screen, SCREEN_CODE);
    assert_int_equal(stage->effects.count, 0);
    stage_do(stage, MSG_CODE, 0);
    assert_int_equal(stage->app.screen, SCREEN_RESULT);
}

static void whoever_leaves_the_code_is_asked_after(void **state) {
    struct stage *stage = kiosk(state);
    stage_round(stage, 0);
    stage_do(stage, MSG_CODE, 0);
    stage_wait(stage, 45000);
    assert_true(stage->app.asking);
    stage_wait(stage, 10000);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
}

static void another_round_asks_other_questions(void **state) {
    struct stage *stage = kiosk(state);
    stage_round(stage, 0);
    struct round first = stage->app.round;
    stage_do(stage, MSG_AGAIN, 0);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    stage_round(stage, 0);
    for (uint32_t i = 0; i < 5; i++)
        for (uint32_t old = 0; old < 5; old++)
            assert_int_not_equal(stage->app.round.asked[i].place, first.asked[old].place);
}

static void cards_are_turned_around_and_drafts_left_out(void **state) {
    struct stage *stage = kiosk(state);
    stage_do(stage, MSG_CARDS, 0);
    stage_do(stage, MSG_CARD, 2);
    assert_int_equal(stage->app.screen, SCREEN_CARDS);
    stage_do(stage, MSG_CARD, 1);
    assert_int_equal(stage->app.screen, SCREEN_CARD);
    stage_do(stage, MSG_TURN, 1);
    assert_int_equal(stage->app.card, 3);
    stage_do(stage, MSG_TURN, 1);
    assert_int_equal(stage->app.card, 0);
    stage_do(stage, MSG_TURN, -1);
    assert_int_equal(stage->app.card, 3);
    stage_do(stage, MSG_NEXT, 0);
    assert_int_equal(stage->app.card, 0);
    stage_do(stage, MSG_CARDS, 0);
    assert_int_equal(stage->app.screen, SCREEN_CARDS);
    stage_do(stage, MSG_ABOUT, 0);
    assert_int_equal(stage->app.screen, SCREEN_ABOUT);
    stage_do(stage, MSG_CARDS, 0);
    stage_do(stage, MSG_CARD, 0);
    stage_do(stage, MSG_AGAIN, 0);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
}

static void cards_wait_longer(void **state) {
    struct stage *stage = kiosk(state);
    stage_do(stage, MSG_CARDS, 0);
    stage_wait(stage, 44999);
    assert_false(stage->app.asking);
    stage_wait(stage, 1);
    assert_true(stage->app.asking);
    stage_wait(stage, 10000);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
}

static void about_leads_home(void **state) {
    struct stage *stage = kiosk(state);
    stage_do(stage, MSG_ABOUT, 0);
    assert_int_equal(stage->app.screen, SCREEN_ABOUT);
    stage_do(stage, MSG_HOME, 0);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
}

static void home_in_the_middle_saves_an_abandoned_round(void **state) {
    struct stage *stage = kiosk(state);
    stage_answer(stage, false);
    stage_do(stage, MSG_HOME, 0);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    assert_int_equal(value_of(stage, EFFECT_SAVE_ROUND), 1);
}

/* The next round has begun by the time the effect is carried out. */
static void what_was_left_is_kept_until_it_is_saved(void **state) {
    struct stage *stage = kiosk(state);
    stage_answer(stage, false);
    stage_do(stage, MSG_NEXT, 0);
    struct round left = stage->app.round;
    stage_do(stage, MSG_HOME, 0);
    assert_int_equal(round_answered(&stage->app.round), 0);
    assert_memory_equal(&stage->app.left, &left, sizeof left);
    stage_answer(stage, false);
    left = stage->app.round;
    stage_send(stage, (struct message){.type = MSG_START, .value = MODE_KIOSK, .seed = 43});
    assert_memory_equal(&stage->app.left, &left, sizeof left);
}

static void new_content_begins_the_attract_screen_anew_and_disturbs_nobody(void **state) {
    struct stage *stage = kiosk(state);
    uint32_t first = stage->app.round.first;
    stage_send(stage, (struct message){.type = MSG_RELOADED, .value = 0, .time = 1000});
    assert_int_equal(stage->app.round.first, first);
    stage_send(stage, (struct message){.type = MSG_RELOADED, .value = 1, .time = 2000});
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    assert_int_not_equal(stage->app.round.first, first);
    stage_answer(stage, true);
    uint64_t before = app_hash(&stage->app);
    stage_send(stage, (struct message){.type = MSG_RELOADED, .value = 1, .time = stage->app.now});
    assert_true(app_hash(&stage->app) == before);
}

static void home_before_any_answer_saves_nothing(void **state) {
    struct stage *stage = kiosk(state);
    stage_do(stage, MSG_NEXT, 0);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    stage_do(stage, MSG_HOME, 0);
    assert_int_equal(stage_effects(stage, EFFECT_SAVE_ROUND), 0);
}

static void failed_save_is_told_and_stops_nothing(void **state) {
    struct stage *stage = kiosk(state);
    stage_answer(stage, true);
    stage_send(stage, (struct message){.type = MSG_UNSAVED});
    stage_do(stage, MSG_NEXT, 0);
    stage_round(stage, 0);
    assert_int_equal(stage->app.screen, SCREEN_RESULT);
    assert_true(stage->app.unsaved);
    assert_int_equal(round_score(&stage->app.round), 100);
    stage_do(stage, MSG_HOME, 0);
    stage_send(stage, (struct message){.type = MSG_UNSAVED});
    assert_false(stage->app.unsaved);
}

static void flag_is_saved_once_per_question(void **state) {
    struct stage *stage = kiosk(state);
    stage_answer(stage, true);
    stage_do(stage, MSG_FLAG, 0);
    assert_int_equal(value_of(stage, EFFECT_SAVE_FLAG), 0);
    stage_do(stage, MSG_FLAG, 0);
    assert_int_equal(stage->effects.count, 0);
    stage_do(stage, MSG_NEXT, 0);
    stage_do(stage, MSG_FLAG, 0);
    assert_int_equal(value_of(stage, EFFECT_SAVE_FLAG), 1);
}

static void operator_stops_and_goes_on(void **state) {
    struct stage *stage = kiosk(state);
    stage_answer(stage, true);
    stage_send(stage, (struct message){.type = MSG_HOLD, .value = 1});
    assert_int_equal(stage->app.screen, SCREEN_HOLDING);
    assert_int_equal(value_of(stage, EFFECT_SAVE_ROUND), 1);
    stage_do(stage, MSG_HOME, 0);
    stage_do(stage, MSG_ANSWER, 0);
    stage_wait(stage, 1000000);
    assert_int_equal(stage->app.screen, SCREEN_HOLDING);
    stage_send(stage, (struct message){.type = MSG_HOLD, .value = 0});
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
}

static void nothing_to_play_is_held_not_broken(void **state) {
    struct stage empty = {0};
    (void)state;
    struct buf text;
    buf_init(&text);
    buf_text(&text, "{\"pack\": {\"id\": \"p\", \"title\": \"空\"}}");
    small_load(&empty.small, text);
    empty.world = (struct app_world){&empty.small.content, &empty.small.quiz, screens, NULL, NULL};
    stage_start(&empty, MODE_KIOSK, 1);
    assert_int_equal(empty.app.screen, SCREEN_HOLDING);
    stage_do(&empty, MSG_ANSWER, 0);
    stage_send(&empty, (struct message){.type = MSG_HOLD, .value = 0});
    assert_int_equal(empty.app.screen, SCREEN_HOLDING);
    stage_close(&empty);
}

static void time_never_goes_back_and_jumps_are_harmless(void **state) {
    struct stage *stage = kiosk(state);
    stage_answer(stage, true);
    stage_do(stage, MSG_NEXT, 0);
    uint64_t now = stage->app.now;
    stage_tick(stage, 5);
    assert_true(stage->app.now == now);
    stage_tick(stage, now + UINT64_C(100) * 365 * 86400 * 1000);
    assert_true(stage->app.asking);
    stage_do(stage, MSG_STAY, 0);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
    stage_tick(stage, UINT64_MAX - 5);
    assert_true(app_deadline(&stage->app, &stage->world) == UINT64_MAX);
    stage_tick(stage, UINT64_MAX);
    stage_tick(stage, UINT64_MAX);
    stage_send(stage, (struct message){.type = MSG_STAY, .time = UINT64_MAX});
    assert_false(stage->app.asking);
}

static void others_have_no_part_in_this_round(void **state) {
    struct stage *stage = kiosk(state);
    stage_send(stage, (struct message){.type = MSG_ANSWER, .time = 1000, .player = 1});
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    assert_int_equal(round_current(&stage->app.round)->state, ASKED_OPEN);
}

static void figures_count_on_from_what_the_store_said(void **state) {
    struct stage *stage = kiosk(state);
    stage_send(stage, (struct message){.type = MSG_FIGURES, .value = 10, .seed = 30, .day = 0});
    stage_round(stage, 1);
    assert_int_equal(stage->app.figures.rounds, 11);
    assert_int_equal(stage->app.figures.right_answers, 34);
    stage_send(stage, (struct message){.type = MSG_FIGURES, .value = 11, .seed = 34, .day = 68});
    assert_int_equal(stage->app.figures.percentile, 68);
    stage_do(stage, MSG_AGAIN, 0);
    assert_int_equal(stage->app.figures.percentile, 0);
}

static void start_of_an_unknown_mode_is_ignored(void **state) {
    struct stage *stage = kiosk(state);
    uint64_t hash = app_hash(&stage->app);
    stage_send(stage, (struct message){.type = MSG_START, .value = MODES});
    stage_send(stage, (struct message){.type = MSG_START, .value = -1});
    assert_true(app_hash(&stage->app) == hash);
}

static void nothing_happens_before_the_start(void **state) {
    struct stage *stage = *state;
    app_init(&stage->app);
    uint64_t hash = app_hash(&stage->app);
    for (int type = MSG_TICK; type < MESSAGES; type++)
        stage_send(stage, (struct message){.type = (enum message_type)type, .time = 9, .value = 1});
    assert_true(app_hash(&stage->app) == hash);
    assert_true(app_deadline(&stage->app, &stage->world) == UINT64_MAX);
}

static void site_may_have_its_own_times(void **state) {
    struct stage *stage = kiosk(state);
    stage->small.content.settings.question_idle_s = 50;
    stage_answer(stage, true);
    stage_do(stage, MSG_NEXT, 0);
    stage_wait(stage, 49999);
    bool too_early = stage->app.asking;
    stage_wait(stage, 1);
    stage->small.content.settings.question_idle_s = 0;
    assert_false(too_early);
    assert_true(stage->app.asking);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_touch_on_attract_answers_question_one),
        cmocka_unit_test(whole_round_of_right_answers_gives_a_hundred),
        cmocka_unit_test(missed_fact_comes_back_in_other_words),
        cmocka_unit_test(late_answer_scores_nothing),
        cmocka_unit_test(second_touch_within_300_ms_is_ignored),
        cmocka_unit_test(ignored_touch_is_still_a_sign_of_a_person),
        cmocka_unit_test(nobody_there_brings_back_attract),
        cmocka_unit_test(one_lamp_goes_out_every_two_seconds),
        cmocka_unit_test(any_touch_says_i_am_here_and_nothing_else),
        cmocka_unit_test(feedback_moves_on_by_itself_once_and_then_nobody_is_there),
        cmocka_unit_test(feedback_never_takes_more_than_twenty_seconds),
        cmocka_unit_test(longest_wait_is_within_the_idle_bound),
        cmocka_unit_test(kiosk_question_can_not_be_left_out),
        cmocka_unit_test(touch_meant_for_feedback_does_not_answer_the_next_question),
        cmocka_unit_test(large_letters_get_twice_the_time_and_end_with_the_visitor),
        cmocka_unit_test(large_letters_on_attract_end_with_the_loop),
        cmocka_unit_test(attract_loop_is_under_forty_seconds_and_shows_another_question),
        cmocka_unit_test(the_attract_screen_is_silent),
        cmocka_unit_test(touch_on_any_attract_page_brings_the_question),
        cmocka_unit_test(what_attract_has_shown_counts_as_seen),
        cmocka_unit_test(result_goes_home_after_twenty_seconds),
        cmocka_unit_test(missed_questions_are_reviewed_one_after_another),
        cmocka_unit_test(nothing_missed_nothing_to_review),
        cmocka_unit_test(the_code_is_shown_when_asked_for_and_put_away),
        cmocka_unit_test(whoever_leaves_the_code_is_asked_after),
        cmocka_unit_test(another_round_asks_other_questions),
        cmocka_unit_test(cards_are_turned_around_and_drafts_left_out),
        cmocka_unit_test(cards_wait_longer),
        cmocka_unit_test(about_leads_home),
        cmocka_unit_test(home_in_the_middle_saves_an_abandoned_round),
        cmocka_unit_test(home_before_any_answer_saves_nothing),
        cmocka_unit_test(what_was_left_is_kept_until_it_is_saved),
        cmocka_unit_test(new_content_begins_the_attract_screen_anew_and_disturbs_nobody),
        cmocka_unit_test(failed_save_is_told_and_stops_nothing),
        cmocka_unit_test(flag_is_saved_once_per_question),
        cmocka_unit_test(operator_stops_and_goes_on),
        cmocka_unit_test(nothing_to_play_is_held_not_broken),
        cmocka_unit_test(time_never_goes_back_and_jumps_are_harmless),
        cmocka_unit_test(others_have_no_part_in_this_round),
        cmocka_unit_test(figures_count_on_from_what_the_store_said),
        cmocka_unit_test(start_of_an_unknown_mode_is_ignored),
        cmocka_unit_test(nothing_happens_before_the_start),
        cmocka_unit_test(site_may_have_its_own_times),
    };
    return cmocka_run_group_tests(tests, stage_set_up, stage_tear_down);
}
