#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/diag.h"

static const struct diag_kind outside = {.code = "T105", .level = DIAG_ERROR, .title = "答案超出了选项范围"};
static const struct diag_kind undated = {.code = "L301", .level = DIAG_WARNING, .title = "来源没有日期"};
static const struct diag_words words = {.fix = "改", .effect = "无"};

static void report(struct diags *diags, const struct diag_kind *kind, const char *name, const char *text,
                   size_t begin, size_t end) {
    struct diag_file file = {name, str_of(text)};
    diag_report(diags, kind, &file, begin, end, &words);
}

static void message_has_the_shape_of_the_guide(void **state) {
    (void)state;
    const char *text = "{\n  \"questions\": [\n    {\n      \"stem\": \"……\",\n    \"answer\": \"E\",\n";
    struct diag_file file = {"packs/wangan/questions/01.json", str_of(text)};
    size_t begin = str_find(file.text, STR("\"E\""));
    struct diag_words all = {.subject = "q-001「……」",
                             .remark = "这道题只有 A–D 四个选项",
                             .fix = "把 \"E\" 改成 A、B、C 或 D。",
                             .effect = "本题暂不出现。"};
    struct diags diags;
    struct buf out;
    diags_init(&diags);
    buf_init(&out);
    diag_report(&diags, &outside, &file, begin, begin + 3, &all);
    diags_print_text(&diags, &out);
    assert_string_equal(out.at, "错误 T105　答案超出了选项范围\n"
                                "  文件　packs/wangan/questions/01.json，第 5 行第 15 列\n"
                                "  题目　q-001「……」\n"
                                "    5 │     \"answer\": \"E\",\n"
                                "      │               ^^^ 这道题只有 A–D 四个选项\n"
                                "  改法　把 \"E\" 改成 A、B、C 或 D。\n"
                                "  影响　本题暂不出现。\n"
                                "\n"
                                "共 1 个错误。\n");
    buf_finish(&out);
    diags_finish(&diags);
}

struct quote_case {
    const char *text;
    size_t begin, end;
    uint32_t line, column, marked, caret, width;
    const char *quote;
};

static const struct quote_case quotes[] = {
    {"abc", 1, 2, 1, 2, 1, 1, 1, "abc"},
    {"a\r\n安知x\r\nb", 9, 10, 2, 3, 1, 4, 1, "安知x"},
    {"安知", 3, 6, 1, 2, 1, 2, 2, "安知"},
    {"\t\"a\"", 1, 4, 1, 2, 3, 4, 3, "    \"a\""},
    {"ab\tc", 3, 4, 1, 4, 1, 4, 1, "ab  c"},
    {"abc", 3, 3, 1, 4, 1, 3, 1, "abc"},
    {"ab\ncd", 2, 2, 1, 3, 1, 2, 1, "ab"},
    {"ab\ncd", 1, 5, 1, 2, 1, 1, 1, "ab"},
    {"", 0, 0, 1, 1, 1, 0, 1, ""},
    {"a\x01"
     "b",
     2, 3, 1, 3, 1, 2, 1, "a?b"},
    {"ab\n", 3, 3, 2, 1, 1, 0, 1, ""},
};

static void caret_stands_under_the_mark(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++) {
        const struct quote_case *c = &quotes[i];
        struct diags diags;
        diags_init(&diags);
        report(&diags, &outside, "f", c->text, c->begin, c->end);
        const struct diag *diag = &diags.list[0];
        assert_int_equal(diag->line, c->line);
        assert_int_equal(diag->column, c->column);
        assert_int_equal(diag->marked, c->marked);
        assert_int_equal(diag->quote_caret, c->caret);
        assert_int_equal(diag->quote_width, c->width);
        assert_string_equal(diag->quote, c->quote);
        diags_finish(&diags);
    }
}

static void long_line_is_cut_around_the_caret(void **state) {
    (void)state;
    char text[3001];
    memset(text, 'a', 3000);
    text[3000] = '\0';
    text[1500] = 'X';
    struct diags diags;
    diags_init(&diags);
    report(&diags, &outside, "f", text, 1500, 1501);
    const struct diag *diag = &diags.list[0];
    assert_int_equal(diag->column, 1501);
    assert_true(strlen(diag->quote) < 90);
    assert_memory_equal(diag->quote, "…a", 4);
    /* The ellipsis has three bytes and one column. */
    assert_int_equal(diag->quote[diag->quote_caret + 2], 'X');
    assert_string_equal(diag->quote + strlen(diag->quote) - 4, "a…");
    diags_finish(&diags);
}

