#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* 在四川成都召开: where something takes place. */

enum { LONGEST_PLACE = 24 };

static const char_word verbs[] = {U"举行", U"召开", U"举办", U"开幕",     U"启动",       U"拉开", U"揭幕",
                                  U"闭幕", U"落幕", U"开赛", U"启幕",     U"组织召开",   U"揭牌", U"收官",
                                  U"开讲", U"开营", U"开班", U"成功",     U"隆重",       U"正式", U"顺利",
                                  U"盛大", U"同步", U"如期", U"圆满",     U"联合",       U"组织", U"共同",
                                  U"进行", U"开展", U"同期", U"如约",     U"举行了",     U"开启", U"继续",
                                  U"亮相", U"集中", U"线下", U"设主会场", U"设立主会场", NULL};

/* 全国, 线上, 今年 are no places; what ends in 上 or 期间 is a time or a manner. */
static bool is_no_place(const uint32_t *begin, const uint32_t *end) {
    static const char_word ends[] = {U"上",   U"期间", U"方面", U"中",   U"下",   U"之际", U"时",   U"后",
                                     U"前",   U"内",   U"间",   U"里",   U"日",   U"月",   U"年",   U"基础",
                                     U"过程", U"领域", U"各地", U"全国", U"全省", U"全市", U"全区", U"线上",
                                     U"全县", U"同时", U"活动", U"会议", U"论坛", U"当地", U"现场", U"会上",
                                     U"会场", U"全会", U"大会", U"线下", U"国内", U"全球", U"多地", NULL},
                           inside[] = {U"的", U"了", U"是", U"“",  U"《", U"，", U"对", U"并", U"将",
                                       U"等", U"各", U"以", U"为", U"从", U"由", U"（", NULL};
    if (char_words_before(begin, end, ends)) return true;
    for (const uint32_t *at = begin; at < end; at++)
        if (char_words_at(at, inside)) return true;
    return false;
}

static void add_place(struct reading *reading, uint32_t from, uint32_t to, const char *attribute,
                      const char *reason) {
    const uint32_t *begin = reading->text + from, *end = reading->text + to;
    if (to <= from || to - from > LONGEST_PLACE || is_no_place(begin, end)) return;
    static const char_word leads[] = {U"本", U"各", U"该", U"其", U"我", U"每", NULL};
    if (char_words_at(begin, leads) || char_is_digit(*begin) || reading->in_title ||
        (to - from == 1 && !names_is_place(begin, end)))
        return;
    struct find *find = find_add(reading, P_PLACE, DRAFT_PLACE, (struct span){from, to});
    find->confident = names_is_place(begin, end);
    find->attribute = attribute;
    find->reason = find->confident ? reason : "像是地点，但不是常见的地名或场所";
}

/* To the verb; the end of the clause when there is none. */
static uint32_t verb_from(const struct reading *reading, uint32_t at) {
    for (uint32_t i = at; i < reading->end && i <= at + LONGEST_PLACE + 2; i++) {
        if (char_ends_clause(reading->text[i])) return 0;
        if (i > at && char_words_at(reading->text + i, verbs)) return i;
    }
    return 0;
}

/* 在…举行, 设在…, 地点在…. */
void find_places(struct reading *reading, uint32_t at) {
    static const char_word homes[] = {U"设", U"地点", U"地点设", U"落户", U"会场设", NULL};
    const uint32_t *text = reading->text;
    bool is_home = char_words_before(text + reading->begin, text + at, homes) > 0;
    uint32_t end = is_home ? phrase_end(reading, at + 1) : verb_from(reading, at + 1);
    if (end)
        add_place(reading, at + 1, phrase_without_adverbs(reading, at + 1, end), "举办地点",
                  "在什么地方举行");
}

/* 地点：… */
void find_labelled_places(struct reading *reading, uint32_t at) {
    static const char_word labels[] = {U"地点：", U"地点为", U"地点是", U"地址：", U"地点位于", NULL};
    uint32_t label = char_words_at(reading->text + at, labels);
    if (label) add_place(reading, at + label, phrase_end(reading, at + label), "举办地点", "写明是地点");
}

/* 广州作为主会场. */
void find_main_places(struct reading *reading, uint32_t at) {
    static const char_word words[] = {U"作为主会场", U"作为分会场", U"作为主办城市", U"作为承办城市", NULL};
    uint32_t word = char_words_at(reading->text + at, words);
    if (word)
        add_place(reading, phrase_without_lead(reading, phrase_begin(reading, at), at), at,
                  reading->text[at + 2] == U'主' ? "主会场" : "会场", "写明是会场");
}
