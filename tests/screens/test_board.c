#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "quiz/sign.h"
#include "support/stage.h"
#include "ui/words.h"

/* The daily board: who gets a call-sign, how long it lasts, and what is seen of it. */

static struct stage *kiosk(void **state, bool board) {
    struct stage *stage = *state;
    stage->small.content.settings.board = board;
    stage_start(stage, MODE_KIOSK, 42);
    return stage;
}

static bool shows(struct stage *stage, struct str text) {
    struct arena arena;
    struct draw_list list;
    struct view view;
    bool found = false;
    arena_init(&arena);
    view_begin(&view, &list, &arena, &metrics_plain, (struct display){1920, 1080}, false, false);
    app_view(&stage->app, &stage->world, &view);
    for (uint32_t i = 0; i < list.command_count; i++)
        found = found || (list.commands[i].kind == DRAW_TEXT && str_has(list.commands[i].text, text));
    arena_finish(&arena);
    return found;
}

static bool shows_sign(struct stage *stage, uint16_t sign) {
    char text[SIGN_TEXT];
    sign_print(sign, text);
    return shows(stage, str_of(text));
}

static void who_plays_to_the_end_gets_a_sign_and_sees_it(void **state) {
    struct stage *stage = kiosk(state, true);
    uint32_t first = stage->app.round.first;
    stage_answer(stage, true);
    assert_int_equal(stage->app.round.sign, 0); /* not before */
    stage_round(stage, 2);
    assert_int_equal(stage->app.round.sign, sign_draw(42, first));
    assert_true(shows(stage, word_get(WORD_SIGN)));
    assert_true(shows_sign(stage, stage->app.round.sign));
    uint64_t hash = app_hash(&stage->app);
    stage->app.round.sign ^= 1;
    assert_true(app_hash(&stage->app) != hash);
}

static void same_visit_gives_the_same_sign_and_the_next_another(void **state) {
    struct stage *stage = kiosk(state, true);
    stage_round(stage, 0);
    uint16_t sign = stage->app.round.sign;
    stage_do(stage, MSG_AGAIN, 0);
    assert_int_equal(stage->app.round.sign, 0); /* nobody keeps one */
    stage_round(stage, 0);
    assert_int_not_equal(stage->app.round.sign, sign);
    stage = kiosk(state, true);
    stage_round(stage, 31);
    assert_int_equal(stage->app.round.sign, sign);
    stage_do(stage, MSG_HOME, 0);
    assert_int_equal(stage->app.round.sign, 0);
}

static void nobody_else_gets_one(void **state) {
    struct stage *stage = kiosk(state, false);
    stage_round(stage, 0);
    assert_int_equal(stage->app.round.sign, 0);
    assert_false(shows(stage, word_get(WORD_SIGN)));
    stage = kiosk(state, true); /* who leaves before the end */
    stage_answer(stage, true);
    stage_do(stage, MSG_HOME, 0);
    assert_int_equal(stage->app.left.sign, 0);
    stage_do(stage, MSG_DUO, 0); /* two at once */
    stage_duo_round(stage, 0, 0);
    assert_int_equal(stage->app.screen, SCREEN_DUO_RESULT);
    assert_int_equal(stage->app.round.sign, 0);
    stage_start(stage, MODE_TRAINING, 5); /* a class */
    stage_do(stage, MSG_AGAIN, 0);
    for (uint32_t i = 0; stage->app.screen != SCREEN_RESULT && i < ROUND_ASKED; i++) {
        stage_answer(stage, true);
        stage_do(stage, MSG_REVEAL, 0);
        stage_do(stage, MSG_NEXT, 0);
    }
    assert_int_equal(stage->app.screen, SCREEN_RESULT);
    assert_int_equal(stage->app.round.sign, 0);
}

/* Which pages come up, as bits, and how long the loop takes. */
static uint32_t pages_of_a_loop(struct stage *stage, uint64_t *millis) {
    uint64_t then = stage->app.now;
    uint32_t deck = stage->app.deck, pages = 0;
    while (stage->app.deck == deck) {
        pages |= 1u << stage->app.attract;
        stage_tick(stage, app_deadline(&stage->app, &stage->world));
    }
    *millis = stage->app.now - then;
    return pages;
}

static void board_is_a_page_of_the_loop_where_it_is_switched_on(void **state) {
    uint64_t millis;
    uint32_t usual =
        1u << ATTRACT_QUESTION | 1u << ATTRACT_CARD | 1u << ATTRACT_THEME | 1u << ATTRACT_FIGURES;
    assert_int_equal(pages_of_a_loop(kiosk(state, false), &millis), usual);
    assert_int_equal(pages_of_a_loop(kiosk(state, true), &millis), usual | 1u << ATTRACT_BOARD);
    assert_in_range(millis, 1, 40000);
}

static void board_shows_the_best_or_invites(void **state) {
    static const struct report report = {.best = {{"青松 07", 100}, {"红桨 99", 60}}, .best_count = 2};
    struct stage *stage = kiosk(state, true);
    while (stage->app.attract != ATTRACT_BOARD) stage_tick(stage, app_deadline(&stage->app, &stage->world));
    assert_true(shows(stage, word_get(WORD_BOARD_NOBODY)));
    stage->world.report = &report;
    assert_true(shows(stage, STR("青松 07")) && shows(stage, STR("红桨 99")));
    assert_true(shows(stage, STR("100")) && shows(stage, STR("60")));
    assert_false(shows(stage, word_get(WORD_BOARD_NOBODY)));
    stage->world.report = NULL;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_plays_to_the_end_gets_a_sign_and_sees_it),
        cmocka_unit_test(same_visit_gives_the_same_sign_and_the_next_another),
        cmocka_unit_test(nobody_else_gets_one),
        cmocka_unit_test(board_is_a_page_of_the_loop_where_it_is_switched_on),
        cmocka_unit_test(board_shows_the_best_or_invites),
    };
    return cmocka_run_group_tests(tests, stage_set_up, stage_tear_down);
}
