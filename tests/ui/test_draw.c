#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "ui/paint.h"
#include "ui/widgets.h"

/* The list itself: what is hit, how hit areas share the room, what is printed, what makes two lists differ.
 */

struct fixture {
    struct arena arena;
    struct draw_list list;
    struct view view;
};

static int set_up(void **state) {
    static struct fixture fixture;
    arena_init(&fixture.arena);
    view_begin(&fixture.view, &fixture.list, &fixture.arena, &metrics_plain, (struct display){1000, 1800},
               false, false);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state) {
    arena_finish(&((struct fixture *)*state)->arena);
    return 0;
}

static void add(struct fixture *fixture, int32_t x, int32_t y, int32_t w, int32_t h, int32_t value) {
    draw_region(&fixture->list, ROLE_OPTION, (struct panel){.x = x, .y = y, .w = w, .h = h},
                message_of(MSG_ANSWER, value));
}

static int32_t hit(const struct fixture *fixture, int32_t x, int32_t y) {
    const struct region *region = draw_hit(&fixture->list, x, y);
    return region ? region->message.value : -1;
}

static void a_touch_beside_a_region_still_hits_it(void **state) {
    struct fixture *fixture = *state;
    add(fixture, 100, 100, 200, 90, 1);
    assert_int_equal(hit(fixture, 95, 95), -1);
    draw_settle(&fixture->list, 10, 1000, 1800);
    assert_int_equal(hit(fixture, 95, 95), 1);
    assert_int_equal(hit(fixture, 89, 95), -1);
}

static void neighbours_share_the_gap_between_them(void **state) {
    struct fixture *fixture = *state;
    add(fixture, 100, 100, 200, 90, 1);
    add(fixture, 100, 200, 200, 90, 2);
    add(fixture, 306, 100, 200, 90, 3);
    draw_settle(&fixture->list, 10, 1000, 1800);
    assert_int_equal(hit(fixture, 150, 194), 1);
    assert_int_equal(hit(fixture, 150, 198), 2);
    assert_int_equal(hit(fixture, 302, 150), 1);
    assert_int_equal(hit(fixture, 304, 150), 3);
}

static void no_hit_area_leaves_the_screen(void **state) {
    struct fixture *fixture = *state;
    add(fixture, 0, 0, 1000, 1800, 1);
    draw_settle(&fixture->list, 10, 1000, 1800);
    assert_int_equal(fixture->list.regions[0].x, 0);
    assert_int_equal(fixture->list.regions[0].h, 1800);
}

static void what_sleeps_is_not_hit(void **state) {
    struct fixture *fixture = *state;
    add(fixture, 100, 100, 200, 90, 1);
    fixture->list.regions[0].enabled = false;
    assert_int_equal(hit(fixture, 150, 150), -1);
}

static uint64_t hash_with_text(struct fixture *fixture, const char *text, int32_t x) {
    view_begin(&fixture->view, &fixture->list, &fixture->arena, &metrics_plain, (struct display){1000, 1800},
               false, false);
    struct style style = {ROLE_STEM, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, 500, ALIGN_LEFT, -1};
    paint_text(&fixture->view, &style, x, 1000, str_of(text));
    return draw_hash(&fixture->list);
}

static void lists_that_look_different_hash_differently(void **state) {
    struct fixture *fixture = *state;
    uint64_t first = hash_with_text(fixture, "安知", 600);
    assert_true(first == hash_with_text(fixture, "安知", 600));
    assert_true(first != hash_with_text(fixture, "安和", 600));
    assert_true(first != hash_with_text(fixture, "安知", 620));
}

static void a_list_is_printed_a_line_for_each_thing(void **state) {
    struct fixture *fixture = *state;
    struct buf out;
    buf_init(&out);
    hash_with_text(fixture, "说“好”", 600);
    add(fixture, 100, 100, 200, 90, 2);
    draw_print(&fixture->list, &out);
    assert_string_equal(
        out.at,
        "{\"kind\":\"text\",\"role\":\"stem\",\"text\":\"说“好”\",\"x\":60,\"y\":111,\"w\":200,\"h\":50,\"size\":50,\"color\":\"ink\","
        "\"face\":\"serif_bold\",\"on\":\"ground\"}\n"
        "{\"kind\":\"region\",\"role\":\"option\",\"x\":100,\"y\":100,\"w\":200,\"h\":90,\"message\":\"answer\",\"value\":2}\n");
    buf_finish(&out);
}

static void long_displays_keep_the_layout_in_the_middle(void **state) {
    struct fixture *fixture = *state;
    view_begin(&fixture->view, &fixture->list, &fixture->arena, &metrics_plain, (struct display){3000, 1000},
               false, false);
    assert_false(fixture->view.portrait);
    assert_in_range(view_width(&fixture->view), 17770, 17790);
    assert_int_equal(fixture->view.left, (3000 - 1778) / 2);
    view_begin(&fixture->view, &fixture->list, &fixture->arena, &metrics_plain, (struct display){1024, 768},
               false, false);
    assert_int_equal(view_width(&fixture->view), 13333);
    assert_int_equal(fixture->view.left, 0);
}

static void neighbours_stay_neighbours_when_lengths_are_rounded(void **state) {
    struct fixture *fixture = *state;
    for (int32_t w = 333; w < 400; w++) {
        view_begin(&fixture->view, &fixture->list, &fixture->arena, &metrics_plain,
                   (struct display){w, 2 * w}, false, false);
        struct panel left = view_place(&fixture->view, (struct box){137, 0, 2111, 900});
        struct panel right = view_place(&fixture->view, (struct box){137 + 2111, 0, 3000, 900});
        assert_int_equal(left.x + left.w, right.x);
    }
}

static void the_focus_is_framed(void **state) {
    struct fixture *fixture = *state;
    add(fixture, 100, 100, 200, 90, 1);
    fixture->view.focus = 1;
    view_end(&fixture->view);
    const struct draw_command *frame = &fixture->list.commands[fixture->list.command_count - 1];
    assert_int_equal(frame->role, ROLE_FOCUS);
    assert_true(frame->x < 100 && frame->x + frame->w > 300);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_touch_beside_a_region_still_hits_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(neighbours_share_the_gap_between_them, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_hit_area_leaves_the_screen, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_sleeps_is_not_hit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lists_that_look_different_hash_differently, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_list_is_printed_a_line_for_each_thing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_displays_keep_the_layout_in_the_middle, set_up, tear_down),
        cmocka_unit_test_setup_teardown(neighbours_stay_neighbours_when_lengths_are_rounded, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_focus_is_framed, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
