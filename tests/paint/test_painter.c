#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "base/random.h"
#include "paint/compare.h"
#include "paint/painter.h"

enum { W = 320, H = 240, COMMANDS_MOST = 40 };

/* Two lists, one after the other, and somewhere to paint them. */
struct easel {
    struct arena arenas[2];
    struct draw_list old, new;
    struct painter painter;
    struct canvas canvas, whole;
    struct faces *faces;
};

static bool read_drawing(void *context, struct str name, struct str *svg) {
    (void)context;
    *svg = STR("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\" viewBox=\"0 0 64 64\">"
               "<rect x=\"8\" y=\"8\" width=\"48\" height=\"48\" fill=\"#FFC65A\" stroke=\"#0D2138\" "
               "stroke-width=\"2.2\"/></svg>");
    return str_is(name, "box");
}

static int set_up(void **state) {
    static struct easel easel;
    arena_init(&easel.arenas[0]);
    arena_init(&easel.arenas[1]);
    easel.faces = faces_create(faces_of_debian);
    painter_init(&easel.painter, easel.faces, drawings_create((struct drawing_source){NULL, read_drawing}));
    canvas_init(&easel.canvas, W, H);
    canvas_init(&easel.whole, W, H);
    *state = &easel;
    return 0;
}

static int tear_down(void **state) {
    struct easel *easel = *state;
    drawings_destroy(easel->painter.drawings);
    painter_finish(&easel->painter);
    faces_destroy(easel->faces);
    canvas_finish(&easel->canvas);
    canvas_finish(&easel->whole);
    arena_finish(&easel->arenas[0]);
    arena_finish(&easel->arenas[1]);
    return 0;
}

static int32_t pick(uint64_t seed, uint64_t *at, int32_t least, int32_t most) {
    return least + (int32_t)random_below(seed, 0, (*at)++, (uint32_t)(most - least + 1));
}

static void add_random_points(struct draw_list *list, struct draw_command *command, uint64_t seed,
                              uint64_t *at) {
    for (int32_t i = pick(seed, at, 1, 7); i > 0; i--)
        draw_point(list, command, pick(seed, at, -20 * 16, (W + 20) * 16),
                   pick(seed, at, -20 * 16, (H + 20) * 16));
}

static void add_random_command(struct draw_list *list, uint64_t seed) {
    static const char *const texts[] = {"网络安全", "“靠人民”，1.0版", "QyjÅ国", "✗"};
    uint64_t at = 0;
    enum draw_kind kind = (enum draw_kind)pick(seed, &at, 0, DRAW_KINDS - 1);
    struct draw_command *command =
        draw_add(list, kind, ROLE_BODY, (enum color)pick(seed, &at, COLOR_GROUND, COLORS - 1));
    if (pick(seed, &at, 0, 3) == 0) command->alpha = (uint8_t)pick(seed, &at, 0, 255);
    command->x = pick(seed, &at, -30, W);
    command->y = pick(seed, &at, -30, H);
    command->w = pick(seed, &at, 1, kind == DRAW_RECTS ? 12 : 120);
    command->h = pick(seed, &at, 1, kind == DRAW_RECTS ? 12 : 90);
    command->radius = pick(seed, &at, 0, 40);
    command->stroke = pick(seed, &at, 1, 60);
    command->size = pick(seed, &at, 12, 40);
    command->face = (uint8_t)pick(seed, &at, 0, FACES - 1);
    if (kind >= DRAW_POLYGON && kind <= DRAW_STROKE) add_random_points(list, command, seed, &at);
    if (kind == DRAW_RECTS) add_random_points(list, command, seed, &at);
    if (kind == DRAW_TEXT) command->text = str_of(texts[pick(seed, &at, 0, 3)]);
    if (kind == DRAW_TEXT) command->w = (int32_t)command->text.len * command->size;
    if (kind == DRAW_ICON) command->text = STR("box");
}

/* A list told by the seeds of its commands. */
static void build(struct draw_list *list, struct arena *arena, const uint64_t *seeds, uint32_t count) {
    draw_begin(list, arena);
    for (uint32_t i = 0; i < count; i++) add_random_command(list, seeds[i]);
}

/* Takes some out, puts some in, changes some, swaps two. */
static uint32_t change(uint64_t *seeds, uint32_t count, uint64_t seed) {
    uint64_t at = 0;
    for (int32_t steps = pick(seed, &at, 0, 4); steps > 0; steps--) {
        uint32_t i = (uint32_t)pick(seed, &at, 0, (int32_t)count - 1),
                 k = (uint32_t)pick(seed, &at, 0, (int32_t)count - 1);
        uint64_t kept = seeds[i];
        switch (pick(seed, &at, 0, 3)) {
        case 0:
            seeds[i] = seed * 1000 + at;
            break;
        case 1:
            seeds[i] = seeds[k];
            seeds[k] = kept;
            break;
        case 2:
            if (count > 2) memmove(seeds + i, seeds + i + 1, (--count - i) * sizeof *seeds);
            break;
        default:
            if (count == COMMANDS_MOST) break;
            memmove(seeds + i + 1, seeds + i, (count++ - i) * sizeof *seeds);
            seeds[i] = seed * 1000 + at;
        }
    }
    return count;
}

