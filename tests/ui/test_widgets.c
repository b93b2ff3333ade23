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

static const struct draw_command *first_of(const struct draw_list *list, enum draw_kind kind) {
    for (uint32_t i = 0; i < list->command_count; i++)
        if (list->commands[i].kind == kind) return &list->commands[i];
    fail_msg("no %s", draw_kind_name(kind));
    return NULL;
}

/* Every page begins at its top, and the height is that of the highest page, whichever it is. */
static struct flow_block headline_of(const char *text, const int32_t *sizes) {
    struct flow_block block = block_of(text);
    block.face = FACE_SANS_BOLD;
    block.sizes = sizes;
    return block;
}

/* Whether a page has this line. */
static bool paints(struct fixture *fixture, const struct flow *flow, struct box box, uint32_t page,
                   struct str line) {
    uint32_t first = fixture->list.command_count;
    flow_paint(&fixture->view, flow, box, page);
    for (uint32_t i = first; i < fixture->list.command_count; i++)
        if (str_equal(fixture->list.commands[i].text, line)) return true;
    return false;
}

/* The source of an answer, or a first sentence: torn apart nobody reads it. */
static void a_short_block_is_not_torn_by_a_page(void **state) {
    struct fixture *fixture = *state;
    static const int32_t sizes[] = {400, 0};
    struct flow_block blocks[2] = {block_of(long_text),
                                   block_of("二〇二四年国家网络安全宣传周网络安全技术高峰论坛在广州市举行")};
    for (int32_t height = 1200; height < 5000; height += 50) {
        struct box box = {600, 1000, 8800, height};
        struct flow flow = {0};
        draw_begin(&fixture->list, &fixture->arena);
        for (uint32_t i = 0; i < 2; i++) {
            blocks[i].sizes = sizes;
            flow_add(&flow, blocks[i]);
        }
        flow_fit(&fixture->view, &flow, box.w, box.h);
        const struct lines *lines = &flow.fits[1].lines;
        assert_int_equal(lines->count, 2);
        for (uint32_t page = 0; page < flow.pages; page++)
            if (paints(fixture, &flow, box, page, lines->list[0].text) !=
                paints(fixture, &flow, box, page, lines->list[1].text))
                fail_msg("torn at a height of %d", (int)height);
    }
}

/* A list of sources: each of them on one page. */
static void a_short_paragraph_is_not_torn_by_a_page(void **state) {
    struct fixture *fixture = *state;
    static const int32_t sizes[] = {400, 0};
    struct flow_block block =
        block_of("甲乙丙丁\n戊己庚辛，二〇二四年国家网络安全宣传周网络安全技术高峰论坛在广州\n壬癸");
    block.sizes = sizes;
    for (int32_t height = 1100; height < 3000; height += 50) {
        struct box box = {600, 1000, 8800, height};
        struct flow flow = {0};
        draw_begin(&fixture->list, &fixture->arena);
        flow_add(&flow, block);
        flow_fit(&fixture->view, &flow, box.w, box.h);
        const struct lines *lines = &flow.fits[0].lines;
        assert_int_equal(lines->count, 4);
        for (uint32_t page = 0; page < flow.pages; page++)
            if (paints(fixture, &flow, box, page, lines->list[1].text) !=
                paints(fixture, &flow, box, page, lines->list[2].text))
                fail_msg("torn at a height of %d", (int)height);
    }
}

/* 12 characters are a line of 7.3 u and no more; a step smaller they end with their clause. */
static void a_flow_is_smaller_rather_than_cut_its_headline(void **state) {
    struct fixture *fixture = *state;
    static const int32_t sizes[] = {780, 700, 600, 0};
    struct flow flow = {0};
    flow_add(&flow, headline_of("主要关系到保密性：日记让无权看的人看到了。", sizes));
    assert_true(flow_fit(&fixture->view, &flow, 8400, 3000));
    assert_int_equal(flow.step, 1);
    assert_int_equal(flow.fits[0].lines.cuts, 0);
}

static void every_page_of_a_flow_begins_at_the_top(void **state) {
    struct fixture *fixture = *state;
    for (int32_t height = 1000; height < 3000; height += 100) {
        struct flow flow = {0};
        struct box box = {600, 1000, 8800, height};
        for (uint32_t i = 0; i < 5; i++) flow_add(&flow, block_of(i % 2 ? "短短的一句话。" : long_text));
        flow_fit(&fixture->view, &flow, box.w, box.h);
        int32_t highest = 0;
        for (uint32_t page = 0; page < flow.pages; page++) {
            uint32_t first = fixture->list.command_count;
            int32_t bottom = flow_paint(&fixture->view, &flow, box, page);
            assert_int_equal(fixture->list.commands[first].y, view_px(&fixture->view, box.y));
            if (bottom - box.y > highest) highest = bottom - box.y;
        }
        assert_in_range(flow.height, highest - 10, highest + 10);
        assert_true(flow.height <= box.h);
    }
}

