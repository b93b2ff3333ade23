#ifndef ANZHI_CLI_FOLDER_H
#define ANZHI_CLI_FOLDER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "content/content.h"

/* A content folder (or a single file) on disk, as a content_source. Small files are read into memory; large
   ones are mapped, so that 100,000 questions cost no memory until they are asked. Hidden files, links that
   lead out of the folder's tree by going in circles, and anything that is no regular file are passed over. */

struct folder_file {
    struct str bytes;
    void *mapping; /* NULL: bytes are in memory of our own */
};

struct folder {
    struct arena arena;
    const char *root; /* the folder, or the folder of the single file */
    struct content_source source;
    struct folder_file *files; /* beside source.paths */
    const char **paths;
    uint32_t count, room;
};

/* False, after saying so on stderr, when there is no such folder or file. */
bool folder_open(struct folder *folder, const char *path);
void folder_close(struct folder *folder);

#endif
