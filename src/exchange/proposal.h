#ifndef ANZHI_EXCHANGE_PROPOSAL_H
#define ANZHI_EXCHANGE_PROPOSAL_H

#include "exchange/inbox.h"
#include "exchange/phrasing.h"

/* What a draft would be in its pack, and why it can't be that yet. Made for the review page and for accepting
   alike, so that both say the same. */

enum proposal_kind { PROPOSAL_FACT, PROPOSAL_SET, PROPOSAL_ENTITY };

struct wishes {
    const char *edition; /* of a thing that is made: 2025, 第八届; 无: it has none; NULL: not said */
    bool decided;        /* a person has looked at what needs a decision */
};

struct proposal {
    enum proposal_kind kind;
    const char *refusal; /* a sentence; "": it can be accepted */
    const char *remedy;  /* how to go on; or "" */
    bool needs_decision; /* the refusal is one that a person may overrule */
    bool is_known;       /* nothing new: the bank or another draft says it, or it is no claim at all */
    const struct fact
        *akin; /* another fact of the bank with this value: perhaps the same in other words; or NULL */
    const char *rival;            /* the id of the fact of the bank that says otherwise; or NULL */
    const struct entity *subject; /* of the content; NULL: a new one, called … */
    const char *subject_name;
    enum entity_kind subject_kind;
    const char *edition, *series; /* of a subject that is made; "" none */
    bool wants_edition;           /* which one it is can't be told: a person may say */
    struct phrasing phrasing;     /* of a fact */
    const char *name;             /* of a set */
    const struct member *values;  /* as the content knows them */
    uint32_t value_count;
    const char *day;       /* {D}: when it was so; or "" */
    const char *statement; /* what would be taught; "": can't be said yet */
};

/* All in the arena. */
void proposal_make(const struct content *content, const struct inbox *inbox, uint32_t draft,
                   const struct wishes *wishes, struct arena *arena, struct proposal *out);

/* 「A、B、C」, as it is shown. */
const char *proposal_value(struct arena *arena, const struct proposal *proposal);

#endif
