#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "support/booth.h"

/* Whatever keys, fingers, mice and window managers do to the program on the whole screen: it never leaves,
   and its state changes only as what can be touched there means. */

static int set_up(void **state) {
    struct booth *booth = calloc(1, sizeof *booth);
    assert_true(booth_open(booth, (struct display){0, 0}, PRESENTER_SURFACE)); /* 0: all of the display */
    *state = booth;
    return 0;
}

static int tear_down(void **state) {
    booth_close(*state);
    free(*state);
    return 0;
}

/* The screens, as fingers reach them. Each begins where any other ended. */

static void wait_a_second(struct booth *booth) {
    booth_pass(booth, 1000);
    booth_drain(booth);
}

static void go_home(struct booth *booth) {
    booth_leave(booth);
    booth_drain(booth);
    for (uint32_t i = 0; i < 60 && booth->kiosk.app.attract != ATTRACT_QUESTION; i++) wait_a_second(booth);
    assert_int_equal(booth->kiosk.app.screen, SCREEN_ATTRACT);
    wait_a_second(booth); /* no fade any more */
}

static void touch(struct booth *booth, enum message_type type, int32_t value) {
    if (!booth_touch(booth, type, value))
        fail_msg("screen %d: nothing to touch means %s %d", booth->kiosk.app.screen, message_name(type),
                 value);
}

static void go_feedback(struct booth *booth) {
    go_home(booth);
    const struct region *option = booth_find(booth, ROLE_OPTION, 0);
    assert_non_null(option);
    booth_tap(booth, option);
}

static void go_question(struct booth *booth) {
    go_feedback(booth);
    touch(booth, MSG_NEXT, 0);
}

static void go_asking(struct booth *booth) {
    go_question(booth);
    for (uint32_t i = 0; i < 60 && !booth->kiosk.app.asking; i++) wait_a_second(booth);
    assert_true(booth->kiosk.app.asking);
}

static void go_result(struct booth *booth) {
    go_home(booth);
    for (uint32_t taste = 0; taste < 20; taste++) { /* until one question at least was missed */
        booth_play_round(booth, taste);
        if (round_missed(&booth->kiosk.app.round)) return;
        go_home(booth);
    }
}

static void go_review(struct booth *booth) {
    go_result(booth);
    touch(booth, MSG_REVIEW, 0);
}

static void go_code(struct booth *booth) {
    go_result(booth);
    touch(booth, MSG_CODE, 0);
}

static void go_cards(struct booth *booth) {
    go_home(booth);
    touch(booth, MSG_CARDS, 0);
}

static void go_card(struct booth *booth) {
    go_cards(booth);
    touch(booth, MSG_CARD, 0);
}

static void go_about(struct booth *booth) {
    go_home(booth);
    touch(booth, MSG_ABOUT, 0);
}

static void go_pin(struct booth *booth) {
    go_home(booth);
    booth_key(SDL_SCANCODE_O, KMOD_RCTRL | KMOD_RALT | KMOD_RSHIFT);
    booth_drain(booth);
}

static void go_admin(struct booth *booth) {
    static const int32_t digits[] = {4, 0, 7, 1, 9, 2};
    go_pin(booth);
    for (uint32_t i = 0; i < 2 * PIN_DIGITS; i++) touch(booth, MSG_DIGIT, digits[i % PIN_DIGITS]);
}

static void go_screen_test(struct booth *booth) {
    go_admin(booth);
    touch(booth, MSG_CONTROL, CONTROL_TEST);
}

static void go_holding(struct booth *booth) {
    go_admin(booth);
    touch(booth, MSG_CONTROL, CONTROL_STOP);
}

static const struct place {
    enum screen_id screen;
    void (*go)(struct booth *booth);
} places[] = {
    {SCREEN_ATTRACT, go_home},      {SCREEN_FEEDBACK, go_feedback}, {SCREEN_QUESTION, go_question},
    {SCREEN_QUESTION, go_asking},   {SCREEN_RESULT, go_result},     {SCREEN_REVIEW, go_review},
    {SCREEN_CODE, go_code},         {SCREEN_CARDS, go_cards},       {SCREEN_CARD, go_card},
    {SCREEN_ABOUT, go_about},       {SCREEN_PIN, go_pin},           {SCREEN_ADMIN, go_admin},
    {SCREEN_ADMIN, go_screen_test}, {SCREEN_HOLDING, go_holding} /* which nobody leaves but the operator */};
enum { PLACES = sizeof places / sizeof places[0] };

/* Keys */

