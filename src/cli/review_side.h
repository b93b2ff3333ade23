#ifndef ANZHI_CLI_REVIEW_SIDE_H
#define ANZHI_CLI_REVIEW_SIDE_H

#include "cli/review.h"

/* What the bank says where a draft says otherwise: a fact, the members of a set, what a thing means or what
   else it is called. */
struct review_side {
    const char *value, *about, *note;
};

/* False when the bank has nothing with this id. */
bool review_side_find(struct review *review, const struct draft *draft, const char *id,
                      struct review_side *side);

#endif
