#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "quiz/round.h"
#include "quiz/shipped.h"

/* The catalogue of seeds: what twenty seeds ask, word for word, in tests/catalogue. A change that alters
   questions shows itself there as a readable difference; one that should not, fails here. */

enum { SEEDS = 20, PER_MODE = 4 };

static struct quiz quiz;

static int load(void **state) {
    (void)state;
    if (!shipped_open()) return 1;
    quiz_init(&quiz, &content, 20240909);
    return 0;
}

static int unload(void **state) {
    (void)state;
    quiz_finish(&quiz);
    shipped_close();
    return 0;
}

/* The first questions of a round in which everything is answered right. */
static void print_round(enum mode mode, uint64_t seed, struct buf *out) {
    struct round round;
    round_begin(&round, mode, seed, 0);
    buf_printf(out, "# %s\n\n", round_rules[mode].name);
    for (uint32_t i = 0; i < PER_MODE && round_advance(&round, &quiz); i++) {
        const struct question *question = round_question(&round, i, &quiz);
        struct answer key = question->key;
        question_print_text(question, out);
        buf_char(out, '\n');
        round_answer(&round, &key, 1000);
    }
}

/* Each mode under a seed of its own, or all three would ask the same. */
static void print_seed(uint64_t seed, struct buf *out) {
    for (int mode = 0; mode < MODES; mode++) print_round((enum mode)mode, seed * 10 + (uint64_t)mode, out);
}

static void path_of(uint32_t seed, char *path, size_t room) {
    snprintf(path, room, "%s/catalogue/seed-%02u.txt", TESTS_DIR, seed);
}

static bool update(const char *path, const struct buf *text) {
    if (!getenv("UPDATE_EXPECTED")) return false;
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text->at, 1, text->len, file), text->len);
    assert_int_equal(fclose(file), 0);
    return true;
}

static struct buf read_file(const char *path) {
    struct buf text;
    char bytes[4096];
    buf_init(&text);
    FILE *file = fopen(path, "rb");
    if (!file) return text;
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, file)) > 0;) buf_add(&text, bytes, got);
    fclose(file);
    return text;
}

/* The line around the first byte that differs. */
static void tell_difference(const char *path, const struct buf *expected, const struct buf *actual) {
    size_t at = 0, line = 1;
    for (size_t i = 0; i < expected->len && i < actual->len && expected->at[i] == actual->at[i]; i++) {
        if (expected->at[i] != '\n') continue;
        at = i + 1;
        line++;
    }
    print_error("%s:%u\n  in the catalogue: %.*s\n  asked now:        %.*s\n", path, (unsigned)line,
                (int)strcspn(expected->at + at, "\n"), expected->at + at, (int)strcspn(actual->at + at, "\n"),
                actual->at + at);
    print_error(
        "If this is meant, run UPDATE_EXPECTED=1 ./packaging/dev test (or this program alone), read the "
        "difference in tests/catalogue, and commit it.\n");
}

static void the_seeds_ask_what_the_catalogue_says(void **state) {
    (void)state;
    uint32_t different = 0;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        char path[1024];
        struct buf actual;
        buf_init(&actual);
        print_seed(seed, &actual);
        path_of(seed, path, sizeof path);
        if (!update(path, &actual)) {
            struct buf expected = read_file(path);
            bool same = expected.len == actual.len && !memcmp(expected.at, actual.at, actual.len);
            if (!same && !different++) tell_difference(path, &expected, &actual);
            buf_finish(&expected);
        }
        buf_finish(&actual);
    }
    assert_int_equal(different, 0);
}

static void a_seed_asks_twelve_questions(void **state) {
    (void)state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        struct buf text;
        uint32_t count = 0;
        buf_init(&text);
        print_seed(seed, &text);
        for (const char *at = strstr(text.at, "  编号　"); at; at = strstr(at + 1, "  编号　")) count++;
        assert_int_equal(count, MODES * PER_MODE);
        buf_finish(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_seed_asks_twelve_questions),
        cmocka_unit_test(the_seeds_ask_what_the_catalogue_says),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
