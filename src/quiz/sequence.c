#include <string.h>

#include "base/utf8.h"
#include "quiz/kinds.h"

/* Questions about what goes with what and what comes after what: pairings, ordered sets. */

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

enum { MATCH_ROWS = 4, MATCH_LEAST = 3, ORDER_LEAST = 3, ORDER_MOST = 6 };

static const char *const stems_match[] = {"下面的{S}分别对应哪个{V}？", "{S}和{V}应该怎样一一对应？",
                                          "请为下面的{S}找到各自的{V}，应该怎样连？"};
static const char *const stems_order[] = {"{N}，正确的先后顺序是怎样的？", "下面几项按{N}的顺序应该怎样排？",
                                          "{N}依次是哪几项？"};
static const char *const stems_next[] = {"{N}，{V}之后是哪一{T}？", "{N}里，{V}后面紧接着哪一{T}？",
                                         "{N}，按先后说，{V}后面是哪一{T}？"};

/* Rows that could be told from each other: no left or right side twice, none part of another. */
static bool stands_apart(const struct claim *claims, uint32_t count, const struct claim *claim) {
    for (uint32_t i = 0; i < count; i++) {
        if (!claims_are_apart(&claims[i], claim)) return false;
    }
    return true;
}

struct rows {
    struct claim lefts[MATCH_ROWS], rights[MATCH_ROWS];
    uint32_t count;
};

static bool fits(const struct draft *draft, const struct claim *claim) {
    uint32_t most = draft->limits->option_chars;
    return !most || utf8_count(str_of(claim->show)) <= most;
}

static void add_row(const struct draft *draft, struct rows *rows, const struct pairing *pairing,
                    uint32_t index) {
    struct claim left = claim_of_member(draft->content, draft->arena, &pairing->lefts[index]);
    struct claim right = claim_of_member(draft->content, draft->arena, &pairing->rights[index]);
    if (!fits(draft, &left) || !fits(draft, &right)) return;
    if (!stands_apart(rows->lefts, rows->count, &left) || !stands_apart(rows->rights, rows->count, &right))
        return;
    rows->lefts[rows->count] = left;
    rows->rights[rows->count++] = right;
}

bool match_applies(const struct content *content, uint32_t index) {
    return content->pairings[index].count >= MATCH_LEAST;
}

static const char *pairs_text(const struct draft *draft, const struct rows *rows) {
    const char *text = "";
    for (uint32_t i = 0; i < rows->count; i++) {
        text = arena_printf(draft->arena, "%s%s%s：%s", text, i ? "；" : "", rows->lefts[i].show,
                            rows->rights[i].show);
    }
    return arena_printf(draft->arena, "%s。", text);
}

static void show_rows(struct draft *draft, const struct rows *rows) {
    struct question *question = draft->question;
    const char *rights[MATCH_ROWS];
    uint8_t place[QUESTION_OPTIONS];
    for (uint32_t i = 0; i < rows->count; i++) {
        question->rows[i] = rows->lefts[i].show;
        rights[i] = rows->rights[i].show;
    }
    question->row_count = (uint8_t)rows->count;
    draft_shuffle(draft, rights, rows->count, place);
    question->key.count = (uint8_t)rows->count;
    memcpy(question->key.picks, place, rows->count);
}

bool match_make(struct draft *draft) {
    const struct pairing *pairing = &draft->content->pairings[draft->item.record];
    struct slots slots = {.subject = pairing->left, .value = pairing->right, .name = pairing->name};
    struct rows rows = {.count = 0};
    uint32_t first =
        draft_below(draft, DRAW_START, 0, pairing->count > MATCH_ROWS ? pairing->count - MATCH_LEAST : 1);
    draft_from(draft, &pairing->record);
    draft->question->tag = pairing->right;
    draft->question->form = FORM_MATCH;
    draft->question->stem = draft_fill(
        draft, draft_phrase(draft, draft_phrasings(pairing->stems, stems_match, COUNT(stems_match))), &slots);
    for (uint32_t i = first; i < pairing->count && rows.count < MATCH_ROWS; i++)
        add_row(draft, &rows, pairing, i);
    if (rows.count < MATCH_LEAST) return false;
    show_rows(draft, &rows);
    draft->lead = pairs_text(draft, &rows);
    draft_say(draft, pairing->why);
    return true;
}

static const struct set *set_of(const struct draft *draft) {
    return &draft->content->sets[draft->item.record];
}

bool order_applies(const struct content *content, uint32_t index) {
    const struct set *set = &content->sets[index];
    return set->ordered && set->member_count >= ORDER_LEAST && set->member_count <= ORDER_MOST;
}

