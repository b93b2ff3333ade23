#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/disk.h"

/* Content as folders. bad/NAME: what an editor may produce, and expected.txt: the messages, word for word.
   good/NAME: content without a single message. UPDATE_EXPECTED=1 rewrites the expected texts on purpose. */

struct loaded {
    struct disk disk;
    struct diags diags;
    struct content content;
    struct buf text;
};

static void load(struct loaded *loaded, const char *folder, enum content_depth depth) {
    disk_open(&loaded->disk, folder);
    diags_init(&loaded->diags);
    content_load(&loaded->content, &loaded->disk.source, depth, &loaded->diags);
    diags_sort(&loaded->diags);
    buf_init(&loaded->text);
    diags_print_text(&loaded->diags, &loaded->text);
}

static void unload(struct loaded *loaded) {
    buf_finish(&loaded->text);
    content_finish(&loaded->content);
    diags_finish(&loaded->diags);
    disk_close(&loaded->disk);
}

/* ---- the folders of a suite ---- */

struct suite {
    char *names[400];
    size_t count;
};

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static struct suite list_suite(const char *folder) {
    struct suite suite = {.count = 0};
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        if (entry->d_name[0] == '.') continue;
        assert_true(suite.count < 400);
        suite.names[suite.count] = malloc(strlen(entry->d_name) + 1);
        strcpy(suite.names[suite.count++], entry->d_name);
    }
    closedir(entries);
    qsort(suite.names, suite.count, sizeof suite.names[0], by_name);
    return suite;
}

static void free_suite(struct suite *suite) {
    for (size_t i = 0; i < suite->count; i++) free(suite->names[i]);
}

/* ---- bad ---- */

static void write_expected(const char *path, const struct buf *text) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fwrite(text->at, 1, text->len, file);
    fclose(file);
}

static bool is_expected(const char *name, const struct buf *actual) {
    char path[1024];
    snprintf(path, sizeof path, TESTS_DIR "/content/bad/%s/expected.txt", name);
    if (getenv("UPDATE_EXPECTED")) write_expected(path, actual);
    struct buf expected = disk_read(path);
    bool same = str_equal(buf_get(&expected), buf_get(actual));
    if (!same) {
        print_error("bad/%s\n---- expected ----\n%s---- actual ----\n%s", name, expected.at, actual->at);
        print_error("If the new text is right: UPDATE_EXPECTED=1 content_test_packs\n");
    }
    buf_finish(&expected);
    return same;
}

static void every_mistaken_pack_is_answered_word_for_word(void **state) {
    (void)state;
    struct suite suite = list_suite(TESTS_DIR "/content/bad");
    size_t different = 0;
    for (size_t i = 0; i < suite.count; i++) {
        char folder[1024];
        snprintf(folder, sizeof folder, TESTS_DIR "/content/bad/%s/content", suite.names[i]);
        struct loaded loaded;
        load(&loaded, folder, CONTENT_CHECKED);
        if (!is_expected(suite.names[i], &loaded.text)) different++;
        if (loaded.diags.errors + loaded.diags.warnings == 0) {
            print_error("bad/%s: not one message\n", suite.names[i]);
            different++;
        }
        unload(&loaded);
    }
    assert_true(suite.count >= 80);
    free_suite(&suite);
    assert_int_equal(different, 0);
}

static void every_message_names_a_file_a_way_out_and_an_effect(void **state) {
    (void)state;
    struct suite suite = list_suite(TESTS_DIR "/content/bad");
    for (size_t i = 0; i < suite.count; i++) {
        char folder[1024];
        snprintf(folder, sizeof folder, TESTS_DIR "/content/bad/%s/content", suite.names[i]);
        struct loaded loaded;
        load(&loaded, folder, CONTENT_CHECKED);
        for (uint32_t k = 0; k < loaded.diags.count; k++) {
            const struct diag *diag = &loaded.diags.list[k];
            assert_true(diag->file && *diag->file);
            assert_true(diag->fix && *diag->fix);
            assert_true(diag->effect && (unsigned char)*diag->effect > ' ');
        }
        unload(&loaded);
    }
    free_suite(&suite);
}

/* ---- good ---- */

static void good_packs_raise_not_one_message(void **state) {
    (void)state;
    struct suite suite = list_suite(TESTS_DIR "/content/good");
    size_t alarms = 0;
    for (size_t i = 0; i < suite.count; i++) {
        char folder[1024];
        snprintf(folder, sizeof folder, TESTS_DIR "/content/good/%s", suite.names[i]);
        struct loaded loaded;
        load(&loaded, folder, CONTENT_CHECKED);
        if (loaded.diags.errors + loaded.diags.warnings) {
            print_error("good/%s\n%s", suite.names[i], loaded.text.at);
            alarms++;
        }
        assert_true(loaded.content.written_count > 0);
        unload(&loaded);
    }
    assert_true(suite.count >= 8);
    free_suite(&suite);
    assert_int_equal(alarms, 0);
}

/* ---- both ---- */

/* What can be asked is the same whether everything was checked beforehand or not: but for what only the whole
   can tell (an id given twice, a picture that is not there). */
static void a_question_reads_the_same_at_both_depths(void **state) {
    (void)state;
    struct suite suite = list_suite(TESTS_DIR "/content/bad");
    for (size_t i = 0; i < suite.count; i++) {
        char folder[1024];
        snprintf(folder, sizeof folder, TESTS_DIR "/content/bad/%s/content", suite.names[i]);
        struct loaded quick, checked;
        load(&quick, folder, CONTENT_QUICK);
        load(&checked, folder, CONTENT_CHECKED);
        assert_int_equal(quick.content.written_count, checked.content.written_count);
        assert_true(quick.content.fingerprint == checked.content.fingerprint);
        struct arena arena;
        arena_init(&arena);
        for (uint32_t k = 0; k < quick.content.written_count; k++) {
            struct written a, b;
            bool is_good = content_question(&checked.content, k, &arena, &a);
            if (is_good) assert_true(content_question(&quick.content, k, &arena, &b));
            if (is_good) assert_string_equal(a.stem, b.stem);
        }
        arena_finish(&arena);
        unload(&quick);
        unload(&checked);
    }
    free_suite(&suite);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mistaken_pack_is_answered_word_for_word),
        cmocka_unit_test(every_message_names_a_file_a_way_out_and_an_effect),
        cmocka_unit_test(good_packs_raise_not_one_message),
        cmocka_unit_test(a_question_reads_the_same_at_both_depths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
