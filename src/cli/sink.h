#ifndef ANZHI_CLI_SINK_H
#define ANZHI_CLI_SINK_H

#include "cli/table.h"

/* Rows into a file, one after the other, however many there are: .csv and .xlsx for people, .jsonl for
   programs. The file has its name only when all of it is on the disk. */

enum sink_kind { SINK_CSV, SINK_XLSX, SINK_JSONL };

struct sink;

/* By the ending of the name. False, after saying so on stderr: it is none of these. */
bool sink_kind_of(const char *path, enum sink_kind *kind);
unsigned sink_shows(enum sink_kind kind); /* IN_CSV or IN_JSON: which columns it takes */

/* NULL, after saying why on stderr. The columns are borrowed; rows have cells for all of them. */
struct sink *sink_create(const char *path, enum sink_kind kind, const struct column *columns, uint32_t count);
void sink_row(struct sink *sink, const struct cell *cells);
/* False, after saying why on stderr: what was there under this name is as it was. */
bool sink_close(struct sink *sink);
void sink_drop(struct sink *sink); /* as if it had never been begun */

#endif
