#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "quiz/fixture.h"
#include "quiz/flaw.h"
#include "quiz/oracle.h"

/* Every kind of question, made of a small world. */

static struct fixture world;
static struct arena arena;
static struct pool pool;
static const struct content *content;

static void index_world(void) {
    content = fixture_index(&world);
    pool_finish(&pool);
    pool_build(&pool, content, 0);
}

static int build(void **state) {
    (void)state;
    fixture_build(&world);
    arena_init(&arena);
    pool = (struct pool){0};
    index_world();
    return 0;
}

static int finish(void **state) {
    (void)state;
    pool_finish(&pool);
    arena_finish(&arena);
    fixture_finish(&world);
    return 0;
}

static bool made(struct item item, uint32_t variant, uint64_t seed, struct question *out) {
    return question_make(content, item, variant, seed, &fixture_limits, &arena, out);
}

/* The first question of a kind. */
static bool first_of(enum quiz_kind kind, uint32_t variant, uint64_t seed, struct question *out) {
    for (uint32_t i = 0; i < pool.count; i++) {
        if (pool.items[i].kind == kind && made(pool.items[i], variant, seed, out)) return true;
    }
    return false;
}

static bool is_new(const char **seen, uint32_t count, const char *text) {
    for (uint32_t i = 0; i < count; i++) {
        if (!strcmp(seen[i], text)) return false;
    }
    return true;
}

static uint32_t wordings_of(struct item item) {
    const char *seen[12];
    uint32_t count = 0;
    struct question question;
    for (uint32_t variant = 0; variant < 12; variant++) {
        if (made(item, variant, 1, &question) && is_new(seen, count, question.stem))
            seen[count++] = question.stem;
    }
    return count;
}

static void every_kind_is_asked_in_three_wordings(void **state) {
    (void)state;
    for (uint32_t kind = KIND_WRITTEN + 1; kind < QUIZ_KINDS; kind++) {
        uint32_t most = 0;
        for (uint32_t i = 0; i < pool.count; i++) {
            if (pool.items[i].kind != kind) continue;
            uint32_t wordings = wordings_of(pool.items[i]);
            most = wordings > most ? wordings : most;
        }
        if (most < 3) print_error("%s: %u\n", quiz_kind_name((enum quiz_kind)kind), most);
        assert_true(most >= 3);
    }
}

static void the_same_coordinates_give_the_same_question(void **state) {
    (void)state;
    for (uint32_t i = 0; i < pool.count; i++) {
        struct question a, b;
        bool first = made(pool.items[i], 5, 77, &a);
        assert_int_equal(first, made(pool.items[i], 5, 77, &b));
        if (!first) continue;
        assert_string_equal(a.stem, b.stem);
        assert_string_equal(a.explanation, b.explanation);
        assert_int_equal(a.option_count, b.option_count);
        for (uint32_t k = 0; k < a.option_count; k++) assert_string_equal(a.options[k], b.options[k]);
        assert_memory_equal(&a.key, &b.key, sizeof a.key);
    }
}

static bool has_option(const struct question *question, const char *text) {
    for (uint32_t i = 0; i < question->option_count; i++) {
        if (!strcmp(question->options[i], text)) return true;
    }
    return false;
}

static void the_seed_moves_the_options_and_nothing_else(void **state) {
    (void)state;
    struct question a, b;
    for (uint32_t i = 0; i < pool.count; i++) {
        if (!made(pool.items[i], 3, 1, &a) || !made(pool.items[i], 3, 2, &b)) continue;
        assert_string_equal(a.stem, b.stem);
        assert_int_equal(a.option_count, b.option_count);
        for (uint32_t k = 0; k < a.option_count; k++) assert_true(has_option(&b, a.options[k]));
    }
}

static void the_next_variant_has_other_words(void **state) {
    (void)state;
    struct question a, b;
    for (uint32_t i = 0; i < pool.count; i++) {
        if (!made(pool.items[i], 0, 1, &a) || !made(pool.items[i], 1, 1, &b)) continue;
        assert_string_not_equal(a.stem, b.stem);
    }
}

