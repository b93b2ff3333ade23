#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "app/lesson.h"
#include "support/stage.h"
#include "ui/words.h"

/* What the pages of a lesson show and offer, with a content of two topics. */

static const char *const text =
    "{\"pack\": {\"id\": \"p\", \"title\": \"题\"},"
    " \"sources\": [{\"id\": \"s\", \"title\": \"书\", \"publisher\": \"社\", \"undated\": true}],"
    " \"cards\": ["
    "{\"id\": \"c1\", \"title\": \"甲一\", \"body\": \"第一张。\", \"topic\": \"甲题\", \"source\": \"s\","
    " \"valid_to\": \"2024-01-01\", \"remember\": \"早就过了\"},"
    "{\"id\": \"c2\", \"title\": \"甲二\", \"body\": \"第二张。\", \"topic\": \"甲题\", \"source\": \"s\","
    " \"remember\": \"甲要记住\"},"
    "{\"id\": \"c3\", \"title\": \"乙一\", \"body\": \"第三张。\", \"topic\": \"乙题\", \"source\": \"s\","
    " \"remember\": \"乙要记住\"},"
    "{\"id\": \"c4\", \"title\": \"乙二\", \"body\": \"第四张。\", \"topic\": \"乙题\", \"source\": \"s\"},"
    "{\"id\": \"c5\", \"title\": \"乙三\", \"body\": \"第五张。\", \"topic\": \"乙题\", \"source\": \"s\"},"
    "{\"id\": \"c6\", \"title\": \"甲三\", \"body\": \"第六张。\", \"topic\": \"甲题\", \"source\": \"s\","
    " \"valid_to\": \"2024-01-01\", \"remember\": \"早就过了\"}],"
    " \"questions\": ["
    "{\"id\": \"q1\", \"topic\": \"甲题\", \"source\": \"s\", \"stem\": \"看图，选哪个？\", \"image\": \"wujiao\","
    " \"options\": [\"这个\", \"那个\", \"都不是\"], \"answer\": \"A\", \"explanation\": \"因为这个。\"},"
    "{\"id\": \"q2\", \"type\": \"order\", \"topic\": \"乙题\", \"source\": \"s\", \"stem\": \"按先后排好。\","
    " \"options\": [\"早上\", \"中午\", \"晚上\"], \"explanation\": \"一天就这样。\"}]}";

struct page {
    struct stage stage;
    struct arena arena;
    struct draw_list list;
    struct view view;
};

static int set_up(void **state) {
    struct page *page = calloc(1, sizeof *page);
    struct buf bytes;
    buf_init(&bytes);
    buf_text(&bytes, text);
    if (!small_load(&page->stage.small, bytes) || page->stage.small.diags.errors)
        small_fail(&page->stage.small, "two topics");
    page->stage.world =
        (struct app_world){&page->stage.small.content, &page->stage.small.quiz, screens, NULL, NULL};
    arena_init(&page->arena);
    stage_start(&page->stage, MODE_TRAINING, 3);
    *state = page;
    return 0;
}

static int tear_down(void **state) {
    struct page *page = *state;
    arena_finish(&page->arena);
    stage_close(&page->stage);
    free(page);
    return 0;
}

static void look(struct page *page) {
    view_begin(&page->view, &page->list, &page->arena, &metrics_plain, (struct display){1920, 1080}, false,
               false);
    app_view(&page->stage.app, &page->stage.world, &page->view);
}

static bool says(struct page *page, const char *words) {
    look(page);
    for (uint32_t i = 0; i < page->list.command_count; i++)
        if (page->list.commands[i].kind == DRAW_TEXT && str_has(page->list.commands[i].text, str_of(words)))
            return true;
    return false;
}

static bool offers(struct page *page, enum message_type type, int32_t value) {
    look(page);
    for (uint32_t i = 0; i < page->list.region_count; i++)
        if (page->list.regions[i].message.type == type && page->list.regions[i].message.value == value)
            return page->list.regions[i].enabled;
    return false;
}

static const char *card(const struct page *page) {
    return page->stage.world.content->cards[page->stage.app.card].title;
}

static void go_to(struct page *page, enum form form) {
    struct stage *stage = &page->stage;
    stage_start(stage, MODE_TRAINING, 3);
    stage_do(stage, MSG_AGAIN, 0);
    for (uint32_t i = 0; i < 40 && round_current(&stage->app.round)->form != form; i++)
        stage_do(stage, stage->app.screen == SCREEN_RESULT ? MSG_AGAIN : MSG_NEXT, 0);
    assert_int_equal(round_current(&stage->app.round)->form, form);
    assert_int_equal(stage->app.screen, SCREEN_QUESTION);
}

