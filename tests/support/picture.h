#ifndef ANZHI_TESTS_SUPPORT_PICTURE_H
#define ANZHI_TESTS_SUPPORT_PICTURE_H

#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "paint/canvas.h"

/* Pictures that are kept and compared with tolerance. They are kept at a quarter of their size: what moves by
   a pixel is still seen there, what another version of the font library does to the edge of a stroke is not.
 */

enum { PICTURE_SHRINKS = 4 };

static inline uint32_t picture_mean(const struct canvas *canvas, int32_t x, int32_t y) {
    enum { N = PICTURE_SHRINKS };
    uint32_t sum[3] = {0}, mean = 0;
    for (int32_t i = 0; i < N * N; i++)
        for (uint32_t k = 0; k < 3; k++)
            sum[k] += canvas_row(canvas, y * N + i / N)[x * N + i % N] >> (8 * k) & 0xFF;
    for (uint32_t k = 0; k < 3; k++) mean |= (sum[k] + N * N / 2) / (N * N) << (8 * k);
    return 0xFF000000 | mean;
}

/* Each pixel the mean of 4 × 4. */
static inline struct canvas picture_shrunk(const struct canvas *canvas) {
    struct canvas small;
    canvas_init(&small, canvas->w / PICTURE_SHRINKS, canvas->h / PICTURE_SHRINKS);
    for (int32_t y = 0; y < small.h; y++)
        for (int32_t x = 0; x < small.w; x++) canvas_row(&small, y)[x] = picture_mean(canvas, x, y);
    return small;
}

/* The furthest of the three channels. */
static inline uint32_t picture_distance(uint32_t a, uint32_t b) {
    uint32_t most = 0;
    for (uint32_t shift = 0; shift < 24; shift += 8) {
        int32_t apart = (int32_t)(a >> shift & 0xFF) - (int32_t)(b >> shift & 0xFF);
        if ((uint32_t)abs(apart) > most) most = (uint32_t)abs(apart);
    }
    return most;
}

/* How many pixels are further apart than `tolerance`; `furthest` may be NULL. Both of one size. */
static inline uint32_t picture_differs(const struct canvas *a, const struct canvas *b, uint32_t tolerance,
                                       uint32_t *furthest) {
    uint32_t count = 0, most = 0;
    for (int32_t y = 0; y < a->h; y++)
        for (int32_t x = 0; x < a->w; x++) {
            uint32_t distance = picture_distance(canvas_row(a, y)[x], canvas_row(b, y)[x]);
            count += distance > tolerance;
            if (distance > most) most = distance;
        }
    if (furthest) *furthest = most;
    return count;
}

/* What is alike is pale, what differs is red. */
static inline struct canvas picture_difference(const struct canvas *a, const struct canvas *b,
                                               uint32_t tolerance) {
    struct canvas out;
    canvas_init(&out, a->w, a->h);
    for (int32_t y = 0; y < a->h; y++)
        for (int32_t x = 0; x < a->w; x++) {
            uint32_t pixel = canvas_row(a, y)[x];
            bool alike = picture_distance(pixel, canvas_row(b, y)[x]) <= tolerance;
            canvas_row(&out, y)[x] = alike ? 0xFFC0C0C0 | (pixel >> 2 & 0x3F3F3F) : 0xFFD00000;
        }
    return out;
}

/* False: there is no picture that could be read. */
static inline bool picture_read(struct canvas *canvas, const char *path) {
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_file(&image, path)) return false;
    image.format = PNG_FORMAT_BGRA; /* 0xAARRGGBB on a machine that begins with the low byte */
    canvas_init(canvas, (int32_t)image.width, (int32_t)image.height);
    bool read = png_image_finish_read(&image, NULL, canvas->pixels, canvas->stride * 4, NULL);
    png_image_free(&image);
    if (!read) canvas_finish(canvas);
    return read;
}

#endif
