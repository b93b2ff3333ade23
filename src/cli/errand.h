#ifndef ANZHI_CLI_ERRAND_H
#define ANZHI_CLI_ERRAND_H

#include <SDL.h>

#include "cli/stick.h"
#include "store/database.h"

/* What takes its time with a stick, beside the loop: nobody waits for it. One at a time. */

struct errand {
    SDL_Thread *thread; /* NULL: none is under way */
    bool merge;
    char stick[STORE_PATH], data[STORE_PATH], playing[STORE_PATH];
    struct stick_outcome outcome; /* the thread's until it has been waited for */
};

/* `stick` NULL: it is looked for. False: one is under way. The loop is woken when it has ended. */
bool errand_begin(struct errand *errand, bool merge, const char *stick, const char *data,
                  const char *playing);
/* Waits for the end. False: none is under way. */
bool errand_end(struct errand *errand, struct stick_outcome *outcome);

#endif
