#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <sys/stat.h>
#include <cmocka.h>

#include "cli/embedded.h"
#include "cli/png.h"
#include "platform/projection.h"
#include "support/gallery.h"
#include "support/picture.h"
#include "support/typeface_version.h"

/* Some screens as pictures, in tests/goldens/pictures/. UPDATE_EXPECTED=1 paints them anew; else what differs
   lies in the build folder afterwards, as pictures/NAME-actual.png and NAME-difference.png. */

enum {
    TOLERANCE = 16, /* of 255, in a pixel that stands for sixteen; Debian 12 and 13 are 11 apart at most */
    STRAYS = 8      /* pixels that may be further off */
};

static const struct view_of {
    const char *name;
    gallery_go *go;
    struct display display;
    enum theme theme;
    bool large;
} views[] = {
    {"attract-lying-light", go_attract, {1920, 1080}, THEME_LIGHT, false},
    {"attract-theme-upright-dark", go_attract_theme, {1080, 1920}, THEME_DARK, false},
    {"question-upright-light", go_question, {1080, 1920}, THEME_LIGHT, false},
    {"question-lying-contrast-large", go_question, {1920, 1080}, THEME_CONTRAST, true},
    {"feedback-right-lying-dark", go_right, {1920, 1080}, THEME_DARK, false},
    {"feedback-wrong-upright-light", go_wrong, {1080, 1920}, THEME_LIGHT, false},
    {"feedback-wrong-upright-contrast", go_wrong, {1080, 1920}, THEME_CONTRAST, true},
    {"result-upright-dark", go_result, {1080, 1920}, THEME_DARK, false},
    {"card-lying-light", go_card0, {1920, 1080}, THEME_LIGHT, false},
    {"cards-upright-light", go_cards, {1080, 1920}, THEME_LIGHT, false},
    {"duo-waiting-lying-dark", go_duo_waiting, {1920, 1080}, THEME_DARK, false},
    {"duo-feedback-lying-light", go_duo_feedback, {1920, 1080}, THEME_LIGHT, false},
    {"lesson-reveal-lying-light", go_lesson_reveal, {1920, 1080}, THEME_LIGHT, false},
};
enum { VIEWS = sizeof views / sizeof views[0] };

struct atelier {
    struct gallery gallery;
    struct faces *faces;
    struct projection projection;
    struct canvas canvas;
};

/* The versions of the faces that the pictures were painted with, in Debian 12 and 13. */
static const struct known_file {
    enum face face;
    uint32_t versions[2];
} known_files[] = {
    {FACE_SANS, {2004, 2004}}, {FACE_SANS_BOLD, {2004, 2004}}, {FACE_SERIF_BOLD, {2001, 2003}}};

static void faces_are_those_of_debian(void **state) {
    struct atelier *atelier = *state;
    for (uint32_t i = 0; i < FACES; i++) {
        const struct face_file *file = faces_in_use(atelier->faces, known_files[i].face);
        const char *path = faces_of_debian[known_files[i].face].files[0].path;
        const uint32_t *known = known_files[i].versions;
        if (!file || strcmp(file->path, path) != 0) fail_msg("%s is not there", path);
        uint32_t version = typeface_version(path);
        if (version != known[0] && version != known[1])
            fail_msg("%s is version %u.%03u; the pictures were painted with %u.%03u (Debian 12) and %u.%03u "
                     "(13). Look at the differences, then add it here.",
                     path, version / 1000, version % 1000, known[0] / 1000, known[0] % 1000, known[1] / 1000,
                     known[1] % 1000);
    }
}

static int open_atelier(void **state) {
    struct atelier *atelier = calloc(1, sizeof *atelier);
    gallery_open(&atelier->gallery);
    atelier->faces = faces_create(faces_of_debian);
    *state = atelier;
    return 0;
}

static int close_atelier(void **state) {
    struct atelier *atelier = *state;
    faces_destroy(atelier->faces);
    gallery_close(&atelier->gallery);
    free(atelier);
    return 0;
}

/* Builds the list of a view; what is changed in it before paint_shrunk is a planted mistake. */
static struct draw_list *build(struct atelier *atelier, const struct view_of *view) {
    struct stage *stage = &atelier->gallery.stage;
    struct projection *projection = &atelier->projection;
    projection_init(projection, atelier->faces, embedded_drawings(), theme_palette(view->theme),
                    view->display);
    view->go(stage);
    stage->app.large = view->large;
    projection_build(projection, &stage->app, &stage->world);
    return &projection->lists[1 - projection->shown];
}

static struct canvas paint_shrunk(struct atelier *atelier) {
    struct projection *projection = &atelier->projection;
    struct canvas canvas;
    canvas_init(&canvas, projection->display.w, projection->display.h);
    struct damage damage = projection_damage(projection);
    projection_paint(projection, &canvas, &damage);
    struct canvas small = picture_shrunk(&canvas);
    canvas_finish(&canvas);
    projection_finish(projection);
    return small;
}

static void golden_of(char *path, size_t room, const struct view_of *view) {
    snprintf(path, room, "%s/goldens/pictures/%s.png", TESTS_DIR, view->name);
}

