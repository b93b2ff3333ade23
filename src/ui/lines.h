#ifndef ANZHI_UI_LINES_H
#define ANZHI_UI_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "ui/metrics.h"

/* Where lines of Chinese break. libunistring says where Unicode allows it; a thin layer of ours adds what Chinese
   typesetting wants (no ，。 at a line start, no （《 at a line end, —— and …… whole, numbers with their units); then a
   dynamic programme chooses: fewest lines, ends of clauses, balance. Text is never clipped: fit_text goes down the
   size steps until the block fits its box, and says so when even the last does not. */

struct line {
    struct str text; /* without blanks at its ends */
    int32_t width;   /* 1/64 pixel */
};

struct lines {
    struct line *list;
    uint32_t count;
    int32_t widest; /* 1/64 pixel */
    bool forced;    /* some line had to be cut inside a word */
};

struct lines lines_break(struct str text, int32_t width, const struct metrics *metrics, enum face face, int32_t size,
                         struct arena *arena);

struct fit {
    int32_t size, pitch; /* pixels: type size, distance of lines */
    uint32_t step;       /* which of the sizes was taken */
    bool fits;           /* false: even the smallest is too high; show the first lines, page the rest */
    struct lines lines;
};

/* sizes: falling, in pixels, count of them; pitch_percent: line height in percent of the size. */
struct fit fit_text(struct str text, int32_t width_px, int32_t height_px, const int32_t *sizes, uint32_t count,
                    int32_t pitch_percent, const struct metrics *metrics, enum face face, struct arena *arena);

#endif
