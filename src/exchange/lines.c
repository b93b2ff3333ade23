#include "exchange/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "exchange/clutter.h"

struct walk {
    struct str rest;
    uint32_t number; /* of the line last taken */
};

static bool next_line(struct walk *walk, struct str *line) {
    if (!walk->rest.len) return false;
    size_t end = str_find(walk->rest, STR("\n"));
    *line = str_cut(walk->rest, 0, end);
    walk->rest = str_cut(walk->rest, end < walk->rest.len ? end + 1 : end, walk->rest.len);
    if (str_ends(*line, STR("\r"))) line->len--;
    walk->number++;
    return true;
}

/* ---- front matter ---- */

static struct str without_quotes(struct str text) {
    bool quoted =
        text.len >= 2 && (text.at[0] == '"' || text.at[0] == '\'') && text.at[text.len - 1] == text.at[0];
    return quoted ? str_cut(text, 1, text.len - 1) : text;
}

static void take_field(struct lines *lines, struct str line, uint32_t number) {
    size_t colon = str_find(line, STR(":"));
    if (colon == line.len) return;
    struct str key = str_trim(str_cut(line, 0, colon));
    struct str value = without_quotes(str_trim(str_cut(line, colon + 1, line.len)));
    if (str_is(key, "title")) {
        lines->title = value;
        lines->title_line = number;
        lines->title_column = (uint32_t)utf8_count((struct str){line.at, (size_t)(value.at - line.at)});
    }
    if (str_is(key, "source")) lines->publisher = value;
    if (str_is(key, "url")) lines->url = value;
    if (str_is(key, "date")) lines->date = value;
}

/* A first line --- without a second one is a line like others. */
static void read_front_matter(struct lines *lines, struct walk *walk) {
    enum { LONGEST = 40 };
    struct walk ahead = *walk;
    struct str line;
    if (!next_line(&ahead, &line) || !str_is(str_trim(line), "---")) return;
    struct walk begin = ahead;
    bool closed = false;
    for (int i = 0; i < LONGEST && !closed && next_line(&ahead, &line); i++)
        closed = str_is(str_trim(line), "---");
    if (!closed) return;
    while (begin.number + 1 < ahead.number && next_line(&begin, &line)) take_field(lines, line, begin.number);
    *walk = ahead;
    lines->has_front_matter = true;
}

/* ---- lines ---- */

static void drop_start(struct line *line, size_t bytes) {
    line->column += (uint32_t)utf8_count(str_cut(line->text, 0, bytes));
    line->text = str_cut(line->text, bytes, line->text.len);
}

static void trim(struct line *line) {
    struct str trimmed = str_trim(line->text);
    if (trimmed.len) drop_start(line, (size_t)(trimmed.at - line->text.at));
    line->text = trimmed;
}

/* Markdown's marks at the start of a line. */
static void strip_marks(struct line *line) {
    size_t hashes = 0;
    while (hashes < line->text.len && line->text.at[hashes] == '#') hashes++;
    bool is_mark = hashes && hashes < line->text.len && line->text.at[hashes] == ' ';
    if (is_mark) drop_start(line, hashes);
    line->is_heading = is_mark;
    if (str_starts(line->text, STR("> ")) || str_starts(line->text, STR("- ")) ||
        str_starts(line->text, STR("* ")))
        drop_start(line, 2);
    trim(line);
}

static struct str without_bold(struct str text) {
    while (str_starts(text, STR("**"))) text = str_cut(text, 2, text.len);
    while (str_ends(text, STR("**"))) text.len -= 2;
    return str_trim(text);
}

static bool is_bold(struct str text) {
    if (!str_starts(text, STR("**")) || !str_ends(text, STR("**")) || text.len < 5) return false;
    return !str_has(str_cut(text, 2, text.len - 2), STR("**"));
}

static bool is_counter(struct str text) {
    return text.len == 2 && text.at[0] == '0' && text.at[1] > '0' && text.at[1] <= '9';
}

static bool opens_page(struct str raw) {
    if (raw.len && raw.at[0] == '\f') return true;
    return raw.len > 1 && raw.at[0] == ' ' && raw.at[1] != ' ';
}

static void keep(struct lines *lines, const struct line *line) {
    if (lines->count == lines->room) {
        lines->room = lines->room ? lines->room * 2 : 256;
        lines->list = memory_resize(lines->list, lines->room, sizeof *lines->list);
    }
    lines->list[lines->count++] = *line;
}

/* Without front matter the first # line is the title. */
static void take_title(struct lines *lines, const struct line *line) {
    lines->title = line->text;
    lines->title_line = line->number;
    lines->title_column = line->column;
}

/* The title once more, or the account that published it. */
static bool is_said_already(const struct lines *lines, const struct line *line, struct str plain) {
    if (lines->title.len && str_equal(line->text, lines->title)) return true;
    return lines->publisher.len && str_equal(plain, lines->publisher);
}

/* 发布时间：2025-07-30 of a page without front matter. */
static void take_page_date(struct lines *lines, struct str plain) {
    static const char *const labels[] = {"发布时间：", "发布日期：", "时间：", "日期："};
    for (uint32_t i = 0; i < sizeof labels / sizeof labels[0] && !lines->date.len; i++) {
        size_t label = str_find(plain, str_of(labels[i])), begin = label + strlen(labels[i]);
        if (label < plain.len && begin < plain.len) lines->date = str_trim(str_cut(plain, begin, plain.len));
    }
}

