#include "text/decoder.h"

#include <SDL_image.h>
#include <string.h>

/* Opened once; asked for again it is only found. NULL: there is none. */
static void find(const char *name, void *function, size_t size) {
    void *library = name ? SDL_LoadObject(SDL_IMAGE_LIBRARY) : NULL;
    void *found = library ? SDL_LoadFunction(library, name) : NULL;
    memcpy(function, &found, size);
}

static SDL_Surface *take(SDL_RWops *file, SDL_Surface *decoded) {
    SDL_RWclose(file);
    SDL_Surface *surface = decoded ? SDL_ConvertSurfaceFormat(decoded, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    SDL_FreeSurface(decoded);
    return surface;
}

SDL_Surface *decoder_bitmap(struct str bytes, enum image_kind kind) {
    static const char *const names[] = {[IMAGE_PNG] = "IMG_LoadPNG_RW",
                                        [IMAGE_JPEG] = "IMG_LoadJPG_RW",
                                        [IMAGE_WEBP] = "IMG_LoadWEBP_RW",
                                        [IMAGE_SVG] = NULL};
    SDL_Surface *(SDLCALL * load)(SDL_RWops *);
    find(names[kind], &load, sizeof load);
    SDL_RWops *file = load ? SDL_RWFromConstMem(bytes.at, (int)bytes.len) : NULL;
    return file ? take(file, load(file)) : NULL;
}

SDL_Surface *decoder_svg(struct str bytes, int32_t w, int32_t h) {
    SDL_Surface *(SDLCALL * load)(SDL_RWops *, int, int);
    find("IMG_LoadSizedSVG_RW", &load, sizeof load);
    SDL_RWops *file = load ? SDL_RWFromConstMem(bytes.at, (int)bytes.len) : NULL;
    return file ? take(file, load(file, w, h)) : NULL;
}
