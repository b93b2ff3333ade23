#include "cli/review_side.h"

#include <string.h>

/* The review as plain text: a claim a paragraph, the source's words in 【】. */

static const struct draft *draft_of(const struct review *review, uint32_t place) {
    return &review->inbox->drafts.list[place];
}

static void add_claim(struct review *review, uint32_t place, struct buf *out) {
    const struct draft *draft = draft_of(review, place);
    buf_printf(out, "%s %s %s%s%s%s%s", review_place(review, place), review_tag(review, draft),
               *draft->subject ? draft->subject : "？", *draft->attribute ? "—" : "", draft->attribute, "＝",
               review_value(review, draft));
}

static void add_excerpt(struct buf *out, const char *label, const struct draft *draft) {
    struct excerpt excerpt = review_excerpt(draft);
    buf_printf(out, "    %s　%s", label, excerpt.cut_before ? "……" : "");
    buf_str(out, excerpt.before);
    if (excerpt.marked.len) {
        buf_text(out, "【");
        buf_str(out, excerpt.marked);
        buf_text(out, "】");
    }
    buf_str(out, excerpt.after);
    buf_text(out, excerpt.cut_after ? "……\n" : "\n");
}

static void add_line(struct buf *out, const char *label, const char *text) {
    if (*text) buf_printf(out, "    %s　%s\n", label, text);
}

static void add_conflict(struct review *review, const struct draft *draft, struct str id, struct buf *out) {
    const char *name = arena_text(&review->arena, id.at, id.len);
    uint32_t other = inbox_find(review->inbox, name);
    struct review_side side;
    buf_printf(out, "    冲突　%s　", name);
    if (other != INBOX_NONE)
        add_claim(review, other, out);
    else if (review_side_find(review, draft, name, &side))
        buf_printf(out, "题库：%s＝%s", side.about, side.value);
    buf_char(out, '\n');
    if (other != INBOX_NONE) add_excerpt(out, "　　", draft_of(review, other));
}

static void add_conflicts(struct review *review, const struct draft *draft, struct buf *out) {
    struct str rest = str_of(draft->conflict_with), id;
    while (inbox_next_id(&rest, &id)) add_conflict(review, draft, id, out);
}

static void add_whole(struct review *review, const struct review_row *row, struct buf *out) {
    const struct draft *draft = draft_of(review, row->draft);
    buf_printf(out, "%s　%s　", draft->id, draft->confident ? "A" : "B");
    add_claim(review, row->draft, out);
    buf_text(out, "   [收] [改] [弃]\n");
    add_excerpt(out, "原文", draft);
    add_line(out, "归在", draft->topic);
    add_line(out, "说法", row->proposal.statement);
    add_conflicts(review, draft, out);
    add_line(out, "理由", draft->reason);
    for (uint32_t i = 0; i < draft->warn_count; i++)
        if (!strstr(row->proposal.refusal, draft->warns[i])) add_line(out, "注意", draft->warns[i]);
    if (row->proposal.akin) buf_printf(out, "    相近　%s\n", review_akin(review, row->proposal.akin));
    if (*row->proposal.refusal)
        buf_printf(out, "    待定　%s。%s\n", row->proposal.refusal, row->proposal.remedy);
    add_line(out, "命令", review_command(review, row));
    buf_char(out, '\n');
}

static void add_short(struct review *review, const struct review_row *row, struct buf *out) {
    const struct decision *decision = &review->inbox->decisions[row->draft];
    buf_printf(out, "%s　", draft_of(review, row->draft)->id);
    add_claim(review, row->draft, out);
    if (row->group != REVIEW_DONE) buf_printf(out, "　%s", row->proposal.refusal);
    if (row->group == REVIEW_DONE && decision->fate == FATE_ACCEPTED)
        buf_printf(out, "　收：%s", decision->fact);
    if (decision->fate == FATE_REJECTED)
        buf_printf(out, "　弃%s%s", *decision->note ? "：" : "", decision->note);
    buf_char(out, '\n');
    if (row->group == REVIEW_LACKING) add_excerpt(out, "原文", draft_of(review, row->draft));
}

static void add_group(struct review *review, enum review_group group, struct buf *out) {
    if (!review->counts[group]) return;
    buf_printf(out, "== %s　%u 条　%s\n\n", review_words[group].title, (unsigned)review->counts[group],
               review_words[group].advice);
    for (uint32_t i = 0; i < review->count; i++) {
        if (review->rows[i].group != group) continue;
        if (group >= REVIEW_LACKING)
            add_short(review, &review->rows[i], out);
        else
            add_whole(review, &review->rows[i], out);
    }
    if (group >= REVIEW_LACKING) buf_char(out, '\n');
}

void review_print_text(struct review *review, struct buf *out) {
    for (enum review_group group = 0; group < REVIEW_GROUPS; group++) add_group(review, group, out);
    buf_printf(out, "%u 份文档，%u 条草稿", (unsigned)review->document_count, (unsigned)review->count);
    for (enum review_group group = 0; group < REVIEW_GROUPS; group++)
        if (review->counts[group])
            buf_printf(out, "，%s %u 条", review_words[group].figure, (unsigned)review->counts[group]);
    buf_text(out, "。\n");
}
