#ifndef ANZHI_STORE_DATABASE_H
#define ANZHI_STORE_DATABASE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "store/row.h"

/* The file: opened, checked, brought up to date, written. Every function returns one of SQLite's codes, for
   what to do about a failure depends on which it is. */

enum { STORE_PATH = 4096, KIOSK_TEXT = 17, SCHEMA_VERSION = 1 };

enum insert { INSERT_SHOWN, INSERT_ANSWER, INSERT_ROUND, INSERT_FLAG, INSERT_SWITCH, INSERTS };

struct database {
    sqlite3 *db;
    sqlite3_stmt *inserts[INSERTS];
    char kiosk[KIOSK_TEXT]; /* this machine's number in this file */
    int64_t seq;            /* the last that this machine has written */
};

/* SQLITE_OK, or why not; `found` is closed then. SQLITE_NOTADB and SQLITE_CORRUPT say that what is there is
   no store of ours, SQLITE_SCHEMA that it was written by a later version of the program. */
int database_open(struct database *database, const char *folder, int64_t now);
/* For looking only: nothing is created, mended or brought up to date. */
int database_open_to_read(sqlite3 **db, const char *folder);
void database_close(struct database *database);
/* Whether closing leaves the log as it is. */
void database_leave_log(struct database *database, bool leave);

/* All or none of the rows, on the disk when it returns SQLITE_OK. They get their numbers. */
int database_write(struct database *database, struct row *const *rows, uint32_t count);

/* A column's text; "" where there is none, as only a file that somebody else has made can have it. */
const char *database_text(sqlite3_stmt *statement, int column);

/* Renames the file and what belongs to it, so that a new one can begin. False: it can't be. */
bool database_set_aside(const char *folder);
bool database_path(char path[STORE_PATH], const char *folder, const char *name);

int database_run(sqlite3 *db, const char *sql);
/* The first column of the first row; `otherwise` when there is none. */
int database_number(sqlite3 *db, const char *sql, int64_t otherwise, int64_t *number);

#endif
