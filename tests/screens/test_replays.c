#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app/replay.h"
#include "support/stage.h"

/* Recorded visits with the hash of the state that they end in: tests/replays/<name>.replay, on the small
   content. When the rules change on purpose, UPDATE_EXPECTED=1 records them again; look at the difference
   before committing it. */

static void all_right(struct stage *stage) {
    stage_start(stage, MODE_KIOSK, 42);
    stage_round(stage, 0);
    stage_wait(stage, 5000);
}

static void two_missed_and_returned(struct stage *stage) {
    stage_start(stage, MODE_KIOSK, 7);
    stage_wait(stage, 3000);
    stage_round(stage, 10);
    stage_wait(stage, 25000);
}

static void all_missed(struct stage *stage) {
    stage_start(stage, MODE_KIOSK, 8);
    for (uint32_t i = 0; stage->app.screen != SCREEN_RESULT && i < ROUND_ASKED; i++) {
        stage_answer(stage, false);
        stage_do(stage, MSG_NEXT, 0);
    }
}

static void nobody_there(struct stage *stage) {
    stage_start(stage, MODE_KIOSK, 9);
    stage_answer(stage, true);
    stage_wait(stage, 45000);
    stage_do(stage, MSG_STAY, 0);
    stage_answer(stage, false);
    stage_wait(stage, 200000);
}

static void large_letters(struct stage *stage) {
    stage_start(stage, MODE_KIOSK, 10);
    stage_do(stage, MSG_LARGE, 0);
    stage_answer(stage, true);
    stage_do(stage, MSG_NEXT, 0);
    stage_wait(stage, 65000);
    stage_do(stage, MSG_TOUCH, 0);
    stage_answer(stage, true);
    stage_do(stage, MSG_FLAG, 0);
    stage_do(stage, MSG_HOME, 0);
}

static void cards_then_a_round(struct stage *stage) {
    stage_start(stage, MODE_KIOSK, 11);
    stage_wait(stage, 12000);
    stage_do(stage, MSG_CARDS, 0);
    stage_do(stage, MSG_CARD, 1);
    stage_do(stage, MSG_TURN, 1);
    stage_do(stage, MSG_TURN, -1);
    stage_wait(stage, 46000);
    stage_do(stage, MSG_STAY, 0);
    stage_do(stage, MSG_ABOUT, 0);
    stage_do(stage, MSG_AGAIN, 0);
    stage_round(stage, 1);
}

static void review_and_again(struct stage *stage) {
    stage_start(stage, MODE_KIOSK, 12);
    stage_round(stage, 7);
    stage_do(stage, MSG_REVIEW, 0);
    stage_do(stage, MSG_NEXT, 0);
    stage_do(stage, MSG_TURN, -1);
    stage_do(stage, MSG_NEXT, 0);
    stage_do(stage, MSG_NEXT, 0);
    stage_do(stage, MSG_NEXT, 0);
    stage_do(stage, MSG_AGAIN, 0);
    stage_round(stage, 0);
}

/* Every pick of the key, or of every second question one pick less than is right. */
static void answer_in_class(struct stage *stage, uint32_t number) {
    const struct asked *asked = round_current(&stage->app.round);
    uint32_t picks = asked->key.count;
    if (number % 2 && picks > 1) picks--;
    for (uint32_t i = 0; i < picks; i++) stage_do(stage, MSG_ANSWER, asked->key.picks[i]);
    stage_do(stage, MSG_REVEAL, 0);
    stage_wait(stage, 60000);
    stage_do(stage, MSG_NEXT, 0);
}

static void lesson(struct stage *stage, enum mode mode) {
    stage_start(stage, mode, 13);
    stage_do(stage, MSG_NEXT, 0);
    for (uint32_t i = 0; stage->app.screen == SCREEN_QUESTION && i < ROUND_ASKED; i++)
        answer_in_class(stage, i);
}

static void class_of_ten(struct stage *stage) {
    lesson(stage, MODE_CLASS);
}

static void training_with_undo(struct stage *stage) {
    stage_start(stage, MODE_TRAINING, 14);
    stage_do(stage, MSG_AGAIN, 0);
    stage_do(stage, MSG_ANSWER, 1);
    stage_do(stage, MSG_UNDO, 0);
    stage_do(stage, MSG_REVEAL, 0);
    stage_do(stage, MSG_NEXT, 0);
    stage_do(stage, MSG_NEXT, 0);
    for (uint32_t i = 0; stage->app.screen == SCREEN_QUESTION && i < ROUND_ASKED; i++)
        answer_in_class(stage, i);
}

