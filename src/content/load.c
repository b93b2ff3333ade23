#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "content/lint.h"
#include "content/loader.h"
#include "content/pictures.h"

/* The order of loading: files, settings, then record kinds so that each refers only to kinds before it. */

static const enum record_kind list_kinds[] = {
    RECORD_SOURCE,  RECORD_ENTITY,   RECORD_ATTRIBUTE, RECORD_FACT,     RECORD_SET,
    RECORD_PAIRING, RECORD_SCENARIO, RECORD_PHRASE,    RECORD_QUESTION, RECORD_CARD};
enum { LIST_KINDS = sizeof list_kinds / sizeof list_kinds[0] };

/* The same as the rows of RECORD_FILE; asked for too often to search there. */
static const char *const list_keys[RECORD_KINDS] = {
    [RECORD_SOURCE] = "sources",     [RECORD_ENTITY] = "entities", [RECORD_ATTRIBUTE] = "attributes",
    [RECORD_FACT] = "facts",         [RECORD_SET] = "sets",        [RECORD_PAIRING] = "pairings",
    [RECORD_SCENARIO] = "scenarios", [RECORD_PHRASE] = "phrases",  [RECORD_QUESTION] = "questions",
    [RECORD_CARD] = "cards"};

const struct json_member *list_of(const struct content_file *file, enum record_kind kind) {
    const char *key = list_keys[kind];
    const struct json_member *member = key ? json_index_get(&file->index, key) : NULL;
    return member && member->type == JSON_LIST ? member : NULL;
}

struct tally *tally_of_list(struct loader *loader, uint32_t file, enum record_kind kind) {
    return &loader->tallies[tally_index(file, kind)];
}

static uint32_t elements_of_kind(const struct content *content, enum record_kind kind) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < content->file_count; i++) {
        const struct json_member *list = list_of(&content->files[i], kind);
        if (list) count += list->element_count;
    }
    return count;
}

static void make_tallies(struct loader *loader) {
    uint32_t files = loader->content->file_count;
    loader->tallies = ARENA_LIST(&loader->content->arena, struct tally, (size_t)files * RECORD_KINDS);
    for (uint32_t file = 0; file < files; file++) {
        for (uint32_t i = 0; i < LIST_KINDS; i++) {
            const struct json_member *list = list_of(&loader->content->files[file], list_kinds[i]);
            struct tally *tally = tally_of_list(loader, file, list_kinds[i]);
            *tally = (struct tally){list_kinds[i], list ? list->element_count : 0, 0};
        }
    }
}

/* An id that a broken record may have had, so that who refers to it hears the right reason. */
static void file_broken_id(struct loader *loader, uint32_t file, const struct json_element *place,
                           enum record_kind kind, uint32_t number) {
    struct str text = loader->content->files[file].index.file.text;
    struct str raw = str_cut(text, place->begin, place->begin + place->length);
    size_t at = str_find(raw, STR("\"id\""));
    if (at == raw.len) return;
    struct str rest = str_cut(raw, at + 4, raw.len);
    size_t open = str_find(rest, STR("\""));
    if (open == rest.len || str_trim(str_cut(rest, 0, open)).len != 1) return;
    rest = str_cut(rest, open + 1, rest.len);
    size_t close = str_find(rest, STR("\""));
    if (close == rest.len || close > KEY_ID_MOST) return;
    bool is_new;
    ids_add(&loader->catalog->ids, arena_text(&loader->content->arena, rest.at, close), kind,
            (struct written_place){file, number}, &is_new);
}

static void report_second_id(struct loader *loader, struct element *element, const struct id_entry *first) {
    const struct content_file *file = &loader->content->files[first->place.file];
    const struct json_element *place = &file->index.elements[first->place.element];
    uint32_t line = 1;
    for (uint32_t i = 0; i < place->begin; i++) line += file->index.file.text.at[i] == '\n';
    element_problem(element, MESSAGE_ID_TWICE, "id", -1,
                    element_words(element, "%s 第 %u 行的%s已经用了", file->path, (unsigned)line,
                                  record_kind_title(first->kind)),
                    "给后一个换一个没有用过的 id。");
}

