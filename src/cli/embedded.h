#ifndef ANZHI_CLI_EMBEDDED_H
#define ANZHI_CLI_EMBEDDED_H

#include <stddef.h>

#include "text/drawings.h"

/* Files that are compiled in, so that the program needs nothing beside itself to draw. */

struct embedded {
    const char *name; /* without its ending; NULL ends a table */
    const unsigned char *bytes;
    size_t size;
};

extern const struct embedded built_in_drawings[]; /* assets/illustrations */

struct drawing_source embedded_drawings(void);

#endif
