#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/gallery.h"
#include "support/soundness.h"
#include "ui/motion.h"

/* Every screen while it comes up: as readable and as touchable as at rest, at rest soon, and then exactly the
   picture that no motion would give. */

static const struct display displays[] = {{1920, 1080}, {1080, 1920}, {1024, 768}, {3840, 2160}};
static const int32_t ages[] = {0, 20, 60, 109, 111, 160, 250, 330, 421, 520, 599, 601, 850, 1000, 1200};
enum {
    SHOTS = 4 * sizeof displays / sizeof displays[0],
    AGES = sizeof ages / sizeof ages[0],
    LAMPS_OUT_AT = 4000, /* of go_asking: the second lamp has just gone out */
    SOON = 2000
};

static struct shot shot_number(uint32_t i) {
    return (struct shot){displays[i / 4], i & 1, i >> 1 & 1, 0};
}

typedef void look_function(const struct app *app, const struct app_world *world, struct view *view);

/* The screen so long after everything that can set something in motion. */
static struct motion show_at(struct gallery *gallery, struct shot shot, look_function *look, int32_t age) {
    struct motion motion;
    motion_rest(&motion);
    motion.ages[MOTION_PAGE] = motion.ages[MOTION_TOUCH] = age;
    motion.ages[MOTION_ASKING] = LAMPS_OUT_AT + age;
    motion.city_before = gallery->stage.app.figures.right_answers;
    gallery->motion = &motion;
    gallery_begin(gallery, shot);
    look(&gallery->stage.app, &gallery->stage.world, &gallery->view);
    gallery->view.motion = gallery->motion = NULL;
    return motion;
}

enum { REGIONS = 64 };
struct touchable {
    struct region list[REGIONS];
    uint32_t count;
};

static struct touchable touchable_at_rest(struct gallery *gallery, struct shot shot) {
    struct touchable touchable;
    gallery_show(gallery, shot);
    touchable.count = gallery->list.region_count;
    assert_true(touchable.count <= REGIONS);
    if (touchable.count)
        memcpy(touchable.list, gallery->list.regions, touchable.count * sizeof *touchable.list);
    return touchable;
}

/* The way on from an answer lies where an option was: it alone may wait. */
static bool may_wait(const struct app *app, const struct region *region, int32_t age) {
    bool on = region->message.type == MSG_NEXT || region->message.type == MSG_MORE;
    return on && app->screen == SCREEN_FEEDBACK && !app_is_attended(app) && age < 600;
}

static bool regions_stand(const struct gallery *gallery, const struct touchable *rest, int32_t age) {
    if (gallery->list.region_count != rest->count) return false;
    for (uint32_t i = 0; i < rest->count; i++) {
        const struct region *a = &gallery->list.regions[i], *b = &rest->list[i];
        if (a->x != b->x || a->y != b->y || a->w != b->w || a->h != b->h) return false;
        if (a->message.type != b->message.type || a->message.value != b->message.value) return false;
        bool waits = b->enabled && may_wait(&gallery->stage.app, a, age);
        if (a->enabled != (b->enabled && !waits)) return false;
    }
    return true;
}

static void what_moves_is_sound_and_touchable_where_it_will_be(void **state) {
    struct gallery *gallery = *state;
    struct soundness sound;
    for (uint32_t k = 0; k < GALLERY_SCENES; k++)
        for (uint32_t i = 0; i < SHOTS; i++) {
            struct shot shot = shot_number(i);
            gallery_scenes[k].go(&gallery->stage);
            struct touchable rest = touchable_at_rest(gallery, shot);
            for (uint32_t n = 0; n < AGES; n++) {
                show_at(gallery, shot, app_view, ages[n]);
                if (!list_is_sound(&sound, &gallery->view))
                    fail_msg("%s %dx%d%s%s at %d ms: %s", gallery_scenes[k].name, shot.display.w,
                             shot.display.h, shot.large ? " large" : "", shot.contrast ? " contrast" : "",
                             ages[n], sound.what);
                if (!regions_stand(gallery, &rest, ages[n]))
                    fail_msg("%s %dx%d at %d ms: a key moved", gallery_scenes[k].name, shot.display.w,
                             shot.display.h, ages[n]);
            }
        }
}

static void long_answers_come_up_soundly(void **state) {
    struct gallery *gallery = *state;
    struct soundness sound;
    struct arena arena;
    arena_init(&arena);
    for (uint32_t k = 0; k < GALLERY_MADE; k++)
        for (uint32_t n = 0; n < AGES; n++)
            for (uint32_t i = 0; i < 4; i++) {
                struct question question = gallery_make(&arena, &gallery_made[k], k * 7 + n);
                struct motion motion;
                motion_rest(&motion);
                motion.ages[MOTION_PAGE] = ages[n];
                gallery->motion = &motion;
                gallery_show_question(gallery, shot_number(i * 4 + n % 4), &question, PHASE_RIGHT + n % 2,
                                      (uint8_t)(n % 3));
                gallery->motion = NULL;
                if (!list_is_sound(&sound, &gallery->view))
                    fail_msg("%s, display %u at %d ms: %s", gallery_made[k].name, i, ages[n], sound.what);
            }
    arena_finish(&arena);
}

