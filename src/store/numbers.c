#include "store/numbers.h"

#include "base/memory.h"

void numbers_init(struct numbers *numbers) {
    *numbers = (struct numbers){0};
}

void numbers_finish(struct numbers *numbers) {
    memory_give_back(numbers->entries);
    *numbers = (struct numbers){0};
}

/* The entry of the key, or the free one where it belongs. */
static struct numbered *entry_of(const struct numbers *numbers, uint64_t key) {
    uint32_t at = (uint32_t)(key * 0x9E3779B97F4A7C15u >> 32) & (numbers->room - 1);
    while (numbers->entries[at].value && numbers->entries[at].key != key) at = (at + 1) & (numbers->room - 1);
    return &numbers->entries[at];
}

static void grow(struct numbers *numbers) {
    struct numbers old = *numbers;
    numbers->room = old.room ? 2 * old.room : 64;
    numbers->entries = memory_zeroed(numbers->room * sizeof *numbers->entries);
    for (uint32_t i = 0; i < old.room; i++)
        if (old.entries[i].value) *entry_of(numbers, old.entries[i].key) = old.entries[i];
    memory_give_back(old.entries);
}

uint32_t numbers_enter(struct numbers *numbers, uint64_t key, bool *added) {
    if (2 * numbers->count >= numbers->room) grow(numbers);
    struct numbered *entry = entry_of(numbers, key);
    *added = !entry->value;
    if (*added) *entry = (struct numbered){key, ++numbers->count};
    return entry->value - 1;
}

uint32_t numbers_find(const struct numbers *numbers, uint64_t key) {
    return numbers->room ? entry_of(numbers, key)->value - 1 : UINT32_MAX;
}
