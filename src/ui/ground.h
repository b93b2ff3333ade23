#ifndef ANZHI_UI_GROUND_H
#define ANZHI_UI_GROUND_H

#include "ui/view.h"

/* What every screen stands on: a roof of light (nested pentagons), the horizon, the city of windows, the
   street. It depends on the display and on how many windows are lit, never on the question, so a renderer can
   keep it as one picture. */

struct ground {
    int32_t band;    /* height of the street */
    int32_t height;  /* of the city, percent of the full one; 0: none */
    int32_t apex;    /* of the first roof; 0: as the orientation has it */
    uint32_t lit;    /* permille of the windows */
    uint32_t before; /* so many were lit at first: the others go on one after the other */
};

void ground_paint(struct view *view, const struct ground *ground);
/* The highest roof: text and controls stay above it. Hundredths of u from the top of the layout box. */
int32_t ground_top(const struct view *view, const struct ground *ground);
int32_t ground_street(const struct view *view, const struct ground *ground);
/* The share of lit windows: today's right answers against the daily goal, never none and never all. */
uint32_t ground_lit(uint32_t right_answers, uint32_t goal);

#endif
