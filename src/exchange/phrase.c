#include "exchange/phrase.h"

#include <string.h>

#include "base/utf8.h"

#include "exchange/names.h"

static bool opens(uint32_t code) {
    return code == U'《' || code == U'（' || code == U'“' || code == U'〔';
}

static bool closes(uint32_t code) {
    return code == U'》' || code == U'）' || code == U'”' || code == U'〕';
}

/* No clause is longer; without an end the search would be repeated from every word of a text without marks.
 */
enum { LONGEST_CLAUSE = 600 };

uint32_t phrase_begin(const struct reading *reading, uint32_t at) {
    uint32_t depth = 0, begin = at;
    for (; begin > reading->begin && at - begin < LONGEST_CLAUSE; begin--) {
        uint32_t code = reading->text[begin - 1];
        if (closes(code)) depth++;
        if (opens(code) && depth-- == 0) return begin;
        if (depth == 0 && char_ends_clause(code)) return begin;
    }
    return begin;
}

uint32_t phrase_end(const struct reading *reading, uint32_t at) {
    uint32_t depth = 0, last = at + LONGEST_CLAUSE;
    for (; at < reading->end && at < last; at++) {
        uint32_t code = reading->text[at];
        if (opens(code)) depth++;
        if (closes(code) && depth-- == 0) return at;
        if (depth == 0 && char_ends_clause(code)) return at;
    }
    return at;
}

uint32_t phrase_without_adverbs(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const struct char_row adverbs[] = {
        W("联合"), W("公开"),   W("共同"), W("正式"), W("宣布"), W("组织"), W("牵头"), W("具体"), W("同步"),
        W("成功"), W("隆重"),   W("顺利"), W("盛大"), W("圆满"), W("如期"), W("现场"), W("集中"), W("首次"),
        W("继续"), W("负责"),   W("统一"), W("主要"), W("还"),   W("已"),   W("将"),   W("也"),   W("又"),
        W("会上"), W("在会上"), W("分别"), W("一同"), W("即将"), W("当天"), W("一起"), W("今日"), W("昨日"),
        W("今天"), W("举办"),   W("部署"), W("同期"), W("大力"), W("精心"), W("鼎力"), W("有力"), W("的"),
        W("悉心"), W("统筹"),   W(" "),    WORDS_END};
    bool is_named = end > begin + 1 && reading->text[end - 1] == U'织' &&
                    names_is_body(reading->text + begin, reading->text + end);
    if (is_named) return end; /* a 合作组织 */
    for (uint32_t n; (n = char_words_before(reading->text + begin, reading->text + end, adverbs)) != 0;)
        end -= n;
    return end;
}

/* Behind the last time of what begins here: 9月10日, 活动结束后, 宣传周期间. */
static uint32_t behind_time(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const struct char_row times[] = {W("结束后"), W("期间"),   W("以来"), W("之际"),   W("之后"),
                                            W("之前"),   W("仪式上"), W("会上"), W("仪式后"), WORDS_END};
    struct char_filter filter = char_filter_of(times);
    uint32_t behind = begin;
    for (uint32_t i = begin; i + 1 < end; i++) {
        bool ends_date = reading->text[i] == U'日' || reading->text[i] == U'月';
        if (i > begin && ends_date && char_is_digit(reading->text[i - 1])) behind = i + 1;
        uint32_t time =
            char_may_begin(&filter, reading->text[i]) ? char_words_at(reading->text + i, times) : 0;
        if (time && i + time < end) behind = i + time;
    }
    return behind;
}

