#include "app/duo.h"

#include <string.h>

_Static_assert((int)PLAYERS == (int)ROUND_PLAYERS, "everybody at the screen has replies");

bool duo_is_on(const struct app *app) {
    return app->screen == SCREEN_DUO || app->screen == SCREEN_DUO_FEEDBACK ||
           app->screen == SCREEN_DUO_RESULT || app->screen == SCREEN_DUO_REVIEW;
}

struct seat *duo_seat(struct app *app, uint8_t player) {
    return player && player <= PLAYERS ? &app->seats[player - 1] : NULL;
}

void duo_show(struct app *app, enum screen_id screen) {
    app_show(app, screen);
    app_lock(app);
}

void duo_begin(struct app *app) {
    memset(app->seats, 0, sizeof app->seats);
    round_share(&app->round);
    duo_show(app, SCREEN_DUO);
}

void duo_again(struct app *app, const struct app_world *world) {
    if (app_begin_round(app, world))
        duo_begin(app);
    else
        app_show(app, SCREEN_HOLDING);
}

/* What was lit counts from now on, for then it is seen. */
static void reveal(struct app *app, struct effects *effects) {
    const struct asked *asked = round_current(&app->round);
    uint32_t right = 0;
    for (uint8_t player = 1; player <= (uint8_t)PLAYERS; player++)
        right += asked_state_of(asked, player) == ASKED_RIGHT;
    app->figures.right_answers += right;
    effect_add(effects, EFFECT_SOUND, right ? SOUND_RIGHT : SOUND_NOTED);
    duo_show(app, SCREEN_DUO_FEEDBACK);
}

void duo_pick(struct app *app, uint8_t player, int32_t option, struct effects *effects) {
    const struct asked *asked = round_current(&app->round);
    if (!asked || option < 0 || option >= asked->option_count) return;
    struct answer answer = {1, {(uint8_t)option}};
    if (!round_reply(&app->round, player, &answer, app_millis_on_page(app))) return;
    app->seats[player - 1].replied_at = app->now;
    effect_add_for(effects, player, EFFECT_SAVE_ANSWER, app->round.count - 1);
    if (asked->state == ASKED_OPEN)
        effect_add(effects, EFFECT_SOUND, SOUND_TOUCH);
    else
        reveal(app, effects);
}

void duo_stop_waiting(struct app *app, struct effects *effects) {
    round_pass(&app->round, duo_awaited(app));
    app->fed_at = app->now; /* who waited has time to read */
    reveal(app, effects);
}

void duo_save_rounds(const struct app *app, bool left, struct effects *effects) {
    for (uint8_t player = 1; player <= (uint8_t)PLAYERS; player++)
        if (round_answered_of(&app->round, player)) effect_add_for(effects, player, EFFECT_SAVE_ROUND, left);
}

static void finish(struct app *app, struct effects *effects) {
    for (uint8_t player = 1; player <= (uint8_t)PLAYERS; player++)
        app->figures.rounds += round_answered_of(&app->round, player) > 0;
    duo_show(app, SCREEN_DUO_RESULT);
    duo_save_rounds(app, false, effects);
    effect_add(effects, EFFECT_FIGURES, 0);
    effect_add(effects, EFFECT_SOUND, SOUND_RESULT);
}

void duo_next(struct app *app, const struct app_world *world, struct effects *effects) {
    if (app_draw_question(app, world))
        duo_show(app, SCREEN_DUO);
    else
        finish(app, effects);
}

static const struct reply *reply_of(const struct asked *asked, uint8_t player) {
    return &asked->replies[player - 1];
}

static uint8_t other(uint8_t player) {
    return (uint8_t)(PLAYERS + 1 - player);
}

uint8_t duo_awaited(const struct app *app) {
    const struct asked *asked = round_current(&app->round);
    if (app->screen != SCREEN_DUO || !asked) return 0;
    for (uint8_t player = 1; player <= (uint8_t)PLAYERS; player++) {
        bool open = reply_of(asked, player)->state == ASKED_OPEN;
        if (open && reply_of(asked, other(player))->state != ASKED_OPEN) return player;
    }
    return 0;
}

uint64_t duo_waits_since(const struct app *app) {
    uint8_t player = duo_awaited(app);
    uint64_t replied = app->seats[other(player) - 1].replied_at, seen = app->seats[player - 1].seen_at;
    return seen > replied ? seen : replied;
}

bool duo_seems_gone(const struct app *app) {
    uint8_t player = duo_awaited(app);
    if (app->round.count < 2) return false;
    const struct asked *last = &app->round.asked[app->round.count - 2];
    return reply_of(last, player)->state == ASKED_SKIPPED && app->seats[player - 1].seen_at < app->page_at;
}
