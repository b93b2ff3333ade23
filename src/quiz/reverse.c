#include <string.h>

#include "quiz/kinds.h"

/* Questions that give the value of a fact and ask for its subject: which outcome, which edition. */

enum { SUBJECTS = 24 };

static bool is_official_wording(const struct fact *fact) {
    return fact->value.type == VALUE_ENTITY && fact->value.entity->kind == ENTITY_SLOGAN;
}

/* The theme was the same for years: it tells no edition from another. */
bool edition_applies(const struct content *content, uint32_t index) {
    const struct fact *fact = &content->facts[index];
    return fact->attribute->single && fact->attribute->compare.count && *fact->subject->series &&
           *fact->subject->record.edition && !is_official_wording(fact);
}

/* Editions are compared by their years: long names that differ in the year only would ask the same worse. */
bool reverse_applies(const struct content *content, uint32_t index) {
    const struct fact *fact = &content->facts[index];
    return fact->attribute->single && fact->attribute->reverse.count && !is_official_wording(fact) &&
           !edition_applies(content, index);
}

static bool is_number(const char *text) {
    return *text && strspn(text, "0123456789") == strlen(text);
}

static struct claim claim_of_edition(const struct draft *draft, const struct fact *fact) {
    const char *edition = fact->subject->record.edition;
    const char *show = is_number(edition) ? arena_printf(draft->arena, "%s年", edition) : edition;
    struct claim claim = claim_read(draft->content, draft->arena, show);
    claim.about = fact;
    return claim;
}

static struct claim claim_of_subject(const struct draft *draft, const struct fact *fact) {
    struct claim claim = claim_of_entity(draft->content, fact->subject);
    claim.about = fact;
    return claim;
}

static bool is_series(const struct fact *a, const struct fact *b) {
    return !strcmp(a->subject->series, b->subject->series) && *b->subject->record.edition;
}

static bool is_candidate(const struct fact *fact, const struct fact *other, bool by_edition) {
    if (other->attribute != fact->attribute || other->subject == fact->subject) return false;
    if (other->record.status != STATUS_READY) return false;
    return by_edition ? is_series(fact, other) : other->subject->kind == fact->subject->kind;
}

static void add_subjects(const struct draft *draft, const struct fact *fact, bool by_edition,
                         struct claims *candidates) {
    const struct content *content = draft->content;
    struct lookup rows = lookup_find(&content->lookups.classes, lookup_class_key(fact->attribute));
    uint32_t first = draft_below(draft, DRAW_START, 0, rows.count);
    for (uint32_t i = 0; i < rows.count && i < 2 * DRAFT_ROWS; i++) {
        const struct fact *other = &content->facts[rows.rows[(first + i) % rows.count].place];
        if (!is_candidate(fact, other, by_edition)) continue;
        if (oracle_subject_in(content, fact, other->subject, draft->arena) != TRUTH_FALSE) continue;
        struct claim claim = by_edition ? claim_of_edition(draft, other) : claim_of_subject(draft, other);
        claims_add(candidates, &claim);
    }
}

static bool ask_subject(struct draft *draft, struct texts stems, bool by_edition) {
    const struct fact *fact = &draft->content->facts[draft->item.record];
    struct slots slots = value_slots(fact, fact->value.show);
    struct claims candidates;
    slots.name = fact->subject->series;
    draft_from_fact(draft, fact);
    draft->question->stem = value_dated(draft, fact, draft_fill(draft, draft_phrase(draft, stems), &slots));
    draft->lead = value_statement(draft, fact, fact->value.show);
    claims_init(&candidates, draft->arena, SUBJECTS);
    add_subjects(draft, fact, by_edition, &candidates);
    struct claim key = by_edition ? claim_of_edition(draft, fact) : claim_of_subject(draft, fact);
    draft_say(draft, fact->why);
    return draft_single(draft, &key, &candidates, by_edition ? 1 : 2);
}

bool reverse_make(struct draft *draft) {
    return ask_subject(draft, draft->content->facts[draft->item.record].attribute->reverse, false);
}

bool edition_make(struct draft *draft) {
    return ask_subject(draft, draft->content->facts[draft->item.record].attribute->compare, true);
}
