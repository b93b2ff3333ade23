#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/gallery.h"
#include "support/soundness.h"

/* Every screen at every size: no text clipped, overlapped or outside its panel, nothing too small to read or
   to touch, and of long texts every character is shown on some page. */

static const struct display displays[] = {{1920, 1080}, {1080, 1920}, {1024, 768}, {3840, 2160},
                                          {1280, 1024}, {768, 1366},  {2560, 1080}};
enum { DISPLAYS = sizeof displays / sizeof displays[0], MANY_SEEDS = 12 };

static void expect_sound(const struct gallery *gallery, const char *name, struct shot shot) {
    struct soundness sound;
    if (list_is_sound(&sound, &gallery->view)) return;
    fail_msg("%s %dx%d%s%s seed %u: %s", name, shot.display.w, shot.display.h, shot.large ? " large" : "",
             shot.contrast ? " contrast" : "", shot.seed, sound.what);
}

static struct shot shot_number(uint32_t i) {
    return (struct shot){displays[i / 4 % DISPLAYS], i & 1, i >> 1 & 1, 0};
}

static void every_screen_is_sound(void **state) {
    struct gallery *gallery = *state;
    for (uint32_t k = 0; k < GALLERY_SCENES; k++)
        for (uint32_t i = 0; i < 4 * DISPLAYS; i++) {
            gallery_scenes[k].go(&gallery->stage);
            for (uint8_t page = 0; page < 3; page++) {
                gallery->stage.app.ui.page = page;
                gallery_show(gallery, shot_number(i));
                expect_sound(gallery, gallery_scenes[k].name, shot_number(i));
            }
        }
}

static void note_pairs(const struct draw_list *list, bool drawn[]) {
    for (uint32_t i = 0; i < list->command_count; i++) {
        const struct draw_command *command = &list->commands[i];
        if (command->kind != DRAW_TEXT) continue;
        drawn[theme_find_pair((struct pair){(enum color)command->color, (enum color)command->on})] = true;
    }
}

/* That every text is of a pair in the table is part of its soundness. A pair that no screen draws would only
   make false alarms about a site's theme. */
static void every_pair_of_the_table_is_drawn(void **state) {
    struct gallery *gallery = *state;
    bool *drawn = calloc(theme_pair_count + 1, sizeof *drawn);
    for (uint32_t k = 0; k < GALLERY_SCENES; k++) {
        gallery_scenes[k].go(&gallery->stage);
        gallery_show(gallery, shot_number(0));
        note_pairs(&gallery->list, drawn);
    }
    for (uint32_t i = 0; i < theme_pair_count; i++)
        if (!drawn[i])
            fail_msg("%s on %s is drawn nowhere", color_name(theme_pairs[i].text),
                     color_name(theme_pairs[i].on));
    free(drawn);
}

static bool is_page_region(const struct region *region) {
    return region->message.type == MSG_MORE;
}

static bool has_pages(const struct draw_list *list) {
    for (uint32_t i = 0; i < list->region_count; i++)
        if (is_page_region(&list->regions[i])) return true;
    return false;
}

static void add_without_blanks(struct buf *out, struct str text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] != ' ') buf_char(out, text.at[i]);
}

/* All text of a role on this page, without blanks. */
static void add_texts(struct buf *out, const struct draw_list *list, enum role role) {
    for (uint32_t i = 0; i < list->command_count; i++)
        if (list->commands[i].kind == DRAW_TEXT && list->commands[i].role == role)
            add_without_blanks(out, list->commands[i].text);
}

struct pages {
    struct buf stem, options[ROWS_MOST]; /* the texts of a page, one after the other */
    uint32_t count;
    bool answers[QUESTION_OPTIONS];
};

/* A stem that goes on is joined page by page; one that is repeated is taken once. */
static void add_page(struct pages *pages, const struct draw_list *list) {
    struct buf stem;
    buf_init(&stem);
    add_texts(&stem, list, ROLE_STEM);
    if (!str_starts(buf_get(&pages->stem), buf_get(&stem))) buf_str(&pages->stem, buf_get(&stem));
    buf_finish(&stem);
    assert_true(pages->count < ROWS_MOST);
    buf_init(&pages->options[pages->count]);
    add_texts(&pages->options[pages->count++], list, ROLE_OPTION);
    for (uint32_t i = 0; i < list->region_count; i++)
        if (list->regions[i].message.type == MSG_ANSWER)
            pages->answers[list->regions[i].message.value] = true;
}

