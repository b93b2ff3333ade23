#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "support/stage.h"
#include "ui/stick_words.h"
#include "ui/words.h"

/* What the operator's two screens say and offer. */

struct desk_page {
    struct stage stage;
    struct machine machine;
    struct arena arena;
    struct draw_list list;
    struct view view;
};

static int set_up(void **state) {
    struct desk_page *page = calloc(1, sizeof *page);
    stage_open(&page->stage);
    page->machine = (struct machine){.version = "0.1.0",
                                     .driver = "x11",
                                     .presenter = "surface",
                                     .warnings = 12,
                                     .errors = 3,
                                     .checked = true};
    page->stage.world.machine = &page->machine;
    arena_init(&page->arena);
    stage_start(&page->stage, MODE_KIOSK, 7);
    *state = page;
    return 0;
}

static int tear_down(void **state) {
    struct desk_page *page = *state;
    arena_finish(&page->arena);
    stage_close(&page->stage);
    free(page);
    return 0;
}

static void hear(struct desk_page *page, enum pin_news news) {
    struct stage *stage = &page->stage;
    stage_send(stage, (struct message){.type = MSG_PIN, .value = (int32_t)news, .time = stage->app.now});
}

static void open_pad(struct desk_page *page, enum pin_news news) {
    struct stage *stage = &page->stage;
    stage_send(stage, (struct message){.type = MSG_OPERATOR, .time = stage->app.now});
    hear(page, news);
}

static void type(struct desk_page *page, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) stage_do(&page->stage, MSG_DIGIT, (int32_t)i);
}

static void get_in(struct desk_page *page) {
    open_pad(page, PIN_SET);
    type(page, PIN_DIGITS);
    hear(page, PIN_RIGHT);
    assert_int_equal(page->stage.app.screen, SCREEN_ADMIN);
}

static void control(struct desk_page *page, enum control control) {
    stage_do(&page->stage, MSG_CONTROL, (int32_t)control);
}

static void look(struct desk_page *page) {
    view_begin(&page->view, &page->list, &page->arena, &metrics_plain, (struct display){1080, 1920}, false,
               false);
    app_view(&page->stage.app, &page->stage.world, &page->view);
}

static bool says_text(struct desk_page *page, struct str words) {
    for (uint32_t i = 0; i < page->list.command_count; i++)
        if (page->list.commands[i].kind == DRAW_TEXT && str_has(page->list.commands[i].text, words))
            return true;
    return false;
}

static bool says(struct desk_page *page, enum word word) {
    look(page);
    return says_text(page, word_get(word));
}

static const struct region *find(struct desk_page *page, enum message_type type, int32_t value) {
    look(page);
    for (uint32_t i = 0; i < page->list.region_count; i++)
        if (page->list.regions[i].message.type == type && page->list.regions[i].message.value == value)
            return &page->list.regions[i];
    return NULL;
}

static bool offers(struct desk_page *page, enum message_type type, int32_t value) {
    const struct region *region = find(page, type, value);
    return region && region->enabled;
}

/* The panel */

static int32_t effect_value(const struct stage *stage, enum effect_type type) {
    for (uint32_t i = 0; i < stage->effects.count; i++)
        if (stage->effects.list[i].type == type) return stage->effects.list[i].value;
    return -1;
}

static void volume_goes_to_its_ends_and_the_host_is_told(void **state) {
    struct desk_page *page = *state;
    get_in(page);
    for (int32_t volume = VOLUME_USUAL + 1; volume <= VOLUME_MOST; volume++) {
        assert_true(offers(page, MSG_CONTROL, CONTROL_LOUDER));
        control(page, CONTROL_LOUDER);
        assert_int_equal(effect_value(&page->stage, EFFECT_VOLUME), volume);
    }
    assert_false(offers(page, MSG_CONTROL, CONTROL_LOUDER));
    for (int32_t volume = VOLUME_MOST - 1; volume >= 0; volume--) {
        assert_true(offers(page, MSG_CONTROL, CONTROL_QUIETER));
        control(page, CONTROL_QUIETER);
        assert_int_equal(effect_value(&page->stage, EFFECT_VOLUME), volume);
    }
    assert_false(offers(page, MSG_CONTROL, CONTROL_QUIETER));
    control(page, CONTROL_QUIETER);
    assert_int_equal(stage_effects(&page->stage, EFFECT_VOLUME), 0);
}

