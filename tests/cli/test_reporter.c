#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>
#include <cmocka.h>

#include "cli/clock.h"
#include "cli/reporter.h"
#include "cli/switch_file.h"
#include "store/fixture.h"
#include "support/small.h"

/* The operator's report from a store of known visits. */

struct desk {
    const struct place *place;
    struct store *store;
    struct reporter reporter;
};

static struct desk open_desk(const struct place *place) {
    struct desk desk = {.place = place, .store = open_store(place)};
    return desk;
}

/* It borrows itself, so it is begun where it stays. */
static void begin(struct desk *desk) {
    reporter_init(&desk->reporter, desk->place->folder, desk->store);
    reporter_find_switches(&desk->reporter);
}

static void end(struct desk *desk) {
    reporter_finish(&desk->reporter);
    store_destroy(desk->store);
}

static void answer(struct desk *desk, uint8_t round, const char *item, uint32_t place, bool right) {
    struct row row = answer_row_of(item, right);
    row.at = clock_now_millis();
    row.day = clock_today();
    row.as.answer.round.bytes[KEY_BYTES - 1] = round;
    row.as.answer.shown.item = item;
    row.as.answer.place = place;
    row.as.answer.millis = 10000;
    assert_true(store_add(desk->store, &row));
}

static void finish_round(struct desk *desk, uint8_t round, uint32_t answered, bool abandoned) {
    struct row row = round_row_of(0);
    row.key.bytes[0] = 1;
    row.key.bytes[KEY_BYTES - 1] = round;
    row.at = clock_now_millis();
    row.day = clock_today();
    row.as.round.answered = answered;
    row.as.round.abandoned = abandoned;
    assert_true(store_add(desk->store, &row));
}

/* Twenty rounds: half leave after their second answer; "easy" is known, "hard" by every fifth. */
static void play_a_day(struct desk *desk) {
    for (uint8_t i = 1; i <= 20; i++) {
        bool stays = i % 2;
        answer(desk, i, "easy", 0, true);
        answer(desk, i, "hard", 1, i % 5 == 0);
        if (stays) answer(desk, i, "rare", 2, false);
        finish_round(desk, i, stays ? 3 : 2, !stays);
    }
}

static const struct report_item *find(const struct report *report, const char *item) {
    for (uint32_t i = 0; i < report->item_count; i++)
        if (!strcmp(report->items[i].item, item)) return &report->items[i];
    return NULL;
}

static void day_is_what_was_played(void **state) {
    struct desk desk = open_desk(*state);
    begin(&desk);
    play_a_day(&desk);
    reporter_reckon(&desk.reporter);
    const struct report_day *day = &desk.reporter.report.day;
    assert_true(desk.reporter.report.known);
    assert_int_equal(day->started, 20);
    assert_int_equal(day->ended, 10);
    assert_int_equal(day->answers, 50);
    assert_int_equal(day->right, 24);
    assert_int_equal(day->round_s, 30);
    assert_int_equal(day->steps, 5);
    const uint32_t reached[] = {20, 20, 10, 0, 0, 0};
    assert_memory_equal(day->reached, reached, sizeof reached);
    uint32_t hours = 0;
    for (uint32_t i = 0; i < REPORT_HOURS; i++) hours += day->hours[i];
    assert_int_equal(hours, 20);
    end(&desk);
}

static void worst_questions_come_first(void **state) {
    struct desk desk = open_desk(*state);
    begin(&desk);
    play_a_day(&desk);
    answer(&desk, 1, "nearly nobody was asked", 3, false);
    reporter_reckon(&desk.reporter);
    const struct report *report = &desk.reporter.report;
    assert_int_equal(report->item_count, 3);
    assert_string_equal(report->items[0].item, "rare");
    assert_string_equal(report->items[1].item, "hard");
    assert_string_equal(report->items[2].item, "easy");
    assert_int_equal(report->items[1].percent, 20);
    assert_int_equal(report->items[1].answers, 20);
    end(&desk);
}

static void flags_of_visitors_are_told(void **state) {
    struct desk desk = open_desk(*state);
    begin(&desk);
    play_a_day(&desk);
    struct row flag = answer_row_of("easy", true);
    flag.kind = ROW_FLAG;
    flag.day = clock_today();
    flag.as.flag = (struct flag_row){flag.as.answer.shown};
    flag.as.flag.shown.item = "easy";
    for (int i = 0; i < 3; i++) assert_true(store_add(desk.store, &flag));
    reporter_reckon(&desk.reporter);
    assert_string_equal(desk.reporter.report.items[0].item, "easy");
    assert_int_equal(desk.reporter.report.items[0].flag, REPORT_FLAGGED);
    assert_int_equal(desk.reporter.report.items[0].flagged, 3);
    end(&desk);
}

