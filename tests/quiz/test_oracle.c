#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "quiz/fixture.h"
#include "quiz/oracle.h"

/* Each rule of the oracle, and what becomes of its answer when the one thing that it rests on is taken away.
 */

static struct fixture world;

static int build(void **state) {
    (void)state;
    fixture_build(&world);
    return 0;
}

static int finish(void **state) {
    (void)state;
    fixture_finish(&world);
    return 0;
}

static enum truth asked(enum fixture_fact fact, const char *option) {
    return oracle_fact(fixture_index(&world), &world.facts[fact], option, "");
}

static enum truth member(enum fixture_set set, const char *option) {
    return oracle_member(fixture_index(&world), &world.sets[set], option);
}

static enum truth subject(enum fixture_fact fact, enum fixture_entity entity) {
    return oracle_subject(fixture_index(&world), &world.facts[fact], &world.entities[entity]);
}

static void the_value_is_true(void **state) {
    (void)state;
    assert_int_equal(asked(HOST24, "广州"), TRUTH_TRUE);
    assert_int_equal(asked(DAYS24, "9月9日至15日"), TRUTH_TRUE);
    assert_int_equal(asked(MOTTO24, "携手同行"), TRUTH_TRUE);
}

static void the_value_in_other_signs_is_true(void **state) {
    (void)state;
    assert_int_equal(asked(DAYS24, "9月9号—15号"), TRUTH_TRUE);
    assert_int_equal(asked(DAYS24, "９月９日至１５日"), TRUTH_TRUE);
    assert_int_equal(asked(MOTTO24, "“携手同行”"), TRUTH_TRUE);
}

static void an_alias_is_as_true_as_the_name(void **state) {
    (void)state;
    assert_int_equal(asked(HOST24, "羊城"), TRUTH_TRUE);
    assert_int_equal(asked(FRAMEWORK_BY, "国家互联网信息办公室"), TRUTH_TRUE);
    world.entities[GUANGZHOU].aliases = NONE;
    assert_int_equal(asked(HOST24, "羊城"), TRUTH_UNKNOWN);
}

static void the_alias_of_another_is_false(void **state) {
    (void)state;
    assert_int_equal(asked(HOST24, "榕城"), TRUTH_FALSE);
    world.entities[FUZHOU].aliases = NONE;
    assert_int_equal(asked(HOST24, "榕城"), TRUTH_UNKNOWN);
}

static void what_lies_around_the_place_is_true_and_what_lies_inside_is_unknown(void **state) {
    (void)state;
    assert_int_equal(asked(HOST24, "广东省"), TRUTH_TRUE);
    assert_int_equal(asked(HOST24, "南沙"), TRUTH_UNKNOWN);
    world.entities[GUANGZHOU].within = NULL;
    world.entities[NANSHA].within = NULL;
    assert_int_equal(asked(HOST24, "广东"), TRUTH_FALSE);
    assert_int_equal(asked(HOST24, "南沙"), TRUTH_FALSE);
}

static void another_thing_is_false_where_there_can_only_be_one(void **state) {
    (void)state;
    assert_int_equal(asked(HOST24, "福州"), TRUTH_FALSE);
    world.attributes[HOST].single = false;
    assert_int_equal(asked(HOST24, "福州"), TRUTH_UNKNOWN);
}

static void a_text_out_of_nowhere_is_unknown(void **state) {
    (void)state;
    assert_int_equal(asked(HOST24, "某个地方"), TRUTH_UNKNOWN);
    assert_int_equal(asked(MOTTO24, "一起往前走"), TRUTH_UNKNOWN);
    assert_int_equal(asked(MOTTO24, "人人有责"), TRUTH_FALSE);
}

static void what_holds_the_value_or_is_held_by_it_is_unknown(void **state) {
    (void)state;
    assert_int_equal(asked(MOTTO24, "携手"), TRUTH_UNKNOWN);
    world.facts[MOTTO24].lures = TEXTS("携手同行向未来");
    assert_int_equal(asked(MOTTO24, "携手同行向未来"), TRUTH_UNKNOWN);
}

static void a_lure_is_false_because_a_person_says_so(void **state) {
    (void)state;
    world.attributes[MOTTO].single = false;
    assert_int_equal(asked(MOTTO24, "众志成城"), TRUTH_UNKNOWN);
    world.facts[MOTTO24].lures = TEXTS("众志成城");
    assert_int_equal(asked(MOTTO24, "众志成城"), TRUTH_FALSE);
}

