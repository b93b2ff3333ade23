#include "base/utf8.h"
#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* Places that are known by what they are, a hall or a square: in a column of a programme, right behind a
   time, behind 在 whatever was done there, behind 来到, and before 里 or 内. */

enum { LONGEST_VENUE = 24, LONGEST_END = 8 };

static const struct char_row venues[] = {
    W("大会堂"),       W("会堂"),     W("礼堂"),     W("报告厅"),   W("多功能厅"),     W("宴会厅"),
    W("演播厅"),       W("会议厅"),   W("音乐厅"),   W("展厅"),     W("会议室"),       W("教室"),
    W("机房"),         W("剧院"),     W("剧场"),     W("影院"),     W("影剧院"),       W("体育馆"),
    W("体育场"),       W("体育中心"), W("图书馆"),   W("博物馆"),   W("科技馆"),       W("文化馆"),
    W("展览馆"),       W("美术馆"),   W("纪念馆"),   W("文化宫"),   W("少年宫"),       W("会展中心"),
    W("博览中心"),     W("会议中心"), W("活动中心"), W("文化中心"), W("展示中心"),     W("展览中心"),
    W("国际会议中心"), W("广场"),     W("操场"),     W("田径场"),   W("公园"),         W("酒店"),
    W("宾馆"),         W("饭店"),     W("市场"),     W("商场"),     W("书店"),         W("书城"),
    W("实践所"),       W("实践站"),   W("实践中心"), W("码头"),     W("机场"),         W("登陆站"),
    W("地铁站"),       W("高铁站"),   W("火车站"),   W("步行街"),   W("集市"),         W("戏台"),
    W("大舞台"),       W("食堂"),     W("阅览室"),   W("活动室"),   W("党群服务中心"), W("便民服务中心"),
    W("文化站"),       W("文化广场"), W("培训基地"), W("实训基地"), W("教育基地"),     W("实践基地"),
    W("直播间"),       W("演播室"),   W("体验馆"),   W("体验中心"), W("展馆"),         W("花园"),
    W("篮球场"),       W("足球场"),   W("停车场"),   W("大院"),     W("院坝"),         W("祠堂"),
    W("凉亭"),         W("游客中心"), W("候车厅"),   W("候诊厅"),   WORDS_END};

/* Of these there are many: only where a name stands before it is it a place. */
static const struct char_row sites[] = {
    W("社区"),   W("幼儿园"),   W("村"),       W("街道"),   W("园区"),   W("医院"),     W("小区"),
    W("基地"),   W("党校"),     W("景区"),     W("商圈"),   W("夜市"),   W("老街"),     W("古镇"),
    W("大厦"),   W("工地"),     W("车间"),     W("厂区"),   W("营业厅"), W("大厅"),     W("产业园"),
    W("科技园"), W("研学营"),   W("养老院"),   W("敬老院"), W("福利院"), W("批发市场"), W("汽车站"),
    W("客运站"), W("市民中心"), W("政务中心"), WORDS_END};

/* A clause has no place in a name, nor have words that point at any venue at all. */
static bool ends_name(const uint32_t *at) {
    static const struct char_row inside[] = {
        W("的"),   W("了"),   W("是"),   W("着"),   W("并"),   W("将"),   W("等"),   W("各"),   W("以"),
        W("为"),   W("从"),   W("由"),   W("把"),   W("被"),   W("和"),   W("及"),   W("与"),   W("、"),
        W("“"),    W("《"),   W("（"),   W(" "),    W("每"),   W("一个"), W("某"),   W("这"),   W("那"),
        W("举办"), W("建设"), W("参观"), W("走进"), W("来到"), W("前往"), W("开展"), W("线上"), W("全国"),
        W("打造"), W("建成"), W("多个"), W("当地"), W("所有"), W("国内"), W("期间"), W("，"),   WORDS_END};
    return char_is_digit(*at) || char_words_at(at, inside);
}

static bool is_no_name(const uint32_t *begin, const uint32_t *end) {
    for (const uint32_t *at = begin; at < end; at++)
        if (ends_name(at)) return true;
    return char_ends_in(begin, end, names_not_places);
}

static bool ends_in_venue(const struct reading *reading, uint32_t from, uint32_t to) {
    return char_ends_in(reading->text + from, reading->text + to, venues);
}

/* 金水街道梧桐社区; 全市各社区, 农村 are any. */
static bool ends_in_site(const struct reading *reading, uint32_t from, uint32_t to) {
    enum { SHORTEST_NAME = 2 };
    static const struct char_row any[] = {
        W("全市"), W("全区"), W("全县"), W("部分"), W("我"),   W("本"),   W("该"),   W("其"),   W("有关"),
        W("相关"), W("许多"), W("不少"), W("所属"), W("辖区"), W("附近"), W("周边"), W("一些"), W("基层"),
        W("高等"), W("偏远"), W("农村"), W("乡村"), W("城乡"), W("重点"), W("中小"), W("社区"), W("试点"),
        W("示范"), W("自己"), W("他们"), W("我们"), W("同一"), W("另一"), W("两个"), W("三个"), W("学校"),
        W("校园"), W("城市"), W("沿海"), W("十里"), W("第"),   WORDS_END};
    const uint32_t *begin = reading->text + from;
    uint32_t site = char_words_before(begin, reading->text + to, sites);
    return site && to - from >= site + SHORTEST_NAME && !char_words_at(begin, any);
}

