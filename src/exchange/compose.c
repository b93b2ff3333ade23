#include "exchange/compose.h"

#include <string.h>

#include "base/utf8.h"
#include "content/keys.h"

static void begin(struct buf *out, const char *id) {
    buf_text(out, "{\n  \"id\": ");
    buf_json(out, str_of(id));
}

static void end(struct buf *out) {
    buf_text(out, "\n}");
}

static void add_key(struct buf *out, const char *key) {
    buf_printf(out, ",\n  \"%s\": ", key);
}

static void add_text(struct buf *out, const char *key, const char *text) {
    if (!*text) return;
    add_key(out, key);
    buf_json(out, str_of(text));
}

static void add_texts(struct buf *out, const char *key, const char *const *list, uint32_t count) {
    if (count == 0) return;
    add_key(out, key);
    buf_char(out, '[');
    for (uint32_t i = 0; i < count; i++) {
        if (i) buf_text(out, ", ");
        buf_json(out, str_of(list[i]));
    }
    buf_char(out, ']');
}

static void add_member(struct buf *out, const struct member *member) {
    if (member->entity)
        buf_printf(out, "\"@%s\"", member->entity->record.id);
    else
        buf_json(out, str_of(member->show));
}

enum { QUOTE_MOST = 60 };

static bool is_short(struct str text) {
    return utf8_count(text) <= QUOTE_MOST;
}

/* Where the clause that ends at `end` begins. */
static size_t clause_begin(struct str text, size_t end) {
    static const char *const marks[] = {"，", "；", "：", "。"};
    size_t begin = 0;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        struct str mark = str_of(marks[i]);
        for (size_t at = 0; at + mark.len < end; at++)
            if (str_starts(str_cut(text, at, end), mark) && at + mark.len > begin) begin = at + mark.len;
    }
    return begin;
}

static size_t clause_end(struct str text, size_t begin) {
    static const char *const marks[] = {"，", "；", "。"};
    struct str rest = str_cut(text, begin, text.len);
    size_t end = rest.len;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        size_t at = str_find(rest, str_of(marks[i]));
        if (at < end) end = at;
    }
    return begin + end;
}

/* On the screen a quotation has two lines or so: the whole sentence, else the clauses around the words. */
static struct str quote_of(const struct draft *draft) {
    struct str quote = str_of(draft->quote), words = str_of(draft->surface);
    size_t at = words.len ? str_find(quote, words) : quote.len;
    if (is_short(quote)) return quote;
    if (at == quote.len) return is_short(words) ? words : STR("");
    struct str clauses = str_cut(quote, clause_begin(quote, at), clause_end(quote, at + words.len));
    return is_short(clauses) ? clauses : is_short(words) ? words : STR("");
}

static void add_where(struct buf *out, const struct trail *trail) {
    add_text(out, "topic", trail->topic);
    add_text(out, "source", trail->source);
    struct str quote = quote_of(trail->draft);
    if (!quote.len) return;
    add_key(out, "quote");
    buf_json(out, quote);
}

/* What `anzhi trace` follows. */
static void add_trail(struct buf *out, const struct trail *trail) {
    add_text(out, "status", "ready");
    add_key(out, "x-from");
    buf_char(out, '"');
    struct buf name;
    buf_init(&name);
    buf_json(&name, str_of(trail->document->file));
    buf_add(out, name.at + 1, name.len - 2);
    buf_finish(&name);
    buf_printf(out, ":%u\"", (unsigned)trail->draft->line);
    add_text(out, "x-draft", trail->draft->id);
}

void compose_source(struct buf *out, const char *id, const struct inbox_document *document,
                    const char *today) {
    begin(out, id);
    add_text(out, "title", document->title);
    add_text(out, "publisher", document->publisher);
    add_text(out, "date", document->date);
    add_text(out, "url", document->url);
    if (strcmp(document->date, today) <= 0) add_text(out, "checked", today);
    end(out);
}

void compose_entity(struct buf *out, const char *id, const struct proposal *proposal,
                    const struct trail *trail) {
    const struct key_row *kind = key_find(RECORD_ENTITY, STR("kind"));
    struct str words = str_of(kind->choices);
    for (enum entity_kind i = 0; i < proposal->subject_kind; i++)
        words = str_cut(words, str_find(words, STR("|")) + 1, words.len);
    struct str word = str_cut(words, 0, str_find(words, STR("|")));
    begin(out, id);
    buf_printf(out, ",\n  \"kind\": \"%.*s\"", (int)word.len, word.at);
    add_text(out, "name", proposal->subject_name);
    add_text(out, "series", proposal->series);
    add_text(out, "edition", proposal->edition);
    if (proposal->kind != PROPOSAL_ENTITY) {
        end(out);
        return;
    }
    if (trail->draft->type == DRAFT_ALIAS)
        add_texts(out, "aliases", trail->draft->values, trail->draft->value_count);
    else
        add_text(out, "meaning", proposal->values[0].show);
    add_where(out, trail);
    add_trail(out, trail);
    end(out);
}

void compose_attribute(struct buf *out, const char *id, const struct phrasing *phrasing) {
    begin(out, id);
    add_text(out, "name", phrasing->name);
    add_text(out, "class", phrasing->class_name);
    if (phrasing->dated) buf_text(out, ",\n  \"dated\": true");
    if (phrasing->political) buf_text(out, ",\n  \"political\": true");
    add_texts(out, "stems", phrasing->stems, 3);
    add_texts(out, "statements", &phrasing->statement, 1);
    end(out);
}

static bool is_solemn(const struct proposal *proposal, const struct draft *draft) {
    return proposal->phrasing.political || draft->type == DRAFT_SLOGAN || draft->type == DRAFT_ROLE ||
           draft->type == DRAFT_SPEECH || draft->type == DRAFT_ORDERED_LIST;
}

void compose_fact(struct buf *out, const char *id, const char *subject, const char *attribute,
                  const struct proposal *proposal, const struct trail *trail) {
    begin(out, id);
    buf_printf(out, ",\n  \"subject\": \"@%s\"", subject);
    add_text(out, "attribute", attribute);
    add_key(out, "value");
    add_member(out, &proposal->values[0]);
    if (proposal->phrasing.dated) add_text(out, "as_of", proposal->day);
    add_texts(out, "never", trail->disputed.list, trail->disputed.count);
    if (is_solemn(proposal, trail->draft)) buf_text(out, ",\n  \"political\": true");
    add_where(out, trail);
    add_trail(out, trail);
    end(out);
}

static void add_members(struct buf *out, const struct proposal *proposal) {
    add_key(out, "members");
    buf_char(out, '[');
    for (uint32_t i = 0; i < proposal->value_count; i++) {
        if (i) buf_text(out, ", ");
        add_member(out, &proposal->values[i]);
    }
    buf_char(out, ']');
}

void compose_set(struct buf *out, const char *id, const struct proposal *proposal,
                 const struct trail *trail) {
    begin(out, id);
    add_text(out, "name", proposal->name);
    add_text(out, "class", phrasing_set_class(trail->draft));
    buf_printf(out, ",\n  \"closed\": %s", trail->draft->open ? "false" : "true");
    if (trail->draft->type == DRAFT_ORDERED_LIST) buf_text(out, ",\n  \"ordered\": true");
    add_members(out, proposal);
    add_texts(out, "never", trail->disputed.list, trail->disputed.count);
    if (is_solemn(proposal, trail->draft)) buf_text(out, ",\n  \"political\": true");
    add_where(out, trail);
    add_trail(out, trail);
    end(out);
}
