#include "exchange/char.h"
#include "exchange/find.h"
#include "exchange/phrase.h"
#include "exchange/steps.h"

/* On a slide: a label with its value below it, and a heading with a list of short lines below it. */

enum { LONGEST_ITEM = 10, LONGEST_HEADING = 24, LONGEST_POINT = 24 };

static uint32_t length_of(const struct paragraph *paragraph) {
    return paragraph->end - paragraph->begin;
}

static bool has_clause(const struct document *document, const struct paragraph *paragraph) {
    for (uint32_t i = paragraph->begin; i < paragraph->end; i++)
        if (char_ends_clause(document->text[i]) || char_is_digit(document->text[i]) ||
            document->text[i] == U'、' || char_is_numeral(document->text[i]))
            return true;
    return false;
}

static const struct char_row label_words[] = {W("地点"), W("时间"), W("主题"), W("举办"), W("主办"),
                                              W("承办"), W("协办"), W("活动"), W("信息"), WORDS_END};

static bool holds(const struct document *document, const struct paragraph *paragraph,
                  const struct char_row *words) {
    for (uint32_t i = paragraph->begin; i < paragraph->end; i++)
        if (char_words_at(document->text + i, words)) return true;
    return false;
}

static bool is_item(const struct document *document, uint32_t i, uint32_t page) {
    const struct paragraph *paragraph = &document->paragraphs[i];
    return paragraph->page == page && !steps_counts(document->text, paragraph->begin) &&
           length_of(paragraph) <= LONGEST_ITEM && length_of(paragraph) > 1 &&
           !has_clause(document, paragraph) && !holds(document, paragraph, label_words);
}

static struct reading reading_of(const struct document *document, struct finds *finds, uint32_t paragraph) {
    const struct paragraph *here = &document->paragraphs[paragraph];
    return (struct reading){.document = document,
                            .text = document->text,
                            .sentence = here->first_sentence,
                            .begin = here->begin,
                            .end = here->end,
                            .finds = finds};
}

/* Three lines or more that are short, under a heading. */
static uint32_t read_list(const struct document *document, struct finds *finds, uint32_t heading) {
    enum { FEWEST = 3 };
    struct span items[PHRASE_MEMBERS];
    uint32_t count = 0, i = heading + 1, page = document->paragraphs[heading].page;
    while (i < document->paragraph_count && count < PHRASE_MEMBERS && is_item(document, i, page)) {
        items[count++] = (struct span){document->paragraphs[i].begin, document->paragraphs[i].end};
        i++;
    }
    if (count < FEWEST) return heading + 1;
    struct reading reading = reading_of(document, finds, heading + 1);
    struct find *find =
        find_add(&reading, P_SET, DRAFT_SET, (struct span){items[0].from, items[count - 1].to});
    find->members = phrase_keep(&reading, items, count);
    find->member_count = count;
    find->subject = (struct span){document->paragraphs[heading].begin, document->paragraphs[heading].end};
    find->attribute = "包括";
    find->confident = false;
    find->reason = "标题下面的几行短句";
    return i;
}

static void add_labelled(const struct document *document, struct finds *finds, uint32_t value,
                         enum draft_type type, enum pattern pattern) {
    const struct paragraph *paragraph = &document->paragraphs[value];
    struct reading reading = reading_of(document, finds, value);
    bool quoted = document->text[paragraph->begin] == U'“' && paragraph->end - paragraph->begin > 2;
    struct span span = {paragraph->begin + quoted, paragraph->end - quoted};
    struct find *find = find_add(&reading, pattern, type, span);
    find->confident = false;
    find->reason = "标签下面的内容";
}

/* The recogniser of lists saw these bodies already. */
static bool was_found(const struct finds *finds, const struct paragraph *paragraph) {
    enum { LAST = 2000 };
    for (uint32_t i = finds->count; i > 0 && i + LAST > finds->count; i--) {
        const struct find *find = &finds->list[i - 1];
        bool is_bodies = find->type == DRAFT_ORGANIZATION || find->type == DRAFT_ORGANIZATION_SET;
        if (is_bodies && find->value.from == paragraph->begin) return true;
    }
    return false;
}

