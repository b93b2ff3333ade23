#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "support/rounds.h"

static void assert_same_round(const struct round *a, const struct round *b) {
    assert_int_equal(a->planned, b->planned);
    assert_int_equal(a->count, b->count);
    assert_int_equal(a->next, b->next);
    for (uint32_t i = 0; i < a->count; i++) {
        assert_int_equal(a->asked[i].item.record, b->asked[i].item.record);
        assert_int_equal(a->asked[i].item.kind, b->asked[i].item.kind);
        assert_int_equal(a->asked[i].variant, b->asked[i].variant);
        assert_int_equal(a->asked[i].state, b->asked[i].state);
    }
}

static void kiosk_round_has_five_questions_of_twenty_points(void **state) {
    struct small *small = *state;
    struct round round;
    round_begin(&round, MODE_KIOSK, 42, 0);
    for (uint32_t i = 0; i < 5; i++) {
        assert_true(round_advance(&round, &small->quiz));
        assert_int_equal(round_score(&round), 20 * i);
        assert_false(round_is_over(&round));
        answer(&round, true);
    }
    assert_true(round_is_over(&round));
    assert_false(round_advance(&round, &small->quiz));
    assert_int_equal(round_score(&round), 100);
    assert_string_equal(badge_name(round_badge(&round)), "网安达人");
}

static void badge_follows_the_score(void **state) {
    struct small *small = *state;
    static const struct {
        uint32_t missed;
        const char *badge;
    } rows[] = {{0, "网安达人"}, {1, "网安能手"}, {5, "网安卫士"}, {7, "网安学习者"}, {31, "网安学习者"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct round round;
        round_begin(&round, MODE_KIOSK, 7, 0);
        play(&round, &small->quiz, rows[i].missed);
        assert_string_equal(badge_name(round_badge(&round)), rows[i].badge);
    }
}

static void late_answer_scores_nothing(void **state) {
    struct small *small = *state;
    struct round round, before;
    round_begin(&round, MODE_KIOSK, 3, 0);
    assert_true(round_advance(&round, &small->quiz));
    answer(&round, false);
    before = round;
    struct answer late = right_answer(&round);
    assert_false(round_answer(&round, &late, 5));
    assert_same_round(&round, &before);
    assert_int_equal(round_score(&round), 0);
}

static void impossible_answer_is_not_taken(void **state) {
    struct small *small = *state;
    struct round round;
    round_begin(&round, MODE_KIOSK, 3, 0);
    assert_false(round_answer(&round, &(struct answer){1, {0}}, 0));
    assert_true(round_advance(&round, &small->quiz));
    const struct answer impossible[] = {
        {0, {0}}, {1, {200}}, {1, {round_current(&round)->option_count}}, {2, {1, 1}}, {200, {0}}};
    for (size_t i = 0; i < sizeof impossible / sizeof *impossible; i++)
        assert_false(round_answer(&round, &impossible[i], 0));
    assert_int_equal(round_current(&round)->state, ASKED_OPEN);
}

static void missed_fact_comes_back_in_other_words(void **state) {
    struct small *small = *state;
    uint32_t reworded = 0, returns = 0;
    for (uint64_t seed = 0; seed < 40; seed++) {
        struct round round;
        round_begin(&round, MODE_KIOSK, seed, 0);
        play(&round, &small->quiz, 3);
        assert_int_equal(round.planned, 5);
        assert_int_equal(round.count, 7);
        for (uint32_t i = 5; i < 7; i++) {
            uint32_t missed = round.asked[i].return_of - 1u;
            assert_int_equal(missed, i - 5);
            assert_true(round.asked[i].fact == round.asked[missed].fact);
            char stem[400];
            snprintf(stem, sizeof stem, "%s", round_question(&round, missed, &small->quiz)->stem);
            bool other = strcmp(stem, round_question(&round, i, &small->quiz)->stem) != 0;
            assert_true(other || round.asked[missed].item.kind == KIND_WRITTEN);
            reworded += other;
            returns++;
        }
    }
    /* A question written by hand, of no fact, can be said in one way only. */
    assert_true(reworded * 2 > returns);
}

static void missed_written_question_comes_back_as_its_fact(void **state) {
    struct small *small = *state;
    uint32_t seen = 0;
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct round round;
        round_begin(&round, MODE_KIOSK, seed, 0);
        play(&round, &small->quiz, 31);
        for (uint32_t i = round.planned; i < round.count; i++) {
            const struct asked *missed = &round.asked[round.asked[i].return_of - 1];
            if (strcmp(round_question(&round, round.asked[i].return_of - 1u, &small->quiz)->id, "w-5") != 0)
                continue;
            seen++;
            assert_int_equal(missed->item.kind, KIND_WRITTEN);
            assert_int_not_equal(round.asked[i].item.kind, KIND_WRITTEN);
        }
    }
    assert_true(seen > 0);
}

