#ifndef ANZHI_TESTS_SUPPORT_PLANTED_DUO_H
#define ANZHI_TESTS_SUPPORT_PLANTED_DUO_H

#include "app/duo.h"
#include "support/plant.h"

/* Bugs of the screens for two. */

PLANT(answer_is_taken_for_the_other) {
    struct message other = *message;
    if (message->type == MSG_ANSWER && message->player) other.player = (uint8_t)(3 - message->player);
    app_update(app, world, &other, effects);
}

PLANT(answer_is_seen_too_early) {
    app_update(app, world, message, effects);
    if (duo_awaited(app)) app->screen = SCREEN_DUO_FEEDBACK;
}

PLANT(key_is_seen_while_one_thinks) {
    app_update(app, world, message, effects);
    if (duo_awaited(app)) app->revealed = true;
}

PLANT(one_who_left_stalls_the_other) {
    if (message->type == MSG_TICK && duo_awaited(app))
        app->seats[duo_awaited(app) - 1].seen_at = message->time;
    app_update(app, world, message, effects);
}

PLANT(slow_one_is_passed_over) {
    if (message->type == MSG_TICK && duo_awaited(app) && message->time > duo_waits_since(app) + 6000)
        memset(app->seats, 0, sizeof app->seats);
    app_update(app, world, message, effects);
}

PLANT(let_pass_is_wrong) {
    bool waits = duo_awaited(app);
    app_update(app, world, message, effects);
    if (!waits || app->screen != SCREEN_DUO_FEEDBACK || message->type != MSG_TICK) return;
    for (uint32_t i = 0; i < PLAYERS; i++) {
        struct reply *reply = &app->round.asked[app->round.count - 1].replies[i];
        if (reply->state == ASKED_SKIPPED) reply->state = ASKED_WRONG;
    }
}

PLANT(second_thought_replaces_the_answer) {
    struct asked *last = app->round.count ? &app->round.asked[app->round.count - 1] : NULL;
    uint8_t player = message->player;
    app_update(app, world, message, effects);
    bool again = app->screen == SCREEN_DUO && message->type == MSG_ANSWER && player && player <= PLAYERS &&
                 last->replies[player - 1].state != ASKED_OPEN && message->value >= 0 && message->value < 3;
    if (again) last->replies[player - 1].given.picks[0] = (uint8_t)message->value;
}

PLANT(one_lock_is_for_both) {
    app_update(app, world, message, effects);
    uint64_t *first = &app->seats[0].locked_until, *second = &app->seats[1].locked_until;
    if (*first > *second) *second = *first;
    *first = *second;
}

PLANT(second_reply_is_not_saved) {
    app_update(app, world, message, effects);
    if (message->player == 2) planted_remove(effects, EFFECT_SAVE_ANSWER);
}

PLANT(only_one_round_is_saved) {
    app_update(app, world, message, effects);
    for (uint32_t i = 0; i < effects->count; i++)
        if (effects->list[i].type == EFFECT_SAVE_ROUND && effects->list[i].player == 2)
            effects->list[i].player = 1;
}

PLANT(player_is_not_told_to_the_store) {
    app_update(app, world, message, effects);
    for (uint32_t i = 0; i < effects->count; i++)
        if (effects->list[i].type == EFFECT_SAVE_ANSWER) effects->list[i].player = 0;
}

PLANT(round_for_two_is_left_behind) {
    app_update(app, world, message, effects);
    if (message->type == MSG_HOME && app->screen == SCREEN_ATTRACT) app->round.for_two = true;
}

#endif
