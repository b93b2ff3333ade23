#include "quiz/switched.h"

#include "base/hash.h"
#include "base/memory.h"

/* Its place, or the count. */
static uint32_t find(const struct switched *switched, uint64_t item) {
    uint32_t i = 0;
    while (i < switched->count && switched->items[i] != item) i++;
    return i;
}

static void add(struct switched *switched, uint64_t item) {
    if (switched->count == switched->room) {
        switched->room = switched->room ? 2 * switched->room : 16;
        switched->items = memory_resize(switched->items, switched->room, sizeof *switched->items);
    }
    switched->items[switched->count++] = item;
}

void switched_set(struct switched *switched, const char *id, bool off) {
    uint64_t item = hash_of(str_of(id));
    uint32_t place = find(switched, item);
    bool was_off = place < switched->count;
    if (off && !was_off) add(switched, item);
    if (!off && was_off) switched->items[place] = switched->items[--switched->count];
}

bool switched_has(const struct switched *switched, const char *id) {
    if (!switched || switched->count == 0) return false;
    return find(switched, hash_of(str_of(id))) < switched->count;
}

void switched_finish(struct switched *switched) {
    memory_give_back(switched->items);
    *switched = (struct switched){0};
}
