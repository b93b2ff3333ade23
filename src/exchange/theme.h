#ifndef ANZHI_EXCHANGE_THEME_H
#define ANZHI_EXCHANGE_THEME_H

#include "exchange/char.h"

extern const struct char_row theme_nouns[]; /* 主题, 口号 … */

/* The length of such a word; 0 for 主题活动 and the like, which are no theme. */
uint32_t theme_noun_at(const uint32_t *at);

#endif
