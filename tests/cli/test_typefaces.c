#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "cli/typefaces.h"

/* What is said of faces that this machine has not. */

static const struct face_file absent = {"/nowhere/Absent-Bold.ttc", "Absent CJK SC"};

static void report(const struct face_choice *choices, struct buf *out) {
    struct faces *faces = faces_create(choices);
    buf_init(out);
    typefaces_report(faces, choices, NULL, out);
    faces_destroy(faces);
}

static void faces_that_are_there_are_not_mentioned(void **state) {
    (void)state;
    struct buf out;
    report(faces_of_debian, &out);
    assert_int_equal(out.len, 0);
    buf_finish(&out);
}

static void missing_face_is_named_with_what_is_used_instead(void **state) {
    (void)state;
    struct face_choice choices[FACES];
    struct buf out;
    memcpy(choices, faces_of_debian, sizeof choices);
    choices[FACE_SERIF_BOLD].files[0] = absent;
    report(choices, &out);
    assert_non_null(strstr(out.at, "没有题目和大标题用的字体 Absent CJK SC（Absent-Bold.ttc），改用 Noto "
                                   "Sans CJK SC（NotoSansCJK-Bold.ttc）"));
    assert_null(strstr(out.at, "正文"));
    buf_finish(&out);
}

static void nothing_to_stand_in_is_said(void **state) {
    (void)state;
    struct face_choice choices[FACES];
    struct buf out;
    memcpy(choices, faces_of_debian, sizeof choices);
    choices[FACE_SANS] = (struct face_choice){{absent}};
    report(choices, &out);
    assert_non_null(strstr(out.at, "没有正文用的字体 Absent CJK SC（Absent-Bold.ttc），也没有能代替的"));
    buf_finish(&out);
}

static const char *const songti[] = {"songti.ttf", "NotoSansCJK-Bold.ttc"};
static const struct site_theme theme = {
    .id = "touying", .path = "theme/touying.json", .faces = {[FACE_SERIF_BOLD] = {songti, 2}}};

static void faces_of_a_theme_are_sought_beside_it_and_on_this_machine(void **state) {
    (void)state;
    struct face_choice choices[FACES];
    struct arena arena;
    char root[] = "/tmp/anzhi-typefaces-XXXXXX";
    arena_init(&arena);
    assert_non_null(mkdtemp(root));
    assert_true(typefaces_of(&theme, root, &arena, choices));
    assert_string_equal(choices[FACE_SERIF_BOLD].files[0].path, "songti.ttf"); /* nowhere */
    assert_string_equal(choices[FACE_SERIF_BOLD].files[1].path,
                        faces_of_debian[FACE_SANS_BOLD].files[0].path);
    assert_string_equal(choices[FACE_SERIF_BOLD].files[2].path,
                        faces_of_debian[FACE_SERIF_BOLD].files[0].path);
    assert_string_equal(choices[FACE_SANS].files[0].path, faces_of_debian[FACE_SANS].files[0].path);
    const char *folder = arena_printf(&arena, "%s/theme", root),
               *file = arena_printf(&arena, "%s/songti.ttf", folder);
    assert_int_equal(mkdir(folder, 0700), 0);
    fclose(fopen(file, "w"));
    assert_true(typefaces_of(&theme, root, &arena, choices));
    assert_string_equal(choices[FACE_SERIF_BOLD].files[0].path, file);
    unlink(file);
    rmdir(folder);
    rmdir(root);
    arena_finish(&arena);
}

static void theme_without_faces_asks_for_none(void **state) {
    (void)state;
    struct face_choice choices[FACES];
    struct arena arena;
    arena_init(&arena);
    assert_false(typefaces_of(&(struct site_theme){.id = "a"}, "/nowhere", &arena, choices));
    arena_finish(&arena);
}

static void missing_face_of_a_theme_is_named_with_its_file(void **state) {
    (void)state;
    struct face_choice choices[FACES];
    struct arena arena;
    struct buf out;
    arena_init(&arena);
    buf_init(&out);
    typefaces_of(&theme, "/nowhere", &arena, choices);
    struct faces *faces = faces_create(choices);
    typefaces_report(faces, choices, &theme, &out);
    assert_string_equal(
        out.at, "theme/touying.json：这套配色里题目和大标题用的字体 songti.ttf，这台机器没有或者打"
                "不开，改用 NotoSansCJK-Bold.ttc。把字体文件放进题库的 theme/，或者装到这台机器上。\n");
    faces_destroy(faces);
    buf_finish(&out);
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faces_that_are_there_are_not_mentioned),
        cmocka_unit_test(missing_face_is_named_with_what_is_used_instead),
        cmocka_unit_test(nothing_to_stand_in_is_said),
        cmocka_unit_test(faces_of_a_theme_are_sought_beside_it_and_on_this_machine),
        cmocka_unit_test(theme_without_faces_asks_for_none),
        cmocka_unit_test(missing_face_of_a_theme_is_named_with_its_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
