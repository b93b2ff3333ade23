#ifndef ANZHI_EXCHANGE_OVERLAY_H
#define ANZHI_EXCHANGE_OVERLAY_H

#include "content/content.h"

/* A content folder as it would be with some of its files changed, or with new ones: what is about to be
   written is read and checked before it is. */

struct overlay_file {
    const char *path;
    struct str before; /* at NULL: a new file */
    struct str after;
};

struct overlay {
    struct arena arena;
    const struct content_source *below;
    struct content_source source; /* to be read from */
    struct overlay_file *files;
    uint32_t file_count, file_room;
};

void overlay_init(struct overlay *overlay, const struct content_source *below);
void overlay_finish(struct overlay *overlay);

/* The text is copied; what was put there before stays readable for who still reads it. */
void overlay_put(struct overlay *overlay, const char *path, struct str text);

#endif
