#include "screens/parts.h"

/* A trainer may leave a question out; at the kiosk the way on is an answer. */
static void leave_out(struct app *app, const struct app_world *world, struct effects *effects) {
    if (!app_is_attended(app)) return;
    round_skip(&app->round);
    app_next_question(app, world, effects);
}

void question_update(struct app *app, const struct app_world *world, const struct message *message,
                     struct effects *effects) {
    switch (message->type) {
    case MSG_ANSWER:
        app_pick(app, message->value, effects);
        break;
    case MSG_UNDO:
        app_undo(app);
        break;
    case MSG_CONFIRM:
        app_confirm(app, effects);
        break;
    case MSG_REVEAL:
        app_reveal(app, effects);
        break;
    case MSG_NEXT:
        leave_out(app, world, effects);
        break;
    case MSG_FLAG:
        app_flag(app, effects);
        break;
    default:
        break;
    }
}
