#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* 约800人, 突破1000亿元, 不超过30个: the hedge belongs to the number as much as its measure. */

static const struct char_row hedges[] = {
    W("不超过"), W("未超过"), W("不少于"), W("不低于"), W("不高于"), W("不多于"), W("不下于"), W("超过"),
    W("超出"),   W("突破"),   W("约"),     W("近"),     W("逾"),     W("超"),     W("至少"),   W("最少"),
    W("起码"),   W("至多"),   W("最多"),   W("顶多"),   W("最高"),   W("最低"),   W("最长"),   W("最短"),
    W("低于"),   W("高于"),   W("不足"),   W("不到"),   W("不满"),   W("未满"),   W("不下"),   W("不止"),
    W("少于"),   W("多于"),   W("大于"),   W("小于"),   W("大约"),   W("大概"),   W("将近"),   W("接近"),
    W("上"),     W("数"),     W("几"),     W("好几"),   W("±"),      W("≥"),      W("≤"),      WORDS_END};
/* Words that end like a hedge and are none: 签约3家 are not about three. */
static const struct char_row other_words[] = {
    W("签约"),     W("预约"),     W("节约"),     W("合约"),     W("契约"),     W("公约"),     W("条约"),
    W("违约"),     W("履约"),     W("特约"),     W("邀约"),     W("制约"),     W("附近"),     W("最近"),
    W("就近"),     W("临近"),     W("邻近"),     W("靠近"),     W("走近"),     W("赶超"),     W("反超"),
    W("发现不足"), W("存在不足"), W("问题不足"), W("技术突破"), W("重大突破"), W("关键突破"), W("实现突破"),
    W("取得突破"), W("新突破"),   W("重点突破"), WORDS_END};
static const struct char_row after_words[] = {W("以上"), W("以下"),   W("以内"),   W("左右"),   W("之内"),
                                              W("上下"), W("及以上"), W("及以下"), W("或以上"), W("以外"),
                                              W("开外"), W("有余"),   WORDS_END};

struct amount {
    uint32_t from, number, to; /* with its hedge; where the digits begin; behind the measure */
    struct span prefix;        /* a hedge that stands apart: 最高补贴300万元 */
    bool is_percent;
};

/* 1,386 · 3.8万 · 1200余 · 三十多: digits, scale, and what is left open. */
static uint32_t skip_number(const uint32_t *text, uint32_t at) {
    at += phrase_number_length(text, at);
    bool is_about = text[at] == U'来' && char_words_at(text + at + 1, names_measures); /* 十来个 */
    if (is_about || text[at] == U'余' || text[at] == U'多' || text[at] == U'几') at++;
    while (text[at] == U'万' || text[at] == U'亿' || text[at] == U'千' || text[at] == U'百') at++;
    if (text[at] == U'余' || text[at] == U'多') at++;
    return at;
}

