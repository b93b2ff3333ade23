#include "cli/own_content.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/folder.h"
#include "cli/loaded.h"
#include "store/disk.h"

enum { PATH_ROOM = 4096, DEEPEST = 10 };

static bool is_folder(const char *path) {
    struct stat found;
    return lstat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

static const char *path_in(struct arena *arena, const char *data, const char *name) {
    return arena_printf(arena, "%s/%s", data, name);
}

/* The power went between the two renames: what was there before is whole. */
static void mend_exchange(const char *data, struct arena *arena) {
    const char *own = path_in(arena, data, "content"), *old = path_in(arena, data, "content.old");
    if (!is_folder(own) && is_folder(old)) rename(old, own);
}

const char *content_to_play(const char *asked, const char *data, struct arena *arena) {
    if (asked || !*data) return content_folder(asked, arena);
    mend_exchange(data, arena);
    const char *own = path_in(arena, data, "content");
    return is_folder(own) ? own : content_folder(NULL, arena);
}

static void remove_tree(const char *path, int depth) {
    char below[PATH_ROOM];
    if (unlink(path) == 0 || depth > DEEPEST) return;
    DIR *entries = opendir(path);
    if (!entries) return;
    for (struct dirent *entry; (entry = readdir(entries));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        if (snprintf(below, sizeof below, "%s/%s", path, entry->d_name) < PATH_ROOM)
            remove_tree(below, depth + 1);
    }
    closedir(entries);
    rmdir(path);
}

static bool write_file(const char *path, struct str bytes) {
    FILE *file = fopen(path, "wb");
    if (!file) return false;
    bool written =
        fwrite(bytes.at, 1, bytes.len, file) == bytes.len && fflush(file) == 0 && fsync(fileno(file)) == 0;
    return fclose(file) == 0 && written;
}

static bool make_folders_above(char *path) {
    char *slash = strrchr(path, '/');
    *slash = '\0';
    bool made = disk_make_folder(path);
    *slash = '/';
    return made;
}

static bool copy_files(struct folder *from, const char *to) {
    char path[PATH_ROOM];
    for (uint32_t i = 0; i < from->source.path_count; i++) {
        const char *name = from->source.paths[i];
        struct str bytes;
        if (!from->source.read(from->source.context, name, &bytes)) return false;
        if (snprintf(path, sizeof path, "%s/%s", to, name) >= PATH_ROOM) return false;
        if (!make_folders_above(path) || !write_file(path, bytes) || !disk_settle_folder(path)) return false;
        from->source.forget(from->source.context, name);
    }
    return true;
}

/* What was copied is read anew: a stick may have been pulled, a disk may be full. */
static bool is_sound(const char *folder) {
    struct loaded loaded;
    bool sound = loaded_open(&loaded, folder, CONTENT_CHECKED) && loaded.diags.errors == 0;
    loaded_close(&loaded);
    return sound;
}

static bool copy_beside(const char *from, const char *to) {
    struct folder folder;
    bool copied = folder_open(&folder, from) && copy_files(&folder, to);
    folder_close(&folder);
    return copied && is_sound(to);
}

static bool exchange(const char *data, const char *new, struct arena *arena) {
    const char *own = path_in(arena, data, "content"), *old = path_in(arena, data, "content.old");
    remove_tree(old, 0);
    if (rename(own, old) != 0 && errno != ENOENT) return false;
    bool placed = rename(new, own) == 0;
    if (!placed) rename(old, own);
    disk_settle_folder(own);
    if (placed) remove_tree(old, 0);
    return placed;
}

bool own_content_replace(const char *from, const char *data) {
    struct arena arena;
    arena_init(&arena);
    const char *new = path_in(&arena, data, "content.new");
    mend_exchange(data, &arena);
    remove_tree(new, 0);
    bool replaced = copy_beside(from, new) && exchange(data, new, &arena);
    if (!replaced) remove_tree(new, 0);
    arena_finish(&arena);
    return replaced;
}
