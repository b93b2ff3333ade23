#ifndef ANZHI_EXCHANGE_CLASH_ABOUT_H
#define ANZHI_EXCHANGE_CLASH_ABOUT_H

#include "content/model.h"
#include "exchange/draft.h"

/* What is claimed of a subject; false when it is nothing that can be contradicted. */

enum about {
    ABOUT_TIME,
    ABOUT_PLACE,
    ABOUT_THEME,
    ABOUT_HOSTS,
    ABOUT_CALLERS, /* who called a meeting, who led it: often two */
    ABOUT_SIGNERS, /* from here on the subjects must be equal */
    ABOUT_DEED,    /* when it was released, signed … */
    ABOUT_POST,
    ABOUT_VERSION,
    ABOUT_LONG_NAME,
    ABOUT_MEANING,
    ABOUT_MEMBERS, /* of a group that has a name */
    ABOUT_NUMBER,
    ABOUT_ITSELF /* it was issued, founded … */
};

bool about_of_draft(const struct draft *draft, enum about *about);
bool about_of_fact(const struct fact *fact, enum about *about);
/* What was done on a day that is said of it. */
const char *about_deed(const char *attribute);
/* What a number counts, in one word for one thing. */
const char *about_counted(const char *attribute);
/* Who led it and who called it are two questions. */
bool about_leading(const char *attribute);
/* The name of the group that a list is: its subject, or what is said of it. */
const char *about_group(const struct draft *draft);

#endif
