#include <string.h>

#include "exchange/bodies.h"
#include "exchange/char.h"
#include "exchange/find.h"
#include "exchange/phrase.h"

/* 由A、B等十部门联合主办，C承办: bodies and what they did. */

struct verb {
    struct char_row word;
    const char *attribute;
    enum {
        AFTER_BY,
        AT_END,
        WITH_OBJECT,
        ANYWHERE,
        UNSURE,
        WITHIN,
        AS_UNIT
    } wants; /* how sure the word alone is */
};

static const struct verb verbs[] = {
    {W("主办"), "主办", AT_END},
    {W("承办"), "承办", AT_END},
    {W("协办"), "协办", AT_END},
    {W("指导"), "指导", AT_END},
    {W("指导下"), "指导", WITHIN},
    {W("支持下"), "支持", WITHIN},
    {W("领导下"), "领导", WITHIN},
    {W("统筹下"), "统筹", WITHIN},
    {W("组织下"), "组织", WITHIN},
    {W("帮助下"), "支持", WITHIN},
    {W("牵头"), "牵头", ANYWHERE},
    {W("主持"), "主持", AFTER_BY},
    {W("出品"), "出品", AT_END},
    {W("支持"), "支持", AFTER_BY},
    {W("发起"), "发起", AFTER_BY},
    {W("起草"), "起草", AFTER_BY},
    {W("编写"), "编写", AFTER_BY},
    {W("编制"), "编制", AFTER_BY},
    {W("制定"), "制定", AFTER_BY},
    {W("组成"), "组成", ANYWHERE},
    {W("联合举办"), "联合举办", ANYWHERE},
    {W("联合印发"), "印发", ANYWHERE},
    {W("联合发布"), "发布", ANYWHERE},
    {W("联合签署"), "签署", ANYWHERE},
    {W("联合召开"), "召开", ANYWHERE},
    {W("联合开展"), "联合开展", ANYWHERE},
    {W("组织召开"), "组织召开", ANYWHERE},
    {W("组织开展"), "组织开展", ANYWHERE},
    {W("部署开展"), "部署开展", ANYWHERE},
    {W("发布"), "发布", WITH_OBJECT},
    {W("公布"), "公布", WITH_OBJECT},
    {W("印发"), "印发", WITH_OBJECT},
    {W("出台"), "出台", WITH_OBJECT},
    {W("签署"), "签署", WITH_OBJECT},
    {W("推出"), "推出", WITH_OBJECT},
    {W("通报"), "通报", ANYWHERE},
    {W("作出"), "作出", ANYWHERE},
    {W("发出"), "发出", WITH_OBJECT},
    {W("签约"), "签约", ANYWHERE},
    {W("揭牌"), "揭牌", AT_END},
    {W("成立"), "成立", AT_END},
    {W("配合"), "配合", AT_END},
    {W("任"), "担任", AS_UNIT},
    {W("担任"), "担任", AS_UNIT},
    {W("当选"), "担任", AS_UNIT},
    {W("举办"), "举办", UNSURE},
    {W("举行"), "举行", UNSURE},
    {W("启动"), "启动", UNSURE},
    {W("宣布"), "宣布", UNSURE},
    {W("设立"), "设立", UNSURE},
    {W("组建"), "组建", UNSURE},
    {W("捐赠"), "捐赠", UNSURE},
    {W("研发"), "研发", UNSURE},
    {W("派出"), "派出", UNSURE},
    {W("报告显示"), "发布", UNSURE},
    {W("数据显示"), "发布", UNSURE},
    {W("统计显示"), "发布", UNSURE},
    {W("监测显示"), "发布", UNSURE},
    {W("调查显示"), "发布", UNSURE},
    {W("做过"), "开展", UNSURE},
    {W("排演"), "演出", UNSURE},
    {W("演出"), "演出", UNSURE},
    {W("接到"), "接报", UNSURE},
    {W("共接到"), "接报", UNSURE},
    {W("召开"), "召开", UNSURE},
    {W("开展"), "开展", UNSURE},
    {W("提供"), "提供支持", ANYWHERE},
    {W("作了"), "交流发言", ANYWHERE},
    {W("作交流"), "交流发言", ANYWHERE},
    {W("授牌"), "授牌", AT_END},
    {W("捕获"), "监测", ANYWHERE},
    {W("共捕获"), "监测", ANYWHERE},
    {W("通过"), "通过", AFTER_BY},
    {W("建立"), "建立", ANYWHERE},
    {W("联合"), "", ANYWHERE},
    {W("共同"), "", ANYWHERE},
    {W("会同"), "牵头", ANYWHERE},
    {W("负责"), "负责", UNSURE},
    {W("做好"), "负责", UNSURE},
    {W("承担"), "负责", UNSURE},
    {W("开发"), "研发", UNSURE},
    {W("编印"), "编写", UNSURE},
    {W("印制"), "编写", UNSURE},
    {W("制作"), "制作", UNSURE},
    {W("拍摄"), "制作", UNSURE},
    {W("实施"), "实施", AFTER_BY},
    {W("运营"), "运营", AFTER_BY},
    {W("安排"), "负责", AFTER_BY},
    {W("研制"), "研发", AFTER_BY},
    {W("建设"), "建设", AFTER_BY},
    {W("评审"), "评审", AFTER_BY},
    {W("审定"), "评审", AFTER_BY},
    {W("管理"), "管理", AFTER_BY},
    {W("解释"), "解释", AFTER_BY},
    {W("领投"), "领投", AFTER_BY},
};
enum { VERBS = sizeof verbs / sizeof verbs[0] };

