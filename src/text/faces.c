#include "text/faces.h"

#include <SDL_ttf.h>
#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "base/str.h"
#include "base/utf8.h"
#include "text/advances.h"

enum {
    EM = 1000,        /* the size at which advances are measured: Noto's own units */
    LIKELY_INDEX = 2, /* of Simplified Chinese in Noto's collections */
    STAMP_BYTES_MOST = 24 << 20,
    LACKS_MOST = 64,
    DASH = 0x2014 /* Chinese writes two of them as one line of two em; the faces leave a gap between them */
};

#define NOTO "/usr/share/fonts/opentype/noto/Noto"
#define SANS                                                                                                 \
    { NOTO "SansCJK-Regular.ttc", "Noto Sans CJK SC" }
#define SANS_BOLD                                                                                            \
    { NOTO "SansCJK-Bold.ttc", "Noto Sans CJK SC" }
#define SERIF_BOLD                                                                                           \
    { NOTO "SerifCJK-Bold.ttc", "Noto Serif CJK SC" }

const struct face_choice faces_of_debian[FACES] = {
    [FACE_SANS] = {{SANS, SANS_BOLD, SERIF_BOLD}},
    [FACE_SANS_BOLD] = {{SANS_BOLD, SANS, SERIF_BOLD}},
    [FACE_SERIF_BOLD] = {{SERIF_BOLD, SANS_BOLD, SANS}},
};

/* A file in use; several faces may share it. */
struct face_font {
    struct face_file file;
    TTF_Font *font; /* NULL: it is not there */
    int32_t size;
};

struct lack {
    enum face face;
    const char *path;
    uint32_t code;
};

struct faces {
    struct face_choice choices[FACES];
    struct face_font fonts[FACES * FACE_FILES]; /* in the order in which they were wanted */
    uint32_t font_count;
    struct advances advances;
    struct stamps stamps;
    struct lack lacks[LACKS_MOST];
    uint32_t lack_count, told;
    SDL_Thread *opening; /* NULL: nobody else is at the fonts */
};

struct faces *faces_create(const struct face_choice choices[FACES]) {
    struct faces *faces = memory_zeroed(sizeof *faces);
    memcpy(faces->choices, choices, sizeof faces->choices);
    stamps_init(&faces->stamps);
    advances_init(&faces->advances);
    if (TTF_Init() != 0) SDL_Log("anzhi: 字体库打不开：%s", TTF_GetError());
    return faces;
}

void faces_wait(struct faces *faces) {
    if (!faces->opening) return;
    SDL_WaitThread(faces->opening, NULL);
    faces->opening = NULL;
}

void faces_destroy(struct faces *faces) {
    if (!faces) return;
    faces_wait(faces);
    for (uint32_t i = 0; i < faces->font_count; i++)
        if (faces->fonts[i].font) TTF_CloseFont(faces->fonts[i].font);
    TTF_Quit();
    stamps_finish(&faces->stamps);
    advances_finish(&faces->advances);
    memory_give_back(faces);
}

static void note_lack(struct faces *faces, enum face face, const char *path, uint32_t code) {
    if (faces->lack_count < LACKS_MOST) faces->lacks[faces->lack_count++] = (struct lack){face, path, code};
}

void faces_report(struct faces *faces, face_lack *lack, void *context) {
    for (; faces->told < faces->lack_count; faces->told++) {
        const struct lack *found = &faces->lacks[faces->told];
        lack(context, found->face, found->path, found->code);
    }
}

static TTF_Font *open_family(const char *path, const char *family, long index) {
    TTF_Font *font = TTF_OpenFontIndex(path, EM, index);
    const char *name = font ? TTF_FontFaceFamilyName(font) : NULL;
    if (name && strcmp(name, family) == 0) return font;
    if (font) TTF_CloseFont(font);
    return NULL;
}

static long families_in(const char *path) {
    TTF_Font *font = TTF_OpenFontIndex(path, EM, 0);
    long count = font ? TTF_FontFaces(font) : 0;
    if (font) TTF_CloseFont(font);
    return count;
}

