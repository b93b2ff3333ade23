#include "platform/projection.h"

#include "paint/compare.h"

void projection_init(struct projection *projection, struct faces *faces, struct drawing_source drawings,
                     const struct palette *palette, struct display display) {
    *projection = (struct projection){.palette = palette, .display = display, .nothing = true};
    projection->faces = faces;
    projection->metrics = faces_metrics(projection->faces);
    projection->drawings = drawings_create(drawings);
    arena_init(&projection->names);
    painter_init(&projection->painter, projection->faces, projection->drawings);
    for (uint32_t i = 0; i < 2; i++) {
        arena_init(&projection->arenas[i]);
        draw_begin(&projection->lists[i], &projection->arenas[i]);
    }
}

void projection_dress(struct projection *projection, const struct palette *palette, struct faces *faces) {
    const struct words_known *known = projection->metrics.known;
    projection->palette = palette;
    projection->faces = projection->painter.faces = faces;
    projection->metrics = faces_metrics(faces);
    projection->metrics.known = known;
    projection->nothing = true;
}

void projection_finish(struct projection *projection) {
    for (uint32_t i = 0; i < 2; i++) arena_finish(&projection->arenas[i]);
    arena_finish(&projection->names);
    painter_finish(&projection->painter);
    drawings_destroy(projection->drawings);
    *projection = (struct projection){0};
}

void projection_forget(struct projection *projection, struct display display) {
    projection->display = display;
    projection->nothing = true;
}

const struct draw_list *projection_list(const struct projection *projection) {
    return &projection->lists[projection->shown];
}

/* Once for each reading of the content. */
static void learn_content(struct projection *projection, const struct content *content) {
    if (projection->known_of == content && projection->generation == content->generation) return;
    drawings_use(projection->drawings, content);
    arena_clear(&projection->names);
    projection->known = known_of(content, &projection->names);
    projection->known_of = content;
    projection->generation = content->generation;
    projection->metrics.known = &projection->known;
}

bool projection_build(struct projection *projection, const struct app *app, const struct app_world *world) {
    uint32_t next = 1 - projection->shown;
    struct view view;
    learn_content(projection, world->content);
    view_begin(&view, &projection->lists[next], &projection->arenas[next], &projection->metrics,
               projection->display, app->large, projection->palette->base == THEME_CONTRAST);
    view.motion = projection->motion;
    if (view.motion) view.motion->wake = MOTION_REST;
    app_view(app, world, &view);
    return projection->nothing || draw_hash(&projection->lists[0]) != draw_hash(&projection->lists[1]);
}

struct damage projection_damage(const struct projection *projection) {
    struct damage damage = {0};
    struct area whole = area_of(0, 0, projection->display.w, projection->display.h);
    if (projection->nothing)
        damage_add(&damage, whole);
    else
        lists_compare(projection_list(projection), &projection->lists[1 - projection->shown], &damage);
    struct damage seen = {0};
    for (uint32_t i = 0; i < damage.count; i++) damage_add(&seen, area_meet(damage.list[i], whole));
    return seen;
}

void projection_paint(struct projection *projection, struct canvas *canvas, const struct damage *damage) {
    projection->shown = 1 - projection->shown;
    projection->nothing = false;
    painter_paint_damage(&projection->painter, projection_list(projection), projection->palette, canvas,
                         damage);
    faces_tidy(projection->faces);
}
