#include "cli/inbox_files.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/decode.h"
#include "base/memory.h"
#include "cli/slurp.h"

static const char ending[] = ".drafts.json";

static int is_drafts(const struct dirent *entry) {
    return entry->d_name[0] != '.' && str_ends(str_of(entry->d_name), str_of(ending));
}

static void say_problems(struct diags *diags) {
    struct buf out;
    buf_init(&out);
    diags_sort(diags);
    diags_print_text(diags, &out);
    fwrite(out.at, 1, out.len, stderr);
    buf_finish(&out);
}

/* The bytes stay until the end: what is not changed is not written. */
static bool read_file(struct inbox_files *files, const char *file, struct diags *diags) {
    struct buf bytes, storage;
    buf_init(&bytes);
    buf_init(&storage);
    char *name = arena_text(&files->arena, file, strlen(file) - strlen(ending));
    bool fine = slurp(arena_printf(&files->arena, "%s/%s", files->folder, file), &bytes);
    if (fine) {
        struct decoded decoded = decode_bytes(buf_get(&bytes), &storage);
        struct diag_file place = {arena_printf(&files->arena, "inbox/%s", file), decoded.text};
        fine = inbox_read(&files->inbox, name, place, diags);
        if (decoded.encoding == ENCODING_NONE) fprintf(stderr, "anzhi: inbox/%s 不是文字文件。\n", file);
    }
    if (fine)
        files->before[files->count++] =
            (struct str){arena_text(&files->arena, bytes.at, bytes.len), bytes.len};
    buf_finish(&bytes);
    buf_finish(&storage);
    return fine;
}

static bool read_all(struct inbox_files *files, struct dirent **entries, int count) {
    struct diags diags;
    bool fine = true;
    diags_init(&diags);
    files->before = ARENA_LIST(&files->arena, struct str, (size_t)count + 1);
    for (int i = 0; i < count; i++) {
        fine = read_file(files, entries[i]->d_name, &diags) && fine;
        free(entries[i]);
    }
    if (diags.errors) say_problems(&diags);
    diags_finish(&diags);
    return fine;
}

bool inbox_files_open(struct inbox_files *files, const char *content) {
    *files = (struct inbox_files){0};
    inbox_init(&files->inbox);
    arena_init(&files->arena);
    files->folder = arena_printf(&files->arena, "%s/inbox", content);
    struct dirent **entries = NULL;
    int count = scandir(files->folder, &entries, is_drafts, alphasort);
    bool fine = read_all(files, entries, count < 0 ? 0 : count);
    free(entries);
    return fine;
}

void inbox_files_close(struct inbox_files *files) {
    inbox_finish(&files->inbox);
    arena_finish(&files->arena);
}

static struct rewrite change_of(struct inbox_files *files, uint32_t document) {
    struct buf out;
    buf_init(&out);
    inbox_print(&files->inbox, document, &out);
    struct rewrite change = {.path = arena_printf(&files->arena, "%s/%s%s", files->folder,
                                                  files->inbox.documents[document].name, ending),
                             .before =
                                 document < files->count ? files->before[document] : (struct str){NULL, 0},
                             .after = {arena_text(&files->arena, out.at, out.len), out.len}};
    buf_finish(&out);
    return change;
}

uint32_t inbox_files_changes(struct inbox_files *files, struct rewrite **list) {
    uint32_t count = 0;
    *list = ARENA_LIST(&files->arena, struct rewrite, files->inbox.document_count + 1);
    for (uint32_t i = 0; i < files->inbox.document_count; i++) {
        if (!files->inbox.documents[i].is_changed) continue;
        struct rewrite change = change_of(files, i);
        if (!change.before.at || !str_equal(change.before, change.after)) (*list)[count++] = change;
    }
    return count;
}

bool inbox_files_save(struct inbox_files *files) {
    struct rewrite *list;
    uint32_t count = inbox_files_changes(files, &list);
    if (count) mkdir(files->folder, 0777); /* when it can't be made, writing says so */
    return rewrite_all(list, count);
}
