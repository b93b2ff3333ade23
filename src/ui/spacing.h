#ifndef ANZHI_UI_SPACING_H
#define ANZHI_UI_SPACING_H

#include <stdint.h>

/* The air between two characters of one line, in one place, so that what measures, what breaks and what
   paints never differ by 1/64 pixel: of two full-width marks in a row the empty half em between them goes,
   and a quarter em stands between Chinese and Latin letters or digits. Air belongs to a pair: at the ends of
   a line there is none. It knows no face: how far a character moves the pen it is told. */

/* Where the ink of a full-width mark stands in its em: the other half of it is empty. */
enum ink { INK_ALL, INK_LEFT, INK_RIGHT };
enum ink code_ink(uint32_t code);

/* Moves over a line. Begin with {0}. Lengths are 1/64 pixel. */
struct pen {
    uint32_t code; /* the last character; 0: none yet */
    int32_t advance;
    int32_t x; /* where the last character ends */
};

/* The air between the pen's last character and the next one; negative where they move together. */
int32_t pen_gap(const struct pen *pen, uint32_t code, int32_t advance, int32_t size);
/* Sets the next character; returns where it begins. */
int32_t pen_set(struct pen *pen, uint32_t code, int32_t advance, int32_t size);

#endif
