#include "cli/review_side.h"

static struct review_side of_fact(struct review *review, const struct fact *fact) {
    const char *shown = fact->value.entity ? fact->value.entity->name : fact->value.show;
    return (struct review_side){
        shown, arena_printf(&review->arena, "%s — %s", fact->subject->name, fact->attribute->name),
        fact->record.note};
}

static struct review_side of_set(struct review *review, const struct set *set) {
    const char *members = "";
    for (uint32_t i = 0; i < set->member_count; i++) {
        const struct member *member = &set->members[i];
        members = arena_printf(&review->arena, "%s%s%s", members, i ? "｜" : "",
                               member->entity ? member->entity->name : member->show);
    }
    return (struct review_side){members, set->name, set->record.note};
}

static struct review_side of_entity(struct review *review, const struct entity *entity, bool is_meaning) {
    if (is_meaning)
        return (struct review_side){entity->meaning, arena_printf(&review->arena, "%s — 定义", entity->name),
                                    entity->record.note};
    const char *names = entity->name;
    for (uint32_t i = 0; i < entity->aliases.count; i++)
        names = arena_printf(&review->arena, "%s｜%s", names, entity->aliases.list[i]);
    return (struct review_side){names, "名称和别名", entity->record.note};
}

bool review_side_find(struct review *review, const struct draft *draft, const char *id,
                      struct review_side *side) {
    const struct fact *fact = content_fact(review->content, id);
    const struct set *set = content_set(review->content, id);
    const struct entity *entity = content_entity(review->content, id);
    if (fact)
        *side = of_fact(review, fact);
    else if (set)
        *side = of_set(review, set);
    else if (entity)
        *side = of_entity(review, entity, draft->type == DRAFT_DEFINITION);
    return fact || set || entity;
}
