#include "quiz/oracle.h"

#include <string.h>

#include "base/fold.h"

const struct entity *oracle_entity(const struct content *content, const char *text) {
    struct lookup found = lookup_find(&content->lookups.names, fold_hash(str_of(text)));
    return found.count ? &content->entities[found.rows[0].place] : NULL;
}

static bool is_within(const struct entity *inner, const struct entity *outer) {
    for (int depth = 0; inner && depth < 16; depth++, inner = inner->within) {
        if (inner == outer) return true;
    }
    return false;
}

bool oracle_related(const struct entity *a, const struct entity *b) {
    return is_within(a, b) || is_within(b, a);
}

/* What the claim is when `truth` is true. TRUTH_FALSE: nothing follows from it. */
static enum truth follows(const struct claim *truth, const struct claim *claim) {
    switch (claim_compare(truth, claim)) {
    case RELATION_SAME:
        return TRUTH_TRUE;
    case RELATION_OVERLAP:
        if (truth->entity && claim->entity && is_within(truth->entity, claim->entity)) return TRUTH_TRUE;
        return TRUTH_UNKNOWN;
    case RELATION_APART:
    case RELATION_UNKNOWN:
        break;
    }
    return TRUTH_FALSE;
}

static bool stem_has_one(const char *stem, const struct texts *words) {
    for (uint32_t i = 0; i < words->count; i++) {
        if (strstr(stem, words->list[i])) return true;
    }
    return false;
}

static enum truth weaker(enum truth a, enum truth b) {
    if (a == TRUTH_TRUE || b == TRUTH_TRUE) return TRUTH_TRUE;
    return a == TRUTH_UNKNOWN ? a : b;
}

static enum truth entailed(const struct ground *ground, const struct claim *claim, const char *stem) {
    enum truth truth = TRUTH_FALSE;
    for (uint32_t i = 0; i < ground->truths.count; i++)
        truth = weaker(truth, follows(&ground->truths.list[i], claim));
    for (uint32_t i = 0; i < ground->also.count; i++) {
        if (!stem_has_one(stem, &ground->unless[i]))
            truth = weaker(truth, follows(&ground->also.list[i], claim));
    }
    return truth;
}

static bool is_listed(const struct claims *list, const struct claim *claim) {
    for (uint32_t i = 0; i < list->count; i++) {
        if (claim_compare(&list->list[i], claim) == RELATION_SAME) return true;
    }
    return false;
}

static bool is_forbidden(const struct ground *ground, const struct claim *claim) {
    for (uint32_t i = 0; i < ground->never.count; i++) {
        enum relation relation = claim_compare(&ground->never.list[i], claim);
        if (relation == RELATION_SAME) return true;
        if (relation == RELATION_OVERLAP && claim->value) return true;
    }
    return false;
}

/* Things and measures that differ exclude each other. Words only do when the model has them as values of this
   class: a text out of nowhere could be another wording of the truth. */
static bool is_excluded(const struct ground *ground, const struct claim *claim) {
    for (uint32_t i = 0; i < ground->truths.count; i++) {
        enum relation relation = claim_compare(&ground->truths.list[i], claim);
        if (relation == RELATION_UNKNOWN && !claim->known) return false;
        if (relation == RELATION_UNKNOWN && (claim->value || ground->truths.list[i].value)) return false;
    }
    return true;
}

