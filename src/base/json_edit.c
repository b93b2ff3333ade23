#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_read.h"
#include "base/memory.h"

void edits_begin(struct edits *edits, bool cut_comments) {
    *edits = (struct edits){.cut_comments = cut_comments};
}

void edits_finish(struct edits *edits) {
    memory_give_back(edits->list);
    edits_begin(edits, false);
}

void edits_forget(struct edits *edits, uint32_t from) {
    while (edits->count > 0 && edits->list[edits->count - 1].at >= from) edits->count--;
}

void edits_forget_at(struct edits *edits, uint32_t at) {
    for (uint32_t i = edits ? edits->count : 0; i-- > 0 && edits->list[i].at >= at;) {
        if (edits->list[i].at == at && edits->list[i].cut > 0)
            edits->list[i].cut = edits->list[i].put_len = 0;
    }
}

void reader_edit(struct reader *reader, uint32_t at, uint32_t cut, const char *put) {
    struct edits *edits = reader->edits;
    reader->plain = false;
    if (!edits) return;
    if (edits->count == edits->room) {
        edits->room = edits->room ? edits->room * 2 : 16;
        edits->list = memory_resize(edits->list, edits->room, sizeof *edits->list);
    }
    struct edit *edit = &edits->list[edits->count];
    *edit = (struct edit){.at = at, .cut = cut, .rank = edits->count++, .put_len = (uint8_t)strlen(put)};
    assert(edit->put_len <= sizeof edit->put);
    memcpy(edit->put, put, edit->put_len);
}

uint32_t edits_count(const struct edits *edits) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < edits->count; i++) count += edits->list[i].cut > 0 || edits->list[i].put_len > 0;
    return count;
}

/* By place; what is put in comes before what is cut out at the same place. */
static int compare_edits(const void *left, const void *right) {
    const struct edit *a = left, *b = right;
    if (a->at != b->at) return a->at < b->at ? -1 : 1;
    if ((a->cut == 0) != (b->cut == 0)) return a->cut == 0 ? -1 : 1;
    return (a->rank > b->rank) - (a->rank < b->rank);
}

void edits_apply(struct edits *edits, struct str text, struct json_span span, struct buf *out) {
    if (edits->count > 1) qsort(edits->list, edits->count, sizeof *edits->list, compare_edits);
    uint32_t at = span.begin;
    for (uint32_t i = 0; i < edits->count; i++) {
        const struct edit *edit = &edits->list[i];
        if (edit->at < at || edit->at + edit->cut > span.end) continue;
        buf_str(out, str_cut(text, at, edit->at));
        buf_add(out, edit->put, edit->put_len);
        at = edit->at + edit->cut;
    }
    buf_str(out, str_cut(text, at, span.end));
}
