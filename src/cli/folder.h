#ifndef ANZHI_CLI_FOLDER_H
#define ANZHI_CLI_FOLDER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "content/content.h"

/* A content folder (or a single file) on disk, as a content_source. A file is read when it is asked for, into
   memory of our own: an editor may save over it or cut it short while it is on the screen. (Mapped, such a
   file kills the program. Reading costs half a millisecond a megabyte more.) Hidden files, links that lead
   out of the folder or in circles, and anything that is no regular file are passed over. */

enum { FOLDER_DEEPEST = 8 }; /* folders within it; what lies deeper is nobody's content */

struct folder {
    struct arena arena;
    const char *root;      /* the folder, or the folder of the single file */
    const char *real_root; /* the same, links followed */
    struct content_source source;
    struct str *files; /* beside source.paths; not yet read: NULL */
    const char **paths;
    uint32_t count, room;
};

/* False, after saying so on stderr, when there is no such folder or file. */
bool folder_open(struct folder *folder, const char *path);
void folder_close(struct folder *folder);

#endif
