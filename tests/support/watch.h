#ifndef ANZHI_TESTS_SUPPORT_WATCH_H
#define ANZHI_TESTS_SUPPORT_WATCH_H

#include "support/watch_duo.h"

/* What must be true after every message, whatever the message was. The watch keeps its own notes of what it
   saw, and believes the state only where that agrees with them. Each broken promise has a name; NULL is none.
 */

/* Time */

static inline const char *watch_time(const struct watch *watch, const struct app *app,
                                     const struct message *message) {
    uint64_t later = message->time > watch->now ? message->time : watch->now;
    MUST(app->now == later, "time goes on and never back");
    MUST(app->fed_at <= app->now && app->page_at <= app->now, "nothing happened in the future");
    return NULL;
}

/* The page */

static inline bool watch_may_ask(enum screen_id screen) {
    return screen == SCREEN_QUESTION || screen == SCREEN_REVIEW || screen == SCREEN_CARDS ||
           screen == SCREEN_CARD || screen == SCREEN_ABOUT || screen == SCREEN_CODE || screen == SCREEN_DUO ||
           screen == SCREEN_DUO_REVIEW;
}

static inline const char *watch_page(const struct app *app, const struct app_world *world) {
    const struct asked *last = round_current(&app->round);
    bool open = last && last->state == ASKED_OPEN;
    MUST((uint32_t)app->screen < SCREENS, "the screen is one of the table");
    MUST(app->attract < ATTRACT_PAGES, "the attract page is one of five");
    MUST(!app->asking || watch_may_ask(app->screen), "still there? is asked only where somebody waits");
    MUST(app->revealed == (app->screen == SCREEN_FEEDBACK || app->screen == SCREEN_DUO_FEEDBACK),
         "the key is seen on the feedback and nowhere else");
    if (app->screen == SCREEN_QUESTION || app->screen == SCREEN_ATTRACT || app->screen == SCREEN_DUO)
        MUST(open, "there is a question to answer");
    if (app->screen == SCREEN_DUO_FEEDBACK)
        MUST(watch_replied(app) == PLAYERS, "no answer is seen before both have answered");
    if (app->screen != SCREEN_HOLDING && !app_is_operated(app))
        MUST(app->round.for_two == watch_is_duo(app->screen), "a round for two is on the screens for two");
    MUST(app->back < (app->round.count ? app->round.count : 1), "only what was asked is looked back at");
    MUST(!app->back || (app->screen == SCREEN_FEEDBACK && app_is_attended(app)), "only a class looks back");
    if (app->screen == SCREEN_FEEDBACK && !app->back) MUST(last && !open, "feedback is about an answer");
    if (app->screen == SCREEN_CARD) MUST(app_shows_card(app, world, app->card), "the card may be shown");
    if (app->screen == SCREEN_REVIEW || app->screen == SCREEN_DUO_REVIEW)
        MUST(app->review < round_missed(&app->round), "the question under review was missed");
    if (app->screen == SCREEN_ATTRACT) MUST(!app->unsaved, "attract tells nothing of the visitor before");
    return NULL;
}

static inline const char *watch_draft(const struct app *app) {
    const struct asked *last = round_current(&app->round);
    uint32_t seen = 0;
    if (app->draft.count == 0) return NULL;
    MUST(app->draft.count <= QUESTION_PICKS, "a draft has at most eight picks");
    MUST(last && last->state == ASKED_OPEN && app->screen != SCREEN_ATTRACT,
         "a draft belongs to an open question");
    for (uint32_t i = 0; i < app->draft.count; i++) {
        MUST(app->draft.picks[i] < last->option_count, "a pick is an option");
        MUST(!(seen >> app->draft.picks[i] & 1), "an option is picked once");
        seen |= 1u << app->draft.picks[i];
    }
    return NULL;
}

/* The round */

static inline const char *watch_round(const struct watch *watch, const struct app *app) {
    const struct round *round = &app->round;
    uint32_t right = 0;
    MUST(round->count <= ROUND_ASKED && round->planned <= ROUND_QUESTIONS, "a round has an end");
    for (uint32_t i = 0; i < round->count; i++) {
        const struct asked *asked = &round->asked[i];
        const struct watch_asked *kept = &watch->asked[i];
        MUST((i < round->planned) == (asked->return_of == 0),
             "what comes after the planned questions is a return");
        MUST(asked->state != ASKED_OPEN || i + 1u == round->count, "only the last question is open");
        if (kept->state != ASKED_OPEN) {
            MUST(asked->state == kept->state, "a verdict never changes");
            MUST(!memcmp(&asked->given, &kept->given, sizeof kept->given), "an answer never changes");
        }
        right += asked->state == ASKED_RIGHT && i < round->planned;
    }
    uint32_t score = round_score(round);
    MUST(score <= 100 && score == (round->planned ? right * 100 / round->planned : 0),
         "the score counts planned questions that were right at first");
    return NULL;
}