static uint32_t word_length(const uint32_t *at, const struct char_row *word) {
    for (uint32_t n = 0; n < word->length; n++)
        if (at[n] != word->word[n]) return 0;
    return word->length;
}

static const struct verb *verb_at(const uint32_t *at, uint32_t *length) {
    const struct verb *best = NULL;
    *length = 0;
    for (uint32_t i = 0; i < VERBS; i++) {
        uint32_t n = verbs[i].word.word[0] == *at ? word_length(at, &verbs[i].word) : 0;
        if (n <= *length) continue;
        *length = n;
        best = &verbs[i];
    }
    return best;
}

bool bodies_verb_in(const uint32_t *text, uint32_t from, uint32_t to) {
    struct char_filter filter = {{0}};
    uint32_t length;
    for (uint32_t i = 0; i < VERBS; i++) char_filter_add(&filter, verbs[i].word.word[0]);
    for (uint32_t i = from; i < to; i++)
        if (char_may_begin(&filter, text[i]) && verb_at(text + i, &length)) return true;
    return false;
}

/* Behind the last 由 of the clause, or what else introduces who did it; 0 when nothing does. */
static uint32_t behind_by(const struct reading *reading, const struct verb *verb, uint32_t begin,
                          uint32_t at) {
    static const struct char_row bys[] = {W("由"), W("得到"), W("得到了"), W("获得"), W("获得了"), WORDS_END},
                                 others[] = {W("理由"), W("自由"), W("经由"), WORDS_END},
                                 ins[] = {W("在"), WORDS_END};
    uint32_t behind = 0;
    for (uint32_t i = begin; i < at; i++) {
        uint32_t by = char_words_at(reading->text + i, verb->wants == WITHIN ? ins : bys);
        if (by && !(i > begin && char_words_at(reading->text + i - 1, others))) behind = i + by;
    }
    return behind;
}

static bool ends_after(const struct reading *reading, uint32_t at) {
    static const struct char_row ends[] = {W("，"), W("。"), W("；"), W("、"), W("）"),
                                           W("的"), W("\n"), W("："), W("”"),  WORDS_END};
    return char_words_at(reading->text + at, ends) > 0;
}

