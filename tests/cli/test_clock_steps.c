#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>

#include <cmocka.h>

#include "cli/clock.h"
#include "cli/hall.h"
#include "cli/reporter.h"
#include "store/database.h"
#include "store/results.h"

/* The machine's clock is set while somebody plays: years ahead, years back, to before 1970, at any event.
   Here the library's clocks are the test's own. */

long syscall(long number, ...);

static int64_t ahead; /* seconds */

int clock_gettime(clockid_t clock, struct timespec *now) {
    long status = syscall(SYS_clock_gettime, clock, now);
    if (clock == CLOCK_REALTIME) now->tv_sec += ahead;
    return (int)status;
}

time_t time(time_t *out) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (out) *out = now.tv_sec;
    return now.tv_sec;
}

enum { QUESTIONS = 5, ROUNDS = 2, ROWS = ROUNDS * (QUESTIONS + 1), DAY = 86400 };
static const int64_t steps[] = {
    3600, -3600, DAY, -DAY, 5ll * 365 * DAY, -5ll * 365 * DAY, 50ll * 365 * DAY, -70ll * 365 * DAY};

/* The one step of a visit: before which event, and how far. */
static int step_at;
static int64_t step;

static void set_clock(int event) {
    if (event == step_at) ahead += step;
}

/* How many events the visits had. */
static int visit(const struct place *place, int at, int64_t by) {
    struct hall hall = {.before = set_clock};
    step_at = at;
    step = by;
    hall_open(&hall, place);
    hall_start(&hall);
    for (int i = 0; i < ROUNDS; i++) hall_play_round(&hall);
    struct store_health health = store_health(hall.keeper.store);
    assert_int_equal(health.waiting + health.lost + health.set_aside, 0);
    hall_close(&hall);
    return hall.events;
}

static int64_t ask(sqlite3 *db, const char *sql) {
    int64_t number = -1;
    assert_int_equal(database_number(db, sql, -1, &number), SQLITE_OK);
    return number;
}

#define ALL "(SELECT seq, at, day FROM answer UNION ALL SELECT seq, at, day FROM round)"
#define DATE "printf('%04d-%02d-%02d', day / 10000, day / 100 % 100, day % 100)"

static void check_rows(sqlite3 *db) {
    assert_int_equal(ask(db, "SELECT count(*) FROM " ALL), ROWS);
    assert_int_equal(ask(db, "SELECT count(DISTINCT seq) FROM " ALL " WHERE seq BETWEEN 1 AND 12"), ROWS);
    assert_int_equal(ask(db, "SELECT count(*) FROM answer WHERE place <> (seq - 1) % 6"), 0);
    assert_int_equal(ask(db, "SELECT count(DISTINCT round) FROM answer"), ROUNDS);
    assert_int_equal(ask(db, "SELECT count(*) FROM round WHERE key NOT IN (SELECT round FROM answer)"), 0);
    assert_int_equal(ask(db, "SELECT count(*) FROM answer WHERE millis NOT BETWEEN 0 AND 600000"), 0);
    assert_int_equal(ask(db, "SELECT count(*) FROM round WHERE millis NOT BETWEEN 0 AND 600000"), 0);
    assert_int_equal(ask(db, "SELECT count(*) FROM " ALL " WHERE at < 0"), 0);
    assert_int_equal(ask(db, "SELECT count(*) FROM " ALL " WHERE date(" DATE ") IS NOT " DATE), 0);
}

static void check_store(const struct place *place) {
    sqlite3 *db;
    struct results results;
    assert_int_equal(database_open_to_read(&db, place->folder), SQLITE_OK);
    check_rows(db);
    assert_int_equal(results_read(&results, db, NULL, NULL), SQLITE_OK);
    assert_int_equal(results.count, ROUNDS * QUESTIONS);
    for (uint32_t i = 0; i < results.round_count; i++)
        assert_int_equal(results.rounds[i].answered, QUESTIONS);
    results_finish(&results);
    sqlite3_close(db);
}

/* Only one day is known under the new time: nothing may go. */
static void clear_old_rows(const struct place *place) {
    struct reporter reporter;
    struct store *store = open_store(place);
    assert_true(store_retry(store, clock_now_millis()));
    reporter_init(&reporter, place->folder, store);
    reporter_clear(&reporter, &(struct settings){.keep_days = 30});
    reporter_reckon(&reporter);
    reporter_finish(&reporter);
    store_destroy(store);
}

static void forget(const struct place *place) {
    static const char *const names[] = {"scores.db", "scores.db-wal", "scores.db-shm"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) unlink(path_in(place, names[i]));
}

static void clock_may_be_set_at_any_event(void **state) {
    int events = visit(*state, -1, 0), tried = 0;
    check_store(*state);
    assert_true(events > ROUNDS * QUESTIONS * 2);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        for (int at = 0; at < events; at++, tried++) {
            forget(*state);
            visit(*state, at, steps[i]);
            clear_old_rows(*state);
            check_store(*state);
            ahead = 0;
        }
    print_message("%d events of two visits, the clock set at each by %zu steps: %d\n", events,
                  sizeof steps / sizeof *steps, tried);
}

/* What was before comes before, whatever the clock said of it. */
static void rows_go_on_after_each_step(void **state) {
    const int64_t there_and_back[] = {0, 20ll * 365 * DAY, -60ll * 365 * DAY, 40ll * 365 * DAY, -DAY};
    sqlite3 *db;
    for (size_t i = 0; i < sizeof there_and_back / sizeof *there_and_back; i++) {
        ahead += there_and_back[i];
        visit(*state, -1, 0);
    }
    ahead = 0;
    assert_int_equal(database_open_to_read(&db, ((struct place *)*state)->folder), SQLITE_OK);
    assert_int_equal(ask(db, "SELECT count(*) FROM " ALL), 5 * ROWS);
    assert_int_equal(ask(db, "SELECT max(seq) FROM " ALL), 5 * ROWS);
    assert_int_equal(ask(db, "SELECT count(*) FROM kiosk"), 1);
    assert_int_equal(ask(db, "SELECT count(*) FROM answer WHERE place <> (seq - 1) % 6"), 0);
    assert_int_equal(ask(db, "SELECT count(DISTINCT day) FROM " ALL), 4);
    sqlite3_close(db);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(clock_may_be_set_at_any_event, make_place, remove_place),
        cmocka_unit_test_setup_teardown(rows_go_on_after_each_step, make_place, remove_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
