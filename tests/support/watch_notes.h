#ifndef ANZHI_TESTS_SUPPORT_WATCH_NOTES_H
#define ANZHI_TESTS_SUPPORT_WATCH_NOTES_H

#include <string.h>

#include "app/app.h"

/* What the watch has seen: its notes, and what follows from them. */

struct watch_asked {
    struct answer given;
    uint8_t state, saves[1 + PLAYERS]; /* of the answer, of each reply */
    struct reply replies[PLAYERS];
};

struct watch {
    /* before the message */
    uint64_t now, page_at;
    uint32_t deck, first;
    uint8_t count, last_state, replied, draft, attract, review;
    enum screen_id screen;
    bool asking, large, flagged, unsaved, started;
    uint8_t phase;
    uint32_t wrong;
    uint64_t wait_until; /* by the watch's own count of wrong tries */
    /* noted from the messages */
    uint64_t last_human, accepted_at[1 + PLAYERS]; /* of this screen, of each of two at it */
    bool has_accepted[1 + PLAYERS];
    struct watch_asked asked[ROUND_ASKED];
    bool round_saved[1 + PLAYERS], flag_saved;
    uint64_t seen_at[PLAYERS], replied_at[PLAYERS];
    uint64_t events, screens[SCREENS], rounds, returns;
};

#define MUST(condition, promise)                                                                             \
    do {                                                                                                     \
        if (!(condition)) return promise;                                                                    \
    } while (0)

static inline uint8_t watch_last_state(const struct app *app) {
    return app->round.count ? app->round.asked[app->round.count - 1].state : ASKED_SKIPPED;
}

/* How many of two are done with the last question. */
static inline uint8_t watch_replied(const struct app *app) {
    const struct asked *last = round_current(&app->round);
    uint8_t replied = 0;
    for (uint32_t i = 0; i < PLAYERS && last; i++) replied += last->replies[i].state != ASKED_OPEN;
    return replied;
}

static inline bool watch_is_duo(enum screen_id screen) {
    return screen == SCREEN_DUO || screen == SCREEN_DUO_FEEDBACK || screen == SCREEN_DUO_RESULT ||
           screen == SCREEN_DUO_REVIEW;
}

static inline void watch_before(struct watch *watch, const struct app *app) {
    watch->now = app->now;
    watch->page_at = app->page_at;
    watch->deck = app->deck;
    watch->first = app->round.first;
    watch->count = app->round.count;
    watch->last_state = watch_last_state(app);
    watch->replied = watch_replied(app);
    watch->draft = app->draft.count;
    watch->attract = app->attract;
    watch->review = app->review;
    watch->screen = app->screen;
    watch->asking = app->asking;
    watch->large = app->large;
    watch->flagged = app->flagged;
    watch->unsaved = app->unsaved;
    watch->started = app->started;
    watch->phase = app->operated.phase;
}

static inline bool watch_is_accepted_start(const struct message *message) {
    return message->type == MSG_START && message->value >= 0 && message->value < MODES;
}

/* Whoever comes to attract, sees its loop begin again, or asks for a round from outside of one gets a new
 * one. */
static inline bool watch_wants_new_round(const struct watch *watch, const struct app *app,
                                         const struct message *message) {
    bool outside = watch->screen != SCREEN_ATTRACT && watch->screen != SCREEN_QUESTION &&
                   watch->screen != SCREEN_FEEDBACK && watch->screen != SCREEN_DUO &&
                   watch->screen != SCREEN_DUO_FEEDBACK;
    if (app_is_attended(app) && watch->screen == SCREEN_CARD) outside = false; /* cards of the lesson */
    bool loops =
        watch->screen == SCREEN_ATTRACT && watch->attract != ATTRACT_QUESTION && message->type == MSG_TICK;
    if (app->screen == SCREEN_QUESTION || app->screen == SCREEN_DUO) return outside;
    if (app->screen != SCREEN_ATTRACT) return false;
    return watch->screen != SCREEN_ATTRACT || (loops && app->attract == ATTRACT_QUESTION);
}

static inline bool watch_is_new_round(const struct watch *watch, const struct app *app,
                                      const struct message *message) {
    return watch_is_accepted_start(message) || app->round.first != watch->first ||
           app->round.count < watch->count || watch_wants_new_round(watch, app, message);
}

/* At the end of time no lock ends, so there is none. */
static inline bool watch_is_locked(const struct watch *watch, const struct app *app, uint8_t player) {
    bool all = watch->has_accepted[0] && app->now - watch->accepted_at[0] < 300;
    bool own = watch->has_accepted[player] && app->now - watch->accepted_at[player] < 300;
    return (all || own) && app->now < UINT64_MAX;
}

static inline void watch_lock(struct watch *watch, const struct app *app, uint8_t player) {
    watch->accepted_at[player] = app->now;
    watch->has_accepted[player] = true;
}

static inline bool watch_is_answer(uint32_t state) {
    return state == ASKED_RIGHT || state == ASKED_WRONG;
}

#endif
