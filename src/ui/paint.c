#include "ui/paint.h"

#include <assert.h>

static struct draw_command *add_box(struct view *view, enum draw_kind kind, enum role role, enum color color,
                                    struct box box) {
    struct panel place = view_place(view, box);
    struct draw_command *command = draw_add(view->list, kind, role, color);
    command->x = place.x;
    command->y = place.y;
    command->w = place.w;
    command->h = place.h;
    return command;
}

/* A line of the design must not vanish on a small display. */
static int32_t thickness(const struct view *view, int32_t stroke) {
    int32_t px = view_px(view, stroke);
    return px ? px : 1;
}

void paint_rect(struct view *view, enum role role, enum color color, struct box box, int32_t radius) {
    add_box(view, DRAW_RECT, role, color, box)->radius = view_px(view, radius);
}

void paint_frame(struct view *view, enum role role, enum color color, struct box box, int32_t radius,
                 int32_t stroke) {
    struct draw_command *command = add_box(view, DRAW_FRAME, role, color, box);
    command->radius = view_px(view, radius);
    command->stroke = thickness(view, stroke);
}

static int32_t px16(const struct view *view, int32_t value) {
    int64_t scaled = (int64_t)value * view->short_side * 16;
    return (int32_t)(scaled >= 0 ? (scaled + 5000) / 10000 : -((-scaled + 5000) / 10000));
}

static struct draw_command *add_spots(struct view *view, enum draw_kind kind, enum role role,
                                      enum color color, const struct spot *spots, uint32_t count) {
    struct draw_command *command = draw_add(view->list, kind, role, color);
    for (uint32_t i = 0; i < count; i++)
        draw_point(view->list, command, view->left * 16 + px16(view, spots[i].x),
                   view->top * 16 + px16(view, spots[i].y));
    return command;
}

void paint_polygon(struct view *view, enum role role, enum color color, const struct spot *spots,
                   uint32_t count, int32_t grow) {
    add_spots(view, DRAW_POLYGON, role, color, spots, count)->radius = px16(view, grow);
}

static int32_t thickness16(const struct view *view, int32_t stroke) {
    int32_t px = px16(view, stroke);
    return px > 12 ? px : 12;
}

void paint_outline(struct view *view, enum role role, enum color color, const struct spot *spots,
                   uint32_t count, int32_t stroke) {
    add_spots(view, DRAW_OUTLINE, role, color, spots, count)->stroke = thickness16(view, stroke);
}

void paint_stroke(struct view *view, enum role role, enum color color, const struct spot *spots,
                  uint32_t count, int32_t stroke) {
    add_spots(view, DRAW_STROKE, role, color, spots, count)->stroke = thickness16(view, stroke);
}

void paint_line(struct view *view, enum role role, enum color color, struct spot from, struct spot to,
                int32_t stroke) {
    const struct spot spots[2] = {from, to};
    paint_stroke(view, role, color, spots, 2, stroke);
}

void paint_circle(struct view *view, enum role role, enum color color, struct spot middle, int32_t radius) {
    paint_rect(view, role, color, (struct box){middle.x - radius, middle.y - radius, 2 * radius, 2 * radius},
               radius);
}

void paint_round(struct view *view, enum role role, enum color color, struct spot middle, int32_t across,
                 int32_t down, int32_t stroke) {
    enum { STEPS = 24 };
    static const int32_t sine[STEPS] = {0, 259,  500,  707,  866,  966,  1000,  966,  866,  707,  500,  259,
                                        0, -259, -500, -707, -866, -966, -1000, -966, -866, -707, -500, -259};
    struct spot spots[STEPS];
    for (uint32_t i = 0; i < STEPS; i++)
        spots[i] = (struct spot){middle.x + across * sine[(i + STEPS / 4) % STEPS] / 1000,
                                 middle.y + down * sine[i] / 1000};
    paint_outline(view, role, color, spots, STEPS, stroke);
}

void paint_icon(struct view *view, enum role role, const char *name, struct box box) {
    struct draw_command *command = add_box(view, DRAW_ICON, role, COLOR_INK, box);
    struct str text = str_of(name);
    command->text = (struct str){arena_text(view->arena, text.at, text.len), text.len};
}

void paint_alpha(struct view *view, uint8_t alpha) {
    assert(view->list->command_count);
    view->list->commands[view->list->command_count - 1].alpha = alpha;
}

