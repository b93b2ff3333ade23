#ifndef ANZHI_STORE_RETENTION_H
#define ANZHI_STORE_RETENTION_H

#include <sqlite3.h>
#include <stdint.h>

/* Clears away what was written before a day (yyyymmdd). The bytes are overwritten (secure_delete), in the log
   too. What a clock that was never set has dated is kept until it is surely old. */

int retention_clear(sqlite3 *db, uint32_t day);

#endif
