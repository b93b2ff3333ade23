#include "exchange/link.h"

#include <string.h>

#include "exchange/char.h"
#include "exchange/link_parts.h"
#include "exchange/phrase.h"

/* ---- what the files of linking share ---- */

const char *link_kept(struct linking *linking, struct span span) {
    return char_text(&linking->finds->arena, linking->document->text + span.from, span.to - span.from);
}

const struct sentence *link_sentence(const struct linking *linking, const struct find *find) {
    return &linking->document->sentences[find->sentence];
}

struct reading link_reading(const struct linking *linking, uint32_t sentence) {
    const struct sentence *read = &linking->document->sentences[sentence];
    return (struct reading){.document = linking->document,
                            .text = linking->document->text,
                            .sentence = sentence,
                            .begin = read->begin,
                            .end = read->end,
                            .finds = linking->finds};
}

bool link_has_word(const struct linking *linking, uint32_t from, uint32_t to, const struct char_row *words) {
    struct char_filter filter = char_filter_of(words);
    const uint32_t *text = linking->document->text;
    for (uint32_t i = from; i < to; i++)
        if (char_may_begin(&filter, text[i]) && char_words_at(text + i, words)) return true;
    return false;
}

/* ---- the kinds of finds ---- */

/* The sentence around a find, so far as it is a sentence for readers. */
static struct span near_text(const struct linking *linking, const struct find *find) {
    enum { FAR = 300 };
    const struct sentence *sentence = link_sentence(linking, find);
    uint32_t from = find->value.from > FAR ? find->value.from - FAR : 0, to = find->value.to + FAR;
    return (struct span){from > sentence->begin ? from : sentence->begin,
                         to < sentence->end ? to : sentence->end};
}

static const char *joined(struct linking *linking, const char *heading, const char *event) {
    if (!*heading || strcmp(heading, event) == 0 || strstr(event, heading)) return event;
    return arena_printf(&linking->finds->arena, "%s%s", heading, event);
}

/* An event of a slide is one of what its heading names. */
static const char *event_text(struct linking *linking, struct span event) {
    const char *text = link_kept(linking, event);
    bool is_part = linking->document->is_slides && !link_has_year(linking->document, event);
    return is_part ? joined(linking, linking->main, text) : text;
}

/* The event before the value, else the one behind it, else the document's. */
static const char *near_event(struct linking *linking, const struct find *find) {
    struct span near = near_text(linking, find);
    struct span before = link_last_event(linking, near.from, find->value.from);
    struct span after = link_first_event(linking, find->value.to, near.to);
    struct span best = before.to ? before : after;
    return best.to ? event_text(linking, best) : linking->main;
}

/* 开幕式、论坛等活动在…: the place is not that of the last one alone. */
static bool is_of_list(const struct linking *linking, const struct find *find) {
    enum { FAR = 6 };
    const uint32_t *text = linking->document->text;
    uint32_t begin = link_sentence(linking, find)->begin, at = find->value.from;
    while (at > begin && find->value.from - at < FAR && text[at] != U'等') at--;
    return text[at] == U'等';
}

/* What they all belong to: the event before them that has a year; empty when there is none. */
static struct span whole_event(const struct linking *linking, const struct find *find) {
    struct span near = near_text(linking, find), event;
    for (uint32_t to = find->value.from; (event = link_last_event(linking, near.from, to)).to;
         to = event.from)
        if (link_has_year(linking->document, event)) return event;
    return (struct span){0, 0};
}

/* 展览设在…: what stands before 设在. */
static const char *is_set_up(struct linking *linking, const struct find *find) {
    static const struct char_row words[] = {W("设在"), WORDS_END};
    struct reading reading = link_reading(linking, find->sentence);
    uint32_t word = char_words_before(reading.text + reading.begin, reading.text + find->value.from, words);
    if (!word) return NULL;
    uint32_t end = find->value.from - word, begin = phrase_begin(&reading, end);
    begin = phrase_without_lead(&reading, begin, end);
    return end - begin >= 2 && end - begin <= 16 ? link_kept(linking, (struct span){begin, end}) : "";
}

