#ifndef ANZHI_EXCHANGE_CHAR_H
#define ANZHI_EXCHANGE_CHAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Text as code points, so that a character is one step forwards or back. The text ends in 0, which no word
   holds: who compares words need not look for the end. Words are written U"主办". */

typedef const uint32_t *char_word;

/* A row of a table of words, which ends in WORDS_END. The word stands in the row itself, so that most rows
   are passed over without a look elsewhere. */
enum { CHAR_ROW_LONGEST = 7 };
struct char_row {
    uint16_t length; /* 0: the table's end */
    uint16_t word[CHAR_ROW_LONGEST];
};
#define W(text)                                                                                              \
    { sizeof(u##text) / sizeof(uint16_t) - 1, u##text }
#define WORDS_END                                                                                            \
    {                                                                                                        \
        0, {                                                                                                 \
            0                                                                                                \
        }                                                                                                    \
    }

/* The length of the word when it stands here, else 0. */
uint32_t char_word_at(const uint32_t *at, char_word word);
/* The same of a word that ends right before `end`; nothing before `begin` is looked at. */
uint32_t char_word_before(const uint32_t *begin, const uint32_t *end, char_word word);
/* The longest of a table of words. */
uint32_t char_words_at(const uint32_t *at, const struct char_row *words);
uint32_t char_words_before(const uint32_t *begin, const uint32_t *end, const struct char_row *words);
/* Does any of them end there? The sooner answered, the sooner the usual ones stand in the table. */
bool char_ends_in(const uint32_t *begin, const uint32_t *end, const struct char_row *words);

/* Says of most characters at once that no word of a table begins with them; for tables that are asked at
   every character of a text. */
struct char_filter {
    uint64_t bits[4];
};
struct char_filter char_filter_of(const struct char_row *words);
void char_filter_add(struct char_filter *filter, uint32_t code);
bool char_may_begin(const struct char_filter *filter, uint32_t code);

bool char_is_one_of(uint32_t code, char_word set);
bool char_is_digit(uint32_t code);
bool char_is_letter(uint32_t code);  /* Latin */
bool char_is_numeral(uint32_t code); /* 一二三…十百千万亿零两 */
bool char_is_blank(uint32_t code);   /* of any width */
bool char_ends_sentence(uint32_t code);
bool char_ends_clause(uint32_t code); /* a comma, a colon and whatever ends a sentence */

char *char_text(struct arena *arena, const uint32_t *at, uint32_t count);
void char_add(struct buf *out, const uint32_t *at, uint32_t count);

#endif
