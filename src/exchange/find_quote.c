#include "exchange/char.h"
#include "exchange/find.h"
#include "exchange/phrase.h"
#include "exchange/theme.h"

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

/* 主题是“, 口号正式确定为“, 主题：“ */
static bool is_named_before(const uint32_t *begin, const uint32_t *open) {
    static const struct char_row links[] = {
        W("是"),     W("为"),     W("："),   W("定为"),   W("确定为"), W("设定为"), W("叫"),     W("叫做"),
        W("叫作"),   W("即"),     W("系"),   W("仍"),     W("仍然"),   W("依然"),   W("继续"),   W("沿用"),
        W("就"),     W("正式"),   W("被"),   W("确定"),   W("锁定"),   W("敲定"),   W("将是"),   W("依旧"),
        W("明确为"), W("敲定为"), W("暂定"), W("拟定为"), W("词"),     W(" "),      W("，叫做"), W("，叫"),
        W("，是"),   W("，就是"), W("，为"), W("暂定为"), W("初定为"), W("拟为"),   WORDS_END};
    for (uint32_t n; (n = char_words_before(begin, open, links)) != 0;) open -= n;
    return char_words_before(begin, open, theme_nouns) > 0;
}

/* ”为本届宣传周的主题, ”这一主题, ”的口号 */
static bool is_named_behind(const uint32_t *behind) {
    static const struct char_row between[] = {
        W("为"),   W("作为"),   W("的"),   W("这个"), W("这一"), W("这"),       W("本届"),   W("本次"),
        W("此次"), W("今年"),   W("年度"), W("活动"), W("宣传"), W("宣传周"),   W("网安周"), W("大会"),
        W("论坛"), W("大赛"),   W("赛事"), W("会议"), W("年会"), W("峰会"),     W("总"),     W("全年"),
        W("定为"), W("确定为"), W("展览"), W("本年"), W("竞赛"), W("网络安全"), WORDS_END};
    enum { LONGEST = 14 };
    static const struct char_row banner[] = {W("横幅"), W("倡议口号"), WORDS_END};
    for (uint32_t i = 0, n = 0; i < LONGEST; i += n) {
        if (theme_noun_at(behind + i) || char_words_at(behind + i, banner)) return true;
        n = char_words_at(behind + i, between);
        if (!n) return false;
    }
    return false;
}

/* 紧紧围绕今年宣传周“, 以“, 喊出“: a verb that takes a theme, near before the quotation. */
static bool is_led(const uint32_t *begin, const uint32_t *open) {
    static const struct char_row leads[] = {
        W("围绕"), W("聚焦"), W("沿用"), W("延续"), W("紧扣"), W("以"),   W("秉承"), W("秉持"),
        W("确立"), W("立足"), W("契合"), W("呼应"), W("唱响"), W("喊出"), W("喊响"), W("打出"),
        W("提出"), W("发出"), W("亮出"), W("高呼"), W("打着"), W("确定"), W("喊着"), W("拉起"),
        W("挂出"), W("响应"), W("将"),   W("把"),   W("选定"), W("举着"), W("拉出"), WORDS_END};
    enum { NEAR = 12 };
    for (const uint32_t *at = open; at > begin && open - at < NEAR; at--) {
        if (char_words_before(begin, at, leads)) return true;
        if (char_ends_clause(at[-1]) || at[-1] == U'”' || at[-1] == U'、') return false;
    }
    return false;
}

/* 以“…”为主题, 主题是“…”, 围绕“…”这个主题, 喊出“…”的口号. */
static bool is_theme(const struct reading *reading, uint32_t at, uint32_t end) {
    static const struct char_row alone[] = {W("的口号"), W("的标语"), W("的主题词"), W("的宣传语"),
                                            WORDS_END},
                                 made[] = {W("为题开展"), WORDS_END};
    const uint32_t *begin = reading->text + reading->begin, *open = reading->text + at,
                   *behind = reading->text + end + 1;
    if (is_named_before(begin, open) || char_words_at(behind, alone)) return true;
    bool is_made = char_words_at(behind, made) || is_named_behind(behind);
    return is_made && is_led(begin, open);
}

static bool is_short_name(const struct reading *reading, uint32_t at) {
    static const struct char_row words[] = {W("简称"), W("简称为"), W("简称："), WORDS_END};
    return char_words_before(reading->text + reading->begin, reading->text + at, words) > 0;
}

/* Below a heading that calls it a theme. */
static bool was_found(const struct reading *reading, uint32_t at) {
    enum { LAST = 4 };
    const struct finds *finds = reading->finds;
    for (uint32_t i = finds->count; i > 0 && i + LAST > finds->count; i--) {
        const struct find *find = &finds->list[i - 1];
        if (find->type == DRAFT_SLOGAN && find->value.from <= at + 1 && find->value.to > at) return true;
    }
    return false;
}

/* 主题暂定为“ */
static bool is_tentative(const struct reading *reading, uint32_t at) {
    static const struct char_row words[] = {W("暂定为"), W("暂定"), W("拟定为"),
                                            W("初定为"), W("拟为"), WORDS_END};
    return char_words_before(reading->text + reading->begin, reading->text + at, words) > 0;
}

void find_quotes(struct reading *reading, uint32_t at) {
    uint32_t end = reading->in_quote > 1 || reading->in_title ? 0 : quote_end(reading, at);
    if (end <= at + 1 || is_short_name(reading, at) || was_found(reading, at)) return;
    struct span value = {at + 1, end};
    bool theme = is_theme(reading, at, end);
    struct find *find =
        find_add(reading, theme ? P_SLOGAN : P_TERM, theme ? DRAFT_SLOGAN : DRAFT_TERM, value);
    find->attribute = theme ? "主题" : "";
    find->reason = theme ? "引号里的话，明说是主题" : "引号里的词语";
    find->confident = theme && !is_tentative(reading, at);
}
