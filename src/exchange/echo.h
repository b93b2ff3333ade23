#ifndef ANZHI_EXCHANGE_ECHO_H
#define ANZHI_EXCHANGE_ECHO_H

#include "exchange/find.h"

/* The same wording out of several mouths in one document: who said it can't be asked, as each of them did.
   All finds that hold it are told so. Wants to know who speaks (exchange/link.h). */
void echo_mark(const struct document *document, struct finds *finds);

#endif
