#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "quiz/round.h"
#include "quiz/shipped.h"

static struct quiz quiz;

static int open_quiz(void **state) {
    (void)state;
    bool opened = shipped_open();
    quiz_init(&quiz, &content, 0);
    return opened ? 0 : -1;
}

static int close_quiz(void **state) {
    (void)state;
    quiz_finish(&quiz);
    shipped_close();
    return 0;
}

/* A week at one kiosk, from the shipped packs: round after round of the same deck. */

enum { ROUNDS = 1000, APART = 30 };

static bool is_recall(const struct asked *asked) {
    return asked->item.kind != KIND_WRITTEN && asked->item.kind != KIND_SCENARIO;
}

static bool is_same(struct item a, struct item b) {
    return a.kind == b.kind && a.record == b.record;
}

static void play(struct round *round, uint64_t seed, uint32_t first) {
    round_begin(round, MODE_KIOSK, seed, first);
    while (round_advance(round, &quiz)) {
        struct answer key = round_current(round)->key;
        assert_true(round_answer(round, &key, 1000));
    }
    assert_int_equal(round->count, 5);
}

static void miss(struct round *round, const struct answer *key) {
    const struct asked *asked = round_current(round);
    struct answer given = *key;
    if (asked->form == FORM_MULTIPLE)
        given.count = given.count > 1 ? 1 : 2;
    else if (given.count > 1)
        for (uint32_t i = 0; i < given.count; i++) given.picks[i] = key->picks[(i + 1) % given.count];
    else
        given.picks[0] = (uint8_t)((given.picks[0] + 1) % asked->option_count);
    if (asked->form == FORM_MULTIPLE && given.count == 2)
        given.picks[1] = (uint8_t)((given.picks[0] + 1) % asked->option_count);
    assert_true(round_answer(round, &given, 1000));
}

static uint32_t shared_items(const struct round *a, const struct round *b) {
    uint32_t shared = 0;
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t j = 0; j < b->count; j++) shared += is_same(a->asked[i].item, b->asked[j].item);
    return shared;
}

static void no_item_twice_within_thirty_rounds(void **state) {
    static struct round rounds[ROUNDS];
    (void)state;
    for (uint32_t i = 0; i < ROUNDS; i++) {
        play(&rounds[i], 11, i ? rounds[i - 1].next : 0);
        for (uint32_t back = 1; back < APART && back <= i; back++)
            if (shared_items(&rounds[i], &rounds[i - back]))
                fail_msg("round %u has an item of %u before", i, back);
    }
}

static void a_round_begins_with_a_scene_and_asks_for_little_that_was_said(void **state) {
    (void)state;
    struct round round = {0};
    for (uint64_t seed = 0; seed < 200; seed++) {
        uint32_t recalls = 0, week = 0, judges = 0;
        play(&round, seed, 0);
        assert_false(is_recall(&round.asked[0]));
        for (uint32_t i = 0; i < round.count; i++) {
            recalls += is_recall(&round.asked[i]);
            week += round.asked[i].about_week;
            judges += round.asked[i].form == FORM_JUDGE;
        }
        assert_true(recalls <= 2 && week <= 2 && judges <= 1);
    }
}

/* What somebody missed is asked again in other words; a scene or a written question may have only its own. */
static void what_was_missed_comes_back_in_other_words(void **state) {
    struct round round = {0};
    uint32_t returns = 0, same = 0;
    (void)state;
    for (uint64_t seed = 0; seed < 120; seed++) {
        round_begin(&round, seed % 2 ? MODE_CLASS : MODE_KIOSK, seed, (uint32_t)seed * 7);
        while (round_advance(&round, &quiz)) {
            struct answer wrong = round_current(&round)->key;
            miss(&round, &wrong);
        }
        for (uint32_t i = round.planned; i < round.count; i++) {
            char stem[1024];
            uint32_t missed = round.asked[i].return_of - 1u;
            snprintf(stem, sizeof stem, "%s", round_question(&round, missed, &quiz)->stem);
            returns++;
            same += is_recall(&round.asked[missed]) && !strcmp(stem, round_question(&round, i, &quiz)->stem);
        }
    }
    print_message("%u returns, %u of a fact in the same words\n", returns, same);
    assert_true(returns > 400);
    assert_int_equal(same, 0);
}

/* In a kiosk's round the quota of what is only remembered keeps these few already. */
static void a_class_is_asked_little_about_the_week(void **state) {
    enum { MOST = 4 };
    (void)state;
    uint32_t most = 0;
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct round round = {0};
        uint32_t week = 0;
        round_begin(&round, MODE_CLASS, seed, 0);
        while (round_advance(&round, &quiz)) {
            struct answer key = round_current(&round)->key;
            assert_true(round_answer(&round, &key, 1000));
        }
        for (uint32_t i = 0; i < round.count; i++) week += round.asked[i].about_week;
        if (week > most) most = week;
    }
    assert_int_equal(most, MOST);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_item_twice_within_thirty_rounds),
        cmocka_unit_test(what_was_missed_comes_back_in_other_words),
        cmocka_unit_test(a_class_is_asked_little_about_the_week),
        cmocka_unit_test(a_round_begins_with_a_scene_and_asks_for_little_that_was_said),
    };
    return cmocka_run_group_tests(tests, open_quiz, close_quiz);
}
