#ifndef ANZHI_CLI_WATCH_H
#define ANZHI_CLI_WATCH_H

#include <stdbool.h>
#include <stdint.h>

/* Whether a content folder has changed, by looking: names, sizes and times of its files. Looking works on
   network shares, where nothing would be told, and costs some microseconds a file. What is still being copied
   changes from one look to the next and is left alone until it doesn't. */

struct watch {
    const char *folder; /* borrowed */
    uint64_t taken;     /* how it was when it was last read */
    uint64_t seen;      /* at the last look */
};

/* How a folder is now; 0: it is not there. */
uint64_t watch_sight(const char *folder);
/* `taken`: how it was just before it was read, so that what changes during the reading is not missed. */
void watch_begin(struct watch *watch, const char *folder, uint64_t taken);
/* Another folder from now on, of which nothing has been read yet. */
void watch_turn(struct watch *watch, const char *folder);
/* True: it is not as it was when it was last read, and has kept still since the last look. From then on it
   counts as read. */
bool watch_look(struct watch *watch);

/* What the check of a folder found, for the editor: a text file in the folder itself, or, when that can't be
   written, in the data folder. The file does not count as a change. */
#define WATCH_REPORT "检查报告.txt"

#endif
