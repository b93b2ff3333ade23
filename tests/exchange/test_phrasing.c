#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/overlay.h"
#include "exchange/phrasing.h"

/* In which words a draft is asked, and how the content would be with other texts in it. */

static const char base_text[] =
    "{\"pack\": {\"id\": \"a\", \"title\": \"甲\"}, \"sources\": [{\"id\": \"s\", \"title\": \"乙\", \"date\": "
    "\"2024-01-01\"}],"
    "\"entities\": [{\"id\": \"w1\", \"kind\": \"event\", \"name\": \"第一届周\", \"series\": \"zhou\"},"
    "{\"id\": \"w2\", \"kind\": \"event\", \"name\": \"第二届周\", \"series\": \"zhou\"},"
    "{\"id\": \"l\", \"kind\": \"event\", \"name\": \"论坛\"}],"
    "\"attributes\": ["
    "{\"id\": \"day\", \"name\": \"举行日期\", \"class\": \"日\", \"stems\": [\"{S}一？\", \"{S}二？\", \"{S}三？\"],"
    " \"statements\": [\"{S}于{V}举行。\"]},"
    "{\"id\": \"week\", \"name\": \"举办时间\", \"class\": \"周\", \"stems\": [\"{S}一？\", \"{S}二？\", \"{S}三？\"],"
    " \"statements\": [\"{S}在{V}里。\"]}],"
    "\"facts\": [{\"id\": \"f\", \"subject\": \"@w1\", \"attribute\": \"week\", \"value\": \"9月1日至7日\","
    " \"source\": \"s\"}]}";

static bool give(void *context, const char *path, struct str *bytes) {
    (void)context;
    if (strcmp(path, "m.json") != 0) return false;
    *bytes = str_of(base_text);
    return true;
}

static const char *const paths[] = {"m.json"};
static const struct content_source below = {.paths = paths, .path_count = 1, .read = give};
static struct content content;
static struct arena arena;
static struct phrasing found;

static int begin(void **state) {
    (void)state;
    struct diags diags;
    diags_init(&diags);
    bool sound = content_load(&content, &below, CONTENT_QUICK, &diags);
    diags_finish(&diags);
    arena_init(&arena);
    return sound ? 0 : 1;
}

static int end(void **state) {
    (void)state;
    content_finish(&content);
    arena_finish(&arena);
    return 0;
}

static bool find(enum draft_type type, const char *word, const char *value, const char *subject) {
    const char *const values[] = {value};
    struct draft draft = {.type = type, .attribute = word, .values = values, .value_count = 1};
    return phrasing_find(&content, &draft, subject ? content_entity(&content, subject) : NULL, &arena,
                         &found);
}

static void the_contents_own_words_come_first(void **state) {
    (void)state;
    assert_true(find(DRAFT_DATE, "举办时间", "9月1日", "l"));
    assert_string_equal(found.attribute->record.id, "day");
}

static void a_series_is_asked_in_its_own_words(void **state) {
    (void)state;
    assert_true(find(DRAFT_DATE_RANGE, "举办时间", "9月1日至7日", "w2"));
    assert_string_equal(found.attribute->record.id, "week");
}

static void a_word_means_what_its_type_says(void **state) {
    (void)state;
    assert_true(find(DRAFT_ORGANIZATION, "发布", "甲委", NULL));
    assert_string_equal(found.name, "发布机构");
    assert_true(found.dated);
    assert_true(find(DRAFT_OUTCOME, "发布", "《甲》", NULL));
    assert_string_equal(found.name, "发布的成果");
    assert_true(find(DRAFT_ORGANIZATION, "联合主办", "甲委", NULL));
    assert_string_equal(found.name, "主办单位");
    assert_true(find(DRAFT_ORGANIZATION, "组织召开", "甲委", NULL));
    assert_string_equal(found.name, "组织召开单位");
}

static void a_city_is_no_hall(void **state) {
    (void)state;
    assert_true(find(DRAFT_PLACE, "举办地点", "福建省福州市", NULL));
    assert_string_equal(found.name, "举行城市");
    assert_true(find(DRAFT_PLACE, "举办地点", "南沙国际金融论坛会议中心", NULL));
    assert_string_equal(found.name, "会场");
}

static void any_other_word_is_a_name(void **state) {
    (void)state;
    assert_true(find(DRAFT_NUMBER, "补贴比例", "40%", NULL));
    assert_true(found.is_rough);
    assert_null(found.attribute);
    assert_string_equal(found.stems[0], "{S}的补贴比例是多少？");
    assert_true(find(DRAFT_DATE, "week", "9月1日", NULL));
    assert_string_equal(found.attribute->record.id, "week");
    assert_false(find(DRAFT_TERM, "", "甲", NULL));
}

static void marks_are_filled_in(void **state) {
    (void)state;
    assert_string_equal(phrasing_fill(&arena, "{D}，{S}任{V}{。", "甲", "乙{S}", "2024年"),
                        "2024年，甲任乙{S}{。");
}

static void an_overlay_shows_the_folder_as_it_would_be(void **state) {
    (void)state;
    struct overlay overlay;
    struct str bytes;
    overlay_init(&overlay, &below);
    overlay_put(&overlay, "z.json", STR("new"));
    overlay_put(&overlay, "a.json", STR("newer"));
    overlay_put(&overlay, "m.json", STR("other"));
    overlay_put(&overlay, "m.json", STR("last"));
    assert_int_equal(overlay.source.path_count, 3);
    assert_string_equal(overlay.source.paths[0], "a.json");
    assert_string_equal(overlay.source.paths[1], "m.json");
    assert_string_equal(overlay.source.paths[2], "z.json");
    assert_true(overlay.source.read(overlay.source.context, "m.json", &bytes));
    assert_true(str_is(bytes, "last"));
    assert_int_equal(overlay.file_count, 3);
    assert_null(overlay.files[0].before.at);
    assert_true(str_is(overlay.files[2].before, base_text));
    assert_false(overlay.source.read(overlay.source.context, "q.json", &bytes));
    overlay_finish(&overlay);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(the_contents_own_words_come_first),
        TEST(a_series_is_asked_in_its_own_words),
        TEST(a_word_means_what_its_type_says),
        TEST(a_city_is_no_hall),
        TEST(any_other_word_is_a_name),
        TEST(marks_are_filled_in),
        TEST(an_overlay_shows_the_folder_as_it_would_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