/* A measure that is the beginning of another word: 人民, 分别, 个人信息, 年级. */
static bool is_another_word(const uint32_t *text, uint32_t at, uint32_t measure) {
    uint32_t last = text[at + measure - 1], next = text[at + measure];
    if (last == U'人' && measure == 1) return char_is_one_of(next, U"民工才类");
    if (last == U'分') return char_is_one_of(next, U"之别钟论为布成析类级享组队开会局公院校支享");
    if (last == U'个') return next == U'一' || (next == U'人' && text[at + measure + 1] == U'信');
    static const struct {
        uint32_t measure;
        char_word next;
    } words[] = {{U'家', U"长庭居"}, {U'名', U"称义誉"}, {U'部', U"分委署长"},   {U'条', U"目例"},
                 {U'项', U"目例"},   {U'场', U"景所"},   {U'集', U"团合体中成"}, {U'天', U"津"},
                 {U'位', U"一"},     {U'件', U"套"},     {U'张', U"皮"},         {U'轮', U"车"},
                 {U'节', U"气期假"}, {U'周', U"年岁边"}, {U'次', U"元"},         {U'对', U"一"},
                 {U'首', U"先"},     {U'点', U"击"},     {U'面', U"向对"},       {U'本', U"市省校地书年月"}};
    for (uint32_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (words[i].measure == last && measure == 1 && char_is_one_of(next, words[i].next)) return true;
    return false;
}

/* 有效期2年, 卖了十一年, 15日内: a length of time, no date; 近三年 and 三年行动 are none. */
static uint32_t years_length(const struct reading *reading, uint32_t begin, uint32_t at) {
    static const struct char_row before[] = {
        W("历时"),   W("历经"),   W("期限"),   W("周期"),     W("拘留"),     W("整顿"),   W("工期"),
        W("时长"),   W("连续"),   W("服役"),   W("有效期"),   W("任期"),     W("为期"),   W("有效期为"),
        W("任期为"), W("期限为"), W("长达"),   W("有效期限"), W("了"),       W("过"),     W("满"),
        W("耗时"),   W("用时"),   W("少于"),   W("超过"),     W("工作"),     W("从业"),   W("不少于"),
        W("坚持"),   W("至少"),   W("不超过"), W("走过"),     W("有期徒刑"), W("约"),     W("顺延"),
        W("聘期"),   W("学制"),   W("刑期"),   W("质保期"),   W("保修期"),   W("服务期"), W("缓刑"),
        W("时隔"),   W("保存"),   W("保留"),   W("留存"),     W("保管"),     W("延长"),   W("相隔"),
        WORDS_END};
    static const struct char_row behind[] = {W("年内"),   W("日内"),   W("年以上"), W("年以下"), W("年多"),
                                             W("年左右"), W("日以内"), W("年以内"), WORDS_END},
                                 names[] = {W("年行动"), W("年计划"), W("年规划"), W("年级"), WORDS_END};
    const uint32_t *text = reading->text;
    bool is_count = (text[at] == U'年' || text[at] == U'日') && at - begin < 4;
    if (!is_count || char_words_at(text + at, names)) return 0;
    if (char_words_at(text + at, behind)) return 1;
    if (text[at] == U'年' && char_is_one_of(text[at - 1], U"余多")) return 1; /* 10余年 */
    return char_words_before(text + reading->begin, text + begin, before) ? 1 : 0;
}

/* Measures that Chinese numerals go with; with others they are words: 十分, 三级, 四面. */
static bool goes_with_numerals(const uint32_t *text, uint32_t at, uint32_t measure) {
    static const struct char_row measures[] = {
        W("个月"),   W("个工作日"), W("个小时"),   W("个"),   W("家"),   W("项"),   W("名"),     W("位"),
        W("类"),     W("种"),       W("件"),       W("场"),   W("条"),   W("部门"), W("单位"),   W("天"),
        W("小时"),   W("所"),       W("支"),       W("款"),   W("批"),   W("次"),   W("人"),     W("城市"),
        W("省份"),   W("个百分点"), W("万元"),     W("亿元"), W("部"),   W("分钟"), W("平方米"), W("课时"),
        W("道"),     W("章"),       W("集"),       W("起"),   W("份"),   W("组"),   W("台"),     W("个多月"),
        W("个半月"), W("个多小时"), W("个半小时"), W("座"),   W("本"),   W("册"),   W("张"),     W("幅"),
        W("首"),     W("篇"),       W("堂"),       W("辆"),   W("间"),   W("处"),   W("笔"),     W("户"),
        W("倍"),     W("岁"),       W("周岁"),     W("米"),   W("公里"), W("吨"),   W("人次"),   W("场次"),
        W("题"),     W("套"),       W("枚"),       W("封"),   W("轮"),   W("周"),   W("句"),     W("棵"),
        W("个星期"), WORDS_END};
    return char_words_at(text + at, measures) == measure;
}

/* 限期一个月, 开放一周: one is a number where it says how long. */
static bool is_whole_time(const struct reading *reading, uint32_t from, uint32_t to) {
    static const struct char_row times[] = {W("个月"),   W("周"),     W("小时"),   W("个小时"), W("天"),
                                            W("个星期"), W("个半月"), W("个多月"), WORDS_END},
                                 leads[] = {W("限期"),   W("期限"),   W("开放"), W("顺延"), W("任期"),
                                            W("为期"),   W("延长"),   W("历时"), W("持续"), W("长达"),
                                            W("耗时"),   W("用时"),   W("提前"), W("缩短"), W("至少"),
                                            W("不少于"), W("不超过"), W("超过"), W("近"),   W("约"),
                                            W("刚好"),   W("整整"),   WORDS_END};
    const uint32_t *text = reading->text;
    return text[from] == U'一' && char_words_at(text + to, times) &&
           char_words_before(text + reading->begin, text + from, leads);
}

/* 一个, 一批 say nothing; 千家万户, 百姓 are no numbers. */
static bool is_vague_numeral(const struct reading *reading, uint32_t from, uint32_t to) {
    const uint32_t *text = reading->text;
    uint32_t before = from > reading->begin ? text[from - 1] : 0;
    if (to - from == 1 && (text[from] == U'一' || text[from] == U'二'))
        return !is_whole_time(reading, from, to); /* 二次 is no count, 两次 is */
    if (char_is_one_of(text[to - 1], U"余多来") || char_is_one_of(before, U"上数近超逾约几过破达"))
        return false;
    return char_is_one_of(text[from], U"百千万亿零");
}

/* “我们有十一条海缆，……” is spoken; “四个一” is a name. */
static bool is_in_speech(const struct reading *reading, uint32_t at) {
    enum { FAR = 80 };
    for (uint32_t i = at; i > reading->begin && at - i < FAR && reading->text[i] != U'“'; i--)
        if (char_ends_clause(reading->text[i])) return true;
    for (uint32_t i = at; i < reading->end && i < at + FAR && reading->text[i] != U'”'; i++)
        if (char_ends_clause(reading->text[i])) return true;
    return false;
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
    bool is_name = is_numeral && ((begin > reading->begin && text[begin - 1] == U'‘') ||
                                  (reading->in_quote && !is_in_speech(reading, begin)));
    return is_name ? 0 : measure;
}

/* 三成, 七八成, 三成五, 六成多; 二十成 is nothing, and 三成员 no share. */
static uint32_t tenths_length(const uint32_t *text, uint32_t begin, uint32_t at) {
    static const uint32_t never[] = U"立果员功为都绩效长本品熟分就套";
    bool fits = text[at] == U'成' && at - begin <= 2 && !char_is_one_of(text[at - 1], U"百千万亿十");
    bool is_one = at - begin == 1 && text[begin] == U'一'; /* 一成不变 is none */
    if (!fits || char_is_one_of(text[at + 1], never) ||
        (is_one && !char_is_one_of(text[at + 1], U"的多左以，。；五半")))
        return 0;
    bool more = char_is_one_of(text[at + 1], U"半多") || phrase_number_length(text, at + 1) == 1;
    return more ? 2 : 1;
}

/* 百分之四十, 三分之一, 98.2%; the length behind the digits. */
static uint32_t percent_length(const struct reading *reading, uint32_t begin, uint32_t at) {
    const uint32_t *text = reading->text;
    static const struct char_row of[] = {W("分之"), WORDS_END};
    if (text[at] == '%' || text[at] == U'‰') return 1;
    if (at > begin && char_words_at(text + at, of)) {
        uint32_t rest = phrase_number_length(text, at + 2);
        return rest ? rest + 2 : 0;
    }
    return tenths_length(text, begin, at);
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

/* 签约3家: the 约 is part of a word; 网上3个, 人数三百 are neither more nor several. */
static bool is_other_word(const struct reading *reading, uint32_t at, uint32_t hedge) {
    const uint32_t *begin = reading->text + reading->begin, *number = reading->text + at;
    if (char_words_before(begin, number, other_words)) return true;
    bool counts_tens = hedge == 1 && char_is_one_of(number[-1], U"上数几");
    return counts_tens && !char_is_one_of(*number, U"十百千万亿");
}

/* 不得超过, 没有突破: what is denied is no longer the hedge it was. */
static uint32_t denial_length(const uint32_t *begin, const uint32_t *hedge) {
    static const struct char_row denials[] = {
        W("不得"),   W("不能"), W("不应"), W("不可"), W("不会"), W("没有"), W("不宜"), W("不准"), W("并未"),
        W("不应当"), W("均未"), W("尚未"), W("均不"), W("都不"), W("不"),   W("未"),   WORDS_END};
    return char_words_before(begin, hedge, denials);
}

/* The hedge right before the number. */
static uint32_t hedge_length(const struct reading *reading, uint32_t at) {
    const uint32_t *begin = reading->text + reading->begin, *number = reading->text + at;
    uint32_t past = number > begin && number[-1] == U'了';
    uint32_t hedge = char_words_before(begin, number - past, hedges);
    if (!hedge || (past && hedge < 2) || is_other_word(reading, at, hedge)) return 0;
    hedge += past;
    return hedge + denial_length(begin, number - hedge);
}

/* 最高达260万元; 最高补贴300万元, 约占三成, where the hedge stands apart. */
static void take_distant_hedge(const struct reading *reading, struct amount *amount) {
    static const struct char_row reaches[] = {W("达到"), W("可达"), W("达"), W("为"), WORDS_END},
                                 verbs[] = {W("补贴"), W("奖励"), W("资助"), W("给予"), W("支持"),
                                            W("补助"), W("罚款"), W("处罚"), W("奖补"), WORDS_END},
                                 ends[] = {W("最高"), W("最多"), W("最低"), W("至多"), WORDS_END},
                                 links[] = {W("占"),   W("占到"), W("有"),   W("需"),  W("需要"), W("增长"),
                                            W("下降"), W("提升"), W("提高"), W("为"),  W("是"),   W("占了"),
                                            W("用了"), W("花了"), W("要"),   WORDS_END},
                                 loose[] = {W("约"),   W("大约"), W("大概"), W("至少"), W("最多"), W("最高"),
                                            W("最低"), W("超过"), W("最长"), W("最短"), W("最少"), WORDS_END};
    const uint32_t *begin = reading->text + reading->begin, *at = reading->text + amount->number;
    uint32_t reach = char_words_before(begin, at, reaches), verb = char_words_before(begin, at, verbs);
    uint32_t end = char_words_before(begin, at - reach, ends);
    if (reach && end) amount->from = amount->number - reach - end;
    uint32_t link = char_words_before(begin, at, links),
             apart = link ? char_words_before(begin, at - link, loose) : 0;
    if (apart) amount->prefix = (struct span){amount->number - link - apart, amount->number - link};
    end = verb ? char_words_before(begin, at - verb, ends) : 0;
    if (end) amount->prefix = (struct span){amount->number - verb - end, amount->number - verb};
}

static void take_hedge(const struct reading *reading, struct amount *amount) {
    uint32_t hedge = hedge_length(reading, amount->number);
    amount->from = amount->number - hedge;
    if (!hedge) take_distant_hedge(reading, amount);
}

/* 一半, 半数; the length. */
static uint32_t half_length(const struct reading *reading, uint32_t at) {
    static const struct char_row halves[] = {W("一半"), W("半数"), WORDS_END};
    bool is_other = at > reading->begin && char_is_one_of(reading->text[at - 1], U"另大多");
    return is_other ? 0 : char_words_at(reading->text + at, halves);
}

/* 用户21万; 3000万网民, without a measure between them. */
static bool is_counted_whole(const uint32_t *text, uint32_t end) {
    static const struct char_row who[] = {W("网民"), W("用户"), W("市民"), W("居民"), W("群众"), W("师生"),
                                          W("学生"), W("读者"), W("观众"), W("粉丝"), W("人口"), W("农民"),
                                          W("职工"), W("家庭"), W("党员"), W("网友"), WORDS_END};
    return char_ends_clause(text[end]) || text[end] == U'、' || char_words_at(text + end, who);
}

/* Behind the number and its measure; 0 when it has none. */
static uint32_t amount_end(const struct reading *reading, uint32_t at, bool *is_percent) {
    const uint32_t *text = reading->text;
    uint32_t digits = at + phrase_number_length(text, at), end = skip_number(text, at),
             ranged = skip_range(text, end), half = half_length(reading, at);
    uint32_t percent = half ? half : percent_length(reading, at, digits);
    *is_percent = percent || (ranged > end && text[ranged] == '%');
    if (percent) return (half ? at : digits) + percent;
    if (*is_percent) return ranged + 1;
    if (ranged > end && measure_length(reading, at, ranged))
        return ranged + measure_length(reading, at, ranged);
    uint32_t measure = measure_length(reading, at, end);
    bool is_scaled =
        end > at + 1 && char_is_one_of(text[end - 1], U"万亿") && char_is_digit(text[at]); /* 用户21万 */
    if (measure) return end + measure;
    return is_scaled && is_counted_whole(text, end) ? end : 0;
}

/* 3倍多, 两年多, 三天半 */
static uint32_t rest_length(const uint32_t *text, uint32_t end) {
    static const struct char_row halves[] = {W("天半"), W("年半"), W("小时半"), WORDS_END};
    if (char_words_at(text + end - 1, halves)) return 1;
    bool grows = text[end] == U'多' && char_is_one_of(text[end - 1], U"倍年天时钟元米里岁度吨");
    return grows && !char_is_one_of(text[end + 1], U"元媒边样种重方部功次级层") ? 1 : 0;
}

/* 20分钟至30分钟: the second number has the same measure; from 30% to 50% are two. */
static uint32_t second_end(const struct reading *reading, uint32_t at, uint32_t end) {
    const uint32_t *text = reading->text;
    static const struct char_row from[] = {W("从"), W("由"), WORDS_END};
    uint32_t next = skip_range(text, end);
    if (next == end || char_words_before(text + reading->begin, text + at, from)) return end;
    bool first_percent, second_percent;
    uint32_t second = end + 1, stop = amount_end(reading, second, &second_percent);
    amount_end(reading, at, &first_percent);
    bool alike = stop && first_percent == second_percent && text[stop - 1] == text[end - 1];
    return alike ? stop : end;
}

static bool read_amount(const struct reading *reading, uint32_t at, struct amount *amount) {
    *amount = (struct amount){.number = at};
    uint32_t end = amount_end(reading, at, &amount->is_percent);
    if (!end) return false;
    end = second_end(reading, at, end);
    end += rest_length(reading->text, end);
    bool is_good =
        amount->is_percent && reading->text[end] == U'强' && char_ends_clause(reading->text[end + 1]);
    amount->to = end + (is_good ? 1 : char_words_at(reading->text + end, after_words)); /* 三分之一强 */
    take_hedge(reading, amount);
    return true;
}

/* Of a name or a larger number, or read already. */
static bool is_part_of_another(const struct reading *reading, uint32_t at) {
    uint32_t before = at > reading->begin ? reading->text[at - 1] : 0;
    if ((before == U'时' || before == U'点') && at > reading->begin + 1 &&
        char_is_digit(reading->text[at - 2]))
        return true; /* 20时05分 */
    if (char_is_letter(before) || char_is_one_of(before, U"第.·/〔[#:×*")) return true;
    bool is_code = before == ' ' && at > reading->begin + 1 && reading->text[at - 2] >= 'A' &&
                   reading->text[at - 2] <= 'Z';
    if (is_code) return true; /* GB/T 22239 */
    return find_was_read(reading, at);
}

/* 过去12个月里, 最近三天: a while ago, no amount. */
static bool is_recent(const struct reading *reading, const struct amount *amount) {
    static const struct char_row words[] = {W("过去"), W("最近"), W("未来"), W("前"),     W("头"),
                                            W("今后"), W("此前"), W("刚刚"), W("接下来"), WORDS_END};
    bool is_time = char_is_one_of(reading->text[amount->to - 1], U"年月日天周时");
    return is_time && char_words_before(reading->text + reading->begin, reading->text + amount->from, words);
}

/* “2 组织体系”, “1.1 本办法” at the head of a line: a blank of the file parts it from what it seems to count.
 */
static bool is_section(const struct reading *reading, uint32_t at) {
    enum { LONGEST = 5 };
    const struct document *document = reading->document;
    uint32_t n = phrase_number_length(reading->text, at);
    if ((at && reading->text[at - 1] != '\n') || n > LONGEST || document->is_slides) return false;
    return document_place(document, at + n).column != document_place(document, at).column + n;
}

/* 1 286个 */
static bool holds_blank(const struct reading *reading, struct span span) {
    for (uint32_t i = span.from; i < span.to; i++)
        if (reading->text[i] == ' ') return true;
    return false;
}

/* 大厦8层, 初二3班: which one it is. */
static bool is_which(const struct reading *reading, struct span value) {
    uint32_t last = reading->text[value.to - 1];
    return last == U'层' || last == U'班' || last == U'线';
}

static void doubt(struct find *find, const char *reason) {
    find->confident = false;
    find->reason = reason;
}

void find_numbers(struct reading *reading, uint32_t at) {
    struct amount amount;
    if (is_section(reading, at)) return;
    if (reading->in_title || is_part_of_another(reading, at) || !read_amount(reading, at, &amount)) return;
    struct span value = {amount.from, amount.to};
    struct find *find = find_add(reading, P_NUMBER, amount.is_percent ? DRAFT_PERCENT : DRAFT_NUMBER, value);
    find->prefix = amount.prefix;
    find->reason = "数字和量词紧挨着";
    if (is_recent(reading, &amount)) doubt(find, "说的是最近多久，不是一个数目");
    if (reading->in_quote && char_is_numeral(reading->text[amount.number]))
        doubt(find, "是谁说的话里的数，像数目又不一定是");
    if (is_which(reading, value)) doubt(find, "可能是第几，不是多少");
    if (holds_blank(reading, value)) doubt(find, "数字中间有空格，是一个数还是两个数要由人判断");
}
