#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* …（以下简称“…”）: a short name, and whose it is. */

/* 英文缩写IODCO: as far as the letters go. */
static struct span letters(const uint32_t *text, uint32_t at) {
    uint32_t end = at;
    while (char_is_letter(text[end]) || char_is_digit(text[end]) || text[end] == '-') end++;
    return (struct span){at, char_is_letter(text[at]) ? end : at};
}

static struct span short_name(const struct reading *reading, uint32_t at) {
    enum { LONGEST = 30 };
    const uint32_t *text = reading->text;
    if (letters(text, at).to > at) return letters(text, at);
    if (text[at] == U'为' || text[at] == U'：') at++;
    bool quoted = text[at] == U'“';
    at += quoted;
    for (uint32_t i = at; i < at + LONGEST && i < reading->end; i++)
        if (text[i] == (quoted ? U'”' : U'）')) return (struct span){at, i};
    return (struct span){at, at};
}

/* 平台由云汀集团有限公司（…: the body that ends there begins behind a word that leads to it. */
static uint32_t body_begin(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const struct char_row leads[] = {W("由"), W("与"), W("和"), W("向"), W("对"), W("请"),  W("为"),
                                            W("是"), W("在"), W("到"), W("及"), W("同"), WORDS_END};
    if (phrase_is_body(reading, begin, end)) return begin;
    for (uint32_t i = begin; i < end; i++) {
        uint32_t lead = char_words_at(reading->text + i, leads);
        bool names =
            lead && i + lead < end && (reading->text[i] == U'由' || phrase_is_body(reading, i + lead, end));
        if (names) return i + lead;
    }
    return begin;
}

/* What stands before the bracket: a title, or the end of a clause. */
static struct span long_name(const struct reading *reading, uint32_t bracket) {
    const uint32_t *text = reading->text;
    uint32_t begin = phrase_begin(reading, bracket), end = bracket;
    if (end > begin && text[end - 1] == U'》') {
        while (begin < end && text[end - 1] != U'《') end--;
        return (struct span){end > begin ? end - 1 : begin, bracket};
    }
    static const struct char_row verbs[] = {W("举办"), W("举行"), W("开展"), W("召开"), W("成立"),
                                            W("印发"), W("发布"), W("制定"), W("建立"), W("组织"),
                                            W("启动"), W("实施"), W("决定"), WORDS_END};
    for (uint32_t i = begin; i < bracket; i++) {
        uint32_t verb = char_words_at(text + i, verbs);
        if (verb && i + verb < bracket) begin = i + verb;
    }
    begin = phrase_without_lead(reading, begin, bracket);
    return (struct span){body_begin(reading, begin, bracket), bracket};
}

/* The bracket that holds the short name; where letters stand before it, it may be further away. */
static uint32_t bracket_before(const struct reading *reading, uint32_t at) {
    enum { NEAR = 8, FAR = 80 };
    const uint32_t *text = reading->text;
    uint32_t bracket = at;
    while (bracket > reading->begin && at - bracket < FAR && text[bracket] != U'（') {
        bracket--;
        bool is_latin = text[bracket] < 0x80 || text[bracket] == U'，' || text[bracket] == U'、';
        if (at - bracket > NEAR && !is_latin && text[bracket] != U'（') return at;
    }
    return bracket;
}

void find_aliases(struct reading *reading, uint32_t at) {
    static const struct char_row words[] = {W("简称"), W("下称"), W("缩写"), WORDS_END};
    const uint32_t *text = reading->text;
    if (!char_words_at(text + at, words)) return;
    uint32_t bracket = bracket_before(reading, at);
    struct span value = short_name(reading, at + 2);
    if (text[bracket] != U'（' || value.from == value.to) return;
    struct find *find = find_add(reading, P_ALIAS, DRAFT_ALIAS, value);
    find->subject = long_name(reading, bracket);
    const uint32_t *begin = text + find->subject.from, *end = text + find->subject.to;
    find->confident =
        begin < end && (end[-1] == U'》' || names_is_body(begin, end) || names_is_event(begin, end));
    find->attribute = "简称";
    find->reason = find->confident ? "括号里说明了简称" : "简称是谁的，要由人判断";
}