static bool has_object(const struct reading *reading, uint32_t at) {
    static const struct char_row objects[] = {W("《"), W("“"), W("了"), W("一批"), WORDS_END};
    enum { NEAR = 6 };
    if (char_words_at(reading->text + at, objects)) return true;
    for (uint32_t i = at; i < at + NEAR && !char_ends_clause(reading->text[i]); i++)
        if (reading->text[i] == U'《') return true;
    return false;
}

/* 任秘书处单位 */
static bool names_unit(const struct reading *reading, uint32_t at) {
    enum { NEAR = 10 };
    static const struct char_row units[] = {W("单位"), W("顾问"), WORDS_END};
    for (uint32_t i = at; i < at + NEAR && !char_ends_clause(reading->text[i]); i++)
        if (char_words_at(reading->text + i, units) && ends_after(reading, i + 2)) return true;
    return false;
}

static bool is_satisfied(const struct reading *reading, const struct verb *verb, uint32_t behind, bool by) {
    if (verb->wants == ANYWHERE || verb->wants == UNSURE || (by && verb->wants != AS_UNIT)) return true;
    if (verb->wants == AS_UNIT) return names_unit(reading, behind);
    if (verb->wants == AT_END) return ends_after(reading, behind);
    return verb->wants == WITH_OBJECT && has_object(reading, behind);
}

/* 在京, 对… between the bodies and the verb are none of them. */
static uint32_t before_adjuncts(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const struct char_row marks[] = {
        W("在"),   W("正式对"), W("对"),   W("向"),   W("于"),   W("为"),   W("通过"), W("集中"), W("日前"),
        W("近日"), W("面向"),   W("今年"), W("去年"), W("近年"), W("率先"), W("先后"), W("专门"), W("每年"),
        W("累计"), W("还"),     W("已"),   W("关于"), W("也"),   W("部署"), WORDS_END};
    for (uint32_t i = begin + 2; i < end; i++)
        if (char_words_at(reading->text + i, marks) || char_is_digit(reading->text[i])) return i;
    return end;
}

static bool is_joint(const struct reading *reading, uint32_t begin, uint32_t at) {
    static const struct char_row words[] = {W("联合"), W("共同"), WORDS_END};
    return char_words_before(reading->text + begin, reading->text + at, words) > 0;
}

static const char *attribute_of(const struct verb *verb, bool joint) {
    if (!joint) return verb->attribute;
    if (strcmp(verb->attribute, "主办") == 0) return "联合主办";
    return strcmp(verb->attribute, "签署") == 0 ? "共同签署" : verb->attribute;
}

/* 由A指导、B主办: B begins behind the verb of A. */
static uint32_t behind_last_bodies(const struct reading *reading, uint32_t from, uint32_t at) {
    const struct finds *finds = reading->finds;
    for (uint32_t i = finds->count; i > 0 && i + 8 > finds->count; i--) {
        const struct find *find = &finds->list[i - 1];
        if (find->sentence != reading->sentence) break;
        if (find->pattern != P_ORGANIZER || find->value.to <= from || find->value.to >= at) continue;
        for (uint32_t j = find->value.to; j < at; j++)
            if (reading->text[j] == U'、') return j + 1;
        break;
    }
    return from;
}

/* 由望川市承办 */
static bool hosting_city(const struct reading *reading, uint32_t from, uint32_t at, struct members *members) {
    static const struct char_row ends[] = {W("市"), W("省"), W("区"), W("县"), W("自治区"), WORDS_END};
    static const struct char_row any[] = {W("辖区"), W("地区"), W("社区"), W("园区"), W("校区"),
                                          W("景区"), W("城区"), W("小区"), W("片区"), WORDS_END};
    uint32_t end = phrase_without_adverbs(reading, from, at);
    if (char_words_before(reading->text + from, reading->text + end, any)) return false;
    if (end < from + 2 || end - from > 8 ||
        !char_words_before(reading->text + from, reading->text + end, ends))
        return false;
    *members = (struct members){.list = {{from, end}}, .count = 1};
    return true;
}