/* The entry of the record's id; NULL when it has none, or one that is taken. */
static struct id_entry *file_id(struct loader *loader, struct element *element, struct written_place place) {
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(element->object, "id");
    if (!cJSON_IsString(id) || !*id->valuestring) return NULL;
    const char *text = arena_text(&loader->content->arena, id->valuestring, strlen(id->valuestring));
    bool is_new;
    struct id_entry *entry = ids_add(&loader->catalog->ids, text, element->kind, place, &is_new);
    if (is_new) return entry;
    report_second_id(loader, element, entry);
    return NULL;
}

static bool is_object(struct element *element) {
    if (cJSON_IsObject(element->object)) return true;
    element_problem(element, MESSAGE_ELEMENT_TYPE, "", -1, NULL,
                    element_words(element, "写成 { \"id\": \"…\", … } 的样子。"));
    return false;
}

static void walk_element(struct loader *loader, struct written_place where, enum record_kind kind,
                         record_reader *read) {
    const struct json_element *place = &loader->content->files[where.file].index.elements[where.element];
    struct tally *tally = tally_of_list(loader, where.file, kind);
    if (!place->sound) {
        file_broken_id(loader, where.file, place, kind, where.element);
        tally->bad++;
        return;
    }
    struct element element = element_open(loader->content, where.file, place, kind, &loader->scratch);
    element.diags = loader->diags;
    element.arena = &loader->content->arena;
    element.named = loader->named;
    if (is_object(&element)) {
        element_check(&element);
        struct id_entry *entry = file_id(loader, &element, where);
        const void *record = element.failed ? NULL : read(loader, &element);
        if (entry && !element.failed) entry->record = record;
        if (!element.failed) lint_bytes(&element);
    }
    tally->bad += element.failed;
    element_close(&element);
    arena_clear(&loader->work);
}

void walk_records(struct loader *loader, enum record_kind kind, record_reader *read) {
    for (uint32_t file = 0; file < loader->content->file_count; file++) {
        const struct json_member *list = list_of(&loader->content->files[file], kind);
        for (uint32_t i = 0; list && i < list->element_count; i++) {
            walk_element(loader, (struct written_place){file, list->first_element + i}, kind, read);
        }
    }
}

static void make_catalog(struct loader *loader) {
    struct arena *arena = &loader->content->arena;
    loader->catalog = ARENA_NEW(arena, struct catalog);
    loader->content->catalog = loader->catalog;
    key_index_build(&loader->catalog->keys);
    telltales_build(&loader->catalog->telltales);
}

static void make_ids(struct loader *loader) {
    uint32_t room = 0;
    for (uint32_t i = 0; i < LIST_KINDS; i++) {
        if (list_kinds[i] != RECORD_QUESTION) room += elements_of_kind(loader->content, list_kinds[i]);
    }
    ids_init(&loader->catalog->ids, &loader->content->arena, room);
}

#define MAKE_LIST(field, type, kind)                                                                         \
    loader->field = ARENA_LIST(&loader->content->arena, type, elements_of_kind(loader->content, kind));      \
    loader->content->field = loader->field

static void make_lists(struct loader *loader) {
    MAKE_LIST(sources, struct source, RECORD_SOURCE);
    MAKE_LIST(entities, struct entity, RECORD_ENTITY);
    MAKE_LIST(attributes, struct attribute, RECORD_ATTRIBUTE);
    MAKE_LIST(facts, struct fact, RECORD_FACT);
    MAKE_LIST(sets, struct set, RECORD_SET);
    MAKE_LIST(pairings, struct pairing, RECORD_PAIRING);
    MAKE_LIST(scenarios, struct scenario, RECORD_SCENARIO);
    MAKE_LIST(phrases, struct phrase, RECORD_PHRASE);
    MAKE_LIST(cards, struct card, RECORD_CARD);
}

