#include <string.h>

#include "content/hours.h"
#include "content/lone.h"

/* kiosk.json: what this site plays. What is not written there, or written wrong, has its default. */

static struct settings default_settings(void) {
    return (struct settings){.mode = MODE_KIOSK,
                             .theme = "light",
                             .topic = "",
                             .daily_goal = 6000,
                             .keep_days = 90,
                             .show_rank = true,
                             .duo = true};
}

/* A key that failed its check counts as not written. */
static void forget_wrong(struct element *element) {
    for (uint32_t i = 0; i < key_count(RECORD_KIOSK); i++) {
        if (!element->fields[i]) continue;
        struct element alone = *element;
        cJSON object = {.type = cJSON_Object};
        cJSON item = *element->fields[i];
        item.next = item.prev = NULL;
        object.child = &item;
        alone.object = &object;
        alone.diags = NULL;
        alone.failed = false;
        if (!element_check(&alone)) element->fields[i] = NULL;
    }
}

static struct hours read_hours(struct element *element, const char *key) {
    struct hours hours = {0, 0};
    if (element_get(element, key)) hours_read(element_text(element, key), &hours);
    return hours;
}

static struct settings read_settings(struct element *element) {
    struct settings otherwise = default_settings();
    return (struct settings){
        .mode = (enum mode)element_choice(element, "mode", otherwise.mode),
        .theme = element_get(element, "theme") ? element_text(element, "theme") : otherwise.theme,
        .topic = element_get(element, "topic") ? element_text(element, "topic") : otherwise.topic,
        .packs = element_texts(element, "packs"),
        .questions = element_number(element, "questions", 0),
        .daily_goal = element_number(element, "daily_goal", otherwise.daily_goal),
        .keep_days = element_number(element, "keep_days", otherwise.keep_days),
        .question_idle_s = element_number(element, "question_idle_s", 0),
        .result_idle_s = element_number(element, "result_idle_s", 0),
        .card_idle_s = element_number(element, "card_idle_s", 0),
        .reduced_motion = element_bool(element, "reduced_motion", false),
        .large = element_bool(element, "large", false),
        .show_rank = element_bool(element, "show_rank", otherwise.show_rank),
        .duo = element_bool(element, "duo", otherwise.duo),
        .board = element_bool(element, "board", false),
        .quiet = read_hours(element, "quiet"),
    };
}

static bool plays(const struct settings *settings, const struct pack *pack) {
    for (uint32_t i = 0; i < settings->packs.count; i++) {
        if (strcmp(settings->packs.list[i], pack->id) == 0) return true;
    }
    return settings->packs.count == 0;
}

static bool is_pack(const struct content *content, const char *id) {
    for (uint32_t i = 0; i < content->pack_count; i++) {
        if (strcmp(content->packs[i].id, id) == 0) return true;
    }
    return false;
}

static const char *list_of_packs(struct element *element) {
    const char *list = "";
    for (uint32_t i = 0; i < element->content->pack_count; i++) {
        list = element_words(element, "%s%s%s", list, *list ? "、" : "", element->content->packs[i].id);
    }
    return list;
}

static void check_packs(struct element *element, const struct settings *settings) {
    for (uint32_t i = 0; i < settings->packs.count; i++) {
        if (is_pack(element->content, settings->packs.list[i])) continue;
        element_problem(element, MESSAGE_PACK_UNKNOWN, "packs", (int)i, "没有这个内容包",
                        element_words(element, "现有的内容包：%s。", list_of_packs(element)));
    }
}

/* A theme that has mistakes of its own is named there. */
static bool is_theme(const struct content *content, const char *id) {
    if (key_has_choice(key_find(RECORD_THEME, STR("base")), str_of(id))) return true;
    for (uint32_t i = 0; i < content->theme_count; i++) {
        if (strcmp(content->themes[i].id, id) == 0) return true;
    }
    return false;
}

static void check_theme(struct element *element, struct settings *settings) {
    if (is_theme(element->content, settings->theme)) return;
    const char *list = "light、dark、contrast";
    for (uint32_t i = 0; i < element->content->theme_count; i++)
        list = element_words(element, "%s、%s", list, element->content->themes[i].id);
    element_problem(element, MESSAGE_KEY_CHOICE, "theme", -1, "没有这套配色",
                    element_words(element, "从这些里选一个：%s。", list));
    settings->theme = default_settings().theme;
}

static bool find_kiosk(const struct group *group) {
    for (uint32_t i = 0; i < group->file_count; i++) {
        if (group->files[i].place == PLACE_KIOSK) return true;
    }
    return false;
}

static void open_kiosk(struct loader *loader, struct settings *settings) {
    struct lone lone;
    if (!lone_open(loader, "kiosk.json", RECORD_KIOSK, "设置全部用默认值。", &lone)) return;
    forget_wrong(&lone.element);
    *settings = read_settings(&lone.element);
    check_packs(&lone.element, settings);
    check_theme(&lone.element, settings);
    lone_close(loader, &lone);
}

void load_settings(struct loader *loader) {
    struct content *content = loader->content;
    content->settings = default_settings();
    if (find_kiosk(&loader->group)) open_kiosk(loader, &content->settings);
    bool any = false;
    for (uint32_t i = 0; i < content->pack_count; i++) {
        loader->packs[i].is_played = plays(&content->settings, &loader->packs[i]);
        any = any || loader->packs[i].is_played;
    }
    for (uint32_t i = 0; !any && i < content->pack_count; i++) loader->packs[i].is_played = true;
}
