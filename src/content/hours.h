#ifndef ANZHI_CONTENT_HOURS_H
#define ANZHI_CONTENT_HOURS_H

#include "content/model.h"

/* Hours of the day as an editor writes them: "21:00-08:30". */

bool hours_read(const char *text, struct hours *hours);                 /* false: not written so */
bool hours_hold(const struct hours *hours, uint32_t minute_of_the_day); /* the last minute lies outside */

#endif