static bool was_found(const struct reading *reading, uint32_t from, uint32_t to) {
    enum { LAST = 24 };
    const struct finds *finds = reading->finds;
    for (uint32_t i = finds->count; i > 0 && i + LAST > finds->count; i--) {
        const struct find *find = &finds->list[i - 1];
        if (find->type == DRAFT_PLACE && find->value.from < to && find->value.to > from) return true;
    }
    return false;
}

static void add(struct reading *reading, uint32_t from, uint32_t to, bool confident, const char *reason) {
    bool is_place = ends_in_venue(reading, from, to) || ends_in_site(reading, from, to);
    bool fits = to > from + 1 && to - from <= LONGEST_VENUE && is_place;
    if (!fits || is_no_name(reading->text + from, reading->text + to) || was_found(reading, from, to)) return;
    struct find *find = find_add(reading, P_PLACE, DRAFT_PLACE, (struct span){from, to});
    find->attribute = "举办地点";
    find->confident = confident;
    find->reason = reason;
}

/* The last venue that ends before the words stop being a name; 0 when there is none. */
static uint32_t venue_end(const struct reading *reading, uint32_t from) {
    uint32_t end = 0;
    for (uint32_t i = from + 1; i < reading->end && i <= from + LONGEST_VENUE; i++) {
        if (char_ends_clause(reading->text[i - 1]) || ends_name(reading->text + i - 1)) break;
        if (ends_in_venue(reading, from, i) || ends_in_site(reading, from, i)) end = i;
        if (end && i >= end + LONGEST_END) break;
    }
    return end;
}

/* 在城东农贸市场卖豆腐: what is done there is not the event, so a person decides. */
void find_venues(struct reading *reading, uint32_t at) {
    static const struct char_row leads[] = {W("在"),   W("来到"), W("走进"),   W("走入"), W("参观"),
                                            W("前往"), W("抵达"), W("赶到"),   W("移步"), W("亮相"),
                                            W("设于"), W("位于"), W("坐落于"), W("现身"), WORDS_END},
                                 inner[] = {W("现在"), W("正在"), W("存在"), W("所在"), W("实在"), WORDS_END};
    const uint32_t *text = reading->text;
    uint32_t lead = char_words_at(text + at, leads), from = at + lead;
    if (!lead || reading->in_title || char_words_before(text + reading->begin, text + from, inner)) return;
    uint32_t end = venue_end(reading, from);
    uint32_t venue = end ? char_words_before(text + from, text + end, venues) : 0;
    bool is_named =
        end && (end - from > venue + 1 || (text[at] == U'在' && venue > 2)); /* 走进图书馆 is any */
    if (is_named) add(reading, from, end, false, "在什么场所，是不是举办地点要由人判断");
}

static bool begins_cell(const struct reading *reading, uint32_t at) {
    return at == reading->begin || reading->text[at - 1] == ' ' || reading->text[at - 1] == U'，';
}

static bool ends_cell(const struct reading *reading, uint32_t at) {
    uint32_t code = at < reading->document->count ? reading->text[at] : '\n';
    return code == ' ' || code == U'，' || code == '\n' || code == U'。' || code == U'（' || code == U'）';
}

/* Is what stands before the cell a time: 19:00，, 4月18日（星期六）上午  ? */
static bool is_behind_time(const struct reading *reading, uint32_t at) {
    static const struct char_row times[] = {W("上午"), W("下午"), W("晚上"), W("中午"), W("晚"),  W("时"),
                                            W("点"),   W("点半"), W("日"),   W("时许"), WORDS_END};
    const uint32_t *text = reading->text;
    uint32_t end = at;
    while (end > reading->begin && (text[end - 1] == ' ' || text[end - 1] == U'，' || text[end - 1] == U'）'))
        end--;
    bool is_clock = end > reading->begin + 3 && char_is_digit(text[end - 1]) &&
                    char_is_digit(text[end - 2]) && (text[end - 3] == ':' || text[end - 3] == U'：');
    return end < at && (is_clock || char_words_before(text + reading->begin, text + end, times));
}

/* 操场上, 报告厅的灯: the clause begins with the place. */
static bool is_before_inside(const struct reading *reading, uint32_t end) {
    static const struct char_row words[] = {W("上"),   W("里"),   W("内"),   W("外"),   W("的灯"),
                                            W("门口"), W("门前"), W("座无"), W("人头"), W("人山"),
                                            W("人潮"), W("热闹"), W("一角"), W("中央"), WORDS_END};
    return char_words_at(reading->text + end, words) > 0;
}

/* At the last character of a venue. */
void find_venue_cells(struct reading *reading, uint32_t at) {
    uint32_t end = at + 1, from = end;
    if (reading->in_title || !ends_in_venue(reading, reading->begin, end)) return;
    while (from > reading->begin && end - from <= LONGEST_VENUE && !begins_cell(reading, from)) from--;
    if (!begins_cell(reading, from)) return;
    bool is_cell = ends_cell(reading, end) && is_behind_time(reading, from);
    if (is_cell) add(reading, from, end, true, "写在时间后面的场所");
    if (!is_cell && is_before_inside(reading, end))
        add(reading, from, end, false, "句子里的场所，是不是举办地点要由人判断");
}
