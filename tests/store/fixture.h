#ifndef ANZHI_TESTS_STORE_FIXTURE_H
#define ANZHI_TESTS_STORE_FIXTURE_H

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/store.h"

/* A folder of its own for each test, and rows to put into it. */

enum { NOW = 1725846000, TODAY = 20240909 };

struct place {
    char folder[64];
};

static int make_place(void **state) {
    struct place *place = calloc(1, sizeof *place);
    snprintf(place->folder, sizeof place->folder, "%s/anzhi-store-XXXXXX",
             access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
    *state = place;
    return mkdtemp(place->folder) ? 0 : -1;
}

static int remove_place(void **state) {
    struct place *place = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", place->folder);
    int status = system(command);
    free(place);
    return status;
}

static inline const char *path_in(const struct place *place, const char *name) {
    static char path[128];
    snprintf(path, sizeof path, "%s/%s", place->folder, name);
    return path;
}

static inline struct row answer_row_of(const char *stem, bool correct) {
    struct row row = {.kind = ROW_ANSWER, .at = NOW * 1000ll, .day = TODAY};
    row.as.answer = (struct answer_row){.round = {{1}},
                                        .shown = {.pack = "wuxingxing",
                                                  .item = "w-1",
                                                  .topic = "五特性",
                                                  .form = "single",
                                                  .stem = stem,
                                                  .options = "[\"甲\",\"乙\"]",
                                                  .answer = "[0]",
                                                  .pack_hash = 7,
                                                  .rev = 1},
                                        .mode = "kiosk",
                                        .choice = correct ? "[0]" : "[1]",
                                        .millis = 1200,
                                        .correct = correct};
    return row;
}

static inline struct row round_row_of(uint32_t score) {
    struct row row = {.kind = ROW_ROUND, .at = NOW * 1000ll, .day = TODAY};
    row.as.round = (struct round_row){.mode = "kiosk",
                                      .code = "00000000 kiosk 1 0 5",
                                      .sign = "",
                                      .planned = 5,
                                      .answered = 5,
                                      .correct = score / 20,
                                      .score = score,
                                      .millis = 60000};
    return row;
}

static inline struct store *open_store(const struct place *place) {
    enum store_claim claim;
    struct store *store = store_create(place->folder, &claim);
    if (claim != STORE_OURS) abort();
    return store;
}

/* Lets `write` have its way with the file while no store is open. */
static inline void put_bytes(const char *path, const void *at, size_t count) {
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || write(file, at, count) != (ssize_t)count) abort();
    close(file);
}

static inline uint32_t count_files(const struct place *place, const char *start) {
    uint32_t found = 0;
    DIR *folder = opendir(place->folder);
    for (struct dirent *entry; (entry = readdir(folder));)
        found += strncmp(entry->d_name, start, strlen(start)) == 0;
    closedir(folder);
    return found;
}

#endif
