#ifndef ANZHI_SCREENS_RESULT_FIGURE_H
#define ANZHI_SCREENS_RESULT_FIGURE_H

#include "quiz/round.h"
#include "ui/widgets.h"
#include "ui/words.h"

/* What a round came to, as a figure: a side of the ring per question, or a house of windows when there are
 * more than five. */

struct score_figure {
    enum wedge_state wedges[ROUND_QUESTIONS];
    struct str tags[5]; /* what each question was about, in a word */
    uint32_t count, score;
};

/* Gives the questions their words. */
void score_figure_name(struct score_figure *figure, const struct round *round, struct quiz *quiz,
                       struct arena *arena);
void score_figure_paint(struct view *view, const struct score_figure *figure, struct box box);
void own_house_paint(struct view *view, int32_t middle, int32_t street, uint32_t lit, uint32_t count);

#endif
