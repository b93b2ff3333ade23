#include <string.h>

#include "cli/html.h"
#include "cli/review_side.h"

/* The review as a page: what needs a decision first, readings that differ side by side, and boxes to tick on
 * paper. */

static const char style[] =
    "@page { size: A4; margin: 14mm 13mm; }\n"
    "* { box-sizing: border-box; print-color-adjust: exact; -webkit-print-color-adjust: exact; }\n"
    "body { margin: 0; background: #E4ECF1; color: #0D2137; line-height: 1.6; font-size: 15px;\n"
    "  font-family: \"Noto Sans CJK SC\", \"Source Han Sans SC\", \"Microsoft YaHei\", \"PingFang SC\", sans-serif; }\n"
    "main { max-width: 900px; margin: 0 auto; padding: 40px 46px; background: #FFFFFF; }\n"
    "h1, h2, .says, .figures b { font-family: \"Noto Serif CJK SC\", \"Source Han Serif SC\", SimSun, serif; font-weight: bold; }\n"
    "h1 { font-size: 30px; margin: 0 0 4px; line-height: 1.3; }\n"
    "h2 { font-size: 20px; margin: 38px 0 4px; padding-left: 10px; border-left: 5px solid #FFC65A; break-after: avoid; }\n"
    "summary { cursor: pointer; } summary h2 { display: inline-block; }\n"
    "p { margin: 4px 0; color: #43586C; }\n"
    "h2 + p { margin-bottom: 14px; break-after: avoid; }\n"
    ".figures { display: flex; gap: 10px; margin: 22px 0 14px; }\n"
    ".figures div { flex: 1; padding: 10px 12px; background: #143C61; color: #FFFFFF; border-radius: 8px; }\n"
    ".figures div.red { background: #C0352A; }\n"
    ".figures div.none { background: #E4ECF1; color: #43586C; }\n"
    ".figures b { display: block; font-size: 27px; line-height: 1.25; }\n"
    ".figures span { font-size: 13px; }\n"
    "article { display: flex; gap: 16px; padding: 14px 0 13px; border-top: 1px solid #C6D4DE; break-inside: avoid; }\n"
    ".plate { flex: 0 0 82px; }\n"
    ".plate b { display: block; background: #143C61; color: #FFFFFF; border-radius: 6px; text-align: center;\n"
    "  border-bottom: 3px solid #0C2740; padding: 2px 0 1px; letter-spacing: .5px; }\n"
    ".plate b.red { background: #C0352A; border-color: #8A2119; }\n"
    ".plate span { display: block; text-align: center; font-size: 13px; color: #43586C; margin-top: 4px; overflow-wrap: anywhere; }\n"
    ".body { flex: 1; min-width: 0; }\n"
    ".claim { color: #43586C; font-size: 14px; overflow-wrap: anywhere; }\n"
    ".claim strong { color: #0D2137; }\n"
    ".claim em { font-style: normal; color: #A8430F; }\n"
    ".says { font-size: 19px; line-height: 1.5; margin: 2px 0 6px; }\n"
    "blockquote { margin: 6px 0; padding: 7px 12px; background: #EEF4F7; border-radius: 6px; font-size: 14px; overflow-wrap: anywhere; }\n"
    "mark { background: #FFC65A; color: #0D2137; padding: 0 2px; border-radius: 3px; }\n"
    ".why { font-size: 13px; color: #43586C; }\n"
    ".why b { color: #A8430F; font-weight: normal; }\n"
    ".sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(210px, 1fr)); gap: 10px; margin: 8px 0; }\n"
    ".side { border: 2px solid #C0352A; border-radius: 8px; padding: 8px 12px; background: #FDF3F1; font-size: 14px; break-inside: avoid; }\n"
    ".side b { display: block; font-size: 18px; color: #C0352A; line-height: 1.4; overflow-wrap: anywhere; }\n"
    ".side span { font-size: 13px; color: #43586C; }\n"
    ".side blockquote { background: #FFFFFF; padding: 5px 9px; margin: 5px 0 0; font-size: 13px; }\n"
    ".act { display: flex; justify-content: space-between; gap: 16px; margin-top: 7px; font-size: 14px; }\n"
    "code { font-family: \"Noto Sans Mono CJK SC\", \"DejaVu Sans Mono\", Consolas, monospace; font-size: 13px;\n"
    "  background: #EEF4F7; border-radius: 4px; padding: 1px 7px; overflow-wrap: anywhere; }\n"
    ".act span { white-space: nowrap; word-spacing: 6px; }\n"
    "table { width: 100%; border-collapse: collapse; font-size: 13.5px; table-layout: fixed; }\n"
    "th { text-align: left; font-weight: normal; color: #43586C; border-bottom: 1.5px solid #0D2137; }\n"
    "th, td { padding: 5px 8px 5px 0; vertical-align: top; overflow-wrap: anywhere; }\n"
    "td { border-bottom: 1px solid #C6D4DE; }\n"
    "tr { break-inside: avoid; }\n"
    "th.i { width: 70px; } th.w { width: 27%; } th.s { width: 26%; } th.p { width: 110px; }\n"
    "td small { color: #43586C; display: block; }\n"
    "footer { margin-top: 34px; font-size: 13px; color: #43586C; }\n"
    "@media print { body { background: none; font-size: 13px; } main { padding: 0; max-width: none; }\n"
    "  .says { font-size: 16px; } }\n";

