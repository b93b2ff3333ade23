#include "exchange/draft.h"

#include "base/memory.h"

const char *const draft_type_words[DRAFT_TYPES] = {
    [DRAFT_DATE] = "date",
    [DRAFT_DATE_RANGE] = "date-range",
    [DRAFT_NUMBER] = "number",
    [DRAFT_PERCENT] = "percent",
    [DRAFT_PLACE] = "place",
    [DRAFT_TITLE] = "title",
    [DRAFT_VERSION] = "version",
    [DRAFT_SLOGAN] = "slogan",
    [DRAFT_ROLE] = "role",
    [DRAFT_ORGANIZATION] = "organization",
    [DRAFT_ORGANIZATION_SET] = "organization-set",
    [DRAFT_ORDERED_LIST] = "ordered-list",
    [DRAFT_SET] = "set",
    [DRAFT_ALIAS] = "alias",
    [DRAFT_DEFINITION] = "definition",
    [DRAFT_TERM] = "term",
    [DRAFT_OUTCOME] = "outcome",
    [DRAFT_SPEECH] = "speech",
    [DRAFT_METADATA] = "metadata",
};

const char *const year_from_words[YEAR_FROMS] = {
    [YEAR_NONE] = "",     [YEAR_SELF] = "value", [YEAR_TITLE] = "title",
    [YEAR_TEXT] = "text", [YEAR_PAGE] = "page",  [YEAR_GUESS] = "guess",
};

void drafts_init(struct drafts *drafts) {
    *drafts = (struct drafts){0};
    arena_init(&drafts->arena);
}

void drafts_finish(struct drafts *drafts) {
    memory_give_back(drafts->list);
    arena_finish(&drafts->arena);
}

void drafts_reserve(struct drafts *drafts, uint32_t more) {
    if (drafts->room - drafts->count >= more) return;
    uint32_t least = drafts->count + more, twice = drafts->room * 2;
    drafts->room = least > twice ? least : twice; /* of many documents too */
    drafts->list = memory_resize(drafts->list, drafts->room, sizeof *drafts->list);
}

struct draft *drafts_add(struct drafts *drafts) {
    if (drafts->count == drafts->room) drafts_reserve(drafts, drafts->room ? drafts->room : 64);
    struct draft *draft = &drafts->list[drafts->count++];
    *draft = (struct draft){.id = "",
                            .pattern = "",
                            .doc = "",
                            .quote = "",
                            .topic = "",
                            .subject = "",
                            .attribute = "",
                            .dup_of = "",
                            .conflict_with = "",
                            .decision = "",
                            .editor = "",
                            .statement = "",
                            .surface = "",
                            .normal = "",
                            .reason = ""};
    return draft;
}

void drafts_warn(struct draft *draft, const char *warn) {
    if (draft->warn_count < DRAFT_WARNS) draft->warns[draft->warn_count++] = warn;
}

static void write_text(struct buf *out, const char *key, const char *text) {
    buf_printf(out, ",\"%s\":", key);
    buf_json(out, str_of(text));
}

static void write_texts(struct buf *out, const char *const *texts, uint32_t count) {
    buf_char(out, '[');
    for (uint32_t i = 0; i < count; i++) {
        if (i) buf_char(out, ',');
        buf_json(out, str_of(texts[i]));
    }
    buf_char(out, ']');
}

static void write_value(const struct draft *draft, struct buf *out) {
    buf_text(out, ",\"value\":");
    if (draft->is_list) {
        write_texts(out, draft->values, draft->value_count);
    } else {
        buf_json(out, str_of(draft->value_count ? draft->values[0] : ""));
    }
}

static void write_year(struct draft_year year, struct buf *out) {
    buf_text(out, ",\"year\":");
    if (year.from == YEAR_NONE) {
        buf_text(out, "null");
    } else {
        buf_printf(out, "{\"value\":%u,\"from\":\"%s\"}", (unsigned)year.value, year_from_words[year.from]);
    }
}

/* What the program found out, before the value. */
static void write_place(const struct draft *draft, struct buf *out) {
    buf_text(out, "{\"draft\":");
    buf_json(out, str_of(draft->id));
    write_text(out, "class", draft->confident ? "A" : "B");
    write_text(out, "pattern", draft->pattern);
    write_text(out, "doc", draft->doc);
    buf_printf(out, ",\"line\":%u,\"span\":[%u,%u]", (unsigned)draft->line, (unsigned)draft->from,
               (unsigned)draft->to);
    write_text(out, "quote", draft->quote);
}

void drafts_write_one(const struct draft *draft, struct buf *out) {
    write_place(draft, out);
    write_text(out, "type", draft_type_words[draft->type]);
    write_text(out, "topic", draft->topic);
    write_text(out, "subj_guess", draft->subject);
    write_text(out, "attr_guess", draft->attribute);
    write_value(draft, out);
    buf_text(out, draft->open ? ",\"open\":true" : ",\"open\":false");
    write_year(draft->year, out);
    buf_text(out, ",\"warn\":");
    write_texts(out, draft->warns, draft->warn_count);
    write_text(out, "dup_of", draft->dup_of);
    write_text(out, "conflict_with", draft->conflict_with);
    write_text(out, "decision", draft->decision);
    write_text(out, "editor", draft->editor);
    write_text(out, "statement", draft->statement);
    write_text(out, "surface", draft->surface);
    write_text(out, "normal", draft->normal);
    write_text(out, "reason", draft->reason);
    buf_char(out, '}');
}

void drafts_write_lines(const struct drafts *drafts, struct buf *out) {
    for (uint32_t i = 0; i < drafts->count; i++) {
        drafts_write_one(&drafts->list[i], out);
        buf_char(out, '\n');
    }
}
