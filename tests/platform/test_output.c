#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <SDL.h>
#include <math.h>
#include <string.h>
#include <cmocka.h>

#include "base/random.h"
#include "paint/turn.h"
#include "platform/fade.h"
#include "platform/sound.h"

static void fade_begins_with_the_old_and_ends_with_the_new(void **state) {
    (void)state;
    assert_int_equal(fade_share(0, 220), 0);
    assert_int_equal(fade_share(220, 220), 255);
    assert_int_equal(fade_share(UINT64_MAX, 220), 255);
    for (uint64_t t = 1; t < 220; t++) assert_true(fade_share(t, 220) >= fade_share(t - 1, 220));
}

static void fade_touches_only_what_differs(void **state) {
    (void)state;
    struct canvas canvas;
    struct fade fade;
    struct damage damage = {0};
    canvas_init(&canvas, 50, 40);
    canvas_fill(&canvas, canvas_area(&canvas), 0x101010, 255);
    damage_add(&damage, area_of(10, 10, 5, 5));
    fade_begin(&fade, &canvas, &damage, 1000, 100);
    canvas_fill(&fade.new, canvas_area(&fade.new), 0xFFFFFF, 255);
    fade_step(&fade, &canvas, 1050);
    assert_true(fade.running);
    assert_int_equal(canvas_row(&canvas, 9)[10], 0xFF101010u);
    assert_in_range(canvas_row(&canvas, 12)[12] & 0xFF, 0x80, 0xFE);
    fade_step(&fade, &canvas, 1100);
    assert_false(fade.running);
    assert_int_equal(canvas_row(&canvas, 12)[12], 0xFFFFFFFFu);
    canvas_finish(&canvas);
}

/* A place of the canvas is found again on the panel, and back. */
static void turned_panel_shows_every_pixel_where_it_belongs(void **state) {
    (void)state;
    struct canvas canvas, panel;
    for (int32_t turn = 0; turn < 360; turn += 90) {
        bool aside = turn % 180 != 0;
        canvas_init(&canvas, 37, 23);
        canvas_init(&panel, aside ? 23 : 37, aside ? 37 : 23);
        for (uint32_t i = 0; i < 37 * 23; i++) canvas.pixels[i] = random_below(5, 0, i, 0x1000000);
        for (uint64_t i = 0; i < 6; i++) /* in pieces that overlap */
            canvas_copy_turned(&panel, &canvas, area_of((int32_t)i * 6, 0, 9, 23), turn);
        for (int32_t y = 0; y < panel.h; y++)
            for (int32_t x = 0; x < panel.w; x++) {
                int32_t from_x, from_y;
                place_turned_back(&canvas, turn, x, y, &from_x, &from_y);
                assert_int_equal(canvas_row(&panel, y)[x], canvas_row(&canvas, from_y)[from_x]);
                struct area there = area_turned(area_of(from_x, from_y, 1, 1), &canvas, turn);
                assert_int_equal(there.left, x);
                assert_int_equal(there.top, y);
            }
        canvas_finish(&canvas);
        canvas_finish(&panel);
    }
}

/* Its loudest sample, and how long it can be heard (samples). */
struct heard {
    float peak;
    uint32_t length;
};

static struct heard listen(enum sound sound, const struct round *round) {
    enum { CHUNK = 512 };
    static struct sound_score score;
    struct heard heard = {0};
    memset(&score, 0, sizeof score);
    sound_compose(&score, sound, round);
    for (uint32_t at = 0, sounding = 1; sounding && at < 5 * SOUND_RATE; at += CHUNK) {
        float samples[CHUNK] = {0};
        sounding = sound_render(&score, samples, CHUNK);
        for (uint32_t i = 0; i < CHUNK; i++) {
            if (fabsf(samples[i]) > heard.peak) heard.peak = fabsf(samples[i]);
            if (fabsf(samples[i]) > .0005F) heard.length = at + i;
        }
    }
    return heard;
}

static void sounds_are_heard_but_never_loud_and_end(void **state) {
    (void)state;
    struct round round = {.count = 5};
    for (uint32_t i = 0; i < 5; i++) round.asked[i].state = ASKED_RIGHT;
    for (uint32_t sound = 0; sound < SOUNDS; sound++) {
        struct heard heard = listen((enum sound)sound, &round);
        assert_true(heard.peak > .02F && heard.peak < .2513F); /* −12 dB */
        assert_in_range(heard.length, SOUND_RATE / 100, 3 * SOUND_RATE);
    }
}

static void missed_question_is_a_rest_in_the_result(void **state) {
    (void)state;
    struct round round = {.count = 5};
    for (uint32_t i = 0; i < 5; i++) round.asked[i].state = ASKED_WRONG;
    assert_true(listen(SOUND_RESULT, &round).peak < .0001F);
    round.asked[2].state = ASKED_RIGHT;
    assert_true(listen(SOUND_RESULT, &round).peak > .02F);
}

static void without_a_device_nothing_happens(void **state) {
    (void)state;
    sound_play(NULL, SOUND_TOUCH, NULL);
    assert_false(sound_doze(NULL, 0));
    sound_destroy(NULL);
}

/* 声音大 looks for one that was plugged in since. */
static void a_loudspeaker_is_looked_for_when_the_volume_is_set(void **state) {
    (void)state;
    struct round round = {0};
    struct sound_player *player = sound_create();
    SDL_setenv("SDL_AUDIODRIVER", "nonesuch", 1);
    sound_play(player, SOUND_TOUCH, &round);
    assert_int_equal(sound_state(player), LOUDSPEAKER_MISSING);
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    sound_play(player, SOUND_TOUCH, &round);
    assert_int_equal(sound_state(player), LOUDSPEAKER_MISSING);
    sound_set_volume(player, VOLUME_USUAL);
    sound_play(player, SOUND_TOUCH, &round);
    assert_int_equal(sound_state(player), LOUDSPEAKER_FINE);
    sound_destroy(player);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fade_begins_with_the_old_and_ends_with_the_new),
        cmocka_unit_test(fade_touches_only_what_differs),
        cmocka_unit_test(turned_panel_shows_every_pixel_where_it_belongs),
        cmocka_unit_test(sounds_are_heard_but_never_loud_and_end),
        cmocka_unit_test(missed_question_is_a_rest_in_the_result),
        cmocka_unit_test(without_a_device_nothing_happens),
        cmocka_unit_test(a_loudspeaker_is_looked_for_when_the_volume_is_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
