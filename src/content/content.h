#ifndef ANZHI_CONTENT_CONTENT_H
#define ANZHI_CONTENT_CONTENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/json.h"
#include "base/str.h"
#include "content/lookup.h"
#include "content/model.h"

/* A content folder, read and checked. It knows no file system: bytes come through the functions of a
   content_source. What is wrong goes to the diags; what is sound is loaded, record by record. Questions
   written by hand stay in their files as spans and are parsed when they are asked for, so that 100,000 of
   them cost an index and no more.

   The root may be a content folder (packs/<id>/…, kiosk.json), one pack folder (pack.json …) or one file with
   a pack in it ("pack": {…}, "questions": […], "facts": […] …). */

struct image;

struct content_source {
    void *context;
    const char *const *paths; /* every regular file below the root, '/' between folders, sorted by bytes */
    uint32_t path_count;
    /* The bytes of a file. They stay valid until the content is finished. False: it can't be read. */
    bool (*read)(void *context, const char *path, struct str *bytes);
    /* The bytes of this file are not looked at any more. NULL: what was read stays. */
    void (*forget)(void *context, const char *path);
    /* Whether a picture can be shown, asked when everything is checked. NULL: what it says of itself is
       believed. */
    bool (*can_show)(void *context, struct str bytes, const struct image *image);
};

struct content_file {
    struct json_index index;
    struct buf storage; /* the decoded text, when it was not UTF-8 */
    const struct pack *pack;
    const char *path;
};

/* Where a written question is: 8 bytes each. */
struct written_place {
    uint32_t file, element;
};

struct catalog;

struct content {
    struct arena arena;
    struct content_source source; /* for what is read while it is shown: pictures */
    struct content_file *files;
    uint32_t file_count;

    const struct pack *packs;
    const struct source *sources;
    const struct entity *entities;
    const struct attribute *attributes;
    const struct fact *facts;
    const struct set *sets;
    const struct pairing *pairings;
    const struct scenario *scenarios;
    const struct phrase *phrases;
    const struct card *cards;
    const char *const *topics; /* of the cards, in the order of their first ones; "" for those without */
    const struct site_theme *themes;
    const struct written_place *written;
    uint32_t pack_count, source_count, entity_count, attribute_count, fact_count, set_count, pairing_count,
        scenario_count, phrase_count, card_count, topic_count, theme_count, written_count;

    struct lookups lookups; /* built last, when all lists stand */

    const struct catalog *catalog; /* finds keys and ids */
    struct settings settings;
    uint64_t fingerprint; /* of all packs that are played, in order */
    uint32_t generation;  /* set by who reads again while the program runs: each reading has its own, be it in
                             the same memory */
};

enum content_depth {
    CONTENT_QUICK, /* everything but the written questions is checked; those are checked one by one when asked
                      for */
    CONTENT_CHECKED /* everything is checked */
};

/* False when there is nothing to play. Call content_finish in both cases. */
bool content_load(struct content *content, const struct content_source *source, enum content_depth depth,
                  struct diags *diags);
void content_finish(struct content *content);

/* Parses one written question into the arena. False when it is unsound or not ready to be asked. The list of
   written questions is the same for both depths: what the full check refused stays in it and is refused
   again. */
bool content_question(const struct content *content, uint32_t index, struct arena *arena,
                      struct written *out);
/* The same, of drafts and of what was retired as well. */
bool content_written(const struct content *content, uint32_t index, struct arena *arena, struct written *out);

/* The bytes of a picture that a record names, and what they are. False: there is no such file, or it may not
   be given to a decoder. They are borrowed until content_picture_done. */
bool content_picture(const struct content *content, struct str path, struct str *bytes, struct image *image);
void content_picture_done(const struct content *content, struct str path);

/* By id; NULL when there is none. */
const struct entity *content_entity(const struct content *content, const char *id);
const struct fact *content_fact(const struct content *content, const char *id);
const struct set *content_set(const struct content *content, const char *id);
const struct source *content_source_of(const struct content *content, const char *id);

/* Ready, of a pack that is played, and within its days. */
bool record_is_playable(const struct record *record, uint32_t today); /* today 0: dates don't matter */

#endif
