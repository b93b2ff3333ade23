#ifndef ANZHI_APP_STICK_H
#define ANZHI_APP_STICK_H

#include <stdbool.h>
#include <stdint.h>

/* What became of a stick that was plugged in, as the host tells it. */

enum stick_content {
    STICK_NO_CONTENT,
    STICK_NOT_NEWER,
    STICK_UNSOUND, /* 检查报告.txt on the stick says what is wrong */
    STICK_UNCOPIED,
    STICK_TAKEN
};
enum stick_scores { STICK_NO_SCORES, STICK_UNWRITTEN, STICK_WRITTEN };

enum stick_phase {
    STICK_IDLE, /* nobody asked for anything yet */
    STICK_BUSY,
    STICK_ABSENT, /* there is none */
    STICK_SERVED, /* content and scores went their ways */
    STICK_MERGED  /* the scores of all machines that are on it became one */
};

struct stick_outcome {
    enum stick_phase phase;
    enum stick_content content;
    enum stick_scores scores;
    uint32_t machines, unread; /* merged: stores that were taken, and such as could not be */
    bool merged_badly;         /* the whole could not be written */
};

/* It may be pulled out. */
static inline bool stick_is_done(const struct stick_outcome *outcome) {
    bool served = outcome->phase == STICK_SERVED && outcome->scores != STICK_UNWRITTEN &&
                  outcome->content != STICK_UNCOPIED;
    return served || (outcome->phase == STICK_MERGED && !outcome->merged_badly);
}

#endif
