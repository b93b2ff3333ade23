#ifndef ANZHI_TESTS_QUIZ_RECHECK_H
#define ANZHI_TESTS_QUIZ_RECHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "base/fold.h"
#include "content/content.h"
#include "content/value.h"

/* A second opinion on questions: reads the printed line and holds every option against the model by brute
   force, without the oracle, the claims, the lookups or the generator. Slow and plain on purpose. Gives NULL
   or what is wrong. */

struct recheck {
    const struct content *content;
    struct arena arena; /* scratch: may be cleared between two lines */
    struct arena kept;
    char **names; /* folded names and aliases */
    const struct entity **named;
    uint32_t name_count;
};

static inline char *recheck_fold(struct recheck *recheck, const char *text) {
    struct buf out;
    buf_init(&out);
    fold_text(str_of(text), &out);
    char *folded = arena_text(&recheck->arena, out.at, out.len);
    buf_finish(&out);
    return folded;
}

static inline void recheck_name(struct recheck *recheck, const struct entity *entity, const char *name) {
    const char *folded = recheck_fold(recheck, name);
    recheck->names[recheck->name_count] = arena_text(&recheck->kept, folded, strlen(folded));
    recheck->named[recheck->name_count++] = entity;
}

static inline void recheck_init(struct recheck *recheck, const struct content *content) {
    uint32_t count = 0;
    *recheck = (struct recheck){.content = content};
    arena_init(&recheck->arena);
    arena_init(&recheck->kept);
    for (uint32_t i = 0; i < content->entity_count; i++) count += 1 + content->entities[i].aliases.count;
    recheck->names = calloc(count + 1, sizeof *recheck->names);
    recheck->named = calloc(count + 1, sizeof *recheck->named);
    for (uint32_t i = 0; i < content->entity_count; i++) {
        const struct entity *entity = &content->entities[i];
        recheck_name(recheck, entity, entity->name);
        for (uint32_t k = 0; k < entity->aliases.count; k++)
            recheck_name(recheck, entity, entity->aliases.list[k]);
    }
}

static inline void recheck_finish(struct recheck *recheck) {
    arena_finish(&recheck->arena);
    arena_finish(&recheck->kept);
    free(recheck->names);
    free(recheck->named);
}

static inline const struct entity *recheck_entity(struct recheck *recheck, const char *text) {
    const char *folded = recheck_fold(recheck, text);
    for (uint32_t i = 0; i < recheck->name_count; i++) {
        if (!strcmp(recheck->names[i], folded)) return recheck->named[i];
    }
    return NULL;
}

static inline bool recheck_same(struct recheck *recheck, const char *a, const char *b) {
    if (!strcmp(a, b)) return true;
    if (!strcmp(recheck_fold(recheck, a), recheck_fold(recheck, b))) return true;
    const struct entity *left = recheck_entity(recheck, a);
    return left && left == recheck_entity(recheck, b);
}

static inline bool recheck_inside(const struct entity *inner, const struct entity *outer) {
    for (; inner; inner = inner->within) {
        if (inner == outer) return true;
    }
    return false;
}

static inline bool recheck_days_clash(const struct value *a, const struct value *b) {
    bool inside = a->first_day >= b->first_day && a->last_day <= b->last_day;
    return inside || (b->first_day >= a->first_day && b->last_day <= a->last_day);
}

/* Whether both could be true of one thing, or mean the same. */
static inline bool recheck_clash(struct recheck *recheck, const char *a, const char *b) {
    if (recheck_same(recheck, a, b)) return true;
    const struct entity *left = recheck_entity(recheck, a), *right = recheck_entity(recheck, b);
    if (left && right) return recheck_inside(left, right) || recheck_inside(right, left);
    struct value x = value_read(&recheck->arena, a), y = value_read(&recheck->arena, b);
    if (x.type == VALUE_DAYS && y.type == VALUE_DAYS) return recheck_days_clash(&x, &y);
    if (x.type == VALUE_NUMBER && y.type == VALUE_NUMBER) return value_compare(&x, &y) != RELATION_APART;
    return strstr(a, b) != NULL || strstr(b, a) != NULL;
}

static inline bool recheck_in(struct recheck *recheck, struct texts texts, const char *text) {
    for (uint32_t i = 0; i < texts.count; i++) {
        if (recheck_same(recheck, texts.list[i], text)) return true;
    }
    return false;
}

