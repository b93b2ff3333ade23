#include "content/twins.h"

#include <string.h>

#include "base/fold.h"
#include "base/hash.h"
#include "base/memory.h"
#include "content/sieve.h"

static void init_table(struct twin_table *table, uint32_t room) {
    uint32_t slots = 16;
    while (slots - slots / 4 < room) slots *= 2;
    table->slots = memory_zeroed(slots * sizeof *table->slots);
    table->mask = slots - 1;
}

void twins_init(struct twins *twins, const struct content *content, uint32_t room) {
    *twins = (struct twins){.content = content};
    init_table(&twins->ids, room);
    init_table(&twins->stems, room);
    buf_init(&twins->scratch);
}

void twins_finish(struct twins *twins) {
    memory_give_back(twins->ids.slots);
    memory_give_back(twins->stems.slots);
    buf_finish(&twins->scratch);
}

/* Questions are numbered through all files, in order. */
static uint32_t number_of(const struct content *content, struct written_place place) {
    uint32_t number = place.element;
    for (uint32_t file = 0; file < place.file; file++) number += content->files[file].index.element_count;
    return number;
}

static struct written_place place_of(const struct content *content, uint32_t number) {
    uint32_t file = 0;
    while (number >= content->files[file].index.element_count)
        number -= content->files[file++].index.element_count;
    return (struct written_place){file, number};
}

static struct element open_other(struct twins *twins, struct written_place place) {
    const struct json_element *where = &twins->content->files[place.file].index.elements[place.element];
    return element_open(twins->content, place.file, where, RECORD_QUESTION, &twins->scratch);
}

static struct str text_of(const cJSON *item) {
    return str_of(cJSON_IsString(item) ? item->valuestring : NULL);
}

/* What a question asks, whatever the order of its options, each text taken by `hash`. Long stems alone say
   it; short ones (下列说法正确的是) are shared by many questions. */
static uint64_t asking_hash(const cJSON *stem, const cJSON *options, uint64_t (*hash)(struct str text)) {
    enum { TELLING_BYTES = 45 };
    const cJSON *option;
    struct str asked = text_of(stem);
    uint64_t sum = hash(asked);
    if (asked.len >= TELLING_BYTES) return sum;
    cJSON_ArrayForEach(option, options) sum += hash(text_of(option));
    return sum;
}

static bool has_id(struct twins *twins, struct written_place place, struct str id) {
    struct element other = open_other(twins, place);
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(other.object, "id");
    bool same = cJSON_IsString(item) && str_is(id, item->valuestring);
    element_close(&other);
    return same;
}

static bool asks_same(struct twins *twins, struct written_place place, const struct element *element) {
    struct element other = open_other(twins, place);
    const cJSON *stem = cJSON_GetObjectItemCaseSensitive(other.object, "stem");
    const cJSON *options = cJSON_GetObjectItemCaseSensitive(other.object, "options");
    bool same = asking_hash(stem, options, fold_hash) ==
                asking_hash(element->fields[ROW_STEM], element->fields[ROW_OPTIONS], fold_hash);
    element_close(&other);
    return same;
}

static uint32_t line_of(const struct content *content, struct written_place place) {
    const struct json_index *index = &content->files[place.file].index;
    const char *at = index->file.text.at, *end = at + index->elements[place.element].begin;
    uint32_t line = 1;
    for (; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++) line++;
    return line;
}

void twins_report_id(struct element *element, struct written_place first, enum record_kind kind) {
    element_problem(element, MESSAGE_ID_TWICE, "id", -1,
                    element_words(element, "%s 第 %u 行的%s已经用了",
                                  element->content->files[first.file].path,
                                  (unsigned)line_of(element->content, first), record_kind_title(kind)),
                    "给后一个换一个没有用过的 id。");
}

/* Only the first messages of a file are kept and printed. */
static bool is_worth_a_line(struct twins *twins) {
    enum { WORTH = 100 };
    return twins->reported++ < WORTH;
}

static void report_second_id(struct twins *twins, struct element *element, struct written_place first) {
    if (is_worth_a_line(twins)) {
        twins_report_id(element, first, RECORD_QUESTION);
    } else {
        element_problem(element, MESSAGE_ID_TWICE, "id", -1, NULL, "给后一个换一个没有用过的 id。");
    }
}

static void report_second_stem(struct twins *twins, struct element *element, struct written_place first) {
    const char *where = "";
    if (is_worth_a_line(twins)) {
        const char *path = twins->content->files[first.file].path;
        where = element_words(element, "和 %s 第 %u 行的题目一样", path,
                              (unsigned)line_of(twins->content, first));
    }
    element_problem(element, MESSAGE_STEM_TWICE, "stem", -1, where, "删去其中一道，或者换一个角度问。");
}

/* The slots of one tag follow each other; `taken` says whether the question there really is the same. */
#define PROBE(table, hash, slot, taken)                                                                      \
    for (; (table)->slots[slot].number; slot = (slot + 1) & (table)->mask) {                                 \
        if ((table)->slots[slot].tag == (uint32_t)((hash) >> 32) && (taken)) break;                          \
    }

static void fetch_slot(const struct twin_table *table, uint64_t hash) {
    __builtin_prefetch(&table->slots[(uint32_t)hash & table->mask], 1);
}

void twins_expect_id(const struct twins *twins, const cJSON *id) {
    fetch_slot(&twins->ids, hash_of(text_of(id)));
}

uint64_t twins_expect_stem(const struct twins *twins, const struct element *element) {
    uint64_t hash = asking_hash(element->fields[ROW_STEM], element->fields[ROW_OPTIONS], sieve_text);
    fetch_slot(&twins->stems, hash);
    return hash;
}

void twins_add_id(struct twins *twins, struct element *element, struct str id, struct written_place place) {
    uint64_t hash = hash_of(id);
    struct twin_table *table = &twins->ids;
    uint32_t slot = (uint32_t)hash & table->mask;
    PROBE(table, hash, slot, has_id(twins, place_of(twins->content, table->slots[slot].number - 1), id))
    if (table->slots[slot].number) {
        report_second_id(twins, element, place_of(twins->content, table->slots[slot].number - 1));
    } else {
        table->slots[slot] = (struct twin_slot){(uint32_t)(hash >> 32), number_of(twins->content, place) + 1};
    }
}

void twins_add_stem(struct twins *twins, struct element *element, uint64_t hash, struct written_place place) {
    struct twin_table *table = &twins->stems;
    uint32_t slot = (uint32_t)hash & table->mask;
    PROBE(table, hash, slot,
          asks_same(twins, place_of(twins->content, table->slots[slot].number - 1), element))
    if (table->slots[slot].number) {
        report_second_stem(twins, element, place_of(twins->content, table->slots[slot].number - 1));
    } else {
        table->slots[slot] = (struct twin_slot){(uint32_t)(hash >> 32), number_of(twins->content, place) + 1};
    }
}
