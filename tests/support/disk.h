#ifndef ANZHI_TESTS_SUPPORT_DISK_H
#define ANZHI_TESTS_SUPPORT_DISK_H

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "content/content.h"

/* A folder of the test tree as a content_source, all of it in memory. */

struct disk {
    struct content_source source;
    char **paths;
    struct buf *bytes;
    uint32_t count;
};

static inline struct buf disk_read(const char *path) {
    struct buf text;
    char bytes[4096];
    buf_init(&text);
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        abort();
    }
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, file)) > 0;) buf_add(&text, bytes, got);
    fclose(file);
    return text;
}

static inline bool disk_give(void *context, const char *path, struct str *bytes) {
    struct disk *disk = context;
    for (uint32_t i = 0; i < disk->count; i++) {
        if (strcmp(disk->paths[i], path) != 0) continue;
        *bytes = buf_get(&disk->bytes[i]);
        return true;
    }
    return false;
}

static inline void disk_add(struct disk *disk, const char *path) {
    disk->paths = realloc(disk->paths, (disk->count + 1) * sizeof *disk->paths);
    disk->paths[disk->count] = malloc(strlen(path) + 1);
    strcpy(disk->paths[disk->count++], path);
}

static inline void disk_list(struct disk *disk, const char *root, const char *below) {
    char folder[1024];
    snprintf(folder, sizeof folder, "%s/%s", root, below);
    DIR *entries = opendir(folder);
    if (!entries) return;
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        char path[1400], whole[2800];
        snprintf(path, sizeof path, "%s%s%s", below, *below ? "/" : "", entry->d_name);
        snprintf(whole, sizeof whole, "%s/%s", root, path);
        struct stat about;
        if (stat(whole, &about) != 0) continue;
        if (S_ISDIR(about.st_mode))
            disk_list(disk, root, path);
        else
            disk_add(disk, path);
    }
    closedir(entries);
}

static inline int disk_order(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static inline void disk_open(struct disk *disk, const char *root) {
    *disk = (struct disk){.source = {.read = disk_give}};
    disk_list(disk, root, "");
    if (disk->count) qsort(disk->paths, disk->count, sizeof *disk->paths, disk_order);
    disk->bytes = calloc(disk->count + 1, sizeof *disk->bytes);
    for (uint32_t i = 0; i < disk->count; i++) {
        char whole[2800];
        snprintf(whole, sizeof whole, "%s/%s", root, disk->paths[i]);
        disk->bytes[i] = disk_read(whole);
    }
    disk->source.context = disk;
    disk->source.paths = (const char *const *)disk->paths;
    disk->source.path_count = disk->count;
}

static inline void disk_close(struct disk *disk) {
    for (uint32_t i = 0; i < disk->count; i++) {
        free(disk->paths[i]);
        buf_finish(&disk->bytes[i]);
    }
    free(disk->paths);
    free(disk->bytes);
}

#endif
