#include "content/catalog.h"

#include <assert.h>
#include <string.h>

#include "base/hash.h"
#include "content/nearest.h"

void ids_init(struct ids *ids, struct arena *arena, uint32_t room) {
    uint32_t slots = 16;
    while (slots < room * 2) slots *= 2;
    *ids = (struct ids){.room = room, .mask = slots - 1};
    ids->list = ARENA_LIST(arena, struct id_entry, room);
    ids->slots = ARENA_LIST(arena, uint32_t, slots);
}

/* The slot where this id is, or would be. */
static uint32_t slot_of(const struct ids *ids, struct str id, uint64_t hash) {
    uint32_t slot = (uint32_t)hash & ids->mask;
    for (; ids->slots[slot]; slot = (slot + 1) & ids->mask) {
        const struct id_entry *entry = &ids->list[ids->slots[slot] - 1];
        if (entry->hash == hash && str_is(id, entry->id)) break;
    }
    return slot;
}

struct id_entry *ids_find(const struct ids *ids, struct str id) {
    uint32_t taken = ids->slots[slot_of(ids, id, hash_of(id))];
    return taken ? &ids->list[taken - 1] : NULL;
}

struct id_entry *ids_add(struct ids *ids, const char *id, enum record_kind kind, struct written_place place,
                         bool *is_new) {
    uint64_t hash = hash_of(str_of(id));
    uint32_t slot = slot_of(ids, str_of(id), hash);
    *is_new = ids->slots[slot] == 0;
    if (!*is_new) return &ids->list[ids->slots[slot] - 1];
    assert(ids->count < ids->room);
    ids->list[ids->count] = (struct id_entry){hash, id, NULL, place, kind};
    ids->slots[slot] = ++ids->count;
    return &ids->list[ids->count - 1];
}

const char *ids_nearest(const struct ids *ids, enum record_kind kind, struct str id) {
    const char *nearest = NULL;
    uint32_t shortest = NEAREST_LETTERS;
    for (uint32_t i = 0; i < ids->count; i++) {
        const struct id_entry *entry = &ids->list[i];
        if (entry->kind != kind || !entry->record) continue;
        if (!nearest_may_be(id, str_of(entry->id))) continue;
        uint32_t distance = nearest_distance(id, str_of(entry->id));
        if (distance >= shortest) continue;
        shortest = distance;
        nearest = entry->id;
    }
    return nearest && nearest_is_near(shortest, id.len) ? nearest : NULL;
}
