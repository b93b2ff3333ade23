#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/random.h"
#include "platform/kiosk.h"
#include "support/stage.h"

/* The real loop on SDL's dummy display: what a display server would send comes through SDL's own queue. */

enum { W = 540, H = 960 };

struct booth {
    struct small small;
    struct kiosk_world world;
    struct kiosk_wish wish;
    struct kiosk kiosk;
    uint32_t answers, rounds;
};

static bool keep(void *context, const struct app *app, struct effect effect, struct message *reply) {
    struct booth *booth = context;
    (void)app;
    booth->rounds += effect.type == EFFECT_SAVE_ROUND;
    booth->answers += effect.type == EFFECT_SAVE_ANSWER;
    if (effect.type == EFFECT_FIND_PIN || effect.type == EFFECT_KEEP_PIN) {
        bool find = effect.type == EFFECT_FIND_PIN;
        *reply = (struct message){.type = MSG_PIN, .value = find ? PIN_UNSET : PIN_KEPT};
        return true;
    }
    *reply = (struct message){.type = MSG_SAVED};
    return effect.type == EFFECT_SAVE_ANSWER;
}

static bool no_drawings(void *context, struct str name, struct str *svg) {
    (void)context;
    (void)name;
    (void)svg;
    return false;
}

static int set_up(void **state) {
    struct booth *booth = calloc(1, sizeof *booth);
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    small_open(&booth->small);
    booth->world = (struct kiosk_world){
        .app = {&booth->small.content, &booth->small.quiz, screens, NULL}, .context = booth, .effect = keep};
    booth->wish = (struct kiosk_wish){.presenter = {PRESENTER_SURFACE, {W, H}, 0},
                                      .seed = 7,
                                      .day = 20240909,
                                      .reduced_motion = true,
                                      .silent = true,
                                      .faces = faces_create(faces_of_debian),
                                      .drawings = {NULL, no_drawings}};
    assert_true(kiosk_open(&booth->kiosk, &booth->wish, &booth->world));
    kiosk_show(&booth->kiosk);
    *state = booth;
    return 0;
}

static int tear_down(void **state) {
    struct booth *booth = *state;
    kiosk_close(&booth->kiosk);
    faces_destroy(booth->wish.faces);
    small_close(&booth->small);
    free(booth);
    return 0;
}

/* What lies in SDL's queue, as the loop takes it. */
static void drain(struct booth *booth) {
    SDL_Event event;
    while (SDL_PollEvent(&event)) kiosk_event(&booth->kiosk, &event);
    kiosk_tick(&booth->kiosk);
    kiosk_show(&booth->kiosk);
}

static void finger(uint32_t type, int64_t which, int32_t x, int32_t y) {
    SDL_Event event = {.tfinger = {.type = type,
                                   .fingerId = which,
                                   .touchId = 1,
                                   .x = ((float)x + .5F) / W,
                                   .y = ((float)y + .5F) / H}};
    SDL_PushEvent(&event);
}

static void key(int scancode, uint16_t modifiers) {
    SDL_Event event = {.key = {.type = SDL_KEYDOWN}};
    event.key.keysym.scancode = (SDL_Scancode)scancode;
    event.key.keysym.mod = modifiers;
    SDL_PushEvent(&event);
    event.type = SDL_KEYUP;
    SDL_PushEvent(&event);
}

/* Time passes without anybody waiting for it. */
static void pass(struct booth *booth, uint64_t millis) {
    booth->kiosk.began -= millis * 1000;
}

static void tap(struct booth *booth, const struct region *region) {
    int32_t x = region->x + region->w / 2, y = region->y + region->h / 2;
    pass(booth, 400);
    finger(SDL_FINGERDOWN, 1, x, y);
    drain(booth);
    finger(SDL_FINGERUP, 1, x, y);
    drain(booth);
}

static const struct region *find(const struct booth *booth, enum role role, uint32_t skip) {
    const struct draw_list *list = projection_list(&booth->kiosk.projection);
    for (uint32_t i = 0; i < list->region_count; i++)
        if (list->regions[i].role == role && list->regions[i].enabled && skip-- == 0)
            return &list->regions[i];
    return NULL;
}

/* A visitor who answers whatever comes, from the attract screen to the result. */
static void play_round(struct booth *booth, uint32_t taste) {
    for (uint32_t i = 0; i < 40 && booth->kiosk.app.screen != SCREEN_RESULT; i++) {
        const struct region *option = find(booth, ROLE_OPTION, random_below(8, taste, i, 2));
        const struct region *on = find(booth, ROLE_PRIMARY, 0);
        bool asks = booth->kiosk.app.screen == SCREEN_ATTRACT || booth->kiosk.app.screen == SCREEN_QUESTION;
        if (asks && option)
            tap(booth, option);
        else if (on)
            tap(booth, on);
        else
            pass(booth, 30000);
        drain(booth);
    }
}

