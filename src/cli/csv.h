#ifndef ANZHI_CLI_CSV_H
#define ANZHI_CLI_CSV_H

#include <stdbool.h>

#include "base/str.h"

/* Comma-separated values as RFC 4180 has them and as spreadsheets open them: a byte order mark, CRLF, quotes
   where they are needed. A text that a spreadsheet would take for a formula gets an apostrophe in front. */

struct csv {
    struct buf *out;
    bool in_row; /* a cell stands in this row already */
};

struct csv csv_begin(struct buf *out);
void csv_text(struct csv *csv, const char *text);
void csv_number(struct csv *csv, double number);
void csv_end_row(struct csv *csv);

#endif
