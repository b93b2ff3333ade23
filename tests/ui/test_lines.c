#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/random.h"
#include "base/utf8.h"
#include "ui/breaks.h"
#include "ui/known.h"
#include "ui/lines.h"

/* Lines of Chinese: nothing lost, nothing where it must not stand, balanced. */

static const char *const corpus[] = {
    "抢票那天，购票网站打不开了。受影响的是哪个特性？",
    "体检报告被人贴到网上，一个字没改。破坏的是哪个特性？",
    "2024年国家网络安全宣传周于9月9日至15日举行，重要活动在广州南沙举办，主题是“网络安全为人民，网络安全靠人民”。",
    "《人工智能安全治理框架》1.0版在高峰论坛主论坛上发布，约800人参加。",
    "“网数九条”扶持产业：最高奖励1000亿元的3%，不超过30个项目（试行）。",
    "网络安全——不只是专家的事……也是你我的事。",
    "GB/T 22239-2019《信息安全技术 网络安全等级保护基本要求》规定了第三级的240余项要求；C++程序也不例外。",
    "完整性管“有没有被改动”，这份报告一个字也没改。",
    "下列哪一项不属于《网络安全法》第二十一条规定的网络运营者应当履行的安全保护义务（单选）？",
    "问：“还在吗？”答：“在！”",
    "他说：《粤港澳携手共进　守护网安南大门》（2024年9月15日）值得一看。",
    "服务一断，伤的是可用性。票没被偷，数据也没被改，只是想用的人用不上。",
    "到2025年，规模超过1500亿元，年均增速超过15%。",
    "http://www.example.com/a/very/long/address/that/does/not/end/soon 打不开",
};
enum { CORPUS = sizeof corpus / sizeof corpus[0], SIZE = 40 };

struct fixture {
    struct arena arena;
};

static int set_up(void **state) {
    static struct fixture fixture;
    arena_init(&fixture.arena);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state) {
    arena_finish(&((struct fixture *)*state)->arena);
    return 0;
}

static struct lines broken(struct fixture *fixture, const char *text, int32_t ems) {
    return lines_break(str_of(text), ems * SIZE, 0, &metrics_plain, FACE_SANS, SIZE, &fixture->arena);
}

static uint32_t first_code(struct str text) {
    const char *at = text.at;
    return utf8_next(&at, text.at + text.len);
}

static uint32_t last_code(struct str text) {
    uint32_t code = 0;
    for (const char *at = text.at; at < text.at + text.len;) code = utf8_next(&at, text.at + text.len);
    return code;
}

static void add_letters(struct buf *out, struct str text) {
    for (const char *at = text.at, *end = at + text.len; at < end;) {
        const char *from = at;
        if (!code_is_blank(utf8_next(&at, end))) buf_add(out, from, (size_t)(at - from));
    }
}

static void every_character_is_kept_once(void **state) {
    for (uint32_t i = 0; i < CORPUS; i++)
        for (int32_t ems = 3; ems <= 30; ems++) {
            struct lines lines = broken(*state, corpus[i], ems);
            struct buf wanted, got;
            buf_init(&wanted);
            buf_init(&got);
            add_letters(&wanted, str_of(corpus[i]));
            for (uint32_t k = 0; k < lines.count; k++) add_letters(&got, lines.list[k].text);
            assert_string_equal(got.at, wanted.at);
            buf_finish(&wanted);
            buf_finish(&got);
        }
}

static void no_line_is_wider_than_the_measure(void **state) {
    for (uint32_t i = 0; i < CORPUS; i++)
        for (int32_t ems = 3; ems <= 30; ems++) {
            struct lines lines = broken(*state, corpus[i], ems);
            for (uint32_t k = 0; k < lines.count; k++)
                if (lines.list[k].width > ems * SIZE * 64)
                    fail_msg("%d em: “%.*s”", ems, (int)lines.list[k].text.len, lines.list[k].text.at);
        }
}

