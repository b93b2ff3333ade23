#include "paint/painter.h"

#include <assert.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "paint/compare.h"
#include "ui/spacing.h"

/* What painting one command needs to know. */
struct stroke_of_work {
    struct painter *painter;
    const struct draw_list *list;
    const struct draw_command *command;
    struct canvas *canvas;
    const struct palette *palette;
    uint32_t rgb;
};

void painter_init(struct painter *painter, struct faces *faces, struct drawings *drawings) {
    *painter = (struct painter){.faces = faces, .drawings = drawings};
    cover_init(&painter->cover);
    contours_init(&painter->contours);
}

void painter_finish(struct painter *painter) {
    cover_finish(&painter->cover);
    contours_finish(&painter->contours);
    memory_give_back(painter->areas);
    *painter = (struct painter){0};
}

static struct area box_of(const struct draw_command *command) {
    return area_of(command->x, command->y, command->w, command->h);
}

static const struct point *points_of(const struct stroke_of_work *work) {
    return work->list->points + work->command->point_first;
}

static void fill_shape(const struct stroke_of_work *work) {
    cover_fill(&work->painter->cover, work->canvas, work->rgb, work->command->alpha);
}

static void paint_rect(const struct stroke_of_work *work) {
    const struct draw_command *command = work->command;
    if (command->radius == 0) {
        canvas_fill(work->canvas, box_of(command), work->rgb, command->alpha);
        return;
    }
    contour_box(&work->painter->contours, &work->painter->cover, box_of(command), command->radius);
    fill_shape(work);
}

static void paint_rects(const struct stroke_of_work *work) {
    const struct draw_command *command = work->command;
    const struct point *points = points_of(work);
    for (uint32_t i = 0; i < command->point_count; i++)
        canvas_fill16(work->canvas, area_of(points[i].x, points[i].y, command->w * 16, command->h * 16),
                      work->rgb, command->alpha);
}

static void paint_frame(const struct stroke_of_work *work) {
    const struct draw_command *command = work->command;
    contour_frame(&work->painter->contours, &work->painter->cover, box_of(command), command->radius,
                  command->stroke);
    fill_shape(work);
}

static void paint_polygon(const struct stroke_of_work *work) {
    contour_polygon(&work->painter->contours, &work->painter->cover, points_of(work),
                    work->command->point_count, work->command->radius);
    fill_shape(work);
}

static void paint_outline(const struct stroke_of_work *work) {
    contour_outline(&work->painter->contours, &work->painter->cover, points_of(work),
                    work->command->point_count, work->command->stroke);
    fill_shape(work);
}

static void paint_stroke(const struct stroke_of_work *work) {
    contour_stroke(&work->painter->contours, &work->painter->cover, points_of(work),
                   work->command->point_count, work->command->stroke);
    fill_shape(work);
}

static void paint_gradient(const struct stroke_of_work *work) {
    canvas_gradient(work->canvas, box_of(work->command), work->rgb, work->command->alpha);
}

static void stamp_on(const struct stroke_of_work *work, const struct stamp *stamp, int32_t x,
                     int32_t baseline) {
    canvas_mask(work->canvas, (struct mask){stamp->bytes, stamp->w, stamp->h}, x + stamp->x,
                baseline + stamp->y, work->rgb, work->command->alpha);
}

/* The pen moves in 1/64 pixel, ink sits on whole pixels; the baseline lies .88 of the size below the em box's
   top. */
static void paint_text(const struct stroke_of_work *work) {
    const struct draw_command *command = work->command;
    struct faces *faces = work->painter->faces;
    struct pen pen = {.x = command->x * 64};
    int32_t baseline = command->y + (command->size * 88 + 50) / 100;
    const char *at = command->text.at, *end = at + command->text.len;
    while (at < end && pen.x / 64 < work->canvas->clip.right + command->size) {
        uint32_t code = utf8_next(&at, end);
        const struct stamp *stamp = faces_stamp(faces, command->face, command->size, code);
        int32_t advance = faces_advance(faces, command->face, command->size, code);
        int32_t begin = pen_set(&pen, code, advance, command->size);
        if (stamp) stamp_on(work, stamp, (begin + 32) >> 6, baseline);
    }
}

static struct drawing_palette drawing_palette_of(const struct palette *palette) {
    return (struct drawing_palette){color_value(palette, COLOR_INK), color_value(palette, COLOR_PANEL),
                                    color_value(palette, COLOR_LAMP), color_value(palette, COLOR_ON_LAMP)};
}

