#ifndef ANZHI_TEXT_DRAWINGS_H
#define ANZHI_TEXT_DRAWINGS_H

#include <stdint.h>

#include "base/str.h"

/* Our drawings, SVG on a grid of 64 units, as pixels: each rasterised once per size and palette. Four colours
   in a drawing are keys and become colours of the theme; the weight of its lines is set for the size. Where
   the bytes of a drawing come from, the caller knows. */

struct drawing_source {
    void *context;
    bool (*read)(void *context, struct str name, struct str *svg); /* false: no such drawing */
};

/* 0xRRGGBB for each key; equal palettes must be equal structs. */
struct drawing_palette {
    uint32_t ink, panel, lamp, on_lamp;
};

struct drawing {
    const uint32_t *pixels; /* premultiplied 0xAARRGGBB, w × h; NULL: there is no such drawing */
    int32_t w, h;
};

struct drawings;

struct drawings *drawings_create(struct drawing_source source);
void drawings_destroy(struct drawings *drawings);

/* unit: 1 u in 1/16 pixel, for the weight of lines. */
struct drawing drawings_get(struct drawings *drawings, struct str name, int32_t w, int32_t h, int32_t unit16,
                            const struct drawing_palette *palette);
/* Between frames: when the cache has grown beyond its bounds, begins it anew. */
void drawings_tidy(struct drawings *drawings);

/* The drawing's text with its keys and line weights replaced. */
void drawing_recolor(struct str svg, int32_t size, int32_t unit16, const struct drawing_palette *palette,
                     struct buf *out);

#endif
