#include "store/verify.h"

#include <stdio.h>
#include <string.h>

#include "store/database.h"

#define ALL_ROWS                                                                                             \
    "(SELECT kiosk, seq FROM answer UNION ALL SELECT kiosk, seq FROM round"                                  \
    " UNION ALL SELECT kiosk, seq FROM flag UNION ALL SELECT kiosk, seq FROM switch)"

/* The first line of what SQLite finds wrong with the file. */
static int look_at_pages(sqlite3 *db, char *damage, size_t room) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, "PRAGMA integrity_check(1)", -1, &statement, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    const char *said =
        code == SQLITE_ROW ? (const char *)sqlite3_column_text(statement, 0) : sqlite3_errmsg(db);
    snprintf(damage, room, "%s", strcmp(said, "ok") == 0 ? "" : said);
    sqlite3_finalize(statement);
    return code == SQLITE_ROW ? SQLITE_OK : code;
}

/* What was cleared away leaves a gap at the beginning, where only switched-off questions stand: numbers are
   looked at from the first round on. */
int verify(sqlite3 *db, struct verdict *out) {
    *out = (struct verdict){0};
    const struct {
        const char *sql;
        uint64_t *number;
    } questions[] = {
        {"SELECT count(*) FROM answer", &out->answers},
        {"SELECT count(*) FROM round", &out->rounds},
        {"SELECT count(DISTINCT kiosk) FROM " ALL_ROWS, &out->kiosks},
        {"SELECT count(*) FROM answer WHERE shown NOT IN (SELECT id FROM shown)", &out->unexplained},
        {"SELECT count(*) - count(DISTINCT kiosk || ' ' || seq) FROM " ALL_ROWS, &out->doubled},
        {"SELECT sum(n) FROM (SELECT max(seq) - min(seq) + 1 - count(DISTINCT seq) AS n FROM " ALL_ROWS
         " AS row WHERE seq >= (SELECT min(seq) FROM round WHERE round.kiosk = row.kiosk) GROUP BY kiosk)",
         &out->missing},
        {"SELECT count(DISTINCT round) FROM answer WHERE round NOT IN (SELECT key FROM round)", &out->broken},
    };
    int code = look_at_pages(db, out->damage, sizeof out->damage);
    for (size_t i = 0; i < sizeof questions / sizeof *questions && code == SQLITE_OK && !*out->damage; i++) {
        int64_t number = 0;
        code = database_number(db, questions[i].sql, 0, &number);
        *questions[i].number = (uint64_t)number;
    }
    return code & 0xFF;
}
