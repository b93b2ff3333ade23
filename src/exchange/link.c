#include "exchange/link.h"

#include <string.h>

#include "exchange/char.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

struct linking {
    const struct document *document;
    struct finds *finds;
    const char *main; /* the event the document is about; "" none */
};

/* ---- events ---- */

/* Between these stand the parts of a sentence that may be a name. */
static const struct char_row separators[] = {
    W("，"), W("。"),   W("；"),   W("："),   W("、"),   W("“"),      W("”"),    W("（"),   W("）"), W("\n"),
    W("|"),  W("｜"),   W(" "),    W("《"),   W("》"),   W("的"),     W("在"),   W("于"),   W("将"), W("由"),
    W("以"), W("举行"), W("召开"), W("举办"), W("开幕"), W("启动"),   W("拉开"), W("正式"), W("是"), W("为"),
    W("与"), W("上"),   W("参加"), W("出席"), W("围绕"), W("参与"),   W("期间"), W("从"),   W("，"), W("？"),
    W("！"), W("还"),   W("等"),   W("了"),   W("并"),   W("信息\n"), W("今年"), WORDS_END};

static uint32_t separator_at(const uint32_t *at) {
    static const struct char_row known[] = {W("等级"), W("为民"), W("上海"), W("于都"), WORDS_END};
    return char_words_at(at, known) ? 0 : char_words_at(at, separators);
}

/* 2024年 belongs to the name, 9月9日 does not. */
static uint32_t without_day(const uint32_t *text, uint32_t from, uint32_t to) {
    uint32_t behind = from;
    for (uint32_t i = from + 1; i < to; i++)
        if ((text[i] == U'日' || text[i] == U'月') && char_is_digit(text[i - 1])) behind = i + 1;
    static const struct char_row leads[] = {W("上午"), W("下午"), W("至"),   W("同时"), W("此外"),
                                            W("大会"), W("次日"), W("日前"), W("近日"), WORDS_END};
    if (behind < to) {
        uint32_t lead = char_words_at(text + behind, leads);
        if (behind + lead < to) behind += lead;
    }
    return behind;
}

/* 本次论坛, 会议, 分论坛: which one is not said. */
static bool is_generic(const uint32_t *begin, const uint32_t *end) {
    static const struct char_row leads[] = {W("本次"),   W("本届"), W("此次"), W("该"),   W("这次"),
                                            W("一系列"), W("多项"), W("系列"), W("各项"), W("首个"),
                                            W("下届"),   W("历届"), W("重要"), W("上届"), WORDS_END};
    return char_words_at(begin, leads) > 0 || end - begin < 3;
}

/* The parts between separators, one after the other; false behind the last. */
static bool next_part(const uint32_t *text, const struct char_filter *filter, uint32_t to, uint32_t *at,
                      struct span *part) {
    if (*at > to) return false;
    uint32_t end = *at, separator = 0;
    while (end < to && (!char_may_begin(filter, text[end]) || (separator = separator_at(text + end)) == 0))
        end++;
    *part = (struct span){without_day(text, *at, end), end};
    *at = end + (separator ? separator : 1);
    return true;
}

static bool is_event(const uint32_t *text, struct span part) {
    const uint32_t *begin = text + part.from, *end = text + part.to;
    bool counts =
        part.to > part.from && char_is_digit(*begin) && !(char_is_digit(begin[1]) && char_is_digit(begin[3]));
    return part.to > part.from && !counts && names_is_event(begin, end) && !is_generic(begin, end);
}

struct span link_event(const struct document *document, uint32_t from, uint32_t to, bool last) {
    const uint32_t *text = document->text;
    struct span found = {0, 0}, part;
    struct char_filter filter = char_filter_of(separators);
    while (next_part(text, &filter, to, &from, &part)) {
        bool goes_on = found.to && text[found.to] == U'“' && part.from == found.to + 1; /* 宣传周“高峰论坛” */
        if (found.to && !last && !goes_on) return found;
        if (is_event(text, part)) found = part;
    }
    return found;
}

static const char *kept(struct linking *linking, struct span span) {
    return char_text(&linking->finds->arena, linking->document->text + span.from, span.to - span.from);
}

