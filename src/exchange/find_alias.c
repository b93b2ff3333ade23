#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* …（以下简称“…”）: a short name, and whose it is. */

static struct span short_name(const struct reading *reading, uint32_t at) {
    enum { LONGEST = 30 };
    const uint32_t *text = reading->text;
    if (text[at] == U'为' || text[at] == U'：') at++;
    bool quoted = text[at] == U'“';
    at += quoted;
    for (uint32_t i = at; i < at + LONGEST && i < reading->end; i++)
        if (text[i] == (quoted ? U'”' : U'）')) return (struct span){at, i};
    return (struct span){at, at};
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
    return (struct span){phrase_without_lead(reading, begin, bracket), bracket};
}

void find_aliases(struct reading *reading, uint32_t at) {
    enum { NEAR = 8 };
    const uint32_t *text = reading->text;
    uint32_t bracket = at;
    if (text[at + 1] != U'称') return;
    while (bracket > reading->begin && at - bracket < NEAR && text[bracket] != U'（') bracket--;
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