static TTF_Font *open_family_anywhere(struct face_file file) {
    TTF_Font *font = open_family(file.path, file.family, LIKELY_INDEX);
    long count = font ? 0 : families_in(file.path);
    for (long i = 0; i < count && !font; i++) font = open_family(file.path, file.family, i);
    return font;
}

static bool is_simplified_chinese(const TTF_Font *font) {
    const char *name = TTF_FontFaceFamilyName(font);
    return name && str_ends(str_of(name), STR(" SC"));
}

/* Of a file that somebody brought, nothing but its name is known. */
static TTF_Font *open_unknown(const char *path) {
    long count = families_in(path);
    for (long i = 0; i < count && count > 1; i++) {
        TTF_Font *font = TTF_OpenFontIndex(path, EM, i);
        if (font && is_simplified_chinese(font)) return font;
        if (font) TTF_CloseFont(font);
    }
    return count ? TTF_OpenFontIndex(path, EM, 0) : NULL;
}

/* One that is made of dots has the sizes that it has. */
static TTF_Font *only_outlines(TTF_Font *font) {
    if (!font || TTF_FontHeight(font) >= EM / 2) return font;
    TTF_CloseFont(font);
    return NULL;
}

static TTF_Font *open_file(struct face_file file) {
    TTF_Font *font = file.family ? open_family_anywhere(file) : only_outlines(open_unknown(file.path));
    if (font) TTF_SetFontHinting(font, TTF_HINTING_LIGHT);
    return font;
}

static struct face_font *font_of(struct faces *faces, enum face face, struct face_file file) {
    for (uint32_t i = 0; i < faces->font_count; i++)
        if (strcmp(faces->fonts[i].file.path, file.path) == 0) return &faces->fonts[i];
    struct face_font *font = &faces->fonts[faces->font_count++];
    *font = (struct face_font){file, open_file(file), EM};
    if (!font->font) note_lack(faces, face, file.path, 0);
    return font;
}

static int open_best_files(void *context) {
    struct faces *faces = context;
    for (uint32_t face = 0; face < FACES; face++)
        font_of(faces, (enum face)face, faces->choices[face].files[0]);
    return 0;
}

void faces_open_ahead(struct faces *faces) {
    faces->opening = SDL_CreateThread(open_best_files, "faces", faces);
}

const struct face_file *faces_in_use(struct faces *faces, enum face face) {
    const struct face_file *files = faces->choices[face].files;
    faces_wait(faces);
    for (uint32_t i = 0; i < FACE_FILES && files[i].path; i++)
        if (font_of(faces, face, files[i])->font) return &files[i];
    return NULL;
}

static void set_size(struct face_font *font, int32_t size) {
    if (font->size == size) return;
    TTF_SetFontSize(font->font, size);
    font->size = size;
}

/* The first of the face's files that has the character; NULL: none has. */
static struct face_font *font_with(struct faces *faces, enum face face, uint32_t code) {
    const struct face_file *files = faces->choices[face].files;
    faces_wait(faces);
    for (uint32_t i = 0; i < FACE_FILES && files[i].path; i++) {
        struct face_font *font = font_of(faces, face, files[i]);
        if (font->font && TTF_GlyphIsProvided32(font->font, code)) return font;
    }
    return NULL;
}

/* Every Han character of our own faces is one em wide: its outline need not be loaded to know it. */
static int32_t measure(struct face_font *font, uint32_t code) {
    int advance = EM;
    if (code == DASH || (utf8_is_han(code) && font->file.family)) return EM;
    set_size(font, EM);
    TTF_GlyphMetrics32(font->font, code, NULL, NULL, NULL, NULL, &advance);
    return advance;
}

