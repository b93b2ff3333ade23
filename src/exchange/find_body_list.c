#include "exchange/bodies.h"
#include "exchange/char.h"
#include "exchange/find.h"
#include "exchange/phrase.h"

/* A、B和C, A会同B: several bodies, whatever they did. */

struct find *bodies_at(const struct reading *reading, struct span value) {
    const struct finds *finds = reading->finds;
    for (uint32_t i = finds->count; i > 0 && i + 24 > finds->count; i--) {
        struct find *find = &finds->list[i - 1];
        bool is_bodies = find->type == DRAFT_ORGANIZATION || find->type == DRAFT_ORGANIZATION_SET;
        if (is_bodies && find->value.from <= value.from && find->value.to >= value.to) return find;
    }
    return NULL;
}

/* 主管部|门, 大学|生, 总队|长: the last character belongs to another word. */
static bool is_cut(const uint32_t *last) {
    static const struct char_row words[] = {
        W("部门"), W("部分"), W("部队"), W("部长"), W("部署"), W("委员"), W("委托"), W("委派"), W("办理"),
        W("办公"), W("办法"), W("办事"), W("局长"), W("局面"), W("院长"), W("院校"), W("院士"), W("社会"),
        W("社区"), W("司长"), W("司法"), W("会议"), W("会长"), W("会员"), W("会上"), W("行业"), W("行动"),
        W("行政"), W("行长"), W("校长"), W("校园"), W("校区"), W("组织"), W("组长"), W("组成"), W("组建"),
        W("处长"), W("处理"), W("处置"), W("学生"), W("学习"), W("学院"), W("学校"), W("学员"), W("团队"),
        W("团长"), W("团委"), W("联合"), W("联网"), W("联系"), W("联动"), W("队员"), W("队长"), W("队伍"),
        W("厅长"), W("台长"), W("台账"), W("所长"), W("所有"), W("所在"), W("馆长"), W("园区"), W("园长"),
        W("心站"), W("盟员"), WORDS_END};
    return char_words_at(last, words) > 0;
}

/* The longest beginning of the clause that is a body. */
static uint32_t longest_body(const struct reading *reading, uint32_t begin) {
    enum { LONGEST = 30 };
    uint32_t stop = phrase_end(reading, begin), end = begin;
    for (uint32_t i = begin + 2; i <= stop && i <= begin + LONGEST; i++) {
        if (reading->text[i - 1] == U'、') break;
        if (phrase_is_body(reading, begin, i) && !is_cut(reading->text + i - 1)) end = i;
    }
    return end;
}

/* 青澜市教育局（以下称甲方）: the list goes on behind the bracket. */
static uint32_t behind_bracket(const uint32_t *text, uint32_t at) {
    enum { LONGEST = 16 };
    for (uint32_t i = at; text[at] == U'（' && i < at + LONGEST && text[i] && text[i] != '\n'; i++)
        if (text[i] == U'）') return i + 1;
    return at;
}

uint32_t bodies_end(const struct reading *reading, uint32_t begin) {
    static const struct char_row links[] = {W("和"), W("与"), W("及"), W("以及"), W("、"), WORDS_END};
    uint32_t end = longest_body(reading, begin);
    for (uint32_t n; end > begin &&
                     (n = char_words_at(reading->text + behind_bracket(reading->text, end), links)) != 0;) {
        uint32_t from = behind_bracket(reading->text, end) + n, next = longest_body(reading, from);
        if (next <= from) break;
        end = next;
    }
    return end;
}

uint32_t bodies_etcetera(const uint32_t *text) {
    static const struct char_row kinds[] = {W("部门"),   W("个部门"), W("家单位"), W("单位"), W("家企业"),
                                            W("家机构"), W("个单位"), W("多部门"), W("家"),   WORDS_END};
    uint32_t more = text[0] == U'等', number = phrase_number_length(text, more);
    uint32_t kind = char_words_at(text + more + number, kinds);
    return more || (number && kind) ? more + number + kind : 0;
}

