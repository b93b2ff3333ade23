#ifndef ANZHI_EXCHANGE_ACCEPT_H
#define ANZHI_EXCHANGE_ACCEPT_H

#include "exchange/overlay.h"
#include "exchange/proposal.h"

/* Drafts become records of a pack. Each one is put into the text of the pack's files, which are then read
   again, so that the next one meets it: the same subject is made once, the same claim is refused. Nothing is
   written here. */

struct acceptance {
    struct overlay overlay;
    struct content content; /* as it would be now */
    struct inbox *inbox;
    const char *today; /* 2024-09-20 */
    const char
        *source; /* the id of the source to name; NULL: that of the document, made when it is not there */
    struct arena arena;
};

/* False: the content can't be read. Call acceptance_finish in both cases. */
bool acceptance_begin(struct acceptance *acceptance, const struct content_source *below, struct inbox *inbox,
                      const char *today);
void acceptance_finish(struct acceptance *acceptance);

struct accepted {
    const char *made;             /* the id of the thing that was made for it; NULL none */
    const char *edition, *series; /* of that; "" none */
    bool wants_edition;           /* nobody could say which one of its series it is */
    const char *id;               /* of the record it became */
    const char *refusal;          /* or why not, and what to do about it; "" */
    const char *remedy;
    struct proposal proposal;
};

/* True: it is decided in the inbox and stands in the overlay. False: nothing changed. */
bool acceptance_take(struct acceptance *acceptance, uint32_t draft, const struct wishes *wishes,
                     struct accepted *out);

#endif
