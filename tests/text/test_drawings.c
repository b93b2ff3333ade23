#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "content/content.h"
#include "support/pictures.h"
#include "text/drawings.h"

/* The pictures of a content: where they come from, how often they are made, and how many are kept. */

enum { SHELF = 120 };

struct shelf {
    struct content content;
    struct drawings *drawings;
    struct made file; /* every path has the same bytes */
    char names[SHELF][24];
    const char *paths[SHELF];
    uint32_t reads, lent;
};

static const char square[] = "<svg viewBox=\"0 0 64 64\"><rect x=\"0\" y=\"0\" width=\"64\" height=\"64\" "
                             "fill=\"#FFC65A\"/></svg>";
static const struct drawing_palette day = {0x102030, 0xFFFFFF, 0xF0C040, 0x203040},
                                    night = {0xF0F0F0, 0x204060, 0x80A0C0, 0x000000};

static bool take(void *context, const char *path, struct str *bytes) {
    struct shelf *shelf = context;
    (void)path;
    shelf->reads++;
    shelf->lent++;
    *bytes = made_str(&shelf->file);
    return true;
}

static void put_back(void *context, const char *path) {
    struct shelf *shelf = context;
    (void)path;
    shelf->lent--;
}

static bool no_drawings(void *context, struct str name, struct str *svg) {
    (void)context;
    (void)name;
    (void)svg;
    return false;
}

static struct made svg_file(const char *text) {
    struct made made = {malloc(strlen(text) + 1), strlen(text)};
    strcpy(made.at, text);
    return made;
}

static void open_shelf(struct shelf *shelf, struct made file) {
    *shelf = (struct shelf){.file = file};
    for (uint32_t i = 0; i < SHELF; i++) {
        snprintf(shelf->names[i], sizeof shelf->names[i], "images/%03u.png", i);
        shelf->paths[i] = shelf->names[i];
    }
    shelf->content.source = (struct content_source){
        .context = shelf, .paths = shelf->paths, .path_count = SHELF, .read = take, .forget = put_back};
    shelf->drawings = drawings_create((struct drawing_source){NULL, no_drawings});
    drawings_use(shelf->drawings, &shelf->content);
}

static void close_shelf(struct shelf *shelf) {
    assert_int_equal(shelf->lent, 0);
    drawings_destroy(shelf->drawings);
    free(shelf->file.at);
}

static struct drawing get(struct shelf *shelf, const char *path, int32_t side,
                          const struct drawing_palette *palette) {
    return drawings_get(shelf->drawings, str_of(path), side, side, 160, palette);
}

static void drawing_of_a_pack_takes_the_colours_of_the_theme(void **state) {
    (void)state;
    struct shelf shelf;
    open_shelf(&shelf, svg_file(square));
    struct drawing light = get(&shelf, "images/000.png", 64, &day);
    assert_non_null(light.pixels);
    assert_int_equal(light.pixels[32 * 64 + 32], 0xFFF0C040u);
    struct drawing dark = get(&shelf, "images/000.png", 64, &night);
    assert_int_equal(dark.pixels[32 * 64 + 32], 0xFF80A0C0u);
    close_shelf(&shelf);
}

static void wide_drawing_stands_in_the_middle_and_keeps_its_ratio(void **state) {
    (void)state;
    struct shelf shelf;
    open_shelf(&shelf, svg_file("<svg viewBox=\"0 0 64 32\"><rect x=\"0\" y=\"0\" width=\"64\" "
                                "height=\"32\" fill=\"#FFC65A\"/></svg>"));
    struct drawing drawing = get(&shelf, "images/000.png", 64, &day);
    assert_non_null(drawing.pixels);
    for (int32_t y = 0; y < 64; y++)
        if (y < 15 || y > 48 || (y > 17 && y < 46))
            assert_int_equal(drawing.pixels[y * 64 + 32] >> 24, y > 17 && y < 46 ? 255 : 0);
    close_shelf(&shelf);
}

static void picture_is_made_once_for_a_size(void **state) {
    (void)state;
    struct shelf shelf;
    open_shelf(&shelf, made_bitmap(IMAGE_PNG, 90, 60));
    const uint32_t *pixels = get(&shelf, "images/003.png", 48, &day).pixels;
    assert_non_null(pixels);
    for (uint32_t i = 0; i < 50; i++)
        assert_ptr_equal(get(&shelf, "images/003.png", 48, &day).pixels, pixels);
    assert_int_equal(shelf.reads, 1);
    assert_non_null(get(&shelf, "images/003.png", 40, &day).pixels);
    assert_int_equal(shelf.reads, 2);
    close_shelf(&shelf);
}

static void what_can_not_be_shown_is_an_empty_place_and_tried_once(void **state) {
    (void)state;
    struct shelf shelf;
    struct made broken = made_bitmap(IMAGE_PNG, 90, 60);
    broken.len -= 20;
    open_shelf(&shelf, broken);
    for (uint32_t i = 0; i < 20; i++) {
        assert_null(get(&shelf, "images/003.png", 48, &day).pixels);
        assert_null(get(&shelf, "images/../../etc/passwd", 48, &day).pixels);
        assert_null(get(&shelf, "images/nowhere.png", 48, &day).pixels);
        assert_null(get(&shelf, "nowhere", 48, &day).pixels);
    }
    assert_int_equal(shelf.reads, 1);
    close_shelf(&shelf);
}

/* Twelve times what may be kept goes through; what is looked at all the time stays. */
static void what_was_used_least_lately_goes(void **state) {
    (void)state;
    enum { SIDE = 420 };
    struct shelf shelf;
    open_shelf(&shelf, svg_file(square));
    assert_true((size_t)SHELF * SIDE * SIDE * 4 > 8 * (size_t)DRAWINGS_BYTES_MOST);
    for (uint32_t i = 0; i < SHELF; i++) {
        assert_non_null(get(&shelf, shelf.paths[0], SIDE, &day).pixels);
        assert_non_null(get(&shelf, shelf.paths[i], SIDE, &day).pixels);
        assert_in_range(drawings_bytes(shelf.drawings), 1, DRAWINGS_BYTES_MOST);
    }
    assert_int_equal(shelf.reads, SHELF);
    get(&shelf, shelf.paths[SHELF - 1], SIDE, &day);
    assert_int_equal(shelf.reads, SHELF);
    get(&shelf, shelf.paths[1], SIDE, &day);
    assert_int_equal(shelf.reads, SHELF + 1);
    close_shelf(&shelf);
}

static void of_the_last_content_nothing_is_kept(void **state) {
    (void)state;
    struct shelf shelf;
    open_shelf(&shelf, svg_file(square));
    get(&shelf, shelf.paths[0], 64, &day);
    drawings_use(shelf.drawings, &shelf.content);
    assert_int_equal(drawings_bytes(shelf.drawings), 0);
    get(&shelf, shelf.paths[0], 64, &day);
    assert_int_equal(shelf.reads, 2);
    drawings_use(shelf.drawings, NULL);
    assert_null(get(&shelf, shelf.paths[0], 64, &day).pixels);
    close_shelf(&shelf);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drawing_of_a_pack_takes_the_colours_of_the_theme),
        cmocka_unit_test(wide_drawing_stands_in_the_middle_and_keeps_its_ratio),
        cmocka_unit_test(picture_is_made_once_for_a_size),
        cmocka_unit_test(what_can_not_be_shown_is_an_empty_place_and_tried_once),
        cmocka_unit_test(what_was_used_least_lately_goes),
        cmocka_unit_test(of_the_last_content_nothing_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
