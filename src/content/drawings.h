#ifndef ANZHI_CONTENT_DRAWINGS_H
#define ANZHI_CONTENT_DRAWINGS_H

#include "content/element.h"

/* What `image` may name: a file in the pack's images/, which has an ending, or one of the drawings that are
   compiled in, which has none. */

extern const uint32_t drawing_count;
bool drawing_is_ours(struct str name);
bool image_is_drawing(const char *image);
/* The record's "image"; a drawing that does not exist is a mistake. */
const char *element_image(struct element *element);

#endif
