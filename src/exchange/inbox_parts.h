#ifndef ANZHI_EXCHANGE_INBOX_PARTS_H
#define ANZHI_EXCHANGE_INBOX_PARTS_H

#include "exchange/inbox.h"

/* For who fills an inbox: only exchange/ sees this. What is added is copied. */

uint32_t inbox_add_document(struct inbox *inbox, const struct inbox_document *document);
void inbox_add(struct inbox *inbox, const struct draft *draft, const struct decision *decision);
/* Of what the draft says: other values, another mark. */
uint64_t inbox_mark(const struct draft *draft);

#endif
