#include "exchange/import.h"

#include <string.h>

#include "content/value.h"
#include "exchange/char.h"
#include "exchange/echo.h"
#include "exchange/find.h"
#include "exchange/link.h"
#include "exchange/rival.h"
#include "exchange/unclear.h"
#include "exchange/year.h"

static const char *span_text(struct drafts *drafts, const struct document *document, struct span span) {
    return char_text(&drafts->arena, document->text + span.from, span.to - span.from);
}

static const char *kept(struct drafts *drafts, const char *text) {
    return *text ? arena_text(&drafts->arena, text, strlen(text)) : "";
}

static void put_place(struct draft *draft, const struct document *document, struct span value) {
    struct piece place = document_place(document, value.from);
    draft->line = place.line;
    draft->from = place.column;
    draft->to = document_end_column(document, value.from, value.to);
}

static void put_value(struct drafts *drafts, struct draft *draft, const struct document *document,
                      const struct find *find) {
    uint32_t count = find->members ? find->member_count : 1;
    const char **values = ARENA_LIST(&drafts->arena, const char *, count);
    for (uint32_t i = 0; i < count; i++)
        values[i] = span_text(drafts, document, find->members ? find->members[i] : find->value);
    if (find->prefix.to)
        values[0] =
            arena_printf(&drafts->arena, "%s%s", span_text(drafts, document, find->prefix), values[0]);
    draft->values = values;
    draft->value_count = count;
    draft->is_list = find->members != NULL;
    bool stands_so = !find->members && !find->prefix.to;
    draft->surface = stands_so ? values[0] : span_text(drafts, document, find->value);
}

/* 约800人 is about 800 of 人. */
static const char *number_form(struct drafts *drafts, const char *text) {
    static const char *const hedges[] = {[HEDGE_NONE] = "",
                                         [HEDGE_ABOUT] = "about ",
                                         [HEDGE_OVER] = "over ",
                                         [HEDGE_AT_MOST] = "at most ",
                                         [HEDGE_AT_LEAST] = "at least "};
    struct value value = value_read(&drafts->arena, text);
    if (value.type != VALUE_NUMBER) return "";
    long long whole = value.thousandths / 1000, rest = value.thousandths % 1000;
    if (!rest) return arena_printf(&drafts->arena, "%s%lld %s", hedges[value.hedge], whole, value.unit);
    return arena_printf(&drafts->arena, "%s%lld.%03lld %s", hedges[value.hedge], whole, rest, value.unit);
}

static void put_judgement(struct drafts *drafts, struct draft *draft, const struct document *document,
                          const struct find *find) {
    draft->confident = find->confident && !document->is_slides;
    draft->reason = document->is_slides ? "课件文字，上下文不完整" : find->reason;
    if (find->warn) drafts_warn(draft, kept(drafts, find->warn));
    if (find->unclear) drafts_warn(draft, find->unclear);
}

static void add_draft(struct drafts *drafts, const struct document *document, const struct find *find,
                      const char *doc, const char *quote) {
    struct draft *draft = drafts_add(drafts);
    draft->id = arena_printf(&drafts->arena, "D%04u", (unsigned)drafts->count);
    draft->pattern = pattern_words[find->pattern];
    draft->doc = doc;
    draft->type = find->type;
    draft->quote = quote;
    draft->subject =
        find->subject.to ? span_text(drafts, document, find->subject) : kept(drafts, find->about);
    draft->attribute = kept(drafts, find->attribute);
    draft->open = find->open;
    draft->year = find->year;
    draft->normal = kept(drafts, find->normal);
    put_place(draft, document, find->value);
    put_value(drafts, draft, document, find);
    if (find->pattern == P_NUMBER) draft->normal = number_form(drafts, draft->values[0]);
    put_judgement(drafts, draft, document, find);
}

enum { LONG_SENTENCE = 2000, AROUND = 400 };

static bool is_long(const struct sentence *sentence) {
    return sentence->end - sentence->begin > LONG_SENTENCE;
}

/* The sentence; of a text without marks, what stands around the value, for the drafts not to be longer than
   the text many times over. */
static struct span quote_of(const struct sentence *sentence, struct span value) {
    struct span whole = {sentence->begin, sentence->end};
    if (!is_long(sentence)) return whole;
    if (value.from > whole.from + AROUND) whole.from = value.from - AROUND;
    if (value.to + AROUND < whole.to) whole.to = value.to + AROUND;
    return whole;
}

void import_document(struct drafts *drafts, const struct document *document) {
    if (document->flaw != DOCUMENT_SOUND) return;
    struct finds finds;
    finds_init(&finds);
    find_all(document, &finds);
    year_resolve(document, &finds);
    year_warn(document, &finds);
    link_subjects(document, &finds);
    unclear_mark(document, &finds);
    rival_mark(document, &finds);
    echo_mark(document, &finds);
    drafts_reserve(drafts, finds.count);
    const char *doc = kept(drafts, document->name), *quote = "";
    uint32_t quoted = UINT32_MAX; /* the sentence in `quote`; the drafts of one share it */
    for (uint32_t i = 0; i < finds.count; i++) {
        const struct find *find = &finds.list[i];
        const struct sentence *sentence = &document->sentences[find->sentence];
        if (find->sentence != quoted) quote = span_text(drafts, document, quote_of(sentence, find->value));
        quoted = is_long(sentence) ? UINT32_MAX : find->sentence;
        add_draft(drafts, document, find, doc, quote);
    }
    finds_finish(&finds);
}
