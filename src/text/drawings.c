#include "text/drawings.h"

#include <string.h>

#include "base/memory.h"
#include "content/content.h"
#include "text/bitmap.h"
#include "text/decoder.h"

enum { GRID = 64, DRAWINGS_MOST = 64, RADIUS = 220 };

struct kept {
    char *name;
    int32_t w, h, unit16;
    struct drawing_palette palette;
    uint32_t *pixels;
    uint64_t used; /* by the count of uses */
};

struct drawings {
    struct drawing_source source;
    const struct content *content;
    struct kept kept[DRAWINGS_MOST];
    uint32_t count;
    size_t bytes;
    uint64_t uses;
};

struct drawings *drawings_create(struct drawing_source source) {
    struct drawings *drawings = memory_zeroed(sizeof *drawings);
    drawings->source = source;
    return drawings;
}

static size_t bytes_of(int32_t w, int32_t h) {
    return (size_t)w * (size_t)h * sizeof(uint32_t);
}

static void forget(struct drawings *drawings, struct kept *kept) {
    if (kept->pixels) drawings->bytes -= bytes_of(kept->w, kept->h);
    memory_give_back(kept->pixels);
    memory_give_back(kept->name);
    *kept = drawings->kept[--drawings->count];
}

static void forget_all(struct drawings *drawings) {
    while (drawings->count) forget(drawings, &drawings->kept[drawings->count - 1]);
}

void drawings_destroy(struct drawings *drawings) {
    if (!drawings) return;
    forget_all(drawings);
    memory_give_back(drawings);
}

void drawings_use(struct drawings *drawings, const struct content *content) {
    forget_all(drawings);
    drawings->content = content;
}

size_t drawings_bytes(const struct drawings *drawings) {
    return drawings->bytes;
}

static void forget_oldest(struct drawings *drawings) {
    struct kept *oldest = drawings->kept;
    for (uint32_t i = 1; i < drawings->count; i++)
        if (drawings->kept[i].used < oldest->used) oldest = &drawings->kept[i];
    forget(drawings, oldest);
}

static void make_room(struct drawings *drawings, size_t bytes) {
    if (drawings->count == DRAWINGS_MOST) forget_oldest(drawings);
    while (drawings->count && drawings->bytes + bytes > DRAWINGS_BYTES_MOST) forget_oldest(drawings);
}

/* 2.2 units of a drawing are never thinner than .36 u nor thicker than .85 u on the screen; in hundredths of
   a unit of the drawing. */
static int32_t weight(int32_t size, int32_t unit16) {
    int64_t screen = (int64_t)220 * size / GRID; /* hundredths of a pixel */
    int64_t least = (int64_t)36 * unit16 / 16, most = (int64_t)85 * unit16 / 16;
    if (screen < least) screen = least;
    if (screen > most) screen = most;
    return (int32_t)(screen * GRID / size);
}

struct swap {
    struct str from;
    char to[32];
};

static size_t swap_at(struct str rest, const struct swap *swaps, uint32_t count, struct buf *out) {
    for (uint32_t i = 0; i < count; i++)
        if (str_starts(rest, swaps[i].from)) {
            buf_text(out, swaps[i].to);
            return swaps[i].from.len;
        }
    buf_char(out, rest.at[0]);
    return 1;
}

void drawing_recolor(struct str svg, int32_t size, int32_t unit16, const struct drawing_palette *palette,
                     struct buf *out) {
    struct swap swaps[] = {{STR("#0D2137"), ""},
                           {STR("#FFFFFF"), ""},
                           {STR("#FFC65A"), ""},
                           {STR("#0D2138"), ""},
                           {STR("stroke-width=\"2.2\""), ""}};
    const uint32_t colors[] = {palette->ink, palette->panel, palette->lamp, palette->on_lamp};
    enum { COLORS_SWAPPED = sizeof colors / sizeof colors[0], SWAPS = sizeof swaps / sizeof swaps[0] };
    for (uint32_t i = 0; i < COLORS_SWAPPED; i++)
        snprintf(swaps[i].to, sizeof swaps[i].to, "#%06X", (unsigned)(colors[i] & 0xFFFFFF));
    int32_t hundredths = weight(size, unit16);
    snprintf(swaps[COLORS_SWAPPED].to, sizeof swaps[0].to, "stroke-width=\"%d.%02d\"", hundredths / 100,
             hundredths % 100);
    for (size_t at = 0; at < svg.len;) at += swap_at(str_cut(svg, at, svg.len), swaps, SWAPS, out);
}

