#include "cli/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

enum { MOST_FILES = 20000, MOST_BYTES = 256 << 20 };

static void add_path(struct folder *folder, const char *path) {
    if (folder->count == folder->room) {
        uint32_t room = folder->room ? folder->room * 2 : 64;
        const char **paths = ARENA_LIST(&folder->arena, const char *, room);
        if (folder->count) memcpy(paths, folder->paths, folder->count * sizeof *paths);
        folder->paths = paths;
        folder->room = room;
    }
    folder->paths[folder->count++] = path;
}

/* Is what the path means, links followed, below the folder? What lies elsewhere is nobody's content. */
static bool lies_inside(const struct folder *folder, const char *full) {
    char *real = realpath(full, NULL);
    size_t len = strlen(folder->real_root);
    bool inside = real && strncmp(real, folder->real_root, len) == 0 && (real[len] == '/' || len == 1);
    free(real);
    return inside;
}

static void walk(struct folder *folder, const char *below, int depth);

static void take_entry(struct folder *folder, const char *below, const char *name, int depth) {
    if (name[0] == '.' || folder->count >= MOST_FILES) return;
    char *path = *below ? arena_printf(&folder->arena, "%s/%s", below, name)
                        : arena_printf(&folder->arena, "%s", name);
    char *full = arena_printf(&folder->arena, "%s/%s", folder->root, path);
    struct stat status;
    if (lstat(full, &status) != 0) return;
    if (S_ISLNK(status.st_mode) && (!lies_inside(folder, full) || stat(full, &status) != 0)) {
        fprintf(stderr, "anzhi: 没有读“%s”：它是链接，指到内容文件夹外面，或者指的东西不在。\n", full);
        return;
    }
    if (S_ISDIR(status.st_mode) && depth < FOLDER_DEEPEST) walk(folder, path, depth + 1);
    if (S_ISREG(status.st_mode)) add_path(folder, path);
}

static void walk(struct folder *folder, const char *below, int depth) {
    DIR *entries = opendir(arena_printf(&folder->arena, "%s/%s", folder->root, below));
    if (!entries) return;
    for (struct dirent *entry; (entry = readdir(entries));) take_entry(folder, below, entry->d_name, depth);
    closedir(entries);
}

static int by_bytes(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What the file has by now, should it have been cut short since its size was asked for. */
static struct str read_whole(int file, size_t size) {
    char *bytes = memory_resize(NULL, size + 1, 1);
    size_t got = 0;
    while (got < size) {
        ssize_t n = read(file, bytes + got, size - got);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) break;
        got += (size_t)n;
    }
    return (struct str){bytes, got};
}

static bool load_file(const char *path, struct str *bytes) {
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0) return false;
    struct stat status;
    bool fine = fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size <= MOST_BYTES;
    if (fine) *bytes = read_whole(file, (size_t)status.st_size);
    close(file);
    return fine;
}

static struct str *kept_of(struct folder *folder, const char *path) {
    const char **found = bsearch(&path, folder->paths, folder->count, sizeof *folder->paths, by_bytes);
    return found ? &folder->files[found - folder->paths] : NULL;
}

static bool source_read(void *context, const char *path, struct str *bytes) {
    struct folder *folder = context;
    struct str *kept = kept_of(folder, path);
    if (!kept) return false;
    if (!kept->at) {
        char *full = arena_printf(&folder->arena, "%s/%s", folder->root, path);
        if (!lies_inside(folder, full) || !load_file(full, kept)) return false;
    }
    *bytes = *kept;
    return true;
}

static void source_forget(void *context, const char *path) {
    struct folder *folder = context;
    struct str *kept = kept_of(folder, path);
    if (!kept) return;
    memory_give_back((char *)kept->at);
    *kept = (struct str){NULL, 0};
}

static void take_single_file(struct folder *folder, const char *path) {
    const char *slash = strrchr(path, '/');
    folder->root = slash ? arena_text(&folder->arena, path, (size_t)(slash - path)) : ".";
    if (slash == path) folder->root = "/";
    add_path(folder, arena_printf(&folder->arena, "%s", slash ? slash + 1 : path));
}

/* A single file that was asked for may itself be a link. */
static void find_real_root(struct folder *folder, const char *path, bool is_folder) {
    char *real = realpath(path, NULL);
    char *root = arena_printf(&folder->arena, "%s", real ? real : path), *slash = strrchr(root, '/');
    free(real);
    if (!is_folder && slash) slash[slash == root] = '\0';
    folder->real_root = root;
}

bool folder_open(struct folder *folder, const char *path) {
    *folder = (struct folder){.root = path};
    arena_init(&folder->arena);
    struct stat status;
    if (stat(path, &status) != 0) {
        fprintf(stderr, "anzhi: 打不开“%s”：%s。\n", path,
                errno == ENOENT ? "没有这个文件夹或文件" : "没有权限");
        return false;
    }
    find_real_root(folder, path, S_ISDIR(status.st_mode));
    if (S_ISDIR(status.st_mode))
        walk(folder, "", 0);
    else
        take_single_file(folder, path);
    if (folder->count) qsort(folder->paths, folder->count, sizeof *folder->paths, by_bytes);
    folder->files = ARENA_LIST(&folder->arena, struct str, folder->count + 1);
    folder->source = (struct content_source){.context = folder,
                                             .paths = folder->paths,
                                             .path_count = folder->count,
                                             .read = source_read,
                                             .forget = source_forget};
    return true;
}

void folder_close(struct folder *folder) {
    for (uint32_t i = 0; folder->files && i < folder->count; i++)
        memory_give_back((char *)folder->files[i].at);
    arena_finish(&folder->arena);
    *folder = (struct folder){0};
}
