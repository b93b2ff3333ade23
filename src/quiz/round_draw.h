#ifndef ANZHI_QUIZ_ROUND_DRAW_H
#define ANZHI_QUIZ_ROUND_DRAW_H

#include "quiz/round.h"

/* Which question comes next: the deck, what fits, and how a missed fact comes back. Inside quiz only. Each
   question is drawn when it is reached, so that beginning a round costs one question and not five. */

bool draw_planned(struct round *round, struct quiz *quiz);
/* The next missed fact in other words. False when there is none left. */
bool draw_return(struct round *round, struct quiz *quiz);
/* Whether a return is still due, without making it. */
bool return_is_due(const struct round *round);

struct question_limits round_limits(enum mode mode);
uint64_t round_question_seed(const struct round *round, const struct asked *asked);

#endif
