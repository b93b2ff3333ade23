#include "exchange/phrasing.h"

#include <string.h>

#define TYPE(type) (1u << DRAFT_##type)
enum {
    DAYS = TYPE(DATE) | TYPE(DATE_RANGE),
    COUNTS = TYPE(NUMBER) | TYPE(PERCENT),
    BODIES = TYPE(ORGANIZATION) | TYPE(ORGANIZATION_SET),
    WORKS = TYPE(OUTCOME) | TYPE(TITLE),
    NAMES = TYPE(VERSION) | TYPE(TITLE)
};

/* clang-format would break these apart. */
/* clang-format off */
static const struct phrasing_row rows[] = {
    {"举办时间", DAYS, {"举行日期", "举办时间"}, "举行日期", "举行日期",
     {"{S}是什么时候举行的？", "{S}的举行日期是下列哪一个？", "{S}在什么日期举行？"}, "{S}于{V}举行。", false, false},
    {"举行时间", DAYS, {"举行日期", "举办时间"}, "举行日期", "举行日期",
     {"{S}是什么时候举行的？", "{S}的举行日期是下列哪一个？", "{S}在什么日期举行？"}, "{S}于{V}举行。", false, false},
    {"开幕时间", DAYS, {"开幕日期", "举行日期", "举办时间"}, "开幕日期", "举行日期",
     {"{S}是哪一天开幕的？", "{S}在哪一天开幕？", "哪一天是{S}的开幕日？"}, "{S}于{V}开幕。", false, false},
    {"闭幕时间", DAYS, {"闭幕日期"}, "闭幕日期", "举行日期",
     {"{S}是哪一天闭幕的？", "{S}在哪一天闭幕？", "哪一天是{S}的闭幕日？"}, "{S}于{V}闭幕。", false, false},
    {"施行时间", DAYS, {"施行日期"}, "施行日期", "施行日期",
     {"{S}从哪一天起施行？", "{S}的施行日期是下列哪一个？", "哪一天起施行{S}？"}, "{S}自{V}起施行。", false, false},
    {"实施时间", DAYS, {"施行日期"}, "施行日期", "施行日期",
     {"{S}从哪一天起施行？", "{S}的施行日期是下列哪一个？", "哪一天起施行{S}？"}, "{S}自{V}起施行。", false, false},
    {"发布时间", DAYS, {"发布日期"}, "发布日期", "发布日期",
     {"{S}是哪一天发布的？", "{S}的发布日期是下列哪一个？", "哪一天发布了{S}？"}, "{S}于{V}发布。", false, false},
    {"成立时间", DAYS, {"成立日期"}, "成立日期", "成立日期",
     {"{S}是哪一天成立的？", "{S}的成立日期是下列哪一个？", "哪一天成立了{S}？"}, "{S}于{V}成立。", false, false},
    {"举行城市", TYPE(PLACE), {"举行城市", "重要活动举办地"}, "举行城市", "城市",
     {"{S}在哪座城市举行？", "{S}的举行地是哪座城市？", "{S}是在下列哪座城市举行的？"}, "{S}在{V}举行。", false, false},
    {"会场", TYPE(PLACE), {"会场"}, "会场", "场馆",
     {"{S}的会场设在哪里？", "{S}在哪个场馆举行？", "哪个场馆举办了{S}？"}, "{S}在{V}举行。", false, false},
    {"主题", TYPE(SLOGAN) | TYPE(TERM), {"主题"}, "主题", "活动主题",
     {"{S}的主题是哪句话？", "{S}以哪句话为主题？", "下列哪句话是{S}的主题？"}, "{S}的主题是“{V}”。", false, true},
    {"参加人数", COUNTS, {"参加人数"}, "参加人数", "人数",
     {"参加{S}的有多少人？", "{S}有多少人参加？", "到场参加{S}的是多少人？"}, "{S}有{V}参加。", false, false},
    {"职务", TYPE(ROLE), {"当时的职务"}, "当时的职务", "职务",
     {"{D}，{S}任什么职务？", "{D}，{S}的职务是下列哪一个？", "{S}在{D}担任的是哪个职务？"}, "{D}，{S}任{V}。", true, true},
    {"主办", BODIES, {"主办单位"}, "主办单位", "机构",
     {"{S}由哪个单位主办？", "主办{S}的是哪个单位？", "下列哪个单位主办了{S}？"}, "{S}由{V}主办。", false, false},
    {"承办", BODIES, {"承办单位"}, "承办单位", "机构",
     {"{S}由哪个单位承办？", "承办{S}的是哪个单位？", "下列哪个单位承办了{S}？"}, "{S}由{V}承办。", false, false},
    {"协办", BODIES, {"协办单位"}, "协办单位", "机构",
     {"{S}由哪个单位协办？", "协办{S}的是哪个单位？", "下列哪个单位协办了{S}？"}, "{S}由{V}协办。", false, false},
    {"指导", BODIES, {"指导单位"}, "指导单位", "机构",
     {"{S}由哪个单位指导？", "指导{S}的是哪个单位？", "下列哪个单位指导了{S}？"}, "{S}由{V}指导。", false, false},
    {"牵头", BODIES, {"牵头单位"}, "牵头单位", "机构",
     {"{S}由哪个单位牵头？", "牵头{S}的是哪个单位？", "下列哪个单位牵头了{S}？"}, "{S}由{V}牵头。", false, false},
    {"召开", BODIES, {"组织召开单位"}, "组织召开单位", "机构",
     {"{S}由哪个机构组织召开？", "组织召开{S}的是哪个机构？", "哪个机构组织召开了{S}？"}, "{S}由{V}组织召开。", false, false},
    {"主持", BODIES | TYPE(ROLE) | TYPE(TERM), {"主持人"}, "主持人", "人物",
     {"{S}由谁主持？", "主持{S}的是哪一位？", "谁主持了{S}？"}, "{S}由{V}主持。", false, true},
    {"发布", BODIES, {"发布机构"}, "发布机构", "发布机构",
     {"{D}，{S}由哪个机构发布？", "{D}发布{S}的是哪个机构？", "哪个机构在{D}发布了{S}？"}, "{D}，{S}由{V}发布。", true, false},
    {"公布", BODIES, {"公布机构"}, "公布机构", "发布机构",
     {"{D}，{S}由哪个机构公布？", "{D}公布{S}的是哪个机构？", "哪个机构在{D}公布了{S}？"}, "{D}，{S}由{V}公布。", true, false},
    {"发布", WORKS, {"发布的成果"}, "发布的成果", "发布的成果",
     {"{S}发布了哪一项？", "下列哪一项由{S}发布？", "{S}发布的是下列哪一项？"}, "{S}发布了{V}。", false, false},
    {"公布", WORKS, {"公布的成果"}, "公布的成果", "发布的成果",
     {"{S}公布了哪一项？", "下列哪一项由{S}公布？", "{S}公布的是下列哪一项？"}, "{S}公布了{V}。", false, false},
    {"出台", WORKS, {"出台的文件"}, "出台的文件", "发布的成果",
     {"{S}出台了哪份文件？", "下列哪份文件由{S}出台？", "{S}出台的是下列哪份文件？"}, "{S}出台了{V}。", false, false},
    {"签署", WORKS, {"签署的文件"}, "签署的文件", "签署的文件",
     {"{S}签署了哪份文件？", "下列哪份文件由{S}签署？", "{S}签署的是下列哪份文件？"}, "{S}签署了{V}。", false, false},
    {"成立", WORKS | BODIES | TYPE(TERM), {"成立的机构"}, "成立的机构", "成立的机构",
     {"{S}上成立了哪个机构？", "哪个机构在{S}上成立？", "{S}上宣布成立的是下列哪一个？"}, "{S}上成立了{V}。", false, false},
    {"授牌", BODIES, {"授牌部门"}, "授牌部门", "部门",
     {"{D}，为{S}授牌的是哪个部门？", "{D}，{S}由哪个部门授牌？", "哪个部门在{D}为{S}授牌？"}, "{D}，{V}为{S}授牌。", true, false},
    {"授牌", WORKS | TYPE(TERM), {"授牌的对象"}, "授牌的对象", "授牌的对象",
     {"{S}为哪一个授牌？", "下列哪一个由{S}授牌？", "{S}授牌的是下列哪一个？"}, "{S}为{V}授牌。", false, false},
    {"揭牌", WORKS | BODIES | TYPE(TERM), {"揭牌的机构"}, "揭牌的机构", "成立的机构",
     {"{S}上为哪个机构揭牌？", "哪个机构在{S}上揭牌？", "{S}上揭牌的是下列哪一个？"}, "{V}在{S}上揭牌。", false, false},
    {"启动", WORKS | TYPE(TERM), {"启动的活动"}, "启动的活动", "启动的活动",
     {"{S}启动了哪一项？", "下列哪一项在{S}启动？", "{S}启动的是下列哪一项？"}, "{S}启动了{V}。", false, false},
    {"版本", NAMES, {"版本"}, "版本", "版本",
     {"{S}是哪一版？", "{S}发布的是下列哪一版？", "下列哪一个是{S}的版本？"}, "{S}的版本是{V}。", false, false},
    {"标准号", NAMES, {"标准号"}, "标准号", "标准号",
     {"{S}的标准号是哪一个？", "下列哪一个是{S}的标准号？", "{S}用的是哪个标准号？"}, "{S}的标准号是{V}。", false, false},
    {"文号", NAMES, {"文号"}, "文号", "文号",
     {"{S}的文号是哪一个？", "下列哪一个是{S}的文号？", "{S}用的是哪个文号？"}, "{S}的文号是{V}。", false, false},
    {"简称", TYPE(ALIAS), {"简称"}, "简称", "简称",
     {"{S}的简称是哪一个？", "下列哪一个是{S}的简称？", "{S}简称什么？"}, "{S}简称“{V}”。", false, false},
};

