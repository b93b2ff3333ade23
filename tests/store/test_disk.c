#include <errno.h>
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

#include "store/disk.h"

/* A file is replaced as a whole or not at all, and nothing else is touched. */

static char place[] = "/tmp/anzhi-disk-XXXXXX";
static char path[64], beside[64], other[64];

static int make_place(void **state) {
    (void)state;
    if (!mkdtemp(place)) return -1;
    snprintf(path, sizeof path, "%s/kept", place);
    snprintf(beside, sizeof beside, "%s/kept.new", place);
    snprintf(other, sizeof other, "%s/other", place);
    return 0;
}

static int leave_place(void **state) {
    (void)state;
    unlink(path);
    unlink(other);
    rmdir(beside);
    return rmdir(place);
}

static const char *text_of(const char *file) {
    static char text[64];
    FILE *opened = fopen(file, "rb");
    if (!opened) return NULL;
    text[fread(text, 1, sizeof text - 1, opened)] = '\0';
    fclose(opened);
    return text;
}

static unsigned mode_of(const char *file) {
    struct stat found;
    assert_int_equal(lstat(file, &found), 0);
    assert_true(S_ISREG(found.st_mode));
    return found.st_mode & 0777;
}

static void a_file_takes_the_place_of_the_old_one(void **state) {
    (void)state;
    mode_t before = umask(022);
    assert_true(disk_replace(path, beside, STR("one"), false));
    assert_string_equal(text_of(path), "one");
    assert_int_equal(mode_of(path), 0644);
    assert_true(disk_replace(path, beside, STR("two"), true));
    assert_string_equal(text_of(path), "two");
    assert_int_equal(mode_of(path), 0600);
    assert_int_equal(access(beside, F_OK), -1);
    umask(before);
}

static void what_lies_beside_is_not_followed(void **state) {
    (void)state;
    assert_true(disk_replace(other, beside, STR("mine"), false));
    assert_int_equal(symlink(other, beside), 0);
    assert_true(disk_replace(path, beside, STR("three"), false));
    assert_string_equal(text_of(other), "mine");
    assert_string_equal(text_of(path), "three");
}

static void a_refusal_leaves_the_old_one(void **state) {
    (void)state;
    assert_int_equal(mkdir(beside, 0700), 0);
    errno = 0;
    assert_false(disk_replace(path, beside, STR("four"), false));
    assert_int_equal(errno, EEXIST);
    assert_string_equal(text_of(path), "three");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_file_takes_the_place_of_the_old_one),
                                       cmocka_unit_test(what_lies_beside_is_not_followed),
                                       cmocka_unit_test(a_refusal_leaves_the_old_one)};
    return cmocka_run_group_tests(tests, make_place, leave_place);
}
