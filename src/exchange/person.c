#include "exchange/person.h"

#include "base/utf8.h"
#include "exchange/char.h"
#include "exchange/names.h"

/* What goes on after a name: 张少康出席, 张少康、. */
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
    W("一起"), W("女士"), W("先生"), W("直言"), W("解释"), W("陪同"), W("针对"), W("获"),   W("用"),
    W("给"),   W("通过"), W("现身"), W("讲解"), W("讲述"), W("呼"),   W("看来"), W("领"),   W("并"),
    W("因"),   W("任"),   W("当选"), W("同时"), W("教授"), W("？"),   W("！"),   W("："),   W("（"),
    W("参与"), W("见"),   W("同"),   W("随后"), W("正"),   W("讲授"), W("到会"), W("参会"), W("观摩"),
    W("走访"), W("领衔"), W("牵头"), W("一边"), W("一同"), W("蹲"),   W("带"),   W("走"),   W("握"),
    W("拿"),   W("赶"),   W("策划"), W("接警"), W("这样"), W("如此"), W("这么"), W("曾"),   W("笑"),
    W("回忆"), W("感慨"), W("感叹"), W("说明"), W("写道"), W("作为"), W("亲自"), W("来到"), W("接过"),
    W("负责"), W("让"),   W("把"),   W("没"),   W("正在"), W("提示"), W("审定"), W("审核"), W("供图"),
    W("撰文"), W("整理"), W("披露"), W("分析"), W("感谢"), W("希望"), W("号召"), W("宣誓"), W("领誓"),
    W("捐"),   W("赠"),   W("受聘"), W("荣获"), W("入选"), W("组织"), W("编写"), W("设计"), W("研发"),
    W("来自"), W("坚持"), W("送"),   W("陪"),   W("随"),   W("听"),   W("看"),   W("举"),   W("来"),
    W("发现"), W("组建"), W("创作"), W("主动"), W("每天"), W("当场"), W("随即"), W("立即"), W("马上"),
    W("一直"), W("长期"), W("从事"), W("毕业"), W("建成"), W("开发"), W("打造"), W("收到"), W("遇到"),
    W("接到"), W("邀请"), W("点赞"), W("期待"), W("表达"), W("肯定"), W("总说"), W("常说"), W("直播"),
    W("登门"), W("上门"), W("巡查"), W("帮"),   W("劝"),   W("忙着"), W("告知"), W("坦承"), W("证实"),
    W("预计"), W("判断"), W("归纳"), W("强忍"), W("转述"), W("举例"), W("算"),   W("写下"), W("引用"),
    WORDS_END};

/* No given name ends so: it is the next word already. */
static bool ends_name(uint32_t code) {
    static const uint32_t never[] = U"在和与及等为以就并也还将是的了对向从到则因来用给做说称笑";
    return !char_is_one_of(code, never);
}

/* Two characters are given before one. */
static uint32_t han_name_end(const uint32_t *text, uint32_t at) {
    static const struct char_row words[] = {W("应邀"),   W("应约"),   W("应急"), W("任组长"), W("任副"),
                                            W("任主"),   W("任总"),   W("任命"), W("任期"),   W("谈到"),
                                            W("谈及"),   W("谈心"),   W("谈话"), W("谈起"),   W("谈判"),
                                            W("任队长"), W("任院长"), WORDS_END};
    uint32_t surname = names_surname_at(text + at);
    if (!surname || char_words_at(text + at, words)) return 0;
    for (uint32_t given = 2; given; given--) {
        uint32_t end = at + surname + given;
        bool han = utf8_is_han(text[end - 1]) && utf8_is_han(text[at + surname]);
        bool is_whole = ends_name(text[end - 1]) && char_words_at(text + end - 1, followers) < 2;
        if (han && is_whole && char_words_at(text + end, followers)) return end;
    }
    return 0;
}

/* 阿米娜·拉希德: how long the parts are the marks say, of the last one the word behind it. */
static uint32_t foreign_name_end(const uint32_t *text, uint32_t at) {
    enum { LONGEST_PART = 7 };
    uint32_t marks = 0, begin = at;
    for (; at - begin <= LONGEST_PART; at++) {
        if (text[at] == U'·' && at > begin) {
            marks++;
            begin = at + 1;
        } else if (marks && at > begin && (!utf8_is_han(text[at]) || char_words_at(text + at, followers))) {
            return at;
        } else if (!utf8_is_han(text[at])) {
            return 0;
        }
    }
    return 0;
}

bool person_may_begin(const uint32_t *at) {
    enum { LONGEST_PART = 7 };
    if (names_surname_at(at)) return true;
    for (uint32_t i = 1; i < LONGEST_PART && utf8_is_han(at[i - 1]); i++)
        if (at[i] == U'·') return true;
    return false;
}

uint32_t person_end(const uint32_t *text, uint32_t at) {
    uint32_t foreign = foreign_name_end(text, at);
    return foreign ? foreign : han_name_end(text, at);
}

/* Three characters, or two when the third begins another word. */
uint32_t person_likely_end(const uint32_t *text, uint32_t at) {
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
    if (!surname || char_words_at(text + at, words)) return 0;
    if (!utf8_is_han(text[end - 1]) || !ends_name(text[end - 1])) return 0;
    bool goes_on = char_words_at(text + end, followers) > 0;
    return utf8_is_han(text[end]) && ends_name(text[end]) && !goes_on ? end + 1 : end;
}

bool person_begins_word(const uint32_t *at) {
    static const struct char_row words[] = {
        W("和"),   W("于"),   W("向"),     W("时"),   W("应"),     W("都"),   W("能"),   W("安全"), W("成为"),
        W("成立"), W("高度"), W("高级"),   W("高校"), W("方面"),   W("方式"), W("关于"), W("关心"), W("关注"),
        W("单位"), W("全体"), W("连续"),   W("经过"), W("经验"),   W("支持"), W("项目"), W("通过"), W("平台"),
        W("万余"), W("解读"), W("任务"),   W("任职"), W("水平"),   W("程序"), W("公司"), W("计划"), W("管理"),
        W("常年"), W("明确"), W("查处"),   W("党组"), W("温馨"),   W("组织"), W("卫生"), W("师生"), W("家属"),
        W("许多"), W("从"),   W("云平台"), W("云端"), W("云计算"), W("花费"), W("花钱"), WORDS_END};
    return char_words_at(at, words) > 0;
}

bool person_is_post(const uint32_t *begin, const uint32_t *end) {
    return char_ends_in(begin, end, names_post_ends);
}
