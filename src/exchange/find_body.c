#include <string.h>

#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* 由A、B等十部门联合主办，C承办: bodies and what they did. */

struct verb {
    char_word word;
    const char *attribute;
    enum { AFTER_BY, AT_END, WITH_OBJECT, ANYWHERE, UNSURE } wants; /* how sure the word alone is */
};

static const struct verb verbs[] = {
    {U"主办", "主办", AT_END},
    {U"承办", "承办", AT_END},
    {U"协办", "协办", AT_END},
    {U"指导", "指导", AT_END},
    {U"牵头", "牵头", ANYWHERE},
    {U"主持", "主持", AFTER_BY},
    {U"出品", "出品", AT_END},
    {U"支持", "支持", AFTER_BY},
    {U"发起", "发起", AFTER_BY},
    {U"起草", "起草", AFTER_BY},
    {U"编写", "编写", AFTER_BY},
    {U"编制", "编制", AFTER_BY},
    {U"制定", "制定", AFTER_BY},
    {U"组成", "组成", ANYWHERE},
    {U"联合举办", "联合举办", ANYWHERE},
    {U"联合印发", "印发", ANYWHERE},
    {U"联合发布", "发布", ANYWHERE},
    {U"联合签署", "签署", ANYWHERE},
    {U"联合召开", "召开", ANYWHERE},
    {U"联合开展", "联合开展", ANYWHERE},
    {U"组织召开", "组织召开", ANYWHERE},
    {U"组织开展", "组织开展", ANYWHERE},
    {U"部署开展", "部署开展", ANYWHERE},
    {U"发布", "发布", WITH_OBJECT},
    {U"公布", "公布", WITH_OBJECT},
    {U"印发", "印发", WITH_OBJECT},
    {U"出台", "出台", WITH_OBJECT},
    {U"签署", "签署", WITH_OBJECT},
    {U"推出", "推出", WITH_OBJECT},
    {U"通报", "通报", ANYWHERE},
    {U"作出", "作出", ANYWHERE},
    {U"发出", "发出", WITH_OBJECT},
    {U"签约", "签约", ANYWHERE},
    {U"揭牌", "揭牌", AT_END},
    {U"成立", "成立", AT_END},
    {U"举办", "举办", UNSURE},
    {U"召开", "召开", UNSURE},
    {U"开展", "开展", UNSURE},
    {U"提供", "提供支持", ANYWHERE},
    {U"作了", "交流发言", ANYWHERE},
    {U"作交流", "交流发言", ANYWHERE},
    {U"授牌", "授牌", AT_END},
    {U"捕获", "监测", ANYWHERE},
    {U"共捕获", "监测", ANYWHERE},
    {U"通过", "通过", AFTER_BY},
    {U"建立", "建立", ANYWHERE},
    {U"联合", "", ANYWHERE},
    {U"共同", "", ANYWHERE},
    {U"会同", "牵头", ANYWHERE},
    {U"负责", "负责", AFTER_BY},
    {U"领投", "领投", AFTER_BY},
};
enum { VERBS = sizeof verbs / sizeof verbs[0] };

static const struct verb *verb_at(const uint32_t *at, uint32_t *length) {
    const struct verb *best = NULL;
    *length = 0;
    for (uint32_t i = 0; i < VERBS; i++) {
        uint32_t n = *verbs[i].word == *at ? char_word_at(at, verbs[i].word) : 0;
        if (n <= *length) continue;
        *length = n;
        best = &verbs[i];
    }
    return best;
}

/* The last 由 of the clause, when it stands before the verb. */
static uint32_t behind_by(const struct reading *reading, uint32_t begin, uint32_t at) {
    uint32_t behind = 0;
    for (uint32_t i = begin; i < at; i++)
        if (reading->text[i] == U'由' && (i == begin || reading->text[i - 1] != U'理')) behind = i + 1;
    return behind;
}

