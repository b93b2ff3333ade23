#ifndef ANZHI_TESTS_SUPPORT_ROUNDS_H
#define ANZHI_TESTS_SUPPORT_ROUNDS_H

#include "support/small.h"

/* Rounds of the small content, played right and wrong. Include behind <cmocka.h>. */

static int open_small(void **state) {
    static struct small small;
    small_open(&small);
    *state = &small;
    return 0;
}

static int close_small(void **state) {
    small_close(*state);
    return 0;
}

static inline struct answer right_answer(const struct round *round) {
    return round_current(round)->key;
}

/* Something that is possible and wrong: one pick too few or the next option. */
static inline struct answer wrong_answer(const struct round *round) {
    const struct asked *asked = round_current(round);
    struct answer answer = asked->key;
    if (answer.count > 1)
        answer.count--;
    else
        answer.picks[0] = (uint8_t)((answer.picks[0] + 1) % asked->option_count);
    return answer;
}

static inline void answer(struct round *round, bool right) {
    struct answer given = right ? right_answer(round) : wrong_answer(round);
    assert_true(round_answer(round, &given, 1000));
    assert_int_equal(round_current(round)->state, right ? ASKED_RIGHT : ASKED_WRONG);
}

/* Plays a round to its end; bit i of `missed` misses planned question i. */
static inline void play(struct round *round, struct quiz *quiz, uint32_t missed) {
    while (round_advance(round, quiz)) {
        bool planned = round_current(round)->return_of == 0;
        answer(round, !planned || !(missed >> (round->count - 1) & 1));
    }
}

#endif
