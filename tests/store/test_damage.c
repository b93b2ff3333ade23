#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "store/database.h"
#include "store/fixture.h"
#include "store/results.h"
#include "store/statistics.h"
#include "store/switches.h"
#include "store/verify.h"

#include <cmocka.h>

/* Bytes that the disk has changed, one at a time, anywhere in the file or its log. Whatever SQLite makes of
   it, the store opens or begins anew, takes rows, and reads without harm; what was set aside is as it was.
   ANZHI_FLIPS=10000 tries so many. */

enum { FLIPS = 300, ROWS = 120, MOST = 1 << 20, PATIENCE = 2, VERSION = 63 };

struct image {
    char bytes[MOST];
    size_t size;
};

struct images {
    struct image file, log;
};

static void read_image(const char *path, struct image *image) {
    int file = open(path, O_RDONLY);
    ssize_t got = read(file, image->bytes, MOST);
    assert_true(got > 0 && got < MOST);
    image->size = (size_t)got;
    close(file);
}

static void add_a_day(struct store *store) {
    for (uint32_t i = 0; i < ROWS; i++) {
        struct row answer = answer_row_of(i % 3 ? "哪一项是？" : "这一题的题干要长一些，才会多占几页", i % 2),
                   round = round_row_of(i % 6 * 20), flag = answer,
                   turned = {.kind = ROW_SWITCH, .as.turned = {"w-1", i % 2}};
        flag.kind = ROW_FLAG;
        flag.as.flag = (struct flag_row){answer.as.answer.shown};
        const struct row *rows[] = {&answer, &answer, &answer, &round, &flag, &turned};
        for (size_t k = 0; k < (i % 10 ? 4 : 6); k++) assert_true(store_add(store, rows[k]));
    }
}

/* As it is while the program runs, which is how a power cut leaves it: with a log. */
static void take_images(const struct place *place, struct images *images) {
    struct store *store = open_store(place);
    add_a_day(store);
    store_destroy(store);
    store = open_store(place);
    struct row row = answer_row_of("在日志里", true);
    for (int i = 0; i < 30; i++) assert_true(store_add(store, &row));
    read_image(path_in(place, "scores.db"), &images->file);
    read_image(path_in(place, "scores.db-wal"), &images->log);
    store_destroy(store);
}

static void put_images(const struct place *place, const struct images *images, bool with_log) {
    static const char *const others[] = {"scores-damaged-1.db", "scores-damaged-1.db-wal",
                                         "scores-damaged-1.db-shm", "scores.db-wal", "scores.db-shm"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) unlink(path_in(place, others[i]));
    put_bytes(path_in(place, "scores.db"), images->file.bytes, images->file.size);
    if (with_log) put_bytes(path_in(place, "scores.db-wal"), images->log.bytes, images->log.size);
}

static void take_nothing(void *context, const char *item, bool off) {
    (void)context;
    (void)item;
    (void)off;
}

/* Every way in which the store is read, before anybody has mended anything. */
static void read_all_of_it(const struct place *place) {
    sqlite3 *db;
    struct results results;
    struct statistics statistics;
    struct arena arena;
    struct verdict verdict;
    switches_read_in(place->folder, take_nothing, NULL);
    if (database_open_to_read(&db, place->folder) != SQLITE_OK) return;
    if (results_read(&results, db, NULL, NULL) == SQLITE_OK) {
        arena_init(&arena);
        statistics_make(&results, &arena, &statistics);
        arena_finish(&arena);
    }
    results_finish(&results);
    verify(db, &verdict);
    sqlite3_close(db);
}

struct toll {
    uint32_t tried, at_start, later; /* set aside */
};

static double seconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now); /* others may be busy */
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static bool is_as_it_was(const struct place *place, const char *name, const struct image *image) {
    static struct image kept;
    if (access(path_in(place, name), F_OK) != 0) return false;
    read_image(path_in(place, name), &kept);
    return kept.size == image->size && memcmp(kept.bytes, image->bytes, kept.size) == 0;
}

