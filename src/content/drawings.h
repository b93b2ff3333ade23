#ifndef ANZHI_CONTENT_DRAWINGS_H
#define ANZHI_CONTENT_DRAWINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* What `image` may name: a file in the pack's images/, which has an ending, or one of the drawings that are
   compiled in, which has none. */

extern const uint32_t drawing_count;
const char *drawing_name(uint32_t index);
bool drawing_is_ours(struct str name);
bool image_is_drawing(const char *image);

#endif
