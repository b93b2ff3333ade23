#include "base/memory.h"
#include "exchange/char.h"
#include "exchange/link_parts.h"
#include "exchange/names.h"

/* Which events a text names, and which of them it is about. */

/* Between these stand the parts of a sentence that may be a name. */
static bool separates(uint32_t code) {
    switch (code) {
    case '\n':
    case U'，':
    case U'。':
    case U'；':
    case U'：':
    case U'、':
    case U'“':
    case U'”':
    case U'（':
    case U'）':
    case '|':
    case U'｜':
    case ' ':
    case U'《':
    case U'》':
    case U'？':
    case U'！':
    case U'的':
    case U'在':
    case U'于':
    case U'将':
    case U'由':
    case U'以':
    case U'是':
    case U'为':
    case U'与':
    case U'上':
    case U'从':
    case U'还':
    case U'等':
    case U'了':
    case U'并':
        return true;
    default:
        return false;
    }
}

static const struct char_row words[] = {W("举行"), W("召开"), W("举办"), W("开幕"),   W("启动"), W("拉开"),
                                        W("正式"), W("参加"), W("出席"), W("围绕"),   W("参与"), W("期间"),
                                        W("今年"), W("现场"), W("收官"), W("落幕"),   W("闭幕"), W("启幕"),
                                        W("揭幕"), W("定于"), W("拟于"), W("信息\n"), WORDS_END};

static uint32_t separator_at(const uint32_t *at, const struct char_filter *filter) {
    bool is_known = (at[0] == U'等' && at[1] == U'级') || (at[0] == U'为' && at[1] == U'民') ||
                    (at[0] == U'上' && at[1] == U'海') || (at[0] == U'于' && at[1] == U'都');
    if (separates(*at)) return is_known ? 0 : 1;
    if (!char_may_begin(filter, *at)) return 0;
    return char_word_at(at, U"闭幕式") ? 0 : char_words_at(at, words);
}

/* 2024年 belongs to the name, 9月9日 does not. */
static uint32_t without_day(const uint32_t *text, uint32_t from, uint32_t to) {
    uint32_t behind = from;
    for (uint32_t i = from + 1; i < to; i++)
        if ((text[i] == U'日' || text[i] == U'月') && char_is_digit(text[i - 1])) behind = i + 1;
    static const struct char_row leads[] = {W("上午"), W("下午"),     W("至"),   W("同时"),
                                            W("此外"), W("大会"),     W("次日"), W("日前"),
                                            W("近日"), W("重要活动"), WORDS_END};
    if (behind < to) {
        uint32_t lead = char_words_at(text + behind, leads);
        if (behind + lead < to) behind += lead;
    }
    return behind;
}

/* 大赛19日在…: the day behind the name. */
static uint32_t before_day(const uint32_t *text, uint32_t from, uint32_t to) {
    uint32_t end = to;
    while (end > from && (text[end - 1] == U'日' || text[end - 1] == U'月') && end - 1 > from &&
           char_is_digit(text[end - 2])) {
        end--;
        while (end > from && char_is_digit(text[end - 1])) end--;
    }
    return end > from ? end : to;
}

/* 本次论坛, 一系列活动: which one is not said. */
static bool is_generic(const uint32_t *begin, const uint32_t *end) {
    static const struct char_row leads[] = {
        W("本次"), W("本届"), W("此次"), W("该"),   W("这次"), W("一系列"), W("多项"), W("系列"),
        W("各项"), W("首个"), W("下届"), W("历届"), W("重要"), W("上届"),   W("下一"), W("上一"),
        W("有"),   W("各"),   W("即"),   W("每"),   W("加"),   W("设"),     W("含"),   W("如"),
        W("这"),   W("那"),   W("多"),   W("某"),   W("其"),   W("另"),     W("又"),   W("再"),
        W("也"),   W("都"),   W("我"),   W("比"),   W("到会"), W("同类"),   W("分别"), WORDS_END};
    static const struct char_row bare[] = {W("网安周"), W("宣传周"), W("安全周"), WORDS_END};
    uint32_t length = (uint32_t)(end - begin);
    return char_words_at(begin, leads) > 0 || length < 3 || char_words_at(begin, bare) == length ||
           (length == 3 && end[-1] == U'杯');
}

