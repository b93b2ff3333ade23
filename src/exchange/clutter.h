#ifndef ANZHI_EXCHANGE_CLUTTER_H
#define ANZHI_EXCHANGE_CLUTTER_H

#include "base/str.h"

/* What stands around the text of a page: buttons, advertisements, pictures. */

enum clutter {
    CLUTTER_NONE,
    CLUTTER_LINE, /* this line is none of the text */
    CLUTTER_REST  /* neither is all that follows, if there was text before */
};

/* `line` has no blanks around it and no marks for bold. */
enum clutter clutter_of(struct str line);

#endif
