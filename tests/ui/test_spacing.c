#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "ui/breaks.h"
#include "ui/common.h"
#include "ui/known.h"
#include "ui/lines.h"
#include "ui/spacing.h"

/* The air between characters, the words that lines are not broken in. */

enum { SIZE = 40, EM = SIZE * 64, HALF = EM / 2, QUARTER = EM / 4 };

static int32_t width_of(const char *text) {
    return metrics_width(&metrics_plain, FACE_SANS, SIZE, str_of(text));
}

/* What the characters would take up side by side. */
static int32_t plain_width_of(const char *text) {
    int32_t width = 0;
    for (const char *at = text, *end = text + strlen(text); at < end;)
        width += metrics_plain.advance(NULL, FACE_SANS, SIZE, utf8_next(&at, end));
    return width;
}

static void the_empty_half_between_two_marks_goes(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int32_t halves;
    } rows[] = {{"好，“好", 1},    {"好）。好", 1},     {"好”，好", 1},   {"好」。好", 1}, {"好。”（好", 2},
                {"好（“好", 1},    {"好’”。好", 2},     {"好“”好", 0},    {"好（）好", 0}, {"好，好。", 0},
                {"好：《好》", 1}, {"好》、《好》", 2}, {"好？”——好", 1}, {"好……”好", 0},  {"it’s", 1}};
    for (uint32_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int32_t less = plain_width_of(rows[i].text) - width_of(rows[i].text);
        if (less != rows[i].halves * HALF) fail_msg("%s: %d", rows[i].text, less);
    }
}

static void a_quarter_em_stands_between_chinese_and_latin(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int32_t quarters;
    } rows[] = {{"用Wi-Fi上网", 2}, {"2024年9月", 3},  {"2024", 0},       {"增15%的", 2},  {"用C++写", 2},
                {"用 Linux 好", 0}, {"（2024）年", 0}, {"在2024，好", 1}, {"“A”和“B”", 0}, {"第三章", 0}};
    for (uint32_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int32_t more = width_of(rows[i].text) - plain_width_of(rows[i].text);
        if (more != rows[i].quarters * QUARTER) fail_msg("%s: %d", rows[i].text, more);
    }
}

static void double_marks_are_one_unspaced_line(void **state) {
    (void)state;
    assert_int_equal(width_of("安——全"), 4 * EM);
    assert_int_equal(width_of("安……全"), 4 * EM);
    assert_int_equal(width_of("“安”"), 3 * EM);
}

static void a_narrow_quote_has_no_empty_half(void **state) {
    (void)state;
    struct pen pen = {0};
    pen_set(&pen, u'，', EM, SIZE);
    assert_int_equal(pen_gap(&pen, u'“', EM, SIZE), -HALF);
    pen_set(&pen, u'”', EM / 3, SIZE);
    assert_int_equal(pen_gap(&pen, u'，', EM, SIZE), 0);
}

/* The line's width is what a pen takes, without the halves that hang over. */
static void lines_are_as_wide_as_their_text_alone(void **state) {
    struct arena *arena = *state;
    const char *text =
        "2024年“国家网络安全宣传周”，9月9日至15日（共7天）在广州举行；《网络安全法》第21条说：“……”。用Wi-Fi，别用“123456”。";
    for (int32_t ems = 5; ems < 30; ems++) {
        struct lines lines = lines_break(str_of(text), ems * SIZE, 0, &metrics_plain, FACE_SANS, SIZE, arena);
        for (uint32_t i = 0; i < lines.count; i++) {
            const struct line *line = &lines.list[i];
            uint32_t last = 0;
            for (const char *at = line->text.at, *end = at + line->text.len; at < end;)
                last = utf8_next(&at, end);
            int32_t over = code_ink(last) == INK_LEFT ? HALF : 0;
            assert_int_equal(line->width + line->hang + over,
                             metrics_width(&metrics_plain, FACE_SANS, SIZE, line->text));
        }
    }
}

static bool is_before(const uint16_t *a, const uint16_t *b) {
    while (*a && *a == *b) a++, b++;
    return *a < *b;
}

static void the_common_words_are_in_order(void **state) {
    (void)state;
    assert_true(common_count() > 500);
    for (uint32_t i = 1; i < common_count(); i++) assert_true(is_before(common_word(i - 1), common_word(i)));
}

static void every_common_word_is_found(void **state) {
    (void)state;
    for (uint32_t i = 0; i < common_count(); i++) {
        uint32_t codes[COMMON_LONGEST], count = 0;
        for (const uint16_t *at = common_word(i); *at; at++) codes[count++] = *at;
        assert_int_equal(common_length(codes, count), count);
    }
    const uint32_t strange[] = {u'络', u'安', u'全', u'宣'};
    assert_int_equal(common_length(strange, 4), 0);
    assert_int_equal(common_length(strange + 1, 3), 2);
}

