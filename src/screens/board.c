#include "screens/board.h"

#include <string.h>

#include "quiz/sign.h"

static struct style plate_style(int32_t size) {
    return (struct style){ROLE_FIGURE, COLOR_ON_PLATE, COLOR_PLATE, FACE_SANS_BOLD, size, ALIGN_MIDDLE, -1};
}

/* The text goes over the middle of the plate, a hairline round it. */
static void paint_plate(struct view *view, struct box box, struct str text, int32_t size) {
    struct style style = plate_style(size);
    style.panel = paint_panel(view, box);
    paint_rect(view, ROLE_PANEL, COLOR_PLATE, box, 160);
    paint_frame(view, ROLE_PANEL, COLOR_ON_PLATE,
                (struct box){box.x + 60, box.y + 60, box.w - 120, box.h - 120}, 110, 20);
    paint_alpha(view, 140);
    paint_text(view, &style, box.x + box.w / 2, box.y + (box.h - size) / 2, text);
}

/* One's own call-sign */

static const int32_t label_gap = 200, plate_air = 600;

static struct style label_style(const struct view *view) {
    return (struct style){ROLE_LABEL, COLOR_INK2, COLOR_GROUND, FACE_SANS, view->large ? 360 : 320,
                          ALIGN_LEFT, -1};
}

static int32_t plate_size(const struct view *view) {
    return view->large ? 440 : 400;
}

static struct str text_of(struct view *view, uint16_t sign) {
    char text[SIGN_TEXT];
    sign_print(sign, text);
    return (struct str){arena_text(view->arena, text, strlen(text)), strlen(text)};
}

static int32_t plate_width(struct view *view, struct str text) {
    struct style style = plate_style(plate_size(view));
    return paint_width(view, &style, text) + plate_air;
}

int32_t sign_width(struct view *view, uint16_t sign) {
    struct style label = label_style(view);
    return paint_width(view, &label, word_get(WORD_SIGN)) + label_gap +
           plate_width(view, text_of(view, sign));
}

void sign_paint(struct view *view, uint16_t sign, struct spot at) {
    struct style label = label_style(view);
    struct str text = text_of(view, sign);
    int32_t w = paint_width(view, &label, word_get(WORD_SIGN)) + label_gap;
    paint_text(view, &label, at.x, at.y + (SIGN_HEIGHT - label.size) / 2, word_get(WORD_SIGN));
    paint_plate(view, (struct box){at.x + w, at.y, plate_width(view, text), SIGN_HEIGHT}, text,
                plate_size(view));
}

/* The board */

/* A window for every twenty points. */
static void paint_windows(struct view *view, uint32_t score, struct box box) {
    enum { WINDOWS = 5, EACH = 100 / WINDOWS };
    int32_t pitch = box.w / WINDOWS, side = pitch * 74 / 100;
    if (side > box.h) side = box.h;
    for (int32_t i = 0; i < WINDOWS; i++) {
        struct box window = {box.x + i * pitch, box.y + (box.h - side) / 2, side, side};
        if ((uint32_t)i < score / EACH)
            paint_lamp(view, ROLE_FIGURE, window, side * 13 / 100);
        else
            paint_frame(view, ROLE_FIGURE, COLOR_LINE, window, side * 13 / 100, 30);
    }
}

static void paint_score(struct view *view, uint32_t score, struct box box, int16_t panel) {
    struct style points = {ROLE_LABEL, COLOR_INK2, COLOR_PANEL, FACE_SANS, 300, ALIGN_RIGHT, panel};
    struct style style = {ROLE_FIGURE,      COLOR_INK,   COLOR_PANEL, FACE_SERIF_BOLD,
                          box.h * 56 / 100, ALIGN_RIGHT, panel};
    int32_t right = box.x + box.w, unit = paint_width(view, &points, word_get(WORD_BOARD_POINTS)) + 100;
    int32_t top = box.y + (box.h - style.size) / 2;
    paint_text(view, &points, right, top + style.size - points.size - style.size / 12,
               word_get(WORD_BOARD_POINTS));
    paint_text(view, &style, right - unit, top, str_of(arena_printf(view->arena, "%u", score)));
}

/* The sign is copied: the report may be reckoned anew while this frame is still looked at. */
static void paint_row(struct view *view, const struct report_best *best, struct box box) {
    int32_t inset = 110, plate = box.w * 42 / 100, score = box.w * 22 / 100;
    struct str sign = {arena_text(view->arena, best->sign, strlen(best->sign)), strlen(best->sign)};
    int16_t panel = paint_panel(view, box);
    paint_rect(view, ROLE_PANEL, COLOR_PANEL, box, 220);
    paint_frame(view, ROLE_PANEL, COLOR_LINE, box, 220, 30);
    struct box block = {box.x + inset, box.y + inset, plate, box.h - 2 * inset};
    struct style style = plate_style(block.h * 62 / 100);
    paint_plate(view, block, sign, paint_size_for(view, &style, sign, plate - 400));
    int32_t left = block.x + plate + 350, right = box.x + box.w - 350 - score;
    paint_windows(view, best->score, (struct box){left, box.y, right - left - 150, box.h});
    paint_score(view, best->score, (struct box){right, box.y, score, box.h}, panel);
}

static void paint_rows(struct view *view, const struct report *report, struct box box) {
    enum { GAP = 220, MOST = 1400 };
    int32_t h = (box.h - GAP * (REPORT_BEST - 1)) / REPORT_BEST;
    if (h > MOST) h = MOST;
    for (uint32_t i = 0; i < report->best_count; i++, box.y += h + GAP)
        paint_row(view, &report->best[i], (struct box){box.x, box.y, box.w, h});
}

static void paint_words(struct view *view, enum word word, struct style style, struct box box) {
    static const int32_t sizes[] = {420, 380, 340, 300, 280, 260, 0};
    const struct type type = {sizes, 150, style.face, true};
    struct fit fit = paint_measure(view, &type, word_get(word), box.w, box.h);
    paint_fit(view, &style, style.align == ALIGN_MIDDLE ? box.x + box.w / 2 : box.x, box.y, &fit);
}

/* Upright a title, the rows, the note; lying the rows stand at the right, where options stand. */
void board_paint(struct frame *frame, const struct report *report) {
    struct view *view = frame->view;
    bool upright = view->portrait, nobody = !report || report->best_count == 0;
    enum align align = upright ? ALIGN_MIDDLE : ALIGN_LEFT;
    struct style title = {ROLE_TITLE, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, upright ? 1160 : 1440,
                          align,      -1},
                 note = {ROLE_BODY, COLOR_INK2, COLOR_GROUND, FACE_SANS, 0, align, -1};
    struct box text = frame->text, rows = frame->touch;
    text.y = upright ? 2400 : 2700;
    paint_text(view, &title, upright ? frame->w / 2 : text.x - 40, text.y, word_get(WORD_BOARD_TITLE));
    text.y += title.size + 500;
    text.h = 1400;
    paint_words(view, WORD_BOARD_NOTE, note, text);
    if (upright) rows = (struct box){text.x, text.y + 1200, text.w, frame->chips.y - 500 - text.y - 1200};
    if (!upright) rows = (struct box){rows.x, 1900, rows.w, frame->chips.y - 200 - 1900};
    if (nobody) {
        note.color = COLOR_INK;
        note.face = FACE_SANS_BOLD;
        rows.y += rows.h / 3;
        paint_words(view, WORD_BOARD_NOBODY, note, rows);
    } else {
        paint_rows(view, report, rows);
    }
}
