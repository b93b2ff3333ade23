#include <string.h>

#include "base/json_read.h"
#include "base/utf8.h"

/* One token at a time, with everything that a Chinese keyboard puts where ASCII should be. */

struct sign {
    uint16_t code;
    uint8_t kind;
    char narrow;
};

static const struct sign signs[] = {
    {'{', TOKEN_OPEN_OBJECT, '{'},    {'}', TOKEN_CLOSE_OBJECT, '}'},    {'[', TOKEN_OPEN_LIST, '['},
    {']', TOKEN_CLOSE_LIST, ']'},     {':', TOKEN_COLON, ':'},           {',', TOKEN_COMMA, ','},
    {';', TOKEN_COMMA, ','},          {0xFF0C, TOKEN_COMMA, ','},        {0x3001, TOKEN_COMMA, ','},
    {0xFF1B, TOKEN_COMMA, ','},       {0xFF1A, TOKEN_COLON, ':'},        {0x2236, TOKEN_COLON, ':'},
    {0xFF5B, TOKEN_OPEN_OBJECT, '{'}, {0xFF5D, TOKEN_CLOSE_OBJECT, '}'}, {0xFF3B, TOKEN_OPEN_LIST, '['},
    {0xFF3D, TOKEN_CLOSE_LIST, ']'},  {0x3010, TOKEN_OPEN_LIST, '['},    {0x3011, TOKEN_CLOSE_LIST, ']'},
    {0x300D, TOKEN_CLOSE_OBJECT, '}'}};

struct odd_blank {
    uint16_t first, last;
    bool visible; /* mended to a blank, else to nothing */
    const char *name;
};

static const struct odd_blank odd_blanks[] = {
    {0x00A0, 0x00A0, true, "不间断空格"},   {0x00AD, 0x00AD, false, "软连字符"},
    {0x0085, 0x0085, true, "特殊的换行符"}, {0x2000, 0x200A, true, "特殊空格"},
    {0x200B, 0x200F, false, "零宽字符"},    {0x2028, 0x2029, true, "特殊的换行符"},
    {0x202F, 0x202F, true, "特殊空格"},     {0x2060, 0x2060, false, "零宽字符"},
    {0x3000, 0x3000, true, "全角空格"},     {0xFEFF, 0xFEFF, false, "文件头标记（BOM）"}};

static uint32_t text_end(const struct reader *reader) {
    return (uint32_t)reader->file.text.len;
}

static unsigned char byte_at(const struct reader *reader, uint32_t at) {
    return at < text_end(reader) ? (unsigned char)reader->file.text.at[at] : 0;
}

/* The code point at `at`, 0 at the end; *behind is the place after it. */
static uint32_t code_at(const struct reader *reader, uint32_t at, uint32_t *behind) {
    *behind = at;
    if (at >= text_end(reader)) return 0;
    const char *from = reader->file.text.at + at;
    uint32_t code = utf8_next(&from, reader->file.text.at + text_end(reader));
    *behind = (uint32_t)(from - reader->file.text.at);
    return code;
}

static bool is_blank(unsigned char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const struct odd_blank *odd_blank_of(uint32_t code) {
    for (size_t i = 0; i < sizeof odd_blanks / sizeof odd_blanks[0]; i++) {
        if (code >= odd_blanks[i].first && code <= odd_blanks[i].last) return &odd_blanks[i];
    }
    return NULL;
}

static const struct sign *sign_of(uint32_t code) {
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (signs[i].code == code) return &signs[i];
    }
    return NULL;
}

static bool is_comment(const struct reader *reader, uint32_t at) {
    return byte_at(reader, at) == '/' && (byte_at(reader, at + 1) == '/' || byte_at(reader, at + 1) == '*');
}

/* The place behind the comment, or the text's end + 1 when it has none. */
static uint32_t comment_end(const struct reader *reader, uint32_t at) {
    struct str rest = str_cut(reader->file.text, at + 2, text_end(reader));
    bool line = byte_at(reader, at + 1) == '/';
    size_t len = str_find(rest, line ? STR("\n") : STR("*/"));
    if (line) return at + 2 + (uint32_t)len;
    return at + 2 + (uint32_t)len + (len == rest.len ? 1 : 2);
}

/* ---- blanks ---- */

static void note_comment(struct reader *reader, uint32_t begin, uint32_t end) {
    reader->plain = false;
    if (reader->edits && reader->edits->cut_comments) reader_edit(reader, begin, end - begin, "");
}

