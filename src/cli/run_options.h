#ifndef ANZHI_CLI_RUN_OPTIONS_H
#define ANZHI_CLI_RUN_OPTIONS_H

#include "content/content.h"
#include "platform/kiosk.h"

/* What `anzhi run` was asked for. */

struct run_options {
    const char *folder, *data;
    const char *stick; /* where a stick is, or a folder in its stead; NULL: it is looked for */
    struct kiosk_wish wish;
    uint32_t site_theme;
    const char *topic; /* of a lesson; NULL: as kiosk.json says */
    uint64_t count;    /* questions in a round; 0: as kiosk.json or the mode says */
    const char *theme; /* NULL: as the site has it */
    bool seeded, has_mode;
};

/* False, as below: after saying so on stderr. */
bool run_options_read(int argc, char **argv, struct run_options *out);
/* What kiosk.json says, where no option said otherwise; and the options, where they did. */
bool run_options_apply(struct run_options *options, struct content *content);

#endif
