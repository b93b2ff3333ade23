#ifndef ANZHI_APP_REPLAY_H
#define ANZHI_APP_REPLAY_H

#include "app/app.h"

/* A replay is the messages of a run as text, a line each, after a heading and before the hash of the state
   they led to:

       anzhi-replay 1
       # comments
       0 start kiosk 42 20240909
       2500 answer 1
       …
       end 3f9a2b1c00d4e5f6

   It records meaning, never pixels, so it plays headless and on any screen. A demonstration that must work on
   any content says `answer right` and `answer wrong`: which option that is depends on the question that is
   open. */

enum replay_end { REPLAY_FINE, REPLAY_DIFFERS, REPLAY_UNREADABLE };

/* Called after every message, to print or to check; may be NULL. */
typedef void replay_watch(void *context, const struct app *app, const struct app_world *world,
                          const struct message *message, const struct effects *effects);

struct replay_result {
    enum replay_end end;
    uint32_t line;     /* of an unreadable line */
    uint64_t hash;     /* of the state at the end */
    uint64_t expected; /* 0: the replay has no end line */
    uint32_t messages;
};

struct replay_result replay_play(struct str text, struct app *app, const struct app_world *world,
                                 replay_watch *watch, void *context);
void replay_print_head(struct buf *out);
void replay_print_end(const struct app *app, struct buf *out);

#endif
