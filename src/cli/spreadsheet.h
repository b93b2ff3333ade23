#ifndef ANZHI_CLI_SPREADSHEET_H
#define ANZHI_CLI_SPREADSHEET_H

#include "cli/table.h"

/* Rows into an .xlsx file: numbers as numbers, texts as texts (never as formulas), a bold first row that
   stays in sight. When a sheet is full the next one begins. */

struct spreadsheet;

struct spreadsheet *spreadsheet_create(const char *path, const struct column *columns,
                                       uint32_t count); /* or NULL */
void spreadsheet_row(struct spreadsheet *spreadsheet, const struct cell *cells);
bool spreadsheet_close(struct spreadsheet *spreadsheet); /* false: not all of it was written */

#endif
