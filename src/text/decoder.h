#ifndef ANZHI_TEXT_DECODER_H
#define ANZHI_TEXT_DECODER_H

#include <SDL.h>

#include "content/image.h"

/* The bytes of a picture as pixels of 0xAARRGGBB. They come from SDL2_image, which is opened with the first
   picture: it brings a dozen libraries along, and no start need wait for those. NULL: it would not have them,
   or it is not there. */

SDL_Surface *decoder_bitmap(struct str bytes, enum image_kind kind);
SDL_Surface *decoder_svg(struct str bytes, int32_t w, int32_t h); /* as large as fits */

#endif
