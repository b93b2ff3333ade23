#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "quiz/flaw.h"

/* A sound question, and each flaw planted in it. */

static const struct source source = {.id = "s", .title = "公告", .publisher = "测试社", .date = "2024-09-02"};
static struct question question;
static struct arena scratch;

static int sound(void **state) {
    (void)state;
    arena_init(&scratch);
    question = (struct question){.id = "x",
                                 .fact = "x",
                                 .topic = "",
                                 .emphasis = "",
                                 .hint = "",
                                 .quote = "",
                                 .note = "",
                                 .form = FORM_SINGLE,
                                 .stem = "活动在哪座城市举行？",
                                 .options = {"广州", "福州", "合肥", "昆明"},
                                 .option_count = 4,
                                 .key = {.count = 1, .picks = {0}},
                                 .explanation = "活动在广州举行。",
                                 .source = &source,
                                 .image = ""};
    return 0;
}

static int finish(void **state) {
    (void)state;
    arena_finish(&scratch);
    return 0;
}

static void give(const char *a, const char *b, const char *c, const char *d) {
    question.options[0] = a;
    question.options[1] = b;
    question.options[2] = c;
    question.options[3] = d;
}

static enum flaw found(void) {
    return question_flaw(&question, &scratch);
}
static bool warns_of(enum flaw flaw) {
    return question_flaws(&question, &scratch) >> flaw & 1;
}

static void a_sound_question_has_no_flaw(void **state) {
    (void)state;
    assert_int_equal(question_flaws(&question, &scratch), 0);
}

static void options_that_say_the_same_are_found(void **state) {
    (void)state;
    give("9月9日", "9月9号", "9月10日", "9月11日");
    assert_int_equal(found(), FLAW_SAME_OPTIONS);
}

static void all_of_these_is_found(void **state) {
    (void)state;
    question.options[3] = "以上都是";
    assert_int_equal(found(), FLAW_ALL_OF_THESE);
}

static void numbered_combinations_are_found(void **state) {
    (void)state;
    give("①②", "①③", "②③", "①②③");
    assert_int_equal(found(), FLAW_NUMBERED);
}

static void a_negative_must_be_stressed(void **state) {
    (void)state;
    question.stem = "下列哪座城市不属于举办城市？";
    assert_int_equal(found(), FLAW_NEGATIVE);
    question.emphasis = "不属于";
    assert_int_equal(found(), FLAW_NONE);
    question.emphasis = "没有";
    assert_int_equal(found(), FLAW_NEGATIVE);
}

static void a_negative_inside_a_scene_or_a_quotation_is_none(void **state) {
    (void)state;
    question.stem = "服务器坏了，没有备份。这关系到哪座城市？";
    assert_int_equal(found(), FLAW_NONE);
    question.stem = "“信息没有被改动”说的是哪座城市？";
    assert_int_equal(found(), FLAW_NONE);
}

static void a_key_with_another_unit_is_found(void **state) {
    (void)state;
    give("20家", "30个", "40个", "50个");
    assert_int_equal(found(), FLAW_UNIT_CUE);
}

static void a_key_with_a_hedge_of_its_own_is_found(void **state) {
    (void)state;
    give("约20个", "30个", "40个", "50个");
    assert_int_equal(found(), FLAW_HEDGE_CUE);
}

static void a_key_in_book_marks_of_its_own_is_found(void **state) {
    (void)state;
    give("《治理框架》", "合规指引", "年度报告", "行动计划");
    assert_int_equal(found(), FLAW_MARKS_CUE);
    give("《治理框架》", "《合规指引》", "年度报告", "行动计划");
    assert_int_equal(found(), FLAW_NONE);
}

static void a_key_with_a_stop_of_its_own_is_found(void **state) {
    (void)state;
    give("广州。", "福州", "合肥", "昆明");
    assert_int_equal(found(), FLAW_STOP_CUE);
}

static void days_inside_days_are_found(void **state) {
    (void)state;
    give("9月9日至15日", "9月10日至12日", "9月16日至22日", "10月1日至7日");
    assert_int_equal(found(), FLAW_OVERLAP);
    give("9月9日至15日", "9月11日至17日", "9月16日至22日", "10月1日至7日");
    assert_int_equal(found(), FLAW_NONE);
}

