#include "content/keys.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

/* What every record that can be asked has in common. */
#define COMMON(kind)                                                                                         \
    {.record = kind,                                                                                         \
     .key = "topic",                                                                                         \
     .type = KEY_TEXT,                                                                                       \
     .most = 12,                                                                                             \
     .meaning = "题目归类的短词，“宣传周”的题一轮里最多两道",                                                \
     .example = "宣传周"},                                                                                   \
        {.record = kind,                                                                                     \
         .key = "quote",                                                                                     \
         .type = KEY_TEXT,                                                                                   \
         .most = 300,                                                                                        \
         .meaning = "来源里的原句",                                                                          \
         .example = "开幕式在广州举行。"},                                                                   \
        {.record = kind,                                                                                     \
         .key = "note",                                                                                      \
         .type = KEY_TEXT,                                                                                   \
         .most = 200,                                                                                        \
         .meaning = "给读者的说明，随解析显示",                                                              \
         .example = "课件此页是2023年的内容。"},                                                             \
        {.record = kind,                                                                                     \
         .key = "edition",                                                                                   \
         .type = KEY_TEXT,                                                                                   \
         .most = 20,                                                                                         \
         .meaning = "属于哪一届",                                                                            \
         .example = "2024"},                                                                                 \
        {.record = kind,                                                                                     \
         .key = "status",                                                                                    \
         .type = KEY_CHOICE,                                                                                 \
         .choices = "ready|draft|retired",                                                                   \
         .meaning = "可用、草稿、停用",                                                                      \
         .example = "ready"},                                                                                \
        {.record = kind,                                                                                     \
         .key = "valid_from",                                                                                \
         .type = KEY_DAY,                                                                                    \
         .meaning = "从这一天起使用",                                                                        \
         .example = "2024-09-09"},                                                                           \
        {.record = kind,                                                                                     \
         .key = "valid_to",                                                                                  \
         .type = KEY_DAY,                                                                                    \
         .meaning = "用到这一天为止",                                                                        \
         .example = "2024-12-31"},                                                                           \
        {.record = kind,                                                                                     \
         .key = "rev",                                                                                       \
         .type = KEY_NUMBER,                                                                                 \
         .least = 1,                                                                                         \
         .most = 9999,                                                                                       \
         .meaning = "修订号，答案改了就加一",                                                                \
         .example = "1"},                                                                                    \
        {.record = kind,                                                                                     \
         .key = "weight",                                                                                    \
         .type = KEY_NUMBER,                                                                                 \
         .least = 1,                                                                                         \
         .most = 3,                                                                                          \
         .meaning = "重要程度",                                                                              \
         .example = "2"},                                                                                    \
    {                                                                                                        \
        .record = kind, .key = "political", .type = KEY_BOOL, .meaning = "严肃表述：不拿来改成错句",         \
        .example = "true"                                                                                    \
    }

#define IDENTITY(kind)                                                                                       \
    {                                                                                                        \
        .record = kind, .key = "id", .type = KEY_ID, .required = true,                                       \
        .meaning = "编号，全部内容里不重复，定了就不再改", .example = "wangan-2024"                          \
    }
#define SOURCE(kind, needed)                                                                                 \
    {                                                                                                        \
        .record = kind, .key = "source", .type = KEY_REF, .required = needed, .of = RECORD_SOURCE,           \
        .choices = "source", .meaning = "出处在 sources 里的 id", .example = "xinhua-2024"                   \
    }
#define WHY(kind)                                                                                            \
    {                                                                                                        \
        .record = kind, .key = "why", .type = KEY_TEXT, .most = 200, .meaning = "解析里多说的一句",          \
        .example = "各地同步开展活动。"                                                             \
    }
#define STEMS(kind, name, what)                                                                              \
    {                                                                                                        \
        .record = kind, .key = name, .type = KEY_TEXTS, .least = 0, .most = 12, .meaning = what,             \
        .example = "[\"下列哪一项属于五特性？\"]"                                                 \
    }

