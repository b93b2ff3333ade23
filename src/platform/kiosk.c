#include "platform/kiosk.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>

#include "content/content.h"
#include "content/hours.h"
#include "platform/keys.h"
#include "platform/trace.h"

enum { FADE_PAGE = 220, FADE_ASKING = 200, FADE_ATTRACT = 500, FADE_REDUCED = 120 };
enum { REST = 3000 };

static uint64_t now_of(const struct kiosk *kiosk) {
    return (clock_micros() - kiosk->began) / 1000;
}

static void tell(struct kiosk *kiosk, struct message message);

static void log_message(const struct kiosk *kiosk, const struct message *message) {
    struct buf line;
    if (!kiosk->wish->log) return;
    buf_init(&line);
    message_print(message, &line);
    fprintf(stderr, "%s\n", line.at);
    buf_finish(&line);
}

static void log_effect(const struct kiosk *kiosk, struct effect effect) {
    if (!kiosk->wish->log) return;
    fprintf(stderr, "# %s %d", effect_name(effect.type), (int)effect.value);
    if (effect.player) fprintf(stderr, " @%u", effect.player);
    fputc('\n', stderr);
}

static void log_canvas(const struct kiosk *kiosk) {
    const struct canvas *canvas = &kiosk->presenter.canvas;
    const char *trap = presenter_is_trapped(&kiosk->presenter) ? ", through GL, which is slow" : "";
    fprintf(stderr, "# canvas %dx%d %s %s%s\n", (int)canvas->w, (int)canvas->h, SDL_GetCurrentVideoDriver(),
            presenter_kind_name(kiosk->presenter.kind), trap);
}

static struct faces *faces_of(const struct kiosk_wish *wish, enum theme theme) {
    return theme == THEME_OWN && wish->own_faces ? wish->own_faces : wish->faces;
}

static void set_theme(struct kiosk *kiosk, enum theme theme) {
    projection_dress(&kiosk->projection, themes_palette(&kiosk->wish->themes, theme),
                     faces_of(kiosk->wish, theme));
}

/* At night nothing sounds; but the operator is to hear what he sets. */
static bool may_sound(const struct kiosk *kiosk) {
    const struct kiosk_world *world = kiosk->world;
    if (!world->minute || app_is_operated(&kiosk->app)) return true;
    return !hours_hold(&world->app.content->settings.quiet, world->minute(world->context));
}

/* What this display and its loudspeaker do themselves. */
static bool do_here(struct kiosk *kiosk, struct effect effect) {
    switch (effect.type) {
    case EFFECT_SOUND:
        if (may_sound(kiosk)) sound_play(kiosk->sound, (enum sound)effect.value, &kiosk->app.round);
        return true;
    case EFFECT_VOLUME:
        sound_set_volume(kiosk->sound, effect.value);
        return false; /* the world remembers it, and the next */
    case EFFECT_THEME:
        set_theme(kiosk, (enum theme)effect.value);
        return false;
    case EFFECT_QUIT:
        kiosk->quit = true;
        return true;
    default:
        return false;
    }
}

/* What was read again may have brought other colours and faces. */
static void dress_again(struct kiosk *kiosk) {
    const struct themes *themes = &kiosk->wish->themes;
    uint8_t *theme = &kiosk->app.ui.theme;
    if (*theme == THEME_OWN && !themes->file) *theme = (uint8_t)themes->first;
    set_theme(kiosk, (enum theme) * theme);
}

static void do_effect(struct kiosk *kiosk, struct effect effect) {
    struct message reply = {0};
    log_effect(kiosk, effect);
    if (do_here(kiosk, effect)) return;
    if (!kiosk->world->effect || !kiosk->world->effect(kiosk->world->context, &kiosk->app, effect, &reply))
        return;
    if (effect.type == EFFECT_RELOAD) dress_again(kiosk);
    tell(kiosk, reply);
}

static void tell(struct kiosk *kiosk, struct message message) {
    struct effects effects = {0};
    message.time = now_of(kiosk);
    log_message(kiosk, &message);
    app_update(&kiosk->app, &kiosk->world->app, &message, &effects);
    for (uint32_t i = 0; i < effects.count; i++) do_effect(kiosk, effects.list[i]);
}

