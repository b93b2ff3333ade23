#include "screens/parts.h"

static void turn(struct app *app, const struct app_world *world, int32_t step) {
    if (app_turn_card(app, world, step)) app_show(app, SCREEN_CARD);
}

void card_update(struct app *app, const struct app_world *world, const struct message *message,
                 struct effects *effects) {
    (void)effects;
    switch (message->type) {
    case MSG_TURN:
        turn(app, world, message->value);
        break;
    case MSG_NEXT:
        turn(app, world, 1);
        break;
    case MSG_CARDS:
        app_show(app, SCREEN_CARDS);
        break;
    case MSG_AGAIN: /* 「考考我」 */
        app_new_round(app, world);
        break;
    default:
        break;
    }
}
