#include "base/json_build.h"

#include "base/memory.h"

/* ---- what lists and the top level share ---- */

/* Legal, and nothing in it that an edit should be noted for? *end is the place behind. */
bool build_quick_value(struct build *build, uint32_t begin, uint32_t depth, uint32_t *end) {
    build->scan.plain = true;
    *end = scan_value(&build->scan, begin, depth);
    return *end != SCAN_REFUSED && (build->scan.plain || !build->reader.edits);
}

void build_jump(struct build *build, uint32_t at) {
    build->reader.sound = build->reader.plain = true;
    reader_jump(&build->reader, at);
}

void build_go_back(struct build *build, struct place *place, uint32_t begin, uint32_t at) {
    struct reader *reader = &build->reader;
    if (reader->edits) edits_forget(reader->edits, begin);
    if (reader->at > reader->said_until) reader->said_until = reader->at;
    if (at >= build->scan.len) reader->ended = true;
    place->at = at;
    place->want = WANT_EITHER;
}

void build_drop_trailing_comma(struct build *build, const struct place *place, struct json_member *member) {
    if (place->want != WANT_VALUE || place->comma.end == 0) return;
    member->plain = false;
    edits_forget_at(build->reader.edits, place->comma.begin);
    reader_edit(&build->reader, place->comma.begin, place->comma.end - place->comma.begin, "");
}

/* A mistake between elements that costs none of them. */
void build_report_harmless(struct reader *reader, enum problem problem, bool missing) {
    const char *effect = reader->effect_lost;
    reader->effect_lost = "前后的内容照常使用；请尽早改正。";
    if (missing) {
        reader_report_missing(reader, problem);
    } else {
        reader_report(reader, problem, reader->token.begin, reader->token.end);
    }
    reader->effect_lost = effect;
}

void build_take_comma(struct build *build, struct place *place, struct json_member *member) {
    struct reader *reader = &build->reader;
    struct json_span comma = {reader->token.begin, reader->token.end};
    if (place->want == WANT_VALUE) {
        reader_report(reader, DOUBLED_COMMA, comma.begin, comma.end);
        edits_forget_at(reader->edits, comma.begin);
        reader_edit(reader, comma.begin, comma.end - comma.begin, "");
    } else {
        place->comma = comma;
    }
    member->plain = member->plain && reader->plain;
    place->at = comma.end;
    place->want = WANT_VALUE;
}

/* ---- the top level ---- */

static enum json_type type_of(const struct build *build) {
    const struct token *token = &build->reader.token;
    switch (token->kind) {
    case TOKEN_OPEN_OBJECT:
        return JSON_OBJECT;
    case TOKEN_OPEN_LIST:
        return JSON_LIST;
    case TOKEN_STRING:
        return JSON_STRING;
    case TOKEN_NUMBER:
        return JSON_NUMBER;
    case TOKEN_WORD:
        return (build->scan.text[token->begin] | 0x20) == 'n' ? JSON_NULL : JSON_BOOL;
    default:
        return JSON_NONE;
    }
}

static struct json_member *add_member(struct build *build) {
    struct json_index *index = build->index;
    if (index->member_count == build->member_room) {
        build->member_room = build->member_room ? build->member_room * 2 : 8;
        index->members = memory_resize(index->members, build->member_room, sizeof *index->members);
    }
    struct json_member *member = &index->members[index->member_count++];
    *member = (struct json_member){.sound = true, .plain = true};
    return member;
}

static void lose_member(struct build *build, struct place *place, struct json_member *member, uint32_t key) {
    uint32_t begin = build->reader.token.begin;
    uint32_t end = recover_member(&build->recovery, key,
                                  build->reader.token.end > key ? build->reader.token.end : key + 1);
    build_go_back(build, place, begin, end);
    if (!member) return;
    member->sound = member->plain = false;
    member->value.end = end;
}

