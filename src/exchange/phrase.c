#include "exchange/phrase.h"

#include <string.h>

#include "exchange/names.h"

static bool opens(uint32_t code) {
    return code == U'《' || code == U'（' || code == U'“' || code == U'〔';
}

static bool closes(uint32_t code) {
    return code == U'》' || code == U'）' || code == U'”' || code == U'〕';
}

uint32_t phrase_begin(const struct reading *reading, uint32_t at) {
    uint32_t depth = 0, begin = at;
    for (; begin > reading->begin; begin--) {
        uint32_t code = reading->text[begin - 1];
        if (closes(code)) depth++;
        if (opens(code) && depth-- == 0) return begin;
        if (depth == 0 && char_ends_clause(code)) return begin;
    }
    return begin;
}

uint32_t phrase_end(const struct reading *reading, uint32_t at) {
    uint32_t depth = 0;
    for (; at < reading->end; at++) {
        uint32_t code = reading->text[at];
        if (opens(code)) depth++;
        if (closes(code) && depth-- == 0) return at;
        if (depth == 0 && char_ends_clause(code)) return at;
    }
    return at;
}

uint32_t phrase_without_adverbs(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const char_word adverbs[] = {
        U"联合", U"共同", U"正式", U"宣布", U"组织", U"牵头",   U"具体", U"同步", U"成功", U"隆重", U"顺利",
        U"盛大", U"圆满", U"如期", U"现场", U"集中", U"首次",   U"继续", U"负责", U"统一", U"主要", U"还",
        U"已",   U"将",   U"也",   U"又",   U"会上", U"在会上", U"分别", U"一同", U"即将", U"当天", U"一起",
        U"今日", U"昨日", U"今天", U"举办", U"部署", U"同期",   U" ",    NULL};
    for (uint32_t n; (n = char_words_before(reading->text + begin, reading->text + end, adverbs)) != 0;)
        end -= n;
    return end;
}

/* Behind the last date of what begins here. */
static uint32_t behind_date(const struct reading *reading, uint32_t begin, uint32_t end) {
    uint32_t behind = begin;
    for (uint32_t i = begin; i + 1 < end; i++) {
        bool ends_date = reading->text[i] == U'日' || reading->text[i] == U'月';
        if (i > begin && ends_date && char_is_digit(reading->text[i - 1])) behind = i + 1;
    }
    return behind;
}

uint32_t phrase_without_lead(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const char_word leads[] = {
        U"由",     U"据",     U"会同",   U"联合",   U"邀请",       U"来自",     U"包括",     U"与",
        U"和",     U"及",     U"以及",   U"同",     U"其中",       U"目前",     U"同时",     U"此外",
        U"日前",   U"近日",   U"当日",   U"当天",   U"近期",       U"会上",     U"论坛上",   U"仪式上",
        U"活动上", U"现场",   U"我们",   U"还有",   U"对",         U"向",       U"请",       U"上午",
        U"下午",   U"晚",     U"晚上",   U"今年",   U"去年",       U"期间",     U"活动现场", U"活动由",
        U"会议由", U"大会由", U"论坛由", U"大赛由", U"本次活动由", U"宣传周由", U"分别由",   U"是由",
        U"在",     U"拟由",   U"均由",   U"再由",   U"另由",       U"也由",     U" ",        NULL};
    begin = behind_date(reading, begin, end);
    for (uint32_t n; begin < end && (n = char_words_at(reading->text + begin, leads)) != 0;) begin += n;
    return begin < end ? begin : end;
}

uint32_t phrase_number_length(const uint32_t *text, uint32_t at) {
    uint32_t n = 0;
    while (char_is_digit(text[at + n]) ||
           (n && (text[at + n] == '.' || text[at + n] == ',') && char_is_digit(text[at + n + 1])))
        n++;
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
    static const char_word kinds[] = {
        U"部门",     U"单位", U"机构", U"企业",     U"高校",     U"院校",     U"地区",   U"城市",
        U"国家",     U"组织", U"部委", U"有关部门", U"相关部门", U"有关单位", U"多部门", U"多家单位",
        U"职能部门", U"媒体", U"学校", U"方面",     U"领域",     U"平台",     NULL};
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

/* A clause has no place in the name of a body. */
static bool has_odd_code(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const char_word known[] = {U"等级", U"对外", U"将军", U"为民", U"在线", U"对台", NULL};
    static const char_word odd[] = {U"的",   U"了",   U"是",   U"“",    U"《",   U"并",   U"在", U"开展",
                                    U"举办", U"参加", U"召开", U"通过", U"围绕", U"邀请", U"为", U"从",
                                    U"等",   U"将",   U"由",   U"会同", U"已",   U"被",   U"把", U"对",
                                    U"；",   U"，",   U"组成", U"跨",   U"本次", NULL};
    for (uint32_t i = begin; i < end; i++)
        if (char_words_at(reading->text + i, odd) && !char_words_at(reading->text + i, known)) return true;
    return false;
}

/* 和 parts two bodies only when both sides are bodies: 工业和信息化部 is one. */
bool phrase_is_body(const struct reading *reading, uint32_t begin, uint32_t end) {
    return end > begin && is_body(reading, begin, end) && !has_odd_code(reading, begin, end);
}

static bool add_bodies(const struct reading *reading, uint32_t begin, uint32_t end, struct members *members) {
    static const char_word links[] = {U"以及", U"和", U"与", U"及", U"、", U"暨", NULL};
    if (end > begin &&
        char_words_before(reading->text + begin, reading->text + end, names_bodies) == end - begin)
        return add_member(members, begin, end);
    for (uint32_t i = end; i > begin + 1; i--) {
        uint32_t link = char_words_at(reading->text + i - 1, links);
        if (!link || !is_body(reading, begin, i - 1) || !is_body(reading, i - 1 + link, end)) continue;
        return add_bodies(reading, begin, i - 1, members) && add_member(members, i - 1 + link, end);
    }
    return is_body(reading, begin, end) && add_member(members, begin, end);
}

bool phrase_bodies(const struct reading *reading, uint32_t begin, uint32_t end, struct members *members) {
    *members = (struct members){0};
    begin = phrase_without_lead(reading, begin, end);
    end = phrase_without_adverbs(reading, begin, end);
    end = cut_etcetera(reading, begin, end, members);
    uint32_t from = begin, depth = 0;
    for (uint32_t i = begin; i <= end; i++) {
        if (i < end && opens(reading->text[i])) depth++;
        if (i < end && closes(reading->text[i]) && depth) depth--;
        if (i < end && (depth || reading->text[i] != U'、')) continue;
        if (has_odd_code(reading, from, i) || !add_bodies(reading, from, i, members)) return false;
        from = i + 1;
    }
    return members->count > 0;
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
