#include <assert.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/random.h"
#include "bench.h"
#include "store/database.h"
#include "store/schema.h"
#include "store/statistics.h"
#include "store/store.h"

/* Answers that are acknowledged in a second, beside SQLite in a bare loop that writes the same rows into the
   same tables with the same pragmas; and what the statistics of many answers cost, beside SQLite stepping
   through them. */

enum { BATCH = 10, BATCHES = 99, QUESTIONS = 200, PLACES = 5, TODAY = 20240909 };

static const int64_t now = 1725846000000;

struct place {
    char folder[64];
};

static void make_place(struct place *place, const char *where) {
    snprintf(place->folder, sizeof place->folder, "%s/anzhi-bench-XXXXXX", where);
    if (!mkdtemp(place->folder)) abort();
}

static void remove_place(const struct place *place) {
    static const char *const names[] = {"scores.db", "scores.db-wal", "scores.db-shm", "scores.lock"};
    char path[128];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", place->folder, names[i]);
        unlink(path);
    }
    rmdir(place->folder);
}

/* The i-th answer of all; rounds of five. */
static struct row answer_of(uint64_t i, char stem[64]) {
    static const char *const orders[] = {"[\"甲地\",\"乙地\",\"丙地\"]", "[\"乙地\",\"甲地\",\"丙地\"]",
                                         "[\"丙地\",\"乙地\",\"甲地\"]"};
    static const char *const keys[] = {"[0]", "[1]", "[2]"};
    uint32_t question = random_below(3, 0, i, QUESTIONS), order = random_below(3, 1, i, 3);
    bool correct = random_below(3, 2, i, 100) < 70;
    struct row row = {
        .kind = ROW_ANSWER, .at = now + (int64_t)i * 1000, .day = TODAY + (uint32_t)(i / 150000)};
    snprintf(stem, 64, "第%u题，在哪一座城市举行？", question);
    memcpy(row.key.bytes, &i, sizeof i);
    row.key.bytes[15] = 1;
    row.as.answer = (struct answer_row){.shown = {.pack = "wangan",
                                                  .item = stem,
                                                  .topic = "历年",
                                                  .form = "single",
                                                  .stem = stem,
                                                  .options = orders[order],
                                                  .answer = keys[order],
                                                  .pack_hash = 7,
                                                  .rev = 1},
                                        .mode = "kiosk",
                                        .choice = correct ? keys[order] : keys[(order + 1) % 3],
                                        .place = (uint32_t)(i % PLACES),
                                        .millis = 2000 + random_below(3, 3, i, 9000),
                                        .correct = correct};
    uint64_t round = i / PLACES + 1;
    memcpy(row.as.answer.round.bytes + 8, &round, sizeof round);
    return row;
}

static struct row round_of(uint64_t i) {
    struct row row = {
        .kind = ROW_ROUND, .at = now + (int64_t)i * 1000, .day = TODAY + (uint32_t)(i / 150000)};
    uint64_t round = i / PLACES + 1;
    memcpy(row.key.bytes + 8, &round, sizeof round);
    row.as.round = (struct round_row){
        .mode = "kiosk", .code = "", .sign = "", .planned = PLACES, .answered = PLACES, .score = 60};
    return row;
}

/* Acknowledged answers */

struct bare {
    sqlite3 *db;
    sqlite3_stmt *shown, *answer;
};

