#include <string.h>

#include "exchange/char.h"
#include "exchange/link_parts.h"
#include "exchange/phrase.h"

/* What a day is the day of: an event that is held, a paper that comes out or comes into force, what a label
   says. */

struct deed {
    char_word word;
    const char *attribute;
};

static const struct deed held[] = {{U"举行", "举办时间"}, {U"召开", "举办时间"}, {U"举办", "举办时间"},
                                   {U"开幕", "开幕时间"}, {U"启幕", "开幕时间"}, {U"闭幕", "闭幕时间"},
                                   {U"拉开", "开幕时间"}, {U"亮相", "举办时间"}, {U"开赛", "开赛时间"},
                                   {U"开班", "开班时间"}, {U"开营", "开营时间"}, {U"落幕", "闭幕时间"},
                                   {U"启动", "启动时间"}};
static const struct deed in_force[] = {
    {U"施行", "施行时间"},     {U"实施", "实施时间"},     {U"起施行", "施行时间"},    {U"起实施", "实施时间"},
    {U"正式施行", "施行时间"}, {U"正式实施", "实施时间"}, {U"起正式施行", "施行时间"}};
static const struct char_row published[] = {W("发布"), W("公布"), W("印发"), W("出台"), WORDS_END};

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

/* 开幕式 is no verb. */
static bool is_ceremony(const uint32_t *behind) {
    static const struct char_row words[] = {W("式"), W("仪式"), W("致辞"), WORDS_END};
    return char_words_at(behind, words) > 0;
}

static const struct deed *deed_at(const uint32_t *at, const struct deed *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (char_word_at(at, list[i].word) && !is_ceremony(at + 2)) return &list[i];
    return NULL;
}

/* 9月9日以来, 8月底前 is no day of the event. */
static bool is_since(const struct linking *linking, const struct find *find) {
    static const struct char_row words[] = {W("以来"), W("前"), W("起"),  W("之前"),
                                            W("以后"), W("止"), WORDS_END};
    return char_words_at(linking->document->text + find->value.to, words) > 0;
}

/* The next date of the sentence says when something else was. */
static uint32_t reach_of(const struct linking *linking, const struct find *find) {
    enum { NEAR = 16, FAR = 160 };
    const struct find *end = linking->finds->list + linking->finds->count;
    uint32_t reach = link_sentence(linking, find)->end;
    if (reach > find->value.to + FAR) reach = find->value.to + FAR;
    for (const struct find *next = find + 1; next < end && next < find + NEAR; next++)
        if (next->pattern == P_DATE && next->sentence == find->sentence && next->value.from > find->value.to)
            return next->value.from < reach ? next->value.from : reach;
    return reach;
}

struct span link_another(const struct linking *linking, uint32_t from, uint32_t to) {
    static const struct char_row words[] = {W("下届"),   W("下一届"), W("上届"),
                                            W("上一届"), W("明年的"), WORDS_END},
                                 ends[] = {W("将"), W("于"), W("定"), W("拟"), W("计划"), W("，"), WORDS_END};
    const uint32_t *text = linking->document->text;
    for (uint32_t i = from; i < to; i++) {
        if (!char_words_at(text + i, words)) continue;
        uint32_t end = i;
        while (end < to && !char_words_at(text + end, ends)) end++;
        return (struct span){i, end};
    }
    return (struct span){0, 0};
}

/* The event that is held in the words [verb, reach): 举行的E, 举行了E; else the one before the verb. */
static struct span held_event(const struct linking *linking, const struct find *find, uint32_t verb) {
    struct reading reading = link_reading(linking, find->sentence);
    uint32_t end = phrase_end(&reading, verb);
    struct span between = link_last_event(linking, find->value.to, verb);
    struct span after = link_first_event(linking, verb, end);
    struct span before = link_last_event(linking, reading.begin, find->value.from);
    bool is_of = reading.text[verb + 2] == U'的' && after.to;
    if (is_of) return after;
    return between.to ? between : after.to ? after : before;
}

/* 会议于11月26日开幕 */
static bool is_pointed_at(const struct linking *linking, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (link_pointer_at(linking->document->text + i)) return true;
    return false;
}

