#ifndef ANZHI_TESTS_SUPPORT_GALLERY_H
#define ANZHI_TESTS_SUPPORT_GALLERY_H

#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "base/utf8.h"
#include "screens/sheet.h"
#include "support/stage.h"
#include "ui/breaks.h"

/* Every screen in every state worth looking at, by name: reached as a visitor would reach it where a visitor
   can, painted from a made-up question where the text is to be longer than any content of ours. */

static const struct machine gallery_machine = {.version = "0.1.0",
                                               .driver = "x11",
                                               .presenter = "surface",
                                               .loudspeaker = LOUDSPEAKER_MISSING,
                                               .own_theme = "课堂投影",
                                               .warnings = 12,
                                               .errors = 3,
                                               .checked = true};

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

/* Screens as visitors reach them. */
typedef void gallery_go(struct stage *stage);

static inline void go_attract(struct stage *stage) {
    stage->world.report = NULL;
    stage->small.content.settings.board = false;
    stage_start(stage, MODE_KIOSK, 1);
}
static inline void go_attract_page(struct stage *stage, enum attract_page page) {
    stage->world.report = NULL;
    go_attract(stage);
    for (uint32_t i = 0; i < 12 && stage->app.attract != page; i++)
        stage_tick(stage, app_deadline(&stage->app, &stage->world));
    stage_send(stage,
               (struct message){
                   .type = MSG_FIGURES, .value = 1284, .seed = 5013, .day = 68, .time = stage->app.now});
}
static inline void go_attract_card(struct stage *stage) {
    go_attract_page(stage, ATTRACT_CARD);
}
static inline void go_attract_theme(struct stage *stage) {
    go_attract_page(stage, ATTRACT_THEME);
}
static inline void go_attract_figures(struct stage *stage) {
    go_attract_page(stage, ATTRACT_FIGURES);
}
static inline void go_right(struct stage *stage) {
    go_attract(stage);
    stage_answer(stage, true);
}
static inline void go_question(struct stage *stage) {
    go_right(stage);
    stage_do(stage, MSG_NEXT, 0);
}
static inline void go_wrong(struct stage *stage) {
    go_question(stage);
    stage_answer(stage, false);
}
static inline void go_asking(struct stage *stage) {
    go_question(stage);
    stage_tick(stage, app_deadline(&stage->app, &stage->world));
    stage_tick(stage, stage->app.now + 4500);
}
static inline void go_result_missed(struct stage *stage, uint32_t missed) {
    go_attract(stage);
    stage_round(stage, missed);
    stage_send(stage,
               (struct message){
                   .type = MSG_FIGURES, .value = 1285, .seed = 5017, .day = 68, .time = stage->app.now});
}
static inline void go_result(struct stage *stage) {
    go_result_missed(stage, 4);
}
static inline void go_result_full(struct stage *stage) {
    go_result_missed(stage, 0);
}
static inline void go_result_none(struct stage *stage) {
    go_result_missed(stage, 31);
}
static inline void go_review(struct stage *stage) {
    go_result(stage);
    stage_do(stage, MSG_REVIEW, 0);
}
static inline void go_cards(struct stage *stage) {
    go_attract(stage);
    stage_do(stage, MSG_CARDS, 0);
}
static inline void go_card(struct stage *stage, int32_t card) {
    go_cards(stage);
    stage_do(stage, MSG_CARD, card);
}
static inline void go_card0(struct stage *stage) {
    go_card(stage, 0);
}
static inline void go_card1(struct stage *stage) {
    go_card(stage, 1);
}
static inline void go_card2(struct stage *stage) {
    go_card(stage, 2);
}
static inline void go_card3(struct stage *stage) {
    go_card(stage, 3);
}
static inline void go_card4(struct stage *stage) {
    go_card(stage, 4);
}
static inline void go_card5(struct stage *stage) {
    go_card(stage, 5);
}
static inline void go_about(struct stage *stage) {
    go_attract(stage);
    stage_do(stage, MSG_ABOUT, 0);
}
static inline void go_code(struct stage *stage) {
    go_result(stage);
    stage_do(stage, MSG_CODE, 0);
}
static inline void go_holding(struct stage *stage) {
    go_attract(stage);
    stage_send(stage, (struct message){.type = MSG_HOLD, .value = 1, .time = stage->app.now});
}
static inline void go_class(struct stage *stage) {
    stage_start(stage, MODE_CLASS, 3);
    stage_do(stage, MSG_AGAIN, 0);
    stage_do(stage, MSG_ANSWER, 0);
}
static inline void go_lesson(struct stage *stage) {
    stage_start(stage, MODE_TRAINING, 5);
}
static inline void go_lesson_card(struct stage *stage) {
    go_lesson(stage);
    stage_do(stage, MSG_NEXT, 0);
}
static inline void go_lesson_last_card(struct stage *stage) {
    go_lesson_card(stage);
    for (uint32_t i = 0; i < 5; i++) stage_do(stage, MSG_NEXT, 0);
}
static inline void go_lesson_reveal(struct stage *stage) {
    go_lesson(stage);
    stage_do(stage, MSG_AGAIN, 0);
    stage_answer(stage, false);
    stage_do(stage, MSG_REVEAL, 0);
}
static inline void go_lesson_look_back(struct stage *stage) {
    go_lesson_reveal(stage);
    stage_do(stage, MSG_NEXT, 0);
    stage_do(stage, MSG_TURN, -1);
}
static inline void go_lesson_result(struct stage *stage) {
    go_lesson(stage);
    stage_do(stage, MSG_AGAIN, 0);
    for (uint32_t i = 0; stage->app.screen != SCREEN_RESULT && i < ROUND_ASKED; i++) {
        stage_answer(stage, i % 3 > 0);
        stage_do(stage, MSG_REVEAL, 0);
        stage_do(stage, MSG_NEXT, 0);
    }
}
static inline void go_lesson_review(struct stage *stage) {
    go_lesson_result(stage);
    stage_do(stage, MSG_REVIEW, 0);
}

