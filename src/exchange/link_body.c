#include <string.h>

#include "exchange/char.h"
#include "exchange/link_parts.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* Bodies and what they did; what came out of it, and of whom. */

static bool is_one_of(const char *word, const char *const *list) {
    for (; *list; list++)
        if (strcmp(word, *list) == 0) return true;
    return false;
}

/* The words before 由, in the clause of the bodies: 《指南》由…起草. {0, 0} without 由; empty when nothing
   stands before it. */
static struct span before_by(const struct linking *linking, const struct find *find) {
    enum { NEAR = 4 };
    struct reading reading = link_reading(linking, find->sentence);
    uint32_t begin = phrase_begin(&reading, find->value.from), by = find->value.from;
    while (by > begin && find->value.from - by < NEAR && reading.text[by] != U'由') by--;
    if (reading.text[by] != U'由' || by == find->value.from) return (struct span){0, 0};
    for (uint32_t i = begin; i < by; i++)
        if (reading.text[i] == U'）') begin = i + 1; /* （东岚外事讯）由… */
    while (by > begin && (reading.text[by - 1] == U'将' || reading.text[by - 1] == U'均')) by--;
    return (struct span){phrase_without_lead(&reading, begin, by), by};
}

/* 本报告, 本办法: the document itself. */
static bool is_itself(const uint32_t *text, struct span span) {
    static const struct char_row words[] = {W("本报告"), W("本通知"), W("本公告"),
                                            W("本办法"), W("本指南"), WORDS_END};
    return char_words_at(text + span.from, words) == span.to - span.from;
}

/* A name as it stands, what the words point to, or "". */
static const char *named(struct linking *linking, struct span span) {
    enum { LONGEST = 24 };
    const uint32_t *text = linking->document->text;
    static const struct char_row odd[] = {W("的"), W("了"), W("并"), W("，"),
                                          W("是"), W("将"), W("也"), WORDS_END};
    if (span.to <= span.from + 1) return "";
    uint32_t pointer = link_pointer_at(text + span.from);
    if (pointer == span.to - span.from) return *linking->main ? linking->main : linking->whole;
    bool is_other_year = span.to - span.from > 6 && char_is_digit(text[span.from]) &&
                         text[span.from + 4] == U'年' && text[span.from + 5] == U'的' &&
                         link_pointer_at(text + span.from + 6) == span.to - span.from - 6;
    if (is_other_year) return link_kept(linking, span); /* 2026年的会议 */
    if (is_itself(text, span) && linking->document->paragraph_count)
        return link_kept(linking, (struct span){linking->document->paragraphs[0].begin,
                                                linking->document->paragraphs[0].end});
    struct span event = link_last_event(linking, span.from, span.to);
    if (event.to == span.to) return link_kept(linking, event);
    bool is_title = text[span.from] == U'《' && text[span.to - 1] == U'》';
    if (is_title) return link_kept(linking, span);
    if (text[span.to - 1] == U'”' || link_has_word(linking, span.from, span.to, odd)) return "";
    return span.to - span.from <= LONGEST ? link_kept(linking, span) : "";
}

/* What stands behind the verb: 组成跨部门工作小组, 通报了近期查处的6起案件. */
static const char *object_of(struct linking *linking, const struct find *find, char_word verb) {
    enum { LONGEST = 20 };
    static const struct char_row odd[] = {W("、"), W("“"), W("《"), W("（"), W("并"), W("对"), WORDS_END};
    struct reading reading = link_reading(linking, find->sentence);
    uint32_t end = phrase_end(&reading, find->value.to), at = find->value.to, length = 0;
    while (at < end && !(length = char_word_at(reading.text + at, verb))) at++;
    if (!length) return "";
    at += length + (reading.text[at + length] == U'了');
    for (uint32_t i = at; i < end; i++)
        if (reading.text[i] == U'的') at = i + 1;
    bool is_plain = end > at + 1 && end - at <= LONGEST && !link_has_word(linking, at, end, odd);
    if (!is_plain) return "";
    uint32_t pointer = link_pointer_at(reading.text + at);
    return pointer == end - at ? linking->main : link_kept(linking, (struct span){at, end});
}

static const struct find *next_title(const struct linking *linking, const struct find *find) {
    enum { NEAR = 12 };
    const struct find *end = linking->finds->list + linking->finds->count;
    struct reading reading = link_reading(linking, find->sentence);
    uint32_t stop = phrase_end(&reading, find->value.to);
    for (const struct find *next = find + 1; next < end && next < find + NEAR; next++)
        if ((next->type == DRAFT_TITLE || next->type == DRAFT_TERM) && next->value.from < stop) return next;
    return NULL;
}

/* 对X授牌: X, which was found beside the body. */
static const char *granted(struct linking *linking, const struct find *find) {
    enum { NEAR = 6 };
    const struct find *end = linking->finds->list + linking->finds->count;
    for (const struct find *next = find + 1; next < end && next < find + NEAR; next++)
        if (next->sentence == find->sentence && next->type == DRAFT_OUTCOME &&
            strcmp(next->attribute, "授牌") == 0)
            return link_kept(linking, next->value);
    return "";
}

