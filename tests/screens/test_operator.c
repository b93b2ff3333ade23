#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "support/stage.h"
#include "ui/theme.h"

static int set_up(void **state) {
    static struct stage stage;
    stage_open(&stage);
    stage_start(&stage, MODE_KIOSK, 7);
    *state = &stage;
    return 0;
}

static int tear_down(void **state) {
    stage_close(*state);
    return 0;
}

static void hear(struct stage *stage, enum pin_news news) {
    stage_send(stage, (struct message){.type = MSG_PIN, .value = (int32_t)news, .time = stage->app.now});
}

static void gesture(struct stage *stage, enum pin_news news) {
    stage_send(stage, (struct message){.type = MSG_OPERATOR, .time = stage->app.now});
    if (stage_effects(stage, EFFECT_FIND_PIN)) hear(stage, news);
}

static void type(struct stage *stage, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) stage_do(stage, MSG_DIGIT, (int32_t)(i % PIN_DIGITS) + 3);
}

static void get_in(struct stage *stage) {
    gesture(stage, PIN_SET);
    type(stage, PIN_DIGITS);
    hear(stage, PIN_RIGHT);
    assert_int_equal(stage->app.screen, SCREEN_ADMIN);
}

static void control(struct stage *stage, enum control control) {
    stage_do(stage, MSG_CONTROL, (int32_t)control);
}

static void first_use_sets_a_pin(void **state) {
    struct stage *stage = *state;
    gesture(stage, PIN_UNSET);
    assert_int_equal(stage->app.operated.phase, PIN_NEW);
    type(stage, PIN_DIGITS);
    assert_int_equal(stage->app.operated.phase, PIN_REPEAT);
    type(stage, PIN_DIGITS);
    assert_int_equal(stage_effects(stage, EFFECT_KEEP_PIN), 1);
    assert_memory_equal(stage->app.operated.digits, stage->app.operated.again, PIN_DIGITS);
    hear(stage, PIN_DIFFERS);
    assert_int_equal(stage->app.operated.phase, PIN_NEW);
    assert_int_equal(stage->app.operated.digits[0], 0);
    type(stage, 2 * PIN_DIGITS);
    hear(stage, PIN_KEPT);
    assert_int_equal(stage->app.screen, SCREEN_ADMIN);
}

static void nobody_gets_in_unasked(void **state) {
    struct stage *stage = *state;
    hear(stage, PIN_RIGHT);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    gesture(stage, PIN_SET);
    hear(stage, PIN_RIGHT);
    hear(stage, PIN_KEPT);
    type(stage, PIN_DIGITS - 1);
    hear(stage, PIN_RIGHT);
    assert_int_equal(stage->app.screen, SCREEN_PIN);
    type(stage, 1);
    hear(stage, PIN_KEPT);
    assert_int_equal(stage->app.screen, SCREEN_PIN);
    hear(stage, PIN_RIGHT);
    assert_int_equal(stage->app.screen, SCREEN_ADMIN);
}

static void broken_pin_lets_nobody_in(void **state) {
    struct stage *stage = *state;
    gesture(stage, PIN_BROKEN);
    type(stage, PIN_DIGITS);
    hear(stage, PIN_RIGHT);
    assert_int_equal(stage->app.screen, SCREEN_PIN);
    assert_int_equal(stage->app.operated.count, 0);
}

/* Three more wrong ones; returns the wait that follows. */
static uint64_t fail_three_times(struct stage *stage) {
    for (uint32_t i = 0; i < PIN_TRIES; i++) {
        assert_int_equal(app_pin_tries(&stage->app), PIN_TRIES - i);
        type(stage, PIN_DIGITS);
        hear(stage, PIN_WRONG);
        assert_int_equal(stage->app.screen, SCREEN_PIN);
    }
    return app_pin_barred(&stage->app);
}

static void waits_grow_and_outlast_the_screen(void **state) {
    struct stage *stage = *state;
    for (uint64_t expected = 30000; expected <= 1920000; expected *= 2) {
        gesture(stage, PIN_SET);
        assert_true(fail_three_times(stage) == expected);
        type(stage, PIN_DIGITS);
        assert_int_equal(stage->app.operated.count, 0);
        assert_int_equal(stage->app.operated.phase, PIN_ENTER);
        stage_do(stage, MSG_HOME, 0);
        gesture(stage, PIN_SET);
        assert_true(app_pin_barred(&stage->app) > 0);
        stage_do(stage, MSG_HOME, 0);
        stage_wait(stage, expected);
    }
    gesture(stage, PIN_SET);
    assert_true(fail_three_times(stage) == 1920000);
    stage_wait(stage, 1920000);
    get_in(stage);
    assert_int_equal(stage->app.operated.wrong, 0);
}

