#ifndef ANZHI_UI_LINES_H
#define ANZHI_UI_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "ui/metrics.h"

/* How a text becomes lines of Chinese: breaks where breaks.h allows, chosen by a dynamic programme for fewest
   lines, ends of clauses, balance. Text is never clipped: fit_text goes down the size steps until the block
   fits its box, and says so when even the last does not. The empty half of a full-width mark may hang over an
   edge: widths don't count it. */

struct line {
    struct str text; /* without blanks at its ends */
    int32_t width; /* 1/64 pixel, without the empty half of a closing mark at its end and of an opening one at
                      its start */
    int32_t hang;  /* 1/64 pixel: how far left of the edge the text begins */
};

struct lines {
    struct line *list;
    uint32_t count;
    uint32_t cuts;  /* lines that end inside a word */
    uint32_t inner; /* lines but the last that end inside a clause, those among them */
    int32_t widest; /* 1/64 pixel */
    bool forced;    /* some line had to be cut inside a word */
};

/* width in pixels. most: not more lines than that if it can be helped; 0: any. */
struct lines lines_break(struct str text, int32_t width, uint32_t most, const struct metrics *metrics,
                         enum face face, int32_t size, struct arena *arena);
/* How many lines the text needs at least: cheap, for choosing a size. */
uint32_t lines_needed(struct str text, int32_t width, const struct metrics *metrics, enum face face,
                      int32_t size, struct arena *arena);

struct fit {
    int32_t size, pitch; /* pixels: type size, distance of lines */
    uint32_t step;       /* which of the sizes was taken */
    bool fits;           /* false: even the smallest is too high; show the first lines, page the rest */
    struct lines lines;
};

/* The sizes of a role: falling, in pixels, and the line height in percent of the size. */
struct fit_steps {
    const int32_t *sizes;
    uint32_t count;
    int32_t pitch_percent;
    bool headline; /* a step up to 20 % smaller wins when no line ends inside a clause, else up to 26 %
                      when it cuts fewer words and clauses or needs fewer lines */
};

/* What a headline gives for better lines: a smaller size is taken when this and what is shrunk, in
   thousandths, are less together. */
enum { HEADLINE_LEAST = 74 }; /* percent of the largest size that fits */
int32_t lines_roughness(const struct lines *lines);

struct fit fit_text(struct str text, int32_t width, int32_t height, struct fit_steps steps,
                    const struct metrics *metrics, enum face face, struct arena *arena);
/* From the top of the first em box to the bottom of the last. */
int32_t fit_height(const struct fit *fit);
int32_t lines_height(uint32_t count, int32_t size, int32_t pitch);

#endif
