#include "screens/card_page.h"

/* Where the parts of a card stand. Upright: title, lead, diagram, body, source, keys. Lying: the diagram at
   the left, all else in the right column; without a diagram the words take the left. */

enum { TITLE_TOP = 1700, TITLE_MOST = 2300, FIGURE_TOP_GAP = 250 };

static const int32_t lead_sizes[] = {440, 420, 400, 380, 370, 0}, body_sizes[] = {420, 400, 380, 370, 0};
static const int32_t lead_alone[] = {600, 560, 520, 480, 440, 400, 380, 0},
                     body_alone[] = {520, 490, 460, 430, 400, 380, 370, 0};
static const int32_t large_sizes[] = {624, 580, 540, 500, 460, 420, 400, 380, 370, 0};
static const int32_t source_sizes[] = {280, 0}, source_large[] = {364, 340, 320, 300, 280, 0};

static struct flow_block block_of(struct str text, enum face face, const int32_t *sizes, int32_t before) {
    return (struct flow_block){.text = text,
                               .role = ROLE_BODY,
                               .color = COLOR_INK,
                               .face = face,
                               .sizes = sizes,
                               .pitch_percent = 145,
                               .before = before};
}

static void add_remember(struct flow *flow, struct view *view, const struct card *card,
                         const int32_t *sizes) {
    if (!*card->remember) return;
    struct str text = str_of(arena_printf(view->arena, "%s　%s", word_get(WORD_REMEMBER).at, card->remember));
    struct flow_block block = block_of(text, FACE_SANS_BOLD, sizes, 110);
    flow_add(flow, block);
}

static void add_source(struct flow *flow, struct view *view, const struct card *card) {
    uint32_t first = flow->count;
    flow_add_source(flow, view->arena, card->record.source, str_of(card->record.quote));
    for (uint32_t i = first; i < flow->count; i++)
        flow->blocks[i].sizes = view->large ? source_large : source_sizes;
    flow->steps = 0;
    for (uint32_t i = 0; i < flow->count; i++) {
        uint32_t steps = 0;
        while (flow->blocks[i].sizes[steps]) steps++;
        if (steps > flow->steps) flow->steps = steps;
    }
}

static void add_words(struct flow *flow, struct view *view, const struct card *card, bool alone) {
    const int32_t *lead = view->large ? large_sizes : alone ? lead_alone : lead_sizes;
    const int32_t *body = view->large ? large_sizes : alone ? body_alone : body_sizes;
    flow_add(flow, block_of(str_of(card->lead), alone ? FACE_SANS_BOLD : FACE_SANS, lead, 0));
    flow_add(flow, block_of(str_of(card->body), FACE_SANS, body, alone ? 90 : 60));
    add_remember(flow, view, card, body);
    add_source(flow, view, card);
}

static struct box below(struct box box, int32_t y) {
    return (struct box){box.x, y, box.w, box.y + box.h - y};
}

/* The words first: the diagram gets what they leave, and yields when that is too little. */
static uint32_t paint_upright(struct frame *frame, const struct card *card, struct box box) {
    struct view *view = frame->view;
    int32_t y =
        frame_title(frame, (struct box){box.x, box.y, box.w, TITLE_MOST}, str_of(card->title), ALIGN_LEFT) +
        300;
    struct box rest = below(box, y);
    struct flow *flow = ARENA_NEW(view->arena, struct flow);
    add_words(flow, view, card, !card_has_figure(card));
    bool fits = flow_fit(view, flow, rest.w, rest.h);
    if (fits && card_has_figure(card)) {
        struct box figure = {rest.x, y, rest.w, rest.h - flow->height - FIGURE_TOP_GAP};
        if (figure_paint(frame, card, figure)) rest = below(box, y + figure.h + FIGURE_TOP_GAP);
    }
    flow_paint(view, flow, rest, frame->app->ui.page % flow->pages);
    return flow->pages;
}

static uint32_t paint_flow(struct frame *frame, const struct card *card, struct box box, bool alone) {
    struct view *view = frame->view;
    int32_t y =
        frame_title(frame, (struct box){box.x, box.y, box.w, TITLE_MOST}, str_of(card->title), ALIGN_LEFT) +
        300;
    struct flow *flow = ARENA_NEW(view->arena, struct flow);
    struct box rest = below(box, y);
    add_words(flow, view, card, alone);
    flow_fit(view, flow, rest.w, rest.h);
    flow_paint(view, flow, rest, frame->app->ui.page % flow->pages);
    return flow->pages;
}

/* The left column is for the diagram, else for the words. */
static uint32_t paint_lying(struct frame *frame, const struct card *card, struct box keys) {
    struct box left = {frame->text.x, 1500, frame->text.w, frame->text.y + frame->text.h - 1500};
    struct box right = {keys.x, TITLE_TOP, keys.w, keys.y - 200 - TITLE_TOP};
    if (figure_paint(frame, card, left)) return paint_flow(frame, card, right, false);
    left.y = TITLE_TOP;
    left.h -= 200;
    return paint_flow(frame, card, left, true);
}

uint32_t card_paint(struct frame *frame, const struct card *card, struct box keys) {
    if (!frame->view->portrait) return paint_lying(frame, card, keys);
    struct box box = {frame->text.x, TITLE_TOP, frame->text.w, keys.y - 250 - TITLE_TOP};
    return paint_upright(frame, card, box);
}

void card_paint_alone(struct frame *frame, const struct card *card, struct box box) {
    if (frame->view->portrait) {
        paint_upright(frame, card, box);
        return;
    }
    struct box left = box, right = frame->touch;
    left.w = frame->text.w;
    right.y = box.y;
    right.h = box.h;
    if (figure_paint(frame, card, left))
        paint_flow(frame, card, right, false);
    else
        paint_flow(frame, card, box, true);
}
