#ifndef ANZHI_TESTS_SUPPORT_SMALL_H
#define ANZHI_TESTS_SUPPORT_SMALL_H

#include <stdio.h>
#include <stdlib.h>

#include "content/content.h"
#include "quiz/round.h"

/* The small fixed content that rounds, flows, replays and the monkey are tested with, so that their hashes do
   not change when an editor changes a word: tests/fixtures/small.json. */

struct small {
    struct buf text;
    struct diags diags;
    struct content content;
    struct quiz quiz;
};

static inline struct buf small_read(const char *path) {
    struct buf text;
    char bytes[4096];
    buf_init(&text);
    FILE *file = fopen(path, "rb");
    if (!file) return text;
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, file)) > 0;) buf_add(&text, bytes, got);
    fclose(file);
    return text;
}

static inline bool small_give(void *context, const char *path, struct str *bytes) {
    (void)path;
    *bytes = buf_get(context);
    return true;
}

static inline void small_fail(struct small *small, const char *what) {
    struct buf out;
    buf_init(&out);
    diags_print_text(&small->diags, &out);
    fprintf(stderr, "%s\n%s", what, out.at);
    exit(1);
}

/* Any text as a content of one file; for rounds of a pool that a test makes up. */
static inline bool small_load(struct small *small, struct buf text) {
    static const char *const paths[] = {"small.json"};
    *small = (struct small){.text = text};
    diags_init(&small->diags);
    struct content_source source = {
        .context = &small->text, .paths = paths, .path_count = 1, .read = small_give};
    bool loaded = content_load(&small->content, &source, CONTENT_QUICK, &small->diags);
    quiz_init(&small->quiz, &small->content, 20240909);
    return loaded;
}

static inline void small_open(struct small *small) {
    if (!small_load(small, small_read(TESTS_DIR "/fixtures/small.json")))
        small_fail(small, "fixtures/small.json");
    if (small->diags.errors > 0) small_fail(small, "fixtures/small.json");
}

static inline void small_close(struct small *small) {
    quiz_finish(&small->quiz);
    content_finish(&small->content);
    diags_finish(&small->diags);
    buf_finish(&small->text);
}

#endif
