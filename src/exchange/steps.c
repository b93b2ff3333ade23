#include "exchange/steps.h"

#include "base/utf8.h"

static const struct char_row is[] = {W("是"), WORDS_END}, must[] = {W("要"), WORDS_END},
                             then[] = {W("则"), WORDS_END}, bracket[] = {W("）"), WORDS_END},
                             comma[] = {W("、"), WORDS_END}, blank[] = {W(" "), W("、"), WORDS_END},
                             point[] = {W("."), W("、"), W("）"), W(")"), W("\u20E3"), WORDS_END},
                             pause[] = {W("，"), W("、"), W("："), W("要"), W("是"), W(" "), WORDS_END},
                             colon[] = {W("："), W("｜"), W("|"), W(" "), WORDS_END},
                             turn[] = {W("步"), W("招"),   W("环节"),   W("阶段"), W("关"),
                                       W("站"), W("方面"), W("个方面"), W("条："), W("课："),
                                       W("点"), W("件事"), WORDS_END};

const struct style steps_styles[STEPS_STYLES] = {
    {.before = U"", .series = HAN, .after = is, .where = ANYWHERE, .fewest = 2, .sure = SURE},
    {.before = U"", .series = HAN, .after = must, .where = ANYWHERE, .fewest = 2, .sure = SURE},
    {.before = U"", .series = HAN, .after = then, .where = AT_CLAUSE, .fewest = 2, .sure = UNSURE_LIST},
    {.before = U"（", .series = HAN, .after = bracket, .where = AT_CLAUSE, .fewest = 2, .sure = SURE_IN_ONE},
    {.before = U"（",
     .series = DIGITS,
     .after = bracket,
     .where = AT_CLAUSE,
     .fewest = 2,
     .sure = SURE_IN_ONE},
    {.before = U"",
     .series = HAN,
     .after = comma,
     .where = AT_PARAGRAPH,
     .fewest = 2,
     .sure = SURE,
     .heads = true},
    {.before = U"",
     .series = DIGITS,
     .after = point,
     .skips = blank,
     .where = AT_CLAUSE,
     .fewest = 2,
     .sure = SURE_IN_ONE},
    {.before = U"", .series = CIRCLES, .skips = blank, .where = ANYWHERE, .fewest = 2, .sure = SURE},
    {.before = U"", .series = DISKS, .skips = blank, .where = ANYWHERE, .fewest = 2, .sure = SURE},
    {.before = U"", .series = BRACKETS, .skips = blank, .where = ANYWHERE, .fewest = 2, .sure = SURE},
    {.before = U"", .series = DOTTED, .skips = blank, .where = ANYWHERE, .fewest = 2, .sure = SURE_IN_ONE},
    {.before = U"第", .series = HAN, .after = pause, .where = AT_CLAUSE, .fewest = 2, .sure = SURE},
    {.before = U"第",
     .series = HAN,
     .after = turn,
     .skips = pause,
     .where = AT_CLAUSE,
     .fewest = 2,
     .sure = SURE},
    {.before = U"第", .series = HAN, .after = is, .unit = 3, .where = AT_CLAUSE, .fewest = 2, .sure = SURE},
    {.before = U"其", .series = HAN, .skips = pause, .where = AT_CLAUSE, .fewest = 2, .sure = SURE},
    {.before = U"", .series = ORDER, .skips = pause, .where = AT_CLAUSE, .fewest = 3, .sure = SURE},
    {.before = U"", .series = ORDER, .skips = pause, .where = AT_CLAUSE, .fewest = 2, .sure = UNSURE_LIST},
};

const struct style steps_labelled[STEPS_LABELLED] = {
    {.series = HAN, .after = colon, .where = AT_PARAGRAPH, .fewest = 2, .sure = UNSURE_LIST},
    {.series = DIGITS, .after = colon, .where = AT_PARAGRAPH, .fewest = 2, .sure = UNSURE_LIST},
    {.series = CIRCLES, .after = colon, .where = AT_PARAGRAPH, .fewest = 2, .sure = UNSURE_LIST},
};

const struct style steps_alike = {
    .before = U"", .series = HAN, .where = AT_CLAUSE, .fewest = 3, .sure = SURE, .keeps = true};

static uint32_t han_length(const uint32_t *at, uint32_t step) {
    static const uint32_t numerals[STEPS] = {U'一', U'二', U'三', U'四', U'五',
                                             U'六', U'七', U'八', U'九', U'十'};
    return *at == numerals[step];
}

