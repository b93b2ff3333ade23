#ifndef ANZHI_STORE_MEDIAN_H
#define ANZHI_STORE_MEDIAN_H

#include "store/results.h"

/* The median of the milliseconds of each of `groups` groups, in a list to be freed; 0 for a group without
   answers. With an even number the lower of the two in the middle. */

typedef uint32_t group_of_result(const void *context, const struct result *result);

uint32_t *medians_of(const struct results *results, group_of_result *group, const void *context,
                     uint32_t groups);

#endif
