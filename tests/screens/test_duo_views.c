#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "app/duo.h"
#include "support/disk.h"
#include "support/gallery.h"
#include "support/soundness.h"

/* The screens for two, over all that is delivered and over questions as long as a kiosk takes them: set
   soundly, everything to be read in both halves, nothing of an answer to be seen too early. Upright nobody
   begins a round for two; a display that is turned meanwhile still shows all of it. */

static const struct display displays[] = {{1920, 1080}, {1024, 768},  {3840, 2160}, {2560, 1080},
                                          {1280, 1024}, {1080, 1920}, {768, 1366}};
enum { DISPLAYS = sizeof displays / sizeof displays[0], SHOTS = 4 * DISPLAYS, LYING = 4 };

struct room {
    struct stage stage;
    struct arena arena, words;
    struct draw_list list;
    struct view view;
    uint32_t shots; /* of SHOTS, each time; goes round */
    uint32_t shot;
    struct buf seen; /* what stands on the page, without blanks */
};

static void show(struct room *room, uint32_t shot) {
    struct app *app = &room->stage.app;
    bool large = app->large;
    app->large = shot & 1;
    view_begin(&room->view, &room->list, &room->arena, &metrics_plain, displays[shot / 4 % DISPLAYS],
               shot & 1, shot >> 1 & 1);
    app_view(app, &room->stage.world, &room->view);
    app->large = large;
}

static void fail_at(const struct room *room, const char *what) {
    const struct display *display = &room->view.display;
    fail_msg("%s at place %u, %dx%d%s%s: %s", screens[room->stage.app.screen].name,
             room->stage.app.round.next, display->w, display->h, room->view.large ? " large" : "",
             room->view.contrast ? " contrast" : "", what);
}

static void read_page(struct room *room) {
    buf_clear(&room->seen);
    for (uint32_t i = 0; i < room->list.command_count; i++) {
        const struct draw_command *command = &room->list.commands[i];
        for (size_t k = 0; command->kind == DRAW_TEXT && k < command->text.len; k++)
            if (command->text.at[k] != ' ') buf_char(&room->seen, command->text.at[k]);
    }
}

static uint32_t times_seen(struct room *room, const char *text) {
    struct buf wanted;
    struct str page = buf_get(&room->seen);
    uint32_t times = 0;
    buf_init(&wanted);
    for (; *text; text++)
        if (*text != ' ') buf_char(&wanted, *text);
    for (size_t at; (at = str_find(page, buf_get(&wanted))) < page.len; times++)
        page = str_cut(page, at + wanted.len, page.len);
    buf_finish(&wanted);
    return times;
}

static bool may_answer(const struct room *room, uint8_t player, int32_t option) {
    for (uint32_t i = 0; i < room->list.region_count; i++) {
        const struct message *message = &room->list.regions[i].message;
        if (message->type == MSG_ANSWER && message->player == player && message->value == option) return true;
    }
    return false;
}

static void expect_asked(struct room *room, const struct question *question) {
    const struct asked *asked = round_current(&room->stage.app.round);
    if (!times_seen(room, question->stem)) fail_at(room, "the stem is not whole");
    for (uint8_t i = 0; i < question->option_count; i++) {
        if (times_seen(room, question->options[i]) < PLAYERS) fail_at(room, question->options[i]);
        for (uint8_t player = 1; player <= PLAYERS; player++)
            if (may_answer(room, player, i) != (asked->replies[player - 1].state == ASKED_OPEN))
                fail_at(room, "who has not answered may answer, and nobody else");
    }
}

static bool has_pages(const struct room *room) {
    for (uint32_t i = 0; i < room->list.region_count; i++)
        if (room->list.regions[i].message.type == MSG_MORE) return true;
    return false;
}

static void expect_answered(struct room *room, const struct question *question) {
    const struct asked *asked = round_current(&room->stage.app.round);
    uint8_t key = asked->key.picks[0];
    if (times_seen(room, question->options[key]) < PLAYERS) fail_at(room, "the right answer is not in both");
    for (uint32_t i = 0; i < PLAYERS; i++)
        if (asked->replies[i].state == ASKED_WRONG &&
            !times_seen(room, question->options[asked->replies[i].given.picks[0]]))
            fail_at(room, "what somebody picked is not whole");
    if (!has_pages(room) && !times_seen(room, question->explanation)) fail_at(room, "why is not whole");
}

