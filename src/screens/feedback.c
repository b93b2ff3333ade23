#include "screens/parts.h"

/* Moves on by itself, and then whoever is reading gets the full time again; a touch that was meant for this
   page is not an answer to the next one. */
static void move_on(struct app *app, const struct app_world *world, struct effects *effects) {
    app_next_question(app, world, effects);
    app->fed_at = app->now;
    app_lock(app);
}

static void next(struct app *app, const struct app_world *world, struct effects *effects) {
    app_next_question(app, world, effects);
    if (app->screen == SCREEN_QUESTION) effect_add(effects, EFFECT_SOUND, SOUND_NEXT);
}

void feedback_update(struct app *app, const struct app_world *world, const struct message *message,
                     struct effects *effects) {
    switch (message->type) {
    case MSG_TICK:
        move_on(app, world, effects);
        break;
    case MSG_NEXT:
        next(app, world, effects);
        break;
    case MSG_FLAG:
        app_flag(app, effects);
        break;
    default:
        break;
    }
}
