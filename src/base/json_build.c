#include "base/json_build.h"

#include "base/memory.h"

enum want { WANT_VALUE, WANT_COMMA, WANT_EITHER };

/* Where we are in a list of elements or in the top-level object. */
struct place {
    uint32_t at;
    enum want want;
    struct json_span comma; /* the one just read */
};

static bool add_element(struct build *build, uint32_t begin, uint32_t end, bool sound, bool plain) {
    struct json_index *index = build->index;
    if (index->element_count == build->reader.limits->elements) {
        struct buf number;
        buf_init(&number);
        buf_printf(&number, "%u", (unsigned)index->element_count);
        reader_report_words(&build->reader, TOO_MANY_ELEMENTS, (struct json_span){begin, begin + 1},
                            buf_get(&number), NULL);
        buf_finish(&number);
        build->stopped = true;
        return false;
    }
    if (index->element_count == build->element_room) {
        build->element_room = build->element_room ? build->element_room * 2 : 64;
        index->elements = memory_resize(index->elements, build->element_room, sizeof *index->elements);
    }
    struct json_element *element = &index->elements[index->element_count++];
    *element = (struct json_element){.begin = begin, .length = (end - begin) & 0x3FFFFFFF, .sound = sound};
    element->plain = sound && plain;
    return true;
}

static struct json_element *last_element(struct build *build, const struct json_member *member) {
    uint32_t count = build->index->element_count;
    return count > member->first_element ? &build->index->elements[count - 1] : NULL;
}

static char first_byte(const struct build *build, const struct json_element *element) {
    return build->reader.file.text.at[element->begin];
}

static void learn_first_key(struct build *build, uint32_t begin, uint32_t end) {
    if (build->recovery.first_key.len || build->scan.text[begin] != '{') return;
    uint32_t at = begin + 1;
    while (at < end && build->scan.text[at] != '"' && build->scan.text[at] <= ' ') at++;
    if (at == end || build->scan.text[at] != '"') return;
    uint32_t close = at + 1;
    while (close < end && build->scan.text[close] != '"') close++;
    build->recovery.first_key = str_cut(build->reader.file.text, at + 1, close);
}

/* ---- the quick way ---- */

/* Legal, and nothing in it that an edit should be noted for? *end is the place behind. */
static bool quick_value(struct build *build, uint32_t begin, uint32_t depth, uint32_t *end) {
    build->scan.plain = true;
    *end = scan_value(&build->scan, begin, depth);
    return *end != SCAN_REFUSED && (build->scan.plain || !build->reader.edits);
}

static bool quick_element(struct build *build, struct place *place, struct json_member *member,
                          uint32_t depth) {
    struct scan *scan = &build->scan;
    scan->plain = true;
    uint32_t begin = scan_blanks(scan, place->at);
    if (begin >= scan->len) return false;
    member->plain = member->plain && scan->plain;
    unsigned char c = scan->text[begin];
    if (c != '{' && c != '[' && c != '"') return false;
    uint32_t end;
    if (!quick_value(build, begin, depth, &end) || !add_element(build, begin, end, true, scan->plain))
        return false;
    learn_first_key(build, begin, end);
    member->plain = member->plain && scan->plain;
    place->at = end;
    place->want = WANT_COMMA;
    return true;
}

static bool quick_comma(struct build *build, struct place *place) {
    uint32_t at = scan_blanks(&build->scan, place->at);
    if (at >= build->scan.len || build->scan.text[at] != ',') return false;
    place->comma = (struct json_span){at, at + 1};
    place->at = at + 1;
    place->want = WANT_VALUE;
    return true;
}

/* ---- the patient way ---- */

static void jump(struct build *build, uint32_t at) {
    build->reader.sound = build->reader.plain = true;
    reader_jump(&build->reader, at);
}

/* What was read ahead of `at` is read again, without a second message. */
static void go_back(struct build *build, struct place *place, uint32_t begin, uint32_t at) {
    struct reader *reader = &build->reader;
    if (reader->edits) edits_forget(reader->edits, begin);
    if (reader->at > reader->said_until) reader->said_until = reader->at;
    if (at >= build->scan.len) reader->ended = true;
    place->at = at;
    place->want = WANT_EITHER;
}

static void lose_element(struct build *build, struct place *place, struct json_member *member, uint32_t begin,
                         uint32_t floor) {
    uint32_t end = recover_element(&build->recovery, begin, floor);
    go_back(build, place, begin, end);
    member->plain = false;
    add_element(build, begin, end, false, false);
}

