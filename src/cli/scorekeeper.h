#ifndef ANZHI_CLI_SCOREKEEPER_H
#define ANZHI_CLI_SCOREKEEPER_H

#include "app/app.h"
#include "store/store.h"

/* What the state asks to be kept, as rows of the store, and the store's figures as messages. */

struct scorekeeper {
    struct store *store; /* borrowed; NULL: nothing is kept, and today's figures are this run's */
    struct row_key
        keys[1 + PLAYERS]; /* of the round that is being played, once it has an answer; a row each */
    bool under_way[1 + PLAYERS];
    bool awake;                     /* awake: the first picture stands, and the store may take its time */
    uint32_t rounds, right_answers; /* of this run, while there is no store */
    uint32_t score;                 /* of the last round that ended */
    bool ended;
};

/* True: it was for the store, and `reply` is its outcome if `answered`. */
bool scorekeeper_do(struct scorekeeper *keeper, const struct app *app, const struct app_world *world,
                    struct effect effect, struct message *reply);

/* Opens the store. True: `reply` has today's figures. */
bool scorekeeper_begin(struct scorekeeper *keeper, struct message *reply);

#endif
