#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/random.h"
#include "quiz/shipped.h"
#include "quiz/stats.h"

/* None of the robots may do better than chance by more than a few points with what ships: what they could
   use, a visitor could use as well. */

enum { VARIANTS = 20 };

static struct stats stats;

/* Every item in so many variants, as a class is asked. A written question has one. */
static void count_variants(const struct pool *pool) {
    static const struct question_limits limits = {.kinds = ~0u, .options = 4};
    struct arena arena;
    arena_init(&arena);
    for (uint32_t i = 0; i < pool->count * VARIANTS; i++) {
        struct item item = pool->items[i / VARIANTS];
        struct question question;
        arena_clear(&arena);
        if (item.kind == KIND_WRITTEN && i % VARIANTS) continue;
        if (question_make(&content, item, i % VARIANTS, random_derive(i, 0, 0), &limits, &arena, &question))
            stats_add(&stats, &question, 0);
    }
    arena_finish(&arena);
}

static int load(void **state) {
    (void)state;
    struct pool pool;
    if (!shipped_open()) return 1;
    stats_init(&stats);
    pool_build(&pool, &content, 0);
    count_variants(&pool);
    pool_finish(&pool);
    return 0;
}

static int unload(void **state) {
    (void)state;
    stats_finish(&stats);
    shipped_close();
    return 0;
}

static bool is_beaten(enum robot robot, enum origin origin) {
    const struct stats_robot *tally = &stats.robots[robot][origin];
    int64_t tenths = stats_above_chance(tally);
    print_message("%s: %u of %u right where it sees a cue; %d tenths of a point above chance\n",
                  robot_title(robot), tally->right, tally->picked, (int)tenths);
    return tenths > (int64_t)robot_leave(robot) * 10;
}

static void no_robot_beats_chance(void **state) {
    (void)state;
    bool beaten = false;
    for (int i = 0; i < ROBOTS; i++) beaten |= is_beaten((enum robot)i, GENERATED);
    assert_false(beaten);
}

static void nor_with_what_was_written_by_hand(void **state) {
    (void)state;
    bool beaten = false;
    for (int i = 0; i < ROBOTS; i++) beaten |= is_beaten((enum robot)i, BY_HAND);
    assert_false(beaten);
}

/* Never the longest would be a cue as well. */
static void the_longest_and_the_shortest_are_right_as_often_as_others(void **state) {
    (void)state;
    static const enum robot both[] = {ROBOT_LONGEST, ROBOT_SHORTEST};
    for (int i = 0; i < 2; i++)
        for (int origin = 0; origin < ORIGINS; origin++)
            assert_in_range(stats_above_chance(&stats.robots[both[i]][origin]) + 40, 0, 80);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_robot_beats_chance),
        cmocka_unit_test(nor_with_what_was_written_by_hand),
        cmocka_unit_test(the_longest_and_the_shortest_are_right_as_often_as_others),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
