#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "desk.h"

/* Drafts become facts: what is written, what is refused, and that a refusal leaves nothing behind. */

static const char facts[] =
    "{\n  \"entities\": [\n"
    "    { \"id\": \"zhou-2024\", \"kind\": \"event\", \"name\": \"2024年宣传周\", \"aliases\": [\"本届宣传周\"] },\n"
    "    { \"id\": \"fenhui\", \"kind\": \"event\", \"name\": \"某地的分会场\", \"aliases\": [\"论坛分会\"] },\n"
    "    { \"id\": \"guangzhou\", \"kind\": \"place\", \"name\": \"广州\", \"aliases\": [\"广州市\"] },\n"
    "    { \"id\": \"luntan-a\", \"kind\": \"event\", \"name\": \"甲论坛\", \"aliases\": [\"高峰论坛\"] },\n"
    "    { \"id\": \"luntan-b\", \"kind\": \"event\", \"name\": \"乙论坛\", \"aliases\": [\"高峰论坛\"] }\n"
    "  ],\n  \"attributes\": [\n"
    "    {\n      \"id\": \"day\",\n      \"name\": \"举行日期\",\n      \"class\": \"日期\",\n"
    "      \"stems\": [\"{S}在哪天？\", \"哪天是{S}？\", \"{S}是哪天？\"],\n"
    "      \"statements\": [\"{S}于{V}举行。\"]\n    }\n  ],\n  \"facts\": [\n"
    "    { \"id\": \"f-day\", \"subject\": \"@luntan-a\", \"attribute\": \"day\", \"value\": \"9月9日\", \"topic\": \"周\","
    " \"source\": \"s1\" } // wangan-f-001 was taken once: \"wangan-f-001\"\n  ]\n}\n";

static const char *const bodies[] = {"甲委", "乙局"}, *const other_day[] = {"9月11日"},
                         *const first_day[] = {"9月9日"}, *const word[] = {"网安周"};

static int begin(void **state) {
    (void)state;
    return desk_begin(facts);
}

static const char *text_of(const char *path) {
    for (uint32_t i = 0; i < acceptance.overlay.file_count; i++)
        if (strcmp(acceptance.overlay.files[i].path, path) == 0) return acceptance.overlay.files[i].after.at;
    return "";
}

static void a_draft_becomes_a_fact_of_its_pack(void **state) {
    (void)state;
    assert_true(take_one(draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1), false));
    assert_string_equal(out.id, "wangan-f-002"); /* 001 stands in a comment */
    const struct fact *fact = content_fact(&acceptance.content, out.id);
    assert_non_null(fact);
    assert_string_equal(fact->subject->record.id, "zhou-2024");
    assert_string_equal(fact->attribute->record.id, "day");
    assert_string_equal(fact->value.show, "9月10日");
    assert_string_equal(fact->record.source->id, "s1");
    assert_string_equal(fact->record.topic, "周");
    assert_int_equal(fact->record.status, STATUS_READY);
    assert_string_equal(out.proposal.statement, "2024年宣传周于9月10日举行。");
    assert_int_equal(inbox.decisions[0].fate, FATE_ACCEPTED);
    assert_string_equal(inbox.decisions[0].fact, "wangan-f-002");
}

static void only_a_topic_that_the_packs_have_is_written(void **state) {
    (void)state;
    struct draft drafts[] = {draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1)};
    drafts[0].topic = "时间"; /* for sorting */
    assert_true(take_one(drafts[0], false));
    assert_string_equal(content_fact(&acceptance.content, out.id)->record.topic, "周");
    assert_null(strstr(text_of("packs/wangan/facts.json"), "时间"));
}

static void what_was_said_wants_a_person(void **state) {
    (void)state;
    struct draft drafts[] = {draft_of(DRAFT_SPEECH, "张三", "表示", city, 1),
                             draft_of(DRAFT_SPEECH, "甲论坛", "提出", city, 1)};
    fill(drafts, 2);
    assert_false(take(1, false)); /* though the bank knows it */
    assert_true(out.proposal.needs_decision);
    assert_true(take(0, true));
    const struct fact *fact = content_fact(&acceptance.content, out.id);
    assert_true(fact->record.political); /* never altered */
    assert_int_equal(fact->subject->kind, ENTITY_PERSON);
    assert_string_equal(out.proposal.statement, "张三表示：“广州市”。");
}