static void each_topic_on_the_first_page_is_begun_with_its_own_cards(void **state) {
    struct page *page = *state;
    static const char *const firsts[] = {"甲二", "乙一"}, *const topics[] = {"甲题", "乙题"};
    for (int32_t i = 0; i < 2; i++) {
        stage_start(&page->stage, MODE_TRAINING, 3);
        assert_true(says(page, topics[i]));
        assert_true(offers(page, MSG_TOPIC, i + 1));
        stage_do(&page->stage, MSG_TOPIC, i + 1);
        assert_string_equal(card(page), firsts[i]);
        assert_string_equal(lesson_topic(&page->stage.app, &page->stage.world), topics[i]);
        assert_true(says(page, topics[i]));
    }
    assert_false(offers(page, MSG_TOPIC, 0));
}

static void cards_turn_both_ways_within_their_topic(void **state) {
    struct page *page = *state;
    uint32_t count;
    stage_do(&page->stage, MSG_TOPIC, 2);
    assert_false(offers(page, MSG_TURN, -1));
    stage_do(&page->stage, MSG_TURN, 1);
    assert_string_equal(card(page), "乙二");
    assert_int_equal(lesson_card_place(&page->stage.app, &page->stage.world, &count), 2);
    assert_int_equal(count, 3);
    assert_true(offers(page, MSG_TURN, -1));
    stage_do(&page->stage, MSG_TURN, -1);
    assert_string_equal(card(page), "乙一");
    stage_do(&page->stage, MSG_TURN, -1);
    assert_string_equal(card(page), "乙一");
}

static void topic_that_is_not_there_is_no_topic(void **state) {
    struct page *page = *state;
    stage_do(&page->stage, MSG_TOPIC, 3);
    assert_int_equal(page->stage.app.topic, 0);
    assert_string_equal(card(page), "甲二");
}

static void questions_alone_are_those_of_the_sites_topic(void **state) {
    struct page *page = *state;
    page->stage.small.content.settings.topic = "乙题";
    stage_start(&page->stage, MODE_TRAINING, 3);
    assert_true(says(page, "乙题"));
    stage_do(&page->stage, MSG_AGAIN, 0);
    assert_string_equal(lesson_topic(&page->stage.app, &page->stage.world), "乙题");
    assert_int_equal(page->stage.app.screen, SCREEN_QUESTION);
}

static void second_question_leads_back_to_the_first(void **state) {
    struct page *page = *state;
    stage_do(&page->stage, MSG_TOPIC, 1);
    stage_do(&page->stage, MSG_AGAIN, 0);
    stage_do(&page->stage, MSG_REVEAL, 0);
    assert_false(offers(page, MSG_TURN, -1)); /* the first answer */
    stage_do(&page->stage, MSG_NEXT, 0);
    assert_true(offers(page, MSG_TURN, -1));
    stage_do(&page->stage, MSG_REVEAL, 0);
    assert_true(offers(page, MSG_TURN, -1));
    stage_do(&page->stage, MSG_TURN, -1);
    assert_int_equal(lesson_shown(&page->stage.app), 0);
    assert_false(offers(page, MSG_TURN, -1));
}

static void picture_and_ways_of_a_question_are_there(void **state) {
    struct page *page = *state;
    go_to(page, FORM_SINGLE);
    look(page);
    bool picture = false;
    for (uint32_t i = 0; i < page->list.command_count; i++)
        picture |= page->list.commands[i].kind == DRAW_ICON && page->list.commands[i].role == ROLE_PICTURE;
    assert_true(picture);
    assert_true(offers(page, MSG_NEXT, 0) && offers(page, MSG_REVEAL, 0));
    go_to(page, FORM_ORDER);
    assert_true(offers(page, MSG_NEXT, 0));
    stage_do(&page->stage, MSG_ANSWER, 0);
    assert_true(offers(page, MSG_UNDO, 0));
    assert_false(offers(page, MSG_NEXT, 0));
}

static struct str verdict(struct page *page) {
    look(page);
    for (uint32_t i = 0; i < page->list.command_count; i++)
        if (page->list.commands[i].kind == DRAW_TEXT && page->list.commands[i].role == ROLE_VERDICT)
            return page->list.commands[i].text;
    return STR("");
}

