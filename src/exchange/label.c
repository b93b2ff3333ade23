#include "exchange/label.h"

/* A label is one of the first words, or none of them, and one of the last. */
static const char *const firsts[] = {"会议", "活动", "大会", "论坛", "培训", "比赛", "竞赛", "大赛", "讲座",
                                     "举办", "举行", "报名", "开幕", "展览", "演练", "签到", "报到", "课程",
                                     "宣讲", "授课", "评选", "集合", "本次", "年度", "总",   NULL};
static const char *const lasts[] = {"时间", "日期", "地点", "地址", "主题",
                                    "口号", "会场", "对象", "形式", NULL};
static const char *const hosts[] = {"联合主办", "主办", "承办", "协办", "指导", "支持", "牵头", "组织", NULL};
static const char *const host_ends[] = {"单位", "方", "机构", NULL};
static const char *const people[] = {"主持人", "主持", "嘉宾",   "报告人", "主讲人", "主讲",
                                     "演讲人", "致辞", "发言人", "联系人", "出席",   NULL};

static size_t blank_length(struct str text) {
    if (str_starts(text, STR("\u3000"))) return sizeof "\u3000" - 1;
    return str_starts(text, STR(" ")) || str_starts(text, STR("\t")) ? 1 : 0;
}

static size_t blanks_length(struct str text) {
    size_t length = 0;
    for (size_t n; (n = blank_length(str_cut(text, length, text.len))) != 0;) length += n;
    return length;
}

/* The word, with blanks between its characters; 0 when it does not stand here. */
static size_t spread_length(struct str text, const char *word) {
    enum { HAN = 3 };
    size_t length = 0;
    struct str rest = str_of(word);
    for (; rest.len; rest = str_cut(rest, HAN, rest.len)) {
        if (length) length += blanks_length(str_cut(text, length, text.len));
        if (!str_starts(str_cut(text, length, text.len), str_cut(rest, 0, HAN))) return 0;
        length += HAN;
    }
    return length;
}

static size_t one_of(struct str text, const char *const *words) {
    size_t longest = 0;
    for (; *words; words++) {
        size_t length = spread_length(text, *words);
        if (length > longest) longest = length;
    }
    return longest;
}

/* 会议 and 时间; 主办 and 单位, or alone. */
static size_t word_length(struct str line) {
    size_t first = one_of(line, firsts), last = one_of(str_cut(line, first, line.len), lasts);
    if (last) return first + last;
    size_t host = one_of(line, hosts);
    if (host) return host + one_of(str_cut(line, host, line.len), host_ends);
    return one_of(line, people);
}

struct label label_of(struct str line) {
    enum { PLAIN = 4 * 3 };
    size_t length = word_length(line);
    struct str rest = str_cut(line, length, line.len);
    size_t blanks = blanks_length(rest);
    if (!length) return (struct label){0};
    bool has_colon = str_starts(str_cut(rest, blanks, rest.len), STR("：")) ||
                     str_starts(str_cut(rest, blanks, rest.len), STR(":"));
    bool is_column = blanks > 1 || (blanks && length >= PLAIN);
    bool is_alone = blanks == rest.len;
    if (!has_colon && (!is_column || is_alone)) return (struct label){0};
    return (struct label){length, blanks, !has_colon};
}
