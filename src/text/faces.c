#include "text/faces.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "text/advances.h"
#include "text/font.h"

enum {
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

struct lack {
    enum face face;
    const char *path;
    uint32_t code;
};

struct faces {
    struct face_choice choices[FACES];
    struct font fonts[FACES * FACE_FILES]; /* in the order in which they were wanted; faces may share one */
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
    for (uint32_t i = 0; i < faces->font_count; i++) font_close(&faces->fonts[i]);
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

static struct font *font_of(struct faces *faces, enum face face, struct face_file file) {
    for (uint32_t i = 0; i < faces->font_count; i++)
        if (strcmp(faces->fonts[i].file.path, file.path) == 0) return &faces->fonts[i];
    struct font *font = &faces->fonts[faces->font_count++];
    *font = font_open(file);
    if (!font->bytes) note_lack(faces, face, file.path, 0);
    return font;
}

static int wake_best_files(void *context) {
    struct faces *faces = context;
    for (uint32_t face = 0; face < FACES; face++)
        font_wake(font_of(faces, (enum face)face, faces->choices[face].files[0]));
    return 0;
}

void faces_open_ahead(struct faces *faces) {
    faces->opening = SDL_CreateThread(wake_best_files, "faces", faces);
}

void faces_wake(struct faces *faces) {
    faces_wait(faces);
    wake_best_files(faces);
}

void faces_sleep(struct faces *faces) {
    faces_wait(faces);
    for (uint32_t i = 0; i < faces->font_count; i++) font_sleep(&faces->fonts[i]);
}

const struct face_file *faces_in_use(struct faces *faces, enum face face) {
    const struct face_file *files = faces->choices[face].files;
    faces_wait(faces);
    for (uint32_t i = 0; i < FACE_FILES && files[i].path; i++)
        if (font_of(faces, face, files[i])->bytes) return &files[i];
    return NULL;
}

static bool provides(struct font *font, uint32_t code) {
    TTF_Font *ttf = font_at(font, font->size);
    return ttf && TTF_GlyphIsProvided32(ttf, code);
}

/* The first of the face's files that has the character; NULL: none has. */
static struct font *font_with(struct faces *faces, enum face face, uint32_t code) {
    const struct face_file *files = faces->choices[face].files;
    faces_wait(faces);
    for (uint32_t i = 0; i < FACE_FILES && files[i].path; i++) {
        struct font *font = font_of(faces, face, files[i]);
        if (provides(font, code)) return font;
    }
    return NULL;
}

/* Every Han character of our own faces is one em wide: its outline need not be loaded to know it. */
static int32_t measure(struct font *font, uint32_t code) {
    int advance = FONT_EM;
    if (code == DASH || (utf8_is_han(code) && font->file.family)) return FONT_EM;
    TTF_GlyphMetrics32(font_at(font, FONT_EM), code, NULL, NULL, NULL, NULL, &advance);
    return advance;
}

static const struct advance *find_advance(struct faces *faces, enum face face, uint32_t code) {
    const struct advance *known = advances_find(&faces->advances, face, code);
    if (known) return known;
    struct font *font = font_with(faces, face, code);
    if (!font) {
        note_lack(faces, face, faces->choices[face].files[0].path, code);
        return advances_add(&faces->advances, face, code, code < 0x1100 ? FONT_EM / 2 : FONT_EM,
                            ADVANCE_LACKING);
    }
    return advances_add(&faces->advances, face, code, measure(font, code), (uint8_t)(font - faces->fonts));
}

int32_t faces_advance(struct faces *faces, enum face face, int32_t size, uint32_t code) {
    const struct advance *advance = find_advance(faces, face, code);
    return (int32_t)(((int64_t)advance->width * size * 64 + FONT_EM / 2) / FONT_EM);
}

static int32_t metrics_advance(void *context, enum face face, int32_t size, uint32_t code) {
    return faces_advance(context, face, size, code);
}

struct metrics faces_metrics(struct faces *faces) {
    return (struct metrics){faces, metrics_advance, NULL};
}

/* The picture begins at the pen, or at the ink where that lies left of the pen; its baseline is at the
 * ascent. */
static void place(struct stamp *stamp, TTF_Font *ttf, uint32_t code) {
    int left = 0;
    TTF_GlyphMetrics32(ttf, code, &left, NULL, NULL, NULL, NULL);
    stamp->x = (int16_t)(stamp->x + (left < 0 ? left : 0));
    stamp->y = (int16_t)(stamp->y - TTF_FontAscent(ttf));
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

static struct stamp *rasterise(struct faces *faces, struct font *font, uint64_t key, uint32_t code,
                               int32_t size) {
    const SDL_Color ink = {255, 255, 255, 255}, paper = {0, 0, 0, 255};
    TTF_Font *ttf = font_at(font, size);
    SDL_Surface *surface = ttf ? TTF_RenderGlyph32_Shaded(ttf, code, ink, paper) : NULL;
    if (!surface) return stamps_add(&faces->stamps, key, NULL, 0, 0, 0);
    struct stamp *stamp;
    if (code == DASH) {
        stamp = stretch(faces, key, surface, TTF_FontAscent(ttf), size);
    } else {
        stamp = stamps_add(&faces->stamps, key, surface->pixels, surface->w, surface->h, surface->pitch);
        if (stamp->bytes) place(stamp, ttf, code);
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

uint32_t faces_awake(const struct faces *faces) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < faces->font_count; i++) count += faces->fonts[i].ttf != NULL;
    return count;
}

void faces_tidy(struct faces *faces) {
    if (faces->stamps.bytes > STAMP_BYTES_MOST) stamps_clear(&faces->stamps);
}

size_t faces_bytes(const struct faces *faces) {
    const struct stamps *stamps = &faces->stamps;
    const struct advances *advances = &faces->advances;
    return stamps->bytes + stamps->room * sizeof *stamps->table + advances->room * sizeof *advances->table;
}