static void everything_else_of_the_file_stays(void **state) {
    (void)state;
    assert_true(take_one(draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1), false));
    assert_int_equal(acceptance.overlay.file_count, 1);
    const char *after = text_of("packs/wangan/facts.json"), *behind = strstr(facts, " // wangan-f-001");
    size_t begin_len = (size_t)(behind - facts);
    assert_memory_equal(after, facts, begin_len);
    assert_string_equal(after + strlen(after) - strlen(behind), behind);
    assert_non_null(
        strstr(after, ",\n    {\n      \"id\": \"wangan-f-002\",\n      \"subject\": \"@zhou-2024\""));
    assert_non_null(strstr(after, "\"x-from\": \"a.txt:"));
    assert_non_null(strstr(after, "\"x-draft\": \"D0001\""));
}

static void what_is_missing_is_made(void **state) {
    (void)state;
    struct draft draft = draft_of(DRAFT_PLACE, "第一届网络安全大会", "举办地点", city, 1);
    struct inbox_document other = document;
    other.title = "大会召开";
    other.date = "2024-09-12";
    inbox_take(&inbox, &other, &draft, 1);
    assert_false(take(0, false));
    assert_non_null(strstr(out.refusal, "题库里还没有“第一届网络安全大会”"));
    assert_true(take(0, true));
    const struct fact *fact = content_fact(&acceptance.content, out.id);
    assert_string_equal(fact->subject->record.id, "wangan-e-001");
    assert_int_equal(fact->subject->kind, ENTITY_EVENT);
    assert_string_equal(fact->attribute->name, "举行城市");
    assert_string_equal(fact->value.entity->record.id, "guangzhou"); /* by its other name */
    assert_string_equal(fact->record.source->title, "大会召开");
    assert_string_equal(fact->record.source->date, "2024-09-12");
    assert_string_equal(fact->record.source->checked, "2024-09-20");
}

static void what_was_made_serves_the_next(void **state) {
    (void)state;
    struct draft drafts[] = {draft_of(DRAFT_ORGANIZATION, "第一届网络安全大会", "主办", day, 1),
                             draft_of(DRAFT_ORGANIZATION, "第一届网络安全大会", "主办", other_day, 1)};
    drafts[0].values = bodies;
    drafts[1].values = bodies + 1;
    drafts[1].subject = "第二届网络安全大会";
    fill(drafts, 2);
    assert_true(take(0, true));
    assert_true(take(1, true));
    assert_int_equal(acceptance.content.attribute_count, 2);
    assert_int_equal(acceptance.content.entity_count, 7);
    assert_int_equal(acceptance.content.source_count, 1);
    assert_string_equal(out.id, "wangan-f-003");
}

static void a_list_becomes_a_set(void **state) {
    (void)state;
    struct draft draft = draft_of(DRAFT_ORGANIZATION_SET, "本届宣传周", "主办", bodies, 2);
    draft.open = true;
    assert_true(take_one(draft, false));
    const struct set *set = content_set(&acceptance.content, out.id);
    assert_string_equal(set->name, "主办2024年宣传周的单位");
    assert_false(set->closed);
    assert_int_equal(set->member_count, 2);
    assert_string_equal(out.proposal.statement, "主办2024年宣传周的单位有：甲委、乙局等。");
}

static void an_order_is_kept(void **state) {
    (void)state;
    assert_true(take_one(draft_of(DRAFT_ORDERED_LIST, "本届宣传周", "要点", bodies, 2), false));
    const struct set *set = content_set(&acceptance.content, out.id);
    assert_true(set->ordered && set->closed && set->record.political);
}

static void a_definition_becomes_a_term(void **state) {
    (void)state;
    assert_true(take_one(draft_of(DRAFT_DEFINITION, "保密性", "定义", word, 1), true));
    const struct entity *entity = content_entity(&acceptance.content, out.id);
    assert_string_equal(entity->meaning, "网安周");
    assert_int_equal(entity->kind, ENTITY_TERM);
}

static void refused(struct draft draft, bool decided, const char *because) {
    assert_false(take_one(draft, decided));
    assert_non_null(strstr(out.refusal, because));
    assert_string_not_equal(out.remedy, "");
    assert_int_equal(acceptance.overlay.file_count, 0);
    assert_int_equal(inbox.decisions[0].fate, FATE_OPEN);
    assert_int_equal(acceptance.content.fact_count, 1);
}

static void no_subject_no_fact(void **state) {
    (void)state;
    refused(draft_of(DRAFT_DATE, "", "举办时间", day, 1), true, "说的是谁");
}

static void no_word_no_fact(void **state) {
    (void)state;
    refused(draft_of(DRAFT_DATE, "本届宣传周", "", day, 1), true, "它的什么");
}

static void a_name_of_two_things_is_asked_back(void **state) {
    (void)state;
    refused(draft_of(DRAFT_DATE, "高峰论坛", "举办时间", day, 1), true, "不止一个");
    assert_non_null(strstr(out.remedy, "@luntan-a"));
}

