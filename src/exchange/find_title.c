#include "exchange/char.h"
#include "exchange/find.h"

/* 《人工智能安全治理框架》1.0版: the title, and its version. */

/* Behind the mark that closes the title; 0 when none does. Titles stand inside titles. */
static uint32_t title_end(const struct reading *reading, uint32_t at) {
    enum { LONGEST = 80 };
    uint32_t depth = 0;
    for (uint32_t i = at; i < reading->end && i < at + LONGEST; i++) {
        if (reading->text[i] == U'《') depth++;
        if (reading->text[i] == U'》' && --depth == 0) return i + 1;
    }
    return 0;
}

static uint32_t digits_end(const uint32_t *text, uint32_t at) {
    while (char_is_digit(text[at]) || (text[at] == '.' && char_is_digit(text[at + 1]))) at++;
    return at;
}

/* 修订版, 2025年修订版; the length. */
static uint32_t edition_length(const uint32_t *text, uint32_t at) {
    static const struct char_row editions[] = {W("修订版"), W("修正版"), W("更新版"),     W("试行版"),
                                               W("增订版"), W("精简版"), W("征求意见稿"), WORDS_END};
    uint32_t year = at;
    while (char_is_digit(text[year])) year++;
    year = year == at + 4 && text[year] == U'年' ? year + 1 : at;
    uint32_t edition = char_words_at(text + year, editions);
    return edition ? year + edition - at : 0;
}

/* 1.0版, 2.0版本, 2024年版, V2.0, 第二版; empty when there is none. */
static struct span version_at(const uint32_t *text, uint32_t at) {
    uint32_t edition = edition_length(text, at);
    if (edition) return (struct span){at, at + edition};
    uint32_t end = at;
    bool is_letter = text[at] == 'V' || text[at] == 'v';
    bool is_ordinal = text[at] == U'第';
    if (is_letter || is_ordinal) end++;
    uint32_t digits = end;
    end = digits_end(text, end);
    if (is_ordinal)
        while (char_is_numeral(text[end])) end++;
    if (end == digits) return (struct span){at, at};
    if (is_letter) return (struct span){at, end};
    if (text[end] == U'年' && text[end + 1] == U'版') end++;
    if (text[end] != U'版') return (struct span){at, at};
    return (struct span){at, end + (text[end + 1] == U'本' ? 2 : 1)};
}

static void find_version(struct reading *reading, struct span title) {
    uint32_t at = title.to + (reading->text[title.to] == U'（');
    struct span version = version_at(reading->text, at);
    if (version.to == version.from) return;
    struct find *find = find_add(reading, P_TITLE, DRAFT_VERSION, version);
    find->subject = title;
    find->attribute = "版本";
    find->reason = "书名号后面紧跟版本";
}

/* 社区用的是1.0版 */
static bool is_edition(const uint32_t *text, uint32_t to) {
    return text[to] == U'版' && text[to + 1] != U'权' && text[to + 1] != U'面';
}

/* 平台V5.0, 用的是1.0版, where no title stands before it. */
void find_bare_versions(struct reading *reading, uint32_t at) {
    const uint32_t *text = reading->text;
    bool is_digit = char_is_digit(text[at]);
    uint32_t before = at - (at > reading->begin + 1 && text[at - 1] == ' '); /* 办公系统 V6.2.0 */
    bool is_han = before > reading->begin && (text[before - 1] > 0x4DFF || text[before - 1] == U'”');
    uint32_t to = digits_end(text, at + !is_digit);
    if (is_digit && !is_edition(text, to)) return;
    bool has_point = false;
    for (uint32_t i = at; i < to; i++) has_point = has_point || text[i] == '.';
    if (!is_han || !has_point || find_was_read(reading, at)) return;
    to += is_digit ? 1 + (text[to + 1] == U'本') : 0;
    struct find *find = find_add(reading, P_TITLE, DRAFT_VERSION, (struct span){at, to});
    find->attribute = "版本";
    find->reason = is_digit ? "数字后面写明是版本" : "名称后面紧跟版本";
}

void find_titles(struct reading *reading, uint32_t at) {
    uint32_t end = reading->in_title ? 0 : title_end(reading, at);
    if (end <= at + 2) return;
    struct span title = {at, end};
    struct find *find = find_add(reading, P_TITLE, DRAFT_TITLE, title);
    find->reason = "书名号里的名称";
    find_version(reading, title);
}

static void add_number(struct reading *reading, uint32_t from, uint32_t to, const char *attribute) {
    struct find *find = find_add(reading, P_TITLE, DRAFT_VERSION, (struct span){from, to});
    find->attribute = attribute;
    find->reason = "标准号、文号有固定的写法";
}

/* 岚工信数安〔2025〕17号, from the 〔. */
static void find_document_number(struct reading *reading, uint32_t at) {
    enum { LONGEST = 14 };
    const uint32_t *text = reading->text;
    uint32_t year = digits_end(text, at + 1), from = at;
    if (year - at != 5 || text[year] != U'〕') return;
    uint32_t number = year + 1 + (text[year + 1] == U'第'), to = digits_end(text, number);
    if (to == number || text[to] != U'号') return;
    while (from > reading->begin && at - from < LONGEST && text[from - 1] > 0x4DFF && text[from - 1] < 0xA000)
        from--;
    if (from < at) add_number(reading, from, to + 1, "文号");
}

static bool is_of_code(uint32_t code) {
    return (code >= 'A' && code <= 'Z') || char_is_digit(code) || code == '/' || code == ' ' || code == '.';
}

/* GB/T 22239—2019, from the mark before the year. */
void find_standards(struct reading *reading, uint32_t at) {
    enum { LONGEST = 24 };
    const uint32_t *text = reading->text;
    if (text[at] == U'〔') {
        find_document_number(reading, at);
        return;
    }
    uint32_t to = digits_end(text, at + 1), from = at;
    if (to != at + 5 || at == reading->begin || !char_is_digit(text[at - 1])) return;
    while (from > reading->begin && at - from < LONGEST && is_of_code(text[from - 1])) from--;
    while (from < at &&
           (char_is_digit(text[from]) || text[from] == ' ' || text[from] == '.' || text[from] == '/'))
        from++;
    bool has_letters = at - from > 3 && text[from] >= 'A' && text[from] <= 'Z';
    if (has_letters) add_number(reading, from, to, "标准号");
}
