#include "base/json_read.h"

#include <string.h>

void reader_begin(struct reader *reader, struct diag_file file, const struct json_limits *limits,
                  struct scan_keys *keys) {
    memset(reader, 0, sizeof *reader);
    reader->file = file;
    reader->limits = limits;
    reader->keys = keys;
    reader->plain = reader->sound = true;
    reader->effect_lost = "这一条暂不使用；这个文件里的其他内容照常使用。";
}

bool reader_at_value(const struct reader *reader) {
    enum token_kind kind = reader->token.kind;
    return kind == TOKEN_OPEN_OBJECT || kind == TOKEN_OPEN_LIST || kind == TOKEN_STRING ||
           kind == TOKEN_NUMBER || kind == TOKEN_WORD;
}

static bool is_bare_key(const struct token *token) {
    return token->kind == TOKEN_WORD || (token->kind == TOKEN_BAD && token->problem == UNKNOWN_WORD);
}

bool reader_at_key(const struct reader *reader) {
    if (reader->token.kind != TOKEN_STRING && !is_bare_key(&reader->token)) return false;
    return reader_peek(reader, reader->token.end) == TOKEN_COLON;
}

/* The token was no good. What stands behind it in the text was not read yet. */
static bool give_up(struct reader *reader, enum problem expected) {
    reader_refuse(reader, expected);
    reader->sound = false;
    return false;
}

static void take_bare_key(struct reader *reader) {
    struct token *token = &reader->token;
    reader_report(reader, BARE_KEY, token->begin, token->end);
    reader_edit(reader, token->begin, 0, "\"");
    reader_edit(reader, token->end, 0, "\"");
    token->inside = (struct json_span){token->begin, token->end};
}

static bool take_key(struct reader *reader, uint32_t mark) {
    if (is_bare_key(&reader->token)) take_bare_key(reader);
    struct json_span key = reader->token.inside;
    const unsigned char *text = (const unsigned char *)reader->file.text.at;
    if (scan_keys_find(reader->keys, text, mark, key).end) {
        reader_report(reader, DUPLICATE_KEY, reader->token.begin, reader->token.end);
        return true;
    }
    if (scan_keys_add(reader->keys, text, key)) return true;
    char number[] = "4096";
    _Static_assert(SCAN_KEYS == 4096, "the number that the message names");
    reader_report_words(reader, TOO_MANY_KEYS, key, str_of(number), NULL);
    return false;
}

/* Key, colon, value. */
static bool read_pair(struct reader *reader, uint32_t depth, uint32_t mark) {
    if (reader->token.kind != TOKEN_STRING && !reader_at_key(reader))
        return give_up(reader, MISSING_CLOSE_OBJECT);
    if (!take_key(reader, mark)) return false;
    reader_next(reader);
    if (reader->token.kind != TOKEN_COLON) return give_up(reader, MISSING_COLON);
    reader_next(reader);
    if (!reader_at_value(reader)) return give_up(reader, MISSING_VALUE);
    return reader_value(reader, depth);
}

/* Commas that stand where a key, a value or the end should be; *comma is the one before them, 0 for none. */
static void pass_extra_commas(struct reader *reader) {
    while (reader->token.kind == TOKEN_COMMA) {
        reader_report(reader, DOUBLED_COMMA, reader->token.begin, reader->token.end);
        edits_forget_at(reader->edits, reader->token.begin);
        reader_edit(reader, reader->token.begin, reader->token.end - reader->token.begin, "");
        reader_next(reader);
    }
}

static void drop_trailing_comma(struct reader *reader, struct json_span comma) {
    if (comma.end == 0) return;
    reader->plain = false;
    edits_forget_at(reader->edits, comma.begin);
    reader_edit(reader, comma.begin, comma.end - comma.begin, "");
}

static void add_comma(struct reader *reader) {
    reader_report_missing(reader, MISSING_COMMA);
    reader_edit(reader, reader->last_end, 0, ",");
}

/* Two strings on one line, and the comma forgotten between them, may be one string with quotes inside. */
static bool comma_is_certain(const struct reader *reader) {
    if (!reader_at_value(reader)) return false;
    return reader->last_kind != TOKEN_STRING || reader->last_end < reader->token.begin;
}

static bool read_members(struct reader *reader, uint32_t depth, uint32_t mark) {
    struct json_span comma = {0, 0};
    reader_next(reader);
    for (;;) {
        pass_extra_commas(reader);
        if (reader->token.kind == TOKEN_CLOSE_OBJECT) break;
        if (!read_pair(reader, depth, mark)) return false;
        reader_next(reader);
        comma = (struct json_span){0, 0};
        if (reader->token.kind == TOKEN_COMMA) {
            comma = (struct json_span){reader->token.begin, reader->token.end};
            reader_next(reader);
        } else if (reader_at_key(reader) &&
                   (reader->last_kind != TOKEN_STRING || reader->last_end < reader->token.begin)) {
            add_comma(reader);
        } else if (reader->token.kind != TOKEN_CLOSE_OBJECT) {
            return give_up(reader, MISSING_CLOSE_OBJECT);
        }
    }
    drop_trailing_comma(reader, comma);
    return true;
}

static bool read_items(struct reader *reader, uint32_t depth) {
    struct json_span comma = {0, 0};
    reader_next(reader);
    for (;;) {
        pass_extra_commas(reader);
        if (reader->token.kind == TOKEN_CLOSE_LIST) break;
        uint32_t solid_end = reader->solid_end;
        if (!reader_at_value(reader)) return give_up(reader, MISSING_CLOSE_LIST);
        if (!reader_value(reader, depth)) return false;
        reader_next(reader);
        comma = (struct json_span){0, 0};
        if (reader->token.kind == TOKEN_COMMA) {
            comma = (struct json_span){reader->token.begin, reader->token.end};
            reader_next(reader);
        } else if (reader->token.kind == TOKEN_COLON && reader->last_kind == TOKEN_STRING) {
            reader->solid_end = solid_end;
            reader_report_missing(reader, MISSING_CLOSE_LIST);
            return false;
        } else if (comma_is_certain(reader)) {
            add_comma(reader);
        } else if (reader->token.kind != TOKEN_CLOSE_LIST) {
            return give_up(reader, MISSING_CLOSE_LIST);
        }
    }
    drop_trailing_comma(reader, comma);
    return true;
}

static bool read_nested(struct reader *reader, uint32_t depth, bool object) {
    if (depth >= reader->limits->depth) {
        struct buf number;
        buf_init(&number);
        buf_printf(&number, "%u", (unsigned)depth + 1);
        reader_report_words(reader, TOO_DEEP, (struct json_span){reader->token.begin, reader->token.end},
                            buf_get(&number), NULL);
        buf_finish(&number);
        return false;
    }
    uint32_t mark = reader->keys->count;
    bool read = object ? read_members(reader, depth + 1, mark) : read_items(reader, depth + 1);
    reader->keys->count = mark;
    return read;
}

bool reader_value(struct reader *reader, uint32_t depth) {
    switch (reader->token.kind) {
    case TOKEN_OPEN_OBJECT:
        return read_nested(reader, depth, true);
    case TOKEN_OPEN_LIST:
        return read_nested(reader, depth, false);
    default:
        return true;
    }
}
