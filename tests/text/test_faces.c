#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "text/drawings.h"
#include "text/faces.h"

static int set_up(void **state) {
    *state = faces_create(faces_of_debian);
    return 0;
}

static int tear_down(void **state) {
    faces_destroy(*state);
    return 0;
}

enum { ONE = 64 };

static void chinese_and_its_marks_are_one_em_wide(void **state) {
    const uint32_t codes[] = {0x5B89, 0x77E5, 0xFF0C, 0x3002, 0x201C, 0x201D, 0x2026, 0x2014, 0x3000};
    for (uint32_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        for (uint32_t face = 0; face < FACES; face++)
            assert_int_equal(faces_advance(*state, (enum face)face, 40, codes[i]), 40 * ONE);
}

static void latin_and_digits_are_narrower_than_an_em(void **state) {
    for (uint32_t code = '!'; code < 127; code++) {
        int32_t width = faces_advance(*state, FACE_SANS, 100, code);
        assert_in_range(width, 20 * ONE, 99 * ONE);
    }
    int32_t zero = faces_advance(*state, FACE_SANS_BOLD, 100, '0');
    for (uint32_t code = '1'; code <= '9'; code++)
        assert_int_equal(faces_advance(*state, FACE_SANS_BOLD, 100, code), zero);
}

static void ink_stands_in_its_em_box(void **state) {
    const struct stamp *stamp = faces_stamp(*state, FACE_SERIF_BOLD, 100, 0x56FD);
    assert_non_null(stamp);
    assert_in_range(stamp->x, 0, 20);
    assert_in_range(stamp->x + stamp->w, 80, 100);
    assert_in_range(-stamp->y, 70, 90);          /* its top, above the baseline */
    assert_in_range(stamp->y + stamp->h, 0, 14); /* its foot, below */
}

static void ink_is_cropped(void **state) {
    const struct stamp *dot = faces_stamp(*state, FACE_SANS, 100, 0x3002);
    assert_non_null(dot);
    assert_in_range(dot->w, 5, 40);
    assert_in_range(dot->h, 5, 40);
    uint32_t rim = 0;
    for (int32_t x = 0; x < dot->w; x++) rim += dot->bytes[x];
    assert_true(rim > 0);
}

static void two_dashes_are_one_line(void **state) {
    for (uint32_t face = 0; face < FACES; face++) {
        const struct stamp *dash = faces_stamp(*state, (enum face)face, 40, 0x2014);
        assert_int_equal(dash->x, 0);
        assert_int_equal(dash->w, 40);
        assert_in_range(-dash->y, 8, 20);
    }
}

static void simplified_forms_are_drawn_and_not_japanese_ones(void **state) {
    /* 直 has a different foot in the Japanese face, which is the first one of the collection. */
    const struct face_choice japanese[FACES] = {
        {{{faces_of_debian[FACE_SANS].files[0].path, "Noto Sans CJK JP"}}},
        {{{faces_of_debian[FACE_SANS].files[0].path, "Noto Sans CJK JP"}}},
        {{{faces_of_debian[FACE_SANS].files[0].path, "Noto Sans CJK JP"}}}};
    struct faces *other = faces_create(japanese);
    const struct stamp *ours = faces_stamp(*state, FACE_SANS, 60, 0x76F4);
    const struct stamp *theirs = faces_stamp(other, FACE_SANS, 60, 0x76F4);
    assert_true(ours && theirs);
    bool equal = ours->w == theirs->w && ours->h == theirs->h &&
                 memcmp(ours->bytes, theirs->bytes, (size_t)ours->w * (size_t)ours->h) == 0;
    assert_false(equal);
    faces_destroy(other);
}

struct report {
    uint32_t faces, characters, last;
};

static void count_lack(void *context, enum face face, const char *path, uint32_t code) {
    struct report *report = context;
    (void)face;
    (void)path;
    if (code)
        report->characters++;
    else
        report->faces++;
    report->last = code;
}

static void missing_face_is_stood_in_for_and_reported_once(void **state) {
    (void)state;
    struct face_choice choices[FACES];
    struct report report = {0};
    memcpy(choices, faces_of_debian, sizeof choices);
    choices[FACE_SERIF_BOLD].files[0] = (struct face_file){"/nowhere/serif.ttc", "Nothing"};
    struct faces *faces = faces_create(choices);
    assert_non_null(faces_stamp(faces, FACE_SERIF_BOLD, 40, 0x5B89));
    assert_non_null(faces_stamp(faces, FACE_SERIF_BOLD, 44, 0x77E5));
    faces_report(faces, count_lack, &report);
    faces_report(faces, count_lack, &report);
    assert_int_equal(report.faces, 1);
    assert_int_equal(report.characters, 0);
    faces_destroy(faces);
}

/* Of a file that somebody brought only the name is known. */
static void of_an_unknown_collection_the_simplified_forms_are_drawn(void **state) {
    struct face_choice choices[FACES];
    memcpy(choices, faces_of_debian, sizeof choices);
    choices[FACE_SANS].files[0].family = NULL;
    struct faces *faces = faces_create(choices);
    const struct stamp *a = faces_stamp(faces, FACE_SANS, 60, 0x76F4);
    const struct stamp *b = faces_stamp(*state, FACE_SANS, 60, 0x76F4);
    assert_true(a && b && a->w == b->w && a->h == b->h);
    assert_memory_equal(a->bytes, b->bytes, (size_t)a->w * (size_t)a->h);
    assert_int_equal(faces_advance(faces, FACE_SANS, 40, 0x76F4), 40 * ONE);
    faces_destroy(faces);
}

static void file_that_is_no_font_is_stood_in_for(void **state) {
    (void)state;
    struct face_choice choices[FACES];
    struct report report = {0};
    memcpy(choices, faces_of_debian, sizeof choices);
    choices[FACE_SANS].files[0] = (struct face_file){"/proc/self/exe", NULL};
    struct faces *faces = faces_create(choices);
    assert_non_null(faces_stamp(faces, FACE_SANS, 40, 0x5B89));
    assert_string_equal(faces_in_use(faces, FACE_SANS)->path, choices[FACE_SANS].files[1].path);
    faces_report(faces, count_lack, &report);
    assert_int_equal(report.faces, 1);
    faces_destroy(faces);
}

static void without_any_face_text_has_room_but_no_ink(void **state) {
    (void)state;
    const struct face_choice none[FACES] = {{{{NULL, NULL}}}};
    struct faces *faces = faces_create(none);
    assert_int_equal(faces_advance(faces, FACE_SANS, 40, 0x5B89), 40 * ONE);
    assert_null(faces_stamp(faces, FACE_SANS, 40, 0x5B89));
    faces_destroy(faces);
}

static void missing_character_has_room_and_is_reported_once(void **state) {
    struct report report = {0};
    assert_null(faces_stamp(*state, FACE_SANS, 40, 0x2717));
    assert_null(faces_stamp(*state, FACE_SANS, 60, 0x2717));
    assert_true(faces_advance(*state, FACE_SANS, 40, 0x2717) > 0);
    faces_report(*state, count_lack, &report);
    assert_int_equal(report.characters, 1);
    assert_int_equal(report.last, 0x2717);
}

static void cache_is_bounded_and_gives_the_same_ink_again(void **state) {
    struct faces *faces = *state;
    uint8_t first[4096];
    const struct stamp *stamp = faces_stamp(faces, FACE_SANS, 30, 0x4E2D);
    size_t size = (size_t)stamp->w * (size_t)stamp->h;
    assert_true(size <= sizeof first);
    memcpy(first, stamp->bytes, size);
    for (uint32_t code = 0x4E00; code < 0x4E00 + 700; code++) faces_stamp(faces, FACE_SANS_BOLD, 250, code);
    faces_tidy(faces);
    assert_in_range(faces_bytes(faces), 0, 24 << 20);
    stamp = faces_stamp(faces, FACE_SANS, 30, 0x4E2D);
    assert_memory_equal(stamp->bytes, first, size);
}

static void opened_ahead_or_when_wanted_is_the_same(void **state) {
    struct faces *ahead = faces_create(faces_of_debian);
    faces_open_ahead(ahead);
    const struct stamp *a = faces_stamp(ahead, FACE_SERIF_BOLD, 50, 0x5B89);
    const struct stamp *b = faces_stamp(*state, FACE_SERIF_BOLD, 50, 0x5B89);
    assert_true(a->w == b->w && a->h == b->h && a->x == b->x && a->y == b->y);
    assert_memory_equal(a->bytes, b->bytes, (size_t)a->w * (size_t)a->h);
    faces_destroy(ahead);
}

static bool is_same_ink(const struct stamp *a, const struct stamp *b) {
    return a && b && a->w == b->w && a->h == b->h && a->x == b->x && a->y == b->y &&
           memcmp(a->bytes, b->bytes, (size_t)a->w * (size_t)a->h) == 0;
}

static bool draws_alike(struct faces *a, struct faces *b, uint32_t code) {
    return is_same_ink(faces_stamp(a, FACE_SANS, 50, code), faces_stamp(b, FACE_SANS, 50, code)) &&
           faces_advance(a, FACE_SANS, 50, code) == faces_advance(b, FACE_SANS, 50, code);
}

static void asleep_or_awake_they_draw_the_same(void **state) {
    struct faces *other = faces_create(faces_of_debian);
    const uint32_t codes[] = {0x5B89, 0x77E5, 'g', 0x201C, 0x2014};
    for (uint32_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        faces_sleep(other);
        if (i % 2) faces_wake(other);
        assert_true(draws_alike(other, *state, codes[i]));
    }
    faces_destroy(other);
}

/* A package that is renewed during the week takes the file away that is in use. */
static void a_file_that_goes_away_in_its_sleep_is_still_there(void **state) {
    char folder[] = "/tmp/anzhi-faces-XXXXXX", path[64];
    struct face_choice choices[FACES];
    struct report report = {0};
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/sans.ttc", folder);
    assert_int_equal(symlink(faces_of_debian[FACE_SANS].files[0].path, path), 0);
    memcpy(choices, faces_of_debian, sizeof choices);
    choices[FACE_SANS] = (struct face_choice){{{path, faces_of_debian[FACE_SANS].files[0].family}}};
    struct faces *faces = faces_create(choices);
    assert_true(draws_alike(faces, *state, 0x5B89));
    faces_sleep(faces);
    assert_int_equal(unlink(path) + rmdir(folder), 0);
    assert_true(draws_alike(faces, *state, 0x77E5));
    faces_report(faces, count_lack, &report);
    assert_int_equal(report.faces + report.characters, 0);
    faces_destroy(faces);
}

static void colours_of_a_drawing_are_keys(void **state) {
    (void)state;
    struct buf out;
    struct drawing_palette palette = {0x111111, 0x222222, 0x333333, 0x444444};
    buf_init(&out);
    drawing_recolor(STR("#0D2137 #FFFFFF #FFC65A #0D2138 stroke-width=\"2.2\" stroke-width=\"3\" #0D2139"),
                    64, 160, &palette, &out);
    assert_string_equal(out.at,
                        "#111111 #222222 #333333 #444444 stroke-width=\"3.60\" stroke-width=\"3\" #0D2139");
    buf_finish(&out);
}

static bool read_square(void *context, struct str name, struct str *svg) {
    ++*(uint32_t *)context;
    *svg = STR("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\" viewBox=\"0 0 64 64\">"
               "<rect x=\"16\" y=\"16\" width=\"32\" height=\"32\" fill=\"#FFC65A\"/></svg>");
    return str_is(name, "square");
}

static void drawing_is_rasterised_once_per_size_and_palette(void **state) {
    (void)state;
    uint32_t reads = 0;
    struct drawings *drawings = drawings_create((struct drawing_source){&reads, read_square});
    struct drawing_palette palette = {0x111111, 0x222222, 0x00FF00, 0x444444}, dark = {1, 2, 3, 4};
    struct drawing square = drawings_get(drawings, STR("square"), 128, 128, 160, &palette);
    assert_non_null(square.pixels);
    assert_int_equal(square.pixels[64 * 128 + 64], 0xFF00FF00u);
    assert_int_equal(square.pixels[10 * 128 + 10], 0);
    drawings_get(drawings, STR("square"), 128, 128, 160, &palette);
    assert_int_equal(reads, 1);
    drawings_get(drawings, STR("square"), 128, 128, 160, &dark);
    assert_int_equal(reads, 2);
    assert_null(drawings_get(drawings, STR("nothing"), 128, 128, 160, &dark).pixels);
    drawings_destroy(drawings);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define FACES_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        FACES_TEST(chinese_and_its_marks_are_one_em_wide),
        FACES_TEST(latin_and_digits_are_narrower_than_an_em),
        FACES_TEST(ink_stands_in_its_em_box),
        FACES_TEST(ink_is_cropped),
        FACES_TEST(two_dashes_are_one_line),
        FACES_TEST(simplified_forms_are_drawn_and_not_japanese_ones),
        cmocka_unit_test(missing_face_is_stood_in_for_and_reported_once),
        FACES_TEST(of_an_unknown_collection_the_simplified_forms_are_drawn),
        cmocka_unit_test(file_that_is_no_font_is_stood_in_for),
        cmocka_unit_test(without_any_face_text_has_room_but_no_ink),
        FACES_TEST(missing_character_has_room_and_is_reported_once),
        FACES_TEST(cache_is_bounded_and_gives_the_same_ink_again),
        FACES_TEST(opened_ahead_or_when_wanted_is_the_same),
        FACES_TEST(asleep_or_awake_they_draw_the_same),
        FACES_TEST(a_file_that_goes_away_in_its_sleep_is_still_there),
        cmocka_unit_test(colours_of_a_drawing_are_keys),
        cmocka_unit_test(drawing_is_rasterised_once_per_size_and_palette),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
