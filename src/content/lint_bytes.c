#include <string.h>

#include "base/sixteen.h"
#include "base/utf8.h"
#include "content/lint.h"

/* Characters that come along when text is copied from a PDF or a web page: they look like the right ones, or
   like nothing, and break lines, searches and fonts. The author's own bytes are looked at, so the caret
   stands exactly there; only a few first bytes can begin such a character, and the rest goes by at one lookup
   each. */

struct odd {
    uint32_t first, last;
    const char *name, *fix;
};

static const struct odd odds[] = {
    {0x00A0, 0x00A0, "不换行空格", "换成普通空格，或者删去。"},
    {0x00AD, 0x00AD, "看不见的连字符", "删去。"},
    {0x200B, 0x200F, "看不见的零宽字符", "删去。"},
    {0x2028, 0x2029, "看不见的分行符", "删去。"},
    {0x202A, 0x202E, "看不见的方向控制符", "删去。"},
    {0x2060, 0x2064, "看不见的字符", "删去。"},
    {0x2E80, 0x2EF3, "部首，不是汉字", "重新输入这个字。"},
    {0x2F00, 0x2FD5, "康熙部首，不是汉字", "重新输入这个字。"},
    {0xE000, 0xF8FF, "没有统一字形的自造字", "重新输入这个字。"},
    {0xF900, 0xFAD9, "兼容汉字", "重新输入这个字。"},
    {0xFEFF, 0xFEFF, "看不见的零宽字符", "删去。"},
    {0xFFFC, 0xFFFD, "乱码留下的替代字符", "照原文重新输入。"},
    {0x2F800, 0x2FA1D, "兼容汉字", "重新输入这个字。"},
};

static const struct odd *find_odd(uint32_t code) {
    for (size_t i = 0; i < sizeof odds / sizeof odds[0]; i++) {
        if (code >= odds[i].first && code <= odds[i].last) return &odds[i];
    }
    return NULL;
}

/* Comments may hold what they like. */
static bool is_in_string(struct str text, size_t place) {
    bool in_string = false;
    for (size_t i = 0; i < place; i++) {
        char c = text.at[i], next = i + 1 < text.len ? text.at[i + 1] : 0;
        if (in_string) {
            if (c == '\\') i++;
            if (c == '"') in_string = false;
        } else if (c == '/' && (next == '/' || next == '*')) {
            struct str rest = str_cut(text, i, text.len);
            i += str_find(rest, next == '/' ? STR("\n") : STR("*/"));
        } else if (c == '"') {
            in_string = true;
        }
    }
    return in_string;
}

static void report(struct element *element, enum message message, size_t begin, size_t end,
                   const char *remark, const char *fix) {
    if (!element->diags) return;
    element_mark(
        element, message,
        (struct json_span){element->span.begin + (uint32_t)begin, element->span.begin + (uint32_t)end},
        remark, fix);
}

static bool report_odd(struct element *element, struct str text, size_t begin, size_t end, uint32_t code) {
    const struct odd *odd = find_odd(code);
    if (!odd || !is_in_string(text, begin)) return false;
    report(element, MESSAGE_ODD_CHARACTER, begin, end,
           element_words(element, "%s（U+%04X）", odd->name, (unsigned)code), odd->fix);
    return true;
}

/* \u200b as an escape */
static bool check_escape(struct element *element, struct str text, size_t at) {
    static const char hex[] = "0123456789abcdef";
    if (at + 6 > text.len || text.at[at + 1] != 'u') return false;
    uint32_t code = 0;
    for (size_t i = at + 2; i < at + 6; i++) {
        char c = text.at[i] >= 'A' && text.at[i] <= 'F' ? (char)(text.at[i] | 0x20) : text.at[i];
        const char *digit = memchr(hex, c, 16);
        if (!digit) return false;
        code = code * 16 + (uint32_t)(digit - hex);
    }
    return report_odd(element, text, at, at + 6, code);
}

static bool check_character(struct element *element, struct str text, size_t at) {
    const char *next = text.at + at;
    uint32_t code = utf8_next(&next, text.at + text.len);
    return report_odd(element, text, at, (size_t)(next - text.at), code);
}

