#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/memory.h"
#include "store/median.h"
#include "store/numbers.h"
#include "store/statistics.h"

/* Results taken together by what they have in common. */

struct grouping {
    const struct results *results;
    enum group group;
    struct arena *arena;
    struct numbers numbers;
    uint32_t *of_round, *of_item; /* the group of each, one of the two */
    struct group_statistics *list;
    uint32_t room;
};

static const char *name_of_round(const struct grouping *grouping, const struct result_round *round) {
    uint32_t day = round->day;
    switch (grouping->group) {
    case GROUP_DAY:
        return arena_printf(grouping->arena, "%04u-%02u-%02u", day / 10000, day / 100 % 100, day % 100);
    case GROUP_HOUR:
        return arena_printf(grouping->arena, "%02u", round->hour);
    default:
        return grouping->results->names[round->kiosk];
    }
}

static uint32_t enter(struct grouping *grouping, const char *name) {
    bool added;
    uint32_t group = numbers_enter(&grouping->numbers, hash_of(str_of(name)), &added);
    if (!added) return group;
    if (group == grouping->room) {
        struct group_statistics *old = grouping->list;
        grouping->room = grouping->room ? 2 * grouping->room : 32;
        grouping->list = ARENA_LIST(grouping->arena, struct group_statistics, grouping->room);
        if (group) memcpy(grouping->list, old, group * sizeof *old);
    }
    grouping->list[group] = (struct group_statistics){.name = name};
    return group;
}

/* The same day, hour and machine as the round before is the rule: no name is made of it again. */
static bool is_like(const struct result_round *a, const struct result_round *b) {
    return a->day == b->day && a->hour == b->hour && a->kiosk == b->kiosk;
}

static void enter_rounds(struct grouping *grouping) {
    const struct results *results = grouping->results;
    grouping->of_round = ARENA_LIST(grouping->arena, uint32_t, results->round_count + 1u);
    for (uint32_t i = 0; i < results->round_count; i++) {
        const struct result_round *round = &results->rounds[i];
        bool like = i > 0 && is_like(round, round - 1);
        grouping->of_round[i] =
            like ? grouping->of_round[i - 1] : enter(grouping, name_of_round(grouping, round));
        struct group_statistics *group = &grouping->list[grouping->of_round[i]];
        group->started++;
        group->ended += round->ended;
        if (round->ended) group->mean_score += round->score; /* the sum, for now */
    }
}

static void enter_items(struct grouping *grouping) {
    const struct results *results = grouping->results;
    grouping->of_item = ARENA_LIST(grouping->arena, uint32_t, results->item_count + 1u);
    for (uint32_t i = 0; i < results->item_count; i++) {
        const struct result_item *item = &results->items[i];
        grouping->of_item[i] = enter(grouping, grouping->group == GROUP_PACK ? item->pack : item->topic);
    }
}

static uint32_t group_of(const void *context, const struct result *result) {
    const struct grouping *grouping = context;
    return grouping->of_item ? grouping->of_item[result->item] : grouping->of_round[result->round];
}

static void add_answers(struct grouping *grouping) {
    const struct results *results = grouping->results;
    for (uint64_t i = 0; i < results->count; i++) {
        struct group_statistics *group = &grouping->list[group_of(grouping, &results->list[i])];
        group->n++;
        group->right += results->list[i].correct;
    }
}

static int compare_names(const void *a, const void *b) {
    return strcmp(((const struct group_statistics *)a)->name, ((const struct group_statistics *)b)->name);
}

static void finish(struct grouping *grouping) {
    uint32_t count = grouping->numbers.count;
    uint32_t *medians = medians_of(grouping->results, group_of, grouping, count);
    for (uint32_t i = 0; i < count; i++) {
        struct group_statistics *group = &grouping->list[i];
        group->facility = group->n ? (double)group->right / group->n : NAN;
        group->mean_score = group->ended ? group->mean_score / group->ended : NAN;
        group->median_millis = medians[i];
    }
    memory_give_back(medians);
}

struct group_statistics *statistics_group(const struct results *results, enum group group,
                                          struct arena *arena, uint32_t *count) {
    struct grouping grouping = {.results = results, .group = group, .arena = arena};
    numbers_init(&grouping.numbers);
    if (group == GROUP_PACK || group == GROUP_TOPIC)
        enter_items(&grouping); /* a round has questions of several packs: none of it is counted there */
    else
        enter_rounds(&grouping);
    add_answers(&grouping);
    finish(&grouping);
    *count = grouping.numbers.count;
    numbers_finish(&grouping.numbers);
    if (*count) qsort(grouping.list, *count, sizeof *grouping.list, compare_names);
    return grouping.list;
}
