#ifndef ANZHI_CLI_SLURP_H
#define ANZHI_CLI_SLURP_H

#include <stdbool.h>

#include "base/str.h"

/* A whole file, or standard input for "-", at most 64 MiB. False, after saying so on stderr, when it can't be
 * read. */
bool slurp(const char *path, struct buf *out);

#endif
