#ifndef ANZHI_PLATFORM_PRESENTER_H
#define ANZHI_PLATFORM_PRESENTER_H

#include <SDL.h>

#include "paint/canvas.h"
#include "ui/view.h"

/* A window, and two ways of bringing a canvas into it. SURFACE: the window's own pixels in memory shared with
   the X server, only what is damaged goes over. TEXTURE: one streaming texture, updated where it is damaged,
   for displays that only a GPU reaches. On X11 SDL would take the way over GL even for the surface unless it
   is told not to before the first one; on Wayland it has no other way: so the choice is made by the driver's
   name, before anything is created. A turned panel is turned here: nobody above knows. */

enum presenter_kind { PRESENTER_AUTO, PRESENTER_SURFACE, PRESENTER_TEXTURE, PRESENTER_KINDS };

struct presenter_wish {
    enum presenter_kind kind;
    struct display windowed; /* w 0: the whole display */
    int32_t turn;            /* degrees clockwise: 0, 90, 180, 270 */
};

struct presenter {
    enum presenter_kind kind; /* the one that was taken */
    int32_t turn;
    SDL_Window *window;
    SDL_Renderer *renderer;
    SDL_Texture *texture;
    struct canvas canvas;  /* what is painted on: over the surface when nothing has to be turned */
    struct canvas surface; /* over the window's pixels */
    SDL_Thread *clearing;  /* its memory, until the first picture is shown; NULL: nobody */
};

const char *presenter_kind_name(enum presenter_kind kind);
/* False: there is no window to be had; SDL_GetError says why. SDL's video must be up. */
bool presenter_open(struct presenter *presenter, const struct presenter_wish *wish);
void presenter_close(struct presenter *presenter);

/* The window changed: the canvas is a new one, its pixels are not. False: it cannot be had now. */
bool presenter_renew(struct presenter *presenter);
bool presenter_is_current(const struct presenter *presenter); /* the window has the canvas' size still */
struct display presenter_display(const struct presenter *presenter); /* as the canvas sees it */
void presenter_show(struct presenter *presenter, const struct damage *damage);
/* A place in the window as a place on the canvas. */
void presenter_place(const struct presenter *presenter, int32_t x, int32_t y, int32_t *canvas_x,
                     int32_t *canvas_y);

/* Did SDL go over GL although it was told not to? */
bool presenter_is_trapped(const struct presenter *presenter);

#endif
