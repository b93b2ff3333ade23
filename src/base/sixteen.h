#ifndef ANZHI_BASE_SIXTEEN_H
#define ANZHI_BASE_SIXTEEN_H

#include <stdbool.h>

#include "base/memory.h"

/* Sixteen bytes that are compared at once: every processor that Debian runs on can, and the compiler knows
 * how. */

typedef unsigned char sixteen __attribute__((vector_size(16)));
typedef signed char sixteen_verdicts __attribute__((vector_size(16))); /* -1: it is so, 0: it is not */

static inline sixteen sixteen_at(const void *at) {
    sixteen bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

static inline bool sixteen_none(sixteen_verdicts verdicts) {
    uint64_t halves[2];
    memcpy(halves, &verdicts, sizeof halves);
    return (halves[0] | halves[1]) == 0;
}

/* The place of the first that is so, 16: none is. */
static inline unsigned sixteen_first(sixteen_verdicts verdicts) {
    const char *at = (const char *)&verdicts;
    uint64_t low = memory_load64(at), high = memory_load64(at + 8);
    if (low) return (unsigned)__builtin_ctzll(low) / 8;
    return high ? 8 + (unsigned)__builtin_ctzll(high) / 8 : 16;
}

#endif
