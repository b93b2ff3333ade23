#include "text/stamp.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "base/memory.h"

enum { BLOCK = 256 * 1024 };

/* Bytes of many stamps; a large one has a block of its own. */
struct stamp_block {
    struct stamp_block *next;
    size_t used, room;
    uint8_t bytes[];
};

uint64_t stamp_key(enum face face, int32_t size, uint32_t code) {
    return (uint64_t)1 << 63 | (uint64_t)face << 48 | (uint64_t)(uint16_t)size << 32 | code;
}

void stamps_init(struct stamps *stamps) {
    *stamps = (struct stamps){0};
}

void stamps_clear(struct stamps *stamps) {
    while (stamps->blocks) {
        struct stamp_block *next = stamps->blocks->next;
        memory_give_back(stamps->blocks);
        stamps->blocks = next;
    }
    if (stamps->room) memset(stamps->table, 0, stamps->room * sizeof *stamps->table);
    stamps->count = 0;
    stamps->bytes = 0;
}

void stamps_finish(struct stamps *stamps) {
    stamps_clear(stamps);
    memory_give_back(stamps->table);
    stamps_init(stamps);
}

static uint32_t place_of(uint64_t key, uint32_t room) {
    return (uint32_t)((key * 0x9E3779B97F4A7C15u) >> 40) & (room - 1);
}

static struct stamp *find_place(struct stamp *table, uint32_t room, uint64_t key) {
    uint32_t i = place_of(key, room);
    while (table[i].key && table[i].key != key) i = (i + 1) & (room - 1);
    return &table[i];
}

struct stamp *stamps_find(const struct stamps *stamps, uint64_t key) {
    if (!stamps->room) return NULL;
    struct stamp *place = find_place(stamps->table, stamps->room, key);
    return place->key ? place : NULL;
}

static void grow_table(struct stamps *stamps) {
    if (stamps->count * 2 < stamps->room) return;
    uint32_t room = stamps->room ? 2 * stamps->room : 1024;
    struct stamp *table = memory_zeroed(room * sizeof *table);
    for (uint32_t i = 0; i < stamps->room; i++)
        if (stamps->table[i].key) *find_place(table, room, stamps->table[i].key) = stamps->table[i];
    memory_give_back(stamps->table);
    stamps->table = table;
    stamps->room = room;
}

static uint8_t *take_bytes(struct stamps *stamps, size_t count) {
    if (!stamps->blocks || stamps->blocks->room - stamps->blocks->used < count) {
        size_t room = count > BLOCK ? count : BLOCK;
        struct stamp_block *block = memory_zeroed(sizeof *block + room);
        *block = (struct stamp_block){stamps->blocks, 0, room};
        stamps->blocks = block;
        stamps->bytes += room;
    }
    uint8_t *bytes = stamps->blocks->bytes + stamps->blocks->used;
    stamps->blocks->used += count;
    return bytes;
}

struct grid {
    const uint8_t *bytes;
    int32_t pitch;
};

static bool row_is_empty(struct grid grid, int32_t y, int32_t w) {
    for (int32_t x = 0; x < w; x++)
        if (grid.bytes[y * grid.pitch + x]) return false;
    return true;
}

static bool column_is_empty(struct grid grid, int32_t x, int32_t top, int32_t bottom) {
    for (int32_t y = top; y < bottom; y++)
        if (grid.bytes[y * grid.pitch + x]) return false;
    return true;
}

static void copy_ink(struct stamps *stamps, struct stamp *stamp, struct grid grid) {
    uint8_t *to = take_bytes(stamps, (size_t)stamp->w * (size_t)stamp->h);
    stamp->bytes = to;
    for (int32_t y = 0; y < stamp->h; y++)
        memcpy(to + (ptrdiff_t)y * stamp->w, grid.bytes + (ptrdiff_t)(stamp->y + y) * grid.pitch + stamp->x,
               (size_t)stamp->w);
}

/* x and y of the stamp become the place of the ink in the grid. */
static void crop(struct stamps *stamps, struct stamp *stamp, struct grid grid, int32_t w, int32_t h) {
    int32_t top = 0, bottom = h, left = 0, right = w;
    while (top < bottom && row_is_empty(grid, top, w)) top++;
    if (top == bottom) return;
    while (row_is_empty(grid, bottom - 1, w)) bottom--;
    while (column_is_empty(grid, left, top, bottom)) left++;
    while (column_is_empty(grid, right - 1, top, bottom)) right--;
    stamp->x = (int16_t)left;
    stamp->y = (int16_t)top;
    stamp->w = (int16_t)(right - left);
    stamp->h = (int16_t)(bottom - top);
    copy_ink(stamps, stamp, grid);
}

struct stamp *stamps_add(struct stamps *stamps, uint64_t key, const uint8_t *bytes, int32_t w, int32_t h,
                         int32_t pitch) {
    grow_table(stamps);
    struct stamp *stamp = find_place(stamps->table, stamps->room, key);
    assert(!stamp->key);
    *stamp = (struct stamp){.key = key};
    stamps->count++;
    if (bytes) crop(stamps, stamp, (struct grid){bytes, pitch}, w, h);
    return stamp;
}
