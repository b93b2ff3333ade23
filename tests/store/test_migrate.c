#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>
#include <cmocka.h>

#include "store/database.h"
#include "store/fixture.h"
#include "store/migrate.h"
#include "store/schema.h"

/* The way to a later version of the file, walked with a second step that a test makes up: there is none yet.
 */

enum { OURS = 0x616E7A68 };

static const unsigned char adds_a_column[] = "ALTER TABLE round ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'",
                           fails_half_way[] =
                               "ALTER TABLE round ADD COLUMN mood TEXT; DROP TABLE no_such_table";
static const unsigned long adds_size = sizeof adds_a_column - 1, fails_size = sizeof fails_half_way - 1;

static const struct script good[] = {{store_schema, &store_schema_size}, {adds_a_column, &adds_size}},
                           bad[] = {{store_schema, &store_schema_size}, {fails_half_way, &fails_size}};

/* A file of version 1 with three rounds in it, opened as it is. */
static sqlite3 *open_first_version(const struct place *place) {
    struct store *store = open_store(place);
    sqlite3 *db;
    for (uint32_t i = 0; i < 3; i++) {
        struct row row = round_row_of(20 * i);
        assert_true(store_add(store, &row));
    }
    store_destroy(store);
    assert_int_equal(sqlite3_open(path_in(place, "scores.db"), &db), SQLITE_OK);
    return db;
}

static int64_t ask(sqlite3 *db, const char *sql) {
    int64_t number = 0;
    if (database_number(db, sql, -1, &number) != SQLITE_OK) return -2;
    return number;
}

static int64_t ask_file(const struct place *place, const char *name, const char *sql) {
    sqlite3 *db;
    assert_int_equal(sqlite3_open_v2(path_in(place, name), &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    int64_t number = ask(db, sql);
    sqlite3_close(db);
    return number;
}

static void rows_are_there_after_the_step_and_in_a_copy_from_before(void **state) {
    struct place *place = *state;
    sqlite3 *db = open_first_version(place);
    assert_int_equal(ask(db, "PRAGMA user_version"), 1);
    assert_int_equal(migrate_by(good, 2, db, place->folder, 1, OURS), SQLITE_OK);
    assert_int_equal(ask(db, "PRAGMA user_version"), 2);
    assert_int_equal(ask(db, "PRAGMA application_id"), OURS);
    assert_int_equal(ask(db, "SELECT sum(score) FROM round WHERE mood = 'calm'"), 60);
    sqlite3_close(db);
    assert_int_equal(ask_file(place, "scores-before-2.db", "PRAGMA user_version"), 1);
    assert_int_equal(ask_file(place, "scores-before-2.db", "SELECT count(*) FROM round"), 3);
    assert_int_equal(ask_file(place, "scores-before-2.db", "SELECT count(mood) FROM round"), -2);
    assert_int_equal(count_files(place, "scores-before-2.db"), 1); /* and nothing half written beside it */
}

static void step_that_fails_changes_nothing(void **state) {
    struct place *place = *state;
    sqlite3 *db = open_first_version(place);
    assert_int_not_equal(migrate_by(bad, 2, db, place->folder, 1, OURS), SQLITE_OK);
    assert_int_equal(ask(db, "PRAGMA user_version"), 1);
    assert_int_equal(ask(db, "SELECT count(*) FROM round"), 3);
    assert_int_equal(ask(db, "SELECT count(mood) FROM round"), -2);
    sqlite3_close(db);
    struct store *store = open_store(place); /* and the kiosk goes on with it */
    struct row row = round_row_of(100);
    assert_true(store_add(store, &row));
    assert_int_equal(store_health(store).set_aside, 0);
    store_destroy(store);
    assert_int_equal(sqlite3_open(path_in(place, "scores.db"), &db), SQLITE_OK);
    assert_int_equal(migrate_by(good, 2, db, place->folder, 1, OURS), SQLITE_OK);
    assert_int_equal(ask(db, "SELECT count(mood) FROM round"), 4);
    sqlite3_close(db);
    assert_int_equal(ask_file(place, "scores-before-2.db", "SELECT count(*) FROM round"), 3); /* the first */
}

static void no_copy_no_step(void **state) {
    struct place *place = *state;
    sqlite3 *db = open_first_version(place);
    mkdir(path_in(place, "scores-before-2.db.part"), 0700); /* nothing can be written there */
    assert_int_not_equal(migrate_by(good, 2, db, place->folder, 1, OURS), SQLITE_OK);
    assert_int_equal(ask(db, "PRAGMA user_version"), 1);
    sqlite3_close(db);
}

static void file_of_this_version_is_left_as_it_is(void **state) {
    struct place *place = *state;
    sqlite3 *db = open_first_version(place);
    assert_int_equal(migrate(db, place->folder, SCHEMA_VERSION, OURS), SQLITE_OK);
    assert_int_equal(ask(db, "SELECT count(*) FROM round"), 3);
    sqlite3_close(db);
    assert_int_equal(count_files(place, "scores-before"), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define PLACE(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)
        PLACE(rows_are_there_after_the_step_and_in_a_copy_from_before),
        PLACE(step_that_fails_changes_nothing),
        PLACE(no_copy_no_step),
        PLACE(file_of_this_version_is_left_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
