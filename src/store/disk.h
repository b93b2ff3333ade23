#ifndef ANZHI_STORE_DISK_H
#define ANZHI_STORE_DISK_H

#include <stdbool.h>

#include "base/str.h"

/* What has to be said to a file system so that a power cut finds what was written. */

bool disk_settle(const char *path);
bool disk_settle_folder(const char *path); /* the folder that the file stands in */
bool disk_is_folder(const char *path);
bool disk_make_folder(const char *folder); /* and those above it; for nobody else's eyes */
/* The file with these bytes, or as it was: they are on the disk under the name `beside`, in the same folder,
   before they get theirs. False: errno says why. */
bool disk_replace(const char *path, const char *beside, struct str bytes, bool is_private);
/* A file that is new is for nobody else's eyes; what SQLite puts beside it follows it in this. */
void disk_make_private(const char *path);
/* A file of ours that we may not write is made one that we may. */
void disk_make_writable(const char *path);
/* The one that may write here. A descriptor to be kept; -1: another has it, -2: it can't be had. */
int disk_take_lock(const char *folder);

#endif