static void messages_are_sorted_by_file_and_place(void **state) {
    (void)state;
    struct diags diags;
    struct buf out;
    diags_init(&diags);
    buf_init(&out);
    report(&diags, &outside, "b", "x\ny", 2, 3);
    report(&diags, &outside, "b", "x\ny", SIZE_MAX, SIZE_MAX);
    report(&diags, &outside, "a", "xy", 1, 2);
    report(&diags, &undated, "a", "xy", 1, 2);
    report(&diags, &outside, "a", "xy", 0, 1);
    diags_sort(&diags);
    diags_print_gcc(&diags, &out);
    assert_string_equal(out.at, "a:1:1: error: 答案超出了选项范围 [T105]\n"
                                "a:1:2: warning: 来源没有日期 [L301]\n"
                                "a:1:2: error: 答案超出了选项范围 [T105]\n"
                                "b: error: 答案超出了选项范围 [T105]\n"
                                "b:2:1: error: 答案超出了选项范围 [T105]\n");
    buf_finish(&out);
    diags_finish(&diags);
}

static void twenty_are_kept_and_the_rest_counted(void **state) {
    (void)state;
    struct diags diags;
    struct buf out;
    diags_init(&diags);
    buf_init(&out);
    for (int i = 0; i < 57; i++) report(&diags, &outside, "a", "x", 0, 1);
    report(&diags, &outside, "b", "x", 0, 1);
    assert_int_equal(diags.count, 21);
    assert_int_equal(diags.errors, 58);
    diags_print_text(&diags, &out);
    assert_true(str_has(buf_get(&out), STR("a：另有 37 条没有列出。\n")));
    assert_true(str_ends(buf_get(&out), STR("共 58 个错误。\n")));
    buf_finish(&out);
    diags_finish(&diags);
}

static void error_takes_the_place_of_a_warning(void **state) {
    (void)state;
    struct diags diags;
    diags_init(&diags);
    for (int i = 0; i < 25; i++) report(&diags, &undated, "a", "x", 0, 1);
    assert_true(diag_has_room(&diags, "a"));
    for (int i = 0; i < 22; i++) report(&diags, &outside, "a", "x", 0, 1);
    assert_false(diag_has_room(&diags, "a"));
    assert_int_equal(diags.count, 20);
    for (uint32_t i = 0; i < diags.count; i++) assert_ptr_equal(diags.list[i].kind, &outside);
    assert_int_equal(diags.warnings, 25);
    assert_int_equal(diags.errors, 22);
    diags_finish(&diags);
}

static void total_says_what_there_was(void **state) {
    (void)state;
    struct diags diags;
    struct buf out;
    diags_init(&diags);
    buf_init(&out);
    diags_print_text(&diags, &out);
    assert_string_equal(out.at, "没有发现问题。\n");
    report(&diags, &outside, "a", "x", 0, 1);
    report(&diags, &outside, "a", "x", 0, 1);
    report(&diags, &undated, "a", "x", 0, 1);
    diags_print_text(&diags, &out);
    assert_true(str_ends(buf_get(&out), STR("共 2 个错误、1 个警告。\n")));
    buf_finish(&out);
    diags_finish(&diags);
}

static void json_has_every_field(void **state) {
    (void)state;
    struct diags diags;
    struct buf out;
    diags_init(&diags);
    buf_init(&out);
    report(&diags, &outside, "a", "xy", 1, 2);
    diags_print_json(&diags, &out);
    assert_string_equal(
        out.at, "{\"messages\": [\n"
                "  {\"code\": \"T105\", \"level\": \"error\", \"file\": \"a\", \"line\": 1, \"column\": 2, "
                "\"title\": \"答案超出了选项范围\", \"subject\": null, \"remark\": null, \"fix\": \"改\", "
                "\"effect\": \"无\"}\n"
                "], \"errors\": 1, \"warnings\": 0, \"left_out\": 0}\n");
    buf_finish(&out);
    diags_finish(&diags);
}

static void words_are_copied(void **state) {
    (void)state;
    struct diags diags;
    diags_init(&diags);
    char name[] = "name", fix[] = "fix";
    struct diag_file file = {name, STR("x")};
    diag_report(&diags, &outside, &file, 0, 1,
                &(struct diag_words){.fix = fix, .effect = diag_text(&diags, "%d", 7)});
    name[0] = fix[0] = '?';
    assert_string_equal(diags.list[0].file, "name");
    assert_string_equal(diags.list[0].fix, "fix");
    assert_string_equal(diags.list[0].effect, "7");
    diags_finish(&diags);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(message_has_the_shape_of_the_guide),
                                       cmocka_unit_test(caret_stands_under_the_mark),
                                       cmocka_unit_test(long_line_is_cut_around_the_caret),
                                       cmocka_unit_test(messages_are_sorted_by_file_and_place),
                                       cmocka_unit_test(twenty_are_kept_and_the_rest_counted),
                                       cmocka_unit_test(error_takes_the_place_of_a_warning),
                                       cmocka_unit_test(total_says_what_there_was),
                                       cmocka_unit_test(json_has_every_field),
                                       cmocka_unit_test(words_are_copied)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
