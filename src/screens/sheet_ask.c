#include "screens/sheet.h"
#include "screens/sheet_slots.h"

#include <assert.h>

/* The open question. Where its stem and options stand is a plan: tried from the layout of the design down to
   the floor of the type, then with the options taking what they need, then in pages. */

enum {
    GAP = 220,
    LEAST_ROW = 900,
    ROW = 1400,
    BAR = 1100,
    HINT = 340,
    HINT_ROOM = 700, /* from the hint's top to the options */
    STEM_TOP_LEAST = 2300,
    STEM_GAP = 200,
    TOUCH_TOP_LEAST = 1500,
    HEAD_BOTTOM = 1960,
    FLOOR = 520,
    PITCH = 136,
    MATCH_SHARE = 58 /* percent of the text area that the rows of a matching take */
};

struct plan {
    struct rows rows;
    struct box rows_box;
    struct fit stem;
    struct box stem_box;
    struct box extra; /* slots of a matching or filling-in */
    int32_t hint_y;   /* 0: no room for it */
    uint32_t pages;
    bool has_bar;
};

static bool has_extra(const struct sheet *sheet) {
    return sheet->question->form == FORM_MATCH || sheet->question->form == FORM_FILL;
}

/* 1 for the first pick; 0: not picked. */
static uint8_t place_of_pick(const struct sheet *sheet, uint32_t option) {
    for (uint8_t i = 0; i < sheet->given.count; i++)
        if (sheet->given.picks[i] == option) return (uint8_t)(i + 1);
    return 0;
}

static struct row row_of(const struct sheet *sheet, uint32_t i) {
    enum form form = sheet->question->form;
    uint8_t place = place_of_pick(sheet, i);
    struct row row = {.text = str_of(sheet->question->options[i]),
                      .state = place ? ROW_PICKED : ROW_IDLE,
                      .message = message_of(MSG_ANSWER, (int32_t)i),
                      .index = (uint8_t)i};
    row.window = form == FORM_MULTIPLE || form == FORM_ORDER || form == FORM_MATCH;
    if (form != FORM_MULTIPLE && row.window) row.number = place;
    return row;
}

void sheet_rows_open(struct rows *rows, const struct sheet *sheet) {
    *rows =
        (struct rows){.count = sheet->question->option_count, .gap = GAP, .least = LEAST_ROW, .want = ROW};
    rows->plain = rows->centred = sheet->question->form == FORM_FILL;
    for (uint32_t i = 0; i < rows->count; i++) rows->list[i] = row_of(sheet, i);
}

/* As high as the design's rows, or lower when there are more of them than the design has. */
static int32_t wanted_height(const struct rows *rows, int32_t height) {
    int32_t lines = (int32_t)((rows->count + rows->columns - 1) / rows->columns);
    assert(lines > 0);
    int32_t each = (height - (lines - 1) * rows->gap) / lines;
    return each > ROW ? ROW : each < LEAST_ROW ? LEAST_ROW : each;
}

static bool try_rows(struct view *view, struct rows *rows, uint32_t columns, struct box box) {
    if (box.h < LEAST_ROW) return false;
    rows->columns = columns;
    rows->want = wanted_height(rows, box.h);
    return rows_fit(view, rows, box.w, box.h);
}

static struct type stem_type(const struct sheet_look *look) {
    return (struct type){look->sizes, look->pitch_percent, FACE_SERIF_BOLD, true};
}

static bool try_stem(struct view *view, struct plan *plan, const struct sheet *sheet,
                     const struct sheet_look *look, struct box box) {
    struct type type = stem_type(look);
    if (box.h < FLOOR) return false;
    plan->stem_box = box;
    plan->stem = paint_measure(view, &type, str_of(sheet->question->stem), box.w, box.h);
    return plan->stem.fits;
}

static int32_t bar_room(const struct plan *plan) {
    return plan->has_bar ? BAR + GAP : 0;
}

static struct box rows_area(const struct frame *frame, const struct plan *plan, int32_t top) {
    struct box box = frame->touch;
    box.h = box.y + box.h - bar_room(plan) - top;
    box.y = top;
    return box;
}

