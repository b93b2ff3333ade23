#include <string.h>

#include "exchange/char.h"
#include "exchange/link_parts.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* Who or what a clause speaks of: what stands at its head. A clause without a head goes on with that of the
   one before it; behind ； it does not, as there the next one is spoken of. */

static struct span closed_by(const struct reading *reading, uint32_t at, uint32_t close) {
    enum { LONGEST = 60 };
    for (uint32_t i = at + 1; i < reading->end && i < at + LONGEST; i++)
        if (reading->text[i] == close) return (struct span){at, i + 1};
    return (struct span){0, 0};
}

uint32_t link_verb_at(const uint32_t *at) {
    static const struct char_row verbs[] = {
        W("建成"), W("培训"), W("接待"), W("发现"), W("整改"), W("抓获"), W("打掉"), W("处置"), W("完成"),
        W("登记"), W("注销"), W("查处"), W("受理"), W("侦破"), W("挽回"), W("清理"), W("关停"), W("举办"),
        W("开展"), W("组织"), W("签署"), W("签订"), W("吸引"), W("征集"), W("评出"), W("投入"), W("发放"),
        W("培养"), W("服务"), W("申请"), W("捕获"), W("监测"), W("接收"), W("收录"), W("下架"), W("追回"),
        W("覆盖"), W("走遍"), W("劝阻"), W("走访"), W("摆出"), W("责令"), W("罚款"), W("设"),   W("新增"),
        W("招收"), W("聚集"), W("建设"), W("推出"), W("发出"), W("认定"), W("拥有"), W("集聚"), W("指导"),
        W("提供"), W("收回"), W("连续"), W("注资"), W("检查"), W("破获"), W("拦截"), W("升级"), W("改造"),
        W("提出"), W("联动"), W("打造"), W("研发"), W("孵化"), W("引进"), W("派出"), W("制作"), W("接报"),
        W("分为"), W("设有"), W("涵盖"), W("包含"), W("举行"), WORDS_END};
    uint32_t verb = char_words_at(at, verbs), next = verb ? at[verb] : 0;
    bool is_noun = next == U'率' || next == U'数' || next == U'额' || next == U'量' || next == U'者';
    return is_noun ? 0 : verb; /* 劝阻率 */
}

static struct span body_at(const struct reading *reading, uint32_t at, uint32_t end) {
    enum { LONGEST = 30 };
    static const struct char_row shorts[] = {W("集团"), W("公司"), W("学校"),
                                             W("医院"), W("协会"), WORDS_END},
                                 ends[] = {W("、"), W("授权"), W("委托"), W("授予"), W("主要"), WORDS_END},
                                 goes_on[] = {W("处理"), W("处罚"), W("处于"), W("办理"), W("办结"),
                                              W("办案"), W("部分"), W("会同"), W("会议"), W("会上"),
                                              W("行政"), W("组成"), W("组建"), W("社会"), W("处置"),
                                              W("部署"), WORDS_END};
    struct span found = {0, 0};
    for (uint32_t i = at + 2; i <= end && i <= at + LONGEST; i++) {
        const uint32_t *last = reading->text + i - 1;
        if (char_words_at(last, ends)) break;
        if (!phrase_is_body(reading, at, i)) continue;
        bool is_begun = char_words_at(last, goes_on) || link_verb_at(last); /* 公安局处置 */
        if (!is_begun) found = (struct span){at, i};
    }
    bool is_short = found.to == at + 2 && !char_words_at(reading->text + at, shorts); /* 但社 */
    return is_short ? (struct span){0, 0} : found;
}

/* Behind 白水县 in 白水县现有…; 北岑市基层干部提升班 is another name. */
static bool goes_on_as_region(const uint32_t *at) {
    static const struct char_row words[] = {W("现有"), W("已"),   W("共"),   W("累计"), W("将"),
                                            W("全年"), W("今年"), W("去年"), W("户籍"), W("是"),
                                            W("从"),   W("把"),   W("，"),   W("先后"), WORDS_END};
    return char_words_at(at, words) || link_verb_at(at) || char_is_digit(*at);
}

