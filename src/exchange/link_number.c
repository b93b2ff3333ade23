#include <string.h>

#include "exchange/char.h"
#include "exchange/link_parts.h"
#include "exchange/phrase.h"

/* What there are so many of, and whose they are. Where the words around a number are not plain, nobody is
   named: a wrong owner is worse than none. */

enum { LONGEST = 24 };

static uint32_t behind_words(const uint32_t *text, uint32_t at, uint32_t end, const struct char_row *words) {
    for (uint32_t n; at < end && (n = char_words_at(text + at, words)) != 0;) at += n;
    return at < end ? at : end;
}

static uint32_t before_words(const uint32_t *text, uint32_t at, uint32_t end, const struct char_row *words) {
    for (uint32_t n; (n = char_words_before(text + at, text + end, words)) != 0;) end -= n;
    return end;
}

/* 全年抓获嫌疑人, 准确率达到: without the words that only lead to the number. */
static struct span trimmed(const uint32_t *text, uint32_t from, uint32_t to) {
    static const struct char_row leads[] = {W("共"),   W("累计"), W("全年"), W("目前"), W("已"),   W("还"),
                                            W("先后"), W("首次"), W("期间"), W("今年"), W("去年"), W("现"),
                                            W("总计"), W("的"),   W("分别"), W("，"),   W("并"),   W(" "),
                                            W("将"),   W("、"),   W("现有"), W("一次"), W("计划"), W("预计"),
                                            W("可"),   WORDS_END},
                                 ends[] = {W("达到"), W("达"),   W("为"),   W("至"),   W("共"),
                                           W("共计"), W("累计"), W("增至"), W("已"),   W("的"),
                                           W("约"),   W("只需"), W("仅"),   W("仅有"), W("总计"),
                                           W("现有"), W("首次"), W(" "),    W("合计"), W("提升"),
                                           W("会跌"), W("均"),   W("只有"), W("：缴"), WORDS_END};
    from = behind_words(text, from, to, leads);
    return (struct span){from, before_words(text, from, to, ends)};
}

/* A bracket or quotation mark without its other half. */
static bool is_torn(const struct linking *linking, struct span span) {
    int32_t quotes = 0, brackets = 0;
    for (uint32_t i = span.from; i < span.to; i++) {
        uint32_t code = linking->document->text[i];
        quotes += code == U'“' ? 1 : code == U'”' ? -1 : 0;
        brackets += code == U'（' ? 1 : code == U'）' ? -1 : 0;
        if (quotes < 0 || brackets < 0) return true;
    }
    return quotes || brackets;
}

/* Words of a clause that do more than name a thing: who reads on knows what is meant, a program doesn't. */
static bool is_plain(const struct linking *linking, struct span span) {
    static const struct char_row odd[] = {W("对"),   W("把"), W("被"),  W("由"),   W("向"), W("让"),
                                          W("从"),   W("，"), W("；"),  W("：“"),  W("了"), W("是"),
                                          W("较"),   W("比"), W("同"),  W("其中"), W("的"), W("每"),
                                          W("中有"), W("和"), W("与"),  W("或"),   W("\n"), W("其他"),
                                          W("不"),   W("用"), WORDS_END},
                                 known[] = {W("同比"),   W("环比"), W("比上年"), W("较上年"), W("从业"),
                                            W("从事"),   W("方向"), W("占比"),   W("比重"),   W("自由"),
                                            W("同类"),   W("共同"), W("不足"),   W("每年"),   W("每月"),
                                            W("用户"),   W("应用"), W("合同"),   W("对外"),   W("不良"),
                                            W("用工"),   W("比例"), W("比赛"),   W("专用"),   W("同步"),
                                            W("不动产"), WORDS_END};
    if (span.to < span.from + 2 || span.to - span.from > LONGEST) return false;
    if (is_torn(linking, span)) return false;
    struct char_filter filter = char_filter_of(odd);
    for (uint32_t i = span.from; i < span.to; i++) {
        const uint32_t *at = linking->document->text + i;
        if (char_is_digit(*at) && !char_is_digit(at[1]) && at[1] != U'年' && at[1] != U'届') return false;
        if (char_may_begin(&filter, *at) && char_words_at(at, odd) && !char_words_at(at, known) &&
            !(i > span.from && char_words_at(at - 1, known)))
            return false;
    }
    return true;
}

