#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/random.h"
#include "base/utf8.h"
#include "quiz/pool.h"
#include "quiz/question.h"
#include "quiz/shipped.h"

/* Robots that know nothing of the matter and everything about bad questions. None of them may do better than
   chance by more than a few points: what they could use, a visitor could use as well. */

enum { VARIANTS = 20 };

static struct pool pool;

static int load(void **state) {
    (void)state;
    if (!shipped_open()) return 1;
    pool_build(&pool, &content, 0);
    return 0;
}

static int unload(void **state) {
    (void)state;
    pool_finish(&pool);
    shipped_close();
    return 0;
}

static uint32_t length(const char *text) {
    return (uint32_t)utf8_count(str_of(text));
}

/* The only option that is longest, or none. */
static int longest(const struct question *question) {
    int best = -1;
    uint32_t most = 0;
    for (int i = 0; i < question->option_count; i++) {
        uint32_t chars = length(question->options[i]);
        if (chars == most) best = -1;
        if (chars > most) best = i, most = chars;
    }
    return best;
}

static int shortest(const struct question *question) {
    int best = -1;
    uint32_t least = UINT32_MAX;
    for (int i = 0; i < question->option_count; i++) {
        uint32_t chars = length(question->options[i]);
        if (chars == least) best = -1;
        if (chars < least) best = i, least = chars;
    }
    return best;
}

static uint32_t shared_pairs(const char *a, const char *b) {
    uint32_t count = 0;
    for (const char *at = a, *end = a + strlen(a); at < end;) {
        struct str pair = utf8_head((struct str){at, (size_t)(end - at)}, 2);
        if (utf8_count(pair) == 2) count += str_has(str_of(b), pair);
        utf8_next(&at, end);
    }
    return count;
}

/* The option that has most in common with the others. */
static int convergence(const struct question *question) {
    int best = -1;
    uint32_t most = 0;
    for (int i = 0; i < question->option_count; i++) {
        uint32_t shared = 0;
        for (int k = 0; k < question->option_count; k++) {
            if (k != i) shared += shared_pairs(question->options[i], question->options[k]);
        }
        if (shared == most) best = -1;
        if (shared > most) best = i, most = shared;
    }
    return best;
}

static int repetition(const struct question *question) {
    int best = -1;
    uint32_t most = 0;
    for (int i = 0; i < question->option_count; i++) {
        uint32_t shared = shared_pairs(question->options[i], question->stem);
        if (shared == most) best = -1;
        if (shared > most) best = i, most = shared;
    }
    return best;
}

static int middle(const struct question *question) {
    return question->option_count / 2;
}

static int test_wise(const struct question *question) {
    int pick = longest(question);
    if (pick >= 0 && length(question->options[pick]) >= 12) return pick;
    pick = convergence(question);
    return pick >= 0 ? pick : middle(question);
}

static const struct robot {
    const char *name;
    int (*pick)(const struct question *);
    uint32_t leave; /* points above chance that are left to it */
} robots[] = {
    {"longest", longest, 5},       {"shortest", shortest, 5},    {"convergence", convergence, 5},
    {"repetition", repetition, 5}, {"middle option", middle, 3}, {"test-wise", test_wise, 3},
};

struct tally {
    uint32_t picked, right, asked;
    uint64_t score, chance; /* thousandths of a right answer */
};

/* Where a robot sees no cue it guesses. */
static void play(const struct robot *robot, const struct question *question, struct tally *tally) {
    int pick = robot->pick(question);
    uint32_t chance = 1000u / question->option_count;
    bool right = pick == question->key.picks[0];
    tally->asked++;
    tally->picked += pick >= 0;
    tally->right += right;
    tally->score += pick < 0 ? chance : right ? 1000 : 0;
    tally->chance += chance;
}

enum { ROBOTS = sizeof robots / sizeof robots[0] };

static bool is_asked_of(const struct question *question, bool by_hand) {
    return question->form == FORM_SINGLE && (question->kind == KIND_WRITTEN) == by_hand;
}

/* Every item in so many variants; the tallies of the questions that a person wrote, or of the others. */
static void play_all(bool by_hand, uint32_t variants, struct tally tallies[ROBOTS]) {
    static const struct question_limits limits = {.kinds = ~0u, .options = 4};
    struct arena arena;
    arena_init(&arena);
    for (uint32_t i = 0; i < pool.count * variants; i++) {
        struct question question;
        arena_clear(&arena);
        struct item item = pool.items[i / variants];
        if ((item.kind == KIND_WRITTEN) != by_hand) continue;
        if (!question_make(&content, item, i % variants, random_derive(i, 0, 0), &limits, &arena, &question))
            continue;
        if (!is_asked_of(&question, by_hand)) continue;
        for (int k = 0; k < ROBOTS; k++) play(&robots[k], &question, &tallies[k]);
    }
    arena_finish(&arena);
}

static bool is_beaten(const struct robot *robot, const struct tally *tally) {
    uint64_t above = tally->score > tally->chance ? tally->score - tally->chance : 0;
    print_message("%-13s %4u of %4u right where it sees a cue; %u in a thousand above chance\n", robot->name,
                  tally->right, tally->picked, (unsigned)(above / tally->asked));
    return above > (uint64_t)robot->leave * 10 * tally->asked;
}

static void nobody_beats_chance(bool by_hand, uint32_t variants) {
    struct tally tallies[ROBOTS] = {{0}};
    bool beaten = false;
    play_all(by_hand, variants, tallies);
    for (int k = 0; k < ROBOTS; k++) beaten |= is_beaten(&robots[k], &tallies[k]);
    assert_false(beaten);
}

static void no_robot_beats_chance(void **state) {
    (void)state;
    nobody_beats_chance(false, VARIANTS);
}

static void nor_with_what_was_written_by_hand(void **state) {
    (void)state;
    nobody_beats_chance(true, 1);
}

/* Never the longest would be a cue as well. */
static void the_longest_and_the_shortest_are_right_as_often_as_others(void **state) {
    (void)state;
    enum { POINTS = 4 };
    struct tally tallies[ROBOTS] = {{0}};
    play_all(true, 1, tallies);
    for (int k = 0; k < 2; k++) {
        int64_t off = (int64_t)tallies[k].score - (int64_t)tallies[k].chance;
        assert_true(off <= POINTS * 10 * (int64_t)tallies[k].asked);
        assert_true(off >= -POINTS * 10 * (int64_t)tallies[k].asked);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_robot_beats_chance),
        cmocka_unit_test(nor_with_what_was_written_by_hand),
        cmocka_unit_test(the_longest_and_the_shortest_are_right_as_often_as_others),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
