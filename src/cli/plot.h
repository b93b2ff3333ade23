#ifndef ANZHI_CLI_PLOT_H
#define ANZHI_CLI_PLOT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Quantities drawn as SVG into a page, in the look of the program: a lit window is one that counts. */

struct plot_bar {
    const char *name;
    double whole; /* the column */
    double lit;   /* the part of it that is lit */
};

/* Columns side by side, the number above and a name under each, or under as many as have room for one. */
void plot_columns(struct buf *out, const struct plot_bar *bars, uint32_t count);
/* A line that is lit so far: 0 … 1. */
void plot_share(struct buf *out, double share, const char *color);

#endif
