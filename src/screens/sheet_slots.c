#include "screens/sheet_slots.h"

/* One row of a matching: the left side, and the slot for what belongs to it. */
struct pair_row {
    struct fit left, right;
    int32_t height;
};

static const int32_t pair_sizes[] = {440, 400, 360, 320, 290, 260, 0};

static bool fit_pairs(struct view *view, const struct sheet *sheet, struct box box, struct pair_row *rows,
                      int32_t size) {
    const int32_t only[2] = {size, 0};
    const struct type type = {only, 125, FACE_SANS_BOLD, false};
    int32_t total = 0, half = box.w / 2 - 400;
    for (uint32_t i = 0; i < sheet->question->row_count; i++) {
        struct str pick =
            i < sheet->given.count ? str_of(sheet->question->options[sheet->given.picks[i]]) : STR("");
        rows[i].left = paint_measure(view, &type, str_of(sheet->question->rows[i]), half, 100000);
        rows[i].right = paint_measure(view, &type, pick, half, 100000);
        int32_t left = view_u(view, fit_height(&rows[i].left)),
                right = view_u(view, fit_height(&rows[i].right));
        rows[i].height = (left > right ? left : right) + 200;
        if (rows[i].height < size + 240) rows[i].height = size + 240;
        total += rows[i].height + 100;
    }
    return total - 100 <= box.h;
}

static int32_t set_pairs(struct view *view, const struct sheet *sheet, struct box box, const int32_t *sizes,
                         struct pair_row *rows) {
    const int32_t *size = sizes ? sizes : pair_sizes;
    while (size[1] && !fit_pairs(view, sheet, box, rows, *size)) size++;
    fit_pairs(view, sheet, box, rows, *size);
    return *size;
}

/* On which page each row stands; returns how many pages. */
static uint32_t turn_pairs(const struct pair_row *rows, uint32_t count, struct box box, uint32_t *page_of) {
    int32_t used = 0;
    uint32_t page = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (used && used + rows[i].height > box.h) {
            page++;
            used = 0;
        }
        page_of[i] = page;
        used += rows[i].height + 100;
    }
    return page + 1;
}

uint32_t slots_pages(struct view *view, const struct sheet *sheet, struct box box, const int32_t *sizes) {
    struct pair_row rows[6];
    uint32_t page_of[6];
    set_pairs(view, sheet, box, sizes, rows);
    return turn_pairs(rows, sheet->question->row_count, box, page_of);
}

static void paint_pair(struct view *view, const struct sheet *sheet, const struct pair_row *row, uint32_t i,
                       struct box box) {
    bool now = i == sheet->given.count, filled = i < sheet->given.count;
    struct box slot = {box.x + box.w / 2, box.y, box.w / 2, box.h};
    struct style style = {ROLE_BODY, COLOR_INK, COLOR_GROUND, FACE_SANS_BOLD, 0, ALIGN_LEFT, -1};
    paint_fit(view, &style, box.x, box.y + (box.h - view_u(view, fit_height(&row->left))) / 2, &row->left);
    if (filled)
        paint_rect(view, ROLE_FIGURE, COLOR_PLATE, slot, 130);
    else
        paint_frame(view, ROLE_FIGURE, now ? COLOR_INK : COLOR_LINE, slot, 130, now ? 55 : 36);
    style.color = COLOR_ON_PLATE;
    style.on = COLOR_PLATE;
    style.panel = paint_panel(view, slot);
    if (filled)
        paint_fit(view, &style, slot.x + 200, slot.y + (slot.h - view_u(view, fit_height(&row->right))) / 2,
                  &row->right);
}

void slots_paint_pairs(struct view *view, const struct sheet *sheet, struct box box, const int32_t *sizes,
                       uint32_t page) {
    struct pair_row rows[6];
    uint32_t page_of[6], count = sheet->question->row_count;
    set_pairs(view, sheet, box, sizes, rows);
    uint32_t pages = turn_pairs(rows, count, box, page_of);
    int32_t y = box.y;
    for (uint32_t i = 0; i < count; i++) {
        if (page_of[i] != page % pages) continue;
        paint_pair(view, sheet, &rows[i], i, (struct box){box.x, y, box.w, rows[i].height});
        y += rows[i].height + 100;
    }
}

static void paint_slot(struct view *view, const struct sheet *sheet, uint32_t i, struct box box) {
    bool filled = i < sheet->given.count, now = i == sheet->given.count;
    paint_rect(view, ROLE_FIGURE, COLOR_PANEL, box, 180);
    paint_frame(view, ROLE_FIGURE, now || filled ? COLOR_INK : COLOR_LINE, box, 180, now ? 60 : 36);
    struct style style = {ROLE_BODY,        COLOR_INK,    COLOR_PANEL,           FACE_SERIF_BOLD,
                          box.h * 66 / 100, ALIGN_MIDDLE, paint_panel(view, box)};
    if (filled)
        paint_text(view, &style, box.x + box.w / 2, box.y + (box.h - style.size) / 2,
                   str_of(sheet->question->options[sheet->given.picks[i]]));
}

void slots_paint_letters(struct view *view, const struct sheet *sheet, struct box box) {
    int32_t count = sheet->question->key.count, side = (box.w - (count - 1) * 160) / (count ? count : 1);
    if (side > 1200) side = 1200;
    if (side > box.h) side = box.h;
    for (int32_t i = 0; i < count; i++)
        paint_slot(view, sheet, (uint32_t)i,
                   (struct box){box.x + i * (side + 160), box.y + box.h - side, side, side});
}
