#ifndef ANZHI_QUIZ_FLAW_H
#define ANZHI_QUIZ_FLAW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "quiz/question.h"

/* What can be wrong with a question that is true: cues that tell the answer to who doesn't know it, and
   wording that misleads who does. Judged from the text alone, so hand-written questions can be looked at in
   the same way. A critical flaw stops a generated question; a warning is for the lint and the count over the
   whole bank. */

enum flaw {
    FLAW_NONE,
    FLAW_SAME_OPTIONS, /* two options say the same */
    FLAW_ALL_OF_THESE, /* 以上都是 */
    FLAW_NUMBERED,     /* ①②③ in options */
    FLAW_NEGATIVE,     /* a negative question whose negative isn't stressed */
    FLAW_UNIT_CUE,     /* only the key has another unit */
    FLAW_HEDGE_CUE,    /* only the key has, or lacks, 约 or 余 */
    FLAW_MARKS_CUE,    /* only the key has, or lacks, 《》 or “” */
    FLAW_STOP_CUE,     /* only the key ends, or doesn't end, in a full stop */
    FLAW_OVERLAP,      /* numbers or days of which one holds the other */
    FLAW_UNSORTED,     /* numbers or days out of order */
    FLAW_DOUBLED,      /* …是（是…） */
    FLAW_KEY_IN_STEM,
    FLAW_UNFOCUSED, /* 下列说法正确的是, and no more */
    FLAW_NO_SOURCE,
    FLAW_NO_EXPLANATION,
    FLAW_ANSWER_LETTER, /* an explanation that names a letter; the order of options changes */
    FLAW_LONGEST_KEY,   /* warnings from here */
    FLAW_ABSOLUTE_WORDS,
    FLAW_VAGUE_WORDS,
    FLAW_REPEATED_WORDS, /* words of the stem that only the key has */
    FLAW_EARLY_BLANK,
    FLAW_LONG_STEM,
    FLAWS
};

const char *flaw_title(enum flaw flaw); /* 「选项重复」 */
bool flaw_is_critical(enum flaw flaw);

/* Bit per flaw. */
uint32_t question_flaws(const struct question *question, struct arena *scratch);
/* The first critical flaw, or FLAW_NONE. */
enum flaw question_flaw(const struct question *question, struct arena *scratch);

#endif
