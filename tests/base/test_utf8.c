#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/utf8.h"

/* The definition, without any of the shortcuts: a code point is good when writing it again gives the same
 * bytes. */
static size_t slow_length(const unsigned char *at, size_t left) {
    static const uint32_t first[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t len = at[0] < 0x80 ? 1 : at[0] >= 0xF0 ? 4 : at[0] >= 0xE0 ? 3 : 2;
    if (at[0] >= 0x80 && at[0] < 0xC0) return 0;
    if (at[0] > 0xF7 || len > left) return 0;
    uint32_t code = len == 1 ? at[0] : at[0] & (0xFFu >> (len + 1));
    for (size_t i = 1; i < len; i++) {
        if ((at[i] & 0xC0) != 0x80) return 0;
        code = code << 6 | (at[i] & 0x3Fu);
    }
    bool good = code >= first[len] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return good ? len : 0;
}

static size_t slow_prefix(struct str text) {
    size_t at = 0;
    while (at < text.len) {
        size_t len = slow_length((const unsigned char *)text.at + at, text.len - at);
        if (!len) break;
        at += len;
    }
    return at;
}

static void every_start_of_a_sequence_is_judged_right(void **state) {
    (void)state;
    static const char *const before[] = {"", "a", "abcdefg", "国", "国家", "国家安", "ab国家"};
    for (uint32_t pair = 0; pair < 0x10000; pair++) {
        for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
            char text[64];
            size_t len = strlen(before[i]);
            memcpy(text, before[i], len);
            text[len++] = (char)(pair >> 8);
            text[len++] = (char)pair;
            memcpy(text + len, "\x80\x80国家abc", 11);
            struct str whole = {text, len + 11};
            if (utf8_valid_prefix(whole) != slow_prefix(whole)) fail_msg("%04x behind %zu", pair, i);
        }
    }
}

/* Sixty-four bytes are judged at once: each start at some place of such a window, and all else in it sound.
 */
static void long_texts_are_judged_as_short_ones(void **state) {
    (void)state;
    enum { PLACES = 80, LENGTH = 200, MOST_TAILS = 2 };
    char text[LENGTH];
    struct str whole = {text, sizeof text};
    for (uint32_t pair = 0; pair < 0x10000; pair++) {
        size_t place = pair % PLACES;
        memset(text, 'x', sizeof text);
        text[place] = (char)(pair >> 8);
        text[place + 1] = (char)pair;
        for (size_t tails = 0; tails <= MOST_TAILS; tails++) {
            if (tails) text[place + 1 + tails] = '\x80';
            if (utf8_valid_prefix(whole) != slow_prefix(whole)) fail_msg("%04x at %zu", pair, place);
        }
    }
}

static void cut_texts_end_at_the_last_whole_character(void **state) {
    (void)state;
    struct str text = STR("国家abc网络😀é安全国家网络安全");
    for (size_t len = 0; len <= text.len; len++) {
        struct str cut = str_cut(text, 0, len);
        assert_int_equal(utf8_valid_prefix(cut), slow_prefix(cut));
    }
    assert_int_equal(utf8_valid_prefix(text), text.len);
}

static void every_code_point_goes_there_and_back(void **state) {
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        if (code >= 0xD800 && code <= 0xDFFF) continue;
        char bytes[4];
        size_t len = utf8_put(bytes, code);
        const char *at = bytes;
        assert_int_equal(utf8_valid_prefix((struct str){bytes, len}), len);
        assert_int_equal(utf8_next(&at, bytes + len), code);
        assert_ptr_equal(at, bytes + len);
    }
}

static void chinese_counts_two_columns(void **state) {
    (void)state;
    assert_int_equal(utf8_columns(STR("abc")), 3);
    assert_int_equal(utf8_columns(STR("安知")), 4);
    assert_int_equal(utf8_columns(STR("，：《》（）")), 12);
    assert_int_equal(utf8_columns(STR("１２")), 4);
    assert_int_equal(utf8_columns(STR("e\u0301")), 1);
    assert_int_equal(utf8_columns(STR("a\u200Bb")), 2);
    assert_int_equal(utf8_columns(STR("😀")), 2);
    assert_int_equal(utf8_columns(STR("𠮷")), 2);
    assert_int_equal(utf8_columns(STR("é│")), 2);
}

static void characters_are_counted_and_cut(void **state) {
    (void)state;
    assert_int_equal(utf8_count(STR("安a😀")), 3);
    assert_true(str_is(utf8_head(STR("安知abc"), 3), "安知a"));
    assert_true(str_is(utf8_head(STR("安"), 3), "安"));
    assert_true(str_is(utf8_head(STR("安知"), 0), ""));
}

static void han_is_told_from_the_rest(void **state) {
    (void)state;
    assert_true(utf8_is_han(0x4E00) && utf8_is_han(0x9FFF) && utf8_is_han(0x20BB7) && utf8_is_han(0x3007));
    assert_false(utf8_is_han('a') || utf8_is_han(0x3002) || utf8_is_han(0xFF21) || utf8_is_han(0x3042));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_start_of_a_sequence_is_judged_right),
                                       cmocka_unit_test(long_texts_are_judged_as_short_ones),
                                       cmocka_unit_test(cut_texts_end_at_the_last_whole_character),
                                       cmocka_unit_test(every_code_point_goes_there_and_back),
                                       cmocka_unit_test(chinese_counts_two_columns),
                                       cmocka_unit_test(characters_are_counted_and_cut),
                                       cmocka_unit_test(han_is_told_from_the_rest)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
