#ifndef ANZHI_TESTS_QUIZ_FIXTURE_H
#define ANZHI_TESTS_QUIZ_FIXTURE_H

#include <string.h>

#include "content/content.h"
#include "content/value.h"
#include "quiz/pool.h"
#include "quiz/question.h"

/* A small world in plain structs: enough for every kind of question, and free to be changed before it is
   indexed, so that a test can take an alias or a flag away and see what the oracle makes of it. */

/* Lists of texts outlive the block that they are written in. */
static inline struct texts fixture_texts(const char *const *list, uint32_t count) {
    static const char *kept[1024];
    static uint32_t used;
    if (used + count > 1024) used = 0;
    memcpy(kept + used, list, count * sizeof *list);
    used += count;
    return (struct texts){kept + used - count, count};
}

#define TEXTS(...)                                                                                           \
    fixture_texts((const char *const[]){__VA_ARGS__},                                                        \
                  sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))
#define NONE ((struct texts){NULL, 0})

enum fixture_entity {
    WEEK22,
    WEEK23,
    WEEK24,
    WEEK25,
    GUANGDONG,
    GUANGZHOU,
    NANSHA,
    FUZHOU,
    HEFEI,
    KUNMING,
    CAC,
    MPS,
    MPS_NET,
    MOE,
    MOF,
    TAX,
    INTEGRITY,
    SECRECY,
    AVAILABILITY,
    CONTROL,
    NON_REPUDIATION,
    FRAMEWORK,
    GUIDE,
    REPORT,
    PLAN,
    LIN,
    WANG,
    ZHAO,
    FIXTURE_ENTITIES
};
enum fixture_attribute { HOST, DAYS, GUESTS, RELEASER, SPEAKER, PAPER, MOTTO, FIXTURE_ATTRIBUTES };
enum fixture_fact {
    HOST22,
    HOST23,
    HOST24,
    HOST25,
    DAYS22,
    DAYS23,
    DAYS24,
    DAYS25,
    GUESTS24,
    FRAMEWORK_BY,
    GUIDE_BY,
    REPORT_BY,
    PLAN_BY,
    SPEAKER22,
    SPEAKER23,
    SPEAKER24,
    PAPER22,
    PAPER23,
    PAPER24,
    PAPER25,
    MOTTO22,
    MOTTO23,
    MOTTO24,
    FIXTURE_FACTS
};
enum fixture_set { PROPERTIES, BODIES, FIXTURE_SETS };

struct fixture {
    struct arena arena;
    struct pack pack;
    struct source source;
    struct entity entities[FIXTURE_ENTITIES];
    struct attribute attributes[FIXTURE_ATTRIBUTES];
    struct fact facts[FIXTURE_FACTS];
    struct set sets[FIXTURE_SETS];
    struct member members[24];
    struct pairing pairing;
    struct scenario scenario;
    struct phrase phrases[2];
    struct content content;
};

static inline struct record fixture_record(struct fixture *world, const char *id) {
    return (struct record){.id = id,
                           .topic = "测试",
                           .note = "",
                           .image = "",
                           .edition = "",
                           .pack = &world->pack,
                           .source = &world->source,
                           .quote = "",
                           .rev = 1,
                           .weight = 1};
}

static inline void fixture_entity(struct fixture *world, enum fixture_entity index, enum entity_kind kind,
                                  const char *name, struct texts aliases) {
    struct entity *entity = &world->entities[index];
    const char *id = arena_printf(&world->arena, "e%d", (int)index);
    *entity = (struct entity){.record = fixture_record(world, id),
                              .kind = kind,
                              .name = name,
                              .aliases = aliases,
                              .series = "",
                              .meaning = "",
                              .gloss = ""};
}

static inline void fixture_week(struct fixture *world, enum fixture_entity index, const char *year) {
    const char *name = arena_printf(&world->arena, "%s年国家网络安全宣传周", year);
    fixture_entity(world, index, ENTITY_EVENT, name, NONE);
    world->entities[index].series = "week";
    world->entities[index].record.edition = year;
}

static inline void fixture_meaning(struct fixture *world, enum fixture_entity index, const char *name,
                                   struct texts aliases, const char *meaning) {
    fixture_entity(world, index, ENTITY_TERM, name, aliases);
    world->entities[index].meaning = meaning;
}

