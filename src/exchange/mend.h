#ifndef ANZHI_EXCHANGE_MEND_H
#define ANZHI_EXCHANGE_MEND_H

#include "exchange/document.h"
#include "exchange/lines.h"

/* Appends a line to the document's text: marks for bold, links and tags taken out, full-width digits and
   half-width marks among Chinese made alike. Each character that stays keeps its place. */
void mend_line(struct document *document, const struct line *line);

/* Adds a character that stands in no line of the file. */
void mend_add(struct document *document, uint32_t code);

/* The alphabet of the text, for who wonders whether it is one. */
struct alphabet {
    uint32_t han, foreign, traditional, readings; /* readings: 字(zì) */
};
struct alphabet mend_alphabet(const struct document *document);

#endif