/* A page that is not there is the one that comes round. */
static void pages_of_a_flow_go_round(void **state) {
    struct fixture *fixture = *state;
    struct flow flow = {0};
    struct box box = {600, 1000, 8800, 1200};
    for (uint32_t i = 0; i < 3; i++) flow_add(&flow, block_of(long_text));
    flow_fit(&fixture->view, &flow, box.w, box.h);
    flow_paint(&fixture->view, &flow, box, flow.pages);
    assert_true(str_starts(str_of(long_text), first_of(&fixture->list, DRAW_TEXT)->text));
}

/* The bar stands beside the source and beside nothing else. */
static void bar_of_a_source_is_as_high_as_the_source(void **state) {
    struct fixture *fixture = *state;
    struct flow flow = {0};
    struct flow_block source = block_of("出处：一份文件。"), second = block_of("它的第二行。");
    source.bar = second.bar = true;
    source.indent = second.indent = 200;
    flow_add(&flow, block_of("前面的话。"));
    flow_add(&flow, source);
    flow_add(&flow, second);
    flow_add(&flow, block_of("后面的话，也有一句。"));
    flow_fit(&fixture->view, &flow, 8800, 6000);
    flow_paint(&fixture->view, &flow, (struct box){600, 1000, 8800, 6000}, 0);
    const struct draw_command *texts[4] = {NULL}, *bar = first_of(&fixture->list, DRAW_RECT);
    for (uint32_t i = 0, n = 0; i < fixture->list.command_count; i++)
        if (fixture->list.commands[i].kind == DRAW_TEXT) texts[n++] = &fixture->list.commands[i];
    assert_true(bar->y > texts[0]->y + texts[0]->h && bar->y <= texts[1]->y);
    assert_true(bar->y + bar->h >= texts[2]->y + texts[2]->h && bar->y + bar->h < texts[3]->y);
    assert_true(texts[1]->x > texts[0]->x);
}

/* A block may take a line more only where the page has room for it, and only once. */
static void lines_to_spare_are_spent_once(void **state) {
    struct fixture *fixture = *state;
    static const int32_t sizes[] = {400, 0};
    const char *text = "陌生人打来电话，要你转账，先挂断。"; /* in 6 em three lines, better four */
    struct flow_block block = block_of(text);
    block.sizes = sizes;
    block.before = 0;
    for (int32_t spare = 0; spare <= 2; spare++) {
        struct flow flow = {0};
        flow_add(&flow, block);
        flow_add(&flow, block);
        int32_t three = 400 + 2 * 580;
        assert_true(flow_fit(&fixture->view, &flow, 2420, 2 * three + spare * 580 + 40));
        assert_int_equal(flow.fits[0].lines.count + flow.fits[1].lines.count, 6 + spare);
    }
}

/* A bold piece stands where it would stand in its line: the air between marks is not lost. */
static void bold_piece_keeps_its_place_in_the_line(void **state) {
    struct fixture *fixture = *state;
    struct flow flow = {0};
    struct flow_block block = block_of("出处：《安全》，它的话。");
    block.strong = STR("《安全》");
    flow_add(&flow, block);
    flow_fit(&fixture->view, &flow, 8800, 2000);
    flow_paint(&fixture->view, &flow, (struct box){600, 1000, 8800, 2000}, 0);
    const struct draw_command *texts = fixture->list.commands;
    assert_int_equal(fixture->list.command_count, 3);
    assert_int_equal(texts[1].color, COLOR_INK);
    assert_int_equal(texts[1].face, FACE_SANS_BOLD);
    int32_t whole = metrics_width(&metrics_plain, FACE_SANS, texts[0].size, block.text) / 64;
    int32_t painted =
        texts[2].x + metrics_width(&metrics_plain, FACE_SANS, texts[2].size, texts[2].text) / 64 - texts[0].x;
    assert_in_range(painted, whole - 3, whole + 3);
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
        cmocka_unit_test_setup_teardown(a_short_block_is_not_torn_by_a_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_short_paragraph_is_not_torn_by_a_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_flow_is_smaller_rather_than_cut_its_headline, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_page_of_a_flow_begins_at_the_top, set_up, tear_down),
        cmocka_unit_test_setup_teardown(pages_of_a_flow_go_round, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bar_of_a_source_is_as_high_as_the_source, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lines_to_spare_are_spent_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bold_piece_keeps_its_place_in_the_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(wedges_of_the_ring_keep_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_take_their_values_by_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_word_shouts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(more_right_answers_light_more_windows, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
