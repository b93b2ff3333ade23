#include "cli/csv.h"

#include <string.h>

struct csv csv_begin(struct buf *out) {
    buf_text(out, "\xEF\xBB\xBF");
    return (struct csv){out, false};
}

static void separate(struct csv *csv) {
    if (csv->in_row) buf_char(csv->out, ',');
    csv->in_row = true;
}

/* Spreadsheets skip blanks before they look. */
static bool is_like_a_formula(const char *text) {
    text += strspn(text, " \t\r\n");
    return *text && strchr("=+-@", *text);
}

static void quote(struct buf *out, const char *text) {
    buf_char(out, '"');
    for (; *text; text++) {
        if (*text == '"') buf_char(out, '"');
        buf_char(out, *text);
    }
    buf_char(out, '"');
}

void csv_text(struct csv *csv, const char *text) {
    struct buf safe;
    separate(csv);
    buf_init(&safe);
    if (is_like_a_formula(text)) buf_char(&safe, '\'');
    buf_text(&safe, text);
    if (strpbrk(safe.at, "\",\r\n"))
        quote(csv->out, safe.at);
    else
        buf_text(csv->out, safe.at);
    buf_finish(&safe);
}

void csv_number(struct csv *csv, double number) {
    separate(csv);
    buf_printf(csv->out, "%.15g", number);
}

void csv_end_row(struct csv *csv) {
    buf_text(csv->out, "\r\n");
    csv->in_row = false;
}
