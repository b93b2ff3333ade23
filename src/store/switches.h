#ifndef ANZHI_STORE_SWITCHES_H
#define ANZHI_STORE_SWITCHES_H

#include <sqlite3.h>
#include <stdbool.h>

/* Which questions are switched off: of each the last row decides. Looks only, so that it may be asked before
   the first picture, when the store is not open yet. */

typedef void switches_take(void *context, const char *item, bool off);

/* Rows one after the other, the oldest first. One of SQLite's codes. */
int switches_read(sqlite3 *db, switches_take *take, void *context);
/* The same of a folder's store. False: it can't be read, or there is none. */
bool switches_read_in(const char *folder, switches_take *take, void *context);

#endif
