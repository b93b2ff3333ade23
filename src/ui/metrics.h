#ifndef ANZHI_UI_METRICS_H
#define ANZHI_UI_METRICS_H

#include <stdint.h>

#include "base/str.h"

/* How wide text is. Layout asks through this interface and knows no font: the real one measures faces, the
   one in tests is arithmetic. Widths are in 1/64 pixel. */

struct words_known;

enum face { FACE_SANS, FACE_SANS_BOLD, FACE_SERIF_BOLD, FACES };

struct metrics {
    void *context;
    int32_t (*advance)(void *context, enum face face, int32_t size, uint32_t code);
    const struct words_known *known; /* names that lines are not broken in; NULL: none */
};

/* Of one line: with the air between its characters (ui/spacing.h). */
int32_t metrics_width(const struct metrics *metrics, enum face face, int32_t size, struct str text);
const char *face_name(enum face face);

/* Han and full-width marks one em, digits and Latin about half: for tests and for a first layout without
 * faces. */
extern const struct metrics metrics_plain;

#endif