static void finish_pages(struct pages *pages) {
    buf_finish(&pages->stem);
    for (uint32_t i = 0; i < pages->count; i++) buf_finish(&pages->options[i]);
}

static bool is_on_some_page(const struct pages *pages, struct str text) {
    for (uint32_t i = 0; i < pages->count; i++)
        if (str_has(buf_get(&pages->options[i]), text)) return true;
    return false;
}

static void expect_whole(const struct pages *pages, const struct question *question, const char *name,
                         struct shot shot) {
    struct buf wanted;
    buf_init(&wanted);
    add_without_blanks(&wanted, str_of(question->stem));
    if (!str_starts(buf_get(&pages->stem), buf_get(&wanted)))
        fail_msg("%s %dx%d seed %u: the stem is not whole:\n%s\n%s", name, shot.display.w, shot.display.h,
                 shot.seed, wanted.at, pages->stem.at);
    for (uint8_t i = 0; i < question->option_count; i++) {
        buf_clear(&wanted);
        add_without_blanks(&wanted, str_of(question->options[i]));
        if (!is_on_some_page(pages, buf_get(&wanted)))
            fail_msg("%s %dx%d seed %u: option %u is not whole", name, shot.display.w, shot.display.h,
                     shot.seed, i);
        if (!pages->answers[i])
            fail_msg("%s %dx%d seed %u: option %u can't be touched", name, shot.display.w, shot.display.h,
                     shot.seed, i);
    }
    buf_finish(&wanted);
}

static void expect_floors(const struct gallery *gallery, const char *name, struct shot shot) {
    for (uint32_t i = 0; i < gallery->list.command_count; i++) {
        const struct draw_command *command = &gallery->list.commands[i];
        if (command->kind != DRAW_TEXT) continue;
        bool option =
            command->role == ROLE_OPTION && utf8_count(command->text) > 1 && command->color == COLOR_INK;
        bool narrow = shot.display.w < 2 * shot.display.h && shot.display.w * 2 < shot.display.h * 3 &&
                      shot.display.w > shot.display.h;
        int32_t floor = command->role == ROLE_STEM ? 520
                        : option                   ? narrow ? 370 : 440
                                                   : 260; /* 4:3 has no room for 121 characters */
        if (command->size < view_px(&gallery->view, floor))
            fail_msg("%s %dx%d seed %u: %d px is below the floor", name, shot.display.w, shot.display.h,
                     shot.seed, command->size);
    }
}

static void show_pages(struct gallery *gallery, const struct gallery_made *made,
                       const struct question *question, struct shot shot, enum gallery_phase phase) {
    struct pages pages = {.count = 0};
    buf_init(&pages.stem);
    for (uint8_t page = 0; page < 11; page++) {
        gallery_show_question(gallery, shot, question, phase, page);
        expect_sound(gallery, made->name, shot);
        if (phase == PHASE_OPEN) expect_floors(gallery, made->name, shot);
        add_page(&pages, &gallery->list);
        if (!has_pages(&gallery->list)) break;
    }
    if (phase == PHASE_OPEN) expect_whole(&pages, question, made->name, shot);
    finish_pages(&pages);
}

static void every_question_is_shown_whole(void **state) {
    struct gallery *gallery = *state;
    struct arena arena;
    arena_init(&arena);
    for (uint32_t seed = 1; seed <= MANY_SEEDS; seed++)
        for (uint32_t k = 0; k < GALLERY_MADE; k++) {
            struct question question = gallery_make(&arena, &gallery_made[k], seed * 100);
            struct shot shot = shot_number(seed * 5 + k * 3);
            shot.seed = seed;
            for (uint32_t phase = 0; phase < PHASES; phase++)
                show_pages(gallery, &gallery_made[k], &question, shot, (enum gallery_phase)phase);
        }
    arena_finish(&arena);
}

