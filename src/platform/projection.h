#ifndef ANZHI_PLATFORM_PROJECTION_H
#define ANZHI_PLATFORM_PROJECTION_H

#include "paint/painter.h"
#include "screens/screens.h"
#include "ui/known.h"
#include "ui/motion.h"

/* From the state to pixels: builds the draw list, tells whether it differs from the one that is shown, and
   paints only what does. Knows no window: `anzhi shot` uses it as it is. */

struct projection {
    struct faces *faces; /* borrowed */
    struct drawings *drawings;
    struct painter painter;
    struct metrics metrics;
    struct arena names; /* of the known words */
    struct words_known known;
    const struct content *known_of; /* whose words they are, of which reading: memory is used again */
    uint32_t generation;
    const struct palette *palette; /* borrowed */
    struct display display;
    struct arena arenas[2];
    struct draw_list lists[2];
    uint32_t shown;        /* which of the two is on the canvas */
    bool nothing;          /* the canvas holds no list yet: all of it is damaged */
    struct motion *motion; /* borrowed; NULL: everything is at rest */
};

void projection_init(struct projection *projection, struct faces *faces, struct drawing_source drawings,
                     const struct palette *palette, struct display display);
/* From the next frame on. */
void projection_dress(struct projection *projection, const struct palette *palette, struct faces *faces);
void projection_finish(struct projection *projection);

/* The list of this state; false: it is the one that is shown already. */
bool projection_build(struct projection *projection, const struct app *app, const struct app_world *world);
/* What must be painted so that the canvas shows the list that was built. */
struct damage projection_damage(const struct projection *projection);
/* Paints the list that was built and makes it the shown one. */
void projection_paint(struct projection *projection, struct canvas *canvas, const struct damage *damage);
/* The canvas was lost or resized. */
void projection_forget(struct projection *projection, struct display display);

const struct draw_list *
projection_list(const struct projection *projection); /* the shown one: touches are looked up in it */

#endif
