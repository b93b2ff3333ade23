#ifndef ANZHI_EXCHANGE_RIVAL_H
#define ANZHI_EXCHANGE_RIVAL_H

#include "exchange/find.h"

/* Figures that the document itself does not vouch for: two sources that say otherwise, and a note that calls
   them preliminary. A person decides. */
void rival_mark(const struct document *document, struct finds *finds);

#endif