/* Whose organiser it is: named before 由, named in the sentence, or pointed to. */
const char *link_hosted(struct linking *linking, const struct find *find) {
    struct reading reading = link_reading(linking, find->sentence);
    struct span by = before_by(linking, find);
    if (by.to > by.from) {
        const char *name = named(linking, by);
        return name;
    }
    uint32_t end = phrase_end(&reading, find->value.to);
    struct span after = link_first_event(linking, find->value.to, end);
    struct span before = link_last_event(linking, reading.begin, find->value.from);
    struct span best = before.to ? before : after;
    if (best.to) return link_kept(linking, best);
    return linking->main;
}

/* ---- outcomes ---- */

/* The bodies that stand before it in its clause: 甲与乙签署《…》. */
static const char *makers_of(struct linking *linking, const struct find *find) {
    enum { NEAR = 12 };
    struct reading reading = link_reading(linking, find->sentence);
    uint32_t clause = phrase_begin(&reading, find->value.from);
    const struct find *first = linking->finds->list;
    for (const struct find *other = find; other > first && other + NEAR > find; other--) {
        const struct find *body = other - 1;
        if (body->sentence != find->sentence || body->value.from < clause) break;
        bool is_body = body->type == DRAFT_ORGANIZATION || body->type == DRAFT_ORGANIZATION_SET;
        if (is_body && body->value.to <= find->value.from) return link_kept(linking, body->value);
    }
    return "";
}

/* 会上发布了《…》: what was released where is told of the event. */
static const char *scene_of(struct linking *linking, const struct find *find) {
    static const struct char_row words[] = {W("会上"), W("论坛上"), W("大会上"), W("仪式上"), W("活动中"),
                                            W("现场"), W("期间"),   W("同期"),   W("此外"),   W("会议"),
                                            W("大会"), W("活动上"), WORDS_END};
    const struct document *document = linking->document;
    const struct sentence *sentence = link_sentence(linking, find);
    const struct paragraph *paragraph = &document->paragraphs[sentence->paragraph];
    if (!link_has_word(linking, sentence->begin, find->value.from, words)) return "";
    struct span event = link_last_event(linking, paragraph->begin, find->value.from);
    return event.to ? link_kept(linking, event) : linking->main;
}

/* 注册成立X公司: who did it; 会上宣布成立: where. */
static const char *founder_of(struct linking *linking, const struct find *find) {
    const char *scene = scene_of(linking, find);
    uint32_t rest;
    if (*scene) return scene;
    struct reading reading = link_reading(linking, find->sentence);
    uint32_t clause = phrase_begin(&reading, find->value.from);
    if (clause == find->value.from) return "";
    return link_owner(linking, find, find->value.from, &rest);
}

/* 甲和乙共同举办, …等12个部门参加会议: what the words behind a list say that they did. */
static const char *deed_behind(const struct linking *linking, const struct find *find) {
    static const struct {
        char_word word;
        const char *attribute;
    } deeds[] = {{U"举办", "联合举办"}, {U"主办", "联合主办"}, {U"参加会议", "参加"},
                 {U"支持", "支持"},     {U"制作", "制作"},     {U"参加活动", "参加"}};
    struct reading reading = link_reading(linking, find->sentence);
    uint32_t end = phrase_end(&reading, find->value.to);
    for (uint32_t i = find->value.to; i < end; i++)
        for (size_t d = 0; d < sizeof deeds / sizeof deeds[0]; d++)
            if (char_word_at(reading.text + i, deeds[d].word)) return deeds[d].attribute;
    return "";
}

/* 联盟宣布正式成立: it was founded. */
static const char *announced_deed(const struct linking *linking, const struct find *find) {
    struct reading reading = link_reading(linking, find->sentence);
    static const struct char_row founded[] = {W("宣布成立"), W("宣布正式成立"), W("正式宣布成立"), WORDS_END};
    return char_words_at(reading.text + find->value.to, founded) ? "成立" : find->attribute;
}

/* 市教育局等部门负责同志: 负责 is no deed there. */
static bool is_of_people(const struct linking *linking, const struct find *find) {
    static const struct char_row words[] = {W("负责同志"), W("负责人"), W("相关负责"), W("主要负责"),
                                            WORDS_END};
    struct reading reading = link_reading(linking, find->sentence);
    return link_has_word(linking, find->value.to, phrase_end(&reading, find->value.to), words);
}

struct with_object {
    const char *attribute;
    char_word verb;
};

