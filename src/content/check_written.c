#include "content/lint.h"
#include "content/loader.h"
#include "content/question.h"
#include "content/twins.h"

/* The written questions. Quickly: a list of places. Fully: each is parsed, read as when it is asked, and
   looked over; what fails is marked in the index, so that it fails again when it is asked for. */

static uint32_t count_places(const struct content *content) {
    uint32_t count = 0;
    for (uint32_t file = 0; file < content->file_count; file++) {
        const struct json_member *list = list_of(&content->files[file], RECORD_QUESTION);
        if (list) count += list->element_count;
    }
    return count;
}

static void check_id(struct loader *loader, struct element *element, struct twins *twins,
                     struct written_place place) {
    struct str id = element_trim(element->fields[ROW_ID]->valuestring);
    const struct id_entry *entry = ids_find(&loader->catalog->ids, id);
    if (entry) {
        twins_report_id(element, entry->place, entry->kind);
        return;
    }
    twins_add_id(twins, element, id, place);
}

static void check_one(struct loader *loader, struct checks *checks, struct written_place place) {
    struct content *content = loader->content;
    struct json_element *where = &content->files[place.file].index.elements[place.element];
    struct element element = element_open(content, place.file, where, RECORD_QUESTION, &loader->scratch);
    struct written written;
    element.diags = loader->diags;
    element.arena = &loader->work;
    element.named = loader->named;
    twins_expect_id(&checks->twins, cJSON_GetObjectItemCaseSensitive(element.object, "id"));
    if (!cJSON_IsObject(element.object)) {
        element_problem(&element, MESSAGE_ELEMENT_TYPE, "", -1, NULL,
                        "写成 { \"id\": \"…\", \"stem\": \"…\", … } 的样子。");
    } else if (element_check(&element)) {
        check_id(loader, &element, &checks->twins, place);
        if (question_read(&element, &written)) lint_question(checks, &element, &written, place);
    }
    if (element.failed) {
        where->sound = 0;
        tally_of_list(loader, place.file, RECORD_QUESTION)->bad++;
    }
    element_close(&element);
    arena_clear(&loader->work);
}

static void check_list(struct loader *loader, struct checks *checks, uint32_t file,
                       const struct json_member *list) {
    checks_begin_file(checks, file);
    for (uint32_t i = 0; i < list->element_count; i++) {
        struct written_place place = {file, list->first_element + i};
        if (loader->content->files[file].index.elements[place.element].sound)
            check_one(loader, checks, place);
    }
}

static void list_places(struct loader *loader, struct written_place *places) {
    struct content *content = loader->content;
    content->written = places;
    for (uint32_t file = 0; file < content->file_count; file++) {
        const struct json_member *list = list_of(&content->files[file], RECORD_QUESTION);
        if (!list || !content->files[file].pack->is_played) continue;
        for (uint32_t i = 0; i < list->element_count; i++) {
            uint32_t element = list->first_element + i;
            if (!content->files[file].index.elements[element].sound) continue;
            places[content->written_count++] = (struct written_place){file, element};
        }
    }
}

static void count_unsound(struct loader *loader, uint32_t file, const struct json_member *list) {
    for (uint32_t i = 0; i < list->element_count; i++) {
        bool is_sound = loader->content->files[file].index.elements[list->first_element + i].sound;
        if (!is_sound) tally_of_list(loader, file, RECORD_QUESTION)->bad++;
    }
}

static void check_all(struct loader *loader, uint32_t count) {
    struct checks checks;
    checks_init(&checks, loader, count);
    for (uint32_t file = 0; file < loader->content->file_count; file++) {
        const struct json_member *list = list_of(&loader->content->files[file], RECORD_QUESTION);
        if (!list) continue;
        count_unsound(loader, file, list);
        check_list(loader, &checks, file, list);
    }
    checks_finish(&checks);
}

void load_written(struct loader *loader) {
    uint32_t count = count_places(loader->content);
    list_places(loader, ARENA_LIST(&loader->content->arena, struct written_place, count));
    if (loader->depth == CONTENT_CHECKED) check_all(loader, count);
}
