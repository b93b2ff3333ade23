#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* 在四川成都召开: where something takes place. */

enum { LONGEST_PLACE = 24 };

static const struct char_row verbs[] = {
    W("举行"), W("召开"), W("举办"), W("开幕"), W("启动"),     W("拉开"),     W("揭幕"),     W("闭幕"),
    W("落幕"), W("落下"), W("开赛"), W("启幕"), W("组织召开"), W("揭牌"),     W("收官"),     W("开讲"),
    W("开营"), W("开班"), W("进行"), W("开展"), W("开启"),     W("亮相"),     W("设主会场"), W("设立主会场"),
    W("成立"), W("签约"), W("签署"), W("发布"), W("结束"),     W("圆满结束"), W("开馆"),     W("上演"),
    W("挂牌"), W("落成"), W("登场"), W("启航"), W("起航"),     W("开播"),     W("首演"),     W("展出"),
    W("放映"), W("打响"), W("奏响"), W("鸣锣"), W("集结"),     W("角逐"),     W("颁奖"),     W("首发"),
    W("首映"), W("会师"), WORDS_END};

/* 全国, 线上, 今年 are no places; what ends in 上 or 期间 is a time or a manner. */
static bool is_no_place(const uint32_t *begin, const uint32_t *end) {
    static const struct char_row ends[] = {W("上"),     W("期间"),   W("方面"),   W("中"),   W("下"),
                                           W("之际"),   W("时"),     W("后"),     W("前"),   W("内"),
                                           W("间"),     W("里"),     W("日"),     W("月"),   W("年"),
                                           W("基础"),   W("过程"),   W("领域"),   W("各地"), W("全国"),
                                           W("全省"),   W("全市"),   W("全区"),   W("线上"), W("全县"),
                                           W("同时"),   W("活动"),   W("会议"),   W("论坛"), W("当地"),
                                           W("现场"),   W("会上"),   W("会场"),   W("全会"), W("大会"),
                                           W("线下"),   W("国内"),   W("全球"),   W("多地"), W("周"),
                                           W("期"),     W("季"),     W("夜"),     W("晚"),   W("课"),
                                           W("平台"),   W("网站"),   W("公众号"), W("官网"), W("朋友圈"),
                                           W("微信群"), W("视频号"), W("客户端"), WORDS_END},
                                 inside[] = {W("的"), W("了"), W("是"), W("“"),    W("《"),  W("，"), W("对"),
                                             W("并"), W("将"), W("等"), W("各"),   W("以"),  W("为"), W("从"),
                                             W("由"), W("（"), W("、"), W("负责"), WORDS_END};
    if (char_words_before(begin, end, ends) || char_words_before(begin, end, names_not_places)) return true;
    struct char_filter filter = char_filter_of(inside);
    for (const uint32_t *at = begin; at < end; at++)
        if (char_may_begin(&filter, *at) && char_words_at(at, inside)) return true;
    return false;
}

/* 云汀大剧院（湖滨路1号）; the bracket within 三（2）班教室 stays. */
static uint32_t before_bracket(const struct reading *reading, uint32_t from, uint32_t to) {
    if (to <= from || reading->text[to - 1] != U'）') return to;
    for (uint32_t i = from + 1; i < to; i++)
        if (reading->text[i] == U'（') return i;
    return to;
}

/* 在学校, 在社区 may be any of them. */
static bool is_any(const uint32_t *begin, const uint32_t *end) {
    return char_words_before(begin, end, names_place_ends) == end - begin;
}

static void add_place(struct reading *reading, uint32_t from, uint32_t to, const char *attribute,
                      const char *reason) {
    const uint32_t *begin = reading->text + from, *end = reading->text + to;
    if (to <= from || to - from > LONGEST_PLACE || is_no_place(begin, end)) return;
    static const struct char_row leads[] = {W("本"), W("各"), W("该"), W("其"), W("我"), W("每"), WORDS_END};
    if (char_words_at(begin, leads) || char_is_digit(*begin) || reading->in_title ||
        (to - from == 1 && !names_is_place(begin, end)))
        return;
    struct find *find = find_add(reading, P_PLACE, DRAFT_PLACE, (struct span){from, to});
    find->confident = names_is_place(begin, end) && !is_any(begin, end);
    find->attribute = attribute;
    find->reason = find->confident ? reason : "像是地点，但不是常见的地名或场所";
}

