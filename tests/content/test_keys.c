#include <cjson/cJSON.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "content/keys.h"

static void every_key_is_found_by_both_ways_of_looking(void **state) {
    (void)state;
    struct key_index index;
    key_index_build(&index);
    for (uint32_t i = 0; i < key_row_count; i++) {
        assert_ptr_equal(key_find(key_rows[i].record, str_of(key_rows[i].key)), &key_rows[i]);
        assert_ptr_equal(key_index_find(&index, key_rows[i].record, key_rows[i].key), &key_rows[i]);
    }
}

static void keys_are_told_apart_by_letter_case_and_kind(void **state) {
    (void)state;
    struct key_index index;
    key_index_build(&index);
    assert_null(key_index_find(&index, RECORD_QUESTION, "Stem"));
    assert_null(key_index_find(&index, RECORD_QUESTION, "ste"));
    assert_null(key_index_find(&index, RECORD_QUESTION, ""));
    assert_null(key_index_find(&index, RECORD_SOURCE, "stem"));
}

static void every_row_explains_itself(void **state) {
    (void)state;
    for (uint32_t i = 0; i < key_row_count; i++) {
        const struct key_row *row = &key_rows[i];
        assert_true(row->meaning && *row->meaning && row->example && *row->example);
        assert_int_equal(row->type == KEY_CHOICE || row->type == KEY_REF, row->choices != NULL);
        if (row->type == KEY_REF) {
            assert_string_equal(record_kind_name(row->of), row->choices + (row->choices[0] == '@'));
        }
        if (row->type == KEY_NUMBER) assert_true(row->least < row->most || row->most == 1);
    }
}

static void a_slip_is_answered_with_the_nearest_key(void **state) {
    (void)state;
    static const char *const slips[][2] = {
        {"explaination", "explanation"}, {"anwser", "answer"}, {"Topic", "topic"},
        {"option", "options"},           {"steam", "stem"},    {"politcal", "political"}};
    for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++) {
        const struct key_row *row = key_nearest(RECORD_QUESTION, str_of(slips[i][0]));
        assert_non_null(row);
        assert_string_equal(row->key, slips[i][1]);
    }
    assert_null(key_nearest(RECORD_QUESTION, STR("difficulty_stars")));
    assert_null(key_nearest(RECORD_QUESTION, STR("")));
}

static cJSON *schema_of(const char *kind) {
    struct buf text;
    buf_init(&text);
    assert_true(schema_print(kind, &text));
    cJSON *schema = cJSON_ParseWithOpts(text.at, NULL, 1);
    buf_finish(&text);
    assert_non_null(schema);
    return schema;
}

static const cJSON *get(const cJSON *object, const char *key) {
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    if (!item) fail_msg("no %s", key);
    return item;
}

/* Every reference of a schema leads to one of its definitions. */
static void follow_references(const cJSON *schema, const cJSON *item) {
    for (const cJSON *child = item->child; child; child = child->next) {
        if (child->string && strcmp(child->string, "$ref") == 0) {
            const char *name = child->valuestring + strlen("#/definitions/");
            get(get(schema, "definitions"), name);
        }
        follow_references(schema, child);
    }
}

static void schemas_are_strict_json_and_complete(void **state) {
    (void)state;
    static const char *const kinds[] = {"pack", "sources", "facts", "questions", "cards", "kiosk", "theme"};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        cJSON *schema = schema_of(kinds[i]);
        assert_string_equal(get(schema, "$schema")->valuestring, "http://json-schema.org/draft-07/schema#");
        follow_references(schema, schema);
        cJSON_Delete(schema);
    }
}

static void the_schema_has_every_key_of_the_table(void **state) {
    (void)state;
    cJSON *schema = schema_of("questions");
    const cJSON *question = get(get(schema, "definitions"), "question");
    for (uint32_t i = 0; i < key_row_count; i++) {
        if (key_rows[i].record == RECORD_QUESTION) get(get(question, "properties"), key_rows[i].key);
    }
    assert_int_equal(cJSON_GetArraySize(get(question, "properties")), (int)key_count(RECORD_QUESTION));
    cJSON_Delete(schema);
}

static void there_is_no_schema_of_what_is_not_a_file(void **state) {
    (void)state;
    struct buf text;
    buf_init(&text);
    assert_false(schema_print("question", &text));
    assert_int_equal(text.len, 0);
    buf_finish(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_is_found_by_both_ways_of_looking),
        cmocka_unit_test(keys_are_told_apart_by_letter_case_and_kind),
        cmocka_unit_test(every_row_explains_itself),
        cmocka_unit_test(a_slip_is_answered_with_the_nearest_key),
        cmocka_unit_test(schemas_are_strict_json_and_complete),
        cmocka_unit_test(the_schema_has_every_key_of_the_table),
        cmocka_unit_test(there_is_no_schema_of_what_is_not_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
