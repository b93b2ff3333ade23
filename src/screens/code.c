#include "screens/parts.h"
#include "screens/result_words.h"
#include "screens/sheet.h"
#include "ui/qr.h"

/* The result as a QR code, only when it is asked for: a telephone that reads it gets plain text, no address,
   and nothing of who stood here. What the code holds stands beside it, word for word. */

enum { HEAD_BOTTOM = 1700 };

void code_update(struct app *app, const struct app_world *world, const struct message *message,
                 struct effects *effects) {
    (void)world;
    (void)effects;
    if (message->type == MSG_CODE || message->type == MSG_NEXT) app_show(app, SCREEN_RESULT);
}

static struct box paint_keys(struct frame *frame) {
    struct view *view = frame->view;
    int32_t high = view->portrait ? 1300 : 1140;
    struct box box = {frame->touch.x, frame->touch.y + frame->touch.h - 75 - high, frame->touch.w, high};
    const struct button close = {.box = box,
                                 .look = BUTTON_PRIMARY,
                                 .text = word_get(WORD_CODE_CLOSE),
                                 .size = view->large ? 600 : 500,
                                 .message = message_of(MSG_CODE, 0)};
    button_paint(view, &close);
    const struct chip chips[] = {chip_large(frame->app), chip_of(ICON_HOME, WORD_HOME, MSG_HOME)};
    frame_chips(frame, chips, 2);
    int32_t top = view->portrait ? frame->touch.y - 500 : HEAD_BOTTOM;
    return (struct box){box.x, top, box.w, box.y - 300 - top};
}

static void add_words(struct flow *flow, struct str text, enum role role, enum face face,
                      const int32_t *sizes, int32_t before) {
    flow_add(flow, (struct flow_block){.text = text,
                                       .role = role,
                                       .color = role == ROLE_LABEL ? COLOR_INK2 : COLOR_INK,
                                       .face = face,
                                       .sizes = sizes,
                                       .pitch_percent = role == ROLE_TITLE ? 120 : 145,
                                       .before = before});
}

/* Title and note yield before what the code holds does. */
static void paint_words(struct frame *frame, struct box box, struct str text) {
    static const int32_t title[] = {920, 920, 920, 820, 820, 720, 620, 0},
                         note[] = {290, 290, 260, 260, 260, 260, 260, 0},
                         words[] = {380, 340, 340, 310, 280, 280, 260, 0};
    static const int32_t title_large[] = {920, 920, 820, 820, 720, 720, 620, 620, 0},
                         note_large[] = {340, 340, 340, 320, 300, 280, 280, 260, 0},
                         words_large[] = {494, 440, 440, 400, 364, 340, 300, 260, 0};
    struct view *view = frame->view;
    bool large = view->large;
    struct flow *flow = ARENA_NEW(view->arena, struct flow);
    add_words(flow, word_get(WORD_CODE_TITLE), ROLE_TITLE, FACE_SERIF_BOLD, large ? title_large : title, 0);
    add_words(flow, word_get(WORD_CODE_NOTE), ROLE_LABEL, FACE_SANS, large ? note_large : note, 100);
    add_words(flow, text, ROLE_BODY, FACE_SANS, large ? words_large : words, 90);
    flow_fit(view, flow, box.w, box.h);
    flow_paint(view, flow, box, 0);
}

static void paint_code(struct view *view, const struct qr *qr, struct box box) {
    int32_t side = box.w < box.h ? box.w : box.h;
    struct box panel = {box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side};
    paint_rect(view, ROLE_PANEL, COLOR_CODE_PAPER, panel, 220);
    paint_frame(view, ROLE_PANEL, COLOR_LINE, panel, 220, 30);
    qr_paint(view, qr, (struct box){panel.x + 100, panel.y + 100, side - 200, side - 200});
}

void code_view(const struct app *app, const struct app_world *world, struct view *view) {
    struct frame frame = frame_begin(view, app, world, FRAME_PLAIN);
    struct str text = result_text(app, world, view->arena);
    const struct qr *qr = qr_encode(view->arena, text);
    frame_head(&frame, word_get(WORD_LEAVE));
    struct box box = frame.text;
    if (view->portrait) box = (struct box){box.x, HEAD_BOTTOM, box.w, frame.touch.y - 900 - HEAD_BOTTOM};
    if (qr) paint_code(view, qr, box);
    paint_words(&frame, paint_keys(&frame), text);
}
