#include "screens/card_page.h"

/* 一体之两翼、驱动之双轮: a house with a lit window, a wing on either side with the name of one of two
   things, and two wheels under it. Everything is a share of the figure's own width and height. */

enum { WIDEST = 8800, LEAST = 3000, NAME_LEAST = 300, NAME_MOST = 520 };

/* The box that is drawn in: `x` is its middle. */
struct wings {
    int32_t x, y, w, h;
};

static struct spot at(const struct wings *wings, int32_t side, int32_t across, int32_t down) {
    return (struct spot){wings->x + side * wings->w * across / 1000, wings->y + wings->h * down / 1000};
}

static void paint_shape(struct view *view, const struct spot *spots, uint32_t count) {
    paint_polygon(view, ROLE_FIGURE, view->contrast ? COLOR_PANEL : COLOR_PLATE, spots, count, 40);
    if (view->contrast) paint_outline(view, ROLE_FIGURE, COLOR_LINE, spots, count, 40);
}

/* side: -1 left, 1 right. Three feathers, the longest on top. */
static void paint_feathers(struct view *view, const struct wings *wings, int32_t side) {
    static const int32_t tips[3][4] = {{490, 40, 455, 190}, {455, 210, 415, 340}, {410, 360, 360, 480}};
    for (uint32_t i = 0; i < 3; i++) {
        const struct spot feather[4] = {
            at(wings, side, 330, 110 + 100 * (int32_t)i), at(wings, side, tips[i][0], tips[i][1]),
            at(wings, side, tips[i][2], tips[i][3]), at(wings, side, 330, 240 + 110 * (int32_t)i)};
        paint_shape(view, feather, 4);
    }
}

static struct style name_style(const struct view *view, int32_t size) {
    enum color ink = view->contrast ? COLOR_INK : COLOR_ON_PLATE,
               under = view->contrast ? COLOR_PANEL : COLOR_PLATE;
    return (struct style){ROLE_FIGURE, ink, under, FACE_SANS_BOLD, size, ALIGN_MIDDLE, -1};
}

static void paint_wing(struct view *view, const struct wings *wings, int32_t side, struct str name,
                       int32_t size) {
    const struct spot wing[4] = {at(wings, side, 80, 290), at(wings, side, 350, 100),
                                 at(wings, side, 350, 470), at(wings, side, 80, 590)};
    struct spot middle = at(wings, side, 218, 365);
    struct style style = name_style(view, size);
    int32_t half = wings->w * 120 / 1000;
    paint_feathers(view, wings, side);
    paint_shape(view, wing, 4);
    style.panel =
        paint_panel(view, (struct box){middle.x - half, middle.y - size * 8 / 10, 2 * half, size * 16 / 10});
    paint_text(view, &style, middle.x, middle.y - size / 2, name);
}

static void paint_house(struct view *view, const struct wings *wings) {
    const struct spot house[5] = {at(wings, -1, 65, 830), at(wings, -1, 65, 300), at(wings, 1, 0, 180),
                                  at(wings, 1, 65, 300), at(wings, 1, 65, 830)};
    int32_t side = wings->w * 56 / 1000;
    paint_shape(view, house, 5);
    struct spot window = at(wings, 1, 0, 400);
    paint_lamp(view, ROLE_FIGURE, (struct box){window.x - side / 2, window.y, side, side}, side * 13 / 100);
}

static void paint_wheel(struct view *view, const struct wings *wings, int32_t side) {
    struct spot middle = at(wings, side, 170, 850);
    int32_t radius = wings->h * 140 / 1000;
    paint_circle(view, ROLE_FIGURE, view->contrast ? COLOR_LINE : COLOR_PLATE, middle, radius);
    paint_circle(view, ROLE_FIGURE, COLOR_GROUND, middle, radius * 62 / 100);
    paint_circle(view, ROLE_FIGURE, COLOR_LAMP, middle, radius * 30 / 100);
}

/* The largest type at which both names stand on their wings; 0: there is none. */
static int32_t name_size(struct view *view, const struct set *set, int32_t width) {
    int32_t size = NAME_MOST;
    for (uint32_t i = 0; i < 2; i++) {
        struct style style = name_style(view, size);
        size = paint_size_for(view, &style, str_of(set->members[i].show), width);
    }
    return size < NAME_LEAST ? 0 : size;
}

bool figure_wings(struct view *view, const struct set *set, struct box box) {
    int32_t w = box.w < WIDEST ? box.w : WIDEST, h = w * 60 / 100 < box.h ? w * 60 / 100 : box.h;
    if (set->member_count != 2 || h < LEAST) return false;
    if (w > h * 2) w = h * 2;
    const struct wings wings = {box.x + box.w / 2, box.y + (box.h - h) / 2, w, h};
    int32_t size = name_size(view, set, w * 230 / 1000);
    if (!size) return false;
    paint_line(view, ROLE_FIGURE, view->contrast ? COLOR_LINE : COLOR_PLATE, at(&wings, -1, 170, 850),
               at(&wings, 1, 170, 850), 120);
    for (int32_t side = -1; side <= 1; side += 2) {
        paint_wheel(view, &wings, side);
        paint_wing(view, &wings, side, str_of(set->members[side > 0].show), size);
    }
    paint_house(view, &wings);
    return true;
}
