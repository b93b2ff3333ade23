#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "quiz/kinds.h"

/* Questions about what words mean: from the meaning to the term, from the term to its meaning, from a scene
   of everyday life to the term it is about. The wrong options are the other members of the set. */

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static const char *const stems_term[] = {"“{T}”说的是哪一项？", "下列哪一项的意思是“{T}”？",
                                         "在{N}中，哪一项指的是“{T}”？"};
static const char *const stems_meaning[] = {"下列哪一项是对“{S}”的解释？", "“{S}”指的是什么？",
                                            "{N}里说的“{S}”，是什么意思？"};
static const char *const stems_scenario[] = {"{T}这主要关系到{N}中的哪一项？",
                                             "{T}这里牵涉到的主要是{N}中的哪一项？",
                                             "看情景：{T}最贴近{N}中的哪一项？"};

/* Two characters of the term inside its meaning would give it away. */
static bool gives_away(const struct entity *entity) {
    const char *at = entity->name, *end = at + strlen(at);
    while (at < end) {
        const char *second = at;
        utf8_next(&second, end);
        const char *third = second;
        if (second == end) return false;
        utf8_next(&third, end);
        if (str_has(str_of(entity->meaning), (struct str){at, (size_t)(third - at)})) return true;
        at = second;
    }
    return false;
}

static bool has_member(const struct set *set, const struct entity *entity) {
    for (uint32_t i = 0; i < set->member_count; i++) {
        if (set->members[i].entity == entity) return true;
    }
    return false;
}

static uint32_t meanings_of(const struct set *set) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < set->member_count; i++) {
        const struct entity *entity = set->members[i].entity;
        count += entity && *entity->meaning;
    }
    return count;
}

/* The set that the term is a member of, with enough other meanings beside it. */
static const struct set *set_around(const struct content *content, const struct entity *entity) {
    for (uint32_t i = 0; i < content->set_count; i++) {
        const struct set *set = &content->sets[i];
        if (set->record.status == STATUS_READY && has_member(set, entity) && meanings_of(set) >= 3)
            return set;
    }
    return NULL;
}

bool term_applies(const struct content *content, uint32_t index) {
    const struct entity *entity = &content->entities[index];
    return *entity->meaning && !gives_away(entity) && set_around(content, entity);
}

static const char *meaning_of(const struct draft *draft, const struct entity *entity) {
    return draft_without_stop(draft, entity->meaning);
}

static bool is_never(const struct ground *ground, const struct claim *claim) {
    for (uint32_t i = 0; i < ground->never.count; i++) {
        if (claim_compare(&ground->never.list[i], claim) == RELATION_SAME) return true;
    }
    return false;
}

/* The other members with a meaning of their own; as options their names, or their meanings. */
static void add_others(const struct draft *draft, const struct set *set, const struct entity *entity,
                       bool meanings, struct claims *candidates) {
    struct ground ground;
    ground_of_set(&ground, draft->content, set, draft->arena);
    claims_init(candidates, draft->arena, set->member_count);
    for (uint32_t i = 0; i < set->member_count; i++) {
        const struct entity *other = set->members[i].entity;
        if (!other || !*other->meaning || oracle_related(other, entity)) continue;
        struct claim claim = claim_of_entity(draft->content, other);
        if (is_never(&ground, &claim)) continue;
        if (meanings) claim = claim_read(draft->content, draft->arena, meaning_of(draft, other));
        claims_add(candidates, &claim);
    }
}

/* Terms borrow from their set what they have not themselves. */
static void from_term(struct draft *draft, const struct entity *entity, const struct set *set) {
    struct question *question = draft->question;
    draft_from(draft, &entity->record);
    question->tag = entity->name;
    if (!question->source) {
        question->source = set->record.source;
        question->quote = set->record.quote;
    }
    if (!question->topic || !*question->topic) question->topic = set->record.topic;
}

