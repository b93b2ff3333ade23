#ifndef ANZHI_EXCHANGE_PERSON_H
#define ANZHI_EXCHANGE_PERSON_H

#include <stdbool.h>
#include <stdint.h>

#include "exchange/find.h"

/* Names of persons, and whether words are a post. */

/* Could a name begin here at all? */
bool person_may_begin(const uint32_t *at);
/* Behind the name that begins here, when a word follows that goes on after names; else 0. */
uint32_t person_end(const uint32_t *text, uint32_t at);
/* The same whatever follows: three characters, or two when the third begins another word. */
uint32_t person_likely_end(const uint32_t *text, uint32_t at);
/* 和, 于, 应 and the like begin names too; behind a word that is a post only sometimes they hardly do. */
bool person_begins_word(const uint32_t *at);
/* Do these words end as a post does? */
bool person_is_post(const uint32_t *begin, const uint32_t *end);

/* May a post that follows its person end before this? */
bool role_may_end(uint32_t code);
/* Of the post that ends at `end`: the person, when the name stands before it. */
void role_read_behind_name(struct reading *reading, uint32_t end);
/* A clause has no place in a post. */
bool role_holds_verb(const struct reading *reading, uint32_t begin, uint32_t end);

#endif
