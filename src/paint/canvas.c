#include "paint/canvas.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "paint/blend.h"

void canvas_init_over(struct canvas *canvas, uint32_t *pixels, int32_t w, int32_t h, int32_t stride) {
    assert(w > 0 && h > 0 && stride >= w);
    *canvas = (struct canvas){.w = w, .h = h, .stride = stride};
    canvas->pixels = pixels;
    canvas->clip = canvas_area(canvas);
}

void canvas_init(struct canvas *canvas, int32_t w, int32_t h) {
    assert(w > 0 && h > 0);
    canvas_init_over(canvas, memory_zeroed((size_t)w * (size_t)h * sizeof(uint32_t)), w, h, w);
    canvas->owned = true;
}

void canvas_finish(struct canvas *canvas) {
    if (canvas->owned) memory_give_back(canvas->pixels);
    *canvas = (struct canvas){0};
}

struct area canvas_area(const struct canvas *canvas) {
    return area_of(0, 0, canvas->w, canvas->h);
}

void canvas_clip(struct canvas *canvas, struct area clip) {
    canvas->clip = area_meet(clip, canvas_area(canvas));
}

uint32_t *canvas_row(const struct canvas *canvas, int32_t y) {
    return canvas->pixels + (ptrdiff_t)y * canvas->stride;
}

static uint32_t opaque(uint32_t rgb) {
    return 0xFF000000u | rgb;
}

static void fill_row(uint32_t *to, int32_t count, uint32_t rgb, uint8_t alpha) {
    if (alpha == 255)
        blend_fill(to, count, opaque(rgb));
    else
        blend_even(to, count, opaque(rgb), alpha);
}

void canvas_fill(struct canvas *canvas, struct area area, uint32_t rgb, uint8_t alpha) {
    area = area_meet(area, canvas->clip);
    if (area_is_empty(area)) return;
    for (int32_t y = area.top; y < area.bottom; y++)
        fill_row(canvas_row(canvas, y) + area.left, area.right - area.left, rgb, alpha);
}

void canvas_span(struct canvas *canvas, int32_t y, int32_t left, int32_t right, uint32_t rgb, uint8_t alpha) {
    assert(y >= canvas->clip.top && y < canvas->clip.bottom);
    if (left < canvas->clip.left) left = canvas->clip.left;
    if (right > canvas->clip.right) right = canvas->clip.right;
    if (left < right) fill_row(canvas_row(canvas, y) + left, right - left, rgb, alpha);
}

static int32_t floor16(int32_t value) {
    return value >> 4; /* arithmetic on every compiler we build with */
}

/* How much of the pixel that begins at `at` lies between the two edges, 0 to 16. */
static int32_t share16(int32_t at, int32_t from, int32_t to) {
    int32_t low = from > at * 16 ? from : at * 16, high = to < at * 16 + 16 ? to : at * 16 + 16;
    return high > low ? high - low : 0;
}

static void fill16_row(struct canvas *canvas, int32_t y, struct area edges, uint32_t rgb, uint32_t scale) {
    int32_t left = floor16(edges.left), right = floor16(edges.right - 1);
    for (int32_t x = left; x <= right; x++) {
        int32_t end = x;
        if (x > left && right - x > 1) end = right - 1; /* the whole pixels in between at once */
        uint32_t part = (uint32_t)share16(x, edges.left, edges.right) * scale;
        canvas_span(canvas, y, x, end + 1, rgb, (uint8_t)((part + 128) / 256));
        x = end;
    }
}

void canvas_fill16(struct canvas *canvas, struct area area16, uint32_t rgb, uint8_t alpha) {
    struct area pixels = {floor16(area16.left), floor16(area16.top), floor16(area16.right + 15),
                          floor16(area16.bottom + 15)};
    pixels = area_meet(pixels, canvas->clip);
    if (area_is_empty(pixels)) return;
    for (int32_t y = pixels.top; y < pixels.bottom; y++)
        fill16_row(canvas, y, area16, rgb, (uint32_t)share16(y, area16.top, area16.bottom) * alpha);
}

void canvas_gradient(struct canvas *canvas, struct area area, uint32_t rgb, uint8_t alpha) {
    struct area seen = area_meet(area, canvas->clip);
    int32_t rows = area.bottom - area.top;
    for (int32_t y = seen.top; y < seen.bottom && seen.left < seen.right; y++) {
        int32_t part = (2 * (y - area.top) + 1) * alpha / (2 * rows);
        blend_even(canvas_row(canvas, y) + seen.left, seen.right - seen.left, opaque(rgb), (uint8_t)part);
    }
}

void canvas_mask(struct canvas *canvas, struct mask mask, int32_t x, int32_t y, uint32_t rgb, uint8_t alpha) {
    struct area seen = area_meet(area_of(x, y, mask.w, mask.h), canvas->clip);
    if (area_is_empty(seen)) return;
    for (int32_t row = seen.top; row < seen.bottom; row++)
        blend_mask(canvas_row(canvas, row) + seen.left,
                   mask.bytes + (ptrdiff_t)(row - y) * mask.w + (seen.left - x), seen.right - seen.left,
                   opaque(rgb), alpha);
}

void canvas_picture(struct canvas *canvas, struct picture picture, int32_t x, int32_t y, uint8_t alpha) {
    struct area seen = area_meet(area_of(x, y, picture.w, picture.h), canvas->clip);
    if (area_is_empty(seen)) return;
    for (int32_t row = seen.top; row < seen.bottom; row++)
        blend_picture(canvas_row(canvas, row) + seen.left,
                      picture.pixels + (ptrdiff_t)(row - y) * picture.w + (seen.left - x),
                      seen.right - seen.left, alpha);
}

void canvas_fade(struct canvas *canvas, const struct canvas *old, const struct canvas *new, uint8_t share) {
    assert(canvas->w == old->w && canvas->h == old->h && old->w == new->w && old->h == new->h);
    struct area clip = canvas->clip;
    for (int32_t y = clip.top; y < clip.bottom; y++)
        blend_fade(canvas_row(canvas, y) + clip.left, canvas_row(old, y) + clip.left,
                   canvas_row(new, y) + clip.left, clip.right - clip.left, share);
}

void canvas_copy(struct canvas *to, const struct canvas *from, struct area area) {
    area = area_meet(area_meet(area, canvas_area(to)), canvas_area(from));
    if (area_is_empty(area)) return;
    for (int32_t y = area.top; y < area.bottom; y++)
        memcpy(canvas_row(to, y) + area.left, canvas_row(from, y) + area.left,
               (size_t)(area.right - area.left) * sizeof(uint32_t));
}
