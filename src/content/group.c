#include "content/group.h"

#include <string.h>

#include "base/str.h"

static bool starts(const char *path, const char *start) {
    return str_starts(str_of(path), str_of(start));
}

static bool ends_like(const char *path, const char *end) {
    size_t len = strlen(path), end_len = strlen(end);
    if (len < end_len) return false;
    for (size_t i = 0; i < end_len; i++) {
        char c = path[len - end_len + i];
        if (c >= 'A' && c <= 'Z') c |= 0x20;
        if (c != end[i]) return false;
    }
    return true;
}

static bool is_json(const char *path) {
    return ends_like(path, ".json");
}

/* What Windows and other programs make of the name. */
static bool is_nearly_json(const char *path) {
    return ends_like(path, ".json.txt") || ends_like(path, ".jsonc") || ends_like(path, ".json5");
}

static bool is_hidden(const char *path) {
    return path[0] == '.' || strstr(path, "/.");
}

static bool has_folder(const char *path, const char *folder) {
    size_t len = strlen(folder);
    for (const char *at = path; at; at = strchr(at, '/'), at = at ? at + 1 : NULL) {
        if (strncmp(at, folder, len) == 0 && at[len] == '/') return true;
    }
    return false;
}

static enum place place_in_pack(const char *path) {
    if (is_hidden(path) || has_folder(path, "images")) return PLACE_IGNORED;
    if (is_json(path)) return PLACE_PACK;
    return is_nearly_json(path) ? PLACE_EXTENSION : PLACE_IGNORED;
}

/* Folders of a content folder that others read. */
static bool is_foreign(const char *path) {
    return starts(path, "schema/") || starts(path, "ui/") || starts(path, "inbox/");
}

/* What stands beside the themes, such as faces, is not for reading. */
static enum place place_of_theme(const char *path) {
    if (is_json(path)) return PLACE_THEME;
    return is_nearly_json(path) ? PLACE_EXTENSION : PLACE_IGNORED;
}

static enum place place_in_content(const char *path) {
    if (strcmp(path, "kiosk.json") == 0) return PLACE_KIOSK;
    if (is_hidden(path) || is_foreign(path)) return PLACE_IGNORED;
    if (starts(path, "theme/")) return place_of_theme(path);
    if (starts(path, "packs/")) return place_in_pack(path);
    return is_json(path) || is_nearly_json(path) ? PLACE_MISPLACED : PLACE_IGNORED;
}

/* "packs/wangan/" of packs/wangan/questions/01.json; a file right below packs/ is a pack by itself. */
static struct str folder_of(const char *path) {
    const char *name = path + strlen("packs/"), *slash = strchr(name, '/');
    return (struct str){path, slash ? (size_t)(slash + 1 - path) : strlen(path)};
}

/* Paths come sorted, so a folder's files stand together. */
static uint32_t pack_of(struct group *group, struct arena *arena, struct str folder) {
    if (group->pack_count == 0 || !str_is(folder, group->packs[group->pack_count - 1])) {
        group->packs[group->pack_count++] = arena_text(arena, folder.at, folder.len);
    }
    return group->pack_count - 1;
}

static bool is_content_folder(const char *const *paths, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (starts(paths[i], "packs/") || strcmp(paths[i], "kiosk.json") == 0) return true;
    }
    return false;
}

void group_paths(struct group *group, struct arena *arena, const char *const *paths, uint32_t count) {
    *group = (struct group){.is_content = is_content_folder(paths, count)};
    group->files = ARENA_LIST(arena, struct grouped, count);
    group->packs = ARENA_LIST(arena, const char *, count);
    for (uint32_t i = 0; i < count; i++) {
        struct grouped *file = &group->files[group->file_count++];
        file->path = paths[i];
        file->place = group->is_content ? place_in_content(paths[i]) : place_in_pack(paths[i]);
        if (file->place != PLACE_PACK) continue;
        file->pack = pack_of(group, arena, group->is_content ? folder_of(paths[i]) : STR(""));
    }
}