uint32_t phrase_without_lead(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const struct char_row leads[] = {
        W("由"),     W("据"),     W("会同"),       W("联合"),     W("邀请"),   W("来自"),   W("包括"),
        W("与"),     W("和"),     W("及"),         W("以及"),     W("同"),     W("其中"),   W("目前"),
        W("同时"),   W("此外"),   W("日前"),       W("近日"),     W("当日"),   W("当天"),   W("近期"),
        W("会上"),   W("论坛上"), W("仪式上"),     W("活动上"),   W("现场"),   W("我们"),   W("还有"),
        W("对"),     W("向"),     W("请"),         W("上午"),     W("下午"),   W("晚"),     W("晚上"),
        W("今年"),   W("去年"),   W("期间"),       W("活动现场"), W("活动由"), W("会议由"), W("大会由"),
        W("论坛由"), W("大赛由"), W("本次活动由"), W("宣传周由"), W("分别由"), W("是由"),   W("在"),
        W("拟由"),   W("均由"),   W("再由"),       W("另由"),     W("也由"),   W("——"),     W("—"),
        W("随后"),   W("会后"),   W("会前"),       W("为此"),     W("据此"),   W("对此"),   W("因此"),
        W("昨天"),   W("昨日"),   W("今天"),       W("今日"),     W("上周"),   W("本周"),   W("上月"),
        W("本月"),   W("当晚"),   W("次日"),       W("同日"),     W("同月"),   W("同年"),   W("此前"),
        W("随即"),   W("最后"),   W("首先"),       W("其次"),     W("另外"),   W("另据"),   W("截至目前"),
        W("至此"),   W("近年来"), W("前不久"),     W("不久前"),   W("今年来"), W("最近"),   W("连日来"),
        W("接着"),   W("而后"),   W("之后"),       W("后来"),     W("下一步"), W("去年底"), W("今年初"),
        W(" "),      WORDS_END};
    begin = behind_time(reading, begin, end);
    for (uint32_t n; begin < end && (n = char_words_at(reading->text + begin, leads)) != 0;) begin += n;
    return begin < end ? begin : end;
}

/* The second part of 1 286, which some typesetters write so. */
static bool is_group(const uint32_t *at) {
    return at[0] == ' ' && char_is_digit(at[1]) && char_is_digit(at[2]) && char_is_digit(at[3]) &&
           !char_is_digit(at[4]) && at[4] != '.' && char_is_digit(at[-1]);
}

uint32_t phrase_number_length(const uint32_t *text, uint32_t at) {
    uint32_t n = 0;
    while (char_is_digit(text[at + n]) ||
           (n && (text[at + n] == '.' || text[at + n] == ',') && char_is_digit(text[at + n + 1])))
        n++;
    while (n && n < 8 && is_group(text + at + n)) n += 4;
    while (char_is_numeral(text[at + n])) n++;
    return n;
}

uint32_t phrase_number(const uint32_t *text, struct span span) {
    static const uint32_t numerals[] = U"零一二三四五六七八九";
    uint32_t total = 0, digit = 0;
    if (span.to - span.from > 4) return 0;
    for (uint32_t i = span.from; i < span.to; i++) {
        uint32_t code = text[i], value = 0;
        while (value < 10 && numerals[value] != code) value++;
        if (code == U'两') value = 2;
        if (char_is_digit(code)) {
            digit = digit * 10 + (code - '0');
        } else if (value < 10) {
            digit = value;
        } else if (code == U'十' || code == U'百') {
            total += (digit ? digit : 1) * (code == U'十' ? 10 : 100);
            digit = 0;
        } else {
            return 0;
        }
    }
    return total + digit;
}

/* 等, 等十部门, 等12个部门, 等单位 at the end of a list: it is cut off, and the number kept. */
static uint32_t cut_etcetera(const struct reading *reading, uint32_t begin, uint32_t end,
                             struct members *members) {
    enum { LONGEST = 12 };
    static const struct char_row kinds[] = {
        W("部门"),     W("单位"),     W("机构"),   W("企业"),     W("高校"),     W("院校"),
        W("地区"),     W("城市"),     W("国家"),   W("组织"),     W("部委"),     W("有关部门"),
        W("相关部门"), W("有关单位"), W("多部门"), W("多家单位"), W("职能部门"), W("媒体"),
        W("学校"),     W("方面"),     W("领域"),   W("平台"),     WORDS_END};
    uint32_t least = end - begin > LONGEST ? end - LONGEST : begin;
    for (uint32_t i = end; i > least; i--) {
        bool says_more = reading->text[i - 1] == U'等';
        if (!says_more && !(char_is_numeral(reading->text[i]) || char_is_digit(reading->text[i]))) continue;
        if (!says_more && i > begin &&
            (char_is_numeral(reading->text[i - 1]) || char_is_digit(reading->text[i - 1])))
            continue;
        uint32_t at = i, number = phrase_number_length(reading->text, i);
        at += number;
        uint32_t measure = number ? char_words_at(reading->text + at, names_measures) : 0;
        if (at + measure <= end) at += measure;
        uint32_t kind = char_words_at(reading->text + at, kinds);
        if (at + kind != end || (!says_more && !(number && (kind || measure)))) continue;
        members->open = says_more;
        if (number) members->number = (struct span){i, i + number + measure};
        return says_more ? i - 1 : i;
    }
    return end;
}