/* Chi square with three degrees of freedom stays below 7.81 in nineteen cases of twenty; in thousandths. */
static void the_key_stands_anywhere(void **state) {
    (void)state;
    uint32_t at[4] = {0}, shown = 0;
    for (uint64_t seed = 0; seed < 400; seed++) {
        struct question question;
        for (uint32_t i = 0; i < pool.count; i++) {
            enum quiz_kind kind = (enum quiz_kind)pool.items[i].kind;
            if (kind != KIND_WHERE && kind != KIND_BODY && kind != KIND_TITLE && kind != KIND_TERM) continue;
            if (!made(pool.items[i], 0, seed, &question) || question.option_count != 4) continue;
            at[question.key.picks[0]]++;
            shown++;
            arena_clear(&arena);
        }
    }
    assert_true(shown > 1000);
    uint64_t chi = 0;
    for (int i = 0; i < 4; i++) {
        int64_t off = 4 * (int64_t)at[i] - shown;
        chi += (uint64_t)(off * off) * 1000 / (4 * shown);
    }
    assert_true(chi < 7815);
}

static void half_of_the_judgements_are_true(void **state) {
    (void)state;
    uint32_t right = 0, count = 0;
    for (uint32_t i = 0; i < pool.count; i++) {
        if (pool.items[i].kind != KIND_JUDGE) continue;
        for (uint32_t variant = 0; variant < 10; variant++) {
            struct question question;
            if (!made(pool.items[i], variant, 9, &question)) continue;
            right += question.key.picks[0] == 0;
            count++;
        }
    }
    assert_true(count >= 50);
    assert_int_equal(2 * right, count);
}

static void nothing_political_is_judged(void **state) {
    (void)state;
    for (uint32_t i = 0; i < FIXTURE_FACTS; i++) world.facts[i].record.political = true;
    index_world();
    for (uint32_t i = 0; i < pool.count; i++) assert_int_not_equal(pool.items[i].kind, KIND_JUDGE);
}

static void without_a_closed_set_nothing_is_said_not_to_belong(void **state) {
    (void)state;
    for (uint32_t i = 0; i < FIXTURE_SETS; i++) world.sets[i].closed = false;
    index_world();
    struct question question;
    assert_false(first_of(KIND_OUTSIDE, 0, 0, &question));
    assert_false(first_of(KIND_MULTIPLE, 0, 0, &question));
    assert_false(first_of(KIND_COUNT, 0, 0, &question));
    assert_true(first_of(KIND_BELONGS, 0, 0, &question));
}

static void where_several_values_are_true_only_lures_are_wrong_options(void **state) {
    (void)state;
    world.attributes[HOST].single = false;
    index_world();
    struct question question;
    assert_false(first_of(KIND_WHERE, 0, 0, &question));
    world.facts[HOST24].lures = TEXTS("合肥", "昆明");
    index_world();
    assert_true(first_of(KIND_WHERE, 0, 0, &question));
    assert_int_equal(question.option_count, 3);
}

static void what_is_never_an_option_is_never_one(void **state) {
    (void)state;
    world.facts[HOST24].never = TEXTS("福州");
    index_world();
    for (uint32_t i = 0; i < pool.count; i++) {
        if (pool.items[i].record != HOST24 || pool.items[i].kind != KIND_WHERE) continue;
        for (uint32_t variant = 0; variant < 50; variant++) {
            struct question question;
            if (made(pool.items[i], variant, variant, &question)) assert_false(has_option(&question, "福州"));
        }
    }
}

static bool has_related_options(const struct question *question) {
    for (uint32_t i = 0; i < question->option_count; i++) {
        for (uint32_t k = 0; k < i; k++) {
            const struct entity *a = oracle_entity(content, question->options[i]);
            const struct entity *b = oracle_entity(content, question->options[k]);
            if (a && b && oracle_related(a, b)) return true;
        }
    }
    return false;
}

static void a_place_and_a_place_inside_it_never_stand_side_by_side(void **state) {
    (void)state;
    world.facts[HOST25].lures = TEXTS("南沙", "广东");
    index_world();
    for (uint32_t variant = 0; variant < 100; variant++) {
        struct question question;
        struct item item = {HOST25, KIND_WHERE};
        assert_true(made(item, variant, variant, &question));
        assert_false(has_related_options(&question));
    }
}

static void wrong_options_are_of_the_kind_of_the_key(void **state) {
    (void)state;
    world.facts[HOST24].lures = TEXTS("教育部", "《年度报告》", "9月1日");
    index_world();
    for (uint32_t variant = 0; variant < 50; variant++) {
        struct question question;
        struct item item = {HOST24, KIND_WHERE};
        assert_true(made(item, variant, variant, &question));
        for (uint32_t i = 0; i < question.option_count; i++) {
            assert_int_equal(oracle_entity(content, question.options[i])->kind, ENTITY_PLACE);
        }
    }
}

