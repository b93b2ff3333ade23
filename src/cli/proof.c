#include "cli/proof.h"

#include <string.h>

#include "base/memory.h"
#include "cli/html.h"
#include "quiz/question.h"

/* The rows of each source, collected in one walk through the bank; behind the last source, those that have
   none. */
struct proof {
    const struct content *content;
    const struct pack *pack; /* NULL: all */
    struct buf *groups;
    uint32_t *counts;
};

static uint32_t group_of(const struct proof *proof, const struct source *source) {
    return source ? (uint32_t)(source - proof->content->sources) : proof->content->source_count;
}

static bool is_wanted(const struct proof *proof, const struct pack *pack) {
    return !proof->pack || proof->pack == pack;
}

static struct buf *begin_row(struct proof *proof, const struct source *source) {
    uint32_t group = group_of(proof, source);
    buf_printf(&proof->groups[group], "<tr><td class=\"n\">%u</td><td>", (unsigned)++proof->counts[group]);
    return &proof->groups[group];
}

static void add_text(struct buf *out, const char *before, const char *text, const char *after) {
    if (!*text) return;
    buf_text(out, before);
    html_text(out, text);
    buf_text(out, after);
}

/* A stem stands alone in its line, the options share the next one. */
static void add_option(struct buf *out, uint32_t place, const char *text, bool right) {
    buf_printf(out, "<div class=\"o%s\">%c　", right ? " k" : "", (int)('A' + place));
    html_text(out, text);
    buf_text(out, "</div>");
}

static void add_answer(struct buf *out, bool first, const char *text) {
    if (!first) buf_text(out, "<br>");
    html_text(out, text);
}

static void end_row(struct buf *out, const char *explanation, const char *note, const char *quote,
                    const char *status) {
    buf_text(out, "</td><td>");
    html_text(out, explanation);
    add_text(out, "<div class=\"s\">说明：", note, "</div>");
    add_text(out, "<div class=\"s\">原句：", quote, "</div>");
    buf_printf(out, "</td><td class=\"n\">%s</td><td></td></tr>\n", status);
}

/* ---- what is written ---- */

static void add_written_options(struct buf *out, const struct written *written) {
    for (uint32_t i = 0; i < written->option_count; i++)
        add_option(out, i, written->options[i], written->answer >> i & 1);
    add_text(out, "<div class=\"s\">", written->record.id, "</div></td><td>");
}

static void add_written_answer(struct buf *out, const struct written *written) {
    bool first = true;
    if (written->form == FORM_JUDGE) html_text(out, written->answer & 1 ? "对" : "错");
    if (written->form == FORM_ORDER) html_text(out, "次序如左");
    for (uint32_t i = 0; i < written->option_count; i++) {
        if (!(written->answer >> i & 1)) continue;
        add_answer(out, first, written->options[i]);
        first = false;
    }
}

static void add_written(struct proof *proof, const struct written *written) {
    static const char *const words[] = {"可用", "草稿", "停用"};
    if (!is_wanted(proof, written->record.pack)) return;
    struct buf *out = begin_row(proof, written->record.source);
    add_text(out, "<div>", written->stem, "</div>");
    add_written_options(out, written);
    add_written_answer(out, written);
    end_row(out, written->explanation, written->record.note, written->record.quote,
            words[written->record.status]);
}

static void walk_written(struct proof *proof, struct arena *arena) {
    for (uint32_t i = 0; i < proof->content->written_count; i++) {
        struct written written;
        arena_clear(arena);
        if (content_written(proof->content, i, arena, &written)) add_written(proof, &written);
    }
}

/* ---- what is generated: each item in one of its wordings ---- */

static bool is_right(const struct question *question, uint32_t option) {
    if (question->form != FORM_SINGLE && question->form != FORM_MULTIPLE) return false;
    for (uint32_t i = 0; i < question->key.count; i++)
        if (question->key.picks[i] == option) return true;
    return false;
}

static void add_question(struct proof *proof, const struct question *question) {
    struct buf *out = begin_row(proof, question->source);
    add_text(out, "<div>", question->stem, "</div>");
    for (uint32_t i = 0; i < question->row_count; i++)
        add_text(out, "<div class=\"o\">", question->rows[i], "</div>");
    for (uint32_t i = 0; i < question->option_count; i++)
        add_option(out, i, question->options[i], is_right(question, i));
    add_text(out, "<div class=\"s\">", question->id, "</div></td><td>");
    for (uint32_t i = 0; i < question->key.count; i++)
        add_answer(out, i == 0, question->options[question->key.picks[i]]);
    end_row(out, question->explanation, question->note, question->quote, "生成");
}

