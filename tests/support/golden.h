#ifndef ANZHI_TESTS_SUPPORT_GOLDEN_H
#define ANZHI_TESTS_SUPPORT_GOLDEN_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/disk.h"

/* A text that is kept in tests/goldens/ and compared line by line. UPDATE_EXPECTED=1 writes it anew; else a
   difference is printed, and what came out is left beside it as NAME.actual. A golden that is missing fails.
 */

static inline void golden_path(char *out, size_t room, const char *name, const char *end) {
    snprintf(out, room, "%s/goldens/%s%s", TESTS_DIR, name, end);
}

static inline void golden_write(const char *path, struct str text) {
    FILE *file = fopen(path, "wb");
    if (!file) abort();
    fwrite(text.at, 1, text.len, file);
    fclose(file);
}

static inline struct str golden_line(struct str *text) {
    size_t end = str_find(*text, STR("\n"));
    struct str line = str_cut(*text, 0, end);
    *text = str_cut(*text, end < text->len ? end + 1 : end, text->len);
    return line;
}

/* The first lines that differ, with their number. */
static inline void golden_tell(const char *name, struct str wanted, struct str got) {
    enum { MOST = 12 };
    for (uint32_t number = 1, told = 0; (wanted.len || got.len) && told < MOST; number++) {
        struct str a = golden_line(&wanted), b = golden_line(&got);
        if (str_equal(a, b)) continue;
        fprintf(stderr, "%s:%u\n- %.*s\n+ %.*s\n", name, number, (int)a.len, a.at, (int)b.len, b.at);
        told++;
    }
    fprintf(stderr, "%s differs; UPDATE_EXPECTED=1 takes what is there now\n", name);
}

static inline bool golden_holds(const char *name, struct str text) {
    char path[600], actual[600];
    golden_path(path, sizeof path, name, ".txt");
    golden_path(actual, sizeof actual, name, ".actual");
    const char *update = getenv("UPDATE_EXPECTED");
    if (update && *update == '1') {
        golden_write(path, text);
        return true;
    }
    FILE *there = fopen(path, "rb");
    struct buf wanted;
    buf_init(&wanted);
    if (there) {
        fclose(there);
        wanted = disk_read(path);
    }
    bool same = there && str_equal(buf_get(&wanted), text);
    if (!same) golden_tell(name, buf_get(&wanted), text);
    if (!same)
        golden_write(actual, text);
    else
        remove(actual);
    buf_finish(&wanted);
    return same;
}

#endif
