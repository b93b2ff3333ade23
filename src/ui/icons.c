#include "ui/icons.h"

#include <assert.h>

#include "ui/pentagon.h"

/* Where a sign is being drawn: coordinates are hundredths of half its size. */
struct pen {
    struct view *view;
    enum role role;
    enum color color;
    struct spot middle;
    int32_t half, stroke;
};

static struct spot at(const struct pen *pen, int32_t x, int32_t y) {
    return (struct spot){pen->middle.x + pen->half * x / 100, pen->middle.y + pen->half * y / 100};
}

static void stroke_list(const struct pen *pen, const struct spot *list, uint32_t count) {
    struct spot spots[8];
    assert(count <= 8);
    for (uint32_t i = 0; i < count; i++) spots[i] = at(pen, list[i].x, list[i].y);
    paint_stroke(pen->view, pen->role, pen->color, spots, count, pen->stroke);
}
#define STROKE(pen, ...)                                                                                     \
    stroke_list(pen, (const struct spot[]){__VA_ARGS__},                                                     \
                sizeof((const struct spot[]){__VA_ARGS__}) / sizeof(struct spot))

static void frame(const struct pen *pen, int32_t x, int32_t y, int32_t w, int32_t h) {
    struct spot corner = at(pen, x, y);
    paint_frame(pen->view, pen->role, pen->color,
                (struct box){corner.x, corner.y, pen->half * w / 100, pen->half * h / 100},
                pen->half * 14 / 100, pen->stroke);
}

static void circle(const struct pen *pen, int32_t x, int32_t y, int32_t radius) {
    int32_t r = pen->half * radius / 100;
    paint_round(pen->view, pen->role, pen->color, at(pen, x, y), r, r, pen->stroke);
}

static void sign_cards(const struct pen *pen) {
    frame(pen, -80, -55, 116, 144);
    STROKE(pen, {-32, -90}, {82, -90}, {82, 55});
}

static void sign_large(const struct pen *pen) {
    circle(pen, -16, -16, 66);
    STROKE(pen, {33, 33}, {86, 86});
    STROKE(pen, {-48, -16}, {16, -16});
    STROKE(pen, {-16, -48}, {-16, 16});
}

static void sign_flag(const struct pen *pen) {
    STROKE(pen, {-50, 85}, {-50, -80}, {62, -80}, {30, -32}, {62, 14}, {-50, 14});
}

static void sign_home(const struct pen *pen) {
    STROKE(pen, {-80, -5}, {0, -78}, {80, -5});
    STROKE(pen, {-55, -10}, {-55, 75}, {55, 75}, {55, -10});
}

static void sign_again(const struct pen *pen) {
    STROKE(pen, {63, -36}, {36, -62}, {0, -72}, {-51, -51}, {-72, 0}, {-51, 51}, {0, 72}, {51, 51});
    STROKE(pen, {51, 51}, {72, 9});
    STROKE(pen, {76, -79}, {65, -30}, {14, -36});
}

static void sign_back(const struct pen *pen) {
    STROKE(pen, {30, -62}, {-30, 0}, {30, 62});
}
static void sign_next(const struct pen *pen) {
    STROKE(pen, {-30, -62}, {30, 0}, {-30, 62});
}
static void sign_check(const struct pen *pen) {
    STROKE(pen, {-68, 4}, {-18, 56}, {72, -52});
}
static void sign_more(const struct pen *pen) {
    STROKE(pen, {-62, -30}, {0, 30}, {62, -30});
}

static void sign_about(const struct pen *pen) {
    circle(pen, 0, 0, 82);
    STROKE(pen, {0, -4}, {0, 44});
    STROKE(pen, {0, -40}, {0, -38});
}

static void sign_code(const struct pen *pen) {
    frame(pen, -80, -80, 64, 64);
    frame(pen, 16, -80, 64, 64);
    frame(pen, -80, 16, 64, 64);
    STROKE(pen, {28, 26}, {50, 26}, {50, 48});
    STROKE(pen, {28, 70}, {70, 70}, {70, 48});
}

static void sign_duo(const struct pen *pen) {
    for (int32_t x = -52; x <= 52; x += 104) {
        circle(pen, x, -38, 29);
        STROKE(pen, {x - 46, 72}, {x - 46, 52}, {x - 34, 20}, {x, 4}, {x + 34, 20}, {x + 46, 52},
               {x + 46, 72});
    }
}

void paint_sign(struct view *view, enum role role, enum icon icon, enum color color, struct spot middle,
                int32_t size) {
    static void (*const signs[ICONS])(const struct pen *) = {
        [ICON_CARDS] = sign_cards, [ICON_LARGE] = sign_large, [ICON_FLAG] = sign_flag,
        [ICON_HOME] = sign_home,   [ICON_AGAIN] = sign_again, [ICON_BACK] = sign_back,
        [ICON_NEXT] = sign_next,   [ICON_CHECK] = sign_check, [ICON_ABOUT] = sign_about,
        [ICON_MORE] = sign_more,   [ICON_CODE] = sign_code,   [ICON_DUO] = sign_duo};
    struct pen pen = {view, role, color, middle, size / 2, size * 95 / 1000};
    assert(icon < ICONS);
    if (signs[icon]) signs[icon](&pen);
}
