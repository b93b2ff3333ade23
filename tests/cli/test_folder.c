#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "cli/folder.h"

/* A content folder that is edited, replaced and linked about while the program runs. */

struct place {
    char root[64], outside[64];
};

static int set_up(void **state) {
    struct place *place = calloc(1, sizeof *place);
    strcpy(place->root, "/tmp/anzhi-folder-XXXXXX");
    strcpy(place->outside, "/tmp/anzhi-outside-XXXXXX");
    assert_non_null(mkdtemp(place->root));
    assert_non_null(mkdtemp(place->outside));
    *state = place;
    return 0;
}

static int tear_down(void **state) {
    struct place *place = *state;
    char command[256];
    snprintf(command, sizeof command, "rm -rf '%s' '%s'", place->root, place->outside);
    assert_int_equal(system(command), 0);
    free(place);
    return 0;
}

static const char *path_in(const char *folder, const char *name) {
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void write_file(const char *path, const char *start, size_t size) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(start, file);
    for (size_t i = strlen(start); i < size; i++) fputc(' ', file);
    assert_int_equal(fclose(file), 0);
}

static bool reads(struct folder *folder, const char *path, struct str *bytes) {
    return folder->source.read(folder->source.context, path, bytes);
}

/* Large ones were mapped once: the first byte beyond the new end would then be a SIGBUS. */
static void file_cut_short_while_it_is_in_use_does_no_harm(void **state) {
    enum { SIZE = 9 << 20 };
    struct place *place = *state;
    struct folder folder;
    struct str bytes = {NULL, 0};
    write_file(path_in(place->root, "large.json"), "{\"questions\": []}", SIZE);
    assert_true(folder_open(&folder, place->root));
    assert_true(reads(&folder, "large.json", &bytes));
    assert_int_equal(truncate(path_in(place->root, "large.json"), 0), 0);
    assert_int_equal(bytes.len, SIZE);
    for (size_t i = 17; i < SIZE; i++) assert_int_equal(bytes.at[i], ' ');
    assert_true(str_starts(bytes, STR("{\"questions\": []}")));
    folder_close(&folder);
}

static void links_lead_nowhere_but_inside(void **state) {
    struct place *place = *state;
    struct folder folder;
    struct str bytes;
    char outside[256];
    write_file(path_in(place->outside, "secret.json"), "{}", 2);
    write_file(path_in(place->root, "own.json"), "{}", 2);
    strcpy(outside, path_in(place->outside, "secret.json"));
    assert_int_equal(symlink(outside, path_in(place->root, "file.json")), 0);
    assert_int_equal(symlink(place->outside, path_in(place->root, "elsewhere")), 0);
    assert_int_equal(symlink("own.json", path_in(place->root, "same.json")), 0);
    assert_int_equal(symlink("nowhere", path_in(place->root, "dangling.json")), 0);
    assert_true(folder_open(&folder, place->root));
    assert_int_equal(folder.count, 2);
    assert_string_equal(folder.paths[0], "own.json");
    assert_string_equal(folder.paths[1], "same.json");
    assert_true(reads(&folder, "same.json", &bytes));
    folder_close(&folder);
}

/* Between the listing and the reading. */
static void file_replaced_by_a_link_that_leads_out_is_not_read(void **state) {
    struct place *place = *state;
    struct folder folder;
    struct str bytes;
    char outside[256];
    write_file(path_in(place->outside, "secret.json"), "{}", 2);
    write_file(path_in(place->root, "own.json"), "{}", 2);
    strcpy(outside, path_in(place->outside, "secret.json"));
    assert_true(folder_open(&folder, place->root));
    assert_int_equal(unlink(path_in(place->root, "own.json")), 0);
    assert_int_equal(symlink(outside, path_in(place->root, "own.json")), 0);
    assert_false(reads(&folder, "own.json", &bytes));
    folder_close(&folder);
}

/* Asked for by name, it is what was asked for. */
static void single_file_may_be_a_link(void **state) {
    struct place *place = *state;
    struct folder folder;
    struct str bytes;
    char outside[256];
    write_file(path_in(place->outside, "pack.json"), "{}", 2);
    strcpy(outside, path_in(place->outside, "pack.json"));
    assert_int_equal(symlink(outside, path_in(place->root, "link.json")), 0);
    assert_true(folder_open(&folder, path_in(place->root, "link.json")));
    assert_int_equal(folder.count, 1);
    assert_true(reads(&folder, "link.json", &bytes));
    folder_close(&folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(file_cut_short_while_it_is_in_use_does_no_harm, set_up, tear_down),
        cmocka_unit_test_setup_teardown(links_lead_nowhere_but_inside, set_up, tear_down),
        cmocka_unit_test_setup_teardown(file_replaced_by_a_link_that_leads_out_is_not_read, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(single_file_may_be_a_link, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