static inline void fixture_entities(struct fixture *world) {
    fixture_week(world, WEEK22, "2022");
    fixture_week(world, WEEK23, "2023");
    fixture_week(world, WEEK24, "2024");
    fixture_week(world, WEEK25, "2025");
    fixture_entity(world, GUANGDONG, ENTITY_PLACE, "广东", TEXTS("广东省"));
    fixture_entity(world, GUANGZHOU, ENTITY_PLACE, "广州", TEXTS("羊城"));
    fixture_entity(world, NANSHA, ENTITY_PLACE, "南沙", TEXTS("南沙区"));
    fixture_entity(world, FUZHOU, ENTITY_PLACE, "福州", TEXTS("榕城"));
    fixture_entity(world, HEFEI, ENTITY_PLACE, "合肥", NONE);
    fixture_entity(world, KUNMING, ENTITY_PLACE, "昆明", NONE);
    world->entities[GUANGZHOU].within = &world->entities[GUANGDONG];
    world->entities[NANSHA].within = &world->entities[GUANGZHOU];
    fixture_entity(world, CAC, ENTITY_ORG, "中央网信办", TEXTS("国家互联网信息办公室"));
    fixture_entity(world, MPS, ENTITY_ORG, "公安部", NONE);
    fixture_entity(world, MPS_NET, ENTITY_ORG, "网安局", NONE);
    world->entities[MPS_NET].within = &world->entities[MPS];
    fixture_entity(world, MOE, ENTITY_ORG, "教育部", NONE);
    fixture_entity(world, MOF, ENTITY_ORG, "财政部", NONE);
    fixture_entity(world, TAX, ENTITY_ORG, "税务总局", NONE);
    fixture_meaning(world, INTEGRITY, "完整性", NONE, "信息在存放和传送中没有被擅自改动");
    fixture_meaning(world, SECRECY, "保密性", TEXTS("机密性"), "信息不让无权知道的人看到");
    fixture_meaning(world, AVAILABILITY, "可用性", NONE, "有权的人需要时就能取到信息");
    fixture_meaning(world, CONTROL, "可控性", NONE, "信息往哪里去、说些什么都管得住");
    fixture_meaning(world, NON_REPUDIATION, "不可抵赖性", TEXTS("不可否认性"), "做过的事不能说没有做过");
    fixture_entity(world, FRAMEWORK, ENTITY_DOCUMENT, "《治理框架》", NONE);
    fixture_entity(world, GUIDE, ENTITY_DOCUMENT, "《合规指引》", NONE);
    fixture_entity(world, REPORT, ENTITY_DOCUMENT, "《年度报告》", NONE);
    fixture_entity(world, PLAN, ENTITY_DOCUMENT, "《行动计划》", NONE);
    fixture_entity(world, LIN, ENTITY_PERSON, "林一", NONE);
    fixture_entity(world, WANG, ENTITY_PERSON, "王二", NONE);
    fixture_entity(world, ZHAO, ENTITY_PERSON, "赵三", NONE);
}

static inline void fixture_attribute(struct fixture *world, enum fixture_attribute index, const char *name,
                                     struct texts stems, const char *statement) {
    const char **statements = ARENA_LIST(&world->arena, const char *, 1);
    statements[0] = statement;
    world->attributes[index] = (struct attribute){.record = fixture_record(world, name),
                                                  .name = name,
                                                  .class_name = name,
                                                  .single = true,
                                                  .stems = stems,
                                                  .statements = {statements, 1},
                                                  .brief = ""};
}

static inline void fixture_attributes(struct fixture *world) {
    fixture_attribute(world, HOST, "举办城市",
                      TEXTS("{S}在哪座城市举行？", "{S}的主场设在哪里？", "哪座城市承办了{S}？"),
                      "{S}在{V}举行。");
    world->attributes[HOST].compare =
        TEXTS("{V}承办的是哪一年的活动？", "哪一年的活动在{V}？", "活动在{V}的是哪一年？");
    fixture_attribute(world, DAYS, "举行日期",
                      TEXTS("{S}在哪几天举行？", "{S}从哪天到哪天？", "{S}的日期是（　）"),
                      "{S}的日期是{V}。");
    fixture_attribute(world, GUESTS, "嘉宾人数",
                      TEXTS("{S}来了多少嘉宾？", "{S}有嘉宾多少人？", "{S}的嘉宾有（　）"),
                      "{S}的嘉宾有{V}。");
    fixture_attribute(world, RELEASER, "发布机构",
                      TEXTS("{S}由谁发布？", "发布{S}的是哪个机构？", "哪个机构发布了{S}？"),
                      "{S}由{V}发布。");
    world->attributes[RELEASER].reverse =
        TEXTS("{V}发布了下列哪一份？", "下列哪一份由{V}发布？", "由{V}发布的是哪一份？");
    fixture_attribute(world, SPEAKER, "主持人", TEXTS("{S}由谁主持？", "主持{S}的是谁？", "谁主持了{S}？"),
                      "{S}由{V}主持。");
    fixture_attribute(world, PAPER, "成果文件",
                      TEXTS("{S}上发布了哪份文件？", "哪份文件在{S}上发布？", "{S}的成果文件叫什么？"),
                      "{S}上发布了{V}。");
    fixture_attribute(world, MOTTO, "口号",
                      TEXTS("{S}的口号是什么？", "哪句话是{S}的口号？", "{S}喊出的口号是（　）"),
                      "{S}的口号是{V}。");
}

