#include "exchange/topic.h"

#include <string.h>

#include "base/fold.h"
#include "base/memory.h"

/* The topics that the records of a content have, each once. */
struct topics {
    const struct content *content;
    const char **list;
    uint32_t count, room;
};

static bool has_topic(const struct topics *topics, const char *topic) {
    for (uint32_t i = 0; i < topics->count; i++)
        if (strcmp(topics->list[i], topic) == 0) return true;
    return false;
}

static void add_topic(struct topics *topics, const char *topic) {
    if (!*topic || has_topic(topics, topic)) return;
    if (topics->count == topics->room) {
        topics->room = topics->room ? topics->room * 2 : 16;
        topics->list = memory_resize(topics->list, topics->room, sizeof *topics->list);
    }
    topics->list[topics->count++] = topic;
}

static void collect(struct topics *topics) {
    const struct content *content = topics->content;
    if (!content) return;
    for (uint32_t i = 0; i < content->entity_count; i++) add_topic(topics, content->entities[i].record.topic);
    for (uint32_t i = 0; i < content->fact_count; i++) add_topic(topics, content->facts[i].record.topic);
    for (uint32_t i = 0; i < content->set_count; i++) add_topic(topics, content->sets[i].record.topic);
}

bool topic_is_known(const struct content *content, const char *topic) {
    for (uint32_t i = 0; i < content->fact_count; i++)
        if (strcmp(content->facts[i].record.topic, topic) == 0) return true;
    for (uint32_t i = 0; i < content->set_count; i++)
        if (strcmp(content->sets[i].record.topic, topic) == 0) return true;
    for (uint32_t i = 0; i < content->entity_count; i++)
        if (strcmp(content->entities[i].record.topic, topic) == 0) return true;
    return false;
}

/* ---- of the packs ---- */

/* The one thing of this name; NULL: none, or several. */
static const struct entity *thing_called(const struct content *content, const char *name) {
    struct lookup rows = lookup_find(&content->lookups.names, fold_hash(str_of(name)));
    const struct entity *found = NULL;
    for (uint32_t i = 0; i < rows.count; i++) {
        const struct entity *entity = &content->entities[rows.rows[i].place];
        if (found && found != entity) return NULL;
        found = entity;
    }
    return found;
}

/* What the packs say of the same thing is all of one topic. */
static const char *topic_of_facts(const struct content *content, const struct entity *subject) {
    const char *topic = "";
    for (uint32_t i = 0; i < content->fact_count; i++) {
        const struct fact *fact = &content->facts[i];
        if (fact->subject != subject || !*fact->record.topic) continue;
        if (*topic && strcmp(topic, fact->record.topic) != 0) return "";
        topic = fact->record.topic;
    }
    return topic;
}

/* 等级保护 stands in 2024年网络安全等级保护工作会议; two such words leave it open. */
static const char *topic_named_in(const struct topics *topics, const char *name) {
    const char *found = "";
    for (uint32_t i = 0; i < topics->count; i++) {
        if (!strstr(name, topics->list[i])) continue;
        if (*found) return "";
        found = topics->list[i];
    }
    return found;
}

static const char *topic_of_packs(const struct topics *topics, const struct draft *draft) {
    if (!topics->content || !*draft->subject) return "";
    const struct entity *subject = thing_called(topics->content, draft->subject);
    if (subject && *subject->record.topic) return subject->record.topic;
    const char *topic = subject ? topic_of_facts(topics->content, subject) : "";
    return *topic ? topic : topic_named_in(topics, draft->subject);
}

/* ---- our own ---- */

static bool is_hosting(const char *attribute) {
    static const char *const words[] = {"主办", "承办", "协办", "指导", "支持", "举办", "牵头", "召开"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strstr(attribute, words[i])) return true;
    return false;
}

static const char *topic_of_kind(const struct draft *draft) {
    static const char *const kinds[DRAFT_TYPES] = {[DRAFT_DATE] = "时间",
                                                   [DRAFT_DATE_RANGE] = "时间",
                                                   [DRAFT_NUMBER] = "数字",
                                                   [DRAFT_PERCENT] = "数字",
                                                   [DRAFT_PLACE] = "地点",
                                                   [DRAFT_TITLE] = "文件",
                                                   [DRAFT_VERSION] = "文件",
                                                   [DRAFT_SLOGAN] = "主题",
                                                   [DRAFT_ROLE] = "人物",
                                                   [DRAFT_ORGANIZATION] = "机构",
                                                   [DRAFT_ORGANIZATION_SET] = "机构",
                                                   [DRAFT_ORDERED_LIST] = "要点",
                                                   [DRAFT_DEFINITION] = "术语",
                                                   [DRAFT_OUTCOME] = "成果",
                                                   [DRAFT_SPEECH] = "讲话",
                                                   [DRAFT_ALIAS] = "术语"};
    bool is_bodies = draft->type == DRAFT_ORGANIZATION || draft->type == DRAFT_ORGANIZATION_SET;
    if (is_bodies && is_hosting(draft->attribute)) return "主办单位";
    if (draft->type == DRAFT_SET && strstr(draft->subject, "特性")) return "特性";
    return kinds[draft->type] ? kinds[draft->type] : "";
}

void topic_find(struct drafts *drafts, const struct content *content) {
    struct topics topics = {.content = content};
    collect(&topics);
    for (uint32_t i = 0; i < drafts->count; i++) {
        struct draft *draft = &drafts->list[i];
        if (*draft->topic) continue;
        const char *topic = topic_of_packs(&topics, draft);
        if (!*topic) topic = topic_of_kind(draft);
        draft->topic = arena_text(&drafts->arena, topic, strlen(topic));
    }
    memory_give_back(topics.list);
}
