#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>
#include <cmocka.h>

#include "cli/errand.h"
#include "cli/stick_last.h"
#include "store/fixture.h"

/* A stick is found among what is mounted, and is served or merged beside the loop. */

static const char *found_in(const char *mounts) {
    static char path[64];
    return stick_find_in(str_of(mounts), path, sizeof path) ? path : "";
}

static void stick_is_the_last_that_was_plugged_in(void **state) {
    (void)state;
    assert_string_equal(found_in(""), "");
    assert_string_equal(found_in("/dev/sda1 / ext4 rw,relatime 0 0\nproc /proc proc rw 0 0\n"), "");
    assert_string_equal(found_in("/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /media/usb vfat rw,nosuid 0 0\n"),
                        "/media/usb");
    assert_string_equal(found_in("/dev/sdb1 /media/a vfat rw 0 0\n/dev/sdc1 /run/media/k/b exfat rw 0 0"),
                        "/run/media/k/b");
    assert_string_equal(found_in("/dev/sdb1 /media/KINGSTON\\040\\0501\\051 vfat rw 0 0\n"),
                        "/media/KINGSTON (1)");
}

static void what_is_no_stick_is_passed_over(void **state) {
    (void)state;
    assert_string_equal(found_in("/dev/sr0 /media/cd iso9660 ro,nosuid 0 0\n"), "");
    assert_string_equal(found_in("tmpfs /media/fake tmpfs rw 0 0\n"), "");
    assert_string_equal(found_in("/dev/sdb1 /mediaX/usb vfat rw 0 0\n"), "");
    assert_string_equal(found_in("/dev/sdb1 /media/usb vfat rwx 0 0\n/dev/sdb1 /media/usb\n"), "");
    assert_string_equal(
        found_in("/dev/sdb1 /media/a-name-that-is-longer-than-there-is-room-for-in-the-path-of"
                 "-a-test vfat rw 0 0\n"),
        "");
}

/* A machine's scores as stick_serve leaves them. */
static void put_machine(const struct place *place, const char *name, uint32_t rounds) {
    struct place machine;
    mkdir(path_in(place, STICK_SCORES), 0700);
    snprintf(machine.folder, sizeof machine.folder, "%.32s/" STICK_SCORES "/%s", place->folder, name);
    struct store *store = open_store(&machine);
    for (uint32_t i = 0; i < rounds; i++) {
        struct row row = round_row_of(80);
        assert_true(store_add(store, &row));
    }
    store_destroy(store);
}

static int64_t rounds_of_all(const struct place *place) {
    sqlite3 *db;
    char folder[128];
    int64_t count = 0;
    snprintf(folder, sizeof folder, "%s/" STICK_ALL, place->folder);
    assert_int_equal(database_open_to_read(&db, folder), SQLITE_OK);
    assert_int_equal(database_number(db, "SELECT count(*) FROM round", 0, &count), SQLITE_OK);
    sqlite3_close(db);
    return count;
}

static void scores_of_all_machines_become_one_however_often(void **state) {
    struct place *place = *state;
    put_machine(place, "one", 2);
    put_machine(place, "two", 3);
    for (int i = 0; i < 2; i++) {
        struct stick_outcome outcome = stick_merge(place->folder);
        assert_int_equal(outcome.machines, 2);
        assert_int_equal(outcome.unread, 0);
        assert_true(stick_is_done(&outcome));
        assert_int_equal(rounds_of_all(place), 5);
    }
    assert_int_equal(access(path_in(place, STICK_ALL "/成绩.xlsx"), R_OK), 0);
    assert_int_equal(access(path_in(place, STICK_ALL "/题目.xlsx"), R_OK), 0);
}

static void store_that_can_not_be_read_is_counted_and_left(void **state) {
    struct place *place = *state;
    put_machine(place, "one", 2);
    mkdir(path_in(place, STICK_SCORES "/two"), 0700);
    put_bytes(path_in(place, STICK_SCORES "/two/scores.db"), "junk", 4);
    struct stick_outcome outcome = stick_merge(place->folder);
    assert_int_equal(outcome.machines, 1);
    assert_int_equal(outcome.unread, 1);
    assert_int_equal(rounds_of_all(place), 2);
}

static void nothing_to_merge_is_no_harm(void **state) {
    struct place *place = *state;
    struct stick_outcome outcome = stick_merge(place->folder);
    assert_int_equal(outcome.machines, 0);
    assert_true(stick_is_done(&outcome));
    assert_int_not_equal(access(path_in(place, STICK_ALL), F_OK), 0);
}

