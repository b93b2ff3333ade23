#include "store/database.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/disk.h"
#include "store/insert.h"
#include "store/machine.h"
#include "store/migrate.h"

/* What a file of ours says in its head: "anzh". */
enum { APPLICATION_ID = 0x616E7A68 };

/* There will never be so many: a head that says more is damaged. */
enum { VERSIONS_MOST = 256 };

/* Reading all of a bigger file would keep the screen dark; `anzhi verify` does it on request. */
enum { CHECK_MOST = 64 << 20, BUSY_MILLIS = 2000 };

bool database_path(char path[STORE_PATH], const char *folder, const char *name) {
    int length = snprintf(path, STORE_PATH, "%s/%s", folder, name);
    return *folder && length > 0 && length < STORE_PATH;
}

int database_run(sqlite3 *db, const char *sql) {
    return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

int database_number(sqlite3 *db, const char *sql, int64_t otherwise, int64_t *number) {
    sqlite3_stmt *statement = NULL;
    *number = otherwise;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    if (code == SQLITE_ROW && sqlite3_column_type(statement, 0) != SQLITE_NULL)
        *number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

const char *database_text(sqlite3_stmt *statement, int column) {
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text ? text : "";
}

/* A write-ahead log with a sync at every commit: what was committed is there after a power cut. EXTRA while
   the log is introduced, or the journal of that one step could come back after a cut and undo everything. */
static int set_pragmas(sqlite3 *db) {
    static const char *const pragmas[] = {"PRAGMA trusted_schema = OFF",        "PRAGMA cell_size_check = ON",
                                          "PRAGMA synchronous = EXTRA",         "PRAGMA journal_mode = WAL",
                                          "PRAGMA synchronous = FULL",          "PRAGMA secure_delete = ON",
                                          "PRAGMA journal_size_limit = 1048576"};
    int code = SQLITE_OK;
    sqlite3_busy_timeout(db, BUSY_MILLIS);
    for (size_t i = 0; i < sizeof pragmas / sizeof *pragmas && code == SQLITE_OK; i++)
        code = database_run(db, pragmas[i]);
    return code;
}

/* Damage is what SQLite says after it has read: what it could not read may be sound. */
static int look_at_pages(sqlite3 *db) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &statement, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        code = strcmp(database_text(statement, 0), "ok") == 0 ? SQLITE_OK : SQLITE_CORRUPT;
    sqlite3_finalize(statement);
    return code;
}

static int check_pages(sqlite3 *db) {
    int64_t pages = 0, size = 0;
    int code = database_number(db, "PRAGMA page_count", 0, &pages);
    if (code == SQLITE_OK) code = database_number(db, "PRAGMA page_size", 0, &size);
    if (code != SQLITE_OK || pages * size > CHECK_MOST) return code;
    return look_at_pages(db);
}

/* A new file is empty and says nothing of itself. */
static int check_ours(sqlite3 *db, int64_t *version) {
    int64_t id = 0, tables = 0;
    int code = database_number(db, "PRAGMA application_id", 0, &id);
    if (code == SQLITE_OK) code = database_number(db, "PRAGMA user_version", 0, version);
    if (code == SQLITE_OK) code = database_number(db, "SELECT count(*) FROM sqlite_schema", 0, &tables);
    if (code != SQLITE_OK) return code;
    bool new = id == 0 && *version == 0 && tables == 0;
    bool ours = id == APPLICATION_ID && *version > 0 && *version < VERSIONS_MOST;
    return new || ours ? SQLITE_OK : SQLITE_NOTADB;
}

static int bring_up_to_date(sqlite3 *db, const char *folder) {
    int64_t version = 0;
    int code = check_ours(db, &version);
    if (code != SQLITE_OK) return code;
    if (version > SCHEMA_VERSION) return SQLITE_SCHEMA;
    return migrate(db, folder, version, APPLICATION_ID);
}

/* A file that came here with a copied disk belongs to the machine that wrote it: this one begins a number of
   its own, or two machines would write the same numbers. */
static int find_kiosk(struct database *database, int64_t now) {
    char machine[MACHINE_TEXT];
    sqlite3_stmt *statement = NULL;
    machine_print(machine);
    int code = sqlite3_prepare_v2(database->db,
                                  "SELECT id FROM kiosk WHERE machine = ? ORDER BY at DESC, id LIMIT 1", -1,
                                  &statement, NULL);
    if (code != SQLITE_OK) return code;
    sqlite3_bind_text(statement, 1, machine, -1, SQLITE_STATIC);
    code = sqlite3_step(statement);
    if (code == SQLITE_ROW) snprintf(database->kiosk, KIOSK_TEXT, "%s", database_text(statement, 0));
    sqlite3_finalize(statement);
    if (code == SQLITE_DONE) return machine_enter(database->db, machine, now, database->kiosk);
    return code == SQLITE_ROW ? SQLITE_OK : code;
}

static int find_seq(struct database *database) {
    char sql[512];
    snprintf(sql, sizeof sql,
             "SELECT max(seq) FROM (SELECT max(seq) AS seq FROM answer WHERE kiosk = '%s'"
             " UNION ALL SELECT max(seq) FROM round WHERE kiosk = '%s'"
             " UNION ALL SELECT max(seq) FROM flag WHERE kiosk = '%s'"
             " UNION ALL SELECT max(seq) FROM switch WHERE kiosk = '%s')",
             database->kiosk, database->kiosk, database->kiosk, database->kiosk);
    return database_number(database->db, sql, 0, &database->seq);
}

static int prepare(struct database *database, const char *folder, int64_t now) {
    int code = set_pragmas(database->db);
    if (code == SQLITE_OK) code = check_pages(database->db);
    if (code == SQLITE_OK) code = bring_up_to_date(database->db, folder);
    if (code == SQLITE_OK) code = find_kiosk(database, now);
    if (code == SQLITE_OK) code = find_seq(database);
    if (code == SQLITE_OK) code = insert_prepare(database);
    /* Ours by its head, but not what it says it is. */
    return code == SQLITE_ERROR ? SQLITE_CORRUPT : code & 0xFF;
}

static bool may_only_be_read(const struct database *database) {
    return sqlite3_db_readonly(database->db, "main") != 0;
}

/* SQLite opens what the system lets it only read all the same, and with a log beside it tries for ten
   seconds. What becomes so only when its head has been read has a damaged head. */
static int prepare_to_write(struct database *database, const char *folder, int64_t now) {
    if (may_only_be_read(database)) return SQLITE_READONLY;
    int code = prepare(database, folder, now);
    return may_only_be_read(database) ? SQLITE_NOTADB : code;
}

/* What is damaged is kept as it was found: its log beside it, not written into it. */
void database_leave_log(struct database *database, bool leave) {
    if (database->db) sqlite3_db_config(database->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, (int)leave, NULL);
}

/* Who only read a file that could not be written leaves a log that can't either, when the file long can. */
static void free_log(const char *folder) {
    char path[STORE_PATH];
    if (database_path(path, folder, "scores.db-wal")) disk_make_writable(path);
    if (database_path(path, folder, "scores.db-shm")) disk_make_writable(path);
}

static bool is_in_the_way(const char *path) {
    struct stat found;
    return lstat(path, &found) == 0 && !S_ISREG(found.st_mode);
}

int database_open(struct database *database, const char *folder, int64_t now) {
    char path[STORE_PATH];
    *database = (struct database){0};
    if (!database_path(path, folder, "scores.db")) return SQLITE_CANTOPEN;
    if (is_in_the_way(path)) return SQLITE_NOTADB;
    disk_make_private(path);
    free_log(folder);
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    int code = sqlite3_open_v2(path, &database->db, flags, NULL);
    database_leave_log(database, true);
    if (code == SQLITE_OK) code = prepare_to_write(database, folder, now);
    if (code == SQLITE_OK)
        database_leave_log(database, false);
    else
        database_close(database);
    return code;
}

/* Opening a pipe would wait for whoever writes into it. */
static bool is_no_file(const char *path) {
    struct stat found;
    return stat(path, &found) == 0 && !S_ISREG(found.st_mode);
}

int database_open_to_read(sqlite3 **db, const char *folder) {
    char path[STORE_PATH];
    int64_t version = 0;
    *db = NULL;
    if (!database_path(path, folder, "scores.db")) return SQLITE_CANTOPEN;
    if (is_no_file(path)) return SQLITE_NOTADB;
    int code = sqlite3_open_v2(path, db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
    if (code == SQLITE_OK) sqlite3_busy_timeout(*db, BUSY_MILLIS);
    if (code == SQLITE_OK) code = check_ours(*db, &version);
    if (code == SQLITE_OK && version != SCHEMA_VERSION) code = SQLITE_SCHEMA;
    if (code == SQLITE_OK) return code;
    sqlite3_close(*db);
    *db = NULL;
    return code;
}

void database_close(struct database *database) {
    insert_finish(database);
    sqlite3_close(database->db);
    database->db = NULL;
}

/* A commit that failed may have reached the disk all the same; then its rows are there already, and keep the
   numbers that they have. */
int database_write(struct database *database, struct row *const *rows, uint32_t count) {
    int64_t seq = database->seq;
    int code = database_run(database->db, "BEGIN IMMEDIATE");
    for (uint32_t i = 0; i < count && code == SQLITE_OK; i++) {
        rows[i]->seq = seq + 1;
        code = insert_row(database, rows[i]);
        if (sqlite3_changes64(database->db) > 0) seq++;
    }
    if (code == SQLITE_OK) code = database_run(database->db, "COMMIT");
    if (code == SQLITE_OK)
        database->seq = seq;
    else if (!sqlite3_get_autocommit(database->db))
        database_run(database->db, "ROLLBACK");
    return code & 0xFF;
}

/* Only names that nobody has yet: nothing is ever overwritten. */
static bool find_free(const char *folder, char path[STORE_PATH]) {
    char name[64];
    for (int i = 1; i < 1000; i++) {
        snprintf(name, sizeof name, "scores-damaged-%d.db", i);
        if (!database_path(path, folder, name)) return false;
        if (access(path, F_OK) != 0) return true;
    }
    return false;
}

static void move_beside(const char *folder, const char *kept, const char *ending) {
    char from[STORE_PATH], name[32], to[STORE_PATH + 8];
    snprintf(name, sizeof name, "scores.db%s", ending);
    snprintf(to, sizeof to, "%s%s", kept, ending);
    if (database_path(from, folder, name)) rename(from, to);
}

bool database_set_aside(const char *folder) {
    char from[STORE_PATH], to[STORE_PATH];
    if (!database_path(from, folder, "scores.db") || !find_free(folder, to)) return false;
    if (rename(from, to) != 0) return false;
    move_beside(folder, to, "-wal"); /* what it has not taken in yet */
    move_beside(folder, to, "-shm");
    return true;
}
