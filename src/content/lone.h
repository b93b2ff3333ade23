#ifndef ANZHI_CONTENT_LONE_H
#define ANZHI_CONTENT_LONE_H

#include "content/loader.h"

/* A file that is one record: kiosk.json, a theme. */
struct lone {
    struct content_file file;
    struct element element;
    bool whole; /* every part of it could be read */
};

/* Opened and checked against the table of keys. False: nothing of it can be used; then `effect` was said, and
   there is nothing to close. */
bool lone_open(struct loader *loader, const char *path, enum record_kind kind, const char *effect,
               struct lone *lone);
void lone_close(struct loader *loader, struct lone *lone);

#endif
