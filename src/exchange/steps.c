#include "exchange/steps.h"

#include "base/utf8.h"
#include "exchange/names.h"

static const struct char_row is[] = {W("是"), WORDS_END}, must[] = {W("要"), WORDS_END},
                             then[] = {W("则"), WORDS_END}, bracket[] = {W("）"), WORDS_END},
                             comma[] = {W("、"), WORDS_END}, blank[] = {W(" "), W("、"), WORDS_END},
                             point[] = {W("."), W("、"), W("）"), W(")"), W("\u20E3"), WORDS_END},
                             pause[] = {W("，"), W("、"), W("："), W("要"), W("是"), W(" "), WORDS_END},
                             named[] = {W("："), W("\n"), WORDS_END},
                             grades[] = {W("级为"), W("级是"), W("类为"), W("类是"), W("档为"),
                                         W("档是"), W("层为"), W("层是"), W("道"),   WORDS_END},
                             colon[] = {W("："), W("｜"), W("|"), W(" "), WORDS_END},
                             turn[] = {W("步"), W("招"),   W("环节"),   W("阶段"), W("关"),
                                       W("站"), W("方面"), W("个方面"), W("条："), W("课："),
                                       W("点"), W("件事"), WORDS_END};

/* What a number may have behind it when it counts what is to be done: 一看, 二查. 一年, 一等 count nothing.
 */
static const struct char_row deeds[] = {
    W("抓"), W("强"), W("重"), W("促"), W("严"), W("看"), W("查"), W("防"), W("建"), W("保"), W("讲"),
    W("学"), W("练"), W("问"), W("管"), W("控"), W("守"), W("补"), W("筑"), W("推"), W("优"), W("聚"),
    W("压"), W("盯"), W("树"), W("创"), W("突"), W("夯"), W("深"), W("拓"), W("提"), W("做"), W("把"),
    W("不"), W("先"), W("勤"), W("多"), W("盘"), W("听"), W("想"), W("转"), W("拨"), W("装"), W("报"),
    W("验"), W("换"), W("设"), W("停"), W("挂"), W("断"), W("删"), W("关"), W("改"), W("记"), WORDS_END};

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
    {.before = U"第",
     .series = DIGITS,
     .after = turn,
     .skips = pause,
     .where = AT_CLAUSE,
     .fewest = 2,
     .sure = SURE},
    {.before = U"",
     .series = HAN,
     .after = deeds,
     .where = AT_CLAUSE,
     .fewest = 3,
     .sure = UNSURE_LIST,
     .keeps = true},
    {.before = U"", .series = TURNS, .where = AT_CLAUSE, .fewest = 3, .sure = UNSURE_LIST},
    {.before = U"", .series = DIGITS, .where = AT_PARAGRAPH, .fewest = 3, .sure = UNSURE_LIST, .heads = true},
    {.before = U"", .series = HAN, .after = grades, .where = AT_CLAUSE, .fewest = 3, .sure = UNSURE_LIST},
    {.before = U"第",
     .series = HAN,
     .after = named,
     .unit = 4,
     .where = AT_PARAGRAPH,
     .fewest = 2,
     .sure = UNSURE_LIST},
    {.before = U"", .series = HAN, .after = comma, .where = AT_CLAUSE, .fewest = 2, .sure = SURE_IN_ONE},
};

const struct style steps_labelled[STEPS_LABELLED] = {
    {.series = HAN, .after = colon, .where = AT_PARAGRAPH, .fewest = 2, .sure = UNSURE_LIST},
    {.series = DIGITS, .skips = colon, .where = AT_PARAGRAPH, .fewest = 2, .sure = UNSURE_LIST},
    {.series = CIRCLES, .skips = colon, .where = AT_PARAGRAPH, .fewest = 2, .sure = UNSURE_LIST},
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
    static const struct char_row first[] = {W("首先"), WORDS_END},
                                 second[] = {W("其次"),   W("第二"), W("然后"), W("接着"),
                                             W("再就是"), W("再有"), WORDS_END},
                                 later[] = {W("再次"),   W("再者"),   W("然后"), W("接着"),
                                            W("第三，"), W("第四，"), W("最后"), W("再就是"),
                                            W("再有"),   W("还有"),   WORDS_END};
    return char_words_at(at, step == 0 ? first : step == 1 ? second : later);
}

