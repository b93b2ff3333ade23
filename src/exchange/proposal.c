#include "exchange/proposal.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "content/value.h"
#include "exchange/edition.h"

struct making {
    const struct content *content;
    const struct inbox *inbox;
    const struct draft *draft;
    const struct decision *decision;
    bool decided;
    struct arena *arena;
    const struct wishes *wishes;
    struct proposal *out;
};

/* The first reason stands, but what can't be overruled goes before what can. */
static void refuse(struct making *making, const char *refusal, const char *remedy) {
    if (*making->out->refusal && !making->out->needs_decision) return;
    making->out->refusal = refusal;
    making->out->remedy = remedy;
    making->out->needs_decision = false;
}

static void ask(struct making *making, const char *refusal, const char *remedy) {
    if (making->decided || *making->out->refusal) return;
    refuse(making, refusal, remedy);
    making->out->needs_decision = true;
}

static void refuse_known(struct making *making, const char *refusal, const char *remedy) {
    making->out->is_known = true;
    refuse(making, refusal, remedy);
}

/* ---- names and what they name ---- */

enum { MANY = 4 };

static uint32_t entities_called(const struct content *content, const char *name,
                                const struct entity *found[MANY]) {
    struct lookup rows = lookup_find(&content->lookups.names, fold_hash(str_of(name)));
    uint32_t count = 0;
    for (uint32_t i = 0; i < rows.count && count < MANY; i++) {
        const struct entity *entity = &content->entities[rows.rows[i].place];
        bool is_known = false;
        for (uint32_t k = 0; k < count; k++) is_known |= found[k] == entity;
        if (!is_known) found[count++] = entity;
    }
    return count;
}

static bool ends_with_one(const char *text, const char *const *ends) {
    for (; *ends; ends++)
        if (str_ends(str_of(text), str_of(*ends))) return true;
    return false;
}

static enum entity_kind kind_of(const struct draft *draft, const char *name) {
    static const char *const events[] = {"周",   "论坛", "大会",   "会议",   "活动", "大赛",   "赛",
                                         "专场", "仪式", "博览会", "洽谈会", "年会", "主题日", NULL};
    static const char *const bodies[] = {"部",   "委",   "局",   "办",     "院",     "厅",
                                         "中心", "公司", "协会", "联盟",   "学会",   "集团",
                                         "大学", "政府", "小组", "办公室", "委员会", NULL};
    if (str_starts(str_of(name), STR("《"))) return ENTITY_DOCUMENT;
    if (draft->type == DRAFT_ROLE) return ENTITY_PERSON;
    if (draft->type == DRAFT_DEFINITION) return ENTITY_TERM;
    if (ends_with_one(name, events)) return ENTITY_EVENT;
    if (ends_with_one(name, bodies)) return ENTITY_ORG;
    return draft->type == DRAFT_SPEECH ? ENTITY_PERSON : ENTITY_OTHER;
}

/* 2024年网安周 and 2024网安周 are written for one another. */
static void add_without_year_mark(struct buf *out, const char *text) {
    for (; *text; text++) {
        bool is_mark = strncmp(text, "年", 3) == 0;
        if (!is_mark) buf_char(out, *text);
        if (is_mark) text += 2;
    }
}

/* One name within the other: 2024网络安全博览会 and 2024年网络安全博览会 may well be one thing. Returns how
   much the two have in common; 0: nothing that tells. */
static size_t nearness(const char *a, const char *b) {
    enum { TELLING = 4 };
    struct buf x, y;
    buf_init(&x);
    buf_init(&y);
    add_without_year_mark(&x, a);
    add_without_year_mark(&y, b);
    bool holds = str_has(buf_get(&x), buf_get(&y)) || str_has(buf_get(&y), buf_get(&x));
    size_t count = utf8_count(x.len < y.len ? buf_get(&x) : buf_get(&y));
    buf_finish(&x);
    buf_finish(&y);
    return holds && count >= TELLING ? count : 0;
}

static size_t entity_nearness(const struct entity *entity, const char *name) {
    size_t most = nearness(entity->name, name);
    for (uint32_t i = 0; i < entity->aliases.count; i++) {
        size_t common = nearness(entity->aliases.list[i], name);
        if (common > most) most = common;
    }
    return most;
}

static const struct entity *entity_near(const struct content *content, const char *name) {
    const struct entity *near = NULL;
    size_t most = 0;
    for (uint32_t i = 0; i < content->entity_count; i++) {
        size_t common = entity_nearness(&content->entities[i], name);
        if (common <= most) continue;
        most = common;
        near = &content->entities[i];
    }
    return near;
}

