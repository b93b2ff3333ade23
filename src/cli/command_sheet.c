#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "cli/cli.h"
#include "cli/loaded.h"
#include "cli/options.h"
#include "cli/scene.h"
#include "cli/shot.h"
#include "cli/typefaces.h"

/* Every screen × size × theme, and once more in 大字, as pictures with a page that shows them side by side.
 */

static const struct display sizes[] = {{1080, 1920}, {1920, 1080}, {1024, 768}, {3840, 2160}};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

/* A theme, built in or the site's. */
struct look {
    const char *name;
    enum theme theme;
    struct themes themes;
    struct faces *own; /* NULL: it has none of its own */
};

struct sheet {
    struct look *looks;
    uint32_t look_count;
    const struct look *look; /* of the picture being taken */
    struct faces *faces;
    const char *folder;
    FILE *page;
    struct shot shot;
    char path[4096]; /* of the picture being taken */
    const struct app_world *world;
    bool failed;
};

static void name_picture(const struct sheet *sheet, char *name, size_t room) {
    snprintf(name, room, "%s-%dx%d-%s%s.png", sheet->shot.name, (int)sheet->shot.display.w,
             (int)sheet->shot.display.h, sheet->look->name, sheet->shot.scene.large ? "-large" : "");
}

static void add_picture(struct sheet *sheet) {
    char name[256];
    name_picture(sheet, name, sizeof name);
    snprintf(sheet->path, sizeof sheet->path, "%s/%s", sheet->folder, name);
    sheet->shot.file = sheet->path;
    if (shot_take(&sheet->shot, sheet->world) != EXIT_FINE)
        sheet->failed = true;
    else
        fprintf(sheet->page, "<a href=\"%s\"><img loading=\"lazy\" src=\"%s\" title=\"%s\"></a>\n", name,
                name, name);
}

static void use_look(struct sheet *sheet, const struct look *look) {
    sheet->look = look;
    sheet->shot.theme = look->theme;
    sheet->shot.themes = &look->themes;
    sheet->shot.faces = look->own ? look->own : sheet->faces;
}

static void add_size(struct sheet *sheet, struct display display) {
    fprintf(sheet->page, "<h2>%d×%d</h2>\n", (int)display.w, (int)display.h);
    sheet->shot.display = display;
    for (int large = 0; large < 2; large++)
        for (uint32_t k = 0; k < sheet->look_count; k++)
            for (int i = 0; (sheet->shot.name = scene_name(i)); i++) {
                use_look(sheet, &sheet->looks[k]);
                sheet->shot.scene.large = large;
                add_picture(sheet);
            }
}

static bool open_page(struct sheet *sheet) {
    char path[4096];
    snprintf(path, sizeof path, "%s/index.html", sheet->folder);
    if (mkdir(sheet->folder, 0777) == 0 || errno == EEXIST) sheet->page = fopen(path, "w");
    if (!sheet->page) fprintf(stderr, "anzhi: 文件夹 %s 写不了。\n", sheet->folder);
    return sheet->page;
}

static int fill_sheet(struct sheet *sheet) {
    fputs(
        "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>安知</title>\n<style>body{background:#777;"
        "font-family:sans-serif}img{height:24em;margin:.2em}</style>\n",
        sheet->page);
    for (int i = 0; i < SIZES; i++) add_size(sheet, sizes[i]);
    if (fclose(sheet->page) != 0) sheet->failed = true;
    return sheet->failed ? EXIT_FAILED : EXIT_FINE;
}

static bool read_options(int argc, char **argv, struct sheet *sheet, const char **content) {
    static const struct option options[] = {{"output", required_argument, NULL, 'o'},
                                            {"content", required_argument, NULL, 'c'},
                                            {"seed", required_argument, NULL, 's'},
                                            {0}};
    for (int found; (found = options_next_short(argc, argv, "o:", options)) != -1;) {
        if (found == '?') return false;
        if (found == 'o') sheet->folder = optarg;
        if (found == 'c') *content = optarg;
        if (found == 's' && !option_number("--seed", optarg, UINT64_MAX, &sheet->shot.scene.seed))
            return false;
    }
    if (!sheet->folder) fprintf(stderr, "anzhi: 请用 -o 写出放图片的文件夹。\n");
    return options_end(argc, argv, 0) && sheet->folder;
}

/* The built-in themes, and each of the site's that is sound. */
static void open_looks(struct sheet *sheet, struct loaded *loaded) {
    const struct content *content = &loaded->content;
    sheet->looks = memory_zeroed((THEMES + content->theme_count) * sizeof *sheet->looks);
    for (uint32_t i = 0; i < THEMES; i++)
        sheet->looks[sheet->look_count++] =
            (struct look){.name = theme_palette((enum theme)i)->name, .theme = (enum theme)i};
    for (uint32_t i = 0; i < content->theme_count; i++) {
        struct look *look = &sheet->looks[sheet->look_count];
        if (!content->themes[i].sound) continue;
        *look = (struct look){.name = content->themes[i].id, .theme = THEME_OWN};
        themes_of(content, look->name, &look->themes);
        look->own = typefaces_open(&look->themes, loaded);
        sheet->look_count++;
    }
}

static void close_looks(struct sheet *sheet) {
    for (uint32_t i = 0; i < sheet->look_count; i++) faces_destroy(sheet->looks[i].own);
    memory_give_back(sheet->looks);
}

int command_sheet(int argc, char **argv) {
    struct sheet sheet = {.shot.scene.seed = 1};
    const char *content = NULL;
    if (!read_options(argc, argv, &sheet, &content) || !open_page(&sheet)) return EXIT_FAILED;
    struct loaded loaded;
    struct quiz quiz;
    loaded_open_or_built_in(&loaded, content);
    quiz_init(&quiz, &loaded.content, 0);
    struct app_world world = {&loaded.content, &quiz, screens, NULL, NULL};
    sheet.world = &world;
    sheet.faces = faces_create(faces_of_debian);
    open_looks(&sheet, &loaded);
    int status = fill_sheet(&sheet);
    close_looks(&sheet);
    faces_destroy(sheet.faces);
    quiz_finish(&quiz);
    loaded_close(&loaded);
    return status;
}
