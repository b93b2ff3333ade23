#ifndef ANZHI_CLI_DECIDE_H
#define ANZHI_CLI_DECIDE_H

#include "cli/folder.h"
#include "cli/inbox_files.h"

/* A content folder with its inbox, as the commands that decide about drafts want both. */

struct desk {
    const char *root;
    struct folder folder;
    struct inbox_files files;
    struct arena arena;
};

/* False, after saying why on stderr. Call desk_close in both cases. */
bool desk_open(struct desk *desk, const char *asked);
void desk_close(struct desk *desk);

/* The drafts that the words name: D0017, d17 or 17. False, after naming those that there are none of. */
bool desk_find(const struct desk *desk, char **words, int count, uint32_t *places);

#endif
