#include <assert.h>

#include "app/duo.h"
#include "screens/duo_page.h"
#include "screens/parts.h"
#include "ui/motion.h"

/* The answered question: in each half what became of its player's answer, below both why it is so, once. The
   way on stands at both sides, and either leads on. */

enum {
    BELOW_HEAD = 260,
    ABOVE_WHY = 300,
    ROW_GAP = 160,
    LEAST_WHY = 800,
    KEY = 1000,
    WHY_UPRIGHT = 3600,
    RISE = 120,
    COMES = 240
};

struct plan {
    struct rows rows[PLAYERS];
    struct flow flow;
    struct box why;
};

void duo_feedback_update(struct app *app, const struct app_world *world, const struct message *message,
                         struct effects *effects) {
    switch (message->type) {
    case MSG_TICK:
        duo_next(app, world, effects);
        app->fed_at = app->now;
        break;
    case MSG_NEXT:
        duo_next(app, world, effects);
        if (app->screen == SCREEN_DUO) effect_add(effects, EFFECT_SOUND, SOUND_NEXT);
        break;
    case MSG_FLAG:
        app_flag(app, effects);
        break;
    default:
        break;
    }
}

/* What the answer is about; the other options are the first to yield. */
static void drop_dim(struct rows *rows) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < rows->count; i++)
        if (rows->list[i].state != ROW_DIM) rows->list[kept++] = rows->list[i];
    rows->count = kept;
}

static int32_t rows_top(const struct duo_half *half) {
    return half->box.y + DUO_HEAD + BELOW_HEAD;
}

/* How much is shown. */
enum amount { ALL, WITHOUT_DIM, WITHOUT_QUOTE, LEAST };

/* Lying, why stands in the halves' lower part. */
static int32_t rows_leave(const struct view *view, enum amount amount, int32_t height) {
    if (view->portrait) return 0;
    return amount == LEAST ? LEAST_WHY + ABOVE_WHY : height * 2 / 5;
}

/* `bottom`: the lower end of the higher half. False: there is no room for them. */
static bool fit_rows(struct duo_page *page, struct plan *plan, enum amount amount, int32_t *bottom) {
    static const int32_t small[] = {440, 410, 380, 350, 320, 290, 260, 0};
    struct view *view = page->frame.view;
    bool fits = true;
    *bottom = 0;
    for (uint32_t i = 0; i < PLAYERS; i++) {
        const struct duo_half *half = &page->halves[i];
        struct rows *rows = &plan->rows[i];
        int32_t top = rows_top(half);
        sheet_rows_answered(rows, view->arena, &half->sheet);
        rows->gap = ROW_GAP;
        if (amount != ALL) drop_dim(rows);
        if (amount == LEAST) rows->sizes = small;
        int32_t room = half->box.y + half->box.h - top - rows_leave(view, amount, half->box.h);
        fits = rows_fit(view, rows, half->box.w, room) && fits;
        if (top + rows->total > *bottom) *bottom = top + rows->total;
    }
    return fits;
}

static void collect_why(struct view *view, struct flow *flow, const struct sheet *sheet, bool quoted) {
    static const int32_t usual[] = {330, 300, 280, 0}, large[] = {420, 400, 380, 360, 330, 300, 280, 0};
    struct sheet asked = *sheet;
    struct question question = *sheet->question;
    if (!quoted) question.quote = "";
    asked.question = &question;
    *flow = (struct flow){0};
    flow_add(flow, (struct flow_block){.text = str_of(question.stem),
                                       .role = ROLE_STEM,
                                       .color = COLOR_INK2,
                                       .face = FACE_SANS,
                                       .sizes = view->large ? large : usual,
                                       .pitch_percent = 140});
    sheet_why(flow, view, &asked);
}

static bool try_plan(struct duo_page *page, struct plan *plan, enum amount amount) {
    struct view *view = page->frame.view;
    int32_t bottom, foot = page->frame.chips.y - 200 - (view->portrait ? KEY + 200 : 0);
    bool fits = fit_rows(page, plan, amount, &bottom);
    plan->why = (struct box){page->both.x, bottom + ABOVE_WHY, page->both.w, foot - bottom - ABOVE_WHY};
    if (plan->why.h < LEAST_WHY) return false;
    collect_why(view, &plan->flow, &page->halves[0].sheet, amount < WITHOUT_QUOTE);
    return flow_fit(view, &plan->flow, plan->why.w, plan->why.h) && fits;
}

/* In the middle, so that it is as far from the one as from the other. */
static void centre_why(const struct view *view, struct plan *plan) {
    int32_t widest = 0;
    for (uint32_t i = 0; i < plan->flow.count; i++) {
        int32_t w = view_u(view, plan->flow.fits[i].lines.widest / 64) + plan->flow.blocks[i].indent;
        if (w > widest) widest = w;
    }
    if (widest < plan->why.w) plan->why.x += (plan->why.w - widest) / 2;
}

