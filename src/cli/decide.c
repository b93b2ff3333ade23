#include "cli/decide.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/loaded.h"

bool desk_open(struct desk *desk, const char *asked) {
    *desk = (struct desk){0};
    arena_init(&desk->arena);
    desk->root = content_folder(asked, &desk->arena);
    bool opened = folder_open(&desk->folder, desk->root);
    return inbox_files_open(&desk->files, desk->root) && opened;
}

void desk_close(struct desk *desk) {
    inbox_files_close(&desk->files);
    folder_close(&desk->folder);
    arena_finish(&desk->arena);
}

static uint32_t find(const struct desk *desk, const char *word) {
    char id[16];
    const char *digits = *word == 'D' || *word == 'd' ? word + 1 : word;
    if (!*digits || strlen(digits) > 7 || strspn(digits, "0123456789") != strlen(digits)) return INBOX_NONE;
    snprintf(id, sizeof id, "D%04lu", strtoul(digits, NULL, 10));
    return inbox_find(&desk->files.inbox, id);
}

bool desk_find(const struct desk *desk, char **words, int count, uint32_t *places) {
    bool fine = true;
    for (int i = 0; i < count; i++) {
        places[i] = find(desk, words[i]);
        if (places[i] == INBOX_NONE)
            fprintf(stderr, "anzhi: 没有“%s”这条草稿。用 anzhi review 看有哪些。\n", words[i]);
        fine = fine && places[i] != INBOX_NONE;
    }
    return fine;
}
