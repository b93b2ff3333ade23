#ifndef ANZHI_BASE_JSON_H
#define ANZHI_BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/str.h"

/* The strict scanner in front of the JSON parser. It reads a file once and knows the place of every value; it
   accepts comments (// and C style) and trailing commas; it names the mistakes that editors make (full-width
   ， ： “ ” ｛ ｝ ［ ］ outside strings, a missing comma or quote, a raw line break in a string, a duplicate
   key, …) and goes on behind them. The lists of the top-level object are cut into elements, so that one bad
   question never takes the file with it: an element that can't be read is marked unsound, its neighbours are
   found again.

   Full-width punctuation outside strings is an error that the scanner can see through: the element counts as
   sound but not plain, json_plain gives the strict form of it, and json_mend that of the file. */

struct json_limits {
    size_t file_bytes;     /* 256 MiB at most: places are 32 bits wide */
    uint32_t depth;        /* 32 */
    uint32_t elements;     /* 1,000,000 in a file */
    uint32_t string_bytes; /* 65,536 in a string */
};
extern const struct json_limits json_default_limits;

enum json_type { JSON_NONE, JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_LIST, JSON_OBJECT };

struct json_span {
    uint32_t begin, end;
};

struct json_element {
    uint32_t begin;
    uint32_t length : 30;
    uint32_t sound : 1; /* it can be given to the parser */
    uint32_t plain : 1; /* as it stands; else through json_plain */
};

/* A key of the top-level object with its value. A list has its elements in json_index.elements. */
struct json_member {
    struct str key; /* unescaped keys only: a key with an escape in it is kept as written */
    struct json_span key_span, value;
    enum json_type type;
    bool sound, plain;
    uint32_t first_element, element_count;
};

/* A file whose root is a list has one member with an empty key. */
struct json_index {
    struct diag_file file;
    enum json_type root;
    struct json_member *members;
    uint32_t member_count;
    struct json_element *elements;
    uint32_t element_count;
};

/* `file.text` must be valid UTF-8 and outlive the index. False when nothing at all can be used. */
bool json_index_build(struct json_index *index, struct diag_file file, const struct json_limits *limits,
                      struct diags *diags);
void json_index_finish(struct json_index *index);
const struct json_member *json_index_get(const struct json_index *index,
                                         const char *key); /* NULL: not there */

/* Strict JSON of a sound value: without comments and trailing commas, full-width punctuation narrowed.
   Borrows the file's text when `plain`, else fills scratch. */
struct str json_plain(const struct json_index *index, struct json_span span, bool plain, struct buf *scratch);

/* The place of a value inside an element, by path: "answer", "options[2]", "source.id". An empty path gives
   the element. A path that leads nowhere gives the span of the innermost value that exists. */
struct json_span json_locate(struct str text, struct json_span within, const char *path);
/* The same for the last key of the path instead of its value. */
struct json_span json_locate_key(struct str text, struct json_span within, const char *path);

/* The whole text with everything mended that can be mended without guessing at meaning; comments stay.
   Returns the number of places changed. */
uint32_t json_mend(struct str text, struct buf *out);

#endif
