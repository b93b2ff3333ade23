#include "platform/presenter.h"

#include <assert.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "paint/turn.h"

const char *presenter_kind_name(enum presenter_kind kind) {
    static const char *const names[] = {"auto", "surface", "texture"};
    _Static_assert(sizeof names / sizeof names[0] == PRESENTER_KINDS, "every kind has a name");
    return names[kind];
}

static bool has_gpu(void) {
    glob_t found;
    bool there = glob("/dev/dri/renderD*", GLOB_NOSORT, NULL, &found) == 0;
    if (there) globfree(&found);
    return there;
}

static enum presenter_kind choose(enum presenter_kind wish) {
    const char *driver = SDL_GetCurrentVideoDriver();
    bool in_memory = driver && (strcmp(driver, "x11") == 0 || strcmp(driver, "dummy") == 0);
    if (wish != PRESENTER_AUTO) return wish;
    return in_memory && !has_gpu() ? PRESENTER_SURFACE : PRESENTER_TEXTURE;
}

/* On a bare X server a full-screen window waits for a window manager that isn't there. */
static uint32_t window_flags(const struct presenter_wish *wish) {
    const char *driver = SDL_GetCurrentVideoDriver();
    bool bare = driver && strcmp(driver, "x11") == 0 && !getenv("XDG_CURRENT_DESKTOP");
    if (wish->windowed.w) return SDL_WINDOW_SHOWN | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    return SDL_WINDOW_SHOWN | SDL_WINDOW_ALLOW_HIGHDPI |
           (bare ? SDL_WINDOW_BORDERLESS : SDL_WINDOW_FULLSCREEN_DESKTOP);
}

static bool open_window(struct presenter *presenter, const struct presenter_wish *wish) {
    SDL_Rect bounds = {0, 0, 1920, 1080};
    int place = wish->windowed.w ? (int)SDL_WINDOWPOS_UNDEFINED : 0;
    SDL_GetDisplayBounds(0, &bounds);
    int w = wish->windowed.w ? wish->windowed.w : bounds.w,
        h = wish->windowed.w ? wish->windowed.h : bounds.h;
    presenter->window = SDL_CreateWindow("安知", place, place, w, h, window_flags(wish));
    return presenter->window;
}

static void size_turned(const struct presenter *presenter, int32_t w, int32_t h, int32_t *turned_w,
                        int32_t *turned_h) {
    bool aside = presenter->turn % 180 != 0;
    *turned_w = aside ? h : w;
    *turned_h = aside ? w : h;
}

/* The kernel clears each of the surface's two thousand pages when it is first written to, which takes half as
   long as all the rest of the first picture. So somebody else has them cleared meanwhile, from the lower end:
   painting begins at the upper. Where the kernel doesn't know how, it does as ever. */
static int clear_ahead(void *context) {
    enum { BAND = 1 << 19 };
    const SDL_Surface *surface = context;
    for (size_t left = (size_t)surface->pitch * (size_t)surface->h, band; left; left -= band) {
        band = left < BAND ? left : BAND;
        madvise((uint8_t *)surface->pixels + (left - band), band, MADV_POPULATE_WRITE);
    }
    return 0;
}

static void end_clearing(struct presenter *presenter) {
    if (presenter->clearing) SDL_WaitThread(presenter->clearing, NULL);
    presenter->clearing = NULL;
}

static bool renew_surface(struct presenter *presenter) {
    SDL_Surface *surface = SDL_GetWindowSurface(presenter->window);
    if (!surface || surface->format->BytesPerPixel != 4) return false;
    presenter->clearing = SDL_CreateThread(clear_ahead, "clear", surface);
    canvas_init_over(&presenter->surface, surface->pixels, surface->w, surface->h, surface->pitch / 4);
    if (presenter->turn == 0) {
        presenter->canvas = presenter->surface;
        return true;
    }
    int32_t w, h;
    size_turned(presenter, surface->w, surface->h, &w, &h);
    canvas_init(&presenter->canvas, w, h);
    return true;
}

static bool renew_texture(struct presenter *presenter) {
    int w, h;
    int32_t canvas_w, canvas_h;
    if (!presenter->renderer) presenter->renderer = SDL_CreateRenderer(presenter->window, -1, 0);
    if (!presenter->renderer || SDL_GetRendererOutputSize(presenter->renderer, &w, &h) != 0) return false;
    if (presenter->texture) SDL_DestroyTexture(presenter->texture);
    size_turned(presenter, w, h, &canvas_w, &canvas_h);
    presenter->texture = SDL_CreateTexture(presenter->renderer, SDL_PIXELFORMAT_ARGB8888,
                                           SDL_TEXTUREACCESS_STREAMING, canvas_w, canvas_h);
    if (!presenter->texture) return false;
    SDL_SetTextureBlendMode(presenter->texture, SDL_BLENDMODE_NONE);
    canvas_init(&presenter->canvas, canvas_w, canvas_h);
    return true;
}

