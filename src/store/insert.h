#ifndef ANZHI_STORE_INSERT_H
#define ANZHI_STORE_INSERT_H

#include "store/database.h"

/* Rows into statements. */

int insert_prepare(struct database *database);
void insert_finish(struct database *database);
int insert_row(struct database *database, const struct row *row);

#endif
