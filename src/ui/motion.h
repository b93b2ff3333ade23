#ifndef ANZHI_UI_MOTION_H
#define ANZHI_UI_MOTION_H

#include "ui/view.h"

/* Motion is data: a frame is a function of the state and of how long ago things happened, and what moves asks
   here how far it has come. A view without a motion (pictures, tests, reduced motion) is at rest. Asking also
   tells the host when the picture changes next, so that it paints while something moves and sleeps when
   nothing does. Touch regions never move. */

enum motion_clock {
    MOTION_PAGE,   /* since the page came up */
    MOTION_ASKING, /* since 「还在吗？」 came up */
    MOTION_CITY,   /* since the city began to light what was answered */
    MOTION_TOUCH,  /* since a finger came down: the last few times */
    MOTION_CLOCKS = MOTION_TOUCH + 3
};

enum {
    MOTION_WHOLE = 65536,
    MOTION_FRAME = 16, /* ms from one frame to the next */
    MOTION_OUT = 110,  /* the page before has gone */
    MOTION_TOUCHES = MOTION_CLOCKS - MOTION_TOUCH,
    MOTION_REST = INT32_MAX
};

struct motion {
    int32_t ages[MOTION_CLOCKS]; /* ms; MOTION_REST: long ago */
    struct {
        int32_t x, y;
    } touches[MOTION_TOUCHES]; /* pixels: where the finger came down */
    uint32_t city_before;      /* the right answers that the city showed before */
    int32_t wake;              /* found while the view is painted: ms until the picture changes */
};

void motion_rest(struct motion *motion);
/* How far something has come that begins `delay` ms after the clock's event and takes `length` ms: 0 …
   MOTION_WHOLE, fast at first (ease-out cubic). */
int32_t motion_at(const struct view *view, enum motion_clock clock, int32_t delay, int32_t length);
int32_t motion_between(int32_t from, int32_t to, int32_t share);
/* Every clock is past this age. */
bool motion_is_past(const struct view *view, enum motion_clock clock, int32_t age);

/* A command that is coming up: paler, and lower by what is left of `rise` (hundredths of u). */
void motion_raise(struct view *view, struct draw_command *command, int32_t rise, int32_t share);
/* All that was painted since the mark. What has not come any way yet is not there: it is neither painted nor
 * in the way of anything. */
struct motion_mark {
    uint32_t commands, panels;
};
struct motion_mark motion_mark(const struct view *view);
void motion_raise_since(struct view *view, struct motion_mark mark, int32_t rise, int32_t share);

#endif
