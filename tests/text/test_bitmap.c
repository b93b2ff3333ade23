#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/memory.h"
#include "support/pictures.h"
#include "text/bitmap.h"

/* A pack's bitmaps, from bytes to pixels of the size at which they are shown. */

static uint32_t *pixels_of(const struct made *made, int32_t w, int32_t h, int32_t radius) {
    struct image image = image_examine(made_str(made));
    assert_int_equal(image.flaw, IMAGE_SOUND);
    return bitmap_pixels(made_str(made), &image, w, h, radius);
}

static int32_t apart(uint32_t a, uint32_t b) {
    int32_t most = 0;
    for (uint32_t shift = 0; shift < 32; shift += 8) {
        int32_t difference = abs((int32_t)(a >> shift & 0xFF) - (int32_t)(b >> shift & 0xFF));
        if (difference > most) most = difference;
    }
    return most;
}

static void every_kind_is_decoded_at_its_own_size(void **state) {
    (void)state;
    for (enum image_kind kind = IMAGE_PNG; kind <= IMAGE_WEBP; kind++) {
        struct made made = made_bitmap(kind, 40, 32);
        uint32_t *pixels = pixels_of(&made, 40, 32, 0);
        assert_non_null(pixels);
        assert_in_range(apart(pixels[8 * 40 + 8], made_pixel(8, 8)), 0, kind == IMAGE_JPEG ? 24 : 0);
        memory_give_back(pixels);
        free(made.at);
    }
}

static void a_wide_picture_stands_in_the_middle_and_keeps_its_ratio(void **state) {
    (void)state;
    struct made made = made_bitmap(IMAGE_PNG, 200, 100);
    uint32_t *pixels = pixels_of(&made, 80, 80, 0);
    for (int32_t y = 0; y < 80; y++)
        for (int32_t x = 0; x < 80; x++)
            assert_int_equal(pixels[y * 80 + x] >> 24, y >= 20 && y < 60 ? 255 : 0);
    memory_give_back(pixels);
    free(made.at);
}

static void a_small_picture_is_never_made_larger(void **state) {
    (void)state;
    struct made made = made_bitmap(IMAGE_PNG, 20, 10);
    uint32_t *pixels = pixels_of(&made, 60, 60, 0);
    uint32_t filled = 0;
    for (int32_t i = 0; i < 60 * 60; i++) filled += pixels[i] != 0;
    assert_int_equal(filled, 20 * 10);
    assert_int_equal(pixels[(25 + 4) * 60 + 20 + 7], made_pixel(7, 4));
    memory_give_back(pixels);
    free(made.at);
}

static void corners_are_rounded_like_those_of_a_panel(void **state) {
    (void)state;
    struct made made = made_bitmap(IMAGE_PNG, 160, 160);
    uint32_t *pixels = pixels_of(&made, 160, 160, 16);
    const int32_t corners[] = {0, 159, 159 * 160, 160 * 160 - 1};
    for (int32_t i = 0; i < 4; i++) assert_int_equal(pixels[corners[i]], 0);
    assert_int_equal(pixels[16] >> 24, 255);
    assert_int_equal(pixels[16 * 160] >> 24, 255);
    assert_in_range(pixels[4 * 160 + 5] >> 24, 1, 255); /* on the circle */
    memory_give_back(pixels);
    free(made.at);
}

/* One pixel by the definition: what each of the many shares with it, added up in a slow and simple way. */
static uint32_t mean_of(const uint32_t *from, int32_t from_w, int32_t from_h, int32_t x, int32_t y,
                        int32_t to_w, int32_t to_h) {
    uint32_t out = 0;
    for (uint32_t shift = 0; shift < 32; shift += 8) {
        uint64_t total = 0, area = (uint64_t)from_w * (uint64_t)from_h;
        for (int32_t v = 0; v < from_h * to_h; v++) {
            if (v / from_h != y) continue;
            for (int32_t u = 0; u < from_w * to_w; u++)
                if (u / from_w == x) total += from[v / to_h * from_w + u / to_w] >> shift & 0xFF;
        }
        out |= (uint32_t)((total + area / 2) / area) << shift;
    }
    return out;
}

