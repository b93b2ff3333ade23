#include <inttypes.h>
#include <string.h>

#include "exchange/inbox.h"

/* A file of drafts as a person sees it in a text editor: one key a line, the ones to be looked at first. */

static void add_key(struct buf *out, const char *key) {
    buf_printf(out, "      \"%s\": ", key);
}

static void add_text(struct buf *out, const char *key, const char *text) {
    add_key(out, key);
    buf_json(out, str_of(text));
    buf_text(out, ",\n");
}

static void add_text_if(struct buf *out, const char *key, const char *text) {
    if (*text) add_text(out, key, text);
}

static void add_list(struct buf *out, const char *const *list, uint32_t count) {
    buf_char(out, '[');
    for (uint32_t i = 0; i < count; i++) {
        if (i) buf_text(out, ", ");
        buf_json(out, str_of(list[i]));
    }
    buf_char(out, ']');
}

static void add_value(struct buf *out, const struct draft *draft) {
    add_key(out, "value");
    if (draft->is_list)
        add_list(out, draft->values, draft->value_count);
    else
        buf_json(out, str_of(draft->value_count ? draft->values[0] : ""));
    buf_text(out, ",\n");
    if (draft->open) buf_text(out, "      \"open\": true,\n");
}

static void add_year(struct buf *out, struct draft_year year) {
    if (year.from == YEAR_NONE) return;
    buf_printf(out, "      \"year\": {\"value\": %u, \"from\": \"%s\"},\n", (unsigned)year.value,
               year_from_words[year.from]);
}

static void add_place(struct buf *out, const struct draft *draft) {
    buf_printf(out, "      \"line\": %u,\n      \"span\": [%u, %u],\n", (unsigned)draft->line,
               (unsigned)draft->from, (unsigned)draft->to);
}

static void add_warns(struct buf *out, const struct draft *draft) {
    if (draft->warn_count == 0) return;
    add_key(out, "warn");
    add_list(out, draft->warns, draft->warn_count);
    buf_text(out, ",\n");
}

static void add_decision(struct buf *out, const struct decision *decision) {
    add_text(out, "status", fate_words[decision->fate]);
    add_text_if(out, "fact", decision->fact);
    add_text_if(out, "note", decision->note);
}

static void add_end(struct buf *out, const struct decision *decision) {
    if (!decision->is_found) buf_text(out, "      \"gone\": true,\n");
    buf_text(out, decision->extra);
    buf_printf(out, "      \"mark\": \"%016" PRIx64 "\"\n    }", decision->mark);
}

static void add_draft(struct buf *out, const struct draft *draft, const struct decision *decision) {
    buf_text(out, "    {\n");
    add_text(out, "id", draft->id);
    add_decision(out, decision);
    add_text(out, "subject", draft->subject);
    add_text(out, "attribute", draft->attribute);
    add_value(out, draft);
    add_text_if(out, "statement", draft->statement);
    add_text_if(out, "topic", draft->topic);
    add_text(out, "class", draft->confident ? "A" : "B");
    add_warns(out, draft);
    add_text_if(out, "reason", draft->reason);
    add_text_if(out, "dup_of", draft->dup_of);
    add_text_if(out, "conflict_with", draft->conflict_with);
    add_place(out, draft);
    add_text(out, "quote", draft->quote);
    add_text(out, "surface", draft->surface);
    add_text(out, "type", draft_type_words[draft->type]);
    add_text(out, "pattern", draft->pattern);
    add_text_if(out, "normal", draft->normal);
    add_year(out, draft->year);
    add_end(out, decision);
}

static void add_head(struct buf *out, const char *key, const char *text) {
    buf_printf(out, "    \"%s\": ", key);
    buf_json(out, str_of(text));
    buf_text(out, ",\n");
}

static void add_document(struct buf *out, const struct inbox_document *document) {
    buf_text(out, "  \"document\": {\n");
    add_head(out, "file", document->file);
    add_head(out, "path", document->path);
    add_head(out, "title", document->title);
    if (*document->title_from) add_head(out, "title_from", document->title_from);
    add_head(out, "publisher", document->publisher);
    add_head(out, "date", document->date);
    add_head(out, "url", document->url);
    buf_printf(out, "    \"hash\": \"%016" PRIx64 "\"\n  },\n", document->hash);
}

void inbox_print(const struct inbox *inbox, uint32_t document, struct buf *out) {
    buf_text(out, "{\n  \"format\": 1,\n");
    add_document(out, &inbox->documents[document]);
    buf_text(out, "  \"into\": ");
    buf_json(out, str_of(inbox->documents[document].into));
    buf_printf(out, ",\n  \"last\": %u,\n  \"facts\": [", (unsigned)inbox->last_id);
    uint32_t count = 0;
    for (uint32_t i = 0; i < inbox->drafts.count; i++) {
        if (inbox->decisions[i].document != document) continue;
        buf_text(out, count++ ? ",\n" : "\n");
        add_draft(out, &inbox->drafts.list[i], &inbox->decisions[i]);
    }
    buf_text(out, count ? "\n  ]\n}\n" : "]\n}\n");
}