static inline const char *watch_deck(const struct watch *watch, const struct app *app,
                                     const struct message *message) {
    if (!app->started || watch_is_accepted_start(message)) return NULL;
    MUST(app->deck == app->round.next, "the deck stands where the round has drawn to");
    MUST(app->deck >= watch->deck, "the deck goes on");
    if (watch_is_new_round(watch, app, message)) {
        MUST(app->round.first == watch->deck, "a round begins where the last one ended");
        MUST(app->deck > watch->deck, "what was shown is not drawn again");
        MUST(!app->unsaved && !app->flagged, "a new round knows nothing of the last visitor");
    }
    return NULL;
}

static inline const char *watch_new_question(const struct watch *watch, const struct app *app,
                                             const struct message *message) {
    bool drawn = app->round.count > watch->count || watch_is_new_round(watch, app, message);
    if (drawn) MUST(app->draft.count == 0, "a new question has no picks");
    if (drawn) MUST(!app->flagged, "a new question is not reported yet");
    return NULL;
}

/* The operator */

static inline const char *watch_operator(const struct watch *watch, const struct app *app,
                                         const struct message *message, const struct effects *effects) {
    bool arrived = app->screen == SCREEN_ADMIN && watch->screen != SCREEN_ADMIN;
    bool told = message->type == MSG_PIN && watch->screen == SCREEN_PIN &&
                ((message->value == PIN_RIGHT && watch->phase == PIN_CHECKING) ||
                 (message->value == PIN_KEPT && watch->phase == PIN_KEEPING));
    MUST(!arrived || told, "nobody is at the panel without the PIN");
    bool opened = app->screen == SCREEN_PIN && watch->screen != SCREEN_PIN;
    MUST(!opened || message->type == MSG_OPERATOR || watch->screen == SCREEN_ADMIN,
         "only the gesture opens the PIN pad");
    for (uint32_t i = 0; i < effects->count; i++) {
        const struct effect *effect = &effects->list[i];
        if (effect->type == EFFECT_QUIT)
            MUST(watch->screen == SCREEN_ADMIN && message->type == MSG_CONTROL,
                 "the program ends by the panel only");
        if (effect->type == EFFECT_CHECK_PIN)
            MUST(watch->screen == SCREEN_PIN && app->now >= watch->wait_until,
                 "no PIN is tried while it must be waited");
    }
    MUST(app->operated.count < PIN_DIGITS, "a PIN that is complete is checked");
    MUST(app->screen != SCREEN_ATTRACT || !app->operated.stopped, "what the operator stopped stays stopped");
    if (!app_is_operated(app))
        for (uint32_t i = 0; i < PIN_DIGITS; i++)
            MUST(!app->operated.digits[i] && !app->operated.again[i], "no digit outlives the PIN pad");
    return NULL;
}

/* Visitors who are not there, and such as touch twice */

static inline const char *watch_idle(const struct watch *watch, const struct app *app,
                                     const struct message *message) {
    uint64_t quiet = app->now - watch->last_human;
    bool home = watch->screen != SCREEN_ATTRACT && app->screen == SCREEN_ATTRACT;
    if (app->asking && !watch->asking)
        MUST(message->type == MSG_TICK && quiet >= UINT64_C(30000) << app->large,
             "nobody is asked while they do something");
    if (home && message->type == MSG_TICK)
        MUST(quiet >= 20000, "nobody is sent away while they do something");
    if (watch->screen == SCREEN_FEEDBACK && app->screen != SCREEN_FEEDBACK && message->type == MSG_TICK)
        MUST(quiet >= 6000, "feedback stays until it can have been read");
    if (watch->screen == SCREEN_DUO_FEEDBACK && app->screen != SCREEN_DUO_FEEDBACK &&
        message->type == MSG_TICK)
        MUST(quiet >= 6000 && app->now - watch->page_at >= 6000,
             "feedback stays until both can have read it");
    if (home) MUST(!app->large, "large letters end with the visitor");
    return NULL;
}