/* Every key that may do anything, without a modifier or with Shift. */
static bool may_do_something(int scancode) {
    static const int others[] = {SDL_SCANCODE_TAB,    SDL_SCANCODE_UP,       SDL_SCANCODE_DOWN,
                                 SDL_SCANCODE_LEFT,   SDL_SCANCODE_RIGHT,    SDL_SCANCODE_PAGEUP,
                                 SDL_SCANCODE_RETURN, SDL_SCANCODE_PAGEDOWN, SDL_SCANCODE_KP_ENTER,
                                 SDL_SCANCODE_SPACE,  SDL_SCANCODE_R,        SDL_SCANCODE_L,
                                 SDL_SCANCODE_HOME,   SDL_SCANCODE_BACKSPACE};
    if (scancode >= SDL_SCANCODE_1 && scancode <= SDL_SCANCODE_0) return true;
    if (scancode >= SDL_SCANCODE_KP_1 && scancode <= SDL_SCANCODE_KP_0) return true;
    if (scancode >= SDL_SCANCODE_A && scancode <= SDL_SCANCODE_F) return true;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (scancode == others[i]) return true;
    return false;
}

static uint16_t modifiers_of(uint32_t set, bool right) {
    static const uint16_t sides[2][4] = {{KMOD_LSHIFT, KMOD_LCTRL, KMOD_LALT, KMOD_LGUI},
                                         {KMOD_RSHIFT, KMOD_RCTRL, KMOD_RALT, KMOD_RGUI}};
    uint16_t modifiers = right ? KMOD_NUM : KMOD_CAPS; /* which mean nothing */
    for (uint32_t i = 0; i < 4; i++) modifiers |= set >> i & 1 ? sides[right][i] : 0;
    return modifiers;
}

/* At the moment at which the key came; the host's answer to an effect may have come a millisecond later. */
static struct app after_message(const struct booth *booth, const struct app *before, struct message message) {
    struct app app = *before;
    struct effects effects = {0};
    message.time = booth->kiosk.app.fed_at;
    app_update(&app, &booth->world.app, &message, &effects);
    app.now = booth->kiosk.app.now;
    return app;
}

/* The state is as it would be if something on the screen had been touched, or the glass beside it. */
static bool is_what_a_touch_does(const struct booth *booth, const struct app *before) {
    const struct draw_list *list = projection_list(&booth->kiosk.projection);
    uint64_t now = app_hash(&booth->kiosk.app);
    struct app app = after_message(booth, before, (struct message){.type = MSG_TOUCH});
    if (app_hash(&app) == now) return true;
    for (uint32_t i = 0; i < list->region_count; i++) {
        if (!list->regions[i].enabled) continue;
        app = after_message(booth, before, list->regions[i].message);
        if (app_hash(&app) == now) return true;
    }
    return false;
}

static void expect_allowed(struct booth *booth, const struct app *before, int scancode, uint32_t set) {
    enum { SHIFT = 1, CHORD = 7 };
    const struct app *app = &booth->kiosk.app;
    if (booth->kiosk.quit) fail_msg("key %d with %u: the program leaves", scancode, set);
    if (memcmp(app, before, sizeof *app) == 0) return;
    if (scancode == SDL_SCANCODE_O && set == CHORD) return;
    if (!may_do_something(scancode) || (set & ~(uint32_t)SHIFT))
        fail_msg("key %d with %u changed the state of screen %d", scancode, set, before->screen);
    bool waits = app->screen == SCREEN_PIN && app->operated.count == 0; /* the host has answered already */
    if (!waits && !is_what_a_touch_does(booth, before))
        fail_msg("key %d with %u did on screen %d what no finger could", scancode, set, before->screen);
}

/* 512 keys × 16 sets of modifiers on every screen, through the loop; each from the same state. */
static void press_every_key(struct booth *booth) {
    wait_a_second(booth);
    struct app before = booth->kiosk.app;
    for (int scancode = 0; scancode < 512; scancode++)
        for (uint32_t set = 0; set < 16; set++) {
            booth_key(scancode, modifiers_of(set, (scancode + (int)set) % 2));
            booth_take_events(booth);
            expect_allowed(booth, &before, scancode, set);
            booth->kiosk.app = before;
        }
}

static void no_key_leaves_or_does_what_no_finger_could(void **state) {
    struct booth *booth = *state;
    for (uint32_t i = 0; i < PLACES; i++) {
        places[i].go(booth);
        assert_int_equal(booth->kiosk.app.screen, places[i].screen);
        press_every_key(booth);
    }
}

/* Storms */

static SDL_Event some_window_event(uint64_t i) {
    SDL_Event event = {.window = {.type = SDL_WINDOWEVENT, .windowID = 1}};
    event.window.event = (uint8_t)random_below(6, 5, i, 20);
    event.window.data1 = (int32_t)random_below(6, 7, i, 3000) - 500;
    event.window.data2 = (int32_t)random_below(6, 8, i, 3000) - 500;
    return event;
}

