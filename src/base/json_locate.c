#include <string.h>

#include "base/json_build.h"
#include "base/memory.h"

/* One step of a path: a key, or a number in brackets. */
struct step {
    struct str key;
    uint32_t index;
    bool is_index;
};

/* Takes the first step off the path; false when none is left. */
static bool take_step(const char **path, struct step *step) {
    const char *at = *path;
    while (*at == '.') at++;
    if (!*at) return false;
    *step = (struct step){.is_index = *at == '['};
    if (step->is_index) {
        for (at++; *at >= '0' && *at <= '9' && step->index < 100000000; at++) {
            step->index = step->index * 10 + (uint32_t)(*at - '0');
        }
        while (*at && *at != ']') at++;
        *path = *at ? at + 1 : at;
        return true;
    }
    size_t len = strcspn(at, ".[");
    step->key = (struct str){at, len};
    *path = at + len;
    return true;
}

struct finder {
    struct reader reader;
    struct json_span key, value; /* the innermost found */
};

static struct str key_text(const struct reader *reader) {
    const struct token *token = &reader->token;
    struct json_span span =
        token->kind == TOKEN_STRING ? token->inside : (struct json_span){token->begin, token->end};
    return str_cut(reader->file.text, span.begin, span.end);
}

/* Passes over a value; false when it can't be read. */
static bool pass_value(struct reader *reader, struct json_span *span) {
    if (!reader_at_value(reader)) return false;
    span->begin = reader->token.begin;
    bool read = reader_value(reader, 0);
    span->end = reader->at;
    return read;
}

static void pass_comma(struct reader *reader) {
    reader_next(reader);
    while (reader->token.kind == TOKEN_COMMA) reader_next(reader);
}

/* The reader stands on the opening brace. */
static bool find_key(struct finder *finder, struct str key) {
    struct reader *reader = &finder->reader;
    pass_comma(reader);
    while (reader->token.kind == TOKEN_STRING || reader_at_key(reader)) {
        struct json_span key_span = {reader->token.begin, reader->token.end}, value = {0, 0};
        bool same = str_equal(key_text(reader), key);
        reader_next(reader);
        if (reader->token.kind != TOKEN_COLON) return false;
        reader_next(reader);
        if (!pass_value(reader, &value) && !same) return false;
        if (same) {
            finder->key = key_span;
            finder->value = value;
            return value.end > value.begin;
        }
        pass_comma(reader);
    }
    return false;
}

static bool find_index(struct finder *finder, uint32_t index) {
    struct reader *reader = &finder->reader;
    struct json_span value = {0, 0};
    pass_comma(reader);
    for (uint32_t i = 0; pass_value(reader, &value); i++) {
        if (i == index) {
            finder->key = finder->value = value;
            return true;
        }
        pass_comma(reader);
    }
    return false;
}

static bool find_step(struct finder *finder, const struct step *step) {
    reader_jump(&finder->reader, finder->value.begin);
    enum token_kind kind = finder->reader.token.kind;
    if (step->is_index) return kind == TOKEN_OPEN_LIST && find_index(finder, step->index);
    return kind == TOKEN_OPEN_OBJECT && find_key(finder, step->key);
}

static void find_path(struct finder *finder, struct str text, struct json_span within, const char *path) {
    struct scan_keys keys = {0};
    const struct json_limits limits = {.depth = 1000, .string_bytes = UINT32_MAX};
    struct diag_file file = {"", str_cut(text, 0, within.end)};
    struct step step;
    reader_begin(&finder->reader, file, &limits, &keys);
    finder->key = finder->value = within;
    while (take_step(&path, &step) && find_step(finder, &step)) {
    }
    scan_keys_finish(&keys);
}

struct json_span json_locate(struct str text, struct json_span within, const char *path) {
    struct finder finder;
    find_path(&finder, text, within, path);
    return finder.value;
}

struct json_span json_locate_key(struct str text, struct json_span within, const char *path) {
    struct finder finder;
    find_path(&finder, text, within, path);
    return finder.key;
}
