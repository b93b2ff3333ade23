#include "app/duo.h"
#include "screens/duo_page.h"
#include "screens/parts.h"

/* The open question, once for each of the two. Which option somebody picked is not to be seen here: the other
   one stands beside. */

enum { BELOW_HEAD = 330, BELOW_STEM = 330, GAP = 220, ROW = 1400, LEAST_ROW = 900, FLOOR = 520 };

struct plan {
    struct rows rows;
    struct fit stem;
    bool shared; /* one stem over both halves */
    int32_t stem_y, rows_y;
};

static const int32_t stems[] = {740, 660, 580, FLOOR, 0};
static const int32_t stems_large[] = {860, 750, 660, 580, FLOOR, 0};

void duo_update(struct app *app, const struct app_world *world, const struct message *message,
                struct effects *effects) {
    (void)world;
    switch (message->type) {
    case MSG_TICK:
        duo_stop_waiting(app, effects);
        break;
    case MSG_ANSWER:
        duo_pick(app, message->player, message->value, effects);
        break;
    case MSG_FLAG:
        app_flag(app, effects);
        break;
    default:
        break;
    }
}

/* False also when a row would be too low to be touched. */
static bool fit_rows(struct view *view, struct rows *rows, int32_t width, int32_t height) {
    int32_t count = (int32_t)rows->count, each = (height - (count - 1) * GAP) / count;
    rows->want = each > ROW ? ROW : each < LEAST_ROW ? LEAST_ROW : each;
    return rows_fit(view, rows, width, height) && each >= LEAST_ROW;
}

/* Upright a shared stem stands above both halves, lying below both heads. */
static bool try_plan(struct duo_page *page, struct plan *plan, int32_t size, bool shared) {
    struct view *view = page->frame.view;
    const int32_t only[2] = {size, 0};
    const struct type type = {only, 136, FACE_SERIF_BOLD, true};
    const struct box *box = &page->halves[0].box;
    plan->shared = shared;
    plan->stem = paint_measure(view, &type, str_of(page->halves[0].sheet.question->stem),
                               shared ? page->both.w : box->w, page->both.h);
    int32_t stem = view_u(view, fit_height(&plan->stem)) + BELOW_STEM, rows = DUO_HEAD + BELOW_HEAD;
    bool above = shared && view->portrait;
    if (view->portrait) duo_page_stack(page, above ? stem : 0, 0);
    plan->stem_y = above ? page->both.y : box->y + rows;
    if (!above) rows += stem;
    bool fits = fit_rows(view, &plan->rows, box->w, box->h - rows);
    plan->rows_y = box->y + box->h - plan->rows.total;
    return fits;
}

static bool try_sizes(struct duo_page *page, struct plan *plan, bool shared) {
    const int32_t *sizes = page->frame.view->large ? stems_large : stems;
    for (; *sizes; sizes++)
        if (try_plan(page, plan, *sizes, shared)) return true;
    return false;
}

/* A stem for each if it can be, else one for both; on a display that is nearly square the options go below
   the floor of the type, because a text that can't be seen whole is worse than a small one. */
static void find_plan(struct duo_page *page, struct plan *plan) {
    static const int32_t small[] = {440, 410, 380, 350, 320, 290, 260, 0};
    sheet_rows_open(&plan->rows, &page->halves[0].sheet);
    if (try_sizes(page, plan, false) || try_sizes(page, plan, true)) return;
    plan->rows.sizes = small;
    try_plan(page, plan, FLOOR, true);
}

/* 左边　共五题，不计时 */
static struct str line_of(const struct view *view, const struct duo_half *half) {
    const struct word_value values[] = {{"s", duo_name(view, half->player)},
                                        {"n", word_chinese(view->arena, half->sheet.planned)},
                                        {NULL, STR("")}};
    return word_fill(view->arena, WORD_DUO_OF_N, values);
}

/* Lying the second half has the wordmark where that leaves room for the words; upright the right part of a
   head is for what is told. */
static int32_t room_beside(struct view *view, const struct duo_half *half, int32_t x, struct str line) {
    enum { MARK = 640, LEAST = 260 };
    const struct style least = {ROLE_HEAD, COLOR_INK2, COLOR_GROUND, FACE_SANS, LEAST, ALIGN_LEFT, -1};
    int32_t right = half->box.x + half->box.w, room = right - x, left = room - wordmark_width(MARK) - 200;
    if (view->portrait) return room / 2;
    if (half->player != PLAYERS || paint_width(view, &least, line) > left) return room;
    paint_wordmark(view, right - wordmark_width(MARK), 620, MARK);
    return left;
}

