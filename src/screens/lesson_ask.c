#include "screens/lesson.h"

/* The open question before a class. Large stem and options are tried first, then smaller ones, two columns,
   pages; what fits first is taken. */

enum {
    ROW = 1250,
    LEAST_ROW = 900,
    GAP = 200,
    STEM_GAP = 320,
    ROWS_TOP = 3300,
    PICTURE = 4000,
    PICTURE_GAP = 500,
    STEM_PITCH = 136
};

struct plan {
    struct rows rows;
    struct fit stem;
    struct box rows_box;
    bool picture;
};

/* How much is asked for: sizes of the stem with sizes of the options. */
static const struct ambition {
    int32_t stem[6], options[6];
} ambitions[] = {{{800, 740, 680, 620, 600, 0}, {520, 500, 0}},
                 {{600, 560, 520, 500, 0}, {500, 460, 430, 0}},
                 {{480, 440, 400, 370, 350, 0}, {460, 430, 400, 370, 350, 0}}};
enum { AMBITIONS = sizeof ambitions / sizeof ambitions[0] };
static const int32_t floor_sizes[] = {LESSON_FLOOR, 0};

static int32_t wanted_row(const struct rows *rows, int32_t height) {
    int32_t lines = (int32_t)((rows->count + rows->columns - 1) / rows->columns);
    int32_t each = (height - (lines - 1) * rows->gap) / lines;
    return each > ROW ? ROW : each < LEAST_ROW ? LEAST_ROW : each;
}

static bool try_rows(struct frame *frame, struct plan *plan, int32_t top, int32_t width) {
    plan->rows_box = (struct box){frame->text.x, top, width, frame->text.y + frame->text.h - top};
    plan->rows.want = wanted_row(&plan->rows, plan->rows_box.h);
    return plan->rows_box.h >= LEAST_ROW && rows_fit(frame->view, &plan->rows, width, plan->rows_box.h);
}

static int32_t stem_bottom(const struct frame *frame, const struct plan *plan) {
    return frame->text.y + view_u(frame->view, fit_height(&plan->stem));
}

/* Short questions leave air between stem and options. */
static bool try_below_stem(struct frame *frame, struct plan *plan, int32_t width) {
    int32_t top = stem_bottom(frame, plan) + STEM_GAP;
    if (top < ROWS_TOP && try_rows(frame, plan, ROWS_TOP, width)) return true;
    return try_rows(frame, plan, top, width);
}

static bool try_ambition(struct frame *frame, struct plan *plan, const struct sheet *sheet,
                         const struct ambition *ambition, int32_t width) {
    plan->rows.sizes = ambition->options;
    for (const int32_t *size = ambition->stem; *size; size++) {
        const int32_t only[2] = {*size, 0};
        struct type type = {only, STEM_PITCH, FACE_SERIF_BOLD, true};
        plan->stem = paint_measure(frame->view, &type, str_of(sheet->question->stem), frame->text.w,
                                   frame->text.h / 2);
        if (plan->stem.fits && try_below_stem(frame, plan, width)) return true;
    }
    return false;
}

static bool try_columns(struct frame *frame, struct plan *plan, const struct sheet *sheet,
                        const struct ambition *ambition) {
    const char *image = sheet->question->image;
    plan->rows.columns = 1;
    plan->picture = image && *image && frame->w > 15000;
    if (plan->picture && try_ambition(frame, plan, sheet, ambition, frame->text.w - PICTURE - PICTURE_GAP))
        return true;
    plan->picture = false;
    if (try_ambition(frame, plan, sheet, ambition, frame->text.w)) return true;
    plan->rows.columns = 2;
    return plan->rows.count >= 4 && try_ambition(frame, plan, sheet, ambition, frame->text.w);
}

/* Nothing helps: the smallest type, and options on several pages below the stem. */
static void plan_pages(struct frame *frame, struct plan *plan, const struct sheet *sheet) {
    struct type type = {floor_sizes, STEM_PITCH, FACE_SERIF_BOLD, false};
    plan->stem =
        paint_measure(frame->view, &type, str_of(sheet->question->stem), frame->text.w, frame->text.h);
    plan->rows.sizes = floor_sizes;
    plan->rows.columns = 1;
    plan->rows.may_shrink = true;
    try_rows(frame, plan, stem_bottom(frame, plan) + STEM_GAP, frame->text.w);
}

