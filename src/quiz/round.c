#include "quiz/round.h"

#include <assert.h>
#include <string.h>

#include "quiz/round_draw.h"

void quiz_init(struct quiz *quiz, const struct content *content, uint32_t today) {
    *quiz = (struct quiz){.content = content};
    arena_init(&quiz->scratch);
    arena_init(&quiz->arena);
    pool_build(&quiz->pool, content, today);
    const struct settings *settings = &content->settings;
    quiz->mode_questions[settings->mode] =
        settings->questions < ROUND_QUESTIONS ? settings->questions : ROUND_QUESTIONS;
}

void quiz_finish(struct quiz *quiz) {
    pool_finish(&quiz->pool);
    arena_finish(&quiz->arena);
    arena_finish(&quiz->scratch);
}

void round_begin(struct round *round, enum mode mode, uint64_t seed, uint32_t first) {
    memset(round, 0, sizeof *round);
    round->mode = (uint8_t)mode;
    round->seed = seed;
    round->first = round->next = first;
}

static uint8_t questions_of(const struct round *round, const struct quiz *quiz) {
    uint32_t wanted = quiz->mode_questions[round->mode];
    return wanted ? (uint8_t)wanted : round_rules[round->mode].questions;
}

static struct asked *open_question(struct round *round) {
    if (round->count == 0) return NULL;
    struct asked *last = &round->asked[round->count - 1];
    return last->state == ASKED_OPEN ? last : NULL;
}

static void run_dry(struct round *round) {
    round->dry = true;
    round->planned = round->count;
}

bool round_advance(struct round *round, struct quiz *quiz) {
    assert(!open_question(round));
    if (round->planned == 0 && !round->dry) round->planned = questions_of(round, quiz);
    if (round->count < round->planned) {
        if (draw_planned(round, quiz)) return true;
        run_dry(round);
    }
    return draw_return(round, quiz);
}

/* Several right ones in any order, as bits. */
static uint32_t set_of(const struct answer *answer) {
    uint32_t set = 0;
    for (uint32_t i = 0; i < answer->count; i++) set |= 1u << answer->picks[i];
    return set;
}

static bool is_right(const struct asked *asked, const struct answer *given) {
    const struct answer *key = &asked->key;
    if (asked->form == FORM_MULTIPLE) return set_of(given) == set_of(key);
    if (given->count != key->count) return false;
    for (uint32_t i = 0; i < key->count; i++)
        if (asked->same_as[given->picks[i]] != asked->same_as[key->picks[i]]) return false;
    return true;
}

static bool is_possible(const struct asked *asked, const struct answer *given) {
    if (given->count == 0 || given->count > QUESTION_PICKS) return false;
    uint32_t picked = 0;
    for (uint32_t i = 0; i < given->count; i++) {
        uint32_t pick = given->picks[i];
        if (pick >= asked->option_count || picked >> pick & 1) return false;
        picked |= 1u << pick;
    }
    return true;
}

enum asked_state asked_verdict(const struct asked *asked, const struct answer *given) {
    if (!is_possible(asked, given)) return ASKED_OPEN;
    return is_right(asked, given) ? ASKED_RIGHT : ASKED_WRONG;
}

bool round_answer(struct round *round, const struct answer *answer, uint32_t millis) {
    struct asked *asked = round->for_two ? NULL : open_question(round);
    enum asked_state verdict = asked ? asked_verdict(asked, answer) : ASKED_OPEN;
    if (verdict == ASKED_OPEN) return false;
    asked->given = *answer;
    asked->millis = millis;
    asked->state = (uint8_t)verdict;
    return true;
}

bool asked_is_complete(const struct asked *asked, const struct answer *draft) {
    return asked->form == FORM_MULTIPLE ? draft->count > 0 : draft->count == asked->key.count;
}

void round_skip(struct round *round) {
    struct asked *asked = open_question(round);
    if (asked) asked->state = ASKED_SKIPPED;
}

const struct asked *round_current(const struct round *round) {
    return round->count ? &round->asked[round->count - 1] : NULL;
}

bool round_is_over(const struct round *round) {
    const struct asked *last = round_current(round);
    if (!last) return round->dry;
    return last->state != ASKED_OPEN && round->count >= round->planned && !return_is_due(round);
}

static uint32_t count_planned(const struct round *round, enum asked_state state) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < round->count; i++)
        found += round->asked[i].state == state && round->asked[i].return_of == 0;
    return found;
}

uint32_t round_right(const struct round *round) {
    return count_planned(round, ASKED_RIGHT);
}

/* In a round for two: by either. A return is the same question again. */
static bool is_missed(const struct asked *asked) {
    bool missed = asked->state == ASKED_WRONG;
    for (uint32_t i = 0; i < ROUND_PLAYERS; i++) missed = missed || asked->replies[i].state == ASKED_WRONG;
    return missed && asked->return_of == 0;
}

uint32_t round_missed(const struct round *round) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < round->count; i++) found += is_missed(&round->asked[i]);
    return found;
}

uint32_t round_missed_at(const struct round *round, uint32_t which) {
    uint32_t i = 0;
    for (;; i++) {
        assert(i < round->count);
        if (is_missed(&round->asked[i]) && which-- == 0) return i;
    }
}

static bool is_answer(uint32_t state) {
    return state == ASKED_RIGHT || state == ASKED_WRONG;
}

uint32_t round_answered(const struct round *round) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < round->count; i++) {
        const struct asked *asked = &round->asked[i];
        found += is_answer(asked->state);
        for (uint32_t k = 0; k < ROUND_PLAYERS; k++) found += is_answer(asked->replies[k].state);
    }
    return found;
}

uint32_t round_score(const struct round *round) {
    return round->planned ? round_right(round) * 100 / round->planned : 0;
}

enum badge badge_of(uint32_t score) {
    static const uint8_t least[] = {[BADGE_GUARD] = 60, [BADGE_EXPERT] = 80, [BADGE_MASTER] = 100};
    enum badge badge = BADGE_MASTER;
    while (badge > BADGE_LEARNER && score < least[badge]) badge--;
    return badge;
}

enum badge round_badge(const struct round *round) {
    return badge_of(round_score(round));
}

const char *badge_name(enum badge badge) {
    static const char *const names[] = {[BADGE_LEARNER] = "网安学习者",
                                        [BADGE_GUARD] = "网安卫士",
                                        [BADGE_EXPERT] = "网安能手",
                                        [BADGE_MASTER] = "网安达人"};
    _Static_assert(sizeof names / sizeof *names == BADGE_MASTER + 1, "a name for each badge");
    return names[badge];
}

const struct question *round_question(const struct round *round, uint32_t index, struct quiz *quiz) {
    assert(index < round->count);
    const struct asked *asked = &round->asked[index];
    struct question_limits limits = round_limits((enum mode)round->mode);
    arena_clear(&quiz->arena);
    struct question *question = ARENA_NEW(&quiz->arena, struct question);
    bool made = question_make(quiz->content, asked->item, asked->variant, round_question_seed(round, asked),
                              &limits, &quiz->arena, question);
    assert(made); /* it was made when it was drawn, and nothing has changed since */
    (void)made;
    return question;
}
