#ifndef ANZHI_CLI_STICK_LAST_H
#define ANZHI_CLI_STICK_LAST_H

#include "app/stick.h"

/* What became of the last stick, for a kiosk that runs while another process serves one: a line in the data
   folder. Whoever plugged it in stands before the screen and waits to be told. */

void stick_last_write(const char *data, const struct stick_outcome *outcome);
/* When it was written, in ns; 0: there is none, or it can't be read. */
int64_t stick_last_read(const char *data, struct stick_outcome *outcome);

#endif