static const struct {
    const char *word, *name, *class_name;
} set_rows[] = {
    {"主办", "主办{S}的单位", "机构"},     {"承办", "承办{S}的单位", "机构"},     {"协办", "协办{S}的单位", "机构"},
    {"指导", "指导{S}的单位", "机构"},     {"牵头", "牵头{S}的单位", "机构"},
    {"签署", "签署{S}的各方", "机构"},     
    {"发布", "发布{S}的单位", "机构"},     {"召开", "组织召开{S}的单位", "机构"},
    {"出席", "出席{S}的单位", "机构"},     {"参加", "参加{S}的单位", "机构"},
    {"要点", "{S}的要点", "要点"}, {"组成", "组成{S}的单位", "机构"},         {"包括", "{S}包括的内容", "内容"},
};
/* clang-format on */

enum { ROWS = sizeof rows / sizeof rows[0], SET_ROWS = sizeof set_rows / sizeof set_rows[0] };

/* ---- the table ---- */

static const struct {
    const char *word, *plain;
} synonyms[] = {{"联合主办", "主办"}, {"举办", "主办"},     {"举办方", "主办"},   {"联合举办", "主办"},
                {"主办方", "主办"},   {"主办单位", "主办"}, {"承办单位", "承办"}, {"协办单位", "协办"},
                {"组织召开", "召开"}, {"联合召开", "召开"}, {"联合发布", "发布"}, {"联合签署", "签署"},
                {"正式成立", "成立"}};