static void look_at(struct room *room, uint32_t shot) {
    struct soundness sound;
    show(room, shot);
    if (!list_is_sound(&sound, &room->view)) fail_at(room, sound.what);
    assert_int_equal(room->list.seat_count, PLAYERS);
    read_page(room);
    const struct question *question =
        round_question(&room->stage.app.round, room->stage.app.round.count - 1u, room->stage.world.quiz);
    if (room->stage.app.screen == SCREEN_DUO) expect_asked(room, question);
    if (room->stage.app.screen == SCREEN_DUO_FEEDBACK) expect_answered(room, question);
}

static void look(struct room *room) {
    for (uint32_t i = 0; i < room->shots; i++) look_at(room, room->shot++ % SHOTS);
}

/* Whatever the first one picked, the page is the same until the second one has picked. */
static void expect_secret(struct room *room) {
    struct app before = room->stage.app;
    uint64_t seen = 0;
    for (int32_t option = 0; option < round_current(&before.round)->option_count; option++) {
        room->stage.app = before;
        stage_do_for(&room->stage, 1, MSG_ANSWER, option);
        show(room, room->shot % SHOTS);
        if (option && draw_hash(&room->list) != seen) fail_at(room, "the pick is seen");
        seen = draw_hash(&room->list);
    }
    room->stage.app = before;
}

/* Every second question is let pass by one of the two. */
static void play_question(struct room *room, uint32_t number) {
    struct stage *stage = &room->stage;
    uint8_t first = 1 + number % 2;
    look(room);
    expect_secret(room);
    stage_answer_for(stage, first, number % 3);
    look(room);
    if (number % 4 == 3)
        stage_tick(stage, app_deadline(&stage->app, &stage->world));
    else
        stage_answer_for(stage, 3 - first, number % 5 > 1);
    assert_int_equal(stage->app.screen, SCREEN_DUO_FEEDBACK);
    look(room);
    stage_do(stage, MSG_NEXT, 0);
}

static void play(struct room *room, uint32_t questions) {
    stage_start(&room->stage, MODE_KIOSK, 3);
    stage_do(&room->stage, MSG_DUO, 0);
    for (uint32_t i = 0; i < questions; i++) {
        play_question(room, i);
        if (room->stage.app.screen != SCREEN_DUO_RESULT) continue;
        look(room);
        stage_do(&room->stage, MSG_AGAIN, 0);
    }
}

static void open_room(struct room *room, uint32_t shots) {
    *room = (struct room){.shots = shots};
    arena_init(&room->arena);
    arena_init(&room->words);
    buf_init(&room->seen);
}

static void enter(struct room *room) {
    struct small *small = &room->stage.small;
    room->stage.world = (struct app_world){&small->content, &small->quiz, screens, NULL, NULL};
}

static void close_room(struct room *room) {
    buf_finish(&room->seen);
    arena_finish(&room->words);
    arena_finish(&room->arena);
}

static void what_is_delivered_is_set_soundly_for_two(void **state) {
    (void)state;
    struct room *room = calloc(1, sizeof *room);
    struct small *small = &room->stage.small;
    struct disk disk;
    open_room(room, 3);
    disk_open(&disk, SOURCE_DIR "/content");
    diags_init(&small->diags);
    assert_true(content_load(&small->content, &disk.source, CONTENT_QUICK, &small->diags));
    quiz_init(&small->quiz, &small->content, 20240909);
    enter(room);
    assert_true(small->quiz.pool.count > 100);
    play(room, small->quiz.pool.count);
    quiz_finish(&small->quiz);
    content_finish(&small->content);
    diags_finish(&small->diags);
    disk_close(&disk);
    close_room(room);
    free(room);
}

