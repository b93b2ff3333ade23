#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "app/lesson.h"
#include "app/topics.h"
#include "support/soundness.h"
#include "support/stage.h"

/* The menu of cards by topics, the way through them, and as many topics or cards as there are. */

struct hall {
    struct stage stage;
    struct arena arena;
    struct draw_list list;
    struct view view;
};

static void add_card(struct buf *out, uint32_t id, const char *topic, const char *more) {
    buf_printf(out, "%s{\"id\": \"c%u\", \"title\": \"第%u张\", \"body\": \"正文。\", \"source\": \"s\"",
               id ? "," : "", id, id);
    if (*topic) buf_printf(out, ", \"topic\": \"%s\"", topic);
    buf_printf(out, "%s}", more);
}

static void begin_text(struct buf *out) {
    buf_init(out);
    buf_text(out,
             "{\"pack\": {\"id\": \"p\", \"title\": \"题\"}, \"sources\": [{\"id\": \"s\", \"title\": \"书\","
             " \"publisher\": \"社\", \"undated\": true}], \"questions\": [{\"id\": \"q\", \"source\": \"s\","
             " \"stem\": \"选哪个？\", \"options\": [\"这个\", \"那个\", \"都不是\"], \"answer\": \"A\","
             " \"explanation\": \"因为这个。\"}], \"cards\": [");
}

static void open_hall(struct hall *hall, struct buf *text, enum mode mode) {
    *hall = (struct hall){0};
    buf_text(text, "]}");
    if (!small_load(&hall->stage.small, *text) || hall->stage.small.diags.errors)
        small_fail(&hall->stage.small, "cards");
    hall->stage.world =
        (struct app_world){&hall->stage.small.content, &hall->stage.small.quiz, screens, NULL, NULL};
    arena_init(&hall->arena);
    stage_start(&hall->stage, mode, 3);
}

static void close_hall(struct hall *hall) {
    arena_finish(&hall->arena);
    stage_close(&hall->stage);
    free(hall);
}

/* 甲 0 2 5, 丙 only a draft, 乙 3 4 with a card of last year between them, none 6. */
static struct hall *few_topics(void) {
    struct hall *hall = malloc(sizeof *hall);
    struct buf text;
    begin_text(&text);
    add_card(&text, 0, "甲", "");
    add_card(&text, 1, "丙", ", \"status\": \"draft\"");
    add_card(&text, 2, "甲", "");
    add_card(&text, 3, "乙", "");
    add_card(&text, 4, "乙", ", \"image\": \"rili\"");
    add_card(&text, 5, "甲", "");
    add_card(&text, 6, "", "");
    add_card(&text, 7, "乙", ", \"valid_to\": \"2023-12-31\"");
    open_hall(hall, &text, MODE_KIOSK);
    return hall;
}

static struct hall *many(uint32_t topics, uint32_t cards, enum mode mode) {
    struct hall *hall = malloc(sizeof *hall);
    struct buf text;
    begin_text(&text);
    for (uint32_t i = 0; i < cards; i++) {
        char topic[32];
        snprintf(topic, sizeof topic, "主题%u", i % topics);
        add_card(&text, i, topic, "");
    }
    open_hall(hall, &text, mode);
    return hall;
}

static void look(struct hall *hall, struct display display, bool large) {
    struct soundness sound;
    view_begin(&hall->view, &hall->list, &hall->arena, &metrics_plain, display, large, false);
    hall->stage.app.large = large;
    app_view(&hall->stage.app, &hall->stage.world, &hall->view);
    if (!list_is_sound(&sound, &hall->view)) fail_msg("%dx%d: %s", display.w, display.h, sound.what);
}

static bool says(const struct hall *hall, const char *words) {
    for (uint32_t i = 0; i < hall->list.command_count; i++)
        if (hall->list.commands[i].kind == DRAW_TEXT && str_has(hall->list.commands[i].text, str_of(words)))
            return true;
    return false;
}

static bool offers(const struct hall *hall, enum message_type type, int32_t value) {
    for (uint32_t i = 0; i < hall->list.region_count; i++)
        if (hall->list.regions[i].message.type == type && hall->list.regions[i].message.value == value)
            return true;
    return false;
}

static const struct display upright = {1080, 1920}, lying = {1920, 1080}, small_one = {1024, 768};

static void menu_has_a_tile_a_topic_that_opens_its_first_card(void **state) {
    static const bool firsts[] = {true, false, false, true, false, false, true, false};
    (void)state;
    struct hall *hall = few_topics();
    stage_do(&hall->stage, MSG_CARDS, 0);
    look(hall, lying, false);
    for (int32_t i = 0; i < 8; i++) assert_int_equal(offers(hall, MSG_CARD, i), firsts[i]);
    assert_true(says(hall, "甲") && says(hall, "乙") && says(hall, "其他"));
    assert_true(says(hall, "3张") && says(hall, "2张") && says(hall, "1张"));
    assert_true(says(hall, "半分钟一张"));
    assert_false(says(hall, "丙") || says(hall, "第0张"));
    close_hall(hall);
}