static inline bool watch_is_same_page(const struct watch *watch, const struct app *app) {
    return watch_replied(app) == watch->replied && app->screen == watch->screen &&
           app->round.count == watch->count && app->round.first == watch->first &&
           watch_last_state(app) == watch->last_state && app->draft.count == watch->draft &&
           app->large == watch->large && app->asking == watch->asking && app->flagged == watch->flagged &&
           app->attract == watch->attract && app->review == watch->review && app->page_at == watch->page_at;
}

static inline const char *watch_ignored(struct watch *watch, const struct app *app,
                                        const struct message *message) {
    uint8_t player = message->player;
    if (!message_is_human(message->type)) return NULL;
    if (player != 0 && (player > PLAYERS || !watch_is_duo(watch->screen))) {
        MUST(watch_is_same_page(watch, app), "others have no part in this screen's round");
        return NULL;
    }
    watch->last_human = app->now;
    if (player) watch->seen_at[player - 1] = app->now;
    if (watch->screen == SCREEN_PIN && (message->type == MSG_DIGIT || message->type == MSG_UNDO))
        return NULL; /* typed faster than touched */
    if (watch->screen == SCREEN_HOLDING) {
        MUST(app->screen == SCREEN_HOLDING, "a held screen does nothing");
        return NULL;
    }
    if (watch_is_locked(watch, app, player))
        MUST(watch_is_same_page(watch, app), "a second touch within 300 ms does nothing");
    else
        watch_lock(watch, app, player);
    if (watch->asking)
        MUST(!app->asking && app->screen == watch->screen, "any touch says: I am here, and nothing else");
    return NULL;
}

/* Effects */

static inline const char *watch_save(struct watch *watch, const struct app *app,
                                     const struct effect *effect) {
    if (effect->type == EFFECT_SAVE_ANSWER) {
        MUST(effect->value >= 0 && effect->value < app->round.count, "what is saved was asked");
        MUST(effect->player <= PLAYERS && (effect->player > 0) == app->round.for_two, "who answered is told");
        MUST(++watch->asked[effect->value].saves[effect->player] == 1, "an answer is saved once");
    }
    if (effect->type == EFFECT_SAVE_ROUND) {
        MUST(effect->player <= PLAYERS && !watch->round_saved[effect->player], "a round is saved once");
        watch->round_saved[effect->player] = true;
    }
    if (effect->type == EFFECT_SAVE_FLAG) {
        MUST(!watch->flag_saved, "a report is saved once");
        watch->flag_saved = true;
    }
    return NULL;
}

/* Those that save a round belong to the one that is left, the others to what is there now. */
static inline const char *watch_effects(struct watch *watch, const struct app *app,
                                        const struct effects *effects, bool of_the_round) {
    bool resting =
        app->screen == SCREEN_ATTRACT || app->screen == SCREEN_HOLDING || app->screen == SCREEN_ADMIN;
    MUST(effects->count <= EFFECTS_AT_ONCE, "effects are bounded");
    for (uint32_t i = 0; i < effects->count; i++) {
        const struct effect *effect = &effects->list[i];
        MUST((uint32_t)effect->type < EFFECT_TYPES, "an effect is one of the table");
        if ((effect->type == EFFECT_SAVE_ROUND) != of_the_round) continue;
        const char *broken = watch_save(watch, app, effect);
        if (broken) return broken;
        if (effect->type == EFFECT_RELOAD) MUST(resting, "content changes on attract only");
    }
    return NULL;
}

/* Every third wrong try is followed by half a minute at least. */
static inline void watch_note_tries(struct watch *watch, const struct app *app,
                                    const struct message *message) {
    bool checked = message->type == MSG_PIN && watch->screen == SCREEN_PIN && watch->phase == PIN_CHECKING;
    if (checked && message->value == PIN_WRONG && ++watch->wrong % PIN_TRIES == 0)
        watch->wait_until = app->now < UINT64_MAX - 30000 ? app->now + 30000 : 0;
    bool before = watch->screen != SCREEN_PIN && watch->screen != SCREEN_ADMIN && !watch->wrong;
    if (message->type == MSG_TRIES && message->value > 0 && before && watch->started) {
        watch->wrong = message->value < UINT16_MAX ? (uint32_t)message->value : UINT16_MAX;
        if (watch->wrong % PIN_TRIES == 0)
            watch->wait_until = app->now < UINT64_MAX - 30000 ? app->now + 30000 : 0;
    }
    if (app->screen == SCREEN_ADMIN) watch->wrong = 0;
    if (app->screen == SCREEN_ADMIN) watch->wait_until = 0;
}

