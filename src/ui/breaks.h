#ifndef ANZHI_UI_BREAKS_H
#define ANZHI_UI_BREAKS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "ui/metrics.h"

/* Where a line of Chinese may break: libunistring's answer for Unicode's rules, corrected by a thin layer for
   what Chinese typesetting wants. It knows nothing of widths to fill. */

enum glyph_break { BREAK_NEVER, BREAK_POSSIBLE, BREAK_FORCED, BREAK_MUST };

/* Bits. A compound falls into two common words there: 网络|安全. */
enum word_inside { INSIDE_WORD = 1, INSIDE_NAME = 2, INSIDE_COMPOUND = 4 };

struct glyph {
    uint32_t code, offset; /* offset in the text's bytes */
    int32_t width;         /* 1/64 pixel */
    int32_t gap;           /* 1/64 pixel: the air before it, when a line does not begin with it */
    uint8_t before;        /* enum glyph_break: may a line begin with this one? */
    uint8_t inside;        /* enum word_inside: would a line that begins with it cut a word? */
};

struct glyphs {
    struct glyph *list; /* one more than count: the end, with the text's length as its offset */
    uint32_t count;
};

struct glyphs glyphs_read(struct str text, const struct metrics *metrics, enum face face, int32_t size,
                          struct arena *arena);

bool code_closes(uint32_t code);      /* never begins a line */
bool code_opens(uint32_t code);       /* never ends a line */
bool code_ends_clause(uint32_t code); /* ，。；：？！ */
bool code_is_blank(uint32_t code);

#endif
