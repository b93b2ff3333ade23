#ifndef ANZHI_CLI_ITEM_TABLE_H
#define ANZHI_CLI_ITEM_TABLE_H

#include "cli/table.h"
#include "store/statistics.h"

/* A question a row: how many answered, what they chose, what is worth a look. */

void item_table_make(struct table *table, const struct results *results, const struct statistics *made);

#endif
