#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/random.h"
#include "content/image.h"
#include "support/disk.h"

/* What is given to a decoder, and what is refused while it is only bytes. The files are made here. */

static void add_number(struct buf *out, uint32_t number, uint32_t bytes) {
    for (uint32_t i = bytes; i-- > 0;) buf_char(out, (char)(number >> 8 * i & 0xFF));
}

static void add_little(struct buf *out, uint32_t number, uint32_t bytes) {
    for (uint32_t i = 0; i < bytes; i++) buf_char(out, (char)(number >> 8 * i & 0xFF));
}

static void add_chunk(struct buf *out, const char *name, struct str data) {
    add_number(out, (uint32_t)data.len, 4);
    buf_text(out, name);
    buf_str(out, data);
    add_number(out, 0, 4); /* the sum is the decoder's business */
}

static void make_png(struct buf *out, uint32_t w, uint32_t h) {
    struct buf head;
    buf_init(out);
    buf_init(&head);
    add_number(&head, w, 4);
    add_number(&head, h, 4);
    buf_add(&head, "\x08\x02\x00\x00\x00", 5);
    buf_text(out, "\x89PNG\r\n\x1A\n");
    add_chunk(out, "IHDR", buf_get(&head));
    add_chunk(out, "IDAT", STR("1234567890"));
    add_chunk(out, "IEND", STR(""));
    buf_finish(&head);
}

static void make_jpeg(struct buf *out, uint32_t frame, uint32_t w, uint32_t h, uint32_t colors,
                      uint32_t scans) {
    buf_init(out);
    buf_add(out, "\xFF\xD8\xFF\xE0\x00\x04JF", 8);
    add_number(out, 0xFF00 | frame, 2);
    add_number(out, 8 + 3 * colors, 2);
    add_number(out, 8, 1);
    add_number(out, h, 2);
    add_number(out, w, 2);
    add_number(out, colors, 1);
    for (uint32_t i = 0; i < colors; i++) add_number(out, i + 1, 3);
    for (uint32_t i = 0; i < scans; i++) {
        buf_add(out, "\xFF\xDA\x00\x03\x01", 5);
        buf_add(out, "data\xFF\x00\xFF\xD3more", 12);
    }
    buf_add(out, "\xFF\xD9", 2);
}

static void make_webp(struct buf *out, const char *kind, struct str data) {
    buf_init(out);
    buf_text(out, "RIFF");
    add_little(out, (uint32_t)(12 + data.len), 4);
    buf_text(out, "WEBP");
    buf_text(out, kind);
    add_little(out, (uint32_t)data.len, 4);
    buf_str(out, data);
}

static enum image_flaw flaw_of(struct buf *made) {
    enum image_flaw flaw = image_examine(buf_get(made)).flaw;
    buf_finish(made);
    return flaw;
}

static void a_picture_says_its_kind_and_size(void **state) {
    (void)state;
    struct buf made;
    make_png(&made, 640, 480);
    struct image image = image_examine(buf_get(&made));
    assert_int_equal(image.kind, IMAGE_PNG);
    assert_int_equal(image.w, 640);
    assert_int_equal(image.h, 480);
    assert_int_equal(flaw_of(&made), IMAGE_SOUND);
    make_jpeg(&made, 0xC2, 300, 200, 3, 10);
    image = image_examine(buf_get(&made));
    assert_int_equal(image.kind, IMAGE_JPEG);
    assert_int_equal(image.w, 300);
    assert_int_equal(image.h, 200);
    assert_int_equal(flaw_of(&made), IMAGE_SOUND);
    make_webp(&made, "VP8X", STR("\x00\x00\x00\x00\x3F\x01\x00\xEF\x00\x00"));
    image = image_examine(buf_get(&made));
    assert_int_equal(image.kind, IMAGE_WEBP);
    assert_int_equal(image.w, 320);
    assert_int_equal(image.h, 240);
    assert_int_equal(flaw_of(&made), IMAGE_SOUND);
}