static struct lines broken(struct arena *arena, const struct words_known *known, const char *text,
                           int32_t ems) {
    struct metrics metrics = metrics_plain;
    metrics.known = known;
    return lines_break(str_of(text), ems * SIZE, 0, &metrics, FACE_SANS, SIZE, arena);
}

static bool keeps(const struct lines *lines, const char *word) {
    bool kept = false;
    for (uint32_t i = 0; i < lines->count; i++) kept |= str_has(lines->list[i].text, str_of(word));
    return kept;
}

static void a_name_of_the_content_stays_in_one_line(void **state) {
    struct arena *arena = *state;
    struct words_known known = known_none(arena);
    const char *text = "这座小城叫做喀纳斯湖畔镇它在很远很远的地方等着你来";
    uint32_t cut_without = 0;
    known_add(&known, STR("喀纳斯湖畔镇"));
    for (int32_t ems = 6; ems <= 20; ems++) {
        struct lines with = broken(arena, &known, text, ems), without = broken(arena, NULL, text, ems);
        if (!keeps(&with, "喀纳斯湖畔镇")) fail_msg("%d em cuts the name", ems);
        cut_without += !keeps(&without, "喀纳斯湖畔镇");
    }
    assert_true(cut_without > 0);
}

static void a_name_wider_than_the_line_is_broken_like_any_text(void **state) {
    struct arena *arena = *state;
    struct words_known known = known_none(arena);
    known_add(&known, STR("国家网络安全宣传周组织委员会"));
    struct lines lines = broken(arena, &known, "国家网络安全宣传周组织委员会", 6);
    assert_false(lines.forced);
    assert_true(keeps(&lines, "国家") && keeps(&lines, "网络安全") && keeps(&lines, "宣传周"));
}

static void a_word_is_not_cut_where_a_border_costs_nothing(void **state) {
    struct arena *arena = *state;
    static const struct {
        const char *text, *word;
        int32_t ems;
    } rows[] = {{"清空数据并恢复出厂设置", "恢复", 6},
                {"下列哪一项活动是国家网络安全宣传周的", "网络", 10},
                {"下列哪一项活动是国家网络安全宣传周的", "活动", 7},
                {"年度重要活动在古城西安举行", "西安", 11}};
    for (uint32_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct lines lines = broken(arena, NULL, rows[i].text, rows[i].ems);
        if (!keeps(&lines, rows[i].word)) fail_msg("%s is cut", rows[i].word);
        assert_int_equal(lines.cuts, 0);
    }
}

static void rough_spots_are_even(void **state) {
    struct arena *arena = *state;
    static const struct {
        const char *text, *whole;
    } rows[] = {{"他会用C++写程序也会画画", "C++"},           {"微软的．NET平台上的程序", "．NET"},
                {"第一章　总则和其他的规定", "第一章　总则"}, {"气温降到了−25℃左右", "−25℃"},
                {"要在3～5天之内改好口令", "3～5天"},         {"依照第二十一条的规定办理", "第二十一条"},
                {"最高可以奖励￥100万元整", "￥100万元"},     {"大约有1,000余人参加了", "1,000余人"},
                {"增长了±0.5%上下的样子", "±0.5%"},           {"电话从＋86开头的地方来", "＋86"}};
    for (uint32_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        for (int32_t ems = 6; ems <= 12; ems++) {
            struct lines lines = broken(arena, NULL, rows[i].text, ems);
            if (!keeps(&lines, rows[i].whole)) fail_msg("%d em: %s is cut", ems, rows[i].whole);
        }
}

static int set_up(void **state) {
    static struct arena arena;
    arena_init(&arena);
    *state = &arena;
    return 0;
}

static int tear_down(void **state) {
    arena_finish(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_empty_half_between_two_marks_goes),
        cmocka_unit_test(a_quarter_em_stands_between_chinese_and_latin),
        cmocka_unit_test(double_marks_are_one_unspaced_line),
        cmocka_unit_test(a_narrow_quote_has_no_empty_half),
        cmocka_unit_test(lines_are_as_wide_as_their_text_alone),
        cmocka_unit_test(the_common_words_are_in_order),
        cmocka_unit_test(every_common_word_is_found),
        cmocka_unit_test(a_name_of_the_content_stays_in_one_line),
        cmocka_unit_test(a_name_wider_than_the_line_is_broken_like_any_text),
        cmocka_unit_test(a_word_is_not_cut_where_a_border_costs_nothing),
        cmocka_unit_test(rough_spots_are_even),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