/* What the operator has set stays. */
void kiosk_prepare(void) {
    setenv("XCOMPOSEFILE", "/dev/null", 0);
    setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0);
    /* No decorations are wanted, and without a plugin for them the libdecor of Debian 13 never shows a
     * window. */
    SDL_SetHint(SDL_HINT_VIDEO_WAYLAND_ALLOW_LIBDECOR, "0");
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");
    SDL_SetHint(SDL_HINT_WINDOWS_NO_CLOSE_ON_ALT_F4, "1");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
}

bool kiosk_connect(void) {
    return SDL_Init(SDL_INIT_VIDEO) == 0;
}

static bool open_display(struct kiosk *kiosk) {
    kiosk_prepare();
    if (!kiosk_connect()) return false;
    if (!presenter_open(&kiosk->presenter, &kiosk->wish->presenter)) {
        SDL_Quit();
        return false;
    }
    SDL_StopTextInput();
    if (!kiosk->wish->presenter.windowed.w) SDL_ShowCursor(SDL_DISABLE);
    trace_mark("window");
    return true;
}

bool kiosk_open(struct kiosk *kiosk, const struct kiosk_wish *wish, struct kiosk_world *world) {
    *kiosk = (struct kiosk){.wish = wish, .world = world, .began = clock_micros()};
    if (!open_display(kiosk)) return false;
    projection_init(&kiosk->projection, faces_of(wish, wish->themes.first), wish->drawings,
                    themes_palette(&wish->themes, wish->themes.first), presenter_display(&kiosk->presenter));
    app_init(&kiosk->app);
    kiosk->app.ui.theme = (uint8_t)wish->themes.first;
    if (wish->has_volume) kiosk->app.ui.volume = wish->volume;
    corners_init(&kiosk->corners);
    world->app.machine = &world->machine;
    world->machine.driver = SDL_GetCurrentVideoDriver();
    world->machine.presenter = presenter_kind_name(kiosk->presenter.kind);
    tell(kiosk, (struct message){
                    .type = MSG_START, .value = (int32_t)wish->mode, .seed = wish->seed, .day = wish->day});
    if (wish->large) tell(kiosk, (struct message){.type = MSG_LARGE, .value = 1});
    clocks_init(&kiosk->clocks);
    if (!wish->reduced_motion) kiosk->projection.motion = &kiosk->clocks.motion;
    kiosk->moves_at = kiosk->rests_at = UINT64_MAX;
    trace_mark("first question");
    return true;
}

void kiosk_close(struct kiosk *kiosk) {
    if (kiosk->fade.running) fade_finish(&kiosk->fade);
    sound_destroy(kiosk->sound);
    projection_finish(&kiosk->projection);
    presenter_close(&kiosk->presenter);
    SDL_Quit();
}

/* Fingers come as parts of the window. */
static void place_finger(const struct kiosk *kiosk, const SDL_TouchFingerEvent *finger, int32_t *x,
                         int32_t *y) {
    int w, h;
    SDL_GetWindowSize(kiosk->presenter.window, &w, &h);
    presenter_place(&kiosk->presenter, (int32_t)(finger->x * (float)w), (int32_t)(finger->y * (float)h), x,
                    y);
}

static struct corners_place place_of(const struct kiosk *kiosk, int32_t x, int32_t y) {
    return (struct corners_place){x, y, kiosk->presenter.canvas.w, kiosk->presenter.canvas.h};
}

static void note_touched(struct kiosk *kiosk) {
    kiosk->world->machine.touched = true;
    kiosk->world->machine.touched_at = now_of(kiosk);
}

static void pointer_goes_down(struct kiosk *kiosk, int64_t finger, int32_t x, int32_t y) {
    note_touched(kiosk);
    bool mouse = finger == POINTER_MOUSE;
    bool gesture = corners_down(&kiosk->corners, finger, mouse, place_of(kiosk, x, y), now_of(kiosk));
    if (gesture) {
        pointer_cancel(&kiosk->pointer);
        return;
    }
    pointer_down(&kiosk->pointer, projection_list(&kiosk->projection), finger, x, y);
    clocks_touch(&kiosk->clocks, x, y, now_of(kiosk));
    kiosk->touched = true;
    kiosk->app.ui.focus = 0; /* who touches needs no focus */
}

static void pointer_moves(struct kiosk *kiosk, int64_t finger, int32_t x, int32_t y) {
    corners_move(&kiosk->corners, finger, place_of(kiosk, x, y));
    pointer_move(&kiosk->pointer, finger, x, y);
}

