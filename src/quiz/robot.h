#ifndef ANZHI_QUIZ_ROBOT_H
#define ANZHI_QUIZ_ROBOT_H

#include "quiz/question.h"

/* Robots that know nothing of the matter and everything about bad questions. What they could use, a visitor
   could use as well: none of them may do better than chance by more than a few points. */

enum robot {
    ROBOT_LONGEST,
    ROBOT_SHORTEST,
    ROBOT_CONVERGENCE, /* what has most in common with the other options */
    ROBOT_REPETITION,  /* what has most in common with the stem */
    ROBOT_MIDDLE,
    ROBOT_TEST_WISE, /* what is long, else what others resemble, else the middle */
    ROBOTS
};

const char *robot_title(enum robot robot); /* 「选最长的」 */
uint32_t robot_leave(enum robot robot);    /* points above chance that are left to it */

/* The option it takes for right; -1: it sees no cue and guesses. */
int robot_pick(enum robot robot, const struct question *question);

#endif
