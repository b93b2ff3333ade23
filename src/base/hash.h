#ifndef ANZHI_BASE_HASH_H
#define ANZHI_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* A 64-bit hash that is the same on every machine and compiler. It guards against accidents, not attackers.
 */

struct hash {
    uint64_t state;
    uint64_t length;
};

struct hash hash_begin(void);
void hash_bytes(struct hash *hash, const void *at, size_t len);
void hash_number(struct hash *hash, uint64_t number);
void hash_str(struct hash *hash, struct str text); /* with its length: "ab","c" differs from "a","bc" */
/* For whole files: as hash_str, with another value, in a third of the time. */
void hash_long(struct hash *hash, struct str text);
uint64_t hash_end(const struct hash *hash);

uint64_t hash_of(struct str text);

#endif
