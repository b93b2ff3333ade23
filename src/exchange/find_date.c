#include <stdio.h>

#include "exchange/char.h"
#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* 2023年2月23日至24日: what is left out of the second day is what the first one says. */

struct day {
    uint32_t year, month, day; /* 0: not said */
};

struct cursor {
    const uint32_t *text;
    uint32_t at;
};

static uint32_t take_number(struct cursor *cursor, uint32_t *value) {
    uint32_t begin = cursor->at;
    *value = 0;
    while (char_is_digit(cursor->text[cursor->at]) && cursor->at - begin < 5)
        *value = *value * 10 + (cursor->text[cursor->at++] - '0');
    return cursor->at - begin;
}

/* A number with this unit behind it; nothing is taken when it is not there. */
static bool take_part(struct cursor *cursor, uint32_t unit, uint32_t least, uint32_t most, uint32_t *value) {
    struct cursor ahead = *cursor;
    bool found = take_number(&ahead, value) && *value >= least && *value <= most;
    bool has_unit =
        found && (ahead.text[ahead.at] == unit || (unit == U'日' && ahead.text[ahead.at] == U'号'));
    if (!has_unit) {
        *value = 0;
        return false;
    }
    ahead.at++;
    *cursor = ahead;
    return true;
}

static bool take_day(struct cursor *cursor, struct day *day) {
    *day = (struct day){0};
    bool year = take_part(cursor, U'年', 1900, 2999, &day->year);
    bool month = take_part(cursor, U'月', 1, 12, &day->month);
    bool has_day = (month || !year) && take_part(cursor, U'日', 1, 31, &day->day);
    return year || month || has_day;
}

static bool take_link(struct cursor *cursor) {
    static const struct char_row links[] = {W("至"), W("到"), W("——"), W("—"),  W("－"),
                                            W("–"),  W("-"),  W("~"),  W("～"), WORDS_END};
    uint32_t length = char_words_at(cursor->text + cursor->at, links);
    cursor->at += length;
    return length > 0;
}

/* 9月9—15日: the first day has no 日 of its own. */
static bool take_bare_range(struct cursor *cursor, struct day *first, struct day *last) {
    struct cursor ahead = *cursor;
    if (!first->month || first->day) return false;
    bool found =
        take_number(&ahead, &first->day) && take_link(&ahead) && take_part(&ahead, U'日', 1, 31, &last->day);
    if (found) {
        *cursor = ahead;
    } else {
        first->day = 0;
    }
    return found;
}

/* 1至2月: the first month has no 月 of its own. */
static bool take_bare_months(struct cursor *cursor, struct day *first, struct day *last) {
    struct cursor ahead = *cursor;
    *first = *last = (struct day){0};
    take_part(&ahead, U'年', 1900, 2999, &first->year);
    bool found = take_number(&ahead, &first->month) && first->month >= 1 && first->month <= 12 &&
                 take_link(&ahead) && take_part(&ahead, U'月', 1, 12, &last->month) &&
                 first->month < last->month && !char_is_digit(ahead.text[ahead.at]);
    if (found) *cursor = ahead;
    return found;
}

static bool take_range(struct cursor *cursor, struct day *first, struct day *last) {
    if (take_bare_range(cursor, first, last)) return true;
    struct cursor ahead = *cursor;
    if (!take_link(&ahead) || !take_day(&ahead, last)) return false;
    bool fits = first->day ? last->day != 0 : !last->day && (last->month || last->year);
    if (fits) *cursor = ahead;
    return fits;
}

/* The second day has what it leaves out from the first. */
static void fill_in(const struct day *first, struct day *last) {
    if (!last->year) last->year = first->year;
    if (!last->month) last->month = first->month;
}

static const char *attribute_before(const struct reading *reading, uint32_t at) {
    static const struct char_row until[] = {W("截至"), W("截止"), W("截止到"), WORDS_END},
                                 since[] = {W("自"), W("从"), WORDS_END};
    const uint32_t *begin = reading->text + reading->begin, *end = reading->text + at;
    if (char_words_before(begin, end, until)) return "截至时间";
    return char_words_before(begin, end, since) ? "起始时间" : "";
}