/* The part of the text area for the stem; the rest is for slots. */
static struct box stem_area(const struct frame *frame, const struct sheet *sheet, int32_t top, int32_t bottom,
                            struct box *extra) {
    struct box box = {frame->text.x, top, frame->text.w, bottom - top};
    *extra = (struct box){0};
    if (!has_extra(sheet)) return box;
    int32_t share = sheet->question->form == FORM_MATCH ? box.h * (100 - MATCH_SHARE) / 100 : box.h - 1500;
    *extra = (struct box){box.x, box.y + share + 100, box.w, box.h - share - 100};
    box.h = share;
    return box;
}

static uint32_t column_choices(const struct sheet *sheet, uint32_t out[3]) {
    uint32_t count = sheet->question->option_count;
    if (sheet->question->form == FORM_FILL) {
        out[0] = count > 8 ? 4 : count > 4 ? (count + 1) / 2 : count;
        return 1;
    }
    out[0] = 1;
    out[1] = 2;
    return count >= 4 ? 2 : 1;
}

static bool try_columns(struct frame *frame, struct plan *plan, const struct sheet *sheet, struct box box) {
    uint32_t columns[3], count = column_choices(sheet, columns);
    for (uint32_t i = 0; i < count; i++)
        if (try_rows(frame->view, &plan->rows, columns[i], box)) return true;
    return false;
}

/* On the attract screen the theme stands above the stem. */
static int32_t highest_stem(const struct sheet_look *look) {
    return look->bare ? look->stem_top : STEM_TOP_LEAST;
}

/* Upright, as designed: options within reach; when the stem needs more, rows that leave room move down. */
static bool plan_within_reach(struct frame *frame, struct plan *plan, const struct sheet *sheet,
                              const struct sheet_look *look) {
    struct box box = rows_area(frame, plan, frame->touch.y);
    if (!try_columns(frame, plan, sheet, box)) return false;
    int32_t tops[3] = {look->stem_top, highest_stem(look), highest_stem(look)};
    for (uint32_t i = 0; i < 3; i++) {
        if (i == 2) {
            box.y += box.h - plan->rows.total;
            box.h = plan->rows.total;
        }
        plan->rows_box = box;
        plan->hint_y = box.y - HINT_ROOM;
        struct box stem = stem_area(frame, sheet, tops[i], plan->hint_y - STEM_GAP, &plan->extra);
        if (try_stem(frame->view, plan, sheet, look, stem)) return true;
    }
    return false;
}

/* Upright: the options begin where the stem ends, whichever size that takes. */
static bool plan_beyond_reach(struct frame *frame, struct plan *plan, const struct sheet *sheet,
                              const struct sheet_look *look) {
    for (const int32_t *size = look->sizes; *size; size++) {
        const int32_t only[2] = {*size, 0};
        struct sheet_look single = *look;
        single.sizes = only;
        struct box whole = {frame->text.x, highest_stem(look), frame->text.w,
                            frame->touch.y + frame->touch.h - highest_stem(look)};
        if (!try_stem(frame->view, plan, sheet, &single, whole)) continue;
        int32_t bottom = highest_stem(look) + view_u(frame->view, fit_height(&plan->stem));
        if (has_extra(sheet)) bottom += 2600;
        struct box box = rows_area(frame, plan, bottom + STEM_GAP + HINT_ROOM);
        if (!try_columns(frame, plan, sheet, box)) continue;
        box.y += box.h - plan->rows.total;
        box.h = plan->rows.total;
        plan->rows_box = box;
        plan->hint_y = box.y - HINT_ROOM;
        plan->stem_box = stem_area(frame, sheet, highest_stem(look), plan->hint_y - STEM_GAP, &plan->extra);
        return true;
    }
    return false;
}

static bool plan_upright(struct frame *frame, struct plan *plan, const struct sheet *sheet,
                         const struct sheet_look *look) {
    return plan_within_reach(frame, plan, sheet, look) || plan_beyond_reach(frame, plan, sheet, look);
}

/* Beside the head's words when the column is wide enough to reach below them. */
static int32_t highest_row(const struct frame *frame) {
    return frame->touch.x < 6600 ? HEAD_BOTTOM : TOUCH_TOP_LEAST;
}

