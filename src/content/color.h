#ifndef ANZHI_CONTENT_COLOR_H
#define ANZHI_CONTENT_COLOR_H

#include <stdbool.h>
#include <stdint.h>

/* "#0D2137" → 0x0D2137. False: it is not written like this. */
bool color_read(const char *text, uint32_t *rgb);

#endif
