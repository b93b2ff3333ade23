#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "support/stage.h"
#include "ui/words.h"

/* What the street below the first page says, and when it keeps quiet. */

enum { STEM = 1, TOPIC = 2 };

static bool has_text(const struct draw_list *list, struct str text) {
    for (uint32_t i = 0; i < list->command_count; i++)
        if (list->commands[i].kind == DRAW_TEXT && list->commands[i].role == ROLE_STREET &&
            str_has(list->commands[i].text, text))
            return true;
    return false;
}

/* Which of the two stands there; the heading only above one of them. */
static uint32_t told(struct stage *stage, const struct report *report, struct display display) {
    struct arena arena;
    struct draw_list list;
    struct view view;
    arena_init(&arena);
    stage->world.report = report;
    view_begin(&view, &list, &arena, &metrics_plain, display, false, false);
    app_view(&stage->app, &stage->world, &view);
    uint32_t found = (has_text(&list, str_of(report->missed.stem)) ? STEM : 0) +
                     (has_text(&list, str_of(report->missed.topic)) ? TOPIC : 0);
    assert_int_equal(has_text(&list, word_get(WORD_MISSED_STREET)), found != 0);
    stage->world.report = NULL;
    arena_finish(&arena);
    return found;
}

static const struct display lying = {1920, 1080}, upright = {1080, 1920}, narrow = {1024, 768};
static const char long_stem[] = "很长很长的一道题目，长到在比较窄的画面上街道里放不下，只好说它的主题";

static struct stage *begin(void **state) {
    struct stage *stage = *state;
    stage_start(stage, MODE_KIOSK, 42);
    return stage;
}

static void question_is_told_where_there_is_room_else_its_topic(void **state) {
    struct stage *stage = begin(state);
    struct report report = {.missed = {"x", "哪一件事最要紧", "甲", "某个主题"}};
    assert_int_equal(told(stage, &report, lying), STEM);
    assert_int_equal(told(stage, &report, narrow), STEM);
    assert_int_equal(told(stage, &report, upright), 0);
    report.missed.stem = long_stem;
    assert_int_equal(told(stage, &report, narrow), TOPIC);
    report.missed.item = NULL; /* there is none */
    assert_int_equal(told(stage, &report, lying), 0);
}

static void nothing_is_told_that_names_an_option_of_the_open_question(void **state) {
    struct stage *stage = begin(state);
    const struct question *question = round_question(&stage->app.round, 0, stage->world.quiz);
    for (uint32_t i = 0; i < question->option_count; i++) {
        char stem[256], topic[256];
        snprintf(stem, sizeof stem, "说到%s，哪个对", question->options[i]);
        snprintf(topic, sizeof topic, "%s", question->options[i]);
        struct report report = {.missed = {"x", stem, "甲", "某个主题"}};
        assert_int_equal(told(stage, &report, lying), TOPIC);
        report.missed.topic = topic;
        assert_int_equal(told(stage, &report, lying), 0);
        question = round_question(&stage->app.round, 0, stage->world.quiz);
    }
}

static void other_pages_have_the_counters_alone(void **state) {
    struct stage *stage = begin(state);
    struct report report = {.missed = {"x", "哪一件事最要紧", "甲", "某个主题"}};
    stage_tick(stage, app_deadline(&stage->app, &stage->world));
    assert_int_not_equal(stage->app.attract, ATTRACT_QUESTION);
    assert_int_equal(told(stage, &report, lying), 0);
}

static void whoever_plugged_a_stick_in_comes_first(void **state) {
    struct stage *stage = begin(state);
    struct report report = {.missed = {"x", "哪一件事最要紧", "甲", "某个主题"},
                            .stick = {STICK_SERVED, .scores = STICK_WRITTEN},
                            .stick_told = 1};
    assert_int_equal(told(stage, &report, lying), 0);
    assert_int_equal(told(stage, &report, upright), 0);
    report.stick_told = 0;
    assert_int_equal(told(stage, &report, lying), STEM);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(question_is_told_where_there_is_room_else_its_topic),
        cmocka_unit_test(nothing_is_told_that_names_an_option_of_the_open_question),
        cmocka_unit_test(other_pages_have_the_counters_alone),
        cmocka_unit_test(whoever_plugged_a_stick_in_comes_first),
    };
    return cmocka_run_group_tests(tests, stage_set_up, stage_tear_down);
}