static void patient_element(struct build *build, struct place *place, struct json_member *member,
                            uint32_t depth) {
    struct reader *reader = &build->reader;
    uint32_t begin = reader->token.begin;
    if (place->want == WANT_COMMA) {
        reader_report_missing(reader, MISSING_COMMA);
        reader_edit(reader, reader->last_end, 0, ",");
        member->plain = false;
        place->want = WANT_EITHER;
        place->at = begin;
        if (quick_element(build, place, member, depth)) return;
    }
    if (!reader_value(reader, depth)) {
        lose_element(build, place, member, begin, begin + 1);
        return;
    }
    if (!add_element(build, begin, reader->at, reader->sound, reader->plain)) return;
    member->plain = member->plain && reader->plain;
    place->at = reader->at;
    place->want = WANT_COMMA;
}

/* Text that is no value. Directly behind a string it means that the string ended too early. */
static void stray_element(struct build *build, struct place *place, struct json_member *member) {
    struct reader *reader = &build->reader;
    struct json_element *last = last_element(build, member);
    uint32_t begin = reader->token.begin;
    bool behind = place->want == WANT_COMMA && last;
    if (behind) reader->last_kind = first_byte(build, last) == '"' ? TOKEN_STRING : TOKEN_END;
    reader_refuse(reader, MISSING_CLOSE_LIST);
    uint32_t end = recover_scalar(&build->recovery, reader->token.end);
    if (behind) {
        last->sound = last->plain = false;
    } else {
        add_element(build, begin, end, false, false);
    }
    member->plain = false;
    go_back(build, place, begin, end);
}

/* `"answer":` between elements: the bracket before it closed the element too early. */
static void early_close(struct build *build, struct place *place, struct json_member *member) {
    struct json_index *index = build->index;
    struct reader *reader = &build->reader;
    struct json_element *key = last_element(build, member);
    bool object_before =
        key && index->element_count - member->first_element >= 2 && first_byte(build, key - 1) == '{';
    if (!object_before || first_byte(build, key) != '"') {
        stray_element(build, place, member);
        return;
    }
    struct json_element *early = key - 1;
    uint32_t end = early->begin + early->length;
    reader_report_before(reader, EXTRA_CLOSE, end);
    early->sound = early->plain = false;
    index->element_count--;
    member->plain = false;
    go_back(build, place, key->begin, recover_element(&build->recovery, early->begin, reader->token.end));
}

/* Do elements follow behind the bracket, perhaps after a comma? */
static bool elements_follow(const struct build *build, uint32_t at) {
    enum token_kind kind = reader_peek(&build->reader, at);
    if (kind != TOKEN_COMMA) return kind == TOKEN_OPEN_OBJECT;
    struct reader ahead = build->reader;
    ahead.diags = NULL;
    ahead.edits = NULL;
    reader_jump(&ahead, at);
    return reader_peek(&ahead, ahead.token.end) == TOKEN_OPEN_OBJECT;
}

static void drop_trailing_comma(struct build *build, const struct place *place, struct json_member *member) {
    if (place->want != WANT_VALUE || place->comma.end == 0) return;
    member->plain = false;
    edits_forget_at(build->reader.edits, place->comma.begin);
    reader_edit(&build->reader, place->comma.begin, place->comma.end - place->comma.begin, "");
}

/* A mistake between elements that costs none of them. */
static void report_harmless(struct reader *reader, enum problem problem, bool missing) {
    const char *effect = reader->effect_lost;
    reader->effect_lost = "前后的内容照常使用；请尽早改正。";
    if (missing) {
        reader_report_missing(reader, problem);
    } else {
        reader_report(reader, problem, reader->token.begin, reader->token.end);
    }
    reader->effect_lost = effect;
}

static void extra_close(struct build *build, struct place *place, struct json_member *member) {
    struct reader *reader = &build->reader;
    report_harmless(reader, EXTRA_CLOSE, false);
    member->plain = false;
    place->at = reader->token.end;
    if (place->want == WANT_COMMA) place->want = WANT_EITHER;
}

/* True when the list is over. */
static bool close_list(struct build *build, struct place *place, struct json_member *member) {
    struct reader *reader = &build->reader;
    const struct json_element *last = last_element(build, member);
    if (last && first_byte(build, last) == '{' && elements_follow(build, reader->token.end)) {
        extra_close(build, place, member);
        return false;
    }
    uint32_t end = reader->token.end;
    member->plain = member->plain && reader->plain;
    drop_trailing_comma(build, place, member);
    place->at = end;
    return true;
}