static void an_unknown_reference_is_refused(void **state) {
    (void)state;
    refused(draft_of(DRAFT_DATE, "@nobody", "举办时间", day, 1), true, "@nobody");
}

static void an_unsure_draft_wants_a_person(void **state) {
    (void)state;
    struct draft draft = draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1);
    draft.confident = false;
    draft.warns[draft.warn_count++] = "年份要由人判断";
    refused(draft, false, "年份要由人判断");
    assert_true(take(0, true));
}

static struct draft post_of(enum year_from from) {
    static const char *const post[] = {"甲市副市长"};
    struct draft draft = draft_of(DRAFT_ROLE, "裴文渊", "职务", post, 1);
    draft.year = (struct draft_year){2024, from};
    return draft;
}

static void a_post_is_dated_by_its_document(void **state) {
    (void)state;
    assert_true(take_one(post_of(YEAR_PAGE), true));
    assert_string_equal(out.proposal.statement, "2024年9月，裴文渊任甲市副市长。");
}

static void a_former_post_is_not(void **state) {
    (void)state;
    refused(post_of(YEAR_GUESS), true, "没有写明是什么时候");
}

static void what_the_bank_says_otherwise_is_never_overruled(void **state) {
    (void)state;
    refused(draft_of(DRAFT_DATE, "甲论坛", "举办时间", day, 1), true, "f-day 说的是“9月9日”");
}

static void what_the_bank_has_is_not_taken_twice(void **state) {
    (void)state;
    refused(draft_of(DRAFT_DATE, "甲论坛", "举办时间", first_day, 1), true, "已经有这条事实：f-day");
}

static void the_same_in_other_words_is_not_taken_twice(void **state) {
    (void)state;
    static const char *const spelled[] = {"九月九日"};
    refused(draft_of(DRAFT_DATE, "甲论坛", "举办时间", spelled, 1), true, "已经有这条事实：f-day");
    assert_true(out.proposal.is_known);
}

static const char *source_of(const char *title, const char *date, const char *url) {
    struct draft draft = draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1);
    struct inbox_document other = document;
    other.title = title;
    other.date = date;
    other.url = url;
    inbox_take(&inbox, &other, &draft, 1);
    assert_true(take(0, false));
    return content_fact(&acceptance.content, out.id)->record.source->id;
}

static void a_known_source_is_known_by_its_title_and_day(void **state) {
    (void)state;
    assert_string_equal(source_of("《宣传周开幕》", "2024-09-09", ""), "s1");
}

static void another_day_is_another_source(void **state) {
    (void)state;
    assert_string_equal(source_of("宣传周开幕", "2023-09-11", ""), "wangan-s-001");
}

static void a_name_within_another_is_asked_back(void **state) {
    (void)state;
    refused(draft_of(DRAFT_DATE, "2024年宣传周开幕式", "举办时间", day, 1), false,
            "名称相近的“2024年宣传周”");
    assert_non_null(strstr(out.remedy, "@zhou-2024"));
    assert_true(take(0, true));
    assert_int_equal(acceptance.content.entity_count, 6);
}

static void what_was_made_is_known_from_then_on(void **state) {
    (void)state;
    struct draft drafts[] = {draft_of(DRAFT_DATE, "第一届网络安全大会", "举办时间", day, 1),
                             draft_of(DRAFT_PLACE, "第一届网络安全大会", "举办地点", city, 1)};
    fill(drafts, 2);
    assert_true(take(0, true));
    assert_true(take(1, false));
}

static void a_year_is_said_once(void **state) {
    (void)state;
    static const char *const whole[] = {"2024年9月10日"};
    assert_true(take_one(draft_of(DRAFT_DATE, "本届宣传周", "举办时间", whole, 1), false));
    assert_string_equal(content_fact(&acceptance.content, out.id)->value.show, "9月10日");
}

static void a_name_that_tells_the_answer_is_no_question(void **state) {
    (void)state;
    static const char *const told[] = {"2024年"};
    refused(draft_of(DRAFT_NUMBER, "本届宣传周", "年份", told, 1), true, "已经写着答案");
    assert_true(out.proposal.is_known);
}

static void a_wording_made_of_a_word_is_read_first(void **state) {
    (void)state;
    static const char *const count[] = {"12场"};
    refused(draft_of(DRAFT_NUMBER, "本届宣传周", "活动场数", count, 1), false, "念一念");
    assert_true(take(0, true));
}

