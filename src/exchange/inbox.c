#include "exchange/inbox.h"

#include <string.h>

#include "base/hash.h"
#include "base/memory.h"
#include "exchange/inbox_parts.h"

const char *const fate_words[FATES] = {
    [FATE_OPEN] = "draft", [FATE_ACCEPTED] = "accepted", [FATE_REJECTED] = "rejected"};

void inbox_init(struct inbox *inbox) {
    *inbox = (struct inbox){0};
    drafts_init(&inbox->drafts);
}

void inbox_finish(struct inbox *inbox) {
    drafts_finish(&inbox->drafts);
    memory_give_back(inbox->decisions);
    memory_give_back(inbox->documents);
    *inbox = (struct inbox){0};
}

/* ---- places ---- */

uint32_t inbox_find(const struct inbox *inbox, const char *id) {
    for (uint32_t i = 0; i < inbox->drafts.count; i++)
        if (strcmp(inbox->drafts.list[i].id, id) == 0) return i;
    return INBOX_NONE;
}

uint32_t inbox_find_fact(const struct inbox *inbox, const char *fact) {
    for (uint32_t i = 0; i < inbox->drafts.count; i++)
        if (*fact && strcmp(inbox->decisions[i].fact, fact) == 0) return i;
    return INBOX_NONE;
}

const char *inbox_short_name(struct arena *arena, const struct inbox_document *document) {
    size_t digits = strspn(document->file, "0123456789");
    bool is_numbered = digits && (document->file[digits] == '_' || document->file[digits] == '-');
    return arena_text(arena, document->file, is_numbered ? digits : strlen(document->file));
}

bool inbox_next_id(struct str *rest, struct str *id) {
    while (rest->len) {
        size_t end = str_find(*rest, STR(","));
        *id = str_trim(str_cut(*rest, 0, end));
        *rest = str_cut(*rest, end + (end < rest->len), rest->len);
        if (id->len) return true;
    }
    return false;
}

/* ---- copies ---- */

static const char *keep(struct inbox *inbox, const char *text) {
    return arena_text(&inbox->drafts.arena, text ? text : "", text ? strlen(text) : 0);
}

static const char *const *keep_list(struct inbox *inbox, const char *const *list, uint32_t count) {
    const char **kept = ARENA_LIST(&inbox->drafts.arena, const char *, count);
    for (uint32_t i = 0; i < count; i++) kept[i] = keep(inbox, list[i]);
    return kept;
}

/* A draft of somebody else's memory, with its texts in ours. */
static struct draft keep_draft(struct inbox *inbox, const struct draft *draft) {
    struct draft kept = *draft;
    const char **const texts[] = {&kept.id,        &kept.pattern, &kept.doc,       &kept.quote,
                                  &kept.topic,     &kept.subject, &kept.dup_of,    &kept.conflict_with,
                                  &kept.decision,  &kept.editor,  &kept.attribute, &kept.surface,
                                  &kept.statement, &kept.normal,  &kept.reason};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) *texts[i] = keep(inbox, *texts[i]);
    kept.values = keep_list(inbox, draft->values, draft->value_count);
    for (uint32_t i = 0; i < draft->warn_count; i++) kept.warns[i] = keep(inbox, draft->warns[i]);
    return kept;
}

static struct inbox_document keep_document(struct inbox *inbox, const struct inbox_document *document) {
    struct inbox_document kept = *document;
    const char **const texts[] = {&kept.name, &kept.file, &kept.path, &kept.title,     &kept.publisher,
                                  &kept.date, &kept.url,  &kept.into, &kept.title_from};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) *texts[i] = keep(inbox, *texts[i]);
    return kept;
}

/* ---- adding ---- */

uint32_t inbox_add_document(struct inbox *inbox, const struct inbox_document *document) {
    if (inbox->document_count == inbox->document_room) {
        inbox->document_room = inbox->document_room ? inbox->document_room * 2 : 8;
        inbox->documents = memory_resize(inbox->documents, inbox->document_room, sizeof *inbox->documents);
    }
    inbox->documents[inbox->document_count] = keep_document(inbox, document);
    return inbox->document_count++;
}

void inbox_add(struct inbox *inbox, const struct draft *draft, const struct decision *decision) {
    struct draft *place = drafts_add(&inbox->drafts);
    *place = keep_draft(inbox, draft);
    if (inbox->decision_room < inbox->drafts.room) {
        inbox->decision_room = inbox->drafts.room;
        inbox->decisions = memory_resize(inbox->decisions, inbox->decision_room, sizeof *inbox->decisions);
    }
    struct decision *beside = &inbox->decisions[inbox->drafts.count - 1];
    *beside = *decision;
    beside->fact = keep(inbox, decision->fact);
    beside->note = keep(inbox, decision->note);
    beside->extra = keep(inbox, decision->extra);
}

