#include "quiz/robot.h"

#include <string.h>

#include "base/utf8.h"

static uint32_t length(const char *text) {
    return (uint32_t)utf8_count(str_of(text));
}

/* The option that alone has most of something, or none. */
static int outstanding(const struct question *question,
                       uint32_t (*measure)(const struct question *, uint32_t)) {
    int best = -1;
    uint32_t most = 0;
    for (uint32_t i = 0; i < question->option_count; i++) {
        uint32_t value = measure(question, i);
        if (value == most) best = -1;
        if (value > most) {
            best = (int)i;
            most = value;
        }
    }
    return best;
}

static uint32_t long_of(const struct question *question, uint32_t option) {
    return length(question->options[option]);
}

static uint32_t short_of(const struct question *question, uint32_t option) {
    return UINT32_MAX - length(question->options[option]);
}

/* How many neighbouring pairs of characters of `a` stand in `b` as well. */
static uint32_t shared_pairs(const char *a, const char *b) {
    uint32_t count = 0;
    for (const char *at = a, *end = a + strlen(a); at < end;) {
        struct str pair = utf8_head((struct str){at, (size_t)(end - at)}, 2);
        if (utf8_count(pair) == 2) count += str_has(str_of(b), pair);
        utf8_next(&at, end);
    }
    return count;
}

static uint32_t shared_with_others(const struct question *question, uint32_t option) {
    uint32_t shared = 0;
    for (uint32_t i = 0; i < question->option_count; i++) {
        if (i != option) shared += shared_pairs(question->options[option], question->options[i]);
    }
    return shared;
}

static uint32_t shared_with_stem(const struct question *question, uint32_t option) {
    return shared_pairs(question->options[option], question->stem);
}

static int pick_longest(const struct question *question) {
    return outstanding(question, long_of);
}
static int pick_shortest(const struct question *question) {
    return outstanding(question, short_of);
}
static int pick_convergence(const struct question *question) {
    return outstanding(question, shared_with_others);
}
static int pick_repetition(const struct question *question) {
    return outstanding(question, shared_with_stem);
}
static int pick_middle(const struct question *question) {
    return question->option_count / 2;
}

static int pick_test_wise(const struct question *question) {
    enum { CONSPICUOUS = 12 };
    int pick = pick_longest(question);
    if (pick >= 0 && length(question->options[pick]) >= CONSPICUOUS) return pick;
    pick = pick_convergence(question);
    return pick >= 0 ? pick : pick_middle(question);
}

static const struct {
    const char *title;
    int (*pick)(const struct question *);
    uint32_t leave;
} robots[ROBOTS] = {
    [ROBOT_LONGEST] = {"选最长的", pick_longest, 4},
    [ROBOT_SHORTEST] = {"选最短的", pick_shortest, 4},
    [ROBOT_CONVERGENCE] = {"选和别的选项最像的", pick_convergence, 4},
    [ROBOT_REPETITION] = {"选和题干最像的", pick_repetition, 3},
    [ROBOT_MIDDLE] = {"选中间的", pick_middle, 3},
    [ROBOT_TEST_WISE] = {"几样合起来猜", pick_test_wise, 3},
};

const char *robot_title(enum robot robot) {
    return robots[robot].title;
}
uint32_t robot_leave(enum robot robot) {
    return robots[robot].leave;
}

int robot_pick(enum robot robot, const struct question *question) {
    return robots[robot].pick(question);
}
