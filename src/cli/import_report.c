#include "cli/import_report.h"

#include <string.h>

static const char *const type_names[DRAFT_TYPES] = {
    [DRAFT_DATE] = "日期",
    [DRAFT_DATE_RANGE] = "起止日期",
    [DRAFT_NUMBER] = "数字",
    [DRAFT_PERCENT] = "比例",
    [DRAFT_PLACE] = "地点",
    [DRAFT_TITLE] = "名称《》",
    [DRAFT_VERSION] = "版本文号",
    [DRAFT_SLOGAN] = "主题",
    [DRAFT_ROLE] = "人物职务",
    [DRAFT_ORGANIZATION] = "机构",
    [DRAFT_ORGANIZATION_SET] = "几家机构",
    [DRAFT_ORDERED_LIST] = "要点",
    [DRAFT_SET] = "并列几项",
    [DRAFT_ALIAS] = "简称",
    [DRAFT_DEFINITION] = "定义",
    [DRAFT_TERM] = "引号里的词",
    [DRAFT_OUTCOME] = "成果",
    [DRAFT_SPEECH] = "讲话",
    [DRAFT_METADATA] = "来源",
};

static void add_types(const struct drafts *drafts, const char *doc, struct buf *out) {
    const char *comma = "";
    for (uint32_t type = 0; type < DRAFT_TYPES; type++) {
        uint32_t count = 0;
        for (uint32_t i = 0; i < drafts->count; i++)
            count += drafts->list[i].type == type && strcmp(drafts->list[i].doc, doc) == 0;
        if (count) buf_printf(out, "%s%s %u", comma, type_names[type], (unsigned)count);
        if (count) comma = "，";
    }
}

void import_report_document(const struct drafts *drafts, const char *doc, struct buf *out) {
    uint32_t count = 0, confident = 0, warned = 0;
    for (uint32_t i = 0; i < drafts->count; i++) {
        const struct draft *draft = &drafts->list[i];
        if (strcmp(draft->doc, doc) != 0) continue;
        count++;
        confident += draft->confident;
        warned += draft->warn_count > 0;
    }
    buf_printf(out, "%s：%u 条草稿，其中有把握的 %u 条，要由人判断的 %u 条", doc, (unsigned)count,
               (unsigned)confident, (unsigned)(count - confident));
    if (warned) buf_printf(out, "，带提醒的 %u 条", (unsigned)warned);
    buf_text(out, "。\n  ");
    add_types(drafts, doc, out);
    buf_text(out, "\n");
}

void import_report_source(const struct inbox_document *document, struct buf *out) {
    if (*document->title_from)
        buf_printf(out, "%s 没有写标题，出处暂时叫“%s”（%s）；不对的话，收的时候用 --title 写明。\n",
                   document->file, document->title, document->title_from);
    if (!*document->date)
        buf_printf(out, "%s 没有写是哪天发布的，收的时候用 --date 写明，例如 --date 2025-09-15。\n",
                   document->file);
}

static const struct draft *draft_of(const struct drafts *drafts, struct str id) {
    for (uint32_t i = 0; i < drafts->count; i++)
        if (str_is(id, drafts->list[i].id)) return &drafts->list[i];
    return NULL;
}

static void add_side(const struct draft *draft, struct buf *out) {
    buf_printf(out, "  %s　%s:%u　%s", draft->id, draft->doc, (unsigned)draft->line, draft->attribute);
    for (uint32_t i = 0; i < draft->value_count; i++)
        buf_printf(out, "%s%s", i ? "｜" : "＝", draft->values[i]);
    if (draft->year.value && draft->year.from != YEAR_SELF)
        buf_printf(out, "（%u年）", (unsigned)draft->year.value);
    buf_text(out, "\n");
}

/* The next id of a list with commas. */
static struct str next_id(struct str *rest) {
    size_t comma = str_find(*rest, STR(","));
    struct str id = str_cut(*rest, 0, comma);
    *rest = str_cut(*rest, comma < rest->len ? comma + 1 : comma, rest->len);
    return id;
}

/* What was told from the other side is not told again. */
static bool is_news(const struct drafts *drafts, const struct draft *draft, struct str id) {
    const struct draft *other = draft_of(drafts, id);
    return !other || other > draft;
}

static bool has_news(const struct drafts *drafts, const struct draft *draft) {
    struct str rest = str_of(draft->conflict_with);
    while (rest.len)
        if (is_news(drafts, draft, next_id(&rest))) return true;
    return false;
}

static void add_others(const struct drafts *drafts, const struct draft *draft, struct buf *out) {
    struct str rest = str_of(draft->conflict_with);
    while (rest.len) {
        struct str id = next_id(&rest);
        const struct draft *other = draft_of(drafts, id);
        if (other && other > draft) add_side(other, out);
        if (!other) buf_printf(out, "  题库里的 %.*s\n", (int)id.len, id.at);
    }
}

void import_report_conflicts(const struct drafts *drafts, struct buf *out) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < drafts->count; i++) {
        const struct draft *draft = &drafts->list[i];
        if (!has_news(drafts, draft)) continue;
        if (count++ == 0) buf_text(out, "\n说法不一致的：\n");
        buf_printf(out, "%u. %s\n", (unsigned)count, *draft->subject ? draft->subject : "（没有说是谁的）");
        add_side(draft, out);
        add_others(drafts, draft, out);
    }
    if (!count) buf_text(out, "\n没有发现互相矛盾的说法。\n");
}