static const struct draft *draft_of(const struct review *review, uint32_t place) {
    return &review->inbox->drafts.list[place];
}

static void add_str(struct review *review, struct buf *out, struct str text) {
    html_text(out, arena_text(&review->arena, text.at, text.len));
}

/* ---- parts ---- */

static void add_excerpt(struct review *review, struct buf *out, const struct draft *draft) {
    struct excerpt excerpt = review_excerpt(draft);
    buf_text(out, "<blockquote>");
    if (excerpt.cut_before) buf_text(out, "……");
    add_str(review, out, excerpt.before);
    if (excerpt.marked.len) {
        buf_text(out, "<mark>");
        add_str(review, out, excerpt.marked);
        buf_text(out, "</mark>");
    }
    add_str(review, out, excerpt.after);
    buf_text(out, excerpt.cut_after ? "……</blockquote>\n" : "</blockquote>\n");
}

static void add_or(struct buf *out, const char *text, const char *otherwise) {
    if (*text) {
        html_text(out, text);
        return;
    }
    buf_printf(out, "<em>%s</em>", otherwise);
}

static void add_claim(struct review *review, struct buf *out, const struct draft *draft) {
    buf_text(out, "<div class=\"claim\">");
    add_or(out, draft->subject, "说的是谁？");
    buf_text(out, " — ");
    add_or(out, draft->attribute, "它的什么？");
    buf_text(out, " ＝ <strong>");
    html_text(out, review_value(review, draft));
    buf_text(out, "</strong>　");
    html_text(out, review_tag(review, draft));
    buf_text(out, draft->confident ? " A" : " B");
    if (*draft->topic) buf_text(out, "　归在 ");
    html_text(out, draft->topic);
    buf_text(out, "</div>\n");
}

static const char *document_title(const struct review *review, uint32_t place) {
    return review->inbox->documents[review->inbox->decisions[place].document].title;
}

static void add_side(struct review *review, struct buf *out, uint32_t place) {
    const struct draft *draft = draft_of(review, place);
    const struct inbox_document *document =
        &review->inbox->documents[review->inbox->decisions[place].document];
    buf_text(out, "<div class=\"side\"><b>");
    html_text(out, review_value(review, draft));
    buf_printf(out, "</b><span>%s　", draft->id);
    html_text(out, review_place(review, place));
    buf_text(out, "　");
    html_text(out, *document->date ? document->date : "没有日期");
    buf_text(out, "</span>");
    add_excerpt(review, out, draft);
    buf_text(out, "</div>\n");
}

static void add_known_side(struct buf *out, const struct review_side *side, const char *id) {
    buf_text(out, "<div class=\"side\"><b>");
    html_text(out, side->value);
    buf_text(out, "</b><span>题库　");
    html_text(out, id);
    buf_text(out, "</span><blockquote>");
    html_text(out, side->about);
    if (*side->note) {
        buf_text(out, "。");
        html_text(out, side->note);
    }
    buf_text(out, "</blockquote></div>\n");
}

static void add_other_side(struct review *review, struct buf *out, const struct draft *draft,
                           const char *id) {
    uint32_t other = inbox_find(review->inbox, id);
    struct review_side side;
    if (other != INBOX_NONE)
        add_side(review, out, other);
    else if (review_side_find(review, draft, id, &side))
        add_known_side(out, &side, id);
}

static void add_sides(struct review *review, struct buf *out, const struct review_row *row) {
    const struct draft *draft = draft_of(review, row->draft);
    struct str rest = str_of(draft->conflict_with), id;
    bool named = false;
    buf_text(out, "<div class=\"sides\">\n");
    add_side(review, out, row->draft);
    while (inbox_next_id(&rest, &id)) {
        const char *name = arena_text(&review->arena, id.at, id.len);
        named = named || (row->proposal.rival && strcmp(name, row->proposal.rival) == 0);
        add_other_side(review, out, draft, name);
    }
    if (row->proposal.rival && !named) add_other_side(review, out, draft, row->proposal.rival);
    buf_text(out, "</div>\n");
}

