#ifndef ANZHI_TESTS_SUPPORT_WATCH_DUO_H
#define ANZHI_TESTS_SUPPORT_WATCH_DUO_H

#include "support/watch_notes.h"

/* What must be true of two visitors at one screen: each answers for themselves, neither sees the other's
   answer too early, and nobody is kept waiting by one who has left. */

static inline const char *watch_new_reply(struct watch *watch, const struct app *app,
                                          const struct message *message, uint32_t player) {
    const struct asked *asked = round_current(&app->round);
    const struct reply *reply = &asked->replies[player - 1];
    uint32_t pick = reply->given.picks[0];
    if (reply->state == ASKED_SKIPPED) {
        uint64_t quiet = app->now - watch->seen_at[player - 1], least = UINT64_C(10000) << app->large;
        bool waits = watch_is_answer(asked->replies[PLAYERS - player].state);
        MUST(message->type == MSG_TICK && waits && quiet >= least &&
                 app->now - watch->replied_at[PLAYERS - player] >= least,
             "only who keeps the other waiting lets a question pass");
        return NULL;
    }
    watch->replied_at[player - 1] = app->now;
    MUST(message->type == MSG_ANSWER && message->player == player, "an answer is that of who gave it");
    MUST(reply->given.count == 1 && pick == (uint32_t)message->value, "what was picked is taken");
    MUST((reply->state == ASKED_RIGHT) == (asked->same_as[pick] == asked->same_as[asked->key.picks[0]]),
         "each is judged by the key");
    return NULL;
}

static inline const char *watch_replies(struct watch *watch, const struct app *app,
                                        const struct message *message) {
    for (uint32_t i = 0; i < app->round.count; i++)
        for (uint32_t player = 1; player <= PLAYERS; player++) {
            const struct reply *reply = &app->round.asked[i].replies[player - 1],
                               *kept = &watch->asked[i].replies[player - 1];
            bool same =
                kept->state == reply->state && !memcmp(&kept->given, &reply->given, sizeof kept->given);
            if (same) continue;
            MUST(kept->state == ASKED_OPEN && i + 1u == app->round.count, "a reply never changes");
            const char *broken = watch_new_reply(watch, app, message, player);
            if (broken) return broken;
        }
    return NULL;
}

/* Before anything is noted: somebody picks who may. */
static inline bool watch_may_reply(const struct watch *watch, const struct app *app,
                                   const struct message *message) {
    uint8_t player = message->player;
    if (watch->screen != SCREEN_DUO || watch->asking || message->type != MSG_ANSWER) return false;
    if (player == 0 || player > PLAYERS || watch_is_locked(watch, app, player)) return false;
    const struct asked *asked = &app->round.asked[watch->count - 1];
    bool open = watch->asked[watch->count - 1].replies[player - 1].state == ASKED_OPEN;
    return open && message->value >= 0 && message->value < asked->option_count;
}

static inline const char *watch_duo(struct watch *watch, const struct app *app,
                                    const struct message *message) {
    if (watch_may_reply(watch, app, message))
        MUST(watch_replied(app) > watch->replied, "each may answer, whatever the other does");
    const char *broken = watch_replies(watch, app, message);
    if (broken || app->screen != SCREEN_DUO || message->type != MSG_TICK || !watch_replied(app))
        return broken;
    uint32_t waited_for = round_current(&app->round)->replies[0].state == ASKED_OPEN ? 0 : 1;
    uint64_t since = watch->replied_at[1 - waited_for], most = UINT64_C(20000) << app->large;
    if (watch->seen_at[waited_for] > since) since = watch->seen_at[waited_for];
    MUST(app->now - since < most, "nobody waits long for one who has left");
    return NULL;
}

/* Both halves turn at once, for both. */
static inline void watch_note_turn(struct watch *watch, const struct app *app) {
    bool turned =
        app->screen != watch->screen || app->round.count != watch->count || app->round.first != watch->first;
    if (watch_is_duo(app->screen) && turned) watch_lock(watch, app, 0);
}

#endif