static void digits_may_be_typed_fast_and_taken_back(void **state) {
    struct stage *stage = *state;
    gesture(stage, PIN_SET);
    stage_wait(stage, 400);
    for (int32_t i = 0; i < 3; i++)
        stage_send(stage, (struct message){.type = MSG_DIGIT, .value = 7, .time = stage->app.now + 50});
    assert_int_equal(stage->app.operated.count, 3);
    stage_do(stage, MSG_UNDO, 0);
    assert_int_equal(stage->app.operated.count, 2);
    stage_do(stage, MSG_DIGIT, 10);
    stage_do(stage, MSG_DIGIT, -1);
    assert_int_equal(stage->app.operated.count, 2);
}

static void round_of_a_visitor_counts_as_abandoned(void **state) {
    struct stage *stage = *state;
    stage_answer(stage, true);
    stage_do(stage, MSG_NEXT, 0);
    stage_send(stage, (struct message){.type = MSG_OPERATOR, .time = stage->app.now});
    assert_int_equal(stage_effects(stage, EFFECT_SAVE_ROUND), 1);
    hear(stage, PIN_SET);
    stage_do(stage, MSG_HOME, 0);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    assert_int_equal(stage_effects(stage, EFFECT_SAVE_ROUND), 0);
}

static void operator_who_goes_away_leaves_the_panel(void **state) {
    struct stage *stage = *state;
    gesture(stage, PIN_SET);
    stage_wait(stage, 30000);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
    get_in(stage);
    stage_wait(stage, 119000);
    assert_int_equal(stage->app.screen, SCREEN_ADMIN);
    stage_wait(stage, 1000);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
}

static void class_does_not_keep_the_panel_open(void **state) {
    struct stage *stage = *state;
    stage_start(stage, MODE_CLASS, 7);
    get_in(stage);
    stage_wait(stage, 120000);
    assert_int_not_equal(stage->app.screen, SCREEN_ADMIN);
}

static void stopped_show_stays_stopped_until_it_goes_on(void **state) {
    struct stage *stage = *state;
    get_in(stage);
    control(stage, CONTROL_STOP);
    assert_int_equal(stage->app.screen, SCREEN_HOLDING);
    stage_wait(stage, 3600000);
    stage_do(stage, MSG_HOME, 0);
    assert_int_equal(stage->app.screen, SCREEN_HOLDING);
    gesture(stage, PIN_SET);
    stage_wait(stage, 30000);
    assert_int_equal(stage->app.screen, SCREEN_HOLDING);
    get_in(stage);
    control(stage, CONTROL_GO_ON);
    assert_int_equal(stage->app.screen, SCREEN_ATTRACT);
}

static void program_ends_by_two_touches_of_its_key(void **state) {
    struct stage *stage = *state;
    control(stage, CONTROL_QUIT);
    control(stage, CONTROL_QUIT);
    assert_int_equal(stage_effects(stage, EFFECT_QUIT), 0);
    get_in(stage);
    control(stage, CONTROL_QUIT);
    assert_int_equal(stage_effects(stage, EFFECT_QUIT), 0);
    control(stage, CONTROL_DARK);
    control(stage, CONTROL_QUIT);
    assert_int_equal(stage_effects(stage, EFFECT_QUIT), 0);
    control(stage, CONTROL_QUIT);
    assert_int_equal(stage_effects(stage, EFFECT_QUIT), 1);
}

/* Without one there is no key for it, and what is sent all the same does nothing. */
static void the_sites_own_theme_can_be_chosen_when_there_is_one(void **state) {
    struct stage *stage = *state;
    static const struct machine machine = {.own_theme = "投影"};
    get_in(stage);
    control(stage, CONTROL_OWN_THEME);
    assert_int_equal(stage->app.ui.theme, THEME_LIGHT);
    assert_int_equal(stage_effects(stage, EFFECT_THEME), 0);
    stage->world.machine = &machine;
    control(stage, CONTROL_OWN_THEME);
    assert_int_equal(stage->app.ui.theme, THEME_OWN);
    assert_int_equal(stage_effects(stage, EFFECT_THEME), 1);
    stage->world.machine = NULL;
}

