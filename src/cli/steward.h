#ifndef ANZHI_CLI_STEWARD_H
#define ANZHI_CLI_STEWARD_H

#include "app/app.h"
#include "cli/kept_file.h"

/* What the host does for the operator: the PIN, in the data folder. The folder is the one that was asked for,
   else what XDG calls the state of a program. */

enum { STEWARD_PATH = 4096 };

struct steward {
    char folder[STEWARD_PATH]; /* "": there is no place to keep anything */
    struct kept kept;
};

void steward_init(struct steward *steward, const char *asked);
/* What the operator had set before the last end, unless the site has another theme since. */
void steward_recall(struct steward *steward, uint32_t site_theme);
/* True: it was an effect of the operator's, and `reply` is its outcome. */
bool steward_do(struct steward *steward, const struct app *app, struct effect effect, struct message *reply);

#endif