static inline void fixture_fact(struct fixture *world, enum fixture_fact index, enum fixture_entity subject,
                                enum fixture_attribute attribute, const char *value, int entity) {
    struct fact *fact = &world->facts[index];
    *fact = (struct fact){.record = fixture_record(world, arena_printf(&world->arena, "f%d", (int)index)),
                          .subject = &world->entities[subject],
                          .attribute = &world->attributes[attribute],
                          .as_of = "",
                          .why = "这是公开消息。"};
    if (entity >= 0) {
        fact->value = (struct value){.type = VALUE_ENTITY,
                                     .show = world->entities[entity].name,
                                     .entity = &world->entities[entity],
                                     .unit = "",
                                     .before = "",
                                     .after = ""};
    } else {
        fact->value = value_read(&world->arena, value);
    }
}

static inline void fixture_facts(struct fixture *world) {
    fixture_fact(world, HOST22, WEEK22, HOST, NULL, HEFEI);
    fixture_fact(world, HOST23, WEEK23, HOST, NULL, FUZHOU);
    fixture_fact(world, HOST24, WEEK24, HOST, NULL, GUANGZHOU);
    fixture_fact(world, HOST25, WEEK25, HOST, NULL, KUNMING);
    fixture_fact(world, DAYS22, WEEK22, DAYS, "9月5日至11日", -1);
    fixture_fact(world, DAYS23, WEEK23, DAYS, "9月11日至17日", -1);
    fixture_fact(world, DAYS24, WEEK24, DAYS, "9月9日至15日", -1);
    fixture_fact(world, DAYS25, WEEK25, DAYS, "9月15日至21日", -1);
    fixture_fact(world, GUESTS24, WEEK24, GUESTS, "约800人", -1);
    fixture_fact(world, FRAMEWORK_BY, FRAMEWORK, RELEASER, NULL, CAC);
    fixture_fact(world, GUIDE_BY, GUIDE, RELEASER, NULL, MPS);
    fixture_fact(world, REPORT_BY, REPORT, RELEASER, NULL, MOE);
    fixture_fact(world, PLAN_BY, PLAN, RELEASER, NULL, MOF);
    fixture_fact(world, SPEAKER22, WEEK22, SPEAKER, NULL, LIN);
    fixture_fact(world, SPEAKER23, WEEK23, SPEAKER, NULL, WANG);
    fixture_fact(world, SPEAKER24, WEEK24, SPEAKER, NULL, ZHAO);
    fixture_fact(world, PAPER22, WEEK22, PAPER, NULL, PLAN);
    fixture_fact(world, PAPER23, WEEK23, PAPER, NULL, REPORT);
    fixture_fact(world, PAPER24, WEEK24, PAPER, NULL, FRAMEWORK);
    fixture_fact(world, PAPER25, WEEK25, PAPER, NULL, GUIDE);
    fixture_fact(world, MOTTO22, WEEK22, MOTTO, "人人有责", -1);
    fixture_fact(world, MOTTO23, WEEK23, MOTTO, "共建共享", -1);
    fixture_fact(world, MOTTO24, WEEK24, MOTTO, "携手同行", -1);
}

static inline void fixture_members(struct fixture *world, struct member *out, const int *entities,
                                   uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        out[i] = (struct member){world->entities[entities[i]].name, &world->entities[entities[i]]};
    }
}

