#include <string.h>

#include "base/json_token.h"

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

bool token_is_sign(uint32_t code) {
    return sign_of(code) != NULL;
}

/* The place behind the comment, or the text's end + 1 when it has none. */
static uint32_t comment_end(const struct reader *reader, uint32_t at) {
    struct str rest = str_cut(reader->file.text, at + 2, token_text_end(reader));
    bool line = token_byte(reader, at + 1) == '/';
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
        unsigned char c = token_byte(reader, reader->at);
        uint32_t end = reader->at + 1;
        if (token_is_comment(reader, reader->at)) {
            end = comment_end(reader, reader->at);
            if (end > token_text_end(reader)) return false;
            note_comment(reader, reader->at, end);
        } else if (c >= 0x80) {
            const struct odd_blank *blank = odd_blank_of(token_code(reader, reader->at, &end));
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
        unsigned char c = token_byte(reader, at);
        if (token_is_comment(reader, at)) {
            end = comment_end(reader, at);
            if (end > token_text_end(reader)) return at;
        } else if (c >= 0x80) {
            if (!odd_blank_of(token_code(reader, at, &end))) return at;
        } else if (!is_blank(c)) {
            return at;
        }
        at = end;
    }
}

enum token_kind reader_peek(const struct reader *reader, uint32_t at) {
    uint32_t behind;
    at = behind_blanks(reader, at);
    if (at >= token_text_end(reader)) return TOKEN_END;
    uint32_t code = token_code(reader, at, &behind);
    const struct sign *sign = sign_of(code);
    if (sign) return (enum token_kind)sign->kind;
    return code == '"' ? TOKEN_STRING : TOKEN_BAD;
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
        char digit[2] = {narrow_digit(token_code(reader, at, &behind)), '\0'};
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
        uint32_t code = token_code(reader, at, &behind);
        char digit = narrow_digit(code);
        if (!digit && !is_number_byte(code)) break;
        wide = wide || digit;
        if (len < NUMBER_ROOM) narrow[len++] = digit ? digit : (char)code;
    }
    token_set(reader, TOKEN_NUMBER, at);
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
    while (is_word_byte(token_byte(reader, end))) end++;
    struct str word = str_cut(reader->file.text, begin, end);
    token_set_bad(reader, UNKNOWN_WORD, end);
    if (reader_peek(reader, end) == TOKEN_COLON) return;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (!same_letters(word, names[i])) continue;
        token_set(reader, TOKEN_WORD, end);
        if (str_is(word, names[i])) return;
        reader_report_words(reader, ODD_WORD, (struct json_span){begin, end}, word, names[i]);
        reader_edit(reader, begin, end - begin, names[i]);
    }
}

/* ---- the rest ---- */

static void read_sign(struct reader *reader, const struct sign *sign, uint32_t code, uint32_t end) {
    uint32_t begin = reader->token.begin;
    token_set(reader, (enum token_kind)sign->kind, end);
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
    while (token_byte(reader, at) == ' ' || token_byte(reader, at) == '\t') at++;
    uint32_t code = token_code(reader, at, &behind);
    return token_is_line_end(reader, at) || code == '"' || token_is_round_quote(code);
}

static void read_stray(struct reader *reader, uint32_t code, uint32_t end) {
    if (code < 0x20 || code == 0x7F) {
        token_set_bad(reader, CONTROL_OUTSIDE, end);
    } else if (code < 0x80) {
        token_set_bad(reader, STRAY_SIGN, end);
    } else {
        for (uint32_t behind; token_byte(reader, end) >= 0x80; end = behind) {
            code = token_code(reader, end, &behind);
            if (sign_of(code) || token_opens_quote(code) || odd_blank_of(code)) break;
        }
        token_set_bad(reader, STRAY_TEXT, end);
    }
}

static void read_token(struct reader *reader) {
    uint32_t end;
    uint32_t code = token_code(reader, reader->at, &end);
    const struct sign *sign = sign_of(code);
    static const struct sign brace = {0x300C, TOKEN_OPEN_OBJECT, '{'};
    if (sign) {
        read_sign(reader, sign, code, end);
    } else if (code == '"') {
        token_read_string(reader);
    } else if (code == brace.code && is_brace_like(reader, end)) {
        read_sign(reader, &brace, code, end);
    } else if (token_opens_quote(code)) {
        token_read_quoted(reader, end);
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
        token_set_bad(reader, OPEN_COMMENT, token_text_end(reader));
        reader->token.end = reader->token.begin + 2;
    } else if (reader->at >= token_text_end(reader)) {
        token_set(reader, TOKEN_END, token_text_end(reader));
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
