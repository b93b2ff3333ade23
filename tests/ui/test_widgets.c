#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "ui/flow.h"
#include "ui/ground.h"
#include "ui/rows.h"
#include "ui/words.h"

/* Rows, flows, the ring, words, the city. */

struct fixture {
    struct arena arena;
    struct draw_list list;
    struct view view;
};

static int set_up(void **state) {
    static struct fixture fixture;
    arena_init(&fixture.arena);
    view_begin(&fixture.view, &fixture.list, &fixture.arena, &metrics_plain, (struct display){1080, 1920},
               false, false);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state) {
    arena_finish(&((struct fixture *)*state)->arena);
    return 0;
}

static struct rows rows_of(const char *text, uint32_t count) {
    struct rows rows = {.count = count, .want = 1400, .least = 900, .gap = 220};
    for (uint32_t i = 0; i < count; i++)
        rows.list[i] = (struct row){
            .text = str_of(text), .message = message_of(MSG_ANSWER, (int32_t)i), .index = (uint8_t)i};
    return rows;
}

static const char *const long_text =
    "不因偶然的或者恶意的原因而遭受到破坏、更改、泄露，系统连续可靠正常地运行，网络服务不中断，数据受到保护";

static void short_options_have_the_rows_of_the_design(void **state) {
    struct fixture *fixture = *state;
    struct rows rows = rows_of("可用性", 3);
    assert_true(rows_fit(&fixture->view, &rows, 8800, 4800));
    assert_int_equal(rows.heights[0], 1400);
    assert_int_equal(rows.size, view_px(&fixture->view, 600));
    assert_int_equal(rows.total, 3 * 1400 + 2 * 220);
}

static void long_options_take_smaller_type_and_higher_rows(void **state) {
    struct fixture *fixture = *state;
    struct rows rows = rows_of(long_text, 3);
    assert_true(rows_fit(&fixture->view, &rows, 8800, 8000));
    assert_true(rows.size >= view_px(&fixture->view, 440));
    assert_true(rows.heights[0] > 1400);
    assert_true(rows.lines[0].count >= 3);
}

static void options_that_do_not_fit_are_turned_to_pages(void **state) {
    struct fixture *fixture = *state;
    struct rows rows = rows_of(long_text, 6);
    assert_false(rows_fit(&fixture->view, &rows, 8800, 5000));
    assert_true(rows.pages > 1);
    uint32_t shown = 0;
    for (uint32_t page = 0; page < rows.pages; page++) {
        view_begin(&fixture->view, &fixture->list, &fixture->arena, &metrics_plain,
                   (struct display){1080, 1920}, false, false);
        rows_fit(&fixture->view, &rows, 8800, 5000); /* its lines lived in the frame before */
        int32_t bottom = rows_paint(&fixture->view, &rows, (struct box){600, 9300, 8800, 5000}, page);
        assert_true(bottom <= 9300 + 5000);
        shown += fixture->list.region_count;
    }
    assert_int_equal(shown, 6);
}

static void cells_of_a_grid_line_are_equally_high(void **state) {
    struct fixture *fixture = *state;
    struct rows rows = rows_of("可用性", 4);
    rows.list[2].text = str_of(long_text);
    rows.columns = 2;
    rows_fit(&fixture->view, &rows, 8800, 9000);
    assert_int_equal(rows.heights[2], rows.heights[3]);
    assert_true(rows.heights[0] < rows.heights[2]);
}

static void a_pressed_key_sinks(void **state) {
    struct fixture *fixture = *state;
    struct button button = {{600, 9300, 8800, 1400}, BUTTON_PRIMARY, STR("下一题"), 520, ICON_NEXT,
                            message_of(MSG_NEXT, 0), false};
    button_paint(&fixture->view, &button);
    int32_t at_rest = fixture->list.panels[0].y;
    view_begin(&fixture->view, &fixture->list, &fixture->arena, &metrics_plain, (struct display){1080, 1920},
               false, false);
    fixture->view.pressed[0] = 1;
    button_paint(&fixture->view, &button);
    assert_true(fixture->list.panels[0].y > at_rest);
    assert_int_equal(fixture->list.regions[0].y, at_rest); /* what is touched does not move away */
}

static void a_key_that_sleeps_is_seen_but_not_touched(void **state) {
    struct fixture *fixture = *state;
    struct button button = {{600, 9300, 8800, 1400},
                            BUTTON_PRIMARY,
                            STR("确定"),
                            520,
                            ICON_NONE,
                            message_of(MSG_CONFIRM, 0),
                            true};
    button_paint(&fixture->view, &button);
    assert_int_equal(fixture->list.region_count, 1);
    assert_false(fixture->list.regions[0].enabled);
    assert_null(draw_hit(&fixture->list, 500, 1050));
}

