#ifndef ANZHI_CONTENT_TELLTALE_H
#define ANZHI_CONTENT_TELLTALE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Lists of telltale words, searched for in one pass over a text: a filter of their first characters lets
   nearly every character go by without a comparison. */

struct telltale_list {
    uint64_t filter[4];
    const char *const *words;
    uint32_t count;
};

struct telltales {
    struct telltale_list absolute;  /* 一定 所有 绝不 … */
    struct telltale_list negative;  /* 不属于 错误的是 …: what a stem must stress */
    struct telltale_list all_above; /* 以上都对 … */
};

void telltales_build(struct telltales *lists);

/* The first word of the list in the text; empty when there is none. */
struct str telltale_find(const struct telltale_list *list, struct str text);

#endif
