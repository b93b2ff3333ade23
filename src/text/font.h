#ifndef ANZHI_TEXT_FONT_H
#define ANZHI_TEXT_FONT_H

#include <SDL_ttf.h>

#include "text/faces.h"

/* One file of a face. Open, SDL_ttf holds nearly 3 MB for each of Noto's; asleep it holds nothing but the
   descriptor, so that the file may even be deleted or replaced, and wakes within two milliseconds. */

enum { FONT_EM = 1000 }; /* the size at which advances are measured: Noto's own units */

struct font {
    struct face_file file;
    SDL_RWops *bytes; /* NULL: it is not there */
    long index;       /* of the family in its collection */
    TTF_Font *ttf;    /* NULL: asleep */
    int32_t size;
};

/* Without bytes when it isn't there, isn't a font or lacks the family. */
struct font font_open(struct face_file file);
void font_close(struct font *font);
/* False: it isn't there, or can't be read any more. */
bool font_wake(struct font *font);
void font_sleep(struct font *font);
/* Awake, at this size; NULL: it can't be woken. */
TTF_Font *font_at(struct font *font, int32_t size);

#endif
