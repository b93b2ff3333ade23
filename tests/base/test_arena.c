#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/str.h"

static void memory_comes_zeroed_and_aligned(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (size_t size = 1; size < 20000; size += size / 3 + 1) {
        unsigned char *at = arena_take(&arena, size, 1);
        assert_int_equal((uintptr_t)at % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(at[i], 0);
        memset(at, 0xAA, size);
    }
    arena_finish(&arena);
}

static void cleared_arena_is_zeroed_again(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    memset(arena_take(&arena, 100, 1), 0xFF, 100);
    size_t bytes = arena.bytes;
    arena_clear(&arena);
    unsigned char *at = arena_take(&arena, 100, 1);
    for (int i = 0; i < 100; i++) assert_int_equal(at[i], 0);
    assert_int_equal(arena.bytes, bytes);
    arena_finish(&arena);
    assert_int_equal(arena.bytes, 0);
}

static void clearing_gives_all_blocks_but_one_back(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (int i = 0; i < 10000; i++) (void)arena_take(&arena, 100, 1);
    size_t bytes = arena.bytes;
    assert_true(bytes < 10000 * 112 * 2);
    arena_clear(&arena);
    assert_true(arena.bytes < bytes / 2);
    arena_finish(&arena);
}

static void large_piece_does_not_waste_the_open_block(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    char *first = arena_take(&arena, 16, 1);
    char *large = arena_take(&arena, 1000000, 1);
    large[999999] = 'x';
    char *second = arena_take(&arena, 16, 1);
    assert_ptr_equal(second, first + 16);
    arena_finish(&arena);
}

static void text_is_copied_and_terminated(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_string_equal(arena_text(&arena, "安知program", 6), "安知");
    assert_string_equal(arena_text(&arena, NULL, 0), "");
    assert_string_equal(arena_printf(&arena, "第 %d 行 %s", 12, "x"), "第 12 行 x");
    arena_finish(&arena);
}

static void buf_grows_and_stays_terminated(void **state) {
    (void)state;
    struct buf buf;
    buf_init(&buf);
    assert_string_equal(buf.at, "");
    for (int i = 0; i < 1000; i++) buf_printf(&buf, "%d,", i);
    assert_int_equal(buf.len, strlen(buf.at));
    assert_int_equal(buf.len, 3890);
    buf_clear(&buf);
    assert_string_equal(buf.at, "");
    buf_finish(&buf);
    assert_string_equal(buf.at, "");
}

static void json_string_escapes_what_it_must(void **state) {
    (void)state;
    struct buf buf;
    buf_init(&buf);
    buf_json(&buf, STR("a\"b\\c\n\t\x01国\x7F"));
    assert_string_equal(buf.at, "\"a\\\"b\\\\c\\n\\t\\u0001国\\u007f\"");
    buf_finish(&buf);
}

static void trimming_takes_full_width_blanks(void **state) {
    (void)state;
    assert_true(str_is(str_trim(STR(" 　\t答案 在此　\r\n ")), "答案 在此"));
    assert_true(str_is(str_trim(STR(" 　 ")), ""));
    assert_true(str_is(str_trim(str_of(NULL)), ""));
}

static void finding_and_comparing(void **state) {
    (void)state;
    assert_int_equal(str_find(STR("aab"), STR("ab")), 1);
    assert_int_equal(str_find(STR("aab"), STR("b")), 2);
    assert_int_equal(str_find(STR("aab"), STR("aabb")), 3);
    assert_int_equal(str_find(STR("aab"), STR("")), 0);
    assert_true(str_has(STR("宣传周"), STR("传")));
    assert_false(str_has(STR(""), STR("传")));
    assert_true(str_has(STR(""), STR("")));
    assert_true(str_starts(STR("q-001"), STR("q-")));
    assert_false(str_starts(STR("q"), STR("q-")));
    assert_true(str_ends(STR("x.json"), STR(".json")));
    assert_false(str_equal(STR("a"), STR("b")));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(memory_comes_zeroed_and_aligned),
                                       cmocka_unit_test(cleared_arena_is_zeroed_again),
                                       cmocka_unit_test(clearing_gives_all_blocks_but_one_back),
                                       cmocka_unit_test(large_piece_does_not_waste_the_open_block),
                                       cmocka_unit_test(text_is_copied_and_terminated),
                                       cmocka_unit_test(buf_grows_and_stays_terminated),
                                       cmocka_unit_test(json_string_escapes_what_it_must),
                                       cmocka_unit_test(trimming_takes_full_width_blanks),
                                       cmocka_unit_test(finding_and_comparing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
