#ifndef ANZHI_CONTENT_LOOKUP_H
#define ANZHI_CONTENT_LOOKUP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "content/model.h"

/* Where things are, so that making a question never searches the whole content: names to entities, facts of
   one class, facts of one subject. Built once when content is loaded, const like everything else in it. It
   knows no questions. */

struct content;

struct lookup_row {
    uint64_t key;
    uint32_t place; /* in the content's list */
};

/* Sorted by key, then by place. */
struct lookup {
    const struct lookup_row *rows;
    uint32_t count;
};

struct lookups {
    struct lookup names;         /* folded name or alias → entity */
    struct lookup classes;       /* class of the attribute → fact */
    struct lookup subjects;      /* subject and attribute → fact */
    const uint64_t *fact_values; /* for each fact: its value as it is shown, folded */
    const uint64_t *entity_names;
};

void lookups_build(struct lookups *lookups, const struct content *content, struct arena *arena);

/* Rows of one key: places[first … first+count-1]. */
struct lookup lookup_find(const struct lookup *lookup, uint64_t key);

uint64_t lookup_class_key(const struct attribute *attribute);
uint64_t lookup_subject_key(const struct content *content, const struct entity *subject,
                            const struct attribute *attribute);

#endif
