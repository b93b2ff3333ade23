#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "quiz/draft.h"
#include "quiz/kinds.h"

/* Which of the candidates become the wrong options: proved false, of the key's shape, plausible, and balanced
   around the key – as many smaller (or shorter) than it as a draw says, so that neither the longest nor the
   middle option is a safe guess. */

static uint32_t chars(const char *text) {
    return (uint32_t)utf8_count(str_of(text));
}

static bool fits(const struct draft *draft, const char *option) {
    return !draft->limits->option_chars || chars(option) <= draft->limits->option_chars;
}

void draft_keep_false(const struct draft *draft, struct claims *candidates, const struct ground *ground,
                      const struct claim *key) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < candidates->count; i++) {
        const struct claim *claim = &candidates->list[i];
        if (!fits(draft, claim->show) || !claims_have_one_shape(claim, key)) continue;
        if (ground_judge(ground, claim, draft->question->stem) != TRUTH_FALSE) continue;
        candidates->list[kept++] = *claim;
    }
    candidates->count = kept;
}

/* Where a claim stands on the line along which the options are balanced. */
static int64_t measure(const struct claim *claim) {
    if (!claim->value) return chars(claim->show);
    return claim->value->type == VALUE_NUMBER ? claim->value->thousandths : claim->value->first_day;
}

static int32_t plausibility(const struct claim *claim, const struct claim *key) {
    int32_t score = claim->vouched ? 250 : 100;
    if (!claim->from || !key->from) return score;
    if (claim->from->attribute == key->from->attribute) score += 150;
    if (claim->from->record.source == key->from->record.source) score += 100;
    return score;
}

static void score_all(const struct draft *draft, struct claims *candidates, const struct claim *key) {
    int32_t len = (int32_t)chars(key->show);
    for (uint32_t i = 0; i < candidates->count; i++) {
        struct claim *claim = &candidates->list[i];
        int32_t longer = abs((int32_t)chars(claim->show) - len);
        claim->score = plausibility(claim, key) - (claim->value ? 0 : 100 * longer / (len ? len : 1)) +
                       (int32_t)draft_below(draft, DRAW_NOISE, i, 200);
    }
}

/* A key of 4 characters beside an option of 14 gives itself away, or the other does. */
static bool is_out_of_proportion(const struct claim *a, const struct claim *b) {
    uint32_t left = chars(a->show), right = chars(b->show);
    uint32_t most = left > right ? left : right, least = left > right ? right : left;
    return most > 3 * least && most - least >= 6;
}

static bool stands_beside(const struct claim *claim, const struct claim *key, const struct claim *chosen,
                          uint32_t count) {
    if (!claims_are_apart(claim, key) || is_out_of_proportion(claim, key)) return false;
    for (uint32_t i = 0; i < count; i++) {
        if (!claims_are_apart(claim, &chosen[i]) || is_out_of_proportion(claim, &chosen[i])) return false;
    }
    return true;
}

enum side { SIDE_BELOW, SIDE_ABOVE, SIDE_ANY };

static bool is_on(enum side side, const struct claim *claim, const struct claim *key) {
    return side == SIDE_ANY || (measure(claim) < measure(key)) == (side == SIDE_BELOW);
}

/* The best candidate that is still free; equal scores go to the first. */
static struct claim *best(struct claims *candidates, const struct claim *key, enum side side,
                          const struct claim *chosen, uint32_t count) {
    struct claim *found = NULL;
    for (uint32_t i = 0; i < candidates->count; i++) {
        struct claim *claim = &candidates->list[i];
        if (claim->score == INT32_MIN || (found && claim->score <= found->score)) continue;
        if (is_on(side, claim, key) && stands_beside(claim, key, chosen, count)) found = claim;
    }
    return found;
}

static uint32_t take(struct claims *candidates, const struct claim *key, enum side side, uint32_t wanted,
                     struct claim *chosen, uint32_t count) {
    while (count < wanted) {
        struct claim *claim = best(candidates, key, side, chosen, count);
        if (!claim) break;
        chosen[count++] = *claim;
        claim->score = INT32_MIN;
    }
    return count;
}

uint32_t draft_choose(const struct draft *draft, const struct claim *key, struct claims *candidates,
                      uint32_t wrong, struct claim *chosen) {
    score_all(draft, candidates, key);
    uint32_t below = draft_below(draft, DRAW_RANK, 0, wrong + 1);
    uint32_t count = take(candidates, key, SIDE_BELOW, below, chosen, 0);
    count = take(candidates, key, SIDE_ABOVE, wrong, chosen, count);
    return take(candidates, key, SIDE_ANY, wrong, chosen, count);
}

