#ifndef ANZHI_TESTS_SUPPORT_GALLERY_H
#define ANZHI_TESTS_SUPPORT_GALLERY_H

#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "base/utf8.h"
#include "screens/sheet.h"
#include "support/gallery_desk.h"
#include "ui/breaks.h"

/* Every screen in every state worth looking at, by name: reached as a visitor would reach it where a visitor
   can, painted from a made-up question where the text is to be longer than any content of ours. */

struct gallery {
    struct stage stage;
    struct arena arena;
    struct draw_list list;
    struct view view;
    struct motion *motion; /* NULL: at rest */
};

struct shot {
    struct display display;
    bool large, contrast;
    uint32_t seed;
};

/* A text of so many characters, with clauses of uneven length and what breaks badly. */
static inline const char *gallery_prose(struct arena *arena, uint32_t seed, uint32_t chars) {
    static const char *const parts[] = {"网络安全为人民",
                                        "《人工智能安全治理框架》1.0版",
                                        "约800人",
                                        "“网数九条”",
                                        "发布",
                                        "，",
                                        "数据受到保护",
                                        "。",
                                        "在2024年9月9日至15日",
                                        "不因偶然的或者恶意的原因",
                                        "、",
                                        "系统连续可靠正常地运行",
                                        "（试行）",
                                        "的",
                                        "GB/T 22239-2019",
                                        "以及",
                                        "——",
                                        "粤港澳大湾区",
                                        "；",
                                        "……",
                                        "40%",
                                        "和"};
    enum { COUNT = sizeof parts / sizeof parts[0] };
    struct buf out;
    buf_init(&out);
    bool after_mark = true;
    for (uint32_t i = 0; utf8_count(buf_get(&out)) < chars; i++) {
        const char *part = parts[random_below(seed, 9, i, COUNT)];
        const char *at = part;
        bool mark = code_closes(utf8_next(&at, part + strlen(part)));
        if (mark && after_mark) continue;
        buf_text(&out, part);
        after_mark = mark;
    }
    struct str cut = utf8_head(buf_get(&out), chars);
    const char *text = arena_text(arena, cut.at, cut.len);
    buf_finish(&out);
    return text;
}

struct gallery_text {
    uint32_t stem, option, explanation, quote;
};

static inline struct question gallery_question(struct arena *arena, uint32_t seed, enum form form,
                                               uint8_t options, struct gallery_text size) {
    static const struct source source = {
        .title = "《国家网络安全宣传周活动总结》", .publisher = "中央网信办", .date = "2024-09-15"};
    struct question question = {.id = "made-up",
                                .form = form,
                                .topic = "数据安全",
                                .emphasis = "",
                                .hint = "",
                                .note = "",
                                .image = "",
                                .source = &source,
                                .option_count = options};
    question.stem = gallery_prose(arena, seed, size.stem);
    question.explanation = gallery_prose(arena, seed + 1, size.explanation);
    question.quote = gallery_prose(arena, seed + 2, size.quote);
    for (uint8_t i = 0; i < options; i++)
        question.options[i] = form == FORM_FILL ? gallery_prose(arena, seed + 10 + i, 1)
                                                : gallery_prose(arena, seed + 10 + i, size.option);
    question.key.count = form == FORM_SINGLE || form == FORM_JUDGE ? 1
                         : form == FORM_FILL                       ? (uint8_t)(options / 3)
                                                                   : options;
    if (form == FORM_MULTIPLE) question.key.count = (uint8_t)(options - 1);
    for (uint8_t i = 0; i < question.key.count; i++) question.key.picks[i] = (uint8_t)((i + 1) % options);
    if (form == FORM_MATCH) question.row_count = options;
    for (uint8_t i = 0; i < question.row_count; i++)
        question.rows[i] = gallery_prose(arena, seed + 30 + i, size.option);
    return question;
}

static inline void gallery_open(struct gallery *gallery) {
    struct stage *stage = &gallery->stage;
    *stage = (struct stage){.record = NULL};
    if (!small_load(&stage->small, small_read(TESTS_DIR "/fixtures/views.json")) ||
        stage->small.diags.errors > 0)
        small_fail(&stage->small, "fixtures/views.json");
    stage->small.content.fingerprint = 0x0123456789ABCDEF; /* it is on the screen, and no matter of layout */
    stage->world =
        (struct app_world){&stage->small.content, &stage->small.quiz, screens, &gallery_machine, NULL};
    arena_init(&gallery->arena);
}

