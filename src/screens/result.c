#include "screens/parts.h"

static void review(struct app *app, int32_t which) {
    if (which < 0 || (uint32_t)which >= round_missed(&app->round)) return;
    app->review = (uint8_t)which;
    app_show(app, SCREEN_REVIEW);
}

void result_update(struct app *app, const struct app_world *world, const struct message *message,
                   struct effects *effects) {
    (void)effects;
    switch (message->type) {
    case MSG_AGAIN:
        app_new_round(app, world);
        break;
    case MSG_REVIEW:
        review(app, message->value);
        break;
    case MSG_CARDS:
        app_show(app, SCREEN_CARDS);
        break;
    case MSG_ABOUT:
        app_show(app, SCREEN_ABOUT);
        break;
    default:
        break;
    }
}
