#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "support/booth.h"

/* The real loop on SDL's dummy display, touched and looked at. */

enum { W = BOOTH_W, H = BOOTH_H };

static void whole_round_by_fingers(void **state) {
    struct booth *booth = *state;
    booth_play_round(booth, 1);
    assert_int_equal(booth->kiosk.app.screen, SCREEN_RESULT);
    assert_in_range(booth->answers, 5, 10);
    assert_int_equal(booth->rounds, 1);
}

static void strike(struct booth *booth, int scancode) {
    booth_pass(booth, 1000);
    booth_key(scancode, 0);
    booth_drain(booth);
}

/* The second option each time, with the focus where it was put; then whatever leads on, with no focus at all:
   what stands in the same place on the next page must not be meant. */
static void whole_round_by_tab_and_enter(void **state) {
    struct booth *booth = *state;
    const struct app *app = &booth->kiosk.app;
    for (uint32_t i = 0; i < 40 && app->screen != SCREEN_RESULT; i++) {
        assert_int_equal(app->ui.focus, 0);
        if (app->screen != SCREEN_FEEDBACK)
            for (uint32_t k = 0; k < 2; k++) strike(booth, SDL_SCANCODE_TAB);
        strike(booth, SDL_SCANCODE_RETURN);
        if (booth_find(booth, ROLE_PRIMARY, 0) && app->screen == SCREEN_QUESTION)
            strike(booth, SDL_SCANCODE_PAGEDOWN); /* 确定 */
        assert_false(app->flagged);
        assert_int_not_equal(app->screen, SCREEN_ABOUT);
    }
    assert_int_equal(app->screen, SCREEN_RESULT);
}

/* 「下一张」 again and again. */
static void the_focus_stays_with_a_page_that_is_turned(void **state) {
    struct booth *booth = *state;
    assert_true(booth_touch(booth, MSG_CARDS, 0));
    assert_true(booth_touch(booth, MSG_CARD, 0));
    uint16_t first = booth->kiosk.app.card;
    for (uint32_t k = 0; k < 3; k++) strike(booth, SDL_SCANCODE_TAB); /* 上一张, 考考我, 下一张 */
    for (uint32_t k = 0; k < 2; k++) {
        strike(booth, SDL_SCANCODE_RETURN);
        assert_int_equal(booth->kiosk.app.screen, SCREEN_CARD);
        assert_int_equal(booth->kiosk.app.ui.focus, 3);
    }
    assert_int_not_equal(booth->kiosk.app.card, first);
}

static void note_news(void *context) {
    ++*(uint32_t *)context;
}

static int wake_from_beside(void *context) {
    (void)context;
    kiosk_wake();
    return 0;
}

static void what_ends_beside_the_loop_is_heard_in_it(void **state) {
    struct booth *booth = *state;
    uint32_t heard = 0;
    booth_drain(booth);
    booth->world.context = &heard;
    booth->world.news = note_news;
    SDL_WaitThread(SDL_CreateThread(wake_from_beside, "beside", NULL), NULL);
    assert_int_equal(heard, 0);
    booth_take_events(booth);
    assert_int_equal(heard, 1);
    booth->world.context = booth;
    booth->world.news = NULL;
    kiosk_wake(); /* nobody listens */
    booth_drain(booth);
}

static void nothing_is_painted_while_nothing_changes(void **state) {
    struct booth *booth = *state;
    booth_drain(booth);
    for (uint32_t i = 0; i < 20; i++) assert_false(kiosk_show(&booth->kiosk));
    assert_true(kiosk_patience(&booth->kiosk) > 100);
}

static void finger_down_looks_pressed_in_the_next_frame(void **state) {
    struct booth *booth = *state;
    const struct region *option = booth_find(booth, ROLE_OPTION, 0);
    booth_finger(booth, SDL_FINGERDOWN, 1, option->x + 30, option->y + 30);
    booth_take_events(booth);
    assert_true(kiosk_show(&booth->kiosk));
    assert_true(booth->kiosk.app.ui.pressed[0] > 0);
}

static void corners_go(struct booth *booth, uint32_t type) {
    booth_finger(booth, type, 1, 5, 5);
    booth_finger(booth, type, 2, W - 5, H - 5);
    booth_drain(booth);
}

static void two_corners_held_open_the_pin_pad(void **state) {
    struct booth *booth = *state;
    booth_pass(booth, 1000);
    corners_go(booth, SDL_FINGERDOWN);
    assert_true(kiosk_patience(&booth->kiosk) <= 3000);
    booth_pass(booth, 2500);
    booth_drain(booth);
    assert_int_equal(booth->kiosk.app.screen, SCREEN_ATTRACT);
    booth_pass(booth, 600);
    booth_drain(booth);
    assert_int_equal(booth->kiosk.app.screen, SCREEN_PIN);
    booth_pass(booth, 1000);
    corners_go(booth, SDL_FINGERUP);
    assert_int_equal(booth->kiosk.app.screen, SCREEN_PIN);
    assert_int_equal(booth->kiosk.app.operated.count, 0);
}

static void corners_held_too_shortly_mean_nothing(void **state) {
    struct booth *booth = *state;
    booth_pass(booth, 1000);
    uint64_t before = app_hash(&booth->kiosk.app);
    corners_go(booth, SDL_FINGERDOWN);
    corners_go(booth, SDL_FINGERUP);
    assert_true(app_hash(&booth->kiosk.app) == before);
    booth_pass(booth, 4000);
    booth_drain(booth);
    assert_int_equal(booth->kiosk.app.screen, SCREEN_ATTRACT);
}

