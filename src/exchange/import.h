#ifndef ANZHI_EXCHANGE_IMPORT_H
#define ANZHI_EXCHANGE_IMPORT_H

#include "exchange/document.h"
#include "exchange/draft.h"

/* Documents become drafts. Nothing here touches a file. */

/* Adds what the document says. Nothing of a flawed one. */
void import_document(struct drafts *drafts, const struct document *document);

#endif
