#ifndef ANZHI_CONTENT_TWINS_H
#define ANZHI_CONTENT_TWINS_H

#include "content/element.h"

/* Finds written questions that appear twice, by id or by what they ask. Of each question only 32 bits of a
   hash are kept; when they meet, both questions are read again and compared in full. */

struct twin_slot {
    uint32_t tag, number; /* number: 1 + running number of the question, 0: free */
};

struct twin_table {
    struct twin_slot *slots;
    uint32_t mask;
};

struct twins {
    const struct content *content;
    struct twin_table ids, stems;
    struct buf scratch;
    uint32_t reported; /* looking up line numbers costs time, and only the first messages are kept */
};

void twins_init(struct twins *twins, const struct content *content, uint32_t room);
void twins_finish(struct twins *twins);

/* The tables of a large bank are larger than the processor's caches, and a slot takes longer to come than any
   check. So each is asked for in advance, with what will be added; the stem's hash is then handed on. */
void twins_expect_id(const struct twins *twins, const cJSON *id); /* NULL, or not even a text: never mind */
uint64_t twins_expect_stem(const struct twins *twins, const struct element *element);
void twins_add_id(struct twins *twins, struct element *element, struct str id, struct written_place place);
void twins_add_stem(struct twins *twins, struct element *element, uint64_t hash, struct written_place place);
/* The element's id is taken by the record at this place. */
void twins_report_id(struct element *element, struct written_place first, enum record_kind kind);

#endif
