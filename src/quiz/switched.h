#ifndef ANZHI_QUIZ_SWITCHED_H
#define ANZHI_QUIZ_SWITCHED_H

#include <stdbool.h>
#include <stdint.h>

/* Questions that the operator has switched off, by their ids. There are a handful at most: an editor takes
   out the others. */

struct switched {
    uint64_t *items; /* hashes of the ids */
    uint32_t count, room;
};

void switched_set(struct switched *switched, const char *id, bool off);
bool switched_has(const struct switched *switched, const char *id); /* NULL: none is off */
void switched_finish(struct switched *switched);

#endif