/* Upright, the options stand low, where a trainer reaches them; in between there is room for a picture. */
static void move_down(struct frame *frame, struct plan *plan, const struct sheet *sheet) {
    int32_t end = plan->rows_box.y + plan->rows_box.h, stem = stem_bottom(frame, plan);
    if (!frame->view->portrait || plan->rows.pages > 1) return;
    plan->rows_box.y = end - plan->rows.total;
    plan->rows_box.h = plan->rows.total;
    const char *image = sheet->question->image;
    plan->picture = image && *image && plan->rows_box.y - stem >= PICTURE + 2 * PICTURE_GAP;
}

static void plan_of(struct frame *frame, struct plan *plan, const struct sheet *sheet) {
    sheet_rows_open(&plan->rows, sheet);
    plan->rows.gap = GAP;
    plan->rows.least = LEAST_ROW;
    plan->rows.projected = true;
    for (uint32_t i = 0; i < AMBITIONS; i++)
        if (try_columns(frame, plan, sheet, &ambitions[i])) {
            move_down(frame, plan, sheet);
            return;
        }
    plan_pages(frame, plan, sheet);
}

static void paint_picture(struct frame *frame, const struct plan *plan, const struct sheet *sheet) {
    int32_t room = frame->text.y + frame->text.h - plan->rows_box.y, side = room < PICTURE ? room : PICTURE;
    struct box box = {frame->text.x + frame->text.w - PICTURE + (PICTURE - side) / 2, plan->rows_box.y, side,
                      side};
    if (frame->view->portrait) {
        int32_t stem = stem_bottom(frame, plan);
        box = (struct box){frame->text.x + (frame->text.w - PICTURE) / 2,
                           stem + (plan->rows_box.y - stem - PICTURE) / 2, PICTURE, PICTURE};
    }
    const char *name = sheet->question->image;
    if (plan->picture) paint_icon(frame->view, ROLE_PICTURE, name, box);
}

static struct str line_of(struct arena *arena, const struct sheet *sheet) {
    if (sheet->returns) return word_numbers(arena, WORD_LESSON_RETURN, sheet->number, 0);
    return word_numbers(arena, WORD_LESSON_OF, sheet->number, sheet->planned);
}

static struct str status_of(const struct sheet *sheet) {
    if (sheet->question->form == FORM_MULTIPLE) return word_get(WORD_LESSON_MULTIPLE);
    if (sheet->question->form == FORM_ORDER) return word_get(WORD_LESSON_ORDER);
    if (sheet->question->form == FORM_MATCH) return word_get(WORD_LESSON_MATCH);
    if (sheet->question->form == FORM_FILL) return word_get(WORD_LESSON_FILL);
    return word_get(WORD_LESSON_DISCUSS);
}

static uint32_t paint_asked(struct frame *frame, const struct sheet *sheet) {
    struct view *view = frame->view;
    struct plan *plan = ARENA_NEW(view->arena, struct plan);
    plan_of(frame, plan, sheet);
    struct style style = {ROLE_STEM, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, 0, ALIGN_LEFT, -1};
    paint_fit(view, &style, frame->text.x - 20, frame->text.y, &plan->stem);
    paint_stress(view, &style, frame->text.x - 20, frame->text.y, &plan->stem,
                 str_of(sheet->question->emphasis));
    paint_picture(frame, plan, sheet);
    rows_paint(view, &plan->rows, plan->rows_box, frame->app->ui.page % plan->rows.pages);
    return plan->rows.pages;
}

static bool may_undo(const struct sheet *sheet) {
    return (sheet->question->form == FORM_ORDER || lesson_has_slots(sheet)) && sheet->given.count > 0;
}

void lesson_ask(struct frame *frame, const struct sheet *sheet, bool back) {
    struct view *view = frame->view;
    lesson_head(frame, sheet, line_of(view->arena, sheet), status_of(sheet));
    uint32_t pages = lesson_has_slots(sheet) ? lesson_slots(frame, sheet) : paint_asked(frame, sheet);
    bool undo = may_undo(sheet);
    struct lesson_foot foot = {
        .back = back,
        .second = lesson_button(BUTTON_SECOND, word_get(undo ? WORD_UNDO : WORD_LESSON_LEAVE_OUT), ICON_NONE,
                                message_of(undo ? MSG_UNDO : MSG_NEXT, 0)),
        .primary = lesson_button(BUTTON_PRIMARY, word_get(WORD_REVEAL), ICON_NONE, message_of(MSG_REVEAL, 0)),
        .page = frame->app->ui.page % pages,
        .pages = pages};
    lesson_foot(frame, &foot);
}
