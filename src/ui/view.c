#include "ui/view.h"

#include <assert.h>

enum {
    LONGEST = 17778, /* hundredths of u: longer displays keep the layout in the middle */
    HIT_OUTSET = 100,
    FOCUS_OUTSET = 75,
    FOCUS_STROKE = 55,
    FOCUS_RADIUS = 270
};

/* A square and what is near it is laid out in columns: stacked, the controls would not fit the lower half. */
static bool is_portrait(struct display display) {
    return display.h * 5 > display.w * 6;
}

void view_begin(struct view *view, struct draw_list *list, struct arena *arena, const struct metrics *metrics,
                struct display display, bool large, bool contrast) {
    assert(display.w > 0 && display.h > 0);
    draw_begin(list, arena);
    *view = (struct view){.list = list,
                          .metrics = metrics,
                          .arena = arena,
                          .display = display,
                          .portrait = is_portrait(display),
                          .large = large,
                          .contrast = contrast};
    view->short_side = display.w < display.h ? display.w : display.h;
    int32_t longest = (int32_t)((int64_t)view->short_side * LONGEST / 10000 + 1);
    view->box_w = display.w < longest ? display.w : longest;
    view->box_h = display.h < longest ? display.h : longest;
    view->left = (display.w - view->box_w) / 2;
    view->top = (display.h - view->box_h) / 2;
}

static int32_t floor_div(int64_t a, int64_t b) {
    return (int32_t)(a >= 0 ? a / b : -((-a + b - 1) / b));
}

int32_t view_px(const struct view *view, int32_t hundredths_of_u) {
    return floor_div((int64_t)hundredths_of_u * view->short_side + 5000, 10000);
}

int32_t view_u(const struct view *view, int32_t px) {
    return (int32_t)(((int64_t)px * 10000 + view->short_side - 1) / view->short_side);
}

int32_t view_width(const struct view *view) {
    return (int32_t)((int64_t)view->box_w * 10000 / view->short_side);
}

int32_t view_height(const struct view *view) {
    return (int32_t)((int64_t)view->box_h * 10000 / view->short_side);
}

struct panel view_place(const struct view *view, struct box box) {
    int32_t x = view_px(view, box.x), y = view_px(view, box.y);
    return (struct panel){.x = view->left + x,
                          .y = view->top + y,
                          .w = view_px(view, box.x + box.w) - x,
                          .h = view_px(view, box.y + box.h) - y};
}

enum face view_face(const struct view *view, enum face face) {
    return face == FACE_SERIF_BOLD && (view->large || view->contrast) ? FACE_SANS_BOLD : face;
}

bool view_next_is_pressed(const struct view *view) {
    for (uint32_t i = 0; i <= PLAYERS; i++)
        if (view->pressed[i] == view->list->region_count + 1) return true;
    return false;
}

static void draw_focus(struct view *view) {
    if (!view->focus || view->focus > view->list->region_count) return;
    struct region region = view->list->regions[view->focus - 1];
    int32_t out = view_px(view, FOCUS_OUTSET);
    struct draw_command *frame = draw_add(view->list, DRAW_FRAME, ROLE_FOCUS, COLOR_LAMP_EDGE);
    frame->x = region.x - out;
    frame->y = region.y - out;
    frame->w = region.w + 2 * out;
    frame->h = region.h + 2 * out;
    frame->radius = view_px(view, FOCUS_RADIUS);
    frame->stroke = view_px(view, FOCUS_STROKE);
}

void view_end(struct view *view) {
    draw_focus(view);
    draw_settle(view->list, view_px(view, HIT_OUTSET), view->display.w, view->display.h);
}