uint64_t inbox_mark(const struct draft *draft) {
    struct hash hash = hash_begin();
    hash_str(&hash, str_of(draft->subject));
    hash_str(&hash, str_of(draft->attribute));
    for (uint32_t i = 0; i < draft->value_count; i++) hash_str(&hash, str_of(draft->values[i]));
    return hash_end(&hash);
}

/* ---- a document is read again ---- */

static bool is_same(const struct draft *a, const struct draft *b) {
    return a->type == b->type && strcmp(a->pattern, b->pattern) == 0 && strcmp(a->surface, b->surface) == 0 &&
           strcmp(a->quote, b->quote) == 0;
}

/* The first of this document that says the same and has not been found yet. */
static uint32_t known_as(const struct inbox *inbox, uint32_t document, const struct draft *found) {
    for (uint32_t i = 0; i < inbox->drafts.count; i++) {
        const struct decision *decision = &inbox->decisions[i];
        if (decision->document == document && !decision->is_found && is_same(&inbox->drafts.list[i], found))
            return i;
    }
    return INBOX_NONE;
}

/* What stands where is the document's to say. What it means is the program's, unless a person edited or
 * decided it. */
static void find_again(struct inbox *inbox, uint32_t place, const struct draft *found) {
    struct draft *known = &inbox->drafts.list[place], old = *known;
    struct decision *decision = &inbox->decisions[place];
    bool is_persons = decision->fate != FATE_OPEN || decision->mark != inbox_mark(&old);
    *known = keep_draft(inbox, found);
    known->id = old.id;
    known->statement = old.statement;
    decision->is_found = true;
    if (!is_persons) {
        decision->mark = inbox_mark(known);
        return;
    }
    known->topic = old.topic;
    known->subject = old.subject;
    known->attribute = old.attribute;
    known->values = old.values;
    known->value_count = old.value_count;
    known->is_list = old.is_list;
    known->open = old.open;
}

static void find_new(struct inbox *inbox, uint32_t document, const struct draft *found) {
    struct draft draft = *found;
    draft.id = arena_printf(&inbox->drafts.arena, "D%04u", (unsigned)++inbox->last_id);
    struct decision decision = {.fact = "",
                                .note = "",
                                .extra = "",
                                .mark = inbox_mark(found),
                                .document = document,
                                .is_found = true};
    inbox_add(inbox, &draft, &decision);
}

static bool is_lost(const struct inbox *inbox, uint32_t place, uint32_t document) {
    const struct decision *decision = &inbox->decisions[place];
    return decision->document == document && !decision->is_found && decision->fate == FATE_OPEN;
}

static void drop_lost(struct inbox *inbox, uint32_t document) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < inbox->drafts.count; i++) {
        if (is_lost(inbox, i, document)) continue;
        inbox->drafts.list[kept] = inbox->drafts.list[i];
        inbox->decisions[kept++] = inbox->decisions[i];
    }
    inbox->drafts.count = kept;
}

/* A title and a day that a person gave outlast another import of a document that has none. */
static void keep_said(struct inbox_document *document, const struct inbox_document *old) {
    bool was_said = *document->title_from && *old->title && !*old->title_from;
    if (was_said) document->title = old->title;
    if (was_said) document->title_from = "";
    if (!*document->date) document->date = old->date;
}

static uint32_t document_named(struct inbox *inbox, const struct inbox_document *document) {
    for (uint32_t i = 0; i < inbox->document_count; i++) {
        if (strcmp(inbox->documents[i].name, document->name) != 0) continue;
        struct inbox_document old = inbox->documents[i];
        inbox->documents[i] = keep_document(inbox, document);
        keep_said(&inbox->documents[i], &old);
        return i;
    }
    return inbox_add_document(inbox, document);
}

void inbox_take(struct inbox *inbox, const struct inbox_document *document, const struct draft *found,
                uint32_t count) {
    uint32_t number = document_named(inbox, document);
    inbox->documents[number].is_changed = true;
    for (uint32_t i = 0; i < inbox->drafts.count; i++)
        if (inbox->decisions[i].document == number) inbox->decisions[i].is_found = false;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t place = known_as(inbox, number, &found[i]);
        if (place == INBOX_NONE)
            find_new(inbox, number, &found[i]);
        else
            find_again(inbox, place, &found[i]);
    }
    drop_lost(inbox, number);
}

void inbox_tell(struct inbox *inbox, uint32_t document, const char *title, const char *date) {
    struct inbox_document *told = &inbox->documents[document];
    if (*title) told->title = keep(inbox, title);
    if (*title) told->title_from = "";
    if (*date) told->date = keep(inbox, date);
    told->is_changed = true;
}

void inbox_decide(struct inbox *inbox, uint32_t draft, enum fate fate, const char *fact, const char *note) {
    struct decision *decision = &inbox->decisions[draft];
    decision->fate = fate;
    decision->fact = keep(inbox, fact);
    decision->note = keep(inbox, note);
    inbox->drafts.list[draft].decision = fate == FATE_OPEN ? "" : fate_words[fate];
    inbox->documents[decision->document].is_changed = true;
}
