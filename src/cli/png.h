#ifndef ANZHI_CLI_PNG_H
#define ANZHI_CLI_PNG_H

#include <stdbool.h>

#include "paint/canvas.h"

/* A canvas as a PNG file, compressed for speed. False: it could not be written; the file is then gone. */
bool png_write(const char *path, const struct canvas *canvas);

#endif
