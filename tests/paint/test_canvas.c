#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/random.h"
#include "paint/blend.h"
#include "paint/contour.h"

enum { W = 40, H = 30 };
static const uint32_t WHITE = 0xFFFFFF;

struct sheet {
    struct canvas canvas;
    struct cover cover;
    struct contours contours;
};

static int set_up(void **state) {
    static struct sheet sheet;
    canvas_init(&sheet.canvas, W, H);
    canvas_fill(&sheet.canvas, area_of(0, 0, W, H), 0, 255);
    cover_init(&sheet.cover);
    contours_init(&sheet.contours);
    *state = &sheet;
    return 0;
}

static int tear_down(void **state) {
    struct sheet *sheet = *state;
    canvas_finish(&sheet->canvas);
    cover_finish(&sheet->cover);
    contours_finish(&sheet->contours);
    return 0;
}

/* White on black: the blue channel says how much of the pixel is covered. */
static int covered(const struct sheet *sheet, int32_t x, int32_t y) {
    return (int)(canvas_row(&sheet->canvas, y)[x] & 0xFF);
}

static int64_t covered_in_all(const struct sheet *sheet) {
    int64_t sum = 0;
    for (int32_t y = 0; y < H; y++)
        for (int32_t x = 0; x < W; x++) sum += covered(sheet, x, y);
    return sum;
}

static void fill_points(struct sheet *sheet, const struct cover_point *points, uint32_t count) {
    cover_begin(&sheet->cover);
    cover_contour(&sheet->cover, points, count);
    cover_fill(&sheet->cover, &sheet->canvas, WHITE, 255);
}

static void a_box_on_whole_pixels_covers_them_and_no_others(void **state) {
    struct sheet *sheet = *state;
    const struct cover_point box[] = {{256, 512}, {1024, 512}, {1024, 1280}, {256, 1280}};
    fill_points(sheet, box, 4);
    assert_int_equal(covered_in_all(sheet), 9 * 255);
    assert_int_equal(covered(sheet, 1, 2), 255);
    assert_int_equal(covered(sheet, 3, 4), 255);
    assert_int_equal(covered(sheet, 0, 2), 0);
    assert_int_equal(covered(sheet, 4, 4), 0);
}

static void a_box_between_pixels_takes_the_exact_part_of_each(void **state) {
    struct sheet *sheet = *state;
    const struct cover_point box[] = {{128, 64}, {576, 64}, {576, 512}, {128, 512}};
    fill_points(sheet, box, 4);
    assert_int_equal(covered(sheet, 0, 0), 96); /* .5 × .75 of 255 */
    assert_int_equal(covered(sheet, 1, 0), 191);
    assert_int_equal(covered(sheet, 2, 0), 48); /* .25 × .75 */
    assert_int_equal(covered(sheet, 1, 1), 255);
    assert_int_equal(covered(sheet, 2, 1), 64);
}

static void a_triangle_covers_half_of_each_pixel_on_its_slope(void **state) {
    struct sheet *sheet = *state;
    const struct cover_point triangle[] = {{0, 0}, {10 * 256, 10 * 256}, {0, 10 * 256}};
    fill_points(sheet, triangle, 3);
    for (int32_t i = 0; i < 10; i++) {
        assert_int_equal(covered(sheet, i, i), 128);
        if (i) assert_int_equal(covered(sheet, i - 1, i), 255);
        assert_int_equal(covered(sheet, i + 1, i), 0);
    }
}

static void two_shapes_that_share_an_edge_leave_no_seam(void **state) {
    struct sheet *sheet = *state;
    const struct cover_point left[] = {{0, 0}, {1100, 0}, {700, 2560}, {0, 2560}};
    const struct cover_point right[] = {{1100, 0}, {2560, 0}, {2560, 2560}, {700, 2560}};
    cover_begin(&sheet->cover);
    cover_contour(&sheet->cover, left, 4);
    cover_contour(&sheet->cover, right, 4);
    cover_fill(&sheet->cover, &sheet->canvas, WHITE, 255);
    assert_int_equal(covered_in_all(sheet), 100 * 255);
}

static void a_contour_against_another_cuts_a_hole(void **state) {
    struct sheet *sheet = *state;
    cover_begin(&sheet->cover);
    contour_frame(&sheet->contours, &sheet->cover, area_of(2, 2, 20, 20), 0, 3);
    cover_fill(&sheet->cover, &sheet->canvas, WHITE, 255);
    assert_int_equal(covered_in_all(sheet), (20 * 20 - 14 * 14) * 255);
    assert_int_equal(covered(sheet, 12, 12), 0);
}

static void what_lies_outside_the_canvas_is_cut_off(void **state) {
    struct sheet *sheet = *state;
    const struct cover_point large[] = {{-90000, -90000}, {90000, -90000}, {90000, 90000}, {-90000, 90000}};
    fill_points(sheet, large, 4);
    assert_int_equal(covered_in_all(sheet), W * H * 255);
}

