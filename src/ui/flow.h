#ifndef ANZHI_UI_FLOW_H
#define ANZHI_UI_FLOW_H

#include "ui/paint.h"

/* A column of text blocks: set at the largest step at which all of it fits, and turned into pages when not
   even the smallest does. Lines are never cut; a page break falls between two lines, and not within a short
   paragraph. */

enum { FLOW_BLOCKS = 24, FLOW_STEPS = 10 };

struct flow_block {
    struct str text;
    enum role role;
    enum color color;
    enum face face;
    const int32_t *sizes; /* hundredths of u, one per step of the flow; the last is repeated */
    int32_t pitch_percent;
    int32_t before; /* gap above, percent of this block's size */
    int32_t indent;
    struct str strong; /* a part of the text that is set bold, where a line holds all of it */
    bool bar;          /* of the source strip: a bar stands left of it */
};

struct flow {
    struct flow_block blocks[FLOW_BLOCKS];
    uint32_t count;
    uint32_t steps;
    /* found by flow_fit */
    uint32_t step, pages;
    int32_t height; /* of the highest page */
    struct fit fits[FLOW_BLOCKS];
};

void flow_add(struct flow *flow, struct flow_block block);
/* True when it all stands on one page. */
bool flow_fit(struct view *view, struct flow *flow, int32_t width, int32_t height);
/* Draws a page; returns its bottom. `height` as in flow_fit. */
int32_t flow_paint(struct view *view, const struct flow *flow, struct box box, uint32_t page);

#endif
