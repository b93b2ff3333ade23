#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "quiz/question.h"

/* A question as one line of JSON and as text. */

static const struct pack pack = {.id = "wangan-2024"};
static const struct source source = {
    .id = "s", .title = "公告“甲”", .publisher = "测试社", .date = "2024-09-02"};

static struct question sample(void) {
    return (struct question){.id = "f/where",
                             .fact = "f",
                             .pack = &pack,
                             .kind = KIND_WHERE,
                             .form = FORM_SINGLE,
                             .topic = "宣传周",
                             .stem = "在哪里？\n第二行",
                             .emphasis = "",
                             .hint = "",
                             .options = {"广州", "福州", "合肥"},
                             .option_count = 3,
                             .key = {.count = 1, .picks = {2}},
                             .explanation = "在合肥。",
                             .quote = "",
                             .note = "",
                             .source = &source,
                             .image = "",
                             .difficulty = 2};
}

static cJSON *line_of(const struct question *question) {
    struct buf out;
    buf_init(&out);
    question_print_json(question, &out);
    assert_null(strchr(out.at, '\n'));
    cJSON *line = cJSON_Parse(out.at);
    buf_finish(&out);
    assert_non_null(line);
    return line;
}

static void assert_text(const cJSON *line, const char *key, const char *text) {
    assert_string_equal(cJSON_GetObjectItemCaseSensitive(line, key)->valuestring, text);
}

static void a_line_holds_all_that_readers_rely_on(void **state) {
    (void)state;
    struct question question = sample();
    cJSON *line = line_of(&question);
    assert_text(line, "id", "f/where");
    assert_text(line, "fact", "f");
    assert_text(line, "pack", "wangan-2024");
    assert_text(line, "kind", "where");
    assert_text(line, "form", "single");
    assert_text(line, "topic", "宣传周");
    assert_text(line, "stem", "在哪里？\n第二行");
    assert_text(line, "explanation", "在合肥。");
    const cJSON *from = cJSON_GetObjectItemCaseSensitive(line, "source");
    assert_text(from, "title", "公告“甲”");
    assert_text(from, "publisher", "测试社");
    assert_text(from, "date", "2024-09-02");
    assert_int_equal(cJSON_GetObjectItemCaseSensitive(line, "difficulty")->valueint, 2);
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(line, "options")), 3);
    const cJSON *answer = cJSON_GetObjectItemCaseSensitive(line, "answer");
    assert_int_equal(cJSON_GetArraySize(answer), 1);
    assert_int_equal(cJSON_GetArrayItem(answer, 0)->valueint, 2);
    cJSON_Delete(line);
}

static void what_is_empty_is_left_out(void **state) {
    (void)state;
    struct question question = sample();
    cJSON *line = line_of(&question);
    static const char *const keys[] = {"emphasis", "rows", "hint", "note", "quote"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        assert_null(cJSON_GetObjectItemCaseSensitive(line, keys[i]));
    }
    cJSON_Delete(line);
}

static void what_is_given_is_there(void **state) {
    (void)state;
    struct question question = sample();
    question.form = FORM_MATCH;
    question.emphasis = "哪里";
    question.hint = "连一连";
    question.note = "说明";
    question.quote = "原文";
    question.rows[0] = "甲";
    question.rows[1] = "乙";
    question.row_count = 2;
    question.key = (struct answer){.count = 2, .picks = {1, 0}};
    cJSON *line = line_of(&question);
    assert_text(line, "form", "match");
    assert_text(line, "emphasis", "哪里");
    assert_text(line, "hint", "连一连");
    assert_text(line, "note", "说明");
    assert_text(line, "quote", "原文");
    assert_string_equal(cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(line, "rows"), 1)->valuestring,
                        "乙");
    assert_int_equal(cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(line, "answer"), 0)->valueint, 1);
    cJSON_Delete(line);
}

static void text_shows_options_key_and_source(void **state) {
    (void)state;
    struct question question = sample();
    struct buf out;
    buf_init(&out);
    question_print_text(&question, &out);
    assert_non_null(strstr(out.at, "  C　合肥\n"));
    assert_non_null(strstr(out.at, "  答案　C\n"));
    assert_non_null(strstr(out.at, "公告“甲”，测试社，2024-09-02"));
    buf_finish(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_holds_all_that_readers_rely_on),
        cmocka_unit_test(what_is_empty_is_left_out),
        cmocka_unit_test(what_is_given_is_there),
        cmocka_unit_test(text_shows_options_key_and_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