static bool ends_after(const struct reading *reading, uint32_t at) {
    static const struct char_row ends[] = {W("，"), W("。"), W("；"), W("、"), W("）"),
                                           W("的"), W("\n"), W("："), W("”"),  WORDS_END};
    return char_words_at(reading->text + at, ends) > 0;
}

static bool has_object(const struct reading *reading, uint32_t at) {
    static const struct char_row objects[] = {W("《"), W("“"), W("了"), W("一批"), WORDS_END};
    return char_words_at(reading->text + at, objects) > 0;
}

static bool is_satisfied(const struct reading *reading, const struct verb *verb, uint32_t behind, bool by) {
    if (verb->wants == ANYWHERE || verb->wants == UNSURE || by) return true;
    if (verb->wants == AT_END) return ends_after(reading, behind);
    return verb->wants == WITH_OBJECT && has_object(reading, behind);
}

/* 在京, 对… between the bodies and the verb are none of them. */
static uint32_t before_adjuncts(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const struct char_row marks[] = {W("在"),   W("正式对"), W("对"),   W("向"),   W("于"),
                                            W("为"),   W("通过"),   W("集中"), W("日前"), W("近日"),
                                            W("面向"), W("关于"),   W("也"),   W("部署"), WORDS_END};
    for (uint32_t i = begin + 2; i < end; i++)
        if (char_words_at(reading->text + i, marks)) return i;
    return end;
}

static struct find *same_place(const struct reading *reading, struct span value) {
    const struct finds *finds = reading->finds;
    for (uint32_t i = finds->count; i > 0 && i + 24 > finds->count; i--) {
        struct find *find = &finds->list[i - 1];
        bool is_bodies = find->type == DRAFT_ORGANIZATION || find->type == DRAFT_ORGANIZATION_SET;
        if (is_bodies && find->value.from <= value.from && find->value.to >= value.to) return find;
    }
    return NULL;
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
    uint32_t end = phrase_without_adverbs(reading, from, at);
    if (end < from + 2 || end - from > 8 ||
        !char_words_before(reading->text + from, reading->text + end, ends))
        return false;
    *members = (struct members){.list = {{from, end}}, .count = 1};
    return true;
}

/* At a verb: who stands before it? */
void find_bodies(struct reading *reading, uint32_t at) {
    uint32_t length;
    const struct verb *verb = verb_at(reading->text + at, &length);
    if (!verb || reading->in_title) return;
    uint32_t begin = phrase_begin(reading, at), by = behind_by(reading, begin, at);
    if (!is_satisfied(reading, verb, at + length, by > 0)) return;
    struct members members;
    uint32_t from = behind_last_bodies(reading, by ? by : begin, at);
    bool found = phrase_bodies(reading, from, at, &members) ||
                 (by && hosting_city(reading, from, at, &members)) ||
                 (!by && phrase_bodies(reading, from, before_adjuncts(reading, from, at), &members));
    if (!found) return;
    struct span all = {members.list[0].from, members.list[members.count - 1].to};
    struct find *find = same_place(reading, all);
    bool is_new = !find;
    if (is_new) find = phrase_add_bodies(reading, P_ORGANIZER, &members);
    if (is_new && verb->wants == UNSURE && !by) find->confident = false;
    if (!*find->attribute) find->attribute = attribute_of(verb, is_joint(reading, begin, at));
    find->reason = by ? "由谁做的，写得明白" : "机构后面紧跟动词";
}

/* 主办单位：A、B */
void find_labelled_bodies(struct reading *reading, uint32_t at) {
    static const struct verb labels[] = {{U"主办单位", "主办", ANYWHERE}, {U"承办单位", "承办", ANYWHERE},
                                         {U"协办单位", "协办", ANYWHERE}, {U"指导单位", "指导", ANYWHERE},
                                         {U"支持单位", "支持", ANYWHERE}, {U"主讲", "主讲", ANYWHERE},
                                         {U"主办方", "主办", ANYWHERE}};
    for (uint32_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        uint32_t n = char_word_at(reading->text + at, labels[i].word);
        static const struct char_row colons[] = {W("："), W("为"), W("是"), W("包括"), WORDS_END};
        uint32_t colon = n ? char_words_at(reading->text + at + n, colons) : 0;
        struct members members;
        uint32_t from = at + n + colon;
        if (!colon || !phrase_bodies(reading, from, phrase_end(reading, from), &members)) continue;
        struct find *find = phrase_add_bodies(reading, P_ORGANIZER, &members);
        find->attribute = labels[i].attribute;
        find->reason = "写明是什么单位";
    }
}

