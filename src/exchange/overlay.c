#include "exchange/overlay.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static struct overlay_file *find(const struct overlay *overlay, const char *path) {
    for (uint32_t i = 0; i < overlay->file_count; i++)
        if (strcmp(overlay->files[i].path, path) == 0) return &overlay->files[i];
    return NULL;
}

static bool read_through(void *context, const char *path, struct str *bytes) {
    const struct overlay *overlay = context;
    const struct overlay_file *file = find(overlay, path);
    if (!file) return overlay->below->read(overlay->below->context, path, bytes);
    *bytes = file->after;
    return true;
}

void overlay_init(struct overlay *overlay, const struct content_source *below) {
    *overlay = (struct overlay){.below = below};
    arena_init(&overlay->arena);
    overlay->source = (struct content_source){
        .context = overlay, .paths = below->paths, .path_count = below->path_count, .read = read_through};
}

void overlay_finish(struct overlay *overlay) {
    memory_give_back(overlay->files);
    arena_finish(&overlay->arena);
    *overlay = (struct overlay){0};
}

static int by_bytes(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_below(const struct overlay *overlay, const char *path) {
    for (uint32_t i = 0; i < overlay->below->path_count; i++)
        if (strcmp(overlay->below->paths[i], path) == 0) return true;
    return false;
}

static void add_path(struct overlay *overlay, const char *path) {
    uint32_t count = overlay->source.path_count;
    const char **paths = ARENA_LIST(&overlay->arena, const char *, count + 1);
    if (count) memcpy(paths, overlay->source.paths, count * sizeof *paths);
    paths[count] = path;
    qsort(paths, count + 1, sizeof *paths, by_bytes);
    overlay->source.paths = paths;
    overlay->source.path_count = count + 1;
}

static struct overlay_file *add_file(struct overlay *overlay, const char *path) {
    if (overlay->file_count == overlay->file_room) {
        overlay->file_room = overlay->file_room ? overlay->file_room * 2 : 8;
        overlay->files = memory_resize(overlay->files, overlay->file_room, sizeof *overlay->files);
    }
    struct overlay_file *file = &overlay->files[overlay->file_count++];
    *file = (struct overlay_file){.path = arena_text(&overlay->arena, path, strlen(path))};
    if (!is_below(overlay, path))
        add_path(overlay, file->path);
    else if (!overlay->below->read(overlay->below->context, path, &file->before))
        file->before = STR("");
    return file;
}

void overlay_put(struct overlay *overlay, const char *path, struct str text) {
    struct overlay_file *file = find(overlay, path);
    if (!file) file = add_file(overlay, path);
    file->after = (struct str){arena_text(&overlay->arena, text.at, text.len), text.len};
}
