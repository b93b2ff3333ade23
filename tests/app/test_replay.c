#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "app/replay.h"
#include "support/small.h"

/* app/ knows screens only as a table of functions, so one that counts is enough here. */
static void count_update(struct app *app, const struct app_world *world, const struct message *message,
                         struct effects *effects) {
    (void)world, (void)message, (void)effects;
    app->card++;
}

static const struct screen counting[SCREENS] = {
    {"holding", count_update, NULL},  {"attract", count_update, NULL}, {"question", count_update, NULL},
    {"feedback", count_update, NULL}, {"result", count_update, NULL},  {"review", count_update, NULL},
    {"cards", count_update, NULL},    {"card", count_update, NULL},    {"about", count_update, NULL}};

struct stage {
    struct small small;
    struct app_world world;
    struct app app;
};

static int set_up(void **state) {
    static struct stage stage;
    small_open(&stage.small);
    stage.world = (struct app_world){&stage.small.content, &stage.small.quiz, counting, NULL, NULL};
    *state = &stage;
    return 0;
}

static int tear_down(void **state) {
    small_close(&((struct stage *)*state)->small);
    return 0;
}

static struct replay_result play(struct stage *stage, const char *text) {
    return replay_play(str_of(text), &stage->app, &stage->world, NULL, NULL);
}

#define BEGIN "anzhi-replay 1\n0 start kiosk 42 20240909\n"

static void replay_with_its_hash_is_fine(void **state) {
    struct stage *stage = *state;
    struct replay_result first = play(stage, BEGIN "900 answer 1\n");
    assert_int_equal(first.end, REPLAY_FINE);
    assert_int_equal(first.messages, 2);
    char text[200];
    snprintf(text, sizeof text, BEGIN "900 answer 1\nend %016llx\n# afterwards\n\n",
             (unsigned long long)first.hash);
    assert_int_equal(play(stage, text).end, REPLAY_FINE);
}

static void another_message_gives_another_hash(void **state) {
    struct stage *stage = *state;
    uint64_t hash = play(stage, BEGIN "900 answer 1\n").hash;
    assert_true(play(stage, BEGIN "901 answer 1\n").hash != hash);
    assert_true(play(stage, BEGIN "900 large\n").hash != hash);
    assert_true(play(stage, BEGIN).hash != hash);
    assert_true(play(stage, "anzhi-replay 1\n0 start kiosk 43 20240909\n900 answer 1\n").hash != hash);
    assert_int_equal(play(stage, BEGIN "900 answer 1\nend 0123456789abcdef\n").end, REPLAY_DIFFERS);
}

static void blanks_comments_and_windows_lines_mean_nothing(void **state) {
    struct stage *stage = *state;
    uint64_t hash = play(stage, BEGIN "900 answer 1\n").hash;
    struct replay_result result =
        play(stage, "anzhi-replay 1\r\n# a comment\r\n\r\n  0  start kiosk 42 20240909 \r\n\t900\tanswer 1");
    assert_int_equal(result.end, REPLAY_FINE);
    assert_true(result.hash == hash);
}

static void unreadable_line_is_named(void **state) {
    struct stage *stage = *state;
    static const struct {
        const char *text;
        uint32_t line;
    } rows[] = {{"", 1},
                {"anzhi-replay 2\n", 1},
                {"0 tick\n", 1},
                {BEGIN "hello\n", 3},
                {BEGIN "900 answer maybe\n", 3},
                {BEGIN "900 answer right 2\n", 3},
                {BEGIN "end xyz\n", 3},
                {BEGIN "end 0123456789abcdef0\n", 3},
                {BEGIN "end 1\n900 tick\n", 4},
                {BEGIN "end 1\nend 1\n", 4}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct replay_result result = play(stage, rows[i].text);
        assert_int_equal(result.end, REPLAY_UNREADABLE);
        assert_int_equal(result.line, rows[i].line);
    }
}

static void note_value(void *context, const struct app *app, const struct app_world *world,
                       const struct message *message, const struct effects *effects) {
    (void)app, (void)world, (void)effects;
    *(int32_t *)context = message->value;
}

static void demonstration_knows_right_from_wrong(void **state) {
    struct stage *stage = *state;
    int32_t value = -1;
    replay_play(str_of(BEGIN "900 answer right\n"), &stage->app, &stage->world, note_value, &value);
    int32_t key = stage->app.round.asked[0].key.picks[0];
    assert_int_equal(value, key);
    replay_play(str_of(BEGIN "900 answer wrong\n"), &stage->app, &stage->world, note_value, &value);
    assert_int_not_equal(value, key);
    assert_in_range(value, 0, stage->app.round.asked[0].option_count - 1);
    play(stage, "anzhi-replay 1\n900 answer right\n");
}

static void dump_names_what_the_hash_covers(void **state) {
    struct stage *stage = *state;
    struct buf before, after;
    buf_init(&before), buf_init(&after);
    play(stage, BEGIN);
    app_dump(&stage->app, &before);
    uint64_t hash = app_hash(&stage->app);
    stage->app.ui = (struct ui){.focus = 3, .pressed = {4}, .shift = 5};
    app_dump(&stage->app, &after);
    assert_string_equal(before.at, after.at);
    assert_true(app_hash(&stage->app) == hash);
    stage->app.round.asked[0].millis++;
    buf_clear(&after);
    app_dump(&stage->app, &after);
    assert_string_not_equal(before.at, after.at);
    assert_true(app_hash(&stage->app) != hash);
    assert_non_null(strstr(after.at, "\nround.score 0\n"));
    buf_finish(&before), buf_finish(&after);
}

static void head_and_end_are_what_is_read(void **state) {
    struct stage *stage = *state;
    struct buf text;
    buf_init(&text);
    replay_print_head(&text);
    play(stage, text.at);
    replay_print_end(&stage->app, &text);
    assert_int_equal(play(stage, text.at).end, REPLAY_FINE);
    assert_true(play(stage, text.at).expected != 0);
    buf_finish(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(replay_with_its_hash_is_fine),
        cmocka_unit_test(another_message_gives_another_hash),
        cmocka_unit_test(blanks_comments_and_windows_lines_mean_nothing),
        cmocka_unit_test(unreadable_line_is_named),
        cmocka_unit_test(demonstration_knows_right_from_wrong),
        cmocka_unit_test(dump_names_what_the_hash_covers),
        cmocka_unit_test(head_and_end_are_what_is_read),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
