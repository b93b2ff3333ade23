#ifndef ANZHI_QUIZ_QUESTION_H
#define ANZHI_QUIZ_QUESTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "content/content.h"
#include "quiz/pool.h"

/* A question as it is asked: text, options in the order shown, the key, why, and where it is from. It is
   derived from coordinates (item, variant) and the content, never stored. */

enum {
    QUESTION_OPTIONS = 12, /* 选字填空 shows up to 12 characters */
    QUESTION_PICKS = 8     /* the longest answer: an order of 6, a phrase of 6 characters */
};

/* An answer is a list of picks. Single and 判断: one option. Multiple: any order. Order: the options in their
   right order. Match: for each row in turn the option that belongs to it. Fill: the characters in turn (two
   options with the same text are interchangeable). */
struct answer {
    uint8_t count;
    uint8_t picks[QUESTION_PICKS];
};

struct question {
    const char *id;   /* "wangan-2024.city/where", or the id of a written question */
    const char *fact; /* the id of the record it comes from: no two of one record in a round */
    uint32_t rev;     /* of that record */
    const struct pack *pack;
    enum quiz_kind kind;
    enum form form;
    const char *topic;
    const char *tag; /* what was asked, in a word for the result: 城市, 可用性; or "" */
    const char *stem;
    const char *emphasis; /* the words of the stem to stress, "" for none */
    const char *hint;     /* 「选最贴切的一项」「可多选，选好点“确定”」 */
    const char *rows[6];  /* match: the left side */
    uint8_t row_count;
    const char *options[QUESTION_OPTIONS];
    uint8_t option_count;
    struct answer key;
    const char *explanation; /* the first sentence stands alone */
    const char *quote;       /* of the source, or "" */
    const char *note;        /* to the reader, or "" */
    const struct source *source;
    const char *image;
    uint8_t difficulty; /* 1 … 5 */
};

/* What a place asks of the questions it shows. */
struct question_limits {
    uint32_t kinds;                                       /* bit per quiz_kind */
    uint8_t options;                                      /* of single choice */
    uint16_t stem_chars, option_chars, explanation_chars; /* 0: any */
};

/* Makes one question into the arena. Deterministic in (content, item, variant, seed, limits): `variant`
   chooses the phrasing and the wrong options, `seed` the order of the options. False when no well-formed
   question can be made of the item within the limits. */
bool question_make(const struct content *content, struct item item, uint32_t variant, uint64_t seed,
                   const struct question_limits *limits, struct arena *arena, struct question *out);

bool question_judges(const struct question *question, const struct answer *answer);
bool question_takes_many(const struct question *question); /* needs more than one pick */

const char *form_name(enum form form); /* "single" … as in the files */

/* The question as one jsonl object (without newline), and as text for people. */
void question_print_json(const struct question *question, struct buf *out);
void question_print_text(const struct question *question, struct buf *out);

#endif
