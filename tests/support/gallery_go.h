#ifndef ANZHI_TESTS_SUPPORT_GALLERY_GO_H
#define ANZHI_TESTS_SUPPORT_GALLERY_GO_H

#include "support/stage.h"

static const struct machine gallery_machine = {.version = "0.1.0",
                                               .driver = "x11",
                                               .presenter = "surface",
                                               .loudspeaker = LOUDSPEAKER_MISSING,
                                               .own_theme = "课堂投影",
                                               .warnings = 12,
                                               .errors = 3,
                                               .checked = true};

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
static inline void go_duo_review(struct stage *stage) {
    go_duo_result(stage);
    stage_do(stage, MSG_REVIEW, 0);
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
static inline void go_attract_stick(struct stage *stage) {
    static const struct report report = {
        .stick = {.phase = STICK_SERVED, .scores = STICK_WRITTEN, .content = STICK_UNSOUND}, .stick_told = 1};
    go_attract_page(stage, ATTRACT_THEME);
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

#endif