static bool ask_term(struct draft *draft, const char *const *stems, uint32_t count, bool meanings) {
    const struct entity *entity = &draft->content->entities[draft->item.record];
    const struct set *set = set_around(draft->content, entity);
    assert(set); // term_applies saw it
    const char *meaning = meaning_of(draft, entity);
    struct slots slots = {.subject = entity->name, .text = meaning, .name = set->name};
    struct claims candidates;
    from_term(draft, entity, set);
    draft->question->stem = draft_fill(draft, draft_phrase(draft, (struct texts){stems, count}), &slots);
    draft->lead = arena_printf(draft->arena, "%s：%s。", entity->name, meaning);
    add_others(draft, set, entity, meanings, &candidates);
    struct claim key = meanings ? claim_read(draft->content, draft->arena, meaning)
                                : claim_of_entity(draft->content, entity);
    return draft_single(draft, &key, &candidates, 2);
}

bool term_make(struct draft *draft) {
    return ask_term(draft, stems_term, COUNT(stems_term), false);
}
bool meaning_make(struct draft *draft) {
    return ask_term(draft, stems_meaning, COUNT(stems_meaning), true);
}

bool scenario_applies(const struct content *content, uint32_t index) {
    const struct scenario *scenario = &content->scenarios[index];
    return scenario->set && scenario->answer && has_member(scenario->set, scenario->answer) &&
           scenario->set->member_count >= 3 + scenario->avoid_count;
}

static bool is_avoided(const struct scenario *scenario, const struct member *member) {
    for (uint32_t i = 0; i < scenario->avoid_count; i++) {
        const struct member *avoid = &scenario->avoid[i];
        if (member->entity ? avoid->entity == member->entity : !strcmp(avoid->show, member->show))
            return true;
    }
    return false;
}

static void add_properties(const struct draft *draft, const struct scenario *scenario,
                           struct claims *candidates) {
    const struct set *set = scenario->set;
    claims_init(candidates, draft->arena, set->member_count);
    for (uint32_t i = 0; i < set->member_count; i++) {
        const struct member *member = &set->members[i];
        if (is_avoided(scenario, member) ||
            (member->entity && oracle_related(member->entity, scenario->answer))) {
            continue;
        }
        struct claim claim = claim_of_member(draft->content, draft->arena, member);
        claims_add(candidates, &claim);
    }
}

static bool holds_slot(const char *template) {
    return strstr(template, "{T}") != NULL;
}

static const char *scenario_stem(const struct draft *draft, const struct scenario *scenario) {
    struct slots slots = {.text = scenario->text, .name = scenario->set->name};
    struct texts stems = draft_phrasings(scenario->stems, stems_scenario, COUNT(stems_scenario));
    const char *phrase = draft_phrase(draft, stems), *stem = draft_fill(draft, phrase, &slots);
    return holds_slot(phrase) ? stem : arena_printf(draft->arena, "%s%s", scenario->text, stem);
}

static const char *scenario_lead(const struct draft *draft, const struct scenario *scenario) {
    const char *name = scenario->answer->name;
    if (!*scenario->why) return arena_printf(draft->arena, "主要关系到%s。", name);
    return arena_printf(draft->arena, "主要关系到%s：%s", name, scenario->why);
}

bool scenario_make(struct draft *draft) {
    const struct scenario *scenario = &draft->content->scenarios[draft->item.record];
    struct claims candidates;
    draft_from(draft, &scenario->record);
    draft->question->tag = scenario->answer->name;
    draft->question->stem = scenario_stem(draft, scenario);
    draft->question->hint = "选最贴切的一项";
    draft->lead = scenario_lead(draft, scenario);
    if (*scenario->answer->meaning) {
        draft_say(draft, arena_printf(draft->arena, "%s，就是%s。", scenario->answer->name,
                                      meaning_of(draft, scenario->answer)));
    }
    add_properties(draft, scenario, &candidates);
    struct claim key = claim_of_entity(draft->content, scenario->answer);
    return draft_single(draft, &key, &candidates, 2);
}