/* A value that is no list; true when it was read to its end. */
static bool read_single(struct build *build, struct json_member *member) {
    struct reader *reader = &build->reader;
    uint32_t end;
    bool legal = build_quick_value(build, reader->token.begin, 1, &end);
    if (legal && (member->type == JSON_OBJECT || end == reader->token.end)) {
        reader->at = end;
        member->plain = member->plain && build->scan.plain;
        member->value.end = end;
        return true;
    }
    reader->sound = reader->plain = true;
    if (member->type != JSON_OBJECT) {
        member->plain = false;
        member->value.end = reader->at;
        return true;
    }
    bool read = reader_value(reader, 1);
    member->sound = member->sound && read && reader->sound;
    member->plain = member->plain && member->sound && reader->plain;
    member->value.end = reader->at;
    return read;
}

static void read_member_value(struct build *build, struct place *place, struct json_member *member) {
    struct reader *reader = &build->reader;
    uint32_t key = member->key_span.begin;
    member->type = type_of(build);
    member->value = (struct json_span){reader->token.begin, reader->token.end};
    member->sound = reader->sound;
    member->plain = member->sound && reader->plain;
    place->want = WANT_COMMA;
    if (member->type == JSON_LIST) {
        place->at = build_elements(build, member, 2);
        member->value.end = place->at;
    } else if (read_single(build, member)) {
        place->at = reader->at;
    } else {
        lose_member(build, place, member, key);
    }
}

static void note_bare_key(struct build *build, struct json_span span) {
    struct reader *reader = &build->reader;
    reader_report(reader, BARE_KEY, span.begin, span.end);
    reader_edit(reader, span.begin, 0, "\"");
    reader_edit(reader, span.end, 0, "\"");
}

static void read_member(struct build *build, struct place *place) {
    struct reader *reader = &build->reader;
    struct json_span outer = {reader->token.begin, reader->token.end}, key = reader->token.inside;
    if (reader->token.kind != TOKEN_STRING) {
        note_bare_key(build, outer);
        key = outer;
    }
    bool twice = scan_keys_find(reader->keys, build->scan.text, 0, key).end != 0;
    if (twice) reader_report(reader, DUPLICATE_KEY, outer.begin, outer.end);
    bool fits = twice || scan_keys_add(reader->keys, build->scan.text, key);
    if (!fits) reader_report_words(reader, TOO_MANY_KEYS, outer, STR("4096"), NULL);
    reader_next(reader);
    if (reader->token.kind == TOKEN_COLON) {
        reader_next(reader);
        if (reader_at_value(reader)) {
            struct json_member *member = add_member(build);
            member->key = str_cut(reader->file.text, key.begin, key.end);
            member->key_span = outer;
            read_member_value(build, place, member);
            if (!fits) build->stopped = true;
            return;
        }
        reader_refuse(reader, MISSING_VALUE);
    } else {
        reader_refuse(reader, MISSING_COLON);
    }
    lose_member(build, place, NULL, outer.begin);
}

/* Text directly behind a string means that the string ended too early. */
static void doubt_last_string(struct build *build, const struct place *place) {
    uint32_t count = build->index->member_count;
    bool behind = place->want == WANT_COMMA && build->reader.token.begin == place->at;
    if (!behind || count == 0) return;
    struct json_member *last = &build->index->members[count - 1];
    if (last->type != JSON_STRING) return;
    build->reader.last_kind = TOKEN_STRING;
    last->sound = last->plain = false;
}

static void stray_member(struct build *build, struct place *place) {
    struct reader *reader = &build->reader;
    struct token token = reader->token;
    doubt_last_string(build, place);
    bool opens = token.kind == TOKEN_OPEN_OBJECT || token.kind == TOKEN_OPEN_LIST;
    if (token.kind == TOKEN_CLOSE_LIST) {
        build_report_harmless(reader, EXTRA_CLOSE, false);
        place->at = token.end;
        return;
    }
    if (opens) {
        reader_report(reader, MISSING_KEY, token.begin, token.end);
    } else {
        reader_refuse(reader, MISSING_CLOSE_OBJECT);
    }
    lose_member(build, place, NULL, token.begin);
}

