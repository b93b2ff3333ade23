#include "quiz/round.h"

#include <assert.h>

/* A round for two. Both are asked the same; what each made of it stands in the question's replies. A question
   is open until both have replied or let it pass. None comes back: what one missed the other may have known.
 */

void round_share(struct round *round) {
    assert(round_answered(round) == 0);
    round->for_two = true;
}

static struct asked *open_question(struct round *round) {
    if (!round->for_two || round->count == 0) return NULL;
    struct asked *last = &round->asked[round->count - 1];
    return last->state == ASKED_OPEN ? last : NULL;
}

static struct reply *open_reply(struct asked *asked, uint8_t player) {
    if (!asked || player == 0 || player > ROUND_PLAYERS) return NULL;
    struct reply *reply = &asked->replies[player - 1];
    return reply->state == ASKED_OPEN ? reply : NULL;
}

static void close_when_complete(struct asked *asked) {
    for (uint32_t i = 0; i < ROUND_PLAYERS; i++)
        if (asked->replies[i].state == ASKED_OPEN) return;
    asked->state = ASKED_SHARED;
}

bool round_reply(struct round *round, uint8_t player, const struct answer *answer, uint32_t millis) {
    struct asked *asked = open_question(round);
    struct reply *reply = open_reply(asked, player);
    enum asked_state verdict = reply ? asked_verdict(asked, answer) : ASKED_OPEN;
    if (verdict == ASKED_OPEN) return false;
    *reply = (struct reply){.given = *answer, .state = (uint8_t)verdict, .millis = millis};
    close_when_complete(asked);
    return true;
}

void round_pass(struct round *round, uint8_t player) {
    struct asked *asked = open_question(round);
    struct reply *reply = open_reply(asked, player);
    if (!reply) return;
    reply->state = ASKED_SKIPPED;
    close_when_complete(asked);
}

enum asked_state asked_state_of(const struct asked *asked, uint8_t player) {
    assert(player <= ROUND_PLAYERS);
    return (enum asked_state)(player ? asked->replies[player - 1].state : asked->state);
}

static uint32_t count_of(const struct round *round, uint8_t player, enum asked_state state) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < round->count; i++) found += asked_state_of(&round->asked[i], player) == state;
    return found;
}

uint32_t round_right_of(const struct round *round, uint8_t player) {
    return count_of(round, player, ASKED_RIGHT);
}

uint32_t round_answered_of(const struct round *round, uint8_t player) {
    return count_of(round, player, ASKED_RIGHT) + count_of(round, player, ASKED_WRONG);
}

uint32_t round_score_of(const struct round *round, uint8_t player) {
    return round->planned ? round_right_of(round, player) * 100 / round->planned : 0;
}
