#ifndef ANZHI_CONTENT_LOADER_H
#define ANZHI_CONTENT_LOADER_H

#include "content/catalog.h"
#include "content/effects.h"
#include "content/element.h"
#include "content/group.h"

/* What is needed only while content is being loaded. The steps stand in load.c, in the order in which records
   may refer to each other; each step is a file of its own. */

/* A pack before the files are put in order. */
struct pack_draft {
    struct pack pack;
    uint32_t place; /* among the packs, once they are sorted */
    bool has_head, is_refused, has_records;
};

struct loader {
    struct content *content;
    struct catalog *catalog;
    const struct content_source *source;
    struct diags *diags;
    struct group group;
    struct pack_draft *drafts;
    struct tally *tallies; /* by file and kind */
    bool *named;           /* beside the source's paths: pictures that records name; NULL: nobody asks */
    struct arena work;     /* cleared after each record */
    struct buf scratch;
    enum content_depth depth;

    /* The lists that the content points at, while they are being filled. */
    struct pack *packs;
    struct source *sources;
    struct entity *entities;
    struct attribute *attributes;
    struct fact *facts;
    struct set *sets;
    struct pairing *pairings;
    struct scenario *scenarios;
    struct phrase *phrases;
    struct card *cards;
};

/* load_files.c: bytes to indexes, heads of packs, order. */
void load_files(struct loader *loader);
extern const char *const file_left_out; /* the effect of a file that can't be used */
/* Reads, decodes and indexes a file; false, after saying so, when it can't be used: then nothing is open. */
bool open_file(struct loader *loader, const char *path, struct content_file *file, const char *effect);
void close_file(struct content_file *file);
bool format_is_known(struct loader *loader, const struct content_file *file, const char *effect);
/* load_themes.c */
void load_themes(struct loader *loader);
/* load_settings.c: after the packs and the themes, of which it names some */
void load_settings(struct loader *loader);
/* Reports about a file as a whole, or about a part of its top level. */
void file_problem(struct loader *loader, enum message message, const char *path, const char *remark,
                  const char *fix, const char *effect);

/* read_*.c: one record each, from a tree that was checked. They return what to file under the id; NULL when
   the record failed. */
typedef const void *record_reader(struct loader *loader, struct element *element);
record_reader read_source, read_attribute, read_fact, read_set, read_pairing, read_scenario, read_phrase,
    read_card;

/* Gives every sound element of the lists of this kind to the reader and files what it returns. */
void walk_records(struct loader *loader, enum record_kind kind, record_reader *read);
struct tally *tally_of_list(struct loader *loader, uint32_t file, enum record_kind kind);
const struct json_member *list_of(const struct content_file *file, enum record_kind kind);

/* read_entity.c: entities may refer to entities that come later, so they are read and then tied together. */
void load_entities(struct loader *loader);

/* check_all.c: written questions; with CONTENT_CHECKED each of them. */
void load_written(struct loader *loader);

#endif
