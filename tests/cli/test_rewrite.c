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

#include "cli/rewrite.h"

/* All files or none, whichever of them refuses. */

static char folder[] = "/tmp/anzhi-rewrite-XXXXXX";
static char paths[3][64];

static const char *path_of(int file, const char *ending) {
    static char path[256];
    snprintf(path, sizeof path, "%s%s", paths[file], ending);
    return path;
}

static void write_text(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static bool says(const char *path, const char *text) {
    char found[32] = "";
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    size_t length = fread(found, 1, sizeof found - 1, file);
    fclose(file);
    return length == strlen(text) && strcmp(found, text) == 0;
}

static bool is_there(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0;
}

static void remove_anything(const char *path) {
    if (unlink(path) != 0) rmdir(path);
}

static int begin(void **state) {
    (void)state;
    static const char *const endings[] = {"", ".bak", ".new"};
    for (int i = 0; i < 3; i++) {
        snprintf(paths[i], sizeof paths[i], "%s/%c", folder, 'a' + i);
        for (size_t k = 0; k < 3; k++) remove_anything(path_of(i, endings[k]));
    }
    write_text(paths[0], "a");
    write_text(paths[1], "b");
    return 0;
}

static struct rewrite list[3];

static void ask_for_three(void) {
    list[0] = (struct rewrite){paths[0], STR("a"), STR("A"), true};
    list[1] = (struct rewrite){paths[1], STR("b"), STR("B"), false};
    list[2] = (struct rewrite){paths[2], {NULL, 0}, STR("C"), true};
}

static void assert_untouched(void) {
    assert_true(says(paths[0], "a"));
    assert_true(says(paths[1], "b"));
    for (int i = 0; i < 3; i++) {
        struct stat status;
        if (lstat(path_of(i, ".new"), &status) == 0) assert_true(S_ISDIR(status.st_mode));
    }
}

static void all_are_written(void **state) {
    (void)state;
    ask_for_three();
    assert_true(rewrite_all(list, 3));
    assert_true(says(paths[0], "A") && says(paths[1], "B") && says(paths[2], "C"));
    assert_true(says(path_of(0, ".bak"), "a"));
    assert_false(is_there(path_of(1, ".bak")));
    assert_false(is_there(path_of(2, ".bak")));
    for (int i = 0; i < 3; i++) assert_false(is_there(path_of(i, ".new")));
}

static void one_that_can_not_be_prepared_stops_all(void **state) {
    (void)state;
    for (int bad = 0; bad < 3; bad++) {
        begin(NULL);
        ask_for_three();
        mkdir(path_of(bad, ".new"), 0700);
        assert_false(rewrite_all(list, 3));
        assert_untouched();
        assert_false(is_there(paths[2]));
    }
}

static void one_that_can_not_be_swapped_takes_back_the_others(void **state) {
    (void)state;
    ask_for_three();
    mkdir(paths[2], 0700); /* nothing takes a folder's place */
    assert_false(rewrite_all(list, 3));
    assert_untouched();
}

static void what_was_new_is_gone_again(void **state) {
    (void)state;
    ask_for_three();
    struct rewrite turned[] = {list[2], list[0], list[1]};
    remove_anything(paths[1]);
    mkdir(paths[1], 0700);
    assert_false(rewrite_all(turned, 3));
    assert_false(is_there(paths[2]));
    assert_true(says(paths[0], "a"));
}

static void a_file_keeps_its_mode(void **state) {
    (void)state;
    struct stat status;
    ask_for_three();
    chmod(paths[0], 0640);
    assert_true(rewrite_all(list, 1));
    assert_int_equal(stat(paths[0], &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
}

static int make_folder(void **state) {
    (void)state;
    return mkdtemp(folder) ? 0 : 1;
}

static int remove_folder(void **state) {
    begin(state);
    for (int i = 0; i < 3; i++) remove_anything(paths[i]);
    return rmdir(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(all_are_written, begin),
        cmocka_unit_test_setup(one_that_can_not_be_prepared_stops_all, begin),
        cmocka_unit_test_setup(one_that_can_not_be_swapped_takes_back_the_others, begin),
        cmocka_unit_test_setup(what_was_new_is_gone_again, begin),
        cmocka_unit_test_setup(a_file_keeps_its_mode, begin),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