static void paint_icon(const struct stroke_of_work *work) {
    const struct draw_command *command = work->command;
    struct drawing_palette palette = drawing_palette_of(work->palette);
    int32_t side = work->canvas->w < work->canvas->h ? work->canvas->w : work->canvas->h;
    if (!work->painter->drawings) return;
    struct drawing drawing = drawings_get(work->painter->drawings, command->text, command->w, command->h,
                                          side * 16 / 100, &palette);
    if (drawing.pixels)
        canvas_picture(work->canvas, (struct picture){drawing.pixels, drawing.w, drawing.h}, command->x,
                       command->y, command->alpha);
}

typedef void paint_function(const struct stroke_of_work *work);
static paint_function *const functions[] = {
    [DRAW_RECT] = paint_rect,         [DRAW_RECTS] = paint_rects,     [DRAW_FRAME] = paint_frame,
    [DRAW_POLYGON] = paint_polygon,   [DRAW_OUTLINE] = paint_outline, [DRAW_STROKE] = paint_stroke,
    [DRAW_GRADIENT] = paint_gradient, [DRAW_TEXT] = paint_text,       [DRAW_ICON] = paint_icon,
};
_Static_assert(sizeof functions / sizeof functions[0] == DRAW_KINDS, "every command can be painted");

static void paint_command(struct painter *painter, const struct draw_list *list,
                          const struct draw_command *command, const struct palette *palette,
                          struct canvas *canvas) {
    if (command->color == COLOR_NONE || command->alpha == 0) return;
    struct stroke_of_work work = {painter, list,    command,
                                  canvas,  palette, color_value(palette, (enum color)command->color)};
    cover_begin(&painter->cover);
    functions[command->kind](&work);
}

/* Found once per list: a list is walked once per damaged rectangle and band. */
static void find_areas(struct painter *painter, const struct draw_list *list) {
    if (painter->area_room < list->command_count) {
        painter->area_room = list->command_count * 2;
        painter->areas = memory_resize(painter->areas, painter->area_room, sizeof *painter->areas);
    }
    for (uint32_t i = 0; i < list->command_count; i++)
        painter->areas[i] = command_area(list, &list->commands[i]);
}

static bool hides(const struct draw_command *command, struct area box, struct area clip) {
    return command->kind == DRAW_RECT && command->alpha == 255 && command->radius == 0 &&
           area_equal(area_meet(box, clip), clip);
}

/* The last command that hides all before it. */
static uint32_t first_seen(const struct painter *painter, const struct draw_list *list, struct area clip) {
    for (uint32_t i = list->command_count; i-- > 0;)
        if (hides(&list->commands[i], painter->areas[i], clip)) return i;
    return list->command_count;
}

static void paint_band(struct painter *painter, const struct draw_list *list, const struct palette *palette,
                       struct canvas *canvas, struct area band) {
    canvas_clip(canvas, band);
    uint32_t first = first_seen(painter, list, canvas->clip);
    if (first == list->command_count) { /* nothing fills it: begin with the ground */
        canvas_fill(canvas, band, color_value(palette, COLOR_GROUND), 255);
        first = 0;
    }
    for (uint32_t i = first; i < list->command_count; i++)
        if (!area_is_empty(area_meet(painter->areas[i], canvas->clip)))
            paint_command(painter, list, &list->commands[i], palette, canvas);
}

/* In bands that stay in the processor's cache: a frame covers its ground five times over. */
static void paint_area(struct painter *painter, const struct draw_list *list, const struct palette *palette,
                       struct canvas *canvas, struct area area) {
    enum { BAND_PIXELS = 64 * 1024 };
    area = area_meet(area, canvas_area(canvas));
    if (area_is_empty(area)) return;
    int32_t rows = BAND_PIXELS / (area.right - area.left) + 16;
    for (int32_t y = area.top; y < area.bottom; y += rows) {
        struct area band = {area.left, y, area.right, y + rows < area.bottom ? y + rows : area.bottom};
        paint_band(painter, list, palette, canvas, band);
    }
    canvas_clip(canvas, area);
}

void painter_paint(struct painter *painter, const struct draw_list *list, const struct palette *palette,
                   struct canvas *canvas, struct area area) {
    find_areas(painter, list);
    paint_area(painter, list, palette, canvas, area);
}

void painter_paint_damage(struct painter *painter, const struct draw_list *list,
                          const struct palette *palette, struct canvas *canvas, const struct damage *damage) {
    if (!damage->count) return;
    find_areas(painter, list);
    for (uint32_t i = 0; i < damage->count; i++) paint_area(painter, list, palette, canvas, damage->list[i]);
}
