#include "store/merge.h"

#include <stdio.h>
#include <string.h>

#include "store/database.h"

/* Tables with rows that a machine writes, and their columns but for the key. */
static const struct {
    const char *name, *columns;
} tables[] = {
    {"answer", "kiosk, seq, at, day, round, place, mode, player, shown, choice, correct, again, millis"},
    {"round",
     "kiosk, seq, at, day, mode, player, code, planned, answered, correct, score, millis, abandoned, open, sign"},
    {"flag", "kiosk, seq, at, day, shown"},
    {"switch", "kiosk, seq, at, day, item, off"},
};
enum { TABLES = sizeof tables / sizeof *tables };

/* "a.kiosk, a.seq, …" of a table that is called `a`. */
static void put_columns(sqlite3_str *sql, const char *table, const char *columns) {
    while (*columns) {
        size_t length = strcspn(columns, ",");
        sqlite3_str_appendf(sql, "%s.%.*s", table, (int)length, columns);
        columns += length;
        if (*columns == ',') sqlite3_str_appendall(sql, ",");
        columns += strspn(columns, ", ");
    }
}

static int count_rows(sqlite3 *db, sqlite3_str *query, uint64_t *sum) {
    int64_t found = 0;
    char *sql = sqlite3_str_finish(query);
    int code = sql ? database_number(db, sql, 0, &found) : SQLITE_NOMEM;
    sqlite3_free(sql);
    *sum += (uint64_t)found;
    return code;
}

/* Rows that are here too: the same, or others under the same key. */
static int count_known(sqlite3 *db, int table, struct merge_count *count) {
    uint64_t all = 0, differing = 0;
    sqlite3_str *query = sqlite3_str_new(db);
    sqlite3_str_appendf(query, "SELECT count(*) FROM other.%s JOIN main.%s USING (key)", tables[table].name,
                        tables[table].name);
    int code = count_rows(db, query, &all);
    if (code != SQLITE_OK) return code;
    query = sqlite3_str_new(db);
    sqlite3_str_appendf(query, "SELECT count(*) FROM other.%s AS a JOIN main.%s AS b USING (key) WHERE (",
                        tables[table].name, tables[table].name);
    put_columns(query, "a", tables[table].columns);
    sqlite3_str_appendall(query, ") <> (");
    put_columns(query, "b", tables[table].columns);
    sqlite3_str_appendall(query, ")");
    code = count_rows(db, query, &differing);
    count->known += all - differing;
    count->differing += differing;
    return code;
}

static int take_rows(sqlite3 *db, const char *table, uint64_t *added) {
    char sql[128];
    snprintf(sql, sizeof sql, "INSERT OR IGNORE INTO main.%s SELECT * FROM other.%s", table, table);
    int code = database_run(db, sql);
    if (added) *added += (uint64_t)sqlite3_changes64(db);
    return code;
}

static int take_all(sqlite3 *db, struct merge_count *count) {
    int code = database_run(db, "BEGIN IMMEDIATE");
    if (code == SQLITE_OK) code = take_rows(db, "kiosk", NULL);
    if (code == SQLITE_OK) code = take_rows(db, "shown", NULL);
    for (int i = 0; i < TABLES && code == SQLITE_OK; i++) {
        code = count_known(db, i, count);
        if (code == SQLITE_OK) code = take_rows(db, tables[i].name, &count->added);
    }
    if (code == SQLITE_OK) code = database_run(db, "COMMIT");
    if (code != SQLITE_OK && !sqlite3_get_autocommit(db)) database_run(db, "ROLLBACK");
    return code;
}

/* Opened by itself first: what it is and of which version is asked there. */
static int attach(sqlite3 *db, const char *folder) {
    char path[STORE_PATH];
    sqlite3 *other;
    int code = database_open_to_read(&other, folder);
    if (code != SQLITE_OK) return code;
    sqlite3_close(other);
    if (!database_path(path, folder, "scores.db")) return SQLITE_CANTOPEN;
    char *sql = sqlite3_mprintf("ATTACH %Q AS other", path);
    code = sql ? database_run(db, sql) : SQLITE_NOMEM;
    sqlite3_free(sql);
    return code;
}

int merge_from(sqlite3 *db, const char *folder, struct merge_count *count) {
    *count = (struct merge_count){0};
    int code = attach(db, folder);
    if (code != SQLITE_OK) return code & 0xFF;
    code = take_all(db, count);
    database_run(db, "DETACH other");
    return code & 0xFF;
}