static void no_line_begins_or_ends_with_the_wrong_mark(void **state) {
    for (uint32_t i = 0; i < CORPUS; i++)
        for (int32_t ems = 6; ems <= 30; ems++) {
            struct lines lines = broken(*state, corpus[i], ems);
            for (uint32_t k = 0; k < lines.count && !lines.forced; k++) {
                struct str line = lines.list[k].text;
                if (k && code_closes(first_code(line)))
                    fail_msg("%d em begins: “%.*s”", ems, (int)line.len, line.at);
                if (k + 1 < lines.count && code_opens(last_code(line)))
                    fail_msg("%d em ends: “%.*s”", ems, (int)line.len, line.at);
            }
        }
}

/* At no width may a line break fall inside one of these. */
static void what_belongs_together_stays_together(void **state) {
    static const struct {
        const char *text, *whole;
    } rows[] = {{"网络安全——不只是专家的事", "——"},     {"网络安全……也是你我的事", "……"},
                {"约800人参加了高峰论坛", "800人"},     {"重要活动于9月15日结束", "15日"},
                {"最高奖励1000亿元的资金", "1000亿元"}, {"第3届宣传周在这里举行", "第3届"},
                {"增速超过了15%的目标值", "15%"},       {"框架1.0版在论坛上发布", "1.0版"},
                {"有240余项要求要做到", "240余项"},     {"安全的C++程序也不例外", "C++"},
                {"按顺序补上＿＿两个字吧", "＿＿"}};
    for (uint32_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        for (int32_t ems = 5; ems <= 12; ems++) {
            struct lines lines = broken(*state, rows[i].text, ems);
            bool found = false;
            for (uint32_t k = 0; k < lines.count; k++)
                found |= str_has(lines.list[k].text, str_of(rows[i].whole));
            if (!found) fail_msg("%d em: %s is cut", ems, rows[i].whole);
        }
}

static void quotes_may_begin_and_end_lines_on_their_outer_side(void **state) {
    struct lines lines = broken(*state, "主题是“为人民”的周", 4);
    assert_true(lines.count >= 2);
    assert_true(!lines.forced);
    assert_true(str_is(lines.list[1].text, "“为人民”") || str_starts(lines.list[1].text, STR("“")));
}

static void a_single_character_does_not_end_a_text_where_it_can_be_helped(void **state) {
    for (uint32_t i = 0; i < 9; i++)
        for (int32_t ems = 8; ems <= 24; ems++) {
            struct lines lines = broken(*state, corpus[i], ems);
            if (lines.count < 2 || lines.forced) continue;
            struct str last = lines.list[lines.count - 1].text;
            size_t letters = utf8_count(last) - code_closes(last_code(last));
            if (letters < 2) fail_msg("%d em: “%.*s”", ems, (int)last.len, last.at);
        }
}

static void lines_end_with_clauses_where_that_costs_little(void **state) {
    struct lines lines = broken(*state, "抢票那天，购票网站打不开了。受影响的是哪个特性？", 11);
    assert_int_equal(lines.count, 3);
    assert_true(str_is(lines.list[0].text, "抢票那天，"));
    assert_true(str_is(lines.list[1].text, "购票网站打不开了。"));
    assert_int_equal(lines.inner, 0);
}

static void line_breaks_of_the_author_are_obeyed(void **state) {
    struct lines lines = broken(*state, "病历被人\n悄悄改了，\n破坏的是？", 20);
    assert_int_equal(lines.count, 3);
    assert_true(str_is(lines.list[1].text, "悄悄改了，"));
}

static void a_closing_mark_hangs_and_an_opening_one_is_drawn_back(void **state) {
    struct lines lines = broken(*state, "为人民，", 20);
    assert_int_equal(lines.list[0].width, 4 * SIZE * 64 - SIZE * 32);
    lines = broken(*state, "《框架》", 20);
    assert_int_equal(lines.list[0].hang, SIZE * 64 * 46 / 100);
}

static void a_word_longer_than_the_measure_is_cut_and_said_so(void **state) {
    struct lines lines = broken(*state, "abcdefghijklmnopqrstuvwxyz", 5);
    assert_true(lines.forced);
    assert_true(lines.count > 2);
}

static void type_goes_down_until_the_text_fits(void **state) {
    struct fixture *fixture = *state;
    static const int32_t sizes[] = {80, 60, 40};
    struct fit_steps steps = {sizes, 3, 136, false};
    const char *text = "下列哪一项不属于网络运营者应当履行的安全保护义务";
    struct fit fit = fit_text(str_of(text), 800, 120, steps, &metrics_plain, FACE_SANS, &fixture->arena);
    assert_true(fit.fits);
    assert_int_equal(fit.size, 40);
    assert_true(fit_height(&fit) <= 120);
    fit = fit_text(str_of(text), 800, 40, steps, &metrics_plain, FACE_SANS, &fixture->arena);
    assert_false(fit.fits);
    assert_int_equal(fit.size, 40);
}

/* Upright and lying, as the attract screen sets them at 1920 × 1080. */
static void a_headline_is_smaller_rather_than_cut_a_word(void **state) {
    static const int32_t upright[] = {160, 140, 130, 119, 99, 89, 78, 67, 56},
                         lying[] = {136, 119, 108, 93, 80, 71, 63, 56};
    static const char *const headlines[] = {"厂家要远程维修地铁信号系统，怎么安排？",
                                            "有人出钱租你的银行卡和电话卡，怎么做？",
                                            "讲到全球互联网治理，强调以什么为根本？",
                                            "多少家国家级科研院所参加了2024年网络安全等级保护工作会议？"};
    struct fixture *fixture = *state;
    for (uint32_t i = 0; i < sizeof headlines / sizeof headlines[0]; i++)
        for (uint32_t stands = 0; stands < 2; stands++) {
            struct fit_steps steps = {stands ? upright : lying, stands ? 9 : 8, 118, true};
            struct fit fit = fit_text(str_of(headlines[i]), stands ? 950 : 907, stands ? 570 : 480, steps,
                                      &metrics_plain, FACE_SERIF_BOLD, &fixture->arena);
            assert_true(fit.fits);
            if (fit.lines.cuts) fail_msg("%s: a word is cut at %d px", headlines[i], fit.size);
        }
}

/* Four lines either way: at the larger size three of them end anywhere, at the smaller one one. */
static void a_headline_is_smaller_rather_than_cut_clauses(void **state) {
    static const int32_t sizes[] = {113, 104, 80};
    struct fixture *fixture = *state;
    struct fit_steps steps = {sizes, 3, 136, true};
    const char *text = "天地玄黄宇宙洪荒，日月盈昃辰宿列张。寒来暑往秋收冬藏闰余成岁律";
    struct fit fit =
        fit_text(str_of(text), 950, 580, steps, &metrics_plain, FACE_SERIF_BOLD, &fixture->arena);
    assert_true(fit.fits);
    assert_int_equal(fit.size, 104);
    assert_int_equal(fit.lines.count, 4);
    assert_int_equal(fit.lines.inner, 1);
}

/* 「、」 is no end of a clause, but nothing to be read past either. */
static void a_headline_that_ends_with_marks_is_taken_as_it_is(void **state) {
    static const int32_t sizes[] = {113, 96, 80};
    struct fixture *fixture = *state;
    struct fit_steps steps = {sizes, 3, 136, true};
    struct fit fit = fit_text(str_of("旧病历、旧账单以后都要留，到底应该怎么处理？"), 950, 580, steps,
                              &metrics_plain, FACE_SERIF_BOLD, &fixture->arena);
    assert_int_equal(fit.lines.inner, 0);
    assert_int_equal(fit.size, 96);
}

static void a_particle_begins_no_line_where_it_can_be_helped(void **state) {
    struct lines lines = broken(*state, "我们看到老人的用药情况", 7);
    assert_int_equal(lines.count, 2);
    assert_int_not_equal(first_code(lines.list[1].text), u'的');
    lines = broken(*state, "孩子和我了解此事", 6); /* 了 of a word is none */
    assert_true(str_is(lines.list[1].text, "了解此事"));
}

/* 「题名　报社　日期」 */
static void a_line_rather_ends_at_a_wide_blank(void **state) {
    struct lines lines = broken(*state, "2020年国家网络安全宣传周新闻发布会报道　新华网　2020-09-04", 21);
    assert_int_equal(lines.count, 2);
    assert_true(str_ends(lines.list[0].text, STR("发布会报道")));
    assert_int_equal(lines.inner, 0);
}

/* Any text: the programme never loses to its own greedy filling by more than one line, and never loops. */
static void any_run_of_characters_can_be_broken(void **state) {
    static const char *const parts[] = {"安", "，", "“", "”",  "《", "》", "——", "……", "9",  "日",
                                        "a",  "b ", " ", "。", "（", "）", "\n", "　", "％", "+"};
    struct fixture *fixture = *state;
    for (uint32_t seed = 0; seed < 3000; seed++) {
        struct buf text;
        buf_init(&text);
        uint32_t count = random_below(seed, 1, 0, 40);
        for (uint32_t i = 0; i < count; i++)
            buf_text(&text, parts[random_below(seed, 2, i, sizeof parts / sizeof parts[0])]);
        int32_t width = 20 + (int32_t)random_below(seed, 3, 0, 600);
        struct lines lines =
            lines_break(buf_get(&text), width, 0, &metrics_plain, FACE_SANS, SIZE, &fixture->arena);
        uint32_t fewest =
            lines_needed(buf_get(&text), width, &metrics_plain, FACE_SANS, SIZE, &fixture->arena);
        uint32_t paragraphs = 1;
        for (size_t i = 0; i < text.len; i++) paragraphs += text.at[i] == '\n';
        assert_in_range(lines.count, fewest, fewest + paragraphs);
        buf_finish(&text);
        arena_clear(&fixture->arena);
    }
}

/* Whether a line may break behind the first `bytes` of the text. */
static bool breaks_behind(const char *text, size_t bytes) {
    struct arena arena;
    arena_init(&arena);
    struct glyphs glyphs = glyphs_read(str_of(text), &metrics_plain, FACE_SANS, 48, &arena);
    bool breaks = false;
    for (uint32_t i = 1; i < glyphs.count; i++)
        if (glyphs.list[i].offset == bytes) breaks = glyphs.list[i].before != BREAK_NEVER;
    arena_finish(&arena);
    return breaks;
}

/* Each of these is answered otherwise by the Unicode of Debian 12 or by that of Debian 13. */
static void another_unicode_makes_no_difference(void **state) {
    (void)state;
    assert_true(breaks_behind("40%（试行）", strlen("40%")));
    assert_true(breaks_behind("他说，$9.99", strlen("他说，")));
    assert_true(breaks_behind("他说，−20℃", strlen("他说，")));
    assert_false(breaks_behind("和.NET", strlen("和.")));
}

/* Where a line may begin, whatever the widths. */
static void marks_and_numbers_break_where_they_may(void **state) {
    (void)state;
    static const struct {
        const char *before, *after;
        bool may;
    } rows[] = {{"100多", "项", false},      {"约￥", "（含税）", false}, {"达到40%", "〖试行〗", true},
                {"他说——", "5天后", true},   {"气温−", "20℃", false},     {"第一章　", "总则", false},
                {"第二节　", "义务", false}, {"第三条　", "国家", false}, {"第五编　", "附则", false},
                {"一章　", "总则", true},    {"于是＋", "86", false},     {"3～", "5天", false},
                {"三十", "多", false},       {"第三十", "一条", false},   {"1万", "亿元", false},
                {"到过九", "座城", false},   {"共十五", "场", false},     {"三十余", "家", false},
                {"由全国统一", "天线", true}};
    for (uint32_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[80];
        snprintf(text, sizeof text, "%s%s", rows[i].before, rows[i].after);
        if (breaks_behind(text, strlen(rows[i].before)) != rows[i].may)
            fail_msg("%s|%s", rows[i].before, rows[i].after);
    }
}

static struct lines broken_knowing(struct fixture *fixture, const char *name, const char *text, int32_t ems) {
    struct words_known known = known_none(&fixture->arena);
    struct metrics metrics = metrics_plain;
    known_add(&known, str_of(name));
    metrics.known = &known;
    return lines_break(str_of(text), ems * SIZE, 0, &metrics, FACE_SANS, SIZE, &fixture->arena);
}

/* The only other place for the break is a poor one, and still better. */
static void a_lonely_character_costs_more_than_an_uneven_line(void **state) {
    struct lines lines = broken_knowing(*state, "喀纳斯湖边", "在喀纳斯湖边，好", 7);
    assert_int_equal(lines.count, 2);
    assert_true(str_is(lines.list[0].text, "在"));
}

/* A name of more than six em and half a line is no reason for a gap; where it costs nothing it is whole. */
static void a_long_name_is_kept_only_where_that_costs_little(void **state) {
    static const char *const name = "乌兰察布草原小镇";
    struct lines lines = broken_knowing(*state, name, "见一下乌兰察布草原小镇", 10);
    assert_int_equal(lines.count, 2);
    assert_true(utf8_count(lines.list[0].text) > 3);
    lines = broken_knowing(*state, name, "请你见一下乌兰察布草原小镇", 9);
    assert_true(str_is(lines.list[0].text, "请你见一下")); /* uneven by three, but whole */
    lines = broken_knowing(*state, name, "请在秋天去往乌兰察布草原小镇看牛羊吧呀", 17);
    bool whole = false; /* under half a line: never cut */
    for (uint32_t i = 0; i < lines.count; i++) whole |= str_has(lines.list[i].text, str_of(name));
    assert_true(whole);
}

static void a_line_more_is_worth_ends_at_clauses(void **state) {
    const char *text = "陌生人打来电话，要你转账，先挂断。";
    struct fixture *fixture = *state;
    assert_int_equal(lines_needed(str_of(text), 6 * SIZE, &metrics_plain, FACE_SANS, SIZE, &fixture->arena),
                     3);
    struct lines lines = broken(fixture, text, 6);
    assert_int_equal(lines.count, 4);
    assert_true(str_is(lines.list[2].text, "要你转账，"));
}

/* What stands behind 》 in a name begins a line as well as anything else. */
static void a_name_may_be_left_behind_its_closing_mark(void **state) {
    struct fixture *fixture = *state;
    struct words_known known = known_none(&fixture->arena);
    struct metrics metrics = metrics_plain;
    known_add(&known, STR("《安全》框架"));
    metrics.known = &known;
    struct glyphs glyphs = glyphs_read(STR("《安全》框架"), &metrics, FACE_SANS, SIZE, &fixture->arena);
    assert_true(glyphs.list[2].inside & INSIDE_NAME);
    assert_false(glyphs.list[4].inside & INSIDE_NAME);
    assert_true(glyphs.list[5].inside & INSIDE_NAME);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_unicode_makes_no_difference),
        cmocka_unit_test(marks_and_numbers_break_where_they_may),
        cmocka_unit_test(a_lonely_character_costs_more_than_an_uneven_line),
        cmocka_unit_test(a_long_name_is_kept_only_where_that_costs_little),
        cmocka_unit_test(a_line_more_is_worth_ends_at_clauses),
        cmocka_unit_test(a_name_may_be_left_behind_its_closing_mark),
        cmocka_unit_test(every_character_is_kept_once),
        cmocka_unit_test(no_line_is_wider_than_the_measure),
        cmocka_unit_test(no_line_begins_or_ends_with_the_wrong_mark),
        cmocka_unit_test(what_belongs_together_stays_together),
        cmocka_unit_test(quotes_may_begin_and_end_lines_on_their_outer_side),
        cmocka_unit_test(a_single_character_does_not_end_a_text_where_it_can_be_helped),
        cmocka_unit_test(lines_end_with_clauses_where_that_costs_little),
        cmocka_unit_test(line_breaks_of_the_author_are_obeyed),
        cmocka_unit_test(a_closing_mark_hangs_and_an_opening_one_is_drawn_back),
        cmocka_unit_test(a_word_longer_than_the_measure_is_cut_and_said_so),
        cmocka_unit_test(type_goes_down_until_the_text_fits),
        cmocka_unit_test(a_headline_is_smaller_rather_than_cut_a_word),
        cmocka_unit_test(a_headline_is_smaller_rather_than_cut_clauses),
        cmocka_unit_test(a_headline_that_ends_with_marks_is_taken_as_it_is),
        cmocka_unit_test(a_particle_begins_no_line_where_it_can_be_helped),
        cmocka_unit_test(a_line_rather_ends_at_a_wide_blank),
        cmocka_unit_test(any_run_of_characters_can_be_broken),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
