#ifndef ANZHI_CLI_PROOF_H
#define ANZHI_CLI_PROOF_H

#include "content/content.h"

/* Everything that is asked, as a page to be printed and marked with a pencil: grouped by source, so that each
   source is opened once. Self-contained HTML without scripts. */

/* Of one pack, or of all. */
void proof_print(const struct content *content, const struct pack *pack, struct buf *out);

#endif
