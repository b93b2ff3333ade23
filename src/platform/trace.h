#ifndef ANZHI_PLATFORM_TRACE_H
#define ANZHI_PLATFORM_TRACE_H

#include <stdbool.h>
#include <stdint.h>

/* Where the time of a start goes: marks on stderr, each with the milliseconds since the process began and
   since the last mark, and those of them in which this thread was at work, which a busy machine does not
   change. Silent unless it is switched on. */

void trace_begin(bool on);
void trace_mark(const char *what);

uint64_t clock_micros(void); /* of no particular origin; never goes back */

#endif