/* A second entity for the same thing would make a true option pass for a wrong one: that a thing is new is
   for a person to say. A list is called by it: that it is the right one, too. */
static void ask_for_new(struct making *making) {
    const struct entity *near = entity_near(making->content, making->draft->subject);
    if (making->draft->is_list)
        ask(making, arena_printf(making->arena, "题库里没有叫“%s”的", making->draft->subject),
            near ? arena_printf(making->arena, "说的是“%s”的话，加 --subject @%s；名称没有错，加 --decided。",
                                near->name, near->record.id)
                 : "名称没有错，加 --decided；不对，用 --subject 改。");
    else if (near)
        ask(making, arena_printf(making->arena, "题库里有名称相近的“%s”", near->name),
            arena_printf(making->arena,
                         "就是它的话，加 --subject @%s；不是一回事，加 --decided，收下时新建。",
                         near->record.id));
    else
        ask(making, arena_printf(making->arena, "题库里还没有“%s”", making->draft->subject),
            "是新的事物，加 --decided，收下时新建；是别的叫法，加 --subject 写明是谁。");
}

static void find_by_id(struct making *making, const char *id) {
    making->out->subject = content_entity(making->content, id);
    if (!making->out->subject)
        refuse(making, arena_printf(making->arena, "没有编号是 @%s 的事物", id), "改正编号，或者写名称。");
}

static void find_by_name(struct making *making, const char *name) {
    const struct entity *found[MANY];
    uint32_t count = entities_called(making->content, name, found);
    if (count == 0) ask_for_new(making);
    if (count == 1) making->out->subject = found[0];
    if (count > 1)
        refuse(making, arena_printf(making->arena, "叫“%s”的不止一个", name),
               arena_printf(making->arena, "用 --subject 写明是哪一个：@%s 或者 @%s。", found[0]->record.id,
                            found[1]->record.id));
}

static void find_subject(struct making *making) {
    struct proposal *out = making->out;
    const char *name = making->draft->subject;
    if (!*name)
        refuse(making, "没有写明说的是谁", "用 --subject 补上，例如 --subject 2024年国家网络安全宣传周。");
    else if (*name == '@')
        find_by_id(making, name + 1);
    else
        find_by_name(making, name);
    out->subject_name = out->subject ? out->subject->name : name;
    out->subject_kind = out->subject ? out->subject->kind : kind_of(making->draft, name);
}

/* ---- which one of its series ---- */

static void find_edition(struct making *making) {
    struct proposal *out = making->out;
    const char *wish = making->wishes->edition;
    if (out->subject || out->subject_kind != ENTITY_EVENT || !*out->subject_name) return;
    out->edition = wish ? wish : edition_in(making->arena, out->subject_name);
    uint32_t year = *out->edition || wish
                        ? 0
                        : edition_year(making->inbox, making->decision->document, making->draft->subject);
    if (year) out->edition = arena_printf(making->arena, "%u", (unsigned)year);
    if (strcmp(out->edition, "无") == 0) out->edition = "";
    out->series = edition_series(making->content, making->arena, out->subject_name, out->edition);
    out->wants_edition = !*out->edition && !wish;
    if (!out->needs_decision || (!out->wants_edition && !*out->edition)) return;
    out->remedy =
        out->wants_edition
            ? arena_printf(making->arena,
                           "%s一届一届办的，再加 --edition 写明是哪一届，例如 --edition 2025。", out->remedy)
            : arena_printf(making->arena, "%s新建的记作 %s 这一届。", out->remedy, out->edition);
}

/* ---- values ---- */

/* Only what is a thing of its own is referred to; numbers, days and posts are words. */
static bool names_things(enum draft_type type) {
    static const bool names[DRAFT_TYPES] = {
        [DRAFT_PLACE] = true, [DRAFT_TITLE] = true,   [DRAFT_SLOGAN] = true, [DRAFT_ORGANIZATION] = true,
        [DRAFT_SET] = true,   [DRAFT_OUTCOME] = true, [DRAFT_TERM] = true,   [DRAFT_ORGANIZATION_SET] = true};
    return names[type];
}

/* A place may be called by any of its names. What a document calls a body is what was signed and said:
   another name of it would be another wording. */