static struct flow_block block_of(const char *text) {
    static const int32_t sizes[] = {600, 500, 400, 0};
    return (struct flow_block){.text = str_of(text),
                               .role = ROLE_BODY,
                               .color = COLOR_INK,
                               .face = FACE_SANS,
                               .sizes = sizes,
                               .pitch_percent = 145,
                               .before = 60};
}

static void a_flow_takes_the_largest_type_that_fits(void **state) {
    struct fixture *fixture = *state;
    struct flow flow = {0};
    flow_add(&flow, block_of(long_text));
    assert_true(flow_fit(&fixture->view, &flow, 8800, 4000));
    assert_int_equal(flow.step, 0);
    assert_true(flow_fit(&fixture->view, &flow, 8800, 1900));
    assert_int_equal(flow.step, 2);
}

static void a_flow_too_long_is_paged_between_lines(void **state) {
    struct fixture *fixture = *state;
    struct flow flow = {0};
    struct buf all;
    buf_init(&all);
    for (uint32_t i = 0; i < 3; i++) flow_add(&flow, block_of(long_text));
    assert_false(flow_fit(&fixture->view, &flow, 8800, 2000));
    for (uint32_t page = 0; page < flow.pages; page++) {
        int32_t bottom = flow_paint(&fixture->view, &flow, (struct box){600, 1000, 8800, 2000}, page);
        assert_true(bottom <= 3000 + 20);
    }
    for (uint32_t i = 0; i < fixture->list.command_count; i++) buf_str(&all, fixture->list.commands[i].text);
    assert_int_equal(all.len, 3 * strlen(long_text));
    buf_finish(&all);
}

static void wedges_of_the_ring_keep_apart(void **state) {
    (void)state;
    struct ring ring = {{5000, 5000}, 2300, 1310, 130, 60, 40, 5};
    for (uint32_t i = 0; i < 5; i++) {
        struct spot wedge[4];
        wedge_spots(&ring, i, wedge);
        for (uint32_t k = 0; k < 4; k++) {
            int64_t x = wedge[k].x - 5000, y = wedge[k].y - 5000, far = x * x + y * y;
            assert_true(far < 2300 * 2300 && far > 1000 * 1000);
        }
    }
}

static void words_take_their_values_by_name(void **state) {
    struct fixture *fixture = *state;
    assert_true(str_is(word_numbers(&fixture->arena, WORD_CARD_NTH, 2, 6), "知识卡片　2 / 6"));
    assert_true(str_is(word_number(&fixture->arena, WORD_PERCENTILE, 68), "超过今天68%的参与者"));
    assert_true(str_is(word_chinese(&fixture->arena, 5), "五"));
    assert_true(str_is(word_chinese(&fixture->arena, 20), "20"));
}

static void no_word_shouts(void **state) {
    (void)state;
    for (uint32_t i = 0; i < WORDS; i++) {
        assert_true(word_get((enum word)i).len > 0);
        assert_false(str_has(word_get((enum word)i), STR("！")));
        assert_false(str_has(word_get((enum word)i), STR("!")));
    }
}

static uint32_t lit_windows(struct fixture *fixture, uint32_t lit) {
    uint32_t count = 0;
    view_begin(&fixture->view, &fixture->list, &fixture->arena, &metrics_plain, (struct display){1080, 1920},
               false, false);
    struct ground ground = {900, 98, 0, lit, lit};
    ground_paint(&fixture->view, &ground);
    for (uint32_t i = 0; i < fixture->list.command_count; i++) {
        const struct draw_command *command = &fixture->list.commands[i];
        if (command->kind == DRAW_RECTS && command->color != COLOR_UNLIT) count += command->point_count;
    }
    return count;
}

static void more_right_answers_light_more_windows(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(ground_lit(0, 6000), 150);
    assert_int_equal(ground_lit(3000, 6000), 500);
    assert_int_equal(ground_lit(99999, 6000), 950);
    assert_int_equal(ground_lit(5, 0), 150);
    assert_true(lit_windows(fixture, 300) > lit_windows(fixture, 150));
    assert_true(lit_windows(fixture, 950) > lit_windows(fixture, 300));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(short_options_have_the_rows_of_the_design, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_options_take_smaller_type_and_higher_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(options_that_do_not_fit_are_turned_to_pages, set_up, tear_down),
        cmocka_unit_test_setup_teardown(cells_of_a_grid_line_are_equally_high, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_pressed_key_sinks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_key_that_sleeps_is_seen_but_not_touched, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_flow_takes_the_largest_type_that_fits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_flow_too_long_is_paged_between_lines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(wedges_of_the_ring_keep_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_take_their_values_by_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_word_shouts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(more_right_answers_light_more_windows, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
