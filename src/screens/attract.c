#include "screens/parts.h"
#include "screens/sheet.h"

enum { SHIFTS = 8 };

/* The loop begins anew: another question, another card, everything a few pixels aside. */
static void begin_loop(struct app *app, const struct app_world *world, struct effects *effects) {
    app->ui.shift = (uint8_t)((app->ui.shift + 1) % SHIFTS);
    app_attract(app, world, effects);
}

static void turn_page(struct app *app, const struct app_world *world, struct effects *effects) {
    app->attract++;
    if (app->attract == ATTRACT_CARD && !app_turn_card(app, world, 1)) app->attract++;
    if (app->attract == ATTRACT_PAGES)
        begin_loop(app, world, effects);
    else
        app->page_at = app->now;
}

/* The first touch is already an answer. */
static void answer(struct app *app, int32_t option, struct effects *effects) {
    if (app->attract != ATTRACT_QUESTION) return;
    if (app_pick(app, option, effects) && app->screen == SCREEN_ATTRACT) app_show(app, SCREEN_QUESTION);
}

void attract_update(struct app *app, const struct app_world *world, const struct message *message,
                    struct effects *effects) {
    switch (message->type) {
    case MSG_TICK:
        turn_page(app, world, effects);
        break;
    case MSG_ANSWER:
        answer(app, message->value, effects);
        break;
    case MSG_NEXT:
    case MSG_AGAIN:
        app_show(app, SCREEN_QUESTION); /* the one that is live here */
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
