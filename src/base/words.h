#ifndef ANZHI_BASE_WORDS_H
#define ANZHI_BASE_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* A line of words between blanks, as replays and round codes have them. Numbers are plain decimal or
   hexadecimal digits without sign, locale or leniency: what can't be read in full is refused. */

/* The next word of *rest, which moves behind it; empty at the end of the line. */
struct str words_next(struct str *rest);

bool words_number(struct str word, uint64_t most, uint64_t *out);
bool words_signed(struct str word, int32_t *out); /* "-1" */
bool words_hex(struct str word, uint64_t *out);   /* 1 … 16 digits */

#endif
