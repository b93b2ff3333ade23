#include <dirent.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/clock.h"
#include "cli/stick.h"
#include "cli/tables.h"
#include "store/database.h"
#include "store/disk.h"
#include "store/merge.h"

static void take_store(struct database *all, const char *folder, struct stick_outcome *outcome) {
    struct merge_count count;
    bool taken = merge_from(all->db, folder, &count) == SQLITE_OK;
    outcome->machines += taken;
    outcome->unread += !taken;
}

/* A folder for each machine, as stick_serve leaves them there. */
static void take_stores(struct database *all, const char *scores, struct stick_outcome *outcome) {
    char folder[STORE_PATH], store[STORE_PATH];
    DIR *entries = opendir(scores);
    if (!entries) return;
    for (struct dirent *entry; (entry = readdir(entries));) {
        if (*entry->d_name == '.' || !database_path(folder, scores, entry->d_name)) continue;
        if (database_path(store, folder, "scores.db") && access(store, F_OK) == 0)
            take_store(all, folder, outcome);
    }
    closedir(entries);
}

/* For people; from the whole. */
static bool write_tables(const char *all) {
    char rounds[STORE_PATH], questions[STORE_PATH];
    return database_path(rounds, all, "成绩.xlsx") && database_path(questions, all, "题目.xlsx") &&
           tables_write_rounds(all, rounds) && tables_write_questions(all, questions);
}

static void merge_into(const char *folder, const char *scores, struct stick_outcome *outcome) {
    struct database all = {0};
    int lock = disk_make_folder(folder) ? disk_take_lock(folder) : -2;
    bool open = lock >= 0 && database_open(&all, folder, clock_now_millis()) == SQLITE_OK;
    if (open) take_stores(&all, scores, outcome);
    if (open) database_close(&all);
    outcome->merged_badly = !open || (outcome->machines && !write_tables(folder));
    if (lock >= 0) close(lock);
}

struct stick_outcome stick_merge(const char *stick) {
    struct stick_outcome outcome = {.phase = STICK_MERGED};
    char scores[STORE_PATH], folder[STORE_PATH];
    bool named = database_path(scores, stick, STICK_SCORES) && database_path(folder, stick, STICK_ALL);
    if (named && access(scores, F_OK) == 0) merge_into(folder, scores, &outcome);
    return outcome;
}
