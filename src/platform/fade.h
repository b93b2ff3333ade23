#ifndef ANZHI_PLATFORM_FADE_H
#define ANZHI_PLATFORM_FADE_H

#include "paint/canvas.h"

/* One picture into the next, only where they differ. The two are kept while it lasts and given back
   afterwards. The next one may move meanwhile. */

struct fade {
    bool running;
    struct canvas old, new;
    struct damage damage;
    uint64_t begin; /* ms */
    uint32_t length;
};

/* Keeps what the canvas shows now; paint the new picture into fade->new. */
void fade_begin(struct fade *fade, const struct canvas *shown, const struct damage *damage, uint64_t now,
                uint32_t length);
/* What changes while it lasts and was painted into fade->new: it comes in with the rest. */
void fade_widen(struct fade *fade, const struct damage *damage);
/* The canvas as it is at this time. The last step shows the new picture alone and ends the fade. */
void fade_step(struct fade *fade, struct canvas *canvas, uint64_t now);
void fade_finish(struct fade *fade); /* at once, without showing more */

/* Ease-out cubic, 0 … 255. */
uint8_t fade_share(uint64_t passed, uint32_t length);

#endif
