#include <stdio.h>

#include "store/database.h"
#include "store/retention.h"

/* What nobody refers to any more goes with it. Switched-off questions stay: they tell of no visit. */
int retention_clear(sqlite3 *db, uint32_t day) {
    char sql[512];
    snprintf(
        sql, sizeof sql,
        "BEGIN IMMEDIATE;"
        "DELETE FROM answer WHERE day < %u; DELETE FROM round WHERE day < %u; DELETE FROM flag WHERE day < %u;"
        "DELETE FROM shown WHERE id NOT IN (SELECT shown FROM answer UNION SELECT shown FROM flag UNION SELECT open FROM round);"
        "COMMIT;"
        "PRAGMA wal_checkpoint(TRUNCATE)", /* the log still has the old bytes */
        day, day, day);
    int code = database_run(db, sql);
    if (code != SQLITE_OK && !sqlite3_get_autocommit(db)) database_run(db, "ROLLBACK");
    return code & 0xFF;
}