/* Sixty visitors, three options: so many in a hundred take each of the two wrong ones. */
static void pick(struct desk *desk, const char *item, uint32_t first, uint32_t second) {
    for (uint32_t i = 0; i < 60; i++) {
        uint32_t share = i * 100 / 60;
        struct row row = answer_row_of(item, share >= first + second);
        row.at = clock_now_millis();
        row.day = clock_today();
        row.as.answer.round.bytes[KEY_BYTES - 1] = (uint8_t)i;
        row.as.answer.shown.item = item;
        row.as.answer.shown.options = "[\"甲\",\"乙\",\"丙\"]";
        if (share < first + second) row.as.answer.choice = share < first ? "[1]" : "[2]";
        assert_true(store_add(desk->store, &row));
    }
}

static void option_that_draws_too_many_is_told(void **state) {
    struct desk desk = open_desk(*state);
    begin(&desk);
    pick(&desk, "one draws all", 55, 5);
    pick(&desk, "each draws some", 30, 30);
    reporter_reckon(&desk.reporter);
    assert_int_equal(find(&desk.reporter.report, "one draws all")->flag, REPORT_LURE);
    assert_int_equal(find(&desk.reporter.report, "each draws some")->flag, REPORT_PLAIN);
    end(&desk);
}

static uint32_t place_of(const struct report *report, const char *item) {
    return (uint32_t)(find(report, item) - report->items);
}

/* And what is off stays so after a restart, can be found in the list, and goes on again. */
static void what_goes_off_stays_off_and_comes_on_again(void **state) {
    struct desk desk = open_desk(*state);
    begin(&desk);
    play_a_day(&desk);
    reporter_reckon(&desk.reporter);
    assert_false(switched_has(&desk.reporter.switched, "hard"));
    reporter_turn(&desk.reporter, place_of(&desk.reporter.report, "hard"));
    assert_true(switched_has(&desk.reporter.switched, "hard"));
    end(&desk);
    desk = open_desk(*state);
    begin(&desk);
    assert_true(switched_has(&desk.reporter.switched, "hard"));
    reporter_reckon(&desk.reporter);
    assert_string_equal(desk.reporter.report.items[0].item, "hard");
    assert_true(desk.reporter.report.items[0].off);
    reporter_turn(&desk.reporter, 0);
    assert_false(switched_has(&desk.reporter.switched, "hard"));
    end(&desk);
    desk = open_desk(*state);
    begin(&desk);
    assert_int_equal(desk.reporter.switched.count, 0);
    reporter_turn(&desk.reporter, 99); /* nothing that is in the list */
    end(&desk);
}

/* Nobody was asked it for a week: it must be found all the same. */
/* Whether the damage is seen at the start or while it runs; and what came on again stays on. */
static void what_is_off_outlasts_a_damaged_store(void **state) {
    struct desk desk = open_desk(*state);
    begin(&desk);
    play_a_day(&desk);
    reporter_reckon(&desk.reporter);
    reporter_turn(&desk.reporter, place_of(&desk.reporter.report, "hard"));
    reporter_turn(&desk.reporter, place_of(&desk.reporter.report, "easy"));
    reporter_reckon(&desk.reporter);
    reporter_turn(&desk.reporter, place_of(&desk.reporter.report, "easy"));
    end(&desk);
    put_bytes(path_in(*state, "scores.db"), "junk", 4);
    for (int starts = 0; starts < 2; starts++) {
        desk = open_desk(*state);
        begin(&desk);
        answer(&desk, 1, "rare", 0, true); /* the store opens, and begins anew */
        reporter_find_switches(&desk.reporter);
        assert_true(switched_has(&desk.reporter.switched, "hard"));
        assert_false(switched_has(&desk.reporter.switched, "easy"));
        reporter_reckon(&desk.reporter);
        assert_true(find(&desk.reporter.report, "hard")->off); /* the operator finds it */
        end(&desk);
    }
    assert_int_equal(count_files(*state, "scores-damaged-1.db"), 1);
}

