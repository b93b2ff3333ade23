#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "exchange/import.h"

/* Whose a value is and what of it, on sentences of our own. A row is "type|subject|attribute|value"; a row of
   `open` says that nobody may be named: a wrong subject is worse than none. */

static void import_text(struct drafts *drafts, const char *text) {
    struct document document;
    drafts_init(drafts);
    document_read(&document, str_of(text), "a.txt");
    import_document(drafts, &document);
    document_finish(&document);
}

static const char *line_of(struct drafts *drafts, const struct draft *draft) {
    return arena_printf(&drafts->arena, "%s|%s|%s|%s", draft_type_words[draft->type], draft->subject,
                        draft->attribute, draft->values[0]);
}

static bool says(struct drafts *drafts, const char *row) {
    for (uint32_t i = 0; i < drafts->count; i++)
        if (strcmp(line_of(drafts, &drafts->list[i]), row) == 0) return true;
    return false;
}

struct row {
    const char *text, *row;
};

static void expect(const struct row *row) {
    struct drafts drafts;
    import_text(&drafts, row->text);
    bool found = says(&drafts, row->row);
    if (!found) print_error("in %s\nnot %s but\n", row->text, row->row);
    for (uint32_t i = 0; !found && i < drafts.count; i++)
        print_error("%s\n", line_of(&drafts, &drafts.list[i]));
    drafts_finish(&drafts);
    assert_true(found);
}

#define TITLE "---\ntitle: 2025年云汀网络安全周在湖区举行\ndate: 2025-09-16\n---\n\n"

static const struct row events[] = {
    {"湖岸论坛定于2025年9月9日在湖区礼堂举行。", "date|湖岸论坛|举办时间|2025年9月9日"},
    {"2025年9月9日，第三届“云帆杯”网络安全大赛在湖区礼堂落幕。",
     "date|第三届“云帆杯”网络安全大赛|闭幕时间|2025年9月9日"},
    {"“云帆杯”网络安全大赛\n\n2025年5月1日，大赛在湖区启动。",
     "date|“云帆杯”网络安全大赛|启动时间|2025年5月1日"},
    {TITLE "2025年9月9日上午，云汀网络安全周开幕式在湖区礼堂举行。",
     "date|云汀网络安全周|开幕时间|2025年9月9日"},
    {TITLE "本届网安周由云汀市教育局主办。", "organization|2025年云汀网络安全周|主办|云汀市教育局"},
    {TITLE "以“湖上同行”为主题，大家推动高质量发展。", "slogan|2025年云汀网络安全周|主题|湖上同行"},
    {TITLE "展览设在湖区礼堂东侧，面积约300平方米。", "place|展览|举办地点|湖区礼堂东侧"},
    {TITLE "展览设在湖区礼堂东侧，将持续到2025年9月21日。", "date|展览|结束时间|2025年9月21日"},
    {TITLE "下届大会将于2026年9月在松湖市举办。", "date|下届大会|举办时间|2026年9月"},
    {TITLE "下届大会将于2026年9月在松湖市举办。", "place|下届大会|举办地点|松湖市"},
    {"2025网安周｜2025年云汀网络安全周“湖岸论坛”在湖区举行\n\n论坛由云汀市教育局主办。",
     "organization|湖岸论坛|主办|云汀市教育局"},
};

static const struct row papers[] = {
    {"《湖区办法》已经通过，将于2025年11月1日正式施行。", "date|《湖区办法》|施行时间|2025年11月1日"},
    {"会议通过《湖区办法》，该办法自2025年5月1日起施行，有效期2年。", "number|《湖区办法》|有效期|2年"},
    {"次日（2025年9月10日），《湖区指引》发布。", "date|《湖区指引》|发布时间|2025年9月10日"},
    {"关于开展检查的通知\n\n请各单位自查。\n\n云汀市教育局\n\n2025年5月26日",
     "date|关于开展检查的通知|发布时间|2025年5月26日"},
    {"2025年湖岸论坛\n\n报名时间：2025年3月1日至4月10日",
     "date-range|2025年湖岸论坛|报名时间|2025年3月1日至4月10日"},
    {"依据《湖区办法》（云汀发〔2025〕3号）。", "version|《湖区办法》|文号|云汀发〔2025〕3号"},
    {"《湖区办法》由云汀市教育局牵头起草。", "organization|《湖区办法》|牵头|云汀市教育局"},
    {"由云汀市教育局、云汀市公安局组成联合检查组。", "organization-set|联合检查组|组成|云汀市教育局"},
    {"会上，云汀市教育局正式对湖区网络安全基地授牌。", "organization|湖区网络安全基地|授牌|云汀市教育局"},
    {"会上，云汀市教育局与云汀市公安局签署《湖区协议》。",
     "outcome|云汀市教育局与云汀市公安局|签署|《湖区协议》"},
};

