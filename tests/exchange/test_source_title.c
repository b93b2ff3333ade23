#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "exchange/source_title.h"

/* What a document without a title is called, and that it is told that this is a guess. */

static void expect(const char *text, const char *title, const char *from) {
    struct document document;
    struct arena arena;
    arena_init(&arena);
    document_read(&document, str_of(text), "folder/湖区记录.txt");
    struct source_title found = source_title(&arena, &document);
    assert_string_equal(found.text, title);
    assert_string_equal(found.from, from);
    document_finish(&document);
    arena_finish(&arena);
}

static void test_a_title_that_is_stated_is_no_guess(void **state) {
    (void)state;
    expect("---\ntitle: 湖区开幕\ndate: 2025-09-16\n---\n\n湖区今日开幕。\n", "湖区开幕", "");
}

static void test_the_first_line_is_the_title_when_it_heads_the_text(void **state) {
    (void)state;
    expect("湖区宣传周开幕\n\n9月9日，湖区宣传周开幕，约800人到场。\n", "湖区宣传周开幕", "开头的一行");
}

static void test_a_paper_is_called_by_its_own_title(void **state) {
    (void)state;
    expect("湖区教育局文件\n\n关于开展数据安全检查的通知\n\n各学校：请于9月9日前自查。\n",
           "关于开展数据安全检查的通知", "开头的一行");
}

static void test_else_it_is_called_by_its_file(void **state) {
    (void)state;
    expect("9月9日，湖区宣传周开幕，约800人到场。大家都很高兴，一直到晚上。\n", "湖区记录", "文件名");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_title_that_is_stated_is_no_guess),
        cmocka_unit_test(test_the_first_line_is_the_title_when_it_heads_the_text),
        cmocka_unit_test(test_a_paper_is_called_by_its_own_title),
        cmocka_unit_test(test_else_it_is_called_by_its_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
