#ifndef ANZHI_CLI_TRAIL_H
#define ANZHI_CLI_TRAIL_H

#include "cli/decide.h"
#include "content/content.h"

/* From something that is asked back to the line of its document. */

struct trail {
    const char *id, *kind; /* of the record; 事实, 集合 … */
    const char *says;      /* what it says, in a line; or "" */
    const char *file;      /* of the content */
    uint32_t line;
    const struct source *source; /* or NULL */
    const char *quote;           /* or "" */
    const char *words;           /* to be looked for when nothing better is known; or "" */
    const char *document;        /* the file's name; "": the record was not imported */
    uint32_t document_line;
    uint32_t draft; /* in the inbox, or INBOX_NONE */
};

/* The id of a record or of a question made of it ("f-city-2024/where"), or of a draft that was accepted.
   False: there is no such thing. All texts are the content's, the inbox's or the arena's. */
bool trail_find(struct desk *desk, const struct content *content, const char *id, struct trail *out);

#endif
