#include "rows.h"

/* Numbers and shares: with all that hedges them, and nothing that only looks like one. */

static const struct row found[] = {
    {"约800人到场。", "number|约800人"},
    {"完成备案1,386个。", "number|1,386个"},
    {"单个场景最高补贴300万元。", "number|最高300万元"},
    {"单次最高达260万元。", "number|最高达260万元"},
    {"培训1200余名志愿者。", "number|1200余名"},
    {"每队2至3人。", "number|2至3人"},
    {"设三个展区。", "number|三个"},
    {"试用三个月。", "number|三个月"},
    {"该手法约占三成。", "percent|约三成"},
    {"有效期2年。", "number|2年"},
    {"占比五成以上。", "percent|五成以上"},
    {"高危漏洞占三分之一。", "percent|三分之一"},
    {"整改率98.2%。", "percent|98.2%"},
    {"最后一项还不到两成。", "percent|不到两成"},
    {"家长问卷：八成以上的家庭说好了。", "percent|八成以上"},
    {"从业10余年。", "number|10余年"},
    {"仅有一成的人会看。", "percent|一成"},
    {"覆盖3000万网民。", "number|3000万"},
    {"会议在大厦8层开。", "B:number|8层"},
    {"占三分之一强，约380个。", "percent|三分之一强"},
    {"六成多的人会看。", "percent|六成多"},
    {"超过一半的人会看。", "percent|超过一半"},
    {"近半数居民会看。", "percent|近半数"},
    {"补贴比例为5%至8%。", "percent|5%至8%"},
    {"借出143次，是平时的3倍多。", "number|3倍多"},
    {"不得超过30分钟。", "number|不得超过30分钟"},
    {"单张不小于2MB。", "number|不小于2MB"},
    {"已突破了3000人。", "number|突破了3000人"},
    {"来了十来个学生。", "number|十来个"},
    {"需要20分钟至30分钟。", "number|20分钟至30分钟"},
    {"在这里卖了十一年豆腐。", "number|十一年"},
    {"请在15日内答复。", "number|15日"},
    {"“我们只有九座岛，却有十一条海缆。”他说。", "B:number|十一条"},
    {"问题限期一个月整改。", "number|一个月"},
    {"到期自动顺延一年。", "number|一年"},
    {"访问18至69周岁居民。", "number|18至69周岁"},
    {"过去12个月里没有出事。", "B:number|12个月"},
    {"到场超过6000人，而保安给出的数字是5200人左右。", "B:number|超过6000人"},
    {"修复要17天。另一家公司给出的时间则是22天。", "B:number|22天"},
    {"收入84.5亿元[2]，增长12.4%；企业43户。\n\n[2] 收入为初步核算数。", "B:percent|12.4%"},
    {"收入84.5亿元[2]，增长12.4%；企业43户。\n\n[2] 收入为初步核算数。", "number|43户"},
    {"事件有10382起[1]。\n\n[1] 部分数据有舍入。", "number|10382起"},
    {"男生30人，女生则是20人。", "number|20人"},
    {"在手订单约为15亿元。", "number|约15亿元"},
    {"整改隐患1 286个。", "B:number|1 286个"},
    {"今年前8个月有23起。", "B:number|8个月"},
    {"前8名选手晋级。", "number|8名"},
    {"去年，社区发生案件11起。", "B:number|11起"},
    {"上届大赛共有252支队伍参赛。", "B:number|252支"},
    {"今年，社区发生案件11起。", "number|11起"},
    {"去年有11起，今年只有2起。", "B:number|11起"},
    {"去年有11起，今年只有2起。", "number|2起"},
    {"案件比去年减少3起。", "number|3起"},
    {"志愿者3260人，团市委统计的数字是3185人，口径不一致。", "B:number|3260人"},
    {"志愿者3260人，团市委统计的数字是3185人，口径不一致。", "B:number|3185人"},
    {"规模为186亿元，另一处公布的数据为179亿元，统计范围有所不同。", "B:number|186亿元"},
    {"避免损失746万元。据县公安局通报，同期拦截761万元。", "B:number|746万元"},
    {"学生300人，老师20人，名额不同。", "number|300人"},
};

static const struct row left_alone[] = {
    {"约800人到场。", "number|800人"},               /* a hedge is never lost */
    {"单个场景最高补贴300万元。", "number|300万元"}, /* nor one that stands apart */
    {"十分重要的一个问题。", "number|十分"},
    {"第3次会议。", "number|3次"},
    {"20时05分，警报响了。", "number|05分"},
    {"云汀开会\n来源：云汀晚报\u3000作者：汪一苇\u3000浏览量：2356次\n会议开了。", "number|2356次"},
    {"在手订单约为15亿元。", "number|15亿元"},
    {"整改隐患1 286个。", "number|286个"},
    {"拨打110 300名群众到场。", "B:number|110 300"},
    {"现场签约3家企业。", "number|约3家"},
    {"单张不小于2MB。", "number|小于2MB"},
    {"附近5家商户参加。", "number|近5家"},
    {"取得技术突破3项。", "number|突破3项"},
    {"网上三个平台停用。", "number|上三个"},
    {"报名人数三百人。", "number|数三百人"},
    {"三年行动计划印发。", "number|三年"},
    {"三部委发文。", "number|三部"},
    {"发布了2025年计划。", "number|2025年"},
    {"五个一工程启动。", "number|五个"},
    {"三位一体推进。", "number|三位"},
    {"落实“四个一”要求。", "number|四个"},
    {"打造‘三本账’。", "number|三本"},
    {"说起一个月的工作。", "number|一个月"},
    {"近一年来，大家都忙。", "number|一年"},
    {"这是一周要闻。", "number|一周"},
    {"三成员单位参加。", "percent|三成"},
    {"占98%强化管理。", "percent|98%强"},
    {"做法一成不变。", "percent|一成"},
    {"3000万里挑一。", "number|3000万"},
    {"近十年变化大。", "number|十年"},
    {"这是另一半。", "percent|一半"},
    {"大多数人同意。", "percent|多数"},
    {"从30%到50%。", "percent|30%到50%"},
    {"7×24小时值守。", "number|24小时"},
    {"三个多边形。", "number|三个多"},
    {"未来三年投入1亿元。", "number|三年"},
    {"该手法约占三成。", "percent|三成"}, /* nor the one in front of 占 */
    {"走进千家万户。", "number|千家"},
    {"近三年收入增长。", "number|三年"},
    {"湖边。\n1.1 本办法管数据。慢慢来。", "number|1.1本"},
    {"湖边。\n2 组织体系", "number|2组"},
    {"360集团的人说了。", "number|360集"},
};

static void amounts_are_found_with_their_hedges(void **state) {
    (void)state;
    expect_rows(found, sizeof found / sizeof found[0], true);
}

static void what_is_no_amount_is_left_alone(void **state) {
    (void)state;
    expect_rows(left_alone, sizeof left_alone / sizeof left_alone[0], false);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_are_found_with_their_hedges),
        cmocka_unit_test(what_is_no_amount_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