static const char *quote_of(const char *sentence) {
    struct draft draft = draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1);
    draft.quote = sentence;
    assert_true(take_one(draft, false));
    return content_fact(&acceptance.content, out.id)->record.quote;
}

static void a_short_sentence_is_quoted_whole(void **state) {
    (void)state;
    assert_string_equal(quote_of("会上说，9月10日，宣传周在广州市举行。"),
                        "会上说，9月10日，宣传周在广州市举行。");
}

static void of_a_long_one_the_clause_is_quoted(void **state) {
    (void)state;
    assert_string_equal(
        quote_of(
            "各部门各单位各地区要高度重视并且认真组织好这一次的宣传活动，做好各方面的准备工作；大会开幕式"
            "将于9月10日在广州市举行，届时有许多部门的代表、专家、企业和媒体的朋友参加。"),
        "大会开幕式将于9月10日在广州市举行");
}

static void a_list_by_an_unknown_name_is_read_first(void **state) {
    (void)state;
    refused(draft_of(DRAFT_ORGANIZATION_SET, "高质量发展", "主办", bodies, 2), false,
            "题库里没有叫“高质量发展”的");
    assert_true(take(0, true));
}

static void what_the_bank_says_with_the_same_value_is_named(void **state) {
    (void)state;
    static const char *const value[] = {"2024年9月9日下午三点"};
    assert_true(take_one(draft_of(DRAFT_DATE, "甲论坛", "开始时间", value, 1), true));
    inbox_decide(&inbox, 0, FATE_OPEN, "", "");
    struct wishes wishes = {.decided = true};
    struct proposal proposal;
    inbox.drafts.list[0].subject = "乙论坛";
    proposal_make(&acceptance.content, &inbox, 0, &wishes, &acceptance.arena, &proposal);
    assert_string_equal(proposal.akin->subject->record.id, "luntan-a");
}

static void what_can_not_be_overruled_is_said_first(void **state) {
    (void)state;
    refused(draft_of(DRAFT_NUMBER, "第一届网络安全大会", "", day, 1), false, "它的什么");
    assert_false(out.proposal.needs_decision);
}

static void a_year_is_written_with_its_mark_or_without(void **state) {
    (void)state;
    refused(draft_of(DRAFT_DATE, "2024宣传周闭幕式", "举办时间", day, 1), false, "名称相近的“2024年宣传周”");
}

static void the_nearest_name_is_asked_about(void **state) {
    (void)state;
    refused(draft_of(DRAFT_DATE, "本届宣传周的高峰论坛分会场", "举办时间", day, 1), false,
            "名称相近的“2024年宣传周”");
}

static void a_page_of_tomorrow_was_not_checked_today(void **state) {
    (void)state;
    struct draft draft = draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1);
    struct inbox_document later = document;
    later.title = "闭幕";
    later.date = "2024-12-01";
    inbox_take(&inbox, &later, &draft, 1);
    assert_true(take(0, false));
    assert_string_equal(content_fact(&acceptance.content, out.id)->record.source->checked, "");
}

static void a_body_keeps_the_name_it_was_called_by(void **state) {
    (void)state;
    static const char *const names[] = {"甲论坛", "广州市"};
    assert_true(take_one(draft_of(DRAFT_ORGANIZATION_SET, "本届宣传周", "主办", names, 2), true));
    const struct set *set = content_set(&acceptance.content, out.id);
    assert_string_equal(set->members[0].entity->record.id, "luntan-a");
    assert_null(set->members[1].entity);
    assert_string_equal(set->members[1].show, "广州市");
}

static void what_is_accepted_meets_the_next(void **state) {
    (void)state;
    struct draft drafts[] = {draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1),
                             draft_of(DRAFT_DATE, "2024年宣传周", "举办时间", other_day, 1)};
    fill(drafts, 2);
    assert_true(take(0, false));
    assert_false(take(1, true));
    assert_non_null(strstr(out.refusal, "wangan-f-002"));
    assert_false(take(0, true));
    assert_non_null(strstr(out.refusal, "已经收过了"));
}

static void readings_that_differ_want_a_decision(void **state) {
    (void)state;
    struct draft drafts[] = {draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1),
                             draft_of(DRAFT_DATE, "本届宣传周", "举办时间", other_day, 1)};
    drafts[0].conflict_with = "D0002";
    drafts[1].conflict_with = "D0001";
    fill(drafts, 2);
    assert_false(take(0, false));
    assert_non_null(strstr(out.refusal, "9月11日"));
    assert_true(take(0, true));
    const struct fact *fact = content_fact(&acceptance.content, out.id);
    assert_int_equal(fact->never.count, 1); /* who knows */
    assert_string_equal(fact->never.list[0], "9月11日");
}