static bool plan_column(struct frame *frame, struct plan *plan, const struct sheet *sheet,
                        const struct sheet_look *look) {
    int32_t hint = frame->chips.y + (look->bare ? 480 : 0), tops[2] = {look->stem_top, highest_stem(look)};
    int32_t rows_top[2] = {frame->touch.y, look->bare ? frame->touch.y : highest_row(frame)};
    bool stem = false;
    for (uint32_t i = 0; i < 2 && !stem; i++) {
        struct box box =
            stem_area(frame, sheet, tops[i], hint - STEM_GAP * (look->bare ? 2 : 1), &plan->extra);
        stem = try_stem(frame->view, plan, sheet, look, box);
    }
    plan->hint_y = hint;
    for (uint32_t i = 0; i < 2 && stem; i++) {
        plan->rows_box = rows_area(frame, plan, rows_top[i]);
        if (try_rows(frame->view, &plan->rows, plan->rows.plain ? 4 : 1, plan->rows_box)) return true;
    }
    return stem && try_columns(frame, plan, sheet, plan->rows_box);
}

/* Lying: the right column grows with the options. */
static bool plan_lying(struct frame *frame, struct plan *plan, const struct sheet *sheet,
                       const struct sheet_look *look) {
    static const int32_t shares[] = {FRAME_SHARE, 540, 620};
    for (uint32_t i = 0; i < 3; i++) {
        frame_split(frame, shares[i]);
        if (plan_column(frame, plan, sheet, look)) return true;
    }
    return false;
}

static int32_t lines_in(const struct view *view, const struct fit *fit, int32_t height) {
    int32_t px = view_px(view, height);
    assert(fit->pitch > 0);
    return px < fit->size ? 1 : (px - fit->size) / fit->pitch + 1;
}

static uint32_t stem_pages(const struct view *view, const struct plan *plan) {
    uint32_t per = (uint32_t)lines_in(view, &plan->stem, plan->stem_box.h), count = plan->stem.lines.count;
    return count > per ? (count + per - 1) / per : 1;
}

static bool rows_stand(const struct plan *plan) {
    for (uint32_t i = 0; i < plan->rows.count; i++)
        if (plan->rows.heights[i] > plan->rows_box.h) return false;
    return true;
}

static void page_upright(struct frame *frame, struct plan *plan, const struct sheet *sheet,
                         const struct sheet_look *look) {
    int32_t top = highest_stem(look), whole = frame->touch.y + frame->touch.h - bar_room(plan) - top;
    int32_t bottom = top + whole * 2 / 5;
    struct box area = stem_area(frame, sheet, top, bottom, &plan->extra);
    try_stem(frame->view, plan, sheet, look, area);
    int32_t used = area.y + view_u(frame->view, fit_height(&plan->stem));
    if (!has_extra(sheet) && used < bottom) bottom = used;
    plan->rows_box = rows_area(frame, plan, bottom + STEM_GAP);
    plan->rows.may_shrink = true;
    if (!try_columns(frame, plan, sheet, plan->rows_box))
        try_rows(frame->view, &plan->rows, 1, plan->rows_box);
}

/* Wide enough that each option stands whole on its page. */
static void page_lying(struct frame *frame, struct plan *plan, const struct sheet *sheet,
                       const struct sheet_look *look) {
    for (int32_t share = 540; share <= 760; share += 44) {
        frame_split(frame, share);
        plan->rows_box = rows_area(frame, plan, look->bare ? frame->touch.y : highest_row(frame));
        if (!try_columns(frame, plan, sheet, plan->rows_box))
            try_rows(frame->view, &plan->rows, 1, plan->rows_box);
        if (rows_stand(plan)) break;
    }
    plan->rows.may_shrink = true;
    if (!rows_stand(plan)) try_rows(frame->view, &plan->rows, 1, plan->rows_box);
    int32_t top = highest_stem(look);
    try_stem(frame->view, plan, sheet, look,
             stem_area(frame, sheet, top, frame->chips.y + frame->chips.h, &plan->extra));
}

/* Nothing helps: floor sizes, and what doesn't fit goes to further pages. Upright, the stem gets what the
   options leave, at most two fifths. */