static void whole_round_by_fingers(void **state) {
    struct booth *booth = *state;
    play_round(booth, 1);
    assert_int_equal(booth->kiosk.app.screen, SCREEN_RESULT);
    assert_in_range(booth->answers, 5, 10);
    assert_int_equal(booth->rounds, 1);
}

static void nothing_is_painted_while_nothing_changes(void **state) {
    struct booth *booth = *state;
    drain(booth);
    for (uint32_t i = 0; i < 20; i++) assert_false(kiosk_show(&booth->kiosk));
    assert_true(kiosk_patience(&booth->kiosk) > 100);
}

static void finger_down_looks_pressed_in_the_next_frame(void **state) {
    struct booth *booth = *state;
    const struct region *option = find(booth, ROLE_OPTION, 0);
    finger(SDL_FINGERDOWN, 1, option->x + 30, option->y + 30);
    SDL_Event event;
    while (SDL_PollEvent(&event)) kiosk_event(&booth->kiosk, &event);
    assert_true(kiosk_show(&booth->kiosk));
    assert_true(booth->kiosk.app.ui.pressed[0] > 0);
}

/* 512 keys × 16 sets of modifiers, through the loop. */
static void no_key_leaves(void **state) {
    struct booth *booth = *state;
    for (int scancode = 0; scancode < 512; scancode++)
        for (uint16_t set = 0; set < 16; set++) {
            uint16_t modifiers = (uint16_t)((set & 1 ? KMOD_LSHIFT : 0) | (set & 2 ? KMOD_LCTRL : 0) |
                                            (set & 4 ? KMOD_LALT : 0) | (set & 8 ? KMOD_LGUI : 0));
            key(scancode, modifiers);
            SDL_Event event;
            while (SDL_PollEvent(&event)) kiosk_event(&booth->kiosk, &event);
            if (set == 0) drain(booth);
            pass(booth, 50);
        }
    assert_false(booth->kiosk.quit);
}

static void push_window_event(uint8_t what) {
    SDL_Event event = {.window = {.type = SDL_WINDOWEVENT, .event = what, .windowID = 1}};
    SDL_PushEvent(&event);
}

static void storm(struct booth *booth, uint64_t from, uint64_t to) {
    static const uint32_t types[] = {SDL_FINGERDOWN, SDL_FINGERUP, SDL_FINGERMOTION};
    static const uint8_t windows[] = {SDL_WINDOWEVENT_EXPOSED, SDL_WINDOWEVENT_FOCUS_LOST,
                                      SDL_WINDOWEVENT_LEAVE, SDL_WINDOWEVENT_SIZE_CHANGED,
                                      SDL_WINDOWEVENT_FOCUS_GAINED};
    for (uint64_t i = from; i < to; i++) {
        uint32_t what = random_below(6, 0, i, 100);
        if (what < 90)
            finger(types[what % 3], random_below(6, 1, i, 10), (int32_t)random_below(6, 2, i, W),
                   (int32_t)random_below(6, 3, i, H));
        else if (what < 98)
            key((int)random_below(6, 4, i, 512), 0);
        else
            push_window_event(windows[random_below(6, 5, i, 5)]);
        pass(booth, random_below(6, 6, i, 200));
        if (i % 8 == 0) drain(booth);
    }
}

static void storm_of_fingers_keys_and_windows_does_not_leave(void **state) {
    struct booth *booth = *state;
    storm(booth, 0, 4000);
    assert_false(booth->kiosk.quit);
    pass(booth, 3600 * 1000);
    for (uint32_t i = 0; i < 200; i++) {
        drain(booth);
        pass(booth, 20000);
    }
    assert_int_equal(booth->kiosk.app.screen, SCREEN_ATTRACT);
}

static long resident_kilobytes(void) {
    long pages = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file && fscanf(file, "%ld %ld", &pages, &resident) != 2) resident = 0;
    if (file) fclose(file);
    return resident * 4;
}

static uint32_t open_files(void) {
    uint32_t count = 0;
    DIR *folder = opendir("/proc/self/fd");
    while (folder && readdir(folder)) count++;
    if (folder) closedir(folder);
    return count;
}

static void visit(struct booth *booth, uint32_t visitor) {
    play_round(booth, visitor);
    pass(booth, 120000);
    for (uint32_t i = 0; i < 6 && booth->kiosk.app.screen != SCREEN_ATTRACT; i++) {
        drain(booth);
        pass(booth, 20000);
    }
}