static const struct advance *find_advance(struct faces *faces, enum face face, uint32_t code) {
    const struct advance *known = advances_find(&faces->advances, face, code);
    if (known) return known;
    struct face_font *font = font_with(faces, face, code);
    if (!font) {
        note_lack(faces, face, faces->choices[face].files[0].path, code);
        return advances_add(&faces->advances, face, code, code < 0x1100 ? EM / 2 : EM, ADVANCE_LACKING);
    }
    return advances_add(&faces->advances, face, code, measure(font, code), (uint8_t)(font - faces->fonts));
}

int32_t faces_advance(struct faces *faces, enum face face, int32_t size, uint32_t code) {
    const struct advance *advance = find_advance(faces, face, code);
    return (int32_t)(((int64_t)advance->width * size * 64 + EM / 2) / EM);
}

static int32_t metrics_advance(void *context, enum face face, int32_t size, uint32_t code) {
    return faces_advance(context, face, size, code);
}

struct metrics faces_metrics(struct faces *faces) {
    return (struct metrics){faces, metrics_advance, NULL};
}

/* The picture begins at the pen, or at the ink where that lies left of the pen; its baseline is at the
 * ascent. */
static void place(struct stamp *stamp, struct face_font *font, uint32_t code) {
    int left = 0;
    TTF_GlyphMetrics32(font->font, code, &left, NULL, NULL, NULL, NULL);
    stamp->x = (int16_t)(stamp->x + (left < 0 ? left : 0));
    stamp->y = (int16_t)(stamp->y - TTF_FontAscent(font->font));
}

/* As wide as its em: every row is what the face has in the middle of it. */
static struct stamp *stretch(struct faces *faces, uint64_t key, const SDL_Surface *dash, int32_t ascent,
                             int32_t size) {
    uint8_t *bytes = memory_zeroed((size_t)size * (size_t)dash->h);
    for (int32_t y = 0; y < dash->h; y++)
        memset(bytes + (ptrdiff_t)y * size,
               ((const uint8_t *)dash->pixels)[(ptrdiff_t)y * dash->pitch + dash->w / 2], (size_t)size);
    struct stamp *stamp = stamps_add(&faces->stamps, key, bytes, size, dash->h, size);
    stamp->y = (int16_t)(stamp->y - ascent);
    memory_give_back(bytes);
    return stamp;
}

static struct stamp *rasterise(struct faces *faces, struct face_font *font, uint64_t key, uint32_t code,
                               int32_t size) {
    const SDL_Color ink = {255, 255, 255, 255}, paper = {0, 0, 0, 255};
    set_size(font, size);
    SDL_Surface *surface = TTF_RenderGlyph32_Shaded(font->font, code, ink, paper);
    if (!surface) return stamps_add(&faces->stamps, key, NULL, 0, 0, 0);
    struct stamp *stamp;
    if (code == DASH) {
        stamp = stretch(faces, key, surface, TTF_FontAscent(font->font), size);
    } else {
        stamp = stamps_add(&faces->stamps, key, surface->pixels, surface->w, surface->h, surface->pitch);
        if (stamp->bytes) place(stamp, font, code);
    }
    SDL_FreeSurface(surface);
    return stamp;
}

const struct stamp *faces_stamp(struct faces *faces, enum face face, int32_t size, uint32_t code) {
    uint64_t key = stamp_key(face, size, code);
    struct stamp *stamp = stamps_find(&faces->stamps, key);
    if (!stamp) {
        const struct advance *advance = find_advance(faces, face, code);
        if (advance->font == ADVANCE_LACKING)
            stamp = stamps_add(&faces->stamps, key, NULL, 0, 0, 0);
        else
            stamp = rasterise(faces, &faces->fonts[advance->font], key, code, size);
    }
    return stamp->bytes ? stamp : NULL;
}

void faces_tidy(struct faces *faces) {
    if (faces->stamps.bytes > STAMP_BYTES_MOST) stamps_clear(&faces->stamps);
}

size_t faces_bytes(const struct faces *faces) {
    const struct stamps *stamps = &faces->stamps;
    const struct advances *advances = &faces->advances;
    return stamps->bytes + stamps->room * sizeof *stamps->table + advances->room * sizeof *advances->table;
}