/* The rows of a kind stand together, in the order of the enum; key_first relies on it. */
const struct key_row key_rows[] = {
    IDENTITY(RECORD_PACK),
    {.record = RECORD_PACK,
     .key = "format",
     .type = KEY_NUMBER,
     .least = 1,
     .most = 1,
     .meaning = "格式版本",
     .example = "1"},
    {.record = RECORD_PACK,
     .key = "title",
     .type = KEY_TEXT,
     .required = true,
     .most = 40,
     .meaning = "内容包的名字",
     .example = "国家网络安全宣传周"},
    {.record = RECORD_PACK,
     .key = "edition",
     .type = KEY_TEXT,
     .most = 20,
     .meaning = "属于哪一届",
     .example = "2024"},
    {.record = RECORD_PACK,
     .key = "version",
     .type = KEY_TEXT,
     .most = 20,
     .meaning = "内容的版本",
     .example = "1.2"},
    {.record = RECORD_PACK,
     .key = "language",
     .type = KEY_TEXT,
     .most = 20,
     .meaning = "语言",
     .example = "zh-CN"},
    {.record = RECORD_PACK,
     .key = "editor",
     .type = KEY_TEXT,
     .most = 60,
     .meaning = "由谁编写",
     .example = "宣传科"},
    {.record = RECORD_PACK,
     .key = "licence",
     .type = KEY_TEXT,
     .most = 60,
     .meaning = "使用许可",
     .example = "CC BY 4.0"},
    {.record = RECORD_PACK,
     .key = "order",
     .type = KEY_NUMBER,
     .least = 0,
     .most = 9999,
     .meaning = "排在第几，小的在前",
     .example = "10"},

    IDENTITY(RECORD_SOURCE),
    {.record = RECORD_SOURCE,
     .key = "title",
     .type = KEY_TEXT,
     .required = true,
     .most = 120,
     .meaning = "文件或报道的标题",
     .example = "2024年国家网络安全宣传周开幕"},
    {.record = RECORD_SOURCE,
     .key = "publisher",
     .type = KEY_TEXT,
     .most = 60,
     .meaning = "发布者",
     .example = "新华社"},
    {.record = RECORD_SOURCE, .key = "date", .type = KEY_DAY, .meaning = "发布日期", .example = "2024-09-09"},
    {.record = RECORD_SOURCE,
     .key = "url",
     .type = KEY_TEXT,
     .most = 500,
     .meaning = "网址",
     .example = "https://www.cac.gov.cn/"},
    {.record = RECORD_SOURCE,
     .key = "checked",
     .type = KEY_DAY,
     .meaning = "哪一天核对过",
     .example = "2024-09-20"},
    {.record = RECORD_SOURCE,
     .key = "checked_by",
     .type = KEY_TEXT,
     .most = 40,
     .meaning = "由谁核对",
     .example = "李编辑"},

    IDENTITY(RECORD_ENTITY),
    {.record = RECORD_ENTITY,
     .key = "kind",
     .type = KEY_CHOICE,
     .required = true,
     .choices = "org|person|place|event|document|principle|slogan|term|other",
     .meaning = "机构、人物、地点、活动、文件、原则、口号、术语、其他",
     .example = "place"},
    {.record = RECORD_ENTITY,
     .key = "name",
     .type = KEY_TEXT,
     .required = true,
     .most = 80,
     .meaning = "名称",
     .example = "广州"},
    {.record = RECORD_ENTITY,
     .key = "aliases",
     .type = KEY_TEXTS,
     .most = 40,
     .meaning = "同一事物的其他叫法、旧名和误写，不会作选项",
     .example = "[\"广州市\"]"},
    {.record = RECORD_ENTITY,
     .key = "within",
     .type = KEY_REF,
     .of = RECORD_ENTITY,
     .choices = "@entity",
     .meaning = "属于哪个更大的地方或机构",
     .example = "@guangdong"},
    {.record = RECORD_ENTITY,
     .key = "series",
     .type = KEY_TEXT,
     .most = 40,
     .meaning = "系列，同一系列按届次比较",
     .example = "wangan"},
    {.record = RECORD_ENTITY,
     .key = "meaning",
     .type = KEY_TEXT,
     .most = 120,
     .meaning = "释义，不含名称本身",
     .example = "信息不被未经授权的人知道"},
    {.record = RECORD_ENTITY,
     .key = "gloss",
     .type = KEY_TEXT,
     .most = 12,
     .meaning = "图上用的五字左右的短语",
     .example = "不泄露"},
    SOURCE(RECORD_ENTITY, false),
    COMMON(RECORD_ENTITY),

    IDENTITY(RECORD_ATTRIBUTE),
    {.record = RECORD_ATTRIBUTE,
     .key = "name",
     .type = KEY_TEXT,
     .required = true,
     .most = 30,
     .meaning = "属性的名称",
     .example = "举办城市"},
    {.record = RECORD_ATTRIBUTE,
     .key = "class",
     .type = KEY_TEXT,
     .required = true,
     .most = 20,
     .meaning = "语义类别，干扰项只从同类里取",
     .example = "城市"},
    {.record = RECORD_ATTRIBUTE,
     .key = "single",
     .type = KEY_BOOL,
     .meaning = "一个主体是否只有一个值，默认是",
     .example = "true"},
    {.record = RECORD_ATTRIBUTE,
     .key = "dated",
     .type = KEY_BOOL,
     .meaning = "题干是否要写明时间 {D}",
     .example = "false"},
    {.record = RECORD_ATTRIBUTE,
     .key = "stems",
     .type = KEY_TEXTS,
     .required = true,
     .least = 3,
     .most = 12,
     .meaning = "问法，{S} 代表主体",
     .example = "[\"{S}在哪座城市举行？\"]"},
    {.record = RECORD_ATTRIBUTE,
     .key = "reverse",
     .type = KEY_TEXTS,
     .most = 12,
     .meaning = "反过来问主体的问法，{V} 代表值",
     .example = "[\"在{V}举行的是哪一届？\"]"},
    {.record = RECORD_ATTRIBUTE,
     .key = "statements",
     .type = KEY_TEXTS,
     .required = true,
     .least = 1,
     .most = 12,
     .meaning = "陈述句，含 {S} 和 {V}，以。结尾",
     .example = "[\"{S}在{V}举行。\"]"},
    {.record = RECORD_ATTRIBUTE,
     .key = "compare",
     .type = KEY_TEXTS,
     .most = 12,
     .meaning = "比较各届的问法，{V} 代表值",
     .example = "[\"哪一届在{V}举行？\"]"},
    SOURCE(RECORD_ATTRIBUTE, false),
    COMMON(RECORD_ATTRIBUTE),

    IDENTITY(RECORD_FACT),
    {.record = RECORD_FACT,
     .key = "subject",
     .type = KEY_REF,
     .required = true,
     .of = RECORD_ENTITY,
     .choices = "@entity",
     .meaning = "说的是谁",
     .example = "@wangan-2024"},
    {.record = RECORD_FACT,
     .key = "attribute",
     .type = KEY_REF,
     .required = true,
     .of = RECORD_ATTRIBUTE,
     .choices = "attribute",
     .meaning = "说的是哪个属性",
     .example = "host-city"},
    {.record = RECORD_FACT,
     .key = "value",
     .type = KEY_MEMBER,
     .required = true,
     .most = 120,
     .meaning = "值，文字或 \"@id\"",
     .example = "@guangzhou"},
    {.record = RECORD_FACT,
     .key = "as_of",
     .type = KEY_TEXT,
     .most = 30,
     .meaning = "当时的时间，题干里的 {D}",
     .example = "2024年9月"},
    WHY(RECORD_FACT),
    STEMS(RECORD_FACT, "stems", "代替属性问法的问法"),
    {.record = RECORD_FACT,
     .key = "lures",
     .type = KEY_MEMBERS,
     .most = 40,
     .meaning = "人工保证为错的同类值",
     .example = "[\"@fuzhou\"]"},
    {.record = RECORD_FACT,
     .key = "also_true",
     .type = KEY_RECORDS,
     .most = 40,
     .of = RECORD_ALSO_TRUE,
     .meaning = "也成立的值，永不作错误选项",
     .example = "[{\"value\": \"广东省\"}]"},
    {.record = RECORD_FACT,
     .key = "never",
     .type = KEY_MEMBERS,
     .most = 40,
     .meaning = "永不作选项的值",
     .example = "[\"9月中旬\"]"},
    SOURCE(RECORD_FACT, true),
    COMMON(RECORD_FACT),

    {.record = RECORD_ALSO_TRUE,
     .key = "value",
     .type = KEY_MEMBER,
     .required = true,
     .most = 120,
     .meaning = "也成立的值",
     .example = "广东省"},
    {.record = RECORD_ALSO_TRUE,
     .key = "unless",
     .type = KEY_TEXTS,
     .most = 12,
     .meaning = "题干里有这些词时就不成立",
     .example = "[\"城市\"]"},

    IDENTITY(RECORD_SET),
    {.record = RECORD_SET,
     .key = "name",
     .type = KEY_TEXT,
     .required = true,
     .most = 80,
     .meaning = "集合的名称，问法围绕它写成",
     .example = "网络安全的五个特性"},
    {.record = RECORD_SET,
     .key = "class",
     .type = KEY_TEXT,
     .required = true,
     .most = 20,
     .meaning = "语义类别",
     .example = "特性"},
    {.record = RECORD_SET,
     .key = "unit",
     .type = KEY_TEXT,
     .most = 12,
     .meaning = "量词，写了才问“有几个”",
     .example = "个特性"},
    {.record = RECORD_SET, .key = "closed", .type = KEY_BOOL, .meaning = "是否只有这些", .example = "true"},
    {.record = RECORD_SET,
     .key = "ordered",
     .type = KEY_BOOL,
     .meaning = "来源是否写明了顺序",
     .example = "false"},
    {.record = RECORD_SET,
     .key = "members",
     .type = KEY_MEMBERS,
     .required = true,
     .least = 2,
     .most = 60,
     .meaning = "成员",
     .example = "[\"@secrecy\", \"完整性\"]"},
    {.record = RECORD_SET,
     .key = "lures",
     .type = KEY_MEMBERS,
     .most = 60,
     .meaning = "肯定不是成员的同类",
     .example = "[\"便捷性\"]"},
    {.record = RECORD_SET,
     .key = "never",
     .type = KEY_MEMBERS,
     .most = 60,
     .meaning = "永不作选项",
     .example = "[\"可靠性\"]"},
    {.record = RECORD_SET,
     .key = "must_say",
     .type = KEY_TEXT,
     .most = 30,
     .meaning = "每个题干都要带上的词",
     .example = "2024年"},
    WHY(RECORD_SET),
    STEMS(RECORD_SET, "stems_in", "问“属于”的问法"),
    STEMS(RECORD_SET, "stems_out", "问“不属于”的问法"),
    STEMS(RECORD_SET, "stems_all", "多选的问法"),
    STEMS(RECORD_SET, "stems_order", "排序的问法"),
    SOURCE(RECORD_SET, true),
    COMMON(RECORD_SET),

    IDENTITY(RECORD_PAIRING),
    {.record = RECORD_PAIRING,
     .key = "name",
     .type = KEY_TEXT,
     .required = true,
     .most = 80,
     .meaning = "配对的名称",
     .example = "人物与职务"},
    {.record = RECORD_PAIRING,
     .key = "left",
     .type = KEY_TEXT,
     .required = true,
     .most = 20,
     .meaning = "左边是什么",
     .example = "人物"},
    {.record = RECORD_PAIRING,
     .key = "right",
     .type = KEY_TEXT,
     .required = true,
     .most = 20,
     .meaning = "右边是什么",
     .example = "职务"},
    {.record = RECORD_PAIRING,
     .key = "rows",
     .type = KEY_ROWS,
     .required = true,
     .least = 3,
     .most = 20,
     .meaning = "每行一对",
     .example = "[[\"甲\", \"乙\"]]"},
    WHY(RECORD_PAIRING),
    STEMS(RECORD_PAIRING, "stems", "问法"),
    SOURCE(RECORD_PAIRING, true),
    COMMON(RECORD_PAIRING),

    IDENTITY(RECORD_SCENARIO),
    {.record = RECORD_SCENARIO,
     .key = "text",
     .type = KEY_TEXT,
     .required = true,
     .most = 120,
     .meaning = "情景",
     .example = "离职员工的账号没有停用。"},
    {.record = RECORD_SCENARIO,
     .key = "answer",
     .type = KEY_REF,
     .required = true,
     .of = RECORD_ENTITY,
     .choices = "@entity",
     .meaning = "答案，集合的一个成员",
     .example = "@controllability"},
    {.record = RECORD_SCENARIO,
     .key = "set",
     .type = KEY_REF,
     .required = true,
     .of = RECORD_SET,
     .choices = "set",
     .meaning = "错误选项取自哪个集合",
     .example = "five-properties"},
    {.record = RECORD_SCENARIO,
     .key = "avoid",
     .type = KEY_MEMBERS,
     .most = 12,
     .meaning = "也说得通、不能作错误选项的成员",
     .example = "[\"@secrecy\"]"},
    WHY(RECORD_SCENARIO),
    STEMS(RECORD_SCENARIO, "stems", "问法"),
    SOURCE(RECORD_SCENARIO, true),
    COMMON(RECORD_SCENARIO),

    IDENTITY(RECORD_PHRASE),
    {.record = RECORD_PHRASE,
     .key = "name",
     .type = KEY_TEXT,
     .required = true,
     .most = 60,
     .meaning = "它是什么",
     .example = "2024年宣传周的主题"},
    {.record = RECORD_PHRASE,
     .key = "text",
     .type = KEY_TEXT,
     .required = true,
     .most = 80,
     .meaning = "原句，要填的字放在【】里",
     .example = "网络安全为人民，网络安全靠【人民】"},
    {.record = RECORD_PHRASE,
     .key = "lures",
     .type = KEY_TEXT,
     .most = 24,
     .meaning = "混在里面的其他字",
     .example = "群众大家"},
    WHY(RECORD_PHRASE),
    SOURCE(RECORD_PHRASE, true),
    COMMON(RECORD_PHRASE),

    IDENTITY(RECORD_QUESTION),
    {.record = RECORD_QUESTION,
     .key = "type",
     .type = KEY_CHOICE,
     .choices = "single|multiple|judge|order",
     .meaning = "题型，不写就按答案判断",
     .example = "single"},
    {.record = RECORD_QUESTION,
     .key = "stem",
     .type = KEY_TEXT,
     .required = true,
     .most = 300,
     .meaning = "题干",
     .example = "2024年国家网络安全宣传周在哪座城市开幕？"},
    {.record = RECORD_QUESTION,
     .key = "options",
     .type = KEY_TEXTS,
     .least = 2,
     .most = 8,
     .meaning = "选项，不写 A、B；判断题不写",
     .example = "[\"广州\", \"福州\", \"合肥\", \"西安\"]"},
    {.record = RECORD_QUESTION,
     .key = "answer",
     .type = KEY_ANSWER,
     .meaning = "答案：\"B\"、\"ACD\"、\"对\"、\"错\"；排序题不写",
     .example = "A"},
    {.record = RECORD_QUESTION,
     .key = "explanation",
     .type = KEY_TEXT,
     .most = 400,
     .meaning = "解析",
     .example = "开幕式在广州举行。"},
    {.record = RECORD_QUESTION,
     .key = "emphasis",
     .type = KEY_TEXT,
     .most = 20,
     .meaning = "题干里要加重的词",
     .example = "不属于"},
    {.record = RECORD_QUESTION,
     .key = "fact",
     .type = KEY_REF,
     .of = RECORD_FACT,
     .choices = "fact",
     .meaning = "考的是哪条事实",
     .example = "wangan-2024.city"},
    {.record = RECORD_QUESTION,
     .key = "level",
     .type = KEY_NUMBER,
     .least = 1,
     .most = 5,
     .meaning = "难度",
     .example = "2"},
    {.record = RECORD_QUESTION,
     .key = "pinned_last",
     .type = KEY_BOOL,
     .meaning = "最后一个选项固定在最后",
     .example = "true"},
    {.record = RECORD_QUESTION,
     .key = "image",
     .type = KEY_TEXT,
     .most = 120,
     .meaning = "images/ 下的图片",
     .example = "map.png"},
    {.record = RECORD_QUESTION,
     .key = "alt",
     .type = KEY_TEXT,
     .most = 120,
     .meaning = "图片画了什么，一句话",
     .example = "会场平面图"},
    SOURCE(RECORD_QUESTION, true),
    COMMON(RECORD_QUESTION),

    IDENTITY(RECORD_CARD),
    {.record = RECORD_CARD,
     .key = "title",
     .type = KEY_TEXT,
     .required = true,
     .most = 30,
     .meaning = "标题",
     .example = "五个特性"},
    {.record = RECORD_CARD,
     .key = "lead",
     .type = KEY_TEXT,
     .most = 60,
     .meaning = "标题下的一句",
     .example = "保密、完整、可用、可控、不可抵赖"},
    {.record = RECORD_CARD,
     .key = "body",
     .type = KEY_TEXT,
     .required = true,
     .most = 300,
     .meaning = "正文，75 字以内",
     .example = "每年九月举办。"},
    {.record = RECORD_CARD,
     .key = "remember",
     .type = KEY_TEXT,
     .most = 40,
     .meaning = "记一记",
     .example = "主题年年相同，副题年年更新"},
    {.record = RECORD_CARD,
     .key = "image",
     .type = KEY_TEXT,
     .most = 120,
     .meaning = "images/ 下的图片",
     .example = "map.png"},
    {.record = RECORD_CARD,
     .key = "alt",
     .type = KEY_TEXT,
     .most = 120,
     .meaning = "图片画了什么，一句话",
     .example = "会场平面图"},
    {.record = RECORD_CARD,
     .key = "diagram",
     .type = KEY_CHOICE,
     .choices = "five|timeline|ring|rows|numbers",
     .meaning = "图示的样子",
     .example = "five"},
    {.record = RECORD_CARD,
     .key = "set",
     .type = KEY_REF,
     .of = RECORD_SET,
     .choices = "set",
     .meaning = "图示画的是哪个集合",
     .example = "five-properties"},
    SOURCE(RECORD_CARD, true),
    COMMON(RECORD_CARD),

    {.record = RECORD_KIOSK,
     .key = "format",
     .type = KEY_NUMBER,
     .least = 1,
     .most = 1,
     .meaning = "格式版本",
     .example = "1"},
    {.record = RECORD_KIOSK,
     .key = "mode",
     .type = KEY_CHOICE,
     .choices = "kiosk|class|training",
     .meaning = "展厅、课堂、训练",
     .example = "kiosk"},
    {.record = RECORD_KIOSK,
     .key = "theme",
     .type = KEY_TEXT,
     .most = 30,
     .meaning = "配色",
     .example = "light"},
    {.record = RECORD_KIOSK,
     .key = "packs",
     .type = KEY_TEXTS,
     .most = 100,
     .meaning = "使用哪些内容包，不写就全部使用",
     .example = "[\"wangan\"]"},
    {.record = RECORD_KIOSK,
     .key = "questions",
     .type = KEY_NUMBER,
     .least = 3,
     .most = 20,
     .meaning = "一轮几道题",
     .example = "5"},
    {.record = RECORD_KIOSK,
     .key = "daily_goal",
     .type = KEY_NUMBER,
     .least = 0,
     .most = 1000000,
     .meaning = "每天的目标题数",
     .example = "6000"},
    {.record = RECORD_KIOSK,
     .key = "question_idle_s",
     .type = KEY_NUMBER,
     .least = 5,
     .most = 600,
     .meaning = "题目页无人操作多少秒后返回",
     .example = "30"},
    {.record = RECORD_KIOSK,
     .key = "result_idle_s",
     .type = KEY_NUMBER,
     .least = 5,
     .most = 600,
     .meaning = "结果页无人操作多少秒后返回",
     .example = "20"},
    {.record = RECORD_KIOSK,
     .key = "card_idle_s",
     .type = KEY_NUMBER,
     .least = 5,
     .most = 600,
     .meaning = "卡片页无人操作多少秒后返回",
     .example = "45"},
    {.record = RECORD_KIOSK,
     .key = "reduced_motion",
     .type = KEY_BOOL,
     .meaning = "减少动画",
     .example = "false"},
    {.record = RECORD_KIOSK, .key = "large", .type = KEY_BOOL, .meaning = "大字", .example = "false"},
    {.record = RECORD_KIOSK,
     .key = "show_rank",
     .type = KEY_BOOL,
     .meaning = "结果页显示排名",
     .example = "true"},

    {.record = RECORD_FILE,
     .key = "format",
     .type = KEY_NUMBER,
     .least = 1,
     .most = 1,
     .meaning = "格式版本",
     .example = "1"},
    {.record = RECORD_FILE,
     .key = "pack",
     .type = KEY_RECORD,
     .of = RECORD_PACK,
     .meaning = "单文件内容包的包信息",
     .example = "{\"id\": \"wangan\", \"title\": \"国家网络安全宣传周\"}"},
    {.record = RECORD_FILE,
     .key = "sources",
     .type = KEY_RECORDS,
     .of = RECORD_SOURCE,
     .meaning = "来源",
     .example = "[]"},
    {.record = RECORD_FILE,
     .key = "entities",
     .type = KEY_RECORDS,
     .of = RECORD_ENTITY,
     .meaning = "事物",
     .example = "[]"},
    {.record = RECORD_FILE,
     .key = "attributes",
     .type = KEY_RECORDS,
     .of = RECORD_ATTRIBUTE,
     .meaning = "属性",
     .example = "[]"},
    {.record = RECORD_FILE,
     .key = "facts",
     .type = KEY_RECORDS,
     .of = RECORD_FACT,
     .meaning = "事实",
     .example = "[]"},
    {.record = RECORD_FILE,
     .key = "sets",
     .type = KEY_RECORDS,
     .of = RECORD_SET,
     .meaning = "集合",
     .example = "[]"},
    {.record = RECORD_FILE,
     .key = "pairings",
     .type = KEY_RECORDS,
     .of = RECORD_PAIRING,
     .meaning = "配对",
     .example = "[]"},
    {.record = RECORD_FILE,
     .key = "scenarios",
     .type = KEY_RECORDS,
     .of = RECORD_SCENARIO,
     .meaning = "情景",
     .example = "[]"},
    {.record = RECORD_FILE,
     .key = "phrases",
     .type = KEY_RECORDS,
     .of = RECORD_PHRASE,
     .meaning = "填字句",
     .example = "[]"},
    {.record = RECORD_FILE,
     .key = "questions",
     .type = KEY_RECORDS,
     .of = RECORD_QUESTION,
     .meaning = "题目",
     .example = "[]"},
    {.record = RECORD_FILE,
     .key = "cards",
     .type = KEY_RECORDS,
     .of = RECORD_CARD,
     .meaning = "卡片",
     .example = "[]"},
};