/* 宣传周开幕式: a day of its opening is not that of the whole. */
static const char *ceremony_behind(const uint32_t *behind) {
    static const struct deed ceremonies[] = {{U"开幕式", "开幕时间"},
                                             {U"开幕仪式", "开幕时间"},
                                             {U"闭幕式", "闭幕时间"},
                                             {U"启动仪式", "启动时间"},
                                             {U"闭幕仪式", "闭幕时间"}};
    for (size_t i = 0; i < COUNT(ceremonies); i++)
        if (char_word_at(behind, ceremonies[i].word)) return ceremonies[i].attribute;
    return NULL;
}

static bool link_held(struct linking *linking, struct find *find) {
    uint32_t reach = reach_of(linking, find), verb = find->value.to;
    const uint32_t *text = linking->document->text;
    const struct deed *deed = NULL;
    while (verb < reach && !(deed = deed_at(text + verb, held, COUNT(held)))) verb++;
    if (!deed) return false;
    struct reading reading = link_reading(linking, find->sentence);
    struct span other = link_another(linking, phrase_begin(&reading, find->value.from), find->value.from);
    struct span event = other.to ? other : held_event(linking, find, verb);
    find->attribute = deed->attribute;
    bool is_main = !event.to && (linking->document->is_slides ||
                                 is_pointed_at(linking, phrase_begin(&reading, find->value.from), verb));
    if (event.to) find->about = link_kept(linking, event);
    const char *ceremony = event.to ? ceremony_behind(linking->document->text + event.to) : NULL;
    if (ceremony) find->attribute = ceremony;
    if (is_main) find->about = linking->main;
    bool is_part = event.to && linking->document->is_slides && !link_has_year(linking->document, event);
    if (is_part && *linking->main)
        find->about = arena_printf(&linking->finds->arena, "%s%s", linking->main, find->about);
    return true;
}

/* 依据《办法》: a paper that is only leant on. */
static bool is_leant_on(const struct linking *linking, const struct find *title) {
    static const struct char_row words[] = {W("依据"), W("根据"), W("按照"), W("落实"), W("依照"),
                                            W("贯彻"), W("对照"), W("按"),   WORDS_END};
    return char_words_before(linking->document->text + link_sentence(linking, title)->begin,
                             linking->document->text + title->value.from, words) > 0;
}

/* The title that stands nearest before the find. */
static const struct find *title_before(const struct linking *linking, const struct find *find,
                                       uint32_t from) {
    enum { NEAR = 16 };
    const struct find *first = linking->finds->list;
    for (const struct find *other = find; other > first && other + NEAR > find; other--) {
        const struct find *title = other - 1;
        if (title->value.from < from) break;
        if (title->type == DRAFT_TITLE && !is_leant_on(linking, title)) return title;
    }
    return NULL;
}

/* 该办法自5月1日起施行, 《办法》将于11月1日正式施行: the title before it in the paragraph, the only one
 * there. */
static bool link_in_force(struct linking *linking, struct find *find) {
    const uint32_t *text = linking->document->text;
    uint32_t at = find->value.to;
    static const struct char_row words[] = {W("起"), W("正式"), W("开始"), W("起正式"), WORDS_END};
    at += char_words_at(text + at, words);
    const struct deed *deed = deed_at(text + at, in_force, COUNT(in_force));
    if (!deed) return false;
    find->attribute = deed->attribute;
    const struct find *title = title_before(linking, find, link_sentence(linking, find)->begin);
    if (!title) return true;
    const struct find *other = title_before(linking, title, link_sentence(linking, find)->begin);
    if (!other) find->about = link_kept(linking, title->value);
    return true;
}

/* 次日（9月10日），《…》发布; 9月10日，…发布《…》 */
static bool link_published(struct linking *linking, struct find *find) {
    enum { NEAR = 8 };
    const uint32_t *text = linking->document->text;
    uint32_t reach = reach_of(linking, find);
    const struct find *end = linking->finds->list + linking->finds->count;
    for (const struct find *title = find + 1; title < end && title < find + NEAR; title++) {
        if (title->value.from >= reach) break;
        if (title->type != DRAFT_TITLE || !char_words_at(text + title->value.to, published)) continue;
        find->attribute = "发布时间";
        find->about = link_kept(linking, title->value);
        return true;
    }
    return false;
}

