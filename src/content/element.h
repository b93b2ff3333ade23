#ifndef ANZHI_CONTENT_ELEMENT_H
#define ANZHI_CONTENT_ELEMENT_H

#include <cjson/cJSON.h>

#include "content/catalog.h"
#include "content/messages.h"

/* One record while it is being read: its JSON tree, where it stands in the file, and where its problems go.
   Everything that reads a record goes through here, so a message always has the place, the subject and the
   effect.

   Without `diags` nobody listens: only `failed` says whether the record is sound. */

struct element {
    const struct content *content;
    const struct content_file *file;
    struct diags *diags; /* or NULL */
    struct arena *arena; /* what is read goes here */
    enum record_kind kind;
    struct json_span span;
    cJSON *object;
    const cJSON *fields[KEYS_OF_A_RECORD]; /* by row of key_rows, from the first of the kind */
    bool has_escapes;                      /* somewhere in the author's text */
    bool *named;    /* beside the source's paths: pictures that records name; NULL: nobody asks */
    uint32_t tally; /* whose neighbours the effect speaks of; see effects.h */
    bool failed;
};

/* One sound element of a list of this kind, not yet checked and with nobody listening. The object is of
   another type when it is no record. Its tree lives until element_close. */
struct element element_open(const struct content *content, uint32_t file, const struct json_element *place,
                            enum record_kind kind, struct buf *scratch);
void element_close(struct element *element);

/* Walks the object against the table of keys. False when something that must be right is not. */
bool element_check(struct element *element);

/* key "" marks the record itself; index < 0: not an element of a list. An error fails the record. */
void element_problem(struct element *element, enum message message, const char *key, int index,
                     const char *remark, const char *fix);
/* An error that costs the record only a part of it: `effect` says which. */
void element_blemish(struct element *element, enum message message, const char *key, const char *remark,
                     const char *fix, const char *effect);
/* The same as element_problem for a place that is known already. */
void element_mark(struct element *element, enum message message, struct json_span span, const char *remark,
                  const char *fix);
/* Words for a message, in the list's own memory; "" when nobody listens. */
const char *element_words(struct element *element, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* str_trim, with a short way for the text that needs none. */
struct str element_trim(const char *text);
struct str element_trim_str(struct str whole);

/* Values of keys that were checked. Texts are trimmed and copied into the arena; what is not given is "" or
 * empty. */
const cJSON *element_get(const struct element *element, const char *key);
struct str element_str(const struct element *element, const char *key); /* not copied */
const char *element_text(const struct element *element, const char *key);
const char *element_copy(const struct element *element,
                         const cJSON *item); /* of the value itself; NULL: "" */
struct texts element_texts_of(const struct element *element, const cJSON *list); /* NULL: none */
struct texts element_texts(const struct element *element, const char *key);
bool element_bool(const struct element *element, const char *key, bool otherwise);
uint32_t element_number(const struct element *element, const char *key, uint32_t otherwise);
uint32_t element_day(const struct element *element, const char *key);
/* The place of the word among the choices of the key. */
uint32_t element_choice(const struct element *element, const char *key, uint32_t otherwise);

/* The record a key refers to; NULL when it is not given or wrong (then the element has failed). */
const void *element_reference(struct element *element, const char *key);
const void *element_reference_of(struct element *element, const struct key_row *row);
/* A text or "@id": gives the text to show, and the entity if it is one. False: it refers to nothing. */
bool element_member(struct element *element, const char *key, int index, const cJSON *item,
                    struct member *member);
const struct member *element_members(struct element *element, const char *key, uint32_t *count);
/* The same, but only what is shown. */
struct texts element_shown(struct element *element, const char *key);

/* The keys that every record that can be asked shares. */
struct record element_record(struct element *element);

#endif
