#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/json.h"

/* One mistake, one message at the right place, and no element lost that needn't be. */

struct mistake {
    const char *text;
    const char *messages; /* code@line:column, in order */
    const char *sound;    /* a letter for each element: p plain, s sound, - lost */
    const char *mended;   /* NULL: nothing to mend */
};

#define FILE_OF(element) "{\n  \"q\": [\n    {\"id\": 1},\n    " element ",\n    {\"id\": 3}\n  ]\n}\n"

static const struct mistake mistakes[] = {
    /* seen through */
    {FILE_OF("{\"id\"：2}"), "S101@4:10", "psp", FILE_OF("{\"id\":2}")},
    {FILE_OF("｛\"id\": 2｝"), "S101@4:5", "psp", FILE_OF("{\"id\": 2}")},
    {FILE_OF("{\"id\": ［2，3、4］}"), "S101@4:12", "psp", FILE_OF("{\"id\": [2,3,4]}")},
    {FILE_OF("{\"id\": 【2】}"), "S101@4:12", "psp", FILE_OF("{\"id\": [2]}")},
    {FILE_OF("{“id”: “二”}"), "S102@4:6", "psp", FILE_OF("{\"id\": \"二\"}")},
    {FILE_OF("{“id”：“二”}"), "S102@4:6 S101@4:10", "psp", FILE_OF("{\"id\":\"二\"}")},
    {FILE_OF("{\"id\": “他说“好”，走了”}"), "S102@4:12", "psp", FILE_OF("{\"id\": \"他说“好”，走了\"}")},
    {FILE_OF("{\"id\": “他说\"好\"”}"), "S102@4:12", "psp", FILE_OF("{\"id\": \"他说\\\"好\\\"\"}")},
    {FILE_OF("{\"id\": 「二」}"), "S102@4:12", "psp", FILE_OF("{\"id\": \"二\"}")},
    {FILE_OF("{\"id\": ‘二’}"), "S102@4:12", "psp", FILE_OF("{\"id\": \"二\"}")},
    {FILE_OF("{\"id\": “二\"}"), "S102@4:12", "psp", FILE_OF("{\"id\": \"二\"}")},
    {FILE_OF("{\"id\": \"二”\n    }"), "S102@4:14", "psp", FILE_OF("{\"id\": \"二\"\n    }")},
    {FILE_OF("「\"id\": 2」"), "S101@4:5", "psp", FILE_OF("{\"id\": 2}")},
    {FILE_OF("{\"id\": １２}"), "S103@4:12", "psp", FILE_OF("{\"id\": 12}")},
    {FILE_OF("{\"id\": －１．５}"), "S103@4:12", "psp", FILE_OF("{\"id\": -1.5}")},
    {FILE_OF("{\"id\":　2}"), "S104@4:11", "psp", FILE_OF("{\"id\": 2}")},
    {FILE_OF("{\"id\":\u00A02}"), "S104@4:11", "psp", FILE_OF("{\"id\": 2}")},
    {FILE_OF("{\"id\":\u200B2}"), "S104@4:11", "psp", FILE_OF("{\"id\":2}")},
    {FILE_OF("{\uFEFF\"id\": 2}"), "S104@4:6", "psp", FILE_OF("{\"id\": 2}")},
    {FILE_OF("{'id': '二'}"), "S105@4:6", "psp", FILE_OF("{\"id\": \"二\"}")},
    {FILE_OF("{\"id\": 2; \"a\": 3}"), "S106@4:13", "psp", FILE_OF("{\"id\": 2, \"a\": 3}")},
    {FILE_OF("{\"id\": 2； \"a\": 3}"), "S106@4:13", "psp", FILE_OF("{\"id\": 2, \"a\": 3}")},
    {FILE_OF("{id: 2}"), "S107@4:6", "psp", FILE_OF("{\"id\": 2}")},
    {FILE_OF("{\"id\": True}"), "S108@4:12", "psp", FILE_OF("{\"id\": true}")},
    {FILE_OF("{\"id\": NULL}"), "S108@4:12", "psp", FILE_OF("{\"id\": null}")},
    {FILE_OF("{\"id\": 2\n     \"a\": 3}"), "S109@4:12", "psp", FILE_OF("{\"id\": 2,\n     \"a\": 3}")},
    {FILE_OF("{\"id\": [\"a\"\n     \"b\"]}"), "S109@4:15", "psp", FILE_OF("{\"id\": [\"a\",\n     \"b\"]}")},
    {FILE_OF("{\"id\": 2} // 注\n    {\"id\": 4}"), "S109@4:13", "pppp",
     FILE_OF("{\"id\": 2}, // 注\n    {\"id\": 4}")},
    {FILE_OF("{\"id\": [1,,2]}"), "S110@4:15", "psp", FILE_OF("{\"id\": [1,2]}")},
    {FILE_OF("{\"id\": [,1]}"), "S110@4:13", "psp", FILE_OF("{\"id\": [1]}")},
    {FILE_OF("{\"id\": 2},"), "S110@4:15", "ppp", FILE_OF("{\"id\": 2}")},
    {FILE_OF("{\"id\": 2,}"), "", "psp", FILE_OF("{\"id\": 2}")},
    {"{\"q\": [1, 2,], // 注\n}", "", "pp", "{\"q\": [1, 2] // 注\n}"},
    {"{\"a\": 1 \"q\": [2]}", "S109@1:7", "p", "{\"a\": 1, \"q\": [2]}"},
    {"｛“q”：［1，2］｝", "S101@1:1 S102@1:2", "pp", "{\"q\":[1,2]}"},
    {FILE_OF("{\"id\": 2\u00A0\"a\": 3}"), "S109@4:12 S104@4:13", "psp", FILE_OF("{\"id\": 2, \"a\": 3}")},
    /* the element is lost, the rest stays */
    {"{\"q\": [\n{\"id\": 1},\n{\"id\": 2, \"a\"}],\n\"r\": [\n{\"id\": 3},\n{\"id\": 4}\n]}\n", "S308@3:13",
     "p-pp", NULL},
    {FILE_OF("{\"id\": 2, \"id\": 3}"), "S201@4:15", "p-p", NULL},
    {FILE_OF("{\"id\": 01}"), "S202@4:12", "p-p", NULL},
    {FILE_OF("{\"id\": +1}"), "S202@4:12", "p-p", NULL},
    {FILE_OF("{\"id\": .5}"), "S202@4:12", "p-p", NULL},
    {FILE_OF("{\"id\": 1.}"), "S202@4:12", "p-p", NULL},
    {FILE_OF("{\"id\": 12abc}"), "S202@4:12", "p-p", NULL},
    {FILE_OF("{\"id\": 1e999}"), "S203@4:12", "p-p", NULL},
    {FILE_OF("{\"id\": 123456789012345678}"), "S203@4:12", "p-p", NULL},
    {FILE_OF("{\"id\": \"a\\qb\"}"), "S204@4:14", "p-p", NULL},
    {FILE_OF("{\"id\": \"\\u12g4\"}"), "S204@4:13", "p-p", NULL},
    {FILE_OF("{\"id\": \"\\ud83d\"}"), "S204@4:13", "p-p", NULL},
    {FILE_OF("{\"id\": \"\\ude00\"}"), "S204@4:13", "p-p", NULL},
    {FILE_OF("{\"id\": \"\\u0000\"}"), "S205@4:13", "p-p", NULL},
    {FILE_OF("{\"id\": \"a\tb\tc\"}"), "S206@4:14", "p-p", NULL},
    {FILE_OF("{\"id\": \"二}"), "S301@4:12", "p-p", NULL},
    {FILE_OF("{\n      \"id\": \"二,\n      \"b\": \"x\"\n    }"), "S301@5:13", "p-p", NULL},
    {FILE_OF("{\n      \"id: 2,\n      \"b\": \"x\"\n    }"), "S301@5:7", "p-p", NULL},
    {FILE_OF("{\n      \"id\": \"第一行\n第二行\"\n    }"), "S301@5:13", "p-p", NULL},
    {FILE_OF("{\"id\": 你好}"), "S303@4:12", "p-p", NULL},
    {FILE_OF("{\"id\": \"他说\"你好\"。\"}"), "S304@4:16", "p-p", NULL},
    {FILE_OF("{\"id\": \"他说\" \"你好\"\"。\"}"), "S310@4:17", "p-p", NULL},
    {FILE_OF("{\"id\": None}"), "S305@4:12", "p-p", NULL},
    {FILE_OF("{\"id\": undefined}"), "S305@4:12", "p-p", NULL},
    {FILE_OF("{\"id\": NaN}"), "S305@4:12", "p-p", NULL},
    {FILE_OF("{\"id\": \x01 2}"), "S306@4:12", "p-p", NULL},
    {FILE_OF("{\"id\" = 2}"), "S307@4:11", "p-p", NULL},
    {FILE_OF("{\"id\":: 2}"), "S307@4:11", "p-p", NULL},
    {FILE_OF("{\"id\" 2}"), "S308@4:9", "p-p", NULL},
    {FILE_OF("{\"id\": , \"a\": 1}"), "S309@4:10", "p-p", NULL},
    {FILE_OF("{\"id\": }"), "S309@4:10", "p-p", NULL},
    {FILE_OF("{2: 3}"), "S310@4:6", "p-p", NULL},
    {FILE_OF("{\n      \"a\": {\"b\": 1\n    }"), "S311@6:5", "p-p", NULL},
    {FILE_OF("{\n      \"a\": [1, 2\n    }"), "S312@5:16", "p-p", NULL},
    {FILE_OF("{\n      \"a\": [\"x\", \"y\",\n      \"b\": 2\n    }"), "S312@5:20", "p-p", NULL},
    {FILE_OF("{\n      \"a\": [1]],\n      \"b\": 2\n    }"), "S313@5:15", "p-p", NULL},
    {FILE_OF("{\n      \"a\": {\"b\": 1}},\n      \"c\": 2\n    }"), "S313@5:20", "p-p", NULL},
    {FILE_OF("{\"id\": 2}}"), "S313@4:14", "ppp", NULL},
    {FILE_OF("{\"id\": 2}]"), "S313@4:14", "ppp", NULL},
    {FILE_OF("{\"id\": 2, \"a\": [1,\n    {\"id\"：4} x"), "S101@5:10 S305@5:14", "p--p", NULL},
    /* strings in lists */
    {"{\"q\": [\"a\", b, \"c\"]}", "S305@1:13", "p-p", NULL},
    {"{\"q\": [\"a\"b\", \"c\"]}", "S304@1:11", NULL, NULL},
    {"{\"q\": [\n\"a,\n\"b\"]}", "S301@2:1", "-p", NULL},
    /* files in one line */
    {"[{\"id\":1},{\"id\":2,\"s\":\"x},{\"id\":3},{\"id\":4}]", NULL, "p-pp", NULL},
    {"[{\"id\":1},{\"id\":2,,\"s\" 5},{\"id\":3}]", "S110@1:19 S308@1:22", "p-p", NULL},
    {"[{\"s\":\"x,\n\"t\":1},{\"u\":2}]", "S301@1:7", "-p", NULL},
    /* the file as a whole */
    {"", "S401@0:0", "", NULL},
    {" \n// nur\n", "S401@0:0", "", NULL},
    {"hello", "S403@1:1", "", NULL},
    {"\"a\": 1}", "S403@1:1", "", NULL},
    {"{\"q\": [{\"id\": 1}, {\"id\": 2", "S404@1:26", "p-", NULL},
    {"{\"q\": [{\"id\": 1}", "S404@1:16", "p", NULL},
    {"{\"q\": [{\"id\": 1}]", "S404@1:17", "p", NULL},
    {"{\"q\": [{\"id\": 1}\n}", "S312@1:16", "p", NULL},
    {"{\"q\": [{\"id\": 1}]} x", "S405@1:20", "p", NULL},
    {"{\"q\": [{\"id\": 1}]}}", "S405@1:19", "p", NULL},
    {"{\"q\": [1]} /* x", "S405@1:12", "p", NULL},
    {"{\"q\": [1, /* x", "S302@1:11", "p-", NULL},
    {"{\"a\": 1, \"a\": 2, \"q\": [3]}", "S201@1:10", "p", NULL},
    {"{\n  \"a\": ,\n  \"q\": [1]\n}", "S309@2:6", "p", NULL},
    {"{\n  \"a\" {\"x\": 1},\n  \"q\": [1]\n}", "S308@2:5", "p", NULL},
    {"{\n  \"a\": {\"x\": 1,\n  \"q\": [1]\n}", "S404@4:1", "", NULL},
    {"{\n  \"a\": {\"x\" 1},\n  \"q\": [1]\n}", "S308@2:11", "p", NULL}};

