#include "store/board.h"

#include "store/database.h"

#include <stddef.h>

static const char best[] = "SELECT sign, score FROM round WHERE day = ? AND sign <> '' AND score > 0"
                           " ORDER BY score DESC, seq DESC, key LIMIT ?";

int board_read(sqlite3 *db, uint32_t day, uint32_t most, board_take *take, void *context) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, best, -1, &statement, NULL);
    if (code != SQLITE_OK) return code;
    sqlite3_bind_int64(statement, 1, day);
    sqlite3_bind_int64(statement, 2, most);
    while ((code = sqlite3_step(statement)) == SQLITE_ROW)
        take(context, database_text(statement, 0), (uint32_t)sqlite3_column_int64(statement, 1));
    sqlite3_finalize(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}
