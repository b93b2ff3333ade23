#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/splice.h"

/* A record that is put in leaves every other byte alone. */

static const char record[] = "{\n  \"id\": \"new\",\n  \"value\": \"甲\"\n}";

static const struct {
    const char *before, *after;
} sound[] = {
    {"{\n  \"facts\": [\n    { \"id\": \"a\" }\n  ]\n}\n",
     "{\n  \"facts\": [\n    { \"id\": \"a\" },\n    {\n      \"id\": \"new\",\n      \"value\": \"甲\"\n    }\n  ]\n}\n"},
    /* a comma at the end, comments, a list behind it */
    {"{\n  \"facts\": [\n    { \"id\": \"a\" }, // the last\n  ],\n  \"sets\": []\n}\n",
     "{\n  \"facts\": [\n    { \"id\": \"a\" },\n    {\n      \"id\": \"new\",\n      \"value\": \"甲\"\n    }, // the "
     "last\n  ],\n  \"sets\": []\n}\n"},
    {"{\n\t\"facts\": [\n\t\t{ \"id\": \"a\" }\n\t]\n}\n",
     "{\n\t\"facts\": [\n\t\t{ \"id\": \"a\" },\n\t\t{\n\t\t\t\"id\": \"new\",\n\t\t\t\"value\": \"甲\"\n\t\t}\n\t]\n}\n"},
    {"{\r\n  \"facts\": [\r\n    { \"id\": \"a\" }\r\n  ]\r\n}\r\n",
     "{\r\n  \"facts\": [\r\n    { \"id\": \"a\" },\r\n    {\r\n      \"id\": \"new\",\r\n      \"value\": \"甲\"\r\n    "
     "}\r\n  ]\r\n}\r\n"},
    {"{ \"facts\": [] }",
     "{ \"facts\": [\n    {\n      \"id\": \"new\",\n      \"value\": \"甲\"\n    }\n  ] }"},
    {"{ \"facts\": [{ \"id\": \"a\" }] }",
     "{ \"facts\": [{ \"id\": \"a\" },\n    {\n      \"id\": \"new\",\n      \"value\": \"甲\"\n    }] }"},
    {"{\n  \"format\": 1\n}\n",
     "{\n  \"format\": 1,\n  \"facts\": [\n    {\n      \"id\": \"new\",\n      \"value\": "
     "\"甲\"\n    }\n  ]\n}\n"},
    {"{\n  \"format\": 1,\n}\n",
     "{\n  \"format\": 1,\n  \"facts\": [\n    {\n      \"id\": \"new\",\n      \"value\": "
     "\"甲\"\n    }\n  ],\n}\n"},
};

static void everything_else_stays(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof sound / sizeof sound[0]; i++) {
        struct buf out;
        buf_init(&out);
        assert_true(splice(str_of(sound[i].before), "facts", str_of(record), &out));
        assert_string_equal(out.at, sound[i].after);
        buf_finish(&out);
    }
}

static void a_file_that_is_not_sound_is_refused(void **state) {
    (void)state;
    static const char *const unsound[] = {
        "", "[]", "{}", "{ \"facts\": 7 }", "{ \"facts\": [ { \"id\" \"a\" } ] }", "{ \"facts\"： [] }"};
    for (size_t i = 0; i < sizeof unsound / sizeof unsound[0]; i++) {
        struct buf out;
        buf_init(&out);
        assert_false(splice(str_of(unsound[i]), "facts", str_of(record), &out));
        assert_string_equal(out.at, "");
        buf_finish(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_else_stays),
        cmocka_unit_test(a_file_that_is_not_sound_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