static void reading_again_is_asked_of_the_host_and_its_outcome_is_told(void **state) {
    struct desk_page *page = *state;
    get_in(page);
    control(page, CONTROL_RELOAD);
    assert_int_equal(effect_value(&page->stage, EFFECT_RELOAD), 1);
    assert_false(says(page, WORD_RELOADED) || says(page, WORD_NOT_RELOADED));
    stage_send(&page->stage, (struct message){.type = MSG_RELOADED, .value = 1, .time = page->stage.app.now});
    assert_true(says(page, WORD_RELOADED) && !says(page, WORD_NOT_RELOADED));
    stage_send(&page->stage, (struct message){.type = MSG_RELOADED, .value = 0, .time = page->stage.app.now});
    assert_true(says(page, WORD_NOT_RELOADED) && !says(page, WORD_RELOADED));
}

static void loudspeaker_is_told_as_it_is(void **state) {
    struct desk_page *page = *state;
    static const enum word words[] = {[LOUDSPEAKER_UNKNOWN] = WORD_SOUND_UNKNOWN,
                                      [LOUDSPEAKER_FINE] = WORD_SOUND_FINE,
                                      [LOUDSPEAKER_OFF] = WORD_SOUND_OFF,
                                      [LOUDSPEAKER_MISSING] = WORD_SOUND_MISSING};
    get_in(page);
    for (uint32_t i = 0; i < 4; i++) {
        page->machine.loudspeaker = (enum loudspeaker)i;
        for (uint32_t k = 0; k < 4; k++) assert_int_equal(says(page, words[k]), i == k);
    }
}

static void findings_are_errors_and_then_warnings(void **state) {
    struct desk_page *page = *state;
    get_in(page);
    look(page);
    assert_true(says_text(page, word_numbers(&page->arena, WORD_CHECK_FINDINGS, 3, 12)));
    page->machine.warnings = page->machine.errors = 0;
    look(page);
    assert_false(says_text(page, word_numbers(&page->arena, WORD_CHECK_FINDINGS, 0, 0)));
    assert_true(says(page, WORD_CHECK_CLEAN));
}

/* Of the bank nothing can be asked: it is told, but not when the operator stopped the kiosk himself. */
static void a_bank_without_a_question_is_told(void **state) {
    struct desk_page *page = *state;
    get_in(page);
    look(page);
    assert_false(says_text(page, STR("没有出得了的题")));
    page->stage.small.quiz.pool.count = 0;
    stage_do(&page->stage, MSG_HOME, 0);
    assert_int_equal(page->stage.app.screen, SCREEN_HOLDING);
    get_in(page);
    look(page);
    assert_true(says_text(page, STR("没有出得了的题")));
    control(page, CONTROL_STOP);
    get_in(page);
    look(page);
    assert_false(says_text(page, STR("没有出得了的题")));
}

static void packs_that_are_played_are_not_marked(void **state) {
    struct desk_page *page = *state;
    get_in(page);
    look(page);
    assert_true(says_text(page, str_of(page->stage.world.content->packs[0].title)));
    assert_false(says(page, WORD_PACK_UNUSED));
}

static void every_picture_of_the_screen_test_comes_once(void **state) {
    struct desk_page *page = *state;
    uint64_t seen[8];
    uint32_t pictures = 0;
    get_in(page);
    for (control(page, CONTROL_TEST); page->stage.app.operated.test && pictures < 8;
         control(page, CONTROL_TEST)) {
        const struct region *region = find(page, MSG_CONTROL, CONTROL_TEST);
        assert_int_equal(region->w, 1080);
        assert_int_equal(region->h, 1920);
        seen[pictures] = draw_hash(&page->list);
        for (uint32_t i = 0; i < pictures; i++) assert_true(seen[i] != seen[pictures]);
        pictures++;
    }
    assert_int_equal(pictures, 5);
    assert_true(offers(page, MSG_CONTROL, CONTROL_QUIT));
}

