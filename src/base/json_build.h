#ifndef ANZHI_BASE_JSON_BUILD_H
#define ANZHI_BASE_JSON_BUILD_H

#include "base/json.h"
#include "base/json_read.h"
#include "base/json_recover.h"
#include "base/json_scan.h"

/* The way through a file that building the index and mending share: members, lists and elements, each read by
   the quick scanner and, where that refuses, by the patient reader. Inside base only. */

struct build {
    struct json_index *index;
    struct scan scan;
    struct reader reader;
    struct recovery recovery;
    uint32_t element_room, member_room;
    bool stopped; /* nothing behind this place can be used */
};

enum want { WANT_VALUE, WANT_COMMA, WANT_EITHER };

/* Where we are in a list of elements or in the top-level object. */
struct place {
    uint32_t at;
    enum want want;
    struct json_span comma; /* the one just read */
};

/* Makes the token at `at` the current one, with a clean slate for what it begins. */
void build_jump(struct build *build, uint32_t at);
/* Goes on at `at`, behind something lost that began at `begin`. What was read ahead is read again without a
 * second message. */
void build_go_back(struct build *build, struct place *place, uint32_t begin, uint32_t at);
bool build_quick_value(struct build *build, uint32_t begin, uint32_t depth, uint32_t *end);
void build_take_comma(struct build *build, struct place *place, struct json_member *member);
void build_drop_trailing_comma(struct build *build, const struct place *place, struct json_member *member);
void build_report_harmless(struct reader *reader, enum problem problem, bool missing);
/* The elements of the list whose opening bracket is the current token; gives the place behind the list. */
uint32_t build_elements(struct build *build, struct json_member *member, uint32_t depth);

void build_file(struct build *build, struct json_index *index, struct diag_file file,
                const struct json_limits *limits, struct diags *diags, struct edits *edits);

#endif
