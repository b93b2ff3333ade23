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
static uint32_t separator_at(const uint32_t *at) {
    static const char_word words[] = {
        U"，",   U"。",   U"；",   U"：",   U"、", U"“",  U"”",  U"（", U"）",     U"\n",   U"|",    U"｜",
        U" ",    U"《",   U"》",   U"的",   U"在", U"于", U"将", U"由", U"以",     U"举行", U"召开", U"举办",
        U"开幕", U"启动", U"拉开", U"正式", U"是", U"为", U"与", U"上", U"参加",   U"出席", U"围绕", U"参与",
        U"期间", U"，",   U"？",   U"！",   U"还", U"等", U"了", U"并", U"信息\n", U"今年", NULL};
    static const char_word known[] = {U"等级", U"为民", U"上海", U"于都", NULL};
    return char_words_at(at, known) ? 0 : char_words_at(at, words);
}

/* 2024年 belongs to the name, 9月9日 does not. */
static uint32_t without_day(const uint32_t *text, uint32_t from, uint32_t to) {
    uint32_t behind = from;
    for (uint32_t i = from + 1; i < to; i++)
        if ((text[i] == U'日' || text[i] == U'月') && char_is_digit(text[i - 1])) behind = i + 1;
    static const char_word leads[] = {U"上午", U"下午", U"至",   U"同时", U"此外",
                                      U"大会", U"次日", U"日前", U"近日", NULL};
    if (behind < to) {
        uint32_t lead = char_words_at(text + behind, leads);
        if (behind + lead < to) behind += lead;
    }
    return behind;
}

/* 本次论坛, 会议, 分论坛: which one is not said. */
static bool is_generic(const uint32_t *begin, const uint32_t *end) {
    static const char_word leads[] = {U"本次",   U"本届", U"此次", U"该",   U"这次",
                                      U"一系列", U"多项", U"系列", U"各项", U"首个",
                                      U"下届",   U"历届", U"重要", U"上届", NULL};
    return char_words_at(begin, leads) > 0 || end - begin < 3;
}

/* The parts between separators, one after the other; false behind the last. */
static bool next_part(const uint32_t *text, uint32_t to, uint32_t *at, struct span *part) {
    if (*at > to) return false;
    uint32_t end = *at, separator = 0;
    while (end < to && (separator = separator_at(text + end)) == 0) end++;
    *part = (struct span){without_day(text, *at, end), end};
    *at = end + (separator ? separator : 1);
    return true;
}

static bool is_event(const uint32_t *text, struct span part) {
    const uint32_t *begin = text + part.from, *end = text + part.to;
    return part.to > part.from && names_is_event(begin, end) && !is_generic(begin, end);
}

struct span link_event(const struct document *document, uint32_t from, uint32_t to, bool last) {
    const uint32_t *text = document->text;
    struct span found = {0, 0}, part;
    while (next_part(text, to, &from, &part)) {
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

/* The heading of the page that names an event, and the label right before the find: 举办时间. */
static struct span slide_heading(const struct document *document, uint32_t paragraph) {
    uint32_t page = document->paragraphs[paragraph].page, first = paragraph;
    struct span nearest = {0, 0};
    while (first > 0 && document->paragraphs[first - 1].page == page) first--;
    for (uint32_t i = first; i < document->paragraph_count && document->paragraphs[i].page == page; i++) {
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

/* The event before the value, else the one behind it, else the document's. */
static const char *near_event(struct linking *linking, const struct find *find, bool before_first) {
    const struct sentence *sentence = sentence_of(linking, find);
    struct span before = link_event(linking->document, sentence->begin, find->value.from, true);
    struct span after = link_event(linking->document, find->value.to, sentence->end, false);
    struct span best = before_first && before.to ? before : after.to ? after : before;
    if (!best.to) return linking->main;
    const char *event = kept(linking, best);
    return has_year(linking->document, best) || !linking->document->is_slides
               ? event
               : joined(linking, linking->main, event);
}

static bool says_held(const struct linking *linking, const struct find *find) {
    static const char_word words[] = {U"举行", U"召开", U"举办", U"开幕", U"启动",
                                      U"开展", U"拉开", U"开赛", U"亮相", NULL};
    const struct sentence *sentence = sentence_of(linking, find);
    for (uint32_t i = find->value.to; i < sentence->end; i++)
        if (char_words_at(linking->document->text + i, words)) return true;
    return false;
}

/* 9月9日以来 is no day of the event. */
static bool is_since(const struct linking *linking, const struct find *find) {
    static const char_word words[] = {U"以来", U"前", U"起", U"之前", U"以后", NULL};
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
    static const char_word verbs[] = {U"指出", U"表示", U"强调", U"在致辞中", U"介绍",
                                      U"认为", U"提出", U"要求", NULL};
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
    static const char_word ends[] = {U"参加", U"参与", U"，", U"。", U"；",   U"、", U"，", U"）", U"\n",
                                     U"在",   U"的",   U"和", U"等", U"到场", U"：", U"“",  NULL};
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

static void link_find(struct linking *linking, struct find *find) {
    switch (find->type) {
    case DRAFT_DATE:
    case DRAFT_DATE_RANGE:
        link_date(linking, find);
        break;
    case DRAFT_PLACE:
    case DRAFT_SLOGAN:
        find->about = near_event(linking, find, find->type == DRAFT_PLACE);
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
        find->about = linking->main;
        find->attribute = counted(linking, find);
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
