#ifndef ANZHI_PAINT_TURN_H
#define ANZHI_PAINT_TURN_H

#include "paint/canvas.h"

/* A canvas on a panel that hangs on its side. turn: degrees clockwise, a multiple of 90 from 0 to 270. */

/* Where a piece of the canvas lies on the panel. */
struct area area_turned(struct area area, const struct canvas *canvas, int32_t turn);
void canvas_copy_turned(struct canvas *panel, const struct canvas *canvas, struct area area, int32_t turn);
/* Where a place on the panel lies on the canvas. */
void place_turned_back(const struct canvas *canvas, int32_t turn, int32_t x, int32_t y, int32_t *canvas_x,
                       int32_t *canvas_y);

#endif
