#ifndef ANZHI_BASE_FOLD_H
#define ANZHI_BASE_FOLD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* What counts as "the same text" when answers are compared: compatibility forms (NFKC), letter case, blanks,
   punctuation, quotation marks and 《》 are folded away; 号 in a date becomes 日. What a hedge says (约, 余,
   超过) stays, because 约800人 and 800人 are not the same claim. */

void fold_text(struct str text, struct buf *out); /* appends */
bool fold_equal(struct str a, struct str b);
uint64_t fold_hash(struct str text);

/* Chinese numerals to a number: 十 10, 三百 300, 1.2万 is not a numeral. False when the text is none. */
bool fold_number(struct str text, int64_t *value);

#endif