enum { ROWS = sizeof key_rows / sizeof key_rows[0] };
_Static_assert(ROWS < 255, "a slot of key_index holds 1 + row");
const uint32_t key_row_count = ROWS;

struct kind_words {
    const char *name, *title, *measure;
};

static const struct kind_words kind_words[] = {
    [RECORD_PACK] = {"pack", "内容包", "个"},       [RECORD_SOURCE] = {"source", "来源", "条"},
    [RECORD_ENTITY] = {"entity", "事物", "个"},     [RECORD_ATTRIBUTE] = {"attribute", "属性", "个"},
    [RECORD_FACT] = {"fact", "事实", "条"},         [RECORD_ALSO_TRUE] = {"also_true", "也成立的值", "个"},
    [RECORD_SET] = {"set", "集合", "个"},           [RECORD_PAIRING] = {"pairing", "配对", "组"},
    [RECORD_SCENARIO] = {"scenario", "情景", "个"}, [RECORD_PHRASE] = {"phrase", "填字句", "个"},
    [RECORD_QUESTION] = {"question", "题目", "道"}, [RECORD_CARD] = {"card", "卡片", "张"},
    [RECORD_KIOSK] = {"kiosk", "现场设置", "份"},   [RECORD_FILE] = {"file", "文件", "个"},
};
_Static_assert(sizeof kind_words / sizeof kind_words[0] == RECORD_KINDS, "words for every kind");

