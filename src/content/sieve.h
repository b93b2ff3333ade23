#ifndef ANZHI_CONTENT_SIEVE_H
#define ANZHI_CONTENT_SIEVE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* A quick look before texts are really folded. It takes full-width letters and digits as the narrow ones, 号
   as 日, and signs and blanks as nothing; so texts that fold to the same come out the same here, but for rare
   forms. */

uint64_t sieve_text(struct str text);
/* Nothing but Han, ASCII, full-width forms and common punctuation: then what the sieve tells apart is
 * different. */
bool sieve_is_sure(struct str text);

#endif