static void pointer_goes_up(struct kiosk *kiosk, int64_t finger) {
    struct message message;
    corners_up(&kiosk->corners, finger);
    if (pointer_up(&kiosk->pointer, projection_list(&kiosk->projection), finger, &message))
        tell(kiosk, message);
}

static void on_finger(struct kiosk *kiosk, const SDL_Event *event) {
    int32_t x, y;
    int64_t finger = event->tfinger.fingerId & INT64_MAX;
    place_finger(kiosk, &event->tfinger, &x, &y);
    if (event->type == SDL_FINGERDOWN) pointer_goes_down(kiosk, finger, x, y);
    if (event->type == SDL_FINGERMOTION) pointer_moves(kiosk, finger, x, y);
    if (event->type == SDL_FINGERUP) pointer_goes_up(kiosk, finger);
}

static void on_mouse(struct kiosk *kiosk, const SDL_Event *event) {
    int32_t x, y;
    bool moved = event->type == SDL_MOUSEMOTION;
    if ((moved ? event->motion.which : event->button.which) == SDL_TOUCH_MOUSEID) return;
    presenter_place(&kiosk->presenter, moved ? event->motion.x : event->button.x,
                    moved ? event->motion.y : event->button.y, &x, &y);
    if (moved) pointer_moves(kiosk, POINTER_MOUSE, x, y);
    if (!moved && event->button.button != SDL_BUTTON_LEFT) return;
    if (event->type == SDL_MOUSEBUTTONDOWN) pointer_goes_down(kiosk, POINTER_MOUSE, x, y);
    if (event->type == SDL_MOUSEBUTTONUP) pointer_goes_up(kiosk, POINTER_MOUSE);
}

static void on_key(struct kiosk *kiosk, const SDL_KeyboardEvent *key) {
    struct message message;
    if (key->repeat) return;
    if (keys_are_operators(key->keysym.scancode, key->keysym.mod)) {
        tell(kiosk, (struct message){.type = MSG_OPERATOR});
        return;
    }
    enum key_outcome outcome = keys_press(projection_list(&kiosk->projection), key->keysym.scancode,
                                          key->keysym.mod, &kiosk->app.ui.focus, &message);
    if (outcome == KEY_MESSAGE) tell(kiosk, message);
    if (outcome == KEY_FOCUS) tell(kiosk, (struct message){.type = MSG_TOUCH}); /* a sign of a person */
}

static void on_window(struct kiosk *kiosk, const SDL_WindowEvent *window) {
    switch (window->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        if (presenter_is_current(&kiosk->presenter))
            kiosk->uncovered = true;
        else
            kiosk->lost = true;
        break;
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED:
        kiosk->uncovered = true;
        break;
    case SDL_WINDOWEVENT_FOCUS_LOST:
    case SDL_WINDOWEVENT_LEAVE:
        pointer_cancel(&kiosk->pointer);
        corners_cancel(&kiosk->corners);
        break;
    case SDL_WINDOWEVENT_CLOSE:
        if (kiosk->wish->presenter.windowed.w) kiosk->quit = true;
        break;
    default:
        break;
    }
}

void kiosk_event(struct kiosk *kiosk, const SDL_Event *event) {
    switch (event->type) {
    case SDL_QUIT: /* a signal: windows do not quit here */
        kiosk->quit = true;
        break;
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION:
        on_finger(kiosk, event);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
    case SDL_MOUSEMOTION:
        on_mouse(kiosk, event);
        break;
    case SDL_KEYDOWN:
        on_key(kiosk, &event->key);
        break;
    case SDL_WINDOWEVENT:
        on_window(kiosk, &event->window);
        break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        kiosk->lost = true;
        break;
    case SDL_USEREVENT:
        if (kiosk->world->news) kiosk->world->news(kiosk->world->context);
        break;
    default:
        break;
    }
}

void kiosk_wake(void) {
    SDL_PushEvent(&(SDL_Event){.type = SDL_USEREVENT});
}

static uint64_t deadline(const struct kiosk *kiosk) {
    return app_deadline(&kiosk->app, &kiosk->world->app);
}

