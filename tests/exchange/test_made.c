#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "desk.h"

/* What acceptance makes beside the fact: a source of a document that says little of itself, an event with its
   place in a series. */

static const char facts[] =
    "{\n  \"entities\": [\n"
    "    { \"id\": \"zhou-2024\", \"kind\": \"event\", \"name\": \"2024年宣传周\", \"aliases\": [\"本届宣传周\"] },\n"
    "    { \"id\": \"bing\", \"kind\": \"person\", \"name\": \"丙先生\" },\n"
    "    { \"id\": \"hu-2024\", \"kind\": \"event\", \"name\": \"2024年湖区宣传周\", \"series\": \"hu\","
    " \"edition\": \"2024\" }\n"
    "  ],\n  \"attributes\": [\n"
    "    {\n      \"id\": \"day\",\n      \"name\": \"举行日期\",\n      \"class\": \"日期\",\n"
    "      \"stems\": [\"{S}在哪天？\", \"哪天是{S}？\", \"{S}是哪天？\"],\n"
    "      \"statements\": [\"{S}于{V}举行。\"]\n    }\n  ],\n  \"facts\": [\n"
    "    { \"id\": \"f-day\", \"subject\": \"@hu-2024\", \"attribute\": \"day\", \"value\": \"9月9日\", \"source\": \"s1\" }\n"
    "  ]\n}\n";

static int begin(void **state) {
    (void)state;
    return desk_begin(facts);
}

static void a_new_event_is_one_of_its_series(void **state) {
    (void)state;
    assert_true(take_one(draft_of(DRAFT_DATE, "2025年湖区宣传周", "举办时间", day, 1), true));
    const struct entity *made = content_fact(&acceptance.content, out.id)->subject;
    assert_string_equal(made->record.edition, "2025");
    assert_string_equal(made->series, "hu"); /* as that of 2024 */
    assert_string_equal(out.series, "hu");
    assert_string_equal(out.made, made->record.id);
}

static void a_year_that_a_day_makes_sure_is_its_edition(void **state) {
    (void)state;
    struct draft drafts[] = {draft_of(DRAFT_PLACE, "湖区动员大会", "举办地点", city, 1),
                             draft_of(DRAFT_DATE, "湖区动员大会", "举办时间", day, 1)};
    drafts[1].year = (struct draft_year){2024, YEAR_TITLE};
    fill(drafts, 2);
    assert_true(take(0, true));
    assert_string_equal(out.edition, "2024");
    assert_false(out.wants_edition);
}

static void where_no_year_is_sure_the_editor_is_asked(void **state) {
    (void)state;
    struct draft drafts[] = {draft_of(DRAFT_PLACE, "湖区动员大会", "举办地点", city, 1),
                             draft_of(DRAFT_DATE, "湖区动员大会", "举办时间", day, 1)};
    drafts[1].year = (struct draft_year){2024, YEAR_GUESS};
    fill(drafts, 2);
    assert_false(take(0, false));
    assert_non_null(strstr(out.remedy, "--edition"));
    struct wishes wishes = {.decided = true, .edition = "第八届"};
    assert_true(acceptance_take(&acceptance, 0, &wishes, &out));
    assert_string_equal(content_fact(&acceptance.content, out.id)->subject->record.edition, "第八届");
}

static void a_title_that_was_guessed_is_confirmed(void **state) {
    (void)state;
    struct inbox_document untitled = document;
    untitled.title = "湖区开幕";
    untitled.title_from = "开头的一行";
    struct draft draft = draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1);
    inbox_take(&inbox, &untitled, &draft, 1);
    assert_false(take(0, false));
    assert_non_null(strstr(out.refusal, "湖区开幕"));
    assert_true(take(0, true));
    assert_string_equal(content_fact(&acceptance.content, out.id)->record.source->title, "湖区开幕");
    assert_string_equal(inbox.documents[0].title_from, "");
    inbox_take(&inbox, &untitled, &draft, 1); /* imported again */
    assert_string_equal(inbox.documents[0].title_from, "");
}

static void a_day_that_a_person_gave_outlasts_an_import(void **state) {
    (void)state;
    struct inbox_document undated = document;
    undated.title = "湖区开幕";
    undated.date = "";
    struct draft draft = draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1);
    inbox_take(&inbox, &undated, &draft, 1);
    assert_false(take(0, true));
    assert_non_null(strstr(out.remedy, "--date"));
    inbox_tell(&inbox, 0, "", "2024-09-10");
    inbox_take(&inbox, &undated, &draft, 1);
    assert_true(take(0, true));
    assert_string_equal(content_fact(&acceptance.content, out.id)->record.source->date, "2024-09-10");
}

static void the_points_of_a_speech_want_a_person_too(void **state) {
    (void)state;
    static const char *const points[] = {"甲委", "乙局"};
    assert_false(take_one(draft_of(DRAFT_ORDERED_LIST, "丙先生", "要点", points, 2), false));
    assert_true(out.proposal.needs_decision);
    assert_string_equal(out.proposal.statement, "丙先生提出的要点一共是：甲委、乙局。");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(the_points_of_a_speech_want_a_person_too),    TEST(a_new_event_is_one_of_its_series),
        TEST(a_year_that_a_day_makes_sure_is_its_edition), TEST(where_no_year_is_sure_the_editor_is_asked),
        TEST(a_title_that_was_guessed_is_confirmed),       TEST(a_day_that_a_person_gave_outlasts_an_import),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
