#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "paint/painter.h"
#include "support/gallery.h"

/* Right and wrong are told apart without colour: by the words, by the signs in the draw list, and by what is
   left of the picture when only its greys remain. */

enum {
    SIDE = 16,    /* a sign is looked at in so many pixels each way */
    APART = 24,   /* the least mean distance of two signs that can be told apart, of 255 */
    RING = 12,    /* the least share of the result's figure that changes, in hundredths */
    CHANGED = 40, /* a pixel that is so far off has changed */
    SIGNS_MOST = 64
};

struct studio {
    struct gallery gallery;
    struct faces *faces;
    struct painter painter;
    struct canvas canvas;
};

static int open_studio(void **state) {
    struct studio *studio = calloc(1, sizeof *studio);
    gallery_open(&studio->gallery);
    studio->faces = faces_create(faces_of_debian);
    painter_init(&studio->painter, studio->faces, NULL);
    *state = studio;
    return 0;
}

static int close_studio(void **state) {
    struct studio *studio = *state;
    painter_finish(&studio->painter);
    faces_destroy(studio->faces);
    gallery_close(&studio->gallery);
    free(studio);
    return 0;
}

/* Signs in the draw list: a tick is one stroke of three points, a cross two strokes that cross, a window lit
   a filled rectangle in the colour of lamps. */

enum shape { SHAPE_TICK, SHAPE_WINDOW, SHAPE_CROSS };

struct sign {
    enum role role;
    enum shape shape;
    struct area box;
};

struct signs {
    struct sign list[SIGNS_MOST];
    uint32_t count;
};

static bool is_tick(const struct draw_list *list, const struct draw_command *command) {
    const struct point *at = &list->points[command->point_first];
    return command->kind == DRAW_STROKE && command->point_count == 3 && at[0].x < at[1].x &&
           at[1].x < at[2].x && at[1].y > at[0].y && at[1].y > at[2].y;
}

static bool is_cross(const struct draw_list *list, uint32_t i) {
    if (i + 1 >= list->command_count) return false;
    const struct draw_command *first = &list->commands[i], *second = first + 1;
    if (first->kind != DRAW_STROKE || second->kind != DRAW_STROKE) return false;
    if (first->point_count != 2 || second->point_count != 2 || first->role != second->role) return false;
    const struct point *a = &list->points[first->point_first], *b = &list->points[second->point_first];
    int32_t aside = abs(a[0].x + a[1].x - b[0].x - b[1].x), lower = abs(a[0].y + a[1].y - b[0].y - b[1].y);
    bool falls = a[0].x < a[1].x && a[0].y<a[1].y, rises = b[0].x> b[1].x && b[0].y < b[1].y;
    return falls && rises && aside + lower < a[1].x - a[0].x; /* they meet about the middle */
}

/* Around the points, and as much again: what the sign stands in is part of it. */
static struct area box_of(const struct draw_list *list, const struct draw_command *command) {
    const struct point *at = &list->points[command->point_first];
    struct area box = {at->x, at->y, at->x, at->y};
    for (uint32_t i = 1; i < command->point_count; i++) {
        if (at[i].x < box.left) box.left = at[i].x;
        if (at[i].x > box.right) box.right = at[i].x;
        if (at[i].y < box.top) box.top = at[i].y;
        if (at[i].y > box.bottom) box.bottom = at[i].y;
    }
    int32_t middle_x = (box.left + box.right) / 32, middle_y = (box.top + box.bottom) / 32,
            reach = (box.right - box.left) / 16;
    return (struct area){middle_x - reach, middle_y - reach, middle_x + reach, middle_y + reach};
}

static void note(struct signs *signs, enum role role, enum shape shape, struct area box) {
    assert_true(signs->count < SIGNS_MOST);
    signs->list[signs->count++] = (struct sign){role, shape, box};
}

static void find_signs(struct signs *signs, const struct draw_list *list) {
    signs->count = 0;
    for (uint32_t i = 0; i < list->command_count; i++) {
        const struct draw_command *command = &list->commands[i];
        enum role role = (enum role)command->role;
        bool lamp = command->kind == DRAW_RECT && command->color == COLOR_LAMP,
             verdict = role == ROLE_VERDICT || role == ROLE_OPTION || role == ROLE_LABEL ||
                       role == ROLE_FIGURE || role == ROLE_PROGRESS;
        if (!verdict) continue;
        if (is_tick(list, command)) note(signs, role, SHAPE_TICK, box_of(list, command));
        if (is_cross(list, i)) note(signs, role, SHAPE_CROSS, box_of(list, command));
        if (lamp && (role == ROLE_FIGURE || role == ROLE_PROGRESS))
            note(signs, role, SHAPE_WINDOW, area_of(command->x, command->y, command->w, command->h));
    }
}