static void numbers_that_include_each_other_are_found(void **state) {
    (void)state;
    give("超过100亿元", "500亿元", "800亿元", "900亿元");
    assert_true(warns_of(FLAW_OVERLAP));
}

static void numbers_out_of_order_are_found(void **state) {
    (void)state;
    give("42个", "21个", "73个", "84个");
    assert_int_equal(found(), FLAW_UNSORTED);
}

static void a_doubled_word_is_found(void **state) {
    (void)state;
    question.stem = "这项活动的目的是（　）";
    give("是交流", "是学习", "是展示", "是比赛");
    assert_int_equal(found(), FLAW_DOUBLED);
}

static void a_key_in_the_stem_is_found(void **state) {
    (void)state;
    question.stem = "广州的活动在哪座城市举行？";
    assert_int_equal(found(), FLAW_KEY_IN_STEM);
}

static void a_stem_about_nothing_is_found(void **state) {
    (void)state;
    question.stem = "下列说法正确的是？";
    assert_int_equal(found(), FLAW_UNFOCUSED);
}

static void a_question_without_source_or_explanation_is_found(void **state) {
    (void)state;
    question.source = NULL;
    assert_int_equal(found(), FLAW_NO_SOURCE);
    question.source = &source;
    question.explanation = "";
    assert_int_equal(found(), FLAW_NO_EXPLANATION);
}

static void an_explanation_that_names_a_letter_is_found(void **state) {
    (void)state;
    question.explanation = "答案是A。";
    assert_int_equal(found(), FLAW_ANSWER_LETTER);
}

static void warnings_stop_nothing(void **state) {
    (void)state;
    give("广州市南沙区国际会展中心", "福州", "合肥", "昆明");
    assert_true(warns_of(FLAW_LONGEST_KEY));
    assert_int_equal(found(), FLAW_NONE);
    give("广州", "所有城市", "合肥", "昆明");
    assert_true(warns_of(FLAW_ABSOLUTE_WORDS));
    give("广州", "通常在福州", "合肥", "昆明");
    assert_true(warns_of(FLAW_VAGUE_WORDS));
    give("在哪座山", "福州", "合肥", "昆明");
    assert_true(warns_of(FLAW_REPEATED_WORDS));
    question.stem = "在（　）举行的是这项全国都知道的活动，对吧？";
    assert_true(warns_of(FLAW_EARLY_BLANK));
}

static void every_flaw_has_a_title(void **state) {
    (void)state;
    for (int flaw = 0; flaw < FLAWS; flaw++) assert_non_null(flaw_title((enum flaw)flaw));
    assert_true(flaw_is_critical(FLAW_ANSWER_LETTER));
    assert_false(flaw_is_critical(FLAW_LONGEST_KEY));
}

#define FLAWED(test) cmocka_unit_test_setup_teardown(test, sound, finish)

int main(void) {
    const struct CMUnitTest tests[] = {
        FLAWED(a_sound_question_has_no_flaw),
        FLAWED(options_that_say_the_same_are_found),
        FLAWED(all_of_these_is_found),
        FLAWED(numbered_combinations_are_found),
        FLAWED(a_negative_must_be_stressed),
        FLAWED(a_negative_inside_a_scene_or_a_quotation_is_none),
        FLAWED(a_key_with_another_unit_is_found),
        FLAWED(a_key_with_a_hedge_of_its_own_is_found),
        FLAWED(a_key_in_book_marks_of_its_own_is_found),
        FLAWED(a_key_with_a_stop_of_its_own_is_found),
        FLAWED(days_inside_days_are_found),
        FLAWED(numbers_that_include_each_other_are_found),
        FLAWED(numbers_out_of_order_are_found),
        FLAWED(a_doubled_word_is_found),
        FLAWED(a_key_in_the_stem_is_found),
        FLAWED(a_stem_about_nothing_is_found),
        FLAWED(a_question_without_source_or_explanation_is_found),
        FLAWED(an_explanation_that_names_a_letter_is_found),
        FLAWED(warnings_stop_nothing),
        FLAWED(every_flaw_has_a_title),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
