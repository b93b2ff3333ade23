#ifndef ANZHI_CLI_RECORDED_H
#define ANZHI_CLI_RECORDED_H

#include "cli/loaded.h"

/* Where no window can be had: a recorded round, told in text. */

/* False: the recording does not fit the content. */
bool recorded_round_play(struct loaded *loaded);

#endif
