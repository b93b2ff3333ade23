#include "text/bitmap.h"

#include <string.h>

#include "base/memory.h"
#include "text/decoder.h"

/* ---- decoding ---- */

/* The size must be the one that was found small enough. */
static SDL_Surface *open_bitmap(struct str bytes, const struct image *image) {
    SDL_Surface *surface = decoder_bitmap(bytes, image->kind);
    bool is_it = surface && surface->w == (int)image->w && surface->h == (int)image->h;
    if (is_it && surface->pitch == surface->w * (int)sizeof(uint32_t)) return surface;
    SDL_FreeSurface(surface);
    return NULL;
}

bool bitmap_can_show(struct str bytes, const struct image *image) {
    SDL_Surface *surface = open_bitmap(bytes, image);
    SDL_FreeSurface(surface);
    return surface != NULL;
}

static uint32_t premultiplied(uint32_t pixel) {
    uint32_t alpha = pixel >> 24, out = alpha << 24;
    if (alpha == 255) return pixel;
    for (uint32_t shift = 0; shift < 24; shift += 8)
        out |= ((pixel >> shift & 0xFF) * alpha + 127) / 255 << shift;
    return out;
}

static void premultiply(SDL_Surface *surface) {
    uint32_t *pixels = surface->pixels;
    for (ptrdiff_t i = 0; i < (ptrdiff_t)surface->w * surface->h; i++) pixels[i] = premultiplied(pixels[i]);
}

/* ---- shrinking ---- */

/* Four channels of a pixel, or sums of them, in the halves of two words: one multiplication does for two. */
struct sum {
    uint64_t even, odd;
};

static struct sum spread(uint32_t pixel) {
    uint64_t even = pixel & 0xFF00FF, odd = pixel >> 8 & 0xFF00FF;
    return (struct sum){(even | even << 16) & 0xFF000000FFu, (odd | odd << 16) & 0xFF000000FFu};
}

static void add(struct sum *sum, struct sum more, uint32_t part) {
    sum->even += more.even * part;
    sum->odd += more.odd * part;
}

/* Along one axis a pixel of the many is as long as `few`, one of the few as long as `many`; so the one lies
   in at most two of the other. `left` is what is still to come of the one that is being filled. */

static void shrink_row(const uint32_t *from, int32_t many, struct sum *sums, int32_t few) {
    memset(sums, 0, (size_t)few * sizeof *sums);
    uint32_t left = (uint32_t)many, length = (uint32_t)few;
    for (int32_t i = 0; i < many; i++) {
        uint32_t part = length < left ? length : left;
        add(sums, spread(from[i]), part);
        left -= part;
        if (left) continue;
        sums++;
        left = (uint32_t)many - (length - part);
        if (length > part) add(sums, spread(from[i]), length - part);
    }
}

static void add_row(struct sum *totals, const struct sum *sums, int32_t count, uint32_t part) {
    for (int32_t i = 0; i < count; i++) add(&totals[i], sums[i], part);
}

/* The mean of what was added up: `inverse` is 2⁴⁰ by its area. */
static uint32_t mean(uint64_t total, uint32_t area, uint64_t inverse) {
    return (uint32_t)(((uint32_t)total + area / 2) * inverse >> 40);
}

/* And the next row begins. */
static void write_row(uint32_t *to, struct sum *totals, int32_t count, uint32_t area) {
    uint64_t inverse = ((UINT64_C(1) << 40) + area - 1) / area;
    for (int32_t k = 0; k < count; k++) {
        struct sum total = totals[k];
        to[k] = mean(total.even, area, inverse) | mean(total.odd, area, inverse) << 8 |
                mean(total.even >> 32, area, inverse) << 16 | mean(total.odd >> 32, area, inverse) << 24;
    }
    memset(totals, 0, (size_t)count * sizeof *totals);
}

_Static_assert(UINT64_C(256) * IMAGE_SIDE_MOST * IMAGE_SIDE_MOST <= UINT32_MAX, "a sum fits into its half");

