#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct arena_block {
    struct arena_block *older;
    size_t room, used;
    max_align_t data[];
};

/* Blocks double from the first size to the last, so that small loads stay small and large ones ask seldom. */
#define FIRST_BLOCK ((size_t)4096)
#define LAST_BLOCK ((size_t)256 * 1024)

void arena_init(struct arena *arena) {
    *arena = (struct arena){0};
}

static void free_chain(struct arena_block *block) {
    while (block) {
        struct arena_block *older = block->older;
        memory_give_back(block);
        block = older;
    }
}

void arena_finish(struct arena *arena) {
    free_chain(arena->newest);
    arena_init(arena);
}

static size_t block_bytes(const struct arena_block *block) {
    return sizeof *block + block->room;
}

void arena_clear(struct arena *arena) {
    struct arena_block *kept = arena->newest;
    if (!kept) return;
    free_chain(kept->older);
    kept->older = NULL;
    memset(kept->data, 0, kept->used);
    kept->used = 0;
    arena->bytes = block_bytes(kept);
}

static size_t next_room(const struct arena *arena) {
    size_t room = arena->newest ? arena->newest->room * 2 : FIRST_BLOCK;
    return room < LAST_BLOCK ? room : LAST_BLOCK;
}

static struct arena_block *new_block(struct arena *arena, size_t room) {
    struct arena_block *block = memory_zeroed(sizeof *block + room);
    block->room = room;
    arena->bytes += block_bytes(block);
    return block;
}

/* Something larger than a block gets one of its own, behind the block that is being filled. */
static void *take_alone(struct arena *arena, size_t bytes) {
    struct arena_block *block = new_block(arena, bytes);
    block->used = bytes;
    if (arena->newest) {
        block->older = arena->newest->older;
        arena->newest->older = block;
    } else {
        arena->newest = block;
    }
    return block->data;
}

static size_t rounded_up(size_t count, size_t size) {
    const size_t align = _Alignof(max_align_t);
    if (size && count > (SIZE_MAX / 2) / size) memory_exhausted();
    return (count * size + align - 1) / align * align;
}

static void *take_bytes(struct arena *arena, size_t bytes) {
    struct arena_block *block = arena->newest;
    if (!block || block->room - block->used < bytes) {
        size_t room = next_room(arena);
        if (bytes > room / 4) return take_alone(arena, bytes);
        block = new_block(arena, room);
        block->older = arena->newest;
        arena->newest = block;
    }
    void *at = (char *)block->data + block->used;
    block->used += bytes;
    return at;
}

void *arena_take(struct arena *arena, size_t count, size_t size) {
    size_t bytes = rounded_up(count, size);
    return take_bytes(arena, bytes ? bytes : _Alignof(max_align_t));
}

char *arena_text(struct arena *arena, const char *at, size_t len) {
    assert(len < SIZE_MAX);
    char *text = arena_take(arena, len + 1, 1);
    if (len) memcpy(text, at, len);
    return text;
}

/* Most texts are short: they are printed once. */
char *arena_vprintf(struct arena *arena, const char *format, va_list list) {
    char printed[96];
    va_list again;
    va_copy(again, list);
    int len = vsnprintf(printed, sizeof printed, format, again);
    va_end(again);
    assert(len >= 0);
    size_t size = (size_t)len + 1;
    char *text = arena_take(arena, size, 1);
    if (size <= sizeof printed)
        memcpy(text, printed, size);
    else
        vsnprintf(text, size, format, list);
    return text;
}

char *arena_printf(struct arena *arena, const char *format, ...) {
    va_list list;
    va_start(list, format);
    char *text = arena_vprintf(arena, format, list);
    va_end(list);
    return text;
}