static void list_of_what_is_off_may_be_cut_or_strange(void **state) {
    struct desk desk = open_desk(*state);
    static const char text[] = "off a\n\n\noff b\non b\nof\noff \xff\xfe\noff c";
    put_bytes(path_in(*state, "operator-switched"), text, sizeof text - 1);
    begin(&desk);
    assert_true(switched_has(&desk.reporter.switched, "a"));
    assert_false(switched_has(&desk.reporter.switched, "b"));
    assert_false(switched_has(&desk.reporter.switched, "c")); /* cut: nobody knows what it would have been */
    assert_true(switch_file_add(desk.place->folder, "d", true));
    end(&desk);
    desk = open_desk(*state);
    begin(&desk);
    assert_true(switched_has(&desk.reporter.switched, "d"));
    end(&desk);
}

static void what_is_off_is_always_in_the_list(void **state) {
    struct desk desk = open_desk(*state);
    struct row off = {.kind = ROW_SWITCH, .at = 1, .day = 20240101, .as.turned = {"old", true}};
    assert_true(store_add(desk.store, &off));
    begin(&desk);
    reporter_reckon(&desk.reporter);
    const struct report_item *item = find(&desk.reporter.report, "old");
    assert_non_null(item);
    assert_true(item->off);
    end(&desk);
}

static void clock_that_went_back_is_noticed(void **state) {
    struct desk desk = open_desk(*state);
    begin(&desk);
    play_a_day(&desk);
    reporter_reckon(&desk.reporter);
    assert_int_equal(desk.reporter.report.trouble.clock, CLOCK_FINE);
    struct row row = answer_row_of("later", true);
    row.day = 29990101;
    assert_true(store_add(desk.store, &row));
    reporter_reckon(&desk.reporter);
    assert_int_equal(desk.reporter.report.trouble.clock, CLOCK_JUMPED);
    end(&desk);
}

static void without_a_folder_nothing_is_known_but_that(void **state) {
    (void)state;
    enum store_claim claim;
    struct desk desk = {.store = store_create("", &claim)};
    reporter_init(&desk.reporter, "", desk.store);
    reporter_find_switches(&desk.reporter);
    reporter_reckon(&desk.reporter);
    assert_false(desk.reporter.report.known);
    assert_true(desk.reporter.report.trouble.unkept);
    end(&desk);
}

/* Visitors are told */

static void answer_fact(struct desk *desk, const struct small *small, const char *item, bool right) {
    struct row row = answer_row_of("在哪里举行", right);
    row.day = clock_today();
    row.as.answer.shown.item = item;
    row.as.answer.shown.pack_hash = small->content.fingerprint;
    assert_true(store_add(desk->store, &row));
}

static const char *missed_of(struct desk *desk, const struct small *small) {
    reporter_tell(&desk->reporter, &small->content);
    return desk->reporter.report.missed.item;
}

static const char *fact_item(const struct small *small, uint32_t fact, const char *kind) {
    static char items[2][256];
    snprintf(items[fact], sizeof items[fact], "%s/%s", small->content.facts[fact].record.id, kind);
    return items[fact];
}

static void what_many_miss_is_told_with_its_answer(void **state) {
    struct small small;
    struct desk desk = open_desk(*state);
    small_open(&small);
    begin(&desk);
    const char *item = fact_item(&small, 0, "where");
    for (int i = 0; i < 9; i++) answer_fact(&desk, &small, item, false);
    assert_null(missed_of(&desk, &small)); /* nine are too few */
    answer_fact(&desk, &small, item, true);
    assert_string_equal(missed_of(&desk, &small), item);
    assert_string_equal(desk.reporter.report.missed.stem, "在哪里举行");
    assert_string_equal(desk.reporter.report.missed.answer, "甲");
    for (int i = 0; i < 13; i++) answer_fact(&desk, &small, item, true);
    assert_null(missed_of(&desk, &small)); /* most know it by now */
    end(&desk);
    small_close(&small);
}

static void only_facts_of_this_bank_that_are_on_are_told(void **state) {
    struct small small;
    struct desk desk = open_desk(*state);
    small_open(&small);
    begin(&desk);
    const char *item = fact_item(&small, 1, "where");
    for (int i = 0; i < 20; i++) answer_fact(&desk, &small, "written-by-hand", false);
    for (int i = 0; i < 20; i++) answer_fact(&desk, &small, "no.such/fact", false);
    assert_null(missed_of(&desk, &small));
    small.content.fingerprint ^= 1; /* what these saw had other answers, perhaps */
    for (int i = 0; i < 20; i++) answer_fact(&desk, &small, item, false);
    small.content.fingerprint ^= 1;
    assert_null(missed_of(&desk, &small));
    for (int i = 0; i < 20; i++) answer_fact(&desk, &small, item, false);
    assert_string_equal(missed_of(&desk, &small), item);
    switched_set(&desk.reporter.switched, item, true);
    assert_null(missed_of(&desk, &small));
    end(&desk);
    small_close(&small);
}