static void list_messages(const struct diags *diags, struct buf *out) {
    for (uint32_t i = 0; i < diags->count; i++) {
        const struct diag *diag = &diags->list[i];
        buf_printf(out, "%s%s@%u:%u", i ? " " : "", diag->kind->code, (unsigned)diag->line,
                   (unsigned)diag->column);
    }
}

static void list_elements(const struct json_index *index, struct buf *out) {
    for (uint32_t i = 0; i < index->element_count; i++) {
        buf_char(out, !index->elements[i].sound ? '-' : index->elements[i].plain ? 'p' : 's');
    }
}

static uint32_t failures(const struct mistake *mistake) {
    struct json_index index;
    struct diags diags;
    struct buf messages, sound, mended;
    buf_init(&messages);
    buf_init(&sound);
    buf_init(&mended);
    diags_init(&diags);
    struct diag_file file = {"f", str_of(mistake->text)};
    json_index_build(&index, file, &json_default_limits, &diags);
    diags_sort(&diags);
    list_messages(&diags, &messages);
    list_elements(&index, &sound);
    json_mend(file.text, &mended);
    uint32_t failed = 0;
    if (mistake->messages ? strcmp(messages.at, mistake->messages) != 0 : diags.errors != 1) failed++;
    if (mistake->sound && strcmp(sound.at, mistake->sound) != 0) failed++;
    if (mistake->mended && strcmp(mended.at, mistake->mended) != 0) failed++;
    if (failed) {
        print_message("%s\n   gave %s %s, not %s %s\n%s\n", mistake->text, messages.at, sound.at,
                      mistake->messages ? mistake->messages : "one", mistake->sound ? mistake->sound : "any",
                      mended.at);
    }
    json_index_finish(&index);
    diags_finish(&diags);
    buf_finish(&messages);
    buf_finish(&sound);
    buf_finish(&mended);
    return failed;
}

