#ifndef ANZHI_TEXT_BITMAP_H
#define ANZHI_TEXT_BITMAP_H

#include <stdbool.h>
#include <stdint.h>

#include "content/image.h"

/* A pack's PNG, JPEG or WebP as pixels of the size at which it is shown: its sides keep their ratio, it
   stands in the middle of its box, its corners are rounded. Made smaller, each pixel is the mean of the area
   that it covers; it is never made larger. Colours are taken for sRGB. */

/* w × h premultiplied 0xAARRGGBB, for memory_give_back; NULL: the decoder would not have it. Only for what
   image_examine found sound. */
uint32_t *bitmap_pixels(struct str bytes, const struct image *image, int32_t w, int32_t h, int32_t radius);
bool bitmap_can_show(struct str bytes, const struct image *image);

/* The mean of areas, from premultiplied pixels into the same or fewer of them. */
void bitmap_shrink(const uint32_t *from, int32_t from_w, int32_t from_h, uint32_t *to, int32_t to_w,
                   int32_t to_h);

#endif
