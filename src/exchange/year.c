#include "exchange/year.h"

#include <string.h>

#include "base/utf8.h"
#include "exchange/char.h"

enum { FIRST_YEAR = 1949, LAST_YEAR = 2099 };

/* Four digits that stand alone: 2024年, （2025）, 2025技术沙龙. */
static uint32_t year_at(const uint32_t *text, uint32_t at) {
    uint32_t year = 0;
    if (at && (char_is_digit(text[at - 1]) || text[at - 1] == '.')) return 0;
    for (uint32_t i = 0; i < 4; i++) {
        if (!char_is_digit(text[at + i])) return 0;
        year = year * 10 + (text[at + i] - '0');
    }
    bool is_year = !char_is_digit(text[at + 4]) && year >= FIRST_YEAR && year <= LAST_YEAR;
    return is_year ? year : 0;
}

uint32_t year_of(const uint32_t *text, uint32_t count) {
    uint32_t found = 0;
    for (uint32_t i = 0; i + 4 <= count; i++) {
        uint32_t year = year_at(text, i);
        if (year && found && year != found) return 0;
        if (year) found = year;
    }
    return found;
}

struct known {
    uint32_t title, page, usual; /* usual: that the text names; 0 none */
    uint32_t said, said_month;   /* by the last date that had a year */
    uint32_t said_paragraph;
};

/* A year in running text says 年, stands in a bracket at the end of a title, or before the name of what the
   line is about: 2025 湖区论坛侧记. */
static uint32_t spoken_year(const uint32_t *text, uint32_t at) {
    uint32_t year = year_at(text, at), behind = text[at + 4];
    bool opens_line = year && (at == 0 || text[at - 1] == '\n');
    if (!year) return 0;
    if (behind == U'年' || (at && text[at - 1] == U'（' && behind == U'）')) return year;
    return opens_line && (utf8_is_han(behind) || (behind == ' ' && utf8_is_han(text[at + 5]))) ? year : 0;
}

/* The year that is named most often, of several the one named first. */
static uint32_t usual_year(const struct document *document) {
    uint32_t counts[LAST_YEAR - FIRST_YEAR + 1] = {0}, usual = 0;
    for (uint32_t i = 0; i < document->count; i++) {
        uint32_t year = char_is_digit(document->text[i]) ? spoken_year(document->text, i) : 0;
        if (year) counts[year - FIRST_YEAR]++;
    }
    for (uint32_t i = 0; i < document->count; i++) {
        uint32_t year = char_is_digit(document->text[i]) ? spoken_year(document->text, i) : 0;
        bool is_more = year && (!usual || counts[year - FIRST_YEAR] > counts[usual - FIRST_YEAR]);
        if (is_more) usual = year;
    }
    return usual;
}

static uint32_t title_year(const struct document *document) {
    if (!document->paragraph_count || !document->paragraphs[0].is_title) return 0;
    return year_of(document->text, document->paragraphs[0].end);
}

struct told {
    uint32_t last;             /* year in the sentence, 0 none */
    bool several;              /* they differ */
    int32_t relative;          /* what 今年, 去年, 明年 add */
    bool is_relative, is_same; /* same: 同年, as the year before */
    bool is_another;           /* 去年, 上届 */
};

/* Another year, or another time that the same was held. */
static const struct char_row other_times[] = {W("去年"), W("前年"), W("明年"), W("上年"), W("往年"),
                                              W("上届"), W("下届"), W("历年"), WORDS_END};

static struct told told_by(const struct document *document, uint32_t sentence) {
    static const struct char_row words[] = {W("今年"), W("去年"), W("明年"), W("前年"),
                                            W("同年"), W("当年"), W("本年"), WORDS_END};
    struct told told = {0};
    const uint32_t *text = document->text;
    for (uint32_t i = document->sentences[sentence].begin; i < document->sentences[sentence].end; i++) {
        uint32_t year = char_is_digit(text[i]) ? spoken_year(text, i) : 0;
        if (year && told.last && told.last != year) told.several = true;
        if (year) told.last = year;
        if (text[i + 1] != U'年' && text[i + 1] != U'届') continue;
        told.is_another = told.is_another || char_words_at(text + i, other_times);
        if (!char_words_at(text + i, words)) continue;
        told.is_relative = true;
        told.is_same = text[i] == U'同';
        told.relative = text[i] == U'去' ? -1 : text[i] == U'明' ? 1 : text[i] == U'前' ? -2 : 0;
    }
    return told;
}

