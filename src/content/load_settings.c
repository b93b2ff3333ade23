#include <string.h>

#include "base/decode.h"
#include "content/loader.h"

/* kiosk.json: what this site plays. What is not written there, or written wrong, has its default. */

static struct settings default_settings(void) {
    return (struct settings){
        .mode = MODE_KIOSK, .theme = "light", .topic = "", .daily_goal = 6000, .show_rank = true};
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

static struct settings read_settings(struct element *element) {
    struct settings otherwise = default_settings();
    return (struct settings){
        .mode = (enum mode)element_choice(element, "mode", otherwise.mode),
        .theme = element_get(element, "theme") ? element_text(element, "theme") : otherwise.theme,
        .topic = element_get(element, "topic") ? element_text(element, "topic") : otherwise.topic,
        .packs = element_texts(element, "packs"),
        .questions = element_number(element, "questions", 0),
        .daily_goal = element_number(element, "daily_goal", otherwise.daily_goal),
        .question_idle_s = element_number(element, "question_idle_s", 0),
        .result_idle_s = element_number(element, "result_idle_s", 0),
        .card_idle_s = element_number(element, "card_idle_s", 0),
        .reduced_motion = element_bool(element, "reduced_motion", false),
        .large = element_bool(element, "large", false),
        .show_rank = element_bool(element, "show_rank", otherwise.show_rank),
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

static bool find_kiosk(const struct group *group) {
    for (uint32_t i = 0; i < group->file_count; i++) {
        if (group->files[i].place == PLACE_KIOSK) return true;
    }
    return false;
}

/* The whole file as one element. */
static void read_file(struct loader *loader, struct content_file *file, struct settings *settings) {
    struct element element = {.content = loader->content,
                              .file = file,
                              .diags = loader->diags,
                              .arena = &loader->content->arena,
                              .kind = RECORD_KIOSK,
                              .has_escapes = true,
                              .tally = TALLY_NONE};
    element.span = (struct json_span){0, (uint32_t)file->index.file.text.len};
    cJSON *tree = cJSON_CreateObject();
    for (uint32_t i = 0; i < file->index.member_count; i++) {
        const struct json_member *member = &file->index.members[i];
        if (!member->sound) continue;
        buf_clear(&loader->scratch);
        struct str plain = json_plain(&file->index, member->value, member->plain, &loader->scratch);
        cJSON *item = cJSON_ParseWithLength(plain.at, plain.len);
        if (item)
            cJSON_AddItemToObject(tree, arena_text(&loader->work, member->key.at, member->key.len), item);
    }
    element.object = tree;
    element_check(&element);
    forget_wrong(&element);
    *settings = read_settings(&element);
    check_packs(&element, settings);
    cJSON_Delete(tree);
    arena_clear(&loader->work);
}

static void open_kiosk(struct loader *loader, struct settings *settings) {
    static const char path[] = "kiosk.json";
    struct str bytes;
    struct content_file file = {.path = path};
    buf_init(&file.storage);
    if (!loader->source->read(loader->source->context, path, &bytes)) {
        file_problem(loader, MESSAGE_FILE_UNREADABLE, path, NULL, "检查文件的读取权限。",
                     "设置全部用默认值。");
        return;
    }
    struct decoded decoded = decode_bytes(bytes, &file.storage);
    if (decoded.encoding == ENCODING_NONE) {
        file_problem(loader, MESSAGE_FILE_UNDECODABLE, path, NULL, "用记事本打开后另存为 UTF-8。",
                     "设置全部用默认值。");
    } else {
        struct diag_file shown = {path, decoded.text};
        if (json_index_build(&file.index, shown, &json_default_limits, loader->diags))
            read_file(loader, &file, settings);
        json_index_finish(&file.index);
    }
    buf_finish(&file.storage);
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