static void made_smaller_each_pixel_is_the_mean_of_its_area(void **state) {
    (void)state;
    static const int32_t sizes[][4] = {
        {7, 5, 3, 2}, {12, 9, 12, 4}, {10, 10, 10, 10}, {13, 11, 1, 1}, {8, 6, 5, 5}};
    for (uint32_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        const int32_t *size = sizes[i];
        uint32_t from[13 * 12], to[13 * 12];
        for (uint64_t k = 0; k < 13 * 12; k++) from[k] = (uint32_t)random_below(3, i, k, 0xFFFFFFFF);
        bitmap_shrink(from, size[0], size[1], to, size[2], size[3]);
        for (int32_t y = 0; y < size[3]; y++)
            for (int32_t x = 0; x < size[2]; x++)
                assert_int_equal(to[y * size[2] + x],
                                 mean_of(from, size[0], size[1], x, y, size[2], size[3]));
    }
}

static void the_largest_white_picture_stays_white(void **state) {
    (void)state;
    enum { SIDE = IMAGE_SIDE_MOST };
    uint32_t *from = memory_resize(NULL, (size_t)SIDE * SIDE, 4), to[7 * 7];
    memset(from, 0xFF, (size_t)SIDE * SIDE * 4);
    bitmap_shrink(from, SIDE, SIDE, to, 7, 7);
    for (int32_t i = 0; i < 7 * 7; i++) assert_int_equal(to[i], 0xFFFFFFFFu);
    memory_give_back(from);
}

static void a_file_that_is_not_what_it_says_gives_no_pixels(void **state) {
    (void)state;
    struct made made = made_bitmap(IMAGE_PNG, 40, 30);
    struct image image = image_examine(made_str(&made));
    assert_true(bitmap_can_show(made_str(&made), &image));
    for (size_t i = 0; i + 4 < made.len; i++)
        if (memcmp(made.at + i, "IDAT", 4) == 0) memset(made.at + i + 4, 0xAA, 8);
    image = image_examine(made_str(&made));
    assert_int_equal(image.flaw, IMAGE_SOUND);
    assert_false(bitmap_can_show(made_str(&made), &image));
    assert_null(bitmap_pixels(made_str(&made), &image, 40, 30, 2));
    free(made.at);
}

/* Whatever is whole on the outside goes to the decoders. */
static void spoilt_files_crash_nothing(void **state) {
    (void)state;
    uint32_t decoded = 0, refused = 0;
    for (uint64_t run = 0; run < 3000; run++) {
        struct made made = made_bitmap((enum image_kind)(IMAGE_PNG + run % 3), 40, 30);
        made_spoil(&made, run);
        struct image image = image_examine(made_str(&made));
        uint32_t *pixels = NULL;
        if (image.flaw == IMAGE_SOUND) pixels = bitmap_pixels(made_str(&made), &image, 24, 24, 3);
        decoded += pixels != NULL;
        refused += pixels == NULL;
        memory_give_back(pixels);
        free(made.at);
    }
    assert_true(decoded > 100); /* else the spoiling went too far to try anything */
    assert_true(refused > 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_is_decoded_at_its_own_size),
        cmocka_unit_test(a_wide_picture_stands_in_the_middle_and_keeps_its_ratio),
        cmocka_unit_test(a_small_picture_is_never_made_larger),
        cmocka_unit_test(corners_are_rounded_like_those_of_a_panel),
        cmocka_unit_test(made_smaller_each_pixel_is_the_mean_of_its_area),
        cmocka_unit_test(the_largest_white_picture_stays_white),
        cmocka_unit_test(a_file_that_is_not_what_it_says_gives_no_pixels),
        cmocka_unit_test(spoilt_files_crash_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