static void bare_open(struct bare *bare, const struct place *place) {
    char path[128];
    snprintf(path, sizeof path, "%s/scores.db", place->folder);
    sqlite3_open(path, &bare->db);
    database_run(bare->db, "PRAGMA journal_mode = WAL");
    database_run(bare->db, "PRAGMA synchronous = FULL");
    database_run(bare->db, "PRAGMA secure_delete = ON");
    database_run(bare->db, "PRAGMA journal_size_limit = 1048576");
    char *schema = sqlite3_mprintf("%.*s", (int)store_schema_size, (const char *)store_schema);
    database_run(bare->db, schema);
    sqlite3_free(schema);
    sqlite3_prepare_v2(
        bare->db,
        "INSERT OR IGNORE INTO shown VALUES (?,'wangan','0000000000000007',?2,1,'历年','single',?2,?,?)", -1,
        &bare->shown, NULL);
    sqlite3_prepare_v2(bare->db,
                       "INSERT INTO answer VALUES (?,'0123456789abcdef',?,?,?,?,?,'kiosk',0,?,?,?,0,?)", -1,
                       &bare->answer, NULL);
}

static void bare_close(struct bare *bare) {
    sqlite3_finalize(bare->shown);
    sqlite3_finalize(bare->answer);
    sqlite3_close(bare->db);
}

static void bare_shown(struct bare *bare, const struct answer_row *answer) {
    sqlite3_bind_int64(bare->shown, 1, shown_id(&answer->shown));
    sqlite3_bind_text(bare->shown, 2, answer->shown.stem, -1, SQLITE_STATIC);
    sqlite3_bind_text(bare->shown, 3, answer->shown.options, -1, SQLITE_STATIC);
    sqlite3_bind_text(bare->shown, 4, answer->shown.answer, -1, SQLITE_STATIC);
    sqlite3_step(bare->shown);
    sqlite3_reset(bare->shown);
}

static void bare_answer(struct bare *bare, const struct row *row, uint64_t seq) {
    const struct answer_row *answer = &row->as.answer;
    const int64_t numbers[] = {(int64_t)seq, row->at, row->day};
    sqlite3_bind_blob(bare->answer, 1, row->key.bytes, KEY_BYTES, SQLITE_STATIC);
    for (int i = 0; i < 3; i++) sqlite3_bind_int64(bare->answer, 2 + i, numbers[i]);
    sqlite3_bind_blob(bare->answer, 5, answer->round.bytes, KEY_BYTES, SQLITE_STATIC);
    sqlite3_bind_int64(bare->answer, 6, answer->place);
    sqlite3_bind_int64(bare->answer, 7, shown_id(&answer->shown));
    sqlite3_bind_text(bare->answer, 8, answer->choice, -1, SQLITE_STATIC);
    sqlite3_bind_int64(bare->answer, 9, answer->correct);
    sqlite3_bind_int64(bare->answer, 10, answer->millis);
    int code = sqlite3_step(bare->answer);
    assert(code == SQLITE_DONE);
    sqlite3_reset(bare->answer);
}

static double time_bare(struct bare *bare, uint64_t *next) {
    double start = seconds_now();
    for (int i = 0; i < BATCH; i++, ++*next) {
        char stem[64];
        struct row row = answer_of(*next, stem);
        database_run(bare->db, "BEGIN IMMEDIATE");
        bare_shown(bare, &row.as.answer);
        bare_answer(bare, &row, *next + 1);
        database_run(bare->db, "COMMIT");
    }
    return seconds_now() - start;
}

static double time_store(struct store *store, uint64_t *next) {
    double start = seconds_now();
    for (int i = 0; i < BATCH; i++, ++*next) {
        char stem[64];
        struct row row = answer_of(*next, stem);
        if (!store_add(store, &row)) fprintf(stderr, "bench: an answer was not saved\n");
    }
    return seconds_now() - start;
}

/* In turn, so that whatever else the disk has to do falls on both. */
static void compare_in(const char *where) {
    struct place ours, theirs;
    struct bare bare;
    enum store_claim claim;
    uint64_t first = 0, second = 0;
    double saved[BATCHES], written[BATCHES];
    make_place(&ours, where);
    make_place(&theirs, where);
    struct store *store = store_create(ours.folder, &claim);
    bare_open(&bare, &theirs);
    time_store(store, &first); /* it is opened by its first row */
    time_bare(&bare, &second);
    for (int i = 0; i < BATCHES; i++) {
        saved[i] = time_store(store, &first);
        written[i] = time_bare(&bare, &second);
    }
    double each = median(saved, BATCHES) / BATCH, reference = median(written, BATCHES) / BATCH;
    printf("| %s | %.0f | %.0f | %.2f |\n", where, 1 / each, 1 / reference, reference / each);
    store_destroy(store);
    bare_close(&bare);
    remove_place(&ours);
    remove_place(&theirs);
}

