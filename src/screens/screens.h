#ifndef ANZHI_SCREENS_SCREENS_H
#define ANZHI_SCREENS_SCREENS_H

#include "app/app.h"
#include "ui/view.h"

/* The table of screens: one file each, two functions each. */

extern const struct screen screens[SCREENS];

/* The whole frame: the screen's view, and what lies over every screen (「还在吗？」). */
void app_view(const struct app *app, const struct app_world *world, struct view *view);

#endif
