#include "ui/lines.h"

#include <assert.h>
#include <string.h>

#include "ui/breaks.h"
#include "ui/spacing.h"

/* Costs are thousandths. */
enum {
    COST_MARK = 80,        /* a line ends after 、）》” or at a wide blank */
    COST_INSIDE = 350,     /* a line ends inside a clause */
    COST_CUT = 300,        /* … inside a common word */
    COST_COMPOUND = 120,   /* … between the words of a compound */
    COST_CUT_NAME = 80,    /* … inside a name that is too long to be kept */
    COST_PARTICLE = 150,   /* … before 的 or 了, which leans on what stands before it */
    COST_SHORT_LAST = 200, /* the last line is under a quarter of the measure */
    COST_ORPHAN = 900,     /* the last line is one character */
    COST_EXTRA_LINE = 220,
    COST_FORCED = 2000,
    COST_NONE = INT32_MAX / 4,
    WIDE_BLANK = 0x3000,
    WORK_LIMIT =
        200000 /* breaks × lines beyond which a text is filled greedily: nothing on a screen is that long */
};

/* One paragraph: glyphs from first to end, cut at the places where a line may begin. */
struct paragraph {
    const struct glyph *glyphs;
    uint32_t *places; /* glyph indices, the first and the end among them */
    uint32_t place_count;
    const int32_t *sums; /* widths of all glyphs before an index */
    int32_t measure;     /* 1/64 pixel */
    int32_t size;
};

struct span {
    uint32_t first, end; /* glyphs, without blanks at the ends */
    int32_t width, hang;
};

static struct span span_between(const struct paragraph *paragraph, uint32_t from, uint32_t to) {
    const struct glyph *glyphs = paragraph->glyphs;
    struct span span = {paragraph->places[from], paragraph->places[to], 0, 0};
    while (span.first < span.end && code_is_blank(glyphs[span.first].code)) span.first++;
    while (span.end > span.first && code_is_blank(glyphs[span.end - 1].code)) span.end--;
    span.width = paragraph->sums[span.end] - paragraph->sums[span.first] - glyphs[span.first].gap;
    if (span.end - span.first < 2) return span;
    const struct glyph *start = &glyphs[span.first], *last = &glyphs[span.end - 1];
    int32_t em = paragraph->size * 64;
    if (code_opens(start->code) && start->width * 4 >= em * 3) span.hang = em * 46 / 100;
    span.width -= span.hang;
    if (code_ink(last->code) == INK_LEFT && last->width * 4 >= em * 3) span.width -= em / 2;
    return span;
}

static bool is_held(const struct glyph *glyph) {
    return glyph->before == BREAK_NEVER || glyph->inside & INSIDE_NAME;
}

/* A line may be short for a name's sake, but not by half a line for a name of many words: that one rather
 * breaks between two of them. */
static bool is_worth_a_gap(int32_t width, int32_t measure, int32_t size) {
    enum { EMS = 6 };
    return width <= measure && (width <= measure / 2 || width <= EMS * size * 64);
}

/* Names that a line has room for are not broken; marks that hang on them count with them. */
static void keep_names(struct glyphs *glyphs, int32_t measure, int32_t size) {
    for (uint32_t first = 0, end; first < glyphs->count; first = end) {
        int32_t width = glyphs->list[first].width;
        for (end = first + 1; end < glyphs->count && is_held(&glyphs->list[end]); end++)
            width += glyphs->list[end].gap + glyphs->list[end].width;
        if (!is_worth_a_gap(width, measure, size)) continue;
        for (uint32_t i = first + 1; i < end; i++) glyphs->list[i].before = BREAK_NEVER;
    }
}

/* A word longer than the measure is opened between all its letters. */
static void open_long_words(struct glyphs *glyphs, int32_t measure) {
    uint32_t begin = 0;
    int32_t width = 0;
    for (uint32_t i = 0; i <= glyphs->count; i++) {
        if (i == glyphs->count || (i && glyphs->list[i].before != BREAK_NEVER)) {
            for (uint32_t k = begin + 1; width > measure && k < i; k++)
                if (glyphs->list[k].width) glyphs->list[k].before = BREAK_FORCED;
            begin = i;
            width = 0;
        }
        if (i < glyphs->count) width += (i > begin ? glyphs->list[i].gap : 0) + glyphs->list[i].width;
    }
}

