#ifndef ANZHI_CLI_KEPT_FILE_H
#define ANZHI_CLI_KEPT_FILE_H

#include <stdbool.h>
#include <stdint.h>

/* What of the operator's outlasts the program: a small text in the data folder, `operator-kept`, a name and a
   number a line. What it does not say, or says wrong, is as at first. */

struct kept {
    uint32_t theme,
        site_theme; /* the chosen one, and the site's at that time: another one of the site wins */
    uint32_t volume;
    uint32_t wrong; /* tries of the PIN */
    bool has_theme, has_volume;
};

void kept_file_read(const char *folder, struct kept *kept);
bool kept_file_write(const char *folder, const struct kept *kept);

#endif
