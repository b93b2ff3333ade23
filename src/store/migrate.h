#ifndef ANZHI_STORE_MIGRATE_H
#define ANZHI_STORE_MIGRATE_H

#include <sqlite3.h>
#include <stdint.h>

/* Brings a file from the version that it is of to this program's, one script after the other, each in a
   transaction, each after a copy of the file has been made beside it. */

int migrate(sqlite3 *db, const char *folder, int64_t version, int application_id);

/* By scripts of one's own; the i-th brings a file from version i to i + 1. */
struct script {
    const unsigned char *text;
    const unsigned long *size;
};
int migrate_by(const struct script *list, int64_t count, sqlite3 *db, const char *folder, int64_t version,
               int application_id);

/* A sound copy of what the file holds now, into a file of its own; replaces what is there. */
int back_up(sqlite3 *db, const char *path);

#endif
