#include "ui/qr.h"

#include <assert.h>
#include <qrencode.h>

enum { QUIET = 4, ECI_UTF8 = 26 };

/* A quarter of the code may be dirt or glare. */
static QRcode *encode(struct str text) {
    QRinput *input = QRinput_new2(0, QR_ECLEVEL_M);
    assert(input);
    bool fits = QRinput_appendECIheader(input, ECI_UTF8) == 0 &&
                QRinput_append(input, QR_MODE_8, (int)text.len, (const unsigned char *)text.at) == 0;
    QRcode *code = fits ? QRcode_encodeInput(input) : NULL;
    QRinput_free(input);
    return code;
}

static struct qr *copy(struct arena *arena, const QRcode *code) {
    struct qr *qr = ARENA_NEW(arena, struct qr);
    uint32_t count = (uint32_t)code->width * (uint32_t)code->width;
    uint8_t *dark = ARENA_LIST(arena, uint8_t, count);
    for (uint32_t i = 0; i < count; i++) dark[i] = code->data[i] & 1; /* the other bits say what it is for */
    *qr = (struct qr){(uint32_t)code->width, dark};
    return qr;
}

const struct qr *qr_encode(struct arena *arena, struct str text) {
    enum { BYTES_MOST = 2300 }; /* of the largest code at this level */
    if (text.len == 0 || text.len > BYTES_MOST) return NULL;
    QRcode *code = encode(text);
    if (!code) return NULL;
    struct qr *qr = copy(arena, code);
    QRcode_free(code);
    return qr;
}

static int32_t smaller(int32_t a, int32_t b) {
    return a < b ? a : b;
}

static void paint_modules(struct view *view, const struct qr *qr, int32_t left, int32_t top, int32_t module) {
    struct draw_command *command = draw_add(view->list, DRAW_RECTS, ROLE_FIGURE, COLOR_CODE);
    command->w = command->h = module;
    for (uint32_t i = 0; i < qr->side * qr->side; i++) {
        int32_t column = (int32_t)(i % qr->side), row = (int32_t)(i / qr->side);
        if (qr->dark[i])
            draw_point(view->list, command, (left + column * module) * 16, (top + row * module) * 16);
    }
}

void qr_paint(struct view *view, const struct qr *qr, struct box box) {
    struct panel place = view_place(view, box);
    int32_t across = (int32_t)qr->side + 2 * QUIET, module = smaller(place.w, place.h) / across;
    if (module == 0) return;
    int32_t whole = module * across;
    struct draw_command *paper = draw_add(view->list, DRAW_RECT, ROLE_FIGURE, COLOR_CODE_PAPER);
    paper->x = place.x + (place.w - whole) / 2;
    paper->y = place.y + (place.h - whole) / 2;
    paper->w = paper->h = whole;
    int32_t left = paper->x, top = paper->y;
    paint_modules(view, qr, left + QUIET * module, top + QUIET * module, module);
}
