#include <string.h>

#include "base/utf8.h"
#include "quiz/kinds.h"

/* Questions about a set: what belongs to it, what doesn't, which of these, how many. */

static const char *const stems_in[] = {"下列哪一项属于{N}？", "{N}里，有下列哪一项？", "{N}包括下列哪一项？"};
static const char *const stems_out[] = {"下列哪一项不属于{N}？", "{N}里，没有下列哪一项？",
                                        "{N}不包括下列哪一项？"};
static const char *const stems_all[] = {"下列哪几项属于{N}？", "{N}有下列哪几项？", "{N}包括下列哪几项？"};
static const char *const stems_count[] = {"{N}一共有几{V}？", "{N}总共有多少{V}？", "{N}，算下来有几{V}？"};
#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static const struct set *set_at(const struct content *content, uint32_t index) {
    return &content->sets[index];
}
static const struct set *set_of(const struct draft *draft) {
    return set_at(draft->content, draft->item.record);
}

bool belongs_applies(const struct content *content, uint32_t index) {
    return set_at(content, index)->member_count > 0 && set_at(content, index)->lure_count > 0;
}

bool outside_applies(const struct content *content, uint32_t index) {
    const struct set *set = set_at(content, index);
    return set->closed && set->member_count >= 2 && set->lure_count > 0;
}

bool multiple_applies(const struct content *content, uint32_t index) {
    return outside_applies(content, index);
}

bool count_applies(const struct content *content, uint32_t index) {
    const struct set *set = set_at(content, index);
    return set->closed && set->member_count >= 3 && *set->unit;
}

static const char *set_stem(const struct draft *draft, struct texts phrasings, const char *value) {
    const struct set *set = set_of(draft);
    struct slots slots = {.name = set->name, .subject = set->name, .value = value};
    const char *stem = draft_fill(draft, draft_phrase(draft, phrasings), &slots);
    if (!*set->must_say || strstr(stem, set->must_say)) return stem;
    return arena_printf(draft->arena, "%s，%s", set->must_say, stem);
}

static void begin(struct draft *draft, struct texts own, const char *const *built_in, uint32_t count,
                  const char *value) {
    draft_from(draft, &set_of(draft)->record);
    draft->question->tag = set_of(draft)->class_name;
    draft->question->stem = set_stem(draft, draft_phrasings(own, built_in, count), value);
}

/* 「五特性是：…」, with what else is to be said before the full stop. */
static const char *all_members(const struct draft *draft, const char *more) {
    const struct set *set = set_of(draft);
    return arena_printf(draft->arena, set->closed ? "%s是：%s%s。" : "%s包括：%s等%s。", set->name,
                        draft_list(draft, set->members, set->member_count), more);
}

/* The whole set says it best; where there is no room for it, the one member has to do. */
static const char *whole_or(const struct draft *draft, const char *whole, const char *part) {
    return draft_may_lead(draft, whole) ? whole : part;
}

/* What belongs to another set of the same class is known, and not a member of this one when this one is
 * closed. */
static void add_other_sets(const struct draft *draft, const struct set *set, struct claims *candidates) {
    for (uint32_t i = 0; i < draft->content->set_count && *set->class_name; i++) {
        const struct set *other = set_at(draft->content, i);
        if (other == set || other->record.status != STATUS_READY) continue;
        if (strcmp(other->class_name, set->class_name) != 0) continue;
        for (uint32_t k = 0; k < other->member_count; k++) {
            struct claim claim = claim_of_member(draft->content, draft->arena, &other->members[k]);
            claim.known = true;
            claims_add(candidates, &claim);
        }
    }
}

static void wrong_members(const struct draft *draft, const struct ground *ground, const struct claim *key,
                          struct claims *candidates) {
    claims_init(candidates, draft->arena, DRAFT_CANDIDATES);
    for (uint32_t i = 0; i < ground->lures.count; i++) claims_add(candidates, &ground->lures.list[i]);
    if (ground->exclusive) add_other_sets(draft, set_of(draft), candidates);
    draft_keep_false(draft, candidates, ground, key);
}

bool belongs_make(struct draft *draft) {
    const struct set *set = set_of(draft);
    struct ground ground;
    struct claims candidates;
    begin(draft, set->stems_in, stems_in, COUNT(stems_in), "");
    ground_of_set(&ground, draft->content, set, draft->arena);
    struct claim key = ground.truths.list[draft_below(draft, DRAW_PICK, 0, ground.truths.count)];
    draft->lead = whole_or(draft, all_members(draft, ""),
                           arena_printf(draft->arena, "%s属于%s。", key.show, set->name));
    draft_say(draft, set->why);
    wrong_members(draft, &ground, &key, &candidates);
    return draft_single(draft, &key, &candidates, 2);
}

/* The words that turn the question round, as they stand in the stem. */
static const char *negative_in(const char *stem) {
    static const char *const words[] = {"不属于", "不包括", "不包含", "不在", "没有", "不是", "不含"};
    for (size_t i = 0; i < COUNT(words); i++) {
        if (strstr(stem, words[i])) return words[i];
    }
    return NULL;
}

