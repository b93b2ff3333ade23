#include "screens/parts.h"

void cards_update(struct app *app, const struct app_world *world, const struct message *message,
                  struct effects *effects) {
    (void)effects;
    switch (message->type) {
    case MSG_CARD:
        app_open_card(app, world, message->value);
        break;
    case MSG_AGAIN:
        app_new_round(app, world);
        break;
    case MSG_ABOUT:
        app_show(app, SCREEN_ABOUT);
        break;
    default:
        break;
    }
}
