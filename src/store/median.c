#include "store/median.h"

#include <stdlib.h>

#include "base/memory.h"

static int compare(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

struct layout {
    const struct results *results;
    group_of_result *group;
    const void *context;
};

static uint32_t group_at(const struct layout *layout, uint64_t i) {
    return layout->group(layout->context, &layout->results->list[i]);
}

/* Where each group begins, when all are laid one after the other; the last entry is the end. */
static uint64_t *find_starts(const struct layout *layout, uint32_t groups) {
    uint64_t *starts = memory_zeroed((groups + 1ull) * sizeof *starts);
    for (uint64_t i = 0; i < layout->results->count; i++) starts[group_at(layout, i) + 1ull]++;
    for (uint32_t i = 0; i < groups; i++) starts[i + 1] += starts[i];
    return starts;
}

/* Each start becomes the end of its group. */
static uint32_t *lay_out(const struct layout *layout, uint64_t *starts) {
    uint64_t count = layout->results->count;
    uint32_t *laid = memory_resize(NULL, count + 1, sizeof *laid);
    for (uint64_t i = 0; i < count; i++)
        laid[starts[group_at(layout, i)]++] = layout->results->list[i].millis;
    return laid;
}

uint32_t *medians_of(const struct results *results, group_of_result *group, const void *context,
                     uint32_t groups) {
    struct layout layout = {results, group, context};
    uint32_t *medians = memory_zeroed((groups + 1ull) * sizeof *medians);
    uint64_t *ends = find_starts(&layout, groups), start = 0;
    uint32_t *laid = lay_out(&layout, ends);
    for (uint32_t i = 0; i < groups; i++) {
        uint64_t count = ends[i] - start;
        qsort(laid + start, count, sizeof *laid, compare);
        if (count > 0) medians[i] = laid[start + (count - 1) / 2];
        start = ends[i];
    }
    memory_give_back(ends);
    memory_give_back(laid);
    return medians;
}
