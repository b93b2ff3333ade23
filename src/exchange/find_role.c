#include "base/utf8.h"
#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/person.h"
#include "exchange/phrase.h"

/* 广东省副省长张少康出席: a post, and a name right behind it. */

/* A post that is seldom anything else: a name behind it is likely even if what follows says nothing. */
static bool is_strong_post(const struct reading *reading, uint32_t end) {
    static const struct char_row posts[] = {W("主任"), W("长"),   W("书记"),   W("院士"),   W("教授"),
                                            W("经理"), W("总裁"), W("工程师"), W("编辑"),   W("网格员"),
                                            W("民警"), W("主席"), W("专员"),   W("研究员"), WORDS_END};
    return char_words_before(reading->text + reading->begin, reading->text + end, posts) > 0;
}

/* A post of one person: a name behind it is likely, unless it begins as another word does. */
static bool is_single_post(const struct reading *reading, uint32_t end) {
    static const struct char_row posts[] = {W("教师"),   W("律师"),   W("医生"),   W("讲师"),   W("总监"),
                                            W("创始人"), W("合伙人"), W("分析师"), W("科学家"), W("负责人"),
                                            W("发言人"), W("辅导员"), W("架构师"), W("主编"),   WORDS_END};
    return char_words_before(reading->text + reading->begin, reading->text + end, posts) > 0;
}

/* Behind the person named last in this sentence: a post does not begin before. */
static uint32_t behind_last_name(const struct reading *reading, uint32_t begin) {
    const struct finds *finds = reading->finds;
    for (uint32_t i = finds->count; i > 0 && i + 16 > finds->count; i--) {
        const struct find *find = &finds->list[i - 1];
        if (find->sentence != reading->sentence) break;
        if (find->type == DRAFT_ROLE && find->subject.to > begin) return find->subject.to;
    }
    return begin;
}

/* 采访了, 邀请, 由 … stand before a post and are none of it. */
static uint32_t behind_verbs(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const struct char_row verbs[] = {
        W("采访了"), W("采访"), W("邀请了"), W("邀请"),   W("来自"), W("由"),   W("请来"), W("聘请"),
        W("会见"),   W("听取"), W("特邀"),   W("记者从"), W("的"),   W("对话"), W("专访"), W("连线"),
        W("时任"),   W("以及"), W("；"),     W("嘉宾"),   W("其中"), W("陪同"), W("与会"), W("出席的"),
        W(" "),      W("“"),    W("”"),      W("》"),     W("了"),   W("|"),    W("｜"),   WORDS_END};
    uint32_t from = begin;
    for (uint32_t i = begin; i < end; i++) {
        uint32_t verb = char_words_at(reading->text + i, verbs);
        if (verb && i + verb < end) from = i + verb;
    }
    return from;
}

/* From the right, over 、 as long as a post stands before it. */
static uint32_t post_begin(const struct reading *reading, uint32_t end) {
    uint32_t least = behind_last_name(reading, phrase_begin(reading, end)), from = end;
    while (from > least) {
        uint32_t at = from;
        while (at > least && reading->text[at - 1] != U'、') at--;
        from = at;
        if (at == least || !person_is_post(reading->text + least, reading->text + at - 1)) break;
        from = at - 1;
    }
    return phrase_without_lead(reading, behind_verbs(reading, from, end), end);
}

bool role_holds_verb(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const struct char_row verbs[] = {W("举行"), W("召开"), W("表示"), W("指出"), W("参加"), W("主持"),
                                            W("出席"), W("介绍"), W("认为"), W("发布"), W("宣布"), W("致辞"),
                                            W("讲话"), W("强调"), W("组成"), W("成为"), W("担任"), W("获"),
                                            W("等"),   W("了"),   W("是"),   W("选举"), W("当选"), W("颁发"),
                                            W("提高"), W("开展"), W("推进"), W("需要"), W("每"),   WORDS_END};
    for (uint32_t i = begin; i < end; i++)
        if (char_words_at(reading->text + i, verbs)) return true;
    return false;
}

