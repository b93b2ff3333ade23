#include "cli/review.h"

#include <string.h>

#include "base/utf8.h"

const struct review_group_words review_words[REVIEW_GROUPS] = {
    [REVIEW_CONFLICT] = {"说法不一", "说法不一", "对着原文和日期看，弃掉不对的；对的那一条再收。"},
    [REVIEW_DECIDE] = {"要人拿主意", "要拿主意", "程序拿不准。没有错的，收的时候加 --decided。"},
    [REVIEW_READY] = {"可以收", "可以收", "念一遍说法，和原文对得上就收。"},
    [REVIEW_LACKING] = {"还缺一样", "还缺一样", "用 --subject、--attribute 补上再收，或者弃掉。"},
    [REVIEW_KNOWN] = {"已经有了", "已经有了", "题库或者别的草稿里有同样的说法，不用再收。"},
    [REVIEW_DONE] = {"定下的", "已经定下", "收了的在题库里，弃了的不会再回来。"},
};

static enum review_group group_of(const struct draft *draft, const struct decision *decision,
                                  const struct proposal *proposal) {
    if (decision->fate == FATE_REJECTED || (decision->fate == FATE_ACCEPTED && *decision->fact))
        return REVIEW_DONE;
    if (proposal->is_known) return REVIEW_KNOWN;
    if (*draft->conflict_with || proposal->rival) return REVIEW_CONFLICT;
    if (!*proposal->refusal) return REVIEW_READY;
    return proposal->needs_decision ? REVIEW_DECIDE : REVIEW_LACKING;
}

static void add(struct review *review, uint32_t draft) {
    static const struct wishes none = {.decided = false};
    struct review_row *row = &review->rows[review->count++];
    row->draft = draft;
    proposal_make(review->content, review->inbox, draft, &none, &review->arena, &row->proposal);
    row->group =
        group_of(&review->inbox->drafts.list[draft], &review->inbox->decisions[draft], &row->proposal);
    review->counts[row->group]++;
}

void review_collect(struct review *review, const struct content *content, const struct inbox *inbox,
                    const char *pack) {
    *review = (struct review){.content = content, .inbox = inbox};
    arena_init(&review->arena);
    review->rows = ARENA_LIST(&review->arena, struct review_row, inbox->drafts.count + 1);
    for (uint32_t i = 0; i < inbox->document_count; i++)
        review->document_count += !pack || strcmp(inbox->documents[i].into, pack) == 0;
    for (uint32_t i = 0; i < inbox->drafts.count; i++) {
        const struct inbox_document *document = &inbox->documents[inbox->decisions[i].document];
        if (!pack || strcmp(document->into, pack) == 0) add(review, i);
    }
}

void review_finish(struct review *review) {
    arena_finish(&review->arena);
}

const char *review_place(struct review *review, uint32_t draft) {
    const struct inbox *inbox = review->inbox;
    const struct inbox_document *document = &inbox->documents[inbox->decisions[draft].document];
    return arena_printf(&review->arena, "%s:%u", inbox_short_name(&review->arena, document),
                        (unsigned)inbox->drafts.list[draft].line);
}

const char *review_tag(struct review *review, const struct draft *draft) {
    return arena_printf(&review->arena, "〔%s%s%s〕", draft->pattern, *draft->attribute ? "·" : "",
                        draft->attribute);
}

const char *review_value(struct review *review, const struct draft *draft) {
    const char *text = "";
    for (uint32_t i = 0; i < draft->value_count; i++)
        text = arena_printf(&review->arena, "%s%s%s", text, i ? "｜" : "", draft->values[i]);
    return draft->open ? arena_printf(&review->arena, "%s｜等", text) : text;
}

/* ---- the excerpt ---- */

/* What a screen's width takes on either side. */
enum { AROUND = 48 };

static struct str tail(struct str text, size_t characters) {
    size_t count = utf8_count(text);
    return count <= characters ? text : str_cut(text, utf8_head(text, count - characters).len, text.len);
}

static bool place(const struct draft *draft, const char *words, struct excerpt *out) {
    struct str quote = str_of(draft->quote), mark = str_of(words);
    size_t at = mark.len ? str_find(quote, mark) : quote.len;
    if (at == quote.len) return false;
    struct str before = str_cut(quote, 0, at), after = str_cut(quote, at + mark.len, quote.len);
    *out = (struct excerpt){tail(before, AROUND), str_cut(quote, at, at + mark.len), utf8_head(after, AROUND),
                            false, false};
    out->cut_before = out->before.len < before.len;
    out->cut_after = out->after.len < after.len;
    return true;
}

struct excerpt review_excerpt(const struct draft *draft) {
    struct excerpt excerpt;
    if (place(draft, draft->surface, &excerpt)) return excerpt;
    for (uint32_t i = 0; i < draft->value_count; i++)
        if (place(draft, draft->values[i], &excerpt)) return excerpt;
    struct str quote = str_of(draft->quote), head = utf8_head(quote, 2 * (size_t)AROUND);
    return (struct excerpt){
        .before = head, .marked = STR(""), .after = STR(""), .cut_after = head.len < quote.len};
}

const char *review_akin(struct review *review, const struct fact *fact) {
    const char *shown = fact->value.type == VALUE_ENTITY ? fact->value.entity->name : fact->value.show;
    return arena_printf(&review->arena, "题库 %s　%s", fact->record.id,
                        phrasing_fill(&review->arena, fact->attribute->statements.list[0],
                                      fact->subject->name, shown, fact->as_of));
}

/* ---- commands ---- */

/* The others of a contradiction that nobody has decided about: they are rejected first. */
static const char *open_rivals(struct review *review, const struct draft *draft) {
    const char *ids = "";
    struct str rest = str_of(draft->conflict_with), id;
    while (inbox_next_id(&rest, &id)) {
        const char *name = arena_text(&review->arena, id.at, id.len);
        uint32_t other = inbox_find(review->inbox, name);
        if (other == INBOX_NONE || review->inbox->decisions[other].fate != FATE_OPEN) continue;
        ids = arena_printf(&review->arena, "%s %s", ids, name);
    }
    return ids;
}

const char *review_command(struct review *review, const struct review_row *row) {
    const struct inbox_document *document =
        &review->inbox->documents[review->inbox->decisions[row->draft].document];
    const struct draft *draft = &review->inbox->drafts.list[row->draft];
    if (row->proposal.rival) return arena_printf(&review->arena, "anzhi reject %s --why …", draft->id);
    const char *rivals = open_rivals(review, draft);
    const char *subject = *draft->subject ? "" : " --subject …";
    const char *attribute = *draft->attribute ? "" : " --attribute …";
    const char *decided = row->proposal.needs_decision || !draft->confident ? " --decided" : "";
    const char *edition = row->proposal.wants_edition ? " --edition …" : "";
    const char *date = *document->date ? "" : " --date …";
    const char *accept = arena_printf(&review->arena, "anzhi accept %s%s%s%s%s%s", draft->id, subject,
                                      attribute, decided, edition, date);
    return *rivals ? arena_printf(&review->arena, "anzhi reject%s --why …，再 %s", rivals, accept) : accept;
}