/* Statistics */

static void write_many(struct database *database, uint64_t from, uint64_t to) {
    enum { MOST = 3000 };
    static struct row rows[MOST];
    static char stems[MOST][64];
    struct row *list[MOST];
    while (from < to) {
        uint32_t count = 0;
        for (; count + 2 <= MOST && from < to; from++) {
            rows[count] = answer_of(from, stems[count]);
            list[count] = &rows[count];
            count++;
            if (from % PLACES != PLACES - 1) continue;
            rows[count] = round_of(from);
            list[count] = &rows[count];
            count++;
        }
        if (database_write(database, list, count) != SQLITE_OK) abort();
    }
}

static double time_statistics(sqlite3 *db) {
    struct results results;
    struct statistics made;
    struct arena arena;
    uint32_t days;
    double start = processor_seconds();
    arena_init(&arena);
    results_read(&results, db, NULL, NULL);
    statistics_make(&results, &arena, &made);
    statistics_group(&results, GROUP_DAY, &arena, &days);
    double took = processor_seconds() - start;
    results_finish(&results);
    arena_finish(&arena);
    return took;
}

static double time_stepping(sqlite3 *db) {
    sqlite3_stmt *statement;
    int64_t sum = 0;
    double start = processor_seconds();
    sqlite3_prepare_v2(db, "SELECT round, shown, place, choice, correct, millis FROM answer", -1, &statement,
                       NULL);
    while (sqlite3_step(statement) == SQLITE_ROW)
        for (int i = 0; i < 6; i++) sum += sqlite3_column_int64(statement, i);
    sqlite3_finalize(statement);
    return sum ? processor_seconds() - start : 0;
}

static double measure_statistics(const struct place *place, uint64_t answers, double before) {
    enum { TIMES = 5 };
    sqlite3 *db;
    double taken[TIMES], stepped[TIMES];
    if (database_open_to_read(&db, place->folder) != SQLITE_OK) abort();
    time_stepping(db);
    for (int i = 0; i < TIMES; i++) {
        taken[i] = time_statistics(db);
        stepped[i] = time_stepping(db);
    }
    sqlite3_close(db);
    double took = median(taken, TIMES), stepping = median(stepped, TIMES);
    printf("| %llu | %.3f | %.2f | %.1f |\n", (unsigned long long)answers, took, took / stepping,
           before > 0 ? took / before : 1);
    return took;
}

void bench_scores(void) {
    const char *disk = getenv("TMPDIR");
    puts("Scores. Reference: the same rows, tables and pragmas in a bare loop of SQLite.\n");
    puts("| where | answers acknowledged a second | bare loop | ratio |\n|---|---|---|---|");
    compare_in(disk ? disk : "/var/tmp");
    if (access("/dev/shm", W_OK) == 0) compare_in("/dev/shm");
    puts("\nStatistics. Reference: stepping through the rows; processor times.\n");
    puts("| answers | s | ratio | growth |\n|---|---|---|---|");
    struct place place;
    struct database database;
    double took = 0;
    uint64_t there = 0;
    make_place(&place, access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/var/tmp");
    if (database_open(&database, place.folder, now) != SQLITE_OK) abort();
    for (uint64_t answers = 10000; answers <= 1000000; answers *= 10) {
        write_many(&database, there, answers);
        there = answers;
        took = measure_statistics(&place, answers, took);
    }
    database_close(&database);
    remove_place(&place);
    puts("");
}
