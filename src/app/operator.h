#ifndef ANZHI_APP_OPERATOR_H
#define ANZHI_APP_OPERATOR_H

#include "app/app.h"

/* Who may go behind the screen. Inside app only. The state counts digits and tries; whether they are the
   right ones the host says, so that a replay tells that somebody got in and not how. */

void operator_enter(struct app *app, struct effects *effects);
void operator_hear(struct app *app, int32_t news, struct effects *effects);
void operator_remember(struct app *app, int32_t wrong);
void operator_forget(struct app *app); /* leaves: all but stopped and the wrong tries */
/* A digit follows the last one faster than the touch lock lets through. */
bool operator_is_typing(const struct app *app, const struct message *message);

#endif
