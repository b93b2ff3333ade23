#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/loaded.h"
#include "cli/options.h"
#include "cli/reporter.h"
#include "cli/shot.h"
#include "cli/typefaces.h"
#include "cli/version.h"

struct shot_options {
    const char *folder, *data;
    struct shot shot;
    const char *theme; /* NULL: as the site has it */
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

static bool read_option(int found, struct shot_options *options) {
    struct shot *shot = &options->shot;
    switch (found) {
    case 'c':
        options->folder = optarg;
        return true;
    case 'D':
        options->data = optarg;
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
    case 'b':
        shot->small = true;
        return true;
    case 'l':
        shot->scene.large = true;
        return true;
    case 'z':
        return option_size("--size", optarg, &shot->display.w, &shot->display.h);
    case 't':
        options->theme = optarg;
        return true;
    case 'm':
        return option_mode(optarg, &shot->scene.mode);
    case 's':
        return option_number("--seed", optarg, UINT64_MAX, &shot->scene.seed);
    case 'a':
        shot->moving = true;
        return option_number("--age", optarg, 1000000000, &shot->age);
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

static bool read_options(int argc, char **argv, struct shot_options *out) {
    static const struct option options[] = {
        {"screen", required_argument, NULL, 'n'},  {"size", required_argument, NULL, 'z'},
        {"theme", required_argument, NULL, 't'},   {"large", no_argument, NULL, 'l'},
        {"seed", required_argument, NULL, 's'},    {"state", required_argument, NULL, 'k'},
        {"mode", required_argument, NULL, 'm'},    {"age", required_argument, NULL, 'a'},
        {"content", required_argument, NULL, 'c'}, {"output", required_argument, NULL, 'o'},
        {"dump", no_argument, NULL, 'd'},          {"small", no_argument, NULL, 'b'},
        {"data", required_argument, NULL, 'D'},    {0}};
    for (int found; (found = options_next_short(argc, argv, "o:", options)) != -1;)
        if (!read_option(found, out)) return false;
    return options_end(argc, argv, 0) && is_complete(&out->shot);
}

/* With the scores of a folder, as they are read while a kiosk runs. */
static int take_with_content(struct shot *shot, struct loaded *loaded, const char *data) {
    struct reporter reporter;
    struct quiz quiz;
    quiz_init(&quiz, &loaded->content, 0);
    struct machine machine = {.version = ANZHI_VERSION, .own_theme = themes_own_title(shot->themes)};
    struct app_world world = {&loaded->content, &quiz, screens, &machine, data ? &reporter.report : NULL};
    reporter_init(&reporter, data ? data : "", NULL);
    reporter_find_switches(&reporter);
    if (data) reporter_reckon(&reporter);
    if (data) reporter_tell(&reporter, &loaded->content);
    struct faces *own = shot->theme == THEME_OWN ? typefaces_open(shot->themes, loaded) : NULL;
    shot->faces = own ? own : faces_create(faces_of_debian);
    int status = shot_take(shot, &world);
    faces_destroy(shot->faces);
    reporter_finish(&reporter);
    quiz_finish(&quiz);
    return status;
}

int command_shot(int argc, char **argv) {
    struct shot_options options = {.shot = {.display = {1080, 1920}, .scene = {.seed = 1}}};
    if (!read_options(argc, argv, &options)) return EXIT_FAILED;
    struct loaded loaded;
    loaded_open_or_built_in(&loaded, options.folder);
    struct themes themes;
    int status = EXIT_FAILED;
    if (loaded_themes(&loaded.content, options.theme, &themes)) {
        options.shot.themes = &themes;
        options.shot.theme = themes.first;
        status = take_with_content(&options.shot, &loaded, options.data);
    }
    loaded_close(&loaded);
    return status;
}