static const struct row numbers[] = {
    {"云汀市公安局全年抓获嫌疑人283名，处置警情2954起。", "number|云汀市公安局|抓获嫌疑人|283名"},
    {"云汀市公安局全年抓获嫌疑人283名，处置警情2954起。", "number|云汀市公安局|处置警情|2954起"},
    {"截至2025年8月底，全市建成教育基地14个，入户率达到96.5%。", "percent|全市|入户率|96.5%"},
    {"湖东区登记服务器47台、域名26个。", "number|湖东区|域名|26个"},
    {"云汀公共数据平台已归集数据116亿条。", "number|云汀公共数据平台|归集数据|116亿条"},
    {TITLE "本次活动有约800人参加。", "number|2025年云汀网络安全周|参加人数|约800人"},
    {"云汀市公安局抓获嫌疑人283名，同比增长7.2%。", "percent|云汀市公安局|抓获嫌疑人同比增长|7.2%"},
    {"全市处置警情2954起；劝阻率达到96.5%。", "percent|全市|劝阻率|96.5%"},
    {"云汀市公安局抓获嫌疑人283名；处置警情2954起。", "number|云汀市公安局|处置警情|2954起"},
    {TITLE "来自14个省份的126支队伍报名。", "number|2025年云汀网络安全周|队伍报名|126支"},
    {TITLE "展览设在湖区礼堂东侧，面积约300平方米。", "number|展览|面积|约300平方米"},
    {TITLE "本届网安周分为湖东展厅、湖西展厅两个展区。", "set|2025年云汀网络安全周|展区|湖东展厅"},
    {TITLE "大会为期3天。", "number|2025年云汀网络安全周|为期|3天"},
    {TITLE "本届网安周首次联动湖区8个城市共同参与。", "number|2025年云汀网络安全周|城市|8个"},
    {TITLE "本届网安周分为湖东、湖西两个展区。", "number|2025年云汀网络安全周|展区|两个"},
    {TITLE "本届网安周由云汀市教育局等八部门联合主办。", "number|2025年云汀网络安全周|联合主办|八部门"},
};

static const struct row open[] = {
    {"云汀市公安局处置警情2954起；湖区一中开课，受益学生430名。", "number||受益学生|430名"},
    {"云汀市教育局授权湖区集团运营，授权期限五年。", "number||授权期限|五年"},
    {"云汀市公安局抓获嫌疑人283名，较此前最好结果高出7.2%。", "percent||较此前最好结果高出|7.2%"},
    {"云汀市公安局处置警情2954起；劝阻率达到96.5%。", "percent||劝阻率|96.5%"},
    {TITLE "大会吸引企业80家；校园登记学生430名。", "number||校园登记学生|430名"},
    {"湖区一周要闻\n\n湖岸论坛在湖区礼堂召开。\n\n约800人参加了活动。", "number||参加人数|约800人"},
    {TITLE "湖东区12家企业报名。", "number||企业报名|12家"},
    {"云汀市副市长罗静安表示，累计培训学员430名。", "number||培训学员|430名"},
    {TITLE "学校里登记学生430名。", "number||学校里登记学生|430名"},
    {"该账号编造谣言，阅读量为10万次。", "number||阅读量|10万次"},
    {"本报云汀9月15日电，记者报道。", "date|||9月15日"},
    {"9月9日以来，湖区举办了活动。", "date|||9月9日"},
    {"依据《湖区办法》，自2026年1月1日起实施。", "date||实施时间|2026年1月1日"},
    {"湖区一周要闻\n\n云汀市教育局对3家公司作出处罚决定。", "organization|处罚决定|作出|云汀市教育局"},
};