/* 全市, 白水县, 海沧新区. */
static struct span region_at(const uint32_t *text, uint32_t at, uint32_t end) {
    static const struct char_row whole[] = {W("全市"), W("全省"), W("全县"), W("全区"), W("全国"),
                                            W("我市"), W("我省"), W("我县"), W("我区"), WORDS_END},
                                 none[] = {W("地区"), W("社区"), W("小区"), W("园区"), W("城区"), W("校区"),
                                           W("市区"), W("灾区"), W("展区"), W("景区"), W("各区"), W("各县"),
                                           W("各市"), W("各省"), W("片区"), W("专区"), W("特区"), W("城市"),
                                           W("上市"), W("超市"), W("节省"), W("反省"), WORDS_END};
    uint32_t word = char_words_at(text + at, whole);
    uint32_t named = char_words_at(text + at, names_regions);
    if (named && goes_on_as_region(text + at + named)) return (struct span){at, at + named};
    if (char_is_digit(text[at]) || char_is_numeral(text[at])) return (struct span){0, 0};
    if (word) return (struct span){at, at + word};
    for (uint32_t i = at + 2; i < end && i < at + 5; i++) {
        uint32_t code = text[i];
        bool ends = code == U'市' || code == U'县' || code == U'省' || code == U'区';
        if (ends && !char_words_before(text + at, text + i + 1, none) && goes_on_as_region(text + i + 1))
            return (struct span){at, i + 1};
    }
    return (struct span){0, 0};
}

/* The person of a post that begins here, or whose name does. */
static struct span person_at(const struct linking *linking, const struct find *find, uint32_t at) {
    enum { NEAR = 24 };
    const struct find *first = linking->finds->list, *end = first + linking->finds->count;
    for (const struct find *other = find - first > NEAR ? find - NEAR : first;
         other < end && other < find + NEAR; other++)
        if (other->type == DRAFT_ROLE && other->confident && other->subject.to &&
            (other->value.from == at || other->subject.from == at))
            return other->subject;
    return (struct span){0, 0};
}

/* 该公司, 其: somebody, but who is not said. */
static bool points_elsewhere(const uint32_t *at) {
    static const struct char_row words[] = {
        W("该"), W("其中"), W("其"),   W("对方"), W("他"),   W("她"),   W("它"),   W("这"), W("那"),
        W("每"), W("各"),   W("我们"), W("下届"), W("下一"), W("上届"), W("上一"), W("某"), W("首批"),
        W("据"), W("平均"), W("同比"), W("环比"), W("较"),   W("比"),   WORDS_END};
    return char_words_at(at, words) > 0;
}

/* 甲、乙; 学校里: not that one alone. */
static bool is_part(const uint32_t *at) {
    static const struct char_row words[] = {W("、"), W("和"), W("与"), W("及"),  W("等"),
                                            W("里"), W("内"), W("外"), WORDS_END};
    return char_words_at(at, words) > 0;
}

/* 9月10日上午，… 2024年全市…: days and years that only say when. */
static uint32_t behind_day(const uint32_t *text, uint32_t at, uint32_t end) {
    static const struct char_row parts[] = {W("年"),   W("月"),     W("日"),     W("至"), W("底"), W("上午"),
                                            W("下午"), W("上半年"), W("下半年"), W("时"), W("—"),  WORDS_END};
    uint32_t from = at, behind = at;
    while (at < end) {
        uint32_t part = char_words_at(text + at, parts);
        if (!part && !char_is_digit(text[at])) break;
        at += part ? part : 1;
        if (part) behind = at;
    }
    return behind > from && char_is_digit(text[from]) ? behind : from;
}

static const struct char_row leads[] = {
    W("目前"),     W("其间"),   W("此外"),   W("同时"),     W("随后"),   W("会上"), W("截至目前"),
    W("报告期内"), W("据了解"), W("据介绍"), W("但"),       W("近年来"), W("今年"), W("去年"),
    W("为此"),     W("据"),     W("日前"),   W("近日"),     W("当日"),   W("当天"), W("近期"),
    W("论坛上"),   W("仪式上"), W("活动上"), W("现场"),     W("上午"),   W("下午"), W("晚上"),
    W("本月"),     W("次日"),   W("此前"),   W("首先"),     W("其次"),   W("最后"), W("另外"),
    W("截至"),     W("自"),     W("从"),     W("今年以来"), W("以来"),   W("期间"), W("底"),
    W("（"),       W(" "),      W("其后"),   W("并"),       W("还"),     W("也"),   WORDS_END};

struct char_filter link_leads(void) {
    return char_filter_of(leads);
}

