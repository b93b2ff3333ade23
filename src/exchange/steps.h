#ifndef ANZHI_EXCHANGE_STEPS_H
#define ANZHI_EXCHANGE_STEPS_H

#include "exchange/char.h"

/* Marks that count the items of a list: 一是, （二）, 第三，, 4., ⑤, 首先. */

enum { STEPS = 10 };

struct style {
    char_word before; /* the number; "" nothing */
    enum series { HAN, DIGITS, CIRCLES, DISKS, BRACKETS, DOTTED, ORDER, TURNS } series;
    const struct char_row *after; /* one of these has to follow; NULL: nothing has to */
    const struct char_row *skips; /* and these may; NULL: none */
    uint32_t unit;                /* so many characters may stand before what follows: 第一件是 */
    enum { ANYWHERE, AT_CLAUSE, AT_PARAGRAPH } where;
    uint32_t fewest;
    enum { UNSURE_LIST, SURE_IN_ONE, SURE } sure; /* in one: so far as it stays in one paragraph */
    bool heads;                                   /* counts the parts of a document as well */
    bool keeps;                                   /* what follows belongs to the item: 一抓 */
};

enum { STEPS_STYLES = 24, STEPS_LABELLED = 3 };
extern const struct style steps_styles[STEPS_STYLES];
/* Behind a word that comes again with each item, and is put in `before` by who finds it. */
extern const struct style steps_labelled[STEPS_LABELLED];
/* The same with a word behind the number, which is put in `after`. */
extern const struct style steps_alike;

/* Most characters begin no list. */
bool steps_may_begin(uint32_t code);
/* Nor is this character where any mark of the style stands, most of them. */
bool steps_may_stand(uint32_t code, const struct style *style);
/* Is it the last of its list by what it says: 最后? */
bool steps_ends(const uint32_t *at, const struct style *style);
/* The length of the mark of this step (from 0) that stands at text[at], else 0. */
uint32_t steps_mark(const uint32_t *text, uint32_t at, const struct style *style, uint32_t step);
/* Does a list begin here, one with marks that are seldom anything else? */
bool steps_counts(const uint32_t *text, uint32_t at);
/* May it be a word in front of the numbers? Han alone, and none that makes them a date or a picture. */
bool steps_is_label(const uint32_t *at, uint32_t length);
/* 一抓, 一看; 一年, 一等 count nothing. */
bool steps_is_verb(const uint32_t *at);

#endif
