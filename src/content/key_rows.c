#include <stddef.h>

#include "content/keys.h"

/* What every record that can be asked has in common. clang-format would break these apart. */
/* clang-format off */
#define COMMON(kind)                                                                                         \
    {kind, "topic", KEY_TEXT, false, 0, 12, NULL, 0, "题目归类的短词，“宣传周”的题一轮里最多两道", "宣传周"}, \
    {kind, "quote", KEY_TEXT, false, 0, 300, NULL, 0, "来源里的原句", "开幕式在广州举行。"},                 \
    {kind, "note", KEY_TEXT, false, 0, 200, NULL, 0, "给读者的说明，随解析显示", "课件此页是2023年的内容。"}, \
    {kind, "edition", KEY_TEXT, false, 0, 20, NULL, 0, "属于哪一届", "2024"},                                \
    {kind, "status", KEY_CHOICE, false, 0, 0, "ready|draft|retired", 0, "可用、草稿、停用", "ready"},        \
    {kind, "valid_from", KEY_DAY, false, 0, 0, NULL, 0, "从这一天起使用", "2024-09-09"},                     \
    {kind, "valid_to", KEY_DAY, false, 0, 0, NULL, 0, "用到这一天为止", "2024-12-31"},                       \
    {kind, "rev", KEY_NUMBER, false, 1, 9999, NULL, 0, "修订号，答案改了就加一", "1"},                       \
    {kind, "weight", KEY_NUMBER, false, 1, 3, NULL, 0, "重要程度", "2"},                                     \
    {kind, "political", KEY_BOOL, false, 0, 0, NULL, 0, "严肃表述：不拿来改成错句", "true"}
#define IDENTITY(kind)                                                                                       \
    {kind, "id", KEY_ID, true, 0, 0, NULL, 0, "编号，全部内容里不重复，定了就不再改", "wangan-2024"}
#define SOURCE(kind, needed)                                                                                 \
    {kind, "source", KEY_REF, needed, 0, 0, "source", RECORD_SOURCE, "出处在 sources 里的 id", "xinhua-2024"}
#define WHY(kind)                                                                                            \
    {kind, "why", KEY_TEXT, false, 0, 200, NULL, 0, "解析里多说的一句", "各地同步开展活动。"}
#define STEMS(kind, name, what)                                                                              \
    {kind, name, KEY_TEXTS, false, 0, 12, NULL, 0, what, "[\"下列哪一项属于五特性？\"]"}
#define IMAGE(kind)                                                                                          \
    {kind, "image", KEY_TEXT, false, 0, 120, NULL, 0, "images/ 下的图片，或者自带插图的名字", "rili"}
/* clang-format on */