static inline void gallery_hear(struct stage *stage, enum pin_news news) {
    stage_send(stage, (struct message){.type = MSG_PIN, .value = (int32_t)news, .time = stage->app.now});
}
static inline void gallery_type(struct stage *stage, uint32_t digits) {
    for (uint32_t i = 0; i < digits; i++) stage_do(stage, MSG_DIGIT, (int32_t)i);
}
static inline void go_pin(struct stage *stage) {
    go_question(stage);
    stage_send(stage, (struct message){.type = MSG_OPERATOR, .time = stage->app.now});
    gallery_hear(stage, PIN_SET);
    gallery_type(stage, 3);
}
static inline void go_pin_first(struct stage *stage) {
    go_attract(stage);
    stage_send(stage, (struct message){.type = MSG_OPERATOR, .time = stage->app.now});
    gallery_hear(stage, PIN_UNSET);
}
static inline void go_pin_wrong(struct stage *stage, uint32_t times) {
    go_pin(stage);
    for (uint32_t i = 0; i < times; i++) {
        gallery_type(stage, i ? 6 : 3);
        gallery_hear(stage, PIN_WRONG);
    }
}
static inline void go_pin_again(struct stage *stage) {
    go_pin_wrong(stage, 1);
}
static inline void go_pin_barred(struct stage *stage) {
    go_pin_wrong(stage, 3);
}
static inline void go_admin(struct stage *stage) {
    stage->world.report = NULL;
    stage->world.machine = &gallery_machine;
    go_pin(stage);
    gallery_type(stage, 3);
    gallery_hear(stage, PIN_RIGHT);
}
static inline void go_admin_own_theme(struct stage *stage) {
    go_admin(stage);
    stage_do(stage, MSG_CONTROL, CONTROL_OWN_THEME);
}
static inline void go_admin_unknown(struct stage *stage) { /* nothing is known of the machine */
    go_admin(stage);
    stage->world.machine = NULL;
}
static inline void go_admin_stopped(struct stage *stage) {
    go_admin(stage);
    stage_send(stage, (struct message){.type = MSG_HOLD, .value = 1, .time = stage->app.now});
    stage_do(stage, MSG_CONTROL, CONTROL_QUIT);
    stage_send(stage, (struct message){.type = MSG_RELOADED, .value = 0, .time = stage->app.now});
}
/* More questions than a page holds, each with something else to be said of it. */
static const struct report_item gallery_items[] = {
    {"a.city/where", "2024年国家网络安全宣传周开幕式等重要活动在哪一个省的哪一座城市的哪一个区举行", 84, 90,
     0, REPORT_EASY, true},
    {"a.gone/what", "", 0, 0, 0, REPORT_PLAIN, true},
    {"a.host/who", "《人工智能安全治理框架》1.0版由谁发布", 1284, 24, 12, REPORT_FLAGGED, false},
    {"a.five/which", "病历被人改了一个数字，破坏的是哪一性", 69, 38, 0, REPORT_ODD, false},
    {"a.days/when", "购票网站打不开", 95, 19, 1, REPORT_HARD, false},
    {"a.theme/what", "今年的主题", 58, 52, 0, REPORT_LEFT, false},
    {"a.paper/title", "关不掉的权限", 77, 97, 0, REPORT_EASY, false},
    {"a.rule/who", "“网数九条”管的是谁", 1096, 43, 1, REPORT_LURE, false},
    {"a.law/number", "《网络安全法》自何时起施行", 30, 61, 0, REPORT_PLAIN, false},
};
static const struct report gallery_report = {
    .known = true,
    .day =
        {.started = 1284,
         .ended = 1104,
         .answers = 6012,
         .right = 4328,
         .round_s = 88,
         .reached = {1284, 1233, 1199, 1150, 1120, 0},
         .steps = 5,
         .hours =
             {[9] = 120, [10] = 212, [11] = 180, [12] = 90, [13] = 118, [14] = 164, [15] = 200, [16] = 200}},
    .items = gallery_items,
    .item_count = sizeof gallery_items / sizeof gallery_items[0]};

