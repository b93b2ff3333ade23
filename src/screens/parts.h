#ifndef ANZHI_SCREENS_PARTS_H
#define ANZHI_SCREENS_PARTS_H

#include "app/app.h"
#include "ui/view.h"

/* The two functions of each screen, for the table in screens.c and nobody else. */

#define SCREEN_PART(name)                                                                                    \
    void name##_update(struct app *app, const struct app_world *world, const struct message *message,        \
                       struct effects *effects);                                                             \
    void name##_view(const struct app *app, const struct app_world *world, struct view *view)

SCREEN_PART(holding);
SCREEN_PART(attract);
SCREEN_PART(question);
SCREEN_PART(feedback);
SCREEN_PART(result);
SCREEN_PART(review);
SCREEN_PART(cards);
SCREEN_PART(card);
SCREEN_PART(about);
SCREEN_PART(code);
SCREEN_PART(pin);
SCREEN_PART(admin);
SCREEN_PART(duo);
SCREEN_PART(duo_feedback);
SCREEN_PART(duo_result);
void duo_review_update(struct app *app, const struct app_world *world, const struct message *message,
                       struct effects *effects); /* its view is that of review */

#undef SCREEN_PART

#endif
