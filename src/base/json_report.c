#include <string.h>

#include "base/json_read.h"
#include "base/utf8.h"

static bool is_seen_through(enum problem problem) {
    return problem >= WIDE_SIGN && problem <= DOUBLED_COMMA;
}

static uint32_t line_end(struct str text, uint32_t at) {
    const char *end = at < text.len ? memchr(text.at + at, '\n', text.len - at) : NULL;
    return end ? (uint32_t)(end - text.at) : (uint32_t)text.len;
}

/* One message a line for each sort of sign, and none for signs that were read before. */
static bool was_said(struct reader *reader, enum problem problem, uint32_t begin) {
    if (problem >= OPEN_STRING) {
        bool again = begin < reader->said_until && begin == reader->lost_at;
        reader->lost_at = begin;
        return again;
    }
    if (begin < reader->said_until) return true;
    if (!is_seen_through(problem)) return false;
    if (begin < reader->line_said_until[problem]) return true;
    reader->line_said_until[problem] = line_end(reader->file.text, begin);
    return false;
}

static const char *filled_in(struct reader *reader, const char *words, struct str found, const char *should) {
    if (!words) return NULL;
    struct buf out;
    buf_init(&out);
    for (const char *at = words; *at;) {
        size_t run = strcspn(at, "{<");
        buf_add(&out, at, run);
        at += run;
        if (at[0] == '{' && at[1] == '}') {
            buf_str(&out, found);
            at += 2;
        } else if (at[0] == '<' && at[1] == '>') {
            buf_text(&out, should ? should : "");
            at += 2;
        } else if (*at) {
            buf_char(&out, *at++);
        }
    }
    const char *filled = arena_text(&reader->diags->arena, out.at, out.len);
    buf_finish(&out);
    return filled;
}

/* As many characters as a message can carry. */
#define FOUND_CHARACTERS 16

static void say(struct reader *reader, enum problem problem, size_t begin, size_t end, struct str found,
                const char *should) {
    const struct problem_row *row = &json_problems[problem];
    static const struct diag_words none = {0};
    if (!diag_has_room(reader->diags, reader->file.name)) {
        diag_report(reader->diags, &row->kind, &reader->file, begin, end, &none);
        return;
    }
    found = utf8_head(found, FOUND_CHARACTERS);
    struct diag_words words = {.remark = filled_in(reader, row->remark, found, should),
                               .fix = filled_in(reader, row->fix, found, should),
                               .effect = row->effect ? row->effect : reader->effect_lost};
    diag_report(reader->diags, &row->kind, &reader->file, begin, end, &words);
}

void reader_report_words(struct reader *reader, enum problem problem, struct json_span span, struct str found,
                         const char *should) {
    reader->plain = false;
    if (!is_seen_through(problem)) reader->sound = false;
    if (was_said(reader, problem, span.begin) || !reader->diags) return;
    say(reader, problem, span.begin, span.end, found, should);
}

void reader_report_file(struct reader *reader, enum problem problem, struct str found, const char *should) {
    reader->sound = reader->plain = false;
    if (reader->diags) say(reader, problem, SIZE_MAX, SIZE_MAX, found, should);
}

void reader_report(struct reader *reader, enum problem problem, uint32_t begin, uint32_t end) {
    reader_report_words(reader, problem, (struct json_span){begin, end},
                        str_cut(reader->file.text, begin, end), NULL);
}

/* The last character before `at`. */
static struct json_span character_before(struct str text, uint32_t at) {
    uint32_t begin = at;
    while (begin > 0 && ((unsigned char)text.at[--begin] & 0xC0) == 0x80) {
    }
    return (struct json_span){begin, at};
}

void reader_report_before(struct reader *reader, enum problem problem, uint32_t at) {
    struct json_span span = character_before(reader->file.text, at);
    reader_report(reader, problem, span.begin, span.end);
}

void reader_report_missing(struct reader *reader, enum problem problem) {
    reader_report_before(reader, problem, reader->solid_end);
}

static void refuse_bad(struct reader *reader) {
    const struct token *token = &reader->token;
    bool touches = reader->last_kind == TOKEN_STRING && reader->last_end == token->begin;
    bool is_text =
        token->problem == STRAY_TEXT || token->problem == UNKNOWN_WORD || token->problem == OPEN_STRING;
    reader_report(reader, touches && is_text ? INNER_QUOTE : token->problem, token->begin, token->end);
}

static void refuse_end(struct reader *reader) {
    reader->ended = true;
    reader_report_before(reader, FILE_TRUNCATED, reader->solid_end);
}

/* ] or } of the wrong sort: was the right one forgotten, or is this one too many? A name behind the comma
 * tells. */
static void refuse_close(struct reader *reader, enum problem expected) {
    bool in_list = expected == MISSING_CLOSE_LIST;
    bool goes_on = false;
    if (!in_list && reader_peek(reader, reader->token.end) == TOKEN_COMMA) {
        struct reader ahead = *reader;
        ahead.diags = NULL;
        ahead.edits = NULL;
        reader_next(&ahead);
        reader_next(&ahead);
        goes_on = reader_at_key(&ahead);
    }
    if (goes_on) {
        reader_report(reader, EXTRA_CLOSE, reader->token.begin, reader->token.end);
    } else {
        reader_report_missing(reader, expected);
    }
}

void reader_refuse(struct reader *reader, enum problem expected) {
    const struct token *token = &reader->token;
    bool wants_close = expected == MISSING_CLOSE_OBJECT || expected == MISSING_CLOSE_LIST;
    bool is_close = token->kind == TOKEN_CLOSE_OBJECT || token->kind == TOKEN_CLOSE_LIST;
    bool touches = reader->last_kind == TOKEN_STRING && reader->last_end == token->begin;
    if (token->kind == TOKEN_END) {
        refuse_end(reader);
    } else if (token->kind == TOKEN_BAD) {
        refuse_bad(reader);
    } else if (touches &&
               (token->kind == TOKEN_STRING || token->kind == TOKEN_NUMBER || token->kind == TOKEN_WORD)) {
        reader_report(reader, INNER_QUOTE, token->begin, token->end);
    } else if (wants_close && is_close) {
        refuse_close(reader, expected);
    } else if (expected == MISSING_VALUE || expected == MISSING_COLON || expected == MISSING_CLOSE_LIST) {
        if (token->kind == TOKEN_COLON || (expected == MISSING_VALUE && reader->last_kind != TOKEN_COLON)) {
            reader_report(reader, STRAY_SIGN, token->begin, token->end);
        } else {
            reader_report_missing(reader, expected);
        }
    } else if (expected == MISSING_CLOSE_OBJECT && token->kind == TOKEN_OPEN_OBJECT) {
        reader_report_missing(reader, expected);
    } else if (expected == MISSING_CLOSE_OBJECT && token->kind != TOKEN_COLON) {
        reader_report(reader, MISSING_KEY, token->begin, token->end);
    } else {
        reader_report(reader, STRAY_SIGN, token->begin, token->end);
    }
}