static const struct entity *thing_called(struct making *making, const char *name) {
    const struct entity *found[MANY];
    if (!names_things(making->draft->type) || entities_called(making->content, name, found) != 1) return NULL;
    bool is_name = fold_equal(str_of(found[0]->name), str_of(name));
    return is_name || making->draft->type == DRAFT_PLACE ? found[0] : NULL;
}

/* 2024年宣传周于2024年9月9日 says the year twice. */
static const char *without_year(const struct making *making, const char *text) {
    enum { DIGITS = 4, MARK = 3 };
    bool is_day = making->draft->type == DRAFT_DATE || making->draft->type == DRAFT_DATE_RANGE;
    bool has_year = is_day && strspn(text, "0123456789") == DIGITS && strncmp(text + DIGITS, "年", MARK) == 0;
    if (!has_year || !text[DIGITS + MARK]) return text;
    const char *year = arena_text(making->arena, text, DIGITS);
    return strstr(making->out->subject_name, year) ? text + DIGITS + MARK : text;
}

static struct member member_of(struct making *making, const char *text) {
    const struct entity *entity =
        *text == '@' ? content_entity(making->content, text + 1) : thing_called(making, text);
    return (struct member){entity ? entity->name : text, entity};
}

static void read_values(struct making *making) {
    const struct draft *draft = making->draft;
    struct member *members = ARENA_LIST(making->arena, struct member, draft->value_count + 1);
    for (uint32_t i = 0; i < draft->value_count; i++)
        members[i] = member_of(making, without_year(making, draft->values[i]));
    making->out->values = members;
    making->out->value_count = draft->value_count;
    if (!draft->value_count || !*draft->values[0]) refuse(making, "没有值", "用 --value 补上。");
}

const char *proposal_value(struct arena *arena, const struct proposal *proposal) {
    const char *text = "";
    for (uint32_t i = 0; i < proposal->value_count; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? "、" : "", proposal->values[i].show);
    return text;
}

/* ---- when it was so ---- */

/* The document's date, unless the draft is of another time that nobody knows. */
static const char *day_of(struct making *making) {
    if (making->draft->year.from == YEAR_GUESS) return "";
    const char *date = making->inbox->documents[making->decision->document].date;
    if (strlen(date) == 10)
        return arena_printf(making->arena, "%.4s年%.*s月", date, date[5] == '0' ? 1 : 2,
                            date + 5 + (date[5] == '0'));
    if (making->draft->year.value)
        return arena_printf(making->arena, "%u年", (unsigned)making->draft->year.value);
    return "";
}

/* ---- kinds ---- */

/* What would teach nothing, and what a person should read aloud first. */
static void check_telling(struct making *making) {
    const struct proposal *out = making->out;
    bool is_told =
        out->value_count && strlen(out->values[0].show) > 3 && strstr(out->subject_name, out->values[0].show);
    if (is_told)
        refuse_known(making, arena_printf(making->arena, "“%s”里已经写着答案", out->subject_name),
                     "用 --subject 换一个说的对象，或者弃掉。");
    if (out->phrasing.is_rough)
        ask(making, arena_printf(making->arena, "问法是按“%s”拼的，念一念通不通", out->phrasing.name),
            "通顺就加 --decided，收下以后再润色；不通就用 --attribute 换一个说法。");
}

static void refuse_undated(struct making *making) {
    if (making->draft->year.from == YEAR_GUESS)
        refuse(making, "这种问法要写明时间，原文说的却是以前，没有写明是什么时候",
               "查明以后，自己在题库里写这条事实。");
    else
        refuse(making, "这种问法要写明时间，文档却没有日期", "在文档开头加上日期，再导入一次。");
}

static void find_fact(struct making *making) {
    struct proposal *out = making->out;
    out->kind = PROPOSAL_FACT;
    if (!phrasing_find(making->content, making->draft, out->subject, making->arena, &out->phrasing)) {
        refuse(making, "没有写明说的是它的什么", "用 --attribute 补上，例如 --attribute 举行日期。");
        return;
    }
    out->day = day_of(making);
    if (out->phrasing.dated && !*out->day) refuse_undated(making);
    out->statement = phrasing_fill(making->arena, out->phrasing.statement, out->subject_name,
                                   proposal_value(making->arena, out), out->day);
    check_telling(making);
}