/* 今年6月注册成立X公司 */
static bool link_founded(struct linking *linking, struct find *find) {
    enum { NEAR = 6 };
    uint32_t reach = reach_of(linking, find);
    const struct find *end = linking->finds->list + linking->finds->count;
    for (const struct find *next = find + 1; next < end && next < find + NEAR; next++) {
        bool is_founded = next->type == DRAFT_OUTCOME && strcmp(next->attribute, "成立") == 0 &&
                          char_word_at(linking->document->text + next->value.from - 2, U"成立");
        if (next->value.from >= reach || !is_founded) continue;
        find->attribute = "成立时间";
        find->about = link_kept(linking, next->value);
        return true;
    }
    return false;
}

/* 展览将持续到9月21日 */
static bool link_until(struct linking *linking, struct find *find) {
    static const struct char_row words[] = {W("持续到"), W("持续至"), W("延续到"),
                                            W("延续至"), W("一直到"), WORDS_END};
    struct reading reading = link_reading(linking, find->sentence);
    uint32_t rest;
    if (!char_words_before(reading.text + reading.begin, reading.text + find->value.from, words))
        return false;
    find->attribute = "结束时间";
    find->about = link_owner(linking, find, find->value.from, &rest);
    return true;
}

static struct span label_before(const struct linking *linking, const struct find *find) {
    enum { LONGEST = 8 };
    static const struct char_row ends[] = {W("时间"), W("日期"), W("时　间"), W("时 间"), WORDS_END};
    uint32_t begin = link_sentence(linking, find)->begin, end = find->value.from;
    const uint32_t *text = linking->document->text;
    if (end <= begin + 1 || text[end - 1] != U'：') return (struct span){0, 0};
    end--;
    bool is_label =
        end - begin >= 2 && end - begin <= LONGEST && char_words_before(text + begin, text + end, ends);
    return is_label ? (struct span){begin, end} : (struct span){0, 0};
}

/* 一、检查时间: the heading over a paragraph that is nothing but a day. */
static struct span heading_before(const struct linking *linking, const struct find *find) {
    static const struct char_row ends[] = {W("时间"), W("日期"), WORDS_END};
    const struct document *document = linking->document;
    const struct paragraph *here = &document->paragraphs[link_sentence(linking, find)->paragraph];
    if (here == document->paragraphs || find->value.from != here->begin || here->end > find->value.to + 1)
        return (struct span){0, 0};
    struct span heading = {here[-1].begin, here[-1].end};
    if (document->text[heading.from + 1] == U'、') heading.from += 2;
    bool is_label = here[-1].is_heading && heading.to - heading.from <= 10 &&
                    char_words_before(document->text + heading.from, document->text + heading.to, ends);
    return is_label ? heading : (struct span){0, 0};
}

static bool link_labelled(struct linking *linking, struct find *find) {
    struct span label = label_before(linking, find);
    if (!label.to) label = heading_before(linking, find);
    if (!label.to) return false;
    find->attribute = label.to - label.from > 3 ? link_kept(linking, label) : "举办时间";
    find->about = linking->main;
    return true;
}

/* The day under a paper, on a line of its own. */
static bool link_foot(struct linking *linking, struct find *find) {
    enum { LAST = 3 };
    const struct document *document = linking->document;
    uint32_t number = link_sentence(linking, find)->paragraph;
    const struct paragraph *here = &document->paragraphs[number];
    struct span paper = link_paper(document);
    bool is_foot = number + LAST >= document->paragraph_count && find->value.from == here->begin &&
                   find->value.to == here->end && find->value.from > paper.to;
    if (!is_foot || !paper.to) return false;
    find->attribute = "发布时间";
    find->about = link_kept(linking, paper);
    return true;
}

/* 云州9月15日电: when it was reported. */
static bool is_dateline(const struct linking *linking, const struct find *find) {
    static const struct char_row words[] = {W("电"), W("讯"), WORDS_END};
    return char_words_at(linking->document->text + find->value.to, words) > 0;
}

void link_date(struct linking *linking, struct find *find) {
    if (is_dateline(linking, find)) return;
    if (link_in_force(linking, find)) return;
    if (*find->attribute || is_since(linking, find)) return;
    bool is_linked = link_until(linking, find) || link_labelled(linking, find) ||
                     link_published(linking, find) || link_held(linking, find) ||
                     link_founded(linking, find) || link_foot(linking, find);
    if (!is_linked) find->attribute = "时间";
}
