#include "exchange/bodies.h"
#include "exchange/char.h"
#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* 由A策划, 经A批准, 据A统计: a body behind a word after which somebody acts. What it did is not in the table
   of find_body.c, so a person decides. */

struct agency {
    char_word lead;
    const struct char_row *verbs; /* one of these right behind the body; NULL: whatever it did */
};

static const struct char_row permits[] = {W("批准"), W("同意"), W("授权"), W("审核"), W("认定"), W("备案"),
                                          W("审定"), W("核准"), W("许可"), W("推荐"), W("评审"), W("评定"),
                                          W("确认"), W("研究"), W("检测"), WORDS_END},
                             orders[] = {W("委托"), W("邀请"), W("指派"), W("表彰"), W("通报"), W("资助"),
                                         W("支持"), W("监督"), W("委派"), W("聘请"), W("处罚"), WORDS_END},
                             gives[] = {W("评为"), W("授予"), W("列入"), W("命名"), W("认定"), W("表彰"),
                                        W("授牌"), W("颁发"), W("评选"), W("确定"), W("纳入"), W("处罚"),
                                        W("批准"), W("认可"), W("通报"), WORDS_END},
                             tells[] = {W("统计"), W("监测"), W("通报"),   W("介绍"),   W("测算"), W("消息"),
                                        W("披露"), W("发布"), W("公布"),   W("透露"),   W("数据"), W("反馈"),
                                        W("报道"), W("调查"), W("的数据"), W("的统计"), WORDS_END};

static const struct char_row plans[] = {W("安排"),     W("统一安排"), W("部署"), W("统一部署"), W("要求"),
                                        W("工作部署"), W("通知"),     W("规定"), W("的安排"),   W("的部署"),
                                        W("的要求"),   W("统计"),     W("监测"), W("数据"),     W("的统一"),
                                        W("有关"),     W("工作安排"), WORDS_END};

static const struct char_row asks[] = {W("反映"), W("申请"), W("报告"), W("备案"), W("提出"), W("报名"),
                                       W("申报"), W("举报"), W("投诉"), W("咨询"), W("报备"), WORDS_END};

static const struct agency agencies[] = {{U"由", NULL},  {U"经", permits}, {U"受", orders},  {U"被", gives},
                                         {U"获", gives}, {U"据", tells},   {U"根据", plans}, {U"按照", plans},
                                         {U"按", plans}, {U"向", asks}};

/* 理由, 自由: the character is part of a word. */
static bool is_other_word(const struct reading *reading, uint32_t at) {
    static const uint32_t befores[] = U"理自经曾已收数依证占神享接";
    const uint32_t *before = befores;
    while (at > reading->begin && *before && *before != reading->text[at - 1]) before++;
    return at > reading->begin && *before;
}

/* Is there a verb of which find_bodies knows more? */
static bool is_known(const struct reading *reading, uint32_t from) {
    uint32_t stop = phrase_end(reading, from);
    return from >= stop || bodies_verb_in(reading->text, from, stop);
}

static void read_agency(struct reading *reading, uint32_t at, const struct agency *agency) {
    const uint32_t *text = reading->text;
    uint32_t begin = at + char_word_at(text + at, agency->lead);
    if (!agency->verbs && is_known(reading, begin)) return;
    uint32_t end = bodies_end(reading, begin);
    uint32_t rest = end + bodies_etcetera(text + end);
    struct members members;
    if (end == begin || !phrase_bodies(reading, begin, rest, &members)) return;
    if (char_words_at(text + rest, names_post_ends)) return; /* 由A主任某某主持 */
    if (agency->verbs ? !char_words_at(text + rest, agency->verbs) : char_ends_clause(text[rest])) return;
    struct find *find = phrase_add_bodies(reading, P_ORGANIZER, &members);
    find->confident = false;
    find->reason = "写明是谁做的，做了什么要由人判断";
}

/* At 由, 经, 受 … */
void find_agents(struct reading *reading, uint32_t at) {
    if (reading->in_title || is_other_word(reading, at)) return;
    for (uint32_t i = 0; i < sizeof agencies / sizeof agencies[0]; i++)
        if (char_word_at(reading->text + at, agencies[i].lead)) read_agency(reading, at, &agencies[i]);
}
