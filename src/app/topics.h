#ifndef ANZHI_APP_TOPICS_H
#define ANZHI_APP_TOPICS_H

#include "app/app.h"

/* The cards of today by their topics: index in the content's topics. A topic none of whose cards may be shown
   is passed over by everybody. */

uint32_t topics_count(const struct app *app, const struct app_world *world); /* that have cards */
uint32_t topic_cards(const struct app *app, const struct app_world *world, uint32_t topic);
/* Its next card beyond this one, which need not be one of its own; -1: no card that way. */
int32_t topic_card(const struct app *app, const struct app_world *world, uint32_t topic, int32_t from,
                   int32_t step);
/* Which of its topic's cards this is, from 1. */
uint32_t topic_place(const struct app *app, const struct app_world *world, uint32_t card);

#endif