static void whole_that_can_not_be_written_is_told(void **state) {
    struct place *place = *state;
    put_machine(place, "one", 2);
    put_bytes(path_in(place, STICK_ALL), "in the way", 10);
    struct stick_outcome outcome = stick_merge(place->folder);
    assert_true(outcome.merged_badly);
    assert_false(stick_is_done(&outcome));
}

/* By another process */

static void last_stick_is_told_as_it_was(void **state) {
    struct place *place = *state;
    struct stick_outcome back, told = {STICK_SERVED, .scores = STICK_WRITTEN, .content = STICK_UNSOUND};
    assert_true(stick_last_read(place->folder, &back) == 0);
    stick_last_write(place->folder, &told);
    int64_t when = stick_last_read(place->folder, &back);
    assert_true(when != 0);
    assert_memory_equal(&back, &told, sizeof told);
    SDL_Delay(20);
    stick_last_write(place->folder, &told);
    assert_true(stick_last_read(place->folder, &back) != when); /* the same again is news */
    assert_int_equal(count_files(place, "stick-last.new"), 0);
}

static void last_stick_that_makes_no_sense_is_none(void **state) {
    struct place *place = *state;
    static const char *const lines[] = {"", "\n", "served 2", "served 3 0\n", "served 0 5\n", "merged 1 1\n"};
    struct stick_outcome back;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        put_bytes(path_in(place, "stick-last"), lines[i], strlen(lines[i]));
        assert_true(stick_last_read(place->folder, &back) == 0);
    }
}

/* Beside the loop */

static bool woken_within(int millis) {
    SDL_Event event;
    while (SDL_WaitEventTimeout(&event, millis))
        if (event.type == SDL_USEREVENT) return true;
    return false;
}

static struct stick_outcome run(struct errand *errand, bool merge, const char *stick, const char *data) {
    struct stick_outcome outcome;
    assert_true(errand_begin(errand, merge, stick, data, "/nowhere"));
    assert_true(woken_within(20000));
    assert_true(errand_end(errand, &outcome));
    return outcome;
}

static void errand_wakes_the_loop_when_it_has_ended(void **state) {
    struct place *place = *state;
    struct errand errand = {0};
    struct stick_outcome outcome;
    SDL_Init(SDL_INIT_EVENTS);
    assert_false(errand_end(&errand, &outcome));
    put_machine(place, "one", 2);
    outcome = run(&errand, true, place->folder, "");
    assert_int_equal(outcome.phase, STICK_MERGED);
    assert_int_equal(outcome.machines, 1);
    outcome = run(&errand, false, place->folder, path_in(place, STICK_SCORES "/one"));
    assert_int_equal(outcome.phase, STICK_SERVED);
    assert_int_equal(outcome.scores, STICK_WRITTEN);
    assert_int_equal(outcome.content, STICK_NO_CONTENT);
    outcome = run(&errand, false, path_in(place, "gone"), "");
    assert_int_equal(outcome.phase, STICK_ABSENT);
    assert_false(stick_is_done(&outcome));
    SDL_Quit();
}

static void one_errand_at_a_time(void **state) {
    struct place *place = *state;
    struct errand errand = {0};
    struct stick_outcome outcome;
    SDL_Init(SDL_INIT_EVENTS);
    assert_true(errand_begin(&errand, true, place->folder, "", ""));
    assert_false(errand_begin(&errand, true, place->folder, "", ""));
    assert_true(errand_end(&errand, &outcome));
    assert_true(errand_begin(&errand, true, place->folder, "", ""));
    assert_true(errand_end(&errand, &outcome));
    SDL_Quit();
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define PLACE(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)
        cmocka_unit_test(stick_is_the_last_that_was_plugged_in),
        cmocka_unit_test(what_is_no_stick_is_passed_over),
        PLACE(scores_of_all_machines_become_one_however_often),
        PLACE(store_that_can_not_be_read_is_counted_and_left),
        PLACE(nothing_to_merge_is_no_harm),
        PLACE(whole_that_can_not_be_written_is_told),
        PLACE(last_stick_is_told_as_it_was),
        PLACE(last_stick_that_makes_no_sense_is_none),
        PLACE(errand_wakes_the_loop_when_it_has_ended),
        PLACE(one_errand_at_a_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
