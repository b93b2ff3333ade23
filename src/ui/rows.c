#include "ui/rows.h"

#include <assert.h>

enum {
    PITCH = 125, /* percent */
    AIR = 160,   /* above and below a text of several lines */
    FULL_ROW = 1400,
    NARROW_PLATE = 960,
    NARROW_PAD = 260,
    RIGHT_PAD = 220,
    NOTE_SIZE = 300,
    NOTE_PROJECTED = 360,
    TOKEN_PROJECTED = 770, /* its letter is 3.5 u high */
    NOTE_GAP = 160,
    WINDOW = 620, /* where a pick is shown */
    RADIUS = 220,
    VERDICT_FRAME = 40,
    OUTLINE = 36
};

static const int32_t sizes_asked[] = {600, 520, 480, 440, 0};
static const int32_t sizes_answered[] = {480, 440, 0};
static const int32_t sizes_asked_large[] = {780, 676, 640, 600, 580, 540, 500, 470, 440, 0};
static const int32_t sizes_answered_large[] = {624, 572, 520, 480, 440, 0};

static const int32_t *sizes_for(const struct view *view, const struct rows *rows) {
    if (rows->sizes) return rows->sizes;
    if (rows->answered) return view->large ? sizes_answered_large : sizes_answered;
    return view->large ? sizes_asked_large : sizes_asked;
}

static int32_t note_size(const struct rows *rows) {
    return rows->projected ? NOTE_PROJECTED : NOTE_SIZE;
}

static struct style note_style(const struct rows *rows, const struct row *row) {
    bool right = row->state == ROW_RIGHT;
    return (struct style){ROLE_OPTION,
                          right ? COLOR_RIGHT : COLOR_WRONG,
                          right ? COLOR_RIGHT_TINT : COLOR_WRONG_TINT,
                          FACE_SANS_BOLD,
                          note_size(rows),
                          ALIGN_RIGHT,
                          -1};
}

static bool is_verdict(const struct row *row) {
    return row->state == ROW_RIGHT || row->state == ROW_WRONG;
}

static int32_t badge_size(int32_t height) {
    return (height < 1060 ? height : 1060) * 56 / 100;
}

/* What stands at the right end: nothing, a window for the pick, or the badge with its note before or below
 * it. */
static int32_t reserved(const struct view *view, const struct rows *rows, const struct row *row,
                        int32_t height, bool stacked) {
    if (row->window) return WINDOW + RIGHT_PAD + 200;
    if (!is_verdict(row)) return RIGHT_PAD;
    struct style style = note_style(rows, row);
    int32_t badge = badge_size(height) + 260, note = row->note.len ? paint_width(view, &style, row->note) : 0;
    if (stacked) return (note + 260 > badge ? note + 260 : badge) + 120;
    return badge + (note ? note + NOTE_GAP : 0) + 120;
}

static int32_t text_width(const struct view *view, const struct rows *rows, uint32_t i, int32_t width,
                          bool stacked) {
    const struct row *row = &rows->list[i];
    return width - rows->plate - rows->pad - reserved(view, rows, row, rows->want, stacked);
}

static uint32_t count_lines(const struct view *view, const struct rows *rows, uint32_t i, int32_t width,
                            bool stacked, int32_t size) {
    return lines_needed(rows->list[i].text, view_px(view, text_width(view, rows, i, width, stacked)),
                        view->metrics, FACE_SANS_BOLD, size, view->arena);
}

static uint32_t columns_of(const struct rows *rows) {
    return rows->columns ? rows->columns : 1;
}

static int32_t cell_width(const struct rows *rows, int32_t width) {
    int32_t columns = (int32_t)columns_of(rows);
    return (width - (columns - 1) * rows->gap) / columns;
}

/* All rows with one line each, as the design has them: the plate is as wide as the row is high. */
static bool fits_single(struct view *view, struct rows *rows, int32_t width, int32_t height,
                        int32_t row_height, int32_t size_u) {
    int32_t count = (int32_t)((rows->count + columns_of(rows) - 1) / columns_of(rows)),
            plate = row_height * 96 / 100;
    if (count * row_height + (count - 1) * rows->gap > height || size_u * 2 > row_height + 200) return false;
    rows->plate = rows->plain ? 0 : plate > NARROW_PLATE ? plate : NARROW_PLATE;
    rows->pad = row_height * 28 / 100;
    rows->size = view_px(view, size_u);
    for (uint32_t i = 0; i < rows->count; i++) {
        if (count_lines(view, rows, i, width, false, rows->size) > 1) return false;
        rows->heights[i] = row_height;
    }
    return true;
}

