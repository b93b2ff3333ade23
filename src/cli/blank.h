#ifndef ANZHI_CLI_BLANK_H
#define ANZHI_CLI_BLANK_H

#include "content/content.h"

/* A record for an editor to fill in: sound as it stands, marked as a draft, with an id that nobody has. */

enum blank { BLANK_QUESTION, BLANK_FACT, BLANK_CARD, BLANKS };

extern const char *const blank_words[BLANKS]; /* "question", "fact", "card" */

/* NULL when no pack has this id. */
const struct pack *blank_pack(const struct content *content, const char *id);
/* "shenghuo-q-" → 239: one above the highest that stands in any file, in drafts and comments too. */
uint32_t blank_number(const struct content *content, const char *prefix);
void blank_print(const struct content *content, const struct pack *pack, enum blank blank, struct buf *out);

#endif
