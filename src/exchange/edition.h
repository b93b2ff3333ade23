#ifndef ANZHI_EXCHANGE_EDITION_H
#define ANZHI_EXCHANGE_EDITION_H

#include "content/content.h"
#include "exchange/inbox.h"

/* Which one of its series a new event is, so that its years can be compared. */

/* The year of a name, or 第八届; "" when it says neither. */
const char *edition_in(struct arena *arena, const char *name);
/* The year in which a document has it take place; 0: it doesn't say for sure, or says two. */
uint32_t edition_year(const struct inbox *inbox, uint32_t document, const char *subject);
/* That of the others which are called the same but for the edition, or "". A copy: accepting reads the
   content again. */
const char *edition_series(const struct content *content, struct arena *arena, const char *name,
                           const char *edition);

#endif
