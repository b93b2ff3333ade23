#ifndef ANZHI_EXCHANGE_JOIN_H
#define ANZHI_EXCHANGE_JOIN_H

#include "exchange/lines.h"

/* Whether a line goes on where the one before it was broken off. `next` follows `line` in the list. */
bool join_prose(const struct line *line, const struct line *next);
bool join_slides(const struct line *line, const struct line *next);

#endif