void link_body(struct linking *linking, struct find *find) {
    static const char *const makers[] = {"发布",     "公布", "印发", "出台", "签署",
                                         "共同签署", "推出", "制作", NULL};
    static const char *const hosts[] = {
        "主办", "联合主办", "承办",     "协办",     "指导", "支持", "提供支持", "出品", "组织召开", "召开",
        "举办", "联合举办", "联合召开", "交流发言", "发起", "主讲", "主持",     "开展", "",         NULL};
    static const char *const founders[] = {"成立", "揭牌", NULL}, *const announced[] = {"宣布", NULL};
    static const struct with_object objects[] = {{"组成", U"组成"},
                                                 {"建立", U"建立"},
                                                 {"通报", U"通报"},
                                                 {"作出", U"作出"},
                                                 {"部署开展", U"部署开展"}};
    if (linking->document->is_slides && is_one_of(find->attribute, hosts)) {
        find->about = link_hosted(linking, find);
        return;
    }
    if (is_one_of(find->attribute, announced)) find->attribute = announced_deed(linking, find);
    if (strcmp(find->attribute, "负责") == 0 && is_of_people(linking, find)) find->attribute = "";
    for (size_t i = 0; i < sizeof objects / sizeof objects[0]; i++)
        if (strcmp(objects[i].attribute, find->attribute) == 0)
            find->about = object_of(linking, find, objects[i].verb);
    const struct find *title = is_one_of(find->attribute, makers) ? next_title(linking, find) : NULL;
    if (title) find->about = link_kept(linking, title->value);
    if (is_one_of(find->attribute, hosts)) find->about = link_hosted(linking, find);
    if (is_one_of(find->attribute, founders)) {
        find->about = founder_of(linking, find);
        return;
    }
    if (strcmp(find->attribute, "授牌") == 0) find->about = granted(linking, find);
    if (!*find->attribute) find->attribute = deed_behind(linking, find);
    if (*find->about) return;
    struct span by = before_by(linking, find);
    if (by.to > by.from) find->about = named(linking, by);
    if (strcmp(find->attribute, "牵头") == 0 && !by.to) find->about = object_of(linking, find, U"召开");
}

void link_outcome(struct linking *linking, struct find *find) {
    static const char *const deeds[] = {"签署", "印发", NULL};
    const char *makers = makers_of(linking, find);
    static const char *const founders[] = {"成立", "揭牌", NULL};
    bool is_event_deed = !is_one_of(find->attribute, deeds);
    if (is_one_of(find->attribute, founders)) {
        find->about = founder_of(linking, find);
        return;
    }
    find->about = *makers ? makers : is_event_deed ? scene_of(linking, find) : "";
}

/* ---- versions and numbers of papers ---- */

static struct span title_behind(const struct linking *linking, uint32_t at) {
    const uint32_t *text = linking->document->text;
    enum { LONGEST = 80 };
    while (char_is_blank(text[at])) at++;
    if (text[at] != U'《') return (struct span){0, 0};
    for (uint32_t i = at; i < at + LONGEST && text[i]; i++)
        if (text[i] == U'》') return (struct span){at, i + 1};
    return (struct span){0, 0};
}

static struct span title_ending_at(const struct linking *linking, uint32_t end) {
    enum { LONGEST = 80 };
    const uint32_t *text = linking->document->text;
    if (!end || text[end - 1] != U'》') return (struct span){0, 0};
    for (uint32_t i = end - 1; i && end - i < LONGEST; i--)
        if (text[i - 1] == U'《') return (struct span){i - 1, end};
    return (struct span){0, 0};
}

/* “守望”安全运营平台V5.0 */
static struct span product_before(const struct linking *linking, const struct find *find) {
    enum { LONGEST = 20 };
    const uint32_t *text = linking->document->text;
    uint32_t begin = link_sentence(linking, find)->begin, at = find->value.from;
    while (at > begin && find->value.from - at < LONGEST && text[at] != U'“') at--;
    bool is_name =
        text[at] == U'“' && !link_has_word(linking, at, find->value.from,
                                           (const struct char_row[]){W("，"), W("、"), W("的"), WORDS_END});
    return is_name ? (struct span){at, find->value.from} : (struct span){0, 0};
}

/* A number on a line of its own under the title of a paper. */
static struct span paper_above(const struct linking *linking, const struct find *find) {
    enum { FIRST = 5 };
    uint32_t number = link_sentence(linking, find)->paragraph;
    const struct paragraph *here = &linking->document->paragraphs[number];
    bool stands_alone = find->value.from == here->begin && find->value.to == here->end;
    struct span paper = link_paper(linking->document);
    return number < FIRST && stands_alone && paper.to < find->value.from ? paper : (struct span){0, 0};
}

void link_version(struct linking *linking, struct find *find) {
    if (find->subject.to) return;
    uint32_t bracket =
        find->value.from - (find->value.from && linking->document->text[find->value.from - 1] == U'（');
    struct span title = bracket < find->value.from ? title_ending_at(linking, bracket) : (struct span){0, 0};
    if (!title.to) title = title_behind(linking, find->value.to);
    if (!title.to) title = paper_above(linking, find);
    if (!title.to && strcmp(find->attribute, "版本") == 0) title = product_before(linking, find);
    if (title.to) find->about = link_kept(linking, title);
}
