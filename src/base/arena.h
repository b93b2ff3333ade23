#ifndef ANZHI_BASE_ARENA_H
#define ANZHI_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

/* An arena hands out memory that is given back all at once. Content lives in one arena per load and dies with
   it. Memory comes zeroed and aligned for any type. When the machine has none left the program logs and
   aborts: out of memory is not a case that callers handle. */

struct arena_block;

struct arena {
    struct arena_block *newest;
    size_t bytes; /* taken from the system so far */
};

void arena_init(struct arena *arena);
void arena_finish(struct arena *arena);

/* Forgets all that was handed out, but keeps one block for the next use. */
void arena_clear(struct arena *arena);

void *arena_take(struct arena *arena, size_t count, size_t size);
char *arena_text(struct arena *arena, const char *at, size_t len);
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list list)
    __attribute__((format(printf, 2, 0)));

#define ARENA_NEW(arena, type) ((type *)arena_take((arena), 1, sizeof(type)))
#define ARENA_LIST(arena, type, count) ((type *)arena_take((arena), (count), sizeof(type)))

#endif
