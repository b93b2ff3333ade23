#include "screens/parts.h"

/* 「记住了」: the next missed question, and after the last one the result again. */
static void next(struct app *app) {
    if (app->review + 1u >= round_missed(&app->round)) {
        app_show(app, SCREEN_RESULT);
        return;
    }
    app->review++;
    app_show(app, SCREEN_REVIEW);
}

static void turn(struct app *app, int32_t step) {
    if (step > 0) next(app);
    if (step < 0 && app->review > 0) app->review--;
}

void review_update(struct app *app, const struct app_world *world, const struct message *message,
                   struct effects *effects) {
    (void)effects;
    switch (message->type) {
    case MSG_NEXT:
        next(app);
        break;
    case MSG_TURN:
        turn(app, message->value);
        break;
    case MSG_AGAIN:
        app_new_round(app, world);
        break;
    case MSG_CARDS:
        app_show(app, SCREEN_CARDS);
        break;
    case MSG_CARD:
        app_open_card(app, world, message->value);
        break;
    default:
        break;
    }
}
