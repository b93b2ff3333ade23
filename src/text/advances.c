#include "text/advances.h"

#include "base/memory.h"

void advances_init(struct advances *advances) {
    *advances = (struct advances){0};
}

void advances_finish(struct advances *advances) {
    memory_give_back(advances->table);
    advances_init(advances);
}

/* A code point has 21 bits. */
static uint32_t key_of(enum face face, uint32_t code) {
    return ((uint32_t)face + 1) << 24 | code;
}

static struct advance *find_place(struct advance *table, uint32_t room, uint32_t key) {
    uint32_t i = (key * 0x9E3779B1u >> 8) & (room - 1);
    while (table[i].key && table[i].key != key) i = (i + 1) & (room - 1);
    return &table[i];
}

const struct advance *advances_find(const struct advances *advances, enum face face, uint32_t code) {
    if (!advances->room) return NULL;
    const struct advance *place = find_place(advances->table, advances->room, key_of(face, code));
    return place->key ? place : NULL;
}

static void grow(struct advances *advances) {
    if (advances->count * 2 < advances->room) return;
    uint32_t room = advances->room ? 2 * advances->room : 1024;
    struct advance *table = memory_zeroed(room * sizeof *table);
    for (uint32_t i = 0; i < advances->room; i++)
        if (advances->table[i].key) *find_place(table, room, advances->table[i].key) = advances->table[i];
    memory_give_back(advances->table);
    advances->table = table;
    advances->room = room;
}

const struct advance *advances_add(struct advances *advances, enum face face, uint32_t code, int32_t width,
                                   uint8_t font) {
    grow(advances);
    struct advance *place = find_place(advances->table, advances->room, key_of(face, code));
    *place = (struct advance){key_of(face, code), (int16_t)width, font};
    advances->count++;
    return place;
}