static const struct fact *fact_behind(const struct claim *claim) {
    return claim->from ? claim->from : claim->about;
}

/* 「数字签名护的是不可抵赖性」: the attribute's brief words, else its statement. */
static const char *brief_of(const struct draft *draft, const struct fact *fact) {
    const struct attribute *attribute = fact->attribute;
    struct slots slots = value_slots(fact, fact->value.show);
    if (*attribute->brief) return draft_fill(draft, attribute->brief, &slots);
    struct texts statements = value_statements(fact);
    if (!statements.count) return "";
    return draft_without_stop(draft, draft_fill(draft, statements.list[0], &slots));
}

/* Numbers and what was true on a day only would need more words than there is room for. */
static bool can_be_said(const struct fact *fact) {
    return fact && !fact->attribute->dated && fact->value.type != VALUE_NUMBER;
}

/* 「文件加密护的是保密性；数字签名护的是不可抵赖性。」 */
static void say_facts(struct draft *draft, const struct claim *wrong, uint32_t count) {
    const char *said = "";
    for (uint32_t i = 0; i < count; i++) {
        const struct fact *fact = fact_behind(&wrong[i]);
        if (!can_be_said(fact)) continue;
        said = arena_printf(draft->arena, "%s%s%s", said, *said ? "；" : "", brief_of(draft, fact));
    }
    if (*said) draft_say(draft, arena_printf(draft->arena, "%s。", said));
}

static bool is_other_edition(const struct fact *fact, const struct fact *other) {
    return fact && other && fact->attribute == other->attribute && *fact->subject->series &&
           !strcmp(fact->subject->series, other->subject->series) && *other->subject->record.edition;
}

static bool are_editions(const struct claim *key, const struct claim *wrong, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (!is_other_edition(fact_behind(key), fact_behind(&wrong[i]))) return false;
    }
    return count > 1;
}

static bool is_earlier(const struct claim *a, const struct claim *b) {
    return strcmp(fact_behind(a)->subject->record.edition, fact_behind(b)->subject->record.edition) < 0;
}

/* The first edition that is later than the last one said. */
static const struct claim *next_edition(const struct claim *wrong, uint32_t count, const struct claim *last) {
    const struct claim *next = NULL;
    for (uint32_t i = 0; i < count; i++) {
        if (last && !is_earlier(last, &wrong[i])) continue;
        if (!next || is_earlier(&wrong[i], next)) next = &wrong[i];
    }
    return next;
}

/* 「举办城市：2022年合肥，2023年福州，2025年昆明。」 */
static void say_editions(struct draft *draft, const struct claim *wrong, uint32_t count) {
    const char *said = arena_printf(draft->arena, "其他几届的%s：", fact_behind(wrong)->attribute->name);
    const struct claim *claim = next_edition(wrong, count, NULL);
    for (bool first = true; claim; first = false) {
        const struct fact *fact = fact_behind(claim);
        bool is_year = strlen(fact->subject->record.edition) == 4;
        said = arena_printf(draft->arena, "%s%s%s%s%s", said, first ? "" : "，",
                            fact->subject->record.edition, is_year ? "年" : "", fact->value.show);
        claim = next_edition(wrong, count, claim);
    }
    draft_say(draft, arena_printf(draft->arena, "%s。", said));
}

void draft_say_really(struct draft *draft, const struct claim *key, const struct claim *wrong,
                      uint32_t count) {
    if (are_editions(key, wrong, count)) {
        say_editions(draft, wrong, count);
    } else {
        say_facts(draft, wrong, count);
    }
}

bool draft_single(struct draft *draft, const struct claim *key, struct claims *candidates, uint32_t least) {
    struct claim options[QUESTION_OPTIONS];
    uint32_t wrong = draft->limits->options ? draft->limits->options - 1u : 3;
    if (wrong > 3) wrong = 3;
    if (!fits(draft, key->show)) return false;
    options[0] = *key;
    uint32_t found = draft_choose(draft, key, candidates, wrong, options + 1);
    if (found < least) return false;
    draft_say_really(draft, key, options + 1, found);
    draft->question->form = FORM_SINGLE;
    draft_show(draft, options, found + 1, 1);
    return true;
}