static void link_venue(struct linking *linking, struct find *find) {
    struct span whole = is_of_list(linking, find) ? whole_event(linking, find) : (struct span){0, 0};
    const char *set_up = is_set_up(linking, find);
    struct span other = link_another(linking, near_text(linking, find).from, find->value.from);
    if (other.to) whole = other;
    find->about = set_up ? set_up : whole.to ? link_kept(linking, whole) : near_event(linking, find);
}

/* 以“…”为主题的2024年国家网络安全宣传周; else whoever the sentence speaks of. */
static void link_theme(struct linking *linking, struct find *find) {
    static const struct char_row made[] = {W("为主题的"), W("为口号的"), WORDS_END};
    struct span near = near_text(linking, find);
    const uint32_t *text = linking->document->text;
    uint32_t behind = find->value.to + (text[find->value.to] == U'”');
    bool follows = char_words_at(text + behind, made) > 0;
    struct span before = link_last_event(linking, near.from, find->value.from);
    struct span after = link_first_event(linking, find->value.to, near.to);
    struct span best = follows && after.to ? after : before;
    find->about = best.to ? event_text(linking, best) : linking->main;
}

/* ---- who said it ---- */

/* 王京涛指出, at the head of the paragraph. */
static const char *speaker(struct linking *linking, const struct find *find) {
    static const struct char_row verbs[] = {W("指出"), W("表示"), W("强调"), W("在致辞中"), W("介绍"),
                                            W("认为"), W("提出"), W("要求"), WORDS_END};
    enum { LONGEST = 8 };
    const struct document *document = linking->document;
    uint32_t begin = document->paragraphs[document->sentences[find->sentence].paragraph].begin;
    for (uint32_t i = begin + 2; i < begin + LONGEST && document->text[i]; i++)
        if (char_words_at(document->text + i, verbs)) return link_kept(linking, (struct span){begin, i});
    return "";
}

/* The words that lead to a list: 会议通过《倡议》，提出以下主张：, in its paragraph or the one before. */
static struct span lead_in(const struct linking *linking, const struct find *find) {
    const struct document *document = linking->document;
    uint32_t number = link_sentence(linking, find)->paragraph;
    const struct paragraph *here = &document->paragraphs[number];
    enum { MARKS = 6 };
    if (find->value.from > here->begin + MARKS) return (struct span){here->begin, find->value.from};
    if (number == 0 || here[-1].is_title) return (struct span){0, 0};
    return (struct span){here[-1].begin, here[-1].end};
}

static const char *title_in(struct linking *linking, struct span lead) {
    const uint32_t *text = linking->document->text;
    uint32_t close = lead.to;
    while (close > lead.from && text[close - 1] != U'》') close--;
    uint32_t open = close;
    while (open > lead.from && text[open] != U'《') open--;
    return close > open && text[open] == U'《' ? link_kept(linking, (struct span){open, close}) : "";
}

/* 郝景行：…: who is speaking in a transcript. */
static const char *transcript_speaker(struct linking *linking, struct span lead) {
    enum { SHORTEST = 2, LONGEST = 4, MOST = 200 };
    const uint32_t *text = linking->document->text;
    uint32_t colon = lead.from;
    while (colon < lead.to && colon - lead.from <= LONGEST && text[colon] != U'：') colon++;
    uint32_t length = colon - lead.from;
    if (text[colon] != U'：' || length < SHORTEST || length > LONGEST) return "";
    for (uint32_t i = 0; i < linking->finds->count && i < MOST; i++) {
        const struct find *person = &linking->finds->list[i];
        bool is_he = person->type == DRAFT_ROLE && person->subject.to - person->subject.from == length &&
                     memcmp(text + person->subject.from, text + lead.from, length * sizeof *text) == 0;
        if (is_he) return link_kept(linking, person->subject);
    }
    return "";
}

static void link_list(struct linking *linking, struct find *find) {
    find->about = speaker(linking, find);
    struct span lead = lead_in(linking, find);
    if (*find->about || !lead.to) return;
    find->about = transcript_speaker(linking, lead);
    uint32_t end = lead.to;
    while (end > lead.from &&
           (char_is_blank(linking->document->text[end - 1]) || linking->document->text[end - 1] == '\n'))
        end--;
    bool leads = end > lead.from && linking->document->text[end - 1] == U'：';
    if (!*find->about && leads) find->about = title_in(linking, lead);
}