static void a_negative_is_stressed(void **state) {
    (void)state;
    struct question question;
    for (uint32_t variant = 0; variant < 6; variant++) {
        assert_true(first_of(KIND_OUTSIDE, variant, 0, &question));
        assert_true(*question.emphasis && strstr(question.stem, question.emphasis));
    }
}

static void numbers_and_days_stand_in_order(void **state) {
    (void)state;
    static const enum quiz_kind kinds[] = {KIND_WHEN, KIND_NUMBER, KIND_COUNT, KIND_EDITION};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        for (uint32_t variant = 0; variant < 30; variant++) {
            struct question question;
            assert_true(first_of(kinds[i], variant, variant, &question));
            for (uint32_t k = 1; k < question.option_count; k++) {
                struct value a = value_read(&arena, question.options[k - 1]);
                struct value b = value_read(&arena, question.options[k]);
                assert_true(a.type == VALUE_DAYS ? a.first_day < b.first_day : a.thousandths < b.thousandths);
            }
        }
    }
}

static void wrong_numbers_look_like_the_right_one(void **state) {
    (void)state;
    struct question question;
    for (uint32_t variant = 0; variant < 30; variant++) {
        assert_true(first_of(KIND_NUMBER, variant, 0, &question));
        for (uint32_t i = 0; i < question.option_count; i++) {
            assert_true(str_starts(str_of(question.options[i]), STR("约")));
            assert_true(str_ends(str_of(question.options[i]), STR("00人")));
        }
    }
}

static void wrong_numbers_are_far_from_each_other(void **state) {
    (void)state;
    fixture_fact(&world, GUESTS24, WEEK24, GUESTS, "42人", -1);
    index_world();
    for (uint32_t variant = 0; variant < 30; variant++) {
        struct question question;
        assert_true(first_of(KIND_NUMBER, variant, 0, &question));
        for (uint32_t i = 1; i < question.option_count; i++) {
            int64_t less = value_read(&arena, question.options[i - 1]).thousandths;
            int64_t more = value_read(&arena, question.options[i]).thousandths;
            assert_true(4 * more >= 5 * less);
        }
    }
}

static void what_was_true_on_a_day_is_asked_with_the_day(void **state) {
    (void)state;
    world.attributes[SPEAKER].dated = true;
    for (uint32_t i = SPEAKER22; i <= SPEAKER24; i++) world.facts[i].as_of = "2024年9月";
    for (uint32_t variant = 0; variant < 6; variant++) {
        struct question question;
        assert_true(first_of(KIND_WHO, variant, 0, &question));
        assert_non_null(strstr(question.stem, "2024年9月"));
        assert_non_null(strstr(question.explanation, "2024年9月"));
    }
}

static void a_place_with_three_options_gets_three(void **state) {
    (void)state;
    struct question_limits limits = {.kinds = ~0u, .options = 3};
    uint32_t count = 0;
    for (uint32_t i = 0; i < pool.count; i++) {
        struct question question;
        if (!question_make(content, pool.items[i], 0, 0, &limits, &arena, &question)) continue;
        if (question.form != FORM_SINGLE) continue;
        assert_true(question.option_count <= 3);
        count++;
    }
    assert_true(count > 20);
}

static void what_is_too_long_for_a_place_is_not_made(void **state) {
    (void)state;
    struct question_limits limits = {
        .kinds = ~0u, .options = 4, .stem_chars = 24, .option_chars = 8, .explanation_chars = 30};
    uint32_t count = 0;
    for (uint32_t i = 0; i < pool.count; i++) {
        struct question question;
        if (!question_make(content, pool.items[i], 0, 0, &limits, &arena, &question)) continue;
        count++;
        assert_true(utf8_count(str_of(question.stem)) <= 24);
        assert_true(utf8_count(str_of(question.explanation)) <= 30);
        for (uint32_t k = 0; k < question.option_count; k++) {
            assert_true(utf8_count(str_of(question.options[k])) <= 8);
        }
    }
    assert_true(count > 5);
}

static void a_kind_that_is_not_wanted_is_not_made(void **state) {
    (void)state;
    struct question_limits limits = {.kinds = 1u << KIND_WHERE, .options = 4};
    for (uint32_t i = 0; i < pool.count; i++) {
        struct question question;
        bool made_it = question_make(content, pool.items[i], 0, 0, &limits, &arena, &question);
        assert_true(!made_it || question.kind == KIND_WHERE);
    }
}