/* The other options yield first, then the quotation, and then there are pages. */
static void find_plan(struct duo_page *page, struct plan *plan) {
    for (uint32_t amount = ALL; amount <= LEAST; amount++)
        if (try_plan(page, plan, (enum amount)amount)) return;
    assert(plan->flow.pages);
}

static struct str note_of(const struct view *view, const struct duo_half *half) {
    if (half->sheet.state != ASKED_RIGHT) return word_get(WORD_NOT_YET);
    const struct word_value values[] = {{"n", word_chinese(view->arena, half->sheet.number)},
                                        {NULL, STR("")}};
    return word_fill(view->arena, WORD_WINDOW_LIT, values);
}

static void paint_verdict(struct view *view, const struct duo_half *half) {
    bool right = half->sheet.state == ASKED_RIGHT, skipped = half->sheet.state == ASKED_SKIPPED;
    int32_t size = skipped ? 500 : 680, x = duo_ring(view, half), y = half->box.y;
    enum color color = right ? COLOR_RIGHT : skipped ? COLOR_INK : COLOR_WRONG;
    struct style style = {ROLE_VERDICT, color, COLOR_GROUND, FACE_SERIF_BOLD, size, ALIGN_LEFT, -1};
    struct spot badge = {x + 380, y + DUO_HEAD / 2};
    if (!skipped) paint_badge(view, ROLE_VERDICT, badge, 760, right);
    if (!skipped) x += 1000;
    int32_t room = half->box.x + half->box.w - x;
    struct motion_mark mark = motion_mark(view);
    struct str word = word_get(right ? WORD_RIGHT : skipped ? WORD_SKIPPED : WORD_WRONG);
    style.size = paint_size_for(view, &style, word, room);
    int32_t middle = skipped ? y + DUO_HEAD / 2 - style.size / 2 : y + 20;
    paint_text(view, &style, x, middle, word);
    struct style small = {ROLE_VERDICT, COLOR_INK2, COLOR_GROUND, FACE_SANS, view->large ? 380 : 320,
                          ALIGN_LEFT,   -1};
    struct str note = note_of(view, half);
    small.size = paint_size_for(view, &small, note, room);
    if (!skipped) paint_text(view, &small, x, y + DUO_HEAD - small.size, note);
    motion_raise_since(view, mark, RISE, motion_at(view, MOTION_PAGE, 0, COMES));
}

/* Upright one key is both's. */
static void paint_way_on(struct duo_page *page, const struct duo_half *half) {
    struct view *view = page->frame.view;
    struct box box = {page->both.x, page->frame.chips.y - 200 - KEY, page->both.w, KEY};
    if (view->portrait && half->player != PLAYERS) return;
    struct button on = {.box = view->portrait ? box : half->foot,
                        .look = BUTTON_PRIMARY,
                        .text = word_get(half->sheet.last ? WORD_SEE_RESULT : WORD_NEXT),
                        .size = view->large ? 520 : 440,
                        .icon = ICON_NEXT,
                        .message = message_of(MSG_NEXT, 0)};
    on.message.player = view->portrait ? 0 : half->player;
    button_paint(view, &on);
}

static void paint_half(struct duo_page *page, const struct plan *plan, uint32_t i) {
    struct view *view = page->frame.view;
    const struct duo_half *half = &page->halves[i];
    struct box box = half->box;
    box.y = rows_top(half);
    paint_verdict(view, half);
    rows_paint(view, &plan->rows[i], box, 0);
    paint_way_on(page, half);
}

void duo_feedback_view(const struct app *app, const struct app_world *world, struct view *view) {
    if (app->round.count == 0) return;
    struct plan *plan = ARENA_NEW(view->arena, struct plan);
    struct duo_page page = duo_page_begin(view, app, world);
    if (view->portrait) duo_page_stack(&page, 0, WHY_UPRIGHT + KEY);
    find_plan(&page, plan);
    if (!view->portrait) centre_why(view, plan);
    const struct chip chips[] = {chip_of(ICON_MORE, WORD_DUO_MORE, MSG_MORE), chip_large(app), chip_flag(app),
                                 chip_of(ICON_HOME, WORD_HOME, MSG_HOME)};
    uint32_t first = plan->flow.pages > 1 ? 0 : 1;
    duo_page_bar(&page, chips + first, 4 - first);
    duo_page_divide(&page, page.both.y, plan->why.y - ABOVE_WHY);
    for (uint32_t i = 0; i < PLAYERS; i++) {
        page.halves[i].sheet.fresh = true;
        paint_half(&page, plan, i);
    }
    flow_paint(view, &plan->flow, plan->why, app->ui.page % plan->flow.pages);
    frame_chips(&page.frame, chips + first, 4 - first);
}
