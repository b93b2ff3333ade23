#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <SDL.h>

#include "base/random.h"
#include "platform/keys.h"
#include "platform/pointer.h"

/* Two options, a button that leads on, a chip that is off, and nothing in between. */
struct page {
    struct arena arena;
    struct draw_list list;
    struct pointer pointer;
    struct message message;
};

static void add(struct page *page, enum role role, int32_t y, enum message_type type, int32_t value) {
    draw_region(&page->list, role, (struct panel){.x = 100, .y = y, .w = 200, .h = 50},
                (struct message){.type = type, .value = value});
}

static void build(struct page *page, int32_t first_answer) {
    draw_begin(&page->list, &page->arena);
    add(page, ROLE_OPTION, 100, MSG_ANSWER, first_answer);
    add(page, ROLE_OPTION, 200, MSG_ANSWER, first_answer + 1);
    add(page, ROLE_PRIMARY, 300, MSG_NEXT, 0);
    add(page, ROLE_CHIP, 400, MSG_HOME, 0);
    page->list.regions[3].enabled = false;
}

static int set_up(void **state) {
    static struct page page;
    arena_init(&page.arena);
    pointer_cancel(&page.pointer);
    build(&page, 0);
    *state = &page;
    return 0;
}

static int tear_down(void **state) {
    arena_finish(&((struct page *)*state)->arena);
    return 0;
}

static bool lifts(struct page *page, int64_t finger) {
    return pointer_up(&page->pointer, &page->list, finger, &page->message);
}

static void touch_means_what_it_went_down_and_up_on(void **state) {
    struct page *page = *state;
    pointer_down(&page->pointer, &page->list, 1, 150, 220);
    assert_int_equal(pointer_pressed(&page->pointer, &page->list, 0), 2);
    assert_true(lifts(page, 1));
    assert_int_equal(page->message.type, MSG_ANSWER);
    assert_int_equal(page->message.value, 1);
    assert_int_equal(pointer_pressed(&page->pointer, &page->list, 0), 0);
}

static void finger_that_slides_off_means_nothing(void **state) {
    struct page *page = *state;
    pointer_down(&page->pointer, &page->list, 1, 150, 220);
    pointer_move(&page->pointer, 1, 150, 120);
    assert_int_equal(pointer_pressed(&page->pointer, &page->list, 0), 0);
    assert_false(lifts(page, 1));
}

static void finger_that_slides_back_means_it_again(void **state) {
    struct page *page = *state;
    pointer_down(&page->pointer, &page->list, 1, 150, 220);
    pointer_move(&page->pointer, 1, 500, 500);
    pointer_move(&page->pointer, 1, 160, 230);
    assert_int_equal(pointer_pressed(&page->pointer, &page->list, 0), 2);
    assert_true(lifts(page, 1));
}

static void first_finger_wins(void **state) {
    struct page *page = *state;
    pointer_down(&page->pointer, &page->list, 1, 150, 120);
    pointer_down(&page->pointer, &page->list, 2, 150, 320);
    pointer_move(&page->pointer, 2, 150, 220);
    assert_false(lifts(page, 2));
    assert_int_equal(pointer_pressed(&page->pointer, &page->list, 0), 1);
    assert_true(lifts(page, 1));
    assert_int_equal(page->message.value, 0);
}

static void touch_beside_everything_is_a_sign_of_a_person(void **state) {
    struct page *page = *state;
    pointer_down(&page->pointer, &page->list, 1, 5, 5);
    assert_true(lifts(page, 1));
    assert_int_equal(page->message.type, MSG_TOUCH);
}

static void what_came_up_under_the_finger_is_not_touched(void **state) {
    struct page *page = *state;
    pointer_down(&page->pointer, &page->list, 1, 150, 120);
    build(page, 5); /* another question, with options of another meaning, in the same places */
    assert_int_equal(pointer_pressed(&page->pointer, &page->list, 0), 0);
    assert_false(lifts(page, 1));
}

static void what_is_off_is_not_touched(void **state) {
    struct page *page = *state;
    pointer_down(&page->pointer, &page->list, 1, 150, 420);
    assert_true(lifts(page, 1));
    assert_int_equal(page->message.type, MSG_TOUCH);
}

static enum key_outcome press(struct page *page, int scancode, unsigned modifiers, uint16_t *focus) {
    return keys_press(&page->list, scancode, modifiers, focus, &page->message);
}