/* As long as the rules of the kiosk allow, and with a quotation that is longer than any. */
static void add_made(struct buf *out, struct arena *arena, uint32_t seed) {
    buf_printf(out, "%s{\"id\":\"q%u\",\"stem\":\"%s？\",\"options\":[", seed ? "," : "", seed,
               gallery_prose(arena, seed * 10, 39));
    for (uint32_t i = 0; i < 3; i++)
        buf_printf(out, "%s\"%s\"", i ? "," : "", gallery_prose(arena, seed * 10 + 1 + i, 24 - seed % 9));
    buf_printf(
        out,
        "],\"answer\":\"B\",\"explanation\":\"%s。\",\"topic\":\"情景\",\"source\":\"s\",\"quote\":\"%s\"}",
        gallery_prose(arena, seed * 10 + 5, 59), gallery_prose(arena, seed * 10 + 6, 60 + seed * 5));
}

static void longest_questions_are_set_soundly_for_two(void **state) {
    (void)state;
    enum { MADE = 30 };
    struct room *room = calloc(1, sizeof *room);
    struct buf text;
    open_room(room, SHOTS);
    buf_init(&text);
    buf_text(
        &text,
        "{\"pack\":{\"id\":\"made\",\"format\":1,\"title\":\"最长的题\",\"version\":\"1\"},\"sources\":[{\"id\":"
        "\"s\",\"title\":\"《国家网络安全宣传周活动总结》\",\"publisher\":\"中央网信办\",\"date\":\"2024-09-15\"}],"
        "\"questions\":[");
    for (uint32_t i = 0; i < MADE; i++) add_made(&text, &room->words, i);
    buf_text(&text, "]}");
    if (!small_load(&room->stage.small, text)) small_fail(&room->stage.small, text.at);
    enter(room);
    if (room->stage.small.quiz.pool.count < MADE * 2 / 3)
        small_fail(&room->stage.small, "too few are well made");
    play(room, MADE);
    small_close(&room->stage.small);
    close_room(room);
    free(room);
}

/* More than five questions are a house of windows. */
static void longer_rounds_are_set_soundly_for_two(void **state) {
    (void)state;
    static const uint32_t lengths[] = {3, 10, 20};
    struct room *room = calloc(1, sizeof *room);
    open_room(room, SHOTS);
    small_open(&room->stage.small);
    enter(room);
    for (uint32_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        room->stage.small.quiz.mode_questions[MODE_KIOSK] = lengths[i];
        stage_start(&room->stage, MODE_KIOSK, 3);
        stage_do(&room->stage, MSG_DUO, 0);
        stage_duo_round(&room->stage, 6, 21);
        assert_int_equal(room->stage.app.screen, SCREEN_DUO_RESULT);
        assert_int_equal(room->stage.app.round.count, lengths[i]);
        look(room);
        room->stage.app.screen = SCREEN_DUO_FEEDBACK; /* the last one, with all the windows */
        look(room);
    }
    small_close(&room->stage.small);
    close_room(room);
    free(room);
}

/* The chip stands where two have room. */
static bool offers_two(struct room *room, struct display display) {
    view_begin(&room->view, &room->list, &room->arena, &metrics_plain, display, false, false);
    app_view(&room->stage.app, &room->stage.world, &room->view);
    for (uint32_t i = 0; i < room->list.region_count; i++)
        if (room->list.regions[i].message.type == MSG_DUO) return true;
    return false;
}

static void two_are_invited_where_they_have_room(void **state) {
    (void)state;
    struct room *room = calloc(1, sizeof *room);
    open_room(room, 1);
    small_open(&room->stage.small);
    enter(room);
    stage_start(&room->stage, MODE_KIOSK, 1);
    for (uint32_t i = 0; i < DISPLAYS; i++) assert_int_equal(offers_two(room, displays[i]), i < LYING);
    room->stage.small.content.settings.duo = false;
    for (uint32_t i = 0; i < DISPLAYS; i++) assert_false(offers_two(room, displays[i]));
    small_close(&room->stage.small);
    close_room(room);
    free(room);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_delivered_is_set_soundly_for_two),
        cmocka_unit_test(longest_questions_are_set_soundly_for_two),
        cmocka_unit_test(longer_rounds_are_set_soundly_for_two),
        cmocka_unit_test(two_are_invited_where_they_have_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