/* A name stands for the thing under all its names, an alias only for itself. */
static inline bool recheck_is_never(struct recheck *recheck, struct texts never, const char *text) {
    for (uint32_t i = 0; i < never.count; i++) {
        const struct entity *entity = recheck_entity(recheck, never.list[i]);
        const char *folded = recheck_fold(recheck, never.list[i]);
        if (!strcmp(folded, recheck_fold(recheck, text))) return true;
        bool is_name = entity && !strcmp(recheck_fold(recheck, entity->name), folded);
        if (is_name && entity == recheck_entity(recheck, text)) return true;
    }
    return false;
}

static inline const struct fact *recheck_fact(const struct recheck *recheck, const char *id) {
    for (uint32_t i = 0; i < recheck->content->fact_count; i++) {
        if (!strcmp(recheck->content->facts[i].record.id, id)) return &recheck->content->facts[i];
    }
    return NULL;
}

static inline const struct set *recheck_set(const struct recheck *recheck, const char *id) {
    for (uint32_t i = 0; i < recheck->content->set_count; i++) {
        if (!strcmp(recheck->content->sets[i].record.id, id)) return &recheck->content->sets[i];
    }
    return NULL;
}

static inline bool recheck_also(struct recheck *recheck, const struct fact *fact, const char *text,
                                const char *stem) {
    for (uint32_t i = 0; i < fact->also_true_count; i++) {
        const struct texts *unless = &fact->also_true[i].unless_stem_has;
        bool excluded = false;
        for (uint32_t k = 0; k < unless->count; k++) excluded |= strstr(stem, unless->list[k]) != NULL;
        if (!excluded && recheck_clash(recheck, fact->also_true[i].value, text)) return true;
    }
    return false;
}

static inline bool recheck_same_question(const struct fact *a, const struct fact *b) {
    return a->subject == b->subject && a->attribute == b->attribute;
}

/* Could the text be right about the subject of the fact? */
static inline bool recheck_may_hold(struct recheck *recheck, const struct fact *fact, const char *text,
                                    const char *stem) {
    for (uint32_t i = 0; i < recheck->content->fact_count; i++) {
        const struct fact *other = &recheck->content->facts[i];
        if (!recheck_same_question(fact, other)) continue;
        if (recheck_clash(recheck, other->value.show, text) || recheck_also(recheck, other, text, stem))
            return true;
    }
    return recheck_is_never(recheck, fact->never, text);
}

/* Nobody has said that the text is wrong, and the model can't know. */
static inline bool recheck_is_unproved(struct recheck *recheck, const struct fact *fact, const char *text) {
    if (recheck_in(recheck, fact->lures, text)) return false;
    return !fact->attribute->single;
}

static inline const char *recheck_text(const cJSON *line, const char *key) {
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(line, key);
    return cJSON_IsString(item) ? item->valuestring : "";
}

static inline const char *recheck_at(const cJSON *line, const char *key, int index) {
    const cJSON *item = cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(line, key), index);
    return item && item->valuestring ? item->valuestring : "";
}

static inline int recheck_count(const cJSON *line, const char *key) {
    return cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(line, key));
}

static inline int recheck_pick(const cJSON *line, int index) {
    const cJSON *item = cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(line, "answer"), index);
    return item ? item->valueint : -1;
}

static inline const char *recheck_picked(const cJSON *line, int index) {
    return recheck_at(line, "options", recheck_pick(line, index));
}

static inline bool recheck_is_key(const cJSON *line, int option) {
    for (int i = 0; i < recheck_count(line, "answer"); i++) {
        if (recheck_pick(line, i) == option) return true;
    }
    return false;
}

static inline const char *recheck_value(struct recheck *recheck, const cJSON *line) {
    const struct fact *fact = recheck_fact(recheck, recheck_text(line, "fact"));
    const char *stem = recheck_text(line, "stem");
    if (!fact || !recheck_same(recheck, recheck_picked(line, 0), fact->value.show))
        return "the key is not the value";
    for (int i = 0; i < recheck_count(line, "options"); i++) {
        const char *option = recheck_at(line, "options", i);
        if (recheck_is_key(line, i)) continue;
        if (recheck_may_hold(recheck, fact, option, stem)) return "a wrong option may be right";
        if (recheck_is_unproved(recheck, fact, option)) return "a wrong option is not proved wrong";
    }
    return NULL;
}

static inline const struct entity *recheck_edition(struct recheck *recheck, const struct fact *fact,
                                                   const char *text) {
    for (uint32_t i = 0; i < recheck->content->entity_count; i++) {
        const struct entity *entity = &recheck->content->entities[i];
        size_t len = strlen(entity->record.edition);
        if (!len || strcmp(entity->series, fact->subject->series) != 0) continue;
        if (!strncmp(text, entity->record.edition, len) && (!text[len] || !strcmp(text + len, "年")))
            return entity;
    }
    return NULL;
}

