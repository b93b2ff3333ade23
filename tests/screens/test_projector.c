#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/lesson.h"
#include "support/gallery.h"
#include "support/soundness.h"

/* What a class sees: sound at every size, nothing below 3.5 % of the height, and of the longest texts every
   character on some page. */

static const struct display displays[] = {{1920, 1080}, {1024, 768},  {1280, 800}, {3840, 2160},
                                          {1280, 1024}, {1080, 1920}, {768, 1024}};
enum { DISPLAYS = sizeof displays / sizeof displays[0], SEEDS = 6, PAGES_MOST = 12 };

static struct shot shot_number(uint32_t i) {
    return (struct shot){displays[i / 4 % DISPLAYS], i & 1, i >> 1 & 1, 0};
}

static void expect_fit_for_a_projector(const struct gallery *gallery, const char *name, struct shot shot) {
    struct soundness sound;
    int32_t floor = view_px(&gallery->view, LESSON_FLOOR);
    if (!list_is_sound(&sound, &gallery->view))
        fail_msg("%s %dx%d: %s", name, shot.display.w, shot.display.h, sound.what);
    for (uint32_t i = 0; i < gallery->list.command_count; i++) {
        const struct draw_command *command = &gallery->list.commands[i];
        if (command->kind == DRAW_TEXT && command->size < floor)
            fail_msg("%s %dx%d: %d px is too small to be read from the last row: %.*s", name, shot.display.w,
                     shot.display.h, command->size, (int)command->text.len, command->text.at);
    }
}

static void every_page_of_a_lesson_can_be_read_from_the_last_row(void **state) {
    struct gallery *gallery = *state;
    uint32_t seen = 0;
    for (uint32_t k = 0; k < GALLERY_SCENES; k++) {
        if (strncmp(gallery_scenes[k].name, "lesson", 6) != 0) continue;
        for (uint32_t i = 0; i < 4 * DISPLAYS; i++) {
            gallery_scenes[k].go(&gallery->stage);
            for (uint8_t page = 0; page < 3; page++) {
                gallery->stage.app.ui.page = page;
                gallery_show(gallery, shot_number(i));
                expect_fit_for_a_projector(gallery, gallery_scenes[k].name, shot_number(i));
            }
            seen++;
        }
    }
    assert_true(seen > 6 * 4 * DISPLAYS - 1);
}

/* Made-up questions. Returns whether there are more pages. */
static void show_made(struct gallery *gallery, struct shot shot, const struct question *question,
                      bool revealed, uint8_t page) {
    struct app *app = &gallery->stage.app;
    gallery_begin(gallery, shot);
    app->ui.page = page;
    struct sheet sheet = {.question = question,
                          .number = 12,
                          .planned = 20,
                          .attended = true,
                          .state = revealed ? ASKED_WRONG : ASKED_OPEN,
                          .wedges = {WEDGE_LIT, WEDGE_NOW, WEDGE_MISS}};
    if (revealed)
        sheet.given = (struct answer){1, {(uint8_t)((question->key.picks[0] + 1) % question->option_count)}};
    struct frame frame = lesson_frame(&gallery->view, app, &gallery->stage.world);
    struct button on = lesson_button(BUTTON_PRIMARY, word_get(WORD_NEXT), ICON_NEXT, message_of(MSG_NEXT, 0));
    if (revealed)
        lesson_answer(&frame, &sheet, word_get(WORD_LESSON_REVEALED), &on, true);
    else
        lesson_ask(&frame, &sheet, true);
    view_end(&gallery->view);
    app->ui.page = 0;
}

static const struct region *leading_on(const struct draw_list *list) {
    for (uint32_t i = 0; i < list->region_count; i++)
        if (list->regions[i].role == ROLE_PRIMARY) return &list->regions[i];
    return NULL;
}

static void add_texts(struct buf *out, const struct draw_list *list, enum role role) {
    for (uint32_t i = 0; i < list->command_count; i++) {
        struct str text = list->commands[i].text;
        if (list->commands[i].kind != DRAW_TEXT || list->commands[i].role != role) continue;
        for (size_t k = 0; k < text.len; k++)
            if (text.at[k] != ' ') buf_char(out, text.at[k]);
    }
}

static void expect_text(const struct buf *shown, const char *text, const char *name, struct shot shot) {
    struct buf wanted;
    buf_init(&wanted);
    for (const char *at = text; *at; at++)
        if (*at != ' ') buf_char(&wanted, *at);
    if (!str_has(buf_get(shown), buf_get(&wanted)))
        fail_msg("%s %dx%d: not shown whole: %s", name, shot.display.w, shot.display.h, text);
    buf_finish(&wanted);
}

