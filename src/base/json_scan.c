#include "base/json_scan.h"

#include <string.h>

#include "base/sixteen.h"

const unsigned char *scan_string_run(const unsigned char *at, const unsigned char *end) {
    for (; end - at >= (ptrdiff_t)sizeof(sixteen); at += sizeof(sixteen)) {
        sixteen bytes = sixteen_at(at);
        unsigned stop = sixteen_first((bytes == '"') | (bytes == '\\') | (bytes < 0x20));
        if (stop < sizeof bytes) return at + stop;
    }
    while (at < end && *at >= 0x20 && *at != '"' && *at != '\\') at++;
    return at;
}

static int hex_value(unsigned char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Four digits after \u, or -1. */
static int32_t hex_unit(const unsigned char *at, const unsigned char *end) {
    if (end - at < 6 || at[0] != '\\' || at[1] != 'u') return -1;
    int32_t unit = 0;
    for (int i = 2; i < 6; i++) {
        int digit = hex_value(at[i]);
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

const unsigned char *scan_escape(const unsigned char *at, const unsigned char *end) {
    if (end - at < 2) return NULL;
    if (at[1] != 'u') return at[1] && strchr("\"\\/bfnrt", at[1]) ? at + 2 : NULL;
    int32_t unit = hex_unit(at, end);
    if (unit <= 0 || (unit & 0xFC00) == 0xDC00) return NULL;
    if ((unit & 0xFC00) != 0xD800) return at + 6;
    int32_t second = hex_unit(at + 6, end);
    return second >= 0 && (second & 0xFC00) == 0xDC00 ? at + 12 : NULL;
}

/* The place behind the closing quote; `at` is behind the opening one. */
static const unsigned char *string_end(const struct scan *scan, const unsigned char *at,
                                       const unsigned char *end) {
    const unsigned char *begin = at;
    for (;;) {
        at = scan_string_run(at, end);
        if (at == end) return NULL;
        if (*at == '"') break;
        if (*at != '\\' || !(at = scan_escape(at, end))) return NULL;
    }
    return (size_t)(at - begin) <= scan->limits->string_bytes ? at + 1 : NULL;
}

/* ---- numbers ---- */

static const unsigned char *digits_end(const unsigned char *at, const unsigned char *end) {
    while (at < end && *at >= '0' && *at <= '9') at++;
    return at;
}

const unsigned char *scan_number_end(const unsigned char *at, const unsigned char *end) {
    while (at < end &&
           ((*at >= '0' && *at <= '9') || *at == '-' || *at == '+' || *at == '.' || *at == 'e' || *at == 'E'))
        at++;
    return at;
}

/* A double holds 15 to 17 digits; more would be changed without a word. */
#define MOST_DIGITS 17
#define MOST_EXPONENT_DIGITS 2

static bool exponent_is_good(const unsigned char *at, const unsigned char *end) {
    if (at == end) return true;
    if ((*at | 0x20) != 'e') return false;
    at++;
    if (at < end && (*at == '+' || *at == '-')) at++;
    return at < end && end - at <= MOST_EXPONENT_DIGITS && digits_end(at, end) == end;
}

bool scan_number_is_good(const unsigned char *at, const unsigned char *end) {
    if (at < end && *at == '-') at++;
    const unsigned char *whole = at;
    at = digits_end(at, end);
    if (at == whole || (*whole == '0' && at - whole > 1)) return false;
    size_t digits = (size_t)(at - whole);
    if (at < end && *at == '.') {
        const unsigned char *fraction = ++at;
        at = digits_end(at, end);
        if (at == fraction) return false;
        digits += (size_t)(at - fraction);
    }
    return digits <= MOST_DIGITS && exponent_is_good(at, end);
}

/* ---- keys ---- */

static uint32_t key_hash(const unsigned char *at, size_t len) {
    uint64_t head = 0, tail = 0;
    if (len >= 8) {
        head = memory_load64(at);
        tail = memory_load64(at + len - 8);
    } else if (len >= 4) {
        head = memory_load32(at);
        tail = memory_load32(at + len - 4);
    } else {
        for (size_t i = 0; i < len; i++) head = head << 8 | at[i];
    }
    uint64_t mixed = (head + len) * 0x9E3779B97F4A7C15u ^ tail * 0xC2B2AE3D27D4EB4Fu;
    return (uint32_t)((mixed ^ (mixed >> 29)) * 0xD6E8FEB86659FD93u >> 32);
}

static bool same_bytes(const unsigned char *text, struct json_span a, struct json_span b) {
    return a.end - a.begin == b.end - b.begin && memcmp(text + a.begin, text + b.begin, a.end - a.begin) == 0;
}

void scan_keys_finish(struct scan_keys *keys) {
    memory_give_back(keys->list);
    *keys = (struct scan_keys){0};
}

static bool keys_have_room(struct scan_keys *keys) {
    enum { FIRST = 32 };
    if (keys->count < keys->room) return true;
    if (keys->count == SCAN_KEYS) return false;
    keys->room = keys->room ? keys->room * 2 : FIRST;
    keys->list = memory_resize(keys->list, keys->room, sizeof *keys->list);
    return true;
}

struct json_span scan_keys_find(const struct scan_keys *keys, const unsigned char *text, uint32_t mark,
                                struct json_span key) {
    uint32_t hash = key_hash(text + key.begin, key.end - key.begin);
    for (uint32_t i = mark; i < keys->count; i++) {
        const struct scan_key *other = &keys->list[i];
        if (other->hash == hash && same_bytes(text, other->span, key)) return other->span;
    }
    return (struct json_span){0, 0};
}

bool scan_keys_add(struct scan_keys *keys, const unsigned char *text, struct json_span key) {
    if (!keys_have_room(keys)) return false;
    keys->list[keys->count++] = (struct scan_key){key_hash(text + key.begin, key.end - key.begin), key};
    return true;
}

/* Most objects have few keys, so a filter of 64 bits answers "not seen yet" and the search is left out. */
static bool take_key(struct scan *scan, uint64_t *filter, uint32_t mark, struct json_span key) {
    struct scan_keys *keys = scan->keys;
    if (!keys_have_room(keys)) return false;
    uint32_t hash = key_hash(scan->text + key.begin, key.end - key.begin);
    uint64_t bit = (uint64_t)1 << (hash >> 26);
    if (*filter & bit && scan_keys_find(keys, scan->text, mark, key).end) return false;
    *filter |= bit;
    keys->list[keys->count++] = (struct scan_key){hash, key};
    return true;
}

/* ---- blanks and comments ---- */

static const unsigned char *comment_end(const unsigned char *at, const unsigned char *end) {
    if (end - at < 2) return NULL;
    if (at[1] == '/') {
        const unsigned char *newline = memchr(at, '\n', (size_t)(end - at));
        return newline ? newline : end;
    }
    if (at[1] != '*') return NULL;
    for (at += 2; (at = memchr(at, '*', (size_t)(end - at))) != NULL; at++) {
        if (at + 1 == end) return NULL;
        if (at[1] == '/') return at + 2;
    }
    return NULL;
}

static bool is_blank(unsigned char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static const unsigned char *past_comments(struct scan *scan, const unsigned char *at,
                                          const unsigned char *end) {
    while (at < end && *at == '/') {
        scan->plain = false;
        at = comment_end(at, end);
        if (!at) return NULL;
        while (at < end && is_blank(*at)) at++;
    }
    return at;
}

static const unsigned char *past_many_blanks(const unsigned char *at, const unsigned char *end) {
    for (; end - at >= (ptrdiff_t)sizeof(sixteen); at += sizeof(sixteen)) {
        sixteen bytes = sixteen_at(at);
        sixteen_verdicts blank = (bytes == ' ') | (bytes == '\n') | (bytes == '\r') | (bytes == '\t');
        unsigned other = sixteen_first(~blank);
        if (other < sizeof bytes) return at + other;
    }
    while (at < end && is_blank(*at)) at++;
    return at;
}

static inline const unsigned char *past_blanks(struct scan *scan, const unsigned char *at,
                                               const unsigned char *end) {
    if (at<end && * at> ' ' && *at != '/') return at;
    at = past_many_blanks(at, end);
    return at < end && *at == '/' ? past_comments(scan, at, end) : at;
}

/* ---- values; all of these give the place behind, or NULL ---- */

static const unsigned char *value_end(struct scan *scan, const unsigned char *at, const unsigned char *end,
                                      uint32_t depth);

static const unsigned char *list_end(struct scan *scan, const unsigned char *at, const unsigned char *end,
                                     uint32_t depth) {
    at = past_blanks(scan, at, end);
    if (at && at < end && *at == ']') return at + 1;
    while (at && at < end) {
        at = value_end(scan, at, end, depth);
        if (!at || !(at = past_blanks(scan, at, end)) || at == end) return NULL;
        if (*at == ']') return at + 1;
        if (*at != ',') return NULL;
        at = past_blanks(scan, at + 1, end);
        if (at && at < end && *at == ']') {
            scan->plain = false;
            return at + 1;
        }
    }
    return NULL;
}

/* Key, colon and value. */
static const unsigned char *pair_end(struct scan *scan, const unsigned char *at, const unsigned char *end,
                                     uint32_t depth, uint64_t *filter, uint32_t mark) {
    if (*at != '"') return NULL;
    const unsigned char *key_end = string_end(scan, at + 1, end);
    if (!key_end) return NULL;
    struct json_span key = {(uint32_t)(at + 1 - scan->text), (uint32_t)(key_end - 1 - scan->text)};
    if (!take_key(scan, filter, mark, key)) return NULL;
    at = past_blanks(scan, key_end, end);
    if (!at || at == end || *at != ':') return NULL;
    at = past_blanks(scan, at + 1, end);
    return at && at < end ? value_end(scan, at, end, depth) : NULL;
}

static const unsigned char *members_end(struct scan *scan, const unsigned char *at, const unsigned char *end,
                                        uint32_t depth, uint32_t mark) {
    uint64_t filter = 0;
    at = past_blanks(scan, at, end);
    if (at && at < end && *at == '}') return at + 1;
    while (at && at < end) {
        at = pair_end(scan, at, end, depth, &filter, mark);
        if (!at || !(at = past_blanks(scan, at, end)) || at == end) return NULL;
        if (*at == '}') return at + 1;
        if (*at != ',') return NULL;
        at = past_blanks(scan, at + 1, end);
        if (at && at < end && *at == '}') {
            scan->plain = false;
            return at + 1;
        }
    }
    return NULL;
}

static const unsigned char *object_end(struct scan *scan, const unsigned char *at, const unsigned char *end,
                                       uint32_t depth) {
    uint32_t mark = scan->keys->count;
    at = members_end(scan, at, end, depth, mark);
    scan->keys->count = mark;
    return at;
}

static const unsigned char *word_end(const unsigned char *at, const unsigned char *end, const char *word) {
    size_t len = strlen(word);
    return (size_t)(end - at) >= len && memcmp(at, word, len) == 0 ? at + len : NULL;
}

static const unsigned char *number_end(const unsigned char *at, const unsigned char *end) {
    const unsigned char *last = scan_number_end(at, end);
    return scan_number_is_good(at, last) ? last : NULL;
}

static const unsigned char *value_end(struct scan *scan, const unsigned char *at, const unsigned char *end,
                                      uint32_t depth) {
    switch (*at) {
    case '"':
        return string_end(scan, at + 1, end);
    case '{':
        return depth < scan->limits->depth ? object_end(scan, at + 1, end, depth + 1) : NULL;
    case '[':
        return depth < scan->limits->depth ? list_end(scan, at + 1, end, depth + 1) : NULL;
    case 't':
        return word_end(at, end, "true");
    case 'f':
        return word_end(at, end, "false");
    case 'n':
        return word_end(at, end, "null");
    default:
        return number_end(at, end);
    }
}

uint32_t scan_value(struct scan *scan, uint32_t at, uint32_t depth) {
    if (at >= scan->len) return SCAN_REFUSED;
    const unsigned char *end = scan->text + scan->len;
    const unsigned char *behind = value_end(scan, scan->text + at, end, depth);
    return behind ? (uint32_t)(behind - scan->text) : SCAN_REFUSED;
}

uint32_t scan_blanks(struct scan *scan, uint32_t at) {
    const unsigned char *end = scan->text + scan->len;
    const unsigned char *behind = past_blanks(scan, scan->text + at, end);
    return behind ? (uint32_t)(behind - scan->text) : SCAN_REFUSED;
}
