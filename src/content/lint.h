#ifndef ANZHI_CONTENT_LINT_H
#define ANZHI_CONTENT_LINT_H

#include "content/loader.h"
#include "content/twins.h"

/* What a careful editor would say about a question that is sound: warnings only, from the text alone. */

enum { BANK_LEAST = 20 }; /* questions, before a habit of the whole bank is spoken of */

/* Habits of one pack's single choice questions. */
struct bank {
    const struct pack *pack;
    uint32_t file; /* where it is spoken of */
    uint32_t count, at[WRITTEN_OPTIONS], longest;
};

struct checks {
    struct loader *loader;
    struct twins twins;
    struct bank bank;
};

void checks_init(struct checks *checks, struct loader *loader, uint32_t questions);
void checks_begin_file(struct checks *checks, uint32_t file);
void checks_finish(struct checks *checks);

void lint_question(struct checks *checks, struct element *element, const struct written *q,
                   struct written_place place);

/* Strange characters and markup in the author's bytes of this record. */
void lint_bytes(struct element *element);

#endif
