#ifndef ANZHI_EXCHANGE_CLASH_H
#define ANZHI_EXCHANGE_CLASH_H

#include "content/content.h"
#include "exchange/draft.h"

/* The same said twice, and the same said differently: in several documents, and in the packs that are there.
   Fills in dup_of and conflict_with and settles nothing. `content` may be NULL. */
void clash_find(struct drafts *drafts, const struct content *content);

#endif