static void also_true_is_true(void **state) {
    (void)state;
    static const struct also_true also[] = {{"福州", {NULL, 0}}};
    world.facts[HOST24].also_true = also;
    world.facts[HOST24].also_true_count = 1;
    assert_int_equal(asked(HOST24, "福州"), TRUTH_TRUE);
    assert_int_equal(asked(HOST24, "榕城"), TRUTH_TRUE);
    world.facts[HOST24].also_true_count = 0;
    assert_int_equal(asked(HOST24, "福州"), TRUTH_FALSE);
}

static void also_true_ends_where_the_stem_says_what_excludes_it(void **state) {
    (void)state;
    static const char *const words[] = {"开幕式"};
    static const struct also_true also[] = {{"福州", {words, 1}}};
    world.facts[HOST24].also_true = also;
    world.facts[HOST24].also_true_count = 1;
    const struct content *content = fixture_index(&world);
    assert_int_equal(oracle_fact(content, &world.facts[HOST24], "福州", "活动在哪里举行？"), TRUTH_TRUE);
    assert_int_equal(oracle_fact(content, &world.facts[HOST24], "福州", "开幕式在哪里举行？"), TRUTH_FALSE);
}

static void never_is_unknown_by_any_name(void **state) {
    (void)state;
    world.facts[HOST24].never = TEXTS("福州");
    assert_int_equal(asked(HOST24, "福州"), TRUTH_UNKNOWN);
    assert_int_equal(asked(HOST24, "榕城"), TRUTH_UNKNOWN);
    assert_int_equal(asked(HOST24, "合肥"), TRUTH_FALSE);
}

static void an_alias_that_is_never_shown_does_not_forbid_the_name(void **state) {
    (void)state;
    world.facts[HOST24].never = TEXTS("榕城");
    assert_int_equal(asked(HOST24, "榕城"), TRUTH_UNKNOWN);
    assert_int_equal(asked(HOST24, "福州"), TRUTH_FALSE);
}

static void never_holds_even_against_a_lure(void **state) {
    (void)state;
    world.facts[HOST24].lures = TEXTS("福州");
    world.facts[HOST24].never = TEXTS("福州");
    assert_int_equal(asked(HOST24, "福州"), TRUTH_UNKNOWN);
}

static void days_within_the_days_are_unknown_and_others_are_false(void **state) {
    (void)state;
    assert_int_equal(asked(DAYS24, "9月9日"), TRUTH_UNKNOWN);
    assert_int_equal(asked(DAYS24, "9月"), TRUTH_UNKNOWN);
    assert_int_equal(asked(DAYS24, "9月中旬"), TRUTH_UNKNOWN);
    assert_int_equal(asked(DAYS24, "10月11日至17日"), TRUTH_FALSE);
}

static void the_days_of_another_year_are_false_even_when_some_are_shared(void **state) {
    (void)state;
    assert_int_equal(asked(DAYS24, "9月11日至17日"), TRUTH_FALSE);
    assert_int_equal(asked(DAYS24, "9月10日至14日"), TRUTH_UNKNOWN);
}

static void numbers_that_may_be_the_same_are_unknown(void **state) {
    (void)state;
    assert_int_equal(asked(GUESTS24, "800人"), TRUTH_UNKNOWN);
    assert_int_equal(asked(GUESTS24, "约850人"), TRUTH_UNKNOWN);
    assert_int_equal(asked(GUESTS24, "约1200人"), TRUTH_FALSE);
    assert_int_equal(asked(GUESTS24, "约300家"), TRUTH_UNKNOWN);
}

static void the_other_values_of_the_subject_are_true_too(void **state) {
    (void)state;
    world.attributes[RELEASER].single = false;
    world.facts[PLAN_BY].subject = &world.entities[FRAMEWORK];
    assert_int_equal(asked(FRAMEWORK_BY, "财政部"), TRUTH_TRUE);
}

static void an_office_and_its_ministry_are_never_against_each_other(void **state) {
    (void)state;
    fixture_fact(&world, GUIDE_BY, GUIDE, RELEASER, NULL, MPS_NET);
    assert_int_equal(asked(GUIDE_BY, "公安部"), TRUTH_TRUE);
    fixture_fact(&world, GUIDE_BY, GUIDE, RELEASER, NULL, MPS);
    assert_int_equal(asked(GUIDE_BY, "网安局"), TRUTH_UNKNOWN);
}

static void members_are_true_and_what_is_known_outside_a_closed_set_is_false(void **state) {
    (void)state;
    assert_int_equal(member(PROPERTIES, "保密性"), TRUTH_TRUE);
    assert_int_equal(member(PROPERTIES, "机密性"), TRUTH_TRUE);
    assert_int_equal(member(PROPERTIES, "美观性"), TRUTH_FALSE);
    assert_int_equal(member(PROPERTIES, "真实性"), TRUTH_UNKNOWN);
    assert_int_equal(member(BODIES, "税务总局"), TRUTH_FALSE);
}