static void find_set(struct making *making) {
    struct proposal *out = making->out;
    out->kind = PROPOSAL_SET;
    if (!*making->draft->attribute) {
        refuse(making, "没有写明这些是它的什么", "用 --attribute 补上，例如 --attribute 主办。");
        return;
    }
    if (out->value_count < 2) refuse(making, "只有一个成员，不成集合", "用 --value 写全，成员之间用“、”。");
    bool is_speech = making->draft->type == DRAFT_ORDERED_LIST && out->subject_kind == ENTITY_PERSON;
    if (is_speech)
        ask(making, "这是讲话里的几点，要由人看是不是原话、适不适合出题", "是原话、适合出题，加 --decided。");
    out->name = is_speech ? arena_printf(making->arena, "%s提出的要点", out->subject_name)
                          : phrasing_set_name(making->arena, making->draft, out->subject_name);
    out->statement =
        arena_printf(making->arena, "%s%s：%s%s。", out->name, making->draft->open ? "有" : "一共是",
                     proposal_value(making->arena, out), making->draft->open ? "等" : "");
}

static bool is_called(const struct making *making, const struct entity *entity, const char *name) {
    const struct entity *found[MANY];
    uint32_t count = entities_called(making->content, name, found);
    for (uint32_t i = 0; i < count; i++)
        if (found[i] == entity) return true;
    return false;
}

/* A definition and a short name belong to the thing itself. */
static void find_entity(struct making *making) {
    struct proposal *out = making->out;
    bool is_alias = making->draft->type == DRAFT_ALIAS;
    out->kind = PROPOSAL_ENTITY;
    out->statement = is_alias
                         ? arena_printf(making->arena, "%s简称%s。", out->subject_name, out->values[0].show)
                         : arena_printf(making->arena, "%s：%s。", out->subject_name, out->values[0].show);
    if (!out->subject) return;
    if (is_alias && is_called(making, out->subject, out->values[0].show)) out->is_known = true;
    refuse(making, arena_printf(making->arena, "@%s 已经在题库里", out->subject->record.id),
           arena_printf(making->arena, "把“%s”写进它的 %s。", out->values[0].show,
                        is_alias ? "aliases" : "meaning"));
}

/* ---- what else is known ---- */

static struct value value_of(struct making *making, const struct member *member) {
    if (!member->entity) return value_read(making->arena, member->show);
    return (struct value){.type = VALUE_ENTITY,
                          .show = member->show,
                          .entity = member->entity,
                          .unit = "",
                          .before = "",
                          .after = ""};
}

static bool is_other_name(const struct making *making, const struct fact *fact, const char *name) {
    return fact->value.type == VALUE_ENTITY && is_called(making, fact->value.entity, name);
}

static void compare_with_fact(struct making *making, const struct fact *fact) {
    struct value value = value_of(making, &making->out->values[0]);
    enum relation relation = value_compare(&value, &fact->value);
    bool is_same = is_other_name(making, fact, value.show) || relation == RELATION_SAME ||
                   fold_equal(str_of(value.show), str_of(fact->value.show));
    if (is_same) {
        refuse_known(making, arena_printf(making->arena, "题库里已经有这条事实：%s", fact->record.id),
                     "用 anzhi reject 弃掉这一条。");
    } else if (fact->attribute->single && fact->record.status != STATUS_RETIRED) {
        making->out->rival = fact->record.id;
        refuse(making,
               arena_printf(making->arena, "题库里的 %s 说的是“%s”，和它不一样", fact->record.id,
                            fact->value.show),
               "两条只能留一条：这一条不对就弃掉，那一条不对就先把它改成 \"status\": \"retired\"。");
    }
}

static bool has_value(const struct making *making, const struct fact *fact, const struct member *value) {
    if (value->entity && fact->value.type == VALUE_ENTITY) return fact->value.entity == value->entity;
    return is_other_name(making, fact, value->show) ||
           fold_equal(str_of(fact->value.show), str_of(value->show));
}

/* Short values are met everywhere: 9月9日 is no hint. */
static void find_akin(struct making *making) {
    enum { TELLING = 6 };
    const struct proposal *out = making->out;
    if (out->value_count != 1 || utf8_count(str_of(out->values[0].show)) < TELLING) return;
    for (uint32_t i = 0; i < making->content->fact_count && !out->akin; i++)
        if (has_value(making, &making->content->facts[i], &out->values[0]))
            making->out->akin = &making->content->facts[i];
}

static void compare_with_facts(struct making *making) {
    const struct proposal *out = making->out;
    if (!out->subject || !out->phrasing.attribute || !out->value_count) return;
    uint64_t key = lookup_subject_key(making->content, out->subject, out->phrasing.attribute);
    struct lookup rows = lookup_find(&making->content->lookups.subjects, key);
    for (uint32_t i = 0; i < rows.count; i++)
        compare_with_fact(making, &making->content->facts[rows.rows[i].place]);
}

