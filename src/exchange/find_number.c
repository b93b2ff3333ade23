#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* 约800人, 突破1000亿元, 不超过30个: the hedge belongs to the number as much as its measure. */

static const struct char_row hedges[] = {
    W("不超过"), W("不少于"), W("不低于"), W("不高于"), W("超过"), W("突破"), W("约"),   W("近"),   W("逾"),
    W("超"),     W("至少"),   W("至多"),   W("最多"),   W("最高"), W("最低"), W("低于"), W("高于"), W("不足"),
    W("少于"),   W("大于"),   W("大约"),   W("将近"),   W("接近"), W("上"),   W("数"),   WORDS_END};
static const struct char_row after_words[] = {W("以上"), W("以下"), W("以内"),
                                              W("左右"), W("之内"), WORDS_END};

struct amount {
    uint32_t from, number, to; /* with its hedge; where the digits begin; behind the measure */
    struct span prefix;        /* a hedge that stands apart: 最高补贴300万元 */
    bool is_percent;
};

/* 1,386 · 3.8万 · 1200余 · 三十多: digits, scale, and what is left open. */
static uint32_t skip_number(const uint32_t *text, uint32_t at) {
    at += phrase_number_length(text, at);
    if (text[at] == U'余' || text[at] == U'多' || text[at] == U'几') at++;
    while (text[at] == U'万' || text[at] == U'亿' || text[at] == U'千' || text[at] == U'百') at++;
    if (text[at] == U'余' || text[at] == U'多') at++;
    return at;
}

static bool is_one_of(uint32_t code, char_word set) {
    while (*set && *set != code) set++;
    return *set != 0;
}

/* A measure that is the beginning of another word: 人民, 分别, 个人信息, 年级. */
static bool is_another_word(const uint32_t *text, uint32_t at, uint32_t measure) {
    uint32_t last = text[at + measure - 1], next = text[at + measure];
    if (last == U'人' && measure == 1) return is_one_of(next, U"民工才类");
    if (last == U'分') return is_one_of(next, U"之别钟论为布成析类级享组队开会局公院校支享");
    if (last == U'个') return next == U'人' && text[at + measure + 1] == U'信';
    if (last == U'家' && measure == 1) return is_one_of(next, U"长庭居");
    if (last == U'名') return is_one_of(next, U"称义誉");
    if (last == U'部' && measure == 1) return is_one_of(next, U"分");
    if (last == U'条' || last == U'项') return is_one_of(next, U"目例");
    if (last == U'场') return is_one_of(next, U"景所");
    if (last == U'天') return is_one_of(next, U"津");
    return false;
}

/* 有效期2年, 任期三年: a length of time, no date; 近三年 is none. */
static uint32_t years_length(const struct reading *reading, uint32_t begin, uint32_t at) {
    static const struct char_row before[] = {
        W("历时"),   W("历经"),   W("期限"),     W("周期"),   W("拘留"), W("整顿"), W("工期"),
        W("时长"),   W("连续"),   W("服役"),     W("有效期"), W("任期"), W("为期"), W("有效期为"),
        W("任期为"), W("期限为"), W("有效期限"), W("长达"),   WORDS_END};
    if (reading->text[at] != U'年' && reading->text[at] != U'日') return 0;
    if (reading->text[at] == U'年' && reading->text[at + 1] == U'内') return 1;
    return char_words_before(reading->text + reading->begin, reading->text + begin, before) ? 1 : 0;
}

/* Measures that Chinese numerals go with; with others they are words: 十分, 三级, 四面. */
static bool goes_with_numerals(const uint32_t *text, uint32_t at, uint32_t measure) {
    static const struct char_row measures[] = {
        W("个月"), W("个工作日"), W("个小时"), W("个"),   W("家"),     W("项"),   W("名"),   W("位"),
        W("类"),   W("种"),       W("件"),     W("场"),   W("条"),     W("部门"), W("单位"), W("天"),
        W("小时"), W("所"),       W("支"),     W("款"),   W("批"),     W("次"),   W("人"),   W("城市"),
        W("省份"), W("个百分点"), W("万元"),   W("亿元"), W("平方米"), W("分钟"), W("课时"), W("部"),
        W("道"),   W("章"),       W("集"),     W("起"),   W("份"),     W("组"),   W("台"),   WORDS_END};
    return char_words_at(text + at, measures) == measure;
}

/* 一个, 一批 say nothing; 千家万户, 百姓 are no numbers. */
static bool is_vague_numeral(const struct reading *reading, uint32_t from, uint32_t to) {
    const uint32_t *text = reading->text;
    uint32_t before = from > reading->begin ? text[from - 1] : 0;
    if (to - from == 1 && (text[from] == U'一' || text[from] == U'二'))
        return true; /* 二次 is no count, 两次 is */
    if (text[to - 1] == U'余' || text[to - 1] == U'多' || is_one_of(before, U"上数近超逾约")) return false;
    return is_one_of(text[from], U"百千万亿零");
}

static uint32_t measure_length(const struct reading *reading, uint32_t begin, uint32_t at) {
    const uint32_t *text = reading->text;
    uint32_t years = years_length(reading, begin, at);
    uint32_t measure = years ? years : char_words_at(text + at, names_measures);
    if (!measure || is_another_word(text, at, measure)) return 0;
    bool is_numeral = !char_is_digit(text[begin]);
    if (is_numeral && !years &&
        (!goes_with_numerals(text, at, measure) || is_vague_numeral(reading, begin, at)))
        return 0;
    if (is_numeral && reading->in_quote) return 0;
    return measure;
}

