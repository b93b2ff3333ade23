#ifndef ANZHI_QUIZ_SIGN_H
#define ANZHI_QUIZ_SIGN_H

#include <stdint.h>

/* Call-signs of the daily board, 「青松 07」: drawn, never typed, kept with nobody. A word for a colour and
   one for a thing that stands, carries or flies, each pair of the two read and approved, and a number 01
   … 99. */

enum { SIGN_NUMBERS = 99, SIGN_TEXT = 16 };

extern const char *const sign_pairs[]; /* as they are drawn from */
extern const uint32_t sign_pair_count;
uint32_t sign_count(void);

/* 1 … sign_count(); 0 is nobody's. A round's place in the deck decides: no sign comes twice within as many
   places as there are signs. */
uint16_t sign_draw(uint64_t seed, uint32_t place);
/* "" for 0. */
void sign_print(uint16_t sign, char text[SIGN_TEXT]);

#endif
