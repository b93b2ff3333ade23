#include "cli/shot.h"

#include <stdio.h>

#include "cli/cli.h"
#include "cli/embedded.h"
#include "cli/png.h"
#include "platform/projection.h"

static void say_lack(void *context, enum face face, const char *path, uint32_t code) {
    (void)context;
    if (code)
        fprintf(stderr, "anzhi: 字体里没有 U+%04X（%s），这个字没有画。\n", (unsigned)code, face_name(face));
    else
        fprintf(stderr, "anzhi: 没有字体 %s，改用其他字体。\n", path);
}

static void print_list(const struct draw_list *list) {
    struct buf out;
    buf_init(&out);
    draw_print(list, &out);
    fwrite(out.at, 1, out.len, stdout);
    buf_finish(&out);
}

/* So long after everything that may have begun. A finger that is down came down in the middle of its key. */
static struct motion moment_of(const struct shot *shot, const struct app *app,
                               const struct projection *settled) {
    const struct draw_list *list = &settled->lists[1 - settled->shown];
    int32_t age = shot->age < MOTION_REST ? (int32_t)shot->age : MOTION_REST;
    struct motion motion;
    motion_rest(&motion);
    motion.ages[MOTION_PAGE] = age;
    motion.city_before = app->figures.right_answers;
    if (app->asking) motion.ages[MOTION_ASKING] = age;
    if (!app->ui.pressed[0] || app->ui.pressed[0] > list->region_count) return motion;
    const struct region *region = &list->regions[app->ui.pressed[0] - 1];
    motion.ages[MOTION_TOUCH] = age;
    motion.touches[0].x = region->x + region->w / 2;
    motion.touches[0].y = region->y + region->h / 2;
    return motion;
}

static int take(const struct shot *shot, const struct app *app, const struct app_world *world) {
    struct projection projection;
    struct canvas canvas;
    int status = EXIT_FINE;
    projection_init(&projection, shot->faces, embedded_drawings(), themes_palette(shot->themes, shot->theme),
                    shot->display);
    canvas_init(&canvas, shot->display.w, shot->display.h);
    projection_build(&projection, app, world);
    struct motion motion = moment_of(shot, app, &projection);
    projection.motion = shot->moving ? &motion : NULL;
    if (shot->moving) projection_build(&projection, app, world);
    struct damage damage = projection_damage(&projection);
    projection_paint(&projection, &canvas, &damage);
    faces_report(shot->faces, say_lack, NULL);
    if (shot->dump) print_list(projection_list(&projection));
    if (shot->file && !png_write(shot->file, &canvas, shot->small ? PNG_FEW_COLORS : PNG_QUICK)) {
        fprintf(stderr, "anzhi: %s 写不了。\n", shot->file);
        status = EXIT_FAILED;
    }
    canvas_finish(&canvas);
    projection_finish(&projection);
    return status;
}

int shot_take(const struct shot *shot, const struct app_world *world) {
    struct app app = {0};
    bool reached = scene_enter(shot->name, &shot->scene, &app, world);
    app.ui.theme = (uint8_t)shot->theme;
    if (reached) return take(shot, &app, world);
    fprintf(stderr, "anzhi: 用这个题库和这些选项到不了 %s 这一页。\n", shot->name);
    return EXIT_FAILED;
}
