#ifndef ANZHI_CLI_REVIEW_H
#define ANZHI_CLI_REVIEW_H

#include "exchange/proposal.h"

/* What a person has to look at, in the order in which to look: what contradicts itself, what the program was
   not sure of, what can be taken, what lacks something, and what needs nothing any more. */

enum review_group {
    REVIEW_CONFLICT,
    REVIEW_DECIDE,
    REVIEW_READY,
    REVIEW_LACKING,
    REVIEW_KNOWN, /* the bank has it, or another draft says it */
    REVIEW_DONE,
    REVIEW_GROUPS
};

struct review_group_words {
    const char *title, *figure, *advice;
};
extern const struct review_group_words review_words[REVIEW_GROUPS];

struct review_row {
    uint32_t draft;
    enum review_group group;
    struct proposal proposal;
};

struct review {
    const struct content *content;
    const struct inbox *inbox;
    struct arena arena;
    struct review_row *rows; /* in the documents' order */
    uint32_t count, counts[REVIEW_GROUPS], document_count;
};

/* Of the documents that go into this pack; NULL: all. */
void review_collect(struct review *review, const struct content *content, const struct inbox *inbox,
                    const char *pack);
void review_finish(struct review *review);

/* "001:47" */
const char *review_place(struct review *review, uint32_t draft);
/* 〔P4·签署〕 */
const char *review_tag(struct review *review, const struct draft *draft);
/* 甲｜乙 */
const char *review_value(struct review *review, const struct draft *draft);

/* The sentence around the words that the draft was made of; marked.len 0: they don't stand in it. */
struct excerpt {
    struct str before, marked, after;
    bool cut_before, cut_after;
};
struct excerpt review_excerpt(const struct draft *draft);

/* 「f-1　甲于9月9日举行。」: what the bank says with the same value. */
const char *review_akin(struct review *review, const struct fact *fact);
/* The command that takes it. */
const char *review_command(struct review *review, const struct review_row *row);

void review_print_text(struct review *review, struct buf *out);
void review_print_page(struct review *review, struct buf *out);

#endif