/* What ends as an event does and is none, and words that no name holds: 推动高质量发展, 分别安排…. */
static bool is_no_name(const uint32_t *begin, const uint32_t *end) {
    static const struct char_row ends[] = {W("发展"),       W("参展"), W("开展"), W("进展"), W("拓展"),
                                           W("扩展"),       W("施展"), W("伸展"), W("参赛"), W("一周"),
                                           W("两周"),       W("四周"), W("周周"), W("每周"), W("下周"),
                                           W("上周"),       W("本周"), W("参会"), W("到会"), W("行动"),
                                           W("各个主题日"), WORDS_END},
                                 inside[] = {W("安排"),   W("开展"), W("吸引"), W("推动"), W("促进"),
                                             W("加快"),   W("实现"), W("进行"), W("讲解"), W("交流网"),
                                             W("组织召"), W("部署"), W("小时"), W("线下"), W("线上"),
                                             W("被"),     W("让"),   W("把"),   W("聚焦"), WORDS_END},
                                 actions[] = {W("专项行动"), W("主题行动"), WORDS_END};
    if (char_words_before(begin, end, ends) && !char_words_before(begin, end, actions)) return true;
    struct char_filter filter = char_filter_of(inside);
    for (const uint32_t *at = begin; at < end; at++)
        if (char_may_begin(&filter, *at) && char_words_at(at, inside)) return true;
    return false;
}

/* The parts between separators, one after the other; false behind the last. */
static bool next_part(const uint32_t *text, const struct char_filter *filter, uint32_t to, uint32_t *at,
                      struct span *part) {
    if (*at > to) return false;
    uint32_t end = *at, separator = 0;
    while (end < to && (separator = separator_at(text + end, filter)) == 0) end++;
    *part = (struct span){*at, end};
    *at = end + (separator ? separator : 1);
    return true;
}

static bool is_event(const uint32_t *text, struct span part) {
    const uint32_t *begin = text + part.from, *end = text + part.to;
    if (part.to <= part.from || !names_is_event(begin, end) || is_generic(begin, end)) return false;
    bool counts = char_is_digit(*begin) && !(char_is_digit(begin[1]) && char_is_digit(begin[3]));
    return !counts && !is_no_name(begin, end);
}

static bool ends_as_event(const uint32_t *text, struct span part) {
    return char_words_before(text + part.from, text + part.to, names_event_ends) > 0;
}

/* 第三届“海棠杯”网络安全技能大赛: what stands in quotation marks right before belongs to the name, and so
   does which one of its series it is. */
static struct span with_quote(const uint32_t *text, struct span part) {
    enum { LONGEST = 14, LONGEST_LEAD = 8 };
    static const uint32_t lead[] = U"第届首年期";
    if (!part.from || text[part.from - 1] != U'”') return part;
    uint32_t at = part.from - 1;
    while (at && part.from - at < LONGEST && text[at] != U'“') at--;
    if (text[at] != U'“') return part;
    uint32_t begin = at;
    for (; begin && at - begin < LONGEST_LEAD; begin--) {
        uint32_t code = text[begin - 1];
        const uint32_t *one = lead;
        while (*one && *one != code) one++;
        if (!*one && !char_is_digit(code) && !char_is_numeral(code)) break;
    }
    return (struct span){begin, part.to};
}

/* 2024网安周 | …: the column in which a text stands. */
static bool is_column(const uint32_t *text, uint32_t end) {
    if (text[end] == ' ') end++;
    return text[end] == '|' || text[end] == U'｜';
}

static void add_event(struct linking *linking, struct span event) {
    if (linking->event_count && linking->events[linking->event_count - 1].to > event.from)
        linking->event_count--; /* “海棠杯” alone */
    if (linking->event_count == linking->event_room) {
        linking->event_room = linking->event_room ? linking->event_room * 2 : 64;
        linking->events = memory_resize(linking->events, linking->event_room, sizeof *linking->events);
    }
    linking->events[linking->event_count++] = event;
}

