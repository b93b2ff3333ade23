#ifndef ANZHI_QUIZ_ROUND_H
#define ANZHI_QUIZ_ROUND_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "quiz/pool.h"
#include "quiz/question.h"
#include "quiz/switched.h"

/* A round: which questions, which answers, how many points. The rules of the three modes are rows of one
   table. Questions are drawn from the pool without replacement: the deck is a permutation of the pool, a
   round takes the next places of it, skipping what doesn't fit the rules or comes from a fact that the round
   already has. A missed fact returns at the end in other words; that second time scores nothing. All numbers
   are integers; a round is a plain value.

   A pool that is too small gives a shorter round, down to none. What is due to variety alone (freshness, how
   many about the Week, how many 判断) yields before a round gets shorter; two questions of one fact and texts
   that don't fit never do. */

struct round_rules {
    enum mode mode;
    const char *name;
    uint8_t questions;     /* 5 on the kiosk; content's settings may say 3 … 20 */
    uint8_t points;        /* for each, when it is `questions` long: 20 */
    uint8_t options;       /* of a single choice */
    uint32_t kinds, forms; /* bit per quiz_kind, bit per form */
    uint16_t stem_chars, option_chars, explanation_chars;
    uint8_t about_week; /* at most so many of facts "about the week" (topic 宣传周) in a round */
    uint8_t judges;     /* at most so many 判断 */
    uint8_t recalls; /* at most so many that ask what was said or when, and not what to do or to recognise */
    bool first_is_shown;  /* the first question is on the attract screen: none of these two, for nobody
                             corrects a  false statement there, and nobody stops for a date */
    bool reveals_at_once; /* the verdict after each answer */
    uint32_t
        fresh; /* an item is not drawn again within so many places of the deck, nor within half the pool */
};

extern const struct round_rules round_rules[MODES];

enum { ROUND_QUESTIONS = 20, ROUND_ASKED = 2 * ROUND_QUESTIONS }; /* each may return once */

enum { ROUND_PLAYERS = 2 }; /* of a round for two */

enum asked_state {
    ASKED_OPEN,
    ASKED_RIGHT,
    ASKED_WRONG,
    ASKED_SKIPPED,
    ASKED_SHARED /* for two, and both are done with it: what became of it stands in the replies */
};

/* What one of two made of a question. */
struct reply {
    uint32_t millis; /* from shown to answered */
    struct answer given;
    uint8_t state; /* enum asked_state */
};

/* One question of the round: its coordinates and what became of it. */
struct asked {
    struct item item;
    uint32_t variant;
    uint32_t place;  /* of the deck; a return has that of the question that was missed */
    uint32_t millis; /* from shown to answered */
    struct answer given, key;
    uint8_t state;     /* enum asked_state */
    uint8_t return_of; /* 0, or 1 + index of the question that was missed */
    /* What is known of the question when it is drawn, so that nobody has to make it again to judge it: */
    uint8_t option_count, form;
    uint8_t same_as[QUESTION_OPTIONS]; /* the first option with the same text */
    uint16_t explanation_chars;
    bool about_week;
    uint64_t fact;                       /* hash of the record's id */
    struct reply replies[ROUND_PLAYERS]; /* in a round for two; of player 1, 2 */
};

struct round {
    uint8_t mode;
    uint8_t planned;      /* questions, without returns; 0 before the first: as the quiz has it */
    uint8_t count;        /* asked so far, returns included; the last may be open */
    bool for_two;         /* each has replies of their own, and nothing comes back */
    bool dry;             /* the pool had no more that fits: `planned` is what there was */
    uint64_t seed;        /* of the deck */
    uint64_t topic;       /* hash of the one it is about as long as there is something about it; 0: any */
    uint16_t sign;        /* call-sign of whoever played it to its end; 0: none */
    uint32_t first, next; /* places of the deck: where this round began, where the next one begins */
    struct asked asked[ROUND_ASKED];
};

/* What a round is drawn from: const content and pool, and scratch memory for making questions. */
struct quiz {
    const struct content *content;
    struct pool pool;
    uint32_t mode_questions[MODES];  /* 0: as the rules say */
    const struct switched *switched; /* questions that are left out from the next draw on; NULL: none */
    struct arena scratch;
    struct arena arena;
};

void quiz_init(struct quiz *quiz, const struct content *content, uint32_t today);
void quiz_finish(struct quiz *quiz);

void round_begin(struct round *round, enum mode mode, uint64_t seed, uint32_t first);
/* Draws the next question: a planned one, then the returns. False when the round is over (or nothing fits).
 */
bool round_advance(struct round *round, struct quiz *quiz);
/* Judges and records; late or second answers change nothing. Returns whether it was taken. */
bool round_answer(struct round *round, const struct answer *answer, uint32_t millis);
/* How many picks make an answer to this question complete: exactly so many, or with several right ones at
 * least one. */
bool asked_is_complete(const struct asked *asked, const struct answer *draft);
enum asked_state asked_verdict(const struct asked *asked,
                               const struct answer *given); /* ASKED_OPEN: no answer to this question */
void round_skip(struct round *round);

const struct asked *round_current(const struct round *round); /* NULL before the first */
bool round_is_over(const struct round *round);                /* all answered, returns included */
uint32_t round_score(const struct round *round);              /* 0 … 100 */
uint32_t round_right(const struct round *round);              /* planned questions answered right at first */
uint32_t
round_missed(const struct round *round); /* planned questions answered wrong at first; by either of two */
uint32_t round_missed_at(const struct round *round, uint32_t which); /* its index; which < round_missed */
uint32_t
round_answered(const struct round *round); /* right or wrong, returns and everybody's replies included */

enum badge { BADGE_LEARNER, BADGE_GUARD, BADGE_EXPERT, BADGE_MASTER }; /* below 60, 60, 80, 100 */
enum badge round_badge(const struct round *round);
enum badge badge_of(uint32_t score);
const char *badge_name(enum badge badge); /* 网安学习者 网安卫士 网安能手 网安达人 */

/* A round for two; players count from 1. The question is open until both have replied or let it pass. */
void round_share(struct round *round); /* from now on: nobody has answered yet */
bool round_reply(struct round *round, uint8_t player, const struct answer *answer, uint32_t millis);
void round_pass(struct round *round, uint8_t player);
enum asked_state asked_state_of(const struct asked *asked, uint8_t player); /* 0: of the question itself */
uint32_t round_right_of(const struct round *round, uint8_t player);
uint32_t round_answered_of(const struct round *round, uint8_t player);
uint32_t round_score_of(const struct round *round, uint8_t player);

/* The text of an asked question; borrows the quiz's arena until the next call. */
const struct question *round_question(const struct round *round, uint32_t index, struct quiz *quiz);

/* "3f9a2b1c kiosk 42 0 5": the upper half of the content's fingerprint, mode, seed, first place, questions.
 * One line that gives the same questions again. */
void round_code_print(const struct round *round, const struct quiz *quiz, struct buf *out);
bool round_code_read(struct str text, uint32_t *fingerprint, struct round *round);

#endif