static void load_records(struct loader *loader) {
    walk_records(loader, RECORD_SOURCE, read_source);
    load_entities(loader);
    walk_records(loader, RECORD_ATTRIBUTE, read_attribute);
    walk_records(loader, RECORD_FACT, read_fact);
    walk_records(loader, RECORD_SET, read_set);
    walk_records(loader, RECORD_PAIRING, read_pairing);
    walk_records(loader, RECORD_SCENARIO, read_scenario);
    walk_records(loader, RECORD_PHRASE, read_phrase);
    walk_records(loader, RECORD_CARD, read_card);
    load_written(loader);
}

static uint32_t topic_named(struct content *content, const char **topics, const char *name) {
    uint32_t i = 0;
    while (i < content->topic_count && strcmp(topics[i], name) != 0) i++;
    if (i == content->topic_count) topics[content->topic_count++] = name;
    return i;
}

static void find_topics(struct loader *loader) {
    struct content *content = loader->content;
    const char **topics = ARENA_LIST(&content->arena, const char *, content->card_count);
    for (uint32_t i = 0; i < content->card_count; i++)
        loader->cards[i].topic = topic_named(content, topics, loader->cards[i].record.topic);
    content->topics = topics;
}

static uint64_t fingerprint_of(const struct content *content) {
    struct hash hash = hash_begin();
    for (uint32_t i = 0; i < content->pack_count; i++) {
        if (content->packs[i].is_played) hash_number(&hash, content->packs[i].fingerprint);
    }
    return hash_end(&hash);
}

static bool has_something(const struct content *content) {
    return content->written_count || content->fact_count || content->set_count || content->pairing_count ||
           content->scenario_count || content->phrase_count;
}

static void report_nothing(struct loader *loader) {
    if (loader->group.pack_count) return;
    file_problem(loader, MESSAGE_NOTHING, loader->group.is_content ? "packs" : ".", "这里没有能读的内容包",
                 "内容文件夹里要有 packs/<包名>/pack.json；也可以直接指定一个内容包的文件夹或文件。",
                 "没有可出的题。");
}

bool content_load(struct content *content, const struct content_source *source, enum content_depth depth,
                  struct diags *diags) {
    *content = (struct content){.source = *source};
    arena_init(&content->arena);
    struct loader loader = {.content = content, .source = source, .diags = diags, .depth = depth};
    if (depth == CONTENT_CHECKED) loader.named = ARENA_LIST(&content->arena, bool, source->path_count);
    arena_init(&loader.work);
    buf_init(&loader.scratch);
    make_catalog(&loader);
    load_files(&loader);
    report_nothing(&loader);
    make_ids(&loader);
    make_tallies(&loader);
    make_lists(&loader);
    load_themes(&loader);
    load_settings(&loader);
    load_records(&loader);
    find_topics(&loader);
    if (loader.named) check_pictures(&loader);
    effects_settle(diags, loader.tallies);
    content->fingerprint = fingerprint_of(content);
    lookups_build(&content->lookups, content, &content->arena);
    buf_finish(&loader.scratch);
    arena_finish(&loader.work);
    return has_something(content);
}

void content_finish(struct content *content) {
    for (uint32_t i = 0; i < content->file_count; i++) {
        json_index_finish(&content->files[i].index);
        buf_finish(&content->files[i].storage);
    }
    arena_finish(&content->arena);
    *content = (struct content){0};
}

static const void *record_by_id(const struct content *content, enum record_kind kind, const char *id) {
    const struct id_entry *entry = ids_find(&content->catalog->ids, str_of(id));
    return entry && entry->kind == kind ? entry->record : NULL;
}

const struct entity *content_entity(const struct content *content, const char *id) {
    return record_by_id(content, RECORD_ENTITY, id);
}

const struct fact *content_fact(const struct content *content, const char *id) {
    return record_by_id(content, RECORD_FACT, id);
}

const struct set *content_set(const struct content *content, const char *id) {
    return record_by_id(content, RECORD_SET, id);
}

const struct source *content_source_of(const struct content *content, const char *id) {
    return record_by_id(content, RECORD_SOURCE, id);
}

bool record_is_playable(const struct record *record, uint32_t today) {
    if (record->status != STATUS_READY || !record->pack->is_played) return false;
    if (today == 0) return true;
    return today >= record->valid_from && (record->valid_to == 0 || today <= record->valid_to);
}
