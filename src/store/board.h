#ifndef ANZHI_STORE_BOARD_H
#define ANZHI_STORE_BOARD_H

#include <sqlite3.h>
#include <stdint.h>

/* The best of a day that were played under a call-sign. Of equals whoever came last stands first: with five
   questions many have full marks, and whoever steps back from the screen is to find themselves. */

typedef void board_take(void *context, const char *sign, uint32_t score);

/* One of SQLite's codes. The texts are borrowed for the call; nobody without a point is on it. */
int board_read(sqlite3 *db, uint32_t day, uint32_t most, board_take *take, void *context);

#endif