static uint32_t count_signs(const struct signs *signs, enum role role, bool wrong) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < signs->count; i++)
        count += signs->list[i].role == role && (signs->list[i].shape == SHAPE_CROSS) == wrong;
    return count;
}

/* Greys: what a photocopier or an eye without colour leaves of a pixel. */

static int32_t grey_of(uint32_t rgb) {
    return (int32_t)((2126 * (rgb >> 16 & 0xFF) + 7152 * (rgb >> 8 & 0xFF) + 722 * (rgb & 0xFF)) / 10000);
}

struct look {
    int32_t greys[SIDE * SIDE];
};

static int32_t grey_in(const struct canvas *canvas, struct area box) {
    int64_t sum = 0, count = 0;
    struct area seen = area_meet(box, canvas_area(canvas));
    for (int32_t y = seen.top; y < seen.bottom; y++)
        for (int32_t x = seen.left; x < seen.right; x++, count++) sum += grey_of(canvas_row(canvas, y)[x]);
    return count ? (int32_t)(sum / count) : 0;
}

static struct look look_at(const struct canvas *canvas, struct area box) {
    struct look look;
    int32_t w = box.right - box.left, h = box.bottom - box.top;
    for (int32_t i = 0; i < SIDE * SIDE; i++) {
        int32_t x = i % SIDE, y = i / SIDE;
        look.greys[i] =
            grey_in(canvas, (struct area){box.left + w * x / SIDE, box.top + h * y / SIDE,
                                          box.left + w * (x + 1) / SIDE, box.top + h * (y + 1) / SIDE});
    }
    return look;
}

static int32_t apart(const struct look *a, const struct look *b) {
    int32_t sum = 0;
    for (int32_t i = 0; i < SIDE * SIDE; i++) sum += abs(a->greys[i] - b->greys[i]);
    return sum / (SIDE * SIDE);
}

static void paint(struct studio *studio, const struct palette *palette) {
    struct draw_list *list = &studio->gallery.list;
    canvas_init(&studio->canvas, studio->gallery.view.display.w, studio->gallery.view.display.h);
    painter_paint(&studio->painter, list, palette, &studio->canvas, canvas_area(&studio->canvas));
}

/* Screens */

/* Which signs a screen has in a role, and which it must not have. */
static const struct verdict_scene {
    const char *name;
    enum role role;
    bool right, wrong;
} scenes[] = {{"feedback_right", ROLE_VERDICT, true, false}, {"feedback_right", ROLE_OPTION, true, false},
              {"feedback_wrong", ROLE_VERDICT, false, true}, {"feedback_wrong", ROLE_OPTION, true, true},
              {"review", ROLE_OPTION, true, true},           {"result", ROLE_LABEL, true, true},
              {"result_full", ROLE_LABEL, true, false},      {"result_none", ROLE_LABEL, false, true},
              {"lesson_reveal", ROLE_OPTION, true, true},    {"lesson_look_back", ROLE_OPTION, true, true},
              {"lesson_result", ROLE_FIGURE, true, true},    {"lesson_review", ROLE_OPTION, true, true}};
enum { VERDICT_SCENES = sizeof scenes / sizeof scenes[0] };

static const struct shot shots[] = {{{1920, 1080}, false, false, 0},
                                    {{1080, 1920}, false, false, 0},
                                    {{1024, 768}, true, false, 0},
                                    {{1080, 1920}, true, true, 0}};
enum { SHOTS = sizeof shots / sizeof shots[0] };

static const struct palette *palette_of(struct shot shot, uint32_t theme) {
    return shot.contrast ? theme_palette(THEME_CONTRAST) : theme_palette((enum theme)theme);
}

static void show(struct studio *studio, const char *name, struct shot shot) {
    for (uint32_t i = 0; i < GALLERY_SCENES; i++)
        if (strcmp(gallery_scenes[i].name, name) == 0) gallery_scenes[i].go(&studio->gallery.stage);
    gallery_show(&studio->gallery, shot);
}

