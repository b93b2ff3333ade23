#include "store/retention.h"

#include <stdio.h>

#include "store/database.h"

/* A row of an earlier day was written by a clock that stood still or was never set. */
static const uint32_t first_day = 20240101;

/* Clocks lie: of a row whose day can't be, only its number tells how old it is. It goes with one that was
   written after it, by a clock that was right. */
static int delete_old(sqlite3 *db, const char *table, uint32_t day) {
    char sql[512];
    snprintf(sql, sizeof sql,
             "WITH old AS MATERIALIZED (SELECT kiosk, max(seq) AS seq FROM answer WHERE day BETWEEN %u AND %u"
             " GROUP BY kiosk)"
             " DELETE FROM %s WHERE day < %u AND (day >= %u OR seq <"
             " (SELECT old.seq FROM old WHERE old.kiosk = %s.kiosk))",
             first_day, day - 1, table, day, first_day, table);
    return database_run(db, sql);
}

/* What nobody refers to any more goes with it. Switched-off questions stay: they tell of no visit. Answers go
   last: the others are told by them how old they are. */
static int clear(sqlite3 *db, uint32_t day) {
    int code = database_run(db, "BEGIN IMMEDIATE");
    if (code == SQLITE_OK) code = delete_old(db, "round", day);
    if (code == SQLITE_OK) code = delete_old(db, "flag", day);
    if (code == SQLITE_OK) code = delete_old(db, "answer", day);
    if (code == SQLITE_OK)
        code = database_run(db, "DELETE FROM shown WHERE id NOT IN (SELECT shown FROM answer"
                                " UNION SELECT shown FROM flag UNION SELECT open FROM round)");
    return code == SQLITE_OK ? database_run(db, "COMMIT") : code;
}

int retention_clear(sqlite3 *db, uint32_t day) {
    int code = clear(db, day);
    if (code == SQLITE_OK)
        code = database_run(db, "PRAGMA wal_checkpoint(TRUNCATE)"); /* it has the old bytes */
    if (code != SQLITE_OK && !sqlite3_get_autocommit(db)) database_run(db, "ROLLBACK");
    return code & 0xFF;
}