/* 退役军人、公司工程师卓立: what stands before 、 may belong to the post, unless it was another person. */
static bool begins_behind_name(const struct reading *reading, uint32_t begin) {
    uint32_t least = phrase_begin(reading, begin);
    if (behind_last_name(reading, least) + 1 == begin) return true;
    for (uint32_t length = 2; length <= 3 && begin > least + length; length++)
        if (names_surname_at(reading->text + begin - 1 - length)) return true;
    return false;
}

static struct find *add(struct reading *reading, struct span post, struct span person) {
    struct find *find = find_add(reading, P_ROLE, DRAFT_ROLE, post);
    find->subject = person;
    find->attribute = "职务";
    return find;
}

/* 副主任张三、李四: the second one may well hold the same post. */
static void add_second(struct reading *reading, struct span post, uint32_t behind) {
    uint32_t end = reading->text[behind] == U'、' ? person_end(reading->text, behind + 1) : 0;
    if (!end || person_begins_word(reading->text + behind + 1)) return;
    struct find *find = add(reading, post, (struct span){behind + 1, end});
    find->confident = false;
    find->reason = "前一个人的职务，后一个人是不是也是，要由人判断";
}

/* 组长：季安澜; 指导教师：姬小米、石敢当 */
static void read_label(struct reading *reading, uint32_t end) {
    enum { LONGEST_LABEL = 10 };
    const uint32_t *text = reading->text;
    uint32_t begin = phrase_begin(reading, end);
    if (begin > reading->begin && text[begin - 1] != U'；' && text[begin - 1] != ' ') return;
    if (end - begin > LONGEST_LABEL || role_holds_verb(reading, begin, end) ||
        char_word_at(text + begin, U"记者"))
        return;
    struct span post = {begin + (text[begin] == ' '), end};
    for (uint32_t name = end + 1, behind; (behind = person_end(text, name)) != 0; name = behind + 1) {
        if (person_is_post(text + name, text + behind) || person_begins_word(text + name)) return;
        struct find *find = add(reading, post, (struct span){name, behind});
        find->confident = false;
        find->reason = "冒号前面的职务，写全没有要由人判断";
        if (text[behind] != U'、' && text[behind] != ' ') return;
    }
}

/* At the last character of a post. */
void find_roles(struct reading *reading, uint32_t at) {
    enum { LONGEST_POST = 45 };
    const uint32_t *text = reading->text;
    uint32_t end = at + 1, name = end + (text[end] == ' ' || text[end] == U'为');
    bool may_be = person_may_begin(text + name) || role_may_end(text[end]) ||
                  text[end] == U'：'; /* quicker than all posts */
    if (reading->in_title || !may_be || !person_is_post(text + reading->begin, text + end)) return;
    if (text[end] == U'：') read_label(reading, end);
    role_read_behind_name(reading, end);
    bool is_strong = is_strong_post(reading, end);
    if (!is_strong && person_begins_word(text + name)) return;
    uint32_t sure = person_end(text, name), behind = sure;
    if (!sure && (is_strong || is_single_post(reading, end))) behind = person_likely_end(text, name);
    uint32_t begin = behind ? post_begin(reading, end) : 0;
    if (!behind || begin >= end || end - begin < (sure ? 2u : 4u)) return;
    struct span post = {begin, end};
    struct find *find = add(reading, post, (struct span){name, behind});
    bool is_whole = begin == 0 || text[begin - 1] != U'、' || begins_behind_name(reading, begin);
    find->confident =
        sure && is_whole && end - begin <= LONGEST_POST && !role_holds_verb(reading, begin, end);
    find->reason = find->confident ? "职务后面紧跟姓名" : "职务从哪里起，要由人判断";
    if (find->confident) add_second(reading, post, behind);
}
