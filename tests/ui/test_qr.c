#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "ui/qr.h"

/* What a reader of QR codes relies on: whole modules, finders in three corners, four modules of quiet. That
   the words come out again is tested on pictures. */

struct fixture {
    struct arena arena, words;
    struct draw_list list;
    struct view view;
};

static int set_up(void **state) {
    static struct fixture fixture;
    fixture = (struct fixture){0};
    arena_init(&fixture.arena);
    arena_init(&fixture.words);
    view_begin(&fixture.view, &fixture.list, &fixture.arena, &metrics_plain, (struct display){1080, 1920},
               false, false);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;
    arena_finish(&fixture->arena);
    arena_finish(&fixture->words);
    return 0;
}

static const struct qr *sample(struct fixture *fixture) {
    return qr_encode(&fixture->words, STR("安知：80分，网安能手"));
}

static void finders_stand_in_three_corners(void **state) {
    static const char *const finder[] = {"#######", "#.....#", "#.###.#", "#.###.#",
                                         "#.###.#", "#.....#", "#######"};
    const struct qr *qr = sample(*state);
    uint32_t far = qr->side - 7;
    for (uint32_t i = 0; i < 49; i++) {
        uint32_t x = i % 7, y = i / 7;
        uint8_t dark = finder[y][x] == '#';
        assert_int_equal(qr->dark[y * qr->side + x], dark);
        assert_int_equal(qr->dark[y * qr->side + far + x], dark);
        assert_int_equal(qr->dark[(far + y) * qr->side + x], dark);
    }
}

static void same_words_give_the_same_modules(void **state) {
    const struct qr *one = sample(*state), *other = sample(*state);
    assert_int_equal(one->side, other->side);
    assert_memory_equal(one->dark, other->dark, one->side * one->side);
}

static void words_too_long_for_any_code_give_none(void **state) {
    struct fixture *fixture = *state;
    static char text[2400];
    memset(text, 'a', sizeof text);
    assert_null(qr_encode(&fixture->words, (struct str){text, sizeof text}));
    assert_non_null(qr_encode(&fixture->words, (struct str){text, 2300}));
    assert_null(qr_encode(&fixture->words, STR("")));
}

static void modules_are_whole_pixels_with_quiet_around_them(void **state) {
    struct fixture *fixture = *state;
    const struct qr *qr = sample(fixture);
    qr_paint(&fixture->view, qr, (struct box){500, 500, 4000, 5000});
    assert_int_equal(fixture->list.command_count, 2);
    struct draw_command paper = fixture->list.commands[0], modules = fixture->list.commands[1];
    assert_int_equal(paper.color, COLOR_CODE_PAPER);
    assert_int_equal(modules.color, COLOR_CODE);
    assert_int_equal(paper.w, modules.w * ((int32_t)qr->side + 8));
    for (uint32_t i = 0; i < modules.point_count; i++) {
        struct point point = fixture->list.points[modules.point_first + i];
        assert_int_equal(point.x % 16 + point.y % 16, 0);
        assert_in_range(point.x / 16, paper.x + 4 * modules.w, paper.x + paper.w - 5 * modules.w);
        assert_in_range(point.y / 16, paper.y + 4 * modules.w, paper.y + paper.h - 5 * modules.w);
    }
}

static void no_room_paints_nothing(void **state) {
    struct fixture *fixture = *state;
    qr_paint(&fixture->view, sample(fixture), (struct box){0, 0, 100, 100});
    assert_int_equal(fixture->list.command_count, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(finders_stand_in_three_corners),
        TEST(same_words_give_the_same_modules),
        TEST(words_too_long_for_any_code_give_none),
        TEST(modules_are_whole_pixels_with_quiet_around_them),
        TEST(no_room_paints_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
