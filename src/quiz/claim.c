#include "quiz/claim.h"

#include <string.h>

#include "base/fold.h"
#include "quiz/oracle.h"

static bool is_typed(const struct value *value) {
    return value->type == VALUE_DAYS || value->type == VALUE_NUMBER;
}

struct claim claim_of_entity(const struct content *content, const struct entity *entity) {
    return (struct claim){.show = entity->name,
                          .fold = content->lookups.entity_names[entity - content->entities],
                          .entity = entity};
}

struct claim claim_of_fact(const struct content *content, const struct fact *fact) {
    const struct value *value = &fact->value;
    struct claim claim = {.show = value->show,
                          .fold = content->lookups.fact_values[fact - content->facts],
                          .from = fact,
                          .known = true};
    if (value->type == VALUE_ENTITY) claim.entity = value->entity;
    if (is_typed(value)) claim.value = value;
    return claim;
}

static const struct value *typed_value(struct arena *arena, const char *text) {
    struct value value = value_read(arena, text);
    if (!is_typed(&value)) return NULL;
    struct value *kept = ARENA_NEW(arena, struct value);
    *kept = value;
    return kept;
}

static const struct entity *entity_of_fold(const struct content *content, uint64_t fold) {
    struct lookup found = lookup_find(&content->lookups.names, fold);
    return found.count ? &content->entities[found.rows[0].place] : NULL;
}

struct claim claim_read(const struct content *content, struct arena *arena, const char *text) {
    struct claim claim = {.show = text, .fold = fold_hash(str_of(text))};
    claim.entity = entity_of_fold(content, claim.fold);
    if (!claim.entity) claim.value = typed_value(arena, text);
    return claim;
}

struct claim claim_of_member(const struct content *content, struct arena *arena,
                             const struct member *member) {
    if (member->entity) return claim_of_entity(content, member->entity);
    return claim_read(content, arena, member->show);
}

/* Two stretches of days of which neither holds the other are two different answers to "from when to when",
   even when some days are in both: the week of 2023 is a fair wrong option for the week of 2024. */
static bool are_different_stretches(const struct value *a, const struct value *b) {
    if (a->type != VALUE_DAYS || b->type != VALUE_DAYS) return false;
    if (a->first_day / 10000 != b->first_day / 10000) return false;
    if (a->first_day == a->last_day || b->first_day == b->last_day || !value_same_shape(a, b)) return false;
    bool a_is_first = a->first_day < b->first_day && a->last_day < b->last_day;
    bool b_is_first = b->first_day < a->first_day && b->last_day < a->last_day;
    return a_is_first || b_is_first;
}

static enum relation compare_values(const struct value *a, const struct value *b) {
    enum relation relation = value_compare(a, b);
    return relation == RELATION_OVERLAP && are_different_stretches(a, b) ? RELATION_APART : relation;
}

/* By its first byte; letters of Chinese words begin with others. */
static bool may_be_mark(struct str text, size_t at) {
    return at < text.len && (text.at[at] == "《"[0] || text.at[at] == "“"[0]);
}

/* The text without the marks around it. */
static struct str bare(const char *text) {
    static const char *const marks[] = {"《", "》", "“", "”", "「", "」"};
    struct str rest = str_of(text);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        struct str mark = str_of(marks[i]);
        if (may_be_mark(rest, 0) && str_starts(rest, mark)) rest = str_cut(rest, mark.len, rest.len);
        if (may_be_mark(rest, rest.len - mark.len) && str_ends(rest, mark))
            rest = str_cut(rest, 0, rest.len - mark.len);
    }
    return rest;
}

static bool one_is_inside(const char *a, const char *b) {
    struct str left = bare(a), right = bare(b);
    if (!left.len || !right.len) return true;
    return left.len < right.len ? str_has(right, left) : str_has(left, right);
}

enum relation claim_compare(const struct claim *a, const struct claim *b) {
    if (a->fold == b->fold) return RELATION_SAME;
    if (a->entity && b->entity) {
        if (a->entity == b->entity) return RELATION_SAME;
        if (oracle_related(a->entity, b->entity)) return RELATION_OVERLAP;
        return one_is_inside(a->show, b->show) ? RELATION_OVERLAP : RELATION_APART;
    }
    if (a->value && b->value) return compare_values(a->value, b->value);
    return one_is_inside(a->show, b->show) ? RELATION_OVERLAP : RELATION_UNKNOWN;
}

/* Words against words may stand side by side: each of them was proved false on its own. */
bool claims_are_apart(const struct claim *a, const struct claim *b) {
    enum relation relation = claim_compare(a, b);
    if (relation == RELATION_UNKNOWN) return !a->value == !b->value;
    return relation == RELATION_APART;
}

static bool both_start(const char *a, const char *b, const char *mark) {
    size_t len = strlen(mark);
    return !strncmp(a, mark, len) == !strncmp(b, mark, len);
}

static bool has_digit(const char *text) {
    return strpbrk(text, "0123456789") != NULL;
}

bool claims_have_one_shape(const struct claim *a, const struct claim *b) {
    if (a->value || b->value) return a->value && b->value && value_same_shape(a->value, b->value);
    if (!both_start(a->show, b->show, "《") || !both_start(a->show, b->show, "“")) return false;
    if (a->entity && b->entity) return a->entity->kind == b->entity->kind;
    return has_digit(a->show) == has_digit(b->show);
}

void claims_init(struct claims *claims, struct arena *arena, uint32_t room) {
    *claims = (struct claims){.list = ARENA_LIST(arena, struct claim, room), .room = room};
}

bool claims_add(struct claims *claims, const struct claim *claim) {
    if (claims->count == claims->room) return false;
    for (uint32_t i = 0; i < claims->count; i++) {
        const struct claim *old = &claims->list[i];
        if (old->fold == claim->fold || (old->entity && old->entity == claim->entity)) return false;
    }
    claims->list[claims->count++] = *claim;
    return true;
}