/* What stands behind the measure: 展区, 合作文件; empty when the clause goes on otherwise. */
static struct span noun_behind(const struct linking *linking, const struct find *find) {
    static const struct char_row stops[] = {W("参加"), W("参与"), W("经过"), W("进行"), W("走进"), W("现场"),
                                            W("由"),   W("和"),   W("与"),   W("及"),   W("等"),   W("、"),
                                            W("在"),   W("将"),   W("被"),   W("以"),   W("到"),   W("组成"),
                                            W("开展"), W("获"),   W("为"),   W("签订"), W("展开"), W("围绕"),
                                            W("签署"), W("共同"), W("予以"), W("加"),   W("会上"), WORDS_END};
    struct reading reading = link_reading(linking, find->sentence);
    uint32_t from = find->value.to, end = phrase_end(&reading, from), to;
    static const uint32_t of = U'的';
    for (uint32_t i = from; i < end; i++) {
        if (reading.text[i] != of) continue;
        bool counts = char_is_digit(reading.text[i + 1]); /* 国际组织的420多名代表 */
        if (counts) end = i;
        if (!counts) from = i + 1; /* 覆盖全周期的专项扶持条款 */
    }
    struct char_filter filter = char_filter_of(stops);
    if (reading.text[from] == U'（') end = from;
    for (to = from; to < end; to++)
        if (char_may_begin(&filter, reading.text[to]) && char_words_at(reading.text + to, stops)) break;
    return (struct span){from, to};
}

struct gathering {
    char_word word;
    const char *attribute;
};

/* 约800人参加, 600余名客户到会: so many people came. */
static const char *who_came(const struct linking *linking, const struct find *find) {
    static const struct gathering words[] = {{U"参加", "参加人数"}, {U"参会", "参会人数"},
                                             {U"到会", "到会人数"}, {U"出席", "出席人数"},
                                             {U"到场", "到场人数"}, {U"参与", "参与人数"}};
    static const struct char_row people[] = {W("人"), W("余人"), W("名"), W("位"), W("多人"), WORDS_END};
    struct reading reading = link_reading(linking, find->sentence);
    const uint32_t *text = reading.text;
    if (!char_words_before(text + find->value.from, text + find->value.to, people)) return "";
    uint32_t end = phrase_end(&reading, find->value.to);
    for (uint32_t i = find->value.to; i < end && i < find->value.to + LONGEST; i++)
        for (size_t w = 0; w < sizeof words / sizeof words[0]; w++)
            if (char_word_at(text + i, words[w].word)) return words[w].attribute;
    return "";
}

/* 为期3天: how long it takes. */
static bool is_length(const struct linking *linking, const struct find *find) {
    static const struct char_row words[] = {W("为期"), WORDS_END};
    struct reading reading = link_reading(linking, find->sentence);
    return char_words_before(reading.text + reading.begin, reading.text + find->value.from, words) > 0;
}

/* 为期两天的第三届“海棠杯”大赛 */
static const char *event_of_length(struct linking *linking, const struct find *find) {
    const uint32_t *text = linking->document->text;
    if (text[find->value.to] != U'的') return "";
    struct span event = link_first_event(linking, find->value.to + 1, link_sentence(linking, find)->end);
    return event.from == find->value.to + 1 ? link_kept(linking, event) : "";
}

/* Does a number that says a part of something stand here: 同比增长7.2%, 占五成? Of what is said further up.
 */
static bool is_relative(const struct linking *linking, struct span before) {
    static const struct char_row words[] = {W("同比"), W("环比"), W("比上"), W("较"),   W("其中"), W("占"),
                                            W("下降"), W("增长"), W("增加"), W("减少"), W("提高"), W("上升"),
                                            W("压缩"), W("缩短"), W("高出"), W("仍有"), W("比"),   WORDS_END};
    return link_has_word(linking, before.from, before.to, words);
}

static bool ends_clause_behind(const struct linking *linking, const struct find *find) {
    uint32_t code = linking->document->text[find->value.to];
    return char_ends_clause(code) || code == U'、' || code == U'）';
}

/* Words before the noun that leave no doubt whose it is: 分为三个展区, 吸引31家单位. */
static bool is_verb(const struct linking *linking, struct span before) {
    static const struct char_row verbs[] = {
        W("设"),   W("分为"), W("设立"), W("签署"), W("发布"), W("吸引"), W("建成"), W("举办"), W("包含"),
        W("涵盖"), W("来自"), W("提出"), W("设有"), W("开展"), W("新增"), W("共分"), W("走遍"), W("摆出"),
        W("覆盖"), W("招收"), W("培训"), W("投入"), W("举行"), W("登记"), W("注销"), W("组织"), W("签订"),
        W("查处"), W("提供"), W("征集"), W("评出"), W("联动"), WORDS_END};
    const uint32_t *text = linking->document->text;
    static const struct char_row parts[] = {W("设"), W("分为"), W("设有"), W("设置"), W("涵盖"), WORDS_END};
    uint32_t length = before.to - before.from;
    bool is_parted =
        length && char_words_at(text + before.from, parts) && length < 40; /* 设甲组、乙组两个组别 */
    enum { SHORT = 8 };
    bool is_deed = length <= SHORT && link_verb_at(text + before.from) > 0; /* 联动湾区8个城市 */
    return length == 0 || char_words_at(text + before.from, verbs) == length || is_parted || is_deed ||
           (length >= 2 && link_verb_at(text + before.to - 2) == 2);
}

