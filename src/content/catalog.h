#ifndef ANZHI_CONTENT_CATALOG_H
#define ANZHI_CONTENT_CATALOG_H

#include "content/content.h"
#include "content/keys.h"
#include "content/telltale.h"

/* Every id of the content folder but those of the written questions, and the key index: what reading one more
   question needs to know about all that was read before. Built once per load, in the content's arena. */

struct id_entry {
    uint64_t hash;
    const char *id;
    const void *record; /* NULL: it did not pass the check */
    struct written_place place;
    enum record_kind kind;
};

struct ids {
    struct id_entry *list;
    uint32_t *slots; /* 1 + entry, 0: free */
    uint32_t count, room, mask;
};

struct catalog {
    struct key_index keys;
    struct ids ids;
    struct telltales telltales;
};

/* `room` is the most that will ever be added. */
void ids_init(struct ids *ids, struct arena *arena, uint32_t room);
struct id_entry *ids_find(const struct ids *ids, struct str id);
/* The entry that has this id already, or the new one (entry->record NULL) with *is_new set. */
struct id_entry *ids_add(struct ids *ids, const char *id, enum record_kind kind, struct written_place place,
                         bool *is_new);
/* The id of this kind that is written most like it, or NULL. */
const char *ids_nearest(const struct ids *ids, enum record_kind kind, struct str id);

#endif