static const struct row said[] = {
    {"云汀市副市长罗静安出席。罗静安表示，湖区将办好这次论坛。", "speech|罗静安|表示|湖区将办好这次论坛"},
    {"云汀市副市长罗静安指着屏幕介绍，湖区将办好这次论坛。", "speech|罗静安|介绍|湖区将办好这次论坛"},
    {TITLE "会议提出“人人参与共守湖区”的目标。", "speech|2025年云汀网络安全周|提出|人人参与共守湖区"},
    {"“光听不练假把式。”云汀市副市长罗静安说。", "speech|罗静安|说|光听不练假把式。"},
    {"云汀市教育局负责人表示，下半年继续开展检查。", "speech|云汀市教育局负责人|表示|下半年继续开展检查"},
    {"有人说，天要下雨了，快收衣服。“天要下雨了啊”大家说。", "term|||天要下雨了啊"},
};

/* What is told as a list, or in other words of the same breath, is told once. */
static const struct row told_once[] = {
    {"云汀市副市长罗静安指出，要做好工作，一是抓责任；二是补短板。", "speech"},
    {"有人说，约有800人到场，都很高兴。", "speech"},
    {"云汀市副市长罗静安提出“人人参与共守湖区”。", "term"},
};

static void expect_all(const struct row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) expect(&rows[i]);
}

static void test_events_are_named_in_full_and_another_one_is_another(void **state) {
    (void)state;
    expect_all(events, sizeof events / sizeof events[0]);
}

static void test_papers_have_their_days_their_numbers_and_their_makers(void **state) {
    (void)state;
    expect_all(papers, sizeof papers / sizeof papers[0]);
}

static void test_numbers_belong_to_whoever_the_clause_speaks_of(void **state) {
    (void)state;
    expect_all(numbers, sizeof numbers / sizeof numbers[0]);
}

static void test_where_the_words_leave_it_open_nobody_is_named(void **state) {
    (void)state;
    expect_all(open, sizeof open / sizeof open[0]);
}

static void test_a_list_is_of_who_says_it_or_of_the_paper_before_it(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"湖区议事\n\n会议通过《湖区倡议》，提出以下主张：\n\n一、尊重规则，守信。\n\n二、共享信息，互助。\n\n三、培养人才，育人。",
         "ordered-list|《湖区倡议》|要点|尊重规则"},
        {"湖区议事\n\n罗静安指出，一是抓责任；二是补短板。", "ordered-list|罗静安|要点|抓责任"},
        {"湖区议事\n\n大家的不足：一是课程少；二是教师少。", "ordered-list||要点|课程少"}};
    expect_all(rows, sizeof rows / sizeof rows[0]);
}

static void test_what_is_said_is_his_who_is_named(void **state) {
    (void)state;
    expect_all(said, sizeof said / sizeof said[0]);
}

static void test_nothing_that_is_said_is_told_twice(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof told_once / sizeof told_once[0]; i++) {
        struct drafts drafts;
        import_text(&drafts, told_once[i].text);
        assert_int_not_equal(drafts.count, 0);
        for (uint32_t d = 0; d < drafts.count; d++)
            assert_string_not_equal(draft_type_words[drafts.list[d].type], told_once[i].row);
        drafts_finish(&drafts);
    }
}

static void test_a_clause_of_a_speech_is_never_confident(void **state) {
    (void)state;
    struct drafts drafts;
    import_text(&drafts, "云汀市副市长罗静安表示，湖区将办好这次论坛。罗静安强调“人人参与共守湖区”。");
    uint32_t sure = 0, unsure = 0;
    for (uint32_t d = 0; d < drafts.count; d++) {
        if (drafts.list[d].type != DRAFT_SPEECH) continue;
        sure += drafts.list[d].confident;
        unsure += !drafts.list[d].confident;
    }
    drafts_finish(&drafts);
    assert_int_equal(sure, 1); /* the words in quotation marks */
    assert_int_equal(unsure, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_events_are_named_in_full_and_another_one_is_another),
        cmocka_unit_test(test_papers_have_their_days_their_numbers_and_their_makers),
        cmocka_unit_test(test_numbers_belong_to_whoever_the_clause_speaks_of),
        cmocka_unit_test(test_where_the_words_leave_it_open_nobody_is_named),
        cmocka_unit_test(test_a_list_is_of_who_says_it_or_of_the_paper_before_it),
        cmocka_unit_test(test_what_is_said_is_his_who_is_named),
        cmocka_unit_test(test_nothing_that_is_said_is_told_twice),
        cmocka_unit_test(test_a_clause_of_a_speech_is_never_confident),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