static int32_t height_of(const struct view *view, const struct rows *rows, uint32_t lines, int32_t least) {
    int32_t pitch = (rows->size * PITCH + 50) / 100;
    int32_t needed = view_u(view, lines_height(lines, rows->size, pitch)) + 2 * AIR;
    return lines > 1 && needed > least ? needed : least;
}

static int32_t stacked_least(const struct rows *rows) {
    return rows->projected ? 1200 : 1060;
}

/* A verdict's note goes below its badge where the row is high enough for both. */
static bool is_stacked(const struct rows *rows, uint32_t i) {
    return is_verdict(&rows->list[i]) && rows->heights[i] >= stacked_least(rows);
}

static int32_t fit_row(struct view *view, struct rows *rows, uint32_t i, int32_t width, int32_t least) {
    uint32_t lines = count_lines(view, rows, i, width, false, rows->size);
    if (lines > 1 && is_verdict(&rows->list[i])) {
        lines = count_lines(view, rows, i, width, true, rows->size);
        if (lines < 2) lines = 2;
        int32_t height = height_of(view, rows, lines, least);
        return height < stacked_least(rows) ? stacked_least(rows) : height;
    }
    return height_of(view, rows, lines, least);
}

/* Cells of one line of the grid are equally high: the height of the line that begins with cell i. */
static int32_t level_line(struct rows *rows, uint32_t i) {
    uint32_t end = i + columns_of(rows) < rows->count ? i + columns_of(rows) : rows->count;
    int32_t highest = 0;
    for (uint32_t k = i; k < end; k++)
        if (rows->heights[k] > highest) highest = rows->heights[k];
    for (uint32_t k = i; k < end; k++) rows->heights[k] = highest;
    return highest;
}

static bool fits_many(struct view *view, struct rows *rows, int32_t width, int32_t height, int32_t least,
                      int32_t size_u) {
    int32_t total = 0;
    rows->plate = rows->plain ? 0 : NARROW_PLATE;
    rows->pad = NARROW_PAD;
    rows->size = view_px(view, size_u);
    for (uint32_t i = 0; i < rows->count; i++) rows->heights[i] = fit_row(view, rows, i, width, least);
    for (uint32_t i = 0; i < rows->count; i += columns_of(rows))
        total += level_line(rows, i) + (i ? rows->gap : 0);
    return total <= height;
}

static int32_t floor_size(const int32_t *sizes) {
    while (sizes[1]) sizes++;
    return sizes[0];
}

/* High rows first, then large type. */
static bool find_highest(struct view *view, struct rows *rows, int32_t width, int32_t height,
                         const int32_t *sizes) {
    for (uint32_t i = 0; sizes[i]; i++)
        if (fits_many(view, rows, width, height, rows->want, sizes[i])) return true;
    for (uint32_t i = 0; sizes[i]; i++)
        if (fits_many(view, rows, width, height, rows->least, sizes[i])) return true;
    return false;
}

/* The other way round, for 大字. */
static bool find_largest(struct view *view, struct rows *rows, int32_t width, int32_t height,
                         const int32_t *sizes) {
    for (uint32_t i = 0; sizes[i]; i++)
        if (fits_many(view, rows, width, height, rows->want, sizes[i]) ||
            fits_many(view, rows, width, height, rows->least, sizes[i]))
            return true;
    return false;
}

/* What does not fit at the floor with the lowest rows fits nowhere: asked first, because it is the long texts
 * that cost time. */
static bool find_size(struct view *view, struct rows *rows, int32_t width, int32_t height) {
    const int32_t *sizes = sizes_for(view, rows);
    if (!fits_many(view, rows, width, height, rows->least, floor_size(sizes))) return false;
    for (uint32_t i = 0; sizes[i]; i++)
        if (fits_single(view, rows, width, height, rows->want, sizes[i])) return true;
    return view->large ? find_largest(view, rows, width, height, sizes)
                       : find_highest(view, rows, width, height, sizes);
}

static void turn_pages(struct rows *rows, int32_t height) {
    int32_t used = 0;
    rows->pages = 1;
    rows->total = 0;
    for (uint32_t i = 0; i < rows->count; i++) {
        bool begins = i % columns_of(rows) == 0;
        int32_t more = begins ? rows->heights[i] + (used ? rows->gap : 0) : 0;
        if (used && used + more > height) {
            rows->pages++;
            used = 0;
            more = rows->heights[i];
        }
        used += more;
        rows->page_of[i] = rows->pages - 1;
        if (used > rows->total) rows->total = used;
    }
}

