#ifndef ANZHI_CLI_FEW_COLORS_H
#define ANZHI_CLI_FEW_COLORS_H

#include "paint/canvas.h"

/* A picture with no more than 256 colours: those that it has most of, and for any other the nearest of them.
   A screen has few colours of its own; the rest are edges between two of them. */

enum { FEW_COLORS = 256 };

struct few_colors {
    uint32_t colors[FEW_COLORS]; /* 0xRRGGBB */
    uint32_t count;
    uint8_t *pixels; /* w × h places in colors; few_colors_finish gives them back */
};

void few_colors_find(struct few_colors *few, const struct canvas *canvas);
void few_colors_finish(struct few_colors *few);

#endif
