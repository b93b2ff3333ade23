#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "quiz/shipped.h"
#include "quiz/stats.h"

/* The table of `anzhi check --stats`: what it counts, and what the bank that ships has to look like in it. */

static const struct pack one = {.title = "甲包"}, other = {.title = "乙包"};
static struct stats stats;

static struct question question_of(const char *a, const char *b, const char *c) {
    return (struct question){.kind = KIND_WRITTEN,
                             .form = FORM_SINGLE,
                             .pack = &one,
                             .topic = "情景",
                             .stem = "哪座城市？",
                             .options = {a, b, c},
                             .option_count = 3,
                             .key = {.count = 1, .picks = {0}},
                             .difficulty = 2};
}

static int begin(void **state) {
    (void)state;
    stats_init(&stats);
    return 0;
}

static int finish(void **state) {
    (void)state;
    stats_finish(&stats);
    return 0;
}

static void a_question_is_counted_where_it_belongs(void **state) {
    (void)state;
    struct question question = question_of("广州", "福州", "合肥");
    stats_add(&stats, &question, 0);
    question.pack = &other;
    question.kind = KIND_WHERE;
    question.difficulty = 4;
    stats_add(&stats, &question, 0);
    assert_int_equal(stats.asked[BY_HAND], 1);
    assert_int_equal(stats.asked[GENERATED], 1);
    assert_int_equal(stats.kinds[KIND_WHERE][GENERATED], 1);
    assert_int_equal(stats.levels[4][GENERATED], 1);
    assert_int_equal(stats.packs.count, 2);
    assert_string_equal(stats.packs.list[1].name, "乙包");
    assert_int_equal(stats.topics.count, 1);
    assert_int_equal(stats.topics.list[0].count[BY_HAND], 1);
    assert_int_equal(stats.keys[3][0], 2);
}

static void names_stay_when_the_question_is_gone(void **state) {
    (void)state;
    char topic[] = "青少年";
    struct question question = question_of("广州", "福州", "合肥");
    question.topic = topic;
    stats_add(&stats, &question, 0);
    topic[0] = '\0';
    assert_string_equal(stats.topics.list[0].name, "青少年");
}

static void too_many_names_are_counted_together(void **state) {
    (void)state;
    struct question question = question_of("广州", "福州", "合肥");
    for (int i = 0; i < STATS_NAMES + 5; i++) {
        char topic[16];
        snprintf(topic, sizeof topic, "%d", i);
        question.topic = topic;
        stats_add(&stats, &question, 0);
    }
    assert_int_equal(stats.topics.count, STATS_NAMES);
    assert_string_equal(stats.topics.list[STATS_NAMES - 1].name, "其他");
    assert_int_equal(stats.topics.list[STATS_NAMES - 1].count[BY_HAND], 6);
}

static void flaws_are_counted_one_by_one_and_as_questions(void **state) {
    (void)state;
    struct question question = question_of("广州", "福州", "合肥");
    stats_add(&stats, &question, 1u << FLAW_OVERLAP | 1u << FLAW_LONGEST_KEY);
    stats_add(&stats, &question, 1u << FLAW_LONGEST_KEY);
    stats_add(&stats, &question, 0);
    assert_int_equal(stats.flaws[FLAW_LONGEST_KEY][BY_HAND], 2);
    assert_int_equal(stats.flaws[FLAW_OVERLAP][BY_HAND], 1);
    assert_int_equal(stats.flaws[FLAW_NONE][BY_HAND], 2);
    assert_int_equal(stats.critical[BY_HAND], 1);
}

static void even_counts_have_no_chi_square(void **state) {
    (void)state;
    static const uint32_t even[] = {20, 20, 20}, uneven[] = {30, 20, 10}, none[] = {0, 0, 0};
    assert_int_equal(stats_chi_square(even, 3), 0);
    assert_int_equal(stats_chi_square(uneven, 3), 10000); /* (10² + 0² + 10²) / 20 */
    assert_int_equal(stats_chi_square(none, 3), 0);
    assert_int_equal(stats_chi_square_most(2), 3841);
    assert_int_equal(stats_chi_square_most(4), 7815);
}

