#ifndef ANZHI_PLATFORM_POINTER_H
#define ANZHI_PLATFORM_POINTER_H

#include "ui/draw.h"

/* Fingers and the mouse against the regions of the frame that is on the screen. The first finger wins; what
   it came down on looks pressed while it is on it, and means something only when it goes up there. Where two
   players have a seat each, the first finger in each seat wins there, and a finger belongs to the seat in
   which it came down. A palm, ten fingers or drumming are at most one touch at a time in each. Knows no
   window. */

enum { POINTER_MOUSE = -1 };

struct pointer_touch {
    bool down;
    int64_t finger; /* which one came down first */
    int32_t x, y;   /* where it is */
    bool on_region; /* it came down on a region, this one */
    struct region region;
};

struct pointer {
    struct pointer_touch touches[1 + PLAYERS]; /* in nobody's seat, and in each player's */
};

void pointer_down(struct pointer *pointer, const struct draw_list *list, int64_t finger, int32_t x,
                  int32_t y);
void pointer_move(struct pointer *pointer, int64_t finger, int32_t x, int32_t y);
/* True: the touch means this message. */
bool pointer_up(struct pointer *pointer, const struct draw_list *list, int64_t finger,
                struct message *message);
void pointer_cancel(struct pointer *pointer); /* the window lost them */

/* The region that should look pressed by this player's finger (0: that of nobody in particular), counted from
   1; 0: none. */
uint16_t pointer_pressed(const struct pointer *pointer, const struct draw_list *list, uint8_t player);

#endif
