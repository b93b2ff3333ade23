#include "ui/pentagon.h"

#include <assert.h>

#include "ui/motion.h"
#include "ui/words.h"

/* cos and sin of -90° + 72° × i, and of the middles of the sides, times 10000. */
static const int32_t corner_x[5] = {0, 9511, 5878, -5878, -9511},
                     corner_y[5] = {-10000, -3090, 8090, 8090, -3090};
static const int32_t side_x[5] = {5878, 9511, 0, -9511, -5878}, side_y[5] = {-8090, 3090, 10000, 3090, -8090};
enum { COS_36 = 8090, SIDE = 11756 }; /* a side is 1.1756 radii long */

static int32_t part(int32_t value, int32_t share) {
    return (int32_t)((int64_t)value * share / 10000);
}

void pentagon_spots(struct spot middle, int32_t radius, struct spot out[5]) {
    for (uint32_t i = 0; i < 5; i++)
        out[i] = (struct spot){middle.x + part(radius, corner_x[i]), middle.y + part(radius, corner_y[i])};
}

static struct spot between(struct spot from, struct spot to, int64_t num, int64_t den) {
    return (struct spot){from.x + (int32_t)((to.x - from.x) * num / den),
                         from.y + (int32_t)((to.y - from.y) * num / den)};
}

void wedge_spots(const struct ring *ring, uint32_t side, struct spot out[4]) {
    assert(side < 5);
    struct spot outer[5], inner[5];
    int32_t far = ring->outer - ring->round, near = ring->inner + ring->round;
    pentagon_spots(ring->middle, far, outer);
    pentagon_spots(ring->middle, near, inner);
    int64_t cut = (int64_t)(ring->gap + 2 * ring->round) * 10000 / 2 / COS_36;
    int64_t far_side = part(far, SIDE), near_side = part(near, SIDE);
    uint32_t next = (side + 1) % 5;
    out[0] = between(outer[side], outer[next], cut, far_side);
    out[1] = between(outer[next], outer[side], cut, far_side);
    out[2] = between(inner[next], inner[side], cut, near_side);
    out[3] = between(inner[side], inner[next], cut, near_side);
}

struct spot ring_beside(const struct ring *ring, uint32_t side, int32_t out) {
    int32_t distance = part(ring->outer, COS_36) + out;
    return (struct spot){ring->middle.x + part(distance, side_x[side]),
                         ring->middle.y + part(distance, side_y[side])};
}

static void paint_lit(struct view *view, enum role role, const struct ring *ring,
                      const struct spot wedge[4]) {
    int32_t edge = ring->outer < 1200 ? 26 : 34;
    if (ring->outer > 300) {
        paint_polygon(view, role, COLOR_LAMP_EDGE, wedge, 4, ring->round > edge ? ring->round : edge);
        paint_polygon(view, role, COLOR_LAMP, wedge, 4, ring->round > edge ? ring->round - edge : 0);
    } else {
        paint_polygon(view, role, COLOR_LAMP, wedge, 4, ring->round);
    }
}

/* The n-th of the lines has its own part of the whole way. */
static int32_t line_share(int32_t share, uint32_t line, uint32_t lines) {
    int64_t passed = (int64_t)share * lines - (int64_t)line * MOTION_WHOLE;
    return passed < 0 ? 0 : passed > MOTION_WHOLE ? MOTION_WHOLE : (int32_t)passed;
}

/* Lines along the outer side: a missed wedge is told from a lit one without colour. */
static void paint_miss(struct view *view, enum role role, const struct ring *ring, const struct spot wedge[4],
                       int32_t share) {
    int32_t stroke = ring->stroke;
    paint_polygon(view, role, COLOR_WRONG, wedge, 4, ring->round > stroke ? ring->round : stroke);
    paint_polygon(view, role, COLOR_PANEL, wedge, 4, ring->round > stroke ? ring->round - stroke : 0);
    for (uint32_t i = 0; i < ring->hatches; i++) {
        struct spot from = between(wedge[0], wedge[3], 2 * i + 1, 2 * ring->hatches),
                    to = between(wedge[1], wedge[2], 2 * i + 1, 2 * ring->hatches);
        int32_t drawn = line_share(share, i, ring->hatches);
        if (drawn) paint_line(view, role, COLOR_WRONG, from, between(from, to, drawn, MOTION_WHOLE), stroke);
    }
}

static void paint_wedge(struct view *view, enum role role, const struct ring *ring,
                        const struct spot wedge[4], enum wedge_state state) {
    if (state == WEDGE_LIT)
        paint_lit(view, role, ring, wedge);
    else if (state == WEDGE_MISS)
        paint_miss(view, role, ring, wedge, MOTION_WHOLE);
    else
        paint_polygon(view, role, state == WEDGE_NOW ? COLOR_INK : COLOR_TRACK, wedge, 4, ring->round);
}

