#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "desk.h"
#include "exchange/topic.h"

/* Of which topic a draft is: what the packs say, else a word of our own, and "" where nothing is sure. */

static const char facts[] =
    "{\"entities\": [\n"
    "  { \"id\": \"zhou\", \"kind\": \"event\", \"name\": \"2024年宣传周\", \"topic\": \"宣传周\" },\n"
    "  { \"id\": \"luntan\", \"kind\": \"event\", \"name\": \"甲论坛\", \"aliases\": [\"本论坛\"] },\n"
    "  { \"id\": \"bo\", \"kind\": \"event\", \"name\": \"乙博览会\" }],\n"
    " \"attributes\": [{ \"id\": \"day\", \"name\": \"举行日期\", \"class\": \"日期\",\n"
    "  \"stems\": [\"{S}在哪天？\", \"哪天是{S}？\", \"{S}是哪天？\"], \"statements\": [\"{S}于{V}举行。\"] },\n"
    "  { \"id\": \"num\", \"name\": \"参加人数\", \"class\": \"人数\",\n"
    "  \"stems\": [\"{S}有多少人？\", \"多少人参加{S}？\", \"{S}多少人？\"], \"statements\": [\"{S}有{V}。\"] }],\n"
    " \"facts\": [\n"
    "  { \"id\": \"f1\", \"subject\": \"@luntan\", \"attribute\": \"day\", \"value\": \"9月9日\", \"topic\": \"湖区\", \"source\": \"s1\" },\n"
    "  { \"id\": \"f2\", \"subject\": \"@bo\", \"attribute\": \"day\", \"value\": \"9月8日\", \"topic\": \"湖区\", \"source\": \"s1\" },\n"
    "  { \"id\": \"f3\", \"subject\": \"@bo\", \"attribute\": \"num\", \"value\": \"80人\", \"topic\": \"产业\", \"source\": \"s1\" }]}\n";

struct row {
    enum draft_type type;
    const char *subject, *attribute, *has, *topic, *alone; /* with the packs, and without any */
};

static const struct row rows[] = {
    {DRAFT_DATE, "2024年宣传周", "举办时间", "", "宣传周", "时间"},
    {DRAFT_DATE, "本论坛", "举办时间", "", "湖区", "时间"},
    {DRAFT_DATE, "乙博览会", "举办时间", "", "时间", "时间"},      /* its facts are of two topics */
    {DRAFT_SLOGAN, "2025年产业大会", "主题", "", "产业", "主题"},  /* the word stands in the name */
    {DRAFT_PLACE, "湖区产业大会", "举办地点", "", "地点", "地点"}, /* two words do */
    {DRAFT_ORGANIZATION, "丙大会", "联合主办", "", "主办单位", "主办单位"},
    {DRAFT_ORGANIZATION, "《丙框架》", "发布", "", "机构", "机构"},
    {DRAFT_SET, "丙的五特性", "包括", "", "特性", "特性"},
    {DRAFT_SET, "", "包括", "", "", ""},
    {DRAFT_TERM, "", "", "", "", ""},
    {DRAFT_DATE, "2024年宣传周", "举办时间", "人定的", "人定的", "人定的"},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static void check(const struct content *content) {
    struct drafts drafts;
    drafts_init(&drafts);
    for (uint32_t i = 0; i < ROWS; i++) {
        struct draft *draft = drafts_add(&drafts);
        draft->type = rows[i].type;
        draft->subject = rows[i].subject;
        draft->attribute = rows[i].attribute;
        draft->topic = rows[i].has;
    }
    topic_find(&drafts, content);
    for (uint32_t i = 0; i < ROWS; i++)
        assert_string_equal(drafts.list[i].topic, content ? rows[i].topic : rows[i].alone);
    drafts_finish(&drafts);
}

static void test_the_packs_say_it_else_the_kind_of_the_draft(void **state) {
    (void)state;
    struct content content;
    struct diags diags;
    diags_init(&diags);
    desk_facts = facts;
    assert_true(content_load(&content, &desk_source, CONTENT_QUICK, &diags));
    check(&content);
    assert_true(topic_is_known(&content, "湖区"));
    assert_true(topic_is_known(&content, "宣传周"));
    assert_false(topic_is_known(&content, "时间"));
    content_finish(&content);
    diags_finish(&diags);
}

static void test_without_packs_it_is_the_kind(void **state) {
    (void)state;
    check(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_the_packs_say_it_else_the_kind_of_the_draft),
                                       cmocka_unit_test(test_without_packs_it_is_the_kind)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
