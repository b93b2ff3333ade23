#ifndef ANZHI_UI_THEME_H
#define ANZHI_UI_THEME_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/draw.h"

/* The palettes: light for a bright hall, dark for the evening, contrast for tired eyes, and those that a site
   brings. A view names colours by key; only the renderer and the contrast tests ask what they are. */

enum theme { THEME_LIGHT, THEME_DARK, THEME_CONTRAST, THEMES, THEME_OWN = THEMES /* the site's */ };

struct palette {
    const char *name;
    enum theme base;         /* whose layout it has: contrast draws outlines, and nothing in serif */
    uint32_t colors[COLORS]; /* 0xRRGGBB */
};

const struct palette *theme_palette(enum theme theme); /* a built-in one */
bool theme_find(const char *name, enum theme *theme);  /* false: no such theme is built in */
uint32_t color_value(const struct palette *palette, enum color color);

/* Relative luminance as WCAG defines it, times 65536, without floating point: within 1/1000 of the formula.
 */
uint32_t color_luminance(uint32_t rgb);
/* Contrast of two colours times 100: 450 is 4.5 : 1. */
uint32_t color_contrast(uint32_t a, uint32_t b);

/* A text and what stands behind it. COLOR_GROUND is the whole ground: its planes and the horizon too. */
struct pair {
    enum color text, on;
};
/* Every pair that a screen draws, or draws the other way round; tests/screens holds each text of each screen
 * against it. */
extern const struct pair theme_pairs[];
extern const uint32_t theme_pair_count;
uint32_t theme_find_pair(struct pair pair); /* theme_pair_count: it is not there */
/* Times 100: 4.5 : 1, and 7 : 1 for tired eyes. */
uint32_t theme_least_contrast(enum theme base);
/* The contrast of a pair where it is least; pair->on becomes the colour where that is. */
uint32_t palette_contrast(const struct palette *palette, struct pair *pair);

#endif
