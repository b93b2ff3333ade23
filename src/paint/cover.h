#ifndef ANZHI_PAINT_COVER_H
#define ANZHI_PAINT_COVER_H

#include <stdint.h>

#include "paint/canvas.h"

/* How much of every pixel a shape covers, exactly: each edge adds the area to its right to the cells it runs
   through, and a sweep along the row sums them up. All in integers (1/256 pixel), so the order of edges and
   the place of the clip change nothing. A shape is one or more closed contours; where they overlap in the
   same direction it stays covered, contours against each other cut holes. */

struct cover_point {
    int32_t x, y; /* 1/256 pixel */
};

struct cover_edge {
    int32_t x0, y0, x1, y1; /* y0 < y1 */
    int32_t turn;           /* +1 down, -1 up */
};

struct cover {
    struct cover_edge *edges;
    uint32_t edge_count, edge_room;
    uint32_t *active; /* edges that the row crosses */
    uint32_t active_room;
    int32_t *height, *area; /* of the row's cells: 1/256 pixel, 1/131072 pixel² */
    uint64_t *touched;      /* a bit per cell that is not zero */
    int32_t cells;          /* one more than the canvas is wide */
};

void cover_init(struct cover *cover);
void cover_finish(struct cover *cover);

void cover_begin(struct cover *cover); /* an empty shape */
void cover_contour(struct cover *cover, const struct cover_point *points, uint32_t count);
void cover_fill(struct cover *cover, struct canvas *canvas, uint32_t rgb, uint8_t alpha);

#endif
