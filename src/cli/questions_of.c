#include "cli/questions_of.h"

#include <string.h>

#include "base/hash.h"

bool questions_of_next(const struct content *content, const struct pool *pool, const char *id, uint32_t *at,
                       struct arena *arena, struct question *out) {
    static const struct question_limits limits = {.kinds = UINT32_MAX, .options = 4};
    while (*at < pool->count) {
        struct item item = pool->items[(*at)++];
        const struct record *record = pool_record(content, item);
        if (record && strcmp(record->id, id) != 0) continue;
        if (question_make(content, item, 0, *at, &limits, arena, out) && strcmp(out->fact, id) == 0)
            return true;
    }
    return false;
}

static bool comes_up(struct quiz *quiz, const char *id, uint64_t seed, uint32_t *place) {
    struct round round;
    round_begin(&round, MODE_KIOSK, seed, 0);
    for (*place = 1; round_advance(&round, quiz); ++*place) {
        if (strcmp(round_question(&round, round.count - 1u, quiz)->fact, id) == 0) return true;
        round_answer(&round, &round_current(&round)->key, 0);
    }
    return false;
}

bool questions_of_round(const struct content *content, const char *id, uint64_t *seed, uint32_t *place) {
    enum { ROUNDS = 1000 };
    struct quiz quiz;
    bool found = false;
    quiz_init(&quiz, content, 0);
    for (*seed = 1; *seed <= ROUNDS && !found; *seed += !found) found = comes_up(&quiz, id, *seed, place);
    quiz_finish(&quiz);
    return found;
}