bool outside_make(struct draft *draft) {
    const struct set *set = set_of(draft);
    struct ground ground;
    struct claims members;
    begin(draft, set->stems_out, stems_out, COUNT(stems_out), "");
    draft->question->emphasis = negative_in(draft->question->stem);
    ground_of_set(&ground, draft->content, set, draft->arena);
    struct claim key = ground.lures.list[draft_below(draft, DRAW_PICK, 0, ground.lures.count)];
    if (!draft->question->emphasis || ground_judge(&ground, &key, "") != TRUTH_FALSE) return false;
    draft->lead = whole_or(draft, all_members(draft, arena_printf(draft->arena, "，不包括%s", key.show)),
                           arena_printf(draft->arena, "%s不属于%s。", key.show, set->name));
    draft_say(draft, set->why);
    claims_init(&members, draft->arena, ground.truths.count);
    for (uint32_t i = 0; i < ground.truths.count; i++) {
        const struct claim *member = &ground.truths.list[i];
        if (claims_have_one_shape(member, &key)) claims_add(&members, member);
    }
    return draft_single(draft, &key, &members, 2);
}

/* `count` members by lot; they move to the front of the list. */
static void draw_members(const struct draft *draft, struct claims *members, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        uint32_t other = i + draft_below(draft, DRAW_PICK, i, members->count - i);
        struct claim kept = members->list[i];
        members->list[i] = members->list[other];
        members->list[other] = kept;
    }
}

static uint32_t between(const struct draft *draft, enum draw draw, uint32_t least, uint32_t most) {
    return most > least ? least + draft_below(draft, draw, 0, most - least + 1) : least;
}

static void ask_multiple(struct draft *draft, const struct set *set, const struct claim *options,
                         uint32_t right, uint32_t wrong) {
    struct question *question = draft->question;
    question->form = FORM_MULTIPLE;
    question->stem = arena_printf(draft->arena, "%s（选%u项）", question->stem, right);
    question->hint = "选全才得分";
    draft_show(draft, options, right + wrong, (1u << right) - 1);
    draft->lead = all_members(draft, "");
    draft_say(draft, set->why);
}

bool multiple_make(struct draft *draft) {
    const struct set *set = set_of(draft);
    struct ground ground;
    struct claims candidates;
    struct claim options[QUESTION_OPTIONS] = {{0}};
    begin(draft, set->stems_all, stems_all, COUNT(stems_all), "");
    ground_of_set(&ground, draft->content, set, draft->arena);
    uint32_t most = ground.truths.count < 4 ? ground.truths.count : 4;
    uint32_t right = between(draft, DRAW_COUNT, 2, most);
    if (ground.truths.count < 2) return false;
    draw_members(draft, &ground.truths, right);
    memcpy(options, ground.truths.list, right * sizeof *options);
    wrong_members(draft, &ground, &options[0], &candidates);
    uint32_t wrong = between(draft, DRAW_SIDE, right < 3 ? 2 : 1, 2);
    wrong = draft_choose(draft, &options[0], &candidates, wrong, options + right);
    if (!wrong || right + wrong < 4) return false;
    ask_multiple(draft, set, options, right, wrong);
    return true;
}

/* The measure word is what stands first in the unit: 个部门 → 个. */
static const char *measure_word(const struct draft *draft, const char *unit) {
    return arena_text(draft->arena, unit, utf8_head(str_of(unit), 1).len);
}

static bool name_tells_count(const struct draft *draft, const struct set *set) {
    static const char *const signs[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    const char *digits = arena_printf(draft->arena, "%u", set->member_count);
    const char *han = set->member_count < COUNT(signs) ? signs[set->member_count] : digits;
    return strstr(set->name, digits) || strstr(set->name, han) || strstr(set->must_say, digits);
}

static void add_counts(const struct draft *draft, const struct ground *ground, uint32_t right,
                       const char *unit, struct claims *candidates) {
    int32_t step = right <= 7 ? 1 : 2;
    claims_init(candidates, draft->arena, 8);
    for (int32_t i = -3; i <= 3; i++) {
        int32_t number = (int32_t)right + i * step;
        if (!i || number < 2) continue;
        struct claim claim =
            claim_read(draft->content, draft->arena, arena_printf(draft->arena, "%d%s", number, unit));
        bool forbidden = false;
        for (uint32_t k = 0; k < ground->never.count; k++) {
            forbidden |= claim_compare(&ground->never.list[k], &claim) == RELATION_SAME;
        }
        if (!forbidden) claims_add(candidates, &claim);
    }
}

bool count_make(struct draft *draft) {
    const struct set *set = set_of(draft);
    const char *unit = measure_word(draft, set->unit);
    struct ground ground;
    struct claims candidates;
    if (name_tells_count(draft, set)) return false;
    begin(draft, (struct texts){0}, stems_count, COUNT(stems_count), unit);
    ground_of_set(&ground, draft->content, set, draft->arena);
    add_counts(draft, &ground, set->member_count, unit, &candidates);
    struct claim key =
        claim_read(draft->content, draft->arena, arena_printf(draft->arena, "%u%s", set->member_count, unit));
    const char *total = arena_printf(draft->arena, "%s一共有%s", set->name, key.show);
    const char *members = draft_list(draft, set->members, set->member_count);
    draft->lead = whole_or(draft, arena_printf(draft->arena, "%s：%s。", total, members),
                           arena_printf(draft->arena, "%s。", total));
    draft_say(draft, set->why);
    return key.value && draft_single(draft, &key, &candidates, 2);
}