static void compare_with_sets(struct making *making) {
    for (uint32_t i = 0; making->out->name && i < making->content->set_count; i++) {
        const struct set *set = &making->content->sets[i];
        if (fold_equal(str_of(set->name), str_of(making->out->name)))
            refuse_known(making, arena_printf(making->arena, "题库里已经有这个集合：%s", set->record.id),
                         "用 anzhi reject 弃掉这一条，或者直接改那个集合。");
    }
}

/* ---- other drafts ---- */

static void compare_with_other(struct making *making, const char *id) {
    uint32_t other = inbox_find(making->inbox, id);
    if (other == INBOX_NONE) {
        ask(making, arena_printf(making->arena, "和题库里的 %s 说法不一", id),
            "对着原文看过，确实要收，加 --decided。");
        return;
    }
    const struct draft *draft = &making->inbox->drafts.list[other];
    if (making->inbox->decisions[other].fate == FATE_REJECTED) return;
    ask(making,
        arena_printf(making->arena, "和 %s 说法不一，那一条是“%s”", id,
                     draft->value_count ? draft->values[0] : ""),
        "先用 anzhi reject 弃掉不对的一条；两条都对，加 --decided。");
}

static void compare_with_others(struct making *making) {
    struct str rest = str_of(making->draft->conflict_with), id;
    while (inbox_next_id(&rest, &id)) compare_with_other(making, arena_text(making->arena, id.at, id.len));
    uint32_t twin = inbox_find(making->inbox, making->draft->dup_of);
    if (*making->draft->dup_of && twin != INBOX_NONE && making->inbox->decisions[twin].fate != FATE_REJECTED)
        refuse_known(making, arena_printf(making->arena, "和 %s 是同一件事", making->draft->dup_of),
                     "收那一条就够了。");
}

/* ---- the whole ---- */

static void check_fate(struct making *making) {
    const struct decision *decision = making->decision;
    if (decision->fate == FATE_ACCEPTED && *decision->fact)
        refuse(making, arena_printf(making->arena, "已经收过了，编号是 %s", decision->fact), "");
    if (decision->fate == FATE_REJECTED)
        ask(making,
            *decision->note ? arena_printf(making->arena, "先前弃掉了（%s）", decision->note) : "先前弃掉了",
            "改了主意，加 --decided。");
    if (!decision->is_found) ask(making, "文档里已经没有这一句", "确实要收，加 --decided。");
}

static void check_class(struct making *making) {
    const struct draft *draft = making->draft;
    if (draft->confident) return;
    ask(making, draft->warn_count ? draft->warns[0] : "程序没有把握", "对着原文看过，没有错，加 --decided。");
}

static void check_type(struct making *making) {
    if (making->draft->type == DRAFT_SPEECH)
        ask(making, "这是讲话里的一句，要由人看是不是原话、适不适合出题", "是原话、适合出题，加 --decided。");
    if (making->draft->type == DRAFT_METADATA)
        refuse_known(making, "这是文档自己的信息，不出题", "用 anzhi reject 弃掉这一条。");
}

static void find_what(struct making *making) {
    const struct draft *draft = making->draft;
    if (draft->type == DRAFT_ALIAS || draft->type == DRAFT_DEFINITION)
        find_entity(making);
    else if (draft->is_list)
        find_set(making);
    else
        find_fact(making);
}

void proposal_make(const struct content *content, const struct inbox *inbox, uint32_t draft,
                   const struct wishes *wishes, struct arena *arena, struct proposal *out) {
    struct making making = {.content = content,
                            .inbox = inbox,
                            .draft = &inbox->drafts.list[draft],
                            .decision = &inbox->decisions[draft],
                            .decided = wishes->decided,
                            .arena = arena,
                            .wishes = wishes,
                            .out = out};
    *out = (struct proposal){.refusal = "",
                             .remedy = "",
                             .subject_name = "",
                             .day = "",
                             .statement = "",
                             .edition = "",
                             .series = ""};
    check_fate(&making);
    check_type(&making);
    compare_with_others(&making);
    find_subject(&making);
    find_edition(&making);
    read_values(&making);
    find_what(&making);
    compare_with_facts(&making);
    find_akin(&making);
    compare_with_sets(&making);
    check_class(&making);
    if (!*out->subject_name) out->statement = "";
}
