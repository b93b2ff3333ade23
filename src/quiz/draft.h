#ifndef ANZHI_QUIZ_DRAFT_H
#define ANZHI_QUIZ_DRAFT_H

#include "quiz/oracle.h"
#include "quiz/question.h"

/* A question in the making: what it is made of, and the steps that all kinds share – a phrasing, wrong
   options, their order, an explanation that fits. Every choice is a draw that depends on the record, the
   kind, the variant and the attempt, so a kind can be changed without moving the others. Only quiz/ sees
   this. */

enum draw {
    DRAW_PHRASE,
    DRAW_RANK,
    DRAW_NOISE,
    DRAW_PICK,
    DRAW_COUNT,
    DRAW_SIDE,
    DRAW_START,
    DRAW_STATEMENT,
    DRAW_ORDER
};

enum { DRAFT_CANDIDATES = 64, DRAFT_ROWS = 48 };

struct draft {
    const struct content *content;
    const struct question_limits *limits;
    struct arena *arena;
    struct item item;
    uint32_t variant, attempt;
    uint64_t base;  /* of the record and the kind */
    uint64_t seed;  /* of the variant */
    uint64_t order; /* of the order of the options */
    struct question *question;
    bool by_hand;        /* a person wrote it: the mechanical rules are the lint's business */
    const char *lead;    /* of the explanation: what is true */
    const char *more[8]; /* what else could be said, the best first */
    uint32_t more_count;
};

uint32_t draft_below(const struct draft *draft, enum draw draw, uint64_t index, uint32_t n);

/* Where the question comes from. */
void draft_from(struct draft *draft, const struct record *record);
/* A fact without a picture has its attribute's. */
void draft_from_fact(struct draft *draft, const struct fact *fact);

struct slots {
    const char *subject, *value, *as_of, *name, *text;
};
/* {S} {V} {D} {N} {T} */
const char *draft_fill(const struct draft *draft, const char *template, const struct slots *slots);

/* One of the phrasings. Neighbouring variants get different ones. NULL when there is none. */
const char *draft_phrase(const struct draft *draft, struct texts phrasings);
/* The record's own phrasings, or the built-in ones when it has none. */
struct texts draft_phrasings(struct texts own, const char *const *built_in, uint32_t count);

/* Puts the options into the question in the order they are shown: days and numbers ascending, anything else
   shuffled. Bit i of `right`: option i belongs to the key, which becomes the list of their places. */
void draft_show(struct draft *draft, const struct claim *options, uint32_t count, uint32_t right);
/* The same without a key, always shuffled: place[i] is where option i went. */
void draft_shuffle(struct draft *draft, const char *const *options, uint32_t count, uint8_t *place);

/* Keeps the candidates that are proved false and look like the key. */
void draft_keep_false(const struct draft *draft, struct claims *candidates, const struct ground *ground,
                      const struct claim *key);
/* Chooses `wrong` of the candidates to stand beside the key and each other; returns how many it found. */
uint32_t draft_choose(const struct draft *draft, const struct claim *key, struct claims *candidates,
                      uint32_t wrong, struct claim *chosen);
/* A single choice: the key, and as many wrong options as the place allows. False when there are fewer than
 * `least`. */
bool draft_single(struct draft *draft, const struct claim *key, struct claims *candidates, uint32_t least);

/* One more sentence for the explanation. */
void draft_say(struct draft *draft, const char *sentence);
/* What the wrong options really are, as far as the model knows. */
void draft_say_really(struct draft *draft, const struct claim *key, const struct claim *wrong,
                      uint32_t count);
/* Whether an explanation may begin with it where it is shown. */
bool draft_may_lead(const struct draft *draft, const char *sentence);
const char *draft_without_stop(const struct draft *draft, const char *sentence);
/* 「A、B、C」 */
const char *draft_list(const struct draft *draft, const struct member *members, uint32_t count);
/* Puts the lead and what fits behind it into the question. False when the lead alone is too long. */
bool draft_explain(struct draft *draft);

#endif
