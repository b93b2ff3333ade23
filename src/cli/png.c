#include "cli/png.h"

#include <png.h>
#include <stdio.h>
#include <unistd.h>

#include "base/memory.h"
#include "cli/few_colors.h"

static void pack_row(uint8_t *to, const uint32_t *from, int32_t count) {
    for (int32_t x = 0; x < count; x++) {
        to[3 * x] = (uint8_t)(from[x] >> 16);
        to[3 * x + 1] = (uint8_t)(from[x] >> 8);
        to[3 * x + 2] = (uint8_t)from[x];
    }
}

/* libpng leaves by longjmp when something fails: nothing is kept in variables that it could lose. */
static bool begin(png_structp png, FILE *file, enum png_effort effort) {
    if (setjmp(png_jmpbuf(png))) return false;
    png_init_io(png, file);
    png_set_compression_level(png, effort == PNG_QUICK ? 1 : 9);
    png_set_filter(png, 0, effort == PNG_SMALL ? PNG_ALL_FILTERS : PNG_FILTER_NONE);
    return true;
}

static bool write_rows(png_structp png, png_infop info, const struct canvas *canvas, uint8_t *row) {
    if (setjmp(png_jmpbuf(png))) return false;
    png_set_IHDR(png, info, (png_uint_32)canvas->w, (png_uint_32)canvas->h, 8, PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    for (int32_t y = 0; y < canvas->h; y++) {
        pack_row(row, canvas_row(canvas, y), canvas->w);
        png_write_row(png, row);
    }
    png_write_end(png, info);
    return true;
}

static bool write_places(png_structp png, png_infop info, const struct canvas *canvas,
                         const struct few_colors *few) {
    png_color palette[FEW_COLORS];
    if (setjmp(png_jmpbuf(png))) return false;
    for (uint32_t i = 0; i < few->count; i++)
        palette[i] = (png_color){(png_byte)(few->colors[i] >> 16), (png_byte)(few->colors[i] >> 8),
                                 (png_byte)few->colors[i]};
    png_set_IHDR(png, info, (png_uint_32)canvas->w, (png_uint_32)canvas->h, 8, PNG_COLOR_TYPE_PALETTE,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_PLTE(png, info, palette, (int)few->count);
    png_write_info(png, info);
    for (int32_t y = 0; y < canvas->h; y++) png_write_row(png, few->pixels + (ptrdiff_t)y * canvas->w);
    png_write_end(png, info);
    return true;
}

static bool write_few_colors(png_structp png, png_infop info, const struct canvas *canvas) {
    struct few_colors few;
    few_colors_find(&few, canvas);
    bool written = write_places(png, info, canvas, &few);
    few_colors_finish(&few);
    return written;
}

static bool write_file(FILE *file, const struct canvas *canvas, enum png_effort effort) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    uint8_t *row = memory_zeroed(3 * (size_t)canvas->w);
    bool written = info && begin(png, file, effort);
    if (written && effort == PNG_FEW_COLORS)
        written = write_few_colors(png, info, canvas);
    else if (written)
        written = write_rows(png, info, canvas, row);
    memory_give_back(row);
    png_destroy_write_struct(&png, &info);
    return written;
}

bool png_write(const char *path, const struct canvas *canvas, enum png_effort effort) {
    FILE *file = fopen(path, "wb");
    if (!file) return false;
    bool written = write_file(file, canvas, effort);
    if (fclose(file) != 0) written = false;
    if (!written) unlink(path);
    return written;
}