static bool has_year(const struct document *document, struct span span) {
    for (uint32_t i = span.from; i + 4 <= span.to; i++)
        if (char_is_digit(document->text[i]) && char_is_digit(document->text[i + 3])) return true;
    return false;
}

/* The first event with a year in the first sentences, else the first one of all, the title's before others.
 */
static struct span main_event(const struct document *document) {
    enum { FIRST_SENTENCES = 6 };
    struct span best = {0, 0};
    for (uint32_t i = 0; i < document->sentence_count && i < FIRST_SENTENCES; i++) {
        const struct sentence *sentence = &document->sentences[i];
        struct span event = link_event(document, sentence->begin, sentence->end, false);
        bool is_full = event.to && has_year(document, event) && event.to - event.from > 8;
        if (is_full) return event;
        if (event.to && !best.to) best = event;
    }
    return best;
}

/* ---- of slides ---- */

enum { LONGEST_PAGE = 60 };

static uint32_t page_begin(const struct document *document, uint32_t paragraph) {
    uint32_t page = document->paragraphs[paragraph].page, first = paragraph;
    while (first > 0 && document->paragraphs[first - 1].page == page && paragraph - first < LONGEST_PAGE)
        first--;
    return first;
}

/* Headings are left standing when the slides of another year are used again. */
static bool page_names_year(const struct document *document, uint32_t paragraph) {
    uint32_t page = document->paragraphs[paragraph].page;
    for (uint32_t i = page_begin(document, paragraph);
         i < document->paragraph_count && i < paragraph + LONGEST_PAGE &&
         document->paragraphs[i].page == page;
         i++) {
        const struct paragraph *heading = &document->paragraphs[i];
        if (heading->is_heading && has_year(document, (struct span){heading->begin, heading->end}))
            return true;
    }
    return false;
}

/* The heading of the page that names an event, and the label right before the find: 举办时间. */
static struct span slide_heading(const struct document *document, uint32_t paragraph) {
    uint32_t page = document->paragraphs[paragraph].page, first = page_begin(document, paragraph);
    struct span nearest = {0, 0};
    for (uint32_t i = first; i < document->paragraph_count && i < paragraph + LONGEST_PAGE &&
                             document->paragraphs[i].page == page;
         i++) {
        const struct paragraph *heading = &document->paragraphs[i];
        if (!heading->is_heading) continue;
        struct span event = link_event(document, heading->begin, heading->end, false);
        if (event.to && has_year(document, event)) return event;
        if (event.to && (!nearest.to || i <= paragraph)) nearest = event;
    }
    return nearest;
}

static const char *slide_label(struct linking *linking, uint32_t paragraph) {
    enum { LONGEST = 12 };
    const struct document *document = linking->document;
    if (paragraph == 0) return "";
    const struct paragraph *label = &document->paragraphs[paragraph - 1];
    bool is_label = label->is_heading && label->page == document->paragraphs[paragraph].page &&
                    label->end - label->begin <= LONGEST;
    return is_label ? kept(linking, (struct span){label->begin, label->end}) : "";
}

static const char *joined(struct linking *linking, const char *heading, const char *event) {
    if (!*heading || strcmp(heading, event) == 0) return event;
    return arena_printf(&linking->finds->arena, "%s%s", heading, event);
}

/* ---- the kinds of finds ---- */

static const struct sentence *sentence_of(const struct linking *linking, const struct find *find) {
    return &linking->document->sentences[find->sentence];
}

/* The sentence around a find, so far as it is a sentence for readers. */
static struct span near_text(const struct linking *linking, const struct find *find) {
    enum { FAR = 300 };
    const struct sentence *sentence = sentence_of(linking, find);
    uint32_t from = find->value.from > FAR ? find->value.from - FAR : 0, to = find->value.to + FAR;
    return (struct span){from > sentence->begin ? from : sentence->begin,
                         to < sentence->end ? to : sentence->end};
}

/* The event before the value, else the one behind it, else the document's. */
static const char *near_event(struct linking *linking, const struct find *find, bool before_first) {
    struct span near = near_text(linking, find);
    struct span before = link_event(linking->document, near.from, find->value.from, true);
    struct span after = link_event(linking->document, find->value.to, near.to, false);
    struct span best = before_first && before.to ? before : after.to ? after : before;
    if (!best.to) return linking->main;
    const char *event = kept(linking, best);
    return has_year(linking->document, best) || !linking->document->is_slides
               ? event
               : joined(linking, linking->main, event);
}

