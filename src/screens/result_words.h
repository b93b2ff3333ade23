#ifndef ANZHI_SCREENS_RESULT_WORDS_H
#define ANZHI_SCREENS_RESULT_WORDS_H

#include "app/app.h"
#include "base/arena.h"

/* What is said of a round that is over, by the screen that shows it and by the code that a telephone reads.
   Nothing of it is about the person. */

/* 五扇窗，点亮了四扇 */
struct str result_windows(const struct app *app, struct arena *arena);
/* A card with a sentence to take along, another one each round. NULL: there is none. */
const struct card *result_card(const struct app *app, const struct app_world *world);
/* Score and badge, the windows, the sentence, the one thing to do today: a line each. */
struct str result_text(const struct app *app, const struct app_world *world, struct arena *arena);

#endif
