#ifndef ANZHI_PAINT_CONTOUR_H
#define ANZHI_PAINT_CONTOUR_H

#include <stdint.h>

#include "paint/cover.h"
#include "ui/draw.h"

/* From the points of a draw list to contours that cover.h can fill: polygons that grow, lines that have a
   width, boxes with round corners. Joins and ends are round. Geometry is in floating point, because angles
   are; what comes out is rounded to 1/256 pixel. */

struct spot_px {
    double x, y;
};

struct contours { /* scratch memory of the functions below */
    struct spot_px *in;
    struct cover_point *out;
    uint32_t in_count, in_room, out_count, out_room;
};

void contours_init(struct contours *contours);
void contours_finish(struct contours *contours);

/* Points in 1/16 pixel; grow and stroke too. Each adds to the shape that `cover` is at. */
void contour_polygon(struct contours *contours, struct cover *cover, const struct point *points,
                     uint32_t count, int32_t grow);
void contour_outline(struct contours *contours, struct cover *cover, const struct point *points,
                     uint32_t count, int32_t stroke);
void contour_stroke(struct contours *contours, struct cover *cover, const struct point *points,
                    uint32_t count, int32_t stroke);

/* In pixels. */
void contour_box(struct contours *contours, struct cover *cover, struct area box, int32_t radius);
void contour_frame(struct contours *contours, struct cover *cover, struct area box, int32_t radius,
                   int32_t stroke);

#endif
