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

/* Sentences in the largest size at which they fit; returns where the next may begin. */
static int32_t paint_sentences(struct view *view, struct box box, enum role role, enum color color,
                               const int32_t *sizes, struct str text) {
    const struct type type = {sizes, 145, FACE_SANS, false};
    const struct style style = {role, color, COLOR_GROUND, FACE_SANS, 0, ALIGN_LEFT, -1};
    struct fit fit = paint_measure(view, &type, text, box.w, box.h);
    return paint_fit(view, &style, box.x, box.y, &fit) + 350;
}

static void paint_words(struct frame *frame, struct box box, struct str text) {
    static const int32_t usual[] = {380, 340, 310, 280, 260, 0},
                         large[] = {494, 440, 390, 340, 310, 280, 260, 0}, note[] = {290, 260, 0},
                         large_note[] = {340, 300, 260, 0};
    struct view *view = frame->view;
    int32_t bottom = box.y + box.h;
    struct box title = {box.x, box.y, box.w, 1000};
    box.y = frame_title(frame, title, word_get(WORD_CODE_TITLE), ALIGN_LEFT) + 300;
    box.h = bottom - box.y;
    box.y = paint_sentences(view, box, ROLE_LABEL, COLOR_INK2, view->large ? large_note : note,
                            word_get(WORD_CODE_NOTE));
    box.h = bottom - box.y;
    paint_sentences(view, box, ROLE_BODY, COLOR_INK, view->large ? large : usual, text);
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