/* The corners were held: what lies under them is not touched. */
static void look_at_corners(struct kiosk *kiosk) {
    enum corners_outcome outcome = corners_tick(&kiosk->corners, now_of(kiosk));
    if (outcome != CORNERS_NOTHING) pointer_cancel(&kiosk->pointer);
    if (outcome == CORNERS_MADE) tell(kiosk, (struct message){.type = MSG_OPERATOR});
}

void kiosk_tick(struct kiosk *kiosk) {
    look_at_corners(kiosk);
    if (now_of(kiosk) >= deadline(kiosk)) tell(kiosk, (struct message){.type = MSG_TICK});
    kiosk->sounding = sound_doze(kiosk->sound, now_of(kiosk));
    uint64_t quit_after = kiosk->wish->quit_after;
    if (quit_after && now_of(kiosk) >= quit_after) kiosk->quit = true;
}

int kiosk_patience(const struct kiosk *kiosk) {
    enum { LONGEST = 3600 * 1000, LISTEN = 3000 };
    uint64_t next = deadline(kiosk), now = now_of(kiosk), corners = corners_deadline(&kiosk->corners);
    if (corners < next) next = corners;
    if (kiosk->moves_at < next) next = kiosk->moves_at;
    if (kiosk->rests_at < next) next = kiosk->rests_at;
    if (kiosk->fade.running && kiosk->painted_at + MOTION_FRAME < next)
        next = kiosk->painted_at + MOTION_FRAME;
    if (kiosk->wish->quit_after && kiosk->wish->quit_after < next) next = kiosk->wish->quit_after;
    if (kiosk->sounding && now + LISTEN < next) next = now + LISTEN;
    if (next == UINT64_MAX) return -1;
    if (next <= now) return 0;
    return next - now < LONGEST ? (int)(next - now) : LONGEST;
}

static struct looked looked_at(const struct app *app) {
    uint64_t page_at = app->screen == SCREEN_ATTRACT ? 0 : app->page_at; /* there every touch sets it */
    return (struct looked){app->screen, app->attract, app->asking, page_at};
}

/* A page that comes up by itself when the one before has gone: to and from the attract screen, and what the
 * operator sees, one simply becomes the other. */
static uint32_t page_fade(enum screen_id screen) {
    bool plain = screen == SCREEN_ATTRACT || screen == SCREEN_HOLDING || screen == SCREEN_PIN ||
                 screen == SCREEN_ADMIN;
    return plain ? FADE_PAGE : MOTION_OUT;
}

/* 0: at once. Only a change of page fades; what a touch does is there immediately. */
static uint32_t fade_length(struct kiosk *kiosk) {
    struct looked old = kiosk->shown, next = looked_at(&kiosk->app);
    bool page = old.screen != next.screen || old.page_at != next.page_at, asked = next.asking && !old.asking;
    bool loop = !page && old.attract != next.attract && next.screen == SCREEN_ATTRACT;
    kiosk->shown = next;
    if (!page && !loop && !asked) return 0;
    if (kiosk->wish->reduced_motion) return FADE_REDUCED;
    return loop ? FADE_ATTRACT : asked ? FADE_ASKING : page_fade(next.screen);
}

static void end_fade(struct kiosk *kiosk) {
    struct damage damage = kiosk->fade.damage;
    if (!kiosk->fade.running) return;
    fade_step(&kiosk->fade, &kiosk->presenter.canvas, UINT64_MAX);
    presenter_show(&kiosk->presenter, &damage);
}

static void find_canvas(struct kiosk *kiosk) {
    if (!kiosk->lost) return;
    if (kiosk->fade.running) fade_finish(&kiosk->fade);
    kiosk->lost = !presenter_renew(&kiosk->presenter);
    if (kiosk->lost) return;
    projection_forget(&kiosk->projection, presenter_display(&kiosk->presenter));
    log_canvas(kiosk);
}

/* The window's pixels are gone, the canvas is not. */
static void show_again(struct kiosk *kiosk) {
    struct damage whole = {0};
    if (!kiosk->uncovered || kiosk->projection.nothing) return;
    damage_add(&whole, canvas_area(&kiosk->presenter.canvas));
    presenter_show(&kiosk->presenter, &whole);
    kiosk->uncovered = false;
}

