#ifndef ANZHI_STORE_STORE_H
#define ANZHI_STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "store/row.h"

/* The scores of this machine, on its disk (SQLite; schema.sql is their description). A row that was added is
   written at once if it can be, and said to be saved only after the disk has it. If it can't be, it waits in
   a queue of bounded length with those after it, and is written with the next one or at the next attempt. A
   damaged file is renamed, never deleted, and a new one begun. One program writes to a folder at a time.

   It knows no screen and no question: rows are plain texts and numbers. It reads no clock: whoever adds a
   row says when. */

struct store;

enum store_claim {
    STORE_OURS,
    STORE_TAKEN,      /* another program writes here */
    STORE_UNREACHABLE /* no folder, not now: rows wait, and each attempt tries anew */
};

/* Said of each row once, when the disk has it, in the order in which they were added. May be NULL. */
typedef void store_saved(void *context, const struct row *row);

/* Never NULL. Claims the folder; the file is opened by the first store_add or store_retry, for it takes
   longer than a first picture. After STORE_TAKEN nothing is ever written. */
struct store *store_create(const char *folder, enum store_claim *claim);
/* What still waits is tried a last time. Returns how many rows are lost for good. NULL is fine. */
uint32_t store_destroy(struct store *store);
void store_tell(struct store *store, store_saved *saved, void *context);

/* True: the disk has it. `key` NULL: it gets one. */
bool store_add(struct store *store, const struct row *row);
bool store_new_key(int64_t now, struct row_key *key);
/* Opens the file if it is not, and writes what waits. True: all is on the disk. */
bool store_retry(struct store *store, int64_t now);

/* Rows of days before this one are cleared away, and their bytes overwritten. */
bool store_clear_before(struct store *store, uint32_t day);

/* Days since this one (yyyymmdd) on which somebody answered. */
bool store_days_since(struct store *store, uint32_t day, uint32_t *days);

struct store_day {
    uint32_t rounds, right_answers; /* rounds played to their end; right at first */
    uint32_t started;
};
/* Of today. False: it can't be read. */
bool store_day(struct store *store, uint32_t day, struct store_day *out);
/* Of the other rounds that ended today, how many in a hundred had a lower score; 0 while they are few. */
bool store_percentile(struct store *store, uint32_t day, uint32_t score, uint32_t *percent);

struct store_health {
    bool open;
    uint32_t waiting, lost; /* rows: not yet on the disk; more than the queue could hold */
    uint32_t set_aside;     /* damaged files since the start */
    int code;               /* SQLite's, of the last failure; 0: none */
};
struct store_health store_health(const struct store *store);
const char *store_kiosk(const struct store *store); /* this machine's number; "" while it is not known */

#endif
