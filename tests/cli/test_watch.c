#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli/watch.h"

struct place {
    char folder[64];
};

static const char *path_in(const struct place *place, const char *name) {
    static char path[128];
    snprintf(path, sizeof path, "%s/%s", place->folder, name);
    return path;
}

static void put(const struct place *place, const char *name, const char *text) {
    FILE *file = fopen(path_in(place, name), "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int make_place(void **state) {
    struct place *place = calloc(1, sizeof *place);
    snprintf(place->folder, sizeof place->folder, "/tmp/anzhi-watch-XXXXXX");
    *state = place;
    if (!mkdtemp(place->folder)) return -1;
    mkdir(path_in(place, "packs"), 0700);
    put(place, "packs/a.json", "1");
    return 0;
}

static int remove_place(void **state) {
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", ((struct place *)*state)->folder);
    free(*state);
    return system(command);
}

static struct watch begin(void **state) {
    struct watch watch;
    watch_begin(&watch, ((struct place *)*state)->folder, watch_sight(((struct place *)*state)->folder));
    assert_false(watch_look(&watch));
    return watch;
}

static void change_is_told_once_and_only_when_it_keeps_still(void **state) {
    struct watch watch = begin(state);
    put(*state, "packs/a.json", "12");
    assert_false(watch_look(&watch));
    put(*state, "packs/a.json", "123");
    assert_false(watch_look(&watch));
    assert_true(watch_look(&watch));
    assert_false(watch_look(&watch));
}

static bool is_noticed(struct watch *watch) {
    watch_look(watch);
    return watch_look(watch);
}

static void every_way_of_saving_is_noticed(void **state) {
    struct watch watch = begin(state);
    char to[128];
    put(*state, "packs/b.json", "1");
    assert_true(is_noticed(&watch));
    put(*state, ".packs-b", "2"); /* the same size, another file of the name */
    snprintf(to, sizeof to, "%s/packs/b.json", ((struct place *)*state)->folder);
    assert_int_equal(rename(path_in(*state, ".packs-b"), to), 0);
    assert_true(is_noticed(&watch));
    unlink(to);
    assert_true(is_noticed(&watch));
}

static void report_and_hidden_files_are_no_change(void **state) {
    struct watch watch = begin(state);
    put(*state, WATCH_REPORT, "x");
    put(*state, ".hidden", "x");
    assert_false(is_noticed(&watch));
}

static void folder_that_is_gone_is_no_news_until_it_is_back(void **state) {
    struct watch watch = begin(state);
    char away[128];
    struct place *place = *state;
    snprintf(away, sizeof away, "%s-away", place->folder);
    assert_int_equal(rename(place->folder, away), 0);
    assert_false(is_noticed(&watch));
    assert_int_equal(rename(away, place->folder), 0);
    assert_false(is_noticed(&watch)); /* as it was */
}

#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(change_is_told_once_and_only_when_it_keeps_still),
        IN_A_PLACE(every_way_of_saving_is_noticed),
        IN_A_PLACE(report_and_hidden_files_are_no_change),
        IN_A_PLACE(folder_that_is_gone_is_no_news_until_it_is_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
