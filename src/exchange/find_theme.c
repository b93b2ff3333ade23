#include "exchange/char.h"
#include "exchange/find.h"
#include "exchange/steps.h"
#include "exchange/theme.h"

/* Themes without quotation marks: behind 主题：, below a heading 活动主题, in 主题是…. */

const struct char_row theme_nouns[] = {W("主题"), W("主题词"), W("主题语"), W("口号"),
                                       W("标语"), W("宣传语"), W("主旨"),   WORDS_END};

uint32_t theme_noun_at(const uint32_t *at) {
    static const struct char_row others[] = {
        W("活动"), W("日"),   W("展览"), W("展区"), W("展板"), W("展厅"), W("展馆"), W("展演"), W("宣传"),
        W("宣讲"), W("教育"), W("班会"), W("演讲"), W("讲座"), W("报告"), W("论坛"), W("沙龙"), W("党"),
        W("团日"), W("公园"), W("分论"), W("分享"), W("培训"), W("竞赛"), W("征文"), W("征集"), W("直播"),
        W("创作"), W("快闪"), W("晚会"), W("作品"), W("研讨"), W("研学"), W("曲"),   W("墙"),   W("微视"),
        W("短片"), W("视频"), W("公开"), W("课"),   W("诗歌"), W("游园"), W("巡展"), W("板块"), WORDS_END};
    uint32_t length = char_words_at(at, theme_nouns);
    return length && !char_words_at(at + length, others) ? length : 0;
}

enum { LONGEST_LABEL = 8, LONGEST = 40, SHORTEST = 4 };

/* 活动主题, 大赛主题; of 演讲主题 a person has to say whose theme it is. */
static bool is_plain_label(const uint32_t *begin, const uint32_t *noun) {
    static const struct char_row whats[] = {
        W("活动"), W("宣传"), W("年度"), W("大会"), W("大赛"), W("论坛"), W("会议"), W("宣传周"),
        W("总"),   W("本届"), W("竞赛"), W("赛事"), W("展览"), W("培训"), W("今年"), W("网安周"),
        W("年会"), W("本次"), W("峰会"), W("推荐"), W("、"),   W("）"),   W(" "),    WORDS_END};
    return begin == noun || char_words_before(begin, noun, whats) > 0;
}

static struct find *add(struct reading *reading, struct span value, bool confident, const char *reason) {
    bool quoted = reading->text[value.from] == U'“' && reading->text[value.to - 1] == U'”';
    if (quoted) value = (struct span){value.from + 1, value.to - 1};
    struct find *find = find_add(reading, P_SLOGAN, DRAFT_SLOGAN, value);
    find->attribute = "主题";
    find->reason = reason;
    find->confident = confident;
    return find;
}

/* Does another label begin behind this blank: 主题：… 地点：…? */
static bool begins_label(const uint32_t *at) {
    enum { LONGEST_NEXT = 6 };
    for (uint32_t i = 1; i <= LONGEST_NEXT && at[i] && at[i] != '\n'; i++)
        if (at[i] == U'：') return true;
    return false;
}

/* The value behind a label: to the end of the line, of the sentence, or to the next label. */
static struct span labelled_value(const struct reading *reading, uint32_t from) {
    const uint32_t *text = reading->text;
    uint32_t to = from;
    while (to - from < LONGEST && text[to] != U'。' && text[to] != U'；' && text[to] != '\n' && text[to] &&
           !(text[to] == ' ' && begins_label(text + to)))
        to++;
    return (struct span){from, to};
}

static const struct paragraph *paragraph_of(const struct reading *reading) {
    return &reading->document->paragraphs[reading->document->sentences[reading->sentence].paragraph];
}

/* 大赛主题：小创意，大安全 */
static void read_label(struct reading *reading, uint32_t at, uint32_t behind) {
    const uint32_t *text = reading->text;
    uint32_t from = behind + 1 + (text[behind + 1] == ' ');
    struct span value = labelled_value(reading, from);
    uint32_t length = value.to - value.from;
    if (length < SHORTEST || length >= LONGEST || text[from] == U'“') return;
    bool is_line = text[value.to] == '\n' || text[value.to] == ' ' || text[value.to + 1] == '\n';
    bool is_sure = is_line && is_plain_label(text + paragraph_of(reading)->begin, text + at);
    add(reading, value, is_sure, "写明是主题");
}

/* A short line that is no sentence, no label and not the first of several. */
static bool is_short_line(const struct reading *reading, const struct paragraph *paragraph) {
    enum { SHORT = 30 };
    uint32_t length = paragraph->end - paragraph->begin;
    if (steps_counts(reading->text, paragraph->begin)) return false;
    for (uint32_t i = paragraph->begin; i < paragraph->end; i++)
        if (reading->text[i] == U'：' || reading->text[i] == U'。' || reading->text[i] == U'《') return false;
    return length >= SHORTEST && length <= SHORT;
}

/* “与安全同频”。参赛者可以…: a paragraph that begins with the theme in quotation marks; 0: it does not. */
static uint32_t quote_end(const struct reading *reading, const struct paragraph *paragraph) {
    static const struct char_row ends[] = {W("”。"), W("”，"), W("”；"), W("”！"), WORDS_END};
    if (reading->text[paragraph->begin] != U'“') return 0;
    for (uint32_t i = paragraph->begin; i < paragraph->end && i < paragraph->begin + LONGEST; i++)
        if (char_words_at(reading->text + i, ends)) return i + 1;
    return 0;
}

/* 一、活动主题, with the theme in the next line. */
static void read_heading(struct reading *reading, uint32_t at) {
    const struct document *document = reading->document;
    uint32_t here = document->sentences[reading->sentence].paragraph;
    const struct paragraph *next = &document->paragraphs[here + 1];
    if (document->is_slides || here + 1 >= document->paragraph_count) return;
    uint32_t end = is_short_line(reading, next) ? next->end : quote_end(reading, next);
    if (!end) return;
    struct reading below = *reading;
    below.sentence = next->first_sentence;
    bool is_sure = is_plain_label(reading->text + document->paragraphs[here].begin, reading->text + at);
    add(&below, (struct span){next->begin, end}, is_sure, "标题写明是主题，下面一行");
}

/* 主题是想清楚再点, without quotation marks: where it ends a person has to see. */
static void read_statement(struct reading *reading, uint32_t behind) {
    static const struct char_row links[] = {W("是"), W("为"), W("确定为"), W("定为"), W("叫"), WORDS_END};
    enum { FEWEST = 6, MOST = 32 };
    const uint32_t *text = reading->text;
    uint32_t link = char_words_at(text + behind, links), from = behind + link, to = from;
    if (!link) return;
    while (to < reading->end && to <= from + MOST && !char_ends_sentence(text[to]) && text[to] != U'；' &&
           text[to] != U'“' && text[to] != U'《')
        to++;
    if (to - from < FEWEST || to - from > MOST || !char_ends_sentence(text[to])) return;
    add(reading, (struct span){from, to}, false, "说了主题，没有引号");
}

/* At 主题, 口号 … */
void find_themes(struct reading *reading, uint32_t at) {
    uint32_t noun = theme_noun_at(reading->text + at), behind = at + noun;
    if (!noun || reading->in_title || reading->in_quote) return;
    const struct paragraph *paragraph = paragraph_of(reading);
    bool is_near = at - paragraph->begin <= LONGEST_LABEL || reading->text[at - 1] == ' ';
    if (is_near && reading->text[behind] == U'：') {
        read_label(reading, at, behind);
    } else if (is_near && reading->text[behind] == '\n') {
        read_heading(reading, at);
    } else {
        read_statement(reading, behind);
    }
}
