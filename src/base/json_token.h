#ifndef ANZHI_BASE_JSON_TOKEN_H
#define ANZHI_BASE_JSON_TOKEN_H

#include "base/json_read.h"
#include "base/utf8.h"

/* What the two files that cut text into tokens share. Inside base only. */

static inline uint32_t token_text_end(const struct reader *reader) {
    return (uint32_t)reader->file.text.len;
}

static inline unsigned char token_byte(const struct reader *reader, uint32_t at) {
    return at < token_text_end(reader) ? (unsigned char)reader->file.text.at[at] : 0;
}

/* The code point at `at`, 0 at the end; *behind is the place after it. */
static inline uint32_t token_code(const struct reader *reader, uint32_t at, uint32_t *behind) {
    *behind = at;
    if (at >= token_text_end(reader)) return 0;
    const char *from = reader->file.text.at + at;
    uint32_t code = utf8_next(&from, reader->file.text.at + token_text_end(reader));
    *behind = (uint32_t)(from - reader->file.text.at);
    return code;
}

static inline bool token_is_comment(const struct reader *reader, uint32_t at) {
    return token_byte(reader, at) == '/' &&
           (token_byte(reader, at + 1) == '/' || token_byte(reader, at + 1) == '*');
}

static inline void token_set(struct reader *reader, enum token_kind kind, uint32_t end) {
    reader->token.kind = kind;
    reader->token.end = end;
    reader->at = end;
}

static inline void token_set_bad(struct reader *reader, enum problem problem, uint32_t end) {
    reader->token.problem = problem;
    token_set(reader, TOKEN_BAD, end);
}

static inline bool token_is_round_quote(uint32_t code) {
    return code == 0x201C || code == 0x201D || code == 0x201E || code == 0xFF02;
}

static inline bool token_is_line_end(const struct reader *reader, uint32_t at) {
    unsigned char c = token_byte(reader, at);
    return at >= token_text_end(reader) || c == '\n' || (c == '\r' && token_byte(reader, at + 1) == '\n');
}

/* A bracket, colon or comma in any of its widths. */
bool token_is_sign(uint32_t code);
/* A quote other than ". */
bool token_opens_quote(uint32_t code);
/* A string whose quote is the token's beginning. */
void token_read_string(struct reader *reader);
/* The same with another quote; what is quoted begins at `inside`. */
void token_read_quoted(struct reader *reader, uint32_t inside);

#endif
