#include "cli/spreadsheet.h"

#include <SDL.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/memory.h"
#include "base/utf8.h"

/* What a sheet takes, the row of titles included. */
enum { SHEET_ROWS = 1048576, WIDEST = 60, CELL_BYTES = 32767 };

/* What is used of libxlsxwriter, which is opened when a spreadsheet is wanted: it brings all of OpenSSL
   along, and every start of a kiosk would wait for that. */
#define FUNCTIONS(USE)                                                                                       \
    USE(workbook_new_opt)                                                                                    \
    USE(workbook_add_format)                                                                                 \
    USE(workbook_add_worksheet)                                                                              \
    USE(workbook_close)                                                                                      \
    USE(worksheet_freeze_panes)                                                                              \
    USE(worksheet_set_column)                                                                                \
    USE(worksheet_write_number)                                                                              \
    USE(worksheet_write_string)                                                                              \
    USE(format_set_bold)

struct writer {
#define POINTER(name) __typeof__(name) *name;
    FUNCTIONS(POINTER)
};

struct spreadsheet {
    struct writer use;
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format *bold;
    const struct column *columns;
    uint32_t column_count;
    lxw_row_t row;
    bool sound;
};

static bool find(void *library, const char *name, void *function, size_t size) {
    void *found = SDL_LoadFunction(library, name);
    memcpy(function, &found, size);
    return found;
}

static bool find_writer(struct writer *use) {
    void *library = SDL_LoadObject(XLSXWRITER_LIBRARY);
    bool found = library != NULL;
#define FIND(name) found = found && find(library, #name, &use->name, sizeof use->name);
    FUNCTIONS(FIND)
    if (!found) errno = ELIBACC;
    return found;
}

static double width_of(const struct column *column) {
    int width = utf8_columns(str_of(column->title)) + 2;
    return width < WIDEST ? width : WIDEST;
}

static void note(struct spreadsheet *spreadsheet, lxw_error error) {
    if (error != LXW_NO_ERROR) spreadsheet->sound = false;
}

static void begin_sheet(struct spreadsheet *spreadsheet) {
    uint16_t place = 0;
    spreadsheet->sheet = spreadsheet->use.workbook_add_worksheet(spreadsheet->book, NULL);
    spreadsheet->row = 0;
    for (uint32_t i = 0; i < spreadsheet->column_count; i++) {
        const struct column *column = &spreadsheet->columns[i];
        if (!(column->shown & IN_CSV)) continue;
        spreadsheet->use.worksheet_set_column(spreadsheet->sheet, place, place, width_of(column), NULL);
        note(spreadsheet, spreadsheet->use.worksheet_write_string(spreadsheet->sheet, 0, place, column->title,
                                                                  spreadsheet->bold));
        place++;
    }
    spreadsheet->use.worksheet_freeze_panes(spreadsheet->sheet, 1, 0);
}

struct spreadsheet *spreadsheet_create(const char *path, const struct column *columns, uint32_t count) {
    /* Row by row to the disk: a million of them need no memory. */
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    struct writer use;
    if (!find_writer(&use)) return NULL;
    FILE *there = fopen(path, "wb"); /* else it would be noticed only at the end */
    if (!there) return NULL;
    fclose(there);
    struct spreadsheet *spreadsheet = memory_zeroed(sizeof *spreadsheet);
    spreadsheet->use = use;
    spreadsheet->book = spreadsheet->use.workbook_new_opt(path, &options);
    spreadsheet->columns = columns;
    spreadsheet->column_count = count;
    spreadsheet->sound = true;
    spreadsheet->bold = spreadsheet->use.workbook_add_format(spreadsheet->book);
    spreadsheet->use.format_set_bold(spreadsheet->bold);
    begin_sheet(spreadsheet);
    return spreadsheet;
}

static lxw_error put(struct spreadsheet *spreadsheet, lxw_col_t place, const struct cell *cell) {
    if (cell->kind == CELL_NUMBER)
        return spreadsheet->use.worksheet_write_number(spreadsheet->sheet, spreadsheet->row, place,
                                                       cell->number, NULL);
    if (cell->kind == CELL_NOTHING || !*cell->text) return LXW_NO_ERROR;
    return spreadsheet->use.worksheet_write_string(spreadsheet->sheet, spreadsheet->row, place, cell->text,
                                                   NULL);
}

void spreadsheet_row(struct spreadsheet *spreadsheet, const struct cell *cells) {
    lxw_col_t place = 0;
    if (++spreadsheet->row == SHEET_ROWS) {
        begin_sheet(spreadsheet);
        spreadsheet->row = 1;
    }
    for (uint32_t i = 0; i < spreadsheet->column_count; i++)
        if (spreadsheet->columns[i].shown & IN_CSV) note(spreadsheet, put(spreadsheet, place++, &cells[i]));
}

bool spreadsheet_close(struct spreadsheet *spreadsheet) {
    errno = 0;
    bool sound = spreadsheet->sound;
    sound = spreadsheet->use.workbook_close(spreadsheet->book) == LXW_NO_ERROR && sound;
    if (!sound && errno == 0) errno = EIO;
    memory_give_back(spreadsheet);
    return sound;
}