const char *record_kind_name(enum record_kind record) {
    return kind_words[record].name;
}
const char *record_kind_title(enum record_kind record) {
    return kind_words[record].title;
}
const char *record_kind_measure(enum record_kind record) {
    return kind_words[record].measure;
}

uint32_t key_first(enum record_kind record) {
    uint32_t row = 0;
    while (row < ROWS && key_rows[row].record != record) row++;
    return row;
}

uint32_t key_count(enum record_kind record) {
    uint32_t first = key_first(record), row = first;
    while (row < ROWS && key_rows[row].record == record) row++;
    assert(row - first <= KEYS_OF_A_RECORD);
    return row - first;
}

uint32_t key_most(const struct key_row *row) {
    if (row->most) return (uint32_t)row->most;
    bool is_list = row->type == KEY_TEXTS || row->type == KEY_MEMBERS || row->type == KEY_ROWS;
    return is_list ? KEY_LIST_MOST : row->type == KEY_ID ? KEY_ID_MOST : KEY_TEXT_MOST;
}

const struct key_row *key_find(enum record_kind record, struct str key) {
    for (uint32_t row = key_first(record); row < ROWS && key_rows[row].record == record; row++) {
        if (str_is(key, key_rows[row].key)) return &key_rows[row];
    }
    return NULL;
}