static int32_t *sum_widths(const struct glyphs *glyphs, struct arena *arena) {
    int32_t *sums = ARENA_LIST(arena, int32_t, glyphs->count + 1);
    for (uint32_t i = 0; i < glyphs->count; i++)
        sums[i + 1] = sums[i] + glyphs->list[i].gap + glyphs->list[i].width;
    return sums;
}

/* Greedy: the fewest lines there can be. ends[i]: the place where line i ends; may be NULL. */
static uint32_t fill_greedily(const struct paragraph *paragraph, uint32_t *ends) {
    uint32_t count = 0, last = paragraph->place_count - 1;
    for (uint32_t from = 0; from < last;) {
        uint32_t to = from + 1;
        while (to < last && span_between(paragraph, from, to + 1).width <= paragraph->measure) to++;
        if (ends) ends[count] = to;
        count++;
        from = to;
    }
    return count;
}

/* 的 of 目的 or 了 of 了解 is none. */
static bool is_particle(const struct paragraph *paragraph, uint32_t at) {
    static const uint16_t particles[] = {u'的', u'了', u'过', u'吗', u'呢', u'们', u'地', u'着'};
    const struct glyph *glyph = &paragraph->glyphs[at];
    bool last = at == paragraph->places[paragraph->place_count - 1];
    if (glyph->inside & INSIDE_WORD || (!last && glyph[1].inside & INSIDE_WORD)) return false;
    for (uint32_t i = 0; i < sizeof particles / sizeof particles[0]; i++)
        if (glyph->code == particles[i]) return true;
    return false;
}

static uint32_t last_code(const struct paragraph *paragraph, const struct span *span) {
    return span->end > span->first ? paragraph->glyphs[span->end - 1].code : 0;
}

/* Does a line of this span, which ends at this place, end inside a clause? */
static bool ends_inside(const struct paragraph *paragraph, const struct span *span, uint32_t place) {
    uint32_t code = last_code(paragraph, span);
    bool at_blank = paragraph->glyphs[paragraph->places[place] - 1].code == WIDE_BLANK;
    return !code_ends_clause(code) && !code_closes(code) && !at_blank;
}

static int32_t end_cost(const struct paragraph *paragraph, const struct span *span, uint32_t to) {
    const struct glyph *next = &paragraph->glyphs[paragraph->places[to]];
    int32_t cost = next->before == BREAK_FORCED ? COST_FORCED : 0;
    if (code_ends_clause(last_code(paragraph, span))) return cost;
    if (!ends_inside(paragraph, span, to)) return cost + COST_MARK;
    if (next->inside & INSIDE_WORD) cost += COST_CUT;
    if (next->inside & INSIDE_COMPOUND) cost += COST_COMPOUND;
    if (next->inside & INSIDE_NAME) cost += COST_CUT_NAME;
    if (is_particle(paragraph, paragraph->places[to])) cost += COST_PARTICLE;
    return cost + COST_INSIDE;
}

static int32_t last_cost(const struct paragraph *paragraph, const struct span *span) {
    uint32_t letters = 0;
    for (uint32_t i = span->first; i < span->end; i++) letters += !code_closes(paragraph->glyphs[i].code);
    int32_t cost = span->width * 4 < paragraph->measure ? COST_SHORT_LAST : 0;
    return letters <= 1 ? cost + COST_ORPHAN : cost;
}

static int32_t line_cost(const struct paragraph *paragraph, uint32_t from, uint32_t to, int32_t mean) {
    struct span span = span_between(paragraph, from, to);
    if (span.width > paragraph->measure && to > from + 1) return COST_NONE;
    int64_t off = span.width - mean, measure = paragraph->measure;
    int64_t ragged = off * off * 1000 / (measure * measure);
    int32_t cost = (int32_t)(ragged < COST_NONE / 4 ? ragged : COST_NONE / 4);
    bool last = to + 1 == paragraph->place_count;
    return cost + (last ? last_cost(paragraph, &span) : end_cost(paragraph, &span, to));
}

/* best[k * places + j]: the cheapest way to set the text up to place j in k lines; came: where its last line
 * began. */
struct table {
    int32_t *best;
    uint32_t *came;
    uint32_t places;
};

static void relax(struct table *table, uint32_t lines, uint32_t from, uint32_t to, int32_t cost) {
    for (uint32_t k = 1; k <= lines; k++) {
        int32_t before = table->best[(k - 1) * table->places + from];
        if (before >= COST_NONE || before + cost >= table->best[k * table->places + to]) continue;
        table->best[k * table->places + to] = before + cost;
        table->came[k * table->places + to] = from;
    }
}