/* The remote's one key leads through all pages and then on. */
static void turn_all_pages(struct gallery *gallery, struct shot shot, const struct gallery_made *made,
                           const struct question *question, bool revealed) {
    struct buf shown, stem, why, sides;
    buf_init(&sides);
    buf_init(&shown);
    buf_init(&stem);
    buf_init(&why);
    uint8_t page = 0;
    for (;; page++) {
        assert_true(page < PAGES_MOST);
        show_made(gallery, shot, question, revealed, page);
        expect_fit_for_a_projector(gallery, made->name, shot);
        add_texts(&stem, &gallery->list, ROLE_STEM);
        add_texts(&shown, &gallery->list, ROLE_OPTION);
        add_texts(&sides, &gallery->list, ROLE_BODY);
        add_texts(&why, &gallery->list, ROLE_EXPLANATION);
        const struct region *on = leading_on(&gallery->list);
        assert_non_null(on);
        if (on->message.type != MSG_MORE) break;
    }
    expect_text(&stem, question->stem, made->name, shot);
    for (uint8_t i = 0; i < question->option_count && !revealed; i++)
        expect_text(&shown, question->options[i], made->name, shot);
    for (uint8_t i = 0; i < question->row_count && !revealed; i++)
        expect_text(&sides, question->rows[i], made->name, shot);
    if (revealed) expect_text(&why, question->explanation, made->name, shot);
    buf_finish(&sides);
    buf_finish(&shown);
    buf_finish(&stem);
    buf_finish(&why);
}

static void every_question_is_shown_whole_to_a_class(void **state) {
    struct gallery *gallery = *state;
    struct arena arena;
    arena_init(&arena);
    gallery_scenes[0].go(&gallery->stage);
    for (uint32_t seed = 1; seed <= SEEDS; seed++)
        for (uint32_t k = 0; k < GALLERY_MADE; k++)
            for (uint32_t i = 0; i < DISPLAYS; i++) {
                struct question question = gallery_make(&arena, &gallery_made[k], seed * 100);
                struct shot shot = shot_number(4 * i + seed % 4);
                turn_all_pages(gallery, shot, &gallery_made[k], &question, false);
                turn_all_pages(gallery, shot, &gallery_made[k], &question, true);
            }
    arena_finish(&arena);
}

/* Ordinary questions are set in the sizes that the design promises. */
static void ordinary_questions_are_large(void **state) {
    struct gallery *gallery = *state;
    struct arena arena;
    struct shot shot = {{1920, 1080}, false, false, 0};
    arena_init(&arena);
    gallery_scenes[0].go(&gallery->stage);
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        struct question question = gallery_make(&arena, &gallery_made[1], seed * 100);
        show_made(gallery, shot, &question, false, 0);
        for (uint32_t i = 0; i < gallery->list.command_count; i++) {
            const struct draw_command *text = &gallery->list.commands[i];
            if (text->kind != DRAW_TEXT) continue;
            if (text->role == ROLE_STEM) assert_true(text->size >= view_px(&gallery->view, 600));
            if (text->role == ROLE_OPTION && utf8_count(text->text) > 1)
                assert_true(text->size >= view_px(&gallery->view, 500));
        }
    }
    arena_finish(&arena);
}

/* Nothing of the answer is on the page of the question. */
static void nothing_is_revealed_before_it_is_asked_for(void **state) {
    struct gallery *gallery = *state;
    struct shot shot = {{1920, 1080}, false, false, 0};
    go_lesson(&gallery->stage);
    stage_do(&gallery->stage, MSG_AGAIN, 0);
    stage_answer(&gallery->stage, true);
    gallery_show(gallery, shot);
    for (uint32_t i = 0; i < gallery->list.command_count; i++) {
        const struct draw_command *command = &gallery->list.commands[i];
        assert_true(command->role != ROLE_VERDICT && command->role != ROLE_EXPLANATION);
        assert_true(command->color != COLOR_RIGHT && command->color != COLOR_RIGHT_TINT);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_page_of_a_lesson_can_be_read_from_the_last_row),
        cmocka_unit_test(every_question_is_shown_whole_to_a_class),
        cmocka_unit_test(ordinary_questions_are_large),
        cmocka_unit_test(nothing_is_revealed_before_it_is_asked_for),
    };
    return cmocka_run_group_tests(tests, gallery_set_up, gallery_tear_down);
}
