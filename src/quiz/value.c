#include <string.h>

#include "base/fold.h"
#include "quiz/kinds.h"

/* So many numbers of a person's are enough: they sound better than reckoned ones. */
enum { HAND_NUMBERS = 4 };

/* Questions that ask for the value of a fact: when, where, who, which body, which title, how many, what. One
   function makes them all, because the words are the attribute's; the kinds differ in which facts they are
   asked of. */

static const struct fact *fact_at(const struct content *content, uint32_t index) {
    return &content->facts[index];
}

static bool can_be_asked(const struct fact *fact) {
    return (fact->attribute->single || fact->lures.count) &&
           (fact->stems.count || fact->attribute->stems.count);
}

static bool names_a(const struct content *content, uint32_t index, enum entity_kind kind) {
    const struct fact *fact = fact_at(content, index);
    return can_be_asked(fact) && fact->value.type == VALUE_ENTITY && fact->value.entity->kind == kind;
}

static bool is_type(const struct content *content, uint32_t index, enum value_type type) {
    const struct fact *fact = fact_at(content, index);
    return can_be_asked(fact) && fact->value.type == type;
}

bool when_applies(const struct content *content, uint32_t index) {
    return is_type(content, index, VALUE_DAYS);
}
bool number_applies(const struct content *content, uint32_t index) {
    return is_type(content, index, VALUE_NUMBER);
}
bool where_applies(const struct content *content, uint32_t index) {
    return names_a(content, index, ENTITY_PLACE);
}
bool who_applies(const struct content *content, uint32_t index) {
    return names_a(content, index, ENTITY_PERSON);
}
bool body_applies(const struct content *content, uint32_t index) {
    return names_a(content, index, ENTITY_ORG);
}
bool title_applies(const struct content *content, uint32_t index) {
    return names_a(content, index, ENTITY_DOCUMENT);
}

bool what_applies(const struct content *content, uint32_t index) {
    if (is_type(content, index, VALUE_TEXT)) return true;
    return is_type(content, index, VALUE_ENTITY) && !where_applies(content, index) &&
           !who_applies(content, index) && !body_applies(content, index) && !title_applies(content, index);
}

/* Another day of the same subject is no wrong option for one of its days: both belong to it, and readers mix
 * them up. */
static bool is_confusing(const struct fact *fact, const struct fact *other) {
    return other->value.type == VALUE_DAYS && other->subject == fact->subject;
}

/* What the source says about the subject in the same breath may be true of it in a way the model doesn't
 * know. */
static bool is_in_quote(const struct fact *fact, const struct claim *claim) {
    return strstr(fact->record.quote, claim->show) != NULL;
}

static void add_fact(const struct draft *draft, const struct fact *fact, const struct fact *other,
                     struct claims *candidates) {
    struct claim claim = claim_of_fact(draft->content, other);
    if (other->record.status != STATUS_READY || is_confusing(fact, other) || is_in_quote(fact, &claim))
        return;
    claims_add(candidates, &claim);
}

/* Facts of the class, those of the same attribute (or the others). */
static void add_class(const struct draft *draft, const struct fact *fact, bool same,
                      struct claims *candidates) {
    const struct content *content = draft->content;
    struct lookup rows = lookup_find(&content->lookups.classes, lookup_class_key(fact->attribute));
    uint32_t first = draft_below(draft, DRAW_START, 0, rows.count);
    for (uint32_t i = 0; i < rows.count && i < DRAFT_ROWS; i++) {
        const struct fact *other = &content->facts[rows.rows[(first + i) % rows.count].place];
        if ((other->attribute == fact->attribute) == same) add_fact(draft, fact, other, candidates);
    }
}

static void add_members(const struct draft *draft, const struct fact *fact, const struct member *members,
                        uint32_t count, struct claims *candidates) {
    for (uint32_t i = 0; i < count; i++) {
        if (!members[i].entity) continue;
        struct claim claim = claim_of_entity(draft->content, members[i].entity);
        claim.known = true;
        if (!is_in_quote(fact, &claim)) claims_add(candidates, &claim);
    }
}

/* Members of sets of the same class are things of the same class. */
static void add_sets(const struct draft *draft, const struct fact *fact, struct claims *candidates) {
    if (fact->value.type != VALUE_ENTITY || !*fact->attribute->class_name) return;
    for (uint32_t i = 0; i < draft->content->set_count; i++) {
        const struct set *set = &draft->content->sets[i];
        if (strcmp(set->class_name, fact->attribute->class_name) != 0) continue;
        add_members(draft, fact, set->members, set->member_count, candidates);
        add_members(draft, fact, set->lures, set->lure_count, candidates);
    }
}

void value_candidates(const struct draft *draft, const struct fact *fact, const struct ground *ground,
                      struct claims *candidates) {
    claims_init(candidates, draft->arena, DRAFT_CANDIDATES);
    for (uint32_t i = 0; i < ground->lures.count; i++) claims_add(candidates, &ground->lures.list[i]);
    add_class(draft, fact, true, candidates);
    add_class(draft, fact, false, candidates);
    add_sets(draft, fact, candidates);
    bool is_counted = ground->lures.count >= HAND_NUMBERS;
    if (fact->value.type == VALUE_NUMBER && fact->attribute->single && !is_counted)
        ladder_add(draft, &fact->value, candidates);
}

struct slots value_slots(const struct fact *fact, const char *value) {
    return (struct slots){.subject = fact->subject->name, .value = value, .as_of = fact->as_of};
}

static bool says_when(const char *text, const struct fact *fact) {
    return !fact->attribute->dated || !*fact->as_of || strstr(text, fact->as_of);
}

/* What was true on a day is only asked with that day in the stem. */
const char *value_dated(const struct draft *draft, const struct fact *fact, const char *text) {
    return says_when(text, fact) ? text : arena_printf(draft->arena, "%s，%s", fact->as_of, text);
}

struct texts value_statements(const struct fact *fact) {
    return fact->statements.count ? fact->statements : fact->attribute->statements;
}

const char *value_statement(const struct draft *draft, const struct fact *fact, const char *value) {
    struct slots slots = value_slots(fact, value);
    const char *template = draft_phrase(draft, value_statements(fact));
    return template ? value_dated(draft, fact, draft_fill(draft, template, &slots)) : "";
}

bool value_make(struct draft *draft) {
    const struct fact *fact = fact_at(draft->content, draft->item.record);
    struct slots slots = value_slots(fact, "");
    struct texts own = fact->stems.count ? fact->stems : fact->attribute->stems;
    struct ground ground;
    struct claims candidates;
    draft_from_fact(draft, fact);
    draft->question->stem = value_dated(draft, fact, draft_fill(draft, draft_phrase(draft, own), &slots));
    draft->lead = value_statement(draft, fact, fact->value.show);
    draft_say(draft, fact->why);
    ground_of_fact(&ground, draft->content, fact, draft->arena);
    struct claim key = claim_of_fact(draft->content, fact);
    value_candidates(draft, fact, &ground, &candidates);
    draft_keep_false(draft, &candidates, &ground, &key);
    return draft_single(draft, &key, &candidates, 2);
}