static void every_question_has_a_source_and_says_why(void **state) {
    (void)state;
    for (uint32_t i = 0; i < pool.count; i++) {
        struct question question;
        if (!made(pool.items[i], 1, 1, &question)) continue;
        assert_non_null(question.source);
        assert_non_null(question.pack);
        assert_true(*question.explanation && *question.id && *question.fact);
        assert_true(question.difficulty >= 1 && question.difficulty <= 5);
        assert_int_equal(question_flaw(&question, &arena), FLAW_NONE);
    }
}

static void an_order_never_stands_in_order(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 500; seed++) {
        struct question question;
        assert_true(first_of(KIND_ORDER, 0, seed, &question));
        bool sorted = true;
        for (uint32_t i = 0; i < question.key.count; i++) sorted &= question.key.picks[i] == i;
        assert_false(sorted);
        assert_string_equal(question.options[question.key.picks[0]], "完整性");
        assert_string_equal(question.options[question.key.picks[4]], "不可抵赖性");
    }
}

static void a_match_gives_each_row_its_own(void **state) {
    (void)state;
    struct question question;
    assert_true(first_of(KIND_MATCH, 0, 4, &question));
    assert_int_equal(question.row_count, 4);
    for (uint32_t i = 0; i < question.row_count; i++) {
        const char *city = question.options[question.key.picks[i]];
        const struct entity *week = oracle_entity(content, question.rows[i]);
        bool found = false;
        for (uint32_t k = HOST22; k <= HOST25; k++) {
            found |= world.facts[k].subject == week && !strcmp(world.facts[k].value.show, city);
        }
        assert_true(found);
    }
}

static void a_blank_is_filled_in_turn(void **state) {
    (void)state;
    struct question question;
    assert_true(first_of(KIND_FILL, 0, 11, &question));
    assert_int_equal(question.form, FORM_FILL);
    assert_true(strstr(question.stem, "＿＿") != NULL);
    assert_null(strstr(question.stem, "人民"));
    assert_string_equal(question.options[question.key.picks[0]], "人");
    assert_string_equal(question.options[question.key.picks[1]], "民");
    struct answer turned = {.count = 2, .picks = {question.key.picks[1], question.key.picks[0]}};
    assert_true(question_judges(&question, &question.key));
    assert_false(question_judges(&question, &turned));
}

static void a_blank_that_another_phrase_fills_as_well_is_not_asked(void **state) {
    (void)state;
    world.phrases[1].text = "网络安全为大众";
    world.phrases[1].blank = "大众";
    world.phrases[1].blank_at = 15;
    world.phrases[1].lures = "人民百姓";
    index_world();
    struct question question;
    assert_false(first_of(KIND_FILL, 0, 0, &question));
}

static void a_wrong_character_is_offered_once(void **state) {
    (void)state;
    world.phrases[0].lures = "大大众众人民百姓";
    struct question question;
    assert_true(first_of(KIND_FILL, 0, 3, &question));
    for (uint32_t i = 0; i < question.option_count; i++) {
        for (uint32_t k = 0; k < i; k++) assert_string_not_equal(question.options[i], question.options[k]);
    }
}

static void equal_characters_may_be_picked_in_any_order(void **state) {
    (void)state;
    struct question question = {.form = FORM_FILL,
                                .options = {"人", "民", "人"},
                                .option_count = 3,
                                .key = {.count = 2, .picks = {0, 2}}};
    struct answer other = {.count = 2, .picks = {2, 0}}, twice = {.count = 2, .picks = {0, 0}};
    assert_true(question_judges(&question, &other));
    assert_false(question_judges(&question, &twice));
}

static void many_right_options_may_be_picked_in_any_order(void **state) {
    (void)state;
    struct question question = {
        .form = FORM_MULTIPLE, .option_count = 4, .key = {.count = 2, .picks = {0, 3}}};
    struct answer other = {.count = 2, .picks = {3, 0}}, less = {.count = 1, .picks = {3}};
    struct answer wrong = {.count = 2, .picks = {3, 1}}, twice = {.count = 2, .picks = {3, 3}};
    assert_true(question_judges(&question, &other));
    assert_false(question_judges(&question, &less));
    assert_false(question_judges(&question, &wrong));
    assert_false(question_judges(&question, &twice));
    assert_true(question_takes_many(&question));
}

static void one_right_pick_among_two_is_wrong(void **state) {
    (void)state;
    struct question question = {.form = FORM_SINGLE, .option_count = 4, .key = {.count = 1, .picks = {2}}};
    struct answer right = {.count = 1, .picks = {2}}, both = {.count = 2, .picks = {2, 1}},
                  none = {.count = 0};
    assert_true(question_judges(&question, &right));
    assert_false(question_judges(&question, &both));
    assert_false(question_judges(&question, &none));
    assert_false(question_takes_many(&question));
}