static inline void fixture_sets(struct fixture *world) {
    static const int properties[] = {INTEGRITY, SECRECY, AVAILABILITY, CONTROL, NON_REPUDIATION};
    static const int bodies[] = {CAC, MPS, MOE}, other_bodies[] = {MOF, TAX};
    fixture_members(world, world->members, properties, 5);
    world->members[5] = (struct member){"美观性", NULL};
    world->members[6] = (struct member){"趣味性", NULL};
    fixture_members(world, world->members + 7, bodies, 3);
    fixture_members(world, world->members + 10, other_bodies, 2);
    world->sets[PROPERTIES] = (struct set){.record = fixture_record(world, "properties"),
                                           .name = "信息安全的特性",
                                           .class_name = "特性",
                                           .unit = "个特性",
                                           .closed = true,
                                           .ordered = true,
                                           .members = world->members,
                                           .member_count = 5,
                                           .lures = world->members + 5,
                                           .lure_count = 2,
                                           .must_say = "",
                                           .why = ""};
    world->sets[BODIES] = (struct set){.record = fixture_record(world, "bodies"),
                                       .name = "联合举办单位",
                                       .class_name = "机构",
                                       .unit = "家单位",
                                       .closed = true,
                                       .members = world->members + 7,
                                       .member_count = 3,
                                       .lures = world->members + 10,
                                       .lure_count = 2,
                                       .must_say = "",
                                       .why = ""};
}

static inline void fixture_others(struct fixture *world) {
    struct member *pairs = world->members + 12;
    static const int weeks[] = {WEEK22, WEEK23, WEEK24, WEEK25},
                     cities[] = {HEFEI, FUZHOU, GUANGZHOU, KUNMING};
    fixture_members(world, pairs, weeks, 4);
    fixture_members(world, pairs + 4, cities, 4);
    world->pairing = (struct pairing){.record = fixture_record(world, "hosts"),
                                      .name = "各届的城市",
                                      .left = "活动",
                                      .right = "城市",
                                      .lefts = pairs,
                                      .rights = pairs + 4,
                                      .count = 4,
                                      .why = ""};
    world->scenario = (struct scenario){.record = fixture_record(world, "scene"),
                                        .text = "有人未经许可把分数改高了。",
                                        .answer = &world->entities[INTEGRITY],
                                        .set = &world->sets[PROPERTIES],
                                        .why = "数据被擅自改动。"};
    world->phrases[0] = (struct phrase){.record = fixture_record(world, "slogan"),
                                        .name = "宣传周的主题",
                                        .text = "网络安全为人民",
                                        .blank = "人民",
                                        .blank_at = 15,
                                        .lures = "大众百姓",
                                        .why = ""};
    world->phrases[1] = (struct phrase){.record = fixture_record(world, "other"),
                                        .name = "另一句口号",
                                        .text = "携手筑牢防线",
                                        .blank = "筑牢",
                                        .blank_at = 6,
                                        .lures = "建设构造",
                                        .why = ""};
}

static inline void fixture_build(struct fixture *world) {
    memset(world, 0, sizeof *world);
    arena_init(&world->arena);
    world->pack = (struct pack){.id = "test",
                                .title = "测试",
                                .edition = "2024",
                                .version = "1",
                                .language = "zh-CN",
                                .is_played = true,
                                .editor = "",
                                .licence = ""};
    world->source = (struct source){.id = "s",
                                    .title = "公告",
                                    .publisher = "测试社",
                                    .date = "2024-09-02",
                                    .url = "",
                                    .checked = "",
                                    .checked_by = "",
                                    .pack = &world->pack};
    fixture_entities(world);
    fixture_attributes(world);
    fixture_facts(world);
    fixture_sets(world);
    fixture_others(world);
    world->content = (struct content){.packs = &world->pack,
                                      .pack_count = 1,
                                      .sources = &world->source,
                                      .source_count = 1,
                                      .entities = world->entities,
                                      .entity_count = FIXTURE_ENTITIES,
                                      .attributes = world->attributes,
                                      .attribute_count = FIXTURE_ATTRIBUTES,
                                      .facts = world->facts,
                                      .fact_count = FIXTURE_FACTS,
                                      .sets = world->sets,
                                      .set_count = FIXTURE_SETS,
                                      .pairings = &world->pairing,
                                      .pairing_count = 1,
                                      .scenarios = &world->scenario,
                                      .scenario_count = 1,
                                      .phrases = world->phrases,
                                      .phrase_count = 2};
}

/* After the last change. */
static inline const struct content *fixture_index(struct fixture *world) {
    lookups_build(&world->content.lookups, &world->content, &world->arena);
    return &world->content;
}

static inline void fixture_finish(struct fixture *world) {
    arena_finish(&world->arena);
}

static const struct question_limits fixture_limits = {.kinds = ~0u, .options = 4};

#endif