/* Notes for the next message */

static inline const char *watch_note_answers(struct watch *watch, const struct app *app) {
    for (uint32_t i = 0; i < app->round.count; i++) {
        const struct asked *asked = &app->round.asked[i];
        bool answered = asked->state == ASKED_RIGHT || asked->state == ASKED_WRONG;
        if (answered) MUST(watch->asked[i].saves[0] == 1, "every answer is saved");
        for (uint32_t k = 0; k < PLAYERS; k++) {
            if (watch_is_answer(asked->replies[k].state))
                MUST(watch->asked[i].saves[k + 1] == 1, "every reply is saved");
            watch->asked[i].replies[k] = asked->replies[k];
        }
        watch->asked[i].state = asked->state;
        watch->asked[i].given = asked->given;
    }
    return NULL;
}

static inline const char *watch_leave_round(struct watch *watch) {
    uint32_t answered[1 + PLAYERS] = {0};
    for (uint32_t i = 0; i < watch->count; i++) {
        answered[0] += watch_is_answer(watch->asked[i].state);
        for (uint32_t k = 0; k < PLAYERS; k++)
            answered[k + 1] += watch_is_answer(watch->asked[i].replies[k].state);
    }
    for (uint32_t k = 0; k <= PLAYERS; k++)
        MUST(answered[k] == 0 || watch->round_saved[k], "a round that was answered is saved");
    memset(watch->asked, 0, sizeof watch->asked);
    memset(watch->round_saved, 0, sizeof watch->round_saved);
    watch->flag_saved = false;
    watch->rounds++;
    return NULL;
}

static inline const char *watch_news(const struct watch *watch, const struct app *app,
                                     const struct message *message) {
    if (message->type != MSG_UNSAVED || !watch->started) return NULL;
    bool tells =
        app->screen != SCREEN_ATTRACT && app->screen != SCREEN_HOLDING && round_answered(&app->round) > 0;
    MUST(!tells || app->unsaved, "a failed save is told");
    return NULL;
}

/* A start begins everything; a page that turned by itself is locked as if it had been touched. */
static inline void watch_note_news(struct watch *watch, const struct app *app,
                                   const struct message *message) {
    bool turned =
        message->type == MSG_TICK && watch->screen == SCREEN_FEEDBACK && app->screen != SCREEN_FEEDBACK;
    if (watch_is_accepted_start(message)) watch->last_human = app->now;
    if (watch_is_accepted_start(message)) memset(watch->has_accepted, 0, sizeof watch->has_accepted);
    bool let_in = !message_is_human(message->type) && app_is_operated(app) &&
                  app->screen != watch->screen; /* the fingers are on the glass still */
    turned = turned || let_in;
    if (turned) watch_lock(watch, app, 0);
    if (app->round.count > watch->count) watch->flag_saved = false;
}

#define WATCH(call)                                                                                          \
    do {                                                                                                     \
        const char *broken_ = (call);                                                                        \
        if (broken_) return broken_;                                                                         \
    } while (0)

/* After a message: the promise that was broken, or NULL. */
static inline const char *watch_after(struct watch *watch, const struct app *app,
                                      const struct app_world *world, const struct message *message,
                                      const struct effects *effects) {
    watch->events++;
    if (!app->started) return NULL; /* then nothing has happened, time neither */
    WATCH(watch_time(watch, app, message));
    watch_note_news(watch, app, message);
    WATCH(watch_effects(watch, app, effects, true));
    if (watch_is_new_round(watch, app, message)) WATCH(watch_leave_round(watch));
    WATCH(watch_effects(watch, app, effects, false));
    WATCH(watch_page(app, world));
    WATCH(watch_draft(app));
    WATCH(watch_round(watch, app));
    WATCH(watch_deck(watch, app, message));
    WATCH(watch_new_question(watch, app, message));
    WATCH(watch_idle(watch, app, message));
    WATCH(watch_operator(watch, app, message, effects));
    WATCH(watch_duo(watch, app, message));
    WATCH(watch_ignored(watch, app, message));
    watch_note_turn(watch, app);
    WATCH(watch_news(watch, app, message));
    WATCH(watch_note_answers(watch, app));
    watch_note_tries(watch, app, message);
    watch->screens[app->screen]++;
    watch->returns += app->round.count > watch->count && app->round.count > app->round.planned;
    return NULL;
}

#endif