static void outside_an_open_set_only_lures_are_false(void **state) {
    (void)state;
    world.sets[BODIES].lure_count = 1;
    assert_int_equal(member(BODIES, "税务总局"), TRUTH_FALSE);
    world.sets[BODIES].closed = false;
    assert_int_equal(member(BODIES, "税务总局"), TRUTH_UNKNOWN);
    assert_int_equal(member(BODIES, "财政部"), TRUTH_FALSE);
}

static void without_the_alias_a_member_under_its_other_name_is_no_longer_seen(void **state) {
    (void)state;
    assert_int_equal(member(PROPERTIES, "不可否认性"), TRUTH_TRUE);
    world.entities[NON_REPUDIATION].aliases = NONE;
    assert_int_not_equal(member(PROPERTIES, "不可否认性"), TRUTH_TRUE);
}

static void what_a_set_must_never_show_is_unknown(void **state) {
    (void)state;
    world.sets[PROPERTIES].never = TEXTS("美观性");
    assert_int_equal(member(PROPERTIES, "美观性"), TRUTH_UNKNOWN);
}

static void a_subject_is_false_when_its_own_value_is_another(void **state) {
    (void)state;
    assert_int_equal(subject(HOST24, WEEK24), TRUTH_TRUE);
    assert_int_equal(subject(HOST24, WEEK23), TRUTH_FALSE);
    world.attributes[HOST].single = false;
    assert_int_equal(subject(HOST24, WEEK23), TRUTH_UNKNOWN);
}

static void a_subject_with_the_same_value_is_true(void **state) {
    (void)state;
    fixture_fact(&world, HOST23, WEEK23, HOST, NULL, GUANGZHOU);
    assert_int_equal(subject(HOST24, WEEK23), TRUTH_TRUE);
    fixture_fact(&world, HOST23, WEEK23, HOST, NULL, NANSHA);
    assert_int_not_equal(subject(HOST24, WEEK23), TRUTH_FALSE);
}

static void a_subject_that_nothing_is_known_of_is_unknown(void **state) {
    (void)state;
    assert_int_equal(subject(GUESTS24, WEEK23), TRUTH_UNKNOWN);
}

static void names_are_found_by_alias_and_after_folding(void **state) {
    (void)state;
    const struct content *content = fixture_index(&world);
    assert_ptr_equal(oracle_entity(content, " 榕城 "), &world.entities[FUZHOU]);
    assert_ptr_equal(oracle_entity(content, "治理框架"), &world.entities[FRAMEWORK]);
    assert_null(oracle_entity(content, "北京"));
}

#define RULE(test) cmocka_unit_test_setup_teardown(test, build, finish)

int main(void) {
    const struct CMUnitTest tests[] = {
        RULE(the_value_is_true),
        RULE(the_value_in_other_signs_is_true),
        RULE(an_alias_is_as_true_as_the_name),
        RULE(the_alias_of_another_is_false),
        RULE(what_lies_around_the_place_is_true_and_what_lies_inside_is_unknown),
        RULE(another_thing_is_false_where_there_can_only_be_one),
        RULE(a_text_out_of_nowhere_is_unknown),
        RULE(what_holds_the_value_or_is_held_by_it_is_unknown),
        RULE(a_lure_is_false_because_a_person_says_so),
        RULE(also_true_is_true),
        RULE(also_true_ends_where_the_stem_says_what_excludes_it),
        RULE(never_is_unknown_by_any_name),
        RULE(an_alias_that_is_never_shown_does_not_forbid_the_name),
        RULE(never_holds_even_against_a_lure),
        RULE(days_within_the_days_are_unknown_and_others_are_false),
        RULE(the_days_of_another_year_are_false_even_when_some_are_shared),
        RULE(numbers_that_may_be_the_same_are_unknown),
        RULE(the_other_values_of_the_subject_are_true_too),
        RULE(an_office_and_its_ministry_are_never_against_each_other),
        RULE(members_are_true_and_what_is_known_outside_a_closed_set_is_false),
        RULE(outside_an_open_set_only_lures_are_false),
        RULE(without_the_alias_a_member_under_its_other_name_is_no_longer_seen),
        RULE(what_a_set_must_never_show_is_unknown),
        RULE(a_subject_is_false_when_its_own_value_is_another),
        RULE(a_subject_with_the_same_value_is_true),
        RULE(a_subject_that_nothing_is_known_of_is_unknown),
        RULE(names_are_found_by_alias_and_after_folding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
