#ifndef ANZHI_EXCHANGE_LINK_H
#define ANZHI_EXCHANGE_LINK_H

#include "exchange/find.h"

/* What a find is said of: the event in the same sentence, else the one the document is about; of a slide,
   what its heading names. Guesses, for a person to check. Fills in `about` and, where it is empty, the
   attribute. */
void link_subjects(const struct document *document, struct finds *finds);

/* What stands as an event in [from, to): the first one, or the last; empty when there is none. */
struct span link_event(const struct document *document, uint32_t from, uint32_t to, bool last);

#endif