/* 我市公共数据平台已归集数据116亿条: what stands before 已, 共, 日均 is the owner. */
static struct span owner_before(const struct linking *linking, const struct find *find, uint32_t rest,
                                uint32_t value) {
    enum { SHORTEST = 3, LONGEST_OWNER = 16 };
    static const struct char_row marks[] = {W("已"), W("累计"), W("日均"), W("现有"), W("新增"), WORDS_END},
                                 odd[] = {W("，"),   W("的"),   W("对"),   W("将"),  W("由"),
                                          W("和"),   W("、"),   W("其"),   W("该"),  W("这"),
                                          W("全年"), W("先后"), W("通过"), WORDS_END};
    struct reading reading = link_reading(linking, find->sentence);
    uint32_t begin = phrase_begin(&reading, value), at = rest;
    begin = link_behind_leads(linking, begin, value);
    while (at < value && !char_words_at(reading.text + at, marks)) at++;
    bool is_plain_name = at < value && at >= begin + SHORTEST && at - begin <= LONGEST_OWNER &&
                         at > rest + 1 && !link_has_word(linking, begin, at, odd);
    return is_plain_name ? (struct span){begin, at} : (struct span){0, 0};
}

/* 七章四十一条: the one before it says nothing of it. */
static bool touches_number(const struct linking *linking, const struct find *find) {
    const struct find *before = find - 1;
    return find > linking->finds->list && before->pattern == P_NUMBER && before->value.to == find->value.from;
}

/* 服务器4.7万台、域名2613个: the second is of the words behind the first. */
static uint32_t behind_last(const struct linking *linking, const struct find *find, uint32_t rest) {
    const struct find *last = find - 1;
    bool is_near = find > linking->finds->list && last->pattern == P_NUMBER && last->value.to > rest &&
                   linking->document->text[last->value.to] == U'、';
    return is_near && last->value.to < find->value.from ? last->value.to + 1 : rest;
}

/* 平均响应时间从15分钟缩短到90秒: what changed is named before 从. */
static uint32_t before_change(const struct linking *linking, struct span before) {
    const uint32_t *text = linking->document->text;
    for (uint32_t i = before.from + 2; i + 1 < before.to; i++)
        if ((text[i] == U'从' || text[i] == U'由') && char_is_digit(text[i + 1])) return i;
    return before.to;
}

/* Was the owner named in the clause of the number itself? */
static bool is_owner_here(const struct linking *linking, const struct find *find, const char *owner,
                          uint32_t rest, uint32_t value) {
    struct reading reading = link_reading(linking, find->sentence);
    uint32_t begin = phrase_begin(&reading, value);
    return *owner && rest > link_behind_leads(linking, begin, value);
}

/* A new clause that begins with a noun may speak of something else: 授权…集团，授权期限五年. With a verb, or
   of a whole region or the event, it goes on. */
static bool may_carry(const struct linking *linking, const char *owner, struct span before) {
    static const struct char_row nouns[] = {
        W("面积"),   W("建筑面积"), W("总面积"), W("占地面积"), W("总投资"), W("总奖金"), W("奖金"),
        W("有效期"), W("会期"),     W("总时长"), W("时长"),     W("阅读量"), W("点击量"), W("播放量"),
        W("名额"),   W("开放名额"), W("总数"),   W("户籍人口"), WORDS_END};
    if (char_words_at(linking->document->text + before.from, nouns) == before.to - before.from) return true;
    bool is_wide = owner == linking->main || strncmp(owner, "全", 3) == 0 || strncmp(owner, "《", 3) == 0;
    return is_wide || link_verb_at(linking->document->text + before.from);
}

static void link_people(struct linking *linking, struct find *find, const char *attribute) {
    uint32_t rest;
    const char *owner = link_owner(linking, find, find->value.from, &rest);
    struct reading reading = link_reading(linking, find->sentence);
    struct span event = link_last_event(linking, reading.begin, find->value.from);
    find->attribute = attribute;
    bool is_main = *linking->main && owner == linking->main;
    find->about = event.to ? link_kept(linking, event) : is_main || !event.to ? linking->main : "";
}