static void a_disc_has_the_size_of_a_disc(void **state) {
    struct sheet *sheet = *state;
    cover_begin(&sheet->cover);
    contour_box(&sheet->contours, &sheet->cover, area_of(5, 5, 20, 20), 10);
    cover_fill(&sheet->cover, &sheet->canvas, WHITE, 255);
    assert_in_range(covered_in_all(sheet), 312 * 255, 315 * 255); /* 100 π, the arc by chords */
    assert_int_equal(covered(sheet, 5, 5), 0);
}

static void a_stroke_is_as_wide_as_it_says_with_round_ends(void **state) {
    struct sheet *sheet = *state;
    const struct point line[] = {{10 * 16, 10 * 16}, {20 * 16, 10 * 16}};
    cover_begin(&sheet->cover);
    contour_stroke(&sheet->contours, &sheet->cover, line, 2, 4 * 16);
    cover_fill(&sheet->cover, &sheet->canvas, WHITE, 255);
    assert_in_range(covered_in_all(sheet), 52 * 255, 53 * 255); /* 40 + 4 π */
    assert_int_equal(covered(sheet, 15, 8), 255);
    assert_int_equal(covered(sheet, 15, 7), 0);
}

static void a_bent_stroke_is_painted_once_where_it_bends(void **state) {
    struct sheet *sheet = *state;
    const struct point bent[] = {{5 * 16, 20 * 16}, {15 * 16, 10 * 16}, {25 * 16, 20 * 16}};
    cover_begin(&sheet->cover);
    contour_stroke(&sheet->contours, &sheet->cover, bent, 3, 4 * 16);
    cover_fill(&sheet->cover, &sheet->canvas, WHITE, 128);
    for (int32_t y = 0; y < H; y++)
        for (int32_t x = 0; x < W; x++) assert_in_range(covered(sheet, x, y), 0, 128);
}

static void a_polygon_grows_by_what_it_is_told(void **state) {
    struct sheet *sheet = *state;
    const struct point box[] = {
        {10 * 16, 10 * 16}, {10 * 16, 20 * 16}, {20 * 16, 20 * 16}, {20 * 16, 10 * 16}};
    cover_begin(&sheet->cover);
    contour_polygon(&sheet->contours, &sheet->cover, box, 4, 2 * 16);
    cover_fill(&sheet->cover, &sheet->canvas, WHITE, 255);
    assert_in_range(covered_in_all(sheet), 192 * 255, 193 * 255); /* 100 + 80 + 4 π */
}

/* Random triangles, painted whole and through two clips that meet anywhere: the same pixels. */
static void a_clip_changes_no_pixel_inside_it(void **state) {
    struct sheet *sheet = *state;
    struct canvas whole, parts;
    canvas_init(&whole, W, H);
    canvas_init(&parts, W, H);
    for (uint64_t i = 0; i < 2000; i++) {
        struct cover_point corners[3];
        for (uint64_t k = 0; k < 3; k++)
            corners[k] = (struct cover_point){(int32_t)random_below(1, 1, i * 3 + k, 60 * 256) - 10 * 256,
                                              (int32_t)random_below(1, 2, i * 3 + k, 50 * 256) - 10 * 256};
        uint32_t rgb = random_below(1, 3, i, 0x1000000);
        int32_t x = (int32_t)random_below(1, 4, i, W), y = (int32_t)random_below(1, 5, i, H);
        uint8_t alpha = (uint8_t)(100 + random_below(1, 6, i, 156));
        const struct area clips[] = {{0, 0, x, y}, {x, 0, W, y}, {0, y, x, H}, {x, y, W, H}};
        cover_begin(&sheet->cover);
        cover_contour(&sheet->cover, corners, 3);
        cover_fill(&sheet->cover, &whole, rgb, alpha);
        for (uint32_t k = 0; k < 4; k++) {
            canvas_clip(&parts, clips[k]);
            cover_fill(&sheet->cover, &parts, rgb, alpha);
        }
        assert_memory_equal(whole.pixels, parts.pixels, W * H * sizeof(uint32_t));
    }
    canvas_finish(&whole);
    canvas_finish(&parts);
}

static void rectangles_between_pixels_take_their_part(void **state) {
    struct sheet *sheet = *state;
    canvas_fill16(&sheet->canvas, (struct area){8, 16, 56, 48}, WHITE, 255);
    assert_int_equal(covered(sheet, 0, 1), 128);
    assert_int_equal(covered(sheet, 1, 1), 255);
    assert_int_equal(covered(sheet, 2, 2), 255);
    assert_int_equal(covered(sheet, 3, 1), 128);
    assert_int_equal(covered(sheet, 1, 3), 0);
}

