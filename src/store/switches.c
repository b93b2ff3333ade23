#include "store/switches.h"

#include "store/database.h"

/* A machine's own rows by their numbers, for clocks lie; machines in the order in which they came to this
   file. */
static const char by_age[] =
    "SELECT item, off FROM switch LEFT JOIN kiosk ON kiosk.id = switch.kiosk ORDER BY kiosk.at, seq";

int switches_read(sqlite3 *db, switches_take *take, void *context) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, by_age, -1, &statement, NULL);
    if (code != SQLITE_OK) return code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW)
        take(context, database_text(statement, 0), sqlite3_column_int(statement, 1) != 0);
    sqlite3_finalize(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

bool switches_read_in(const char *folder, switches_take *take, void *context) {
    sqlite3 *db;
    if (database_open_to_read(&db, folder) != SQLITE_OK) return false;
    int code = switches_read(db, take, context);
    sqlite3_close(db);
    return code == SQLITE_OK;
}
