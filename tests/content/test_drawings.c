#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "content/drawings.h"

/* A drawing that an editor may name is one that is compiled in, and the other way round. */
static void every_drawing_of_the_folder_may_be_named(void **state) {
    (void)state;
    DIR *folder = opendir(SOURCE_DIR "/assets/illustrations");
    uint32_t count = 0;
    assert_non_null(folder);
    for (struct dirent *file; (file = readdir(folder));) {
        size_t len = strlen(file->d_name);
        if (len < 5 || strcmp(file->d_name + len - 4, ".svg") != 0) continue;
        struct str name = {file->d_name, len - 4};
        if (!drawing_is_ours(name)) print_error("%s stands in no row of drawings.c\n", file->d_name);
        assert_true(drawing_is_ours(name));
        count++;
    }
    closedir(folder);
    assert_int_equal(count, drawing_count);
}

static void a_file_has_an_ending_and_a_drawing_has_none(void **state) {
    (void)state;
    assert_true(image_is_drawing("rili"));
    assert_false(image_is_drawing("map.png"));
    assert_false(image_is_drawing(""));
    assert_false(drawing_is_ours(STR("map")));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_drawing_of_the_folder_may_be_named),
                                       cmocka_unit_test(a_file_has_an_ending_and_a_drawing_has_none)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
