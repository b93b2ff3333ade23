#include <string.h>

#include "content/color.h"
#include "content/lone.h"

/* theme/NAME.json: colours and faces that a site brings. A theme with a mistake in it is not shown, but
   known, so that its base can stand in for it. */

/* "jieri" of theme/jieri.json. */
static const char *name_of(struct loader *loader, const char *path) {
    struct str name = str_of(strrchr(path, '/') + 1);
    return arena_text(&loader->content->arena, name.at, name.len - strlen(".json"));
}

static struct site_theme unknown_theme(struct loader *loader, const char *path) {
    struct site_theme theme = {
        .id = name_of(loader, path), .title = "", .base = "", .path = path, .text = ""};
    for (uint32_t i = 0; i < THEME_COLORS; i++) theme.colors[i] = -1;
    return theme;
}

static const cJSON *field_of(const cJSON *object, enum record_kind kind, uint32_t row) {
    return cJSON_GetObjectItemCaseSensitive(object, key_rows[key_first(kind) + row].key);
}

static void read_colors(const struct element *element, struct site_theme *theme) {
    const cJSON *colors = element_get(element, "colors");
    for (uint32_t i = 0; colors && i < THEME_COLORS; i++) {
        const cJSON *item = field_of(colors, RECORD_COLORS, i);
        uint32_t rgb;
        if (cJSON_IsString(item) && color_read(item->valuestring, &rgb)) theme->colors[i] = (int32_t)rgb;
    }
}

static void read_faces(const struct element *element, struct site_theme *theme) {
    const cJSON *faces = element_get(element, "faces");
    for (uint32_t i = 0; faces && i < THEME_FACES; i++)
        theme->faces[i] = element_texts_of(element, field_of(faces, RECORD_FACES, i));
}

static bool is_built_in(const char *name) {
    return key_has_choice(key_find(RECORD_THEME, STR("base")), str_of(name));
}

static const struct site_theme *theme_of_id(const struct content *content, const char *id) {
    for (uint32_t i = 0; i < content->theme_count; i++) {
        if (strcmp(content->themes[i].id, id) == 0) return &content->themes[i];
    }
    return NULL;
}

static void check_id(struct element *element, const char *id) {
    const struct site_theme *twin = theme_of_id(element->content, id);
    const char *remark = NULL;
    if (twin) remark = element_words(element, "%s 已经用了", twin->path);
    if (is_built_in(id)) remark = "自带的配色已经叫这个名字";
    if (!remark) return;
    element_problem(element, MESSAGE_ID_TWICE, "id", -1, remark, "换一个没有用过的 id。");
}

/* Only what passed the check has the type that the readers expect. */
static void read_sound(struct lone *lone, struct site_theme *theme) {
    struct element *element = &lone->element;
    if (!element->failed) {
        theme->title = element_text(element, "title");
        read_colors(element, theme);
        read_faces(element, theme);
    }
    theme->sound = lone->whole && !element->failed;
}

static void read_theme(struct loader *loader, const char *path, struct site_theme *theme) {
    struct lone lone;
    *theme = unknown_theme(loader, path);
    if (!lone_open(loader, path, RECORD_THEME, "这套配色暂不使用，先用自带的配色。", &lone)) return;
    const cJSON *id = element_get(&lone.element, "id"), *base = element_get(&lone.element, "base");
    if (cJSON_IsString(id) && *id->valuestring) theme->id = element_copy(&lone.element, id);
    if (cJSON_IsString(base) && is_built_in(base->valuestring))
        theme->base = element_copy(&lone.element, base);
    if (id) check_id(&lone.element, theme->id);
    read_sound(&lone, theme);
    struct str text = lone.file.index.file.text;
    theme->text = arena_text(&loader->content->arena, text.at, text.len);
    lone_close(loader, &lone);
}

void load_themes(struct loader *loader) {
    struct content *content = loader->content;
    struct site_theme *themes = ARENA_LIST(&content->arena, struct site_theme, loader->group.file_count);
    content->themes = themes;
    for (uint32_t i = 0; i < loader->group.file_count; i++) {
        const struct grouped *grouped = &loader->group.files[i];
        if (grouped->place != PLACE_THEME) continue;
        read_theme(loader, grouped->path, &themes[content->theme_count]);
        content->theme_count++;
    }
}
