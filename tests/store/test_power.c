#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "store/database.h"
#include "store/fixture.h"
#include "store/migrate.h"
#include "store/retention.h"
#include "store/schema.h"
#include "store/store.h"
#include "store/tape.h"

#include <cmocka.h>

/* Power cuts at any moment of a day with its first opening (the schema is made), its answers, the log being
   taken into the file, and old rows being cleared away. */

#ifdef __SANITIZE_ADDRESS__
enum { CUTS = 150 }; /* several times slower */
#else
enum { CUTS = 1000 };
#endif
enum { ROWS = 420, CLEARED = 150 };

static int set_up(void **state) {
    tape_insert();
    return make_place(state);
}

static int tear_down(void **state) {
    sqlite3_vfs_unregister(sqlite3_vfs_find("tape"));
    tape_clear();
    return remove_place(state);
}

static struct row numbered(uint32_t number) {
    struct row row =
        answer_row_of(number % 7 ? "哪一项是？" : "另一题的题干要长一些，好让页满得快一些", true);
    row.key = (struct row_key){{1, [14] = (uint8_t)(number >> 8), [15] = (uint8_t)number}};
    if (number < CLEARED) row.day = TODAY - 10;
    return row;
}

/* Below the store, so that the planted pragma can be set: the store adds its queue and nothing to the disk.
 */
static void play_a_day(const struct place *place, const char *pragma) {
    struct database database;
    tape.recording = true;
    assert_int_equal(database_open(&database, place->folder, NOW), SQLITE_OK);
    if (pragma) assert_int_equal(database_run(database.db, pragma), SQLITE_OK);
    for (uint32_t i = 0; i < ROWS; i++) {
        struct row row = numbered(i), *rows[] = {&row};
        assert_int_equal(database_write(&database, rows, 1), SQLITE_OK);
        tape_mark(i);
        if (i != 2 * CLEARED) continue;
        tape_mark(-1); /* from here on the old ones may be gone */
        assert_int_equal(retention_clear(database.db, TODAY), SQLITE_OK);
    }
    tape.recording = false;
    database_close(&database);
}

static void put_disk(const struct place *place, const struct tape_disk *disk) {
    for (int i = 0; i < tape.file_count; i++) {
        const char *slash = strrchr(tape.names[i], '/');
        unlink(path_in(place, slash + 1));
        if (disk->there[i]) put_bytes(path_in(place, slash + 1), disk->bytes[i], (size_t)disk->size[i]);
    }
    unlink(path_in(place, "scores.db-shm"));
}

/* What was told before the cut must be there. -1: the store could not be opened as it was. */
static int count_lost(const struct place *place, int cut) {
    struct database database;
    int lost = 0;
    uint32_t oldest = 0;
    if (database_open(&database, place->folder, NOW) != SQLITE_OK) return -1;
    for (int i = 0; i < cut; i++)
        oldest = tape.ops[i].kind == TAPE_MARK && tape.ops[i].at < 0 ? CLEARED : oldest;
    for (int i = 0; i < cut; i++) {
        char sql[128];
        int64_t found = 0;
        if (tape.ops[i].kind != TAPE_MARK || tape.ops[i].at < oldest) continue;
        snprintf(sql, sizeof sql, "SELECT count(*) FROM answer WHERE key = x'01%026d%04X'", 0,
                 (unsigned)tape.ops[i].at);
        if (database_number(database.db, sql, 0, &found) != SQLITE_OK) found = 0;
        lost += !found;
    }
    database_close(&database);
    return lost;
}

struct toll {
    int damaged, losing;
};

static struct toll cut_power(const struct place *place, int cuts) {
    struct toll toll = {0};
    unsigned chance = 7;
    for (int i = 0; i < cuts; i++) {
        struct tape_disk disk;
        int cut = rand_r(&chance) % tape.count;
        tape_cut(cut, &chance, &disk);
        put_disk(place, &disk);
        int lost = count_lost(place, cut);
        toll.damaged += lost < 0;
        toll.losing += lost > 0;
        tape_disk_finish(&disk);
    }
    return toll;
}

static void power_cut_loses_nothing_that_was_told(void **state) {
    play_a_day(*state, NULL);
    struct toll toll = cut_power(*state, CUTS);
    print_message("%d operations, %d cuts: %d damaged, %d lost something\n", tape.count, CUTS, toll.damaged,
                  toll.losing);
    assert_int_equal(toll.damaged, 0);
    assert_int_equal(toll.losing, 0);
}

/* The planted bug: a disk that is not asked to write at each commit. */
static void less_than_full_sync_is_caught(void **state) {
    play_a_day(*state, "PRAGMA synchronous = NORMAL");
    struct toll toll = cut_power(*state, 100);
    print_message("synchronous=NORMAL, 100 cuts: %d damaged, %d lost something\n", toll.damaged, toll.losing);
    assert_true(toll.losing > 20);
}

/* A step to a later version, made up: there is none yet. The copy from before it is there already. */

enum { OURS = 0x616E7A68, BEFORE_STEP = 60 };

static const unsigned char step[] = "ALTER TABLE answer ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm';"
                                    "CREATE INDEX answer_mood ON answer (mood, day)";
static const unsigned long step_size = sizeof step - 1;
static const struct script steps[] = {{store_schema, &store_schema_size}, {step, &step_size}};

