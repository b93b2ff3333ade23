#ifndef ANZHI_PLATFORM_FRAME_H
#define ANZHI_PLATFORM_FRAME_H

#include "paint/painter.h"
#include "screens/screens.h"

/* From the state to pixels: builds the draw list, tells whether it differs from the one that is shown, and
   paints only what does. Knows no window: `anzhi shot` uses it as it is. */

struct frame {
    struct faces *faces;
    struct drawings *drawings;
    struct painter painter;
    struct metrics metrics;
    enum theme theme;
    struct display display;
    struct arena arenas[2];
    struct draw_list lists[2];
    uint32_t shown; /* which of the two is on the canvas */
    bool nothing;   /* the canvas holds no list yet: all of it is damaged */
};

void frame_init(struct frame *frame, struct drawing_source drawings, enum theme theme,
                struct display display);
void frame_finish(struct frame *frame);

/* The list of this state; false: it is the one that is shown already. */
bool frame_build(struct frame *frame, const struct app *app, const struct app_world *world);
/* What must be painted so that the canvas shows the list that was built. */
struct damage frame_damage(const struct frame *frame);
/* Paints the list that was built and makes it the shown one. */
void frame_paint(struct frame *frame, struct canvas *canvas, const struct damage *damage);
/* The canvas was lost or resized. */
void frame_forget(struct frame *frame, struct display display);

const struct draw_list *
frame_list(const struct frame *frame); /* the shown one: touches are looked up in it */

#endif
