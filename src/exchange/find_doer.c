#include "exchange/bodies.h"
#include "exchange/char.h"
#include "exchange/find.h"
#include "exchange/phrase.h"

/* 湖区教育研究院今年5月做过问卷, 观察组织的报告显示: with a body the clause begins, and what it did is not
 * known. */

static const struct char_row times[] = {W("今年"), W("去年"), W("昨日"), W("昨天"), W("日前"),
                                        W("近日"), W("本月"), W("目前"), W("此前"), W("近期"),
                                        W("上月"), W("今日"), W("今天"), WORDS_END},
                             papers[] = {W("的报告"), W("的数据"), W("的统计"), W("的调查"),
                                         W("的监测"), W("的研究"), W("的年报"), W("的问卷"),
                                         W("数据"),   W("报告"),   WORDS_END},
                             says[] = {W("显示"), W("表明"), W("指出"), W("称"),
                                       W("认为"), W("提到"), WORDS_END};

/* At 今, 去, 的, 数 … */
void find_doers(struct reading *reading, uint32_t at) {
    enum { SHORTEST = 4 };
    const uint32_t *text = reading->text;
    uint32_t paper = char_words_at(text + at, papers);
    bool tells = paper && char_words_at(text + at + paper, says);
    if (reading->in_title || (!tells && !char_words_at(text + at, times))) return;
    uint32_t from = phrase_without_lead(reading, phrase_begin(reading, at), at);
    if (from + SHORTEST > at || bodies_at(reading, (struct span){from, at})) return;
    struct members members = {.list = {{from, at}}, .count = 1};
    bool is_one = phrase_is_body(reading, from, at); /* the last word of a name may be an adverb elsewhere */
    if ((!is_one && !phrase_bodies(reading, from, at, &members)) || bodies_verb_in(text, from, at)) return;
    struct find *find = phrase_add_bodies(reading, P_ORGANIZER, &members);
    find->confident = false;
    find->reason = "句子以机构名称开头，做了什么要由人判断";
}
