#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/embedded.h"
#include "cli/loaded.h"
#include "cli/options.h"
#include "cli/png.h"
#include "cli/scene.h"
#include "platform/projection.h"

struct shot {
    const char *folder, *name, *file;
    struct display display;
    enum theme theme;
    struct scene scene;
    bool dump;
};

/* KEY=VALUE */
static bool read_state(const char *text, struct scene *scene) {
    const char *equals = strchr(text, '=');
    for (int i = 0; equals && i < SCENE_KEYS; i++) {
        const char *name = scene_key_name((enum scene_key)i);
        if (strlen(name) == (size_t)(equals - text) && strncmp(name, text, strlen(name)) == 0)
            return option_number("--state", equals + 1, 1000000000, &scene->values[i]);
    }
    fprintf(stderr, "anzhi: --state 后面不能写“%s”，可以写", text);
    for (int i = 0; i < SCENE_KEYS; i++)
        fprintf(stderr, "%s%s=数字", i ? "、" : " ", scene_key_name((enum scene_key)i));
    fprintf(stderr, "。\n");
    return false;
}

static bool read_option(int found, struct shot *shot) {
    switch (found) {
    case 'c':
        shot->folder = optarg;
        return true;
    case 'n':
        shot->name = optarg;
        return true;
    case 'o':
        shot->file = optarg;
        return true;
    case 'd':
        shot->dump = true;
        return true;
    case 'l':
        shot->scene.large = true;
        return true;
    case 'z':
        return option_size("--size", optarg, &shot->display.w, &shot->display.h);
    case 't':
        return option_theme(optarg, &shot->theme);
    case 'm':
        return option_mode(optarg, &shot->scene.mode);
    case 's':
        return option_number("--seed", optarg, UINT64_MAX, &shot->scene.seed);
    case 'k':
        return read_state(optarg, &shot->scene);
    default:
        return false;
    }
}

static bool is_complete(const struct shot *shot) {
    if (!shot->name || !scene_exists(shot->name)) {
        fprintf(stderr, "anzhi: --screen 后面要写");
        for (int i = 0; scene_name(i); i++) fprintf(stderr, "%s%s", i ? "、" : " ", scene_name(i));
        fprintf(stderr, "。\n");
        return false;
    }
    if (!shot->file && !shot->dump) fprintf(stderr, "anzhi: 请用 -o 写出图片文件，或者用 --dump。\n");
    return shot->file || shot->dump;
}

static bool read_options(int argc, char **argv, struct shot *shot) {
    static const struct option options[] = {{"screen", required_argument, NULL, 'n'},
                                            {"size", required_argument, NULL, 'z'},
                                            {"theme", required_argument, NULL, 't'},
                                            {"large", no_argument, NULL, 'l'},
                                            {"seed", required_argument, NULL, 's'},
                                            {"state", required_argument, NULL, 'k'},
                                            {"mode", required_argument, NULL, 'm'},
                                            {"content", required_argument, NULL, 'c'},
                                            {"output", required_argument, NULL, 'o'},
                                            {"dump", no_argument, NULL, 'd'},
                                            {0}};
    for (int found; (found = options_next_short(argc, argv, "o:", options)) != -1;)
        if (!read_option(found, shot)) return false;
    return options_end(argc, argv, 0) && is_complete(shot);
}

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

static int take(const struct shot *shot, const struct app *app, const struct app_world *world) {
    struct projection projection;
    struct canvas canvas;
    int status = EXIT_FINE;
    struct faces *faces = faces_create(faces_of_debian);
    projection_init(&projection, faces, embedded_drawings(), shot->theme, shot->display);
    canvas_init(&canvas, shot->display.w, shot->display.h);
    projection_build(&projection, app, world);
    struct damage damage = projection_damage(&projection);
    projection_paint(&projection, &canvas, &damage);
    faces_report(projection.faces, say_lack, NULL);
    if (shot->dump) print_list(projection_list(&projection));
    if (shot->file && !png_write(shot->file, &canvas)) {
        fprintf(stderr, "anzhi: %s 写不了。\n", shot->file);
        status = EXIT_FAILED;
    }
    canvas_finish(&canvas);
    projection_finish(&projection);
    faces_destroy(faces);
    return status;
}

static int enter_and_take(const struct shot *shot, struct loaded *loaded) {
    struct quiz quiz;
    struct app app;
    quiz_init(&quiz, &loaded->content, 0);
    struct app_world world = {&loaded->content, &quiz, screens};
    int status = EXIT_FAILED;
    if (scene_enter(shot->name, &shot->scene, &app, &world))
        status = take(shot, &app, &world);
    else
        fprintf(stderr, "anzhi: 用这个题库和这些选项到不了 %s 这一页。\n", shot->name);
    quiz_finish(&quiz);
    return status;
}

int command_shot(int argc, char **argv) {
    struct shot shot = {.display = {1080, 1920}, .scene = {.seed = 1}};
    if (!read_options(argc, argv, &shot)) return EXIT_FAILED;
    struct loaded loaded;
    loaded_open_or_built_in(&loaded, shot.folder);
    int status = enter_and_take(&shot, &loaded);
    loaded_close(&loaded);
    return status;
}