bool next_applies(const struct content *content, uint32_t index) {
    const struct set *set = &content->sets[index];
    return set->ordered && set->member_count + set->lure_count >= 4 && set->member_count >= 2;
}

static const char *must_say(const struct draft *draft, const char *stem) {
    const char *words = set_of(draft)->must_say;
    return !*words || strstr(stem, words) ? stem : arena_printf(draft->arena, "%s，%s", words, stem);
}

static const char *in_order(const struct draft *draft) {
    const struct set *set = set_of(draft);
    return arena_printf(draft->arena, "%s依次是：%s。", set->name,
                        draft_list(draft, set->members, set->member_count));
}

static bool is_in_order(const uint8_t *place, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (place[i] != i) return false;
    }
    return true;
}

/* Options that already stand in their right order would be no question. */
static void show_members(struct draft *draft, const struct set *set) {
    struct question *question = draft->question;
    const char *members[ORDER_MOST];
    uint8_t place[QUESTION_OPTIONS];
    for (uint32_t i = 0; i < set->member_count; i++) members[i] = set->members[i].show;
    draft_shuffle(draft, members, set->member_count, place);
    if (is_in_order(place, set->member_count)) {
        question->options[0] = members[1];
        question->options[1] = members[0];
        place[0] = 1;
        place[1] = 0;
    }
    question->key.count = (uint8_t)set->member_count;
    memcpy(question->key.picks, place, set->member_count);
}

bool order_make(struct draft *draft) {
    const struct set *set = set_of(draft);
    struct slots slots = {.name = set->name};
    struct texts stems = draft_phrasings(set->stems_order, stems_order, COUNT(stems_order));
    draft_from(draft, &set->record);
    draft->question->tag = set->class_name;
    draft->question->form = FORM_ORDER;
    draft->question->stem = must_say(draft, draft_fill(draft, draft_phrase(draft, stems), &slots));
    show_members(draft, set);
    draft->lead = in_order(draft);
    draft_say(draft, set->why);
    return true;
}

/* Words stand in quotation marks, a place does not need them. */
static const char *quoted(const struct draft *draft, const struct claim *claim) {
    const char *text = claim->show;
    bool has_marks = !strncmp(text, "“", strlen("“")) || !strncmp(text, "《", strlen("《"));
    bool is_place = claim->entity && claim->entity->kind == ENTITY_PLACE;
    return has_marks || is_place ? text : arena_printf(draft->arena, "“%s”", text);
}

/* 哪一座城市, 哪一项 of words. */
static const char *which(const struct claim *claim) {
    return claim->entity && claim->entity->kind == ENTITY_PLACE ? "座" : "项";
}

/* The whole order where there is room for it. */
static const char *next_lead(const struct draft *draft, const struct claim *here) {
    const char *order = in_order(draft);
    if (draft_may_lead(draft, order)) return order;
    return arena_printf(draft->arena, "%s之后是%s。", quoted(draft, here), quoted(draft, here + 1));
}

/* Every member but the one named and the one that follows is wrong by its place, and so is who is no member
 * at all. */
static void add_others(const struct draft *draft, const struct ground *ground, uint32_t at,
                       struct claims *candidates) {
    claims_init(candidates, draft->arena, DRAFT_CANDIDATES);
    for (uint32_t i = 0; i < ground->truths.count; i++) {
        if (i != at && i != at + 1) claims_add(candidates, &ground->truths.list[i]);
    }
    for (uint32_t i = 0; i < ground->lures.count; i++) {
        const struct claim *lure = &ground->lures.list[i];
        if (ground_judge(ground, lure, "") == TRUTH_FALSE) claims_add(candidates, lure);
    }
}

bool next_make(struct draft *draft) {
    const struct set *set = set_of(draft);
    struct ground ground;
    struct claims candidates;
    ground_of_set(&ground, draft->content, set, draft->arena);
    if (ground.truths.count != set->member_count) return false;
    uint32_t at = draft_below(draft, DRAW_PICK, 0, set->member_count - 1);
    const struct claim *here = &ground.truths.list[at], *next = here + 1;
    struct slots slots = {.name = set->name, .value = quoted(draft, here), .text = which(here)};
    const char *phrase = draft_phrase(draft, (struct texts){stems_next, COUNT(stems_next)});
    draft_from(draft, &set->record);
    draft->question->tag = set->class_name;
    draft->question->stem = must_say(draft, draft_fill(draft, phrase, &slots));
    draft->lead = next_lead(draft, here);
    draft_say(draft, set->why);
    add_others(draft, &ground, at, &candidates);
    return draft_single(draft, next, &candidates, 2);
}