/* What is read: the smallest type of a role, or INT32_MAX where there is none. */
static int64_t least_size(const struct draw_list *list, enum role role) {
    int64_t least = INT32_MAX;
    for (uint32_t i = 0; i < list->command_count; i++) {
        const struct draw_command *command = &list->commands[i];
        bool read = command->kind == DRAW_TEXT && command->role == role && utf8_count(command->text) > 1;
        if (read && command->size < least) least = command->size;
    }
    return least;
}

/* Not even on a small display, where its larger keys may take a twentieth of it and no more. */
static void large_type_is_never_smaller(void **state) {
    static const enum role roles[] = {ROLE_STEM, ROLE_OPTION, ROLE_EXPLANATION, ROLE_SOURCE, ROLE_BODY};
    struct gallery *gallery = *state;
    for (uint32_t k = 0; k < GALLERY_SCENES; k++)
        for (uint32_t d = 0; d < DISPLAYS; d++) {
            int64_t usual[sizeof roles / sizeof roles[0]];
            gallery_scenes[k].go(&gallery->stage);
            gallery_show(gallery, (struct shot){displays[d], false, false, 0});
            for (uint32_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
                usual[i] = least_size(&gallery->list, roles[i]);
            gallery_show(gallery, (struct shot){displays[d], true, false, 0});
            for (uint32_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
                if (usual[i] < INT32_MAX && least_size(&gallery->list, roles[i]) < usual[i] * 19 / 20)
                    fail_msg("%s %dx%d: %s of %d px is %d px in large type", gallery_scenes[k].name,
                             displays[d].w, displays[d].h, role_name(roles[i]), (int)usual[i],
                             (int)least_size(&gallery->list, roles[i]));
        }
}

static const struct draw_command *chip_text(const struct draw_list *list, uint32_t from) {
    for (uint32_t i = from; i < list->command_count; i++)
        if (list->commands[i].kind == DRAW_TEXT && list->commands[i].role == ROLE_CHIP)
            return &list->commands[i];
    return NULL;
}

/* One size in a row of chips: what is tight for one is tight for all. */
static void chips_of_a_row_are_alike(void **state) {
    struct gallery *gallery = *state;
    for (uint32_t k = 0; k < GALLERY_SCENES; k++)
        for (uint32_t i = 0; i < 4 * DISPLAYS; i++) {
            gallery_scenes[k].go(&gallery->stage);
            gallery_show(gallery, shot_number(i));
            const struct draw_command *first = chip_text(&gallery->list, 0), *chip = first;
            for (; chip; chip = chip_text(&gallery->list, (uint32_t)(chip - gallery->list.commands) + 1))
                if (chip->y == first->y ? chip->size != first->size : abs(chip->y - first->y) < first->size)
                    fail_msg("%s %dx%d: chips of %d and %d px", gallery_scenes[k].name, displays[i / 4].w,
                             displays[i / 4].h, first->size, chip->size);
        }
}

static bool says(const struct draw_list *list, struct str text) {
    for (uint32_t i = 0; i < list->command_count; i++)
        if (list->commands[i].kind == DRAW_TEXT && str_equal(list->commands[i].text, text)) return true;
    return false;
}

/* What may be done today is what remains of a round. */
static void every_result_has_one_thing_to_do(void **state) {
    struct gallery *gallery = *state;
    for (uint32_t k = 0; k < GALLERY_SCENES; k++)
        for (uint32_t i = 0; i < 4 * DISPLAYS; i++) {
            if (strncmp(gallery_scenes[k].name, "result", 6) != 0) continue;
            gallery_scenes[k].go(&gallery->stage);
            gallery_show(gallery, shot_number(i));
            if (!says(&gallery->list, word_get(WORD_ONE_THING)) &&
                !says(&gallery->list, word_get(WORD_REMEMBER)))
                fail_msg("%s %dx%d: nothing to do", gallery_scenes[k].name, displays[i / 4].w,
                         displays[i / 4].h);
        }
}

/* Upright, whatever is touched on a screen of ordinary text lies in the lower 48 %. */
static void controls_are_within_reach(void **state) {
    struct gallery *gallery = *state;
    for (uint32_t k = 0; k < GALLERY_SCENES; k++) {
        struct shot shot = {{1080, 1920}, false, false, 0};
        if (!strcmp(gallery_scenes[k].name, "class") || !strncmp(gallery_scenes[k].name, "lesson", 6))
            continue; /* four long options and a key: as low as they can be; nobody touches a projector */
        if (!strncmp(gallery_scenes[k].name, "duo", 3)) continue; /* upright nobody begins it */
        gallery_scenes[k].go(&gallery->stage);
        gallery_show(gallery, shot);
        for (uint32_t i = 0; i < gallery->list.region_count; i++) {
            const struct region *region = &gallery->list.regions[i];
            bool whole = region->w == 1080 && region->h == 1920,
                 reached = region->y >= 1920 * 52 / 100 - view_px(&gallery->view, 100);
            if (!whole && !reached)
                fail_msg("%s: %s at %d", gallery_scenes[k].name, role_name(region->role), region->y);
        }
    }
}

static void a_list_costs_little(void **state) {
    struct gallery *gallery = *state;
    for (uint32_t k = 0; k < GALLERY_SCENES; k++)
        for (uint32_t i = 0; i < DISPLAYS; i++) {
            gallery_scenes[k].go(&gallery->stage);
            gallery_show(gallery, (struct shot){displays[i], false, false, 0});
            assert_in_range(gallery->list.command_count, 1, 400);
        }
}

static void the_same_state_gives_the_same_list(void **state) {
    struct gallery *gallery = *state;
    struct shot shot = {{1920, 1080}, false, false, 0};
    for (uint32_t k = 0; k < GALLERY_SCENES; k++) {
        gallery_scenes[k].go(&gallery->stage);
        gallery_show(gallery, shot);
        uint64_t first = draw_hash(&gallery->list);
        gallery_show(gallery, shot);
        assert_true(first == draw_hash(&gallery->list));
    }
}

/* What the checks are worth: each planted mistake is found. */
static void planted_mistakes_are_found(void **state) {
    struct gallery *gallery = *state;
    struct soundness sound;
    struct shot shot = {{1080, 1920}, false, false, 0};
    for (uint32_t planted = 0; planted < 7; planted++) {
        go_question(&gallery->stage);
        gallery_show(gallery, shot);
        assert_true(list_is_sound(&sound, &gallery->view));
        uint32_t stem = 0, option = 0;
        for (uint32_t i = 0; i < gallery->list.command_count; i++) {
            if (gallery->list.commands[i].kind != DRAW_TEXT) continue;
            if (gallery->list.commands[i].role == ROLE_STEM) stem = i;
            if (gallery->list.commands[i].role == ROLE_OPTION) option = i;
        }
        struct draw_command *commands = gallery->list.commands;
        if (planted == 0) commands[stem].y -= commands[stem].size;
        if (planted == 1) commands[stem].x += 1000;
        if (planted == 2) commands[option].w += 800;
        if (planted == 3) commands[stem].y = commands[option].y;
        if (planted == 4) commands[stem].color = COLOR_LINE;
        if (planted == 5) gallery->list.regions[0].h = view_px(&gallery->view, 800);
        if (planted == 6) gallery->list.regions[1].y -= view_px(&gallery->view, 300);
        if (list_is_sound(&sound, &gallery->view)) fail_msg("mistake %u was not found", planted);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_is_sound),
        cmocka_unit_test(every_pair_of_the_table_is_drawn),
        cmocka_unit_test(every_question_is_shown_whole),
        cmocka_unit_test(controls_are_within_reach),
        cmocka_unit_test(a_list_costs_little),
        cmocka_unit_test(the_same_state_gives_the_same_list),
        cmocka_unit_test(planted_mistakes_are_found),
        cmocka_unit_test(large_type_is_never_smaller),
        cmocka_unit_test(every_result_has_one_thing_to_do),
        cmocka_unit_test(chips_of_a_row_are_alike),
    };
    return cmocka_run_group_tests(tests, gallery_set_up, gallery_tear_down);
}