static void break_texts(struct view *view, struct rows *rows, int32_t width) {
    for (uint32_t i = 0; i < rows->count; i++) {
        int32_t px = view_px(view, text_width(view, rows, i, width, is_stacked(rows, i)));
        int32_t pitch = (rows->size * PITCH + 50) / 100;
        int32_t room = view_px(view, rows->heights[i] - 2 * 100) - rows->size;
        uint32_t most = room > 0 ? (uint32_t)(room / pitch) + 1 : 1;
        rows->lines[i] =
            lines_break(rows->list[i].text, px, most, view->metrics, FACE_SANS_BOLD, rows->size, view->arena);
    }
}

static int32_t highest_row(const struct rows *rows) {
    int32_t highest = 0;
    for (uint32_t i = 0; i < rows->count; i++)
        if (rows->heights[i] > highest) highest = rows->heights[i];
    return highest;
}

/* One option alone that is higher than a page: only then its type goes below the floor, because a text that
   can't be seen whole is worse than a small one. */
static void shrink_to_page(struct view *view, struct rows *rows, int32_t width, int32_t height) {
    static const int32_t sizes[] = {410, 380, 350, 320, 290, 260, 0};
    for (uint32_t i = 0; sizes[i] && highest_row(rows) > height; i++)
        fits_many(view, rows, width, height, rows->least, sizes[i]);
}

bool rows_fit(struct view *view, struct rows *rows, int32_t width, int32_t height) {
    assert(rows->count <= ROWS_MOST);
    width = cell_width(rows, width);
    bool fits = find_size(view, rows, width, height);
    if (!fits && rows->may_shrink) shrink_to_page(view, rows, width, height);
    break_texts(view, rows, width);
    turn_pages(rows, fits ? INT32_MAX / 2 : height);
    return fits;
}

struct row_look {
    enum color body, edge, plate, ink, on_plate, frame;
};

static struct row_look look_of(enum row_state state) {
    static const struct row_look looks[] = {
        [ROW_IDLE] = {COLOR_PANEL, COLOR_EDGE, COLOR_PLATE, COLOR_INK, COLOR_ON_PLATE, COLOR_NONE},
        [ROW_PICKED] = {COLOR_PANEL, COLOR_EDGE, COLOR_PLATE, COLOR_INK, COLOR_ON_PLATE, COLOR_PLATE},
        [ROW_RIGHT] = {COLOR_RIGHT_TINT, COLOR_RIGHT_EDGE, COLOR_RIGHT, COLOR_INK, COLOR_ON_RIGHT,
                       COLOR_RIGHT},
        [ROW_WRONG] = {COLOR_WRONG_TINT, COLOR_WRONG_EDGE, COLOR_WRONG, COLOR_INK, COLOR_ON_WRONG,
                       COLOR_WRONG},
        [ROW_DIM] = {COLOR_NONE, COLOR_NONE, COLOR_TRACK, COLOR_INK2, COLOR_INK2, COLOR_LINE}};
    return looks[state];
}

static int32_t radius_of(int32_t height) {
    return height * 18 / 100 < RADIUS ? height * 18 / 100 : RADIUS;
}

/* The plate fills the left end: round outside, straight inside. */
static void paint_plate(struct view *view, const struct rows *rows, const struct row *row, struct box box,
                        int16_t panel) {
    struct row_look look = look_of(row->state);
    int32_t radius = radius_of(box.h), low = box.h < FULL_ROW ? box.h : FULL_ROW, token = low * 58 / 100;
    struct spot middle = {box.x + rows->plate / 2, box.y + box.h / 2};
    if (token > 812) token = 812;
    if (rows->projected && token < TOKEN_PROJECTED) token = TOKEN_PROJECTED;
    if (row->state == ROW_DIM) {
        paint_token(view, middle, token, row->index, COLOR_TRACK, COLOR_INK2, panel);
        return;
    }
    paint_rect(view, ROLE_OPTION, look.plate, (struct box){box.x, box.y, rows->plate, box.h}, radius);
    paint_rect(view, ROLE_OPTION, look.plate,
               (struct box){box.x + radius, box.y, rows->plate - radius, box.h}, 0);
    if (box.h > 1200) {
        struct box inset = {box.x + 95, box.y + 95, rows->plate - 190, box.h - 190};
        paint_frame(view, ROLE_OPTION, look.on_plate, inset, radius - 95, 22);
        paint_alpha(view, 140);
    }
    paint_token(view, middle, token, row->index, look.on_plate, look.plate, panel);
}