enum truth ground_judge(const struct ground *ground, const struct claim *claim, const char *stem) {
    if (is_forbidden(ground, claim)) return TRUTH_UNKNOWN;
    enum truth truth = entailed(ground, claim, stem);
    if (truth != TRUTH_FALSE) return truth;
    if (claim->vouched || is_listed(&ground->lures, claim)) return TRUTH_FALSE;
    return ground->exclusive && is_excluded(ground, claim) ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

static void read_texts(struct claims *claims, const struct content *content, struct arena *arena,
                       struct texts texts) {
    claims_init(claims, arena, texts.count);
    for (uint32_t i = 0; i < texts.count; i++) {
        struct claim claim = claim_read(content, arena, texts.list[i]);
        claims_add(claims, &claim);
    }
}

/* An alias among what must never be shown means these words only; the thing under its own name may be shown.
 */
static void read_never(struct claims *never, const struct content *content, struct arena *arena,
                       struct texts texts) {
    read_texts(never, content, arena, texts);
    for (uint32_t i = 0; i < never->count; i++) {
        const struct entity *entity = never->list[i].entity;
        if (entity && claim_of_entity(content, entity).fold != never->list[i].fold)
            never->list[i].entity = NULL;
    }
}

static void read_lures(struct claims *claims) {
    for (uint32_t i = 0; i < claims->count; i++) claims->list[i].vouched = claims->list[i].known = true;
}

static void read_also_true(struct ground *ground, const struct content *content, const struct fact *fact,
                           struct arena *arena) {
    struct texts *unless = ARENA_LIST(arena, struct texts, fact->also_true_count);
    claims_init(&ground->also, arena, fact->also_true_count);
    for (uint32_t i = 0; i < fact->also_true_count; i++) {
        unless[i] = fact->also_true[i].unless_stem_has;
        ground->also.list[i] = claim_read(content, arena, fact->also_true[i].value);
    }
    ground->also.count = fact->also_true_count;
    ground->unless = unless;
}

void ground_of_fact(struct ground *ground, const struct content *content, const struct fact *fact,
                    struct arena *arena) {
    *ground = (struct ground){.exclusive = fact->attribute->single};
    struct lookup same =
        lookup_find(&content->lookups.subjects, lookup_subject_key(content, fact->subject, fact->attribute));
    claims_init(&ground->truths, arena, same.count);
    for (uint32_t i = 0; i < same.count; i++) {
        struct claim claim = claim_of_fact(content, &content->facts[same.rows[i].place]);
        claims_add(&ground->truths, &claim);
    }
    read_also_true(ground, content, fact, arena);
    read_never(&ground->never, content, arena, fact->never);
    read_texts(&ground->lures, content, arena, fact->lures);
    read_lures(&ground->lures);
}

static void read_members(struct claims *claims, const struct content *content, struct arena *arena,
                         const struct member *members, uint32_t count) {
    claims_init(claims, arena, count);
    for (uint32_t i = 0; i < count; i++) {
        struct claim claim = claim_of_member(content, arena, &members[i]);
        claim.known = true;
        claims_add(claims, &claim);
    }
}

void ground_of_set(struct ground *ground, const struct content *content, const struct set *set,
                   struct arena *arena) {
    *ground = (struct ground){.exclusive = set->closed};
    read_members(&ground->truths, content, arena, set->members, set->member_count);
    read_members(&ground->lures, content, arena, set->lures, set->lure_count);
    read_lures(&ground->lures);
    read_never(&ground->never, content, arena, set->never);
}

static bool class_has_value(const struct content *content, const struct attribute *attribute, uint64_t fold) {
    struct lookup facts = lookup_find(&content->lookups.classes, lookup_class_key(attribute));
    for (uint32_t i = 0; i < facts.count; i++) {
        if (content->lookups.fact_values[facts.rows[i].place] == fold) return true;
    }
    return false;
}

enum truth oracle_fact(const struct content *content, const struct fact *fact, const char *option,
                       const char *stem) {
    struct arena arena;
    arena_init(&arena);
    struct ground ground;
    ground_of_fact(&ground, content, fact, &arena);
    struct claim claim = claim_read(content, &arena, option);
    claim.known = class_has_value(content, fact->attribute, claim.fold);
    enum truth truth = ground_judge(&ground, &claim, stem);
    arena_finish(&arena);
    return truth;
}

static bool set_has_text(const struct set *set, uint64_t fold) {
    for (uint32_t i = 0; i < set->member_count; i++) {
        if (fold_hash(str_of(set->members[i].show)) == fold) return true;
    }
    return false;
}

static bool class_has_member(const struct content *content, const struct set *set, uint64_t fold) {
    for (uint32_t i = 0; i < content->set_count; i++) {
        const struct set *other = &content->sets[i];
        if (*set->class_name && !strcmp(other->class_name, set->class_name) && set_has_text(other, fold))
            return true;
    }
    return false;
}

enum truth oracle_member(const struct content *content, const struct set *set, const char *option) {
    struct arena arena;
    arena_init(&arena);
    struct ground ground;
    ground_of_set(&ground, content, set, &arena);
    struct claim claim = claim_read(content, &arena, option);
    claim.known = class_has_member(content, set, claim.fold);
    enum truth truth = ground_judge(&ground, &claim, "");
    arena_finish(&arena);
    return truth;
}

static enum truth subject_of(const struct content *content, const struct fact *fact,
                             const struct entity *subject, struct arena *arena) {
    struct lookup own =
        lookup_find(&content->lookups.subjects, lookup_subject_key(content, subject, fact->attribute));
    if (!own.count) return TRUTH_UNKNOWN;
    struct ground ground;
    ground_of_fact(&ground, content, &content->facts[own.rows[0].place], arena);
    struct claim claim = claim_of_fact(content, fact);
    return ground_judge(&ground, &claim, "");
}

enum truth oracle_subject_in(const struct content *content, const struct fact *fact,
                             const struct entity *subject, struct arena *scratch) {
    if (subject == fact->subject) return TRUTH_TRUE;
    if (oracle_related(subject, fact->subject)) return TRUTH_UNKNOWN;
    return subject_of(content, fact, subject, scratch);
}

enum truth oracle_subject(const struct content *content, const struct fact *fact,
                          const struct entity *subject) {
    struct arena arena;
    arena_init(&arena);
    enum truth truth = oracle_subject_in(content, fact, subject, &arena);
    arena_finish(&arena);
    return truth;
}
