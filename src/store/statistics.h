#ifndef ANZHI_STORE_STATISTICS_H
#define ANZHI_STORE_STATISTICS_H

#include "store/results.h"

/* What results say of questions, days, packs and machines, by the formulas of test theory. */

enum item_flag {
    FLAG_HARD = 1,      /* fewer than a quarter know it */
    FLAG_EASY = 2,      /* nearly everybody does */
    FLAG_LURE = 4,      /* one wrong option draws more than 40 in a hundred */
    FLAG_IDLE_LURE = 8, /* a wrong option that fewer than 5 in a hundred take */
    FLAG_LEFT = 16      /* more than 15 in a hundred leave at it */
};

/* n: who answered. Numbers that need more than there is are NaN. */
struct item_statistics {
    const struct result_item *about;
    uint32_t n, right, left;
    double facility;       /* share that is right */
    double discrimination; /* of being right here with the share right elsewhere in the same round; n ≥ 30 */
    double left_share;     /* left, of all who saw it */
    uint32_t median_millis;
    uint32_t flags;
};

struct group_statistics {
    const char *name;
    uint32_t started, ended; /* rounds */
    uint32_t n, right;       /* answers */
    double facility, mean_score;
    uint32_t median_millis;
};

/* Reliability of a round of so many questions, by formula 20 of Kuder and Richardson: each place of the round
   is taken for an item, which questions drawn by chance make it. */
struct reliability {
    const char *mode;
    uint32_t questions, rounds;
    double kr20;
};

enum group { GROUP_DAY, GROUP_PACK, GROUP_KIOSK, GROUP_TOPIC, GROUP_HOUR, GROUPS };

struct statistics {
    struct item_statistics *items; /* as many as the results have, in the order of their ids */
    uint32_t item_count;
    struct reliability *reliabilities;
    uint32_t reliability_count;
};

enum { STATISTICS_ENOUGH = 30 }; /* answers that a discrimination needs */

void statistics_make(const struct results *results, struct arena *arena, struct statistics *out);
/* In the order of their names. */
struct group_statistics *statistics_group(const struct results *results, enum group group,
                                          struct arena *arena, uint32_t *count);
/* Of those who answered it, how many took this option. */
double option_share(const struct item_statistics *item, const struct result_option *option);

#endif
