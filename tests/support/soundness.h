#ifndef ANZHI_TESTS_SUPPORT_SOUNDNESS_H
#define ANZHI_TESTS_SUPPORT_SOUNDNESS_H

#include <stdio.h>

#include "base/utf8.h"
#include "ui/theme.h"
#include "ui/view.h"

/* What must hold of every draw list, whatever is on the screen. The first thing that does not is told in
 * `what`. */

struct soundness {
    const struct view *view;
    const struct draw_list *list;
    uint32_t first; /* commands before it lie under a scrim */
    char what[400];
};

struct span_box {
    int32_t x, y, w, h;
};

static inline bool boxes_meet(struct span_box a, struct span_box b, int32_t slack) {
    return a.x + slack < b.x + b.w && b.x + slack < a.x + a.w && a.y + slack < b.y + b.h &&
           b.y + slack < a.y + a.h;
}

static inline bool box_holds(struct span_box outer, struct span_box inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
           inner.y + inner.h <= outer.y + outer.h;
}

static inline struct span_box text_box(const struct draw_command *text) {
    return (struct span_box){text->x, text->y, text->w, text->h};
}
static inline struct span_box panel_box(const struct panel *panel) {
    return (struct span_box){panel->x, panel->y, panel->w, panel->h};
}
static inline struct span_box region_box(const struct region *region) {
    return (struct span_box){region->x, region->y, region->w, region->h};
}
static inline struct span_box screen_box(const struct soundness *sound) {
    return (struct span_box){0, 0, sound->view->display.w, sound->view->display.h};
}

static inline bool is_text(const struct soundness *sound, uint32_t i) {
    return i >= sound->first && sound->list->commands[i].kind == DRAW_TEXT;
}

static inline bool complain(struct soundness *sound, const char *what, const struct draw_command *text,
                            struct span_box with) {
    snprintf(sound->what, sizeof sound->what, "%s: %s “%.*s” at %d,%d %dx%d, with %d,%d %dx%d", what,
             role_name(text->role), (int)text->text.len, text->text.at, text->x, text->y, text->w, text->h,
             with.x, with.y, with.w, with.h);
    return false;
}

/* Two pixels: what rounding may do to neighbours on a line. */
enum { SOUND_SLACK = 2 };

static inline bool text_stays_inside(struct soundness *sound, const struct draw_command *text) {
    if (!box_holds(screen_box(sound), text_box(text)))
        return complain(sound, "off the screen", text, screen_box(sound));
    if (text->panel < 0) return true;
    struct span_box panel = panel_box(&sound->list->panels[text->panel]);
    return box_holds(panel, text_box(text)) || complain(sound, "outside its panel", text, panel);
}

static inline bool text_keeps_off_panels(struct soundness *sound, const struct draw_command *text) {
    for (uint32_t i = 0; i < sound->list->panel_count; i++) {
        const struct panel *panel = &sound->list->panels[i];
        if ((int32_t)i == text->panel || panel->command < sound->first) continue;
        struct span_box box = panel_box(panel);
        bool around = text->panel >= 0 && box_holds(box, panel_box(&sound->list->panels[text->panel]));
        if (!around && boxes_meet(box, text_box(text), SOUND_SLACK))
            return complain(sound, "on a foreign panel", text, box);
    }
    return true;
}

static inline bool text_keeps_off_texts(struct soundness *sound, uint32_t i) {
    const struct draw_command *text = &sound->list->commands[i];
    for (uint32_t k = sound->first; k < i; k++) {
        const struct draw_command *other = &sound->list->commands[k];
        if (other->kind == DRAW_TEXT && boxes_meet(text_box(text), text_box(other), SOUND_SLACK))
            return complain(sound, "on another text", text, text_box(other));
    }
    return true;
}

static inline bool text_is_legible(struct soundness *sound, const struct draw_command *text) {
    int32_t floor = view_px(sound->view, text->role == ROLE_EXPLANATION ? 370 : 260);
    if (text->size < floor) return complain(sound, "too small", text, (struct span_box){0, 0, 0, floor});
    /* tests/ui/test_theme.c: every pair of the table is far enough apart in every theme */
    struct pair pair = {(enum color)text->color, (enum color)text->on};
    if (theme_find_pair(pair) < theme_pair_count) return true;
    return complain(sound, "of a pair that may be too pale", text,
                    (struct span_box){0, 0, text->color, text->on});
}

static inline bool region_is_sound(struct soundness *sound, uint32_t i) {
    const struct region *region = &sound->list->regions[i];
    struct draw_command as = {.role = region->role,
                              .text = STR("(region)"),
                              .x = region->x,
                              .y = region->y,
                              .w = region->w,
                              .h = region->h};
    if (!box_holds(screen_box(sound), region_box(region)))
        return complain(sound, "off the screen", &as, screen_box(sound));
    if (region->h < view_px(sound->view, 900) || region->w < view_px(sound->view, 900))
        return complain(sound, "too small to touch", &as,
                        (struct span_box){0, 0, 0, view_px(sound->view, 900)});
    for (uint32_t k = 0; k < i; k++)
        if (boxes_meet(region_box(region), region_box(&sound->list->regions[k]), 0))
            return complain(sound, "on another region", &as, region_box(&sound->list->regions[k]));
    return true;
}

static inline uint32_t after_the_scrim(const struct draw_list *list) {
    uint32_t first = 0;
    for (uint32_t i = 0; i < list->command_count; i++)
        if (list->commands[i].role == ROLE_SCRIM) first = i + 1;
    return first;
}

static inline bool list_is_sound(struct soundness *sound, const struct view *view) {
    *sound = (struct soundness){.view = view, .list = view->list, .first = after_the_scrim(view->list)};
    for (uint32_t i = 0; i < sound->list->command_count; i++) {
        const struct draw_command *text = &sound->list->commands[i];
        if (!is_text(sound, i)) continue;
        if (!text->text.len) return complain(sound, "empty", text, text_box(text));
        if (!text_stays_inside(sound, text) || !text_keeps_off_panels(sound, text)) return false;
        if (!text_keeps_off_texts(sound, i) || !text_is_legible(sound, text)) return false;
    }
    for (uint32_t i = 0; i < sound->list->region_count; i++)
        if (!region_is_sound(sound, i)) return false;
    return true;
}

#endif