/* What the search for a return relies on. */
static void items_of_one_record_stand_together(void **state) {
    struct small *small = *state;
    const struct pool *pool = &small->quiz.pool;
    for (uint32_t a = 0; a < pool->count; a++)
        for (uint32_t b = a + 2; b < pool->count; b++)
            if (pool_fact_key(pool->items[a]) == pool_fact_key(pool->items[b]))
                assert_true(pool_fact_key(pool->items[b - 1]) == pool_fact_key(pool->items[b]));
}

static void returned_question_scores_nothing_and_returns_once(void **state) {
    struct small *small = *state;
    struct round round;
    round_begin(&round, MODE_KIOSK, 11, 0);
    while (round_advance(&round, &small->quiz)) answer(&round, false);
    assert_int_equal(round.count, 10);
    assert_int_equal(round_score(&round), 0);
    assert_int_equal(round_missed(&round), 5);
    round_begin(&round, MODE_KIOSK, 11, 0);
    play(&round, &small->quiz, 31);
    assert_int_equal(round_score(&round), 0);
    assert_int_equal(round_answered(&round), 10);
}

static void every_missed_fact_comes_back_in_every_mode(void **state) {
    struct small *small = *state;
    for (uint32_t mode = 0; mode < MODES; mode++) {
        struct round round;
        round_begin(&round, (enum mode)mode, 11, 0);
        while (round_advance(&round, &small->quiz)) {
            assert_false(round_is_over(&round));
            answer(&round, false);
            assert_int_equal(round_is_over(&round), round.count == 2 * round.planned);
        }
        assert_int_equal(round.count, 2 * round.planned);
        for (uint32_t i = 0; i < round.planned; i++)
            assert_int_equal(round.asked[round.planned + i].return_of, i + 1);
    }
}

static void no_two_questions_of_one_fact(void **state) {
    struct small *small = *state;
    for (uint32_t mode = 0; mode < MODES; mode++) {
        uint32_t place = 0;
        for (uint32_t i = 0; i < 60; i++) {
            struct round round;
            round_begin(&round, (enum mode)mode, 5, place);
            play(&round, &small->quiz, 0);
            place = round.next;
            assert_int_equal(round.planned, round_rules[mode].questions);
            for (uint32_t a = 0; a < round.count; a++)
                for (uint32_t b = 0; b < a; b++) assert_true(round.asked[a].fact != round.asked[b].fact);
        }
    }
}

static void kiosk_text_fits_the_kiosk(void **state) {
    struct small *small = *state;
    uint32_t place = 0;
    for (uint32_t i = 0; i < 60; i++) {
        struct round round;
        round_begin(&round, MODE_KIOSK, 5, place);
        play(&round, &small->quiz, 31);
        place = round.next;
        for (uint32_t at = 0; at < round.count; at++) {
            const struct question *question = round_question(&round, at, &small->quiz);
            assert_true(utf8_count(str_of(question->stem)) <= 40);
            assert_true(utf8_count(str_of(question->explanation)) <= 60);
            assert_true(question->option_count <= 3);
            assert_int_equal(question->key.count, 1);
        }
    }
}

static void few_questions_about_the_week_and_few_judgements(void **state) {
    struct small *small = *state;
    uint32_t place = 0, about_week = 0;
    for (uint32_t i = 0; i < 100; i++) {
        struct round round;
        uint32_t week = 0, judges = 0;
        round_begin(&round, MODE_KIOSK, 5, place);
        play(&round, &small->quiz, 0);
        place = round.next;
        for (uint32_t at = 0; at < round.planned; at++) {
            const struct question *question = round_question(&round, at, &small->quiz);
            week += strcmp(question->topic, "宣传周") == 0;
            judges += question->form == FORM_JUDGE;
        }
        assert_true(week <= 2);
        assert_true(judges <= 1);
        about_week += week;
    }
    assert_true(about_week > 0);
}