static void walk_pool(struct proof *proof, struct arena *arena) {
    static const struct question_limits limits = {.kinds = ~(1u << KIND_WRITTEN), .options = 4};
    struct pool pool;
    pool_build(&pool, proof->content, 0);
    for (uint32_t i = 0; i < pool.count; i++) {
        struct question question;
        arena_clear(arena);
        if (question_make(proof->content, pool.items[i], 0, i, &limits, arena, &question) &&
            is_wanted(proof, question.pack))
            add_question(proof, &question);
    }
    pool_finish(&pool);
}

/* ---- the page ---- */

static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>安知　校对稿</title>\n<style>\n"
    "@page { size: A4; margin: 14mm 12mm; }\n"
    "body { font: 9.5pt/1.4 \"Noto Sans CJK SC\", \"Microsoft YaHei\", sans-serif; color: #000; margin: 0; }\n"
    "h1 { font-size: 16pt; } h2 { font-size: 12pt; margin: 8mm 0 1mm; break-after: avoid; }\n"
    "p { margin: 0 0 2mm; overflow-wrap: anywhere; }\n"
    "table { border-collapse: collapse; width: 100%; table-layout: fixed; }\n"
    "th, td { border: 0.3mm solid #888; padding: 1mm 1.5mm; text-align: left; vertical-align: top;\n"
    "  overflow-wrap: anywhere; }\n"
    "thead { display: table-header-group; } tr { break-inside: avoid; }\n"
    ".n { text-align: center; } .o { display: inline-block; margin-right: 1em; } .k { font-weight: bold; }\n"
    ".s { font-size: 8pt; color: #444; }\n"
    "</style></head><body>\n<h1>校对稿</h1>\n"
    "<p>按出处分组。粗体是正确的选项；“生成”的题由事实自动生成，这里每种只列一个问法。</p>\n";

static const char table_head[] =
    "<table><colgroup><col style=\"width:6%\"><col style=\"width:41%\"><col style=\"width:16%\">"
    "<col style=\"width:25%\"><col style=\"width:6%\"><col style=\"width:6%\"></colgroup>"
    "<thead><tr><th class=\"n\">序号</th><th>题目</th><th>答案</th><th>解析</th><th class=\"n\">状态</th>"
    "<th class=\"n\">校对</th></tr></thead><tbody>\n";

static void add_source(struct buf *out, const struct source *source) {
    buf_text(out, "<h2>");
    html_text(out, source->title);
    buf_text(out, "</h2>\n<p class=\"s\">");
    add_text(out, "", source->publisher, "　");
    add_text(out, "", source->date, "　");
    add_text(out, "核对：", source->checked, "　");
    add_text(out, "", source->checked_by, "　");
    html_text(out, source->url);
    buf_text(out, "</p>\n");
}

static void add_group(struct buf *out, const struct proof *proof, uint32_t group) {
    static const struct source none = {
        .title = "没有写出处", .publisher = "", .date = "", .url = "", .checked = "", .checked_by = ""};
    if (!proof->counts[group]) return;
    add_source(out, group < proof->content->source_count ? &proof->content->sources[group] : &none);
    buf_text(out, table_head);
    buf_str(out, buf_get(&proof->groups[group]));
    buf_text(out, "</tbody></table>\n");
}

void proof_print(const struct content *content, const struct pack *pack, struct buf *out) {
    uint32_t groups = content->source_count + 1;
    struct proof proof = {content, pack, memory_zeroed(groups * sizeof(struct buf)),
                          memory_zeroed(groups * sizeof(uint32_t))};
    struct arena arena;
    arena_init(&arena);
    for (uint32_t i = 0; i < groups; i++) buf_init(&proof.groups[i]);
    walk_written(&proof, &arena);
    walk_pool(&proof, &arena);
    buf_text(out, head);
    for (uint32_t i = 0; i < groups; i++) {
        add_group(out, &proof, i);
        buf_finish(&proof.groups[i]);
    }
    buf_text(out, "</body></html>\n");
    memory_give_back(proof.groups);
    memory_give_back(proof.counts);
    arena_finish(&arena);
}