/* Letters say nothing of an order. */
static void answer_is_told_by_letters_only_where_they_tell_it(void **state) {
    struct page *page = *state;
    go_to(page, FORM_ORDER);
    stage_do(&page->stage, MSG_REVEAL, 0);
    assert_true(str_equal(verdict(page), word_get(WORD_RIGHT_ANSWER)));
    go_to(page, FORM_SINGLE);
    stage_do(&page->stage, MSG_REVEAL, 0);
    const struct answer *key = &round_current(&page->stage.app.round)->key;
    const char letter[] = {(char)('A' + key->picks[0]), 0};
    assert_true(str_has(verdict(page), str_of(letter)));
}

static void finish(struct page *page, bool right) {
    struct stage *stage = &page->stage;
    for (uint32_t i = 0; i < ROUND_ASKED && stage->app.screen != SCREEN_RESULT; i++) {
        if (round_current(&stage->app.round)->form == FORM_SINGLE) stage_answer(stage, right);
        stage_do(stage, MSG_REVEAL, 0);
        stage_do(stage, MSG_NEXT, 0);
    }
    assert_int_equal(stage->app.screen, SCREEN_RESULT);
}

static void thing_to_take_home_is_of_the_topic_and_of_the_day(void **state) {
    struct page *page = *state;
    for (uint64_t seed = 1; seed < 12; seed++) {
        stage_start(&page->stage, MODE_TRAINING, seed);
        stage_do(&page->stage, MSG_TOPIC, 2);
        stage_do(&page->stage, MSG_AGAIN, 0);
        finish(page, true);
        assert_true(says(page, "乙要记住"));
        assert_false(says(page, "甲要记住"));
        assert_false(says(page, "早就过了"));
        stage_start(&page->stage, MODE_TRAINING, seed);
        for (uint32_t round = 0; round < 4; round++) { /* the deck goes on: another card comes first */
            stage_do(&page->stage, MSG_AGAIN, 0);
            finish(page, true);
            assert_false(says(page, "早就过了"));
        }
    }
}

static void question_that_returns_says_so(void **state) {
    struct page *page = *state;
    struct stage *stage = &page->stage;
    bool told = false;
    stage_do(stage, MSG_AGAIN, 0);
    for (uint32_t i = 0; i < ROUND_ASKED && stage->app.screen != SCREEN_RESULT; i++) {
        const struct asked *asked = round_current(&stage->app.round);
        struct str line = word_numbers(&page->arena, WORD_LESSON_RETURN, asked->return_of, 0);
        bool returns = asked->return_of > 0;
        char words[100];
        snprintf(words, sizeof words, "%.*s", (int)line.len, line.at);
        told |= returns;
        assert_int_equal(says(page, words), returns);
        if (asked->form == FORM_SINGLE) stage_answer(stage, false);
        stage_do(stage, MSG_REVEAL, 0);
        stage_do(stage, MSG_NEXT, 0);
    }
    assert_true(told);
}

/* The first time counts: a return is the same question again. */
static void hardest_is_a_question_of_the_plan(void **state) {
    (void)state;
    struct round round = {.planned = 2, .count = 3};
    uint32_t hardest = ROUND_ASKED;
    round.asked[0] = (struct asked){.state = ASKED_WRONG, .millis = 1000};
    round.asked[1] = (struct asked){.state = ASKED_WRONG, .millis = 2000};
    round.asked[2] = (struct asked){.state = ASKED_WRONG, .return_of = 1, .millis = UINT32_MAX};
    assert_true(lesson_hardest(&round, &hardest));
    assert_int_equal(hardest, 0);
    round.asked[2].state = ASKED_RIGHT;
    assert_true(lesson_hardest(&round, &hardest));
    assert_int_equal(hardest, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define PAGE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        PAGE(each_topic_on_the_first_page_is_begun_with_its_own_cards),
        PAGE(cards_turn_both_ways_within_their_topic),
        PAGE(topic_that_is_not_there_is_no_topic),
        PAGE(questions_alone_are_those_of_the_sites_topic),
        PAGE(second_question_leads_back_to_the_first),
        PAGE(picture_and_ways_of_a_question_are_there),
        PAGE(answer_is_told_by_letters_only_where_they_tell_it),
        PAGE(thing_to_take_home_is_of_the_topic_and_of_the_day),
        PAGE(question_that_returns_says_so),
        PAGE(hardest_is_a_question_of_the_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
