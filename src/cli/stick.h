#ifndef ANZHI_CLI_STICK_H
#define ANZHI_CLI_STICK_H

#include <stdbool.h>

/* A stick is plugged in: new content comes from it, this machine's scores go to it. It may be pulled at any
   moment: either side has the old or the new, whole. */

enum stick_content {
    STICK_NO_CONTENT,
    STICK_NOT_NEWER,
    STICK_UNSOUND, /* 检查报告.txt on the stick says what is wrong */
    STICK_UNCOPIED,
    STICK_TAKEN
};
enum stick_scores { STICK_NO_SCORES, STICK_UNWRITTEN, STICK_WRITTEN };

struct stick_outcome {
    enum stick_content content;
    enum stick_scores scores;
};

/* `playing` is the content folder that is played now. */
struct stick_outcome stick_serve(const char *stick, const char *data, const char *playing);

/* 10 comes after 9: less than, equal to or greater than 0. */
int version_compare(const char *a, const char *b);

#endif