static void a_mask_is_clipped_on_every_side(void **state) {
    struct sheet *sheet = *state;
    uint8_t bytes[8 * 8];
    for (uint32_t i = 0; i < sizeof bytes; i++) bytes[i] = 255;
    canvas_clip(&sheet->canvas, area_of(10, 10, 5, 5));
    for (int32_t x = 0; x < 20; x++)
        for (int32_t y = 0; y < 20; y++)
            canvas_mask(&sheet->canvas, (struct mask){bytes, 8, 8}, x, y, WHITE, 255);
    assert_int_equal(covered_in_all(sheet), 25 * 255);
}

static void a_gradient_goes_from_nothing_to_all(void **state) {
    struct sheet *sheet = *state;
    canvas_gradient(&sheet->canvas, area_of(0, 0, W, H), WHITE, 255);
    assert_in_range(covered(sheet, 3, 0), 0, 8);
    assert_in_range(covered(sheet, 3, H - 1), 247, 255);
    for (int32_t y = 1; y < H; y++) assert_true(covered(sheet, 3, y) > covered(sheet, 3, y - 1));
}

static void vectors_and_plain_code_agree_on_every_share(void **state) {
    enum { N = 256 + 3 };
    (void)state;
    uint8_t mask[N];
    uint32_t vector[N], plain[N], old[N];
    for (uint32_t alpha = 0; alpha < 256; alpha++) {
        for (uint32_t i = 0; i < N; i++) {
            mask[i] = (uint8_t)i;
            vector[i] = plain[i] = old[i] = 0xFF000000u | random_below(9, alpha, i, 0x1000000);
        }
        uint32_t color = 0xFF000000u | random_below(9, 300, alpha, 0x1000000);
        blend_mask(vector, mask, N, color, (uint8_t)alpha);
        plain_mask(plain, mask, N, color, (uint8_t)alpha);
        assert_memory_equal(vector, plain, sizeof plain);
        blend_even(vector, N, color, (uint8_t)alpha);
        plain_even(plain, N, color, (uint8_t)alpha);
        assert_memory_equal(vector, plain, sizeof plain);
        blend_fade(vector, old, plain, N, (uint8_t)alpha);
        plain_fade(plain, old, plain, N, (uint8_t)alpha);
        assert_memory_equal(vector, plain, sizeof plain);
    }
}

static void a_fade_begins_with_the_old_and_ends_with_the_new(void **state) {
    (void)state;
    uint32_t old[9], new[9], mixed[9];
    for (uint32_t i = 0; i < 9; i++) {
        old[i] = 0xFF000000u | random_below(2, 0, i, 0x1000000);
        new[i] = 0xFF000000u | random_below(2, 1, i, 0x1000000);
    }
    blend_fade(mixed, old, new, 9, 0);
    assert_memory_equal(mixed, old, sizeof old);
    blend_fade(mixed, old, new, 9, 255);
    assert_memory_equal(mixed, new, sizeof new);
}

static void damage_never_loses_a_pixel(void **state) {
    (void)state;
    static uint8_t wanted[200][200];
    struct damage damage = {0};
    for (uint64_t i = 0; i < 100; i++) {
        struct area area = area_of((int32_t)random_below(4, 0, i, 180), (int32_t)random_below(4, 1, i, 180),
                                   (int32_t)random_below(4, 2, i, 20), (int32_t)random_below(4, 3, i, 20));
        damage_add(&damage, area);
        for (int32_t y = area.top; y < area.bottom; y++)
            for (int32_t x = area.left; x < area.right; x++) wanted[y][x] = 1;
    }
    assert_in_range(damage.count, 1, DAMAGE_MOST);
    for (uint32_t i = 0; i < damage.count; i++)
        for (int32_t y = damage.list[i].top; y < damage.list[i].bottom; y++)
            for (int32_t x = damage.list[i].left; x < damage.list[i].right; x++) wanted[y][x] = 0;
    for (uint32_t i = 0; i < 200 * 200; i++) assert_int_equal(wanted[i / 200][i % 200], 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define SHEET(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        SHEET(a_box_on_whole_pixels_covers_them_and_no_others),
        SHEET(a_box_between_pixels_takes_the_exact_part_of_each),
        SHEET(a_triangle_covers_half_of_each_pixel_on_its_slope),
        SHEET(two_shapes_that_share_an_edge_leave_no_seam),
        SHEET(a_contour_against_another_cuts_a_hole),
        SHEET(what_lies_outside_the_canvas_is_cut_off),
        SHEET(a_disc_has_the_size_of_a_disc),
        SHEET(a_stroke_is_as_wide_as_it_says_with_round_ends),
        SHEET(a_bent_stroke_is_painted_once_where_it_bends),
        SHEET(a_polygon_grows_by_what_it_is_told),
        SHEET(a_clip_changes_no_pixel_inside_it),
        SHEET(rectangles_between_pixels_take_their_part),
        SHEET(a_mask_is_clipped_on_every_side),
        SHEET(a_gradient_goes_from_nothing_to_all),
        cmocka_unit_test(vectors_and_plain_code_agree_on_every_share),
        cmocka_unit_test(a_fade_begins_with_the_old_and_ends_with_the_new),
        cmocka_unit_test(damage_never_loses_a_pixel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