static void paint_new(struct kiosk *kiosk) {
    bool first = kiosk->projection.nothing;
    struct damage damage = projection_damage(&kiosk->projection);
    uint32_t length = fade_length(kiosk);
    if (length) end_fade(kiosk);
    if (length && !first) fade_begin(&kiosk->fade, &kiosk->presenter.canvas, &damage, now_of(kiosk), length);
    if (kiosk->fade.running) {
        projection_paint(&kiosk->projection, &kiosk->fade.new, &damage);
        fade_widen(&kiosk->fade, &damage);
        return;
    }
    projection_paint(&kiosk->projection, &kiosk->presenter.canvas, &damage);
    presenter_show(&kiosk->presenter, &damage);
}

static bool build(struct kiosk *kiosk) {
    uint64_t now = now_of(kiosk);
    clocks_set(&kiosk->clocks, &kiosk->app, now);
    for (uint8_t i = 0; i <= (uint8_t)PLAYERS; i++)
        kiosk->app.ui.pressed[i] = pointer_pressed(&kiosk->pointer, projection_list(&kiosk->projection), i);
    bool changed = projection_build(&kiosk->projection, &kiosk->app, &kiosk->world->app);
    bool rests = !kiosk->projection.motion || kiosk->clocks.motion.wake == MOTION_REST;
    kiosk->moves_at = rests ? UINT64_MAX : now + (uint64_t)kiosk->clocks.motion.wake;
    return changed;
}

static void show_fade(struct kiosk *kiosk) {
    struct damage damage = kiosk->fade.damage;
    kiosk->painted_at = now_of(kiosk);
    fade_step(&kiosk->fade, &kiosk->presenter.canvas, kiosk->painted_at);
    presenter_show(&kiosk->presenter, &damage);
}

/* What the next page takes again in a few milliseconds need not be held while this one is looked at: the
 * opened fonts, and what malloc keeps of the buffers of a fade. */
static void rest(struct kiosk *kiosk) {
    faces_sleep(kiosk->wish->faces);
    if (kiosk->wish->own_faces) faces_sleep(kiosk->wish->own_faces);
    malloc_trim(0);
    kiosk->rests_at = UINT64_MAX;
}

/* A finger takes longer to go up again than the faces to be there for what it means. */
static void rest_or_wake(struct kiosk *kiosk, bool painted) {
    uint64_t now = now_of(kiosk);
    if (kiosk->touched) faces_wake(kiosk->projection.faces);
    if (painted || kiosk->touched)
        kiosk->rests_at = now + REST;
    else if (now >= kiosk->rests_at)
        rest(kiosk);
    kiosk->touched = false;
}

bool kiosk_show(struct kiosk *kiosk) {
    find_canvas(kiosk);
    if (kiosk->lost) return false;
    show_again(kiosk);
    kiosk->world->machine.loudspeaker = sound_state(kiosk->sound);
    bool changed = build(kiosk), fading;
    if (changed) paint_new(kiosk);
    fading = kiosk->fade.running;
    if (fading) show_fade(kiosk);
    kiosk->frames += changed || fading;
    rest_or_wake(kiosk, changed || fading);
    return changed || fading;
}

static void wait_for_events(struct kiosk *kiosk) {
    SDL_Event event;
    if (!SDL_WaitEventTimeout(&event, kiosk_patience(kiosk))) return;
    do kiosk_event(kiosk, &event);
    while (SDL_PollEvent(&event));
}

static void begin_slow(struct kiosk *kiosk) {
    struct message news = {0};
    kiosk->sound = kiosk->wish->silent ? NULL : sound_create(); /* nobody waits for it */
    sound_set_volume(kiosk->sound, kiosk->app.ui.volume);
    trace_mark("sound");
    if (kiosk->wish->tries) tell(kiosk, (struct message){.type = MSG_TRIES, .value = kiosk->wish->tries});
    if (kiosk->world->begun && kiosk->world->begun(kiosk->world->context, &news)) tell(kiosk, news);
    trace_mark("store");
}

bool kiosk_run(struct kiosk *kiosk, const struct kiosk_wish *wish, struct kiosk_world *world) {
    if (!kiosk_open(kiosk, wish, world)) return false;
    kiosk_show(kiosk);
    trace_mark("first frame");
    log_canvas(kiosk);
    begin_slow(kiosk);
    while (!kiosk->quit) {
        wait_for_events(kiosk);
        kiosk_tick(kiosk);
        kiosk_show(kiosk);
    }
    kiosk_close(kiosk);
    return true;
}
