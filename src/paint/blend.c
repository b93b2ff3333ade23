#include "paint/blend.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* x / 255, rounded, for x up to 255 * 255. */
static uint32_t by_255(uint32_t x) {
    x += 128;
    return (x + (x >> 8)) >> 8;
}

static uint32_t mixed_channel(uint32_t old, uint32_t new, uint32_t share, uint32_t shift) {
    return by_255((new >> shift & 0xFF) * share + (old >> shift & 0xFF) * (255 - share)) << shift;
}

static uint32_t mixed(uint32_t old, uint32_t new, uint32_t share) {
    return 0xFF000000u | mixed_channel(old, new, share, 16) | mixed_channel(old, new, share, 8) |
           mixed_channel(old, new, share, 0);
}

void plain_even(uint32_t *to, int32_t count, uint32_t color, uint8_t alpha) {
    for (int32_t i = 0; i < count; i++) to[i] = mixed(to[i], color, alpha);
}

void plain_mask(uint32_t *to, const uint8_t *mask, int32_t count, uint32_t color, uint8_t alpha) {
    for (int32_t i = 0; i < count; i++)
        if (mask[i]) to[i] = mixed(to[i], color, by_255((uint32_t)mask[i] * alpha));
}

void plain_fade(uint32_t *to, const uint32_t *old, const uint32_t *new, int32_t count, uint8_t share) {
    for (int32_t i = 0; i < count; i++) to[i] = mixed(old[i], new[i], share);
}

static uint32_t added_channel(uint32_t old, uint32_t from, uint32_t alpha, uint32_t keep, uint32_t shift) {
    uint32_t sum = by_255((from >> shift & 0xFF) * alpha) + by_255((old >> shift & 0xFF) * keep);
    return (sum > 255 ? 255 : sum) << shift;
}

static uint32_t added(uint32_t old, uint32_t from, uint32_t alpha) {
    uint32_t keep = 255 - by_255((from >> 24) * alpha);
    return 0xFF000000u | added_channel(old, from, alpha, keep, 16) |
           added_channel(old, from, alpha, keep, 8) | added_channel(old, from, alpha, keep, 0);
}

void blend_picture(uint32_t *to, const uint32_t *from, int32_t count, uint8_t alpha) {
    for (int32_t i = 0; i < count; i++)
        if (from[i] >> 24) to[i] = added(to[i], from[i], alpha);
}

#ifdef __SSE2__

static __m128i load4(const uint32_t *at) {
    return _mm_loadu_si128((const __m128i *)(const void *)at);
}

static void store4(uint32_t *at, __m128i four) {
    _mm_storeu_si128((__m128i *)(void *)at, four);
}

/* Eight channels of 16 bits: (new * share + old * (255 - share)) / 255, rounded as by_255 does. */
static __m128i mix8(__m128i old, __m128i new, __m128i share) {
    __m128i keep = _mm_sub_epi16(_mm_set1_epi16(255), share);
    __m128i sum = _mm_add_epi16(_mm_mullo_epi16(new, share), _mm_mullo_epi16(old, keep));
    sum = _mm_add_epi16(sum, _mm_set1_epi16(128));
    return _mm_srli_epi16(_mm_add_epi16(sum, _mm_srli_epi16(sum, 8)), 8);
}

/* Four pixels; low and high: the shares of the first two and the last two, per channel. */
static __m128i mix4(__m128i old, __m128i new, __m128i low, __m128i high) {
    const __m128i zero = _mm_setzero_si128();
    __m128i first = mix8(_mm_unpacklo_epi8(old, zero), _mm_unpacklo_epi8(new, zero), low);
    __m128i last = mix8(_mm_unpackhi_epi8(old, zero), _mm_unpackhi_epi8(new, zero), high);
    return _mm_or_si128(_mm_packus_epi16(first, last), _mm_set1_epi32((int)0xFF000000u));
}

void blend_fill(uint32_t *to, int32_t count, uint32_t color) {
    __m128i four = _mm_set1_epi32((int)color);
    int32_t i = 0;
    for (; i + 16 <= count; i += 16) {
        store4(to + i, four);
        store4(to + i + 4, four);
        store4(to + i + 8, four);
        store4(to + i + 12, four);
    }
    for (; i < count; i++) to[i] = color;
}

void blend_even(uint32_t *to, int32_t count, uint32_t color, uint8_t alpha) {
    __m128i new = _mm_set1_epi32((int)color), share = _mm_set1_epi16(alpha);
    int32_t i = 0;
    for (; i + 4 <= count; i += 4) store4(to + i, mix4(load4(to + i), new, share, share));
    plain_even(to + i, count - i, color, alpha);
}

/* Four mask bytes, scaled, each spread over the four channels of its pixel. */
static void spread(uint32_t mask, __m128i alpha, __m128i *low, __m128i *high) {
    const __m128i zero = _mm_setzero_si128();
    __m128i four = _mm_unpacklo_epi8(_mm_cvtsi32_si128((int)mask), zero);
    four = _mm_add_epi16(_mm_mullo_epi16(four, alpha), _mm_set1_epi16(128));
    four = _mm_srli_epi16(_mm_add_epi16(four, _mm_srli_epi16(four, 8)), 8);
    __m128i pairs = _mm_unpacklo_epi16(four, four);
    *low = _mm_shuffle_epi32(pairs, _MM_SHUFFLE(1, 1, 0, 0));
    *high = _mm_shuffle_epi32(pairs, _MM_SHUFFLE(3, 3, 2, 2));
}

static uint32_t four_bytes(const uint8_t *at) {
    uint32_t four;
    __builtin_memcpy(&four, at, sizeof four);
    return four;
}

void blend_mask(uint32_t *to, const uint8_t *mask, int32_t count, uint32_t color, uint8_t alpha) {
    const __m128i new = _mm_set1_epi32((int)color), scale = _mm_set1_epi16(alpha);
    int32_t i = 0;
    for (; i + 4 <= count; i += 4) {
        uint32_t four = four_bytes(mask + i);
        if (!four) continue; /* most of a glyph's box is paper */
        if (four == 0xFFFFFFFFu && alpha == 255) {
            store4(to + i, new);
            continue;
        }
        __m128i low, high;
        spread(four, scale, &low, &high);
        store4(to + i, mix4(load4(to + i), new, low, high));
    }
    plain_mask(to + i, mask + i, count - i, color, alpha);
}

void blend_fade(uint32_t *to, const uint32_t *old, const uint32_t *new, int32_t count, uint8_t share) {
    __m128i shares = _mm_set1_epi16(share);
    int32_t i = 0;
    for (; i + 4 <= count; i += 4) store4(to + i, mix4(load4(old + i), load4(new + i), shares, shares));
    plain_fade(to + i, old + i, new + i, count - i, share);
}

#else

void blend_fill(uint32_t *to, int32_t count, uint32_t color) {
    for (int32_t i = 0; i < count; i++) to[i] = color;
}

void blend_even(uint32_t *to, int32_t count, uint32_t color, uint8_t alpha) {
    plain_even(to, count, color, alpha);
}

void blend_mask(uint32_t *to, const uint8_t *mask, int32_t count, uint32_t color, uint8_t alpha) {
    plain_mask(to, mask, count, color, alpha);
}

void blend_fade(uint32_t *to, const uint32_t *old, const uint32_t *new, int32_t count, uint8_t share) {
    plain_fade(to, old, new, count, share);
}

#endif