static void a_reading_that_was_rejected_settles_it(void **state) {
    (void)state;
    struct draft drafts[] = {draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1),
                             draft_of(DRAFT_DATE, "本届宣传周", "举办时间", other_day, 1)};
    drafts[0].conflict_with = "D0002";
    fill(drafts, 2);
    inbox_decide(&inbox, 1, FATE_REJECTED, "", "2023年的");
    assert_false(take(1, false));
    assert_non_null(strstr(out.refusal, "先前弃掉了（2023年的）"));
    assert_true(take(0, false));
    assert_int_equal(content_fact(&acceptance.content, out.id)->never.count, 0);
}

static void a_double_is_refused(void **state) {
    (void)state;
    struct draft drafts[] = {draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1),
                             draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1)};
    drafts[1].dup_of = "D0001";
    fill(drafts, 2);
    assert_false(take(1, true));
    assert_non_null(strstr(out.refusal, "和 D0001 是同一件事"));
}

static void a_document_without_a_name_is_no_source(void **state) {
    (void)state;
    struct draft draft = draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1);
    struct inbox_document nameless = document;
    nameless.title = nameless.date = "";
    inbox_take(&inbox, &nameless, &draft, 1);
    assert_false(take(0, false));
    assert_non_null(strstr(out.refusal, "说不清出处"));
    acceptance.source = "s1";
    assert_true(take(0, false));
    acceptance.source = "s9";
    assert_false(take(0, false));
}

static void a_pack_that_is_not_there_takes_nothing(void **state) {
    (void)state;
    struct draft draft = draft_of(DRAFT_DATE, "本届宣传周", "举办时间", day, 1);
    struct inbox_document other = document;
    other.into = "nowhere";
    inbox_take(&inbox, &other, &draft, 1);
    assert_false(take(0, false));
    assert_non_null(strstr(out.refusal, "没有“nowhere”这个包"));
}

static const char too_long[] =
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十";

static void what_does_not_pass_the_check_leaves_nothing(void **state) {
    (void)state;
    static const char *const values[] = {too_long};
    struct draft draft = draft_of(DRAFT_DATE, "第三届网络安全大会", "主旨", values, 1);
    refused(draft, true, "没有通过检查");
    assert_int_equal(acceptance.content.entity_count, 5);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(a_draft_becomes_a_fact_of_its_pack),
        TEST(only_a_topic_that_the_packs_have_is_written),
        TEST(what_was_said_wants_a_person),
        TEST(everything_else_of_the_file_stays),
        TEST(what_is_missing_is_made),
        TEST(what_was_made_serves_the_next),
        TEST(a_list_becomes_a_set),
        TEST(an_order_is_kept),
        TEST(a_definition_becomes_a_term),
        TEST(no_subject_no_fact),
        TEST(no_word_no_fact),
        TEST(a_name_of_two_things_is_asked_back),
        TEST(an_unknown_reference_is_refused),
        TEST(an_unsure_draft_wants_a_person),
        TEST(what_the_bank_says_otherwise_is_never_overruled),
        TEST(what_the_bank_has_is_not_taken_twice),
        TEST(the_same_in_other_words_is_not_taken_twice),
        TEST(a_known_source_is_known_by_its_title_and_day),
        TEST(another_day_is_another_source),
        TEST(a_name_within_another_is_asked_back),
        TEST(what_was_made_is_known_from_then_on),
        TEST(a_post_is_dated_by_its_document),
        TEST(a_former_post_is_not),
        TEST(a_year_is_said_once),
        TEST(a_name_that_tells_the_answer_is_no_question),
        TEST(a_wording_made_of_a_word_is_read_first),
        TEST(a_short_sentence_is_quoted_whole),
        TEST(of_a_long_one_the_clause_is_quoted),
        TEST(a_list_by_an_unknown_name_is_read_first),
        TEST(what_the_bank_says_with_the_same_value_is_named),
        TEST(what_can_not_be_overruled_is_said_first),
        TEST(a_year_is_written_with_its_mark_or_without),
        TEST(the_nearest_name_is_asked_about),
        TEST(a_page_of_tomorrow_was_not_checked_today),
        TEST(a_body_keeps_the_name_it_was_called_by),
        TEST(what_is_accepted_meets_the_next),
        TEST(readings_that_differ_want_a_decision),
        TEST(a_reading_that_was_rejected_settles_it),
        TEST(a_double_is_refused),
        TEST(a_document_without_a_name_is_no_source),
        TEST(a_pack_that_is_not_there_takes_nothing),
        TEST(what_does_not_pass_the_check_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