/* 开幕式、论坛等活动在…: the place is not that of the last one alone. */
static bool is_of_list(const struct linking *linking, const struct find *find) {
    enum { FAR = 6 };
    const uint32_t *text = linking->document->text;
    uint32_t begin = sentence_of(linking, find)->begin, at = find->value.from;
    while (at > begin && find->value.from - at < FAR && text[at] != U'等') at--;
    return text[at] == U'等';
}

/* What they all belong to: the event before them that has a year; empty when there is none. */
static struct span whole_event(const struct linking *linking, const struct find *find) {
    const struct document *document = linking->document;
    struct span near = near_text(linking, find), found = {0, 0}, part;
    struct char_filter filter = char_filter_of(separators);
    while (next_part(document->text, &filter, find->value.from, &near.from, &part))
        if (is_event(document->text, part) && has_year(document, part)) found = part;
    return found;
}

static void link_venue(struct linking *linking, struct find *find) {
    struct span whole = is_of_list(linking, find) ? whole_event(linking, find) : (struct span){0, 0};
    find->about = whole.to ? kept(linking, whole) : near_event(linking, find, true);
}

static bool says_held(const struct linking *linking, const struct find *find) {
    static const struct char_row words[] = {W("举行"), W("召开"), W("举办"), W("开幕"), W("启动"),
                                            W("开展"), W("拉开"), W("开赛"), W("亮相"), WORDS_END};
    uint32_t end = near_text(linking, find).to;
    for (uint32_t i = find->value.to; i < end; i++)
        if (char_words_at(linking->document->text + i, words)) return true;
    return false;
}

/* 9月9日以来 is no day of the event. */
static bool is_since(const struct linking *linking, const struct find *find) {
    static const struct char_row words[] = {W("以来"), W("前"), W("起"), W("之前"), W("以后"), WORDS_END};
    return char_words_at(linking->document->text + find->value.to, words) > 0;
}

static void link_date(struct linking *linking, struct find *find) {
    if (*find->attribute || is_since(linking, find)) return;
    bool held = says_held(linking, find);
    find->attribute = held ? "举办时间" : "时间";
    if (held) find->about = near_event(linking, find, false);
}

static const struct find *next_title(const struct linking *linking, const struct find *find) {
    const struct find *end = linking->finds->list + linking->finds->count;
    for (const struct find *next = find + 1;
         next < end && next->sentence == find->sentence && next < find + 12; next++)
        if (next->type == DRAFT_TITLE || next->type == DRAFT_TERM) return next;
    return NULL;
}

static void link_body(struct linking *linking, struct find *find) {
    static const char *const makers[] = {"发布", "公布", "印发", "出台", "签署", "共同签署", "推出"};
    bool makes = false;
    for (uint32_t i = 0; i < sizeof makers / sizeof makers[0]; i++)
        makes = makes || strcmp(find->attribute, makers[i]) == 0;
    const struct find *title = makes ? next_title(linking, find) : NULL;
    find->about = title ? kept(linking, title->value) : near_event(linking, find, true);
}

static void link_outcome(struct linking *linking, struct find *find) {
    const struct find *first = linking->finds->list;
    for (const struct find *before = find; before > first && before + 12 > find; before--) {
        const struct find *body = before - 1;
        if (body->sentence != find->sentence) break;
        bool is_body = body->type == DRAFT_ORGANIZATION;
        if (is_body) find->about = kept(linking, body->value);
        if (is_body) return;
    }
    find->about = linking->main;
}

/* Who says it: 王京涛指出, at the head of the paragraph. */
static const char *speaker(struct linking *linking, const struct find *find) {
    static const struct char_row verbs[] = {W("指出"), W("表示"), W("强调"), W("在致辞中"), W("介绍"),
                                            W("认为"), W("提出"), W("要求"), WORDS_END};
    enum { LONGEST = 8 };
    const struct document *document = linking->document;
    uint32_t begin = document->paragraphs[document->sentences[find->sentence].paragraph].begin;
    for (uint32_t i = begin + 2; i < begin + LONGEST && document->text[i]; i++)
        if (char_words_at(document->text + i, verbs)) return kept(linking, (struct span){begin, i});
    return linking->main;
}

