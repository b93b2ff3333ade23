#include "paint/cover.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { PIXEL = 256, FULL = 2 * PIXEL * PIXEL };

void cover_init(struct cover *cover) {
    *cover = (struct cover){0};
}

void cover_finish(struct cover *cover) {
    memory_give_back(cover->edges);
    memory_give_back(cover->active);
    memory_give_back(cover->height);
    memory_give_back(cover->area);
    memory_give_back(cover->touched);
    cover_init(cover);
}

void cover_begin(struct cover *cover) {
    cover->edge_count = 0;
}

static void add_edge(struct cover *cover, struct cover_point from, struct cover_point to) {
    if (from.y == to.y) return;
    if (cover->edge_count == cover->edge_room) {
        cover->edge_room = cover->edge_room ? 2 * cover->edge_room : 64;
        cover->edges = memory_resize(cover->edges, cover->edge_room, sizeof *cover->edges);
    }
    bool down = from.y < to.y;
    struct cover_point high = down ? from : to, low = down ? to : from;
    cover->edges[cover->edge_count++] = (struct cover_edge){high.x, high.y, low.x, low.y, down ? 1 : -1};
}

void cover_contour(struct cover *cover, const struct cover_point *points, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) add_edge(cover, points[i], points[(i + 1) % count]);
}

static int by_top(const void *a, const void *b) {
    const struct cover_edge *x = a, *y = b;
    return (x->y0 > y->y0) - (x->y0 < y->y0);
}

static void ready_cells(struct cover *cover, int32_t width) {
    if (cover->cells < width + 1) {
        memory_give_back(cover->height);
        memory_give_back(cover->area);
        memory_give_back(cover->touched);
        cover->cells = width + 1;
        cover->height = memory_zeroed((size_t)cover->cells * sizeof *cover->height);
        cover->area = memory_zeroed((size_t)cover->cells * sizeof *cover->area);
        cover->touched = memory_zeroed(((size_t)cover->cells / 64 + 1) * sizeof *cover->touched);
    }
    if (cover->active_room < cover->edge_count) {
        cover->active_room = cover->edge_room;
        cover->active = memory_resize(cover->active, cover->active_room, sizeof *cover->active);
    }
}

static int32_t divided(int64_t a, int64_t b) { /* b > 0; rounded down */
    return (int32_t)(a >= 0 ? a / b : -((-a + b - 1) / b));
}

/* What lies left of the canvas covers its whole row from the first cell on, what lies right of it nothing. */
static void add_cell(struct cover *cover, int32_t cell, int32_t last, int32_t height, int32_t fractions) {
    if (!height) return;
    if (cell < 0) cell = fractions = 0;
    if (cell > last) cell = last;
    cover->height[cell] += height;
    cover->area[cell] += fractions * height;
    cover->touched[cell / 64] |= (uint64_t)1 << (cell % 64);
}

/* A piece of an edge within one row, from left to right; only the size of its y steps counts. */
static void add_piece(struct cover *cover, int32_t last, struct cover_point a, struct cover_point b,
                      int32_t turn) {
    int32_t y = a.y, x = a.x;
    for (int32_t cell = x >> 8; x < b.x; cell++) {
        int32_t next_x = (cell + 1) * PIXEL < b.x ? (cell + 1) * PIXEL : b.x;
        int32_t next_y =
            next_x == b.x ? b.y : a.y + divided((int64_t)(next_x - a.x) * (b.y - a.y), b.x - a.x);
        add_cell(cover, cell, last, turn * abs(next_y - y), x + next_x - 2 * cell * PIXEL);
        x = next_x;
        y = next_y;
    }
}

static int32_t x_at(const struct cover_edge *edge, int32_t y) {
    return edge->x0 + divided((int64_t)(y - edge->y0) * (edge->x1 - edge->x0), edge->y1 - edge->y0);
}

