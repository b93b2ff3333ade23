#ifndef ANZHI_BASE_MEMORY_H
#define ANZHI_BASE_MEMORY_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The one place where base asks the system for memory, and byte loads that read the same on every machine.
   When the system has none left the program says so and aborts here; no caller ever sees NULL. */

/* One sentence on stderr, which a unit's journal keeps, and the end. Takes no memory itself. */
_Noreturn void memory_exhausted(void);

/* realloc that never fails; at may be NULL. */
void *memory_resize(void *at, size_t count, size_t size);
void *memory_zeroed(size_t size);
void memory_give_back(void *at);

static inline uint64_t memory_load64(const void *at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

static inline uint32_t memory_load32(const void *at) {
    uint32_t word;
    memcpy(&word, at, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap32(word);
#endif
    return word;
}

#endif