static void volume_and_theme_are_the_hosts_to_do(void **state) {
    struct stage *stage = *state;
    get_in(stage);
    for (uint32_t i = 0; i < 9; i++) control(stage, CONTROL_LOUDER);
    assert_int_equal(stage->app.ui.volume, VOLUME_MOST);
    for (uint32_t i = 0; i < 9; i++) control(stage, CONTROL_QUIETER);
    assert_int_equal(stage->app.ui.volume, 0);
    control(stage, CONTROL_CONTRAST);
    assert_int_equal(stage_effects(stage, EFFECT_THEME), 1);
    assert_int_equal(stage->app.ui.theme, THEME_CONTRAST);
    stage_do(stage, MSG_HOME, 0);
    assert_int_equal(stage->app.ui.theme, THEME_CONTRAST);
    stage_start(stage, MODE_KIOSK, 8);
}

static void the_report_is_asked_for_by_who_gets_in(void **state) {
    struct stage *stage = *state;
    gesture(stage, PIN_SET);
    assert_int_equal(stage_effects(stage, EFFECT_REPORT), 0);
    get_in(stage);
    assert_int_equal(stage_effects(stage, EFFECT_REPORT), 1);
}

/* Only questions that the report has, and only on the panel. */
static void questions_go_off_from_the_panel_alone(void **state) {
    struct stage *stage = *state;
    static const struct report_item item = {.item = "a", .stem = "甲"};
    static const struct report report = {.known = true, .items = &item, .item_count = 1};
    stage->world.report = &report;
    stage_do(stage, MSG_SWITCH, 0);
    assert_int_equal(stage_effects(stage, EFFECT_SWITCH), 0);
    get_in(stage);
    stage_do(stage, MSG_SWITCH, 1);
    assert_int_equal(stage_effects(stage, EFFECT_SWITCH), 0);
    stage_do(stage, MSG_SWITCH, -1);
    assert_int_equal(stage_effects(stage, EFFECT_SWITCH), 0);
    stage_do(stage, MSG_SWITCH, 0);
    assert_int_equal(stage_effects(stage, EFFECT_SWITCH), 1);
    assert_int_equal(stage_effects(stage, EFFECT_REPORT), 1); /* and the list is made anew */
    stage->world.report = NULL;
    stage_do(stage, MSG_SWITCH, 0);
    assert_int_equal(stage_effects(stage, EFFECT_SWITCH), 0);
}

/* Who pulls the plug waits all the same. */
static void tries_before_a_restart_count(void **state) {
    struct stage *stage = *state;
    stage_send(stage, (struct message){.type = MSG_TRIES, .value = 4, .time = stage->app.now});
    assert_int_equal(app_pin_tries(&stage->app), PIN_TRIES - 1);
    assert_int_equal(app_pin_barred(&stage->app), 0);
    stage_start(stage, MODE_KIOSK, 8);
    stage_send(stage, (struct message){.type = MSG_TRIES, .value = 6, .time = stage->app.now});
    assert_int_equal(app_pin_barred(&stage->app), 60000);
    stage_send(stage, (struct message){.type = MSG_TRIES, .value = 1, .time = stage->app.now}); /* too late */
    assert_int_equal(stage->app.operated.wrong, 6);
}

static void replay_does_not_tell_the_digits(void **state) {
    (void)state;
    struct buf line;
    buf_init(&line);
    message_print(&(struct message){.type = MSG_DIGIT, .time = 12, .value = 7}, &line);
    assert_string_equal(line.at, "12 digit");
    buf_finish(&line);
}

static void state_does_not_tell_the_digits(void **state) {
    struct stage *stage = *state;
    gesture(stage, PIN_SET);
    stage_do(stage, MSG_DIGIT, 7);
    uint64_t hash = app_hash(&stage->app);
    stage->app.operated.digits[0] = 2;
    assert_true(app_hash(&stage->app) == hash);
    stage->app.operated.count = 2;
    assert_true(app_hash(&stage->app) != hash);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define VISIT(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        VISIT(first_use_sets_a_pin),
        VISIT(nobody_gets_in_unasked),
        VISIT(broken_pin_lets_nobody_in),
        VISIT(waits_grow_and_outlast_the_screen),
        VISIT(digits_may_be_typed_fast_and_taken_back),
        VISIT(round_of_a_visitor_counts_as_abandoned),
        VISIT(operator_who_goes_away_leaves_the_panel),
        VISIT(class_does_not_keep_the_panel_open),
        VISIT(stopped_show_stays_stopped_until_it_goes_on),
        VISIT(program_ends_by_two_touches_of_its_key),
        VISIT(the_sites_own_theme_can_be_chosen_when_there_is_one),
        VISIT(volume_and_theme_are_the_hosts_to_do),
        VISIT(the_report_is_asked_for_by_who_gets_in),
        VISIT(questions_go_off_from_the_panel_alone),
        VISIT(tries_before_a_restart_count),
        VISIT(replay_does_not_tell_the_digits),
        VISIT(state_does_not_tell_the_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