/* The inner part of a wedge. */
static void paint_lighting(struct view *view, enum role role, const struct ring *ring,
                           const struct spot wedge[4], int32_t share) {
    const struct spot part[4] = {between(wedge[3], wedge[0], share, MOTION_WHOLE),
                                 between(wedge[2], wedge[1], share, MOTION_WHOLE), wedge[2], wedge[3]};
    paint_lit(view, role, ring, part);
}

static void paint_coming(struct view *view, enum role role, const struct ring *ring,
                         const struct spot wedge[4], enum wedge_state state, int32_t share) {
    if (share && state == WEDGE_LIT) paint_lighting(view, role, ring, wedge, share);
    if (share && state == WEDGE_MISS) paint_miss(view, role, ring, wedge, share);
}

void ring_paint_coming(struct view *view, enum role role, const struct ring *ring,
                       const enum wedge_state states[5], const int32_t shares[5], enum wedge_state before) {
    for (uint32_t i = 0; i < 5; i++) {
        struct spot wedge[4];
        wedge_spots(ring, i, wedge);
        paint_wedge(view, role, ring, wedge, shares[i] < MOTION_WHOLE ? before : states[i]);
        if (shares[i] < MOTION_WHOLE) paint_coming(view, role, ring, wedge, states[i], shares[i]);
    }
}

void ring_paint(struct view *view, enum role role, const struct ring *ring,
                const enum wedge_state states[5]) {
    static const int32_t all[5] = {MOTION_WHOLE, MOTION_WHOLE, MOTION_WHOLE, MOTION_WHOLE, MOTION_WHOLE};
    ring_paint_coming(view, role, ring, states, all, WEDGE_TODO);
}

static struct spot beside(struct spot middle, int32_t size, int32_t x, int32_t y) {
    return (struct spot){middle.x + size * x / 100, middle.y + size * y / 100};
}

void paint_tick(struct view *view, enum role role, enum color color, struct spot middle, int32_t size,
                int32_t stroke) {
    const struct spot spots[3] = {beside(middle, size, -34, 2), beside(middle, size, -9, 28),
                                  beside(middle, size, 36, -26)};
    paint_stroke(view, role, color, spots, 3, stroke);
}

void paint_cross(struct view *view, enum role role, enum color color, struct spot middle, int32_t size,
                 int32_t stroke) {
    paint_line(view, role, color, beside(middle, size, -26, -26), beside(middle, size, 26, 26), stroke);
    paint_line(view, role, color, beside(middle, size, 26, -26), beside(middle, size, -26, 26), stroke);
}

void paint_badge(struct view *view, enum role role, struct spot middle, int32_t size, bool right) {
    int32_t radius = size * 56 / 100;
    struct spot low = {middle.x, middle.y + size / 20}, five[5];
    pentagon_spots(low, radius * (right ? 94 : 93) / 100, five);
    if (right) {
        int32_t edge = size * 35 / 1000 > 30 ? size * 35 / 1000 : 30;
        paint_polygon(view, role, COLOR_LAMP, five, 5, 0);
        paint_outline(view, role, COLOR_LAMP_EDGE, five, 5, edge);
        paint_tick(view, role, COLOR_ON_LAMP, (struct spot){low.x, low.y - size / 50}, size * 74 / 100,
                   size * 105 / 1000);
    } else {
        paint_outline(view, role, COLOR_WRONG, five, 5, size * 85 / 1000);
        paint_cross(view, role, COLOR_WRONG, low, size * 62 / 100, size / 10);
    }
}

void paint_mark(struct view *view, struct box box, enum color bar) {
    int32_t radius = box.w * 52 / 100;
    struct ring ring = {
        {box.x + box.w / 2, box.y + box.w * 53 / 100}, radius, radius * 66 / 100, radius * 17 / 100, 4, 0, 0};
    for (uint32_t i = 0; i < 5; i++) {
        struct spot wedge[4];
        wedge_spots(&ring, i, wedge);
        paint_polygon(view, ROLE_HEAD, bar, wedge, 4, ring.round);
    }
    int32_t side = radius * 42 / 100;
    struct box lamp = {ring.middle.x - side / 2, ring.middle.y - side / 2 + radius / 50, side, side};
    paint_rect(view, ROLE_HEAD, COLOR_LAMP, lamp, side * 14 / 100);
}

int32_t wordmark_width(int32_t size) {
    return size * 122 / 100 + 2 * (size * 66 / 100);
}

void paint_wordmark(struct view *view, int32_t x, int32_t y, int32_t size) {
    paint_mark(view, (struct box){x, y, size, size}, COLOR_INK);
    struct style style = {ROLE_HEAD,  COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, size * 66 / 100,
                          ALIGN_LEFT, -1};
    paint_text(view, &style, x + size * 122 / 100, y + size * 21 / 100, word_get(WORD_NAME));
}

void paint_lamp(struct view *view, enum role role, struct box box, int32_t radius) {
    paint_rect(view, role, COLOR_LAMP, box, radius);
    paint_frame(view, role, COLOR_LAMP_EDGE, box, radius, 30);
}