static void plan_pages(struct frame *frame, struct plan *plan, const struct sheet *sheet,
                       const struct sheet_look *look) {
    static const int32_t floor[2] = {FLOOR, 0};
    struct sheet_look smallest = *look;
    smallest.sizes = floor;
    plan->has_bar = true;
    plan->hint_y = 0;
    if (frame->view->portrait)
        page_upright(frame, plan, sheet, &smallest);
    else
        page_lying(frame, plan, sheet, &smallest);
    uint32_t stems = stem_pages(frame->view, plan);
    plan->pages = stems > plan->rows.pages ? stems : plan->rows.pages;
}

/* Slots begin where the stem ends. */
static void widen_extra(const struct view *view, struct plan *plan) {
    int32_t used = view_u(view, fit_height(&plan->stem)),
            high = used < plan->stem_box.h ? used : plan->stem_box.h;
    int32_t y = plan->stem_box.y + high + 260;
    plan->extra.h += plan->extra.y - y;
    plan->extra.y = y;
}

static struct plan plan_of(struct frame *frame, const struct sheet *sheet, const struct sheet_look *look) {
    struct plan plan = {.pages = 1, .has_bar = question_takes_many(sheet->question)};
    sheet_rows_open(&plan.rows, sheet);
    bool fits = frame->view->portrait ? plan_upright(frame, &plan, sheet, look)
                                      : plan_lying(frame, &plan, sheet, look);
    if (!fits) plan_pages(frame, &plan, sheet, look);
    if (has_extra(sheet)) widen_extra(frame->view, &plan);
    if (sheet->question->form == FORM_MATCH) {
        uint32_t pages = slots_pages(frame->view, sheet, plan.extra, NULL);
        if (pages > plan.pages) plan.pages = pages;
    }
    return plan;
}

static void paint_stem(struct view *view, const struct plan *plan, const struct sheet *sheet, uint32_t page) {
    struct style style = {ROLE_STEM, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, 0, ALIGN_LEFT, -1};
    uint32_t per = (uint32_t)lines_in(view, &plan->stem, plan->stem_box.h),
             first = page % stem_pages(view, plan) * per;
    struct fit part = plan->stem;
    part.lines.list += first;
    part.lines.count = part.lines.count - first < per ? part.lines.count - first : per;
    paint_fit(view, &style, plan->stem_box.x - 20, plan->stem_box.y, &part);
    paint_stress(view, &style, plan->stem_box.x - 20, plan->stem_box.y, &part,
                 str_of(sheet->question->emphasis));
}

/* The picture stands where the stem leaves room: it yields first. */
static void paint_picture(struct frame *frame, const struct plan *plan, const struct sheet *sheet) {
    struct view *view = frame->view;
    const char *image = sheet->question->image;
    if (!image || !*image || view->large || has_extra(sheet) || plan->pages > 1) return;
    int32_t side = view->portrait ? 2760 : 2360,
            bottom = view->portrait ? plan->rows_box.y - 380 : frame->chips.y + 460;
    struct box box = {plan->stem_box.x + plan->stem_box.w - side + (view->portrait ? 220 : 0), bottom - side,
                      side, side};
    int32_t used = plan->stem_box.y + view_u(view, fit_height(&plan->stem));
    if (used + 100 <= box.y) paint_icon(view, ROLE_PICTURE, image, box);
}

