#include "cli/typefaces.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

static const char *const font_folders[] = {"/usr/share/fonts", "/usr/local/share/fonts"};
_Static_assert(THEME_FACE_FILES + FACES < FACE_FILES, "a face's own files, ours, and the end");
enum { FONT_FOLDERS = sizeof font_folders / sizeof font_folders[0], DEEPEST = 6 };

/* ---- where a file is ---- */

static bool is_file(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static const char *find_below(const char *folder, const char *name, struct arena *arena, int depth);

static const char *look_into(const char *folder, const char *entry, const char *name, struct arena *arena,
                             int depth) {
    if (entry[0] == '.') return NULL;
    const char *path = arena_printf(arena, "%s/%s", folder, entry);
    if (strcmp(entry, name) == 0 && is_file(path)) return path;
    return depth < DEEPEST ? find_below(path, name, arena, depth + 1) : NULL;
}

static const char *find_below(const char *folder, const char *name, struct arena *arena, int depth) {
    DIR *entries = opendir(folder);
    const char *found = NULL;
    if (!entries) return NULL;
    for (struct dirent *entry; !found && (entry = readdir(entries));)
        found = look_into(folder, entry->d_name, name, arena, depth);
    closedir(entries);
    return found;
}

/* As it was written, when it is nowhere: it will be missed under this name. */
static const char *find_file(const char *name, const char *root, struct arena *arena) {
    const char *beside = arena_printf(arena, "%s/theme/%s", root, name);
    if (name[0] == '/') return name;
    if (is_file(beside)) return beside;
    for (uint32_t i = 0; i < FONT_FOLDERS; i++) {
        const char *found = find_below(font_folders[i], name, arena, 0);
        if (found) return found;
    }
    return name;
}

static void choose(struct face_choice *choice, struct texts names, const char *root, struct arena *arena) {
    struct face_choice otherwise = *choice;
    uint32_t count = 0;
    for (uint32_t i = 0; i < names.count; i++)
        choice->files[count++] = (struct face_file){find_file(names.list[i], root, arena), NULL};
    for (uint32_t i = 0; otherwise.files[i].path; i++) choice->files[count++] = otherwise.files[i];
}

bool typefaces_of(const struct site_theme *theme, const char *root, struct arena *arena,
                  struct face_choice choices[FACES]) {
    bool any = false;
    memcpy(choices, faces_of_debian, FACES * sizeof *choices);
    for (uint32_t i = 0; i < FACES; i++) {
        choose(&choices[i], theme->faces[i], root, arena);
        any = any || theme->faces[i].count;
    }
    return any;
}

struct faces *typefaces_open(const struct themes *themes, struct loaded *loaded) {
    struct face_choice choices[FACES];
    if (!themes->file) return NULL;
    if (!typefaces_of(themes->file, loaded->folder.root, &loaded->folder.arena, choices)) return NULL;
    return faces_create(choices);
}

/* ---- what is missing ---- */

static const char *file_name(const struct face_file *file) {
    const char *slash = strrchr(file->path, '/');
    return slash ? slash + 1 : file->path;
}

static void add_file(struct buf *out, const struct face_file *file) {
    if (file->family)
        buf_printf(out, "%s（%s）", file->family, file_name(file));
    else
        buf_text(out, file_name(file));
}

static void say(struct buf *out, enum face face, const struct face_file *wanted, const struct face_file *used,
                const struct site_theme *theme) {
    static const char *const uses[FACES] = {
        [FACE_SANS] = "正文", [FACE_SANS_BOLD] = "按钮和选项", [FACE_SERIF_BOLD] = "题目和大标题"};
    if (theme) buf_printf(out, "%s：", theme->path);
    buf_printf(out, "%s%s用的字体 ", theme ? "这套配色里" : "这台机器没有", uses[face]);
    add_file(out, wanted);
    buf_text(out, theme ? "，这台机器没有或者打不开，" : "，");
    if (used) {
        buf_text(out, "改用 ");
        add_file(out, used);
        buf_text(out, "。");
    } else {
        buf_text(out, "也没有能代替的，这些字画不出来。");
    }
    buf_text(out, theme ? "把字体文件放进题库的 theme/，或者装到这台机器上。\n"
                        : "装上 Debian 的软件包 fonts-noto-cjk 就好。\n");
}

/* Of a theme only what it asks for itself: for the rest our own have been reported. */
void typefaces_report(struct faces *faces, const struct face_choice choices[FACES],
                      const struct site_theme *theme, struct buf *out) {
    for (uint32_t i = 0; i < FACES; i++) {
        if (theme && !theme->faces[i].count) continue;
        const struct face_file *wanted = &choices[i].files[0], *used = faces_in_use(faces, (enum face)i);
        if (!used || strcmp(used->path, wanted->path) != 0) say(out, (enum face)i, wanted, used, theme);
    }
}

static void report(const struct face_choice choices[FACES], const struct site_theme *theme, struct buf *out) {
    struct faces *faces = faces_create(choices);
    typefaces_report(faces, choices, theme, out);
    faces_destroy(faces);
}

void typefaces_report_all(struct loaded *loaded, struct buf *out) {
    report(faces_of_debian, NULL, out);
    for (uint32_t i = 0; i < loaded->content.theme_count; i++) {
        const struct site_theme *theme = &loaded->content.themes[i];
        struct face_choice choices[FACES];
        if (typefaces_of(theme, loaded->folder.root, &loaded->folder.arena, choices))
            report(choices, theme, out);
    }
}
