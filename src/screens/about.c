#include "screens/parts.h"

void about_update(struct app *app, const struct app_world *world, const struct message *message,
                  struct effects *effects) {
    (void)effects;
    switch (message->type) {
    case MSG_CARDS:
        app_show(app, SCREEN_CARDS);
        break;
    case MSG_AGAIN:
        app_new_round(app, world);
        break;
    default: /* home is everybody's */
        break;
    }
}
