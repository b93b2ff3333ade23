#ifndef ANZHI_BASE_JSON_SCAN_H
#define ANZHI_BASE_JSON_SCAN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/json.h"

/* The quick half of the scanner: it knows what is legal (strict JSON, comments, trailing commas, the limits)
   and says no to all else without a word. What it refuses is read again by json_read.h, which knows what
   editors do wrong. Inside base only. */

#define SCAN_REFUSED UINT32_MAX

/* Keys of the objects that are open just now, innermost last. All zero at the start; it grows when it must,
   for few files have more than a dozen keys open. */
#define SCAN_KEYS 4096
struct scan_key {
    uint32_t hash;
    struct json_span span;
};
struct scan_keys {
    struct scan_key *list;
    uint32_t count, room;
};

struct scan {
    const unsigned char *text;
    uint32_t len;
    const struct json_limits *limits;
    struct scan_keys *keys;
    bool plain; /* set by the caller; false after a comment or a trailing comma */
};

/* The place behind the value that begins at `at`, or SCAN_REFUSED. The caller's object or list is `depth`
 * deep. */
uint32_t scan_value(struct scan *scan, uint32_t at, uint32_t depth);
/* The place behind blanks and comments, or SCAN_REFUSED for a comment without end. */
uint32_t scan_blanks(struct scan *scan, uint32_t at);

void scan_keys_finish(struct scan_keys *keys);
/* Objects that open and close keep the table's mark and give it back. False when the table is full. */
bool scan_keys_add(struct scan_keys *keys, const unsigned char *text, struct json_span key);
/* The same key since `mark`, or the empty span. */
struct json_span scan_keys_find(const struct scan_keys *keys, const unsigned char *text, uint32_t mark,
                                struct json_span key);

/* Up to the first quote, backslash or control byte. */
const unsigned char *scan_string_run(const unsigned char *at, const unsigned char *end);
/* The place behind the escape whose backslash is at `at`, NULL when it is none that strict JSON and C texts
 * allow. */
const unsigned char *scan_escape(const unsigned char *at, const unsigned char *end);
/* A whole number token, by JSON's grammar and within the limits of size. */
bool scan_number_is_good(const unsigned char *at, const unsigned char *end);
const unsigned char *scan_number_end(const unsigned char *at, const unsigned char *end);

#endif