/* What is counted stands behind the measure, or before the number: 备案21个. */
static const char *counted(struct linking *linking, const struct find *find) {
    enum { LONGEST = 12 };
    static const struct char_row ends[] = {W("参加"), W("参与"), W("，"), W("。"), W("；"),  W("、"),
                                           W("，"),   W("）"),   W("\n"), W("在"), W("的"),  W("和"),
                                           W("等"),   W("到场"), W("："), W("“"),  WORDS_END};
    const uint32_t *text = linking->document->text;
    uint32_t to = find->value.to, from = find->value.from;
    while (to < find->value.to + LONGEST && text[to] && !char_words_at(text + to, ends)) to++;
    if (to > find->value.to + 1) return kept(linking, (struct span){find->value.to, to});
    const struct sentence *sentence = sentence_of(linking, find);
    while (from > sentence->begin && find->value.from - from < LONGEST && !char_ends_clause(text[from - 1]) &&
           text[from - 1] != U'、')
        from--;
    return kept(linking, (struct span){from, find->value.from});
}

/* Further down a text speaks of other things: the event counts only where the sentence speaks of one. */
static bool speaks_of_event(const struct linking *linking, const struct find *find) {
    static const struct char_row words[] = {W("活动"),   W("会议"),   W("论坛"),   W("大会"), W("大赛"),
                                            W("宣传周"), W("网安周"), W("博览会"), W("参会"), W("参展"),
                                            W("参赛"),   W("本次"),   W("本届"),   W("此次"), WORDS_END};
    struct span near = near_text(linking, find);
    struct char_filter filter = char_filter_of(words);
    const uint32_t *text = linking->document->text;
    for (uint32_t i = near.from; i < near.to; i++)
        if (char_may_begin(&filter, text[i]) && char_words_at(text + i, words)) return true;
    return false;
}

static void link_number(struct linking *linking, struct find *find) {
    find->about = linking->document->is_slides || speaks_of_event(linking, find) ? linking->main : "";
    find->attribute = counted(linking, find);
}

static void link_find(struct linking *linking, struct find *find) {
    switch (find->type) {
    case DRAFT_DATE:
    case DRAFT_DATE_RANGE:
        link_date(linking, find);
        break;
    case DRAFT_PLACE:
        link_venue(linking, find);
        break;
    case DRAFT_SLOGAN:
        find->about = near_event(linking, find, false);
        break;
    case DRAFT_ORGANIZATION:
    case DRAFT_ORGANIZATION_SET:
        link_body(linking, find);
        break;
    case DRAFT_OUTCOME:
        link_outcome(linking, find);
        break;
    case DRAFT_ORDERED_LIST:
        find->about = speaker(linking, find);
        break;
    case DRAFT_NUMBER:
    case DRAFT_PERCENT:
        link_number(linking, find);
        break;
    default:
        break;
    }
}

/* On a slide the label says what a value is, and the heading whose it is. */
static void link_slide(struct linking *linking, struct find *find) {
    uint32_t paragraph = linking->document->sentences[find->sentence].paragraph;
    struct span heading = slide_heading(linking->document, paragraph);
    linking->main = heading.to ? kept(linking, heading) : "";
    link_find(linking, find);
    if (!find->warn && page_names_year(linking->document, paragraph)) find->warn = "课件上的年份不能当真";
    const char *label = slide_label(linking, paragraph);
    bool is_labelled = *label && find->type != DRAFT_TERM && find->type != DRAFT_SET;
    if (!is_labelled) return;
    find->about = linking->main;
    find->attribute = label;
}

void link_subjects(const struct document *document, struct finds *finds) {
    struct linking linking = {document, finds, ""};
    struct span event = main_event(document);
    if (event.to) linking.main = kept(&linking, event);
    for (uint32_t i = 0; i < finds->count; i++) {
        struct find *find = &finds->list[i];
        if (document->is_slides) {
            link_slide(&linking, find);
        } else {
            link_find(&linking, find);
        }
    }
}
