#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/json.h"
#include "base/json_read.h"
#include "base/json_scan.h"
#include "base/memory.h"

struct reading {
    struct json_index index;
    struct diags diags;
    bool usable;
};

static void read_text(struct reading *reading, struct str text, const struct json_limits *limits) {
    diags_init(&reading->diags);
    struct diag_file file = {"f", text};
    reading->usable = json_index_build(&reading->index, file, limits, &reading->diags);
    diags_sort(&reading->diags);
}

static void finish(struct reading *reading) {
    json_index_finish(&reading->index);
    diags_finish(&reading->diags);
}

static const struct json_member *member_of(const struct reading *reading, const char *key) {
    const struct json_member *member = json_index_get(&reading->index, key);
    assert_non_null(member);
    return member;
}

/* ---- what is legal ---- */

static const char *const legal[] = {
    "{}",
    "[]",
    "{\"a\": 1}",
    "{\"a\": [1, -2.5, 1e10, 0, -0, 1.5E-7, true, false, null, \"x\", {}, []]}",
    "[{\"a\": {\"b\": [[[]]]}}]",
    "{\"a\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u4e2d\\ud83d\\ude00\"}",
    "{\"说明\": \"，：“”｛｝［］　　都在引号里\"}",
    "{\"a\": [\"//\", \"/* */\", \"# ; '\"]}",
    "// 开头\n{\"a\": 1, // 行末\n\"b\": [1, 2,], /* 中间 */}\n// 结尾",
    "{\"a\": [\n{\"b\": 1,},\n/* x */ {\"c\": 2},\n],}",
    "\r\n\t {\"a\" : [ { \"b\" : 1 } ] }\r\n",
    "{\"n\": 12345678901234567}",
    "{\"a\": {\"x\": 1}, \"b\": {\"x\": 1}}"};

/* Sixteen bytes are looked at together: each byte has to be seen at every place. */
static void the_quick_scan_stops_at_every_place(void **state) {
    (void)state;
    unsigned char text[48], blanks[sizeof text];
    struct scan scan = {blanks, sizeof blanks, &json_default_limits, NULL, true};
    for (size_t place = 0; place < sizeof text; place++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            bool stops = byte < 0x20 || byte == '"' || byte == '\\';
            memset(text, 'x', sizeof text);
            text[place] = (unsigned char)byte;
            assert_int_equal(scan_string_run(text, text + sizeof text) - text, stops ? place : sizeof text);
            bool is_blank = byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
            memset(blanks, ' ', sizeof blanks);
            blanks[place] = (unsigned char)byte;
            if (byte != '/') assert_int_equal(scan_blanks(&scan, 0), is_blank ? sizeof blanks : place);
        }
    }
}

static void legal_texts_give_no_message(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof legal / sizeof legal[0]; i++) {
        struct reading reading;
        read_text(&reading, str_of(legal[i]), &json_default_limits);
        if (!reading.usable || reading.diags.errors) fail_msg("false alarm on %s", legal[i]);
        for (uint32_t k = 0; k < reading.index.element_count; k++)
            assert_true(reading.index.elements[k].sound);
        finish(&reading);
    }
}

static void comments_and_trailing_commas_make_an_element_not_plain(void **state) {
    (void)state;
    struct reading reading;
    struct buf scratch;
    buf_init(&scratch);
    read_text(&reading, STR("{\"a\": [{\"b\": 1}, {\"b\": 2,}, {/* x */\"b\": [3,] // y\n}]}"),
              &json_default_limits);
    static const char *const strict[] = {"{\"b\": 1}", "{\"b\": 2}", "{\"b\": [3] \n}"};
    assert_int_equal(reading.index.element_count, 3);
    for (uint32_t i = 0; i < 3; i++) {
        const struct json_element *element = &reading.index.elements[i];
        assert_true(element->sound);
        assert_int_equal(element->plain, i == 0);
        struct json_span span = {element->begin, element->begin + element->length};
        assert_true(str_is(json_plain(&reading.index, span, element->plain, &scratch), strict[i]));
    }
    buf_finish(&scratch);
    finish(&reading);
}

