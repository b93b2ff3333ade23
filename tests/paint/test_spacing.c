#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "paint/painter.h"
#include "ui/spacing.h"

/* What the painter draws stands where layout measured it: a line painted whole is pixel by pixel the line
   painted one character at a time, each where the width of the text before it says. */

enum { W = 1000, H = 60, SIZE = 40 };

struct easel {
    struct arena arena;
    struct draw_list list;
    struct faces *faces;
    struct painter painter;
    struct canvas whole, pieces;
};

static int set_up(void **state) {
    static struct easel easel;
    arena_init(&easel.arena);
    easel.faces = faces_create(faces_of_debian);
    painter_init(&easel.painter, easel.faces, NULL);
    canvas_init(&easel.whole, W, H);
    canvas_init(&easel.pieces, W, H);
    *state = &easel;
    return 0;
}

static int tear_down(void **state) {
    struct easel *easel = *state;
    painter_finish(&easel->painter);
    faces_destroy(easel->faces);
    canvas_finish(&easel->whole);
    canvas_finish(&easel->pieces);
    arena_finish(&easel->arena);
    return 0;
}

static void add_text(struct easel *easel, enum face face, int32_t x, struct str text) {
    struct draw_command *command = draw_add(&easel->list, DRAW_TEXT, ROLE_BODY, COLOR_INK);
    command->face = (uint8_t)face;
    command->x = x;
    command->y = 10;
    command->size = SIZE;
    command->h = SIZE;
    command->w = W;
    command->text = text;
}

static void paint(struct easel *easel, struct canvas *canvas) {
    painter_paint(&easel->painter, &easel->list, theme_palette(THEME_LIGHT), canvas, canvas_area(canvas));
}

/* Measures prefixes as layout does. Only for characters whose pen stays on whole pixels. */
static void paint_pieces(struct easel *easel, enum face face, const char *text) {
    struct metrics metrics = faces_metrics(easel->faces);
    draw_begin(&easel->list, &easel->arena);
    for (const char *at = text, *end = text + strlen(text); at < end;) {
        const char *from = at;
        utf8_next(&at, end);
        struct str one = {from, (size_t)(at - from)}, so_far = {text, (size_t)(at - text)};
        int32_t x = metrics_width(&metrics, face, SIZE, so_far) - metrics_width(&metrics, face, SIZE, one);
        add_text(easel, face, x / 64, one);
    }
    paint(easel, &easel->pieces);
}

static bool look_alike(const struct easel *easel) {
    for (int32_t y = 0; y < H; y++)
        if (memcmp(canvas_row(&easel->whole, y), canvas_row(&easel->pieces, y), W * sizeof(uint32_t)) != 0)
            return false;
    return true;
}

static void the_painter_draws_where_layout_measured(void **state) {
    struct easel *easel = *state;
    static const char *const texts[] = {"“安全”，（他说：“好。”）——吗？", "《网络安全法》、《数据安全法》……",
                                        "网、络；安：全！“宣‘传’周”9", "今年A"};
    for (uint32_t face = 0; face < FACES; face++)
        for (uint32_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
            draw_begin(&easel->list, &easel->arena);
            add_text(easel, (enum face)face, 0, str_of(texts[i]));
            paint(easel, &easel->whole);
            paint_pieces(easel, (enum face)face, texts[i]);
            if (!look_alike(easel)) fail_msg("%s: %s", face_name((enum face)face), texts[i]);
        }
}

static void curly_quotes_come_full_width_from_the_chinese_face(void **state) {
    struct easel *easel = *state;
    for (uint32_t face = 0; face < FACES; face++)
        for (const char *at = "“”‘’", *end = at + strlen(at); at < end;)
            assert_int_equal(faces_advance(easel->faces, (enum face)face, SIZE, utf8_next(&at, end)),
                             SIZE * 64);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_painter_draws_where_layout_measured),
        cmocka_unit_test(curly_quotes_come_full_width_from_the_chinese_face),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
