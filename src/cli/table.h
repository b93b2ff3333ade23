#ifndef ANZHI_CLI_TABLE_H
#define ANZHI_CLI_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* A table of texts and numbers, and the ways to write it: for people on a terminal, for spreadsheets, for
   programs. */

enum table_format { TABLE_TEXT, TABLE_CSV, TABLE_JSON, TABLE_JSONL, TABLE_FORMATS };

/* Where a column is shown. */
enum { IN_TEXT = 1, IN_CSV = 2, IN_JSON = 4, EVERYWHERE = 7 };

struct column {
    const char *key, *title; /* for programs; for people */
    uint8_t shown;
    uint8_t decimals; /* for people */
};

enum cell_kind { CELL_NOTHING, CELL_TEXT, CELL_NUMBER, CELL_JSON };

struct cell {
    enum cell_kind kind;
    const char *text;
    double number;
};

struct table {
    struct arena arena; /* of texts that are made for it */
    const struct column *columns;
    struct cell *cells; /* row by row */
    uint32_t column_count;
    uint64_t cell_count, room;
};

void table_init(struct table *table, const struct column *columns, uint32_t count);
void table_finish(struct table *table);

/* Cell after cell. Texts are borrowed. */
void table_text(struct table *table, const char *text);
void table_number(struct table *table, double number); /* NaN: nothing is known */
void table_json(struct table *table, const char *json);

uint64_t table_rows(const struct table *table);
const struct cell *table_cell(const struct table *table, uint64_t row, uint32_t column);

/* One row, for whoever writes them one after the other. */
void csv_titles(struct buf *out, const struct column *columns, uint32_t count);
void csv_row(struct buf *out, const struct column *columns, uint32_t count, const struct cell *cells);
void json_row(struct buf *out, const struct column *columns, uint32_t count, const struct cell *cells);

void table_print(const struct table *table, enum table_format format, struct buf *out);

extern const char *const table_format_words[TABLE_FORMATS];

#endif