static void focus_goes_round_and_skips_what_is_off(void **state) {
    struct page *page = *state;
    uint16_t focus = 0;
    const uint16_t order[] = {1, 2, 3, 1};
    for (uint32_t i = 0; i < 4; i++) {
        assert_int_equal(press(page, SDL_SCANCODE_TAB, 0, &focus), KEY_FOCUS);
        assert_int_equal(focus, order[i]);
    }
    assert_int_equal(press(page, SDL_SCANCODE_UP, 0, &focus), KEY_FOCUS);
    assert_int_equal(focus, 3);
}

static void enter_does_what_the_focus_means(void **state) {
    struct page *page = *state;
    uint16_t focus = 2;
    assert_int_equal(press(page, SDL_SCANCODE_RETURN, 0, &focus), KEY_MESSAGE);
    assert_int_equal(page->message.type, MSG_ANSWER);
    assert_int_equal(page->message.value, 1);
}

static void remote_leads_on_whatever_the_focus(void **state) {
    struct page *page = *state;
    uint16_t focus = 1;
    assert_int_equal(press(page, SDL_SCANCODE_PAGEDOWN, 0, &focus), KEY_MESSAGE);
    assert_int_equal(page->message.type, MSG_NEXT);
}

/* The foot of a question before a class: what leads on is the answer, not the next question. */
static void remote_reveals_before_it_goes_on(void **state) {
    struct page *page = *state;
    uint16_t focus = 0;
    draw_begin(&page->list, &page->arena);
    add(page, ROLE_OPTION, 100, MSG_ANSWER, 0);
    add(page, ROLE_SECOND, 200, MSG_TURN, -1);
    add(page, ROLE_SECOND, 300, MSG_NEXT, 0);
    add(page, ROLE_PRIMARY, 400, MSG_REVEAL, 0);
    const int on[] = {SDL_SCANCODE_PAGEDOWN, SDL_SCANCODE_SPACE, SDL_SCANCODE_RETURN, SDL_SCANCODE_R};
    for (size_t i = 0; i < sizeof on / sizeof on[0]; i++) {
        assert_int_equal(press(page, on[i], 0, &focus), KEY_MESSAGE);
        assert_int_equal(page->message.type, MSG_REVEAL);
    }
    assert_int_equal(press(page, SDL_SCANCODE_PAGEUP, 0, &focus), KEY_MESSAGE);
    assert_int_equal(page->message.type, MSG_TURN);
    assert_int_equal(page->message.value, -1);
}

static void letter_or_digit_is_an_option(void **state) {
    struct page *page = *state;
    uint16_t focus = 0;
    assert_int_equal(press(page, SDL_SCANCODE_B, 0, &focus), KEY_MESSAGE);
    assert_int_equal(page->message.value, 1);
    assert_int_equal(press(page, SDL_SCANCODE_1, 0, &focus), KEY_MESSAGE);
    assert_int_equal(page->message.value, 0);
    assert_int_equal(press(page, SDL_SCANCODE_C, 0, &focus), KEY_NOTHING);
}

/* Two seats, 0 … 399 and 400 … 799, with three options and a key each, and a chip of everybody's between. */
static void build_for_two(struct page *page) {
    draw_begin(&page->list, &page->arena);
    for (uint8_t player = 1; player <= PLAYERS; player++) {
        int32_t left = player == 1 ? 0 : 400;
        draw_seat(&page->list, (struct panel){.x = left, .w = 400, .h = 600});
        for (int32_t i = 0; i < 3; i++)
            draw_region(&page->list, ROLE_OPTION,
                        (struct panel){.x = left + 100, .y = 100 + 100 * i, .w = 200, .h = 50},
                        (struct message){.type = MSG_ANSWER, .value = i, .player = player});
        draw_region(&page->list, ROLE_PRIMARY, (struct panel){.x = left + 100, .y = 400, .w = 200, .h = 50},
                    (struct message){.type = MSG_NEXT, .player = player});
    }
    draw_region(&page->list, ROLE_CHIP, (struct panel){.x = 350, .y = 500, .w = 100, .h = 50},
                (struct message){.type = MSG_HOME});
}

static void first_finger_wins_in_each_seat(void **state) {
    struct page *page = *state;
    build_for_two(page);
    pointer_down(&page->pointer, &page->list, 1, 150, 120);
    pointer_down(&page->pointer, &page->list, 2, 550, 320);
    pointer_down(&page->pointer, &page->list, 3, 150, 220);
    pointer_down(&page->pointer, &page->list, POINTER_MOUSE, 550, 120);
    assert_int_equal(pointer_pressed(&page->pointer, &page->list, 1), 1);
    assert_int_equal(pointer_pressed(&page->pointer, &page->list, 2), 7);
    assert_false(lifts(page, 3));
    assert_false(lifts(page, POINTER_MOUSE));
    assert_true(lifts(page, 2));
    assert_int_equal(page->message.player, 2);
    assert_int_equal(page->message.value, 2);
    assert_true(lifts(page, 1));
    assert_int_equal(page->message.player, 1);
    assert_int_equal(page->message.value, 0);
}

