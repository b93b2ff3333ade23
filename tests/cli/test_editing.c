#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cli/blank.h"
#include "cli/html.h"
#include "cli/proof.h"

/* What editors are handed: a record to fill in, and everything on paper. */

static const char text[] =
    "{\"pack\":{\"id\":\"jia\",\"title\":\"题库\"},"
    "\"sources\":[{\"id\":\"s\",\"title\":\"公告<一>\",\"publisher\":\"测试社\",\"date\":\"2024-09-02\"}],"
    "// jia-q-041 was taken once\n"
    "\"questions\":["
    "{\"id\":\"jia-q-007\",\"source\":\"s\",\"topic\":\"测试\",\"stem\":\"天空在晴天里<是>什么颜色？\","
    "\"options\":[\"红色\",\"蓝色\"],\"answer\":\"B\",\"explanation\":\"“蓝”&“青”都常说。\"},"
    "{\"id\":\"jia-q-012\",\"source\":\"s\",\"topic\":\"草稿的主题\",\"status\":\"draft\","
    "\"stem\":\"还没有写好的一道题？\",\"options\":[\"甲\",\"乙\"],\"answer\":\"A\","
    "\"explanation\":\"再想想。\"}]}";

static struct content content;
static struct buf out;

static bool give(void *context, const char *path, struct str *bytes) {
    (void)context;
    (void)path;
    *bytes = str_of(text);
    return true;
}

static int load(void **state) {
    (void)state;
    static const char *const paths[] = {"jia.json"};
    struct content_source source = {.paths = paths, .path_count = 1, .read = give};
    struct diags diags;
    diags_init(&diags);
    bool loaded = content_load(&content, &source, CONTENT_CHECKED, &diags);
    diags_finish(&diags);
    buf_init(&out);
    return loaded ? 0 : 1;
}

static int unload(void **state) {
    (void)state;
    buf_finish(&out);
    content_finish(&content);
    return 0;
}

static void a_number_is_one_above_the_highest_anywhere(void **state) {
    (void)state;
    assert_int_equal(blank_number(&content, "jia-q-"), 42);
    assert_int_equal(blank_number(&content, "jia-c-"), 1);
}

static void a_blank_follows_the_last_record_of_its_kind(void **state) {
    (void)state;
    buf_clear(&out);
    blank_print(&content, blank_pack(&content, "jia"), BLANK_QUESTION, &out);
    assert_non_null(strstr(out.at, "\"id\": \"jia-q-042\""));
    assert_non_null(strstr(out.at, "\"topic\": \"草稿的主题\""));
    assert_non_null(strstr(out.at, "\"source\": \"s\""));
    assert_non_null(strstr(out.at, "\"status\": \"draft\""));
}

static void a_pack_nobody_has_is_none(void **state) {
    (void)state;
    assert_null(blank_pack(&content, "yi"));
}

static void what_html_means_something_by_is_escaped(void **state) {
    (void)state;
    buf_clear(&out);
    html_text(&out, "<b a=\"1\">甲&乙</b>");
    assert_string_equal(out.at, "&lt;b a=&quot;1&quot;&gt;甲&amp;乙&lt;/b&gt;");
}

static void the_proof_has_all_questions_drafts_too(void **state) {
    (void)state;
    buf_clear(&out);
    proof_print(&content, NULL, &out);
    static const char *const parts[] = {"公告&lt;一&gt;",
                                        "天空在晴天里&lt;是&gt;什么颜色？",
                                        "<div class=\"o k\">B　蓝色",
                                        "“蓝”&amp;“青”都常说。",
                                        "还没有写好的一道题？",
                                        "可用",
                                        "草稿"};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) assert_non_null(strstr(out.at, parts[i]));
    assert_null(strstr(out.at, "<script"));
    assert_null(strstr(out.at, "<是>"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_is_one_above_the_highest_anywhere),
        cmocka_unit_test(a_blank_follows_the_last_record_of_its_kind),
        cmocka_unit_test(a_pack_nobody_has_is_none),
        cmocka_unit_test(what_html_means_something_by_is_escaped),
        cmocka_unit_test(the_proof_has_all_questions_drafts_too),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