static uint32_t put_day(char *out, size_t room, const struct day *day) {
    int length = 0;
    if (day->year) length = snprintf(out, room, "%04u", (unsigned)day->year);
    if (!day->year) length = snprintf(out, room, "----");
    if (day->month) length += snprintf(out + length, room - (size_t)length, "-%02u", (unsigned)day->month);
    if (day->day) length += snprintf(out + length, room - (size_t)length, "-%02u", (unsigned)day->day);
    return (uint32_t)length;
}

static const char *normal_form(struct arena *arena, const struct day *first, const struct day *last) {
    char text[40];
    uint32_t length = put_day(text, sizeof text / 2, first);
    if (last) {
        text[length++] = '/';
        length += put_day(text + length, sizeof text / 2, last);
    }
    return arena_text(arena, text, length);
}

/* 10月底, 2025年上半年 */
static uint32_t part_length(const uint32_t *text, const struct day *day) {
    static const struct char_row of_month[] = {W("底"), W("初"), W("上旬"), W("中旬"), W("下旬"), WORDS_END},
                                 of_year[] = {W("上半年"),   W("下半年"),   W("底"),       W("初"),
                                              W("末"),       W("第一季度"), W("第二季度"), W("第三季度"),
                                              W("第四季度"), W("一季度"),   W("二季度"),   W("三季度"),
                                              W("四季度"),   WORDS_END};
    if (day->day) return 0;
    return char_words_at(text, day->month ? of_month : of_year);
}

/* Is a year the time at which something is, and no part of a name: 于2027年在努瓦举行, 比2022年提高? */
static bool is_free_year(const struct reading *reading, uint32_t at, uint32_t end) {
    static const struct char_row before[] = {W("于"), W("在"),   W("比"), W("较"),  W("到"),
                                             W("同"), W("早在"), W("与"), WORDS_END},
                                 after[] = {W("在"),   W("由"),   W("共"),   W("提高"), W("增长"), W("增加"),
                                            W("提升"), W("下降"), W("减少"), W("上升"), W("多"),   W("少"),
                                            W("高"),   W("低"),   W("成立"), W("建成"), W("举行"), W("举办"),
                                            W("召开"), W("启动"), W("发布"), W("首次"), W("正式"), W("落地"),
                                            W("投入"), W("上线"), W("翻"),   W("就"),   W("已"),   W("起"),
                                            W("前"),   W("之前"), W("，"),   W("。"),   W("；"),   W("开始"),
                                            W("完成"), W("实现"), W("达到"), WORDS_END};
    const uint32_t *text = reading->text;
    bool opens = at == phrase_begin(reading, at);
    return (opens || char_words_before(text + reading->begin, text + at, before)) &&
           char_words_at(text + end, after);
}

/* 2024年全区共发生事件86次: what is counted in a year, where no event is named after it. */
static bool is_counted_year(const struct reading *reading, uint32_t at, uint32_t end) {
    static const struct char_row counts[] = {W("共"), W("累计"), W("新增"), W("发生"), W("完成"),
                                             W("达"), W("实现"), W("同比"), W("全年"), WORDS_END};
    const uint32_t *text = reading->text;
    uint32_t stop = phrase_end(reading, end);
    if (at != phrase_begin(reading, at)) return false;
    for (uint32_t i = end; i < stop; i++) {
        if (text[i] == U'《' || text[i] == U'“' || char_words_at(text + i, names_event_ends)) return false;
        if (char_words_at(text + i, counts)) return i > end;
    }
    return false;
}

enum telling { TELLS_NOTHING, TELLS_PERHAPS, TELLS_WHEN };

/* A year alone is mostly part of a name: 2024年国家网络安全宣传周. */
static enum telling year_tells(const struct reading *reading, uint32_t at, uint32_t end) {
    static const struct char_row after[] = {W("以来"), W("底"),     W("初"),     W("末"),
                                            W("年底"), W("上半年"), W("下半年"), WORDS_END};
    bool is_quarter = part_length(reading->text + end, &(struct day){.year = 1}) > 2;
    if (*attribute_before(reading, at) || char_words_at(reading->text + end, after)) return TELLS_WHEN;
    if (is_free_year(reading, at, end)) /* 2024年，… may be of the paragraph, or a mere beginning */
        return at == phrase_begin(reading, at) ? TELLS_PERHAPS : TELLS_WHEN;
    return is_quarter || is_counted_year(reading, at, end) ? TELLS_PERHAPS : TELLS_NOTHING;
}