uint32_t link_behind_leads(const struct linking *linking, uint32_t begin, uint32_t end) {
    const uint32_t *text = linking->document->text;
    begin = behind_day(text, begin, end);
    while (begin < end && char_may_begin(&linking->leads, text[begin])) {
        uint32_t lead = char_words_at(text + begin, leads);
        if (!lead) break;
        begin += lead;
    }
    return behind_day(text, begin, end);
}

/* 数据试验区旨在…, 南沙将…: what stands before such a word is the one spoken of. */
static struct span marked_at(const struct linking *linking, uint32_t at, uint32_t end) {
    enum { LONGEST = 20 };
    static const struct char_row marks[] = {W("作为"), W("旨在"), W("现有"), W("设在"),
                                            W("位于"), W("将"),   W("主要"), WORDS_END},
                                 odd[] = {W("的"), W("了"), W("对"), W("把"),   W("被"),   W("由"),
                                          W("在"), W("向"), W("从"), W("和"),   W("与"),   W("及"),
                                          W("也"), W("还"), W("都"), W("并"),   W("又"),   W("再"),
                                          W("为"), W("以"), W("要"), W("我们"), W("人员"), W("同时"),
                                          W("下"), W("使"), W("让"), WORDS_END};
    const uint32_t *text = linking->document->text;
    uint32_t mark = at;
    while (mark < end && mark < at + LONGEST && !char_words_at(text + mark, marks)) mark++;
    bool is_name = mark < end && mark >= at + 2 && mark < at + LONGEST && !char_is_digit(text[at]) &&
                   !char_is_numeral(text[at]) && !link_has_word(linking, at, mark, odd) &&
                   !link_verb_at(text + at);
    return is_name ? (struct span){at, mark} : (struct span){0, 0};
}

/* 该办法, 这部条例: the paper named last before. */
static struct span paper_meant(const struct linking *linking, const struct find *find, uint32_t at,
                               uint32_t *length) {
    enum { FAR = 200 };
    static const struct char_row lead[] = {W("该"), W("这部"), W("这份"), W("这一"), WORDS_END},
                                 word[] = {W("办法"), W("条例"), W("标准"), W("指南"), W("规定"), W("方案"),
                                           W("报告"), W("意见"), W("框架"), W("规范"), WORDS_END};
    const struct document *document = linking->document;
    const uint32_t *text = document->text;
    uint32_t points = char_words_at(text + at, lead),
             kind = points ? char_words_at(text + at + points, word) : 0;
    uint32_t least = at > FAR ? at - FAR : 0;
    uint32_t begin = document->paragraphs[link_sentence(linking, find)->paragraph].begin;
    *length = points + kind;
    if (!kind) return (struct span){0, 0};
    uint32_t close = at;
    while (close > least && close > begin && text[close - 1] != U'》') close--;
    uint32_t open = close;
    while (open > least && open > begin && text[open] != U'《') open--;
    bool is_title = close > open && text[open] == U'《';
    if (!is_title) return (struct span){0, 0};
    for (uint32_t i = open; i + kind < close; i++)
        if (memcmp(text + i, text + at + points, kind * sizeof *text) == 0) return (struct span){open, close};
    return (struct span){0, 0};
}

/* {0, 0} with `rest` behind the lead: the clause begins with nothing that is a name. */
static struct span name_at(struct linking *linking, const struct find *find, const struct reading *reading,
                           uint32_t at, uint32_t end) {
    const uint32_t *text = reading->text;
    struct span event = link_first_event(linking, at, end);
    if (event.to && event.from == at) return event;
    if (text[at] == U'《') return closed_by(reading, at, U'》');
    if (text[at] == U'“') {
        struct span quote = closed_by(reading, at, U'”');
        return quote.to > quote.from + 3 ? (struct span){quote.from + 1, quote.to - 1} : (struct span){0, 0};
    }
    struct span person = person_at(linking, find, at);
    if (person.to) return person;
    struct span body = body_at(reading, at, end);
    if (body.to) return body;
    struct span region = region_at(text, at, end);
    return region.to ? region : marked_at(linking, at, end);
}