static bool is_body(const struct reading *reading, uint32_t begin, uint32_t end) {
    return names_is_body(reading->text + begin, reading->text + end);
}

static bool add_member(struct members *members, uint32_t begin, uint32_t end) {
    if (members->count == PHRASE_MEMBERS) return false;
    members->list[members->count++] = (struct span){begin, end};
    return true;
}

/* 28家银行业机构 are several, 110中心 is one. */
static bool counts_several(const uint32_t *at) {
    static const uint32_t measures[] = U"家个所名余多支";
    const uint32_t *measure = measures;
    if (!char_is_digit(at[0]) || char_is_digit(at[1])) return false;
    while (*measure && *measure != at[1]) measure++;
    return *measure != 0;
}

/* A clause has no place in the name of a body. */
static bool has_odd_code(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const struct char_row known[] = {
        W("等级"),     W("联合会"),     W("报到"),     W("自我"),     W("联合国"), W("联合大学"),
        W("联合总"),   W("联合实验室"), W("联合创新"), W("联合社"),   W("联合体"), W("联合公司"),
        W("联合工会"), W("联合中心"),   W("联合党"),   W("联合网络"), W("对外"),   W("将军"),
        W("为民"),     W("在线"),       W("对台"),     WORDS_END};
    static const struct char_row odd[] = {
        W("的"),   W("了"),   W("是"),   W("“"),    W("《"),   W("并"),   W("在"),     W("开展"), W("举办"),
        W("参加"), W("召开"), W("通过"), W("围绕"), W("邀请"), W("为"),   W("从"),     W("等"),   W("将"),
        W("由"),   W("会同"), W("已"),   W("被"),   W("把"),   W("对"),   W("；"),     W("，"),   W("组成"),
        W("联合"), W("本行"), W("本校"), W("跨"),   W("本次"), W("："),   W("单位有"), W("得到"), W("获得"),
        W("受到"), W("来自"), W("走进"), W("举行"), W("推出"), W("成立"), W("签署"),   W("开幕"), W("参与"),
        W("出席"), W("表示"), W("指出"), W("介绍"), W("主办"), W("承办"), W("协办"),   W("牵头"), W("印发"),
        W("出台"), W("启动"), W("揭牌"), W("提出"), W("宣布"), W("携手"), W("们"),     W("让"),   W("这"),
        W("还"),   W("你"),   W("她"),   W("我"),   W("到"),   W("包括"), W("依次"),   W("｜"),   W("|"),
        WORDS_END};
    struct char_filter filter = char_filter_of(odd);
    for (uint32_t i = begin; i < end; i++) {
        const uint32_t *at = reading->text + i;
        if (counts_several(at)) return true;
        if (char_may_begin(&filter, *at) && char_words_at(at, odd) && !char_words_at(at, known)) return true;
    }
    return false;
}

/* 和 parts two bodies only when both sides are bodies: 工业和信息化部 is one. */
bool phrase_is_body(const struct reading *reading, uint32_t begin, uint32_t end) {
    return end > begin && is_body(reading, begin, end) && !has_odd_code(reading, begin, end);
}

/* Without what is added in brackets: 青澜市教育局（甲方） */
static uint32_t without_bracket(const struct reading *reading, uint32_t begin, uint32_t end) {
    if (end <= begin || reading->text[end - 1] != U'）') return end;
    for (uint32_t i = end - 1; i > begin; i--)
        if (reading->text[i] == U'（') return i;
    return end;
}

/* The first characters of the words that join two names. */
static bool may_link(uint32_t code) {
    return code == U'和' || code == U'与' || code == U'及' || code == U'以' || code == U'、' || code == U'暨';
}

static bool add_bodies(const struct reading *reading, uint32_t begin, uint32_t end, struct members *members) {
    static const struct char_row links[] = {W("以及"), W("和"), W("与"),  W("及"),
                                            W("、"),   W("暨"), WORDS_END};
    if (end > begin && is_body(reading, begin, end)) return add_member(members, begin, end);
    for (uint32_t i = end; i > begin + 1; i--) {
        uint32_t link = may_link(reading->text[i - 1]) ? char_words_at(reading->text + i - 1, links) : 0;
        uint32_t left = link ? without_bracket(reading, begin, i - 1) : begin;
        if (!link || !is_body(reading, begin, left) || !is_body(reading, i - 1 + link, end)) continue;
        return add_bodies(reading, begin, left, members) && add_member(members, i - 1 + link, end);
    }
    return false;
}