static void cards_turn_through_their_topic_and_then_into_the_next(void **state) {
    static const uint32_t order[] = {0, 2, 5, 3, 4, 6};
    static const char *const heads[] = {"甲　1 / 3", "甲　2 / 3", "甲　3 / 3",
                                        "乙　1 / 2", "乙　2 / 2", "知识卡片　1 / 1"};
    (void)state;
    struct hall *hall = few_topics();
    stage_do(&hall->stage, MSG_CARDS, 0);
    stage_do(&hall->stage, MSG_CARD, 0);
    for (uint32_t i = 0; i < 12; i++) {
        assert_int_equal(hall->stage.app.card, order[i % 6]);
        look(hall, upright, true);
        assert_true(says(hall, heads[i % 6]));
        stage_do(&hall->stage, i % 2 ? MSG_NEXT : MSG_TURN, 1);
    }
    for (uint32_t i = 12; i; i--) {
        assert_int_equal(hall->stage.app.card, order[i % 6]);
        stage_do(&hall->stage, MSG_TURN, -1);
    }
    close_hall(hall);
}

static void all_cards_leads_back_to_the_page_where_the_topic_stands(void **state) {
    enum { TOPICS = 40 };
    const struct display displays[] = {upright, lying, small_one};
    (void)state;
    struct hall *hall = many(TOPICS, 2 * TOPICS, MODE_KIOSK);
    for (int32_t i = 0; i < 2 * TOPICS; i++) {
        stage_do(&hall->stage, MSG_CARDS, 0);
        for (uint32_t k = 0; k < 6; k++) {
            look(hall, displays[k / 2], k & 1);
            assert_true(offers(hall, MSG_CARD, i ? (i - 1) % TOPICS : 0));
        }
        stage_do(&hall->stage, MSG_CARD, i);
        assert_int_equal(hall->stage.app.screen, SCREEN_CARD);
        assert_int_equal(hall->stage.app.card, i);
    }
    stage_do(&hall->stage, MSG_HOME, 0);
    stage_do(&hall->stage, MSG_CARDS, 0);
    look(hall, lying, false);
    assert_true(offers(hall, MSG_CARD, 0)); /* whoever comes anew begins at the first page */
    close_hall(hall);
}

/* Page by page once around, from wherever it was opened: every one of them is offered. */
static void expect_all(struct hall *hall, enum message_type type, int32_t first, uint32_t count,
                       struct display display) {
    bool *offered = calloc(count, sizeof *offered);
    for (uint32_t page = 0; page < 60; page++, stage_do(&hall->stage, MSG_MORE, 0)) {
        look(hall, display, page & 1);
        for (uint32_t i = 0; i < count; i++) offered[i] |= offers(hall, type, first + (int32_t)i);
    }
    for (uint32_t i = 0; i < count; i++)
        if (!offered[i]) fail_msg("%u of %u is never offered", i, count);
    free(offered);
}

static void one_topic_alone_shows_its_cards_however_many(void **state) {
    enum { CARDS = 300 };
    (void)state;
    struct hall *hall = many(1, CARDS, MODE_KIOSK);
    stage_do(&hall->stage, MSG_CARDS, 0);
    expect_all(hall, MSG_CARD, 0, CARDS, upright);
    stage_do(&hall->stage, MSG_CARD, CARDS - 1);
    stage_do(&hall->stage, MSG_CARDS, 0);
    look(hall, lying, false);
    assert_true(offers(hall, MSG_CARD, CARDS - 1));
    close_hall(hall);
}

static void no_topic_is_dropped_by_the_menu_or_a_lesson(void **state) {
    enum { TOPICS = 70 };
    (void)state;
    struct hall *hall = many(TOPICS, TOPICS, MODE_KIOSK);
    stage_do(&hall->stage, MSG_CARDS, 0);
    expect_all(hall, MSG_CARD, 0, TOPICS, lying);
    close_hall(hall);
    hall = many(TOPICS, TOPICS, MODE_TRAINING);
    expect_all(hall, MSG_TOPIC, 1, TOPICS, lying);
    expect_all(hall, MSG_TOPIC, 1, TOPICS, small_one);
    stage_do(&hall->stage, MSG_TOPIC, TOPICS);
    assert_string_equal(lesson_topic(&hall->stage.app, &hall->stage.world), "主题69");
    assert_int_equal(hall->stage.app.card, TOPICS - 1);
    close_hall(hall);
}

/* Who stands before the attract screen for a while sees something of everything. */
static void attract_shows_a_card_of_another_topic_each_time_and_in_the_end_all(void **state) {
    enum { TOPICS = 5, CARDS = 20 };
    bool seen[CARDS] = {false};
    (void)state;
    struct hall *hall = many(TOPICS, CARDS, MODE_KIOSK);
    for (uint32_t i = 0; i < 8 * CARDS; i++) {
        uint32_t before = hall->stage.app.card % TOPICS;
        while (hall->stage.app.attract == ATTRACT_CARD) stage_wait(&hall->stage, 1000);
        while (hall->stage.app.attract != ATTRACT_CARD) stage_wait(&hall->stage, 1000);
        assert_int_equal(hall->stage.app.card % TOPICS, (before + 1) % TOPICS);
        seen[hall->stage.app.card] = true;
    }
    for (uint32_t i = 0; i < CARDS; i++)
        if (!seen[i]) fail_msg("card %u is never shown", i);
    close_hall(hall);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(menu_has_a_tile_a_topic_that_opens_its_first_card),
        cmocka_unit_test(cards_turn_through_their_topic_and_then_into_the_next),
        cmocka_unit_test(all_cards_leads_back_to_the_page_where_the_topic_stands),
        cmocka_unit_test(one_topic_alone_shows_its_cards_however_many),
        cmocka_unit_test(no_topic_is_dropped_by_the_menu_or_a_lesson),
        cmocka_unit_test(attract_shows_a_card_of_another_topic_each_time_and_in_the_end_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
