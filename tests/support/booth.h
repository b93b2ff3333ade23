#ifndef ANZHI_TESTS_SUPPORT_BOOTH_H
#define ANZHI_TESTS_SUPPORT_BOOTH_H

#include <stdlib.h>

#include "base/random.h"
#include "platform/kiosk.h"
#include "support/small.h"

/* The whole program on SDL's dummy display, with the clock in the test's hand: what a display server would
   send comes through SDL's own queue, and every frame is painted and shown. */

struct booth {
    struct small small;
    struct kiosk_world world;
    struct kiosk_wish wish;
    struct kiosk kiosk;
    uint32_t answers, rounds, keeps;
    bool barred; /* a PIN is set, and nobody knows it */
};

/* What the host says of the PIN. */
static inline enum pin_news booth_pin(const struct booth *booth, enum effect_type type) {
    if (type == EFFECT_FIND_PIN) return booth->barred ? PIN_SET : PIN_UNSET;
    if (type == EFFECT_CHECK_PIN) return PIN_WRONG;
    return PIN_KEPT;
}

static inline bool booth_effect(void *context, const struct app *app, struct effect effect,
                                struct message *reply) {
    struct booth *booth = context;
    (void)app;
    booth->rounds += effect.type == EFFECT_SAVE_ROUND;
    booth->answers += effect.type == EFFECT_SAVE_ANSWER;
    booth->keeps += effect.type == EFFECT_KEEP_PIN;
    if (effect.type == EFFECT_FIND_PIN || effect.type == EFFECT_KEEP_PIN || effect.type == EFFECT_CHECK_PIN) {
        *reply = (struct message){.type = MSG_PIN, .value = (int32_t)booth_pin(booth, effect.type)};
        return true;
    }
    *reply = (struct message){.type = MSG_SAVED};
    return effect.type == EFFECT_SAVE_ANSWER;
}

static inline bool booth_no_drawings(void *context, struct str name, struct str *svg) {
    (void)context;
    (void)name;
    (void)svg;
    return false;
}

static inline bool booth_open(struct booth *booth, struct display display, enum presenter_kind presenter) {
    *booth = (struct booth){0};
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    small_open(&booth->small);
    booth->world =
        (struct kiosk_world){.app = {&booth->small.content, &booth->small.quiz, screens, NULL, NULL},
                             .context = booth,
                             .effect = booth_effect};
    booth->wish = (struct kiosk_wish){.presenter = {presenter, {display.w, display.h}, 0},
                                      .seed = 7,
                                      .day = 20240909,
                                      .reduced_motion = true,
                                      .silent = true,
                                      .faces = faces_create(faces_of_debian),
                                      .drawings = {NULL, booth_no_drawings}};
    if (!kiosk_open(&booth->kiosk, &booth->wish, &booth->world)) return false;
    kiosk_show(&booth->kiosk);
    return true;
}

static inline void booth_close(struct booth *booth) {
    kiosk_close(&booth->kiosk);
    faces_destroy(booth->wish.faces);
    small_close(&booth->small);
}

/* A small one for each test. */
enum { BOOTH_W = 540, BOOTH_H = 960 };

static inline int booth_set_up(void **state) {
    struct booth *booth = calloc(1, sizeof *booth);
    assert_true(booth_open(booth, (struct display){BOOTH_W, BOOTH_H}, PRESENTER_SURFACE));
    *state = booth;
    return 0;
}

static inline int booth_tear_down(void **state) {
    booth_close(*state);
    free(*state);
    return 0;
}

static inline void booth_take_events(struct booth *booth) {
    SDL_Event event;
    while (SDL_PollEvent(&event)) kiosk_event(&booth->kiosk, &event);
}

/* What lies in SDL's queue, as the loop takes it, and a frame. */
static inline void booth_drain(struct booth *booth) {
    booth_take_events(booth);
    kiosk_tick(&booth->kiosk);
    kiosk_show(&booth->kiosk);
}

/* Time passes without anybody waiting for it. */
static inline void booth_pass(struct booth *booth, uint64_t millis) {
    booth->kiosk.began -= millis * 1000;
}

static inline void booth_finger(const struct booth *booth, uint32_t type, int64_t which, int32_t x,
                                int32_t y) {
    const struct canvas *canvas = &booth->kiosk.presenter.canvas;
    SDL_Event event = {.tfinger = {.type = type,
                                   .fingerId = which,
                                   .touchId = 1,
                                   .x = ((float)x + .5F) / (float)canvas->w,
                                   .y = ((float)y + .5F) / (float)canvas->h}};
    SDL_PushEvent(&event);
}

static inline void booth_key(int scancode, uint16_t modifiers) {
    SDL_Event event = {.key = {.type = SDL_KEYDOWN}};
    event.key.keysym.scancode = (SDL_Scancode)scancode;
    event.key.keysym.mod = modifiers;
    SDL_PushEvent(&event);
    event.type = SDL_KEYUP;
    SDL_PushEvent(&event);
}

static inline void booth_tap(struct booth *booth, const struct region *region) {
    int32_t x = region->x + region->w / 2, y = region->y + region->h / 2;
    booth_pass(booth, 400);
    booth_finger(booth, SDL_FINGERDOWN, 1, x, y);
    booth_drain(booth);
    booth_finger(booth, SDL_FINGERUP, 1, x, y);
    booth_drain(booth);
}

/* The `skip`th region of a role that can be touched; NULL: there is none. */
static inline const struct region *booth_find(const struct booth *booth, enum role role, uint32_t skip) {
    const struct draw_list *list = projection_list(&booth->kiosk.projection);
    for (uint32_t i = 0; i < list->region_count; i++)
        if (list->regions[i].role == role && list->regions[i].enabled && skip-- == 0)
            return &list->regions[i];
    return NULL;
}

/* Touches what means this message; false: nothing on the screen does. */
static inline bool booth_touch(struct booth *booth, enum message_type type, int32_t value) {
    const struct draw_list *list = projection_list(&booth->kiosk.projection);
    for (uint32_t i = 0; i < list->region_count; i++) {
        struct region region = list->regions[i];
        if (region.message.type != type || region.message.value != value || !region.enabled) continue;
        booth_tap(booth, &region);
        return true;
    }
    return false;
}

/* A visitor who answers whatever comes, from the attract screen to the result. */
static inline void booth_play_round(struct booth *booth, uint32_t taste) {
    for (uint32_t i = 0; i < 40 && booth->kiosk.app.screen != SCREEN_RESULT; i++) {
        const struct region *option = booth_find(booth, ROLE_OPTION, random_below(8, taste, i, 2));
        const struct region *on = booth_find(booth, ROLE_PRIMARY, 0);
        bool asks = booth->kiosk.app.screen == SCREEN_ATTRACT || booth->kiosk.app.screen == SCREEN_QUESTION;
        if (asks && option)
            booth_tap(booth, option);
        else if (on)
            booth_tap(booth, on);
        else
            booth_pass(booth, 30000);
        booth_drain(booth);
    }
}

/* Nobody is there any more. */
static inline void booth_leave(struct booth *booth) {
    booth_pass(booth, 120000);
    for (uint32_t i = 0; i < 12 && booth->kiosk.app.screen != SCREEN_ATTRACT; i++) {
        booth_drain(booth);
        booth_pass(booth, 20000);
    }
}

#endif
