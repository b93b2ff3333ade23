#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "content/content.h"

/* One bad element never takes its neighbours with it. */

static const char *const elements[][2] = {
    {"sources", "{\"id\": \"s\", \"title\": \"甲\", \"date\": \"2024-09-09\"}"},
    {"sources", "{\"id\": \"t\", \"title\": \"乙\", \"date\": \"2024-09-09\"}"},
    {"entities", "{\"id\": \"e1\", \"kind\": \"place\", \"name\": \"广州\"}"},
    {"entities", "{\"id\": \"e2\", \"kind\": \"place\", \"name\": \"福州\"}"},
    {"attributes",
     "{\"id\": \"a\", \"name\": \"城市\", \"class\": \"城市\", \"stems\": [\"{S}在哪？\", \"{S}在何处？\", \"哪里有{S}？\"], "
     "\"statements\": [\"{S}在{V}。\"]}"},
    {"facts",
     "{\"id\": \"f1\", \"subject\": \"@e1\", \"attribute\": \"a\", \"value\": \"南方\", \"source\": \"s\"}"},
    {"facts",
     "{\"id\": \"f2\", \"subject\": \"@e2\", \"attribute\": \"a\", \"value\": \"东南\", \"source\": \"s\"}"},
    {"sets",
     "{\"id\": \"g\", \"name\": \"城市\", \"class\": \"城市\", \"members\": [\"@e1\", \"西安\"], \"source\": \"s\"}"},
    {"phrases", "{\"id\": \"h\", \"name\": \"口号\", \"text\": \"靠【人民】\", \"source\": \"t\"}"},
    {"questions",
     "{\"id\": \"q1\", \"stem\": \"在哪座城市？\", \"options\": [\"广州\", \"福州\"], \"answer\": \"A\", \"explanation\": \"在广州。\", \"source\": \"s\"}"},
    {"questions",
     "{\"id\": \"q2\", \"stem\": \"不在哪座城市？\", \"options\": [\"广州\", \"福州\"], \"answer\": \"B\", \"explanation\": \"在广州。\", \"source\": \"t\"}"},
    {"cards", "{\"id\": \"c\", \"title\": \"卡片\", \"body\": \"正文。\", \"source\": \"s\"}"},
};
enum { ELEMENTS = sizeof elements / sizeof elements[0] };

/* What is lost besides the element itself, because it refers to it. */
static const char *const lost_with[ELEMENTS] = {
    [0] = "facts facts sets questions cards",
    [1] = "phrases questions",
    [2] = "facts sets",
    [3] = "facts",
    [4] = "facts facts",
};

static struct buf text;

static bool give(void *context, const char *path, struct str *bytes) {
    (void)context;
    (void)path;
    *bytes = buf_get(&text);
    return true;
}

/* `replacement` stands in place of element `bad`. */
static void write_pack(size_t bad, const char *replacement) {
    const char *list = "";
    buf_clear(&text);
    buf_text(&text, "{\"pack\": {\"id\": \"p\", \"title\": \"样例\"}");
    for (size_t i = 0; i < ELEMENTS; i++) {
        bool is_new = strcmp(list, elements[i][0]) != 0;
        if (is_new) buf_printf(&text, "%s,\n  \"%s\": [\n", i ? "\n  ]" : "", elements[i][0]);
        list = elements[i][0];
        buf_printf(&text, "%s    %s", is_new ? "" : ",\n", i == bad ? replacement : elements[i][1]);
    }
    buf_text(&text, "\n  ]\n}\n");
}

struct counts {
    const char *list;
    uint32_t count;
};

static uint32_t count_good_questions(const struct content *content) {
    struct arena arena;
    struct written written;
    uint32_t count = 0;
    arena_init(&arena);
    for (uint32_t i = 0; i < content->written_count; i++)
        count += content_question(content, i, &arena, &written);
    arena_finish(&arena);
    return count;
}

static uint32_t count_in(const struct content *content, const char *list) {
    const struct counts counts[] = {{"sources", content->source_count},
                                    {"entities", content->entity_count},
                                    {"attributes", content->attribute_count},
                                    {"facts", content->fact_count},
                                    {"sets", content->set_count},
                                    {"phrases", content->phrase_count},
                                    {"cards", content->card_count},
                                    {"questions", count_good_questions(content)}};
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        if (strcmp(counts[i].list, list) == 0) return counts[i].count;
    }
    fail_msg("no list %s", list);
    return 0;
}

static uint32_t times_in(const char *word, const char *words) {
    uint32_t count = 0;
    for (const char *at = words; at && (at = strstr(at, word)) != NULL; at += strlen(word)) count++;
    return count;
}

static uint32_t expected_in(const char *list, size_t bad) {
    uint32_t count = 0;
    for (size_t i = 0; i < ELEMENTS; i++) count += strcmp(elements[i][0], list) == 0 && i != bad;
    return count - (bad < ELEMENTS ? times_in(list, lost_with[bad]) : 0);
}

static void expect_the_others(size_t bad, const char *replacement) {
    static const char *const paths[] = {"all.json"};
    struct content_source source = {.paths = paths, .path_count = 1, .read = give};
    struct content content;
    struct diags diags;
    write_pack(bad, replacement);
    diags_init(&diags);
    content_load(&content, &source, CONTENT_CHECKED, &diags);
    assert_int_equal(diags.errors > 0, bad < ELEMENTS);
    for (size_t i = 0; i < ELEMENTS; i++) {
        uint32_t count = count_in(&content, elements[i][0]), expected = expected_in(elements[i][0], bad);
        if (count != expected)
            fail_msg("%s: %u, not %u, with element %zu %s", elements[i][0], count, expected, bad,
                     replacement);
    }
    content_finish(&content);
    diags_finish(&diags);
}

static void a_sound_pack_is_read_whole(void **state) {
    (void)state;
    expect_the_others(ELEMENTS, "");
}

static void one_empty_element_leaves_the_others(void **state) {
    (void)state;
    for (size_t i = 0; i < ELEMENTS; i++) expect_the_others(i, "{}");
}

static void one_element_of_another_type_leaves_the_others(void **state) {
    (void)state;
    for (size_t i = 0; i < ELEMENTS; i++) expect_the_others(i, "[1, \"x\"]");
}

static void one_element_with_broken_syntax_leaves_the_others(void **state) {
    (void)state;
    for (size_t i = 0; i < ELEMENTS; i++) expect_the_others(i, "{\"id\": \"broken\", \"name\"}");
    for (size_t i = 0; i < ELEMENTS; i++) expect_the_others(i, "{\"id\": \"broken, \"name\": 1}");
    for (size_t i = 0; i < ELEMENTS; i++) expect_the_others(i, "{\"id\": \"bro\nken\"}");
}

static int set_up(void **state) {
    (void)state;
    buf_init(&text);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    buf_finish(&text);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_pack_is_read_whole),
        cmocka_unit_test(one_empty_element_leaves_the_others),
        cmocka_unit_test(one_element_of_another_type_leaves_the_others),
        cmocka_unit_test(one_element_with_broken_syntax_leaves_the_others),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
