#ifndef ANZHI_STORE_VERIFY_H
#define ANZHI_STORE_VERIFY_H

#include <sqlite3.h>
#include <stdint.h>

/* What a look through the whole store finds. */
struct verdict {
    uint64_t answers, rounds, kiosks;
    uint64_t unexplained; /* answers whose question is not there */
    uint64_t doubled;     /* rows that share a machine's number: its disk was copied */
    uint64_t missing;     /* numbers of a machine between its first and its last that no row has */
    uint64_t broken;      /* rounds with answers and no end: the power went */
    char damage[256];     /* what SQLite says of the file; "" when it is sound */
};
int verify(sqlite3 *db, struct verdict *out);

#endif
