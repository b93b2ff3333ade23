#ifndef ANZHI_EXCHANGE_LINK_H
#define ANZHI_EXCHANGE_LINK_H

#include "exchange/find.h"

/* What a find is said of: the event in the same sentence, else the one the document is about; whoever the
   clause speaks of; of a slide, what its heading names. Guesses, for a person to check: where the words leave
   it open, nobody is named, for a wrong subject is worse than none. Fills in `about` and, where it is empty,
   the attribute. */
void link_subjects(const struct document *document, struct finds *finds);

#endif