static void members_know_their_types_and_places(void **state) {
    (void)state;
    struct reading reading;
    struct str text = STR(
        "{\"n\": -1, \"s\": \"x\", \"b\": true, \"z\": null, \"o\": {\"k\": 1}, \"l\": [1, 2], \"m\": [3]}");
    read_text(&reading, text, &json_default_limits);
    static const enum json_type types[] = {JSON_NUMBER, JSON_STRING, JSON_BOOL, JSON_NULL,
                                           JSON_OBJECT, JSON_LIST,   JSON_LIST};
    assert_int_equal(reading.index.root, JSON_OBJECT);
    assert_int_equal(reading.index.member_count, 7);
    for (uint32_t i = 0; i < 7; i++) {
        assert_int_equal(reading.index.members[i].type, types[i]);
        assert_true(reading.index.members[i].sound && reading.index.members[i].plain);
    }
    const struct json_member *object = member_of(&reading, "o"), *list = member_of(&reading, "m");
    assert_true(str_is(str_cut(text, object->value.begin, object->value.end), "{\"k\": 1}"));
    assert_true(str_is(str_cut(text, object->key_span.begin, object->key_span.end), "\"o\""));
    assert_true(str_is(str_cut(text, list->value.begin, list->value.end), "[3]"));
    assert_int_equal(list->first_element, 2);
    assert_int_equal(list->element_count, 1);
    assert_null(json_index_get(&reading.index, "q"));
    finish(&reading);
}

static void root_list_is_a_member_without_a_key(void **state) {
    (void)state;
    struct reading reading;
    read_text(&reading, STR("[{\"a\": 1}, {\"a\": 2}]"), &json_default_limits);
    assert_int_equal(reading.index.root, JSON_LIST);
    assert_int_equal(member_of(&reading, "")->element_count, 2);
    finish(&reading);
}

/* Both halves of the scanner must mean the same language. */
static void quick_and_patient_reading_agree(void **state) {
    (void)state;
    struct scan_keys keys = {0};
    for (size_t i = 0; i < sizeof legal / sizeof legal[0]; i++) {
        struct str text = str_of(legal[i]);
        for (size_t from = 0; from < text.len; from++) {
            if (text.at[from] != '{' && text.at[from] != '[') continue;
            struct scan scan = {(const unsigned char *)text.at, (uint32_t)text.len, &json_default_limits,
                                &keys, true};
            struct reader reader;
            keys.count = 0;
            uint32_t end = scan_value(&scan, (uint32_t)from, 0);
            reader_begin(&reader, (struct diag_file){"", text}, &json_default_limits, &keys);
            reader_jump(&reader, (uint32_t)from);
            bool read = reader_value(&reader, 0) && reader.sound;
            assert_int_equal(read, end != SCAN_REFUSED);
            if (!read) continue;
            assert_int_equal(reader.at, end);
            assert_int_equal(reader.plain, scan.plain);
        }
    }
    scan_keys_finish(&keys);
}

/* ---- limits ---- */

static void depth_is_limited(void **state) {
    (void)state;
    for (uint32_t depth = 30; depth <= 34; depth++) {
        struct buf text;
        struct reading reading;
        buf_init(&text);
        buf_text(&text, "{\"a\": ");
        for (uint32_t i = 1; i < depth; i++) buf_char(&text, '[');
        for (uint32_t i = 1; i < depth; i++) buf_char(&text, ']');
        buf_char(&text, '}');
        read_text(&reading, buf_get(&text), &json_default_limits);
        assert_int_equal(reading.diags.errors, depth > 32);
        finish(&reading);
        buf_finish(&text);
    }
}

static void a_million_brackets_do_no_harm(void **state) {
    (void)state;
    static const char *const pieces[] = {"[",  "{\"a\":", "]", "}",  "\"",        "{",
                                         "[{", "“",       ",", "/*", "{\"a\":1}{"};
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        struct buf text;
        struct reading reading;
        buf_init(&text);
        buf_text(&text, "{\"a\": [");
        for (int k = 0; k < 200000; k++) buf_text(&text, pieces[i]);
        read_text(&reading, buf_get(&text), &json_default_limits);
        assert_true(reading.diags.errors > 0);
        assert_true(reading.diags.count <= 20);
        finish(&reading);
        buf_finish(&text);
    }
}

