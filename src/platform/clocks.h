#ifndef ANZHI_PLATFORM_CLOCKS_H
#define ANZHI_PLATFORM_CLOCKS_H

#include "app/app.h"
#include "ui/motion.h"

/* How long ago everything happened that sets something in motion: from the state and from what the state does
   not know, the fingers on the glass and how much of the city's light has been shown. */

struct clocks {
    struct motion motion;
    uint64_t touched[MOTION_TOUCHES]; /* ms; UINT64_MAX: not yet */
    uint32_t next_touch;
    /* The city lights what was answered when nobody is in front of it. */
    bool lighting;
    uint64_t lighting_since;
    uint32_t lit_before, lit_after; /* right answers */
};

void clocks_init(struct clocks *clocks);
/* Two players, or who drums on the glass, see the last few touches. */
void clocks_touch(struct clocks *clocks, int32_t x, int32_t y, uint64_t now);
/* Before a frame is built. */
void clocks_set(struct clocks *clocks, const struct app *app, uint64_t now);

#endif