/* The subject must have another value of its own, and not this one. */
static inline const char *recheck_other_subject(struct recheck *recheck, const struct fact *fact,
                                                const struct entity *subject) {
    bool has_own = false;
    if (!subject || !fact->attribute->single) return "nothing is known of a wrong subject";
    if (recheck_inside(subject, fact->subject) || recheck_inside(fact->subject, subject))
        return "subjects overlap";
    for (uint32_t i = 0; i < recheck->content->fact_count; i++) {
        const struct fact *other = &recheck->content->facts[i];
        if (other->subject != subject || other->attribute != fact->attribute) continue;
        has_own = true;
        if (recheck_may_hold(recheck, other, fact->value.show, ""))
            return "a wrong subject may have the value too";
    }
    return has_own ? NULL : "a wrong subject has no value of its own";
}

static inline const char *recheck_subject(struct recheck *recheck, const cJSON *line, bool by_edition) {
    const struct fact *fact = recheck_fact(recheck, recheck_text(line, "fact"));
    for (int i = 0; i < recheck_count(line, "options"); i++) {
        const char *option = recheck_at(line, "options", i), *wrong = NULL;
        const struct entity *subject =
            by_edition ? recheck_edition(recheck, fact, option) : recheck_entity(recheck, option);
        if (recheck_is_key(line, i) != (subject == fact->subject)) return "the key is not the subject";
        if (!recheck_is_key(line, i)) wrong = recheck_other_subject(recheck, fact, subject);
        if (wrong) return wrong;
    }
    return NULL;
}

static inline bool recheck_has_member(struct recheck *recheck, const struct member *members, uint32_t count,
                                      const char *text) {
    for (uint32_t i = 0; i < count; i++) {
        if (recheck_same(recheck, members[i].show, text)) return true;
    }
    return false;
}

static inline const char *recheck_outsider(struct recheck *recheck, const struct set *set, const char *text) {
    if (recheck_has_member(recheck, set->members, set->member_count, text)) return "a non-member is a member";
    if (recheck_is_never(recheck, set->never, text)) return "what must never be shown is shown";
    bool vouched = recheck_has_member(recheck, set->lures, set->lure_count, text);
    return vouched || set->closed ? NULL : "the set is open and nobody vouches";
}

static inline const char *recheck_members(struct recheck *recheck, const cJSON *line, bool outside) {
    const struct set *set = recheck_set(recheck, recheck_text(line, "fact"));
    if (outside && !set->closed) return "what does not belong to an open set is not known";
    for (int i = 0; i < recheck_count(line, "options"); i++) {
        const char *option = recheck_at(line, "options", i), *wrong = NULL;
        if (recheck_is_key(line, i) != outside) {
            if (!recheck_has_member(recheck, set->members, set->member_count, option))
                return "a member is none";
        } else {
            wrong = recheck_outsider(recheck, set, option);
        }
        if (wrong) return wrong;
    }
    return NULL;
}

static inline const char *recheck_number(struct recheck *recheck, const cJSON *line) {
    const struct set *set = recheck_set(recheck, recheck_text(line, "fact"));
    if (!set->closed) return "an open set has no count";
    for (int i = 0; i < recheck_count(line, "options"); i++) {
        bool right = atoi(recheck_at(line, "options", i)) == (int)set->member_count;
        if (right != recheck_is_key(line, i)) return "the count is another";
    }
    return NULL;
}

static inline int recheck_place(struct recheck *recheck, const struct set *set, const char *text) {
    for (uint32_t i = 0; i < set->member_count; i++) {
        if (recheck_same(recheck, set->members[i].show, text)) return (int)i;
    }
    return -1;
}

static inline const char *recheck_next(struct recheck *recheck, const cJSON *line) {
    const struct set *set = recheck_set(recheck, recheck_text(line, "fact"));
    int key = recheck_place(recheck, set, recheck_picked(line, 0));
    if (!set->ordered || key < 1) return "the key follows nothing";
    if (!strstr(recheck_text(line, "stem"), set->members[key - 1].show)) return "the key follows another";
    for (int i = 0; i < recheck_count(line, "options"); i++) {
        if (recheck_is_key(line, i)) continue;
        if (recheck_place(recheck, set, recheck_at(line, "options", i)) == key)
            return "a wrong option follows too";
    }
    return NULL;
}