static void finger_belongs_to_the_seat_it_came_down_in(void **state) {
    struct page *page = *state;
    build_for_two(page);
    pointer_down(&page->pointer, &page->list, 1, 150, 120);
    pointer_move(&page->pointer, 1, 550, 120); /* the same option of the other player */
    assert_int_equal(pointer_pressed(&page->pointer, &page->list, 1), 0);
    assert_false(lifts(page, 1));
    pointer_down(&page->pointer, &page->list, 1, 5, 5);
    pointer_move(&page->pointer, 1, 790, 5);
    assert_true(lifts(page, 1));
    assert_int_equal(page->message.type, MSG_TOUCH);
    assert_int_equal(page->message.player, 1);
}

static void mouse_serves_both_players(void **state) {
    struct page *page = *state;
    build_for_two(page);
    for (uint8_t player = 1; player <= PLAYERS; player++) {
        pointer_down(&page->pointer, &page->list, POINTER_MOUSE, player == 1 ? 150 : 550, 220);
        assert_true(lifts(page, POINTER_MOUSE));
        assert_int_equal(page->message.player, player);
        assert_int_equal(page->message.value, 1);
    }
    pointer_down(&page->pointer, &page->list, POINTER_MOUSE, 390, 520);
    assert_true(lifts(page, POINTER_MOUSE));
    assert_int_equal(page->message.type, MSG_HOME);
    assert_int_equal(page->message.player, 0);
}

/* The seats are gone before the fingers are lifted. */
static void finger_outlives_its_seat_and_means_nothing(void **state) {
    struct page *page = *state;
    build_for_two(page);
    pointer_down(&page->pointer, &page->list, 1, 150, 120);
    pointer_down(&page->pointer, &page->list, 2, 550, 120);
    build(page, 0);
    assert_false(lifts(page, 1));
    pointer_down(&page->pointer, &page->list, 3, 150, 120);
    assert_false(lifts(page, 2));
    assert_true(lifts(page, 3));
    assert_int_equal(page->message.player, 0);
}

static void each_player_has_keys(void **state) {
    struct page *page = *state;
    uint16_t focus = 0;
    const struct {
        int scancode;
        uint8_t player;
        int32_t option;
    } meant[] = {{SDL_SCANCODE_A, 1, 0},    {SDL_SCANCODE_S, 1, 1},    {SDL_SCANCODE_D, 1, 2},
                 {SDL_SCANCODE_3, 1, 2},    {SDL_SCANCODE_KP_1, 1, 0}, {SDL_SCANCODE_J, 2, 0},
                 {SDL_SCANCODE_K, 2, 1},    {SDL_SCANCODE_L, 2, 2},    {SDL_SCANCODE_9, 2, 2},
                 {SDL_SCANCODE_KP_7, 2, 0}, {SDL_SCANCODE_KP_8, 2, 1}};
    build_for_two(page);
    for (size_t i = 0; i < sizeof meant / sizeof meant[0]; i++) {
        assert_int_equal(press(page, meant[i].scancode, 0, &focus), KEY_MESSAGE);
        assert_int_equal(page->message.type, MSG_ANSWER);
        assert_int_equal(page->message.player, meant[i].player);
        assert_int_equal(page->message.value, meant[i].option);
    }
    const int nobodys[] = {SDL_SCANCODE_B, SDL_SCANCODE_C, SDL_SCANCODE_E, SDL_SCANCODE_5,   SDL_SCANCODE_6,
                           SDL_SCANCODE_4, SDL_SCANCODE_F, SDL_SCANCODE_0, SDL_SCANCODE_KP_5};
    for (size_t i = 0; i < sizeof nobodys / sizeof nobodys[0]; i++)
        assert_int_equal(press(page, nobodys[i], 0, &focus), KEY_NOTHING);
    assert_int_equal(press(page, SDL_SCANCODE_SPACE, 0, &focus), KEY_MESSAGE);
    assert_int_equal(page->message.type, MSG_NEXT);
}

static bool is_on_the_page(const struct page *page, const struct message *message) {
    for (uint32_t i = 0; i < page->list.region_count; i++) {
        const struct region *region = &page->list.regions[i];
        if (region->enabled && region->message.type == message->type &&
            region->message.value == message->value && region->message.player == message->player)
            return true;
    }
    return false;
}

