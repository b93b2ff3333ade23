#include <assert.h>

#include "base/json_token.h"

/* Strings: in their own quotes, and in all the others that a keyboard offers. */

/* ---- strings ---- */

static void set_string(struct reader *reader, uint32_t inside_end, uint32_t end) {
    uint32_t begin = reader->token.inside.begin, limit = reader->limits->string_bytes;
    reader->token.inside.end = inside_end;
    token_set(reader, TOKEN_STRING, end);
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
                        str_of(control_name(token_byte(reader, at))), NULL);
}

/* The place behind the escape; a bad one is reported and passed over. */
static uint32_t pass_escape(struct reader *reader, uint32_t at) {
    const unsigned char *text = (const unsigned char *)reader->file.text.at;
    const unsigned char *end = scan_escape(text + at, text + token_text_end(reader));
    if (end) return (uint32_t)(end - text);
    uint32_t behind;
    uint32_t code = token_code(reader, at + 1, &behind);
    if (code < 0x20) return at + 1;
    bool is_nul = str_starts(str_cut(reader->file.text, at, token_text_end(reader)), STR("\\u0000"));
    reader_report(reader, is_nul ? NUL_ESCAPE : BAD_ESCAPE, at, is_nul ? at + 6 : behind);
    return behind;
}

/* Is this where a string may end: before a sign, a comment, or the end of the line? */
static bool may_end_before(const struct reader *reader, uint32_t at) {
    uint32_t behind;
    while (token_byte(reader, at) == ' ' || token_byte(reader, at) == '\t') at++;
    if (token_is_line_end(reader, at) || token_is_comment(reader, at)) return true;
    return token_is_sign(token_code(reader, at, &behind));
}

/* "什么”, : opened in ASCII, closed in Chinese at the end of the line, and not by a quotation inside. */
static bool close_with_wide_quote(struct reader *reader, uint32_t line_end) {
    uint32_t open = 0, close = 0, last = 0, last_end = 0;
    for (uint32_t at = reader->token.inside.begin, behind; at < line_end; at = behind) {
        uint32_t code = token_code(reader, at, &behind);
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

void token_read_string(struct reader *reader) {
    const unsigned char *text = (const unsigned char *)reader->file.text.at,
                        *end = text + token_text_end(reader);
    bool control_noted = false;
    uint32_t at = reader->token.begin + 1;
    reader->token.inside.begin = at;
    for (;;) {
        at = (uint32_t)(scan_string_run(text + at, end) - text);
        if (token_byte(reader, at) == '"') break;
        if (token_is_line_end(reader, at)) {
            if (!close_with_wide_quote(reader, at)) token_set_bad(reader, OPEN_STRING, at);
            return;
        }
        if (token_byte(reader, at) == '\\') {
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
    for (uint32_t behind; !token_is_line_end(reader, at); at = behind) {
        uint32_t code = token_code(reader, at, &behind);
        if (code == '\\') {
            behind = at + (token_byte(reader, at + 1) >= 0x20 && token_byte(reader, at + 1) < 0x80 ? 2 : 1);
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
        unsigned char c = token_byte(reader, at);
        if (c == '\\') {
            if (token_byte(reader, at + 1) == '\'') reader_edit(reader, at, 1, "");
            at = token_byte(reader, at + 1) == '\'' ? at + 2 : pass_escape(reader, at);
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

bool token_opens_quote(uint32_t code) {
    return quote_of(code) != NULL;
}

void token_read_quoted(struct reader *reader, uint32_t inside) {
    uint32_t begin = reader->token.begin, behind;
    const struct quote *quote = quote_of(token_code(reader, begin, &behind));
    assert(quote);
    uint32_t close = find_close(reader, quote, inside, quote->nests);
    if (!close && quote->nests) close = find_close(reader, quote, inside, false);
    reader->token.inside.begin = inside;
    if (!close) {
        while (!token_is_line_end(reader, inside)) inside++;
        token_set_bad(reader, OPEN_STRING, inside);
        return;
    }
    token_code(reader, close, &behind);
    reader_report(reader, quote->problem, begin, inside);
    reader_edit(reader, begin, inside - begin, "\"");
    check_inside(reader, inside, close);
    if (token_byte(reader, close) != '"') reader_edit(reader, close, behind - close, "\"");
    set_string(reader, close, behind);
}
