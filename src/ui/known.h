#ifndef ANZHI_UI_KNOWN_H
#define ANZHI_UI_KNOWN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "content/content.h"

/* The names that the content knows: of its entities, attributes and sets, and what its facts state. A line is
   not broken inside one that fits it. Collected once per content, never changed, asked at every layout. */

enum { KNOWN_LONGEST = 16, KNOWN_MOST = 4096 };

struct words_known {
    uint64_t *table; /* hashes of names; 0: a free place */
    uint32_t room, count;
    uint64_t
        starts[64]; /* a bit for the first two characters of every name: nearly always the answer is no */
};

/* Longer names, and those beyond the first KNOWN_MOST, are broken like any text. */
struct words_known known_of(const struct content *content, struct arena *arena);
struct words_known known_none(struct arena *arena);
void known_add(struct words_known *known, struct str name);

/* How many of the characters, from the first one on, are the longest known name; 0: none. */
uint32_t known_length(const struct words_known *known, const uint32_t *codes, uint32_t count);

#endif
