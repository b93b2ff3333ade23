#ifndef ANZHI_TEXT_DRAWINGS_H
#define ANZHI_TEXT_DRAWINGS_H

#include <stdint.h>

#include "base/str.h"

/* Drawings as pixels, each made once per size and palette. Ours are SVG on a grid of 64 units: four colours
   in a drawing are keys and become colours of the theme; the weight of its lines is set for the size. Where
   their bytes come from, the caller knows. A name with a slash is a picture of the content's own, a drawing
   like ours or a bitmap (bitmap.h). */

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

struct content;
struct drawings;

/* What was used least lately goes: this is several times what a screen of 3840 × 2160 shows at once. */
enum { DRAWINGS_BYTES_MOST = 8 << 20 };

struct drawings *drawings_create(struct drawing_source source);
void drawings_destroy(struct drawings *drawings);
/* Whose pictures they are from now on; of the last content nothing is kept. NULL: there are none. */
void drawings_use(struct drawings *drawings, const struct content *content);

/* unit: 1 u in 1/16 pixel, for the weight of lines. */
struct drawing drawings_get(struct drawings *drawings, struct str name, int32_t w, int32_t h, int32_t unit16,
                            const struct drawing_palette *palette);
size_t drawings_bytes(const struct drawings *drawings); /* that are kept */

/* The drawing's text with its keys and line weights replaced. */
void drawing_recolor(struct str svg, int32_t size, int32_t unit16, const struct drawing_palette *palette,
                     struct buf *out);

#endif
