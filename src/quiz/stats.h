#ifndef ANZHI_QUIZ_STATS_H
#define ANZHI_QUIZ_STATS_H

#include "quiz/flaw.h"
#include "quiz/robot.h"

/* A bank in numbers: what there is of each, and what somebody could use who knows nothing. Integers only, so
   that the table is the same everywhere. */

/* Written questions and generated ones are counted apart: different people answer for them. */
enum origin { BY_HAND, GENERATED, ORIGINS };

enum { STATS_NAMES = 48, STATS_LEVELS = 6, STATS_PLACES = 5 };

struct stats_name {
    const char *name;
    uint32_t count[ORIGINS];
};

struct stats_names {
    struct stats_name list[STATS_NAMES];
    uint32_t count; /* the last one takes what found no place of its own */
};

struct stats_robot {
    uint32_t asked, picked, right; /* of single choices */
    uint64_t score, chance;        /* in thousandths of a right answer; who sees no cue guesses */
};

struct stats {
    struct arena names;        /* what the lists below call things */
    uint32_t asked[ORIGINS];   /* items that a question could be made of */
    uint32_t kiosk[ORIGINS];   /* that fit the kiosk */
    uint32_t records[ORIGINS]; /* facts, sets, scenes …; written questions */
    uint32_t kinds[QUIZ_KINDS][ORIGINS], levels[STATS_LEVELS][ORIGINS];
    struct stats_names packs, topics;
    uint32_t flaws[FLAWS][ORIGINS];            /* [FLAW_NONE]: questions with any flaw */
    uint32_t critical[ORIGINS];                /* questions with a critical one */
    uint32_t keys[STATS_PLACES][STATS_PLACES]; /* single choices of n options with the key at place k */
    struct stats_robot robots[ROBOTS][ORIGINS];
};

void stats_init(struct stats *stats);
void stats_finish(struct stats *stats);
/* One question as it is asked. */
void stats_add(struct stats *stats, const struct question *question, uint32_t flaws);
/* Every item of the pool once. */
void stats_count(struct stats *stats, const struct content *content, const struct pool *pool);

/* How far the counts are from being even, in thousandths, and how far chance takes them in 95 of 100 cases;
   1 … 5 degrees of freedom, that is 2 … 6 counts. */
uint64_t stats_chi_square(const uint32_t *counts, uint32_t n);
uint64_t stats_chi_square_most(uint32_t n);

/* Tenths of a point above chance, below it negative. */
int64_t stats_above_chance(const struct stats_robot *robot);

#endif