static SDL_Event some_mouse_event(uint64_t i) {
    static const uint32_t types[] = {SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP, SDL_MOUSEMOTION};
    SDL_Event event = {.type = types[random_below(6, 9, i, 3)]};
    int32_t x = (int32_t)random_below(6, 2, i, 1200) - 100, y = (int32_t)random_below(6, 3, i, 900) - 60;
    if (event.type == SDL_MOUSEMOTION) {
        event.motion.x = x;
        event.motion.y = y;
        return event;
    }
    event.button.button = (uint8_t)(1 + random_below(6, 10, i, 5));
    event.button.x = x;
    event.button.y = y;
    return event;
}

/* Fingers leave the glass by its edge, too. */
static SDL_Event some_finger_event(uint64_t i) {
    static const uint32_t types[] = {SDL_FINGERDOWN, SDL_FINGERUP, SDL_FINGERMOTION};
    SDL_Event event = {.type = types[random_below(6, 0, i, 5) / 2]};
    event.tfinger.fingerId = random_below(6, 1, i, i % 100 < 20 ? 10 : 2);
    event.tfinger.touchId = 1;
    event.tfinger.x = (float)random_below(6, 2, i, 1200) / 1000.F - .1F;
    event.tfinger.y = (float)random_below(6, 3, i, 1200) / 1000.F - .1F;
    return event;
}

/* Any other event that there is, but for the end. */
static SDL_Event some_other_event(uint64_t i) {
    static const uint32_t types[] = {SDL_APP_LOWMEMORY,
                                     SDL_APP_WILLENTERBACKGROUND,
                                     SDL_LOCALECHANGED,
                                     SDL_DISPLAYEVENT,
                                     SDL_TEXTINPUT,
                                     SDL_TEXTEDITING,
                                     SDL_KEYMAPCHANGED,
                                     SDL_MOUSEWHEEL,
                                     SDL_JOYBUTTONDOWN,
                                     SDL_JOYDEVICEADDED,
                                     SDL_CONTROLLERBUTTONDOWN,
                                     SDL_MULTIGESTURE,
                                     SDL_CLIPBOARDUPDATE,
                                     SDL_AUDIODEVICEREMOVED,
                                     SDL_RENDER_TARGETS_RESET,
                                     SDL_RENDER_DEVICE_RESET,
                                     SDL_USEREVENT,
                                     SDL_LASTEVENT - 1};
    return (SDL_Event){.type = types[random_below(6, 11, i, sizeof types / sizeof types[0])]};
}

static void push_some_event(uint64_t i) {
    uint32_t what = random_below(6, 12, i, 100);
    SDL_Event event = what < 70   ? some_finger_event(i)
                      : what < 80 ? some_mouse_event(i)
                      : what < 84 ? some_window_event(i)
                                  : some_other_event(i);
    if (what < 85)
        SDL_PushEvent(&event);
    else
        booth_key((int)random_below(6, 4, i, i & 1 ? 512 : 100),
                  modifiers_of(i & 2 ? random_below(6, 13, i, 16) : 0, i & 1));
}

static void nothing_in_a_storm_leaves(void **state) {
    struct booth *booth = *state;
    booth->barred = true;
    for (uint64_t i = 0; i < 60000; i++) {
        push_some_event(i);
        if (i % 500 == 0) booth_key(SDL_SCANCODE_O, modifiers_of(7, false)); /* the operator's, for digits */
        booth_pass(booth, random_below(6, 6, i, 200));
        if (i % 12 == 0) booth_drain(booth);
        assert_false(booth->kiosk.quit);
        assert_int_not_equal(booth->kiosk.app.screen, SCREEN_ADMIN);
    }
    assert_int_equal(booth->keeps, 0);
    print_message("%u answers, %u rounds\n", booth->answers, booth->rounds);
    assert_true(booth->answers > 20);
    booth_pass(booth, 3600 * 1000);
    go_home(booth);
}

/* With a window of its own the program ends when that is closed; on the whole screen it does not. */
static void closing_the_window_ends_only_a_window(void **state) {
    struct booth *booth = *state;
    SDL_Event event = {.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_CLOSE, .windowID = 1}};
    SDL_PushEvent(&event);
    booth_drain(booth);
    assert_false(booth->kiosk.quit);
    booth->wish.presenter.windowed = (struct display){800, 600};
    SDL_PushEvent(&event);
    booth_drain(booth);
    assert_true(booth->kiosk.quit);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define BOOTH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        BOOTH(no_key_leaves_or_does_what_no_finger_could),
        BOOTH(nothing_in_a_storm_leaves),
        BOOTH(closing_the_window_ends_only_a_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