static void one_mistake_gives_one_message_and_costs_one_element(void **state) {
    (void)state;
    uint32_t failed = 0;
    for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) failed += failures(&mistakes[i]);
    assert_int_equal(failed, 0);
}

static void mended_text_is_clean(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
        if (!mistakes[i].mended) continue;
        struct json_index index;
        struct diags diags;
        diags_init(&diags);
        struct diag_file file = {"f", str_of(mistakes[i].mended)};
        assert_true(json_index_build(&index, file, &json_default_limits, &diags));
        if (diags.errors) fail_msg("still wrong: %s", mistakes[i].mended);
        json_index_finish(&index);
        diags_finish(&diags);
    }
}

static void every_message_says_how_to_mend_it(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
        struct json_index index;
        struct diags diags;
        diags_init(&diags);
        struct diag_file file = {"f", str_of(mistakes[i].text)};
        json_index_build(&index, file, &json_default_limits, &diags);
        for (uint32_t k = 0; k < diags.count; k++) {
            const struct diag *diag = &diags.list[k];
            assert_non_null(diag->fix);
            assert_non_null(diag->effect);
            assert_false(diag->remark && str_has(str_of(diag->remark), STR("<>")));
        }
        json_index_finish(&index);
        diags_finish(&diags);
    }
}

