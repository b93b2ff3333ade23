#ifndef ANZHI_TEXT_ADVANCES_H
#define ANZHI_TEXT_ADVANCES_H

#include <stdint.h>

#include "ui/metrics.h"

/* How far each character moves the pen, and which file draws it: a table that only grows, because a language
   has an end. */

enum { ADVANCE_LACKING = 255 };

struct advance {
    uint32_t key;  /* 0: a free place */
    int16_t width; /* thousandths of an em */
    uint8_t font;  /* which file; ADVANCE_LACKING: none has it */
};

struct advances {
    struct advance *table;
    uint32_t count, room;
};

void advances_init(struct advances *advances);
void advances_finish(struct advances *advances);
/* Both: valid until the next is added. */
const struct advance *advances_find(const struct advances *advances, enum face face, uint32_t code);
const struct advance *advances_add(struct advances *advances, enum face face, uint32_t code, int32_t width,
                                   uint8_t font);

#endif