static inline void go_admin_day(struct stage *stage) {
    static const struct machine fine = {.version = "0.1.0", .loudspeaker = LOUDSPEAKER_FINE, .checked = true};
    go_admin(stage);
    stage->world.machine = &fine;
    stage->world.report = &gallery_report;
}
/* A day with nobody, and everything that can be wrong. */
static inline void go_admin_trouble(struct stage *stage) {
    static const struct report report = {.known = true,
                                         .day = {.steps = 6, .hours = {[0] = 1, [23] = 99999}},
                                         .trouble = {.waiting = 4096,
                                                     .lost = 17,
                                                     .set_aside = 1,
                                                     .unkept = true,
                                                     .disk_low = true,
                                                     .disk_mb = 12,
                                                     .clock = CLOCK_UNSET}};
    go_admin(stage);
    stage->world.report = &report;
}
static inline void go_screen_test(struct stage *stage) {
    go_admin(stage);
    stage_do(stage, MSG_CONTROL, CONTROL_TEST);
}

/* Two visitors. */
static inline void go_duo(struct stage *stage) {
    go_attract(stage);
    stage_do(stage, MSG_DUO, 0);
}
static inline void go_duo_waiting(struct stage *stage) {
    go_duo(stage);
    stage_answer_for(stage, 1, true);
}
static inline void go_duo_feedback(struct stage *stage) {
    go_duo_waiting(stage);
    stage_answer_for(stage, 2, false);
}
static inline void go_duo_passed(struct stage *stage) {
    go_duo(stage);
    stage_answer_for(stage, 2, true);
    stage_tick(stage, app_deadline(&stage->app, &stage->world));
}
static inline void go_duo_result(struct stage *stage) {
    go_duo(stage);
    stage_duo_round(stage, 2, 4);
}
static inline void go_duo_alone(struct stage *stage) {
    go_duo(stage);
    for (uint32_t i = 0; stage->app.screen != SCREEN_DUO_RESULT && i < ROUND_ASKED; i++) {
        stage_answer_for(stage, 1, i > 2);
        stage_tick(stage, app_deadline(&stage->app, &stage->world));
        stage_do(stage, MSG_NEXT, 0);
    }
}

