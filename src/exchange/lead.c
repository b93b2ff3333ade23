#include "exchange/lead.h"

#include "exchange/char.h"
#include "exchange/phrase.h"
#include "exchange/steps.h"

enum { FAR = 80 };

/* 三项重点任务：, 五点要求。: right behind the number stands what is counted, and then a mark. */
static bool announces(const uint32_t *text, uint32_t at, uint32_t end) {
    static const struct char_row things[] = {
        W("要求"), W("任务"), W("措施"), W("建议"), W("希望"), W("意见"), W("重点"), W("原则"), W("特点"),
        W("问题"), W("工作"), W("事"),   W("亮点"), W("举措"), W("步骤"), W("阶段"), W("环节"), W("议题"),
        W("倡议"), W("方面"), W("步"),   W("招"),   W("话"),   W("层面"), W("关"),   WORDS_END};
    enum { NEAR = 8, SHORT = 4 };
    for (uint32_t i = at; i < end && i < at + NEAR; i++)
        if (char_words_at(text + i, things)) return true;
    return end <= at + SHORT || char_ends_clause(text[at]);
}

/* “四有”, “接单三核”: what closes a motto right behind its number. */
static uint32_t motto_length(const uint32_t *at) {
    return at[0] && at[1] == U'”' ? 2 : 0;
}

uint32_t lead_number(const uint32_t *text, uint32_t begin, uint32_t end, bool *is_plain) {
    static const struct char_row measures[] = {
        W("项"), W("点"),   W("条"), W("件"), W("个"),   W("方面"), W("步"),  W("句"), W("大"),
        W("招"), W("类"),   W("种"), W("关"), W("阶段"), W("环节"), W("级"),  W("篇"), W("重"),
        W("样"), W("部分"), W("块"), W("课"), W("幕"),   W("字"),   WORDS_END};
    uint32_t said = 0;
    for (uint32_t i = begin; i < end; i++) {
        uint32_t number = phrase_number_length(text, i);
        if (!number) continue;
        uint32_t measure = char_words_at(text + i + number, measures);
        uint32_t count = phrase_number(text, (struct span){i, i + number});
        if (!measure) measure = motto_length(text + i + number);
        bool counts = measure && count > 1 && count <= STEPS && (i == begin || text[i - 1] != U'第');
        if (counts) {
            said = count;
            *is_plain = announces(text, i + number + measure, end);
        }
        i += number - 1;
    }
    return said;
}

/* Where what announces the list begins: with the sentence, or the one before when the list opens its own. */
static uint32_t lead_begin(const struct reading *reading, uint32_t start) {
    const uint32_t *text = reading->text;
    uint32_t at = start, least = start > FAR ? start - FAR : 0;
    while (at > least && (text[at - 1] == '\n' || text[at - 1] == U'。' || char_is_blank(text[at - 1]))) at--;
    while (at > least && text[at - 1] != '\n' && text[at - 1] != U'。') at--;
    return at;
}

enum lead lead_of(const struct reading *reading, uint32_t start, uint32_t count) {
    static const struct char_row annexes[] = {W("附件"), W("附"),   W("附录"), W("参考文献"),
                                              W("注"),   W("备注"), W("注释"), WORDS_END},
                                 notes[] = {W("须知"), W("温馨提示"), W("注意事项"), W("友情提示"),
                                            WORDS_END};
    const uint32_t *text = reading->text;
    uint32_t begin = lead_begin(reading, start), end = start;
    while (end > begin && (char_ends_clause(text[end - 1]) || char_is_blank(text[end - 1]))) end--;
    uint32_t annex = char_words_before(text + begin, text + end, annexes);
    bool is_note = char_words_before(text + begin, text + end, notes) && text[start - 1] == '\n';
    if (is_note || (annex && annex == end - begin)) return LEAD_ANNEX;
    bool is_plain = false;
    uint32_t said = lead_number(text, begin, end, &is_plain);
    if (said == count) return LEAD_AGREES;
    return said && is_plain ? LEAD_DIFFERS : LEAD_SILENT;
}

struct span lead_item(const struct reading *reading, uint32_t at) {
    enum { LONGEST = 60 };
    uint32_t end = at;
    while (!char_ends_clause(reading->text[end]) && end - at < LONGEST) end++;
    return (struct span){at, end};
}

struct find *lead_add_list(struct reading *reading, const struct span *items, uint32_t count) {
    struct find *find =
        find_add(reading, P_ORDERED, DRAFT_ORDERED_LIST, (struct span){items[0].from, items[count - 1].to});
    find->members = phrase_keep(reading, items, count);
    find->member_count = count;
    find->attribute = "要点";
    return find;
}
