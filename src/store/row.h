#ifndef ANZHI_STORE_ROW_H
#define ANZHI_STORE_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* What can be written into the store: plain values, in the words of schema.sql. A row gets its key, number
   and time when it is handed to the store, not when it reaches the disk. */

enum { KEY_BYTES = 16, KEY_TEXT = 2 * KEY_BYTES + 1 };

struct row_key {
    uint8_t bytes[KEY_BYTES];
};

/* A question as it stood on the screen. */
struct shown {
    const char *pack, *item, *topic, *form, *stem;
    const char *options, *answer; /* JSON */
    uint64_t pack_hash;
    uint32_t rev;
};

struct answer_row {
    struct row_key round;
    struct shown shown;
    const char *mode, *choice; /* choice: JSON */
    uint32_t place, player, millis;
    bool correct, again;
};

struct round_row {
    const char *mode, *code, *sign;
    const struct shown *open; /* what nobody answered any more; NULL: nothing */
    uint32_t player, planned, answered, correct, score;
    uint64_t millis;
    bool abandoned;
};

struct flag_row {
    struct shown shown;
};

struct switch_row {
    const char *item;
    bool off;
};

enum row_kind { ROW_ANSWER, ROW_ROUND, ROW_FLAG, ROW_SWITCH, ROW_KINDS };

struct row {
    enum row_kind kind;
    struct row_key key;
    int64_t seq, at; /* at: ms since 1970, as the machine's clock has it */
    uint32_t day;    /* yyyymmdd */
    union {
        struct answer_row answer;
        struct round_row round;
        struct flag_row flag;
        struct switch_row turned;
    } as;
};

/* A copy whose texts live in the arena. */
void row_copy(const struct row *row, struct arena *arena, struct row *copy);
/* The same text, options and key have the same number everywhere. */
int64_t shown_id(const struct shown *shown);

#endif