static void paint_hint(struct frame *frame, const struct plan *plan, const struct sheet *sheet,
                       const struct sheet_look *look) {
    static const enum word hints[] = {
        [FORM_SINGLE] = WORD_HINT_FEW,  [FORM_MULTIPLE] = WORD_HINT_MANY, [FORM_JUDGE] = WORD_HINT_JUDGE,
        [FORM_ORDER] = WORD_HINT_ORDER, [FORM_MATCH] = WORD_HINT_MATCH,   [FORM_FILL] = WORD_HINT_FILL};
    _Static_assert(sizeof hints / sizeof hints[0] == FORMS, "a form needs its hint");
    struct view *view = frame->view;
    if (!plan->hint_y || frame->app->asking) return;
    if (look->cue.len) {
        int32_t size = view->large ? 440 : 380;
        struct style style = {ROLE_HINT, COLOR_INK, COLOR_GROUND, FACE_SANS_BOLD, size, ALIGN_LEFT, -1};
        int32_t y = plan->hint_y - (view->portrait ? 20 : 0);
        static const enum wedge_state first[5] = {WEDGE_LIT, WEDGE_TODO, WEDGE_TODO, WEDGE_TODO, WEDGE_TODO};
        struct ring ring = {{plan->stem_box.x + size * 62 / 100, y + size * 54 / 100},
                            size * 66 / 100,
                            size * 36 / 100,
                            size / 10,
                            size * 3 / 100,
                            10,
                            0};
        ring_paint(view, ROLE_HINT, &ring, first);
        int32_t room = plan->stem_box.w - size * 17 / 10;
        style.size = paint_size_for(view, &style, look->cue, room);
        if (paint_width(view, &style, look->cue) <= room)
            paint_text(view, &style, plan->stem_box.x + size * 17 / 10, y, look->cue);
        return;
    }
    struct str hint = str_of(sheet->question->hint);
    if (!hint.len) hint = word_get(hints[sheet->question->form]);
    struct style style = {ROLE_HINT,  COLOR_INK2, COLOR_GROUND, FACE_SANS, view->large ? 420 : HINT,
                          ALIGN_LEFT, -1};
    style.size = paint_size_for(view, &style, hint, plan->stem_box.w);
    paint_text(view, &style, plan->stem_box.x, plan->hint_y, hint);
}

static struct button bar_button(struct view *view, struct box box, enum button_look look, struct str text,
                                enum message_type type) {
    return (struct button){box,       look,
                           text,      view->large ? 560 : look == BUTTON_PRIMARY ? 480 : 400,
                           ICON_NONE, message_of(type, 0),
                           false};
}

static struct box take_left(struct box *box, int32_t w) {
    struct box left = {box->x, box->y, w, box->h};
    box->x += w + GAP;
    box->w -= w + GAP;
    return left;
}

static void paint_bar(struct frame *frame, const struct plan *plan, const struct sheet *sheet) {
    struct view *view = frame->view;
    if (!plan->has_bar) return;
    struct box bar = {frame->touch.x, frame->touch.y + frame->touch.h - BAR, frame->touch.w, BAR};
    bool several = question_takes_many(sheet->question);
    int32_t third = (bar.w - 2 * GAP) / 3;
    if (plan->pages > 1) {
        struct str text =
            word_numbers(view->arena, WORD_MORE, frame->app->ui.page % plan->pages + 1, plan->pages);
        struct button more =
            bar_button(view, several ? take_left(&bar, third) : bar, BUTTON_SECOND, text, MSG_MORE);
        button_paint(view, &more);
    }
    if (several && sheet->question->form != FORM_MULTIPLE) {
        struct button undo =
            bar_button(view, take_left(&bar, third), BUTTON_SECOND, word_get(WORD_UNDO), MSG_UNDO);
        undo.asleep = sheet->given.count == 0;
        button_paint(view, &undo);
    }
    if (!several) return;
    struct button confirm = bar_button(view, bar, BUTTON_PRIMARY, word_get(WORD_CONFIRM), MSG_CONFIRM);
    confirm.asleep = !sheet->complete;
    button_paint(view, &confirm);
}

void sheet_ask(struct frame *frame, const struct sheet *sheet, const struct sheet_look *look) {
    struct view *view = frame->view;
    uint32_t page = frame->app->ui.page;
    struct plan plan = plan_of(frame, sheet, look);
    assert(plan.pages > 0);
    page %= plan.pages;
    paint_stem(view, &plan, sheet, page);
    paint_picture(frame, &plan, sheet);
    paint_hint(frame, &plan, sheet, look);
    if (sheet->question->form == FORM_MATCH) slots_paint_pairs(view, sheet, plan.extra, NULL, page);
    if (sheet->question->form == FORM_FILL) slots_paint_letters(view, sheet, plan.extra);
    rows_paint(view, &plan.rows, plan.rows_box, page);
    paint_bar(frame, &plan, sheet);
}