/* True when the object is over. */
static bool root_step(struct build *build, struct place *place) {
    struct reader *reader = &build->reader;
    struct json_member unused = {0};
    build_jump(build, place->at);
    if (reader->token.kind == TOKEN_CLOSE_OBJECT) {
        uint32_t end = reader->token.end;
        build_drop_trailing_comma(build, place, &unused);
        place->at = end;
        return true;
    }
    if (reader->token.kind == TOKEN_COMMA) {
        build_take_comma(build, place, &unused);
        return false;
    }
    if (reader->token.kind == TOKEN_END) {
        if (!reader->ended) reader_refuse(reader, MISSING_CLOSE_OBJECT);
        build->stopped = true;
        return true;
    }
    if (reader->token.kind != TOKEN_STRING && !reader_at_key(reader)) {
        stray_member(build, place);
        return false;
    }
    if (place->want == WANT_COMMA) {
        reader_report_missing(reader, MISSING_COMMA);
        reader_edit(reader, reader->last_end, 0, ",");
    }
    read_member(build, place);
    return false;
}

static uint32_t read_root_object(struct build *build) {
    struct place place = {.at = build->reader.token.end, .want = WANT_VALUE};
    while (!build->stopped && !root_step(build, &place)) {
    }
    return place.at;
}

static uint32_t read_root_list(struct build *build) {
    struct json_member *member = add_member(build);
    member->key = STR("");
    member->type = JSON_LIST;
    member->plain = build->reader.plain;
    member->value.begin = build->reader.token.begin;
    member->value.end = build_elements(build, member, 1);
    return member->value.end;
}

static void check_end(struct build *build, uint32_t at) {
    if (build->stopped || build->reader.ended) return;
    build_jump(build, at);
    struct token token = build->reader.token;
    if (token.kind != TOKEN_END) reader_report(&build->reader, TEXT_AFTER_END, token.begin, token.end);
}

static void report_size(struct build *build) {
    struct reader *reader = &build->reader;
    struct buf words;
    buf_init(&words);
    buf_printf(&words, "%llu", (unsigned long long)reader->limits->file_bytes);
    struct buf size;
    buf_init(&size);
    buf_printf(&size, "%llu", (unsigned long long)reader->file.text.len);
    reader_report_file(reader, FILE_TOO_LARGE, buf_get(&size), words.at);
    buf_finish(&size);
    buf_finish(&words);
}

static void read_root(struct build *build) {
    struct reader *reader = &build->reader;
    build_jump(build, 0);
    if (reader->token.kind == TOKEN_END) {
        reader_report_file(reader, FILE_EMPTY, STR(""), NULL);
    } else if (reader->token.kind == TOKEN_OPEN_OBJECT || reader->token.kind == TOKEN_OPEN_LIST) {
        bool object = reader->token.kind == TOKEN_OPEN_OBJECT;
        build->index->root = object ? JSON_OBJECT : JSON_LIST;
        check_end(build, object ? read_root_object(build) : read_root_list(build));
    } else {
        reader_report(reader, FILE_NO_ROOT, reader->token.begin, reader->token.end);
    }
}

/* Places have 32 bits and lengths 30; this is the contract's upper bound. */
#define MOST_BYTES ((size_t)256 * 1024 * 1024)

void build_file(struct build *build, struct json_index *index, struct diag_file file,
                const struct json_limits *limits, struct diags *diags, struct edits *edits) {
    struct scan_keys keys = {0};
    *build = (struct build){.index = index};
    *index = (struct json_index){.file = file};
    reader_begin(&build->reader, file, limits, &keys);
    build->reader.diags = diags;
    build->reader.edits = edits;
    build->recovery = (struct recovery){.text = file.text, .budget = 64 * (uint64_t)file.text.len + 4096};
    if (file.text.len > limits->file_bytes || file.text.len > MOST_BYTES) {
        report_size(build);
    } else {
        build->scan =
            (struct scan){(const unsigned char *)file.text.at, (uint32_t)file.text.len, limits, &keys, true};
        read_root(build);
    }
    build->reader.keys = build->scan.keys = NULL;
    scan_keys_finish(&keys);
}
