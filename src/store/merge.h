#ifndef ANZHI_STORE_MERGE_H
#define ANZHI_STORE_MERGE_H

#include <sqlite3.h>
#include <stdint.h>

/* Stores of several machines become one: rows are known by their keys, so what is there already is passed
   over, and the same folder may be merged again. Nothing is ever changed: a row that differs from the one
   that is here under its key stays away and is counted. */

struct merge_count {
    uint64_t added, known, differing; /* rows */
};

/* One of SQLite's codes; all of the other store or nothing. */
int merge_from(sqlite3 *db, const char *folder, struct merge_count *count);

#endif