static struct table solve(const struct paragraph *paragraph, uint32_t lines, int32_t mean,
                          struct arena *arena) {
    uint32_t places = paragraph->place_count;
    struct table table = {ARENA_LIST(arena, int32_t, (size_t)(lines + 1) * places),
                          ARENA_LIST(arena, uint32_t, (size_t)(lines + 1) * places), places};
    for (uint32_t i = 0; i < (lines + 1) * places; i++) table.best[i] = COST_NONE;
    table.best[0] = 0;
    for (uint32_t to = 1; to < places; to++)
        for (uint32_t from = to; from-- > 0;) {
            int32_t cost = line_cost(paragraph, from, to, mean);
            if (cost >= COST_NONE) break;
            relax(&table, lines, from, to, cost);
        }
    return table;
}

/* The ends of the lines, cheapest way; returns how many lines. */
static uint32_t fill_well(const struct paragraph *paragraph, uint32_t *ends, uint32_t most,
                          struct arena *arena) {
    uint32_t fewest = fill_greedily(paragraph, ends), last = paragraph->place_count - 1;
    if (fewest <= 1 || (fewest + 1) * paragraph->place_count > WORK_LIMIT) return fewest;
    uint32_t tried = !most || fewest < most ? fewest + 1 : fewest;
    int32_t mean = paragraph->sums[paragraph->places[last]] - paragraph->sums[paragraph->places[0]];
    struct table table = solve(paragraph, tried, mean / (int32_t)fewest, arena);
    const int32_t *best = &table.best[last];
    uint32_t lines = fewest;
    if (tried > fewest && best[tried * table.places] + COST_EXTRA_LINE < best[fewest * table.places])
        lines = tried;
    if (best[lines * table.places] >= COST_NONE) return fewest;
    for (uint32_t k = lines, place = last; k > 0; k--) {
        ends[k - 1] = place;
        place = table.came[k * table.places + place];
    }
    return lines;
}

static struct paragraph paragraph_of(const struct glyphs *glyphs, uint32_t first, uint32_t end,
                                     const int32_t *sums, int32_t measure, int32_t size,
                                     struct arena *arena) {
    struct paragraph paragraph = {
        glyphs->list, ARENA_LIST(arena, uint32_t, end - first + 2), 1, sums, measure, size};
    paragraph.places[0] = first;
    for (uint32_t i = first + 1; i < end; i++)
        if (glyphs->list[i].before != BREAK_NEVER) paragraph.places[paragraph.place_count++] = i;
    paragraph.places[paragraph.place_count++] = end;
    return paragraph;
}

static uint32_t paragraph_end(const struct glyphs *glyphs, uint32_t first) {
    uint32_t end = first + 1;
    while (end < glyphs->count && glyphs->list[end].before != BREAK_MUST) end++;
    return end;
}

static void add_lines(struct lines *lines, const struct paragraph *paragraph, const uint32_t *ends,
                      uint32_t count, struct str text) {
    for (uint32_t i = 0; i < count; i++) {
        struct span span = span_between(paragraph, i ? ends[i - 1] : 0, ends[i]);
        const struct glyph *glyphs = paragraph->glyphs;
        struct line *line = &lines->list[lines->count++];
        *line = (struct line){str_cut(text, glyphs[span.first].offset, glyphs[span.end].offset), span.width,
                              span.hang};
        if (span.width > lines->widest) lines->widest = span.width;
        bool last = i + 1 == count;
        if (!last && ends_inside(paragraph, &span, ends[i])) lines->inner++;
        if (!last && glyphs[paragraph->places[ends[i]]].before == BREAK_FORCED) lines->forced = true;
        if (!last && glyphs[paragraph->places[ends[i]]].inside & INSIDE_WORD) lines->cuts++;
    }
}