static void note_odd_blank(struct reader *reader, const struct odd_blank *blank, uint32_t begin,
                           uint32_t end) {
    reader_report_words(reader, ODD_BLANK, (struct json_span){begin, end}, str_of(blank->name), NULL);
    reader_edit(reader, begin, end - begin, blank->visible ? " " : "");
}

/* False when a comment has no end; the bad token is then set. */
static bool skip_blanks(struct reader *reader) {
    for (;;) {
        unsigned char c = byte_at(reader, reader->at);
        uint32_t end = reader->at + 1;
        if (is_comment(reader, reader->at)) {
            end = comment_end(reader, reader->at);
            if (end > text_end(reader)) return false;
            note_comment(reader, reader->at, end);
        } else if (c >= 0x80) {
            const struct odd_blank *blank = odd_blank_of(code_at(reader, reader->at, &end));
            if (!blank) return true;
            note_odd_blank(reader, blank, reader->at, end);
        } else if (!is_blank(c)) {
            return true;
        }
        reader->at = end;
    }
}

/* The same without notes, for looking ahead. */
static uint32_t behind_blanks(const struct reader *reader, uint32_t at) {
    for (;;) {
        uint32_t end = at + 1;
        unsigned char c = byte_at(reader, at);
        if (is_comment(reader, at)) {
            end = comment_end(reader, at);
            if (end > text_end(reader)) return at;
        } else if (c >= 0x80) {
            if (!odd_blank_of(code_at(reader, at, &end))) return at;
        } else if (!is_blank(c)) {
            return at;
        }
        at = end;
    }
}

enum token_kind reader_peek(const struct reader *reader, uint32_t at) {
    uint32_t behind;
    at = behind_blanks(reader, at);
    if (at >= text_end(reader)) return TOKEN_END;
    uint32_t code = code_at(reader, at, &behind);
    const struct sign *sign = sign_of(code);
    if (sign) return (enum token_kind)sign->kind;
    return code == '"' ? TOKEN_STRING : TOKEN_BAD;
}

/* ---- strings ---- */

static void set_token(struct reader *reader, enum token_kind kind, uint32_t end) {
    reader->token.kind = kind;
    reader->token.end = end;
    reader->at = end;
}

static void set_bad(struct reader *reader, enum problem problem, uint32_t end) {
    reader->token.problem = problem;
    set_token(reader, TOKEN_BAD, end);
}

static void set_string(struct reader *reader, uint32_t inside_end, uint32_t end) {
    uint32_t begin = reader->token.inside.begin, limit = reader->limits->string_bytes;
    reader->token.inside.end = inside_end;
    set_token(reader, TOKEN_STRING, end);
    if (inside_end - begin <= limit) return;
    struct buf number, most;
    buf_init(&number);
    buf_init(&most);
    buf_printf(&number, "%u", (unsigned)(inside_end - begin));
    buf_printf(&most, "%u", (unsigned)limit);
    reader_report_words(reader, LONG_STRING, (struct json_span){reader->token.begin, begin}, buf_get(&number),
                        most.at);
    buf_finish(&number);
    buf_finish(&most);
}

static const char *control_name(unsigned char c) {
    if (c == '\t') return "制表符";
    if (c == '\0') return "空字符";
    return c == '\r' ? "回车符" : "控制字符";
}

static void note_control(struct reader *reader, uint32_t at) {
    reader_report_words(reader, CONTROL_IN_STRING, (struct json_span){at, at + 1},
                        str_of(control_name(byte_at(reader, at))), NULL);
}

/* The place behind the escape; a bad one is reported and passed over. */
static uint32_t pass_escape(struct reader *reader, uint32_t at) {
    const unsigned char *text = (const unsigned char *)reader->file.text.at;
    const unsigned char *end = scan_escape(text + at, text + text_end(reader));
    if (end) return (uint32_t)(end - text);
    uint32_t behind;
    uint32_t code = code_at(reader, at + 1, &behind);
    if (code < 0x20) return at + 1;
    bool is_nul = str_starts(str_cut(reader->file.text, at, text_end(reader)), STR("\\u0000"));
    reader_report(reader, is_nul ? NUL_ESCAPE : BAD_ESCAPE, at, is_nul ? at + 6 : behind);
    return behind;
}

