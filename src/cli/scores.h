#ifndef ANZHI_CLI_SCORES_H
#define ANZHI_CLI_SCORES_H

#include "store/results.h"

/* The scores of a data folder, for commands that look at them: nothing is written, a kiosk may be running.
   `data` NULL: the usual folder. False, after saying why on stderr. */

/* Why the scores of a folder can't be had; one of SQLite's codes. */
void scores_complain(const char *folder, int code);
bool scores_open(const char *data, sqlite3 **db);
bool scores_read(const char *data, struct results *results); /* results_finish when true */

#endif