/* Why it can't simply be taken, and what to do. */
static void add_refusal(struct buf *out, const struct proposal *proposal) {
    if (!*proposal->refusal) return;
    buf_text(out, "<div class=\"why\"><b>");
    html_text(out, proposal->refusal);
    buf_text(out, "</b>　");
    html_text(out, proposal->remedy);
    buf_text(out, "</div>\n");
}

static void add_why(struct buf *out, const struct draft *draft, const struct proposal *proposal) {
    buf_text(out, "<div class=\"why\">");
    html_text(out, draft->reason);
    for (uint32_t i = 0; i < draft->warn_count; i++) {
        if (strstr(proposal->refusal, draft->warns[i])) continue;
        buf_text(out, "　<b>注意：");
        html_text(out, draft->warns[i]);
        buf_text(out, "</b>");
    }
    if (proposal->kind == PROPOSAL_FACT && proposal->phrasing.is_rough)
        buf_text(out, "　<b>问法是程序按属性名拼的，收下以后润色一下。</b>");
    buf_text(out, "</div>\n");
}

/* ---- what needs looking at ---- */

static void add_article(struct review *review, struct buf *out, const struct review_row *row) {
    const struct draft *draft = draft_of(review, row->draft);
    bool conflict = row->group == REVIEW_CONFLICT;
    buf_printf(out, "<article id=\"%s\"><div class=\"plate\"><b%s>%s</b><span title=\"", draft->id,
               conflict ? " class=\"red\"" : "", draft->id);
    html_text(out, document_title(review, row->draft));
    buf_text(out, "\">");
    html_text(out, review_place(review, row->draft));
    buf_text(out, "</span></div><div class=\"body\">\n<div class=\"says\">");
    html_text(out, row->proposal.statement);
    buf_text(out, "</div>\n");
    add_claim(review, out, draft);
    if (conflict)
        add_sides(review, out, row);
    else
        add_excerpt(review, out, draft);
    add_why(out, draft, &row->proposal);
    if (row->proposal.akin) {
        buf_text(out, "<div class=\"why\"><b>相近的</b>　");
        html_text(out, review_akin(review, row->proposal.akin));
        buf_text(out, "</div>\n");
    }
    add_refusal(out, &row->proposal);
    buf_text(out, "<div class=\"act\"><code>");
    html_text(out, review_command(review, row));
    buf_text(out, "</code><span>□收 □改 □弃</span></div></div></article>\n");
}

static void add_all_command(struct review *review, struct buf *out) {
    buf_text(out, "<p>这一节都没有错的话：<code>anzhi accept");
    for (uint32_t i = 0; i < review->count; i++)
        if (review->rows[i].group == REVIEW_READY)
            buf_printf(out, " %s", draft_of(review, review->rows[i].draft)->id);
    buf_text(out, "</code></p>\n");
}

/* ---- what a line is enough for ---- */

static const char *last_cell(struct review *review, const struct review_row *row) {
    const struct decision *decision = &review->inbox->decisions[row->draft];
    if (row->group != REVIEW_DONE) return row->proposal.refusal;
    if (decision->fate == FATE_ACCEPTED) return arena_printf(&review->arena, "收：%s", decision->fact);
    return arena_printf(&review->arena, "弃%s%s", *decision->note ? "：" : "", decision->note);
}

static void add_line(struct review *review, struct buf *out, const struct review_row *row) {
    const struct draft *draft = draft_of(review, row->draft);
    struct excerpt excerpt = review_excerpt(draft);
    buf_printf(out, "<tr id=\"%s\"><td>%s<small>", draft->id, draft->id);
    html_text(out, review_place(review, row->draft));
    buf_text(out, "</small></td><td>");
    html_text(out, review_value(review, draft));
    buf_text(out, "<small>");
    html_text(out, draft->subject);
    html_text(out, review_tag(review, draft));
    buf_text(out, "</small></td><td>");
    if (excerpt.cut_before) buf_text(out, "……");
    add_str(review, out, excerpt.before);
    buf_text(out, "<mark>");
    add_str(review, out, excerpt.marked);
    buf_text(out, "</mark>");
    add_str(review, out, excerpt.after);
    if (excerpt.cut_after) buf_text(out, "……");
    buf_text(out, "</td><td>");
    html_text(out, last_cell(review, row));
    buf_text(out, "</td></tr>\n");
}

