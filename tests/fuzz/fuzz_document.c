#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "exchange/clash.h"
#include "exchange/import.h"

/* Any bytes as a document: what comes out is text, every draft has a line of the file and a value, and what
   is confident has a reason. The first byte chooses whether the same bytes are imported twice, for the
   contradictions. */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_draft(const struct draft *draft, uint32_t lines) {
    assert(draft->line >= 1 && draft->line <= lines && draft->from < draft->to);
    assert(draft->value_count && *draft->values[0] && *draft->quote && *draft->reason);
    assert(!draft->confident || draft->year.from != YEAR_GUESS);
    for (uint32_t i = 0; i < draft->value_count; i++) {
        struct str value = str_of(draft->values[i]);
        assert(utf8_valid_prefix(value) == value.len);
    }
}

static void import(struct drafts *drafts, struct str bytes, const char *name) {
    struct document document;
    document_read(&document, bytes, name);
    import_document(drafts, &document);
    for (uint32_t i = 0; i < document.sentence_count; i++)
        assert(document.sentences[i].begin < document.sentences[i].end &&
               document.sentences[i].end <= document.count);
    document_finish(&document);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!size) return 0;
    struct str bytes = {(const char *)data + 1, size - 1};
    struct drafts drafts;
    struct buf out;
    drafts_init(&drafts);
    buf_init(&out);
    import(&drafts, bytes, "a.txt");
    if (data[0] % 2) import(&drafts, bytes, "b.txt");
    clash_find(&drafts, NULL);
    for (uint32_t i = 0; i < drafts.count; i++) check_draft(&drafts.list[i], (uint32_t)size);
    drafts_write_lines(&drafts, &out);
    assert(utf8_valid_prefix(buf_get(&out)) == out.len);
    buf_finish(&out);
    drafts_finish(&drafts);
    return 0;
}
