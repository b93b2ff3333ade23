#ifndef ANZHI_STORE_RESULTS_H
#define ANZHI_STORE_RESULTS_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* All results of a store, read once into plain arrays: sixteen bytes an answer, so that a million of them are
   read and reckoned with in a second. Only answers at first sight: what came again after it was missed would
   tell of the round, not of the question. */

#define RESULT_NOTHING UINT32_MAX
enum { RESULT_OPTIONS = 12 };

/* The options of an item, by their text: their order differs from round to round. */
struct result_option {
    const char *text;
    bool right;
    uint32_t picked;
    uint32_t next; /* the item's next option; RESULT_NOTHING: the last */
};

struct result_item {
    const char *pack, *item, *topic, *form, *stem;
    uint32_t rev;
    uint32_t option; /* the first, in the results' list */
    uint32_t left;   /* rounds that were left while it stood open */
};

struct result_round {
    uint32_t day, kiosk, mode; /* kiosk and mode: names of the results */
    uint32_t hour;             /* 0 … 23, as the machine's clock had it there; of the round's end */
    uint16_t planned, answered, correct;
    uint16_t score;
    bool ended; /* to the last question; else left, or the power went */
};

struct result {
    uint32_t round, item, millis;
    uint16_t place;
    uint8_t picks; /* how many options were picked */
    bool correct;
};

struct results {
    struct arena arena;
    struct result *list; /* in the order of their keys: by time, machines mixed */
    uint64_t count;
    struct result_round *rounds;
    struct result_item *items;
    struct result_option *options;
    const char **names;
    uint32_t round_count, item_count, option_count, name_count;
};

/* Called now and then with how many answers have been read. May be NULL. */
typedef void results_progress(void *context, uint64_t read);

/* One of SQLite's codes. Call results_finish in any case. */
int results_read(struct results *results, sqlite3 *db, results_progress *progress, void *context);
/* The same of a day (yyyymmdd) and those after it. */
int results_read_since(struct results *results, sqlite3 *db, uint32_t day);
void results_finish(struct results *results);

#endif
