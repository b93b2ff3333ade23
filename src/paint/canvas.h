#ifndef ANZHI_PAINT_CANVAS_H
#define ANZHI_PAINT_CANVAS_H

#include <stdint.h>

#include "paint/area.h"

/* Pixels in memory with a clip. It may own them or lie over somebody else's (a window's surface). Nothing is
   ever written outside the clip, and what is written there does not depend on where the clip ends. */

struct canvas {
    uint32_t *pixels; /* 0xFFRRGGBB */
    int32_t w, h;
    int32_t stride; /* pixels from one row to the next */
    struct area clip;
    bool owned;
};

void canvas_init(struct canvas *canvas, int32_t w, int32_t h);
void canvas_init_over(struct canvas *canvas, uint32_t *pixels, int32_t w, int32_t h, int32_t stride);
void canvas_finish(struct canvas *canvas);

struct area canvas_area(const struct canvas *canvas);
void canvas_clip(struct canvas *canvas, struct area clip); /* cut to the canvas */
uint32_t *canvas_row(const struct canvas *canvas, int32_t y);

/* Colours are 0xRRGGBB. */
void canvas_fill(struct canvas *canvas, struct area area, uint32_t rgb, uint8_t alpha);
void canvas_span(struct canvas *canvas, int32_t y, int32_t left, int32_t right, uint32_t rgb, uint8_t alpha);
/* Edges in 1/16 pixel; a pixel that is covered in part takes its part. */
void canvas_fill16(struct canvas *canvas, struct area area16, uint32_t rgb, uint8_t alpha);
/* From nothing at the top to alpha at the bottom. */
void canvas_gradient(struct canvas *canvas, struct area area, uint32_t rgb, uint8_t alpha);

/* A8 coverage, w × h without padding. */
struct mask {
    const uint8_t *bytes;
    int32_t w, h;
};
void canvas_mask(struct canvas *canvas, struct mask mask, int32_t x, int32_t y, uint32_t rgb, uint8_t alpha);

/* Premultiplied pixels, w × h without padding. */
struct picture {
    const uint32_t *pixels;
    int32_t w, h;
};
void canvas_picture(struct canvas *canvas, struct picture picture, int32_t x, int32_t y, uint8_t alpha);

/* Within the clip: share 0 shows old, 255 new. All three of one size. */
void canvas_fade(struct canvas *canvas, const struct canvas *old, const struct canvas *new, uint8_t share);
void canvas_copy(struct canvas *to, const struct canvas *from, struct area area);

#endif
