#ifndef ANZHI_CLI_REWRITE_H
#define ANZHI_CLI_REWRITE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* New text for an editor's files, for all of them or for none. At every moment there is a whole file under
   each name. */

struct rewrite {
    const char *path;
    struct str before; /* at NULL: there was no such file */
    struct str after;
    bool keeps_old; /* as path.bak */
};

/* False, after saying on stderr which file it was: all are as they were. */
bool rewrite_all(const struct rewrite *list, uint32_t count);

#endif