/* A number of two digits in a date's normal form, ----09-15 or 2025-09-15/2025-09-18; 0 when it is shorter.
 */
static uint32_t part_of(const char *normal, size_t at) {
    if (strlen(normal) < at + 2) return 0;
    return (uint32_t)(normal[at] - '0') * 10 + (uint32_t)(normal[at + 1] - '0');
}

static uint32_t month_of(const struct find *find) {
    return part_of(find->normal, 5);
}

/* Month and day as one number; of a range the first day or the last. */
static uint32_t first_day(const struct find *find) {
    return month_of(find) * 100 + part_of(find->normal, 8);
}

static uint32_t last_day(const struct find *find) {
    const char *last = strchr(find->normal, '/');
    return last ? part_of(last + 1, 5) * 100 + part_of(last + 1, 8) : first_day(find);
}

/* The day was said before, with its year: 2026年4月18日至19日 and then 4月19日. */
static uint32_t year_said(const struct finds *finds, const struct find *find) {
    enum { BACK = 400 };
    uint32_t year = 0;
    for (const struct find *other = find; other > finds->list && other + BACK > find;) {
        other--;
        bool has_day = other->pattern == P_DATE && other->year.from == YEAR_SELF && part_of(other->normal, 8);
        if (!has_day || first_day(other) > first_day(find) || last_day(other) < last_day(find)) continue;
        if (year && year != other->year.value) return 0;
        year = other->year.value;
    }
    return part_of(find->normal, 8) ? year : 0;
}

/* A page tells of what is near: in January 12月 was last year. */
static bool is_near(uint32_t date, uint32_t month) {
    enum { BEFORE = 4, AFTER = 3 };
    uint32_t page = date / 100 % 100;
    return month <= page + AFTER && month + BEFORE >= page;
}

static void settle(struct find *find, uint32_t year, enum year_from from) {
    find->year = (struct draft_year){year, from};
}

static void doubt(struct find *find, uint32_t year, const char *warn) {
    settle(find, year, year ? YEAR_GUESS : YEAR_NONE);
    find->confident = false;
    find->warn = warn;
    find->reason = "年份不确定";
}

static void take_best(const struct document *document, const struct known *known, uint32_t said_before,
                      struct find *find) {
    uint32_t month = month_of(find), paragraph = document->sentences[find->sentence].paragraph;
    bool said_here = known->said && known->said_paragraph == paragraph && month >= known->said_month;
    if (known->title && (!said_here || known->said == known->title)) {
        settle(find, known->title, YEAR_TITLE);
        if (known->page && known->page != known->title)
            doubt(find, known->title, "标题的年份和页面的日期不是同一年");
    } else if (said_here && !known->title) {
        settle(find, known->said, YEAR_TEXT);
        if (known->page > known->said && is_near(document->date, month))
            doubt(find, known->page, "前文写的是另一年");
    } else if (said_before && !known->title) {
        settle(find, said_before, YEAR_TEXT);
    } else if (known->title) {
        doubt(find, known->said, "前文写的是另一年");
    } else if (known->page && is_near(document->date, month)) {
        settle(find, known->page, YEAR_PAGE);
    } else {
        doubt(find, known->said ? known->said : known->usual ? known->usual : known->page, "原文没有写年份");
    }
}

static void resolve(const struct document *document, const struct known *known, const struct told *told,
                    uint32_t said_before, struct find *find) {
    uint32_t base = known->page ? known->page : known->title ? known->title : known->usual;
    if (document->is_slides) {
        doubt(find, 0, "课件上的年份不能当真");
    } else if (told->is_relative) {
        if (told->is_same && known->said)
            base = known->said;
        else if (!known->page && !known->title && told->last && !told->relative)
            base = told->last;
        doubt(find, base ? (uint32_t)((int32_t)base + told->relative) : 0,
              "原文写的是今年、去年、明年一类的说法");
    } else {
        take_best(document, known, said_before, find);
        bool another = told->last && (told->several || told->last != find->year.value);
        bool inherited = find->year.from == YEAR_TEXT && find->year.value == known->said;
        if (another && !inherited) doubt(find, told->last, "同一句里还写了别的年份");
    }
}