static void ways_out_are_those_of_the_moment(void **state) {
    struct desk_page *page = *state;
    get_in(page);
    assert_int_equal(find(page, MSG_HOME, 0)->role, ROLE_PRIMARY);
    assert_true(offers(page, MSG_CONTROL, CONTROL_STOP) && !offers(page, MSG_CONTROL, CONTROL_GO_ON));
    control(page, CONTROL_STOP);
    get_in(page);
    assert_int_equal(find(page, MSG_CONTROL, CONTROL_GO_ON)->role, ROLE_PRIMARY);
    assert_true(offers(page, MSG_HOME, 0) && !offers(page, MSG_CONTROL, CONTROL_STOP));
    assert_true(says(page, WORD_STOPPED) && !says(page, WORD_PAUSED));
}

static void key_that_ends_the_program_asks_first(void **state) {
    struct desk_page *page = *state;
    get_in(page);
    assert_false(says(page, WORD_QUIT_SURE));
    control(page, CONTROL_QUIT);
    assert_true(says(page, WORD_QUIT_SURE));
    control(page, CONTROL_LOUDER);
    assert_false(says(page, WORD_QUIT_SURE));
}

static void theme_in_use_looks_chosen(void **state) {
    struct desk_page *page = *state;
    get_in(page);
    look(page);
    uint64_t light = draw_hash(&page->list);
    control(page, CONTROL_DARK);
    assert_int_equal(effect_value(&page->stage, EFFECT_THEME), CONTROL_DARK - CONTROL_LIGHT);
    look(page);
    assert_true(draw_hash(&page->list) != light);
}

/* The fingers that typed the PIN are on the glass still. */
static void first_touch_of_the_panel_comes_after_the_lock(void **state) {
    struct desk_page *page = *state;
    get_in(page);
    stage_send(
        &page->stage,
        (struct message){.type = MSG_CONTROL, .value = CONTROL_STOP, .time = page->stage.app.now + 200});
    assert_int_equal(page->stage.app.screen, SCREEN_ADMIN);
}

/* The stick */

static void keys_of_the_stick_ask_the_host_and_sleep_while_it_is_busy(void **state) {
    struct desk_page *page = *state;
    struct report report = {.stick = {.phase = STICK_IDLE}};
    page->stage.world.report = &report;
    get_in(page);
    stage_do(&page->stage, MSG_MORE, 0);
    assert_true(offers(page, MSG_CONTROL, CONTROL_STICK) && offers(page, MSG_CONTROL, CONTROL_MERGE));
    control(page, CONTROL_STICK);
    assert_int_equal(effect_value(&page->stage, EFFECT_STICK), 0);
    control(page, CONTROL_MERGE);
    assert_int_equal(effect_value(&page->stage, EFFECT_STICK), 1);
    report.stick.phase = STICK_BUSY;
    assert_false(offers(page, MSG_CONTROL, CONTROL_STICK) || offers(page, MSG_CONTROL, CONTROL_MERGE));
    assert_true(says(page, WORD_STICK_BUSY) && !says(page, WORD_STICK_DONE));
    page->stage.world.report = NULL;
}

/* Whoever reads 可拔出 pulls it out. */
static void stick_may_be_pulled_only_when_all_went_well(void **state) {
    struct desk_page *page = *state;
    struct report report = {.stick = {.phase = STICK_SERVED}};
    page->stage.world.report = &report;
    get_in(page);
    stage_do(&page->stage, MSG_MORE, 0);
    for (int scores = STICK_NO_SCORES; scores <= STICK_WRITTEN; scores++)
        for (int content = STICK_NO_CONTENT; content <= STICK_TAKEN; content++) {
            report.stick.scores = (enum stick_scores)scores;
            report.stick.content = (enum stick_content)content;
            bool done = scores != STICK_UNWRITTEN && content != STICK_UNCOPIED;
            assert_int_equal(says(page, WORD_STICK_DONE), done);
            assert_true(says(page, stick_scores_word(report.stick.scores)));
        }
    report.stick = (struct stick_outcome){.phase = STICK_MERGED, .machines = 3};
    assert_true(says(page, WORD_STICK_DONE));
    report.stick.merged_badly = true;
    assert_false(says(page, WORD_STICK_DONE));
    assert_true(says(page, WORD_STICK_MERGED_BADLY));
    report.stick = (struct stick_outcome){.phase = STICK_ABSENT};
    assert_true(says(page, WORD_STICK_ABSENT) && !says(page, WORD_STICK_DONE));
    page->stage.world.report = NULL;
}

