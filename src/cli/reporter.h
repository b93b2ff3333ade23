#ifndef ANZHI_CLI_REPORTER_H
#define ANZHI_CLI_REPORTER_H

#include "app/report.h"
#include "base/arena.h"
#include "content/content.h"
#include "quiz/switched.h"
#include "store/store.h"

/* What the operator's panel says of the scores: reckoned from the store when somebody looks at it, never
   while visitors play. And the questions that are switched off. */

struct reporter {
    const char *folder; /* borrowed, as the store */
    struct store *store;
    struct arena arena; /* of the report's texts */
    struct arena told;  /* of those that visitors see */
    uint32_t cleared;   /* the day on which old rows were cleared away last */
    struct report report;
    struct report_item items[REPORT_ITEMS];
    struct switched switched;
    bool switches_known;
    int64_t began; /* the clock less the time since the machine started, ms */
};

void reporter_init(struct reporter *reporter, const char *folder, struct store *store);
void reporter_finish(struct reporter *reporter);

/* Reads what is switched off, if it is not known yet. */
void reporter_find_switches(struct reporter *reporter);
void reporter_reckon(struct reporter *reporter);
/* What visitors are told of the day. */
void reporter_tell(struct reporter *reporter, const struct content *content);
/* Clears away what is older than the site keeps, once a day. */
void reporter_clear(struct reporter *reporter, const struct settings *settings);
/* The question goes off, or on again; a row says so. */
void reporter_turn(struct reporter *reporter, uint32_t item);

#endif
