#include "exchange/char.h"
#include "exchange/find.h"
#include "exchange/phrase.h"

/* What stands in quotation marks: a slogan when it is called a theme, else a term for a person to look at. */

static uint32_t quote_end(const struct reading *reading, uint32_t at) {
    enum { LONGEST = 90 };
    uint32_t depth = 0;
    for (uint32_t i = at; i < at + LONGEST && reading->text[i] && reading->text[i] != '\n'; i++) {
        if (reading->text[i] == U'“') depth++;
        if (reading->text[i] == U'”' && --depth == 0) return i;
    }
    return 0;
}

/* 以“…”为主题, 主题是“…”, 围绕“…”这个主题. */
static bool is_theme(const struct reading *reading, uint32_t at, uint32_t end) {
    static const struct char_row before[] = {W("主题是"), W("主题为"), W("主题："), W("主题"),
                                             W("口号是"), W("口号为"), W("口号"),   W("主题词为"),
                                             W("主题系"), WORDS_END},
                                 made[] = {W("为主题"),     W("为活动主题"), W("为年度主题"), W("为口号"),
                                           W("为大会主题"), W("为论坛主题"), W("为大赛主题"), W("为宣传主题"),
                                           W("作为主题"),   W("为总主题"),   WORDS_END},
                                 after[] = {W("主题"),     W("这个主题"), W("这一主题"), W("的主题"),
                                            W("年度主题"), W("活动主题"), W("为题开展"), WORDS_END},
                                 leads[] = {W("围绕"),     W("聚焦"), W("沿用"), W("延续"), W("紧扣"),
                                            W("紧紧围绕"), W("以"),   W("秉承"), WORDS_END};
    const uint32_t *begin = reading->text + reading->begin, *open = reading->text + at,
                   *behind = reading->text + end + 1;
    if (char_words_before(begin, open, before)) return true;
    bool led = char_words_before(begin, open, leads) > 0;
    return led && (char_words_at(behind, made) || char_words_at(behind, after));
}

static bool is_short_name(const struct reading *reading, uint32_t at) {
    static const struct char_row words[] = {W("简称"), W("简称为"), W("简称："), WORDS_END};
    return char_words_before(reading->text + reading->begin, reading->text + at, words) > 0;
}

void find_quotes(struct reading *reading, uint32_t at) {
    uint32_t end = reading->in_quote > 1 || reading->in_title ? 0 : quote_end(reading, at);
    if (end <= at + 1 || is_short_name(reading, at)) return;
    struct span value = {at + 1, end};
    bool theme = is_theme(reading, at, end);
    struct find *find =
        find_add(reading, theme ? P_SLOGAN : P_TERM, theme ? DRAFT_SLOGAN : DRAFT_TERM, value);
    find->attribute = theme ? "主题" : "";
    find->reason = theme ? "引号里的话，明说是主题" : "引号里的词语";
    find->confident = theme;
}

/* 大赛主题：小创意，大安全, a line of its own. */
void find_labelled_themes(struct reading *reading, uint32_t at) {
    enum { LONGEST_LABEL = 8, LONGEST = 40 };
    static const uint32_t label[] = U"主题：";
    uint32_t from = at + char_word_at(reading->text + at, label), to = reading->end;
    if (from == at || at - reading->begin > LONGEST_LABEL || reading->text[from] == U'“') return;
    bool is_line =
        to < reading->document->count && reading->text[to] == '\n' && to > from && to - from < LONGEST;
    if (!is_line || char_ends_sentence(reading->text[to - 1])) return;
    struct find *find = find_add(reading, P_SLOGAN, DRAFT_SLOGAN, (struct span){from, to});
    find->attribute = "主题";
    find->reason = "单独一行，写明是主题";
}
