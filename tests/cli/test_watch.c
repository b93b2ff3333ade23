#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli/findings.h"
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

/* Some programs give a file back its time. */
static void as_old_as(const char *model, const char *path) {
    struct stat found;
    assert_int_equal(stat(model, &found), 0);
    const struct timespec times[] = {found.st_atim, found.st_mtim};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void every_way_of_saving_is_noticed(void **state) {
    struct watch watch = begin(state);
    char to[128];
    put(*state, "packs/b.json", "1");
    assert_true(is_noticed(&watch));
    put(*state, ".packs-b", "2"); /* the same size and time, another file */
    snprintf(to, sizeof to, "%s/packs/b.json", ((struct place *)*state)->folder);
    as_old_as(to, path_in(*state, ".packs-b"));
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

/* What was found */

static bool is_there(const struct place *place, const char *name) {
    return access(path_in(place, name), F_OK) == 0;
}

static void findings_go_beside_the_scores_when_the_content_takes_none(void **state) {
    char data[128], content[128];
    snprintf(data, sizeof data, "%s", path_in(*state, "data"));
    snprintf(content, sizeof content, "%s", path_in(*state, "packs"));
    mkdir(data, 0700);
    findings_write(content, data, STR("1"));
    assert_true(is_there(*state, "packs/" WATCH_REPORT) && !is_there(*state, "data/" WATCH_REPORT));
    unlink(path_in(*state, "packs/" WATCH_REPORT));
    mkdir(path_in(*state, "packs/" WATCH_REPORT), 0700); /* in the way */
    findings_write(content, data, STR("2"));
    assert_true(is_there(*state, "data/" WATCH_REPORT));
    assert_false(is_there(*state, "packs/." WATCH_REPORT));
}

static void findings_are_read_in_notepad(void **state) {
    struct diags diags;
    struct buf out;
    (void)state;
    diags_init(&diags);
    buf_init(&out);
    findings_print(&diags, 1725846000000, &out);
    assert_memory_equal(out.at, "\xEF\xBB\xBF检查报告", 15);
    for (size_t i = 1; i < out.len; i++) assert_int_equal(out.at[i] == '\n', out.at[i - 1] == '\r');
    assert_non_null(strstr(out.at, "没有错误"));
    diags.errors = 2;
    buf_clear(&out);
    findings_print(&diags, 1725846000000, &out);
    assert_non_null(strstr(out.at, "有 2 处错误，新内容没有使用"));
    diags.errors = 0;
    buf_finish(&out);
    diags_finish(&diags);
}

#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(change_is_told_once_and_only_when_it_keeps_still),
        IN_A_PLACE(every_way_of_saving_is_noticed),
        IN_A_PLACE(report_and_hidden_files_are_no_change),
        IN_A_PLACE(folder_that_is_gone_is_no_news_until_it_is_back),
        IN_A_PLACE(findings_go_beside_the_scores_when_the_content_takes_none),
        cmocka_unit_test(findings_are_read_in_notepad),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