/* From frame to frame as the loop paints them; 0: it does not end soon. */
static uint32_t frames_until_rest(struct gallery *gallery, struct shot shot, look_function *look) {
    for (int32_t age = 0, frames = 1; age < SOON; frames++) {
        int32_t wake = show_at(gallery, shot, look, age).wake;
        if (wake == MOTION_REST) return (uint32_t)frames;
        age += wake;
    }
    return 0;
}

static void motion_ends_in_the_picture_at_rest(void **state) {
    struct gallery *gallery = *state;
    for (uint32_t k = 0; k < GALLERY_SCENES; k++)
        for (uint32_t i = 0; i < SHOTS; i++) {
            gallery_scenes[k].go(&gallery->stage);
            gallery_show(gallery, shot_number(i));
            uint64_t rest = draw_hash(&gallery->list);
            uint32_t frames = frames_until_rest(gallery, shot_number(i), app_view);
            if (!frames || frames > 100) fail_msg("%s: %u frames", gallery_scenes[k].name, frames);
            if (draw_hash(&gallery->list) != rest) fail_msg("%s ends otherwise", gallery_scenes[k].name);
        }
}

/* False: the picture changes before the loop would look again. */
static bool says_when_it_changes(struct gallery *gallery, struct shot shot, look_function *look) {
    for (int32_t age = 0; age < SOON; age += 7) {
        int32_t wake = show_at(gallery, shot, look, age).wake;
        uint64_t now = draw_hash(&gallery->list);
        if (wake <= MOTION_FRAME) continue;
        show_at(gallery, shot, look, wake == MOTION_REST ? SOON : age + wake - 1);
        if (draw_hash(&gallery->list) != now) return false;
    }
    return true;
}

static void nothing_changes_while_the_loop_sleeps(void **state) {
    struct gallery *gallery = *state;
    for (uint32_t k = 0; k < GALLERY_SCENES; k++) {
        gallery_scenes[k].go(&gallery->stage);
        for (uint32_t i = 0; i < 8; i += 4)
            if (!says_when_it_changes(gallery, shot_number(i), app_view))
                fail_msg("%s moves unannounced", gallery_scenes[k].name);
    }
}

/* Something does move: else everything above holds of a picture that stands. */
static void answers_questions_and_results_move(void **state) {
    struct gallery *gallery = *state;
    static gallery_go *const moving[] = {go_question, go_right, go_wrong, go_result, go_asking, go_card0};
    for (uint32_t i = 0; i < sizeof moving / sizeof moving[0]; i++) {
        moving[i](&gallery->stage);
        gallery_show(gallery, shot_number(4));
        uint64_t rest = draw_hash(&gallery->list);
        show_at(gallery, shot_number(4), app_view, 20);
        assert_true(draw_hash(&gallery->list) != rest);
        assert_in_range(frames_until_rest(gallery, shot_number(4), app_view), 10, 100);
    }
}

/* Only a loop page of the attract screen fades as a whole: its text stands still. */
static void text_of_the_attract_screen_stands_still(void **state) {
    struct gallery *gallery = *state;
    static gallery_go *const pages[] = {go_attract, go_attract_card, go_attract_theme, go_attract_figures};
    for (uint32_t i = 0; i < 4; i++) {
        pages[i](&gallery->stage);
        gallery_show(gallery, shot_number(4));
        uint64_t rest = draw_hash(&gallery->list);
        show_at(gallery, shot_number(4), app_view, 330); /* the touch is over */
        assert_true(draw_hash(&gallery->list) == rest);
    }
}

/* The city: how many windows have light of a strength between. */
static uint32_t windows_coming(const struct draw_list *list) {
    uint32_t coming = 0;
    for (uint32_t i = 0; i < list->command_count; i++)
        coming += list->commands[i].kind == DRAW_RECTS && list->commands[i].alpha < 255;
    return coming;
}

static uint32_t windows_lit(const struct draw_list *list) {
    uint32_t lit = 0;
    for (uint32_t i = 0; i < list->command_count; i++) {
        const struct draw_command *command = &list->commands[i];
        bool lamp = command->color == COLOR_LAMP || command->color == COLOR_LAMP2;
        if (command->kind == DRAW_RECTS && lamp && command->alpha == 255) lit += command->point_count;
    }
    return lit;
}

static struct motion show_city(struct gallery *gallery, uint32_t before, int32_t age) {
    struct motion motion;
    motion_rest(&motion);
    motion.ages[MOTION_CITY] = age;
    motion.city_before = before;
    gallery->motion = &motion;
    gallery_begin(gallery, shot_number(4));
    app_view(&gallery->stage.app, &gallery->stage.world, &gallery->view);
    gallery->view.motion = gallery->motion = NULL;
    return motion;
}

