#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "store/database.h"
#include "store/fixture.h"
#include "store/statistics.h"

#include <cmocka.h>

/* Examples that others have published, with the numbers that they print, and to nine digits with those that
   Python's module of statistics has for the same answers. */

struct example {
    const char *name;
    uint32_t items, patterns;
    const char *const *answers; /* each visitor's, '1' for right */
    const uint32_t *visitors;   /* who answered so */
    double published_kr20, published_kr20_to, kr20;
    const double *facilities; /* as published */
    const double *rests;      /* item against the rest of the round */
};

/* R. D. Bock and M. Lieberman, Psychometrika 35 (1970), 179–197: section 6 of a law schools' test, a thousand
   people. The package ltm for R prints an alpha of 0.295, which is KR-20 where answers are right or wrong. */
static const char *const law_answers[] = {
    "00000", "00001", "00010", "00011", "00100", "00101", "00110", "00111", "01000", "01001", "01010",
    "01011", "01100", "01101", "01110", "01111", "10000", "10001", "10010", "10011", "10100", "10101",
    "10110", "10111", "11000", "11001", "11010", "11011", "11100", "11101", "11110", "11111"};
static const uint32_t law_visitors[] = {3,  6,  2,  11, 1, 1,  3,  4,  1,  8,  0,  16,  0,  3,  2,  15,
                                        10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298};
static const double law_facilities[] = {0.924, 0.709, 0.553, 0.763, 0.870};
static const double law_rests[] = {0.112832688922, 0.153178120117, 0.172778943291, 0.144428095247,
                                   0.121596402547};

/* K. L. Wuensch, core.ecu.edu/wuenschk/StatHelp/KR20.txt: ten students, ten questions, a sum of p·q of 2.18
   and a variance of 5.84. Each student three times: the statistics ask for thirty rounds, and none of these
   numbers is changed by it. */
static const char *const quiz_answers[] = {"1111110110", "1011011101", "1111011001", "0010001000",
                                           "0000010010", "1110111111", "1101110111", "1111111101",
                                           "0101111101", "1101101110"};
static const uint32_t quiz_visitors[] = {3, 3, 3, 3, 3, 3, 3, 3, 3, 3};
static const double quiz_facilities[] = {0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6};
static const double quiz_rests[] = {0.705889154386,  0.705889154386, 0.0,
                                    0.473589199219,  0.583874208121, 0.286146544556,
                                    -0.027444509555, 0.705889154386, -0.123612846515,
                                    0.475866867267};

static const struct example examples[] = {
    {"law", 5, 32, law_answers, law_visitors, 0.295, 0.0005, 0.29499719221594445, law_facilities, law_rests},
    {"quiz", 10, 10, quiz_answers, quiz_visitors, 10.0 / 9 * (1 - 2.18 / 5.84), 1e-12, 0.6963470319634705,
     quiz_facilities, quiz_rests},
};

static void write_round(struct database *database, const struct example *example, const char *answers,
                        uint32_t number) {
    struct row rows[11], *list[11];
    char names[10][16];
    for (uint32_t i = 0; i < example->items; i++) {
        rows[i] = answer_row_of("题", answers[i] == '1');
        snprintf(names[i], sizeof names[i], "item-%u", i);
        rows[i].as.answer.shown.item = names[i];
        rows[i].as.answer.place = i;
        memcpy(rows[i].as.answer.round.bytes + 8, &number, sizeof number);
        rows[i].key = rows[i].as.answer.round;
        rows[i].key.bytes[1] = (uint8_t)(i + 1);
        list[i] = &rows[i];
    }
    struct row *round = &rows[example->items];
    *round = round_row_of(0);
    round->key = rows[0].as.answer.round;
    round->as.round.planned = example->items;
    list[example->items] = round;
    assert_int_equal(database_write(database, list, example->items + 1), SQLITE_OK);
}

static void write_example(struct database *database, const struct example *example) {
    uint32_t number = 1;
    assert_int_equal(database_run(database->db, "PRAGMA synchronous = OFF"), SQLITE_OK);
    for (uint32_t i = 0; i < example->patterns; i++)
        for (uint32_t k = 0; k < example->visitors[i]; k++)
            write_round(database, example, example->answers[i], number++);
}

static void assert_near(double found, double wanted, double to, const char *what) {
    if (!(found - wanted < to && wanted - found < to)) fail_msg("%s: %.12g, not %.12g", what, found, wanted);
}

static void check_example(const struct example *example, const struct statistics *made) {
    assert_int_equal(made->item_count, example->items);
    assert_int_equal(made->reliability_count, 1);
    assert_int_equal(made->reliabilities[0].questions, example->items);
    assert_near(made->reliabilities[0].kr20, example->published_kr20, example->published_kr20_to,
                "published KR-20");
    assert_near(made->reliabilities[0].kr20, example->kr20, 1e-10, "KR-20");
    for (uint32_t i = 0; i < example->items; i++) {
        assert_near(made->items[i].facility, example->facilities[i], 1e-12, "facility");
        assert_near(made->items[i].discrimination, example->rests[i], 1e-10, "item against the rest");
    }
}

static void published_examples_come_out_as_published(void **state) {
    struct place *place = *state;
    char folder[64];
    snprintf(folder, sizeof folder, "%s", place->folder);
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct database database;
        struct results results;
        struct statistics made;
        struct arena arena;
        snprintf(place->folder, sizeof place->folder, "%.40s/%s", folder, examples[i].name);
        mkdir(place->folder, 0700);
        assert_int_equal(database_open(&database, place->folder, NOW), SQLITE_OK);
        write_example(&database, &examples[i]);
        assert_int_equal(results_read(&results, database.db, NULL, NULL), SQLITE_OK);
        arena_init(&arena);
        statistics_make(&results, &arena, &made);
        check_example(&examples[i], &made);
        arena_finish(&arena);
        results_finish(&results);
        database_close(&database);
    }
    snprintf(place->folder, sizeof place->folder, "%s", folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(published_examples_come_out_as_published, make_place, remove_place)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
