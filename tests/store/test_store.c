#include <setjmp.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>

#include "store/database.h"
#include "store/fixture.h"
#include "store/key.h"

#include <cmocka.h>

static int64_t number_in(const struct place *place, const char *sql) {
    sqlite3 *db;
    int64_t number = -1;
    assert_int_equal(database_open_to_read(&db, place->folder), SQLITE_OK);
    assert_int_equal(database_number(db, sql, -1, &number), SQLITE_OK);
    sqlite3_close(db);
    return number;
}

static void run_in(const struct place *place, const char *sql) {
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path_in(place, "scores.db"), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void add_answers(const struct place *place, uint32_t count) {
    struct store *store = open_store(place);
    struct row row = answer_row_of("哪一项是？", true);
    for (uint32_t i = 0; i < count; i++) assert_true(store_add(store, &row));
    store_destroy(store);
}

static void rows_are_there_after_reopening(void **state) {
    add_answers(*state, 3);
    assert_int_equal(number_in(*state, "SELECT count(*) FROM answer"), 3);
    assert_int_equal(number_in(*state, "SELECT count(*) FROM shown"), 1);
    assert_int_equal(number_in(*state, "SELECT max(length(key)) FROM answer"), KEY_BYTES);
    struct stat found;
    assert_int_equal(stat(path_in(*state, "scores.db"), &found), 0);
    assert_int_equal(found.st_mode & 077, 0);
}

static void numbers_go_on_where_they_ended(void **state) {
    add_answers(*state, 3);
    add_answers(*state, 2);
    assert_int_equal(number_in(*state, "SELECT max(seq) FROM answer"), 5);
    assert_int_equal(number_in(*state, "SELECT count(*) FROM kiosk"), 1);
}

static void every_kind_of_row_is_written(void **state) {
    struct store *store = open_store(*state);
    struct row answer = answer_row_of("题", false), round = round_row_of(80), flag = answer,
               turned = {.kind = ROW_SWITCH, .as.turned = {"w-1", true}};
    flag.kind = ROW_FLAG;
    flag.as.flag = (struct flag_row){answer.as.answer.shown};
    assert_true(store_add(store, &answer) && store_add(store, &round));
    assert_true(store_add(store, &flag) && store_add(store, &turned));
    store_destroy(store);
    assert_int_equal(number_in(*state, "SELECT seq FROM switch WHERE item = 'w-1' AND off"), 4);
    assert_int_equal(number_in(*state, "SELECT shown = (SELECT shown FROM answer) FROM flag"), 1);
    assert_int_equal(number_in(*state, "SELECT score FROM round"), 80);
}

static void one_program_writes_to_a_folder(void **state) {
    struct place *place = *state;
    enum store_claim claim;
    struct store *first = open_store(place), *second = store_create(place->folder, &claim);
    struct row row = answer_row_of("题", true);
    assert_int_equal(claim, STORE_TAKEN);
    assert_false(store_add(second, &row));
    assert_true(store_add(first, &row));
    store_destroy(second);
    store_destroy(first);
    struct store *third = store_create(place->folder, &claim);
    assert_int_equal(claim, STORE_OURS);
    store_destroy(third);
}

static void copied_disk_gets_a_number_of_its_own(void **state) {
    add_answers(*state, 2);
    run_in(*state, "UPDATE kiosk SET machine = 'another'");
    add_answers(*state, 1);
    assert_int_equal(number_in(*state, "SELECT count(*) FROM kiosk"), 2);
    assert_int_equal(number_in(*state, "SELECT count(*) FROM answer WHERE seq = 1"), 2);
}

/* Damage */

static void assert_begins_anew(const struct place *place, uint32_t set_aside) {
    struct store *store = open_store(place);
    struct row row = answer_row_of("题", true);
    assert_true(store_add(store, &row));
    assert_int_equal(store_health(store).set_aside, set_aside);
    store_destroy(store);
    assert_int_equal(access(path_in(place, "scores-damaged-1.db"), F_OK) == 0, set_aside);
}

static void junk_is_kept_aside(void **state) {
    char junk[5000], back[5000];
    memset(junk, 'x', sizeof junk);
    put_bytes(path_in(*state, "scores.db"), junk, sizeof junk);
    assert_begins_anew(*state, 1);
    int file = open(path_in(*state, "scores-damaged-1.db"), O_RDONLY);
    assert_int_equal(read(file, back, sizeof back), sizeof back);
    assert_memory_equal(back, junk, sizeof junk);
    close(file);
}

static void folder_in_the_way_is_kept_aside(void **state) {
    mkdir(path_in(*state, "scores.db"), 0700);
    assert_begins_anew(*state, 1);
}

static void database_of_another_program_is_kept_aside(void **state) {
    run_in(*state, "CREATE TABLE poem (line); INSERT INTO poem VALUES ('x')");
    assert_begins_anew(*state, 1);
}

static void store_without_a_table_is_kept_aside(void **state) {
    add_answers(*state, 1);
    run_in(*state, "DROP TABLE answer");
    assert_begins_anew(*state, 1);
}

static void empty_file_is_a_new_store(void **state) {
    put_bytes(path_in(*state, "scores.db"), "", 0);
    assert_begins_anew(*state, 0);
}

static void later_version_is_left_alone(void **state) {
    add_answers(*state, 1);
    run_in(*state, "PRAGMA user_version = 99");
    struct store *store = open_store(*state);
    struct row row = answer_row_of("题", true);
    assert_false(store_add(store, &row));
    assert_int_equal(store_health(store).waiting, 1);
    store_destroy(store);
    assert_int_equal(count_files(*state, "scores-damaged"), 0);
    run_in(*state, "PRAGMA user_version = 1");
    assert_int_equal(number_in(*state, "SELECT count(*) FROM answer"), 1);
}

static void version_that_can_not_be_is_damage(void **state) {
    add_answers(*state, 1);
    run_in(*state, "PRAGMA user_version = 65537");
    assert_begins_anew(*state, 1);
}

/* A disk that takes no more */

struct heard {
    struct row_key keys[100];
    uint32_t count;
};

static void hear(void *context, const struct row *row) {
    struct heard *heard = context;
    heard->keys[heard->count++] = row->key;
}

static void limit_files(rlim_t bytes) {
    struct rlimit limit;
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void rows_wait_while_the_disk_is_full_and_keep_their_order(void **state) {
    struct store *store = open_store(*state);
    struct heard heard = {0};
    struct row row = answer_row_of("题", true);
    signal(SIGXFSZ, SIG_IGN);
    store_tell(store, hear, &heard);
    assert_true(store_add(store, &row));
    limit_files(1);
    for (uint8_t i = 0; i < 20; i++) {
        row.key = (struct row_key){{9, i}};
        assert_false(store_add(store, &row));
    }
    assert_int_equal(heard.count, 1);
    assert_int_equal(store_health(store).waiting, 20);
    limit_files(RLIM_INFINITY);
    assert_true(store_retry(store, NOW));
    assert_int_equal(heard.count, 21);
    for (uint8_t i = 0; i < 20; i++) assert_int_equal(heard.keys[1 + i].bytes[1], i);
    store_destroy(store);
    assert_int_equal(number_in(*state, "SELECT count(*) FROM answer"), 21);
    assert_int_equal(number_in(*state, "SELECT max(seq) FROM answer"), 21);
    assert_int_equal(number_in(*state, "SELECT seq FROM answer WHERE hex(key) LIKE '0913%'"), 21);
}

static void what_waits_at_the_end_is_tried_a_last_time(void **state) {
    struct store *store = open_store(*state);
    struct row row = answer_row_of("题", true);
    signal(SIGXFSZ, SIG_IGN);
    assert_true(store_add(store, &row));
    limit_files(1);
    assert_false(store_add(store, &row));
    limit_files(RLIM_INFINITY);
    assert_int_equal(store_destroy(store), 0);
    assert_int_equal(number_in(*state, "SELECT count(*) FROM answer"), 2);
    store = open_store(*state);
    limit_files(1);
    assert_false(store_add(store, &row));
    assert_int_equal(store_destroy(store), 1);
    limit_files(RLIM_INFINITY);
}

static void queue_is_bounded_and_says_what_it_lost(void **state) {
    enum { QUEUE = 4096 };
    struct store *store = open_store(*state);
    struct row row = answer_row_of("题", true);
    put_bytes(path_in(*state, "scores.db"), "", 0);
    run_in(*state, "PRAGMA user_version = 99; PRAGMA application_id = 0x616E7A68; CREATE TABLE t (a)");
    for (int i = 0; i < QUEUE + 5; i++) assert_false(store_add(store, &row));
    assert_int_equal(store_health(store).waiting, QUEUE);
    assert_int_equal(store_health(store).lost, 5);
    store_destroy(store);
}

static void folder_that_can_not_be_made_is_no_reason_to_stop(void **state) {
    struct place *place = *state;
    enum store_claim claim;
    put_bytes(path_in(place, "file"), "", 0);
    struct store *store = store_create(path_in(place, "file/below"), &claim);
    struct row row = answer_row_of("题", true);
    assert_int_equal(claim, STORE_UNREACHABLE);
    assert_false(store_add(store, &row));
    unlink(path_in(place, "file"));
    assert_true(store_retry(store, NOW)); /* the folder can be had now */
    store_destroy(store);
}

/* What is read and cleared away */

static void figures_are_of_the_day(void **state) {
    struct store *store = open_store(*state);
    struct row right = answer_row_of("题", true), wrong = answer_row_of("题", false), again = right,
               yesterday = right, round = round_row_of(80), left = round_row_of(20);
    struct store_day day;
    again.as.answer.again = true;
    yesterday.day = TODAY - 1;
    left.as.round.abandoned = true;
    const struct row *rows[] = {&right, &wrong, &again, &yesterday, &round, &left};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) assert_true(store_add(store, rows[i]));
    assert_true(store_day(store, TODAY, &day));
    assert_int_equal(day.rounds, 1);
    assert_int_equal(day.right_answers, 1);
    assert_int_equal(day.started, 1);
    store_destroy(store);
}

static void percentile_counts_the_others_with_less(void **state) {
    struct store *store = open_store(*state);
    uint32_t percent = 1;
    for (uint32_t i = 0; i < 10; i++) {
        struct row row = round_row_of(i < 6 ? 60 : 80);
        store_add(store, &row);
    }
    assert_true(store_percentile(store, TODAY, 80, &percent));
    assert_int_equal(percent, 0); /* too few to say it of */
    struct row row = round_row_of(80);
    store_add(store, &row);
    assert_true(store_percentile(store, TODAY, 80, &percent));
    assert_int_equal(percent, 60);
    store_destroy(store);
}

static bool is_in_files(const struct place *place, const char *text) {
    char command[256];
    snprintf(command, sizeof command, "grep -aq '%s' %s/scores.db*", text, place->folder);
    return system(command) == 0;
}

static void what_is_cleared_away_leaves_no_bytes(void **state) {
    struct store *store = open_store(*state);
    struct row old = answer_row_of("很久以前的题干", true), new = answer_row_of("今天的题干", true);
    old.day = TODAY - 100;
    store_add(store, &old);
    store_add(store, &new);
    assert_true(is_in_files(*state, "很久以前的题干"));
    assert_true(store_clear_before(store, TODAY));
    assert_false(is_in_files(*state, "很久以前的题干"));
    assert_true(is_in_files(*state, "今天的题干"));
    store_destroy(store);
    assert_int_equal(number_in(*state, "SELECT count(*) FROM answer"), 1);
}

/* A machine that was begun in 1970, set right, and begun in 1970 again. */
static void what_a_wrong_clock_dated_goes_when_it_is_surely_old(void **state) {
    enum { NEVER_SET = 19700102 };
    const uint32_t days[] = {NEVER_SET, TODAY - 100, NEVER_SET, TODAY, NEVER_SET};
    struct store *store = open_store(*state);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        struct row row = answer_row_of("题", true), round = round_row_of(80);
        row.day = round.day = days[i];
        assert_true(store_add(store, &row) && store_add(store, &round));
    }
    assert_true(store_clear_before(store, TODAY));
    assert_int_equal(number_in(*state, "SELECT count(*) FROM answer"), 3);
    assert_int_equal(number_in(*state, "SELECT min(seq) FROM answer"), 5);
    assert_int_equal(number_in(*state, "SELECT min(seq) FROM round"), 6);
    assert_true(store_clear_before(store, TODAY + 1));
    assert_int_equal(number_in(*state, "SELECT group_concat(seq) = '9' FROM answer"), 1);
    store_destroy(store);
}

