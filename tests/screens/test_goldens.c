#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/hash.h"
#include "support/gallery.h"
#include "support/golden.h"

/* The draw lists of the screens as text, a command a line, at four sizes and in both sizes of type. The
   ground is the same under all of them and stands in a golden of its own. */

static const struct display displays[] = {{1920, 1080}, {1080, 1920}, {1024, 768}, {3840, 2160}};
enum { DISPLAYS = sizeof displays / sizeof displays[0] };

static bool is_ground(const struct draw_command *command) {
    return command->role == ROLE_GROUND || command->role == ROLE_CITY;
}

static uint64_t points_hash(const struct draw_list *list, const struct draw_command *command) {
    struct hash hash = hash_begin();
    for (uint32_t i = 0; i < command->point_count; i++) {
        struct point point = list->points[command->point_first + i];
        hash_number(&hash, (uint64_t)(uint32_t)point.x << 32 | (uint32_t)point.y);
    }
    return hash_end(&hash);
}

static void print_command(struct buf *out, const struct draw_list *list, const struct draw_command *command) {
    buf_printf(out, "%s %s %d,%d %dx%d %s", draw_kind_name(command->kind), role_name(command->role),
               command->x, command->y, command->w, command->h, color_name(command->color));
    if (command->size) buf_printf(out, " size %d %s", command->size, face_name(command->face));
    if (command->radius) buf_printf(out, " radius %d", command->radius);
    if (command->stroke) buf_printf(out, " stroke %d", command->stroke);
    if (command->point_count)
        buf_printf(out, " points %u %06x", command->point_count,
                   (unsigned)(points_hash(list, command) >> 40));
    if (command->text.len) buf_printf(out, " %.*s", (int)command->text.len, command->text.at);
    buf_char(out, '\n');
}

static void print_region(struct buf *out, const struct region *region) {
    buf_printf(out, "region %s %d,%d %dx%d %s %d", role_name(region->role), region->x, region->y, region->w,
               region->h, message_name(region->message.type), region->message.value);
    if (region->message.player) buf_printf(out, " @%u", region->message.player);
    buf_text(out, region->enabled ? "\n" : " asleep\n");
}

static void print_list(struct buf *out, const struct draw_list *list, struct shot shot, bool ground) {
    buf_printf(out, "\n== %dx%d%s\n", shot.display.w, shot.display.h, shot.large ? " large" : "");
    for (uint32_t i = 0; i < list->command_count; i++)
        if (is_ground(&list->commands[i]) == ground) print_command(out, list, &list->commands[i]);
    for (uint32_t i = 0; i < list->region_count && !ground; i++) print_region(out, &list->regions[i]);
}

static void screens_are_as_they_were(void **state) {
    struct gallery *gallery = *state;
    uint32_t different = 0;
    for (uint32_t k = 0; k < GALLERY_SCENES; k++) {
        struct buf out;
        buf_init(&out);
        buf_printf(&out, "%s\n", gallery_scenes[k].name);
        for (uint32_t i = 0; i < 2 * DISPLAYS; i++) {
            struct shot shot = {displays[i / 2], i & 1, false, 0};
            gallery_scenes[k].go(&gallery->stage);
            gallery_show(gallery, shot);
            print_list(&out, &gallery->list, shot, false);
        }
        different += !golden_holds(gallery_scenes[k].name, buf_get(&out));
        buf_finish(&out);
    }
    assert_int_equal(different, 0);
}

static void print_made(struct buf *out, struct gallery *gallery, const struct gallery_made *made,
                       const struct question *question) {
    static const enum gallery_phase phases[] = {PHASE_PICKED, PHASE_WRONG};
    for (uint32_t i = 0; i < 2 * DISPLAYS; i++)
        for (uint32_t p = 0; p < 2; p++) {
            struct shot shot = {displays[i / 2], i & 1, false, 0};
            gallery_show_question(gallery, shot, question, phases[p], 0);
            buf_printf(out, "\n-- %s, %s", made->name, phases[p] == PHASE_PICKED ? "asked" : "answered");
            print_list(out, &gallery->list, shot, false);
        }
}

/* Only the questions that no screen above shows: the longest texts, and the forms that a kiosk does not ask.
 */
static void long_questions_are_as_they_were(void **state) {
    static const char *const names[] = {"single_worst", "multiple_six", "order", "match", "fill"};
    struct gallery *gallery = *state;
    struct arena arena;
    uint32_t different = 0;
    arena_init(&arena);
    for (uint32_t k = 0; k < GALLERY_MADE; k++)
        for (uint32_t n = 0; n < sizeof names / sizeof names[0]; n++) {
            if (strcmp(names[n], gallery_made[k].name) != 0) continue;
            struct question question = gallery_make(&arena, &gallery_made[k], 7);
            char name[80];
            struct buf out;
            buf_init(&out);
            print_made(&out, gallery, &gallery_made[k], &question);
            snprintf(name, sizeof name, "made_%s", gallery_made[k].name);
            different += !golden_holds(name, buf_get(&out));
            buf_finish(&out);
        }
    arena_finish(&arena);
    assert_int_equal(different, 0);
}

static void the_ground_is_as_it_was(void **state) {
    struct gallery *gallery = *state;
    struct buf out;
    buf_init(&out);
    for (uint32_t i = 0; i < 2 * DISPLAYS; i++) {
        struct shot shot = {displays[i / 2], false, false, 0};
        (i & 1 ? go_question : go_attract)(&gallery->stage);
        gallery_show(gallery, shot);
        print_list(&out, &gallery->list, shot, true);
    }
    bool same = golden_holds("ground", buf_get(&out));
    buf_finish(&out);
    assert_true(same);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens_are_as_they_were),
        cmocka_unit_test(long_questions_are_as_they_were),
        cmocka_unit_test(the_ground_is_as_it_was),
    };
    return cmocka_run_group_tests(tests, gallery_set_up, gallery_tear_down);
}