static enum telling tells_when(const struct reading *reading, uint32_t at, uint32_t end,
                               const struct day *first, bool is_range) {
    if (first->day && !first->month) return TELLS_NOTHING; /* 15日 alone is left over from something */
    return first->month || is_range ? TELLS_WHEN : year_tells(reading, at, end);
}

/* 计划2025年3月建成, 初步定在5月下旬: it may come to be otherwise. */
static bool is_planned(const struct reading *reading, uint32_t at) {
    enum { FAR = 8 };
    static const struct char_row plans[] = {W("计划"), W("预计"), W("暂定"), W("初定"), W("初步定"),
                                            W("拟于"), W("拟在"), W("力争"), W("争取"), WORDS_END};
    uint32_t begin = phrase_begin(reading, at);
    for (uint32_t i = at; i > begin && i + FAR > at; i--)
        if (char_words_at(reading->text + i - 1, plans)) return true;
    return false;
}

void find_dates(struct reading *reading, uint32_t at) {
    struct cursor cursor = {reading->text, at};
    struct day first, last = {0};
    static const struct char_row recurring[] = {W("每年"), W("每月"), WORDS_END};
    if (char_words_before(reading->text + reading->begin, reading->text + at, recurring)) return;
    if (reading->in_title || find_was_read(reading, at) || !char_is_digit(reading->text[at])) return;
    bool is_range = take_bare_months(&cursor, &first, &last);
    if (!is_range && !take_day(&cursor, &first)) return;
    is_range = is_range || take_range(&cursor, &first, &last);
    enum telling telling = tells_when(reading, at, cursor.at, &first, is_range);
    if (telling == TELLS_NOTHING) return;
    if (!is_range) cursor.at += part_length(reading->text + cursor.at, &first);
    fill_in(&first, &last);
    struct span value = {at, cursor.at};
    struct find *find = find_add(reading, P_DATE, is_range ? DRAFT_DATE_RANGE : DRAFT_DATE, value);
    find->attribute = attribute_before(reading, at);
    find->normal = normal_form(&reading->finds->arena, &first, is_range ? &last : NULL);
    find->year = (struct draft_year){first.year, first.year ? YEAR_SELF : YEAR_NONE};
    bool planned = is_planned(reading, at);
    find->confident = telling == TELLS_WHEN && !planned;
    find->reason = planned       ? "写的是计划，后来怎样要由人判断"
                   : is_range    ? "有头有尾的日期"
                   : first.month ? "写明月份的日期"
                                 : "只写了年份";
}

/* 二〇二五年七月四日 at the foot of a paper. */
static bool take_numerals(struct cursor *cursor, uint32_t unit, uint32_t *value) {
    static const uint32_t digits[] = U"〇一二三四五六七八九";
    uint32_t at = cursor->at, tens = 0, number = 0;
    bool is_year = unit == U'年';
    for (; cursor->at + 8 > at; at++) {
        uint32_t code = cursor->text[at], digit = 0;
        while (digit < 10 && digits[digit] != code) digit++;
        if (code == U'十') {
            tens = number ? number * 10 : 10;
            number = 0;
        } else if (digit < 10) {
            number = is_year ? number * 10 + digit : digit;
        } else {
            break;
        }
    }
    if (at == cursor->at || cursor->text[at] != unit) return false;
    *value = tens + number;
    cursor->at = at + 1;
    return true;
}

void find_chinese_dates(struct reading *reading, uint32_t at) {
    struct cursor cursor = {reading->text, at};
    struct day day = {0};
    bool year = take_numerals(&cursor, U'年', &day.year);
    if ((year && (day.year < 1900 || day.year > 2999)) || find_was_read(reading, at)) return;
    bool month = take_numerals(&cursor, U'月', &day.month) && day.month && day.month <= 12;
    bool is_day = month && take_numerals(&cursor, U'日', &day.day) && day.day && day.day <= 31;
    if (reading->in_title || !month || (!year && !is_day)) return;
    struct find *find = find_add(reading, P_DATE, DRAFT_DATE, (struct span){at, cursor.at});
    find->normal = normal_form(&reading->finds->arena, &day, NULL);
    find->year = (struct draft_year){day.year, day.year ? YEAR_SELF : YEAR_NONE};
    find->reason = "写全了的日期";
}