static void use_the_store(const struct place *place, const struct images *images, struct toll *toll) {
    struct row row = answer_row_of("后来的题", true);
    struct store_day day;
    uint32_t percent;
    double began = seconds_now();
    struct store *store = open_store(place);
    store_retry(store, NOW);
    assert_true(seconds_now() - began < PATIENCE);
    bool at_start = store_health(store).set_aside > 0;
    store_day(store, TODAY, &day);
    store_percentile(store, TODAY, 80, &percent);
    if (!store_add(store, &row)) fail_msg("it takes no row: %d", store_health(store).code);
    assert_int_equal(store_health(store).lost + store_health(store).waiting, 0);
    bool set_aside = store_health(store).set_aside > 0;
    assert_int_equal(store_destroy(store), 0);
    assert_int_equal(count_files(place, "scores-damaged-1.db") > 0, set_aside);
    if (at_start) assert_true(is_as_it_was(place, "scores-damaged-1.db", &images->file));
    toll->at_start += at_start;
    toll->later += set_aside && !at_start;
}

static void read_and_use(const struct place *place, const struct images *images, bool with_log,
                         struct toll *toll) {
    put_images(place, images, with_log);
    read_all_of_it(place);
    put_images(place, images, with_log); /* who reads may have taken the log in */
    use_the_store(place, images, toll);
    toll->tried++;
}

/* In the head, where a byte means most, more often than chance would have it; but for the one byte by which
   the file is of a later version, which is left alone. */
static void change_a_byte(const struct place *place, struct images *images, unsigned *chance,
                          struct toll *toll) {
    bool with_log = rand_r(chance) % 2;
    struct image *image = with_log && rand_r(chance) % 2 ? &images->log : &images->file;
    size_t most = rand_r(chance) % 4 ? image->size : 100, where = (size_t)rand_r(chance) % most;
    if (image == &images->file && where == VERSION) return;
    char before = image->bytes[where];
    image->bytes[where] = (char)(before ^ (1 + rand_r(chance) % 255));
    read_and_use(place, images, with_log, toll);
    image->bytes[where] = before;
}

static uint32_t flips_wanted(void) {
    const char *asked = getenv("ANZHI_FLIPS");
    return asked ? (uint32_t)strtoul(asked, NULL, 10) : FLIPS;
}

static void any_byte_may_change(void **state) {
    struct images *images = calloc(1, sizeof *images);
    struct toll toll = {0};
    unsigned chance = 3;
    take_images(*state, images);
    for (uint32_t i = 0, count = flips_wanted(); i < count; i++)
        change_a_byte(*state, images, &chance, &toll);
    print_message("%u bytes changed: %u set aside at the start, %u later\n", toll.tried, toll.at_start,
                  toll.later);
    assert_true(toll.at_start > toll.tried / 20 && toll.at_start < toll.tried);
    free(images);
}

/* Cut short at every sector, with and without its log. */
static void file_may_end_anywhere(void **state) {
    struct images *images = calloc(1, sizeof *images);
    struct toll toll = {0};
    take_images(*state, images);
    size_t whole = images->file.size;
    for (size_t size = 512; size < whole; size += 512) {
        images->file.size = size;
        read_and_use(*state, images, size % 1024 == 0, &toll);
    }
    print_message("%u lengths: %u set aside at the start, %u later\n", toll.tried, toll.at_start, toll.later);
    assert_true(toll.at_start > toll.tried / 2);
    free(images);
}

/* Found before the first row is written into it. */
static void page_of_junk_is_found_at_the_start(void **state) {
    enum { PAGE = 4096 };
    struct images *images = calloc(1, sizeof *images);
    struct toll toll = {0};
    char before[PAGE];
    take_images(*state, images);
    for (size_t at = 0; at + PAGE <= images->file.size; at += PAGE) {
        memcpy(before, images->file.bytes + at, PAGE);
        memset(images->file.bytes + at, 'x', PAGE);
        read_and_use(*state, images, false, &toll);
        memcpy(images->file.bytes + at, before, PAGE);
    }
    assert_true(toll.tried > 20);
    assert_int_equal(toll.at_start, toll.tried);
    free(images);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(any_byte_may_change, make_place, remove_place),
        cmocka_unit_test_setup_teardown(file_may_end_anywhere, make_place, remove_place),
        cmocka_unit_test_setup_teardown(page_of_junk_is_found_at_the_start, make_place, remove_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