/* 时任, 曾任, 原…: a post of another time than the document's. */
static bool is_former(const struct document *document, const struct find *find) {
    static const struct char_row before[] = {W("时任"), W("曾任"), W("历任"), W("曾担任"), WORDS_END},
                                 first[] = {W("原"), W("前任"), W("时任"), WORDS_END},
                                 others[] = {W("原子"), W("原创"), W("原料"), WORDS_END};
    const uint32_t *value = document->text + find->value.from;
    return char_words_before(document->text, value, before) ||
           (char_words_at(value, first) && !char_words_at(value, others));
}

/* Whoever holds a post holds it for a time: that of the document. Without a date it can't be accepted, of
   which a draft need not warn. */
static void resolve_role(const struct document *document, const struct known *known, uint32_t told,
                         struct find *find) {
    uint32_t year = known->page ? known->page : known->title;
    if (document->is_slides) {
        doubt(find, 0, "课件没有写明是哪一年的职务");
    } else if (is_former(document, find)) {
        doubt(find, told ? told : year, "写的是以前的职务，是哪一年的要由人判断");
    } else if (year) {
        settle(find, year, known->page ? YEAR_PAGE : YEAR_TITLE);
    }
}

/* A year alone (比2022年多) says nothing of the days that follow. */
static void remember(const struct document *document, struct known *known, const struct find *find) {
    if (!month_of(find)) return;
    known->said = find->year.value;
    known->said_month = month_of(find);
    known->said_paragraph = document->sentences[find->sentence].paragraph;
}

void year_resolve(const struct document *document, struct finds *finds) {
    struct known known = {
        .title = title_year(document), .page = document->date / 10000, .usual = usual_year(document)};
    struct told told = {0};
    uint32_t sentence = UINT32_MAX;
    for (uint32_t i = 0; i < finds->count; i++) {
        struct find *find = &finds->list[i];
        if (find->pattern != P_DATE && find->type != DRAFT_ROLE) continue;
        if (find->sentence != sentence) told = told_by(document, find->sentence);
        sentence = find->sentence;
        if (find->type == DRAFT_ROLE) {
            resolve_role(document, &known, told.last, find);
        } else if (find->year.from == YEAR_SELF && document->is_slides) {
            find->warn = "课件上的年份不能当真";
        } else if (find->year.from == YEAR_SELF) {
            remember(document, &known, find);
        } else {
            resolve(document, &known, &told, year_said(finds, find), find);
        }
    }
}

/* What the document is of: its title says so, else its page. */
static uint32_t own_year(const struct document *document) {
    uint32_t title = title_year(document);
    return title ? title : document->date / 10000;
}

/* 比去年, 较上届, 成立于2011年: what is told is of now all the same. */
static bool is_measured_by(const uint32_t *text, uint32_t at) {
    return at && char_is_one_of(text[at - 1], U"比较与同和于自从由");
}

/* 去年, 上届, 2023年 before the value, and nothing of this year between. */
static bool is_of_another_year(const struct document *document, const struct find *find, uint32_t own) {
    static const struct char_row again[] = {W("今年"), W("本年"), W("本届"), W("目前"),
                                            W("现在"), W("如今"), W("；"),   WORDS_END};
    const uint32_t *text = document->text;
    bool another = false;
    for (uint32_t i = document->sentences[find->sentence].begin; i < find->value.from; i++) {
        if (is_measured_by(text, i)) continue;
        uint32_t year = char_is_digit(text[i]) ? spoken_year(text, i) : 0;
        if (year || char_words_at(text + i, again)) another = year && own && year < own;
        if (char_words_at(text + i, other_times)) another = true;
    }
    return another;
}

static bool counts_something(const struct find *find) {
    return find->pattern == P_NUMBER || find->pattern == P_ORGANIZER || find->pattern == P_PLACE ||
           find->pattern == P_OUTCOME;
}

void year_warn(const struct document *document, struct finds *finds) {
    uint32_t sentence = UINT32_MAX, own = own_year(document);
    struct told told = {0};
    for (uint32_t i = 0; i < finds->count; i++) {
        struct find *find = &finds->list[i];
        if (find->sentence != sentence) told = told_by(document, find->sentence);
        sentence = find->sentence;
        if (!counts_something(find) || find->warn) continue;
        bool may_be_another = find->pattern == P_NUMBER && (told.is_another || told.last);
        if (may_be_another && is_of_another_year(document, find, own)) {
            find->confident = false;
            find->warn = "同一句前面写的是另一年或者另一届，说的是哪一年要由人判断";
        } else if (told.is_relative) {
            find->warn = "同一句写的是今年、去年、明年一类的说法，说的是哪一年要由人判断";
        }
    }
}