/* 八部门联合主办 */
static bool is_hosting(const struct linking *linking, struct span noun) {
    static const struct char_row words[] = {W("联合主办"), W("主办"), W("联合举办"), W("共同主办"),
                                            WORDS_END};
    return noun.to > noun.from &&
           char_words_at(linking->document->text + noun.from, words) == noun.to - noun.from;
}

/* 教育局等八部门: the bodies that are counted. */
static const struct find *bodies_of(const struct linking *linking, const struct find *find) {
    enum { NEAR = 4 };
    const struct find *first = linking->finds->list, *end = first + linking->finds->count;
    for (const struct find *other = find - first > NEAR ? find - NEAR : first;
         other < end && other < find + NEAR; other++) {
        bool is_bodies = other->type == DRAFT_ORGANIZATION || other->type == DRAFT_ORGANIZATION_SET;
        if (is_bodies && other->sentence == find->sentence && other->value.to < find->value.from)
            return other;
    }
    return find;
}

/* The words around a number, and who is spoken of. */
struct around {
    const char *owner;
    struct span before, noun;
    bool is_here; /* in the clause of the number */
    bool is_sure; /* the owner stands in the clause itself, or nothing speaks of another one */
};

static struct around read_around(struct linking *linking, const struct find *find, struct span noun) {
    uint32_t rest = find->value.from;
    uint32_t value = find->prefix.to ? find->prefix.from : find->value.from;
    struct around around = {.owner = link_owner(linking, find, value, &rest), .noun = noun};
    if (rest > value) rest = value;
    struct span named = owner_before(linking, find, rest, value);
    if (named.to) around.owner = link_kept(linking, named);
    if (named.to) rest = named.to;
    if (touches_number(linking, find)) around.owner = "";
    around.before = trimmed(linking->document->text, behind_last(linking, find, rest), value);
    around.before.to = before_change(linking, around.before);
    around.is_here = is_owner_here(linking, find, around.owner, rest, value);
    around.is_sure = !is_relative(linking, around.before) &&
                     (around.is_here || may_carry(linking, around.owner, around.before));
    return around;
}

/* 来自14个省份的126支队伍: of the event that the text is about. */
static bool takes_part(const struct linking *linking, const struct find *find) {
    struct reading reading = link_reading(linking, find->sentence);
    uint32_t begin = phrase_begin(&reading, find->value.from);
    bool is_from = char_word_at(reading.text + begin, U"来自") > 0;
    return is_from && *linking->main && !linking->document->is_slides;
}

static void link_amount(struct linking *linking, struct find *find, const struct around *around) {
    bool is_last = ends_clause_behind(linking, find), has_before = around->before.to > around->before.from;
    if (is_length(linking, find)) {
        find->attribute = "为期";
        find->about = *around->owner ? around->owner : event_of_length(linking, find);
    } else if (!is_last && is_plain(linking, around->noun)) {
        find->attribute = link_kept(linking, around->noun);
        bool is_sure =
            around->is_sure && is_verb(linking, around->before) && (has_before || !around->is_here);
        if (is_sure) find->about = around->owner;
        if (!is_sure && takes_part(linking, find)) find->about = linking->main;
    } else if (has_before) {
        find->attribute = link_kept(linking, around->before);
        if (around->is_sure && is_last && is_plain(linking, around->before)) find->about = around->owner;
    }
}

/* 抓获嫌疑人283名，同比增长7.2%: what grew is what was counted right before. */
static bool link_relative(struct linking *linking, struct find *find) {
    static const struct char_row words[] = {W("同比"),   W("环比"),   W("占"),
                                            W("比上年"), W("较上年"), WORDS_END};
    const struct find *last = find - 1;
    const uint32_t *text = linking->document->text;
    bool follows = find > linking->finds->list && last->pattern == P_NUMBER && *last->about &&
                   text[last->value.to] == U'，' && char_words_at(text + last->value.to + 1, words);
    if (!follows || find->value.from > last->value.to + 12) return false;
    struct span before = trimmed(text, last->value.to + 1, find->value.from);
    if (!is_plain(linking, before)) return false;
    find->about = last->about;
    find->attribute =
        arena_printf(&linking->finds->arena, "%s%s", last->attribute, link_kept(linking, before));
    return true;
}

void link_number(struct linking *linking, struct find *find) {
    if (*find->attribute || link_relative(linking, find)) return;
    struct span noun = noun_behind(linking, find);
    const char *came = who_came(linking, find);
    if (is_hosting(linking, noun)) {
        find->attribute = link_kept(linking, noun);
        find->about = link_hosted(linking, bodies_of(linking, find));
    } else if (*came) {
        link_people(linking, find, came);
    } else {
        struct around around = read_around(linking, find, noun);
        link_amount(linking, find, &around);
    }
}