static void nul_byte_in_a_string_is_seen(void **state) {
    (void)state;
    struct json_index index;
    struct diags diags;
    diags_init(&diags);
    struct diag_file file = {"f", STR("{\"q\": [{\"a\": \"x\0y\"}, {\"a\": 1}]}")};
    json_index_build(&index, file, &json_default_limits, &diags);
    assert_int_equal(diags.errors, 1);
    assert_string_equal(diags.list[0].kind->code, "S206");
    assert_false(index.elements[0].sound);
    assert_true(index.elements[1].sound);
    json_index_finish(&index);
    diags_finish(&diags);
}

/* Mistakes by the thousand, each on its own line: all are counted, and every second element survives. */
static void every_second_element_broken_costs_half(void **state) {
    (void)state;
    struct json_index index;
    struct diags diags;
    struct buf text;
    buf_init(&text);
    diags_init(&diags);
    buf_text(&text, "[\n");
    for (int i = 0; i < 5000; i++)
        buf_text(&text, "  {\n    \"id\": \"x\"\n  },\n  {\n    \"id\": \"x\n  },\n");
    buf_text(&text, "  {}\n]\n");
    json_index_build(&index, (struct diag_file){"f", buf_get(&text)}, &json_default_limits, &diags);
    assert_int_equal(index.element_count, 10001);
    assert_int_equal(diags.errors, 5000);
    assert_int_equal(diags.count, 20);
    for (uint32_t i = 0; i < 10001; i++) assert_int_equal(index.elements[i].sound, i % 2 == 0);
    json_index_finish(&index);
    diags_finish(&diags);
    buf_finish(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_mistake_gives_one_message_and_costs_one_element),
                                       cmocka_unit_test(mended_text_is_clean),
                                       cmocka_unit_test(every_message_says_how_to_mend_it),
                                       cmocka_unit_test(nul_byte_in_a_string_is_seen),
                                       cmocka_unit_test(every_second_element_broken_costs_half)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
