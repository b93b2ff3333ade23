#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <stdlib.h>
#include <cmocka.h>

#include "content/keys.h"
#include "ui/themes.h"

/* What a site brings becomes a palette; what is wrong with it stays out of sight. */

struct site {
    const char *themes[2]; /* theme/a.json, theme/b.json */
    struct content content;
    struct diags diags;
};

static bool give(void *context, const char *path, struct str *bytes) {
    const struct site *site = context;
    *bytes = STR("{\"pack\": {\"id\": \"p\", \"title\": \"包\"}}");
    if (strcmp(path, "theme/a.json") == 0) *bytes = str_of(site->themes[0]);
    if (strcmp(path, "theme/b.json") == 0) *bytes = str_of(site->themes[1]);
    return true;
}

static void load(struct site *site, const char *a, const char *b) {
    static const char *const paths[] = {"packs/p.json", "theme/a.json", "theme/b.json"};
    struct content_source source = {.context = site, .paths = paths, .path_count = b ? 3 : 2, .read = give};
    *site = (struct site){.themes = {a, b}};
    diags_init(&site->diags);
    content_load(&site->content, &source, CONTENT_CHECKED, &site->diags);
    diags_finish(&site->diags);
    diags_init(&site->diags); /* only what is found from here on counts */
}

static void unload(struct site *site) {
    diags_finish(&site->diags);
    content_finish(&site->content);
}

#define FILE_OF(id, base, rest) "{\"id\": \"" id "\", \"title\": \"甲\", \"base\": \"" base "\"" rest "}"

static void rows_of_content_are_the_colours_and_faces_of_a_palette(void **state) {
    (void)state;
    assert_int_equal(key_count(RECORD_COLORS), THEME_COLORS);
    for (uint32_t i = 0; i < THEME_COLORS; i++) {
        const struct key_row *row = &key_rows[key_first(RECORD_COLORS) + i];
        char light[8];
        snprintf(light, sizeof light, "#%06X", color_value(theme_palette(THEME_LIGHT), COLOR_GROUND + i));
        assert_string_equal(row->key, color_name(COLOR_GROUND + i));
        assert_string_equal(row->example, light);
    }
    assert_int_equal(COLOR_GROUND + THEME_COLORS, COLOR_CODE); /* a QR code is black on white everywhere */
    assert_int_equal(key_count(RECORD_FACES), THEME_FACES);
    assert_int_equal(FACES, THEME_FACES);
    for (uint32_t i = 0; i < FACES; i++) {
        const char *key = key_rows[key_first(RECORD_FACES) + i].key;
        assert_int_equal(strncmp(face_name(i), key, strlen(key)), 0);
    }
    for (uint32_t i = 0; i < THEMES; i++)
        assert_true(key_has_choice(key_find(RECORD_THEME, STR("base")), str_of(theme_palette(i)->name)));
}

static void what_is_not_written_is_as_in_the_base(void **state) {
    (void)state;
    struct site site;
    struct themes themes;
    load(&site, FILE_OF("ye", "dark", ", \"colors\": {\"ink\": \"#FFEEDD\", \"track\": \"#102030\"}"), NULL);
    assert_true(themes_of(&site.content, "ye", &themes));
    assert_int_equal(themes.first, THEME_OWN);
    const struct palette *own = themes_palette(&themes, THEME_OWN), *dark = theme_palette(THEME_DARK);
    assert_string_equal(own->name, "ye");
    assert_int_equal(own->base, THEME_DARK);
    assert_int_equal(color_value(own, COLOR_INK), 0xFFEEDD);
    assert_int_equal(color_value(own, COLOR_TRACK), 0x102030);
    for (uint32_t i = COLOR_GROUND; i < COLORS; i++)
        if (i != COLOR_INK && i != COLOR_TRACK) assert_int_equal(color_value(own, i), color_value(dark, i));
    assert_string_equal(themes_own_title(&themes), "甲");
    unload(&site);
}