bool presenter_renew(struct presenter *presenter) {
    end_clearing(presenter);
    canvas_finish(&presenter->canvas);
    return presenter->kind == PRESENTER_SURFACE ? renew_surface(presenter) : renew_texture(presenter);
}

bool presenter_open(struct presenter *presenter, const struct presenter_wish *wish) {
    *presenter = (struct presenter){.kind = choose(wish->kind), .turn = wish->turn};
    /* Whatever the environment says: the trap is five times slower frames and 110 MB. */
    SDL_SetHintWithPriority(SDL_HINT_FRAMEBUFFER_ACCELERATION,
                            presenter->kind == PRESENTER_SURFACE ? "0" : "1", SDL_HINT_OVERRIDE);
    if (open_window(presenter, wish) && presenter_renew(presenter)) return true;
    presenter_close(presenter);
    return false;
}

void presenter_close(struct presenter *presenter) {
    end_clearing(presenter);
    canvas_finish(&presenter->canvas);
    if (presenter->texture) SDL_DestroyTexture(presenter->texture);
    if (presenter->renderer) SDL_DestroyRenderer(presenter->renderer);
    if (presenter->window) SDL_DestroyWindow(presenter->window);
    *presenter = (struct presenter){0};
}

bool presenter_is_current(const struct presenter *presenter) {
    int w, h;
    int32_t canvas_w, canvas_h;
    SDL_GetWindowSizeInPixels(presenter->window, &w, &h);
    size_turned(presenter, w, h, &canvas_w, &canvas_h);
    return canvas_w == presenter->canvas.w && canvas_h == presenter->canvas.h;
}

struct display presenter_display(const struct presenter *presenter) {
    return (struct display){presenter->canvas.w, presenter->canvas.h};
}

static SDL_Rect rect_of(struct area area) {
    return (SDL_Rect){area.left, area.top, area.right - area.left, area.bottom - area.top};
}

static void show_surface(struct presenter *presenter, const struct damage *damage) {
    SDL_Rect rects[DAMAGE_MOST];
    for (uint32_t i = 0; i < damage->count; i++) {
        if (presenter->turn)
            canvas_copy_turned(&presenter->surface, &presenter->canvas, damage->list[i], presenter->turn);
        rects[i] = rect_of(area_turned(damage->list[i], &presenter->canvas, presenter->turn));
    }
    SDL_UpdateWindowSurfaceRects(presenter->window, rects, (int)damage->count);
}

static void show_texture(struct presenter *presenter, const struct damage *damage) {
    struct canvas *canvas = &presenter->canvas;
    for (uint32_t i = 0; i < damage->count; i++) {
        SDL_Rect rect = rect_of(damage->list[i]);
        SDL_UpdateTexture(presenter->texture, &rect, canvas_row(canvas, rect.y) + rect.x, canvas->stride * 4);
    }
    int w, h;
    SDL_GetRendererOutputSize(presenter->renderer, &w, &h);
    SDL_Rect middle = {(w - canvas->w) / 2, (h - canvas->h) / 2, canvas->w, canvas->h};
    SDL_RenderCopyEx(presenter->renderer, presenter->texture, NULL, &middle, presenter->turn, NULL,
                     SDL_FLIP_NONE);
    SDL_RenderPresent(presenter->renderer);
}

void presenter_show(struct presenter *presenter, const struct damage *damage) {
    if (!damage->count) return;
    end_clearing(presenter);
    if (presenter->kind == PRESENTER_SURFACE)
        show_surface(presenter, damage);
    else
        show_texture(presenter, damage);
}

/* Events come in points; on a high-DPI display a point is several pixels. */
static void to_pixels(const struct presenter *presenter, int32_t *x, int32_t *y) {
    int points_w, points_h;
    int32_t w, h;
    SDL_GetWindowSize(presenter->window, &points_w, &points_h);
    size_turned(presenter, presenter->canvas.w, presenter->canvas.h, &w, &h);
    if (points_w > 0) *x = (int32_t)((int64_t)*x * w / points_w);
    if (points_h > 0) *y = (int32_t)((int64_t)*y * h / points_h);
}

void presenter_place(const struct presenter *presenter, int32_t x, int32_t y, int32_t *canvas_x,
                     int32_t *canvas_y) {
    to_pixels(presenter, &x, &y);
    place_turned_back(&presenter->canvas, presenter->turn, x, y, canvas_x, canvas_y);
}

bool presenter_is_trapped(const struct presenter *presenter) {
    return presenter->kind == PRESENTER_SURFACE && SDL_GetRenderer(presenter->window) != NULL;
}