static void paint_head(struct duo_page *page, const struct duo_half *half) {
    struct view *view = page->frame.view;
    struct str line = line_of(view, half);
    int32_t x = duo_ring(view, half), y = half->box.y, room = room_beside(view, half, x, line);
    const struct word_value number[] = {{"n", word_chinese(view->arena, half->sheet.number)},
                                        {NULL, STR("")}};
    struct style style = {ROLE_HEAD,  COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, view->large ? 560 : 460,
                          ALIGN_LEFT, -1};
    struct str title = word_fill(view->arena, WORD_QUESTION_N, number);
    style.size = paint_size_for(view, &style, title, room);
    paint_text(view, &style, x, y + (view->large ? 60 : 140), title);
    style = (struct style){ROLE_HEAD,  COLOR_INK2, COLOR_GROUND, FACE_SANS, view->large ? 360 : 280,
                           ALIGN_LEFT, -1};
    style.size = paint_size_for(view, &style, line, room);
    paint_text(view, &style, x, y + 780, line);
}

static int32_t widest(const struct view *view, const struct fit *fit) {
    return view_u(view, fit->lines.widest / 64);
}

static void paint_stem(struct duo_page *page, const struct plan *plan, int32_t x) {
    struct view *view = page->frame.view;
    struct style style = {ROLE_STEM, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, 0, ALIGN_LEFT, -1};
    paint_fit(view, &style, x, plan->stem_y, &plan->stem);
    paint_stress(view, &style, x, plan->stem_y, &plan->stem,
                 str_of(page->halves[0].sheet.question->emphasis));
}

static void paint_stems(struct duo_page *page, const struct plan *plan) {
    if (plan->shared) {
        paint_stem(page, plan, page->both.x + (page->both.w - widest(page->frame.view, &plan->stem)) / 2);
        return;
    }
    for (uint32_t i = 0; i < PLAYERS; i++) {
        struct plan own = *plan;
        own.stem_y += page->halves[i].box.y - page->halves[0].box.y;
        paint_stem(page, &own, page->halves[i].box.x - 20);
    }
}

/* After the answer all rows look alike. */
static void paint_rows(struct duo_page *page, const struct plan *plan, const struct duo_half *half) {
    struct rows *rows = ARENA_NEW(page->frame.view->arena, struct rows);
    struct box box = half->box;
    *rows = plan->rows;
    box.y = plan->rows_y + half->box.y - page->halves[0].box.y;
    for (uint32_t i = 0; i < rows->count; i++) {
        rows->list[i].message.player = half->player;
        if (!half->has_replied) continue;
        rows->list[i].state = ROW_DIM;
        rows->list[i].message = message_none;
    }
    rows_paint(page->frame.view, rows, box, 0);
}

static struct str hint_of(const struct duo_page *page, const struct duo_half *half) {
    const struct question *question = half->sheet.question;
    if (half->has_replied) return word_get(WORD_DUO_WAIT);
    if (duo_awaited(page->frame.app)) return word_get(WORD_DUO_AWAITED);
    if (*question->hint) return str_of(question->hint);
    return word_get(question->form == FORM_JUDGE ? WORD_HINT_JUDGE : WORD_HINT_FEW);
}

/* Beside the chips; upright at the right of the head. */
static void paint_hint(struct duo_page *page, const struct duo_half *half) {
    struct view *view = page->frame.view;
    bool told = duo_awaited(page->frame.app);
    struct style style = {ROLE_HINT,
                          told ? COLOR_INK : COLOR_INK2,
                          COLOR_GROUND,
                          told ? FACE_SANS_BOLD : FACE_SANS,
                          view->large ? 440 : 360,
                          ALIGN_LEFT,
                          -1};
    struct box box = half->foot;
    if (view->portrait)
        box = (struct box){half->box.x + half->box.w / 2, half->box.y, half->box.w / 2, DUO_HEAD};
    struct str text = hint_of(page, half);
    style.size = paint_size_for(view, &style, text, box.w);
    if (paint_width(view, &style, text) > box.w) return; /* an editor's own hint may be longer */
    if (view->portrait || half->player == PLAYERS) style.align = ALIGN_RIGHT;
    paint_text(view, &style, style.align == ALIGN_RIGHT ? box.x + box.w : box.x,
               box.y + (box.h - style.size) / 2, text);
}

void duo_view(const struct app *app, const struct app_world *world, struct view *view) {
    if (app->round.count == 0) return;
    const struct chip chips[] = {chip_large(app), chip_flag(app), chip_of(ICON_HOME, WORD_HOME, MSG_HOME)};
    struct duo_page page = duo_page_begin(view, app, world);
    duo_page_bar(&page, chips, 3);
    struct plan *plan = ARENA_NEW(view->arena, struct plan);
    find_plan(&page, plan);
    duo_page_divide(&page, plan->shared ? plan->rows_y : page.both.y, page.both.y + page.both.h);
    paint_stems(&page, plan);
    for (uint32_t i = 0; i < PLAYERS; i++) {
        paint_head(&page, &page.halves[i]);
        paint_rows(&page, plan, &page.halves[i]);
        paint_hint(&page, &page.halves[i]);
    }
    frame_chips(&page.frame, chips, 3);
}