static void strings_elements_and_files_are_limited(void **state) {
    (void)state;
    const struct json_limits limits = {.file_bytes = 60, .depth = 32, .elements = 3, .string_bytes = 8};
    static const struct {
        const char *text, *code;
    } cases[] = {{"{\"a\": [\"12345678\"]}", NULL},
                 {"{\"a\": [\"123456789\"]}", "S207"},
                 {"{\"a\": {\"123456789\": 1}}", "S207"},
                 {"{\"a\": [1, 2], \"b\": [3]}", NULL},
                 {"{\"a\": [1, 2], \"b\": [3, 4]}", "S406"},
                 {"{\"a\":                                                          1}", "S402"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct reading reading;
        read_text(&reading, str_of(cases[i].text), &limits);
        assert_int_equal(reading.diags.errors, cases[i].code != NULL);
        if (cases[i].code) assert_string_equal(reading.diags.list[0].kind->code, cases[i].code);
        finish(&reading);
    }
}

static void many_keys_in_an_object_are_refused(void **state) {
    (void)state;
    struct buf text;
    struct reading reading;
    buf_init(&text);
    buf_text(&text, "{\"a\": [{\"x\": 1");
    for (int i = 0; i < 5000; i++) buf_printf(&text, ", \"k%d\": 1", i);
    buf_text(&text, "}, {\"x\": 1}]}");
    read_text(&reading, buf_get(&text), &json_default_limits);
    assert_int_equal(reading.diags.errors, 1);
    assert_string_equal(reading.diags.list[0].kind->code, "S315");
    assert_int_equal(reading.index.element_count, 2);
    assert_true(reading.index.elements[1].sound);
    finish(&reading);
    buf_finish(&text);
}

static void elements_take_eight_bytes(void **state) {
    (void)state;
    assert_int_equal(sizeof(struct json_element), 8);
}

/* ---- places ---- */

static void assert_located(struct str text, const char *path, const char *value, const char *key) {
    struct json_span all = {0, (uint32_t)text.len};
    struct json_span found = json_locate(text, all, path), found_key = json_locate_key(text, all, path);
    if (!str_is(str_cut(text, found.begin, found.end), value)) {
        fail_msg("%s gave %.*s", path, (int)(found.end - found.begin), text.at + found.begin);
    }
    if (!str_is(str_cut(text, found_key.begin, found_key.end), key)) fail_msg("wrong key for %s", path);
}

static void values_are_located_by_path(void **state) {
    (void)state;
    struct str text =
        STR("{\"id\": \"q\", // c\n \"options\": [\"x\", [1, {\"y\": 2}],], “source”：{\"id\": \"s\"}}");
    assert_located(text, "id", "\"q\"", "\"id\"");
    assert_located(text, "options[0]", "\"x\"", "\"x\"");
    assert_located(text, "options[1][1].y", "2", "\"y\"");
    assert_located(text, "source.id", "\"s\"", "\"id\"");
    assert_located(text, "source", "{\"id\": \"s\"}", "“source”");
    assert_located(text, "", text.at, text.at);
    assert_located(text, "nothing", text.at, text.at);
    assert_located(text, "source.nothing", "{\"id\": \"s\"}", "“source”");
    assert_located(text, "options[7]", "[\"x\", [1, {\"y\": 2}],]", "\"options\"");
    assert_located(text, "id.x", "\"q\"", "\"id\"");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_quick_scan_stops_at_every_place),
        cmocka_unit_test(legal_texts_give_no_message),
        cmocka_unit_test(comments_and_trailing_commas_make_an_element_not_plain),
        cmocka_unit_test(members_know_their_types_and_places),
        cmocka_unit_test(root_list_is_a_member_without_a_key),
        cmocka_unit_test(quick_and_patient_reading_agree),
        cmocka_unit_test(depth_is_limited),
        cmocka_unit_test(a_million_brackets_do_no_harm),
        cmocka_unit_test(strings_elements_and_files_are_limited),
        cmocka_unit_test(many_keys_in_an_object_are_refused),
        cmocka_unit_test(elements_take_eight_bytes),
        cmocka_unit_test(values_are_located_by_path)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
