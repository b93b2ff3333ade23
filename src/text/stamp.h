#ifndef ANZHI_TEXT_STAMP_H
#define ANZHI_TEXT_STAMP_H

#include <stddef.h>
#include <stdint.h>

#include "ui/metrics.h"

/* A character as ink: A8 coverage cropped to what is not empty, and the table that finds it by face, size and
   code. */

struct stamp {
    uint64_t key;         /* 0: a free place of the table */
    const uint8_t *bytes; /* w × h; NULL: nothing but room */
    int16_t x, y;         /* of its top left, from the pen on the baseline */
    int16_t w, h;
};

struct stamps {
    struct stamp *table;
    uint32_t count, room; /* room: a power of two */
    struct stamp_block *blocks;
    size_t bytes;
};

uint64_t stamp_key(enum face face, int32_t size, uint32_t code);

void stamps_init(struct stamps *stamps);
void stamps_finish(struct stamps *stamps);
void stamps_clear(struct stamps *stamps);

struct stamp *stamps_find(const struct stamps *stamps, uint64_t key);
/* The key must be new. Bytes are copied out of a picture of `pitch` bytes a row, cropped; may be NULL. */
struct stamp *stamps_add(struct stamps *stamps, uint64_t key, const uint8_t *bytes, int32_t w, int32_t h,
                         int32_t pitch);

#endif