static void paint_window(struct view *view, const struct row *row, struct box box, int16_t panel) {
    struct box window = {box.x + box.w - RIGHT_PAD - WINDOW, box.y + (box.h - WINDOW) / 2, WINDOW, WINDOW};
    struct spot middle = {window.x + WINDOW / 2, window.y + WINDOW / 2};
    if (row->state != ROW_PICKED) {
        paint_frame(view, ROLE_OPTION, COLOR_LINE, window, 80, OUTLINE);
        return;
    }
    paint_rect(view, ROLE_OPTION, COLOR_PLATE, window, 80);
    if (!row->number) {
        paint_tick(view, ROLE_OPTION, COLOR_ON_PLATE, middle, 480, 70);
        return;
    }
    struct style style = {ROLE_OPTION, COLOR_ON_PLATE, COLOR_PLATE, FACE_SERIF_BOLD,
                          420,         ALIGN_MIDDLE,   panel};
    const char digit = (char)('0' + row->number);
    paint_text(view, &style, middle.x, middle.y - 210, (struct str){&digit, 1});
}

static void paint_verdict(struct view *view, const struct rows *rows, const struct row *row, struct box box,
                          bool stacked, int16_t panel) {
    struct style style = note_style(rows, row);
    int32_t size = badge_size(box.h), right = box.x + box.w - 260;
    style.panel = panel;
    int32_t width = row->note.len ? paint_width(view, &style, row->note) : 0;
    if (stacked) {
        int32_t column = right - (width > size ? width : size) / 2,
                top = box.y + (box.h - size - style.size - 60) / 2;
        paint_badge(view, ROLE_OPTION, (struct spot){column, top + size / 2}, size, row->state == ROW_RIGHT);
        style.align = ALIGN_MIDDLE;
        if (width) paint_text(view, &style, column, top + size + 60, row->note);
        return;
    }
    paint_badge(view, ROLE_OPTION, (struct spot){right - size / 2, box.y + box.h / 2}, size,
                row->state == ROW_RIGHT);
    if (width)
        paint_text(view, &style, right - size - NOTE_GAP, box.y + box.h / 2 - style.size / 2, row->note);
}

static void paint_row_text(struct view *view, const struct rows *rows, uint32_t i, struct box box,
                           int16_t panel) {
    struct row_look look = look_of(rows->list[i].state);
    struct fit fit = {.size = rows->size, .pitch = (rows->size * PITCH + 50) / 100, .lines = rows->lines[i]};
    enum color on = look.body ? look.body : COLOR_GROUND;
    struct style style = {ROLE_OPTION, look.ink, on, FACE_SANS_BOLD, 0, ALIGN_LEFT, panel};
    int32_t top = box.y + (box.h - view_u(view, fit_height(&fit))) / 2;
    int32_t left = box.x + rows->plate + rows->pad;
    if (rows->centred) {
        style.align = ALIGN_MIDDLE;
        left = box.x + box.w / 2;
    }
    paint_fit(view, &style, left, top, &fit);
}

static void paint_body(struct view *view, struct row_look look, struct box *box) {
    int32_t radius = radius_of(box->h);
    if (look.body) *box = body_paint(view, ROLE_OPTION, *box, look.body, look.edge, radius);
}

static void paint_row(struct view *view, const struct rows *rows, uint32_t i, struct box box) {
    const struct row *row = &rows->list[i];
    struct row_look look = look_of(row->state);
    struct box seen = box;
    paint_body(view, look, &seen);
    int16_t panel = paint_panel(view, seen);
    if (!rows->plain) paint_plate(view, rows, row, seen, panel);
    enum color frame = look.frame ? look.frame : view->contrast ? COLOR_LINE : COLOR_NONE;
    if (frame)
        paint_frame(view, ROLE_OPTION, frame, seen, radius_of(box.h),
                    row->state == ROW_PICKED ? 55 : VERDICT_FRAME);
    paint_row_text(view, rows, i, seen, panel);
    if (row->window) paint_window(view, row, seen, panel);
    if (is_verdict(row)) paint_verdict(view, rows, row, seen, is_stacked(rows, i), panel);
    if (row->message.type != MESSAGES)
        draw_region(view->list, ROLE_OPTION, view_place(view, box), row->message);
}

int32_t rows_paint(struct view *view, const struct rows *rows, struct box box, uint32_t page) {
    int32_t y = box.y, width = cell_width(rows, box.w), gap = rows->gap + rows->wider;
    for (uint32_t i = 0; i < rows->count; i++) {
        if (rows->page_of[i] != page % rows->pages) continue;
        uint32_t column = i % columns_of(rows);
        int32_t height = rows->heights[i] + (int32_t)((int64_t)rows->heights[i] * rows->taller / 1000);
        paint_row(view, rows, i,
                  (struct box){box.x + (int32_t)column * (width + rows->gap), y, width, height});
        if (column + 1 == columns_of(rows) || i + 1 == rows->count) y += height + gap;
    }
    return y - gap;
}
