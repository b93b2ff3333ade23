#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "quiz/fixture.h"
#include "quiz/recheck.h"

/* The generator against a second opinion, in a world where both know the same; and in worlds where the
   generator has lost one alias, one also_true, one closed flag: there the second opinion must object. */

enum { VARIANTS = 200, FEWER_VARIANTS = 30 };

static struct fixture known, lost;

static int build(void **state) {
    (void)state;
    fixture_build(&known);
    fixture_build(&lost);
    return 0;
}

static int finish(void **state) {
    (void)state;
    fixture_finish(&known);
    fixture_finish(&lost);
    return 0;
}

/* Makes everything from one world, checks it in the other, and counts the objections. */
static uint32_t objections(struct fixture *from, struct fixture *against, uint32_t variants, uint32_t *made) {
    const struct content *content = fixture_index(from);
    struct recheck recheck;
    struct pool pool;
    struct arena arena;
    struct buf line;
    uint32_t count = 0;
    *made = 0;
    arena_init(&arena);
    buf_init(&line);
    recheck_init(&recheck, fixture_index(against));
    pool_build(&pool, content, 0);
    for (uint32_t i = 0; i < pool.count; i++) {
        for (uint32_t variant = 0; variant < variants; variant++) {
            struct question question;
            arena_clear(&arena);
            if (!question_make(content, pool.items[i], variant, variant, &fixture_limits, &arena, &question))
                continue;
            buf_clear(&line);
            question_print_json(&question, &line);
            const char *wrong = recheck_line(&recheck, line.at);
            if (wrong && from == against) print_error("%s\n%s\n", wrong, line.at);
            count += wrong != NULL;
            ++*made;
        }
    }
    pool_finish(&pool);
    recheck_finish(&recheck);
    buf_finish(&line);
    arena_finish(&arena);
    return count;
}

static void both_agree_when_they_know_the_same(void **state) {
    (void)state;
    uint32_t made;
    assert_int_equal(objections(&known, &known, VARIANTS, &made), 0);
    assert_true(made > 5000);
}

static void assert_noticed(void) {
    uint32_t made;
    assert_int_equal(objections(&known, &known, FEWER_VARIANTS, &made), 0);
    assert_true(objections(&lost, &known, FEWER_VARIANTS, &made) > 0);
}

static void a_lost_alias_of_a_value_is_noticed(void **state) {
    (void)state;
    known.facts[HOST24].lures = lost.facts[HOST24].lures = TEXTS("羊城");
    lost.entities[GUANGZHOU].aliases = NONE;
    assert_noticed();
}

static void a_lost_alias_of_a_member_is_noticed(void **state) {
    (void)state;
    known.members[5].show = lost.members[5].show = "机密性";
    lost.entities[SECRECY].aliases = NONE;
    assert_noticed();
}

static void a_lost_also_true_is_noticed(void **state) {
    (void)state;
    static const struct also_true also[] = {{"福州", {NULL, 0}}};
    known.facts[HOST24].also_true = also;
    known.facts[HOST24].also_true_count = 1;
    assert_noticed();
}

static void a_lost_condition_of_also_true_is_noticed(void **state) {
    (void)state;
    static const char *const words[] = {"主场"};
    static const struct also_true also[] = {{"福州", {NULL, 0}}}, unless[] = {{"福州", {words, 1}}};
    known.facts[HOST24].also_true = also;
    lost.facts[HOST24].also_true = unless;
    known.facts[HOST24].also_true_count = lost.facts[HOST24].also_true_count = 1;
    assert_noticed();
}

static void a_lost_never_is_noticed(void **state) {
    (void)state;
    known.facts[FRAMEWORK_BY].never = TEXTS("教育部");
    assert_noticed();
}

static void a_lost_place_around_a_place_is_noticed(void **state) {
    (void)state;
    fixture_fact(&known, HOST23, WEEK23, HOST, NULL, NANSHA);
    fixture_fact(&lost, HOST23, WEEK23, HOST, NULL, NANSHA);
    known.pairing.count = lost.pairing.count = 0;
    lost.entities[NANSHA].within = NULL;
    assert_noticed();
}

static void a_set_wrongly_taken_for_closed_is_noticed(void **state) {
    (void)state;
    known.sets[PROPERTIES].closed = false;
    assert_noticed();
}

static void an_attribute_wrongly_taken_for_single_is_noticed(void **state) {
    (void)state;
    known.attributes[RELEASER].single = false;
    assert_noticed();
}

static void a_scene_without_what_to_avoid_is_noticed(void **state) {
    (void)state;
    known.scenario.avoid = known.members + 1;
    known.scenario.avoid_count = 1;
    assert_noticed();
}

static void a_political_mark_that_is_lost_is_noticed(void **state) {
    (void)state;
    known.facts[HOST24].record.political = true;
    assert_noticed();
}

#define WORLDS(test) cmocka_unit_test_setup_teardown(test, build, finish)

int main(void) {
    const struct CMUnitTest tests[] = {
        WORLDS(both_agree_when_they_know_the_same),
        WORLDS(a_lost_alias_of_a_value_is_noticed),
        WORLDS(a_lost_alias_of_a_member_is_noticed),
        WORLDS(a_lost_also_true_is_noticed),
        WORLDS(a_lost_condition_of_also_true_is_noticed),
        WORLDS(a_lost_never_is_noticed),
        WORLDS(a_lost_place_around_a_place_is_noticed),
        WORLDS(a_set_wrongly_taken_for_closed_is_noticed),
        WORLDS(an_attribute_wrongly_taken_for_single_is_noticed),
        WORLDS(a_scene_without_what_to_avoid_is_noticed),
        WORLDS(a_political_mark_that_is_lost_is_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