static bool is_line_end(const struct reader *reader, uint32_t at) {
    unsigned char c = byte_at(reader, at);
    return at >= text_end(reader) || c == '\n' || (c == '\r' && byte_at(reader, at + 1) == '\n');
}

/* Is this where a string may end: before a sign, a comment, or the end of the line? */
static bool may_end_before(const struct reader *reader, uint32_t at) {
    uint32_t behind;
    while (byte_at(reader, at) == ' ' || byte_at(reader, at) == '\t') at++;
    if (is_line_end(reader, at) || is_comment(reader, at)) return true;
    return sign_of(code_at(reader, at, &behind)) != NULL;
}

static bool is_round_quote(uint32_t code) {
    return code == 0x201C || code == 0x201D || code == 0x201E || code == 0xFF02;
}

/* "什么”, : opened in ASCII, closed in Chinese at the end of the line, and not by a quotation inside. */
static bool close_with_wide_quote(struct reader *reader, uint32_t line_end) {
    uint32_t open = 0, close = 0, last = 0, last_end = 0;
    for (uint32_t at = reader->token.inside.begin, behind; at < line_end; at = behind) {
        uint32_t code = code_at(reader, at, &behind);
        open += code == 0x201C;
        if (code != 0x201D && code != 0xFF02) continue;
        close++;
        last = at;
        last_end = behind;
    }
    if (close <= open || !may_end_before(reader, last_end)) return false;
    reader_report(reader, WIDE_QUOTE, last, last_end);
    reader_edit(reader, last, last_end - last, "\"");
    set_string(reader, last, last_end);
    return true;
}

static void read_string(struct reader *reader) {
    const unsigned char *text = (const unsigned char *)reader->file.text.at, *end = text + text_end(reader);
    bool control_noted = false;
    uint32_t at = reader->token.begin + 1;
    reader->token.inside.begin = at;
    for (;;) {
        at = (uint32_t)(scan_string_run(text + at, end) - text);
        if (byte_at(reader, at) == '"') break;
        if (is_line_end(reader, at)) {
            if (!close_with_wide_quote(reader, at)) set_bad(reader, OPEN_STRING, at);
            return;
        }
        if (byte_at(reader, at) == '\\') {
            at = pass_escape(reader, at);
            continue;
        }
        if (!control_noted) note_control(reader, at);
        control_noted = true;
        at++;
    }
    set_string(reader, at, at + 1);
}

/* ---- strings in other quotes ---- */

struct quote {
    uint16_t open, close[4];
    enum problem problem;
    bool nests;
};

static const struct quote quotes[] = {{0x201C, {0x201D, '"', 0xFF02, 0}, WIDE_QUOTE, true},
                                      {0x201D, {0x201D, 0x201C, '"', 0}, WIDE_QUOTE, false},
                                      {0x201E, {0x201D, 0x201C, '"', 0}, WIDE_QUOTE, false},
                                      {0xFF02, {0xFF02, 0x201D, '"', 0}, WIDE_QUOTE, false},
                                      {0x300C, {0x300D, 0, 0, 0}, WIDE_QUOTE, true},
                                      {0x300E, {0x300F, 0, 0, 0}, WIDE_QUOTE, true},
                                      {0x2018, {0x2019, '\'', 0, 0}, WIDE_QUOTE, true},
                                      {0x2019, {0x2019, 0x2018, '\'', 0}, WIDE_QUOTE, false},
                                      {'\'', {'\'', 0x2019, 0, 0}, SINGLE_QUOTE, false}};

static const struct quote *quote_of(uint32_t code) {
    for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++) {
        if (quotes[i].open == code) return &quotes[i];
    }
    return NULL;
}

static bool closes(const struct quote *quote, uint32_t code) {
    for (int i = 0; i < 4 && quote->close[i]; i++) {
        if (quote->close[i] == code) return true;
    }
    return false;
}

/* The place of the closing quote, or 0. Quotations of the same sort inside are passed over where they nest.
 */
static uint32_t find_close(const struct reader *reader, const struct quote *quote, uint32_t at, bool nests) {
    uint32_t depth = 0;
    for (uint32_t behind; !is_line_end(reader, at); at = behind) {
        uint32_t code = code_at(reader, at, &behind);
        if (code == '\\') {
            behind = at + (byte_at(reader, at + 1) >= 0x20 && byte_at(reader, at + 1) < 0x80 ? 2 : 1);
        } else if (nests && code == quote->open) {
            depth++;
        } else if (nests && depth > 0 && code == quote->close[0]) {
            depth--;
        } else if (closes(quote, code) && may_end_before(reader, behind)) {
            return at;
        }
    }
    return 0;
}

