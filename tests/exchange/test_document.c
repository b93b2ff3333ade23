#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "exchange/char.h"
#include "exchange/document.h"

/* From bytes to paragraphs: what is clutter, what was broken, and where each character stood. */

static struct document read(const char *text) {
    struct document document;
    document_read(&document, str_of(text), "folder/a.txt");
    return document;
}

static void expect_paragraph(struct document *document, uint32_t i, const char *expected) {
    assert_true(i < document->paragraph_count);
    const struct paragraph *paragraph = &document->paragraphs[i];
    assert_string_equal(
        char_text(&document->arena, document->text + paragraph->begin, paragraph->end - paragraph->begin),
        expected);
}

static void front_matter_is_no_text(void **state) {
    (void)state;
    struct document document = read(
        "---\ntitle: 云汀来信\nsource: 云汀在线\ndate: 2025-09-16\n---\n\n# 云汀来信\n\n云汀在线\n\n湖水清了。\n");
    assert_int_equal(document.flaw, DOCUMENT_SOUND);
    assert_string_equal(document.title, "云汀来信");
    assert_string_equal(document.publisher, "云汀在线");
    assert_int_equal(document.date, 20250916);
    assert_int_equal(document.paragraph_count, 2);
    assert_true(document.paragraphs[0].is_front);
    expect_paragraph(&document, 1, "湖水清了。");
    document_finish(&document);
}

static void what_follows_the_text_of_a_page_is_cut_off(void **state) {
    (void)state;
    struct document document =
        read("湖边的人们说起这几年的变化，都觉得日子越过越安稳了。\n\n![](a.png)\n\n**欢迎关注云汀**\n\n"
             "预览时标签不可点\n\n这是别的文章，一个字也不该读进来，否则就错了。\n");
    assert_int_equal(document.paragraph_count, 1);
    document_finish(&document);
}

/* The foot of a page says what may be done with it. */
static void what_is_said_to_other_papers_is_no_text(void **state) {
    (void)state;
    struct document document =
        read("湖边的人们说起这几年的变化，都觉得日子越过越安稳了。\n\n投稿请注明“湖声”\n\n"
             "投稿邮箱 hu@example.com\n\n转载请注明“云汀”\n\n未经许可不得转载\n\n"
             "未经授权，不得使用“云汀”二字\n");
    assert_int_equal(document.paragraph_count, 1);
    document_finish(&document);
}

static void buttons_above_the_text_do_not_end_it(void **state) {
    (void)state;
    struct document document =
        read("预览时标签不可点\n\n湖边的人们说起这几年的变化，都觉得日子越过越安稳了。\n");
    assert_int_equal(document.paragraph_count, 1);
    document_finish(&document);
}

static void the_head_of_a_page_is_no_text_and_has_its_date(void **state) {
    (void)state;
    struct document document = read(
        "云汀开会\n来源：云汀晚报　发布时间：2025-09-19 08:30　浏览量：2356次\n会议在云汀大剧院开了。\n");
    assert_int_equal(document.paragraph_count, 2);
    assert_int_equal(document.date, 20250919);
    document_finish(&document);
    document = read("云汀开会\n这些都由作者：由谁来定，发布时间：都要说清。\n会议在云汀大剧院开了。\n");
    assert_int_equal(document.paragraph_count, 3);
    document_finish(&document);
}

static void an_empty_body_says_so(void **state) {
    (void)state;
    struct document document =
        read("---\ntitle: 直播\n---\n\n# 直播\n\n![](a.png)\n\n预览时标签不可点\n\n赞\n");
    assert_int_equal(document.flaw, DOCUMENT_EMPTY);
    assert_string_equal(document_flaw_words[document.flaw], "正文为空");
    document_finish(&document);
}

static void readings_and_foreign_scripts_are_refused(void **state) {
    (void)state;
    struct document document = read("湖(hú)边(biān)的人们说(shuō)起变化。\n");
    assert_int_equal(document.flaw, DOCUMENT_GARBLED);
    document_finish(&document);
    document = read("湖边的人们說起這幾年的變化，都覺得網絡安全與實際應該對應發展。\n");
    assert_int_equal(document.flaw, DOCUMENT_TRADITIONAL);
    document_finish(&document);
    document = read("\xff\xfe\xff\x00\xd8\xff");
    assert_int_not_equal(document.flaw, DOCUMENT_SOUND);
    document_finish(&document);
}

static void a_character_knows_its_line_and_column(void **state) {
    (void)state;
    struct document document = read("湖边。\n\n  **云汀**市有 ８个湖。\n");
    expect_paragraph(&document, 1, "云汀市有8个湖。");
    struct piece place = document_place(&document, document.paragraphs[1].begin + 4);
    assert_int_equal(document.text[place.at], '8');
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 11); /* two blanks, two stars, 云汀, two stars, 市有, a blank */
    assert_int_equal(document_end_column(&document, place.at, place.at + 3), 14);
    document_finish(&document);
}

static void broken_lines_of_prose_are_joined(void **state) {
    (void)state;
    struct document document = read("湖边的人们说起这几年的变化，都觉得日子越来\n越安稳了。\n另起一行。\n");
    expect_paragraph(&document, 0, "湖边的人们说起这几年的变化，都觉得日子越来越安稳了。");
    expect_paragraph(&document, 1, "另起一行。");
    document_finish(&document);
}

static void labels_and_items_begin_a_line_of_their_own(void **state) {
    (void)state;
    struct document document =
        read("比赛分为三个阶段进行，具体的安排请看下面的说明\n决赛时间：2025年6月\n决赛地点：云汀大剧院\n");
    assert_int_equal(document.paragraph_count, 3);
    document_finish(&document);
    document = read(
        "云汀大会\n嘉宾是湖区安全实验室的首席科学家和律师事务所的高级合伙人\n14:00参观\n来宾请带好证件走云汀大剧院的东门进去看展览\n"
        "★请勿迟到\n请大家在云汀大剧院的东门外边排队等候工作人员的\n3:1战胜\n");
    assert_int_equal(document.paragraph_count, 6);
    document_finish(&document);
}

