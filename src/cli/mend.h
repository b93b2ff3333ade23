#ifndef ANZHI_CLI_MEND_H
#define ANZHI_CLI_MEND_H

#include <stdbool.h>

/* `check --fix`: rewrites what can be mended without guessing at meaning, a file at a time, by a new file
   that takes the old one's place when it is safely on the disk. The old one stays beside it as NAME.bak. */

/* Says on stderr which files were changed. False when one could not be written. */
bool mend_folder(const char *path);

#endif
