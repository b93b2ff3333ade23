#ifndef ANZHI_EXCHANGE_PHRASE_H
#define ANZHI_EXCHANGE_PHRASE_H

#include "exchange/find.h"

/* Where a phrase begins and ends, and lists of names. */

enum { PHRASE_MEMBERS = 40 };

struct members {
    struct span list[PHRASE_MEMBERS];
    uint32_t count;
    bool open;          /* it says 等 */
    struct span number; /* 十部门, of 等十部门; empty when it does not say how many */
};

/* Back to the mark that ends the clause before; a mark inside 《》 or （） is none. */
uint32_t phrase_begin(const struct reading *reading, uint32_t at);
/* Forward to the mark that ends this clause, or to the end of the sentence. */
uint32_t phrase_end(const struct reading *reading, uint32_t at);
/* Without adverbs at its end: 联合, 共同, 正式 … and blanks. */
uint32_t phrase_without_adverbs(const struct reading *reading, uint32_t begin, uint32_t end);
/* Behind words that only introduce: 由, 据, 9月10日 … */
uint32_t phrase_without_lead(const struct reading *reading, uint32_t begin, uint32_t end);

/* [begin, end) as a list of bodies, each of them sure to be one; false when something in it is none. One body
   is a list too. */
bool phrase_bodies(const struct reading *reading, uint32_t begin, uint32_t end, struct members *members);

/* The same of names that need not end like bodies, one of several does: where it is said that they are. */
bool phrase_parts(const struct reading *reading, uint32_t begin, uint32_t end, struct members *members);

/* One body, with no words of a clause in it. */
bool phrase_is_body(const struct reading *reading, uint32_t begin, uint32_t end);

/* Chinese numerals and digits: the number behind `at`, 0 characters when there is none. */
uint32_t phrase_number_length(const uint32_t *text, uint32_t at);
/* What a short number of Chinese numerals or digits says; 0: none, or too long. */
uint32_t phrase_number(const uint32_t *text, struct span span);

/* Adds a find whose value is one body, or a list of them. */
struct find *phrase_add_bodies(struct reading *reading, enum pattern pattern, const struct members *members);

/* A copy of the spans in the finds' memory. */
const struct span *phrase_keep(struct reading *reading, const struct span *list, uint32_t count);

#endif
