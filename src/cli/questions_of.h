#ifndef ANZHI_CLI_QUESTIONS_OF_H
#define ANZHI_CLI_QUESTIONS_OF_H

#include <stdbool.h>

#include "quiz/round.h"

/* What one record is asked as: a question of each kind, and where it can be seen on the screen. */

/* True: the next question of this record, made into the arena. `at` begins as 0. */
bool questions_of_next(const struct content *content, const struct pool *pool, const char *id, uint32_t *at,
                       struct arena *arena, struct question *out);

/* A round of the kiosk in which a question of this record comes. False: in none of the first ones. */
bool questions_of_round(const struct content *content, const char *id, uint64_t *seed, uint32_t *place);

#endif