static void a_size_that_would_take_all_memory_is_refused(void **state) {
    (void)state;
    struct buf made;
    make_png(&made, 0x7FFFFFFF, 0x7FFFFFFF);
    assert_int_equal(flaw_of(&made), IMAGE_WIDE);
    make_png(&made, IMAGE_SIDE_MOST + 1, 1);
    assert_int_equal(flaw_of(&made), IMAGE_WIDE);
    make_png(&made, IMAGE_SIDE_MOST, IMAGE_SIDE_MOST);
    assert_int_equal(flaw_of(&made), IMAGE_SOUND);
    make_png(&made, 0, 480);
    assert_int_equal(flaw_of(&made), IMAGE_CUT);
    make_jpeg(&made, 0xC0, 65535, 65535, 3, 1);
    assert_int_equal(flaw_of(&made), IMAGE_WIDE);
    make_webp(&made, "VP8X", STR("\x00\x00\x00\x00\xFF\xFF\xFF\xFF\xFF\xFF"));
    assert_int_equal(flaw_of(&made), IMAGE_WIDE);
}

static void too_many_bytes_are_refused(void **state) {
    (void)state;
    struct buf made;
    make_png(&made, 640, 480);
    while (made.len <= IMAGE_BYTES_MOST) buf_text(&made, "and more behind its end");
    assert_int_equal(flaw_of(&made), IMAGE_HEAVY);
    buf_init(&made);
    buf_text(&made, "<svg viewBox=\"0 0 64 64\">");
    while (made.len <= IMAGE_SVG_BYTES_MOST) buf_text(&made, "<path d=\"M0 0\"/>");
    buf_text(&made, "</svg>");
    assert_int_equal(flaw_of(&made), IMAGE_HEAVY);
}

/* What the decoders could do, but what is of no use on a screen, or takes them very long. */
static void what_we_leave_out_is_refused(void **state) {
    (void)state;
    struct buf made;
    make_jpeg(&made, 0xC0, 300, 200, 4, 1); /* CMYK */
    assert_int_equal(flaw_of(&made), IMAGE_ODD);
    make_jpeg(&made, 0xC9, 300, 200, 3, 1); /* arithmetic coding */
    assert_int_equal(flaw_of(&made), IMAGE_ODD);
    make_jpeg(&made, 0xC2, 300, 200, 3, 5000); /* five thousand walks over the pixels */
    assert_int_equal(flaw_of(&made), IMAGE_ODD);
    make_webp(&made, "VP8X", STR("\x02\x00\x00\x00\x3F\x01\x00\xEF\x00\x00")); /* moves */
    assert_int_equal(flaw_of(&made), IMAGE_ODD);
    assert_int_equal(image_examine(STR("GIF89a……")).flaw, IMAGE_UNKNOWN);
    assert_int_equal(image_examine(STR("")).flaw, IMAGE_CUT);
}

static void expect_odd(const char *svg, const char *part) {
    struct image image = image_examine(str_of(svg));
    if (image.flaw != IMAGE_ODD || !str_is(image.part, part)) print_error("%s\n", svg);
    assert_int_equal(image.flaw, IMAGE_ODD);
    assert_true(str_is(image.part, part));
}

#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">"

static void a_drawing_is_made_of_shapes_and_small_numbers(void **state) {
    (void)state;
    assert_int_equal(image_examine(STR("\xEF\xBB\xBF<?xml version=\"1.0\"?><!-- > -->\n" SVG
                                       "<rect x=\"1\" y=\"-.5\"></rect>\n</svg>\n"))
                         .flaw,
                     IMAGE_SOUND);
    expect_odd(SVG "<g/></svg>", "g");
    expect_odd(SVG "<style>path{}</style></svg>", "style");
    expect_odd(SVG "<image href=\"file:///etc/passwd\"/></svg>", "image");
    expect_odd(SVG "<path style=\"fill:red\"/></svg>", "style");
    expect_odd(SVG "<path fill=\"url(#a)\"/></svg>", "fill");
    expect_odd(SVG "<path d=\"M0 0L1e9 0\"/></svg>", "d");
    expect_odd(SVG "<path d=\"M0 0L99999 0\"/></svg>", "d");
    expect_odd(SVG "<path stroke-width=\"100000\"/></svg>", "stroke-width");
    expect_odd(SVG "<path stroke-dasharray=\"1 2\"/></svg>", "stroke-dasharray");
    expect_odd(SVG "<path onload=\"x\"/></svg>", "onload");
    expect_odd("<svg><path/></svg>", "viewBox");
    expect_odd("<svg viewBox=\"0 0 0 0\"></svg>", "viewBox");
    expect_odd("<svg viewBox=\"0 0 64\"></svg>", "viewBox");
    expect_odd("<!DOCTYPE svg [<!ENTITY a \"b\">]>" SVG "</svg>", "DOCTYPE");
    assert_int_equal(image_examine(STR(SVG "<path d=\"M0\"/>")).flaw, IMAGE_CUT);
    assert_int_equal(image_examine(STR(SVG "<path d=\"M0")).flaw, IMAGE_CUT);
    assert_int_equal(image_examine(STR(SVG "text</svg>")).flaw, IMAGE_CUT);
}

