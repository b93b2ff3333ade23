#include "paint/contour.h"

#include <math.h>

#include "base/memory.h"

static const double HALF_TURN = 3.14159265358979323846;

void contours_init(struct contours *contours) {
    *contours = (struct contours){0};
}

void contours_finish(struct contours *contours) {
    memory_give_back(contours->in);
    memory_give_back(contours->out);
    contours_init(contours);
}

static void emit(struct contours *contours, double x, double y) {
    if (contours->out_count == contours->out_room) {
        contours->out_room = contours->out_room ? 2 * contours->out_room : 256;
        contours->out = memory_resize(contours->out, contours->out_room, sizeof *contours->out);
    }
    contours->out[contours->out_count++] =
        (struct cover_point){(int32_t)lround(x * 256), (int32_t)lround(y * 256)};
}

static void add_in(struct contours *contours, struct spot_px spot) {
    if (contours->in_count == contours->in_room) {
        contours->in_room = contours->in_room ? 2 * contours->in_room : 64;
        contours->in = memory_resize(contours->in, contours->in_room, sizeof *contours->in);
    }
    contours->in[contours->in_count++] = spot;
}

/* Two points in one place have no direction between them. */
static void take_points(struct contours *contours, const struct point *points, uint32_t count, bool closed) {
    contours->in_count = 0;
    for (uint32_t i = 0; i < count; i++)
        if (i == 0 || points[i].x != points[i - 1].x || points[i].y != points[i - 1].y)
            add_in(contours, (struct spot_px){points[i].x / 16.0, points[i].y / 16.0});
    while (closed && contours->in_count > 1 && contours->in[0].x == contours->in[contours->in_count - 1].x &&
           contours->in[0].y == contours->in[contours->in_count - 1].y)
        contours->in_count--;
}

static void reverse(struct contours *contours) {
    for (uint32_t i = 0, k = contours->in_count; i + 1 < k; i++) {
        struct spot_px kept = contours->in[i];
        contours->in[i] = contours->in[--k];
        contours->in[k] = kept;
    }
}

static void flush(struct contours *contours, struct cover *cover) {
    cover_contour(cover, contours->out, contours->out_count);
    contours->out_count = 0;
}

/* Steps small enough that a chord is nowhere more than 1/20 pixel from its arc. */
static void emit_arc(struct contours *contours, struct spot_px middle, double radius, double from,
                     double turn) {
    double chord = radius > 0.1 ? 2 * acos(1 - 0.05 / radius) : HALF_TURN;
    int32_t steps = (int32_t)ceil(turn / chord);
    if (steps < 1) steps = 1;
    for (int32_t i = 0; i <= steps; i++) {
        double angle = from + turn * i / steps;
        emit(contours, middle.x + radius * cos(angle), middle.y + radius * sin(angle));
    }
}

static struct spot_px direction(struct spot_px from, struct spot_px to) {
    double dx = to.x - from.x, dy = to.y - from.y, length = hypot(dx, dy);
    return (struct spot_px){dx / length, dy / length};
}

/* Left of its way (y grows downwards). */
static struct spot_px beside(struct spot_px at, struct spot_px way, double distance) {
    return (struct spot_px){at.x + way.y * distance, at.y - way.x * distance};
}

static double angle_left_of(struct spot_px way) {
    return atan2(-way.x, way.y);
}

static double turn_between(struct spot_px way, struct spot_px next) {
    return atan2(way.x * next.y - way.y * next.x, way.x * next.x + way.y * next.y);
}

/* On the inner side of a bend the two shifted lines cross; where they are too short to, go through the
 * corner. */
static void emit_inner(struct contours *contours, struct spot_px at, struct spot_px way, struct spot_px next,
                       double distance, double reach) {
    double turn = fabs(turn_between(way, next)), back = fabs(distance) * tan(turn / 2);
    struct spot_px a = beside(at, way, distance), b = beside(at, next, distance);
    if (turn < HALF_TURN * 0.98 && back <= reach) {
        double along = distance > 0 ? -back : back;
        emit(contours, a.x + way.x * along, a.y + way.y * along);
        return;
    }
    emit(contours, a.x, a.y);
    emit(contours, at.x, at.y);
    emit(contours, b.x, b.y);
}

static double distance_between(struct spot_px a, struct spot_px b) {
    return hypot(b.x - a.x, b.y - a.y);
}

/* The corner `at` of a line that is shifted to its left. */
static void emit_corner(struct contours *contours, struct spot_px before, struct spot_px at,
                        struct spot_px after, double distance) {
    struct spot_px way = direction(before, at), next = direction(at, after);
    double turn = turn_between(way, next);
    if (turn >= 0 && distance > 0) {
        emit_arc(contours, at, distance, angle_left_of(way), turn);
        return;
    }
    if (distance == 0) {
        emit(contours, at.x, at.y);
        return;
    }
    emit_inner(contours, at, way, next, distance,
               fmin(distance_between(before, at), distance_between(at, after)));
}

