#include "screens/lesson.h"
#include "screens/sheet_slots.h"

/* A matching or a filling-in before a class: at the left the stem and, under it, the slots that fill with
   what is picked; at the right, or below, what there is to pick from. */

enum {
    ROW = 1250,
    LEAST_ROW = 900,
    GAP = 200,
    STEM_GAP = 450,
    STEM_PITCH = 136,
    LETTER = 1500,
    LETTER_LEAST = 800
};

struct plan {
    struct rows rows;
    struct fit stem;
    struct box left, right, slots;
    const int32_t *pair_sizes;
    uint32_t pages;
};

/* How much is asked for: sizes of the stem, of the options, of what stands beside the slots. */
static const struct ambition {
    int32_t stem[6], options[6], pairs[6];
} ambitions[] = {{{680, 620, 560, 0}, {520, 480, 0}, {520, 480, 0}},
                 {{560, 500, 440, 0}, {480, 430, 400, 0}, {460, 420, 390, 0}},
                 {{440, 400, 350, 0}, {430, 390, 350, 0}, {420, 380, 350, 0}}};
enum { AMBITIONS = sizeof ambitions / sizeof ambitions[0] };
static const int32_t letter_sizes[] = {720, 620, 520, 430, 350, 0};
static const int32_t shares[] = {50, 56, 44, 62, 38}; /* percent, of the first part */
enum { SHARES = sizeof shares / sizeof shares[0] };

static bool is_fill(const struct sheet *sheet) {
    return sheet->question->form == FORM_FILL;
}

static uint32_t columns_for(const struct sheet *sheet) {
    uint32_t count = sheet->question->option_count;
    if (!is_fill(sheet)) return 1;
    return count > 8 ? 4 : count > 4 ? (count + 1) / 2 : count;
}

static int32_t wanted_row(const struct rows *rows, int32_t height) {
    int32_t lines = (int32_t)((rows->count + rows->columns - 1) / rows->columns);
    int32_t each = (height - (lines - 1) * rows->gap) / lines;
    return each > ROW ? ROW : each < LEAST_ROW ? LEAST_ROW : each;
}

static bool lay_rows(struct frame *frame, struct plan *plan, const struct sheet *sheet,
                     const int32_t *sizes) {
    plan->rows.sizes = is_fill(sheet) ? letter_sizes : sizes;
    plan->rows.columns = columns_for(sheet);
    plan->rows.want = wanted_row(&plan->rows, plan->right.h);
    return rows_fit(frame->view, &plan->rows, plan->right.w, plan->right.h);
}

/* Where the slots are: what the stem leaves of the first part. */
static void lay_stem(struct frame *frame, struct plan *plan, const struct sheet *sheet, int32_t size) {
    const int32_t only[2] = {size, 0};
    struct type type = {only, STEM_PITCH, FACE_SERIF_BOLD, true};
    plan->stem = paint_measure(frame->view, &type, str_of(sheet->question->stem), plan->left.w, plan->left.h);
    int32_t used = view_u(frame->view, fit_height(&plan->stem)) + STEM_GAP;
    plan->slots = (struct box){plan->left.x, plan->left.y + used, plan->left.w, plan->left.h - used};
}

static bool lay_slots(struct frame *frame, struct plan *plan, const struct sheet *sheet,
                      const int32_t *sizes) {
    plan->pair_sizes = sizes;
    if (plan->slots.h < LETTER_LEAST) return false;
    if (!is_fill(sheet)) return slots_pages(frame->view, sheet, plan->slots, sizes) == 1;
    if (plan->slots.h > LETTER) plan->slots.h = LETTER;
    return true;
}

static bool try_ambition(struct frame *frame, struct plan *plan, const struct sheet *sheet,
                         const struct ambition *ambition, int32_t share) {
    lesson_split(frame, share, &plan->left, &plan->right);
    if (!lay_rows(frame, plan, sheet, ambition->options)) return false;
    for (const int32_t *size = ambition->stem; *size; size++) {
        lay_stem(frame, plan, sheet, *size);
        if (plan->stem.fits && lay_slots(frame, plan, sheet, ambition->pairs)) return true;
    }
    return false;
}

/* Nothing helps: the smallest type, and what doesn't fit on further pages. */
static void plan_pages(struct frame *frame, struct plan *plan, const struct sheet *sheet) {
    const struct ambition *least = &ambitions[AMBITIONS - 1];
    static const int32_t floor[] = {LESSON_FLOOR, 0};
    plan->rows.may_shrink = true;
    lesson_split(frame, shares[0], &plan->left, &plan->right);
    lay_rows(frame, plan, sheet, least->options);
    lay_stem(frame, plan, sheet, LESSON_FLOOR);
    lay_slots(frame, plan, sheet, floor);
}

static bool fits(struct frame *frame, struct plan *plan, const struct sheet *sheet) {
    for (uint32_t i = 0; i < AMBITIONS; i++)
        for (uint32_t k = 0; k < SHARES; k++)
            if (try_ambition(frame, plan, sheet, &ambitions[i], shares[k])) return true;
    return false;
}

static void plan_of(struct frame *frame, struct plan *plan, const struct sheet *sheet) {
    sheet_rows_open(&plan->rows, sheet);
    plan->rows.gap = GAP;
    plan->rows.least = LEAST_ROW;
    plan->rows.projected = true;
    if (!fits(frame, plan, sheet)) plan_pages(frame, plan, sheet);
    plan->pages = plan->rows.pages;
    if (is_fill(sheet)) return;
    uint32_t pages = slots_pages(frame->view, sheet, plan->slots, plan->pair_sizes);
    if (pages > plan->pages) plan->pages = pages;
}

bool lesson_has_slots(const struct sheet *sheet) {
    return sheet->question->form == FORM_MATCH || is_fill(sheet);
}

uint32_t lesson_slots(struct frame *frame, const struct sheet *sheet) {
    struct view *view = frame->view;
    struct plan *plan = ARENA_NEW(view->arena, struct plan);
    plan_of(frame, plan, sheet);
    uint32_t page = frame->app->ui.page % plan->pages;
    struct style style = {ROLE_STEM, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, 0, ALIGN_LEFT, -1};
    paint_fit(view, &style, plan->left.x - 20, plan->left.y, &plan->stem);
    paint_stress(view, &style, plan->left.x - 20, plan->left.y, &plan->stem,
                 str_of(sheet->question->emphasis));
    if (is_fill(sheet))
        slots_paint_letters(view, sheet, plan->slots);
    else
        slots_paint_pairs(view, sheet, plan->slots, plan->pair_sizes, page);
    rows_paint(view, &plan->rows, plan->right, page);
    return plan->pages;
}