/* A } where ] or an element should be: too many of them, or the list was never closed. */
static bool close_object_in_list(struct build *build, struct place *place, struct json_member *member) {
    struct reader *reader = &build->reader;
    if (reader_peek(reader, reader->token.end) != TOKEN_END || build->index->root == JSON_LIST) {
        extra_close(build, place, member);
        return false;
    }
    if (place->want == WANT_VALUE && place->comma.end) reader->solid_end = place->comma.begin;
    report_harmless(reader, MISSING_CLOSE_LIST, true);
    place->at = reader->token.begin;
    return true;
}

static void take_comma(struct build *build, struct place *place, struct json_member *member) {
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

static bool patient_step(struct build *build, struct place *place, struct json_member *member,
                         uint32_t depth) {
    struct reader *reader = &build->reader;
    jump(build, place->at);
    bool touches =
        place->want == WANT_COMMA && reader->token.begin == place->at && reader->token.kind == TOKEN_STRING;
    switch (reader->token.kind) {
    case TOKEN_CLOSE_LIST:
        return close_list(build, place, member);
    case TOKEN_CLOSE_OBJECT:
        return close_object_in_list(build, place, member);
    case TOKEN_COMMA:
        take_comma(build, place, member);
        return false;
    case TOKEN_COLON:
        early_close(build, place, member);
        return false;
    case TOKEN_BAD:
        stray_element(build, place, member);
        return false;
    case TOKEN_END:
        if (!reader->ended) reader_refuse(reader, MISSING_CLOSE_LIST);
        build->stopped = true;
        return true;
    default:
        break;
    }
    if (touches && first_byte(build, last_element(build, member)) == '"') {
        stray_element(build, place, member);
    } else {
        patient_element(build, place, member, depth);
    }
    return false;
}

/* The reader stands on the opening bracket. */
static uint32_t read_elements(struct build *build, struct json_member *member, uint32_t depth) {
    struct place place = {.at = build->reader.token.end, .want = WANT_VALUE};
    bool over = false;
    member->first_element = build->index->element_count;
    build->recovery.first_key = STR("");
    while (!over && !build->stopped) {
        if (place.want != WANT_COMMA && quick_element(build, &place, member, depth)) continue;
        if (build->stopped) break;
        if (place.want != WANT_VALUE && quick_comma(build, &place)) continue;
        over = patient_step(build, &place, member, depth);
    }
    member->element_count = build->index->element_count - member->first_element;
    return place.at;
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
    go_back(build, place, begin, end);
    if (!member) return;
    member->sound = member->plain = false;
    member->value.end = end;
}

/* A value that is no list; true when it was read to its end. */
static bool read_single(struct build *build, struct json_member *member) {
    struct reader *reader = &build->reader;
    uint32_t end;
    bool legal = quick_value(build, reader->token.begin, 1, &end);
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
        place->at = read_elements(build, member, 2);
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

static void stray_member(struct build *build, struct place *place) {
    struct reader *reader = &build->reader;
    struct token token = reader->token;
    bool opens = token.kind == TOKEN_OPEN_OBJECT || token.kind == TOKEN_OPEN_LIST;
    if (token.kind == TOKEN_CLOSE_LIST) {
        report_harmless(reader, EXTRA_CLOSE, false);
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
    jump(build, place->at);
    if (reader->token.kind == TOKEN_CLOSE_OBJECT) {
        uint32_t end = reader->token.end;
        drop_trailing_comma(build, place, &unused);
        place->at = end;
        return true;
    }
    if (reader->token.kind == TOKEN_COMMA) {
        take_comma(build, place, &unused);
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
    member->value.end = read_elements(build, member, 1);
    return member->value.end;
}

static void check_end(struct build *build, uint32_t at) {
    if (build->stopped || build->reader.ended) return;
    jump(build, at);
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
    jump(build, 0);
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
    struct scan_keys *keys = scan_keys_new();
    *build = (struct build){.index = index};
    *index = (struct json_index){.file = file};
    reader_begin(&build->reader, file, limits, keys);
    build->reader.diags = diags;
    build->reader.edits = edits;
    build->recovery = (struct recovery){.text = file.text, .budget = 64 * (uint64_t)file.text.len + 4096};
    if (file.text.len > limits->file_bytes || file.text.len > MOST_BYTES) {
        report_size(build);
    } else {
        build->scan =
            (struct scan){(const unsigned char *)file.text.at, (uint32_t)file.text.len, limits, keys, true};
        read_root(build);
    }
    build->reader.keys = build->scan.keys = NULL;
    memory_give_back(keys);
}