/* The longest beginning of the clause that is a body. */
static uint32_t longest_body(const struct reading *reading, uint32_t begin) {
    enum { LONGEST = 30 };
    uint32_t stop = phrase_end(reading, begin), end = begin;
    for (uint32_t i = begin + 2; i <= stop && i <= begin + LONGEST; i++) {
        if (reading->text[i - 1] == U'、') break;
        if (phrase_is_body(reading, begin, i)) end = i;
    }
    return end;
}

/* 澜云与A、B: when the first of them is no body, the list may begin behind 与. */
static uint32_t list_begin(const struct reading *reading, uint32_t begin, uint32_t at) {
    static const struct char_row marks[] = {W("与"), W("和"), W("会同"), W("联合"), W("邀请"),
                                            W("由"), W("向"), W("对"),   WORDS_END};
    struct members members;
    if (phrase_bodies(reading, begin, at, &members)) return begin;
    for (uint32_t i = begin; i < at; i++) {
        uint32_t mark = char_words_at(reading->text + i, marks);
        if (mark && phrase_bodies(reading, i + mark, at, &members)) return i + mark;
    }
    return begin;
}

/* 将分别安排: who does what can't be told. */
static bool says_each(const uint32_t *text) {
    static const struct char_row words[] = {W("分别"), W("将分别"), W("也将分别"), W("等分别"), WORDS_END};
    for (uint32_t i = 0; i < 16 && text[i] && !char_ends_sentence(text[i]); i++)
        if (char_words_at(text + i, words)) return true;
    return false;
}

/* 等十部门, 等部门, 三部门 belong to the list. */
static uint32_t etcetera_length(const uint32_t *text) {
    static const struct char_row kinds[] = {W("部门"),   W("个部门"), W("家单位"), W("单位"), W("家企业"),
                                            W("家机构"), W("个单位"), W("多部门"), W("家"),   WORDS_END};
    uint32_t more = text[0] == U'等', number = phrase_number_length(text, more);
    uint32_t kind = char_words_at(text + more + number, kinds);
    return more || (number && kind) ? more + number + kind : 0;
}

/* A、B、C and D, whatever they did: at the first 、. The last body is as long as it can be. */
void find_body_lists(struct reading *reading, uint32_t at) {
    uint32_t begin = phrase_begin(reading, at);
    struct members members;
    if (reading->in_title || same_place(reading, (struct span){at, at + 1})) return;
    for (uint32_t i = begin; i < at; i++)
        if (reading->text[i] == U'、') return; /* not the first one */
    begin = list_begin(reading, begin, at);
    if (!phrase_bodies(reading, begin, at, &members)) return;
    uint32_t end = at;
    static const struct char_row links[] = {W("和"), W("与"), W("及"), W("以及"), W("、"), WORDS_END};
    for (uint32_t n; (n = char_words_at(reading->text + end, links)) != 0;) {
        uint32_t next = longest_body(reading, end + n);
        if (next <= end + n) break;
        end = next;
    }
    uint32_t rest = end + etcetera_length(reading->text + end);
    if (end == at || !phrase_bodies(reading, begin, rest, &members) || members.count < 2) return;
    struct find *find = phrase_add_bodies(reading, P_ORGANIZER, &members);
    find->reason = "一串机构名称";
    if (!says_each(reading->text + rest)) return;
    find->confident = false;
    find->warn = "原文写的是“分别”，谁做了什么要由人判断";
}