static void keys_are_of_their_time_and_never_the_same(void **state) {
    struct row_key a, b;
    (void)state;
    assert_true(key_make(0x0123456789AB, &a) && key_make(0x0123456789AB, &b));
    assert_memory_equal(a.bytes, "\x01\x23\x45\x67\x89\xAB", 6);
    assert_int_equal(a.bytes[6] >> 4, 7);
    assert_int_equal(a.bytes[8] >> 6, 2);
    assert_memory_not_equal(&a, &b, sizeof a);
}

#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(rows_are_there_after_reopening),
        IN_A_PLACE(numbers_go_on_where_they_ended),
        IN_A_PLACE(every_kind_of_row_is_written),
        IN_A_PLACE(one_program_writes_to_a_folder),
        IN_A_PLACE(copied_disk_gets_a_number_of_its_own),
        IN_A_PLACE(junk_is_kept_aside),
        IN_A_PLACE(folder_in_the_way_is_kept_aside),
        IN_A_PLACE(database_of_another_program_is_kept_aside),
        IN_A_PLACE(store_without_a_table_is_kept_aside),
        IN_A_PLACE(empty_file_is_a_new_store),
        IN_A_PLACE(later_version_is_left_alone),
        IN_A_PLACE(version_that_can_not_be_is_damage),
        IN_A_PLACE(rows_wait_while_the_disk_is_full_and_keep_their_order),
        IN_A_PLACE(what_waits_at_the_end_is_tried_a_last_time),
        IN_A_PLACE(queue_is_bounded_and_says_what_it_lost),
        IN_A_PLACE(folder_that_can_not_be_made_is_no_reason_to_stop),
        IN_A_PLACE(figures_are_of_the_day),
        IN_A_PLACE(percentile_counts_the_others_with_less),
        IN_A_PLACE(what_is_cleared_away_leaves_no_bytes),
        IN_A_PLACE(what_a_wrong_clock_dated_goes_when_it_is_surely_old),
        cmocka_unit_test(keys_are_of_their_time_and_never_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