static void paint_whole(struct easel *easel, const struct draw_list *list, struct canvas *canvas) {
    painter_paint(&easel->painter, list, theme_palette(THEME_LIGHT), canvas, canvas_area(canvas));
}

static void repainting_the_damage_equals_painting_everything(void **state) {
    struct easel *easel = *state;
    for (uint64_t round = 0; round < 400; round++) {
        uint64_t seeds[COMMANDS_MOST];
        uint32_t count = 5 + random_below(7, 1, round, COMMANDS_MOST - 10);
        for (uint32_t i = 0; i < count; i++) seeds[i] = round * 100 + i;
        build(&easel->old, &easel->arenas[0], seeds, count);
        count = change(seeds, count, round + 1);
        build(&easel->new, &easel->arenas[1], seeds, count);
        struct damage damage = {0};
        lists_compare(&easel->old, &easel->new, &damage);
        paint_whole(easel, &easel->old, &easel->canvas);
        painter_paint_damage(&easel->painter, &easel->new, theme_palette(THEME_LIGHT), &easel->canvas,
                             &damage);
        paint_whole(easel, &easel->new, &easel->whole);
        assert_memory_equal(easel->canvas.pixels, easel->whole.pixels, W * H * sizeof(uint32_t));
    }
}

static void no_command_paints_outside_its_area(void **state) {
    struct easel *easel = *state;
    for (uint64_t seed = 0; seed < 1500; seed++) {
        build(&easel->new, &easel->arenas[1], &seed, 1);
        struct area area = command_area(&easel->new, easel->new.commands);
        struct draw_list nothing = {0};
        paint_whole(easel, &nothing, &easel->whole);
        uint32_t ground = easel->whole.pixels[0];
        paint_whole(easel, &easel->new, &easel->canvas);
        for (int32_t y = 0; y < H; y++)
            for (int32_t x = 0; x < W; x++)
                if (x < area.left || x >= area.right || y < area.top || y >= area.bottom)
                    assert_int_equal(canvas_row(&easel->canvas, y)[x], ground);
    }
}

static void two_equal_lists_damage_nothing(void **state) {
    struct easel *easel = *state;
    uint64_t seeds[] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    struct damage damage = {0};
    build(&easel->old, &easel->arenas[0], seeds, 9);
    build(&easel->new, &easel->arenas[1], seeds, 9);
    lists_compare(&easel->old, &easel->new, &damage);
    assert_int_equal(damage.count, 0);
}

static void add_windows(struct draw_list *list, struct arena *arena, int32_t lit) {
    draw_begin(list, arena);
    struct draw_command *unlit = draw_add(list, DRAW_RECTS, ROLE_CITY, COLOR_UNLIT);
    unlit->w = unlit->h = 6;
    for (int32_t i = lit; i < 100; i++) draw_point(list, unlit, i * 3 * 16, 200 * 16);
    struct draw_command *lamps = draw_add(list, DRAW_RECTS, ROLE_CITY, COLOR_LAMP);
    lamps->w = lamps->h = 6;
    for (int32_t i = 0; i < lit; i++) draw_point(list, lamps, i * 3 * 16, 200 * 16);
}

static void one_window_that_lights_up_damages_one_window(void **state) {
    struct easel *easel = *state;
    struct damage damage = {0};
    add_windows(&easel->old, &easel->arenas[0], 40);
    add_windows(&easel->new, &easel->arenas[1], 41);
    lists_compare(&easel->old, &easel->new, &damage);
    assert_int_equal(damage.count, 1);
    assert_in_range(damage_size(&damage), 36, 100);
}

static void what_no_face_has_is_reported_and_draws_nothing(void **state) {
    struct easel *easel = *state;
    draw_begin(&easel->new, &easel->arenas[1]);
    struct draw_command *command = draw_add(&easel->new, DRAW_TEXT, ROLE_BODY, COLOR_INK);
    command->x = command->y = 50;
    command->size = 40;
    command->w = 100;
    command->text = STR("\xE2\x9C\x97\xF3\xB0\x80\x80"); /* U+2717 and a private one */
    paint_whole(easel, &easel->new, &easel->canvas);
    for (int32_t i = 1; i < W * H; i++) assert_int_equal(easel->canvas.pixels[i], easel->canvas.pixels[0]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repainting_the_damage_equals_painting_everything),
        cmocka_unit_test(no_command_paints_outside_its_area),
        cmocka_unit_test(two_equal_lists_damage_nothing),
        cmocka_unit_test(one_window_that_lights_up_damages_one_window),
        cmocka_unit_test(what_no_face_has_is_reported_and_draws_nothing),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
