#include "store/migrate.h"

#include <stdio.h>
#include <unistd.h>

#include "store/database.h"
#include "store/disk.h"
#include "store/schema.h"

static const struct script scripts[] = {{store_schema, &store_schema_size}};
_Static_assert(sizeof scripts / sizeof *scripts == SCHEMA_VERSION, "a script to each version");

static int copy_to(sqlite3 *db, const char *path) {
    char *sql = sqlite3_mprintf("VACUUM INTO %Q", path);
    int code = sql ? database_run(db, sql) : SQLITE_NOMEM;
    sqlite3_free(sql);
    return code;
}

/* Under its name only when all of it is on the disk. */
int back_up(sqlite3 *db, const char *path) {
    char part[STORE_PATH + 8];
    snprintf(part, sizeof part, "%s.part", path);
    unlink(part);
    int code = copy_to(db, part);
    if (code != SQLITE_OK) return code;
    return disk_settle(part) && rename(part, path) == 0 && disk_settle_folder(path) ? SQLITE_OK
                                                                                    : SQLITE_IOERR;
}

/* scores-before-2.db: as it was under version 1. An older copy of the same step stays as it is. */
static int back_up_before(sqlite3 *db, const char *folder, int64_t version) {
    char name[64], path[STORE_PATH];
    snprintf(name, sizeof name, "scores-before-%d.db", (int)version + 1);
    if (!database_path(path, folder, name)) return SQLITE_CANTOPEN;
    return access(path, F_OK) == 0 ? SQLITE_OK : back_up(db, path);
}

static int run_script(const struct script *script, sqlite3 *db, int64_t version, int application_id) {
    char *sql =
        sqlite3_mprintf("BEGIN IMMEDIATE; %.*s; PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                        (int)*script->size, (const char *)script->text, application_id, (int)version + 1);
    int code = sql ? database_run(db, sql) : SQLITE_NOMEM;
    sqlite3_free(sql);
    if (code != SQLITE_OK && !sqlite3_get_autocommit(db)) database_run(db, "ROLLBACK");
    return code;
}

int migrate_by(const struct script *list, int64_t count, sqlite3 *db, const char *folder, int64_t version,
               int application_id) {
    int code = SQLITE_OK;
    for (; version < count && code == SQLITE_OK; version++) {
        if (version > 0) code = back_up_before(db, folder, version);
        if (code == SQLITE_OK) code = run_script(&list[version], db, version, application_id);
    }
    return code;
}

int migrate(sqlite3 *db, const char *folder, int64_t version, int application_id) {
    return migrate_by(scripts, SCHEMA_VERSION, db, folder, version, application_id);
}
