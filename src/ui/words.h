#ifndef ANZHI_UI_WORDS_H
#define ANZHI_UI_WORDS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Every word on the screen that is not content, in one table: one voice, short and plain, no exclamation
   marks. A word may have places in braces, 「第{题}题」, that are filled by name. */

enum word {
    WORD_NAME,
    WORD_WEEK,
    WORD_THEME_FIRST,
    WORD_THEME_SECOND,
    WORD_CUE_ANSWER,
    WORD_CUE_TOUCH,
    WORD_HINT_FEW,
    WORD_PICKED,
    WORD_CONFIRM,
    WORD_UNDO,
    WORD_CARDS,
    WORD_LARGE,
    WORD_NORMAL,
    WORD_FLAG,
    WORD_FLAG_SHORT,
    WORD_FLAGGED,
    WORD_HOME,
    WORD_ALL_CARDS,
    WORD_START,
    WORD_ABOUT,
    WORD_MORE,
    WORD_MORE_AGAIN,
    WORD_QUESTION_N,
    WORD_OF_N,
    WORD_OF_N_SHORT,
    WORD_RETURN,
    WORD_TRAINING_N,
    WORD_RIGHT,
    WORD_WRONG,
    WORD_WINDOW_LIT,
    WORD_COMES_AGAIN,
    WORD_KNOWN_NOW,
    WORD_NOT_YET,
    WORD_YOU_WERE_RIGHT,
    WORD_YOUR_PICK,
    WORD_RIGHT_ANSWER,
    WORD_SOURCE,
    WORD_QUOTE,
    WORD_NEXT,
    WORD_SEE_RESULT,
    WORD_REVEAL,
    WORD_SKIPPED,
    WORD_ALL_LIT,
    WORD_SOME_LIT,
    WORD_NONE_LIT,
    WORD_ALL_OF,
    WORD_PERCENTILE,
    WORD_LIT,
    WORD_LOOK_AGAIN,
    WORD_OUT_OF,
    WORD_DAY_VISITOR,
    WORD_DAY,
    WORD_ONE_THING,
    WORD_REVIEW_ONE,
    WORD_REVIEW_MANY,
    WORD_AGAIN,
    WORD_SEE_CARD,
    WORD_LEAVE,
    WORD_CITY_LIT,
    WORD_CITY_YOURS,
    WORD_CITY_BY_YOU,

    WORD_TODAY,
    WORD_VISITS,
    WORD_WINDOWS_LIT,
    WORD_WINDOWS,
    WORD_BANK,
    WORD_FIGURES_TITLE,
    WORD_FIGURES_VISITS,
    WORD_FIGURES_WINDOWS,
    WORD_REVIEW,
    WORD_REVIEW_ONLY,
    WORD_REVIEW_NTH,
    WORD_NOTED,
    WORD_REVIEW_NEXT,
    WORD_RELATED_CARDS,
    WORD_CARD_NTH,
    WORD_CARDS_COUNT,
    WORD_LAST_CARD,
    WORD_NEXT_CARD,
    WORD_ASK_ME,
    WORD_REMEMBER,
    WORD_PAGES,
    WORD_STILL_THERE,
    WORD_LAMPS,
    WORD_STAY,
    WORD_ANYWHERE,
    WORD_ABOUT_TITLE,
    WORD_ABOUT_LEAD,
    WORD_ABOUT_PRIVACY,
    WORD_ABOUT_SOURCES,
    WORD_ABOUT_SOURCE,
    WORD_HOLDING,
    WORD_HOLDING_SOON,
    WORD_CODE,
    WORD_CODE_TITLE,
    WORD_CODE_NOTE,
    WORD_CODE_TEXT,
    WORD_CODE_LINE,
    WORD_CODE_CLOSE,
    WORD_LESSON,
    WORD_LESSON_OF,
    WORD_LESSON_RETURN,
    WORD_LESSON_DISCUSS,
    WORD_LESSON_REVEALED,
    WORD_LESSON_BACK,
    WORD_LESSON_CHOOSE,
    WORD_LESSON_TOPICS,
    WORD_LESSON_ALL,
    WORD_LESSON_START,
    WORD_LESSON_START_WITH,
    WORD_LESSON_ASK,
    WORD_LESSON_LEAVE_OUT,
    WORD_LESSON_TO_QUESTIONS,
    WORD_LESSON_PREVIOUS,
    WORD_LESSON_NEXT,
    WORD_LESSON_RESULT,
    WORD_LESSON_RESULT_OF,
    WORD_LESSON_SEEN,
    WORD_LESSON_ALL_RIGHT,
    WORD_LESSON_HARDEST,
    WORD_LESSON_HOMEWORK,
    WORD_LESSON_OTHER,
    WORD_LESSON_REVIEW,
    WORD_LESSON_ENDED,
    WORD_LESSON_CARDS_OF,
    WORD_LESSON_MULTIPLE,
    WORD_LESSON_ORDER,
    WORD_LESSON_PICK,
    WORDS
};

struct word_value {
    const char *name;
    struct str text;
};

struct str word_get(enum word word); /* as it stands in the table */
/* With its places filled; `values` ends with a NULL name. Lives in the arena. */
struct str word_fill(struct arena *arena, enum word word, const struct word_value *values);
/* The common cases: one number, two numbers, in the order of the places. */
struct str word_number(struct arena *arena, enum word word, uint32_t number);
struct str word_numbers(struct arena *arena, enum word word, uint32_t first, uint32_t second);
/* 五 for 5; digits above ten. */
struct str word_chinese(struct arena *arena, uint32_t number);

#endif