/* 09:00 主论坛 A主办: they begin behind the last blank. */
static uint32_t behind_blank(const struct reading *reading, uint32_t from, uint32_t at) {
    for (uint32_t i = at; i > from; i--)
        if (reading->text[i - 1] == ' ') return i;
    return from;
}

/* Nothing else than a body hosts: 由澜云科技承办. */
static bool is_hosting(const struct verb *verb) {
    static const char *const hosts[] = {"主办", "承办", "协办", "联合举办"};
    for (uint32_t i = 0; i < sizeof hosts / sizeof hosts[0]; i++)
        if (strcmp(verb->attribute, hosts[i]) == 0) return true;
    return false;
}

/* Who stands in [from, at)? */
static bool read_bodies(const struct reading *reading, uint32_t from, uint32_t at, bool by,
                        struct members *members) {
    if (phrase_bodies(reading, from, at, members)) return true;
    if (by) return hosting_city(reading, from, at, members);
    return phrase_bodies(reading, from, before_adjuncts(reading, from, at), members);
}

/* The same where it is less clear: names of another kind among them, or words before a blank that are none.
 */
static bool guess_bodies(const struct reading *reading, const struct verb *verb, uint32_t from, uint32_t at,
                         bool by, struct members *members) {
    if (by) return is_hosting(verb) && phrase_parts(reading, from, at, members);
    return phrase_bodies(reading, behind_blank(reading, from, at), at, members);
}

/* 信用社联合社: the word is part of a name. */
static bool is_in_name(const struct reading *reading, uint32_t from, uint32_t behind) {
    enum { LONGEST = 8 };
    for (uint32_t i = behind + 1; i <= reading->end && i <= behind + LONGEST; i++)
        if (phrase_is_body(reading, from, i)) return true;
    return false;
}

/* A联合某科技举办: whom it joined was not recognised, and the verb stands behind both. */
static bool hides_partner(const struct reading *reading, const struct verb *verb, uint32_t behind) {
    bool joins = !*verb->attribute || verb->word.word[0] == U'会';
    uint32_t stop = joins ? phrase_end(reading, behind) : behind;
    if (bodies_verb_in(reading->text, behind + 2, stop)) return true;
    return joins && verb->word.word[0] == U'会';
}

/* Known as bodies already, and now it is known as well what they did. */
static void confirm(struct find *find, struct span all) {
    if (find->value.from == all.from && find->value.to == all.to && !find->warn) find->confident = true;
}

/* At a verb: who stands before it? */
void find_bodies(struct reading *reading, uint32_t at) {
    uint32_t length;
    const struct verb *verb = verb_at(reading->text + at, &length);
    if (!verb || reading->in_title) return;
    uint32_t begin = phrase_begin(reading, at), by = behind_by(reading, verb, begin, at);
    if (!is_satisfied(reading, verb, at + length, by > 0)) return;
    struct members members;
    uint32_t from = behind_last_bodies(reading, by ? by : begin, at);
    bool sure = read_bodies(reading, from, at, by > 0, &members);
    if (!sure && !guess_bodies(reading, verb, from, at, by > 0, &members)) return;
    struct span all = {members.list[0].from, members.list[members.count - 1].to};
    if (!*verb->attribute && is_in_name(reading, all.from, at + length)) return;
    bool is_alone = !hides_partner(reading, verb, at + length);
    bool is_sure = sure && is_alone && (verb->wants != UNSURE || by);
    struct find *find = bodies_at(reading, all);
    if (find && is_sure) confirm(find, all);
    if (!find) {
        find = phrase_add_bodies(reading, P_ORGANIZER, &members);
        find->confident = find->confident && is_sure;
    }
    if (!*find->attribute) find->attribute = attribute_of(verb, is_joint(reading, begin, at));
    find->reason = by ? "由谁做的，写得明白" : "机构后面紧跟动词";
}