static uint32_t digits_length(const uint32_t *at, uint32_t step) {
    if (step + 1 == STEPS) return at[0] == '1' && at[1] == '0' ? 2 : 0;
    return at[0] == '1' + step && !char_is_digit(at[1]);
}

static uint32_t order_length(const uint32_t *at, uint32_t step) {
    static const struct char_row first[] = {W("首先"), W("第一"), WORDS_END},
                                 second[] = {W("其次"), W("第二"), W("然后"), W("接着"), WORDS_END},
                                 later[] = {W("再次"), W("再者"), W("然后"), W("接着"),
                                            W("第三"), W("第四"), W("最后"), WORDS_END};
    return char_words_at(at, step == 0 ? first : step == 1 ? second : later);
}

/* The length of the number alone. */
static uint32_t number_length(const uint32_t *at, enum series series, uint32_t step) {
    switch (series) {
    case HAN:
        return han_length(at, step);
    case DIGITS:
        return digits_length(at, step);
    case CIRCLES:
        return *at == U'①' + step;
    case DISKS:
        return *at == U'❶' + step;
    case BRACKETS:
        return *at == U'⑴' + step;
    case DOTTED:
        return *at == U'⒈' + step;
    case ORDER:
        return order_length(at, step);
    }
    return 0;
}

static bool opens_clause(uint32_t before) {
    return char_ends_clause(before) || before == U'、' || before == ' ' || before == U'“' || before == U'”' ||
           before == U'）' || before == U'—';
}

/* 统一是, 之一是, 第一是, 十一是: no mark of a list. */
static bool is_other_word(uint32_t before) {
    static const uint32_t befores[] = U"第唯统之期初同专单万十百千周划归";
    const uint32_t *at = befores;
    while (*at && *at != before) at++;
    return *at != 0;
}

static bool stands_right(const uint32_t *text, uint32_t at, const struct style *style) {
    uint32_t before = at ? text[at - 1] : '\n';
    if (style->where == AT_PARAGRAPH) return before == '\n';
    return style->where == AT_CLAUSE ? opens_clause(before) : !is_other_word(before);
}

/* What has to follow; false when it does not. */
static bool skip_after(const uint32_t *at, const struct style *style, uint32_t *length) {
    for (uint32_t unit = 0; style->after && unit <= style->unit; unit++) {
        uint32_t after = char_words_at(at + *length + unit, style->after);
        bool is_decimal = style->series == DIGITS && char_is_digit(at[*length + unit + after]);
        if (after && !is_decimal) {
            *length += style->keeps ? 0 : unit + after;
            return true;
        }
        if (char_ends_clause(at[*length + unit])) return false;
    }
    return style->after == NULL;
}

uint32_t steps_mark(const uint32_t *text, uint32_t at, const struct style *style, uint32_t step) {
    uint32_t before = *style->before ? char_word_at(text + at, style->before) : 0;
    if (*style->before && !before) return 0;
    uint32_t number = number_length(text + at + before, style->series, step);
    if (!number || !stands_right(text, at, style)) return 0;
    uint32_t length = before + number;
    if (!skip_after(text + at, style, &length)) return 0;
    if (style->skips) length += char_words_at(text + at + length, style->skips);
    return length + (text[at + length] == ' ');
}

bool steps_may_begin(uint32_t code) {
    static const uint32_t firsts[] = U"一1①❶⑴⒈第其（首";
    const uint32_t *at = firsts;
    while (*at && *at != code) at++;
    return *at != 0;
}

bool steps_is_label(const uint32_t *at, uint32_t length) {
    static const struct char_row others[] = {W("第"), W("其"),   W("周"),   W("星期"), W("图"),
                                             W("表"), W("附"),   W("附件"), W("附图"), W("附表"),
                                             W("注"), W("问题"), W("问"),   W("初"),   WORDS_END};
    if (char_words_before(at, at + length, others) == length) return false;
    for (uint32_t i = 0; i < length; i++)
        if (!utf8_is_han(at[i]) || char_is_numeral(at[i])) return false;
    return true;
}

bool steps_is_verb(uint32_t code) {
    static const uint32_t verbs[] =
        U"抓强重促严看查防建保讲学练问管控守补筑推优聚压盯树创突夯深拓提做把不先勤多盘";
    const uint32_t *at = verbs;
    while (*at && *at != code) at++;
    return *at != 0;
}
