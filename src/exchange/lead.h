#ifndef ANZHI_EXCHANGE_LEAD_H
#define ANZHI_EXCHANGE_LEAD_H

#include "exchange/find.h"

/* What stands before a list: 三项任务：, 提出五点要求。 */

enum lead {
    LEAD_SILENT,  /* it does not say how many there are */
    LEAD_AGREES,  /* it says so many */
    LEAD_DIFFERS, /* it says another number */
    LEAD_ANNEX    /* 附件：, 参会须知: what follows is numbered, and nobody asks for it in order */
};

/* About a list of `count` items whose first mark stands at `start`. */
enum lead lead_of(const struct reading *reading, uint32_t start, uint32_t count);

/* How many things the words before `end`, from `begin`, announce; 0: they don't say. */
uint32_t lead_number(const uint32_t *text, uint32_t begin, uint32_t end, bool *is_plain);

/* An item that begins here: up to the first mark. */
struct span lead_item(const struct reading *reading, uint32_t at);

/* Adds a list in order. */
struct find *lead_add_list(struct reading *reading, const struct span *items, uint32_t count);

#endif