/* The plan */

static void plan_is_what_kiosk_json_says(void **state) {
    struct desk_page *page = *state;
    struct settings *settings = &page->stage.small.content.settings;
    get_in(page);
    stage_do(&page->stage, MSG_MORE, 0);
    assert_true(says(page, WORD_PLAN_SOUND_ALWAYS) && says(page, WORD_DUO));
    settings->quiet = (struct hours){21 * 60, 8 * 60 + 30};
    settings->questions = 7;
    settings->keep_days = 0;
    settings->theme = "dark";
    settings->duo = settings->show_rank = false;
    look(page);
    assert_true(says_text(page, STR("21:00到8:30不出声")) && says_text(page, STR("7题")));
    assert_true(says(page, WORD_PLAN_KEEP_EVER) && says(page, WORD_PLAN_NO_EXTRAS));
    assert_true(says(page, WORD_THEME_DARK) && !says(page, WORD_THEME_LIGHT));
}

/* The pad */

static void title_says_what_is_wanted(void **state) {
    struct desk_page *page = *state;
    open_pad(page, PIN_SET);
    assert_true(says(page, WORD_PIN_ENTER));
    stage_start(&page->stage, MODE_KIOSK, 7);
    open_pad(page, PIN_UNSET);
    assert_true(says(page, WORD_PIN_FIRST));
    type(page, PIN_DIGITS);
    assert_true(says(page, WORD_PIN_REPEAT) && !says(page, WORD_PIN_FIRST));
    type(page, PIN_DIGITS);
    hear(page, PIN_DIFFERS);
    assert_true(says(page, WORD_PIN_DIFFERS) && says(page, WORD_PIN_NEW));
}

/* Else anybody could spoil the file and set a PIN of their own. */
static void nobody_sets_a_pin_over_a_broken_one(void **state) {
    struct desk_page *page = *state;
    open_pad(page, PIN_BROKEN);
    assert_false(offers(page, MSG_DIGIT, 5));
    type(page, 2 * PIN_DIGITS);
    assert_int_equal(stage_effects(&page->stage, EFFECT_KEEP_PIN), 0);
    assert_int_equal(page->stage.app.operated.count, 0);
    assert_int_not_equal(page->stage.app.operated.phase, PIN_NEW);
    assert_int_not_equal(page->stage.app.operated.phase, PIN_REPEAT);
    hear(page, PIN_KEPT);
    assert_int_equal(page->stage.app.screen, SCREEN_PIN);
}

static void pin_that_turns_out_broken_is_told(void **state) {
    struct desk_page *page = *state;
    open_pad(page, PIN_SET);
    type(page, PIN_DIGITS);
    hear(page, PIN_BROKEN);
    assert_int_equal(page->stage.app.screen, SCREEN_PIN);
    assert_int_equal(page->stage.app.operated.news, PIN_BROKEN);
    assert_false(offers(page, MSG_DIGIT, 5));
    assert_true(offers(page, MSG_HOME, 0));
}

static void pad_is_of_the_usual_size_and_empty(void **state) {
    struct desk_page *page = *state;
    stage_do(&page->stage, MSG_LARGE, 1);
    assert_true(page->stage.app.large);
    open_pad(page, PIN_SET);
    assert_false(page->stage.app.large);
    type(page, 3);
    stage_do(&page->stage, MSG_HOME, 0);
    open_pad(page, PIN_SET);
    assert_int_equal(page->stage.app.operated.count, 0);
}