static inline void gallery_close(struct gallery *gallery) {
    arena_finish(&gallery->arena);
    stage_close(&gallery->stage);
}

/* Of a group of tests. */
static inline int gallery_set_up(void **state) {
    struct gallery *gallery = calloc(1, sizeof *gallery);
    gallery_open(gallery);
    *state = gallery;
    return 0;
}

static inline int gallery_tear_down(void **state) {
    gallery_close(*state);
    free(*state);
    return 0;
}

static inline void gallery_begin(struct gallery *gallery, struct shot shot) {
    view_begin(&gallery->view, &gallery->list, &gallery->arena, &metrics_plain, shot.display, shot.large,
               shot.contrast);
    gallery->view.motion = gallery->motion;
    gallery->stage.app.large = shot.large;
}

/* The state as it is. */
static inline void gallery_show(struct gallery *gallery, struct shot shot) {
    gallery_begin(gallery, shot);
    app_view(&gallery->stage.app, &gallery->stage.world, &gallery->view);
}

enum gallery_phase { PHASE_OPEN, PHASE_PICKED, PHASE_RIGHT, PHASE_WRONG, PHASE_REVIEW, PHASES };

/* A made-up question on the question, feedback or review screen. */
static inline void gallery_show_question(struct gallery *gallery, struct shot shot,
                                         const struct question *question, enum gallery_phase phase,
                                         uint8_t page) {
    static const int32_t upright[] = {820, 720, 620, 520, 0}, lying[] = {740, 660, 580, 520, 0};
    struct app *app = &gallery->stage.app;
    gallery_begin(gallery, shot);
    struct view *view = &gallery->view;
    struct sheet sheet = {.question = question, .number = 2, .planned = 5, .wedges = {WEDGE_LIT, WEDGE_NOW}};
    if (phase != PHASE_OPEN) sheet.given = question->key;
    if (phase == PHASE_PICKED && sheet.given.count > 1) sheet.given.count--;
    if (phase == PHASE_RIGHT) sheet.state = ASKED_RIGHT;
    sheet.fresh = phase == PHASE_RIGHT || phase == PHASE_WRONG;
    if (phase == PHASE_WRONG || phase == PHASE_REVIEW) {
        sheet.state = ASKED_WRONG;
        sheet.returns_later = true;
        sheet.wedges[1] = WEDGE_MISS;
        sheet.given.picks[0] = (uint8_t)((sheet.given.picks[0] + 1) % question->option_count);
    }
    app->ui.page = page;
    struct frame frame = frame_begin(view, app, &gallery->stage.world, FRAME_PLAIN);
    struct sheet_look look = {view->portrait ? upright : lying, 136, view->portrait ? 2900 : 2560, STR(""),
                              false};
    struct button on = {.look = BUTTON_PRIMARY,
                        .text = word_get(WORD_NEXT),
                        .size = 520,
                        .icon = ICON_NEXT,
                        .message = message_of(MSG_NEXT, 0)};
    sheet_head(&frame, &sheet, STR(""), STR(""));
    if (phase <= PHASE_PICKED)
        sheet_ask(&frame, &sheet, &look);
    else
        sheet_answer(&frame, &sheet, phase == PHASE_REVIEW ? WHY_STEM : WHY_VERDICT, &on);
    const struct chip chips[] = {chip_large(app), chip_flag(app), chip_of(ICON_HOME, WORD_HOME, MSG_HOME)};
    frame_chips(&frame, chips, 3);
    view_end(view);
    app->ui.page = 0;
}

