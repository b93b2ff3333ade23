#ifndef ANZHI_EXCHANGE_LINES_H
#define ANZHI_EXCHANGE_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* The lines of a file that are its text, and what its front matter says. */

struct line {
    struct str text;         /* without blanks around it; marks for bold are still in it */
    uint32_t number, column; /* where text begins in the file: from 1, from 0 */
    uint32_t chars;
    uint32_t blanks_before; /* empty or cluttered lines between this line and the one before */
    bool opens_page;        /* of slides: it began with one blank, or with a form feed */
    bool is_heading;        /* marked so: # or bold from end to end */
    bool is_header;         /* stands more than once in the document, as the top of slides does */
    bool is_repeat;         /* a header that was there before */
    bool is_counter;        /* of slides: 01 */
};

struct lines {
    struct line *list;
    uint32_t count, room;
    struct str title, publisher, url, date; /* of the front matter */
    uint32_t title_line, title_column;      /* 0: there is no title */
    bool has_front_matter;
    bool had_rest; /* of the page's clutter; nothing behind it was read */
};

/* The text must outlive the lines. */
void lines_read(struct lines *lines, struct str text);
void lines_finish(struct lines *lines);
/* Short lines without front matter. */
bool lines_are_slides(const struct lines *lines);

#endif