struct lines lines_break(struct str text, int32_t width, uint32_t most, const struct metrics *metrics,
                         enum face face, int32_t size, struct arena *arena) {
    assert(width > 0 && size > 0);
    struct glyphs glyphs = glyphs_read(text, metrics, face, size, arena);
    keep_names(&glyphs, width * 64, size);
    open_long_words(&glyphs, width * 64);
    const int32_t *sums = sum_widths(&glyphs, arena);
    struct lines lines = {.list = ARENA_LIST(arena, struct line, glyphs.count + 1)};
    uint32_t *ends = ARENA_LIST(arena, uint32_t, glyphs.count + 2);
    for (uint32_t first = 0; first < glyphs.count;) {
        uint32_t end = paragraph_end(&glyphs, first);
        struct paragraph paragraph = paragraph_of(&glyphs, first, end, sums, width * 64, size, arena);
        uint32_t left = most > lines.count ? most - lines.count : most ? 1 : 0;
        uint32_t count = fill_well(&paragraph, ends, left, arena);
        add_lines(&lines, &paragraph, ends, count, text);
        first = end;
    }
    return lines;
}

uint32_t lines_needed(struct str text, int32_t width, const struct metrics *metrics, enum face face,
                      int32_t size, struct arena *arena) {
    struct glyphs glyphs = glyphs_read(text, metrics, face, size, arena);
    keep_names(&glyphs, width * 64, size);
    open_long_words(&glyphs, width * 64);
    const int32_t *sums = sum_widths(&glyphs, arena);
    uint32_t count = 0;
    for (uint32_t first = 0; first < glyphs.count;) {
        uint32_t end = paragraph_end(&glyphs, first);
        struct paragraph paragraph = paragraph_of(&glyphs, first, end, sums, width * 64, size, arena);
        count += fill_greedily(&paragraph, NULL);
        first = end;
    }
    return count;
}

int32_t lines_height(uint32_t count, int32_t size, int32_t pitch) {
    return count ? (int32_t)(count - 1) * pitch + size : 0;
}

int32_t fit_height(const struct fit *fit) {
    return lines_height(fit->lines.count, fit->size, fit->pitch);
}

static int32_t pitch_of(int32_t size, int32_t percent) {
    return (size * percent + 50) / 100;
}

/* How many lines of this size stand in the height. */
static uint32_t lines_in(int32_t height, int32_t size, int32_t pitch) {
    return height < size ? 0 : (uint32_t)((height - size) / pitch) + 1;
}

static struct fit set_at(struct str text, int32_t width, int32_t height, struct fit_steps steps,
                         uint32_t step, const struct metrics *metrics, enum face face, struct arena *arena) {
    int32_t size = steps.sizes[step], pitch = pitch_of(size, steps.pitch_percent);
    uint32_t room = lines_in(height, size, pitch);
    struct fit fit = {size, pitch, step, false,
                      lines_break(text, width, room ? room : 1, metrics, face, size, arena)};
    fit.fits = fit.lines.count <= room && !fit.lines.forced;
    return fit;
}

/* Words cut, clauses cut, lines beyond three. A cut word costs as much as all that may be shrunk. */
int32_t lines_roughness(const struct lines *lines) {
    enum { PER_CUT = 260, PER_CLAUSE = 60, PER_LINE = 80, THREE = 3 };
    int32_t more = lines->count > THREE ? (int32_t)lines->count - THREE : 0;
    return (int32_t)lines->cuts * PER_CUT + (int32_t)lines->inner * PER_CLAUSE + more * PER_LINE;
}

/* Of a headline of which some line must end inside a clause. */
static int32_t headline_cost(const struct fit *fit, int32_t largest) {
    return lines_roughness(&fit->lines) + (largest - fit->size) * 1000 / largest;
}

struct fit fit_text(struct str text, int32_t width, int32_t height, struct fit_steps steps,
                    const struct metrics *metrics, enum face face, struct arena *arena) {
    struct fit best = {0};
    int32_t largest = 0;
    bool found = false;
    for (uint32_t i = 0; i < steps.count; i++) {
        int32_t size = steps.sizes[i], pitch = pitch_of(size, steps.pitch_percent);
        if (found && size * 100 < largest * HEADLINE_LEAST) break;
        if (lines_needed(text, width, metrics, face, size, arena) > lines_in(height, size, pitch)) continue;
        struct fit fit = set_at(text, width, height, steps, i, metrics, face, arena);
        if (!fit.fits) continue;
        if (!found) largest = size;
        if (!steps.headline || (!fit.lines.inner && size * 100 >= largest * 80)) return fit;
        if (!found || headline_cost(&fit, largest) < headline_cost(&best, largest)) best = fit;
        found = true;
    }
    if (found) return best;
    struct fit last = set_at(text, width, height, steps, steps.count - 1, metrics, face, arena);
    last.fits = last.lines.count <= lines_in(height, last.size, last.pitch); /* a forced cut is no overflow */
    return last;
}