static void a_label_stands_before_a_blank_as_before_a_colon(void **state) {
    (void)state;
    struct document document = read(
        "第六届云汀大会\n会议地点\u3000云汀大剧院\n主\u3000\u3000办\u3000云汀数据研究会、云汀市湖区数据资源管理局\n"
        "承办单位 云汀大学\n组织 得力\n主办 方\n指导学生\u3000五人\n");
    assert_false(document.is_slides);
    expect_paragraph(&document, 1, "会议地点：云汀大剧院");
    expect_paragraph(&document, 2, "主办：云汀数据研究会、云汀市湖区数据资源管理局");
    expect_paragraph(&document, 3, "承办单位：云汀大学");
    expect_paragraph(&document, 4, "组织 得力");
    expect_paragraph(&document, 5, "主办 方");
    expect_paragraph(&document, 6, "指导学生 五人");
    assert_int_equal(document_place(&document, document.paragraphs[2].begin + 3).column, 5);
    document_finish(&document);
}

static void a_programme_in_columns_is_no_slide(void **state) {
    (void)state;
    struct document document = read(
        "云汀大会\n议程\n会议时间\u30004月18日\n08:30\u3000签到入场\n09:00\u3000致辞\n09:30\u3000报告\n10:00\u3000茶歇\n"
        "温馨提示\n请带好证件\n");
    assert_false(document.is_slides);
    document_finish(&document);
    document = read(
        "打卡攻略\n什么时候\n主会场：云汀剧院\n分会场：湖区体育馆\n有什么好玩的\n主办：云汀市网信办\n怎么去\n"
        "坐车去\n承办：云汀大学\n协办：云汀晚报社\n");
    assert_false(document.is_slides);
    document_finish(&document);
    document = read("打卡攻略\n什么时候\n宣讲人：云汀教研组\n先想再点\n有什么好玩的\n看清骗局\n怎么去\n"
                    "坐车去\n早点来\n谢谢观看\n");
    assert_true(document.is_slides);
    document_finish(&document);
}

static void slides_are_joined_by_the_width_of_their_boxes(void **state) {
    (void)state;
    struct document document = read(
        " 2025年云汀市网络安全周信息\n\n举办方\n\n云汀市教育局、云汀市公安\n\n局等部门\n\n活动举行地点\n\n云汀大剧院\n\n"
        "二是突出为民\n宗旨\n\n01\n\n先想再点\n 第二页\n\n搭建时间\n\n2025年\n\n9月7日\n");
    assert_true(document.is_slides);
    expect_paragraph(&document, 0, "2025年云汀市网络安全周信息");
    expect_paragraph(&document, 2, "云汀市教育局、云汀市公安局等部门");
    expect_paragraph(&document, 3, "活动举行地点");
    expect_paragraph(&document, 5, "二是突出为民宗旨");
    expect_paragraph(&document, 6, "先想再点");
    assert_int_equal(document.paragraphs[6].counter, 1);
    assert_int_equal(document.paragraphs[7].page, document.paragraphs[6].page + 1);
    expect_paragraph(&document, 9, "2025年9月7日");
    document_finish(&document);
}

static void the_head_of_a_slide_is_read_once(void **state) {
    (void)state;
    struct document document =
        read(" 云汀周四大特点\n\n先想再点\n 云汀周四大特点\n\n再看再转\n 云汀周四大特点\n\n最后再说\n");
    assert_true(document.is_slides);
    assert_int_equal(document.paragraph_count, 4);
    document_finish(&document);
}

static void a_notice_with_short_lines_is_no_slide(void **state) {
    (void)state;
    struct document document = read(
        "云汀少年比赛公告\n\n主办单位：云汀大学\n报名时间：3月1日\n决赛时间：6月1日\n决赛地点：云汀大剧院\n\n"
        "奖项共有三个等级，另设优秀组织奖。\n\n比赛不收费。\n\n云汀大学\n");
    assert_false(document.is_slides);
    document_finish(&document);
}

static void sentences_end_behind_their_quotation_mark(void **state) {
    (void)state;
    struct document document = read("他说：“湖水清了。”大家都笑。\n");
    assert_int_equal(document.sentence_count, 2);
    assert_int_equal(document.text[document.sentences[0].end - 1], U'”');
    document_finish(&document);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(front_matter_is_no_text),
        cmocka_unit_test(what_follows_the_text_of_a_page_is_cut_off),
        cmocka_unit_test(what_is_said_to_other_papers_is_no_text),
        cmocka_unit_test(buttons_above_the_text_do_not_end_it),
        cmocka_unit_test(the_head_of_a_page_is_no_text_and_has_its_date),
        cmocka_unit_test(an_empty_body_says_so),
        cmocka_unit_test(readings_and_foreign_scripts_are_refused),
        cmocka_unit_test(a_character_knows_its_line_and_column),
        cmocka_unit_test(broken_lines_of_prose_are_joined),
        cmocka_unit_test(labels_and_items_begin_a_line_of_their_own),
        cmocka_unit_test(a_label_stands_before_a_blank_as_before_a_colon),
        cmocka_unit_test(a_programme_in_columns_is_no_slide),
        cmocka_unit_test(slides_are_joined_by_the_width_of_their_boxes),
        cmocka_unit_test(the_head_of_a_slide_is_read_once),
        cmocka_unit_test(a_notice_with_short_lines_is_no_slide),
        cmocka_unit_test(sentences_end_behind_their_quotation_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
