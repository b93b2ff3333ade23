#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

#define KEPT_PER_FILE 20
#define TAB_COLUMNS 4
/* A quoted line is cut to this many columns, with about so many of them before the caret. */
#define QUOTE_COLUMNS 76
#define COLUMNS_BEFORE 34

void diags_init(struct diags *diags) {
    *diags = (struct diags){.limit = KEPT_PER_FILE};
    arena_init(&diags->arena);
}

void diags_finish(struct diags *diags) {
    memory_give_back(diags->list);
    memory_give_back(diags->tallies);
    arena_finish(&diags->arena);
    diags_init(diags);
}

static const char *copied(struct diags *diags, const char *text) {
    return text ? arena_text(&diags->arena, text, strlen(text)) : NULL;
}

static struct diag_tally *tally_add(struct diags *diags, const char *file) {
    if (diags->tally_count == diags->tally_room) {
        diags->tally_room = diags->tally_room ? diags->tally_room * 2 : 8;
        diags->tallies = memory_resize(diags->tallies, diags->tally_room, sizeof *diags->tallies);
    }
    struct diag_tally *tally = &diags->tallies[diags->tally_count++];
    *tally = (struct diag_tally){.file = copied(diags, file)};
    return tally;
}

/* Messages come file by file, so the newest tally is looked at first. */
static struct diag_tally *tally_of(struct diags *diags, const char *file) {
    for (uint32_t i = diags->tally_count; i-- > 0;) {
        if (strcmp(diags->tallies[i].file, file) == 0) return &diags->tallies[i];
    }
    return tally_add(diags, file);
}

/* ---- the author's line, cut to a screen's width ---- */

struct line {
    struct str text;
    size_t mark_begin, mark_end; /* inside text */
    size_t from, to;             /* the part that is quoted */
    struct buf out;
    uint32_t columns; /* written to out so far */
};

static bool is_tail(char c) {
    return ((unsigned char)c & 0xC0) == 0x80;
}

static size_t one_back(struct str text, size_t at) {
    do at--;
    while (at > 0 && is_tail(text.at[at]));
    return at;
}

static size_t one_on(struct str text, size_t at) {
    do at++;
    while (at < text.len && is_tail(text.at[at]));
    return at;
}

static bool is_letter(char c) {
    return c >= 0x20 && c < 0x7F;
}

static uint32_t columns_of(struct str text, size_t begin, size_t end) {
    if (is_letter(text.at[begin])) return 1;
    if (text.at[begin] == '\t') return TAB_COLUMNS;
    int columns = utf8_columns(str_cut(text, begin, end));
    return columns > 0 ? (uint32_t)columns : 1;
}

static void choose_window(struct line *line) {
    uint32_t columns = 0;
    line->from = line->to = line->mark_begin;
    while (line->from > 0 && columns < COLUMNS_BEFORE) {
        size_t back = one_back(line->text, line->from);
        columns += columns_of(line->text, back, line->from);
        line->from = back;
    }
    while (line->to < line->text.len) {
        size_t on = one_on(line->text, line->to);
        columns += columns_of(line->text, line->to, on);
        if (columns > QUOTE_COLUMNS) break;
        line->to = on;
    }
}

/* A short line is shown whole, even when the caret is near its end. */
static bool is_short(const struct line *line) {
    if (line->text.len > 4 * QUOTE_COLUMNS) return false;
    uint32_t columns = 0;
    for (size_t at = 0; at < line->text.len && columns <= QUOTE_COLUMNS;) {
        size_t on = one_on(line->text, at);
        columns += columns_of(line->text, at, on);
        at = on;
    }
    return columns <= QUOTE_COLUMNS;
}

/* Tabs become blanks and bytes that a terminal might obey become question marks, so that the caret stays
 * true. */
static void quote_character(struct line *line, size_t begin, size_t end) {
    unsigned char c = (unsigned char)line->text.at[begin];
    if (is_letter(line->text.at[begin])) {
        buf_char(&line->out, line->text.at[begin]);
        line->columns++;
        return;
    }
    if (c == '\t') {
        uint32_t blanks = TAB_COLUMNS - line->columns % TAB_COLUMNS;
        for (uint32_t i = 0; i < blanks; i++) buf_char(&line->out, ' ');
        line->columns += blanks;
        return;
    }
    int columns = utf8_columns(str_cut(line->text, begin, end));
    if (c < 0x20 || c == 0x7F || (c == 0xC2 && columns == 0)) {
        buf_char(&line->out, '?');
        columns = 1;
    } else {
        buf_str(&line->out, str_cut(line->text, begin, end));
    }
    line->columns += (uint32_t)columns;
}

static void quote_ellipsis(struct line *line) {
    buf_text(&line->out, "…");
    line->columns++;
}

static void quote_window(struct line *line, struct diag *diag) {
    uint32_t caret_end = 0;
    diag->quote_caret = UINT32_MAX;
    if (line->from > 0) quote_ellipsis(line);
    for (size_t at = line->from; at < line->to;) {
        size_t on = one_on(line->text, at);
        if (at >= line->mark_begin && diag->quote_caret == UINT32_MAX) diag->quote_caret = line->columns;
        quote_character(line, at, on);
        if (at < line->mark_end) caret_end = line->columns;
        at = on;
    }
    if (diag->quote_caret == UINT32_MAX) diag->quote_caret = line->columns;
    if (line->to < line->text.len) quote_ellipsis(line);
    diag->quote_width = caret_end > diag->quote_caret ? caret_end - diag->quote_caret : 1;
}