/* 512 scancodes × 16 sets of modifiers × every focus. */
static void no_key_does_what_no_finger_could(void **state) {
    struct page *page = *state;
    const unsigned sets[] = {KMOD_SHIFT, KMOD_CTRL, KMOD_ALT, KMOD_GUI};
    for (int scancode = 0; scancode < 512; scancode++)
        for (unsigned set = 0; set < 16; set++) {
            uint16_t focus = (uint16_t)random_below(3, set, (uint64_t)scancode, 8);
            unsigned modifiers = 0;
            for (unsigned i = 0; i < 4; i++) modifiers |= set >> i & 1 ? sets[i] : 0;
            enum key_outcome outcome = press(page, scancode, modifiers, &focus);
            if (outcome == KEY_MESSAGE) assert_true(is_on_the_page(page, &page->message));
            if (set > 1) assert_int_equal(outcome, KEY_NOTHING);
            if (outcome == KEY_FOCUS) assert_in_range(focus, 1, 3);
        }
}

/* Ten fingers anywhere, down, up and moving: only what is on the page is ever meant, one touch at a time. */
static void storm_of_fingers_means_only_what_is_there(void **state) {
    struct page *page = *state;
    uint32_t meant = 0;
    for (uint64_t i = 0; i < 200000; i++) {
        int64_t finger = random_below(4, 0, i, 10);
        int32_t x = (int32_t)random_below(4, 1, i, 400), y = (int32_t)random_below(4, 2, i, 500);
        uint32_t what = random_below(4, 3, i, 3);
        if (what == 0) pointer_down(&page->pointer, &page->list, finger, x, y);
        if (what == 1) pointer_move(&page->pointer, finger, x, y);
        if (what != 2 || !lifts(page, finger)) continue;
        assert_true(page->message.type == MSG_TOUCH || is_on_the_page(page, &page->message));
        meant++;
    }
    assert_in_range(meant, 100, 40000);
}

/* Twelve fingers at two seats: what a finger means is of the seat that it came down in. */
static void storm_in_two_seats_stays_in_its_seats(void **state) {
    struct page *page = *state;
    uint8_t came_down[12] = {0};
    uint32_t meant[1 + PLAYERS] = {0};
    build_for_two(page);
    for (uint64_t i = 0; i < 200000; i++) {
        int64_t finger = random_below(5, 0, i, 12);
        int32_t x = (int32_t)random_below(5, 1, i, 800), y = (int32_t)random_below(5, 2, i, 600);
        uint32_t what = random_below(5, 3, i, 3);
        bool idle = !page->pointer.touches[draw_player(&page->list, x, y)].down;
        for (uint32_t k = 0; k <= PLAYERS; k++)
            if (page->pointer.touches[k].down && page->pointer.touches[k].finger == finger) idle = false;
        if (what == 0) pointer_down(&page->pointer, &page->list, finger, x, y);
        if (what == 0 && idle) came_down[finger] = x < 400 ? 1 : 2;
        if (what == 1) pointer_move(&page->pointer, finger, x, y);
        if (what != 2 || !lifts(page, finger)) continue;
        const struct message *message = &page->message;
        assert_true(message->type == MSG_TOUCH || is_on_the_page(page, message));
        assert_true(message->type == MSG_HOME || message->player == came_down[finger]);
        meant[message->player]++;
    }
    assert_in_range(meant[1], 100, 40000);
    assert_in_range(meant[2], 100, 40000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define PAGE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        PAGE(touch_means_what_it_went_down_and_up_on),
        PAGE(finger_that_slides_off_means_nothing),
        PAGE(finger_that_slides_back_means_it_again),
        PAGE(first_finger_wins),
        PAGE(touch_beside_everything_is_a_sign_of_a_person),
        PAGE(what_came_up_under_the_finger_is_not_touched),
        PAGE(what_is_off_is_not_touched),
        PAGE(focus_goes_round_and_skips_what_is_off),
        PAGE(enter_does_what_the_focus_means),
        PAGE(remote_leads_on_whatever_the_focus),
        PAGE(remote_reveals_before_it_goes_on),
        PAGE(letter_or_digit_is_an_option),
        PAGE(no_key_does_what_no_finger_could),
        PAGE(storm_of_fingers_means_only_what_is_there),
        PAGE(first_finger_wins_in_each_seat),
        PAGE(finger_belongs_to_the_seat_it_came_down_in),
        PAGE(mouse_serves_both_players),
        PAGE(finger_outlives_its_seat_and_means_nothing),
        PAGE(each_player_has_keys),
        PAGE(storm_in_two_seats_stays_in_its_seats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