/* A sanitizer keeps what was given back. */
#if defined(__SANITIZE_ADDRESS__)
enum { KEEPS_MEMORY = 1 };
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
enum { KEEPS_MEMORY = 1 };
#else
enum { KEEPS_MEMORY = 0 };
#endif
#else
enum { KEEPS_MEMORY = 0 };
#endif

/* Many visitors, and the program is as large as after the first ones. */
static void visitors_leave_nothing_behind(void **state) {
    struct booth *booth = *state;
    const char *asked = getenv("ANZHI_VISITORS");
    uint32_t visitors = asked ? (uint32_t)atoi(asked) : 150;
    for (uint32_t i = 0; i < 50; i++) visit(booth, i);
    long kilobytes = resident_kilobytes();
    uint32_t files = open_files(), rounds = booth->rounds;
    for (uint32_t i = 0; i < visitors; i++) visit(booth, 1000 + i);
    assert_true(booth->rounds >= rounds + visitors * 9 / 10);
    assert_int_equal(open_files(), files);
    print_message("%u visitors, %ld KB more\n", visitors, resident_kilobytes() - kilobytes);
    if (!KEEPS_MEMORY) assert_true(resident_kilobytes() - kilobytes <= 1024);
}

static void corners_go(struct booth *booth, uint32_t type) {
    finger(type, 1, 5, 5);
    finger(type, 2, W - 5, H - 5);
    drain(booth);
}

static void two_corners_held_open_the_pin_pad(void **state) {
    struct booth *booth = *state;
    pass(booth, 1000);
    corners_go(booth, SDL_FINGERDOWN);
    assert_true(kiosk_patience(&booth->kiosk) <= 3000);
    pass(booth, 2500);
    drain(booth);
    assert_int_equal(booth->kiosk.app.screen, SCREEN_ATTRACT);
    pass(booth, 600);
    drain(booth);
    assert_int_equal(booth->kiosk.app.screen, SCREEN_PIN);
    pass(booth, 1000);
    corners_go(booth, SDL_FINGERUP);
    assert_int_equal(booth->kiosk.app.screen, SCREEN_PIN);
    assert_int_equal(booth->kiosk.app.operated.count, 0);
}

static void corners_held_too_shortly_mean_nothing(void **state) {
    struct booth *booth = *state;
    pass(booth, 1000);
    uint64_t before = app_hash(&booth->kiosk.app);
    corners_go(booth, SDL_FINGERDOWN);
    corners_go(booth, SDL_FINGERUP);
    assert_true(app_hash(&booth->kiosk.app) == before);
    pass(booth, 4000);
    drain(booth);
    assert_int_equal(booth->kiosk.app.screen, SCREEN_ATTRACT);
}

static void touch_key(struct booth *booth, enum message_type type, int32_t value) {
    const struct draw_list *list = projection_list(&booth->kiosk.projection);
    for (uint32_t i = 0; i < list->region_count; i++)
        if (list->regions[i].message.type == type && list->regions[i].message.value == value &&
            list->regions[i].enabled) {
            struct region region = list->regions[i];
            tap(booth, &region);
            return;
        }
    fail_msg("nothing to touch means %s %d", message_name(type), value);
}

/* The PIN is set at the glass, the theme changes at once, and the program ends by its own key. */
static void operator_sets_a_pin_and_ends_the_program(void **state) {
    struct booth *booth = *state;
    static const int32_t digits[] = {4, 0, 7, 1, 9, 2};
    key(SDL_SCANCODE_O, KMOD_LCTRL | KMOD_LALT | KMOD_LSHIFT);
    drain(booth);
    assert_int_equal(booth->kiosk.app.operated.phase, PIN_NEW);
    for (uint32_t i = 0; i < 2 * PIN_DIGITS; i++) touch_key(booth, MSG_DIGIT, digits[i % PIN_DIGITS]);
    assert_int_equal(booth->kiosk.app.screen, SCREEN_ADMIN);
    touch_key(booth, MSG_CONTROL, CONTROL_DARK);
    assert_int_equal(booth->kiosk.projection.palette->base, THEME_DARK);
    touch_key(booth, MSG_CONTROL, CONTROL_QUIT);
    assert_false(booth->kiosk.quit);
    touch_key(booth, MSG_CONTROL, CONTROL_QUIT);
    assert_true(booth->kiosk.quit);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define BOOTH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        BOOTH(two_corners_held_open_the_pin_pad),
        BOOTH(corners_held_too_shortly_mean_nothing),
        BOOTH(operator_sets_a_pin_and_ends_the_program),
        BOOTH(whole_round_by_fingers),
        BOOTH(nothing_is_painted_while_nothing_changes),
        BOOTH(finger_down_looks_pressed_in_the_next_frame),
        BOOTH(no_key_leaves),
        BOOTH(storm_of_fingers_keys_and_windows_does_not_leave),
        BOOTH(visitors_leave_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