/* What the new quotes would change the meaning of: ASCII quotes inside get a backslash, the rest is checked.
 */
static void check_inside(struct reader *reader, uint32_t at, uint32_t end) {
    bool control_noted = false;
    while (at < end) {
        unsigned char c = byte_at(reader, at);
        if (c == '\\') {
            if (byte_at(reader, at + 1) == '\'') reader_edit(reader, at, 1, "");
            at = byte_at(reader, at + 1) == '\'' ? at + 2 : pass_escape(reader, at);
            continue;
        }
        if (c == '"') reader_edit(reader, at, 0, "\\");
        if (c < 0x20 && !control_noted) {
            note_control(reader, at);
            control_noted = true;
        }
        at++;
    }
}

static void read_quoted(struct reader *reader, const struct quote *quote, uint32_t inside) {
    uint32_t begin = reader->token.begin, behind;
    uint32_t close = find_close(reader, quote, inside, quote->nests);
    if (!close && quote->nests) close = find_close(reader, quote, inside, false);
    reader->token.inside.begin = inside;
    if (!close) {
        while (!is_line_end(reader, inside)) inside++;
        set_bad(reader, OPEN_STRING, inside);
        return;
    }
    code_at(reader, close, &behind);
    reader_report(reader, quote->problem, begin, inside);
    reader_edit(reader, begin, inside - begin, "\"");
    check_inside(reader, inside, close);
    if (byte_at(reader, close) != '"') reader_edit(reader, close, behind - close, "\"");
    set_string(reader, close, behind);
}

/* ---- numbers and words ---- */

/* ０ … ９ － ． as their ASCII forms, 0 for others. */
static char narrow_digit(uint32_t code) {
    if (code >= 0xFF10 && code <= 0xFF19) return (char)(code - 0xFEE0);
    return code == 0xFF0D || code == 0xFF0E ? (char)(code - 0xFEE0) : '\0';
}

static bool is_word_byte(uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

static bool is_number_byte(uint32_t c) {
    return is_word_byte(c) || c == '+' || c == '-' || c == '.';
}

/* Longer than any number that is accepted. */
#define NUMBER_ROOM 40

static void note_wide_digits(struct reader *reader, uint32_t begin, uint32_t end, const char *narrow) {
    reader_report_words(reader, WIDE_DIGIT, (struct json_span){begin, end},
                        str_cut(reader->file.text, begin, end), narrow);
    for (uint32_t at = begin, behind; at < end; at = behind) {
        char digit[2] = {narrow_digit(code_at(reader, at, &behind)), '\0'};
        if (digit[0]) reader_edit(reader, at, behind - at, digit);
    }
}

/* Too long to be kept exactly, or no number at all? */
static bool is_only_long(const char *text) {
    uint32_t digits = 0, exponent_digits = 0;
    bool in_exponent = false;
    for (; *text; text++) {
        if (*text == 'e' || *text == 'E') {
            if (in_exponent) return false;
            in_exponent = true;
        } else if (*text >= '0' && *text <= '9') {
            *(in_exponent ? &exponent_digits : &digits) += 1;
        } else if (is_word_byte((unsigned char)*text)) {
            return false;
        }
    }
    return digits > 17 || exponent_digits > 2;
}

static void read_number(struct reader *reader) {
    char narrow[NUMBER_ROOM + 1] = "";
    uint32_t len = 0, at = reader->token.begin, behind;
    bool wide = false;
    for (;; at = behind) {
        uint32_t code = code_at(reader, at, &behind);
        char digit = narrow_digit(code);
        if (!digit && !is_number_byte(code)) break;
        wide = wide || digit;
        if (len < NUMBER_ROOM) narrow[len++] = digit ? digit : (char)code;
    }
    set_token(reader, TOKEN_NUMBER, at);
    const unsigned char *begin = (const unsigned char *)narrow;
    if (len == NUMBER_ROOM || !scan_number_is_good(begin, begin + len)) {
        bool only_long = len == NUMBER_ROOM || is_only_long(narrow);
        reader_report(reader, only_long ? LONG_NUMBER : BAD_NUMBER, reader->token.begin, at);
    } else if (wide) {
        note_wide_digits(reader, reader->token.begin, at, narrow);
    }
}

static bool same_letters(struct str word, const char *name) {
    if (word.len != strlen(name)) return false;
    for (size_t i = 0; i < word.len; i++) {
        if ((word.at[i] | 0x20) != name[i]) return false;
    }
    return true;
}

static void read_word(struct reader *reader) {
    static const char *const names[] = {"true", "false", "null"};
    uint32_t begin = reader->token.begin, end = begin;
    while (is_word_byte(byte_at(reader, end))) end++;
    struct str word = str_cut(reader->file.text, begin, end);
    set_bad(reader, UNKNOWN_WORD, end);
    if (reader_peek(reader, end) == TOKEN_COLON) return;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (!same_letters(word, names[i])) continue;
        set_token(reader, TOKEN_WORD, end);
        if (str_is(word, names[i])) return;
        reader_report_words(reader, ODD_WORD, (struct json_span){begin, end}, word, names[i]);
        reader_edit(reader, begin, end - begin, names[i]);
    }
}

