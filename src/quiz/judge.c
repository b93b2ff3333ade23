#include <string.h>

#include "base/random.h"
#include "quiz/kinds.h"

/* 判断: a statement with the fact's value, or with one that is proved false. Half of the variants are true.
   Nothing political is asked this way, true or false: if only true ones were, that would tell the answer. */

static bool is_official_wording(const struct value *value) {
    if (value->type == VALUE_ENTITY) {
        return value->entity->kind == ENTITY_SLOGAN || value->entity->kind == ENTITY_PRINCIPLE;
    }
    return value->type == VALUE_TEXT && (strstr(value->show, "，") || strstr(value->show, "“"));
}

bool judge_applies(const struct content *content, uint32_t index) {
    const struct fact *fact = &content->facts[index];
    return !fact->record.political && (fact->attribute->single || fact->lures.count) &&
           value_statements(fact).count && !is_official_wording(&fact->value);
}

static const char *wrap(const struct draft *draft, const char *statement) {
    static const char *const wrappings[] = {"判断：{T}。", "{T}。这句话对吗？", "{T}。对还是错？"};
    struct slots slots = {.text = draft_without_stop(draft, statement)};
    struct texts list = {wrappings, sizeof wrappings / sizeof wrappings[0]};
    return draft_fill(draft, draft_phrase(draft, list), &slots);
}

/* Even when the true statement is shown there must be a false one to choose, or a fact without it would
 * always be true. */
static bool find_false(struct draft *draft, const struct fact *fact, const struct claim *key,
                       struct claim *wrong) {
    struct ground ground;
    struct claims candidates;
    ground_of_fact(&ground, draft->content, fact, draft->arena);
    value_candidates(draft, fact, &ground, &candidates);
    draft_keep_false(draft, &candidates, &ground, key);
    return draft_choose(draft, key, &candidates, 1, wrong) == 1;
}

static bool shows_truth(const struct draft *draft) {
    return (random_below(draft->base, DRAW_SIDE, 0, 2) + draft->variant) % 2 == 0;
}

bool judge_make(struct draft *draft) {
    const struct fact *fact = &draft->content->facts[draft->item.record];
    struct question *question = draft->question;
    struct claim wrong, key = claim_of_fact(draft->content, fact);
    draft_from_fact(draft, fact);
    draft->lead = value_statement(draft, fact, fact->value.show);
    question->stem = draft->lead;
    if (!find_false(draft, fact, &key, &wrong)) return false;
    bool truth = shows_truth(draft);
    question->stem = wrap(draft, truth ? draft->lead : value_statement(draft, fact, wrong.show));
    question->form = FORM_JUDGE;
    question->options[0] = "对";
    question->options[1] = "错";
    question->option_count = 2;
    question->key = (struct answer){.count = 1, .picks = {truth ? 0 : 1}};
    draft_say(draft, fact->why);
    if (!truth) draft_say_really(draft, &key, &wrong, 1);
    return true;
}
