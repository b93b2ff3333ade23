#ifndef ANZHI_CLI_HOUSE_H
#define ANZHI_CLI_HOUSE_H

#include "cli/errand.h"
#include "cli/loaded.h"
#include "cli/reporter.h"
#include "cli/run_options.h"
#include "cli/scorekeeper.h"
#include "cli/steward.h"
#include "cli/watch.h"
#include "platform/kiosk.h"

/* What stands around the window while it runs: the scores, what the operator may change, and the content,
   which is read again when it has changed. */

struct house {
    struct kiosk_world world; /* for kiosk_run */
    struct scorekeeper keeper;
    struct steward steward;
    struct reporter reporter;
    struct run_options *options;
    struct loaded loaded[2]; /* content of later readings, in turn: what is drawn may still be of the last */
    struct quiz quizzes[2];
    struct faces *faces[2]; /* of the site's theme, as those readings have it; NULL: it has none of its own */
    struct quiz first;
    bool reread[2];
    uint32_t turn, readings;
    struct watch watch;
    struct errand errand;
    int64_t stick_seen;         /* when the last stick was served that is known of here */
    char playing[STEWARD_PATH]; /* the content folder that is played and watched */
};

/* The content that is played first, and what the watch saw of its folder before it was read. */
struct opened {
    struct loaded loaded;
    uint64_t sight;
};

/* Zeroed before; everything given is borrowed. */
void house_open(struct house *house, struct run_options *options, struct opened *opened, struct store *store);
void house_close(struct house *house);

#endif