static inline const char *recheck_order(struct recheck *recheck, const cJSON *line) {
    const struct set *set = recheck_set(recheck, recheck_text(line, "fact"));
    if (!set->ordered || recheck_count(line, "answer") != (int)set->member_count) return "there is no order";
    for (int i = 0; i < (int)set->member_count; i++) {
        if (recheck_place(recheck, set, recheck_picked(line, i)) != i) return "the order is another";
    }
    return NULL;
}

static inline bool recheck_is_pair(struct recheck *recheck, const struct pairing *pairing, const char *left,
                                   const char *right) {
    for (uint32_t i = 0; i < pairing->count; i++) {
        bool same = recheck_same(recheck, pairing->lefts[i].show, left);
        if (same && recheck_same(recheck, pairing->rights[i].show, right)) return true;
    }
    return false;
}

static inline const char *recheck_match(struct recheck *recheck, const cJSON *line) {
    const struct pairing *pairing = NULL;
    for (uint32_t i = 0; i < recheck->content->pairing_count; i++) {
        const struct pairing *one = &recheck->content->pairings[i];
        if (!strcmp(one->record.id, recheck_text(line, "fact"))) pairing = one;
    }
    for (int row = 0; row < recheck_count(line, "rows"); row++) {
        for (int i = 0; i < recheck_count(line, "options"); i++) {
            bool pair = recheck_is_pair(recheck, pairing, recheck_at(line, "rows", row),
                                        recheck_at(line, "options", i));
            if (pair != (recheck_pick(line, row) == i)) return "a row belongs to another option";
        }
    }
    return NULL;
}

/* What stands in the slot {V} of the statement, found again in the stem. */
static inline char *recheck_slot(struct recheck *recheck, const struct fact *fact, const char *statement,
                                 const char *stem) {
    char text[2][1024] = {"", ""};
    int part = 0;
    for (const char *at = statement; *at;) {
        size_t len = strlen(text[part]);
        if (!strncmp(at, "{V}", 3)) {
            if (part++) return NULL;
            at += 3;
        } else if (!strncmp(at, "{S}", 3) || !strncmp(at, "{D}", 3)) {
            snprintf(text[part] + len, sizeof text[part] - len, "%s",
                     at[1] == 'S' ? fact->subject->name : fact->as_of);
            at += 3;
        } else {
            text[part][len] = *at++;
        }
    }
    char *stop = strstr(text[1], "。");
    if (stop && !stop[strlen("。")]) *stop = 0;
    const char *begin = strstr(stem, text[0]);
    if (part != 1 || !begin) return NULL;
    begin += strlen(text[0]);
    const char *end = *text[1] ? strstr(begin, text[1]) : begin + strcspn(begin, "\n");
    return end ? arena_text(&recheck->arena, begin, (size_t)(end - begin)) : NULL;
}

/* Without a tail behind the slot the wrapping follows directly. */
static inline void recheck_unwrap(char *text) {
    static const char *const tails[] = {"。这句话对吗？", "。对还是错？", "。"};
    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
        size_t len = strlen(text), tail = strlen(tails[i]);
        if (len > tail && !strcmp(text + len - tail, tails[i])) text[len - tail] = 0;
    }
}

static inline const char *recheck_judge(struct recheck *recheck, const cJSON *line) {
    const struct fact *fact = recheck_fact(recheck, recheck_text(line, "fact"));
    const char *stem = recheck_text(line, "stem");
    bool says_true = !strcmp(recheck_picked(line, 0), "对");
    if (!strncmp(stem, "判断：", strlen("判断："))) stem += strlen("判断：");
    if (fact->record.political) return "a political statement is judged";
    struct texts statements = fact->statements.count ? fact->statements : fact->attribute->statements;
    for (uint32_t i = 0; i < statements.count; i++) {
        char *value = recheck_slot(recheck, fact, statements.list[i], stem);
        if (!value) continue;
        recheck_unwrap(value);
        if (says_true)
            return recheck_same(recheck, value, fact->value.show) ? NULL : "a true statement is not";
        return recheck_may_hold(recheck, fact, value, stem) ? "a false statement may be true" : NULL;
    }
    return "the statement is none of the fact's";
}

