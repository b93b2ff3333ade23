#ifndef ANZHI_CLI_STICK_H
#define ANZHI_CLI_STICK_H

#include <stddef.h>

#include "app/stick.h"
#include "base/str.h"

/* A stick is plugged in: new content comes from it, this machine's scores go to it. It may be pulled at any
   moment: either side has the old or the new, whole. */

/* On it: a folder for each machine's scores, and one for all of them. */
#define STICK_SCORES "anzhi-scores"
#define STICK_ALL "anzhi-all"

/* `playing` is the content folder that is played now. */
struct stick_outcome stick_serve(const char *stick, const char *data, const char *playing);

/* The scores of all machines that are on it, into one store beside them, and as tables. */
struct stick_outcome stick_merge(const char *stick);

/* Where a stick is mounted: the last of such places that can be written to. False: nowhere. */
bool stick_find(char *path, size_t room);
bool stick_find_in(struct str mounts, char *path, size_t room); /* mounts: as in /proc/self/mounts */

/* 10 comes after 9: less than, equal to or greater than 0. */
int version_compare(const char *a, const char *b);

#endif
