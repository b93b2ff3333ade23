#ifndef ANZHI_UI_STICK_WORDS_H
#define ANZHI_UI_STICK_WORDS_H

#include "app/stick.h"
#include "ui/words.h"

/* What is said of a stick, on the operator's panel as on the command line. */

enum word stick_scores_word(enum stick_scores scores);
enum word stick_content_word(enum stick_content content);
struct str stick_merged_text(struct arena *arena, const struct stick_outcome *outcome);

#endif