/* 南沙国际金融论坛会议中心 is a hall, 广州 and 福建省福州市 are cities. */
static bool is_city(struct str place) {
    static const char *const ends[] = {"市", "省", "区", "县", "州", "京"};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (str_ends(place, str_of(ends[i]))) return true;
    enum { SHORT_BYTES = 12 };
    return place.len <= SHORT_BYTES;
}

/* The words of documents for one thing are many; these lead to a row. */
static const char *plain_word(const struct draft *draft) {
    const char *word = draft->attribute;
    bool is_where =
        draft->type == DRAFT_PLACE && draft->value_count && strstr(word, "地") && strlen(word) > 3;
    if (is_where) return is_city(str_of(draft->values[0])) ? "举行城市" : "会场";
    for (size_t i = 0; i < sizeof synonyms / sizeof synonyms[0]; i++)
        if (strcmp(synonyms[i].word, word) == 0) return synonyms[i].plain;
    return word;
}

static const struct phrasing_row *row_of(const struct draft *draft) {
    const char *word = plain_word(draft);
    for (uint32_t i = 0; i < ROWS; i++)
        if (strcmp(rows[i].word, word) == 0 && (rows[i].types >> draft->type & 1)) return &rows[i];
    return NULL;
}

/* ---- the content's own ---- */

static const struct attribute *attribute_called(const struct content *content, const char *name) {
    for (uint32_t i = 0; i < content->attribute_count; i++) {
        const struct attribute *attribute = &content->attributes[i];
        if (strcmp(attribute->record.id, name) == 0 || strcmp(attribute->name, name) == 0) return attribute;
    }
    return NULL;
}

static bool is_asked_in_series(const struct content *content, const struct attribute *attribute,
                               const struct entity *subject) {
    if (!subject || !*subject->series) return false;
    for (uint32_t i = 0; i < content->fact_count; i++) {
        const struct fact *fact = &content->facts[i];
        if (fact->attribute == attribute && strcmp(fact->subject->series, subject->series) == 0) return true;
    }
    return false;
}