/* The PIN is set at the glass. */
static void enter_panel(struct booth *booth) {
    static const int32_t digits[] = {4, 0, 7, 1, 9, 2};
    booth_key(SDL_SCANCODE_O, KMOD_LCTRL | KMOD_LALT | KMOD_LSHIFT);
    booth_drain(booth);
    assert_int_equal(booth->kiosk.app.operated.phase, PIN_NEW);
    for (uint32_t i = 0; i < 2 * PIN_DIGITS; i++)
        assert_true(booth_touch(booth, MSG_DIGIT, digits[i % PIN_DIGITS]));
    assert_int_equal(booth->kiosk.app.screen, SCREEN_ADMIN);
}

/* The theme changes at once, and the program ends by its own key. */
static void operator_sets_a_pin_and_ends_the_program(void **state) {
    struct booth *booth = *state;
    enter_panel(booth);
    assert_true(booth_touch(booth, MSG_CONTROL, CONTROL_DARK));
    assert_int_equal(booth->kiosk.projection.palette->base, THEME_DARK);
    assert_true(booth_touch(booth, MSG_CONTROL, CONTROL_QUIT));
    assert_false(booth->kiosk.quit);
    assert_true(booth_touch(booth, MSG_CONTROL, CONTROL_QUIT));
    assert_true(booth->kiosk.quit);
}

/* The lower left corner: bare ground at the operator's panel. */
static uint32_t corner(const struct booth *booth) {
    const struct canvas *canvas = &booth->kiosk.presenter.canvas;
    return canvas->pixels[(ptrdiff_t)canvas->stride * (canvas->h - 1)] & 0xFFFFFF;
}

/* With its colours and its faces, and back. */
static void the_sites_own_theme_is_put_on_and_taken_off(void **state) {
    struct booth *booth = *state;
    static const struct site_theme file = {.id = "ye", .title = "夜"};
    struct projection *projection = &booth->kiosk.projection;
    booth->wish.own_faces = faces_create(faces_of_debian);
    booth->wish.themes = (struct themes){.own = *theme_palette(THEME_DARK), .file = &file};
    booth->world.machine.own_theme = file.title;
    enter_panel(booth);
    assert_true(booth_touch(booth, MSG_CONTROL, CONTROL_OWN_THEME));
    assert_ptr_equal(projection->palette, &booth->wish.themes.own);
    assert_ptr_equal(projection->faces, booth->wish.own_faces);
    assert_int_equal(corner(booth), color_value(theme_palette(THEME_DARK), COLOR_GROUND));
    assert_true(booth_touch(booth, MSG_CONTROL, CONTROL_LIGHT));
    assert_ptr_equal(projection->faces, booth->wish.faces);
    assert_int_equal(corner(booth), color_value(theme_palette(THEME_LIGHT), COLOR_GROUND));
    faces_destroy(booth->wish.own_faces);
    booth->wish.own_faces = NULL;
}

enum { SKY = 0x113355 };

static bool read_again(void *context, const struct app *app, struct effect effect, struct message *reply) {
    struct booth *booth = context;
    if (effect.type != EFFECT_RELOAD) return booth_effect(context, app, effect, reply);
    if (!booth->wish.themes.file) return false; /* nothing has changed since */
    *reply = (struct message){.type = MSG_RELOADED, .value = 1};
    booth->wish.themes.own.colors[COLOR_GROUND] = SKY;
    if (effect.value == 0) booth->wish.themes = (struct themes){.first = THEME_CONTRAST};
    return true;
}

/* From the panel, and at the attract screen, where this time it is gone. */
static void theme_that_was_read_again_is_put_on_at_once(void **state) {
    struct booth *booth = *state;
    static const struct site_theme file = {.id = "ye", .title = "夜"};
    booth->wish.themes = (struct themes){.own = *theme_palette(THEME_DARK), .file = &file};
    booth->world.machine.own_theme = file.title;
    booth->world.effect = read_again;
    enter_panel(booth);
    assert_true(booth_touch(booth, MSG_CONTROL, CONTROL_OWN_THEME));
    assert_true(booth_touch(booth, MSG_CONTROL, CONTROL_RELOAD));
    assert_int_equal(corner(booth), SKY);
    assert_true(booth_touch(booth, MSG_HOME, 0));
    assert_int_equal(booth->kiosk.app.ui.theme, THEME_CONTRAST);
    assert_ptr_equal(booth->kiosk.projection.palette, theme_palette(THEME_CONTRAST));
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define BOOTH(name) cmocka_unit_test_setup_teardown(name, booth_set_up, booth_tear_down)
        BOOTH(two_corners_held_open_the_pin_pad),
        BOOTH(corners_held_too_shortly_mean_nothing),
        BOOTH(the_sites_own_theme_is_put_on_and_taken_off),
        BOOTH(theme_that_was_read_again_is_put_on_at_once),
        BOOTH(operator_sets_a_pin_and_ends_the_program),
        BOOTH(whole_round_by_fingers),
        BOOTH(whole_round_by_tab_and_enter),
        BOOTH(the_focus_stays_with_a_page_that_is_turned),
        BOOTH(what_ends_beside_the_loop_is_heard_in_it),
        BOOTH(nothing_is_painted_while_nothing_changes),
        BOOTH(finger_down_looks_pressed_in_the_next_frame),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
