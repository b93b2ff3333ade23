#ifndef ANZHI_APP_REPORT_H
#define ANZHI_APP_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "app/stick.h"

/* What the scores say, as the host last reckoned it. It is no state: a screen shows what it finds here and
   nothing else depends on it, so that a replay needs none of it. */

enum { REPORT_ANSWERS = 6, REPORT_HOURS = 24, REPORT_ITEMS = 64, REPORT_BEST = 5 };

enum report_flag {
    REPORT_PLAIN,
    REPORT_FLAGGED, /* visitors touched 这题有问题 */
    REPORT_ODD,     /* who knows much misses it: is the key right? */
    REPORT_LURE,    /* one wrong option draws too many: the stem may lead there */
    REPORT_HARD,
    REPORT_LEFT, /* many leave at it */
    REPORT_EASY,
    REPORT_FLAGS
};

struct report_item {
    const char *item, *stem;   /* its id, and how it stood on the screen */
    uint32_t answers, percent; /* percent: right */
    uint32_t flagged;
    enum report_flag flag;
    bool off;
};

/* Of today, for the operator. */
struct report_day {
    uint32_t started, ended; /* rounds */
    uint32_t answers, right; /* at first sight */
    uint32_t round_s;        /* the median of rounds played to their end */
    uint32_t
        reached[REPORT_ANSWERS]; /* rounds with at least one answer, two …; the last: all that were asked */
    uint32_t steps;              /* of those, so many are meant: as many as a round has questions */
    uint32_t hours[REPORT_HOURS]; /* rounds */
};

enum report_clock { CLOCK_FINE, CLOCK_UNSET, CLOCK_JUMPED };

/* What may need somebody. */
struct report_trouble {
    uint32_t waiting, lost, set_aside; /* of the store */
    bool unkept;                       /* nothing can be written at all */
    bool disk_low;
    uint32_t disk_mb; /* left */
    enum report_clock clock;
};

/* What many of today's visitors did not know, with its answer: told to everybody. */
struct report_missed {
    const char *item; /* NULL: there is none */
    const char *stem, *answer, *topic;
};

/* The best of today, under call-signs. */
struct report_best {
    const char *sign;
    uint32_t score;
};

struct report {
    struct report_missed missed;
    struct stick_outcome stick;
    uint32_t stick_told; /* so many more pages of the attract loop tell of it */
    struct report_best best[REPORT_BEST];
    uint32_t best_count;
    bool known; /* the figures of the day and the items */
    struct report_day day;
    struct report_trouble trouble;
    const struct report_item *items; /* switched off, then the worst or oddest */
    uint32_t item_count;
};

#endif