/* The longest that a question of the kiosk may be. */
static inline void go_attract_missed(struct stage *stage) {
    static const struct report report = {
        .missed = {"a.city/where",
                   "2024年国家网络安全宣传周开幕式等重要活动，是在哪一个省的哪一座城市的哪一区举行的",
                   "广东省广州市南沙区", "宣传周"}};
    go_attract_page(stage, ATTRACT_FIGURES);
    stage->world.report = &report;
}
/* On the street, where there is room for it. */
static inline void go_attract_street(struct stage *stage) {
    static const struct report report = {
        .missed = {"a.five/how-many", "五个特性里没有哪一个", "可靠性", "五特性"}};
    go_attract_page(stage, ATTRACT_QUESTION);
    stage->world.report = &report;
}
static inline void go_attract_street_topic(struct stage *stage) {
    go_attract_missed(stage);
    const struct report *report = stage->world.report;
    go_attract_page(stage, ATTRACT_QUESTION);
    stage->world.report = report;
}

static inline void go_attract_board(struct stage *stage, const struct report *report) {
    go_attract_page(stage, ATTRACT_FIGURES);
    stage->small.content.settings.board = true;
    stage_tick(stage, app_deadline(&stage->app, &stage->world));
    stage->world.report = report;
}
static inline void go_attract_board_full(struct stage *stage) {
    static const struct report report = {
        .best = {{"青松 07", 100}, {"金榕 99", 100}, {"紫鹏 28", 80}, {"红桨 04", 60}, {"蓝鹰 61", 20}},
        .best_count = 5};
    go_attract_board(stage, &report);
}
static inline void go_attract_board_one(struct stage *stage) {
    static const struct report report = {.best = {{"金盾 64", 40}}, .best_count = 1};
    go_attract_board(stage, &report);
}
static inline void go_attract_board_empty(struct stage *stage) {
    go_attract_board(stage, NULL);
}
static inline void go_result_sign(struct stage *stage, uint32_t missed) {
    go_attract(stage);
    stage->small.content.settings.board = true;
    stage_round(stage, missed);
}
static inline void go_result_sign_full(struct stage *stage) {
    go_result_sign(stage, 0);
}
static inline void go_result_sign_none(struct stage *stage) {
    go_result_sign(stage, 31);
}

static inline void go_cards_missed(struct stage *stage) {
    go_attract_missed(stage);
    const struct report *report = stage->world.report;
    go_cards(stage);
    stage->world.report = report;
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
                      {"attract_board", go_attract_board_full},
                      {"attract_board_one", go_attract_board_one},
                      {"attract_board_empty", go_attract_board_empty},
                      {"result_sign", go_result_sign_full},
                      {"result_sign_none", go_result_sign_none},
                      {"cards_missed", go_cards_missed},
                      {"admin_day", go_admin_day},
                      {"admin_trouble", go_admin_trouble},
                      {"screen_test", go_screen_test},
                      {"duo", go_duo},
                      {"duo_waiting", go_duo_waiting},
                      {"duo_feedback", go_duo_feedback},
                      {"duo_passed", go_duo_passed},
                      {"duo_result", go_duo_result},
                      {"duo_alone", go_duo_alone}};
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