/* To the verb; the end of the clause when there is none. */
static uint32_t verb_from(const struct reading *reading, uint32_t at) {
    for (uint32_t i = at; i < reading->end && i <= at + LONGEST_PLACE + 6; i++) {
        if (char_ends_clause(reading->text[i])) return 0;
        if (i > at && char_words_at(reading->text + i, verbs)) return i;
    }
    return 0;
}

/* 在…举行, 设在…, 地点在…. */
void find_places(struct reading *reading, uint32_t at) {
    static const struct char_row homes[] = {W("设"),   W("地点"),   W("地点设"),
                                            W("落户"), W("会场设"), WORDS_END};
    const uint32_t *text = reading->text;
    static const struct char_row offices[] = {W("办公室设"), W("秘书处设"), W("办设"), W("小组设"),
                                              WORDS_END},
                                 organs[] = {W("局"), W("处"), W("办"), W("委"),     W("厅"),
                                             W("部"), W("科"), W("股"), W("办公室"), WORDS_END};
    bool is_office = char_words_before(text + reading->begin, text + at, offices) > 0;
    bool is_home = char_words_before(text + reading->begin, text + at, homes) > 0;
    uint32_t end = is_home ? phrase_end(reading, at + 1) : verb_from(reading, at + 1);
    if (end && is_office && char_words_before(text + at, text + end, organs)) return; /* whose office it is */
    if (end)
        add_place(reading, at + 1, phrase_without_adverbs(reading, at + 1, end), "举办地点",
                  "在什么地方举行");
}

/* 云汀剧院、湖区体育馆: each of them. */
static void add_places(struct reading *reading, uint32_t from, uint32_t to) {
    const uint32_t *text = reading->text;
    uint32_t begin = from;
    for (uint32_t i = from; i <= to; i++) {
        if (i < to && text[i] != U'、') continue;
        add_place(reading, begin, before_bracket(reading, begin, i), "举办地点", "写明是地点");
        begin = i + 1;
    }
}

/* 地点：…; 营地：…, 主会场：… at the head of a line. */
void find_labelled_places(struct reading *reading, uint32_t at) {
    enum { LONGEST_LABEL = 5 };
    static const struct char_row labels[] = {W("地点："), W("地点为"),   W("地点是"),
                                             W("地址："), W("地点位于"), WORDS_END},
                                 heads[] = {W("地："), W("会场："), WORDS_END},
                                 kinds[] = {W("营"),   W("举办"), W("举行"), W("集合"), W("活动"),
                                            W("培训"), W("报到"), W("考试"), W("比赛"), WORDS_END};
    const uint32_t *text = reading->text;
    bool is_near = at - reading->begin <= LONGEST_LABEL &&
                   (text[at] != U'地' || char_words_before(text + reading->begin, text + at, kinds));
    uint32_t label = char_words_at(text + at, labels), head = is_near ? char_words_at(text + at, heads) : 0;
    uint32_t from = at + (label ? label : head), end = from;
    while (end < phrase_end(reading, from) && text[end] != ' ') end++;
    if (label || head) add_places(reading, from, end);
}

/* 广州作为主会场. */
void find_main_places(struct reading *reading, uint32_t at) {
    static const struct char_row words[] = {W("作为主会场"), W("作为分会场"), W("作为主办城市"),
                                            W("作为承办城市"), WORDS_END};
    uint32_t word = char_words_at(reading->text + at, words);
    if (word)
        add_place(reading, phrase_without_lead(reading, phrase_begin(reading, at), at), at,
                  reading->text[at + 2] == U'主' ? "主会场" : "会场", "写明是会场");
}
