#ifndef ANZHI_CLI_STATS_PRINT_H
#define ANZHI_CLI_STATS_PRINT_H

#include "content/content.h"
#include "quiz/stats.h"

/* The bank in numbers, as a table for people. */
void stats_print(const struct stats *stats, const struct content *content, struct buf *out);

#endif
