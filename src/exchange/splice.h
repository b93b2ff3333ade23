#ifndef ANZHI_EXCHANGE_SPLICE_H
#define ANZHI_EXCHANGE_SPLICE_H

#include <stdbool.h>

#include "base/str.h"

/* A record is put into an editor's file behind the last one of its list; every other byte stays as it is. The
   list is made when there is none. */

/* The record has its lines ended by "\n" and indented by two blanks a level, beginning with none. False: this
   is no file that could take it. */
bool splice(struct str text, const char *list, struct str record, struct buf *out);

#endif
