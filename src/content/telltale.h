#ifndef ANZHI_CONTENT_TELLTALE_H
#define ANZHI_CONTENT_TELLTALE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Lists of telltale words, searched for in one pass over a text: a table of the pairs of characters that
   begin a word lets nearly every place go by without a comparison. */

enum telltale {
    TELLTALE_ABSOLUTE,  /* 一定 所有 绝不 … */
    TELLTALE_NEGATIVE,  /* 不属于 错误的 …: what a stem must stress */
    TELLTALE_ALL_ABOVE, /* 以上都对 … */
    TELLTALES
};

enum { TELLTALE_SLOTS = 2048, TELLTALE_SLOT_SHIFT = 64 - 11 };

struct telltale_slot {
    uint8_t list, number; /* of the word in its list, from 1; 0: free */
};

struct telltales {
    struct telltale_slot slots[TELLTALE_SLOTS];
};

void telltales_build(struct telltales *telltales);

/* The first word of the list in the text; empty when there is none. */
struct str telltale_find(const struct telltales *telltales, enum telltale list, struct str text);
/* Bit per list that has a word somewhere in the text. */
unsigned telltales_in(const struct telltales *telltales, struct str text);

#endif
