#include "base/utf8.h"
#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* 广东省副省长张少康出席: a post, a name right behind it, and a word that goes on after a name. */

static const struct char_row followers[] = {
    W("，"),   W("、"),   W("。"),   W("；"),   W("）"),   W("\n"),   W("出席"), W("主持"), W("致辞"),
    W("指出"), W("表示"), W("介绍"), W("强调"), W("说"),   W("等"),   W("在"),   W("以"),   W("和"),
    W("与"),   W("及"),   W("参加"), W("宣布"), W("作"),   W("为"),   W("发表"), W("讲话"), W("围绕"),
    W("担任"), W("就"),   W("认为"), W("解读"), W("带领"), W("代表"), W("到"),   W("分享"), W("分别"),
    W("通报"), W("宣读"), W("率"),   W("现场"), W("应邀"), W("做"),   W("致"),   W("受邀"), W("透露"),
    W("告诉"), W("坦言"), W("提出"), W("提醒"), W("呼吁"), W("建议"), W("总结"), W("接受"), W("共同"),
    W("对"),   W("向"),   W("一行"), W("同志"), W("回应"), W("从"),   W("结合"), W("详细"), W("见证"),
    W("颁"),   W("揭牌"), W("启动"), W("赴"),   W("走进"), W("也"),   W("还"),   W("将"),   W("则"),
    W("称"),   W("回顾"), W("部署"), W("要求"), W("阐述"), W("回答"), W("授课"), W("主讲"), W("开讲"),
    W("带来"), W("上台"), W("登台"), W("点评"), W("补充"), W("谈到"), W("展示"), W("演示"), W("发布"),
    W("签署"), W("传达"), W("调研"), W("督导"), W("检查"), W("评价"), W("深入"), W("前往"), W("先后"),
    W("一起"), W("女士"), W("先生"), W("直言"), W("解释"), W("出席"), W("陪同"), W("针对"), W("获"),
    W("用"),   W("给"),   W("通过"), W("现身"), W("讲解"), W("讲述"), W("呼"),   W("看来"), W("领"),
    W("并"),   W("因"),   W("任"),   W("当选"), W("同时"), W("教授"), W("？"),   W("！"),   W("："),
    W("（"),   W("参与"), W("见"),   W("同"),   W("随后"), W("正"),   W("讲授"), W("到会"), W("参会"),
    W("观摩"), W("走访"), W("领衔"), W("牵头"), W("一边"), W("一同"), W("一行"), W("蹲"),   W("带"),
    W("走"),   W("握"),   W("拿"),   W("赶"),   W("策划"), W("接警"), WORDS_END};

/* No given name ends so: it is the beginning of the next word. */
static bool ends_name(uint32_t code) {
    static const uint32_t never[] =
        U"在和与及等为以致表指介强说称作就并也还将是的了出主宣参认率对向从到分围担解带代通现受透告坦呼总接共见颁赴则回部要阐上登谈演传督评深前先发讲获用给做应领因任当";
    const uint32_t *at = never;
    while (*at && *at != code) at++;
    return *at == 0;
}

/* Behind the name that begins here; 0 when none does. Two characters are given before one. */
static uint32_t name_end(const uint32_t *text, uint32_t at) {
    static const struct char_row words[] = {W("应邀"), W("应约"), W("应急"), WORDS_END};
    uint32_t surname = names_surname_at(text + at);
    if (!surname || char_words_at(text + at, words)) return 0;
    for (uint32_t given = 2; given; given--) {
        uint32_t end = at + surname + given;
        bool han = utf8_is_han(text[end - 1]) && utf8_is_han(text[at + surname]);
        if (han && ends_name(text[end - 1]) && char_words_at(text + end, followers)) return end;
    }
    return 0;
}

/* A post that is seldom anything else: a name behind it is likely even if what follows says nothing. */
static bool is_strong_post(const struct reading *reading, uint32_t end) {
    static const struct char_row posts[] = {W("主任"), W("长"),   W("书记"),   W("院士"),   W("教授"),
                                            W("经理"), W("总裁"), W("工程师"), W("编辑"),   W("网格员"),
                                            W("民警"), W("主席"), W("专员"),   W("研究员"), WORDS_END};
    return char_words_before(reading->text + reading->begin, reading->text + end, posts) > 0;
}

