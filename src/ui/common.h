#ifndef ANZHI_UI_COMMON_H
#define ANZHI_UI_COMMON_H

#include <stdbool.h>
#include <stdint.h>

/* Common words of two to four characters from this subject and from everyday Chinese, so that a line rather
   ends between two words than inside one. A list, no dictionary: what it lacks is broken as before. */

enum { COMMON_LONGEST = 4 };

/* How many of the characters, from the first one on, are the longest common word; 0: none. */
uint32_t common_length(const uint32_t *codes, uint32_t count);

uint32_t common_count(void);
const uint16_t *common_word(uint32_t i); /* ended by 0; in the order of the characters' numbers */

#endif
