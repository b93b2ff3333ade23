#include "text/font.h"

#include <string.h>

#include "base/str.h"

enum { LIKELY_INDEX = 2 /* of Simplified Chinese in Noto's collections */ };

/* SDL_ttf would leave the reading where it was. */
static bool open_at(struct font *font, long index) {
    SDL_RWseek(font->bytes, 0, RW_SEEK_SET);
    font->ttf = TTF_OpenFontIndexRW(font->bytes, 0, FONT_EM, index);
    font->index = index;
    font->size = FONT_EM;
    if (font->ttf) TTF_SetFontHinting(font->ttf, TTF_HINTING_LIGHT);
    return font->ttf;
}

void font_sleep(struct font *font) {
    if (font->ttf) TTF_CloseFont(font->ttf);
    font->ttf = NULL;
}

static bool is_family(const struct font *font) {
    const char *name = TTF_FontFaceFamilyName(font->ttf);
    return name && strcmp(name, font->file.family) == 0;
}

static bool is_simplified_chinese(const struct font *font) {
    const char *name = TTF_FontFaceFamilyName(font->ttf);
    return name && str_ends(str_of(name), STR(" SC"));
}

typedef bool font_test(const struct font *font);

static bool open_if(struct font *font, long index, font_test *test) {
    if (open_at(font, index) && test(font)) return true;
    font_sleep(font);
    return false;
}

static long families_in(struct font *font) {
    long count = open_at(font, 0) ? TTF_FontFaces(font->ttf) : 0;
    font_sleep(font);
    return count;
}

static bool open_first(struct font *font, long count, font_test *test) {
    for (long i = 0; i < count; i++)
        if (open_if(font, i, test)) return true;
    return false;
}

static bool open_family(struct font *font) {
    return open_if(font, LIKELY_INDEX, is_family) || open_first(font, families_in(font), is_family);
}

/* One that is made of dots has the sizes that it has. */
static bool has_outlines(const struct font *font) {
    return TTF_FontHeight(font->ttf) >= FONT_EM / 2;
}

/* Of a file that somebody brought, nothing but its name is known. */
static bool open_unknown(struct font *font) {
    long count = families_in(font);
    bool found = count > 1 && open_first(font, count, is_simplified_chinese);
    return found ? has_outlines(font) : count && open_if(font, 0, has_outlines);
}

struct font font_open(struct face_file file) {
    struct font font = {.file = file, .bytes = SDL_RWFromFile(file.path, "rb")};
    if (font.bytes && !(file.family ? open_family(&font) : open_unknown(&font))) font_close(&font);
    return font;
}

void font_close(struct font *font) {
    font_sleep(font);
    if (font->bytes) SDL_RWclose(font->bytes);
    font->bytes = NULL;
}

bool font_wake(struct font *font) {
    return font->bytes && (font->ttf || open_at(font, font->index));
}

TTF_Font *font_at(struct font *font, int32_t size) {
    if (!font_wake(font)) return NULL;
    if (font->size != size) TTF_SetFontSize(font->ttf, size);
    font->size = size;
    return font->ttf;
}
