#include "platform/frame.h"

#include "paint/compare.h"

void frame_init(struct frame *frame, struct drawing_source drawings, enum theme theme,
                struct display display) {
    *frame = (struct frame){.theme = theme, .display = display, .nothing = true};
    frame->faces = faces_create(faces_of_debian);
    frame->metrics = faces_metrics(frame->faces);
    frame->drawings = drawings_create(drawings);
    painter_init(&frame->painter, frame->faces, frame->drawings);
    for (uint32_t i = 0; i < 2; i++) {
        arena_init(&frame->arenas[i]);
        draw_begin(&frame->lists[i], &frame->arenas[i]);
    }
}

void frame_finish(struct frame *frame) {
    for (uint32_t i = 0; i < 2; i++) arena_finish(&frame->arenas[i]);
    painter_finish(&frame->painter);
    drawings_destroy(frame->drawings);
    faces_destroy(frame->faces);
    *frame = (struct frame){0};
}

void frame_forget(struct frame *frame, struct display display) {
    frame->display = display;
    frame->nothing = true;
}

const struct draw_list *frame_list(const struct frame *frame) {
    return &frame->lists[frame->shown];
}

bool frame_build(struct frame *frame, const struct app *app, const struct app_world *world) {
    uint32_t next = 1 - frame->shown;
    struct view view;
    view_begin(&view, &frame->lists[next], &frame->arenas[next], &frame->metrics, frame->display, app->large,
               frame->theme == THEME_CONTRAST);
    view.focus = app->ui.focus;
    view.pressed = app->ui.pressed;
    app_view(app, world, &view);
    return frame->nothing || draw_hash(&frame->lists[0]) != draw_hash(&frame->lists[1]);
}

struct damage frame_damage(const struct frame *frame) {
    struct damage damage = {0};
    struct area whole = area_of(0, 0, frame->display.w, frame->display.h);
    if (frame->nothing)
        damage_add(&damage, whole);
    else
        lists_compare(frame_list(frame), &frame->lists[1 - frame->shown], &damage);
    struct damage seen = {0};
    for (uint32_t i = 0; i < damage.count; i++) damage_add(&seen, area_meet(damage.list[i], whole));
    return seen;
}

void frame_paint(struct frame *frame, struct canvas *canvas, const struct damage *damage) {
    frame->shown = 1 - frame->shown;
    frame->nothing = false;
    painter_paint_damage(&frame->painter, frame_list(frame), frame->theme, canvas, damage);
    faces_tidy(frame->faces);
    drawings_tidy(frame->drawings);
}
