#include "cli/loaded.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/disk.h"

/* <prefix>/bin/anzhi keeps its content in <prefix>/share/anzhi/content. */
static const char *installed_folder(struct arena *arena) {
    char program[4096];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0) return NULL;
    program[length] = '\0';
    char *slash = strrchr(program, '/');
    if (!slash) return NULL;
    *slash = '\0';
    return arena_printf(arena, "%s/../share/anzhi/content", program);
}

const char *content_folder(const char *asked, struct arena *arena) {
    if (asked) return asked;
    if (disk_is_folder("content")) return "content";
    const char *installed = installed_folder(arena);
    return installed && disk_is_folder(installed) ? installed : "content";
}

static bool built_in_read(void *context, const char *path, struct str *bytes) {
    (void)context;
    (void)path;
    *bytes = (struct str){(const char *)built_in_pack, built_in_pack_size};
    return true;
}

static void load_built_in(struct loaded *loaded) {
    static const char *const paths[] = {"demo.json"};
    struct content_source source = {.paths = paths, .path_count = 1, .read = built_in_read};
    content_finish(&loaded->content);
    bool sound = content_load(&loaded->content, &source, CONTENT_CHECKED, &loaded->diags);
    if (!sound) fprintf(stderr, "anzhi: 内置示例读不出来，请重新安装。\n");
    loaded->built_in = true;
}

bool loaded_read(struct loaded *loaded, enum content_depth depth) {
    bool sound = content_load(&loaded->content, &loaded->folder.source, depth, &loaded->diags);
    themes_check(&loaded->content, &loaded->diags);
    return sound;
}

static bool load_folder(struct loaded *loaded, const char *asked, enum content_depth depth) {
    diags_init(&loaded->diags);
    struct arena arena;
    arena_init(&arena);
    bool opened = folder_open(&loaded->folder, content_folder(asked, &arena));
    arena_finish(&arena);
    return loaded_read(loaded, depth) && opened;
}

static void say_errors(const struct loaded *loaded) {
    if (loaded->diags.errors)
        fprintf(stderr, "anzhi: 题库里有 %u 处错误，出错的内容没有使用；用 anzhi check 看详情。\n",
                loaded->diags.errors);
}

bool loaded_open(struct loaded *loaded, const char *asked, enum content_depth depth) {
    *loaded = (struct loaded){0};
    bool sound = load_folder(loaded, asked, depth);
    say_errors(loaded);
    if (!sound) fprintf(stderr, "anzhi: 没有可以用的题库。\n");
    return sound;
}

void loaded_open_or_built_in(struct loaded *loaded, const char *asked) {
    *loaded = (struct loaded){0};
    bool sound = load_folder(loaded, asked, CONTENT_QUICK);
    say_errors(loaded);
    if (sound) return;
    fprintf(stderr, "anzhi: 没有可以用的题库，改用内置示例。\n");
    load_built_in(loaded);
}

bool loaded_themes(const struct content *content, const char *asked, struct themes *themes) {
    if (themes_of(content, asked ? asked : content->settings.theme, themes)) return true;
    fprintf(stderr, "anzhi: --theme 后面不能写“%s”，可以写", asked);
    for (uint32_t i = 0; i < THEMES; i++)
        fprintf(stderr, "%s%s", i ? "、" : " ", theme_palette((enum theme)i)->name);
    for (uint32_t i = 0; i < content->theme_count; i++) fprintf(stderr, "、%s", content->themes[i].id);
    fprintf(stderr, "。\n");
    return false;
}

void loaded_close(struct loaded *loaded) {
    content_finish(&loaded->content);
    diags_finish(&loaded->diags);
    folder_close(&loaded->folder);
}