static enum clutter examine(struct lines *lines, struct line *line) {
    bool was_plain = !str_starts(line->text, STR("#"));
    struct str plain = without_bold(line->text);
    enum clutter clutter = clutter_of(plain);
    if (is_counter(plain)) clutter = CLUTTER_NONE;
    if (clutter == CLUTTER_LINE) take_page_date(lines, plain);
    if (clutter != CLUTTER_NONE) return clutter;
    line->is_counter = is_counter(plain);
    strip_marks(line);
    if (!was_plain && line->is_heading && !lines->title.len && !lines->count) {
        take_title(lines, line);
        return CLUTTER_LINE;
    }
    if (is_bold(line->text)) line->is_heading = true;
    line->chars = (uint32_t)utf8_count(without_bold(line->text));
    return is_said_already(lines, line, plain) || !line->text.len ? CLUTTER_LINE : CLUTTER_NONE;
}

static int by_text(const void *a, const void *b) {
    const struct line *x = *(const struct line *const *)a, *y = *(const struct line *const *)b;
    size_t shorter = x->text.len < y->text.len ? x->text.len : y->text.len;
    int order = shorter ? memcmp(x->text.at, y->text.at, shorter) : 0;
    if (order) return order;
    if (x->text.len != y->text.len) return x->text.len < y->text.len ? -1 : 1;
    return (x > y) - (x < y);
}

/* Short lines that stand more than once. */
static void mark_headers(struct lines *lines) {
    enum { SHORTEST = 6, LONGEST = 24 };
    struct line **sorted = memory_resize(NULL, lines->count + 1, sizeof(struct line *));
    uint32_t count = 0;
    for (uint32_t i = 0; i < lines->count; i++)
        if (lines->list[i].chars >= SHORTEST && lines->list[i].chars <= LONGEST)
            sorted[count++] = &lines->list[i];
    qsort(sorted, count, sizeof(struct line *), by_text);
    for (uint32_t i = 1; i < count; i++) {
        sorted[i]->is_repeat = str_equal(sorted[i - 1]->text, sorted[i]->text);
        if (sorted[i]->is_repeat) sorted[i - 1]->is_header = sorted[i]->is_header = true;
    }
    memory_give_back(sorted);
}

void lines_read(struct lines *lines, struct str text) {
    *lines = (struct lines){.title = STR(""), .publisher = STR(""), .url = STR(""), .date = STR("")};
    enum { LONG_LINE = 24 };
    struct walk walk = {text, 0};
    struct str raw;
    uint32_t blanks = 0;
    bool body = false, page = false;
    read_front_matter(lines, &walk);
    while (!lines->had_rest && next_line(&walk, &raw)) {
        struct line line = {.text = raw, .number = walk.number, .opens_page = page || opens_page(raw)};
        trim(&line);
        enum clutter clutter = line.text.len ? examine(lines, &line) : CLUTTER_LINE;
        if (clutter == CLUTTER_REST) lines->had_rest = body; /* buttons above the text do not end it */
        page = clutter != CLUTTER_NONE && line.opens_page;
        line.blanks_before = blanks;
        blanks = clutter == CLUTTER_NONE ? 0 : blanks + 1;
        if (clutter != CLUTTER_NONE) continue;
        keep(lines, &line);
        body = body || line.chars >= LONG_LINE;
    }
    mark_headers(lines);
}

void lines_finish(struct lines *lines) {
    memory_give_back(lines->list);
}

/* In slides hardly a line ends a sentence; where no page begins, fewer still: a notice has short lines too.
 */
static bool ends_seldom(const struct lines *lines, bool has_pages) {
    const uint32_t one_of = has_pages ? 4 : 8;
    uint32_t ends = 0;
    for (uint32_t i = 0; i < lines->count; i++) ends += str_ends(lines->list[i].text, STR("。"));
    return ends * one_of <= lines->count;
}

static int by_number(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* A programme has columns, which slides that were made to text have not. */
static bool has_columns(const struct lines *lines) {
    enum { FEWEST_ROWS = 4 };
    uint32_t rows = 0;
    for (uint32_t i = 0; i < lines->count; i++)
        rows += str_has(lines->list[i].text, STR("\u3000")) || str_has(lines->list[i].text, STR("\t"));
    return rows >= FEWEST_ROWS;
}

/* So do the lines of a notice that say what is in them: 主会场：云汀剧院. */
static bool has_labels(const struct lines *lines) {
    enum { FEWEST = 4, ONE_OF = 4 };
    uint32_t labels = 0;
    for (uint32_t i = 0; i < lines->count; i++)
        labels += str_has(lines->list[i].text, STR("：")) && !str_ends(lines->list[i].text, STR("："));
    return labels >= FEWEST && labels * ONE_OF >= lines->count;
}

bool lines_are_slides(const struct lines *lines) {
    enum { SHORT = 28, FEWEST = 8, FEWEST_OF_PAGES = 2 };
    uint32_t pages = 0;
    for (uint32_t i = 0; i < lines->count; i++) pages += lines->list[i].opens_page;
    if (!pages && (has_columns(lines) || has_labels(lines))) return false;
    if (lines->has_front_matter || lines->count < (pages ? FEWEST_OF_PAGES : FEWEST)) return false;
    uint32_t *chars = memory_resize(NULL, lines->count, sizeof *chars);
    for (uint32_t i = 0; i < lines->count; i++) chars[i] = lines->list[i].chars;
    qsort(chars, lines->count, sizeof *chars, by_number);
    bool is_short = chars[lines->count / 2] < SHORT;
    memory_give_back(chars);
    return is_short && ends_seldom(lines, pages > 0);
}