/* The first one stands on the attract screen before anybody answers it, and half of them are false. */
static void no_judgement_opens_a_round_of_the_kiosk(void **state) {
    struct small *small = *state;
    uint32_t place = 0, judges = 0;
    for (uint32_t i = 0; i < 200; i++) {
        struct round round;
        round_begin(&round, MODE_KIOSK, 6, place);
        play(&round, &small->quiz, 0);
        place = round.next;
        assert_int_not_equal(round.asked[0].form, FORM_JUDGE);
        for (uint32_t at = 1; at < round.planned; at++) judges += round.asked[at].form == FORM_JUDGE;
    }
    assert_true(judges > 0);
}

static void every_time_through_the_deck_is_in_another_order(void **state) {
    struct small *small = *state;
    uint32_t count = small->quiz.pool.count, same = 0;
    for (uint32_t first = 0; first < count; first += 7) {
        struct round once, again;
        round_begin(&once, MODE_TRAINING, 9, first);
        round_begin(&again, MODE_TRAINING, 9, first + count);
        assert_true(round_advance(&once, &small->quiz) && round_advance(&again, &small->quiz));
        same += !memcmp(&once.asked[0].item, &again.asked[0].item, sizeof(struct item));
    }
    assert_true(same <= 2);
}

static void what_was_just_shown_rests(void **state) {
    struct small *small = *state;
    struct item shown[400];
    uint32_t places[400], count = 0, place = 0, rest = small->quiz.pool.count / 2;
    while (count < 390) {
        struct round round;
        round_begin(&round, MODE_KIOSK, 9, place);
        play(&round, &small->quiz, 0);
        place = round.next;
        for (uint32_t i = 0; i < round.count; i++) {
            for (uint32_t old = 0; old < count; old++) {
                bool same = shown[old].kind == round.asked[i].item.kind &&
                            shown[old].record == round.asked[i].item.record;
                if (same) assert_true(round.asked[i].place - places[old] >= rest);
            }
        }
        for (uint32_t i = 0; i < round.count; i++) {
            shown[count] = round.asked[i].item;
            places[count++] = round.asked[i].place;
        }
    }
}

static void deck_shows_all_that_fits(void **state) {
    struct small *small = *state;
    bool *seen = calloc(small->quiz.pool.count, sizeof *seen);
    uint32_t place = 0;
    while (place < small->quiz.pool.count * 6) {
        struct round round;
        round_begin(&round, MODE_TRAINING, 21, place);
        play(&round, &small->quiz, 0);
        place = round.next;
        for (uint32_t i = 0; i < round.count; i++)
            for (uint32_t at = 0; at < small->quiz.pool.count; at++)
                seen[at] |= !memcmp(&small->quiz.pool.items[at], &round.asked[i].item, sizeof(struct item));
    }
    uint32_t count = 0;
    for (uint32_t at = 0; at < small->quiz.pool.count; at++) count += seen[at];
    assert_true(count * 10 >= small->quiz.pool.count * 7);
    free(seen);
}

static void same_coordinates_give_the_same_questions(void **state) {
    struct small *small = *state, other;
    small_open(&other);
    for (uint32_t mode = 0; mode < MODES; mode++) {
        struct round a, b;
        round_begin(&a, (enum mode)mode, 99, 17);
        round_begin(&b, (enum mode)mode, 99, 17);
        play(&a, &small->quiz, 6);
        play(&b, &other.quiz, 6);
        assert_same_round(&a, &b);
        for (uint32_t i = 0; i < a.count; i++) {
            struct buf x, y;
            buf_init(&x), buf_init(&y);
            question_print_json(round_question(&a, i, &small->quiz), &x);
            question_print_json(round_question(&b, i, &other.quiz), &y);
            assert_string_equal(x.at, y.at);
            buf_finish(&x), buf_finish(&y);
        }
    }
    small_close(&other);
}

static void round_code_gives_the_same_round(void **state) {
    struct small *small = *state;
    struct round round, again;
    uint32_t fingerprint;
    struct buf code;
    buf_init(&code);
    round_begin(&round, MODE_CLASS, 1234567890123, 40);
    play(&round, &small->quiz, 0);
    round_code_print(&round, &small->quiz, &code);
    assert_true(round_code_read(buf_get(&code), &fingerprint, &again));
    assert_int_equal(fingerprint, (uint32_t)(small->content.fingerprint >> 32));
    play(&again, &small->quiz, 0);
    assert_same_round(&round, &again);
    buf_finish(&code);
}