/* <b>, </p>, <br/> */
static size_t tag_length(struct str text) {
    size_t at = 1;
    if (at < text.len && text.at[at] == '/') at++;
    if (at >= text.len || (text.at[at] | 0x20) < 'a' || (text.at[at] | 0x20) > 'z') return 0;
    for (; at < text.len && at < 60; at++) {
        if (text.at[at] == '>') return at + 1;
        if (text.at[at] == '<' || text.at[at] == '\n') return 0;
    }
    return 0;
}

/* &nbsp; &#12288; */
static size_t entity_length(struct str text) {
    for (size_t at = 1; at < text.len && at < 10; at++) {
        char c = text.at[at];
        if (c == ';') return at > 2 ? at + 1 : 0;
        if (c != '#' && (c < '0' || c > '9') && ((c | 0x20) < 'a' || (c | 0x20) > 'z')) return 0;
    }
    return 0;
}

static bool check_markup(struct element *element, struct str text, size_t at) {
    struct str rest = str_cut(text, at, text.len);
    size_t len = text.at[at] == '<' ? tag_length(rest) : entity_length(rest);
    if (!len || !is_in_string(text, at)) return false;
    report(element, MESSAGE_HTML, at, at + len, "会原样显示在屏幕上", "删去标记，只留文字。");
    return true;
}

enum suspicion { GOES_BY, CHARACTER, MARKUP, ESCAPE };

/* The first byte of every character in `odds`, and of markup and escapes. */
static const uint8_t suspicions[256] = {
    ['<'] = MARKUP,     ['&'] = MARKUP,     ['\\'] = ESCAPE,    [0xC2] = CHARACTER,
    [0xE2] = CHARACTER, [0xEE] = CHARACTER, [0xEF] = CHARACTER, [0xF0] = CHARACTER};

/* “” ， ？ and their like are nearly all there is of E2 and EF. */
static bool is_everyday(struct str text, size_t at) {
    if (at + 2 >= text.len) return false;
    unsigned char first = (unsigned char)text.at[at], second = (unsigned char)text.at[at + 1],
                  third = (unsigned char)text.at[at + 2];
    if (first == 0xEF) return second == 0xBC || second == 0xBD;
    return first == 0xE2 && second == 0x80 && third >= 0x90 && third < 0xA8;
}

/* The same as `suspicions` and is_everyday, for sixteen bytes; those behind them are looked at too. */
static bool sixteen_go_by(const char *at) {
    enum { QUOTES = 0x90, QUOTES_END = 0xA8 };
    sixteen byte = sixteen_at(at), next = sixteen_at(at + 1), third = sixteen_at(at + 2);
    sixteen_verdicts wide = (byte == 0xEF) & ((next & 0xFE) == 0xBC);
    sixteen_verdicts quote = (next == 0x80) & (third - QUOTES < QUOTES_END - QUOTES);
    return sixteen_none((byte == '<') | (byte == '&') | (byte == '\\') | (byte == 0xC2) |
                        ((byte >= 0xEE) & ~wide) | ((byte == 0xE2) & ~quote));
}

/* The next byte that is worth a look, or the end. */
static size_t next_suspect(struct str text, size_t at) {
    enum { AHEAD = 2 };
    while (at < text.len) {
        if (text.len - at >= sizeof(sixteen) + AHEAD && sixteen_go_by(text.at + at)) {
            at += sizeof(sixteen);
        } else if (suspicions[(unsigned char)text.at[at]] == GOES_BY || is_everyday(text, at)) {
            at++;
        } else {
            return at;
        }
    }
    return text.len;
}

void lint_bytes(struct element *element) {
    struct str all = element->file->index.file.text;
    struct str text = str_cut(all, element->span.begin, element->span.end);
    for (size_t at = 0; (at = next_suspect(text, at)) < text.len; at++) {
        uint8_t suspicion = suspicions[(unsigned char)text.at[at]];
        bool found = suspicion == MARKUP   ? check_markup(element, text, at)
                     : suspicion == ESCAPE ? check_escape(element, text, at)
                                           : check_character(element, text, at);
        if (found) return; /* one of them is enough to make the author look */
        if (suspicion == ESCAPE) at++;
    }
}