static void every_verdict_has_its_sign(void **state) {
    struct studio *studio = *state;
    for (uint32_t k = 0; k < VERDICT_SCENES; k++)
        for (uint32_t i = 0; i < SHOTS; i++) {
            struct signs signs;
            show(studio, scenes[k].name, shots[i]);
            find_signs(&signs, &studio->gallery.list);
            uint32_t right = count_signs(&signs, scenes[k].role, false),
                     wrong = count_signs(&signs, scenes[k].role, true);
            if (scenes[k].right != (right > 0) || scenes[k].wrong != (wrong > 0))
                fail_msg("%s, %s, shot %u: %u signs of right, %u of wrong", scenes[k].name,
                         role_name(scenes[k].role), i, right, wrong);
        }
}

/* What is said in the colour of a verdict; texts of both are never the same. */
static void add_words(struct buf *out, const struct draw_list *list, enum color color) {
    for (uint32_t i = 0; i < list->command_count; i++) {
        const struct draw_command *command = &list->commands[i];
        bool letter = command->role == ROLE_OPTION; /* of a row, whatever became of it */
        if (command->kind != DRAW_TEXT || command->color != color || letter) continue;
        buf_str(out, command->text);
        buf_char(out, '\n');
    }
}

static void words_of_right_and_wrong_differ(void **state) {
    struct studio *studio = *state;
    struct buf words[2];
    buf_init(&words[0]);
    buf_init(&words[1]);
    for (uint32_t k = 0; k < VERDICT_SCENES; k++) {
        show(studio, scenes[k].name, shots[0]);
        add_words(&words[0], &studio->gallery.list, COLOR_RIGHT);
        add_words(&words[1], &studio->gallery.list, COLOR_WRONG);
    }
    assert_true(words[0].len > 0 && words[1].len > 0);
    struct str rest = buf_get(&words[0]);
    while (rest.len) {
        size_t end = str_find(rest, STR("\n"));
        struct str word = str_cut(rest, 0, end + 1);
        if (str_has(buf_get(&words[1]), word)) fail_msg("right and wrong both say %.*s", (int)end, word.at);
        rest = str_cut(rest, end + 1, rest.len);
    }
    buf_finish(&words[0]);
    buf_finish(&words[1]);
}

/* The signs of all screens in one size and theme, as greys. */
struct album {
    struct sign signs[256];
    struct look looks[256];
    uint32_t count;
};

static void add_to_album(struct album *album, struct studio *studio) {
    struct signs signs;
    find_signs(&signs, &studio->gallery.list);
    for (uint32_t i = 0; i < signs.count && album->count < 256; i++) {
        album->signs[album->count] = signs.list[i];
        album->looks[album->count++] = look_at(&studio->canvas, signs.list[i].box);
    }
}

static void fill_album(struct album *album, struct studio *studio, struct shot shot,
                       const struct palette *palette) {
    album->count = 0;
    for (uint32_t k = 0; k < VERDICT_SCENES; k++) {
        show(studio, scenes[k].name, shot);
        paint(studio, palette);
        add_to_album(album, studio);
        canvas_finish(&studio->canvas);
    }
}

/* The least distance of a sign of right from one of wrong that stands in the same role; 255: there are none.
 */
static int32_t least_apart(const struct album *album) {
    int32_t least = 255;
    for (uint32_t a = 0; a < album->count; a++)
        for (uint32_t b = 0; b < album->count; b++) {
            if (album->signs[a].role != album->signs[b].role) continue;
            if (album->signs[a].shape == SHAPE_CROSS || album->signs[b].shape != SHAPE_CROSS) continue;
            int32_t distance = apart(&album->looks[a], &album->looks[b]);
            if (distance < least) least = distance;
        }
    return least;
}

static void signs_differ_without_colour(void **state) {
    static struct album album;
    for (uint32_t i = 0; i < SHOTS; i++)
        for (uint32_t theme = 0; theme < (shots[i].contrast ? 1 : THEME_CONTRAST); theme++) {
            const struct palette *palette = palette_of(shots[i], theme);
            fill_album(&album, *state, shots[i], palette);
            int32_t least = least_apart(&album);
            if (least < APART || least == 255)
                fail_msg("%s %dx%d: signs are only %d apart", palette->name, shots[i].display.w,
                         shots[i].display.h, least);
        }
}