static const char *read_head(struct linking *linking, const struct find *find, struct span clause,
                             uint32_t *rest) {
    struct reading reading = link_reading(linking, find->sentence);
    uint32_t at = link_behind_leads(linking, clause.from, clause.to),
             pointer = link_pointer_at(reading.text + at);
    *rest = at;
    if (at >= clause.to) return "";
    if (pointer && at + pointer <= clause.to) {
        *rest = at + pointer;
        return *linking->main ? linking->main : linking->whole;
    }
    uint32_t length;
    struct span paper = paper_meant(linking, find, at, &length);
    if (paper.to) *rest = at + length;
    if (paper.to) return link_kept(linking, paper);
    if (points_elsewhere(reading.text + at)) return "";
    struct span name = name_at(linking, find, &reading, at, clause.to);
    uint32_t behind = name.to + (reading.text[name.to] == U'”');
    if (!name.to || name.to > clause.to || is_part(reading.text + behind)) return "";
    *rest = behind;
    return link_kept(linking, name);
}

const char *link_head(struct linking *linking, const struct find *find, struct span clause, uint32_t *rest) {
    struct head *head = &linking->heads[clause.from % LINK_HEADS];
    if (!head->owner || head->begin != clause.from) {
        head->owner = read_head(linking, find, clause, &head->rest);
        head->begin = clause.from;
    }
    *rest = head->rest;
    return head->rest <= clause.to ? head->owner : "";
}

/* 祁连山策划的专栏《网事有数》，阅读量…: the one spoken of is what the clause ends in. */
static const char *owner_of_earlier(struct linking *linking, const struct find *find, struct span clause) {
    static const struct char_row of[] = {W("的"), WORDS_END};
    uint32_t rest;
    const char *owner = link_head(linking, find, clause, &rest);
    if (!*owner || owner == linking->main || !link_has_word(linking, rest, clause.to, of)) return owner;
    const uint32_t *text = linking->document->text;
    uint32_t open = clause.to - 1;
    if (text[open] != U'》') return "";
    while (open > rest && text[open] != U'《') open--;
    return link_kept(linking, (struct span){open, clause.to});
}

/* 罗静安表示，…: what follows is not of the one who says it. */
static bool ends_in_saying(const uint32_t *text, uint32_t begin, uint32_t end) {
    static const struct char_row verbs[] = {W("表示"), W("指出"), W("介绍"), W("说"),   W("透露"),
                                            W("认为"), W("强调"), W("提出"), W("显示"), W("表明"),
                                            W("坦言"), W("通报"), W("要求"), WORDS_END};
    return char_words_before(text + begin, text + end, verbs) > 0;
}

const char *link_owner(struct linking *linking, const struct find *find, uint32_t at, uint32_t *rest) {
    enum { CLAUSES = 6 };
    struct reading reading = link_reading(linking, find->sentence);
    uint32_t begin = phrase_begin(&reading, at);
    const char *owner = link_head(linking, find, (struct span){begin, at}, rest);
    bool is_other = false; /* behind ； another one may be spoken of, unless the clause begins with a deed */
    for (uint32_t i = 0; i < CLAUSES && !*owner; i++) {
        uint32_t mark = begin > reading.begin ? reading.text[begin - 1] : 0;
        bool goes_on = (mark == U'，' || mark == U'；') &&
                       (link_pointer_at(reading.text + begin) || !points_elsewhere(reading.text + begin));
        if (!goes_on) return "";
        is_other = is_other || (mark == U'；' && !link_verb_at(reading.text + begin));
        uint32_t end = begin - 1;
        begin = phrase_begin(&reading, end);
        if (ends_in_saying(reading.text, begin, end)) return "";
        owner = owner_of_earlier(linking, find, (struct span){begin, end});
    }
    bool is_region = strncmp(owner, "全", 3) == 0 || strncmp(owner, "我", 3) == 0;
    return is_other && !is_region ? "" : owner;
}

struct span link_paper(const struct document *document) {
    enum { FIRST = 4, LONGEST = 60 };
    static const struct char_row ends[] = {W("通知"), W("公告"), W("通报"), W("意见"), W("决定"), W("办法"),
                                           W("函"),   W("总结"), W("简报"), W("通告"), WORDS_END};
    for (uint32_t i = 0; i < document->paragraph_count && i < FIRST; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        uint32_t length = paragraph->end - paragraph->begin;
        if (length > 6 && length < LONGEST &&
            char_words_before(document->text + paragraph->begin, document->text + paragraph->end, ends))
            return (struct span){paragraph->begin, paragraph->end};
    }
    return (struct span){0, 0};
}