static const struct gallery_scene {
    const char *name;
    gallery_go *go;
} gallery_scenes[] = {{"attract", go_attract},
                      {"attract_card", go_attract_card},
                      {"attract_theme", go_attract_theme},
                      {"attract_figures", go_attract_figures},
                      {"question", go_question},
                      {"feedback_right", go_right},
                      {"feedback_wrong", go_wrong},
                      {"asking", go_asking},
                      {"result", go_result},
                      {"result_full", go_result_full},
                      {"result_none", go_result_none},
                      {"review", go_review},
                      {"cards", go_cards},
                      {"card_five", go_card0},
                      {"card_timeline", go_card1},
                      {"card_ring", go_card2},
                      {"card_numbers", go_card3},
                      {"card_rows", go_card4},
                      {"card_words", go_card5},
                      {"about", go_about},
                      {"holding", go_holding},
                      {"code", go_code},
                      {"class", go_class},
                      {"lesson", go_lesson},
                      {"lesson_card", go_lesson_card},
                      {"lesson_last_card", go_lesson_last_card},
                      {"lesson_reveal", go_lesson_reveal},
                      {"lesson_look_back", go_lesson_look_back},
                      {"lesson_result", go_lesson_result},
                      {"lesson_review", go_lesson_review},
                      {"pin", go_pin},
                      {"pin_first", go_pin_first},
                      {"pin_again", go_pin_again},
                      {"pin_barred", go_pin_barred},
                      {"admin", go_admin},
                      {"admin_own_theme", go_admin_own_theme},
                      {"admin_unknown", go_admin_unknown},
                      {"admin_stopped", go_admin_stopped},
                      {"attract_missed", go_attract_missed},
                      {"attract_street", go_attract_street},
                      {"attract_street_topic", go_attract_street_topic},
                      {"attract_stick", go_attract_stick},
                      {"attract_board", go_attract_board_full},
                      {"attract_board_one", go_attract_board_one},
                      {"attract_board_empty", go_attract_board_empty},
                      {"result_sign", go_result_sign_full},
                      {"result_sign_none", go_result_sign_none},
                      {"cards_missed", go_cards_missed},
                      {"admin_plan", go_admin_plan_idle},
                      {"admin_stick_busy", go_admin_stick_busy},
                      {"admin_stick_absent", go_admin_stick_absent},
                      {"admin_stick_served", go_admin_stick_served},
                      {"admin_stick_full", go_admin_stick_full},
                      {"admin_stick_merged", go_admin_stick_merged},
                      {"admin_day", go_admin_day},
                      {"admin_trouble", go_admin_trouble},
                      {"screen_test", go_screen_test},
                      {"duo", go_duo},
                      {"duo_waiting", go_duo_waiting},
                      {"duo_feedback", go_duo_feedback},
                      {"duo_passed", go_duo_passed},
                      {"duo_result", go_duo_result},
                      {"duo_alone", go_duo_alone},
                      {"duo_review", go_duo_review}};
enum { GALLERY_SCENES = sizeof gallery_scenes / sizeof gallery_scenes[0] };

static const struct gallery_made {
    const char *name;
    enum form form;
    uint8_t options;
    struct gallery_text text;
} gallery_made[] = {{"single_short", FORM_SINGLE, 3, {23, 5, 34, 24}},
                    {"single_usual", FORM_SINGLE, 4, {35, 14, 60, 40}},
                    {"single_long", FORM_SINGLE, 4, {95, 40, 120, 60}},
                    {"single_worst", FORM_SINGLE, 4, {195, 121, 200, 120}},
                    {"single_worst_stem", FORM_SINGLE, 3, {195, 12, 200, 30}},
                    {"judge", FORM_JUDGE, 2, {40, 2, 60, 40}},
                    {"multiple", FORM_MULTIPLE, 4, {30, 12, 60, 40}},
                    {"multiple_six", FORM_MULTIPLE, 6, {35, 14, 60, 40}},
                    {"multiple_worst", FORM_MULTIPLE, 6, {195, 121, 200, 120}},
                    {"order", FORM_ORDER, 5, {28, 8, 60, 40}},
                    {"order_worst", FORM_ORDER, 6, {95, 40, 200, 60}},
                    {"match", FORM_MATCH, 4, {24, 8, 60, 40}},
                    {"match_six", FORM_MATCH, 6, {40, 14, 120, 60}},
                    {"fill", FORM_FILL, 12, {36, 1, 60, 40}},
                    {"fill_four", FORM_FILL, 6, {36, 1, 60, 40}}};
enum { GALLERY_MADE = sizeof gallery_made / sizeof gallery_made[0] };

static inline struct question gallery_make(struct arena *arena, const struct gallery_made *made,
                                           uint32_t seed) {
    return gallery_question(arena, seed, made->form, made->options, made->text);
}

#endif