int16_t paint_panel(struct view *view, struct box box) {
    return draw_panel(view->list, view_place(view, box));
}

static int32_t to_px(int32_t width64) {
    return (width64 + 63) / 64;
}

static int32_t aligned(int32_t x, int32_t width, enum align align) {
    if (align == ALIGN_LEFT) return x;
    return align == ALIGN_MIDDLE ? x - width / 2 : x - width;
}

static void add_text(struct view *view, const struct style *style, int32_t x, int32_t y, int32_t size,
                     const struct line *line) {
    if (!line->text.len) return;
    struct draw_command *command = draw_add(view->list, DRAW_TEXT, style->role, style->color);
    command->on = (uint8_t)style->on;
    command->face = (uint8_t)view_face(view, style->face);
    command->panel = style->panel;
    command->size = size;
    command->x = aligned(x, to_px(line->width), style->align) - line->hang / 64;
    command->y = y;
    command->w = to_px(line->width + line->hang);
    command->h = size;
    command->text = (struct str){arena_text(view->arena, line->text.at, line->text.len), line->text.len};
}

static int32_t measure_at(const struct view *view, const struct style *style, int32_t size, struct str text) {
    return metrics_width(view->metrics, view_face(view, style->face), size, text);
}

void paint_text(struct view *view, const struct style *style, int32_t x, int32_t y, struct str text) {
    int32_t size = view_px(view, style->size);
    struct line line = {text, measure_at(view, style, size, text), 0};
    add_text(view, style, view->left + view_px(view, x), view->top + view_px(view, y), size, &line);
}

int32_t paint_width(const struct view *view, const struct style *style, struct str text) {
    return view_u(view, to_px(measure_at(view, style, view_px(view, style->size), text)));
}

int32_t paint_size_for(const struct view *view, const struct style *style, struct str text, int32_t width) {
    enum { FLOOR = 260 };
    struct style tried = *style;
    while (tried.size > FLOOR && paint_width(view, &tried, text) > width) tried.size -= tried.size / 20 + 1;
    return tried.size > FLOOR || style->size < FLOOR ? tried.size : FLOOR;
}

int32_t paint_fit(struct view *view, const struct style *style, int32_t x, int32_t y, const struct fit *fit) {
    int32_t left = view->left + view_px(view, x), top = view->top + view_px(view, y);
    for (uint32_t i = 0; i < fit->lines.count; i++)
        add_text(view, style, left, top + (int32_t)i * fit->pitch, fit->size, &fit->lines.list[i]);
    return y + view_u(view, fit_height(fit));
}

static void stress_line(struct view *view, const struct style *style, const struct line *line, int32_t x,
                        int32_t y, int32_t size, struct str words) {
    size_t at = words.len ? str_find(line->text, words) : line->text.len;
    if (at == line->text.len) return;
    enum face face = view_face(view, style->face);
    int32_t width = metrics_width(view->metrics, face, size, words);
    int32_t before =
        metrics_width(view->metrics, face, size, str_cut(line->text, 0, at + words.len)) - width - line->hang;
    int32_t low = y + view_u(view, size) + 20, left = x + view_u(view, before / 64);
    paint_line(view, ROLE_PICTURE, COLOR_INK, (struct spot){left, low},
               (struct spot){left + view_u(view, width / 64), low}, 36);
}

void paint_stress(struct view *view, const struct style *style, int32_t x, int32_t y, const struct fit *fit,
                  struct str words) {
    for (uint32_t i = 0; i < fit->lines.count; i++)
        stress_line(view, style, &fit->lines.list[i], x, y + view_u(view, (int32_t)i * fit->pitch), fit->size,
                    words);
}

struct fit paint_measure(const struct view *view, const struct type *type, struct str text, int32_t width,
                         int32_t height) {
    enum { MOST = 12 };
    int32_t sizes[MOST];
    uint32_t count = 0;
    for (; type->sizes[count]; count++) {
        assert(count < MOST);
        sizes[count] = view_px(view, type->sizes[count]);
    }
    struct fit_steps steps = {sizes, count, type->pitch_percent, type->headline};
    return fit_text(text, view_px(view, width), view_px(view, height), steps, view->metrics,
                    view_face(view, type->face), view->arena);
}