static void add_edge_to_row(struct cover *cover, const struct cover_edge *edge, int32_t row, int32_t last) {
    int32_t top = row * PIXEL, bottom = top + PIXEL;
    struct cover_point a = {0, edge->y0 > top ? edge->y0 : top};
    struct cover_point b = {0, edge->y1 < bottom ? edge->y1 : bottom};
    a.x = x_at(edge, a.y);
    b.x = x_at(edge, b.y);
    if (a.x == b.x)
        add_cell(cover, a.x >> 8, last, edge->turn * (b.y - a.y), 2 * (a.x & 255));
    else if (a.x < b.x)
        add_piece(cover, last, a, b, edge->turn);
    else
        add_piece(cover, last, b, a, edge->turn);
}

static uint8_t share_of(int64_t covered, uint8_t alpha) {
    if (covered < 0) covered = -covered;
    if (covered > FULL) covered = FULL;
    return (uint8_t)((covered * alpha + FULL / 2) / FULL);
}

struct paint_row {
    struct canvas *canvas;
    uint32_t rgb;
    int32_t y;
    uint8_t alpha;
};

static void paint_run(const struct paint_row *row, int32_t from, int32_t to, int64_t covered) {
    uint8_t share = share_of(covered, row->alpha);
    if (share && from < to) canvas_span(row->canvas, row->y, from, to, row->rgb, share);
}

/* Takes the row's cells, painted, out of the sums. */
static void sweep_word(struct cover *cover, uint32_t word, const struct paint_row *row, int32_t *x,
                       int64_t *height) {
    for (uint64_t bits = cover->touched[word]; bits; bits &= bits - 1) {
        int32_t cell = (int32_t)(word * 64) + __builtin_ctzll(bits);
        paint_run(row, *x, cell, *height * 2 * PIXEL);
        *height += cover->height[cell];
        paint_run(row, cell, cell + 1, *height * 2 * PIXEL - cover->area[cell]);
        cover->height[cell] = cover->area[cell] = 0;
        *x = cell + 1;
    }
    cover->touched[word] = 0;
}

static void sweep_row(struct cover *cover, const struct paint_row *row) {
    int32_t x = 0;
    int64_t height = 0;
    for (uint32_t word = 0; word <= (uint32_t)row->canvas->w / 64; word++)
        if (cover->touched[word]) sweep_word(cover, word, row, &x, &height);
    paint_run(row, x, row->canvas->w, height * 2 * PIXEL);
}

/* Lets go of the edges that ended above the row and adds those that begin in it. */
static uint32_t update_active(struct cover *cover, uint32_t active, uint32_t *next, int32_t row) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < active; i++)
        if (cover->edges[cover->active[i]].y1 > row * PIXEL) cover->active[kept++] = cover->active[i];
    for (; *next < cover->edge_count && cover->edges[*next].y0 < (row + 1) * PIXEL; ++*next)
        if (cover->edges[*next].y1 > row * PIXEL) cover->active[kept++] = *next;
    return kept;
}

static int32_t lowest(const struct cover *cover) {
    int32_t bottom = cover->edges[0].y1;
    for (uint32_t i = 1; i < cover->edge_count; i++)
        if (cover->edges[i].y1 > bottom) bottom = cover->edges[i].y1;
    return (bottom + PIXEL - 1) >> 8;
}

void cover_fill(struct cover *cover, struct canvas *canvas, uint32_t rgb, uint8_t alpha) {
    if (!cover->edge_count || area_is_empty(canvas->clip)) return;
    ready_cells(cover, canvas->w);
    qsort(cover->edges, cover->edge_count, sizeof *cover->edges, by_top);
    struct paint_row row = {canvas, rgb, cover->edges[0].y0 >> 8, alpha};
    if (row.y < canvas->clip.top) row.y = canvas->clip.top;
    int32_t bottom = lowest(cover) < canvas->clip.bottom ? lowest(cover) : canvas->clip.bottom;
    uint32_t next = 0, active = 0;
    for (; row.y < bottom; row.y++) {
        active = update_active(cover, active, &next, row.y);
        for (uint32_t i = 0; i < active; i++)
            add_edge_to_row(cover, &cover->edges[cover->active[i]], row.y, canvas->w);
        sweep_row(cover, &row);
    }
}