static void play_a_step(const struct place *place) {
    struct database database;
    put_bytes(path_in(place, "scores-before-2.db"), "", 0);
    tape.recording = true;
    assert_int_equal(database_open(&database, place->folder, NOW), SQLITE_OK);
    for (uint32_t i = 0; i < BEFORE_STEP; i++) {
        struct row row = numbered(i), *rows[] = {&row};
        assert_int_equal(database_write(&database, rows, 1), SQLITE_OK);
        tape_mark(i);
    }
    assert_int_equal(migrate_by(steps, 2, database.db, place->folder, 1, OURS), SQLITE_OK);
    tape.recording = false;
    database_close(&database);
}

static int64_t ask(sqlite3 *db, const char *sql) {
    int64_t number = 0;
    return database_number(db, sql, -1, &number) == SQLITE_OK ? number : -2;
}

/* The file is whole, of the version before the step or behind it and never between them, and holds what was
 * told. */
static int64_t version_after(const struct place *place, int64_t told) {
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path_in(place, "scores.db"), &db), SQLITE_OK);
    int64_t version = ask(db, "PRAGMA user_version");
    assert_int_equal(ask(db, "SELECT count(*) FROM pragma_quick_check WHERE quick_check = 'ok'"), 1);
    if (told) assert_in_range(ask(db, "SELECT count(*) FROM answer"), told, told + 1);
    int64_t calm = ask(db, "SELECT count(*) FROM answer WHERE mood = 'calm'");
    assert_int_equal(calm, version == 2 ? BEFORE_STEP : -2);
    sqlite3_close(db);
    return version;
}

static void power_cut_leaves_a_step_done_or_undone(void **state) {
    struct place *place = *state;
    unsigned chance = 11;
    int seen[3] = {0};
    play_a_step(place);
    int around = 1;
    while (tape.ops[tape.count - around].kind != TAPE_MARK) around++;
    for (int i = 0; i < CUTS / 4; i++) {
        struct tape_disk disk;
        int first = i % 2 ? tape.count - around : 0; /* half of them around the step */
        int cut = first + rand_r(&chance) % (tape.count - first + 1);
        int64_t told = 0;
        for (int k = 0; k < cut; k++) told += tape.ops[k].kind == TAPE_MARK;
        tape_cut(cut, &chance, &disk);
        put_disk(place, &disk);
        seen[version_after(place, told)]++;
        tape_disk_finish(&disk);
    }
    print_message("a step: %d cuts before the schema, %d before it, %d behind it\n", seen[0], seen[1],
                  seen[2]);
    assert_true(seen[1] > 0 && seen[2] > 0);
}

/* A disk that refuses */

enum { VISIT = 12 };

static void hear_none(void *context, const struct row *row) {
    (void)row;
    ++*(uint32_t *)context;
}

/* A visit during which the k-th operation fails, once or from then on; then the disk is well again. */
static void visit_with_refusal(const struct place *place, int refuse_at, bool on, int code) {
    uint32_t told = 0;
    struct store *store = open_store(place);
    store_tell(store, hear_none, &told);
    tape.operations = 0;
    tape.refuse_at = refuse_at;
    tape.refuse_on = on;
    tape.refusal = code;
    for (uint32_t i = 0; i < VISIT; i++) {
        struct row row = numbered(CLEARED + i);
        store_add(store, &row);
    }
    tape.refuse_at = 0;
    if (!store_retry(store, NOW))
        fail_msg("operation %d, code %d, on %d: %d", refuse_at, code, on, store_health(store).code);
    assert_int_equal(told, VISIT);
    assert_int_equal(store_health(store).lost, 0);
    assert_int_equal(store_health(store).set_aside, 0);
    store_destroy(store);
    struct database database;
    int64_t found = 0;
    assert_int_equal(database_open(&database, place->folder, NOW), SQLITE_OK);
    assert_int_equal(database_number(database.db, "SELECT count(*) FROM answer", 0, &found), SQLITE_OK);
    assert_int_equal(found, VISIT);
    database_close(&database);
}

static void forget_files(const struct place *place) {
    const char *const names[] = {"scores.db", "scores.db-wal", "scores.db-shm"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) unlink(path_in(place, names[i]));
}

static int count_operations(const struct place *place) {
    visit_with_refusal(place, 0, false, SQLITE_OK);
    forget_files(place);
    return tape.operations;
}

static void every_operation_may_fail_and_no_row_is_lost(void **state) {
    /* What seems damaged once is not; for good, it is, and out of the way. */
    const int codes[] = {SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_READONLY, SQLITE_CORRUPT};
    int operations = count_operations(*state), tried = 0;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        for (int k = 1; k <= operations; k++)
            for (int on = 0; on < (codes[i] == SQLITE_CORRUPT ? 1 : 2); on++, tried++) {
                visit_with_refusal(*state, k, on, codes[i]);
                forget_files(*state);
            }
    print_message("%d operations of a visit, %d refusals\n", operations, tried);
    assert_true(operations > 50);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(power_cut_loses_nothing_that_was_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(less_than_full_sync_is_caught, set_up, tear_down),
        cmocka_unit_test_setup_teardown(power_cut_leaves_a_step_done_or_undone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_operation_may_fail_and_no_row_is_lost, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