static void broken_round_code_is_refused(void **state) {
    (void)state;
    static const char *const broken[] = {"",
                                         "3f9a2b1c",
                                         "3f9a2b1c kiosk",
                                         "3f9a2b1c kiosk 42 0",
                                         "3f9a2b1c kiosk 42 0 21",
                                         "3f9a2b1c kiosk 42 0 5 6",
                                         "3f9a2b1 kiosk 42 0 5",
                                         "3f9a2b1g kiosk 42 0 5",
                                         "3f9a2b1c quiz 42 0 5",
                                         "3f9a2b1c kiosk -1 0 5",
                                         "3f9a2b1c kiosk 18446744073709551616 0 5",
                                         "3f9a2b1c kiosk 42 4294967296 5"};
    struct round round;
    uint32_t fingerprint;
    assert_true(
        round_code_read(str_of("3f9a2b1c kiosk 18446744073709551615 4294967295 5"), &fingerprint, &round));
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        assert_false(round_code_read(str_of(broken[i]), &fingerprint, &round));
}

#define LONG_STEM                                                                                            \
    "这一句话太长了，站在展台前面的人读不完，所以展台上不会出现，只有在教室里才会有人一起慢慢地把它读完再回答：灯亮了吗？"

/* Questions of a pack: so many about lamps, about the Week, and too long for the kiosk. */
struct mix {
    uint32_t lamps, week, too_long;
};

static void add_question(struct buf *text, uint32_t i, const char *stem, const char *topic) {
    buf_printf(
        text,
        "%s{\"id\": \"q-%u\", \"stem\": \"第%u间：%s\", \"options\": [\"亮了\", \"没有\", \"不知道\"], "
        "\"answer\": \"A\", \"explanation\": \"灯亮着。\", \"source\": \"s\", \"topic\": \"%s\"}\n",
        i ? "," : "", i, i, stem, topic);
}

static struct buf pack_of(struct mix mix) {
    struct buf text;
    uint32_t i = 0;
    buf_init(&text);
    buf_text(&text, "{\"pack\": {\"id\": \"p\", \"title\": \"小题库\"}, "
                    "\"sources\": [{\"id\": \"s\", \"title\": \"出处\"}],\n\"questions\": [\n");
    for (; i < mix.too_long; i++) add_question(&text, i, LONG_STEM, "灯");
    for (; i < mix.too_long + mix.week; i++) add_question(&text, i, "灯亮了吗？", "宣传周");
    for (; i < mix.too_long + mix.week + mix.lamps; i++) add_question(&text, i, "灯亮了吗？", "灯");
    buf_text(&text, "]}\n");
    return text;
}

static void small_pool_gives_a_shorter_round(void **state) {
    (void)state;
    for (uint32_t count = 0; count <= 6; count++) {
        struct small small;
        small_load(&small, pack_of((struct mix){.lamps = count}));
        for (uint32_t first = 0; first < 12; first++) {
            struct round round;
            round_begin(&round, MODE_KIOSK, 8, first);
            play(&round, &small.quiz, 0);
            assert_int_equal(round.planned, count < 5 ? count : 5);
            assert_int_equal(round.count, round.planned);
            assert_int_equal(round_score(&round), count ? 100 : 0);
            assert_true(round_is_over(&round));
        }
        small_close(&small);
    }
}

/* Wherever the deck stands, and though most of it does not fit. */
static void what_fits_is_found_wherever_it_is(void **state) {
    (void)state;
    struct small small;
    small_load(&small, pack_of((struct mix){.lamps = 2, .too_long = 9}));
    for (uint32_t first = 0; first < 200; first++) {
        struct round round;
        round_begin(&round, MODE_KIOSK, first, first);
        play(&round, &small.quiz, 0);
        assert_int_equal(round.planned, 2);
    }
    small_close(&small);
}

static void at_most_two_about_the_week(void **state) {
    (void)state;
    struct small small;
    uint32_t place = 0, most = 0;
    small_load(&small, pack_of((struct mix){.lamps = 12, .week = 12}));
    for (uint32_t i = 0; i < 50; i++) {
        struct round round;
        uint32_t week = 0;
        round_begin(&round, MODE_KIOSK, 3, place);
        play(&round, &small.quiz, 0);
        place = round.next;
        assert_int_equal(round.planned, 5);
        for (uint32_t at = 0; at < round.count; at++)
            week += strcmp(round_question(&round, at, &small.quiz)->topic, "宣传周") == 0;
        assert_true(week <= 2);
        if (week > most) most = week;
    }
    assert_int_equal(most, 2);
    small_close(&small);
}