/* The rows of a kind stand together, in the order of the enum; key_first relies on it. */
const struct key_row key_rows[] = {
    IDENTITY(RECORD_PACK),
    {RECORD_PACK, "format", KEY_NUMBER, false, 1, 1, NULL, 0, "格式版本", "1"},
    {RECORD_PACK, "title", KEY_TEXT, true, 0, 40, NULL, 0, "内容包的名字", "国家网络安全宣传周"},
    {RECORD_PACK, "edition", KEY_TEXT, false, 0, 20, NULL, 0, "属于哪一届", "2024"},
    {RECORD_PACK, "version", KEY_TEXT, false, 0, 20, NULL, 0, "内容的版本", "1.2"},
    {RECORD_PACK, "language", KEY_TEXT, false, 0, 20, NULL, 0, "语言", "zh-CN"},
    {RECORD_PACK, "editor", KEY_TEXT, false, 0, 60, NULL, 0, "由谁编写", "宣传科"},
    {RECORD_PACK, "licence", KEY_TEXT, false, 0, 60, NULL, 0, "使用许可", "CC BY 4.0"},
    {RECORD_PACK, "order", KEY_NUMBER, false, 0, 9999, NULL, 0, "排在第几，小的在前", "10"},

    IDENTITY(RECORD_SOURCE),
    {RECORD_SOURCE, "title", KEY_TEXT, true, 0, 120, NULL, 0, "文件或报道的标题",
     "2024年国家网络安全宣传周开幕"},
    {RECORD_SOURCE, "publisher", KEY_TEXT, false, 0, 60, NULL, 0, "发布者", "新华社"},
    {RECORD_SOURCE, "date", KEY_DAY, false, 0, 0, NULL, 0, "发布日期", "2024-09-09"},
    {RECORD_SOURCE, "undated", KEY_BOOL, false, 0, 0, NULL, 0, "材料上确实没有日期", "true"},
    {RECORD_SOURCE, "url", KEY_TEXT, false, 0, 500, NULL, 0, "网址", "https://www.cac.gov.cn/"},
    {RECORD_SOURCE, "checked", KEY_DAY, false, 0, 0, NULL, 0, "哪一天核对过", "2024-09-20"},
    {RECORD_SOURCE, "checked_by", KEY_TEXT, false, 0, 40, NULL, 0, "由谁核对", "李编辑"},

    IDENTITY(RECORD_ENTITY),
    {RECORD_ENTITY, "kind", KEY_CHOICE, true, 0, 0,
     "org|person|place|event|document|principle|slogan|term|other", 0,
     "机构、人物、地点、活动、文件、原则、口号、术语、其他", "place"},
    {RECORD_ENTITY, "name", KEY_TEXT, true, 0, 80, NULL, 0, "名称", "广州"},
    {RECORD_ENTITY, "aliases", KEY_TEXTS, false, 0, 40, NULL, 0, "同一事物的其他叫法、旧名和误写，不会作选项",
     "[\"广州市\"]"},
    {RECORD_ENTITY, "within", KEY_REF, false, 0, 0, "@entity", RECORD_ENTITY, "属于哪个更大的地方或机构",
     "@guangdong"},
    {RECORD_ENTITY, "series", KEY_TEXT, false, 0, 40, NULL, 0, "系列，同一系列按届次比较", "wangan"},
    {RECORD_ENTITY, "meaning", KEY_TEXT, false, 0, 120, NULL, 0, "释义，不含名称本身",
     "信息不被未经授权的人知道"},
    {RECORD_ENTITY, "gloss", KEY_TEXT, false, 0, 12, NULL, 0, "图上用的五字左右的短语", "不泄露"},
    SOURCE(RECORD_ENTITY, false),
    COMMON(RECORD_ENTITY),

    IDENTITY(RECORD_ATTRIBUTE),
    {RECORD_ATTRIBUTE, "name", KEY_TEXT, true, 0, 30, NULL, 0, "属性的名称", "举办城市"},
    {RECORD_ATTRIBUTE, "class", KEY_TEXT, true, 0, 20, NULL, 0, "语义类别，干扰项只从同类里取", "城市"},
    {RECORD_ATTRIBUTE, "single", KEY_BOOL, false, 0, 0, NULL, 0, "一个主体是否只有一个值，默认是", "true"},
    {RECORD_ATTRIBUTE, "dated", KEY_BOOL, false, 0, 0, NULL, 0, "题干是否要写明时间 {D}", "false"},
    {RECORD_ATTRIBUTE, "stems", KEY_TEXTS, true, 3, 12, NULL, 0, "问法，{S} 代表主体",
     "[\"{S}在哪座城市举行？\"]"},
    {RECORD_ATTRIBUTE, "reverse", KEY_TEXTS, false, 0, 12, NULL, 0, "反过来问主体的问法，{V} 代表值",
     "[\"在{V}举行的是哪一届？\"]"},
    {RECORD_ATTRIBUTE, "statements", KEY_TEXTS, true, 1, 12, NULL, 0, "陈述句，含 {S} 和 {V}，以。结尾",
     "[\"{S}在{V}举行。\"]"},
    {RECORD_ATTRIBUTE, "compare", KEY_TEXTS, false, 0, 12, NULL, 0, "比较各届的问法，{V} 代表值",
     "[\"哪一届在{V}举行？\"]"},
    IMAGE(RECORD_ATTRIBUTE),
    SOURCE(RECORD_ATTRIBUTE, false),
    COMMON(RECORD_ATTRIBUTE),

    IDENTITY(RECORD_FACT),
    {RECORD_FACT, "subject", KEY_REF, true, 0, 0, "@entity", RECORD_ENTITY, "说的是谁", "@wangan-2024"},
    {RECORD_FACT, "attribute", KEY_REF, true, 0, 0, "attribute", RECORD_ATTRIBUTE, "说的是哪个属性",
     "host-city"},
    {RECORD_FACT, "value", KEY_MEMBER, true, 0, 120, NULL, 0, "值，文字或 \"@id\"", "@guangzhou"},
    {RECORD_FACT, "as_of", KEY_TEXT, false, 0, 30, NULL, 0, "当时的时间，题干里的 {D}", "2024年9月"},
    WHY(RECORD_FACT),
    STEMS(RECORD_FACT, "stems", "代替属性问法的问法"),
    {RECORD_FACT, "lures", KEY_MEMBERS, false, 0, 40, NULL, 0, "人工保证为错的同类值", "[\"@fuzhou\"]"},
    {RECORD_FACT, "also_true", KEY_RECORDS, false, 0, 40, NULL, RECORD_ALSO_TRUE,
     "也成立的值，永不作错误选项", "[{\"value\": \"广东省\"}]"},
    {RECORD_FACT, "never", KEY_MEMBERS, false, 0, 40, NULL, 0, "永不作选项的值", "[\"9月中旬\"]"},
    IMAGE(RECORD_FACT),
    SOURCE(RECORD_FACT, true),
    COMMON(RECORD_FACT),

    {RECORD_ALSO_TRUE, "value", KEY_MEMBER, true, 0, 120, NULL, 0, "也成立的值", "广东省"},
    {RECORD_ALSO_TRUE, "unless", KEY_TEXTS, false, 0, 12, NULL, 0, "题干里有这些词时就不成立", "[\"城市\"]"},

    IDENTITY(RECORD_SET),
    {RECORD_SET, "name", KEY_TEXT, true, 0, 80, NULL, 0, "集合的名称，问法围绕它写成", "网络安全的五个特性"},
    {RECORD_SET, "class", KEY_TEXT, true, 0, 20, NULL, 0, "语义类别", "特性"},
    {RECORD_SET, "unit", KEY_TEXT, false, 0, 12, NULL, 0, "量词，写了才问“有几个”", "个特性"},
    {RECORD_SET, "closed", KEY_BOOL, false, 0, 0, NULL, 0, "是否只有这些", "true"},
    {RECORD_SET, "ordered", KEY_BOOL, false, 0, 0, NULL, 0, "来源是否写明了顺序", "false"},
    {RECORD_SET, "members", KEY_MEMBERS, true, 2, 60, NULL, 0, "成员", "[\"@secrecy\", \"完整性\"]"},
    {RECORD_SET, "lures", KEY_MEMBERS, false, 0, 60, NULL, 0, "肯定不是成员的同类", "[\"便捷性\"]"},
    {RECORD_SET, "never", KEY_MEMBERS, false, 0, 60, NULL, 0, "永不作选项", "[\"可靠性\"]"},
    {RECORD_SET, "must_say", KEY_TEXT, false, 0, 30, NULL, 0, "每个题干都要带上的词", "2024年"},
    WHY(RECORD_SET),
    STEMS(RECORD_SET, "stems_in", "问“属于”的问法"),
    STEMS(RECORD_SET, "stems_out", "问“不属于”的问法"),
    STEMS(RECORD_SET, "stems_all", "多选的问法"),
    STEMS(RECORD_SET, "stems_order", "排序的问法"),
    IMAGE(RECORD_SET),
    SOURCE(RECORD_SET, true),
    COMMON(RECORD_SET),

    IDENTITY(RECORD_PAIRING),
    {RECORD_PAIRING, "name", KEY_TEXT, true, 0, 80, NULL, 0, "配对的名称", "人物与职务"},
    {RECORD_PAIRING, "left", KEY_TEXT, true, 0, 20, NULL, 0, "左边是什么", "人物"},
    {RECORD_PAIRING, "right", KEY_TEXT, true, 0, 20, NULL, 0, "右边是什么", "职务"},
    {RECORD_PAIRING, "rows", KEY_ROWS, true, 3, 20, NULL, 0, "每行一对", "[[\"甲\", \"乙\"]]"},
    WHY(RECORD_PAIRING),
    STEMS(RECORD_PAIRING, "stems", "问法"),
    SOURCE(RECORD_PAIRING, true),
    COMMON(RECORD_PAIRING),

    IDENTITY(RECORD_SCENARIO),
    {RECORD_SCENARIO, "text", KEY_TEXT, true, 0, 120, NULL, 0, "情景", "离职员工的账号没有停用。"},
    {RECORD_SCENARIO, "answer", KEY_REF, true, 0, 0, "@entity", RECORD_ENTITY, "答案，集合的一个成员",
     "@controllability"},
    {RECORD_SCENARIO, "set", KEY_REF, true, 0, 0, "set", RECORD_SET, "错误选项取自哪个集合",
     "five-properties"},
    {RECORD_SCENARIO, "avoid", KEY_MEMBERS, false, 0, 12, NULL, 0, "也说得通、不能作错误选项的成员",
     "[\"@secrecy\"]"},
    WHY(RECORD_SCENARIO),
    STEMS(RECORD_SCENARIO, "stems", "问法"),
    IMAGE(RECORD_SCENARIO),
    SOURCE(RECORD_SCENARIO, true),
    COMMON(RECORD_SCENARIO),

    IDENTITY(RECORD_PHRASE),
    {RECORD_PHRASE, "name", KEY_TEXT, true, 0, 60, NULL, 0, "它是什么", "2024年宣传周的主题"},
    {RECORD_PHRASE, "text", KEY_TEXT, true, 0, 80, NULL, 0, "原句，要填的字放在【】里",
     "网络安全为人民，网络安全靠【人民】"},
    {RECORD_PHRASE, "lures", KEY_TEXT, false, 0, 24, NULL, 0, "混在里面的其他字", "群众大家"},
    WHY(RECORD_PHRASE),
    SOURCE(RECORD_PHRASE, true),
    COMMON(RECORD_PHRASE),

    IDENTITY(RECORD_QUESTION),
    {RECORD_QUESTION, "type", KEY_CHOICE, false, 0, 0, "single|multiple|judge|order", 0,
     "题型，不写就按答案判断", "single"},
    {RECORD_QUESTION, "stem", KEY_TEXT, true, 0, 300, NULL, 0, "题干",
     "2024年国家网络安全宣传周在哪座城市开幕？"},
    {RECORD_QUESTION, "options", KEY_TEXTS, false, 2, 8, NULL, 0, "选项，不写 A、B；判断题不写",
     "[\"广州\", \"福州\", \"合肥\", \"西安\"]"},
    {RECORD_QUESTION, "answer", KEY_ANSWER, false, 0, 0, NULL, 0,
     "答案：\"B\"、\"ACD\"、\"对\"、\"错\"；排序题不写", "A"},
    {RECORD_QUESTION, "explanation", KEY_TEXT, false, 0, 400, NULL, 0, "解析", "开幕式在广州举行。"},
    {RECORD_QUESTION, "emphasis", KEY_TEXT, false, 0, 20, NULL, 0, "题干里要加重的词", "不属于"},
    {RECORD_QUESTION, "fact", KEY_REF, false, 0, 0, "fact", RECORD_FACT, "考的是哪条事实",
     "wangan-2024.city"},
    {RECORD_QUESTION, "level", KEY_NUMBER, false, 1, 5, NULL, 0, "难度", "2"},
    {RECORD_QUESTION, "pinned_last", KEY_BOOL, false, 0, 0, NULL, 0, "最后一个选项固定在最后", "true"},
    IMAGE(RECORD_QUESTION),
    {RECORD_QUESTION, "alt", KEY_TEXT, false, 0, 120, NULL, 0, "图片画了什么，一句话", "会场平面图"},
    SOURCE(RECORD_QUESTION, true),
    COMMON(RECORD_QUESTION),

    IDENTITY(RECORD_CARD),
    {RECORD_CARD, "title", KEY_TEXT, true, 0, 30, NULL, 0, "标题", "五个特性"},
    {RECORD_CARD, "lead", KEY_TEXT, false, 0, 60, NULL, 0, "标题下的一句",
     "保密、完整、可用、可控、不可抵赖"},
    {RECORD_CARD, "body", KEY_TEXT, true, 0, 300, NULL, 0, "正文，75 字以内", "每年九月举办。"},
    {RECORD_CARD, "remember", KEY_TEXT, false, 0, 40, NULL, 0, "记一记", "主题年年相同，副题年年更新"},
    {RECORD_CARD, "todo", KEY_TEXT, false, 0, 40, NULL, 0, "今天就能做的一件事，30 字以内",
     "给常用账号打开两步验证。"},
    IMAGE(RECORD_CARD),
    {RECORD_CARD, "alt", KEY_TEXT, false, 0, 120, NULL, 0, "图片画了什么，一句话", "会场平面图"},
    {RECORD_CARD, "diagram", KEY_CHOICE, false, 0, 0, "five|timeline|ring|rows|numbers", 0, "图示的样子",
     "five"},
    {RECORD_CARD, "set", KEY_REF, false, 0, 0, "set", RECORD_SET, "图示画的是哪个集合", "five-properties"},
    SOURCE(RECORD_CARD, true),
    COMMON(RECORD_CARD),

    {RECORD_KIOSK, "format", KEY_NUMBER, false, 1, 1, NULL, 0, "格式版本", "1"},
    {RECORD_KIOSK, "mode", KEY_CHOICE, false, 0, 0, "kiosk|class|training", 0, "展厅、课堂、训练", "kiosk"},
    {RECORD_KIOSK, "theme", KEY_CHOICE, false, 0, 0, "light|dark|contrast", 0, "配色：明亮、暗色、高对比",
     "light"},
    {RECORD_KIOSK, "packs", KEY_TEXTS, false, 0, 100, NULL, 0, "使用哪些内容包，不写就全部使用",
     "[\"wangan\"]"},
    {RECORD_KIOSK, "questions", KEY_NUMBER, false, 3, 20, NULL, 0, "一轮几道题", "5"},
    {RECORD_KIOSK, "topic", KEY_TEXT, false, 0, 20, NULL, 0, "课堂先讲哪个主题", "五特性"},
    {RECORD_KIOSK, "daily_goal", KEY_NUMBER, false, 0, 1000000, NULL, 0, "每天的目标题数", "6000"},
    {RECORD_KIOSK, "question_idle_s", KEY_NUMBER, false, 5, 600, NULL, 0, "题目页无人操作多少秒后返回", "30"},
    {RECORD_KIOSK, "result_idle_s", KEY_NUMBER, false, 5, 600, NULL, 0, "结果页无人操作多少秒后返回", "20"},
    {RECORD_KIOSK, "card_idle_s", KEY_NUMBER, false, 5, 600, NULL, 0, "卡片页无人操作多少秒后返回", "45"},
    {RECORD_KIOSK, "reduced_motion", KEY_BOOL, false, 0, 0, NULL, 0, "减少动画", "false"},
    {RECORD_KIOSK, "large", KEY_BOOL, false, 0, 0, NULL, 0, "大字", "false"},
    {RECORD_KIOSK, "show_rank", KEY_BOOL, false, 0, 0, NULL, 0, "结果页显示排名", "true"},

    {RECORD_FILE, "format", KEY_NUMBER, false, 1, 1, NULL, 0, "格式版本", "1"},
    {RECORD_FILE, "pack", KEY_RECORD, false, 0, 0, NULL, RECORD_PACK, "单文件内容包的包信息",
     "{\"id\": \"wangan\", \"title\": \"国家网络安全宣传周\"}"},
    {RECORD_FILE, "sources", KEY_RECORDS, false, 0, 0, NULL, RECORD_SOURCE, "来源", "[]"},
    {RECORD_FILE, "entities", KEY_RECORDS, false, 0, 0, NULL, RECORD_ENTITY, "事物", "[]"},
    {RECORD_FILE, "attributes", KEY_RECORDS, false, 0, 0, NULL, RECORD_ATTRIBUTE, "属性", "[]"},
    {RECORD_FILE, "facts", KEY_RECORDS, false, 0, 0, NULL, RECORD_FACT, "事实", "[]"},
    {RECORD_FILE, "sets", KEY_RECORDS, false, 0, 0, NULL, RECORD_SET, "集合", "[]"},
    {RECORD_FILE, "pairings", KEY_RECORDS, false, 0, 0, NULL, RECORD_PAIRING, "配对", "[]"},
    {RECORD_FILE, "scenarios", KEY_RECORDS, false, 0, 0, NULL, RECORD_SCENARIO, "情景", "[]"},
    {RECORD_FILE, "phrases", KEY_RECORDS, false, 0, 0, NULL, RECORD_PHRASE, "填字句", "[]"},
    {RECORD_FILE, "questions", KEY_RECORDS, false, 0, 0, NULL, RECORD_QUESTION, "题目", "[]"},
    {RECORD_FILE, "cards", KEY_RECORDS, false, 0, 0, NULL, RECORD_CARD, "卡片", "[]"},
};

const uint32_t key_row_count = sizeof key_rows / sizeof key_rows[0];
_Static_assert(sizeof key_rows / sizeof key_rows[0] <= KEY_ROWS_MOST, "half of the slots stay free");
