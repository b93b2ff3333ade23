#ifndef ANZHI_TESTS_SUPPORT_EYE_H
#define ANZHI_TESTS_SUPPORT_EYE_H

#include "app/duo.h"
#include "screens/screens.h"
#include "support/watch.h"

/* Looks at a state on one of four displays, and at what could be touched there. */

static const struct display eye_displays[] = {{1920, 1080}, {1080, 1920}, {1024, 768}, {3840, 2160}};
enum { EYE_DISPLAYS = sizeof eye_displays / sizeof *eye_displays, EYE_LEAST = 900 /* hundredths of u */ };

struct eye {
    struct arena arena;
    struct draw_list list;
    struct view view;
    uint64_t looks, regions;
    /* app_view, or one with a bug planted in it. */
    void (*look)(const struct app *app, const struct app_world *world, struct view *view);
};

static inline void eye_open(struct eye *eye) {
    *eye = (struct eye){.look = app_view};
    arena_init(&eye->arena);
}

static inline void eye_close(struct eye *eye) {
    arena_finish(&eye->arena);
}

static inline bool eye_is_button(const struct region *region) {
    return region->enabled && (region->role == ROLE_OPTION || region->role == ROLE_PRIMARY ||
                               region->role == ROLE_SECOND || region->role == ROLE_CHIP);
}

static inline const char *eye_check_region(const struct eye *eye, const struct region *region) {
    const struct display *display = &eye->view.display;
    MUST(region->w > 0 && region->h > 0, "what can be touched has a size");
    MUST(region->x >= 0 && region->y >= 0 && region->x + region->w <= display->w &&
             region->y + region->h <= display->h,
         "what can be touched is on the screen");
    MUST(!eye_is_button(region) || region->h >= view_px(&eye->view, EYE_LEAST),
         "a button is at least 9 u high");
    MUST(message_is_human(region->message.type), "a touch means something that a person does");
    return NULL;
}

static inline const char *eye_check_hits(const struct eye *eye, const struct region *region) {
    const struct region *hit = draw_hit(&eye->list, region->x + region->w / 2, region->y + region->h / 2);
    MUST(!region->enabled || hit == region, "no button lies over another");
    return NULL;
}

static inline const char *eye_check(const struct eye *eye, const struct app *app) {
    uint32_t enabled = 0;
    for (uint32_t i = 0; i < eye->list.region_count; i++) {
        const char *broken = eye_check_region(eye, &eye->list.regions[i]);
        if (!broken) broken = eye_check_hits(eye, &eye->list.regions[i]);
        if (broken) return broken;
        enabled += eye->list.regions[i].enabled;
    }
    MUST(app->screen == SCREEN_HOLDING || enabled > 0, "there is a way on");
    return NULL;
}

/* Whatever one of two picked, the page is the same as long as the other one thinks. */
static inline const char *eye_check_secret(struct eye *eye, const struct app *app,
                                           const struct app_world *world) {
    uint8_t awaited = duo_awaited(app);
    uint64_t seen = draw_hash(&eye->list);
    struct app other = *app;
    if (!awaited) return NULL;
    struct reply *reply = &other.round.asked[app->round.count - 1].replies[2 - awaited];
    reply->given.picks[0] ^= 1;
    reply->state = reply->state == ASKED_RIGHT ? ASKED_WRONG : ASKED_RIGHT;
    struct display display = eye->view.display;
    view_begin(&eye->view, &eye->list, &eye->arena, &metrics_plain, display, app->large, eye->view.contrast);
    eye->look(&other, world, &eye->view);
    MUST(draw_hash(&eye->list) == seen, "nothing of an answer is seen by the other");
    return NULL;
}

static inline const char *eye_look(struct eye *eye, const struct app *app, const struct app_world *world) {
    const struct display *display = &eye_displays[eye->looks++ % EYE_DISPLAYS];
    view_begin(&eye->view, &eye->list, &eye->arena, &metrics_plain, *display, app->large,
               eye->looks % 3 == 0);
    eye->look(app, world, &eye->view);
    eye->regions += eye->list.region_count;
    const char *broken = eye_check(eye, app);
    return broken ? broken : eye_check_secret(eye, app, world);
}

#endif
