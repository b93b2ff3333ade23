#ifndef ANZHI_TESTS_EXCHANGE_ROWS_H
#define ANZHI_TESTS_EXCHANGE_ROWS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "exchange/import.h"

/* Sentences of our own, with what a recogniser has to find in each or must leave alone. A row is
   "type|value", with the members of a list after commas; B: in front of it says that it must not be
   confident. */

static inline void print_draft(const struct draft *draft, struct buf *out) {
    if (!draft->confident) buf_text(out, "B:");
    buf_printf(out, "%s|", draft_type_words[draft->type]);
    for (uint32_t i = 0; i < draft->value_count; i++) buf_printf(out, "%s%s", i ? "," : "", draft->values[i]);
    if (draft->open) buf_text(out, "…");
    buf_char(out, '\n');
}

static inline void import_text(struct drafts *drafts, const char *text) {
    struct document document;
    drafts_init(drafts);
    document_read(&document, str_of(text), "a.txt");
    import_document(drafts, &document);
    document_finish(&document);
}

static inline bool says(const struct drafts *drafts, const char *row) {
    struct buf line;
    bool found = false;
    buf_init(&line);
    for (uint32_t i = 0; i < drafts->count && !found; i++) {
        buf_clear(&line);
        print_draft(&drafts->list[i], &line);
        found = line.len == strlen(row) + 1 && memcmp(line.at, row, line.len - 1) == 0;
    }
    buf_finish(&line);
    return found;
}

static inline void print_all(const struct drafts *drafts, const char *text, const char *row) {
    struct buf out;
    buf_init(&out);
    for (uint32_t i = 0; i < drafts->count; i++) print_draft(&drafts->list[i], &out);
    print_error("in %s\nnot %s but\n%s", text, row, out.at);
    buf_finish(&out);
}

struct row {
    const char *text, *row;
};

static inline void expect(const struct row *row, bool wanted) {
    struct drafts drafts;
    import_text(&drafts, row->text);
    bool found = says(&drafts, row->row);
    if (found != wanted) print_all(&drafts, row->text, row->row);
    assert_true(found == wanted);
    drafts_finish(&drafts);
}

static inline void expect_rows(const struct row *rows, uint32_t count, bool wanted) {
    for (uint32_t i = 0; i < count; i++) expect(&rows[i], wanted);
}

#endif
