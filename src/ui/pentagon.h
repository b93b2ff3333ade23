#ifndef ANZHI_UI_PENTAGON_H
#define ANZHI_UI_PENTAGON_H

#include "ui/paint.h"

/* The five-sided ring: mark, progress, verdict badge, result and diagram are all made from it. Side 0 is the
   upper right one, then clockwise; angles are a table of five, so that all is integers. */

enum wedge_state { WEDGE_TODO, WEDGE_NOW, WEDGE_LIT, WEDGE_MISS };

struct ring {
    struct spot middle;
    int32_t outer, inner; /* radii of the corners */
    int32_t gap;          /* between wedges, measured across */
    int32_t round;        /* radius of their corners */
    int32_t stroke;       /* of the lines of a missed wedge */
    uint32_t hatches;     /* how many lines */
};

void pentagon_spots(struct spot middle, int32_t radius, struct spot out[5]);
/* Corners of a wedge, drawn in by its rounding: outer first, outer second, inner second, inner first. */
void wedge_spots(const struct ring *ring, uint32_t side, struct spot out[4]);
/* The middle of a side, `out` beyond it. */
struct spot ring_beside(const struct ring *ring, uint32_t side, int32_t out);
void ring_paint(struct view *view, enum role role, const struct ring *ring, const enum wedge_state states[5]);
/* The same while it comes about: wedge i has come shares[i] of its way (ui/motion.h). Light spreads from the
   inside, the lines of a missed wedge are drawn one by one; before it lies the wedge as it was. */
void ring_paint_coming(struct view *view, enum role role, const struct ring *ring,
                       const enum wedge_state states[5], const int32_t shares[5], enum wedge_state before);

void paint_tick(struct view *view, enum role role, enum color color, struct spot middle, int32_t size,
                int32_t stroke);
void paint_cross(struct view *view, enum role role, enum color color, struct spot middle, int32_t size,
                 int32_t stroke);
/* The verdict as a shape: a lit pentagon with a tick, or an open one with a cross. */
void paint_badge(struct view *view, enum role role, struct spot middle, int32_t size, bool right);
/* The sign of the program: five sides around a lit window. */
void paint_mark(struct view *view, struct box box, enum color bar);
void paint_wordmark(struct view *view, int32_t x, int32_t y, int32_t size);
int32_t wordmark_width(int32_t size);
/* A window with light in it. */
void paint_lamp(struct view *view, enum role role, struct box box, int32_t radius);

#endif
