#ifndef ANZHI_CLI_PNG_H
#define ANZHI_CLI_PNG_H

#include <stdbool.h>

#include "paint/canvas.h"

enum png_effort {
    PNG_QUICK,
    PNG_SMALL,
    PNG_FEW_COLORS /* smaller still: 256 colours at most */
};

/* A canvas as a PNG file. False: it could not be written; the file is then gone. */
bool png_write(const char *path, const struct canvas *canvas, enum png_effort effort);

#endif