static void each_digit_means_itself_in_the_order_of_the_keys(void **state) {
    struct desk_page *page = *state;
    open_pad(page, PIN_SET);
    look(page);
    uint32_t count = 0;
    for (uint32_t i = 0; i < page->list.region_count; i++) {
        const struct region *region = &page->list.regions[i];
        if (region->role != ROLE_OPTION) continue;
        int32_t digit = (int32_t)++count % 10;
        const char label[] = {(char)('0' + digit), 0};
        assert_int_equal(region->message.type, MSG_DIGIT);
        assert_int_equal(region->message.value, digit);
        for (uint32_t k = 0; k < page->list.command_count; k++) {
            const struct draw_command *text = &page->list.commands[k];
            bool inside = text->kind == DRAW_TEXT && text->x >= region->x && text->y >= region->y &&
                          text->x + text->w <= region->x + region->w &&
                          text->y + text->h <= region->y + region->h;
            if (inside) assert_true(str_is(text->text, label));
        }
    }
    assert_int_equal(count, 10);
}

static void nothing_is_taken_back_where_nothing_was_typed(void **state) {
    struct desk_page *page = *state;
    open_pad(page, PIN_SET);
    assert_false(offers(page, MSG_UNDO, 0));
    type(page, 1);
    assert_true(offers(page, MSG_UNDO, 0));
}

static void miss(struct desk_page *page, uint32_t times) {
    for (uint32_t i = 0; i < times; i++) {
        type(page, PIN_DIGITS);
        hear(page, PIN_WRONG);
    }
}

/* Who waits so long has left the pad, and comes back. */
static void wait_until(struct desk_page *page, uint64_t time) {
    stage_tick(&page->stage, time);
    if (page->stage.app.screen != SCREEN_PIN) open_pad(page, PIN_SET);
}

/* Never “0 seconds”, and no digit is taken before the time is over. */
static void wait_is_told_in_whole_seconds_and_the_pad_sleeps(void **state) {
    struct desk_page *page = *state;
    struct stage *stage = &page->stage;
    open_pad(page, PIN_SET);
    assert_true(offers(page, MSG_DIGIT, 5));
    miss(page, PIN_TRIES);
    assert_false(offers(page, MSG_DIGIT, 5));
    look(page);
    assert_true(says_text(page, word_number(&page->arena, WORD_PIN_WAIT_SECONDS, 30)));
    wait_until(page, stage->app.operated.barred_until - 1);
    look(page);
    assert_true(says_text(page, word_number(&page->arena, WORD_PIN_WAIT_SECONDS, 1)));
    wait_until(page, stage->app.operated.barred_until);
    assert_true(offers(page, MSG_DIGIT, 5));
    miss(page, PIN_TRIES);
    look(page);
    assert_true(says_text(page, word_number(&page->arena, WORD_PIN_WAIT_SECONDS, 60)));
    wait_until(page, stage->app.operated.barred_until);
    miss(page, PIN_TRIES);
    look(page);
    assert_true(says_text(page, word_number(&page->arena, WORD_PIN_WAIT_MINUTES, 2)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define DESK(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        DESK(volume_goes_to_its_ends_and_the_host_is_told),
        DESK(keys_of_the_stick_ask_the_host_and_sleep_while_it_is_busy),
        DESK(stick_may_be_pulled_only_when_all_went_well),
        DESK(plan_is_what_kiosk_json_says),
        DESK(reading_again_is_asked_of_the_host_and_its_outcome_is_told),
        DESK(loudspeaker_is_told_as_it_is),
        DESK(findings_are_errors_and_then_warnings),
        DESK(a_bank_without_a_question_is_told),
        DESK(packs_that_are_played_are_not_marked),
        DESK(every_picture_of_the_screen_test_comes_once),
        DESK(ways_out_are_those_of_the_moment),
        DESK(key_that_ends_the_program_asks_first),
        DESK(theme_in_use_looks_chosen),
        DESK(first_touch_of_the_panel_comes_after_the_lock),
        DESK(title_says_what_is_wanted),
        DESK(nobody_sets_a_pin_over_a_broken_one),
        DESK(pin_that_turns_out_broken_is_told),
        DESK(pad_is_of_the_usual_size_and_empty),
        DESK(each_digit_means_itself_in_the_order_of_the_keys),
        DESK(nothing_is_taken_back_where_nothing_was_typed),
        DESK(wait_is_told_in_whole_seconds_and_the_pad_sleeps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