/* A topic, its cards with a look back, questions with one left out, what was missed again, the board. */
static void lesson_about_a_topic(struct stage *stage) {
    stage_start(stage, MODE_TRAINING, 21);
    stage_do(stage, MSG_TOPIC, 1);
    for (uint32_t i = 0; stage->app.screen == SCREEN_CARD && i < 20; i++) stage_do(stage, MSG_NEXT, 0);
    stage_do(stage, MSG_TURN, -1);
    stage_do(stage, MSG_NEXT, 0);
    for (uint32_t i = 0; stage->app.screen == SCREEN_QUESTION && i < ROUND_ASKED; i++) {
        if (i == 3) stage_do(stage, MSG_TURN, -1);
        if (i == 3) stage_do(stage, MSG_NEXT, 0);
        stage_answer(stage, i % 3 > 0);
        stage_do(stage, MSG_REVEAL, 0);
        stage_do(stage, MSG_NEXT, 0);
    }
    stage_do(stage, MSG_REVIEW, 0);
    stage_do(stage, MSG_NEXT, 0);
}

static void store_is_full(struct stage *stage) {
    stage_start(stage, MODE_KIOSK, 15);
    stage_send(stage, (struct message){.type = MSG_FIGURES, .value = 3, .seed = 12, .day = 55});
    stage_answer(stage, true);
    stage_send(stage, (struct message){.type = MSG_SAVED, .time = stage->app.now});
    stage_do(stage, MSG_NEXT, 0);
    stage_answer(stage, true);
    stage_send(stage, (struct message){.type = MSG_UNSAVED, .time = stage->app.now});
    stage_do(stage, MSG_NEXT, 0);
    stage_round(stage, 0);
}

static void held_and_hostile(struct stage *stage) {
    stage_start(stage, MODE_KIOSK, 16);
    stage_answer(stage, true);
    stage_answer(stage, true);
    stage_do(stage, MSG_ANSWER, -1);
    stage_send(stage, (struct message){.type = MSG_NEXT, .time = 1});
    stage_send(stage, (struct message){.type = MSG_ANSWER, .player = 4, .time = stage->app.now + 500});
    stage_send(stage, (struct message){.type = MSG_HOLD, .value = 1, .time = stage->app.now + 500});
    stage_do(stage, MSG_ANSWER, 0);
    stage_send(stage, (struct message){.type = MSG_HOLD, .time = stage->app.now + 500});
    stage_do(stage, MSG_ANSWER, 0);
}

/* Two rounds for two, with fingers on the glass at the same time. */
static void two_at_once(struct stage *stage) {
    stage_start(stage, MODE_KIOSK, 17);
    stage_do(stage, MSG_DUO, 0);
    for (uint8_t player = 1; player <= 2; player++)
        stage_send(stage, (struct message){.type = MSG_ANSWER,
                                           .player = player,
                                           .value = stage_option(stage, player == 1),
                                           .time = stage->app.now + 40});
    stage_do_for(stage, 2, MSG_NEXT, 0);
    stage_duo_round(stage, 4, 18);
    stage_do(stage, MSG_AGAIN, 0);
    stage_do(stage, MSG_LARGE, 0);
    stage_duo_round(stage, 0, 31);
    stage_wait(stage, 50000);
}

/* The second one leaves, comes back, leaves again; then both are gone. */
static void one_of_two_leaves(struct stage *stage) {
    stage_start(stage, MODE_KIOSK, 18);
    stage_do(stage, MSG_DUO, 0);
    stage_answer_for(stage, 1, true);
    stage_wait(stage, 21000);
    stage_do_for(stage, 1, MSG_NEXT, 0);
    stage_answer_for(stage, 1, false);
    stage_do_for(stage, 2, MSG_TOUCH, 0);
    stage_answer_for(stage, 2, true);
    stage_do_for(stage, 2, MSG_FLAG, 0);
    stage_do_for(stage, 1, MSG_NEXT, 0);
    stage_answer_for(stage, 3, true);
    stage_answer_for(stage, 1, true);
    stage_wait(stage, 200000);
}