static void a_robot_takes_the_option_that_stands_out(void **state) {
    (void)state;
    struct question question = question_of("福州", "南沙会展中心", "广");
    assert_int_equal(robot_pick(ROBOT_LONGEST, &question), 1);
    assert_int_equal(robot_pick(ROBOT_SHORTEST, &question), 2);
    assert_int_equal(robot_pick(ROBOT_MIDDLE, &question), 1);
    question = question_of("网络安全", "网络畅通", "出行安全");
    assert_int_equal(robot_pick(ROBOT_CONVERGENCE, &question), 0);
    question.stem = "出行的时候，怎样才安全？";
    assert_int_equal(robot_pick(ROBOT_REPETITION, &question), 2);
}

static void a_robot_without_a_cue_guesses(void **state) {
    (void)state;
    struct question question = question_of("广州", "福州", "合肥");
    assert_int_equal(robot_pick(ROBOT_LONGEST, &question), -1);
    stats_add(&stats, &question, 0);
    assert_int_equal(stats_above_chance(&stats.robots[ROBOT_LONGEST][BY_HAND]), 0);
    assert_int_equal(stats_above_chance(&stats.robots[ROBOT_LONGEST][GENERATED]), 0);
}

/* Always the longest: 1000 of 1000 instead of 333. */
static void a_bank_that_gives_itself_away_is_told(void **state) {
    (void)state;
    struct question question = question_of("挂断以后拨打110核实", "照办", "回短信");
    for (int i = 0; i < 30; i++) stats_add(&stats, &question, 0);
    assert_int_equal(stats_above_chance(&stats.robots[ROBOT_LONGEST][BY_HAND]), 667);
    assert_true(stats_chi_square(stats.keys[3], 3) > stats_chi_square_most(3));
}

static void print_all(void) {
    print_message("%u written, %u generated; flawed %u, %u; for the kiosk %u, %u\n", stats.asked[BY_HAND],
                  stats.asked[GENERATED], stats.flaws[FLAW_NONE][BY_HAND], stats.flaws[FLAW_NONE][GENERATED],
                  stats.kiosk[BY_HAND], stats.kiosk[GENERATED]);
}

static void what_ships_is_as_good_as_we_say(void **state) {
    (void)state;
    struct pool pool;
    assert_true(shipped_open());
    pool_build(&pool, &content, 0);
    stats_count(&stats, &content, &pool);
    print_all();
    uint32_t flawed = 0, asked = 0;
    for (int origin = 0; origin < ORIGINS; origin++) {
        assert_int_equal(stats.critical[origin], 0);
        assert_true(stats.kiosk[origin] >= 150);
        flawed += stats.flaws[FLAW_NONE][origin];
        asked += stats.asked[origin];
    }
    assert_true(flawed * 50 <= asked);
    assert_int_equal(stats.flaws[FLAW_NONE][BY_HAND], 0);
    /* Chance alone goes beyond it once in twenty times, and twice as far once in some thousand. */
    for (uint32_t n = 3; n < STATS_PLACES; n++)
        assert_true(stats_chi_square(stats.keys[n], n) <= 2 * stats_chi_square_most(n));
    pool_finish(&pool);
    shipped_close();
}

#define COUNTED(test) cmocka_unit_test_setup_teardown(test, begin, finish)

int main(void) {
    const struct CMUnitTest tests[] = {
        COUNTED(a_question_is_counted_where_it_belongs),
        COUNTED(names_stay_when_the_question_is_gone),
        COUNTED(too_many_names_are_counted_together),
        COUNTED(flaws_are_counted_one_by_one_and_as_questions),
        COUNTED(even_counts_have_no_chi_square),
        COUNTED(a_robot_takes_the_option_that_stands_out),
        COUNTED(a_robot_without_a_cue_guesses),
        COUNTED(a_bank_that_gives_itself_away_is_told),
        COUNTED(what_ships_is_as_good_as_we_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