static void beside_a_built_in_theme_stands_the_first_that_can_be_used(void **state) {
    (void)state;
    struct site site;
    struct themes themes;
    load(&site, FILE_OF("huai", "dark", ", \"colors\": {\"ink\": \"red\"}"), FILE_OF("hao", "contrast", ""));
    assert_true(themes_of(&site.content, "dark", &themes));
    assert_int_equal(themes.first, THEME_DARK);
    assert_string_equal(themes_palette(&themes, THEME_OWN)->name, "hao");
    assert_ptr_equal(themes_palette(&themes, THEME_LIGHT), theme_palette(THEME_LIGHT));
    assert_false(themes_of(&site.content, "pink", &themes));
    unload(&site);
}

static void for_a_theme_with_a_mistake_its_base_is_shown(void **state) {
    (void)state;
    static const struct {
        const char *text;
        enum theme shown;
    } broken[] = {{FILE_OF("a", "dark", ", \"colors\": {\"ink\": \"red\"}"), THEME_DARK},
                  {FILE_OF("a", "contrast", ", \"format\": \"1\""), THEME_CONTRAST},
                  {FILE_OF("a", "drak", ""), THEME_LIGHT},
                  {"{\"id\": \"a\", \"base\": \"dark\"}", THEME_DARK},
                  {"[1]", THEME_LIGHT},
                  {"{\"id\": \"a\", \"colors\": {\"ink\": \"#000000\", \"ink\": \"#FFFFFF\"}}", THEME_LIGHT},
                  {"", THEME_LIGHT}};
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        struct site site;
        struct themes themes;
        load(&site, broken[i].text, NULL);
        assert_true(themes_of(&site.content, "a", &themes));
        assert_int_equal(themes.first, broken[i].shown);
        assert_null(themes_own_title(&themes));
        themes_check(&site.content, &site.diags); /* what is not shown can't be hard to read */
        assert_int_equal(site.diags.count, 0);
        unload(&site);
    }
}

static void pairs_that_can_hardly_be_read_are_named_with_their_ratio(void **state) {
    (void)state;
    struct site site;
    load(&site, FILE_OF("dan", "light", ", \"colors\": {\"ink\": \"#0D2137\",\n\"on_seal\": \"#E08880\"}"),
         NULL);
    themes_check(&site.content, &site.diags);
    assert_int_equal(site.diags.count, 1);
    const struct diag *diag = &site.diags.list[0];
    assert_string_equal(diag->file, "theme/a.json");
    assert_int_equal(diag->line, 2);
    assert_int_equal(diag->column, 12);
    assert_string_equal(diag->remark, "on_seal 写在 seal 上，对比度只有 2.11");
    assert_string_equal(diag->fix, "把 on_seal 和 seal 的明暗拉开，对比度到 4.5 以上。");
    unload(&site);
}

static void the_ground_is_named_when_it_is_to_blame(void **state) {
    (void)state;
    struct site site;
    load(&site, FILE_OF("dan", "light", ", \"colors\": {\"street\": \"#707070\"}"), NULL);
    themes_check(&site.content, &site.diags);
    assert_int_equal(site.diags.count, 2); /* on_street2 and lamp; white can just be read */
    assert_int_equal(site.diags.list[0].marked, strlen("\"#707070\""));
    unload(&site);
}

static void tired_eyes_need_more(void **state) {
    (void)state;
    struct site site;
    load(&site, FILE_OF("a", "light", ", \"colors\": {\"seal\": \"#707070\"}"),
         FILE_OF("b", "contrast", ", \"colors\": {\"seal\": \"#909090\"}"));
    themes_check(&site.content, &site.diags);
    assert_int_equal(site.diags.count, 1); /* 4.95 : 1 is enough in the first, 6.58 : 1 not in the second */
    assert_string_equal(site.diags.list[0].file, "theme/b.json");
    assert_non_null(strstr(site.diags.list[0].fix, "7.0"));
    unload(&site);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_content_are_the_colours_and_faces_of_a_palette),
        cmocka_unit_test(what_is_not_written_is_as_in_the_base),
        cmocka_unit_test(beside_a_built_in_theme_stands_the_first_that_can_be_used),
        cmocka_unit_test(for_a_theme_with_a_mistake_its_base_is_shown),
        cmocka_unit_test(pairs_that_can_hardly_be_read_are_named_with_their_ratio),
        cmocka_unit_test(the_ground_is_named_when_it_is_to_blame),
        cmocka_unit_test(tired_eyes_need_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
