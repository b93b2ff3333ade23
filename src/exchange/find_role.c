#include "base/utf8.h"
#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* 广东省副省长张少康出席: a post, a name right behind it, and a word that goes on after a name. */

static const char_word followers[] = {
    U"，",   U"、",   U"。",   U"；",   U"）",   U"\n",   U"出席", U"主持", U"致辞", U"指出", U"表示",
    U"介绍", U"强调", U"说",   U"等",   U"在",   U"以",   U"和",   U"与",   U"及",   U"参加", U"宣布",
    U"作",   U"为",   U"发表", U"讲话", U"围绕", U"担任", U"就",   U"认为", U"解读", U"带领", U"代表",
    U"到",   U"分享", U"分别", U"通报", U"宣读", U"率",   U"现场", U"应邀", U"做",   U"致",   U"受邀",
    U"透露", U"告诉", U"坦言", U"提出", U"提醒", U"呼吁", U"建议", U"总结", U"接受", U"共同", U"对",
    U"向",   U"一行", U"同志", U"回应", U"从",   U"结合", U"详细", U"见证", U"颁",   U"揭牌", U"启动",
    U"赴",   U"走进", U"也",   U"还",   U"将",   U"则",   U"称",   U"回顾", U"部署", U"要求", U"阐述",
    U"回答", U"授课", U"主讲", U"开讲", U"带来", U"上台", U"登台", U"点评", U"补充", U"谈到", U"展示",
    U"演示", U"发布", U"签署", U"传达", U"调研", U"督导", U"检查", U"评价", U"深入", U"前往", U"先后",
    U"一起", U"女士", U"先生", U"直言", U"解释", U"出席", U"陪同", U"针对", U"获",   U"用",   U"给",
    U"通过", U"现身", U"讲解", U"讲述", U"呼",   U"看来", U"领",   U"并",   U"因",   U"任",   U"当选",
    U"同时", U"教授", U"？",   U"！",   U"：",   U"（",   U"参与", U"见",   U"同",   U"随后", U"正",
    U"讲授", U"到会", U"参会", U"观摩", U"走访", U"领衔", U"牵头", NULL};

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
    uint32_t surname = names_surname_at(text + at);
    if (!surname) return 0;
    for (uint32_t given = 2; given; given--) {
        uint32_t end = at + surname + given;
        bool han = utf8_is_han(text[end - 1]) && utf8_is_han(text[at + surname]);
        if (han && ends_name(text[end - 1]) && char_words_at(text + end, followers)) return end;
    }
    return 0;
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
    static const char_word verbs[] = {U"采访了", U"采访", U"邀请了", U"邀请", U"来自",   U"由",   U"请来",
                                      U"聘请",   U"会见", U"听取",   U"特邀", U"记者从", U"的",   U"对话",
                                      U"专访",   U"连线", U"时任",   U"以及", U"；",     U"嘉宾", U"其中",
                                      U"陪同",   U"与会", U"出席的", U"“",    U"”",      U"》",   NULL};
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
    from = behind_verbs(reading, from, end);
    if (from > least && from == least) return from;
    return phrase_without_lead(reading, from, end);
}

static bool holds_verb(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const char_word verbs[] = {U"举行", U"召开", U"表示", U"指出", U"参加", U"主持", U"出席", U"介绍",
                                      U"认为", U"发布", U"宣布", U"致辞", U"讲话", U"强调", U"组成", U"成为",
                                      U"担任", U"获",   U"等",   U"了",   U"是",   U"选举", U"当选", U"颁发",
                                      U"提高", U"开展", U"推进", U"需要", U"每",   NULL};
    for (uint32_t i = begin; i < end; i++)
        if (char_words_at(reading->text + i, verbs)) return true;
    return false;
}

/* At the last character of a post. */
void find_roles(struct reading *reading, uint32_t at) {
    enum { LONGEST_POST = 45 };
    const uint32_t *text = reading->text;
    uint32_t end = at + 1, name = end + (text[end] == ' ' || text[end] == U'为');
    if (reading->in_title || !names_surname_at(text + name) || !ends_in_post(reading, reading->begin, end))
        return;
    uint32_t behind = name_end(text, name), begin = behind ? post_begin(reading, end) : 0;
    if (!behind || begin >= end || end - begin < 2) return;
    struct find *find = find_add(reading, P_ROLE, DRAFT_ROLE, (struct span){begin, end});
    find->subject = (struct span){name, behind};
    find->attribute = "职务";
    find->confident = end - begin <= LONGEST_POST && !holds_verb(reading, begin, end);
    find->reason = find->confident ? "职务后面紧跟姓名" : "职务从哪里起，要由人判断";
}
