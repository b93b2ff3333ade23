#include "cli/stick.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/clock.h"
#include "cli/findings.h"
#include "cli/loaded.h"
#include "cli/own_content.h"
#include "store/database.h"
#include "store/disk.h"
#include "store/migrate.h"

int version_compare(const char *a, const char *b) {
    while (*a && *b) {
        bool digits = *a >= '0' && *a <= '9' && *b >= '0' && *b <= '9';
        if (digits) {
            char *after_a, *after_b;
            unsigned long x = strtoul(a, &after_a, 10), y = strtoul(b, &after_b, 10);
            if (x != y) return x < y ? -1 : 1;
            a = after_a;
            b = after_b;
        } else {
            if (*a != *b) return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
            a++, b++;
        }
    }
    return (*a != '\0') - (*b != '\0');
}

/* <stick>/content, or the stick itself when packs/ lies on it. "": there is none. */
static void find_content(const char *stick, char path[STORE_PATH]) {
    char packs[STORE_PATH];
    if (database_path(path, stick, "content") && disk_is_folder(path)) return;
    if (database_path(packs, stick, "packs") && disk_is_folder(packs))
        snprintf(path, STORE_PATH, "%s", stick);
    else
        *path = '\0';
}

static const struct pack *find_pack(const struct content *content, const char *id) {
    for (uint32_t i = 0; i < content->pack_count; i++)
        if (strcmp(content->packs[i].id, id) == 0) return &content->packs[i];
    return NULL;
}

/* A pack is new or of a later version, and none is of an earlier one. */
static bool is_newer(const struct content *new, const struct content *playing) {
    bool newer = false;
    for (uint32_t i = 0; i < new->pack_count; i++) {
        const struct pack *there = find_pack(playing, new->packs[i].id);
        int order = there ? version_compare(new->packs[i].version, there->version) : 1;
        if (order < 0) return false;
        newer = newer || order > 0;
    }
    return newer;
}

static bool is_newer_than(const struct content *new, const char *playing) {
    struct loaded loaded;
    bool newer = !loaded_open(&loaded, playing, CONTENT_QUICK) || is_newer(new, &loaded.content);
    loaded_close(&loaded);
    return newer;
}

static void tell_editor(struct loaded *loaded, const char *stick) {
    struct buf out;
    buf_init(&out);
    diags_sort(&loaded->diags);
    findings_print(&loaded->diags, clock_now_millis(), &out);
    findings_write(stick, "", buf_get(&out));
    buf_finish(&out);
}

static enum stick_content look_at_content(struct loaded *loaded, const char *folder, const char *stick,
                                          const char *playing) {
    bool sound = loaded_open(loaded, folder, CONTENT_CHECKED);
    if (!sound || loaded->diags.errors) {
        tell_editor(loaded, stick);
        return STICK_UNSOUND;
    }
    return is_newer_than(&loaded->content, playing) ? STICK_TAKEN : STICK_NOT_NEWER;
}

static enum stick_content take_content(const char *stick, const char *data, const char *playing) {
    char folder[STORE_PATH];
    struct loaded loaded;
    find_content(stick, folder);
    if (!*folder) return STICK_NO_CONTENT;
    enum stick_content outcome = look_at_content(&loaded, folder, stick, playing);
    loaded_close(&loaded);
    if (outcome == STICK_TAKEN && !own_content_replace(folder, data)) return STICK_UNCOPIED;
    return outcome;
}

/* anzhi-scores/<machine>/scores.db: each is a data folder that `anzhi merge` takes. */
static bool path_on_stick(char path[STORE_PATH], const char *stick, sqlite3 *db) {
    char name[64] = "", folder[STORE_PATH];
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, "SELECT id FROM kiosk ORDER BY at DESC LIMIT 1", -1, &statement, NULL) ==
            SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        snprintf(name, sizeof name, STICK_SCORES "/%s", database_text(statement, 0));
    sqlite3_finalize(statement);
    return *name && database_path(folder, stick, name) && disk_make_folder(folder) &&
           database_path(path, folder, "scores.db");
}

static enum stick_scores give_scores(const char *stick, const char *data) {
    sqlite3 *db;
    char path[STORE_PATH];
    if (!disk_is_folder(stick)) return STICK_UNWRITTEN; /* it is gone: its place is not to be made anew */
    if (database_open_to_read(&db, data) != SQLITE_OK) return STICK_NO_SCORES;
    bool written = path_on_stick(path, stick, db) && back_up(db, path) == SQLITE_OK;
    sqlite3_close(db);
    return written ? STICK_WRITTEN : STICK_UNWRITTEN;
}

struct stick_outcome stick_serve(const char *stick, const char *data, const char *playing) {
    struct stick_outcome outcome = {.phase = STICK_SERVED};
    outcome.scores = give_scores(stick, data); /* they can't be had again */
    outcome.content = take_content(stick, data, playing);
    return outcome;
}
