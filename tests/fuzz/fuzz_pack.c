#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"
#include "content/content.h"

/* Any bytes as content: the first byte chooses what kind of root and which file of it the rest is. Loads with
   all checks, reads every written question, and prints the messages. Finding words for messages and quoting
   lines is half of the work for a broken file, so that most inputs may have only a few. */

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char *const shapes[][4] = {
    {"all.json", NULL, NULL},
    {"pack.json", NULL, NULL},
    {"facts.json", "pack.json", "sources.json"},
    {"packs/a/pack.json", "packs/a/questions/1.json", NULL},
    {"kiosk.json", "packs/a/all.json", "packs/b/all.json", "theme/a.json"},
};
enum { SHAPES = sizeof shapes / sizeof shapes[0], FEW_MESSAGES = 3 };

static bool give(void *context, const char *path, struct str *bytes) {
    (void)path;
    *bytes = *(struct str *)context;
    return true;
}

static void read_questions(const struct content *content) {
    struct arena arena;
    arena_init(&arena);
    for (uint32_t i = 0; i < content->written_count; i++) {
        struct written written;
        content_question(content, i, &arena, &written);
        arena_clear(&arena);
    }
    arena_finish(&arena);
}

static void print(struct diags *diags) {
    struct buf out;
    buf_init(&out);
    diags_sort(diags);
    diags_print_text(diags, &out);
    buf_finish(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    if (length == 0) return 0;
    const char *const *paths = shapes[bytes[0] % SHAPES];
    uint32_t count = 1;
    while (count < 4 && paths[count]) count++;
    struct str text = {(const char *)bytes + 1, length - 1};
    struct content_source source = {.context = &text, .paths = paths, .path_count = count, .read = give};
    struct content content;
    struct diags diags;
    diags_init(&diags);
    if (hash_of(text) % 8) diags.limit = FEW_MESSAGES;
    content_load(&content, &source, CONTENT_CHECKED, &diags);
    read_questions(&content);
    print(&diags);
    content_finish(&content);
    diags_finish(&diags);
    return 0;
}