static void leave(const struct view_of *view, const char *what, const struct canvas *canvas) {
    char path[600];
    mkdir(BUILD_DIR "/pictures", 0777);
    snprintf(path, sizeof path, "%s/pictures/%s-%s.png", BUILD_DIR, view->name, what);
    if (png_write(path, canvas, PNG_SMALL)) fprintf(stderr, "  %s\n", path);
}

/* Pixels that are too far off; all of them when there is nothing of this size to compare with. */
static uint32_t strays(const struct view_of *view, const struct canvas *actual, bool leaves) {
    char path[600];
    struct canvas wanted;
    uint32_t furthest = 255, count = (uint32_t)(actual->w * actual->h);
    golden_of(path, sizeof path, view);
    bool there = picture_read(&wanted, path);
    bool comparable = there && wanted.w == actual->w && wanted.h == actual->h;
    if (comparable) count = picture_differs(&wanted, actual, TOLERANCE, &furthest);
    if (getenv("ANZHI_TELL")) printf("%s: %u strays, furthest %u\n", view->name, count, furthest);
    if (leaves && count > STRAYS) {
        fprintf(stderr, "%s: %u pixels differ%s, by up to %u\n", view->name, count,
                there ? "" : " (there is no picture)", furthest);
        leave(view, "actual", actual);
        if (comparable) {
            struct canvas difference = picture_difference(&wanted, actual, TOLERANCE);
            leave(view, "difference", &difference);
            canvas_finish(&difference);
        }
    }
    if (there) canvas_finish(&wanted);
    return count;
}

static bool is_update(void) {
    const char *update = getenv("UPDATE_EXPECTED");
    return update && *update == '1';
}

static void screens_look_as_they_did(void **state) {
    uint32_t different = 0;
    for (uint32_t i = 0; i < VIEWS; i++) {
        char path[600];
        build(*state, &views[i]);
        struct canvas actual = paint_shrunk(*state);
        golden_of(path, sizeof path, &views[i]);
        if (is_update())
            assert_true(png_write(path, &actual, PNG_SMALL));
        else
            different += strays(&views[i], &actual, true) > STRAYS;
        canvas_finish(&actual);
    }
    assert_int_equal(different, 0);
}

/* What a picture must tell apart. */
enum plant { LINE_LOWER, LINE_ASIDE, GLYPH_MISSING, COLOR_OTHER, FACE_OTHER, TICK_MISSING, PLANTS };

/* The `skip`th text of a role. */
static struct draw_command *find_text(struct draw_list *list, enum role role, uint32_t skip) {
    for (uint32_t i = 0; i < list->command_count; i++) {
        struct draw_command *command = &list->commands[i];
        if (command->kind == DRAW_TEXT && command->role == role && command->text.len > 12 && skip-- == 0)
            return command;
    }
    return NULL;
}

static void plant_at(struct draw_command *text, enum plant plant) {
    if (plant == LINE_LOWER) text->y += 1;
    if (plant == LINE_ASIDE) text->x += 1;
    if (plant == GLYPH_MISSING) text->text = str_cut(text->text, 0, text->text.len - 3);
    if (plant == COLOR_OTHER) text->color = COLOR_WRONG;
    if (plant == FACE_OTHER) text->face = (text->face + 1) % FACES;
}

static bool plant_mistake(struct draw_list *list, enum role role, enum plant plant) {
    if (plant == TICK_MISSING) {
        for (uint32_t i = list->command_count; i-- > 0;)
            if (list->commands[i].kind == DRAW_STROKE && list->commands[i].role == ROLE_VERDICT) {
                list->commands[i].kind = DRAW_TEXT; /* of no characters */
                return true;
            }
        return false;
    }
    struct draw_command *text = find_text(list, role, 0);
    if (text) plant_at(text, plant);
    return text;
}

static void planted_mistakes_are_seen(void **state) {
    static const enum role roles[] = {ROLE_STEM, ROLE_OPTION, ROLE_EXPLANATION, ROLE_SOURCE, ROLE_VERDICT};
    uint32_t planted = 0;
    for (uint32_t i = 0; i < VIEWS && !is_update(); i++)
        for (uint32_t k = 0; k < sizeof roles / sizeof roles[0]; k++)
            for (uint32_t plant = 0; plant < PLANTS; plant++) {
                bool done = plant_mistake(build(*state, &views[i]), roles[k], (enum plant)plant);
                struct canvas actual = paint_shrunk(*state);
                uint32_t count = done ? strays(&views[i], &actual, false) : UINT32_MAX;
                canvas_finish(&actual);
                planted += done;
                if (count <= STRAYS)
                    fail_msg("%s: mistake %u in %s is not seen (%u)", views[i].name, plant,
                             role_name(roles[k]), count);
            }
    assert_true(is_update() || planted > 60);
}

static void missing_picture_is_a_difference(void **state) {
    struct view_of view = views[0];
    view.name = "there-is-no-such-picture";
    build(*state, &view);
    struct canvas actual = paint_shrunk(*state);
    assert_true(strays(&view, &actual, false) > STRAYS);
    canvas_finish(&actual);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faces_are_those_of_debian),
        cmocka_unit_test(screens_look_as_they_did),
        cmocka_unit_test(planted_mistakes_are_seen),
        cmocka_unit_test(missing_picture_is_a_difference),
    };
    return cmocka_run_group_tests(tests, open_atelier, close_atelier);
}