static const struct attribute *known_attribute(const struct content *content, const struct phrasing_row *row,
                                               const struct entity *subject) {
    const struct attribute *first = NULL;
    for (uint32_t i = 0; i < 3 && row->known[i]; i++) {
        const struct attribute *attribute = attribute_called(content, row->known[i]);
        if (!attribute) continue;
        if (is_asked_in_series(content, attribute, subject)) return attribute;
        if (i == 0) first = attribute;
    }
    return first;
}

/* ---- the whole ---- */

static struct phrasing of_attribute(const struct attribute *attribute) {
    return (struct phrasing){.attribute = attribute,
                             .name = attribute->name,
                             .class_name = attribute->class_name,
                             .statement = attribute->statements.list[0],
                             .dated = attribute->dated,
                             .political = attribute->record.political};
}

static struct phrasing of_row(const struct phrasing_row *row) {
    return (struct phrasing){.name = row->name,
                             .class_name = row->class_name,
                             .stems = {row->stems[0], row->stems[1], row->stems[2]},
                             .statement = row->statement,
                             .dated = row->dated,
                             .political = row->political};
}

/* Any word will do for a name: 「补贴比例」. */
static struct phrasing of_word(struct arena *arena, const struct draft *draft) {
    bool is_count = draft->type == DRAFT_NUMBER || draft->type == DRAFT_PERCENT;
    const char *word = draft->attribute;
    return (struct phrasing){.name = word,
                             .class_name = word,
                             .stems = {arena_printf(arena, "{S}的%s是%s？", word, is_count ? "多少" : "什么"),
                                       arena_printf(arena, "下列哪一项是{S}的%s？", word),
                                       arena_printf(arena, "说到{S}，%s是下列哪一项？", word)},
                             .statement = arena_printf(arena, "{S}的%s是{V}。", word),
                             .is_rough = true};
}

/* What somebody said, in the verb of the document. */
static struct phrasing of_speech(struct arena *arena, const char *verb) {
    return (struct phrasing){.name = arena_printf(arena, "%s的话", verb),
                             .class_name = "讲话",
                             .stems = {arena_printf(arena, "{S}%s的是下列哪句话？", verb),
                                       arena_printf(arena, "下列哪句话是{S}%s的？", verb),
                                       arena_printf(arena, "说到{S}，%s的是哪句话？", verb)},
                             .statement = arena_printf(arena, "{S}%s：“{V}”。", verb),
                             .political = true};
}

bool phrasing_find(const struct content *content, const struct draft *draft, const struct entity *subject,
                   struct arena *arena, struct phrasing *out) {
    if (!*draft->attribute) return false;
    const struct phrasing_row *row = row_of(draft);
    struct phrasing made = row                           ? of_row(row)
                           : draft->type == DRAFT_SPEECH ? of_speech(arena, draft->attribute)
                                                         : of_word(arena, draft);
    const struct attribute *known =
        row ? known_attribute(content, row, subject) : attribute_called(content, made.name);
    *out = known ? of_attribute(known) : made;
    return true;
}

const char *phrasing_set_name(struct arena *arena, const struct draft *draft, const char *subject) {
    const char *word = plain_word(draft);
    for (uint32_t i = 0; i < SET_ROWS; i++)
        if (strcmp(set_rows[i].word, word) == 0)
            return phrasing_fill(arena, set_rows[i].name, subject, "", "");
    return arena_printf(arena, "%s的%s", subject, draft->attribute);
}

const char *phrasing_set_class(const struct draft *draft) {
    const char *word = plain_word(draft);
    for (uint32_t i = 0; i < SET_ROWS; i++)
        if (strcmp(set_rows[i].word, word) == 0) return set_rows[i].class_name;
    return draft->type == DRAFT_ORGANIZATION_SET ? "机构" : draft->attribute;
}

const char *phrasing_fill(struct arena *arena, const char *template, const char *subject, const char *value,
                          const char *day) {
    struct buf out;
    buf_init(&out);
    for (const char *at = template; *at;) {
        const char *put = strncmp(at, "{S}", 3) == 0   ? subject
                          : strncmp(at, "{V}", 3) == 0 ? value
                          : strncmp(at, "{D}", 3) == 0 ? day
                                                       : NULL;
        if (put)
            buf_text(&out, put);
        else
            buf_char(&out, *at);
        at += put ? 3 : 1;
    }
    const char *filled = arena_text(arena, out.at, out.len);
    buf_finish(&out);
    return filled;
}