/* 先…再…最后…; 先进, 再次, 后来 are other words. */
static uint32_t turns_length(const uint32_t *at, uint32_t step) {
    static const struct char_row first[] = {W("先"), WORDS_END},
                                 later[] = {W("再"), W("后"), W("然后"), W("接着"), W("最后"), WORDS_END},
                                 others[] = {W("先进"),   W("先生"), W("先后"), W("先锋"), W("先行"),
                                             W("先期"),   W("先是"), W("再次"), W("再见"), W("再度"),
                                             W("再就是"), W("再者"), W("再有"), W("后来"), W("后续"),
                                             W("后台"),   W("后勤"), W("后期"), W("后者"), W("后面"),
                                             WORDS_END};
    uint32_t length = char_words_at(at, step == 0 ? first : later);
    return length && !char_words_at(at, others) ? length : 0;
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
    case TURNS:
        return turns_length(at, step);
    }
    return 0;
}

static bool opens_clause(uint32_t before) {
    return char_ends_clause(before) || before == U'、' || before == ' ' || before == U'“' || before == U'”' ||
           before == U'）' || before == U'—';
}

/* 统一是, 之一是, 第一是, 十一是: no mark of a list. */
static bool is_other_word(uint32_t before) {
    return char_is_one_of(before, U"第唯统之期初同专单万十百千周划归");
}

/* 2人, 3月: behind a digit alone, what makes it a number. */
static bool is_measured(const uint32_t *at) {
    static const struct char_row dates[] = {W("年"), W("月"), W("日"), W("号"), W("点"), W("时"), W("至"),
                                            W("万"), W("亿"), W("千"), W("百"), W("多"), W("余"), WORDS_END};
    return !utf8_is_han(*at) || char_words_at(at, dates) || char_words_at(at, names_measures);
}

/* 首先, 事先, 优先: no turn begins. */
static bool is_earlier(uint32_t before) {
    return char_is_one_of(before, U"首事优率原领祖预争抢当早在最占");
}

static bool stands_right(const uint32_t *text, uint32_t at, const struct style *style, uint32_t step) {
    uint32_t before = at ? text[at - 1] : '\n';
    if (style->series == TURNS && step == 0) return !is_earlier(before); /* 要先…，再… */
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
    if (!number || !stands_right(text, at, style, step)) return 0;
    uint32_t length = before + number;
    if (!skip_after(text + at, style, &length)) return 0;
    bool is_bare = style->series == DIGITS && !style->after && !*style->before;
    if (is_bare && is_measured(text + at + length)) return 0;
    if (style->skips) length += char_words_at(text + at + length, style->skips);
    return length + (text[at + length] == ' ');
}

bool steps_may_stand(uint32_t code, const struct style *style) {
    if (*style->before) return code == *style->before;
    switch (style->series) {
    case HAN:
        return char_is_numeral(code);
    case DIGITS:
        return char_is_digit(code);
    case ORDER:
        return char_is_one_of(code, U"首其第然接再最还");
    case TURNS:
        return char_is_one_of(code, U"先再后然接最");
    default:
        return code > 0x7F && !char_ends_clause(code);
    }
}

bool steps_may_begin(uint32_t code) {
    return char_is_one_of(code, U"一1①❶⑴⒈第其（首先");
}

bool steps_is_label(const uint32_t *at, uint32_t length) {
    static const struct char_row others[] = {
        W("第"),   W("其"), W("周"),   W("星期"), W("图"),       W("表"), W("附"), W("附件"), W("附图"),
        W("附表"), W("注"), W("问题"), W("案例"), W("典型案例"), W("问"), W("初"), WORDS_END};
    if (char_words_before(at, at + length, others) == length) return false;
    for (uint32_t i = 0; i < length; i++)
        if (!(utf8_is_han(at[i]) || char_is_letter(at[i])) || char_is_numeral(at[i])) return false;
    return length > 1 || utf8_is_han(*at);
}

bool steps_is_verb(const uint32_t *at) {
    return char_words_at(at, deeds) > 0;
}

bool steps_ends(const uint32_t *at, const struct style *style) {
    static const uint32_t last[] = U"最后";
    return (style->series == ORDER || style->series == TURNS) && char_word_at(at, last);
}

bool steps_counts(const uint32_t *text, uint32_t at) {
    for (uint32_t i = 0; i < STEPS_STYLES; i++)
        if (steps_styles[i].series != TURNS && steps_mark(text, at, &steps_styles[i], 0)) return true;
    return false;
}
