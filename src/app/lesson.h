#ifndef ANZHI_APP_LESSON_H
#define ANZHI_APP_LESSON_H

#include "app/app.h"

/* A lesson before a class, at the trainer's pace: a topic, its cards, then questions about it; PageUp looks
   back at what has been shown. Everything here is of the modes with a trainer (app_is_attended). */

/* The topic that the site or the command line names, then those that have cards, in the order of the
   content; from 1. NULL: there are no more. */
const char *lesson_topic_name(const struct app *app, const struct app_world *world, uint32_t nth);
uint32_t lesson_topic_cards(const struct app *app, const struct app_world *world, const char *name);
/* Of the lesson that is on; NULL: all of them. */
const char *lesson_topic(const struct app *app, const struct app_world *world);

/* topic: 0 all, else which. The first card, or the first question where there is no card. */
void lesson_begin(struct app *app, const struct app_world *world, uint32_t topic);
/* A card on or back; after the last one the open question. */
void lesson_turn_card(struct app *app, const struct app_world *world, int32_t step);
/* Past the cards: the open question, or a new round when the last one is over. */
void lesson_ask_on(struct app *app, const struct app_world *world);
bool lesson_has_card_before(const struct app *app, const struct app_world *world);
/* Which of how many. */
uint32_t lesson_card_place(const struct app *app, const struct app_world *world, uint32_t *count);

/* One shown question further back, or from the first question to the last card. False: there is nothing. */
bool lesson_look_back(struct app *app, const struct app_world *world);
bool lesson_may_look_back(const struct app *app, const struct app_world *world);
/* The other way; false when nothing was looked back at. */
bool lesson_look_on(struct app *app);
/* Which question the reveal shows. */
uint32_t lesson_shown(const struct app *app);

/* The question that was missed twice, else the missed one that took longest. False: none was missed. */
bool lesson_hardest(const struct round *round, uint32_t *index);

#endif