/* 澜云与A、B: when the first of them is no body, the list may begin behind 与. */
static uint32_t list_begin(const struct reading *reading, uint32_t begin, uint32_t at) {
    static const struct char_row marks[] = {W("与"),   W("和"),   W("会同"), W("联合"), W("邀请"),
                                            W("由"),   W("向"),   W("对"),   W("来自"), W("包括"),
                                            W("组织"), W("走进"), W("得到"), W("获得"), W("受到"),
                                            W("让"),   W("是"),   W("给"),   WORDS_END};
    struct members members;
    if (phrase_bodies(reading, begin, at, &members)) return begin;
    for (uint32_t i = begin; i < at; i++) {
        uint32_t mark = char_words_at(reading->text + i, marks);
        if (mark && phrase_bodies(reading, i + mark, at, &members)) return i + mark;
    }
    return begin;
}

/* …、市文化广电与旅游局: the list goes on with a name that was not recognised. */
static bool goes_on(const uint32_t *text) {
    static const struct char_row links[] = {W("、"), W("以及"), W("暨"),  W("和"),
                                            W("与"), W("及"),   WORDS_END};
    return char_words_at(text, links) > 0;
}

static void judge_end(const struct reading *reading, struct find *find, uint32_t end) {
    if (!goes_on(reading->text + end)) return;
    find->confident = false;
    find->warn = "后面还有名称，是不是机构要由人判断";
}

/* 将分别安排: who does what can't be told. */
static bool says_each(const uint32_t *text) {
    static const struct char_row words[] = {W("分别"), W("将分别"), W("也将分别"), W("等分别"), WORDS_END};
    for (uint32_t i = 0; i < 16 && text[i] && !char_ends_sentence(text[i]); i++)
        if (char_words_at(text + i, words)) return true;
    return false;
}

/* At the first 、 of a list. */
void find_body_lists(struct reading *reading, uint32_t at) {
    uint32_t begin = phrase_begin(reading, at);
    struct members members;
    if (reading->in_title || bodies_at(reading, (struct span){at, at + 1})) return;
    for (uint32_t i = begin; i < at; i++)
        if (reading->text[i] == U'、') return;
    begin = list_begin(reading, begin, at);
    if (!phrase_bodies(reading, begin, at, &members)) return;
    uint32_t end = bodies_end(reading, at + 1);
    uint32_t rest = end + bodies_etcetera(reading->text + end);
    if (end == at + 1 || !phrase_bodies(reading, begin, rest, &members) || members.count < 2) return;
    struct find *find = phrase_add_bodies(reading, P_ORGANIZER, &members);
    find->reason = "一串机构名称";
    judge_end(reading, find, rest);
    if (!says_each(reading->text + rest)) return;
    find->confident = false;
    find->warn = "原文写的是“分别”，谁做了什么要由人判断";
}

/* The bodies before and behind a word that joins them, as one list. */
static bool join(const struct members *left, const struct members *right, struct members *both) {
    if (left->count + right->count > PHRASE_MEMBERS) return false;
    *both = *right;
    both->count = 0;
    for (uint32_t i = 0; i < left->count; i++) both->list[both->count++] = left->list[i];
    for (uint32_t i = 0; i < right->count; i++) both->list[both->count++] = right->list[i];
    return true;
}

static uint32_t behind_by(const struct reading *reading, uint32_t begin, uint32_t at) {
    for (uint32_t i = at; i > begin; i--)
        if (reading->text[i - 1] == U'由' || reading->text[i - 1] == U' ') return i;
    return begin;
}

/* A会同B、C, A联合B, A与B: at the word between them. */
void find_joint_bodies(struct reading *reading, uint32_t at) {
    static const struct char_row words[] = {W("会同"), W("联合"), W("携手"), W("联手"),
                                            W("协同"), W("与"),   W("和"),   WORDS_END};
    uint32_t word = char_words_at(reading->text + at, words);
    struct members left, right, both;
    if (!word || reading->in_title || bodies_at(reading, (struct span){at, at + 1})) return;
    uint32_t begin = behind_by(reading, phrase_begin(reading, at), at);
    if (!phrase_bodies(reading, begin, at, &left)) return;
    uint32_t end = bodies_end(reading, at + word), rest = end + bodies_etcetera(reading->text + end);
    if (end == at + word || !phrase_bodies(reading, at + word, rest, &right) || !join(&left, &right, &both))
        return;
    struct find *find = phrase_add_bodies(reading, P_ORGANIZER, &both);
    find->confident = find->confident && word > 1; /* A与B are named together, and that is all */
    find->reason = word > 1 ? "写明是一起做的" : "两个机构连在一起写";
    judge_end(reading, find, rest);
}