/* In quotation marks, or a line that is as short as a theme and no label of its own. */
static bool is_theme(const struct document *document, const struct paragraph *paragraph) {
    enum { SHORTEST = 6, LONGEST_THEME = 30 };
    if (document->text[paragraph->begin] == U'“') return true;
    return length_of(paragraph) >= SHORTEST && length_of(paragraph) <= LONGEST_THEME &&
           !holds(document, paragraph, label_words) && document->text[paragraph->end - 1] != U'。';
}

/* 本期主题：拆开看, which needs no line below it. */
static bool says_value(const struct document *document, const struct paragraph *paragraph) {
    for (uint32_t i = paragraph->begin; i + 1 < paragraph->end; i++)
        if (document->text[i] == U'：') return true;
    return false;
}

/* 活动举行地点, 主题, 举办方: the paragraph behind such a label is its value. */
static void read_label(const struct document *document, struct finds *finds, uint32_t label) {
    static const struct char_row places[] = {W("地点"), W("举办地"), W("会场"), WORDS_END},
                                 themes[] = {W("主题"), W("口号"), WORDS_END},
                                 hosts[] = {W("举办方"),   W("主办方"),   W("主办单位"), W("承办单位"),
                                            W("协办单位"), W("组织单位"), W("举办单位"), WORDS_END};
    const struct paragraph *here = &document->paragraphs[label], *next = here + 1;
    if (next->page != here->page || length_of(here) > 14 || says_value(document, here)) return;
    if (holds(document, here, places) && length_of(next) <= 24)
        add_labelled(document, finds, label + 1, DRAFT_PLACE, P_PLACE);
    if (holds(document, here, themes) && is_theme(document, next))
        add_labelled(document, finds, label + 1, DRAFT_SLOGAN, P_SLOGAN);
    if (!holds(document, here, hosts)) return;
    struct reading reading = reading_of(document, finds, label + 1);
    struct members members;
    if (was_found(finds, next) || !phrase_bodies(&reading, next->begin, next->end, &members)) return;
    struct find *find = phrase_add_bodies(&reading, P_ORGANIZER, &members);
    find->attribute = "举办方";
    find->reason = "标签下面的名单";
}

/* 01, 02, 03: what stands right behind each number. */
static void read_counters(const struct document *document, struct finds *finds, uint32_t first) {
    struct span items[PHRASE_MEMBERS];
    uint32_t count = 0;
    bool is_text = false; /* whole sentences are no points */
    for (uint32_t i = first; i < document->paragraph_count && count < PHRASE_MEMBERS; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        bool begins_anew = i > first && paragraph->counter == 1;
        if (paragraph->page != document->paragraphs[first].page || begins_anew) break;
        if (paragraph->counter != count + 1) continue;
        is_text = is_text || length_of(paragraph) > LONGEST_POINT;
        items[count++] = (struct span){paragraph->begin, paragraph->end};
    }
    if (count < 2 || is_text) return;
    struct reading reading = reading_of(document, finds, first);
    struct find *find =
        find_add(&reading, P_ORDERED, DRAFT_ORDERED_LIST, (struct span){items[0].from, items[count - 1].to});
    find->members = phrase_keep(&reading, items, count);
    find->member_count = count;
    find->attribute = "要点";
    find->confident = false;
    find->reason = "按 01、02 编号的几行";
}

void find_items(const struct document *document, struct finds *finds) {
    if (!document->is_slides) return;
    for (uint32_t i = 0; i + 1 < document->paragraph_count; i++) {
        if (document->paragraphs[i].is_heading) read_label(document, finds, i);
        if (document->paragraphs[i].counter == 1) read_counters(document, finds, i);
    }
    for (uint32_t i = 0; i + 1 < document->paragraph_count;) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        bool is_heading = paragraph->is_heading && length_of(paragraph) <= LONGEST_HEADING;
        i = is_heading ? read_list(document, finds, i) : i + 1;
    }
}
