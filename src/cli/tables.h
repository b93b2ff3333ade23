#ifndef ANZHI_CLI_TABLES_H
#define ANZHI_CLI_TABLES_H

#include <stdbool.h>

/* The scores of a data folder as tables, into files whose endings say of which kind. False, after saying why
   on stderr. */

bool tables_write_rounds(const char *data, const char *file);    /* a row for each round */
bool tables_write_questions(const char *data, const char *file); /* a row for each question */

#endif
