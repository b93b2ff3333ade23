#ifndef ANZHI_UI_THEME_H
#define ANZHI_UI_THEME_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/draw.h"

/* The three palettes: light for a bright hall, dark for the evening, contrast for tired eyes. A view names
   colours by key; only the renderer and the contrast test ask what they are. */

enum theme { THEME_LIGHT, THEME_DARK, THEME_CONTRAST, THEMES };

const char *theme_name(enum theme theme);
bool theme_find(const char *name, enum theme *theme);     /* false: no such theme */
uint32_t color_value(enum theme theme, enum color color); /* 0xRRGGBB */

/* Relative luminance as WCAG defines it, times 65536, without floating point: within 1/1000 of the formula.
 */
uint32_t color_luminance(uint32_t rgb);
/* Contrast of two colours times 100: 450 is 4.5 : 1. */
uint32_t color_contrast(uint32_t a, uint32_t b);

#endif
