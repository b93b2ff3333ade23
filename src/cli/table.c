#include "cli/table.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "cli/csv.h"

const char *const table_format_words[TABLE_FORMATS] = {"text", "csv", "json", "jsonl"};

void table_init(struct table *table, const struct column *columns, uint32_t count) {
    *table = (struct table){.columns = columns, .column_count = count};
    arena_init(&table->arena);
}

void table_finish(struct table *table) {
    arena_finish(&table->arena);
    memory_give_back(table->cells);
}

static void add(struct table *table, struct cell cell) {
    if (table->cell_count == table->room) {
        table->room = table->room ? 2 * table->room : 64;
        table->cells = memory_resize(table->cells, table->room, sizeof *table->cells);
    }
    table->cells[table->cell_count++] = cell;
}

void table_text(struct table *table, const char *text) {
    add(table, (struct cell){.kind = CELL_TEXT, .text = text});
}

void table_number(struct table *table, double number) {
    add(table, (struct cell){.kind = isnan(number) ? CELL_NOTHING : CELL_NUMBER, .number = number});
}

void table_json(struct table *table, const char *json) {
    add(table, (struct cell){.kind = CELL_JSON, .text = json});
}

uint64_t table_rows(const struct table *table) {
    assert(table->column_count > 0);
    return table->cell_count / table->column_count;
}

const struct cell *table_cell(const struct table *table, uint64_t row, uint32_t column) {
    return &table->cells[row * table->column_count + column];
}

/* For people: columns under each other */

static uint32_t width_of(const char *text) {
    return (uint32_t)utf8_columns(str_of(text));
}

static const char *text_of(const struct cell *cell, const struct column *column, struct arena *arena) {
    if (cell->kind == CELL_NUMBER) return arena_printf(arena, "%.*f", column->decimals, cell->number);
    return cell->kind == CELL_NOTHING ? "–" : cell->text;
}

static uint32_t widest(const struct table *table, uint32_t column, struct arena *arena) {
    uint32_t most = width_of(table->columns[column].title);
    for (uint64_t row = 0; row < table_rows(table); row++) {
        uint32_t width = width_of(text_of(table_cell(table, row, column), &table->columns[column], arena));
        if (width > most) most = width;
    }
    return most;
}

static void put_padded(struct buf *out, const char *text, uint32_t width, bool to_the_right) {
    uint32_t pad = width - width_of(text);
    if (!to_the_right) buf_text(out, text);
    while (pad-- > 0) buf_char(out, ' ');
    if (to_the_right) buf_text(out, text);
    buf_text(out, "  ");
}

/* Numbers stand under each other by their last digit; a title stands as its numbers do. */
static bool is_of_numbers(const struct table *table, uint32_t column) {
    for (uint64_t row = 0; row < table_rows(table); row++)
        if (table_cell(table, row, column)->kind == CELL_TEXT) return false;
    return true;
}

static void end_line(struct buf *out) {
    while (out->len > 0 && out->at[out->len - 1] == ' ') out->at[--out->len] = '\0';
    buf_char(out, '\n');
}

struct layout {
    const struct table *table;
    uint32_t *widths;
    struct arena arena;
};

static void print_line(struct layout *layout, int64_t row, struct buf *out) {
    const struct table *table = layout->table;
    for (uint32_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (!(column->shown & IN_TEXT)) continue;
        const char *text =
            row < 0 ? column->title : text_of(table_cell(table, (uint64_t)row, i), column, &layout->arena);
        put_padded(out, text, layout->widths[i], is_of_numbers(table, i));
    }
    end_line(out);
}

static void print_text(const struct table *table, struct buf *out) {
    struct layout layout = {.table = table};
    arena_init(&layout.arena);
    layout.widths = ARENA_LIST(&layout.arena, uint32_t, table->column_count);
    for (uint32_t i = 0; i < table->column_count; i++) layout.widths[i] = widest(table, i, &layout.arena);
    print_line(&layout, -1, out);
    for (uint64_t row = 0; row < table_rows(table); row++) print_line(&layout, (int64_t)row, out);
    arena_finish(&layout.arena);
}

/* For spreadsheets */

static void put_cell(struct csv *csv, const struct cell *cell) {
    if (cell->kind == CELL_NUMBER)
        csv_number(csv, cell->number);
    else
        csv_text(csv, cell->kind == CELL_NOTHING ? "" : cell->text);
}

void csv_titles(struct buf *out, const struct column *columns, uint32_t count) {
    struct csv csv = csv_begin(out);
    for (uint32_t i = 0; i < count; i++)
        if (columns[i].shown & IN_CSV) csv_text(&csv, columns[i].title);
    csv_end_row(&csv);
}

void csv_row(struct buf *out, const struct column *columns, uint32_t count, const struct cell *cells) {
    struct csv csv = {out, false};
    for (uint32_t i = 0; i < count; i++)
        if (columns[i].shown & IN_CSV) put_cell(&csv, &cells[i]);
    csv_end_row(&csv);
}

static void print_csv(const struct table *table, struct buf *out) {
    csv_titles(out, table->columns, table->column_count);
    for (uint64_t row = 0; row < table_rows(table); row++)
        csv_row(out, table->columns, table->column_count, table_cell(table, row, 0));
}

/* For programs */

static void put_value(struct buf *out, const struct cell *cell) {
    switch (cell->kind) {
    case CELL_NOTHING:
        buf_text(out, "null");
        break;
    case CELL_TEXT:
        buf_json(out, str_of(cell->text));
        break;
    case CELL_NUMBER:
        buf_printf(out, "%.15g", cell->number);
        break;
    case CELL_JSON:
        buf_text(out, cell->text);
        break;
    }
}

static void put_object(struct buf *out, const struct column *columns, uint32_t count,
                       const struct cell *cells) {
    const char *before = "{";
    for (uint32_t i = 0; i < count; i++) {
        if (!(columns[i].shown & IN_JSON)) continue;
        buf_printf(out, "%s\"%s\": ", before, columns[i].key);
        put_value(out, &cells[i]);
        before = ", ";
    }
    buf_char(out, '}');
}

void json_row(struct buf *out, const struct column *columns, uint32_t count, const struct cell *cells) {
    put_object(out, columns, count, cells);
    buf_char(out, '\n');
}

static void print_json(const struct table *table, bool lines, struct buf *out) {
    uint64_t rows = table_rows(table);
    if (!lines) buf_text(out, "[\n");
    for (uint64_t row = 0; row < rows; row++) {
        put_object(out, table->columns, table->column_count, table_cell(table, row, 0));
        buf_text(out, !lines && row + 1 < rows ? ",\n" : "\n");
    }
    if (!lines) buf_text(out, "]\n");
}

void table_print(const struct table *table, enum table_format format, struct buf *out) {
    switch (format) {
    case TABLE_TEXT:
        print_text(table, out);
        break;
    case TABLE_CSV:
        print_csv(table, out);
        break;
    default:
        print_json(table, format == TABLE_JSONL, out);
        break;
    }
}
