#ifndef ANZHI_CLI_OWN_CONTENT_H
#define ANZHI_CLI_OWN_CONTENT_H

#include <stdbool.h>

#include "base/arena.h"

/* The content that this machine took over from a stick: a folder `content` in the data folder, which is
   played instead of the installed one. It changes as a whole or not at all, whenever the power goes. */

/* The folder to play: the one that was asked for, else this machine's own, else the installed one. */
const char *content_to_play(const char *asked, const char *data, struct arena *arena);

/* Copies a content folder beside the own one, reads the copy, and lets it take its place. False: the disk or
   the stick would not, and all is as before. */
bool own_content_replace(const char *from, const char *data);

#endif
