#include "ui/themes.h"

#include <assert.h>
#include <string.h>

static const struct diag_kind too_pale = {
    .code = "C101", .level = DIAG_WARNING, .title = "文字和它的底色太接近"};

/* The first of the colours is that of the first row of RECORD_COLORS. */
enum { FIRST = COLOR_GROUND };

static enum theme base_of(const struct site_theme *file) {
    enum theme base = THEME_LIGHT;
    theme_find(file->base, &base);
    return base;
}

static struct palette palette_of(const struct site_theme *file) {
    struct palette palette = *theme_palette(base_of(file));
    palette.name = file->id;
    for (uint32_t i = 0; i < THEME_COLORS; i++)
        if (file->colors[i] >= 0) palette.colors[FIRST + i] = (uint32_t)file->colors[i];
    return palette;
}

static const struct site_theme *file_named(const struct content *content, const char *name) {
    for (uint32_t i = 0; i < content->theme_count; i++)
        if (strcmp(content->themes[i].id, name) == 0) return &content->themes[i];
    return NULL;
}

static const struct site_theme *first_sound(const struct content *content) {
    for (uint32_t i = 0; i < content->theme_count; i++)
        if (content->themes[i].sound) return &content->themes[i];
    return NULL;
}

bool themes_of(const struct content *content, const char *name, struct themes *themes) {
    *themes = (struct themes){.first = THEME_LIGHT};
    if (theme_find(name, &themes->first)) {
        themes->file = first_sound(content);
    } else {
        const struct site_theme *named = file_named(content, name);
        if (!named) return false;
        themes->file = named->sound ? named : NULL;
        themes->first = named->sound ? THEME_OWN : base_of(named);
    }
    if (themes->file) themes->own = palette_of(themes->file);
    return true;
}

const struct palette *themes_palette(const struct themes *themes, enum theme theme) {
    if (theme != THEME_OWN) return theme_palette(theme);
    assert(themes->file);
    return &themes->own;
}

const char *themes_own_title(const struct themes *themes) {
    return themes->file ? themes->file->title : NULL;
}

/* The text's colour where the file has it, else what is behind it: one of the two is from there, for the base
   can be read. */
static const char *key_to_blame(const struct site_theme *file, struct pair pair) {
    return color_name(file->colors[pair.text - FIRST] >= 0 ? pair.text : pair.on);
}

static void warn(const struct site_theme *file, struct pair pair, uint32_t contrast, struct diags *diags) {
    struct diag_file shown = {file->path, str_of(file->text)};
    const char *text = color_name(pair.text), *on = color_name(pair.on);
    uint32_t least = theme_least_contrast(base_of(file));
    char *path = diag_text(diags, "colors.%s", key_to_blame(file, pair));
    struct json_span span = json_locate(shown.text, (struct json_span){0, (uint32_t)shown.text.len}, path);
    struct diag_words words = {.label = "配色",
                               .subject = diag_text(diags, "%s「%s」", file->id, file->title),
                               .remark = diag_text(diags, "%s 写在 %s 上，对比度只有 %u.%02u", text, on,
                                                   contrast / 100, contrast % 100),
                               .fix = diag_text(diags, "把 %s 和 %s 的明暗拉开，对比度到 %u.%u 以上。", text,
                                                on, least / 100, least / 10 % 10),
                               .effect = "这套配色照常使用，但是这些字看不清。"};
    diag_report(diags, &too_pale, &shown, span.begin, span.end, &words);
}

static void check(const struct site_theme *file, struct diags *diags) {
    struct palette palette = palette_of(file);
    for (uint32_t i = 0; i < theme_pair_count; i++) {
        struct pair worst = theme_pairs[i];
        uint32_t contrast = palette_contrast(&palette, &worst);
        if (contrast < theme_least_contrast(palette.base)) warn(file, worst, contrast, diags);
    }
}

void themes_check(const struct content *content, struct diags *diags) {
    for (uint32_t i = 0; i < content->theme_count; i++)
        if (content->themes[i].sound) check(&content->themes[i], diags);
}
