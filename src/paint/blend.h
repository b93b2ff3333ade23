#ifndef ANZHI_PAINT_BLEND_H
#define ANZHI_PAINT_BLEND_H

#include <stdint.h>

/* Rows of pixels, the innermost loops. A pixel is 0xFFRRGGBB. Every result is the exact one, rounded to the
   nearest, so that the vector path and the plain one agree bit for bit and a picture painted in pieces equals
   one painted whole. */

void blend_fill(uint32_t *to, int32_t count, uint32_t color);
void blend_even(uint32_t *to, int32_t count, uint32_t color, uint8_t alpha);
/* The mask says how much of the colour each pixel takes; alpha scales it. */
void blend_mask(uint32_t *to, const uint8_t *mask, int32_t count, uint32_t color, uint8_t alpha);
/* from is premultiplied: 0xAARRGGBB with no channel above AA. */
void blend_picture(uint32_t *to, const uint32_t *from, int32_t count, uint8_t alpha);
/* share 0: all old, 255: all new. */
void blend_fade(uint32_t *to, const uint32_t *old, const uint32_t *new, int32_t count, uint8_t share);

/* What the above are, without vectors: the remainder of each row, machines without SSE2, and the oracle of
   their test. */
void plain_even(uint32_t *to, int32_t count, uint32_t color, uint8_t alpha);
void plain_mask(uint32_t *to, const uint8_t *mask, int32_t count, uint32_t color, uint8_t alpha);
void plain_fade(uint32_t *to, const uint32_t *old, const uint32_t *new, int32_t count, uint8_t share);

#endif