/* Three characters, or two when the third begins another word. */
static uint32_t likely_name_end(const uint32_t *text, uint32_t at) {
    static const struct char_row words[] = {
        W("高度"), W("高级"), W("高校"), W("关于"), W("关键"), W("关心"), W("关注"), W("安全"), W("安排"),
        W("方面"), W("方式"), W("时"),   W("任"),   W("成"),   W("应"),   W("解"),   W("马上"), W("全"),
        W("温"),   W("平"),   W("明"),   W("常"),   W("单"),   W("向"),   W("连"),   W("党"),   W("经"),
        W("支"),   W("查"),   W("项"),   W("组"),   W("万"),   W("金融"), W("白天"), W("许多"), W("于"),
        W("曾"),   W("何"),   W("文"),   W("路"),   W("计"),   W("管"),   W("左"),   W("车"),   W("和"),
        W("卫"),   W("席"),   W("利"),   W("通"),   W("公"),   W("能"),   W("会"),   W("都"),   W("师"),
        W("江"),   W("钱"),   W("水"),   W("石"),   W("花"),   W("商"),   W("景"),   W("项目"), W("程序"),
        W("包"),   W("相"),   W("牵"),   W("责"),   W("负"),   W("家"),   W("宣"),   W("强"),   WORDS_END};
    uint32_t surname = names_surname_at(text + at), end = at + surname + 1;
    if (char_words_at(text + at, words)) return 0;
    if (!utf8_is_han(text[end - 1]) || !ends_name(text[end - 1])) return 0;
    return utf8_is_han(text[end]) && ends_name(text[end]) ? end + 1 : end;
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

static bool ends_in_post(const struct reading *reading, uint32_t begin, uint32_t end) {
    return char_words_before(reading->text + begin, reading->text + end, names_post_ends) > 0;
}

/* 采访了, 邀请, 由 … stand before a post and are none of it. */
static uint32_t behind_verbs(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const struct char_row verbs[] = {
        W("采访了"), W("采访"), W("邀请了"), W("邀请"),   W("来自"), W("由"),   W("请来"), W("聘请"),
        W("会见"),   W("听取"), W("特邀"),   W("记者从"), W("的"),   W("对话"), W("专访"), W("连线"),
        W("时任"),   W("以及"), W("；"),     W("嘉宾"),   W("其中"), W("陪同"), W("与会"), W("出席的"),
        W(" "),      W("“"),    W("”"),      W("》"),     WORDS_END};
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
        if (at == least || !ends_in_post(reading, least, at - 1)) break;
        from = at - 1;
    }
    return phrase_without_lead(reading, behind_verbs(reading, from, end), end);
}

static bool holds_verb(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const struct char_row verbs[] = {W("举行"), W("召开"), W("表示"), W("指出"), W("参加"), W("主持"),
                                            W("出席"), W("介绍"), W("认为"), W("发布"), W("宣布"), W("致辞"),
                                            W("讲话"), W("强调"), W("组成"), W("成为"), W("担任"), W("获"),
                                            W("等"),   W("了"),   W("是"),   W("选举"), W("当选"), W("颁发"),
                                            W("提高"), W("开展"), W("推进"), W("需要"), W("每"),   WORDS_END};
    for (uint32_t i = begin; i < end; i++)
        if (char_words_at(reading->text + i, verbs)) return true;
    return false;
}

/* At the last character of a post. */
void find_roles(struct reading *reading, uint32_t at) {
    enum { LONGEST_POST = 45 };
    const uint32_t *text = reading->text;
    uint32_t end = at + 1, name = end + (text[end] == ' ' || text[end] == U'为');
    if (reading->in_title || !ends_in_post(reading, reading->begin, end) || !names_surname_at(text + name))
        return;
    uint32_t sure = name_end(text, name);
    uint32_t behind = sure || !is_strong_post(reading, end) ? sure : likely_name_end(text, name);
    uint32_t begin = behind ? post_begin(reading, end) : 0;
    if (!behind || begin >= end || end - begin < (sure ? 2u : 4u)) return;
    struct find *find = find_add(reading, P_ROLE, DRAFT_ROLE, (struct span){begin, end});
    find->subject = (struct span){name, behind};
    find->attribute = "职务";
    find->confident = sure && end - begin <= LONGEST_POST && !holds_verb(reading, begin, end);
    find->reason = find->confident ? "职务后面紧跟姓名" : "职务从哪里起，要由人判断";
}