static size_t line_begin(struct str text, size_t at) {
    while (at > 0 && text.at[at - 1] != '\n') at--;
    return at;
}

static size_t line_end(struct str text, size_t at) {
    const char *end = at < text.len ? memchr(text.at + at, '\n', text.len - at) : NULL;
    size_t place = end ? (size_t)(end - text.at) : text.len;
    return place > at && text.at[place - 1] == '\r' ? place - 1 : place;
}

static uint32_t line_number(struct str text, size_t at) {
    uint32_t lines = 1;
    const char *end = text.at + at;
    for (const char *from = text.at; from < end; from++, lines++) {
        from = memchr(from, '\n', (size_t)(end - from));
        if (!from) break;
    }
    return lines;
}

static size_t at_most(size_t value, size_t limit) {
    return value < limit ? value : limit;
}

static void fill_place(struct diags *diags, struct diag *diag, struct str text, size_t begin, size_t end) {
    begin = at_most(begin, text.len);
    size_t first = line_begin(text, begin), last = line_end(text, begin);
    struct line line = {.text = str_cut(text, first, last < begin ? begin : last)};
    line.mark_begin = begin - first;
    line.mark_end = at_most(end > begin ? end - first : line.mark_begin + 1, line.text.len);
    buf_init(&line.out);
    line.to = line.text.len;
    if (!is_short(&line)) choose_window(&line);
    quote_window(&line, diag);
    diag->line = line_number(text, begin);
    diag->column = (uint32_t)utf8_count(str_cut(text, first, begin)) + 1;
    if (line.mark_end > line.mark_begin) {
        diag->marked = (uint32_t)utf8_count(str_cut(line.text, line.mark_begin, line.mark_end));
    }
    if (diag->marked == 0) diag->marked = 1;
    diag->quote = arena_text(&diags->arena, line.out.at, line.out.len);
    buf_finish(&line.out);
}

/* ---- the list ---- */

static struct diag *new_slot(struct diags *diags) {
    if (diags->count == diags->room) {
        diags->room = diags->room ? diags->room * 2 : 16;
        diags->list = memory_resize(diags->list, diags->room, sizeof *diags->list);
    }
    return &diags->list[diags->count++];
}

static struct diag *last_warning_of(struct diags *diags, const char *file) {
    for (uint32_t i = diags->count; i-- > 0;) {
        struct diag *diag = &diags->list[i];
        if (diag->kind->level == DIAG_WARNING && strcmp(diag->file, file) == 0) return diag;
    }
    return NULL;
}

/* Where the message goes, or NULL when it is only counted. */
static struct diag *find_slot(struct diags *diags, struct diag_tally *tally, enum diag_level level) {
    if (tally->kept < diags->limit) {
        tally->kept++;
        if (level == DIAG_WARNING) tally->kept_warnings++;
        return new_slot(diags);
    }
    tally->left_out++;
    if (level == DIAG_WARNING || tally->kept_warnings == 0) return NULL;
    tally->kept_warnings--;
    return last_warning_of(diags, tally->file);
}

bool diag_has_room(struct diags *diags, const char *file) {
    const struct diag_tally *tally = tally_of(diags, file);
    return tally->kept < diags->limit || tally->kept_warnings > 0;
}

void diag_report(struct diags *diags, const struct diag_kind *kind, const struct diag_file *file,
                 size_t begin, size_t end, const struct diag_words *words) {
    *(kind->level == DIAG_ERROR ? &diags->errors : &diags->warnings) += 1;
    struct diag_tally *tally = tally_of(diags, file->name);
    struct diag *diag = find_slot(diags, tally, kind->level);
    if (!diag) return;
    *diag = (struct diag){.kind = kind, .file = tally->file};
    diag->label = copied(diags, words->label ? words->label : "题目");
    diag->subject = copied(diags, words->subject);
    diag->remark = copied(diags, words->remark);
    diag->fix = copied(diags, words->fix);
    diag->effect = copied(diags, words->effect);
    if (begin != SIZE_MAX) fill_place(diags, diag, file->text, begin, end);
}

char *diag_text(struct diags *diags, const char *format, ...) {
    va_list list;
    va_start(list, format);
    char *text = arena_vprintf(&diags->arena, format, list);
    va_end(list);
    return text;
}

static int compare_numbers(uint32_t a, uint32_t b) {
    return (a > b) - (a < b);
}

static int compare_texts(const char *a, const char *b) {
    return strcmp(a ? a : "", b ? b : "");
}

/* Down to the words, so that no order is left to qsort. */
static int compare_diags(const void *left, const void *right) {
    const struct diag *a = left, *b = right;
    int order = (int)a->kind->follows - (int)b->kind->follows;
    if (!order) order = strcmp(a->file, b->file);
    if (!order) order = compare_numbers(a->line, b->line);
    if (!order) order = compare_numbers(a->column, b->column);
    if (!order) order = strcmp(a->kind->code, b->kind->code);
    if (!order) order = compare_texts(a->subject, b->subject);
    if (!order) order = compare_texts(a->remark, b->remark);
    if (!order) order = compare_texts(a->fix, b->fix);
    if (!order) order = compare_numbers(a->marked, b->marked);
    return order ? order : compare_texts(a->effect, b->effect);
}

void diags_sort(struct diags *diags) {
    if (diags->count > 1) qsort(diags->list, diags->count, sizeof *diags->list, compare_diags);
}