static void add_table(struct review *review, struct buf *out, enum review_group group) {
    buf_printf(out,
               "<table>\n<thead><tr><th class=\"i\">编号</th><th class=\"w\">值</th><th>原文</th>"
               "<th class=\"s\">%s</th></tr></thead>\n",
               group == REVIEW_DONE    ? "怎么定的"
               : group == REVIEW_KNOWN ? "在哪里"
                                       : "缺什么");
    for (uint32_t i = 0; i < review->count; i++)
        if (review->rows[i].group == group) add_line(review, out, &review->rows[i]);
    buf_text(out, "</table>\n");
}

/* ---- the page ---- */

static void add_heading(struct review *review, struct buf *out, enum review_group group) {
    buf_printf(out, "<h2>%s　%u 条</h2>", review_words[group].title, (unsigned)review->counts[group]);
}

/* What is many and seldom wanted is opened by a touch, and stays off the paper. */
static void add_folded(struct review *review, struct buf *out, enum review_group group) {
    buf_text(out, "<details><summary>");
    add_heading(review, out, group);
    buf_printf(out, "</summary>\n<p>%s</p>\n", review_words[group].advice);
    add_table(review, out, group);
    buf_text(out, "</details>\n");
}

static void add_open(struct review *review, struct buf *out, enum review_group group) {
    add_heading(review, out, group);
    buf_printf(out, "\n<p>%s</p>\n", review_words[group].advice);
    for (uint32_t i = 0; i < review->count; i++)
        if (review->rows[i].group == group) add_article(review, out, &review->rows[i]);
    if (group == REVIEW_READY) add_all_command(review, out);
}

static void add_group(struct review *review, struct buf *out, enum review_group group) {
    if (!review->counts[group]) return;
    if (group >= REVIEW_LACKING)
        add_folded(review, out, group);
    else
        add_open(review, out, group);
}

static void add_figures(struct review *review, struct buf *out) {
    buf_text(out, "<div class=\"figures\">\n");
    for (enum review_group group = 0; group < REVIEW_GROUPS; group++) {
        const char *look = !review->counts[group] || group >= REVIEW_LACKING ? "none"
                           : group == REVIEW_CONFLICT                        ? "red"
                                                                             : "";
        buf_printf(out, "<div class=\"%s\"><b>%u</b><span>%s</span></div>\n", look,
                   (unsigned)review->counts[group], review_words[group].figure);
    }
    buf_text(out, "</div>\n");
}

static void add_documents(struct review *review, struct buf *out) {
    const struct inbox *inbox = review->inbox;
    buf_text(out, "<table>\n<thead><tr><th class=\"i\">文档</th><th>标题</th><th class=\"s\">发布</th>"
                  "<th class=\"p\">收进</th></tr></thead>\n");
    for (uint32_t i = 0; i < inbox->document_count; i++) {
        const struct inbox_document *document = &inbox->documents[i];
        buf_text(out, "<tr><td>");
        html_text(out, inbox_short_name(&review->arena, document));
        buf_text(out, "</td><td>");
        html_text(out, *document->title ? document->title : document->file);
        if (*document->title_from)
            buf_printf(out, "<small>%s，暂作标题；不对，收的时候加 --title</small>", document->title_from);
        if (!*document->date) buf_text(out, "<small>没有写日期；收的时候加 --date</small>");
        buf_text(out, "</td><td>");
        html_text(out, document->publisher);
        buf_text(out, " ");
        html_text(out, document->date);
        buf_text(out, "</td><td>");
        html_text(out, document->into);
        buf_text(out, "</td></tr>\n");
    }
    buf_text(out, "</table>\n");
}

void review_print_page(struct review *review, struct buf *out) {
    html_begin(out, "草稿审阅", style);
    buf_printf(
        out,
        "<h1>草稿审阅</h1>\n<p>%u 份文档，%u 条草稿。大字是收下以后教给访客的话，"
        "灰底是文档的原话，黄色是取值的地方。点开标题前的三角，看其余的。A 是程序有把握的，B 是没有把握的。</p>\n",
        (unsigned)review->document_count, (unsigned)review->count);
    add_figures(review, out);
    add_documents(review, out);
    for (enum review_group group = 0; group < REVIEW_GROUPS; group++) add_group(review, out, group);
    buf_text(
        out,
        "<footer>收：在终端里运行那一条下面的命令。改：在后面加 --subject 谁、--attribute 什么、--value 值。"
        "弃：anzhi reject 编号 --why 原因。草稿没有收下以前，访客看不到。</footer>\n");
    html_end(out);
}