/* A mark between names; a blank is one between Han. */
static bool parts_names(const uint32_t *text, uint32_t at) {
    return text[at] == U'、' || (text[at] == ' ' && utf8_is_han(text[at - 1]) && utf8_is_han(text[at + 1]));
}

bool phrase_bodies(const struct reading *reading, uint32_t begin, uint32_t end, struct members *members) {
    members->count = 0;
    members->open = false;
    members->number = (struct span){0, 0};
    end = phrase_without_adverbs(reading, begin, end);
    end = cut_etcetera(reading, begin, end, members);
    end = without_bracket(reading, begin, end);
    if (end <= begin || !names_may_end_body(reading->text[end - 1])) return false;
    begin = phrase_without_lead(reading, begin, end);
    uint32_t from = begin, depth = 0;
    for (uint32_t i = begin; i <= end; i++) {
        if (i < end && opens(reading->text[i])) depth++;
        if (i < end && closes(reading->text[i]) && depth) depth--;
        if (i < end && (depth || i == begin || !parts_names(reading->text, i))) continue;
        if (!add_bodies(reading, from, without_bracket(reading, from, i), members)) return false;
        from = i + 1;
    }
    return members->count > 0 && !has_odd_code(reading, begin, end);
}

/* A name of whatever kind: no clause, no number, neither short nor long. */
static bool may_be_name(const struct reading *reading, uint32_t begin, uint32_t end) {
    enum { SHORTEST = 3, LONGEST = 24 };
    if (end < begin + SHORTEST || end - begin > LONGEST || has_odd_code(reading, begin, end)) return false;
    for (uint32_t i = begin; i < end; i++)
        if (char_ends_clause(reading->text[i]) || char_is_digit(reading->text[i])) return false;
    return true;
}

bool phrase_parts(const struct reading *reading, uint32_t begin, uint32_t end, struct members *members) {
    *members = (struct members){0};
    begin = phrase_without_lead(reading, begin, end);
    end = phrase_without_adverbs(reading, begin, end);
    end = cut_etcetera(reading, begin, end, members);
    uint32_t from = begin, sure = 0;
    for (uint32_t i = begin; i <= end; i++) {
        if (i < end && (i == begin || !parts_names(reading->text, i))) continue;
        uint32_t count = members->count;
        bool is_sure = !has_odd_code(reading, from, i) && add_bodies(reading, from, i, members);
        if (!is_sure) members->count = count;
        if (!is_sure && !(may_be_name(reading, from, i) && add_member(members, from, i))) return false;
        sure += is_sure;
        from = i + 1;
    }
    return sure > 0 || members->count == 1;
}

const struct span *phrase_keep(struct reading *reading, const struct span *list, uint32_t count) {
    struct span *kept = ARENA_LIST(&reading->finds->arena, struct span, count ? count : 1);
    if (count) memcpy(kept, list, count * sizeof *list);
    return kept;
}

struct find *phrase_add_bodies(struct reading *reading, enum pattern pattern, const struct members *members) {
    struct span all = {members->list[0].from, members->list[members->count - 1].to};
    bool is_set = members->count > 1;
    struct find *find = find_add(reading, pattern, is_set ? DRAFT_ORGANIZATION_SET : DRAFT_ORGANIZATION, all);
    if (is_set) find->members = phrase_keep(reading, members->list, members->count);
    find->member_count = is_set ? members->count : 0;
    find->open = members->open;
    uint32_t said = phrase_number(
        reading->text,
        (struct span){members->number.from,
                      members->number.from + phrase_number_length(reading->text, members->number.from)});
    if (members->number.to && said == members->count) find->open = false; /* 等 then closes the list */
    if (members->number.to && said && said < members->count) {
        find->confident = false;
        find->warn = "列出的比写明的数目还多";
    } else if (members->number.to && said > members->count && !members->open) {
        find->confident = false;
        find->warn = arena_printf(&reading->finds->arena, "写明是%s，列出的没有这么多",
                                  char_text(&reading->finds->arena, reading->text + members->number.from,
                                            members->number.to - members->number.from));
    } else if (members->number.to && said > members->count) {
        find->warn = "只列出了一部分，总数另有说明";
    } else if (members->open && members->number.to == 0 && is_set) {
        find->warn = "写了“等”，名单是否完整要由人判断";
    }
    return find;
}