static inline const char *recheck_fill(struct recheck *recheck, const cJSON *line) {
    char text[1024] = "";
    const char *stem = recheck_text(line, "stem"), *blank = strstr(stem, "＿");
    if (!blank) return "there is no blank";
    snprintf(text, sizeof text, "%.*s", (int)(blank - stem), stem);
    for (int i = 0; i < recheck_count(line, "answer"); i++) {
        if (strncmp(blank, "＿", strlen("＿")) != 0) return "the blank is shorter than the answer";
        strcat(text, recheck_picked(line, i));
        blank += strlen("＿");
    }
    strcat(text, blank);
    for (uint32_t i = 0; i < recheck->content->phrase_count; i++) {
        const struct phrase *phrase = &recheck->content->phrases[i];
        if (!strcmp(phrase->record.id, recheck_text(line, "fact"))) {
            return strstr(text, phrase->text) ? NULL : "the blank does not become the phrase";
        }
    }
    return "no such phrase";
}

static inline const struct entity *recheck_meant(struct recheck *recheck, const char *meaning) {
    const char *folded = recheck_fold(recheck, meaning);
    for (uint32_t i = 0; i < recheck->content->entity_count; i++) {
        const struct entity *entity = &recheck->content->entities[i];
        if (*entity->meaning && !strcmp(recheck_fold(recheck, entity->meaning), folded)) return entity;
    }
    return NULL;
}

static inline const char *recheck_term(struct recheck *recheck, const cJSON *line, bool meanings) {
    for (int i = 0; i < recheck_count(line, "options"); i++) {
        const char *option = recheck_at(line, "options", i);
        const struct entity *entity =
            meanings ? recheck_meant(recheck, option) : recheck_entity(recheck, option);
        if (!entity || !*entity->meaning) return "an option means nothing";
        bool right = !strcmp(entity->record.id, recheck_text(line, "fact"));
        if (right != recheck_is_key(line, i)) return "the key is another term";
    }
    return NULL;
}

static inline const char *recheck_scenario(struct recheck *recheck, const cJSON *line) {
    const struct scenario *scenario = NULL;
    for (uint32_t i = 0; i < recheck->content->scenario_count; i++) {
        const struct scenario *one = &recheck->content->scenarios[i];
        if (!strcmp(one->record.id, recheck_text(line, "fact"))) scenario = one;
    }
    for (int i = 0; i < recheck_count(line, "options"); i++) {
        const char *option = recheck_at(line, "options", i);
        bool right = recheck_entity(recheck, option) == scenario->answer;
        if (right != recheck_is_key(line, i)) return "the key is another property";
        if (recheck_has_member(recheck, scenario->avoid, scenario->avoid_count, option))
            return "an option to avoid";
        if (!recheck_has_member(recheck, scenario->set->members, scenario->set->member_count, option)) {
            return "an option out of nowhere";
        }
    }
    return NULL;
}

static inline const char *recheck_kind(struct recheck *recheck, const cJSON *line) {
    const char *kind = recheck_text(line, "kind");
    if (!strcmp(kind, "written")) return NULL;
    if (!strcmp(kind, "reverse")) return recheck_subject(recheck, line, false);
    if (!strcmp(kind, "edition")) return recheck_subject(recheck, line, true);
    if (!strcmp(kind, "belongs") || !strcmp(kind, "multiple")) return recheck_members(recheck, line, false);
    if (!strcmp(kind, "outside")) return recheck_members(recheck, line, true);
    if (!strcmp(kind, "count")) return recheck_number(recheck, line);
    if (!strcmp(kind, "next")) return recheck_next(recheck, line);
    if (!strcmp(kind, "order")) return recheck_order(recheck, line);
    if (!strcmp(kind, "match")) return recheck_match(recheck, line);
    if (!strcmp(kind, "judge")) return recheck_judge(recheck, line);
    if (!strcmp(kind, "fill")) return recheck_fill(recheck, line);
    if (!strcmp(kind, "term")) return recheck_term(recheck, line, false);
    if (!strcmp(kind, "meaning")) return recheck_term(recheck, line, true);
    if (!strcmp(kind, "scenario")) return recheck_scenario(recheck, line);
    return recheck_value(recheck, line);
}

/* One printed line. */
static inline const char *recheck_line(struct recheck *recheck, const char *text) {
    cJSON *line = cJSON_Parse(text);
    if (!line) return "it is no JSON";
    const cJSON *source = cJSON_GetObjectItemCaseSensitive(line, "source");
    const char *wrong = recheck_kind(recheck, line);
    if (!wrong && !*recheck_text(source, "title")) wrong = "it has no source";
    if (!wrong && !*recheck_text(line, "explanation")) wrong = "it does not say why";
    if (!wrong && recheck_count(line, "options") < 2) wrong = "it has no options";
    cJSON_Delete(line);
    return wrong;
}

#endif
