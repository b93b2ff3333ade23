#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/clock.h"
#include "cli/hall.h"
#include "quiz/sign.h"
#include "store/board.h"
#include "store/database.h"

/* What a round becomes in the store, and what is said of it. */

/* So many others of today, each with this score. */
static void others_play(struct store *store, uint32_t count, uint32_t score) {
    for (uint32_t i = 0; i < count; i++) {
        struct row row = round_row_of(score);
        row.at = clock_now_millis();
        row.day = clock_today();
        assert_true(store_add(store, &row));
    }
}

static uint32_t percentile_of_a_perfect_round(struct hall *hall) {
    hall_play_round(hall);
    assert_int_equal(round_score(&hall->stage.app.round), 100);
    return hall->stage.app.figures.percentile;
}

static void who_surpasses_others_is_told_when_there_are_enough(void **state) {
    struct hall hall = {.before = NULL};
    hall_open(&hall, *state);
    others_play(hall.keeper.store, 9, 40);
    hall_start(&hall);
    assert_int_equal(percentile_of_a_perfect_round(&hall), 0); /* nine others are too few */
    assert_int_equal(percentile_of_a_perfect_round(&hall), 90);
    others_play(hall.keeper.store, 9, 100);
    assert_int_equal(percentile_of_a_perfect_round(&hall), 45);
    hall_act(&hall, MSG_HOME, 0);
    assert_int_equal(hall.stage.app.figures.percentile, 0); /* the next visitor is told nothing of it */
    assert_int_equal(hall.stage.app.figures.rounds, 21);
    hall_close(&hall);
}

static void take_sign(void *context, const char *sign, uint32_t score) {
    (void)score;
    snprintf(context, SIGN_TEXT, "%s", sign);
}

static void sign_of_a_round_is_kept_with_its_score_alone(void **state) {
    struct hall hall = {.before = NULL};
    char shown[SIGN_TEXT], kept[SIGN_TEXT] = "";
    sqlite3 *db;
    hall_open(&hall, *state);
    hall.stage.small.content.settings.board = true;
    hall_start(&hall);
    percentile_of_a_perfect_round(&hall);
    sign_print(hall.stage.app.round.sign, shown);
    assert_int_equal(database_open_to_read(&db, ((struct place *)*state)->folder), SQLITE_OK);
    assert_int_equal(board_read(db, clock_today(), 5, take_sign, kept), SQLITE_OK);
    sqlite3_close(db);
    assert_string_equal(kept, shown);
    assert_int_not_equal(*kept, '\0');
    hall_close(&hall);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(who_surpasses_others_is_told_when_there_are_enough, make_place,
                                        remove_place),
        cmocka_unit_test_setup_teardown(sign_of_a_round_is_kept_with_its_score_alone, make_place,
                                        remove_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