void link_collect_events(struct linking *linking) {
    const struct document *document = linking->document;
    struct char_filter filter = char_filter_of(words);
    struct span part;
    for (uint32_t at = 0; next_part(document->text, &filter, document->count, &at, &part);) {
        part.to = before_day(document->text, part.from, part.to);
        part.from = without_day(document->text, part.from, part.to);
        struct span whole = with_quote(document->text, part);
        bool is_named = whole.from < part.from && ends_as_event(document->text, part); /* “无手机日”活动 */
        if ((is_named || is_event(document->text, part)) && !is_column(document->text, part.to))
            add_event(linking, whole);
    }
}

void link_drop_events(struct linking *linking) {
    memory_give_back(linking->events);
}

/* The number of events that begin before `at`. */
static uint32_t events_before(const struct linking *linking, uint32_t at) {
    uint32_t low = 0, high = linking->event_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (linking->events[middle].from < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct span link_last_event(const struct linking *linking, uint32_t from, uint32_t to) {
    uint32_t i = events_before(linking, to);
    while (i && linking->events[i - 1].to > to) i--;
    return i && linking->events[i - 1].from >= from ? linking->events[i - 1] : (struct span){0, 0};
}

/* 宣传周“高峰论坛”: the one within the other is meant. */
struct span link_first_event(const struct linking *linking, uint32_t from, uint32_t to) {
    uint32_t i = events_before(linking, from);
    if (i == linking->event_count || linking->events[i].to > to) return (struct span){0, 0};
    struct span event = linking->events[i];
    bool goes_on = linking->document->text[event.to] == U'“' && i + 1 < linking->event_count &&
                   linking->events[i + 1].from == event.to + 1 && linking->events[i + 1].to <= to;
    return goes_on ? linking->events[i + 1] : event;
}

bool link_has_year(const struct document *document, struct span span) {
    for (uint32_t i = span.from; i + 4 <= span.to; i++)
        if (char_is_digit(document->text[i]) && char_is_digit(document->text[i + 3])) return true;
    return false;
}

/* 一周要闻: of many things, none of which it is about. */
static bool is_roundup(const struct document *document) {
    static const struct char_row kinds[] = {W("要闻"), W("简讯"),   W("周报"), W("月报"),
                                            W("汇总"), W("综述"),   W("集锦"), W("速览"),
                                            W("一览"), W("大事记"), WORDS_END};
    if (!document->paragraph_count) return false;
    for (uint32_t i = document->paragraphs[0].begin; i < document->paragraphs[0].end; i++)
        if (char_words_at(document->text + i, kinds)) return true;
    return false;
}

/* The first event with a year in the first sentences, else the first one of all, the title's before others.
 */
struct span link_main_event(const struct linking *linking) {
    enum { FIRST_SENTENCES = 6 };
    const struct document *document = linking->document;
    if (is_roundup(document)) return (struct span){0, 0};
    struct span best = {0, 0};
    for (uint32_t i = 0; i < document->sentence_count && i < FIRST_SENTENCES; i++) {
        const struct sentence *sentence = &document->sentences[i];
        struct span event = link_first_event(linking, sentence->begin, sentence->end);
        bool is_full = event.to && link_has_year(document, event) && event.to - event.from > 8;
        if (is_full) return event;
        if (event.to && !best.to) best = event;
    }
    return best;
}

uint32_t link_pointer_at(const uint32_t *at) {
    static const struct char_row lead[] = {W("本次"), W("本届"), W("此次"), W("这次"), WORDS_END},
                                 word[] = {W("论坛"),   W("高峰论坛"), W("会议"),   W("大会"),   W("大赛"),
                                           W("活动"),   W("宣传周"),   W("网安周"), W("博览会"), W("沙龙"),
                                           W("培训班"), W("比赛"),     W("竞赛"),   W("峰会"),   W("年会"),
                                           W("展会"),   W("演练"),     WORDS_END};
    uint32_t points = char_words_at(at, lead), length = char_words_at(at + points, word);
    return length ? points + length : 0;
}
