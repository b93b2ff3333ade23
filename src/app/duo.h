#ifndef ANZHI_APP_DUO_H
#define ANZHI_APP_DUO_H

#include "app/app.h"

/* 双人: two visitors side by side at one screen. Both are asked the same, each answers in their own half, and
   nothing of an answer is shown before both have answered. Whoever keeps the other waiting for too long lets
   this question pass. Inside app and the duo screens only. */

bool duo_is_on(const struct app *app); /* one of the screens for two is up */
/* Player 1 or 2 of a message that takes part; NULL for the screen's own. */
struct seat *duo_seat(struct app *app, uint8_t player);

/* Both halves turn at once, so no touch that was meant for the page before counts, whoever made it. */
void duo_show(struct app *app, enum screen_id screen);
void duo_begin(struct app *app); /* with the question that is open */
void duo_again(struct app *app, const struct app_world *world);
void duo_pick(struct app *app, uint8_t player, int32_t option, struct effects *effects);
void duo_next(struct app *app, const struct app_world *world, struct effects *effects);
/* Nobody is kept waiting any longer: who has not answered lets the question pass. */
void duo_stop_waiting(struct app *app, struct effects *effects);

/* For whom the other one waits, having answered; 0: nobody waits. */
uint8_t duo_awaited(const struct app *app);
/* The later of the other's answer and this one's last sign. */
uint64_t duo_waits_since(const struct app *app);
/* The one that is waited for let the last question pass too, and has given no sign since. */
bool duo_seems_gone(const struct app *app);

/* A row for everybody who answered anything; left: before the end. */
void duo_save_rounds(const struct app *app, bool left, struct effects *effects);

#endif