static const struct scene {
    const char *name;
    void (*play)(struct stage *stage);
} scenes[] = {
    {"all-right", all_right},
    {"two-missed-and-returned", two_missed_and_returned},
    {"all-missed", all_missed},
    {"nobody-there", nobody_there},
    {"large-letters", large_letters},
    {"cards-then-a-round", cards_then_a_round},
    {"review-and-again", review_and_again},
    {"class-of-ten", class_of_ten},
    {"training-with-undo", training_with_undo},
    {"lesson-about-a-topic", lesson_about_a_topic},
    {"store-is-full", store_is_full},
    {"held-and-hostile", held_and_hostile},
    {"two-at-once", two_at_once},
    {"one-of-two-leaves", one_of_two_leaves},
};
enum { SCENES = sizeof scenes / sizeof *scenes };

static const char *path_of(const struct scene *scene) {
    static char path[1024];
    snprintf(path, sizeof path, TESTS_DIR "/replays/%s.replay", scene->name);
    return path;
}

static void record(struct stage *stage, const struct scene *scene) {
    struct buf text;
    buf_init(&text);
    replay_print_head(&text);
    stage->record = &text;
    scene->play(stage);
    stage->record = NULL;
    replay_print_end(&stage->app, &text);
    FILE *file = fopen(path_of(scene), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text.at, 1, text.len, file), text.len);
    assert_int_equal(fclose(file), 0);
    buf_finish(&text);
}

static void recorded_visits_end_as_they_did(void **state) {
    struct stage *stage = *state;
    for (size_t i = 0; i < SCENES; i++) {
        if (getenv("UPDATE_EXPECTED")) record(stage, &scenes[i]);
        struct buf text = small_read(path_of(&scenes[i]));
        struct replay_result result = replay_play(buf_get(&text), &stage->app, &stage->world, NULL, NULL);
        if (result.end != REPLAY_FINE || result.expected == 0)
            fail_msg("%s: end %d, line %u, hash %016llx; UPDATE_EXPECTED=1 records it again",
                     path_of(&scenes[i]), result.end, result.line, (unsigned long long)result.hash);
        buf_finish(&text);
    }
}

/* The same messages, printed from what was read: the text form loses nothing. */
static void note_line(void *context, const struct app *app, const struct app_world *world,
                      const struct message *message, const struct effects *effects) {
    (void)app, (void)world, (void)effects;
    message_print(message, context);
    buf_char(context, '\n');
}

static void replay_prints_back_as_it_was_read(void **state) {
    struct stage *stage = *state;
    for (size_t i = 0; i < SCENES; i++) {
        struct buf text = small_read(path_of(&scenes[i])), again;
        buf_init(&again);
        replay_print_head(&again);
        replay_play(buf_get(&text), &stage->app, &stage->world, note_line, &again);
        replay_print_end(&stage->app, &again);
        assert_string_equal(text.at, again.at);
        buf_finish(&text), buf_finish(&again);
    }
}

static void changed_answer_changes_the_end(void **state) {
    struct stage *stage = *state;
    struct buf text = small_read(path_of(&scenes[0]));
    char *answer = strstr(text.at, " answer ");
    assert_non_null(answer);
    answer[8] = answer[8] == '0' ? '1' : '0';
    assert_int_equal(replay_play(buf_get(&text), &stage->app, &stage->world, NULL, NULL).end, REPLAY_DIFFERS);
    buf_finish(&text);
}

static void demonstration_misses_two_and_sees_them_again(void **state) {
    struct stage *stage = *state;
    struct buf text = small_read(SOURCE_DIR "/assets/replays/demo.replay");
    assert_int_equal(replay_play(buf_get(&text), &stage->app, &stage->world, NULL, NULL).end, REPLAY_FINE);
    assert_int_equal(stage->app.screen, SCREEN_RESULT);
    assert_int_equal(stage->app.round.count, 7);
    assert_int_equal(round_score(&stage->app.round), 60);
    buf_finish(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(recorded_visits_end_as_they_did),
        cmocka_unit_test(replay_prints_back_as_it_was_read),
        cmocka_unit_test(changed_answer_changes_the_end),
        cmocka_unit_test(demonstration_misses_two_and_sees_them_again),
    };
    return cmocka_run_group_tests(tests, stage_set_up, stage_tear_down);
}