static void emit_side(struct contours *contours, double distance) {
    uint32_t n = contours->in_count;
    for (uint32_t i = 0; i < n; i++)
        emit_corner(contours, contours->in[(i + n - 1) % n], contours->in[i], contours->in[(i + 1) % n],
                    distance);
}

static double signed_size(const struct contours *contours) {
    double sum = 0;
    for (uint32_t i = 0, n = contours->in_count; i < n; i++) {
        struct spot_px a = contours->in[i], b = contours->in[(i + 1) % n];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum;
}

/* Makes its outside the left of its way. */
static void turn_outwards(struct contours *contours) {
    if (signed_size(contours) < 0) reverse(contours);
}

static void disc(struct contours *contours, struct cover *cover, struct spot_px middle, double radius) {
    emit_arc(contours, middle, radius, 0, 2 * HALF_TURN);
    flush(contours, cover);
}

void contour_polygon(struct contours *contours, struct cover *cover, const struct point *points,
                     uint32_t count, int32_t grow) {
    take_points(contours, points, count, true);
    if (contours->in_count < 3) return;
    turn_outwards(contours);
    emit_side(contours, grow / 16.0);
    flush(contours, cover);
}

void contour_outline(struct contours *contours, struct cover *cover, const struct point *points,
                     uint32_t count, int32_t stroke) {
    take_points(contours, points, count, true);
    if (contours->in_count < 3) {
        contour_stroke(contours, cover, points, count, stroke);
        return;
    }
    turn_outwards(contours);
    emit_side(contours, stroke / 32.0);
    flush(contours, cover);
    reverse(contours);
    emit_side(contours, stroke / 32.0);
    flush(contours, cover);
}

/* One side of an open line, from its first end to its last, and the round end there. */
static void emit_way(struct contours *contours, double radius) {
    uint32_t n = contours->in_count;
    for (uint32_t i = 1; i + 1 < n; i++)
        emit_corner(contours, contours->in[i - 1], contours->in[i], contours->in[i + 1], radius);
    struct spot_px last = direction(contours->in[n - 2], contours->in[n - 1]);
    emit_arc(contours, contours->in[n - 1], radius, angle_left_of(last), HALF_TURN);
}

void contour_stroke(struct contours *contours, struct cover *cover, const struct point *points,
                    uint32_t count, int32_t stroke) {
    double radius = stroke / 32.0;
    take_points(contours, points, count, false);
    if (contours->in_count == 1) disc(contours, cover, contours->in[0], radius);
    if (contours->in_count < 2) return;
    emit_way(contours, radius);
    reverse(contours);
    emit_way(contours, radius);
    flush(contours, cover);
}

static int32_t radius_that_fits(struct area box, int32_t radius) {
    int32_t w = box.right - box.left, h = box.bottom - box.top, side = w < h ? w : h;
    return 2 * radius > side ? side / 2 : radius;
}

static void emit_box(struct contours *contours, struct area box, double radius) {
    struct spot_px corners[4] = {{box.left + radius, box.top + radius},
                                 {box.right - radius, box.top + radius},
                                 {box.right - radius, box.bottom - radius},
                                 {box.left + radius, box.bottom - radius}};
    for (int32_t i = 0; i < 4; i++)
        emit_arc(contours, corners[i], radius, (i + 2) * HALF_TURN / 2, HALF_TURN / 2);
}

void contour_box(struct contours *contours, struct cover *cover, struct area box, int32_t radius) {
    if (area_is_empty(box)) return;
    int32_t w = box.right - box.left, h = box.bottom - box.top;
    bool round = 2 * radius >= (w < h ? w : h); /* a circle keeps its half pixel */
    emit_box(contours, box, round ? (w < h ? w : h) / 2.0 : radius_that_fits(box, radius));
    flush(contours, cover);
}

static void emit_reversed(struct contours *contours, struct cover *cover) {
    for (uint32_t i = 0, k = contours->out_count; i + 1 < k; i++) {
        struct cover_point kept = contours->out[i];
        contours->out[i] = contours->out[--k];
        contours->out[k] = kept;
    }
    flush(contours, cover);
}

void contour_frame(struct contours *contours, struct cover *cover, struct area box, int32_t radius,
                   int32_t stroke) {
    struct area hole = area_grow(box, -stroke);
    contour_box(contours, cover, box, radius);
    if (area_is_empty(hole)) return;
    emit_box(contours, hole, radius > stroke ? radius_that_fits(hole, radius - stroke) : 0);
    emit_reversed(contours, cover);
}
