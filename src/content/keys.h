#ifndef ANZHI_CONTENT_KEYS_H
#define ANZHI_CONTENT_KEYS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* The one table of every key an editor may write. Validation, `anzhi schema` and the suggestions for unknown
   keys all come from it, so they can't disagree. */

enum record_kind {
    RECORD_PACK,
    RECORD_SOURCE,
    RECORD_ENTITY,
    RECORD_ATTRIBUTE,
    RECORD_FACT,
    RECORD_ALSO_TRUE,
    RECORD_SET,
    RECORD_PAIRING,
    RECORD_SCENARIO,
    RECORD_PHRASE,
    RECORD_QUESTION,
    RECORD_CARD,
    RECORD_KIOSK,
    RECORD_THEME,
    RECORD_COLORS, /* of a theme */
    RECORD_FACES,
    RECORD_FILE, /* the top level of a file of a pack: the lists of the others */
    RECORD_KINDS
};

enum key_type {
    KEY_TEXT,    /* one line of text */
    KEY_TEXTS,   /* a list of texts */
    KEY_ID,      /* the record's own id */
    KEY_REF,     /* an id of another record, or "@id" of an entity */
    KEY_MEMBER,  /* a text or "@id" */
    KEY_MEMBERS, /* a list of texts and "@id" */
    KEY_ROWS,    /* a list of pairs */
    KEY_BOOL,
    KEY_NUMBER, /* a whole number between least and most */
    KEY_DAY,    /* "2024-09-09" */
    KEY_HOURS,  /* "21:00-08:30" */
    KEY_COLOR,  /* "#0D2137" */
    KEY_CHOICE, /* one of the words in `choices`, separated by '|' */
    KEY_ANSWER, /* "B", "ACD", 对, 错 */
    KEY_RECORD, /* a record of the kind `of` */
    KEY_RECORDS /* a list of such records */
};

struct key_row {
    enum record_kind record;
    const char *key;
    enum key_type type;
    bool required;
    int32_t least, most; /* number: range; text: characters; list: elements. most 0: the default limit */
    const char *choices; /* KEY_CHOICE, KEY_REF: what kind of record */
    enum record_kind of; /* KEY_RECORD, KEY_RECORDS, KEY_REF */
    const char *meaning; /* in Chinese, for the schema, the guide and messages */
    const char *example;
};

extern const struct key_row key_rows[];
extern const uint32_t key_row_count;

const struct key_row *key_find(enum record_kind record, struct str key);
/* The key of this record that is written most like it, or NULL when none comes near. */
const struct key_row *key_nearest(enum record_kind record, struct str key);
/* Is the word one of the choices of the key? */
bool key_has_choice(const struct key_row *row, struct str word);
const char *record_kind_name(enum record_kind record);    /* "fact" */
const char *record_kind_title(enum record_kind record);   /* 事实 */
const char *record_kind_measure(enum record_kind record); /* 条: the classifier that counts it */

/* The default limit of a key that names none. */
enum { KEY_TEXT_MOST = 500, KEY_LIST_MOST = 200, KEY_ID_MOST = 64 };
uint32_t key_most(const struct key_row *row);

/* The rows of one kind stand together: key_rows[first] … */
uint32_t key_first(enum record_kind record);
uint32_t key_count(enum record_kind record);
enum { KEYS_OF_A_RECORD = 48, KEY_ROWS_MOST = 512 };

/* Places of rows within a kind, for records that are read by the hundred thousand. What all records share
   stands behind their source, in this order; key_index_build asserts both. */
enum { ROW_ID };
enum common_row {
    COMMON_SOURCE,
    COMMON_TOPIC,
    COMMON_QUOTE,
    COMMON_NOTE,
    COMMON_EDITION,
    COMMON_STATUS,
    COMMON_VALID_FROM,
    COMMON_VALID_TO,
    COMMON_REV,
    COMMON_WEIGHT,
    COMMON_POLITICAL
};
enum question_row {
    ROW_TYPE = 1,
    ROW_STEM,
    ROW_OPTIONS,
    ROW_ANSWER,
    ROW_EXPLANATION,
    ROW_EMPHASIS,
    ROW_FACT,
    ROW_LEVEL,
    ROW_PINNED_LAST,
    ROW_IMAGE,
    ROW_ALT
};

/* Finds a row without a search. An element of a big file has its keys looked up one by one. */
enum { KEY_SLOTS = 2 * KEY_ROWS_MOST };
struct key_index {
    uint16_t slots[KEY_SLOTS]; /* 1 + row, 0: free */
    uint16_t first[RECORD_KINDS];
    uint8_t common[RECORD_KINDS]; /* place of the source within the kind; 0: it has none */
};
void key_index_build(struct key_index *index);
const struct key_row *key_index_find(const struct key_index *index, enum record_kind record, const char *key);

/* Draft-07 schema of a kind of file: pack, sources, facts, questions, cards, kiosk, theme. False: no such
 * kind. */
bool schema_print(const char *kind, struct buf *out);

#endif
