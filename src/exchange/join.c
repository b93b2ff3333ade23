#include "exchange/join.h"

#include "base/utf8.h"
#include "exchange/label.h"

/* A broken line is known by its end: a mark that wants more, or no mark at all where there was no more room.
 */

static struct str plain(struct str text) {
    while (str_ends(text, STR("**"))) text.len -= 2;
    return text;
}

static bool ends_in_one_of(struct str text, const char *const *marks) {
    for (; *marks; marks++)
        if (str_ends(text, str_of(*marks))) return true;
    return false;
}

static bool starts_with_one_of(struct str text, const char *const *marks) {
    for (; *marks; marks++)
        if (str_starts(text, str_of(*marks))) return true;
    return false;
}

static bool is_finished(struct str text) {
    static const char *const marks[] = {"。", "！", "？", "；", "”",  ";", "：",
                                        ":",  "…",  "）", ")",  "》", NULL};
    return ends_in_one_of(text, marks);
}

static bool wants_more(struct str text) {
    static const char *const marks[] = {"、", "，", "（", ",", "“", "《", NULL};
    return ends_in_one_of(text, marks);
}

static bool goes_on(struct str text) {
    static const char *const marks[] = {"）", "，", "。", "、", "；", "”", "》", NULL};
    return starts_with_one_of(text, marks);
}

/* What a typesetter puts before each line of a list. */
static bool begins_with_bullet(struct str text) {
    static const char *const bullets[] = {"●", "■", "◆", "·", "•", "▶", "►",    "★",    "◎",    "○", "□", "√",
                                          "➤", "➢", "✅", "☑", "✔", "❖", "▸",    "👉",    "——",   "①", "②", "③",
                                          "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩",    "❶",    "❷",    "❸", "❹", "❺",
                                          "⑴", "⑵", "⑶", "⑷", "⑸", "⑹", "Step", "STEP", "步骤", NULL};
    return starts_with_one_of(text, bullets);
}

/* 决赛时间：, 主办单位｜ */
static bool begins_with_label(struct str text) {
    enum { LONGEST = 24 };
    static const char *const ends[] = {"：", "｜", NULL};
    for (const char *const *end = ends; *end; end++) {
        size_t at = str_find(text, str_of(*end));
        if (at < text.len && at <= LONGEST) return true;
    }
    return label_of(text).length > 0;
}

/* 09:00—09:20 */
static bool begins_clock(struct str text, size_t digits) {
    struct str rest = str_cut(text, digits, text.len);
    bool has_colon = str_starts(rest, STR(":")) || str_starts(rest, STR("："));
    size_t minute = digits + (str_starts(rest, STR(":")) ? 1 : sizeof "：" - 1);
    return digits && digits < 3 && has_colon && minute + 1 < text.len && text.at[minute] >= '0' &&
           text.at[minute] <= '5' && text.at[minute + 1] >= '0' && text.at[minute + 1] <= '9';
}

/* 一是, 一、, （一）, 01, 第一: something begins. */
static bool begins_item(struct str text) {
    size_t digits = 0;
    while (digits < text.len && text.at[digits] >= '0' && text.at[digits] <= '9') digits++;
    static const char *const after_digits[] = {" ", "\u3000", "\t", "、", ".", "．", ")", "）", NULL};
    if (digits && digits < 3 && starts_with_one_of(str_cut(text, digits, text.len), after_digits))
        return true;
    static const char *const signs[] = {"【", "●", "■", "◆", "★", "☆", "※", "✔", "✅", "◇", "□",
                                        "▲",  "△", "▶", "➤", "①", "②", "③", "④", "⑤", "⑥", NULL};
    if (begins_clock(text, digits) || starts_with_one_of(text, signs)) return true;
    if (begins_with_bullet(text)) return true;
    static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", NULL};
    static const char *const marks[] = {"是", "、", "要", NULL};
    if (begins_with_label(text)) return true;
    if (str_starts(text, STR("（"))) text = str_cut(text, 3, text.len);
    bool is_number = str_has(text, STR("〔")) && str_ends(text, STR("号")); /* of a paper */
    if (str_starts(text, STR("第")) || str_starts(text, STR("关于")) || is_number) return true;
    if (!starts_with_one_of(text, numerals)) return false;
    struct str rest = str_cut(text, 3, text.len);
    return starts_with_one_of(rest, marks) || str_starts(rest, STR("）"));
}

static bool is_apart(const struct line *line, const struct line *next) {
    return line->is_heading || next->is_heading || line->is_counter || next->is_counter;
}

static bool has_columns(struct str text) {
    return str_has(text, STR("\u3000")) || str_has(text, STR("\t"));
}

bool join_prose(const struct line *line, const struct line *next) {
    enum { FULL_LINE = 20 };
    struct str text = plain(line->text);
    if (is_apart(line, next)) return false;
    if (wants_more(text) || goes_on(next->text)) return true;
    bool is_row = has_columns(text) || has_columns(next->text);
    bool is_full = line->chars >= FULL_LINE && !is_finished(text) && !begins_item(next->text) && !is_row;
    return is_full && next->blanks_before == 0;
}

/* 2024年, with the day in the next line. */
static bool is_year(struct str text) {
    return text.len == 7 && text.at[0] >= '1' && text.at[0] <= '2' && str_ends(text, STR("年"));
}

/* A list that says 等 is at its end, 等部门 too. */
static bool ends_list(struct str text) {
    enum { LAST_WORDS = 5 };
    size_t chars = utf8_count(text);
    struct str head = utf8_head(text, chars > LAST_WORDS ? chars - LAST_WORDS : 0);
    return str_has(text, STR("、")) && str_has(str_cut(text, head.len, text.len), STR("等"));
}

/* In a box without marks only a full line goes on; where there are marks the box may be narrow. */
static bool is_full_line(const struct line *line, struct str text) {
    enum { FULL_LINE = 12, NARROW_LINE = 8 };
    bool has_marks = str_has(text, STR("、")) || str_has(text, STR("，")) || str_has(text, STR("“"));
    if (line->opens_page && !has_marks) return false; /* the heading of the page */
    return line->chars >= (has_marks ? NARROW_LINE : FULL_LINE) && !ends_list(text) && !begins_item(text);
}

bool join_slides(const struct line *line, const struct line *next) {
    enum { TAIL = 3, NEXT_BOX = 2 };
    struct str text = plain(line->text);
    bool is_apart_here = is_apart(line, next) || next->opens_page || line->is_header || next->is_header;
    if (is_apart_here || next->blanks_before >= NEXT_BOX || begins_item(next->text)) return false;
    if (wants_more(text) || is_year(text)) return true;
    if (is_finished(text)) return false;
    bool is_tail = next->blanks_before == 0 && (next->chars <= TAIL || str_has(text, STR("：")));
    return is_tail || is_full_line(line, text);
}