/* 三成, 百分之四十, 三分之一, 98.2%; the length behind the digits. */
static uint32_t percent_length(const struct reading *reading, uint32_t begin, uint32_t at) {
    const uint32_t *text = reading->text;
    static const struct char_row of[] = {W("分之"), WORDS_END};
    if (text[at] == '%' || text[at] == U'‰') return 1;
    if (at > begin && char_words_at(text + at, of)) {
        uint32_t rest = phrase_number_length(text, at + 2);
        return rest ? rest + 2 : 0;
    }
    bool is_tenths =
        text[at] == U'成' && at - begin == 1 && text[begin] != U'一' && !is_one_of(text[begin], U"百千万亿");
    if (!is_tenths) return 0;
    return is_one_of(text[at + 1], U"立果员功为都绩效长本品熟分就套") ? 0 : 1;
}

/* 30至50个: the second number of a range has the measure. */
static uint32_t skip_range(const uint32_t *text, uint32_t at) {
    static const struct char_row links[] = {W("至"), W("到"), W("—"),  W("-"),
                                            W("~"),  W("～"), W("－"), WORDS_END};
    uint32_t link = char_words_at(text + at, links);
    uint32_t digits = link ? phrase_number_length(text, at + link) : 0;
    if (!digits || digits == 4) return at;
    return skip_number(text, at + link);
}

/* 最高达260万元; 最高补贴300万元, where the hedge stands apart. */
static void take_hedge(const struct reading *reading, struct amount *amount) {
    static const struct char_row reaches[] = {W("达到"), W("可达"), W("达"), W("为"), WORDS_END},
                                 verbs[] = {W("补贴"), W("奖励"), W("资助"), W("给予"), W("支持"),
                                            W("补助"), W("罚款"), W("处罚"), W("奖补"), WORDS_END},
                                 ends[] = {W("最高"), W("最多"), W("最低"), W("至多"), WORDS_END};
    const uint32_t *begin = reading->text + reading->begin, *at = reading->text + amount->number;
    uint32_t hedge = char_words_before(begin, at, hedges);
    bool is_part = hedge == 1 && (at[-1] == U'上' || at[-1] == U'数' || at[-1] == U'近') &&
                   char_is_digit(*at) && at[-1] != U'近';
    amount->from = amount->number - (is_part ? 0 : hedge);
    if (hedge) return;
    uint32_t reach = char_words_before(begin, at, reaches), verb = char_words_before(begin, at, verbs);
    uint32_t end = char_words_before(begin, at - reach, ends);
    if (reach && end) amount->from = amount->number - reach - end;
    static const struct char_row links[] = {W("占"),   W("占到"), W("有"),   W("需"),   W("需要"),
                                            W("增长"), W("下降"), W("提升"), W("提高"), WORDS_END},
                                 loose[] = {W("约"),   W("大约"), W("至少"), W("最多"),
                                            W("最高"), W("最低"), W("超过"), WORDS_END};
    uint32_t link = char_words_before(begin, at, links),
             apart = link ? char_words_before(begin, at - link, loose) : 0;
    if (apart)
        amount->prefix = (struct span){amount->number - link - apart, amount->number - link}; /* 约占三成 */
    end = verb ? char_words_before(begin, at - verb, ends) : 0;
    if (end) amount->prefix = (struct span){amount->number - verb - end, amount->number - verb};
}

static bool read_amount(const struct reading *reading, uint32_t at, struct amount *amount) {
    const uint32_t *text = reading->text;
    uint32_t end = skip_number(text, at), ranged = skip_range(text, end);
    *amount = (struct amount){.number = at};
    uint32_t percent = percent_length(reading, at, at + phrase_number_length(text, at));
    if (percent) {
        end = at + phrase_number_length(text, at) + percent;
        amount->is_percent = true;
    } else if (ranged > end && (text[ranged] == '%' || measure_length(reading, at, ranged))) {
        amount->is_percent = text[ranged] == '%';
        end = ranged + (amount->is_percent ? 1 : measure_length(reading, at, ranged));
    } else {
        uint32_t measure = measure_length(reading, at, end);
        bool is_scaled =
            end > at + 1 && is_one_of(text[end - 1], U"万亿") && char_is_digit(text[at]); /* 用户21万 */
        if (!measure && !(is_scaled && (char_ends_clause(text[end]) || text[end] == U'、'))) return false;
        end += measure;
    }
    static const struct char_row halves[] = {W("天半"), W("年半"), W("小时半"), WORDS_END};
    if (char_words_at(text + end - 1, halves)) end++;
    amount->to = end + char_words_at(text + end, after_words);
    take_hedge(reading, amount);
    return true;
}

/* Of a name or a larger number, or read already. */
static bool is_part_of_another(const struct reading *reading, uint32_t at) {
    uint32_t before = at > reading->begin ? reading->text[at - 1] : 0;
    if ((before == U'时' || before == U'点') && at > reading->begin + 1 &&
        char_is_digit(reading->text[at - 2]))
        return true; /* 20时05分 */
    if (char_is_letter(before) || is_one_of(before, U"第.·/〔[#：:"))
        return before != U'：' || !char_is_digit(reading->text[at]);
    bool is_code = before == ' ' && at > reading->begin + 1 && reading->text[at - 2] >= 'A' &&
                   reading->text[at - 2] <= 'Z';
    if (is_code) return true; /* GB/T 22239 */
    return find_was_read(reading, at);
}

void find_numbers(struct reading *reading, uint32_t at) {
    struct amount amount;
    if (reading->in_title || is_part_of_another(reading, at) || !read_amount(reading, at, &amount)) return;
    struct span value = {amount.from, amount.to};
    struct find *find = find_add(reading, P_NUMBER, amount.is_percent ? DRAFT_PERCENT : DRAFT_NUMBER, value);
    find->prefix = amount.prefix;
    find->reason = "数字和量词紧挨着";
    find->confident = true;
}
