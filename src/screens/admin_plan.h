#ifndef ANZHI_SCREENS_ADMIN_PLAN_H
#define ANZHI_SCREENS_ADMIN_PLAN_H

#include "screens/desk.h"

/* What the site has planned for today, and what is done with a stick: on the operator's panel. */

void admin_plan_paint(struct view *view, const struct app *app, const struct app_world *world,
                      struct box box);
/* The keys in the upper part of the box, below them what became of it. */
void admin_stick_paint(struct view *view, const struct app_world *world, struct box box);

#endif
