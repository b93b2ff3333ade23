#ifndef ANZHI_CONTENT_GROUP_H
#define ANZHI_CONTENT_GROUP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* Which of the paths below the root belong to which pack. It knows paths only, not what is in the files. */

enum place { PLACE_PACK, PLACE_KIOSK, PLACE_THEME, PLACE_IGNORED, PLACE_MISPLACED, PLACE_EXTENSION };

struct grouped {
    const char *path;
    uint32_t pack; /* PLACE_PACK: index in `packs` */
    enum place place;
};

struct group {
    struct grouped *files; /* as the paths come */
    uint32_t file_count;
    const char **packs; /* the folder of each, with '/' at its end; or the file */
    uint32_t pack_count;
    bool is_content; /* the root is a content folder, not a pack */
};

void group_paths(struct group *group, struct arena *arena, const char *const *paths, uint32_t count);

#endif