/* Keys of one kind differ in length, beginning or end. */
static uint32_t slot_of(enum record_kind record, struct str key) {
    uint64_t word = 0, last = 0;
    memcpy(&word, key.at, key.len < 8 ? key.len : 8);
    if (key.len > 8) memcpy(&last, key.at + key.len - 8, 8);
    uint64_t hash = (word ^ (last << 7) ^ ((uint64_t)record << 56) ^ key.len) * 0x9E3779B97F4A7C15u;
    return (uint32_t)(hash >> 54);
}

static bool row_is(enum record_kind kind, uint32_t place, const char *key) {
    return strcmp(key_rows[key_first(kind) + place].key, key) == 0;
}

static uint8_t common_place(enum record_kind kind) {
    const struct key_row *source = key_find(kind, STR("source"));
    if (!source) return 0;
    uint32_t place = (uint32_t)(source - key_rows) - key_first(kind);
    assert(row_is(kind, ROW_ID, "id") && row_is(kind, place + COMMON_TOPIC, "topic"));
    assert(row_is(kind, place + COMMON_STATUS, "status") &&
           row_is(kind, place + COMMON_POLITICAL, "political"));
    return (uint8_t)place;
}

void key_index_build(struct key_index *index) {
    memset(index, 0, sizeof *index);
    assert(row_is(RECORD_QUESTION, ROW_TYPE, "type") && row_is(RECORD_QUESTION, ROW_FACT, "fact"));
    assert(row_is(RECORD_QUESTION, ROW_ANSWER, "answer") && row_is(RECORD_QUESTION, ROW_ALT, "alt"));
    for (uint32_t kind = 0; kind < RECORD_KINDS; kind++) index->common[kind] = common_place(kind);
    for (uint32_t kind = 0; kind < RECORD_KINDS; kind++) index->first[kind] = (uint8_t)key_first(kind);
    for (uint32_t row = 0; row < ROWS; row++) {
        struct str key = str_of(key_rows[row].key);
        uint32_t slot = slot_of(key_rows[row].record, key);
        while (index->slots[slot]) slot = (slot + 1) & 1023;
        index->slots[slot] = (uint8_t)(row + 1);
        index->lengths[row] = (uint8_t)key.len;
    }
}

const struct key_row *key_index_find(const struct key_index *index, enum record_kind record, struct str key) {
    if (key.len == 0 || key.len > 32) return NULL;
    for (uint32_t slot = slot_of(record, key); index->slots[slot]; slot = (slot + 1) & 1023) {
        uint32_t place = index->slots[slot] - 1u;
        const struct key_row *row = &key_rows[place];
        bool fits = row->record == record && index->lengths[place] == key.len;
        if (fits && memcmp(key.at, row->key, key.len) == 0) return row;
    }
    return NULL;
}
