#include "base/json_build.h"
#include "base/memory.h"

/* The elements of one list, and what goes wrong between them. */

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
    if (!build_quick_value(build, begin, depth, &end) || !add_element(build, begin, end, true, scan->plain))
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

static void lose_element(struct build *build, struct place *place, struct json_member *member, uint32_t begin,
                         uint32_t floor) {
    uint32_t end = recover_element(&build->recovery, begin, floor);
    build_go_back(build, place, begin, end);
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
    build_go_back(build, place, begin, end);
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
    build_go_back(build, place, key->begin,
                  recover_element(&build->recovery, early->begin, reader->token.end));
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

static void extra_close(struct build *build, struct place *place, struct json_member *member) {
    struct reader *reader = &build->reader;
    build_report_harmless(reader, EXTRA_CLOSE, false);
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
    build_drop_trailing_comma(build, place, member);
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
    build_report_harmless(reader, MISSING_CLOSE_LIST, true);
    place->at = reader->token.begin;
    return true;
}

static bool patient_step(struct build *build, struct place *place, struct json_member *member,
                         uint32_t depth) {
    struct reader *reader = &build->reader;
    build_jump(build, place->at);
    bool touches =
        place->want == WANT_COMMA && reader->token.begin == place->at && reader->token.kind == TOKEN_STRING;
    switch (reader->token.kind) {
    case TOKEN_CLOSE_LIST:
        return close_list(build, place, member);
    case TOKEN_CLOSE_OBJECT:
        return close_object_in_list(build, place, member);
    case TOKEN_COMMA:
        build_take_comma(build, place, member);
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
    const struct json_element *last = last_element(build, member);
    if (touches && last && first_byte(build, last) == '"') {
        stray_element(build, place, member);
    } else {
        patient_element(build, place, member, depth);
    }
    return false;
}

/* The reader stands on the opening bracket. */
uint32_t build_elements(struct build *build, struct json_member *member, uint32_t depth) {
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
