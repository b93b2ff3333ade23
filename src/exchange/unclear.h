#ifndef ANZHI_EXCHANGE_UNCLEAR_H
#define ANZHI_EXCHANGE_UNCLEAR_H

#include "exchange/find.h"

/* What a document says plainly enough to be found and not plainly enough to be asked: how many there are with
   the one who speaks, which of two counts is part of the other, who of several did which. Such finds are told
   what is unclear, and a person decides. */
void unclear_mark(const struct document *document, struct finds *finds);

/* For others that find out so. */
void unclear_tell(struct find *find, const char *what);

#endif
