#ifndef ANZHI_SCREENS_WEEK_H
#define ANZHI_SCREENS_WEEK_H

#include "app/app.h"
#include "base/str.h"

/* The Week that the attract screen names. An official title is said whole or not at all: a year stands on the
   plate only when the theme of that year is known to its last word, else the plate has no year and the line
   is the one that holds for every year. */

struct week {
    const char *year;         /* "" none */
    struct str days;          /* "" not known, or not of this year */
    struct str first, second; /* the theme; second "" when it has no comma */
    struct str subtheme;      /* "" none */
};

struct week week_of(const struct app *app, const struct content *content);

#endif
