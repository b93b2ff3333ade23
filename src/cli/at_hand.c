#include "cli/at_hand.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/decode.h"
#include "base/memory.h"
#include "cli/slurp.h"

static const char *name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool is_document(const char *name) {
    struct str text = str_of(name);
    return *name != '.' && (str_ends(text, STR(".txt")) || str_ends(text, STR(".md")));
}

static void add(struct at_hand_list *list, const char *path) {
    struct stat status;
    if (at_hand_named(list, name_of(path)) || stat(path, &status) != 0 || !S_ISREG(status.st_mode)) return;
    struct buf bytes, storage;
    buf_init(&bytes);
    buf_init(&storage);
    if (slurp(path, &bytes)) {
        struct str text = decode_bytes(buf_get(&bytes), &storage).text;
        if (list->count == list->room) {
            list->room = list->room ? list->room * 2 : 16;
            list->list = memory_resize(list->list, list->room, sizeof *list->list);
        }
        list->list[list->count++] = (struct at_hand){arena_text(&list->arena, path, strlen(path)),
                                                     {arena_text(&list->arena, text.at, text.len), text.len}};
    }
    buf_finish(&bytes);
    buf_finish(&storage);
}

static void add_folder(struct at_hand_list *list, const char *folder) {
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        if (is_document(entries[i]->d_name))
            add(list, arena_printf(&list->arena, "%s/%s", folder, entries[i]->d_name));
        free(entries[i]);
    }
    free(entries);
}

void at_hand_find(struct at_hand_list *out, const struct desk *desk, const char *folder) {
    *out = (struct at_hand_list){0};
    arena_init(&out->arena);
    add_folder(out, desk->files.folder);
    if (folder) add_folder(out, folder);
    const struct inbox *inbox = &desk->files.inbox;
    for (uint32_t i = 0; i < inbox->document_count; i++)
        if (*inbox->documents[i].path) add(out, inbox->documents[i].path);
}

void at_hand_finish(struct at_hand_list *list) {
    memory_give_back(list->list);
    arena_finish(&list->arena);
}

const struct at_hand *at_hand_named(const struct at_hand_list *list, const char *name) {
    for (uint32_t i = 0; i < list->count; i++)
        if (strcmp(name_of(list->list[i].path), name) == 0) return &list->list[i];
    return NULL;
}
