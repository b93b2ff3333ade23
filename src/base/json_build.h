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

void build_file(struct build *build, struct json_index *index, struct diag_file file,
                const struct json_limits *limits, struct diags *diags, struct edits *edits);

#endif