static void a_count_that_the_name_tells_is_not_asked(void **state) {
    (void)state;
    struct question question;
    assert_true(first_of(KIND_COUNT, 0, 0, &question));
    world.sets[PROPERTIES].name = "信息安全的五个特性";
    world.sets[BODIES].name = "3家联合举办单位";
    assert_false(first_of(KIND_COUNT, 0, 0, &question));
}

static void the_words_a_set_asks_for_are_in_every_stem(void **state) {
    (void)state;
    world.sets[PROPERTIES].must_say = "按本材料的说法";
    world.sets[BODIES].must_say = "按本材料的说法";
    static const enum quiz_kind kinds[] = {KIND_BELONGS, KIND_OUTSIDE, KIND_MULTIPLE,
                                           KIND_ORDER,   KIND_NEXT,    KIND_COUNT};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        struct question question;
        assert_true(first_of(kinds[i], 0, 0, &question));
        assert_non_null(strstr(question.stem, "按本材料的说法"));
    }
}

static void a_scene_leaves_out_what_a_thoughtful_visitor_could_pick(void **state) {
    (void)state;
    static struct member avoid[1];
    avoid[0] = world.members[1];
    world.scenario.avoid = avoid;
    world.scenario.avoid_count = 1;
    for (uint32_t variant = 0; variant < 30; variant++) {
        struct question question;
        assert_true(first_of(KIND_SCENARIO, variant, variant, &question));
        assert_false(has_option(&question, "保密性"));
        assert_true(has_option(&question, "完整性"));
    }
}

static void a_draft_fact_is_neither_asked_nor_an_option(void **state) {
    (void)state;
    world.facts[HOST23].record.status = STATUS_DRAFT;
    index_world();
    for (uint32_t i = 0; i < pool.count; i++) {
        if (pool.items[i].kind != KIND_WHERE) continue;
        assert_int_not_equal(pool.items[i].record, HOST23);
        struct question question;
        if (made(pool.items[i], 0, 0, &question)) assert_false(has_option(&question, "福州"));
    }
}

#define WORLD(test) cmocka_unit_test_setup_teardown(test, build, finish)

int main(void) {
    const struct CMUnitTest tests[] = {
        WORLD(every_kind_is_asked_in_three_wordings),
        WORLD(the_same_coordinates_give_the_same_question),
        WORLD(the_seed_moves_the_options_and_nothing_else),
        WORLD(the_next_variant_has_other_words),
        WORLD(the_key_stands_anywhere),
        WORLD(half_of_the_judgements_are_true),
        WORLD(nothing_political_is_judged),
        WORLD(without_a_closed_set_nothing_is_said_not_to_belong),
        WORLD(where_several_values_are_true_only_lures_are_wrong_options),
        WORLD(what_is_never_an_option_is_never_one),
        WORLD(a_place_and_a_place_inside_it_never_stand_side_by_side),
        WORLD(wrong_options_are_of_the_kind_of_the_key),
        WORLD(a_negative_is_stressed),
        WORLD(numbers_and_days_stand_in_order),
        WORLD(wrong_numbers_look_like_the_right_one),
        WORLD(wrong_numbers_are_far_from_each_other),
        WORLD(what_was_true_on_a_day_is_asked_with_the_day),
        WORLD(a_place_with_three_options_gets_three),
        WORLD(what_is_too_long_for_a_place_is_not_made),
        WORLD(a_kind_that_is_not_wanted_is_not_made),
        WORLD(every_question_has_a_source_and_says_why),
        WORLD(an_order_never_stands_in_order),
        WORLD(a_match_gives_each_row_its_own),
        WORLD(a_blank_is_filled_in_turn),
        WORLD(a_blank_that_another_phrase_fills_as_well_is_not_asked),
        WORLD(a_wrong_character_is_offered_once),
        WORLD(equal_characters_may_be_picked_in_any_order),
        WORLD(many_right_options_may_be_picked_in_any_order),
        WORLD(one_right_pick_among_two_is_wrong),
        WORLD(a_count_that_the_name_tells_is_not_asked),
        WORLD(the_words_a_set_asks_for_are_in_every_stem),
        WORLD(a_scene_leaves_out_what_a_thoughtful_visitor_could_pick),
        WORLD(a_draft_fact_is_neither_asked_nor_an_option),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
