#include "cli/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEEPEST = 8, MOST_FILES = 20000, MAPPED_FROM = 4 << 20 };

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

static void walk(struct folder *folder, const char *below, int depth);

static void take_entry(struct folder *folder, const char *below, const char *name, int depth) {
    if (name[0] == '.' || folder->count >= MOST_FILES) return;
    char *path = *below ? arena_printf(&folder->arena, "%s/%s", below, name)
                        : arena_printf(&folder->arena, "%s", name);
    char *full = arena_printf(&folder->arena, "%s/%s", folder->root, path);
    struct stat status;
    if (stat(full, &status) != 0) return;
    if (S_ISDIR(status.st_mode) && depth < DEEPEST) walk(folder, path, depth + 1);
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

static bool read_whole(int file, size_t size, struct folder_file *out) {
    char *bytes = malloc(size + 1);
    size_t got = 0;
    while (bytes && got < size) {
        ssize_t n = read(file, bytes + got, size - got);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) break;
        got += (size_t)n;
    }
    out->bytes = (struct str){bytes, got};
    return bytes != NULL;
}

static bool map_whole(int file, size_t size, struct folder_file *out) {
    void *mapping = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (mapping == MAP_FAILED) return read_whole(file, size, out);
    out->mapping = mapping;
    out->bytes = (struct str){mapping, size};
    return true;
}

static bool load_file(const char *path, struct folder_file *out) {
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0) return false;
    struct stat status;
    bool fine = fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    size_t size = fine ? (size_t)status.st_size : 0;
    if (fine) fine = size >= MAPPED_FROM ? map_whole(file, size, out) : read_whole(file, size, out);
    close(file);
    return fine;
}

static bool source_read(void *context, const char *path, struct str *bytes) {
    struct folder *folder = context;
    const char **found = bsearch(&path, folder->paths, folder->count, sizeof *folder->paths, by_bytes);
    if (!found) return false;
    struct folder_file *file = &folder->files[found - folder->paths];
    if (!file->bytes.at) {
        char *full = arena_printf(&folder->arena, "%s/%s", folder->root, path);
        if (!load_file(full, file)) return false;
    }
    *bytes = file->bytes;
    return true;
}

static void take_single_file(struct folder *folder, const char *path) {
    const char *slash = strrchr(path, '/');
    folder->root = slash ? arena_text(&folder->arena, path, (size_t)(slash - path)) : ".";
    if (slash == path) folder->root = "/";
    add_path(folder, arena_printf(&folder->arena, "%s", slash ? slash + 1 : path));
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
    if (S_ISDIR(status.st_mode))
        walk(folder, "", 0);
    else
        take_single_file(folder, path);
    if (folder->count) qsort(folder->paths, folder->count, sizeof *folder->paths, by_bytes);
    folder->files = ARENA_LIST(&folder->arena, struct folder_file, folder->count + 1);
    folder->source = (struct content_source){folder, folder->paths, folder->count, source_read};
    return true;
}

void folder_close(struct folder *folder) {
    for (uint32_t i = 0; folder->files && i < folder->count; i++) {
        struct folder_file *file = &folder->files[i];
        if (file->mapping)
            munmap(file->mapping, file->bytes.len);
        else
            free((char *)file->bytes.at);
    }
    arena_finish(&folder->arena);
    *folder = (struct folder){0};
}
