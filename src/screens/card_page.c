#include "screens/card_page.h"

/* Where the parts of a card stand. Upright: title, lead, diagram or picture, body, source, keys. Lying: the
   diagram or picture at the left, all else in the right column; without either the words take the left. */

enum {
    TITLE_TOP = 1700,
    TITLE_MOST = 2300,
    FIGURE_GAP = 650,
    FIGURE_AIR = 450 /* lying, above the source */
};

static const int32_t lead_sizes[] = {440, 420, 400, 380, 370, 350, 330, 310, 0},
                     body_sizes[] = {420, 400, 380, 370, 350, 330, 310, 0};
static const int32_t lead_alone[] = {600, 560, 520, 480, 440, 400, 380, 0},
                     body_alone[] = {520, 490, 460, 430, 400, 380, 370, 0};
static const int32_t large_sizes[] = {624, 580, 540, 490, 460, 430, 400, 380, 370, 0};
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

enum words {
    WORDS_LEAD = 1,
    WORDS_BODY = 2,
    WORDS_REMEMBER = 4,
    WORDS_SOURCE = 8,
    WORDS_END = 12,
    WORDS_ALL = 15
};

static void add_words(struct flow *flow, struct view *view, const struct card *card, bool alone,
                      enum words which) {
    const int32_t *lead = view->large ? large_sizes : alone ? lead_alone : lead_sizes;
    const int32_t *body = view->large ? large_sizes : alone ? body_alone : body_sizes;
    if (which & WORDS_LEAD)
        flow_add(flow, block_of(str_of(card->lead), alone ? FACE_SANS_BOLD : FACE_SANS, lead, 0));
    if (which & WORDS_BODY) flow_add(flow, block_of(str_of(card->body), FACE_SANS, body, alone ? 90 : 60));
    if (which & WORDS_REMEMBER) add_remember(flow, view, card, body);
    if (which & WORDS_SOURCE) add_source(flow, view, card);
}

static struct box below(struct box box, int32_t y) {
    return (struct box){box.x, y, box.w, box.y + box.h - y};
}

static struct flow *words_of(struct frame *frame, const struct card *card, bool alone, enum words which) {
    struct flow *flow = ARENA_NEW(frame->view->arena, struct flow);
    add_words(flow, frame->view, card, alone, which);
    return flow;
}

static int32_t paint_title(struct frame *frame, const struct card *card, struct box box) {
    return frame_title(frame, (struct box){box.x, box.y, box.w, TITLE_MOST}, str_of(card->title),
                       ALIGN_LEFT) +
           300;
}

static uint32_t paint_words(struct frame *frame, struct flow *flow, struct box box) {
    flow_fit(frame->view, flow, box.w, box.h);
    flow_paint(frame->view, flow, box, frame->app->ui.page % flow->pages);
    return flow->pages;
}

/* What no diagram shows may have a drawing of its own. */
static bool has_picture(const struct card *card) {
    return !card_has_figure(card) && *card->image;
}

static bool paint_picture(struct frame *frame, const struct card *card, struct box box) {
    enum { LEAST = 2400, MOST = 4400 };
    int32_t side = box.w < box.h ? box.w : box.h;
    if (!has_picture(card) || side < LEAST) return false;
    if (side > MOST) side = MOST;
    paint_icon(frame->view, ROLE_PICTURE, card->image,
               (struct box){box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side});
    return true;
}

static bool paint_shown(struct frame *frame, const struct card *card, struct box box) {
    return figure_paint(frame, card, box) || paint_picture(frame, card, box);
}

/* Lead, diagram, the rest: the words are measured first, the diagram gets what they leave, and yields when
 * that is too little. */
static bool paint_with_figure(struct frame *frame, const struct card *card, struct box box) {
    struct view *view = frame->view;
    struct flow *lead = words_of(frame, card, false, WORDS_LEAD),
                *rest = words_of(frame, card, false, WORDS_BODY | WORDS_END);
    bool first = flow_fit(view, lead, box.w, 1200), second = flow_fit(view, rest, box.w, box.h - 1200);
    int32_t top = box.y + lead->height + FIGURE_GAP, bottom = box.y + box.h - rest->height - FIGURE_GAP;
    if (!first || !second || !paint_shown(frame, card, (struct box){box.x, top, box.w, bottom - top}))
        return false;
    flow_paint(view, lead, (struct box){box.x, box.y, box.w, 1200}, 0);
    flow_paint(view, rest, (struct box){box.x, bottom + FIGURE_GAP, box.w, box.h - 1200}, 0);
    return true;
}

static uint32_t paint_upright(struct frame *frame, const struct card *card, struct box box) {
    struct box rest = below(box, paint_title(frame, card, box));
    if ((card_has_figure(card) || has_picture(card)) && paint_with_figure(frame, card, rest)) return 1;
    return paint_words(frame, words_of(frame, card, true, WORDS_ALL), rest);
}

/* The left column is for the diagram, else for the words, and what is to be kept in mind stands at the right.
 */
static uint32_t paint_lying(struct frame *frame, const struct card *card, struct box keys) {
    struct box left = {frame->text.x, TITLE_TOP, frame->text.w, frame->text.y + frame->text.h - TITLE_TOP};
    struct box right = {keys.x, TITLE_TOP, keys.w, keys.y - 200 - TITLE_TOP};
    struct flow *source = words_of(frame, card, false, WORDS_SOURCE);
    bool stands = flow_fit(frame->view, source, left.w, 1300);
    int32_t under = left.y + left.h - source->height;
    if (stands &&
        paint_shown(frame, card, (struct box){left.x, left.y, left.w, under - FIGURE_AIR - left.y})) {
        flow_paint(frame->view, source, below(left, under), 0);
        right = below(right, paint_title(frame, card, right));
        struct flow *words = words_of(frame, card, false, WORDS_ALL - WORDS_SOURCE);
        words->blocks[0].face = FACE_SANS_BOLD; /* nothing but its weight parts the lead from the body here */
        return paint_words(frame, words, right);
    }
    left = below(left, paint_title(frame, card, left));
    right = below(right, right.y + 200);
    uint32_t first = paint_words(frame, words_of(frame, card, true, WORDS_LEAD | WORDS_BODY), left);
    struct flow *end = words_of(frame, card, true, WORDS_END);
    uint32_t second = end->count ? paint_words(frame, end, right) : 1;
    return first > second ? first : second;
}

uint32_t card_paint(struct frame *frame, const struct card *card, struct box keys) {
    if (!frame->view->portrait) return paint_lying(frame, card, keys);
    struct box box = {frame->text.x, TITLE_TOP, frame->text.w, keys.y - 330 - TITLE_TOP};
    return paint_upright(frame, card, box);
}

void card_paint_alone(struct frame *frame, const struct card *card, struct box box) {
    if (frame->view->portrait) {
        paint_upright(frame, card, box);
        return;
    }
    struct box keys = {frame->touch.x, box.y + box.h, frame->touch.w, 0};
    frame->text.h = box.y + box.h - frame->text.y;
    paint_lying(frame, card, keys);
}
