#ifndef ANZHI_STORE_MACHINE_H
#define ANZHI_STORE_MACHINE_H

#include <sqlite3.h>

#include "store/database.h"

/* Which machine this is. A store keeps a hash of the system's own number for it, which tells a copied disk
   from its original and nothing else. */

enum { MACHINE_TEXT = 17 };

void machine_print(char text[MACHINE_TEXT]);
/* Gives the machine a number by chance and writes it down. */
int machine_enter(sqlite3 *db, const char *machine, int64_t now, char kiosk[KIOSK_TEXT]);

#endif
