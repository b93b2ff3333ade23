#ifndef ANZHI_UI_VIEW_H
#define ANZHI_UI_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "ui/draw.h"
#include "ui/lines.h"
#include "ui/metrics.h"

/* What a view function writes to: the list of this frame, and what it must know of the display. Lengths are
   given in hundredths of u (1 u = 1 % of the short side), so that a layout reads like the design: 520 is 5.20
   u. */

struct display {
    int32_t w, h;
};

struct motion; /* ui/motion.h */

struct view {
    struct draw_list *list;
    const struct metrics *metrics;
    struct arena *arena; /* the list's */
    struct display display;
    bool portrait, large, contrast; /* contrast and 大字 use the sans face throughout */
    int32_t left, top;              /* the layout box: kept in the middle of odd aspect ratios */
    int32_t box_w, box_h;
    int32_t short_side;
    uint16_t focus, pressed[1 + PLAYERS]; /* regions, counted from 1; 0 none */
    struct motion *motion;                /* NULL: everything is at rest */
};

/* A place in the layout, hundredths of u. */
struct box {
    int32_t x, y, w, h;
};

void view_begin(struct view *view, struct draw_list *list, struct arena *arena, const struct metrics *metrics,
                struct display display, bool large, bool contrast);
/* Settles the touch regions and draws the focus. Call when the frame is complete. */
void view_end(struct view *view);

int32_t view_px(const struct view *view, int32_t hundredths_of_u); /* rounded */
int32_t view_u(const struct view *view, int32_t px);               /* the other way, rounded up */
/* The height and width of the layout in hundredths of u: 100 × 177.8 in 16:9. */
int32_t view_width(const struct view *view);
int32_t view_height(const struct view *view);
/* Edges are rounded, not sizes: neighbours stay neighbours. */
struct panel view_place(const struct view *view, struct box box);
enum face view_face(const struct view *view, enum face face);
/* Is the region that will be added next under the finger? */
bool view_next_is_pressed(const struct view *view);

#endif
