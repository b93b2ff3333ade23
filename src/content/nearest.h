#ifndef ANZHI_CONTENT_NEAREST_H
#define ANZHI_CONTENT_NEAREST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* How many single changes (a letter more, less, other, or two swapped) make one word of the other, letter
   case aside. Words are keys and ids: longer ones than NEAREST_LETTERS count as far apart. */

enum { NEAREST_LETTERS = 64 };

uint32_t nearest_distance(struct str a, struct str b);
/* Is that near enough to be suggested for a word of this length? */
bool nearest_is_near(uint32_t distance, size_t length);
/* By their lengths alone: is it worth asking for the distance? */
bool nearest_may_be(struct str word, struct str other);

#endif
