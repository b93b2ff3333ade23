#include "screens/parts.h"

/* Nothing to play, or stopped by the operator: visitors can do nothing here, and MSG_HOLD is everybody's. */
void holding_update(struct app *app, const struct app_world *world, const struct message *message,
                    struct effects *effects) {
    (void)app;
    (void)world;
    (void)message;
    (void)effects;
}
