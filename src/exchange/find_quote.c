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
    static const char_word before[] = {U"主题是", U"主题为", U"主题：",   U"主题",   U"口号是",
                                       U"口号为", U"口号",   U"主题词为", U"主题系", NULL},
                           made[] = {U"为主题",     U"为活动主题", U"为年度主题", U"为口号",
                                     U"为大会主题", U"为论坛主题", U"为大赛主题", U"为宣传主题",
                                     U"作为主题",   U"为总主题",   NULL},
                           after[] = {U"主题",     U"这个主题", U"这一主题", U"的主题",
                                      U"年度主题", U"活动主题", U"为题开展", NULL},
                           leads[] = {U"围绕",     U"聚焦", U"沿用", U"延续", U"紧扣",
                                      U"紧紧围绕", U"以",   U"秉承", NULL};
    const uint32_t *begin = reading->text + reading->begin, *open = reading->text + at,
                   *behind = reading->text + end + 1;
    if (char_words_before(begin, open, before)) return true;
    bool led = char_words_before(begin, open, leads) > 0;
    return led && (char_words_at(behind, made) || char_words_at(behind, after));
}

static bool is_short_name(const struct reading *reading, uint32_t at) {
    static const char_word words[] = {U"简称", U"简称为", U"简称：", NULL};
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
