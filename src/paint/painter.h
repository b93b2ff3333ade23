#ifndef ANZHI_PAINT_PAINTER_H
#define ANZHI_PAINT_PAINTER_H

#include "paint/canvas.h"
#include "paint/contour.h"
#include "text/drawings.h"
#include "text/faces.h"
#include "ui/draw.h"
#include "ui/theme.h"

/* Draw lists into pixels. The same list gives the same pixels whether it is painted whole or in pieces; no
   window, no screen, no time. */

struct painter {
    struct faces *faces;       /* borrowed */
    struct drawings *drawings; /* borrowed; NULL: lists without drawings */
    struct cover cover;
    struct contours contours;
    struct area *areas; /* of the commands of the list in work */
    uint32_t area_room;
};

void painter_init(struct painter *painter, struct faces *faces, struct drawings *drawings);
void painter_finish(struct painter *painter);

/* Paints what lies in the area; clips to it and leaves the clip there. */
void painter_paint(struct painter *painter, const struct draw_list *list, const struct palette *palette,
                   struct canvas *canvas, struct area area);
void painter_paint_damage(struct painter *painter, const struct draw_list *list,
                          const struct palette *palette, struct canvas *canvas, const struct damage *damage);

#endif