static uint32_t premultiplied(uint32_t pixel) {
    uint32_t alpha = pixel >> 24, out = alpha << 24;
    for (uint32_t shift = 0; shift < 24; shift += 8)
        out |= ((pixel >> shift & 0xFF) * alpha + 127) / 255 << shift;
    return out;
}

/* In the middle of its box; a drawing is square. */
static uint32_t *take_pixels(const SDL_Surface *surface, int32_t w, int32_t h) {
    uint32_t *pixels = memory_zeroed((size_t)w * (size_t)h * sizeof *pixels);
    int32_t left = (w - surface->w) / 2, top = (h - surface->h) / 2;
    for (int32_t y = 0; y < surface->h; y++) {
        const uint32_t *row =
            (const void *)((const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch);
        for (int32_t x = 0; x < surface->w; x++)
            if (x + left >= 0 && x + left < w && y + top >= 0 && y + top < h)
                pixels[(ptrdiff_t)(y + top) * w + x + left] = premultiplied(row[x]);
    }
    return pixels;
}

static uint32_t *rasterise(struct str svg, int32_t w, int32_t h, int32_t unit16,
                           const struct drawing_palette *palette) {
    struct buf text;
    buf_init(&text);
    drawing_recolor(svg, w < h ? w : h, unit16, palette, &text);
    SDL_Surface *surface = decoder_svg(buf_get(&text), w, h);
    buf_finish(&text);
    uint32_t *pixels = surface ? take_pixels(surface, w, h) : NULL;
    SDL_FreeSurface(surface);
    return pixels;
}

static bool is_kept(const struct kept *kept, struct str name, int32_t w, int32_t h, int32_t unit16,
                    const struct drawing_palette *palette) {
    return kept->w == w && kept->h == h && kept->unit16 == unit16 && str_is(name, kept->name) &&
           memcmp(&kept->palette, palette, sizeof *palette) == 0;
}

/* What a pack brings along: a drawing like ours, or a bitmap with the corners of a panel. */
static uint32_t *open_picture(const struct content *content, struct str path, int32_t w, int32_t h,
                              int32_t unit16, const struct drawing_palette *palette) {
    struct str bytes;
    struct image image;
    uint32_t *pixels = NULL;
    if (content_picture(content, path, &bytes, &image))
        pixels = image.kind == IMAGE_SVG ? rasterise(bytes, w, h, unit16, palette)
                                         : bitmap_pixels(bytes, &image, w, h, RADIUS * unit16 / 1600);
    content_picture_done(content, path);
    return pixels;
}

static uint32_t *open_drawing(struct drawings *drawings, struct str name, int32_t w, int32_t h,
                              int32_t unit16, const struct drawing_palette *palette) {
    struct str svg;
    bool is_path = memchr(name.at, '/', name.len);
    if (is_path && drawings->content) return open_picture(drawings->content, name, w, h, unit16, palette);
    if (is_path || !drawings->source.read(drawings->source.context, name, &svg)) return NULL;
    return rasterise(svg, w, h, unit16, palette);
}

static struct kept *keep(struct drawings *drawings, struct str name, int32_t w, int32_t h, int32_t unit16,
                         const struct drawing_palette *palette) {
    make_room(drawings, bytes_of(w, h));
    struct kept *kept = &drawings->kept[drawings->count++];
    *kept = (struct kept){.w = w, .h = h, .unit16 = unit16, .palette = *palette};
    kept->name = memory_zeroed(name.len + 1);
    memcpy(kept->name, name.at, name.len);
    kept->pixels = open_drawing(drawings, name, w, h, unit16, palette);
    if (kept->pixels) drawings->bytes += bytes_of(w, h);
    return kept;
}

struct drawing drawings_get(struct drawings *drawings, struct str name, int32_t w, int32_t h, int32_t unit16,
                            const struct drawing_palette *palette) {
    struct kept *kept = NULL;
    if (w <= 0 || h <= 0 || !name.len) return (struct drawing){0};
    for (uint32_t i = 0; i < drawings->count && !kept; i++)
        if (is_kept(&drawings->kept[i], name, w, h, unit16, palette)) kept = &drawings->kept[i];
    if (!kept) kept = keep(drawings, name, w, h, unit16, palette);
    kept->used = ++drawings->uses;
    return (struct drawing){kept->pixels, w, h};
}
