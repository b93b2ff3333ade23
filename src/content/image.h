#ifndef ANZHI_CONTENT_IMAGE_H
#define ANZHI_CONTENT_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* What the bytes of a picture say before anybody decodes them: its kind, its size, and whether the file is
   whole. Decoders are given nothing else: a size that would take all memory is refused while it is a number.
   The name's ending says nothing. */

enum image_kind { IMAGE_FOREIGN, IMAGE_PNG, IMAGE_JPEG, IMAGE_WEBP, IMAGE_SVG };

enum image_flaw {
    IMAGE_SOUND,
    IMAGE_UNKNOWN, /* no kind that we read */
    IMAGE_CUT,     /* it ends before its end, or its parts do not fit */
    IMAGE_WIDE,    /* more pixels than any screen needs */
    IMAGE_HEAVY,   /* more bytes */
    IMAGE_ODD      /* of our kind, but it uses what we leave out: `part` says what */
};

enum {
    IMAGE_SIDE_MOST = 1200,         /* pixels: the largest place, on a screen of 3840 × 2160, has 950 */
    IMAGE_SIDE_LEAST = 480,         /* of the longer side, or it looks lost on a large screen */
    IMAGE_BYTES_MOST = 2 << 20,     /* of a bitmap */
    IMAGE_SVG_BYTES_MOST = 32 << 10 /* ours have one or two thousand */
};

struct image {
    enum image_kind kind;
    enum image_flaw flaw;
    uint32_t w, h;   /* pixels of a bitmap, units of a drawing */
    struct str part; /* IMAGE_ODD: the element or attribute, or a word of ours */
};

struct image image_examine(struct str bytes);

/* svg.c: the drawings of the design, and no more: path, rect, circle and polygon with presentation attributes
   and plain numbers. So no decoder ever meets gradients, style sheets, references or exponents. */
bool svg_begins(struct str bytes);
struct image svg_examine(struct str bytes);

#endif
