#include "screens/lesson.h"

/* What the pages of a lesson share. */

enum {
    STREET = 1300,
    KEY = 1000,
    HEAD_TOP = 480,
    MARK = 640,
    BODY_TOP = 1700,
    AIR = 250, /* between the body and the street */
    SPLIT_GAP = 700,
    LABEL = 360,
    WINDOW = 360,
    PITCH = 500,
    SMALL_WINDOW = 230,
    SMALL_PITCH = 320,
    ACROSS = 10
};

void lesson_split(const struct frame *frame, int32_t share, struct box *first, struct box *second) {
    struct box body = frame->text;
    *first = *second = body;
    if (frame->view->portrait) {
        first->h = (body.h - SPLIT_GAP) * share / 100;
        second->y = body.y + first->h + SPLIT_GAP;
        second->h = body.h - SPLIT_GAP - first->h;
    } else {
        first->w = (body.w - SPLIT_GAP) * share / 100;
        second->x = body.x + first->w + SPLIT_GAP;
        second->w = body.w - SPLIT_GAP - first->w;
    }
}

struct frame lesson_frame(struct view *view, const struct app *app, const struct app_world *world) {
    struct frame frame = {
        .view = view, .app = app, .ground = {.band = STREET}, .w = view_width(view), .h = view_height(view)};
    (void)world;
    ground_paint(view, &frame.ground);
    int32_t bottom = ground_street(view, &frame.ground) - AIR;
    frame.text = (struct box){LESSON_MARGIN, BODY_TOP, frame.w - 2 * LESSON_MARGIN, bottom - BODY_TOP};
    frame.touch = frame.text;
    return frame;
}

static void paint_window(struct view *view, struct box box, enum wedge_state state) {
    if (state == WEDGE_LIT)
        paint_lamp(view, ROLE_PROGRESS, box, box.w / 8);
    else if (state == WEDGE_NOW)
        paint_rect(view, ROLE_PROGRESS, COLOR_INK, box, box.w / 8);
    else
        paint_frame(view, ROLE_PROGRESS, state == WEDGE_MISS ? COLOR_WRONG : COLOR_LINE, box, box.w / 8, 36);
    struct spot middle = {box.x + box.w / 2, box.y + box.h / 2};
    if (state == WEDGE_MISS) paint_cross(view, ROLE_PROGRESS, COLOR_WRONG, middle, box.w * 8 / 10, 36);
}

/* One row of ten; twenty stand in two rows of smaller ones. Returns the right end. */
static int32_t paint_windows(struct view *view, const struct sheet *sheet, int32_t x) {
    bool two = sheet->planned > ACROSS;
    int32_t side = two ? SMALL_WINDOW : WINDOW, pitch = two ? SMALL_PITCH : PITCH;
    int32_t top = HEAD_TOP + MARK / 2 - (two ? pitch / 2 + side / 2 : side / 2);
    uint32_t across = sheet->planned < ACROSS ? sheet->planned : ACROSS;
    for (uint32_t i = 0; i < sheet->planned; i++) {
        struct box box = {x + (int32_t)(i % ACROSS) * pitch, top + (int32_t)(i / ACROSS) * pitch, side, side};
        paint_window(view, box, sheet->wedges[i]);
    }
    return x + (int32_t)across * pitch;
}

static void paint_label(struct view *view, int32_t x, struct str text, enum align align, enum face face) {
    enum color color = face == FACE_SANS ? COLOR_INK2 : COLOR_INK;
    struct style style = {ROLE_HEAD, color, COLOR_GROUND, face, LABEL, align, -1};
    paint_text(view, &style, x, HEAD_TOP + (MARK - LABEL) / 2, text);
}

static int32_t label_width(struct view *view, struct str text, enum face face) {
    struct style style = {ROLE_HEAD, COLOR_INK, COLOR_GROUND, face, LABEL, ALIGN_LEFT, -1};
    return paint_width(view, &style, text);
}

/* The name of the lesson yields on a narrow display: the sign is enough. */
static int32_t paint_name(struct frame *frame, bool words) {
    struct view *view = frame->view;
    paint_mark(view, (struct box){LESSON_MARGIN, HEAD_TOP, MARK, MARK}, COLOR_INK);
    int32_t x = LESSON_MARGIN + MARK + 200, size = 430;
    if (!words) return x + 100;
    struct style style = {ROLE_HEAD, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, size, ALIGN_LEFT, -1};
    paint_text(view, &style, x, HEAD_TOP + (MARK - size) / 2, word_get(WORD_LESSON));
    return x + paint_width(view, &style, word_get(WORD_LESSON)) + 500;
}

void lesson_head(struct frame *frame, const struct sheet *sheet, struct str line, struct str status) {
    struct view *view = frame->view;
    int32_t right = frame->w - LESSON_MARGIN, room = right - label_width(view, status, FACE_SANS_BOLD) - 400;
    int32_t x = paint_name(frame, frame->w > 15000 || !sheet);
    if (sheet) x = paint_windows(view, sheet, x) + 150;
    if (x + label_width(view, line, FACE_SANS) <= room) paint_label(view, x, line, ALIGN_LEFT, FACE_SANS);
    paint_label(view, right, status, ALIGN_RIGHT, FACE_SANS_BOLD);
}

struct button lesson_button(enum button_look look, struct str text, enum icon icon, struct message message) {
    return (struct button){.look = look,
                           .text = text,
                           .size = look == BUTTON_PRIMARY ? 460 : 400,
                           .icon = icon,
                           .message = message};
}

static struct button way_on(struct arena *arena, const struct lesson_foot *foot) {
    if (foot->pages <= 1 || foot->page + 1 >= foot->pages) return foot->primary;
    return lesson_button(BUTTON_PRIMARY, word_numbers(arena, WORD_MORE, foot->page + 1, foot->pages),
                         ICON_NEXT, message_of(MSG_MORE, 0));
}

void lesson_foot(struct frame *frame, const struct lesson_foot *foot) {
    struct view *view = frame->view;
    int32_t y = ground_street(view, &frame->ground) + (STREET - KEY) / 2 - 30,
            right = frame->w - LESSON_MARGIN,
            wide = frame->text.w * 38 / 100 < 4400 ? frame->text.w * 38 / 100 : 4400,
            narrow = wide * 62 / 100 > 2200 ? wide * 62 / 100 : 2200;
    struct button back =
        lesson_button(BUTTON_SECOND, word_get(WORD_LESSON_PREVIOUS), ICON_NONE, message_of(MSG_TURN, -1));
    back.box = (struct box){LESSON_MARGIN, y, narrow, KEY};
    struct button home =
        lesson_button(BUTTON_SECOND, word_get(WORD_LESSON_OTHER), ICON_NONE, message_of(MSG_HOME, 0));
    home.box = back.box;
    struct button second = foot->second, on = way_on(view->arena, foot);
    on.box = (struct box){right - wide, y, wide, KEY};
    on.look = BUTTON_LIT;
    second.box = (struct box){right - wide - 300 - narrow, y, narrow, KEY};
    if (!foot->at_home) button_paint(view, foot->back ? &back : &home);
    if (second.text.len) button_paint(view, &second);
    button_paint(view, &on);
}