static void our_own_drawings_pass(void **state) {
    (void)state;
    struct disk disk;
    disk_open(&disk, SOURCE_DIR "/assets/illustrations");
    assert_true(disk.count >= 16);
    for (uint32_t i = 0; i < disk.count; i++) {
        struct image image = image_examine(buf_get(&disk.bytes[i]));
        assert_int_equal(image.kind, IMAGE_SVG);
        assert_int_equal(image.flaw, IMAGE_SOUND);
        assert_int_equal(image.w, 64);
    }
    disk_close(&disk);
}

/* Each kind once, sound. */
enum { SAMPLES = 4 };
static void make_sample(struct buf *out, uint32_t kind) {
    if (kind == 0) make_png(out, 64, 48);
    if (kind == 1) make_jpeg(out, 0xC0, 64, 48, 3, 2);
    if (kind == 2) make_webp(out, "VP8L", STR("\x2F\x3F\xC0\x0B\x00 and so on"));
    if (kind != 3) return;
    buf_init(out);
    buf_text(out, SVG "<path d=\"M8 8h9\" fill=\"#FFC65A\"/><circle r=\"3\"></circle></svg>");
}

static void a_file_cut_short_anywhere_is_not_sound(void **state) {
    (void)state;
    for (uint32_t kind = 0; kind < SAMPLES; kind++) {
        struct buf made;
        make_sample(&made, kind);
        assert_int_equal(image_examine(buf_get(&made)).flaw, IMAGE_SOUND);
        for (size_t len = 0; len < made.len; len++) {
            char *copy = malloc(len + 1); /* of this very length, so that a sanitizer sees a step beyond */
            memcpy(copy, made.at, len);
            assert_int_not_equal(image_examine((struct str){copy, len}).flaw, IMAGE_SOUND);
            free(copy);
        }
        buf_finish(&made);
    }
}

static void changed_bytes_crash_nothing_and_no_large_size_gets_through(void **state) {
    (void)state;
    for (uint64_t run = 0; run < 40000; run++) {
        struct buf made;
        make_sample(&made, (uint32_t)(run % SAMPLES));
        for (uint64_t i = 0; i < 1 + run % 7; i++)
            made.at[random_below(11, 0, run * 16 + i, (uint32_t)made.len)] =
                (char)random_below(11, 1, run * 16 + i, 256);
        struct image image = image_examine(buf_get(&made));
        if (image.flaw == IMAGE_SOUND && image.kind != IMAGE_SVG) {
            assert_in_range(image.w, 1, IMAGE_SIDE_MOST);
            assert_in_range(image.h, 1, IMAGE_SIDE_MOST);
        }
        buf_finish(&made);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_picture_says_its_kind_and_size),
        cmocka_unit_test(a_size_that_would_take_all_memory_is_refused),
        cmocka_unit_test(too_many_bytes_are_refused),
        cmocka_unit_test(what_we_leave_out_is_refused),
        cmocka_unit_test(a_drawing_is_made_of_shapes_and_small_numbers),
        cmocka_unit_test(our_own_drawings_pass),
        cmocka_unit_test(a_file_cut_short_anywhere_is_not_sound),
        cmocka_unit_test(changed_bytes_crash_nothing_and_no_large_size_gets_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