static void windows_of_the_city_go_on_one_by_one(void **state) {
    struct gallery *gallery = *state;
    go_attract_figures(&gallery->stage); /* 5013 right answers */
    gallery_show(gallery, shot_number(4));
    uint64_t rest = draw_hash(&gallery->list);
    uint32_t all = windows_lit(&gallery->list), least = 0;
    int32_t age = 0, wake = 0, frames = 0;
    for (; wake != MOTION_REST && age < 60000; age += wake, frames++) {
        wake = show_city(gallery, 4950, age).wake;
        uint32_t lit = windows_lit(&gallery->list);
        assert_true(windows_coming(&gallery->list) <= 1 && lit >= least && lit <= all);
        if (age == 0) assert_true(lit < all);
        least = lit;
        if (wake == MOTION_REST) break;
    }
    assert_true(draw_hash(&gallery->list) == rest);
    assert_in_range(age, 400, 30000);
    assert_true(frames < age / 1500 * 30 + 60); /* it sleeps between two windows */
}

static void the_city_waits_until_nobody_is_in_front_of_it(void **state) {
    struct gallery *gallery = *state;
    go_result(&gallery->stage);
    assert_int_equal(show_city(gallery, 3000, 0).wake, MOTION_REST);
    uint32_t waiting = windows_lit(&gallery->list);
    gallery_show(gallery, shot_number(4));
    assert_true(waiting < windows_lit(&gallery->list));
}

/* What the checks are worth */

static void never_rests(const struct app *app, const struct app_world *world, struct view *view) {
    app_view(app, world, view);
    if (view->motion) view->motion->wake = MOTION_FRAME;
}

static void key_moves(const struct app *app, const struct app_world *world, struct view *view) {
    app_view(app, world, view);
    view->list->regions[1].y += motion_between(20, 0, motion_at(view, MOTION_PAGE, 0, 300));
}

static void key_sleeps(const struct app *app, const struct app_world *world, struct view *view) {
    app_view(app, world, view);
    if (motion_at(view, MOTION_PAGE, 0, 300) < MOTION_WHOLE) view->list->regions[0].enabled = false;
}

static void moves_unannounced(const struct app *app, const struct app_world *world, struct view *view) {
    app_view(app, world, view);
    if (view->motion && view->motion->ages[MOTION_PAGE] > 1000) view->list->commands[0].alpha = 200;
}

static bool keys_stand(struct gallery *gallery, look_function *look) {
    struct touchable rest = touchable_at_rest(gallery, shot_number(4));
    show_at(gallery, shot_number(4), look, 100);
    return regions_stand(gallery, &rest, 100);
}

static void planted_mistakes_are_found(void **state) {
    struct gallery *gallery = *state;
    go_question(&gallery->stage);
    assert_true(keys_stand(gallery, app_view));
    assert_false(keys_stand(gallery, key_moves));
    assert_false(keys_stand(gallery, key_sleeps));
    assert_int_equal(frames_until_rest(gallery, shot_number(4), never_rests), 0);
    assert_true(says_when_it_changes(gallery, shot_number(4), app_view));
    assert_false(says_when_it_changes(gallery, shot_number(4), moves_unannounced));
}

static void easing_begins_fast_and_stops_at_the_whole(void **state) {
    struct gallery *gallery = *state;
    struct motion motion;
    motion_rest(&motion);
    gallery_begin(gallery, shot_number(0));
    assert_int_equal(motion_at(&gallery->view, MOTION_PAGE, 0, 100), MOTION_WHOLE);
    gallery->view.motion = &motion;
    int32_t last = -1;
    for (int32_t age = 0; age <= 400; age++) {
        motion.ages[MOTION_PAGE] = age;
        int32_t share = motion_at(&gallery->view, MOTION_PAGE, 100, 200);
        assert_true(share >= last && share <= MOTION_WHOLE);
        if (age <= 100) assert_int_equal(share, 0);
        if (age == 200) assert_in_range(share, MOTION_WHOLE * 85 / 100, MOTION_WHOLE * 90 / 100);
        if (age >= 300) assert_int_equal(share, MOTION_WHOLE);
        last = share;
    }
    gallery->view.motion = NULL;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(easing_begins_fast_and_stops_at_the_whole),
        cmocka_unit_test(what_moves_is_sound_and_touchable_where_it_will_be),
        cmocka_unit_test(long_answers_come_up_soundly),
        cmocka_unit_test(motion_ends_in_the_picture_at_rest),
        cmocka_unit_test(nothing_changes_while_the_loop_sleeps),
        cmocka_unit_test(answers_questions_and_results_move),
        cmocka_unit_test(text_of_the_attract_screen_stands_still),
        cmocka_unit_test(windows_of_the_city_go_on_one_by_one),
        cmocka_unit_test(the_city_waits_until_nobody_is_in_front_of_it),
        cmocka_unit_test(planted_mistakes_are_found),
    };
    return cmocka_run_group_tests(tests, gallery_set_up, gallery_tear_down);
}
