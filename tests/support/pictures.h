#ifndef ANZHI_TESTS_SUPPORT_PICTURES_H
#define ANZHI_TESTS_SUPPORT_PICTURES_H

#include <SDL_image.h>
#include <stdlib.h>

#include "base/random.h"
#include "content/image.h"

/* Picture files that are made while testing. */

enum { MADE_MOST = 1 << 20 };

struct made {
    char *at;
    size_t len;
};

static inline struct str made_str(const struct made *made) {
    return (struct str){made->at, made->len};
}

static inline uint32_t made_pixel(int32_t x, int32_t y) {
    return 0xFF000000u | (uint32_t)(x * 5 & 0xFF) << 16 | (uint32_t)(y * 3 & 0xFF) << 8 | 0x40;
}

static inline SDL_Surface *made_surface(int32_t w, int32_t h) {
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
    if (!surface) abort();
    for (int32_t y = 0; y < h; y++)
        for (int32_t x = 0; x < w; x++) ((uint32_t *)surface->pixels)[y * surface->w + x] = made_pixel(x, y);
    return surface;
}

/* One colour, without loss: five codes of one symbol each, and then no pixel needs a bit. */
static inline void made_bits(struct made *made, size_t *bit, uint32_t value, uint32_t count) {
    for (uint32_t i = 0; i < count; i++, ++*bit)
        made->at[20 + *bit / 8] |= (char)((value >> i & 1) << *bit % 8);
}

static inline struct made made_webp(int32_t w, int32_t h, uint32_t color) {
    struct made made = {calloc(1, 64), 0};
    size_t bit = 0;
    const uint8_t symbols[] = {(uint8_t)(color >> 8), (uint8_t)(color >> 16), (uint8_t)color,
                               (uint8_t)(color >> 24), 0};
    made_bits(&made, &bit, 0x2F, 8);
    made_bits(&made, &bit, (uint32_t)w - 1, 14);
    made_bits(&made, &bit, (uint32_t)h - 1, 14);
    made_bits(&made, &bit, 0, 4 + 1 + 1 + 1); /* alpha, version; transforms, cache, meta codes: none */
    for (uint32_t i = 0; i < 5; i++) {
        made_bits(&made, &bit, 5, 3); /* simple, one symbol, of eight bits */
        made_bits(&made, &bit, symbols[i], 8);
    }
    uint32_t data = (uint32_t)(bit + 7) / 8, padded = data + data % 2;
    memcpy(made.at, "RIFF\0\0\0\0WEBPVP8L", 16);
    made.at[4] = (char)(12 + padded);
    made.at[16] = (char)data;
    made.len = 20 + padded;
    return made;
}

static inline struct made made_bitmap(enum image_kind kind, int32_t w, int32_t h) {
    if (kind == IMAGE_WEBP) return made_webp(w, h, made_pixel(8, 8));
    struct made made = {malloc(MADE_MOST), 0};
    SDL_Surface *surface = made_surface(w, h);
    SDL_RWops *file = SDL_RWFromMem(made.at, MADE_MOST);
    int failed = kind == IMAGE_PNG ? IMG_SavePNG_RW(surface, file, 0) : IMG_SaveJPG_RW(surface, file, 0, 95);
    if (failed) abort();
    made.len = (size_t)SDL_RWtell(file);
    SDL_RWclose(file);
    SDL_FreeSurface(surface);
    return made;
}

/* As many bytes as `run` has luck for are others, and the end may be missing. */
static inline void made_spoil(struct made *made, uint64_t run) {
    for (uint64_t i = 0; i < 1 + run % 9; i++)
        made->at[random_below(21, 0, run * 16 + i, (uint32_t)made->len)] =
            (char)random_below(21, 1, run * 16 + i, 256);
    if (run % 5 == 0) made->len = random_below(21, 2, run, (uint32_t)made->len);
}

#endif
