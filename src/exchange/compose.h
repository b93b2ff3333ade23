#ifndef ANZHI_EXCHANGE_COMPOSE_H
#define ANZHI_EXCHANGE_COMPOSE_H

#include "exchange/proposal.h"

/* Records as they are written into a pack: JSON in the house's layout, with all that is known of where they
   come from. */

struct trail {
    const struct inbox_document *document;
    const struct draft *draft;
    const char *source;    /* id */
    const char *topic;     /* of the record */
    struct texts disputed; /* values that other documents give: never an option */
};

void compose_source(struct buf *out, const char *id, const struct inbox_document *document,
                    const char *today);
/* A new one, with a meaning or a short name when the draft is one. */
void compose_entity(struct buf *out, const char *id, const struct proposal *proposal,
                    const struct trail *trail);
void compose_attribute(struct buf *out, const char *id, const struct phrasing *phrasing);
void compose_fact(struct buf *out, const char *id, const char *subject, const char *attribute,
                  const struct proposal *proposal, const struct trail *trail);
void compose_set(struct buf *out, const char *id, const struct proposal *proposal, const struct trail *trail);

#endif
