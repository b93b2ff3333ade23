#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "support/trees.h"

/* The packs and the fuzzer (tests/fuzz/fuzz_scanner.c) bring the rest. */

static void what_strict_json_knows_is_built_as_cjson_builds_it(void **state) {
    (void)state;
    static const char *const texts[] = {
        "{}",
        "[]",
        "\"\"",
        " [ ] ",
        "{\"\":\"\"}",
        "[true,false,null]",
        "{ \"a\" : 1 , \"b\" : [ 2 , { \"c\" : \"丙\" } , [ ] ] , \"d\" : { } }",
        "{\n\t\"id\": \"q-1\",\r\n  \"options\": [\n    \"甲\",\n    \"乙\"\n  ]\n}",
        "[[[[\"深\"]]], [[]], \"后\"]",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) assert_true(tree_is_cjsons(str_of(texts[i])));
}

static void every_number_has_cjsons_value(void **state) {
    (void)state;
    static const char *const texts[] = {
        "[0,7,-1,-0,10,2024]",
        "[999999999,1000000000,2147483647,2147483648,-2147483649]",
        "[12345678901234567]",
        "[1.5,-0.25,3.0,1e3,2E-2,1.25e+10]",
        "{\"a\":5,\"b\":5.0}",
        "[1 ,2\n]",
        "12",
        "-1.5",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) assert_true(tree_is_cjsons(str_of(texts[i])));
}

static void escapes_are_read_in_keys_and_texts(void **state) {
    (void)state;
    static const char *const texts[] = {
        "[\"\\\"\",\"\\\\\",\"甲\\n乙\",\"plain\"]",
        "{\"a\\\"b\":\"\\\\\",\"\\u4e2d\":\"\\u56fd\\ud83d\\ude00\"}",
        "[\"\\uD83D\\uDE00\\u4E2d\",\"\\u007f\\u00e9\\u0800\"]",
        "[\"\\\\\\\"\",\"\\/\\b\\f\\r\\t\"]",
        "\"\\\\\"",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) assert_true(tree_is_cjsons(str_of(texts[i])));
}

/* Behind an element stands the rest of its file. */
static void nothing_behind_the_text_is_looked_at(void **state) {
    (void)state;
    assert_true(tree_is_cjsons((struct str){"123456", 3}));
    assert_true(tree_is_cjsons((struct str){"[1]]", 3}));
    assert_true(tree_is_cjsons((struct str){"{\"a\":\"b\"}\\", 9}));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_strict_json_knows_is_built_as_cjson_builds_it),
        cmocka_unit_test(every_number_has_cjsons_value),
        cmocka_unit_test(escapes_are_read_in_keys_and_texts),
        cmocka_unit_test(nothing_behind_the_text_is_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