/* ---- the rest ---- */

static void read_sign(struct reader *reader, const struct sign *sign, uint32_t code, uint32_t end) {
    uint32_t begin = reader->token.begin;
    set_token(reader, (enum token_kind)sign->kind, end);
    if (code == (unsigned char)sign->narrow) return;
    const char narrow[2] = {sign->narrow, '\0'};
    bool semicolon = code == ';' || code == 0xFF1B;
    reader_report_words(reader, semicolon ? SEMICOLON : WIDE_SIGN, (struct json_span){begin, end},
                        str_cut(reader->file.text, begin, end), narrow);
    reader_edit(reader, begin, end - begin, narrow);
}

/* 「 stands for { where a quote or the end of the line follows. */
static bool is_brace_like(const struct reader *reader, uint32_t at) {
    uint32_t behind;
    while (byte_at(reader, at) == ' ' || byte_at(reader, at) == '\t') at++;
    uint32_t code = code_at(reader, at, &behind);
    return is_line_end(reader, at) || code == '"' || is_round_quote(code);
}

static void read_stray(struct reader *reader, uint32_t code, uint32_t end) {
    if (code < 0x20 || code == 0x7F) {
        set_bad(reader, CONTROL_OUTSIDE, end);
    } else if (code < 0x80) {
        set_bad(reader, STRAY_SIGN, end);
    } else {
        for (uint32_t behind; byte_at(reader, end) >= 0x80; end = behind) {
            code = code_at(reader, end, &behind);
            if (sign_of(code) || quote_of(code) || odd_blank_of(code)) break;
        }
        set_bad(reader, STRAY_TEXT, end);
    }
}

static void read_token(struct reader *reader) {
    uint32_t end;
    uint32_t code = code_at(reader, reader->at, &end);
    const struct sign *sign = sign_of(code);
    static const struct sign brace = {0x300C, TOKEN_OPEN_OBJECT, '{'};
    if (sign) {
        read_sign(reader, sign, code, end);
    } else if (code == '"') {
        read_string(reader);
    } else if (code == brace.code && is_brace_like(reader, end)) {
        read_sign(reader, &brace, code, end);
    } else if (quote_of(code)) {
        read_quoted(reader, quote_of(code), end);
    } else if ((code >= '0' && code <= '9') || code == '-' || code == '+' || code == '.' ||
               narrow_digit(code)) {
        read_number(reader);
    } else if (is_word_byte(code)) {
        read_word(reader);
    } else {
        read_stray(reader, code, end);
    }
}

void reader_next(struct reader *reader) {
    if (reader->token.kind != TOKEN_COMMA) reader->solid_end = reader->at;
    reader->last_kind = reader->token.kind;
    reader->last_end = reader->at;
    bool good = skip_blanks(reader);
    reader->token = (struct token){.begin = reader->at};
    if (!good) {
        set_bad(reader, OPEN_COMMENT, text_end(reader));
        reader->token.end = reader->token.begin + 2;
    } else if (reader->at >= text_end(reader)) {
        set_token(reader, TOKEN_END, text_end(reader));
    } else {
        read_token(reader);
    }
}

void reader_jump(struct reader *reader, uint32_t at) {
    reader->token = (struct token){.kind = TOKEN_END};
    reader->at = at;
    reader_next(reader);
    reader->solid_end = reader->last_end;
}
