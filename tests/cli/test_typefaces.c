#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "cli/typefaces.h"

/* What is said of faces that this machine has not. */

static const struct face_file absent = {"/nowhere/Absent-Bold.ttc", "Absent CJK SC"};

static void report(const struct face_choice *choices, struct buf *out) {
    struct faces *faces = faces_create(choices);
    buf_init(out);
    typefaces_report(faces, choices, out);
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faces_that_are_there_are_not_mentioned),
        cmocka_unit_test(missing_face_is_named_with_what_is_used_instead),
        cmocka_unit_test(nothing_to_stand_in_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
