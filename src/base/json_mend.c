#include "base/json_build.h"
#include "base/memory.h"

/* A value that was read once is read again without bounds of its own. */
static const struct json_limits wide_limits = {.file_bytes = (size_t)256 * 1024 * 1024,
                                               .depth = 1000,
                                               .elements = UINT32_MAX,
                                               .string_bytes = UINT32_MAX};

struct str json_plain(const struct json_index *index, struct json_span span, bool plain,
                      struct buf *scratch) {
    if (plain) return str_cut(index->file.text, span.begin, span.end);
    struct edits edits;
    edits_begin(&edits, true);
    struct scan_keys keys = {0};
    struct reader reader;
    /* Cut at the value's end, because what stands behind it must not be looked at. */
    struct diag_file file = {index->file.name, str_cut(index->file.text, 0, span.end)};
    reader_begin(&reader, file, &wide_limits, &keys);
    reader.edits = &edits;
    reader_jump(&reader, span.begin);
    reader_value(&reader, 0);
    buf_clear(scratch);
    edits_apply(&edits, file.text, span, scratch);
    scan_keys_finish(&keys);
    edits_finish(&edits);
    return buf_get(scratch);
}

static uint32_t mend_once(struct str text, struct buf *out) {
    struct edits edits;
    struct json_index index;
    struct build build;
    struct diag_file file = {"", text};
    edits_begin(&edits, false);
    build_file(&build, &index, file, &json_default_limits, NULL, &edits);
    struct json_span all = {0, (uint32_t)text.len};
    uint32_t changed = edits_count(&edits);
    if (changed) edits_apply(&edits, text, all, out);
    edits_finish(&edits);
    json_index_finish(&index);
    return changed;
}

/* Mending one place may show the next (a brace that could not be read before); a few rounds see them all. */
#define MOST_ROUNDS 32

uint32_t json_mend(struct str text, struct buf *out) {
    struct buf buffers[2];
    buf_init(&buffers[0]);
    buf_init(&buffers[1]);
    uint32_t total = 0;
    struct str now = text;
    for (int round = 0; round < MOST_ROUNDS && text.len <= json_default_limits.file_bytes; round++) {
        struct buf *next = &buffers[round & 1];
        buf_clear(next);
        uint32_t changed = mend_once(now, next);
        if (!changed) break;
        total += changed;
        now = buf_get(next);
    }
    buf_str(out, now);
    buf_finish(&buffers[0]);
    buf_finish(&buffers[1]);
    return total;
}
