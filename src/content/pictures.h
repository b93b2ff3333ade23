#ifndef ANZHI_CONTENT_PICTURES_H
#define ANZHI_CONTENT_PICTURES_H

#include "content/element.h"
#include "content/image.h"
#include "content/loader.h"

/* What `image` names: a drawing that is compiled in, or a file in images/ of the record's own pack. A picture
   that is wanting is an error, but costs the record nothing: its place stays empty. */

/* Of the record whose "image" is `item`, NULL for none: as struct record has it. "" when there is no such
   picture, so that nobody keeps room for it. */
const char *element_image(struct element *element, const cJSON *item);
/* A picture of the pack's own, without words for who can't see it: a warning. */
void element_check_alt(struct element *element, const char *image, const char *alt);

/* With everything checked: is each file that is named a picture, and each picture of a pack named? */
void check_pictures(struct loader *loader);

#endif