/* 会议指出: which meeting. */
static void link_speech(struct linking *linking, struct find *find) {
    struct span who = find->subject;
    bool points = link_pointer_at(linking->document->text + who.from) == who.to - who.from;
    if (!points) return;
    find->subject = (struct span){0, 0};
    find->about = *linking->main ? linking->main : linking->whole;
}

/* 设学生组、职工组、公开组三个组别: the list before the number is of whom the number is, and of what is
 * counted. */
static void link_counted_set(struct linking *linking, const struct find *number) {
    enum { NEAR = 4, LINKED = 2 };
    struct find *first = linking->finds->list;
    for (struct find *next = first + (number - first); next > first && next + NEAR > number; next--) {
        struct find *set = next - 1;
        bool is_counted = set->type == DRAFT_SET && !*set->about && !set->subject.to &&
                          number->value.from >= set->value.to && number->value.from < set->value.to + LINKED;
        if (!is_counted || !*number->about) continue;
        set->about = number->about;
        set->attribute = strstr(number->attribute, "人数") ? "参加人员" : number->attribute;
    }
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
        link_theme(linking, find);
        break;
    case DRAFT_ORGANIZATION:
    case DRAFT_ORGANIZATION_SET:
        link_body(linking, find);
        break;
    case DRAFT_OUTCOME:
        link_outcome(linking, find);
        break;
    case DRAFT_ORDERED_LIST:
        link_list(linking, find);
        break;
    case DRAFT_SPEECH:
        link_speech(linking, find);
        break;
    case DRAFT_VERSION:
        link_version(linking, find);
        break;
    case DRAFT_NUMBER:
    case DRAFT_PERCENT:
        link_number(linking, find);
        link_counted_set(linking, find);
        break;
    default:
        break;
    }
}

/* 时间：2025年5月17日 */
static bool has_own_label(const struct linking *linking, const struct find *find) {
    return find->value.from && linking->document->text[find->value.from - 1] == U'：';
}

/* What stands within a sentence is not what the label above it says; （ and 第一步 may stand before it. */
static bool begins_paragraph(const struct linking *linking, const struct find *find) {
    enum { NEAR = 4 };
    const struct document *document = linking->document;
    uint32_t paragraph = document->sentences[find->sentence].paragraph;
    return find->value.from <= document->paragraphs[paragraph].begin + NEAR;
}

/* On a slide the label says what a value is, and the heading whose it is. */
static void link_slide(struct linking *linking, struct find *find) {
    uint32_t paragraph = linking->document->sentences[find->sentence].paragraph;
    struct span heading = link_slide_heading(linking, paragraph);
    linking->main = heading.to ? link_kept(linking, heading) : "";
    link_find(linking, find);
    if (!find->warn && link_page_names_year(linking->document, paragraph))
        find->warn = "课件上的年份不能当真";
    const char *label = begins_paragraph(linking, find) ? link_slide_label(linking, paragraph) : "";
    bool is_labelled = *label && strcmp(label, linking->main) != 0 && !has_own_label(linking, find) &&
                       find->type != DRAFT_TERM && find->type != DRAFT_SET &&
                       find->type != DRAFT_DEFINITION && find->type != DRAFT_ROLE;
    if (!is_labelled) return;
    find->about = linking->main;
    find->attribute = label;
}

void link_subjects(const struct document *document, struct finds *finds) {
    struct linking linking = {
        .document = document, .finds = finds, .main = "", .whole = "", .leads = link_leads()};
    link_collect_events(&linking);
    struct span event = link_main_event(&linking);
    if (event.to) linking.main = linking.whole = link_kept(&linking, event);
    for (uint32_t i = 0; i < finds->count; i++) {
        struct find *find = &finds->list[i];
        if (document->is_slides) {
            link_slide(&linking, find);
        } else {
            link_find(&linking, find);
        }
    }
    link_drop_events(&linking);
}
