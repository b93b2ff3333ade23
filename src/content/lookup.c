#include "content/lookup.h"

#include <stdlib.h>

#include "base/fold.h"
#include "base/hash.h"
#include "content/content.h"

static int by_key(const void *a, const void *b) {
    const struct lookup_row *left = a, *right = b;
    if (left->key != right->key) return left->key < right->key ? -1 : 1;
    return left->place < right->place ? -1 : left->place > right->place;
}

static struct lookup sorted(struct lookup_row *rows, uint32_t count) {
    if (count) qsort(rows, count, sizeof *rows, by_key);
    return (struct lookup){rows, count};
}

struct lookup lookup_find(const struct lookup *lookup, uint64_t key) {
    uint32_t low = 0, high = lookup->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (lookup->rows[middle].key < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    uint32_t end = low;
    while (end < lookup->count && lookup->rows[end].key == key) end++;
    return (struct lookup){lookup->rows + low, end - low};
}

/* An attribute without a class is a class of its own. */
uint64_t lookup_class_key(const struct attribute *attribute) {
    const char *class_name = attribute->class_name;
    return hash_of(str_of(class_name && *class_name ? class_name : attribute->record.id));
}

uint64_t lookup_subject_key(const struct content *content, const struct entity *subject,
                            const struct attribute *attribute) {
    uint64_t entity = (uint64_t)(subject - content->entities);
    return entity << 32 | (uint64_t)(attribute - content->attributes);
}

static struct lookup build_names(const struct content *content, struct arena *arena) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < content->entity_count; i++) count += 1 + content->entities[i].aliases.count;
    struct lookup_row *rows = ARENA_LIST(arena, struct lookup_row, count + 1);
    count = 0;
    for (uint32_t i = 0; i < content->entity_count; i++) {
        const struct entity *entity = &content->entities[i];
        rows[count++] = (struct lookup_row){fold_hash(str_of(entity->name)), i};
        for (uint32_t k = 0; k < entity->aliases.count; k++) {
            rows[count++] = (struct lookup_row){fold_hash(str_of(entity->aliases.list[k])), i};
        }
    }
    return sorted(rows, count);
}

static struct lookup build_facts(const struct content *content, struct arena *arena, bool by_subject) {
    struct lookup_row *rows = ARENA_LIST(arena, struct lookup_row, content->fact_count + 1);
    for (uint32_t i = 0; i < content->fact_count; i++) {
        const struct fact *fact = &content->facts[i];
        rows[i].key = by_subject ? lookup_subject_key(content, fact->subject, fact->attribute)
                                 : lookup_class_key(fact->attribute);
        rows[i].place = i;
    }
    return sorted(rows, content->fact_count);
}

static const uint64_t *fold_values(const struct content *content, struct arena *arena) {
    uint64_t *folds = ARENA_LIST(arena, uint64_t, content->fact_count + 1);
    for (uint32_t i = 0; i < content->fact_count; i++) {
        const struct value *value = &content->facts[i].value;
        folds[i] = fold_hash(str_of(value->type == VALUE_ENTITY ? value->entity->name : value->show));
    }
    return folds;
}

static const uint64_t *fold_entities(const struct content *content, struct arena *arena) {
    uint64_t *folds = ARENA_LIST(arena, uint64_t, content->entity_count + 1);
    for (uint32_t i = 0; i < content->entity_count; i++)
        folds[i] = fold_hash(str_of(content->entities[i].name));
    return folds;
}

void lookups_build(struct lookups *lookups, const struct content *content, struct arena *arena) {
    lookups->names = build_names(content, arena);
    lookups->classes = build_facts(content, arena, false);
    lookups->subjects = build_facts(content, arena, true);
    lookups->fact_values = fold_values(content, arena);
    lookups->entity_names = fold_entities(content, arena);
}