/* The board */

static void play_as(struct desk *desk, const char *sign, uint32_t score, uint32_t day) {
    struct row row = round_row_of(score);
    row.at = clock_now_millis();
    row.day = day;
    row.as.round.sign = sign;
    assert_true(store_add(desk->store, &row));
}

static void expect_best(struct desk *desk, const char *const *signs) {
    uint32_t count = 0;
    for (; signs[count]; count++) assert_string_equal(desk->reporter.report.best[count].sign, signs[count]);
    assert_int_equal(desk->reporter.report.best_count, count);
}

static void best_of_today_are_told_the_last_of_equals_first(void **state) {
    struct desk desk = open_desk(*state);
    struct content content = {.settings.board = true};
    uint32_t today = clock_today();
    begin(&desk);
    play_as(&desk, "紫杉 01", 100, clock_day_before(1));
    play_as(&desk, "红榕 02", 80, today);
    play_as(&desk, "金盾 03", 100, today);
    play_as(&desk, "", 100, today); /* two at once, a class, a day without a board */
    play_as(&desk, "蓝鹰 04", 0, today);
    reporter_tell(&desk.reporter, &content);
    expect_best(&desk, (const char *const[]){"金盾 03", "红榕 02", NULL});
    assert_int_equal(desk.reporter.report.best[1].score, 80);
    for (uint32_t i = 0; i < 3; i++) play_as(&desk, "青松 05", 60, today);
    play_as(&desk, "青鹏 06", 100, today);
    reporter_tell(&desk.reporter, &content);
    expect_best(&desk, (const char *const[]){"青鹏 06", "金盾 03", "红榕 02", "青松 05", "青松 05", NULL});
    content.settings.board = false;
    reporter_tell(&desk.reporter, &content);
    assert_int_equal(desk.reporter.report.best_count, 0);
    end(&desk);
}

/* Old rows */

static void answer_on(struct desk *desk, uint32_t day) {
    struct row row = answer_row_of("题", true);
    row.day = day;
    assert_true(store_add(desk->store, &row));
}

static uint32_t days_kept(struct desk *desk) {
    uint32_t days = 0;
    assert_true(store_days_since(desk->store, 0, &days));
    return days;
}

static void old_rows_go_when_two_days_of_those_that_stay_are_there(void **state) {
    struct desk desk = open_desk(*state);
    struct settings settings = {.keep_days = 7};
    begin(&desk);
    answer_on(&desk, clock_day_before(400));
    answer_on(&desk, clock_day_before(7));
    answer_on(&desk, clock_day_before(6));
    reporter_clear(&desk.reporter, &settings);
    assert_int_equal(days_kept(&desk), 3); /* one day alone may be a clock gone wrong */
    answer_on(&desk, clock_today());
    reporter_clear(&desk.reporter, &settings);
    assert_int_equal(days_kept(&desk), 4); /* once a day is enough */
    desk.reporter.cleared = 0;
    reporter_clear(&desk.reporter, &(struct settings){.keep_days = 0});
    assert_int_equal(days_kept(&desk), 4); /* for ever */
    reporter_clear(&desk.reporter, &settings);
    assert_int_equal(days_kept(&desk), 2);
    end(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define STORE(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)
        STORE(day_is_what_was_played),
        STORE(worst_questions_come_first),
        STORE(flags_of_visitors_are_told),
        STORE(option_that_draws_too_many_is_told),
        STORE(what_goes_off_stays_off_and_comes_on_again),
        STORE(what_is_off_outlasts_a_damaged_store),
        STORE(list_of_what_is_off_may_be_cut_or_strange),
        STORE(what_is_off_is_always_in_the_list),
        STORE(what_many_miss_is_told_with_its_answer),
        STORE(only_facts_of_this_bank_that_are_on_are_told),
        STORE(best_of_today_are_told_the_last_of_equals_first),
        STORE(old_rows_go_when_two_days_of_those_that_stay_are_there),
        STORE(clock_that_went_back_is_noticed),
        cmocka_unit_test(without_a_folder_nothing_is_known_but_that),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
