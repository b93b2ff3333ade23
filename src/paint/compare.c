#include "paint/compare.h"

#include <string.h>

enum {
    LOOK_AHEAD = 48, /* commands; beyond that two places have nothing in common */
    PATIENCE = 6     /* such places in a row; then the rest is another picture */
};

static struct area around_points(const struct draw_list *list, const struct draw_command *command) {
    struct area area = {0};
    for (uint32_t i = 0; i < command->point_count; i++) {
        struct point point = list->points[command->point_first + i];
        area = area_join(area, area_of(point.x >> 4, point.y >> 4, 1, 1));
    }
    return area;
}

static struct area around_rects(const struct draw_list *list, const struct draw_command *command) {
    struct area area = around_points(list, command);
    if (area_is_empty(area)) return area;
    area.right += command->w + 1;
    area.bottom += command->h + 1;
    return area;
}

/* Ink may leave its em box: serifs at the sides, accents above, tails below. */
static struct area around_text(const struct draw_command *command) {
    int32_t room = command->size / 2 + 2;
    return area_grow(area_of(command->x, command->y, command->w, command->size), room);
}

struct area command_area(const struct draw_list *list, const struct draw_command *command) {
    switch (command->kind) {
    case DRAW_RECTS:
        return around_rects(list, command);
    case DRAW_POLYGON:
        return area_grow(around_points(list, command), command->radius / 16 + 2);
    case DRAW_OUTLINE:
    case DRAW_STROKE:
        return area_grow(around_points(list, command), command->stroke / 32 + 2);
    case DRAW_TEXT:
        return around_text(command);
    default:
        return area_of(command->x, command->y, command->w, command->h);
    }
}

static bool look_equal(const struct draw_command *a, const struct draw_command *b) {
    return a->kind == b->kind && a->color == b->color && a->face == b->face && a->alpha == b->alpha &&
           a->size == b->size && a->radius == b->radius && a->stroke == b->stroke;
}

static bool places_equal(const struct draw_command *a, const struct draw_command *b) {
    return a->x == b->x && a->y == b->y && a->w == b->w && a->h == b->h;
}

static bool points_equal(const struct draw_list *old, const struct draw_command *a,
                         const struct draw_list *new, const struct draw_command *b) {
    return a->point_count == b->point_count &&
           (a->point_count == 0 || memcmp(old->points + a->point_first, new->points + b->point_first,
                                          a->point_count * sizeof(struct point)) == 0);
}

/* What is the same to the eye; roles and panels are for programs. */
static bool commands_equal(const struct draw_list *old, const struct draw_command *a,
                           const struct draw_list *new, const struct draw_command *b) {
    return look_equal(a, b) && places_equal(a, b) && str_equal(a->text, b->text) &&
           points_equal(old, a, new, b);
}

/* Many rectangles of one look, of which a few may have come or gone: the windows of the city. */
static bool is_same_crowd(const struct draw_command *a, const struct draw_command *b) {
    return a->kind == DRAW_RECTS && look_equal(a, b) && a->w == b->w && a->h == b->h;
}

static void add_point(struct damage *damage, const struct draw_command *crowd, struct point point) {
    damage_add(damage, area_of(point.x >> 4, point.y >> 4, crowd->w + 2, crowd->h + 2));
}

/* Two rows of things, and what to do with those that only one of them has. */
struct rows {
    const struct draw_list *old, *new;
    const struct draw_command *crowd_old, *crowd_new; /* NULL: the commands of the lists, else their points */
    struct damage *damage;
};

static bool rows_equal(const struct rows *rows, uint32_t i, uint32_t k) {
    if (!rows->crowd_old)
        return commands_equal(rows->old, &rows->old->commands[i], rows->new, &rows->new->commands[k]);
    struct point a = rows->old->points[rows->crowd_old->point_first + i];
    struct point b = rows->new->points[rows->crowd_new->point_first + k];
    return a.x == b.x && a.y == b.y;
}

static void damage_old(const struct rows *rows, uint32_t i) {
    if (rows->crowd_old)
        add_point(rows->damage, rows->crowd_old, rows->old->points[rows->crowd_old->point_first + i]);
    else
        damage_add(rows->damage, command_area(rows->old, &rows->old->commands[i]));
}

static void damage_new(const struct rows *rows, uint32_t k) {
    if (rows->crowd_new)
        add_point(rows->damage, rows->crowd_new, rows->new->points[rows->crowd_new->point_first + k]);
    else
        damage_add(rows->damage, command_area(rows->new, &rows->new->commands[k]));
}

/* The nearest pair at or behind (i, k); false: none within sight. */
static bool next_pair(const struct rows *rows, uint32_t *i, uint32_t *k, uint32_t i_end, uint32_t k_end) {
    for (uint32_t steps = 1; steps <= LOOK_AHEAD; steps++)
        for (uint32_t in_old = 0; in_old <= steps; in_old++) {
            uint32_t a = *i + in_old, b = *k + steps - in_old;
            if (a >= i_end || b >= k_end || !rows_equal(rows, a, b)) continue;
            *i = a;
            *k = b;
            return true;
        }
    return false;
}

static void compare_crowds(const struct rows *rows, uint32_t i, uint32_t k);

/* Neither has a partner here: damaged, but for a crowd that merely changed. */
static void part_ways(const struct rows *rows, uint32_t i, uint32_t i_end, uint32_t k, uint32_t k_end) {
    while (i < i_end && k < k_end && !rows->crowd_old &&
           is_same_crowd(&rows->old->commands[i], &rows->new->commands[k]))
        compare_crowds(rows, i++, k++);
    while (i < i_end) damage_old(rows, i++);
    while (k < k_end) damage_new(rows, k++);
}

static void compare_rows(const struct rows *rows, uint32_t i_end, uint32_t k_end) {
    uint32_t i = 0, k = 0, failures = 0;
    while (i < i_end && k < k_end && failures < PATIENCE) {
        if (rows_equal(rows, i, k)) {
            i++;
            k++;
            failures = 0;
            continue;
        }
        uint32_t a = i, b = k;
        if (!next_pair(rows, &a, &b, i_end, k_end)) { /* give up on these two and look again */
            a = i + 1;
            b = k + 1;
            failures++;
        }
        part_ways(rows, i, a, k, b);
        i = a;
        k = b;
    }
    part_ways(rows, i, i_end, k, k_end);
}

static void compare_crowds(const struct rows *rows, uint32_t i, uint32_t k) {
    const struct draw_command *a = &rows->old->commands[i], *b = &rows->new->commands[k];
    struct rows points = {rows->old, rows->new, a, b, rows->damage};
    compare_rows(&points, a->point_count, b->point_count);
}

void lists_compare(const struct draw_list *old, const struct draw_list *new, struct damage *damage) {
    struct rows rows = {old, new, NULL, NULL, damage};
    compare_rows(&rows, old->command_count, new->command_count);
}
