#ifndef ANZHI_CLI_SWITCH_FILE_H
#define ANZHI_CLI_SWITCH_FILE_H

#include "store/switches.h"

/* Beside the rows of the store, a line for each question that was switched off or on: should the store be set
   aside as damaged, what is off stays off. The file is only ever added to. */

bool switch_file_add(const char *folder, const char *item, bool off);
/* Lines one after the other, the oldest first; what can't be read is passed over. */
void switch_file_read(const char *folder, switches_take *take, void *context);

#endif