static void variety_yields_before_a_round_gets_shorter(void **state) {
    (void)state;
    struct small small;
    struct round round;
    small_load(&small, pack_of((struct mix){.week = 8}));
    round_begin(&round, MODE_KIOSK, 8, 0);
    play(&round, &small.quiz, 0);
    assert_int_equal(round.planned, 5);
    small_close(&small);
}

static void site_may_have_its_own_length(void **state) {
    struct small *small = *state;
    struct round round;
    small->quiz.mode_questions[MODE_KIOSK] = 3;
    round_begin(&round, MODE_KIOSK, 4, 0);
    play(&round, &small->quiz, 1);
    small->quiz.mode_questions[MODE_KIOSK] = 0;
    assert_int_equal(round.planned, 3);
    assert_int_equal(round_score(&round), 66);
}

static void skipped_question_scores_nothing_and_does_not_return(void **state) {
    struct small *small = *state;
    struct round round;
    round_begin(&round, MODE_CLASS, 4, 0);
    while (round_advance(&round, &small->quiz)) round_skip(&round);
    assert_int_equal(round.count, 10);
    assert_int_equal(round_score(&round), 0);
    assert_int_equal(round_missed(&round), 0);
}

/* 亮 and 亮 are one character wherever they stand. */
static void options_with_the_same_text_are_one(void **state) {
    (void)state;
    struct round round = {.planned = 1, .count = 1};
    round.asked[0] =
        (struct asked){.form = FORM_FILL, .option_count = 4, .key = {2, {0, 2}}, .same_as = {0, 1, 0, 3}};
    assert_true(round_answer(&round, &(struct answer){2, {2, 0}}, 0));
    assert_int_equal(round.asked[0].state, ASKED_RIGHT);
}

static void multiple_choice_is_right_in_any_order_and_only_complete(void **state) {
    (void)state;
    static const struct {
        struct answer given;
        enum asked_state state;
    } rows[] = {{{2, {2, 0}}, ASKED_RIGHT},
                {{2, {0, 2}}, ASKED_RIGHT},
                {{1, {0}}, ASKED_WRONG},
                {{3, {0, 1, 2}}, ASKED_WRONG}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct round round = {.planned = 1, .count = 1};
        round.asked[0] = (struct asked){
            .form = FORM_MULTIPLE, .option_count = 4, .key = {2, {0, 2}}, .same_as = {0, 1, 2, 3}};
        assert_true(round_answer(&round, &rows[i].given, 0));
        assert_int_equal(round.asked[0].state, rows[i].state);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kiosk_round_has_five_questions_of_twenty_points),
        cmocka_unit_test(badge_follows_the_score),
        cmocka_unit_test(late_answer_scores_nothing),
        cmocka_unit_test(impossible_answer_is_not_taken),
        cmocka_unit_test(missed_fact_comes_back_in_other_words),
        cmocka_unit_test(missed_written_question_comes_back_as_its_fact),
        cmocka_unit_test(items_of_one_record_stand_together),
        cmocka_unit_test(returned_question_scores_nothing_and_returns_once),
        cmocka_unit_test(every_missed_fact_comes_back_in_every_mode),
        cmocka_unit_test(no_two_questions_of_one_fact),
        cmocka_unit_test(kiosk_text_fits_the_kiosk),
        cmocka_unit_test(few_questions_about_the_week_and_few_judgements),
        cmocka_unit_test(no_judgement_opens_a_round_of_the_kiosk),
        cmocka_unit_test(every_time_through_the_deck_is_in_another_order),
        cmocka_unit_test(what_was_just_shown_rests),
        cmocka_unit_test(deck_shows_all_that_fits),
        cmocka_unit_test(same_coordinates_give_the_same_questions),
        cmocka_unit_test(round_code_gives_the_same_round),
        cmocka_unit_test(broken_round_code_is_refused),
        cmocka_unit_test(small_pool_gives_a_shorter_round),
        cmocka_unit_test(what_fits_is_found_wherever_it_is),
        cmocka_unit_test(at_most_two_about_the_week),
        cmocka_unit_test(variety_yields_before_a_round_gets_shorter),
        cmocka_unit_test(site_may_have_its_own_length),
        cmocka_unit_test(skipped_question_scores_nothing_and_does_not_return),
        cmocka_unit_test(options_with_the_same_text_are_one),
        cmocka_unit_test(multiple_choice_is_right_in_any_order_and_only_complete),
    };
    return cmocka_run_group_tests(tests, open_small, close_small);
}
