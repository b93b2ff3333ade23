#ifndef ANZHI_STORE_KEY_H
#define ANZHI_STORE_KEY_H

#include "store/row.h"

/* Keys of rows: UUIDv7 (RFC 9562), time first and then chance, so that no two machines ever make the same. */

bool key_make(int64_t millis, struct row_key *key); /* false: the system has no chance to give */
void key_print(const struct row_key *key, char text[KEY_TEXT]);
bool chance_bytes(void *at, size_t count);

#endif
