#ifndef ANZHI_EXCHANGE_YEAR_H
#define ANZHI_EXCHANGE_YEAR_H

#include "exchange/find.h"

/* Which year is meant where a date says none: that of the title, else the one written shortly before, else
   that of the page. Where the text speaks of 今年, or of several years, a person has to say, and the date is
   not confident any more. The year of a slide's title says nothing. */
void year_resolve(const struct document *document, struct finds *finds);

/* Warns of whatever is said in a sentence of 今年, 去年 or 明年. */
void year_warn(const struct document *document, struct finds *finds);

/* The only year that a text names, 0 when it names none or several. */
uint32_t year_of(const uint32_t *text, uint32_t count);

#endif