/* All right beside all wrong: how much of the figure, in hundredths, has another grey. */
static int32_t changed_share(struct studio *studio, enum role role, const char *right, const char *wrong,
                             struct shot shot, const struct palette *palette) {
    struct canvas canvases[2];
    struct area box = {INT32_MAX, INT32_MAX, 0, 0};
    for (uint32_t i = 0; i < 2; i++) {
        show(studio, i ? wrong : right, shot);
        paint(studio, palette);
        canvases[i] = studio->canvas;
    }
    const struct draw_list *list = &studio->gallery.list;
    for (uint32_t i = 0; i < list->command_count; i++) {
        const struct draw_command *command = &list->commands[i];
        if (command->role != role || command->kind == DRAW_TEXT || !command->point_count) continue;
        struct area around = box_of(list, command);
        if (around.left < box.left) box.left = around.left;
        if (around.top < box.top) box.top = around.top;
        if (around.right > box.right) box.right = around.right;
        if (around.bottom > box.bottom) box.bottom = around.bottom;
    }
    int64_t changed = 0, count = 0;
    box = area_meet(box, canvas_area(&canvases[0]));
    for (int32_t y = box.top; y < box.bottom; y++)
        for (int32_t x = box.left; x < box.right; x++, count++)
            changed += abs(grey_of(canvas_row(&canvases[0], y)[x]) -
                           grey_of(canvas_row(&canvases[1], y)[x])) > CHANGED;
    canvas_finish(&canvases[0]);
    canvas_finish(&canvases[1]);
    return count ? (int32_t)(100 * changed / count) : 0;
}

static void rings_differ_without_colour(void **state) {
    for (uint32_t i = 0; i < SHOTS; i++)
        for (uint32_t theme = 0; theme < (shots[i].contrast ? 1 : THEME_CONTRAST); theme++) {
            const struct palette *palette = palette_of(shots[i], theme);
            int32_t result =
                changed_share(*state, ROLE_FIGURE, "result_full", "result_none", shots[i], palette);
            if (result < RING)
                fail_msg("%s %dx%d: only %d %% of the ring differs", palette->name, shots[i].display.w,
                         shots[i].display.h, result);
        }
}

/* What the checks are worth: a verdict told by its hue alone, and one by no sign of its own. */

static struct look look_at_first_tick(struct studio *studio, const struct palette *palette) {
    struct signs signs;
    find_signs(&signs, &studio->gallery.list);
    paint(studio, palette);
    struct look look = {{0}};
    for (uint32_t i = 0; i < signs.count; i++)
        if (signs.list[i].shape == SHAPE_TICK) {
            look = look_at(&studio->canvas, signs.list[i].box);
            break;
        }
    canvas_finish(&studio->canvas);
    return look;
}

/* Another hue everywhere, of the same grey. */
static struct palette other_hues(const struct palette *palette) {
    struct palette other = *palette;
    for (uint32_t i = 0; i < COLORS; i++) other.colors[i] = (uint32_t)grey_of(palette->colors[i]) * 0x010101u;
    return other;
}

static void same_sign_in_another_hue_is_not_told_apart(void **state) {
    struct studio *studio = *state;
    for (uint32_t theme = 0; theme < THEMES; theme++) {
        const struct palette *palette = theme_palette((enum theme)theme);
        struct palette planted = other_hues(palette);
        show(studio, "feedback_right", shots[1]);
        struct look right = look_at_first_tick(studio, palette), wrong = look_at_first_tick(studio, &planted);
        assert_true(apart(&right, &wrong) < APART / 4);
    }
}

static void cross_that_became_a_tick_is_missed(void **state) {
    struct studio *studio = *state;
    struct draw_list *list = &studio->gallery.list;
    struct signs signs;
    show(studio, "feedback_wrong", shots[0]);
    for (uint32_t i = 0; i < list->command_count; i++) {
        if (!is_cross(list, i)) continue;
        list->commands[i + 1].point_count = 0;
    }
    find_signs(&signs, list);
    assert_int_equal(count_signs(&signs, ROLE_VERDICT, true), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_verdict_has_its_sign),
        cmocka_unit_test(words_of_right_and_wrong_differ),
        cmocka_unit_test(signs_differ_without_colour),
        cmocka_unit_test(rings_differ_without_colour),
        cmocka_unit_test(same_sign_in_another_hue_is_not_told_apart),
        cmocka_unit_test(cross_that_became_a_tick_is_missed),
    };
    return cmocka_run_group_tests(tests, open_studio, close_studio);
}