void bitmap_shrink(const uint32_t *from, int32_t from_w, int32_t from_h, uint32_t *to, int32_t to_w,
                   int32_t to_h) {
    struct sum *sums = memory_zeroed((size_t)to_w * sizeof *sums);
    struct sum *totals = memory_zeroed((size_t)to_w * sizeof *totals);
    uint32_t area = (uint32_t)from_w * (uint32_t)from_h, length = (uint32_t)to_h, left = (uint32_t)from_h;
    for (int32_t i = 0; i < from_h; i++) {
        uint32_t part = length < left ? length : left;
        shrink_row(from + (ptrdiff_t)i * from_w, from_w, sums, to_w);
        add_row(totals, sums, to_w, part);
        left -= part;
        if (left) continue;
        write_row(to, totals, to_w, area);
        to += to_w;
        left = (uint32_t)from_h - (length - part);
        add_row(totals, sums, to_w, length - part);
    }
    memory_give_back(sums);
    memory_give_back(totals);
}

/* ---- corners ---- */

/* How many of its sixteen points a pixel has inside a circle of this radius about (radius, radius). */
static uint32_t points_inside(int32_t x, int32_t y, int32_t radius) {
    uint32_t count = 0;
    for (int32_t i = 0; i < 16; i++) {
        int32_t dx = 8 * (radius - x) - 2 * (i % 4) - 1, dy = 8 * (radius - y) - 2 * (i / 4) - 1;
        count += dx * dx + dy * dy <= 64 * radius * radius;
    }
    return count;
}

static uint32_t scaled(uint32_t pixel, uint32_t sixteenths) {
    uint32_t out = 0;
    for (uint32_t shift = 0; shift < 32; shift += 8)
        out |= ((pixel >> shift & 0xFF) * sixteenths + 8) / 16 << shift;
    return out;
}

static void round_corners(uint32_t *pixels, int32_t w, int32_t h, int32_t radius) {
    for (int32_t y = 0; y < radius; y++)
        for (int32_t x = 0; x < radius; x++) {
            uint32_t inside = points_inside(x, y, radius);
            uint32_t *top = pixels + (ptrdiff_t)y * w, *bottom = pixels + (ptrdiff_t)(h - 1 - y) * w;
            uint32_t *corners[] = {top + x, top + w - 1 - x, bottom + x, bottom + w - 1 - x};
            for (int32_t i = 0; i < 4; i++) *corners[i] = scaled(*corners[i], inside);
        }
}

/* ---- all of it ---- */

static int32_t least(int32_t a, int32_t b) {
    return a < b ? a : b;
}

/* Its size within the box. */
static void fit(const SDL_Surface *surface, int32_t *w, int32_t *h) {
    int64_t across = (int64_t)surface->w * *h, down = (int64_t)surface->h * *w;
    if (surface->w <= *w && surface->h <= *h) {
        *w = surface->w;
        *h = surface->h;
    } else if (across > down) {
        *h = (int32_t)((down + surface->w / 2) / surface->w);
    } else {
        *w = (int32_t)((across + surface->h / 2) / surface->h);
    }
    if (*w < 1) *w = 1;
    if (*h < 1) *h = 1;
}

static void place(const uint32_t *from, int32_t from_w, int32_t from_h, uint32_t *to, int32_t w, int32_t h) {
    int32_t left = (w - from_w) / 2, top = (h - from_h) / 2;
    for (int32_t y = 0; y < from_h; y++)
        memcpy(to + (ptrdiff_t)(y + top) * w + left, from + (ptrdiff_t)y * from_w,
               (size_t)from_w * sizeof *to);
}

uint32_t *bitmap_pixels(struct str bytes, const struct image *image, int32_t w, int32_t h, int32_t radius) {
    SDL_Surface *surface = open_bitmap(bytes, image);
    if (!surface) return NULL;
    int32_t inner_w = w, inner_h = h;
    fit(surface, &inner_w, &inner_h);
    premultiply(surface);
    uint32_t *pixels = memory_zeroed((size_t)w * (size_t)h * sizeof *pixels);
    uint32_t *inner = memory_zeroed((size_t)inner_w * (size_t)inner_h * sizeof *inner);
    bitmap_shrink(surface->pixels, surface->w, surface->h, inner, inner_w, inner_h);
    round_corners(inner, inner_w, inner_h, least(radius, least(inner_w, inner_h) / 8));
    place(inner, inner_w, inner_h, pixels, w, h);
    memory_give_back(inner);
    SDL_FreeSurface(surface);
    return pixels;
}
