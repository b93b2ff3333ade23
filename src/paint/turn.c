#include "paint/turn.h"

#include <stddef.h>

struct area area_turned(struct area a, const struct canvas *canvas, int32_t turn) {
    int32_t w = canvas->w, h = canvas->h;
    switch (turn) {
    case 90:
        return (struct area){h - a.bottom, a.left, h - a.top, a.right};
    case 180:
        return (struct area){w - a.right, h - a.bottom, w - a.left, h - a.top};
    case 270:
        return (struct area){a.top, w - a.right, a.bottom, w - a.left};
    default:
        return a;
    }
}

void place_turned_back(const struct canvas *canvas, int32_t turn, int32_t x, int32_t y, int32_t *canvas_x,
                       int32_t *canvas_y) {
    int32_t w = canvas->w, h = canvas->h;
    *canvas_x = turn == 0 ? x : turn == 90 ? y : turn == 180 ? w - 1 - x : w - 1 - y;
    *canvas_y = turn == 0 ? y : turn == 90 ? h - 1 - x : turn == 180 ? h - 1 - y : x;
}

/* One row of the panel; along it the canvas is walked in steps of one pixel or one row. */
static void copy_row(struct canvas *panel, const struct canvas *canvas, struct area seen, int32_t y,
                     int32_t turn) {
    int32_t from_x, from_y, next_x, next_y;
    place_turned_back(canvas, turn, seen.left, y, &from_x, &from_y);
    place_turned_back(canvas, turn, seen.left + 1, y, &next_x, &next_y);
    ptrdiff_t step = (ptrdiff_t)(next_y - from_y) * canvas->stride + (next_x - from_x);
    const uint32_t *from = canvas_row(canvas, from_y) + from_x;
    uint32_t *to = canvas_row(panel, y) + seen.left;
    for (int32_t i = 0; i < seen.right - seen.left; i++) to[i] = from[i * step];
}

/* In tiles, so that the rows that a column runs through stay in the cache. */
void canvas_copy_turned(struct canvas *panel, const struct canvas *canvas, struct area area, int32_t turn) {
    enum { TILE = 32 };
    struct area all = area_meet(area_turned(area, canvas, turn), canvas_area(panel));
    for (int32_t left = all.left; left < all.right; left += TILE) {
        struct area tile = {left, all.top, left + TILE < all.right ? left + TILE : all.right, all.bottom};
        for (int32_t y = tile.top; y < tile.bottom; y++) copy_row(panel, canvas, tile, y, turn);
    }
}
