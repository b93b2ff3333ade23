#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/decode.h"

static struct decoded decoded_of(struct str bytes, struct buf *storage) {
    buf_init(storage);
    return decode_bytes(bytes, storage);
}

static void assert_decodes(struct str bytes, enum encoding encoding, const char *text) {
    struct buf storage;
    struct decoded decoded = decoded_of(bytes, &storage);
    assert_int_equal(decoded.encoding, encoding);
    if (!str_is(decoded.text, text)) fail_msg("%.*s is not %s", (int)decoded.text.len, decoded.text.at, text);
    buf_finish(&storage);
}

static void assert_refused(struct str bytes, size_t offset) {
    struct buf storage;
    struct decoded decoded = decoded_of(bytes, &storage);
    assert_int_equal(decoded.encoding, ENCODING_NONE);
    assert_int_equal(decoded.bad_offset, offset);
    assert_int_equal(decoded.text.len, 0);
    buf_finish(&storage);
}

static void utf8_is_not_copied(void **state) {
    (void)state;
    struct buf storage;
    struct str bytes = STR("网络安全");
    struct decoded decoded = decoded_of(bytes, &storage);
    assert_int_equal(decoded.encoding, ENCODING_UTF8);
    assert_ptr_equal(decoded.text.at, bytes.at);
    assert_int_equal(storage.len, 0);
    buf_finish(&storage);
}

static void each_encoding_gives_the_same_text(void **state) {
    (void)state;
    assert_decodes(STR("\xEF\xBB\xBF网络a"), ENCODING_UTF8_BOM, "网络a");
    assert_decodes(STR("\xFF\xFE\x51\x7F\xDC\x7E\x61\x00"), ENCODING_UTF16LE, "网络a");
    assert_decodes(STR("\xFE\xFF\x7F\x51\x7E\xDC\x00\x61"), ENCODING_UTF16BE, "网络a");
    assert_decodes(STR("\xCD\xF8\xC2\xE7\x61"), ENCODING_GB18030, "网络a");
    assert_decodes(STR("\x95\x32\x82\x36"), ENCODING_GB18030, "𠀀");
    assert_decodes(STR(""), ENCODING_UTF8, "");
    assert_decodes(STR("\xFF\xFE"), ENCODING_UTF16LE, "");
    assert_decodes(STR("\xEF\xBB\xBF"), ENCODING_UTF8_BOM, "");
}

static void long_gb18030_is_converted_whole(void **state) {
    (void)state;
    struct buf bytes, storage;
    buf_init(&bytes);
    for (int i = 0; i < 10000; i++) buf_add(&bytes, "\xCD\xF8\xC2\xE7,", 5);
    struct decoded decoded = decoded_of(buf_get(&bytes), &storage);
    assert_int_equal(decoded.encoding, ENCODING_GB18030);
    assert_int_equal(decoded.text.len, 70000);
    buf_finish(&bytes);
    buf_finish(&storage);
}

static void what_fits_nothing_is_refused_with_its_place(void **state) {
    (void)state;
    assert_refused(STR("abc\xFF\xFF"), 3);
    assert_refused(STR("\xEF\xBB\xBF"
                       "ab\xFFz"),
                   5);
    assert_refused(STR("\xFF\xFE\x61\x00\x00\xD8\x61\x00"), 4);
    assert_refused(STR("\xFF\xFE\x61"), 2);
}

static void damaged_utf8_never_passes_for_gb18030(void **state) {
    (void)state;
    /* Cut in the middle of a character: all of it would "decode" as GB18030. */
    struct str whole = STR("国家网络安全宣传周主题");
    assert_refused(str_cut(whole, 0, whole.len - 1), whole.len - 3);
}

static void nul_bytes_are_left_to_the_scanner(void **state) {
    (void)state;
    struct buf storage;
    struct decoded decoded = decoded_of((struct str){"a\0b", 3}, &storage);
    assert_int_equal(decoded.encoding, ENCODING_UTF8);
    assert_int_equal(decoded.text.len, 3);
    buf_finish(&storage);
}

static void encodings_have_names(void **state) {
    (void)state;
    assert_string_equal(encoding_name(ENCODING_GB18030), "GB18030");
    assert_string_equal(encoding_name(ENCODING_UTF8), "UTF-8");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(utf8_is_not_copied),
                                       cmocka_unit_test(each_encoding_gives_the_same_text),
                                       cmocka_unit_test(long_gb18030_is_converted_whole),
                                       cmocka_unit_test(what_fits_nothing_is_refused_with_its_place),
                                       cmocka_unit_test(damaged_utf8_never_passes_for_gb18030),
                                       cmocka_unit_test(nul_bytes_are_left_to_the_scanner),
                                       cmocka_unit_test(encodings_have_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
