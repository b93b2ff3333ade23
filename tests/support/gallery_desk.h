#ifndef ANZHI_TESTS_SUPPORT_GALLERY_DESK_H
#define ANZHI_TESTS_SUPPORT_GALLERY_DESK_H

#include "support/gallery_go.h"

/* The operator's two screens, in every state worth looking at. */

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
/* The page with the plan and the stick comes last. */
static inline void go_admin_plan(struct stage *stage, const struct report *report) {
    static const struct machine fine = {.version = "0.1.0", .loudspeaker = LOUDSPEAKER_FINE, .checked = true};
    go_admin(stage);
    stage->world.machine = &fine;
    stage->world.report = report;
    stage_do(stage, MSG_MORE, 0);
}
static inline void go_admin_plan_idle(struct stage *stage) {
    go_admin_plan(stage, NULL);
}
static inline void go_admin_stick_busy(struct stage *stage) {
    static const struct report report = {.stick = {.phase = STICK_BUSY}};
    go_admin_plan(stage, &report);
}
static inline void go_admin_stick_absent(struct stage *stage) {
    static const struct report report = {.stick = {.phase = STICK_ABSENT}};
    go_admin_plan(stage, &report);
}
static inline void go_admin_stick_served(struct stage *stage) {
    static const struct report report = {
        .stick = {.phase = STICK_SERVED, .scores = STICK_WRITTEN, .content = STICK_UNSOUND}};
    go_admin_plan(stage, &report);
}
static inline void go_admin_stick_full(struct stage *stage) {
    static const struct report report = {
        .stick = {.phase = STICK_SERVED, .scores = STICK_UNWRITTEN, .content = STICK_UNCOPIED}};
    go_admin_plan(stage, &report);
}
static inline void go_admin_stick_merged(struct stage *stage) {
    static const struct report report = {.stick = {.phase = STICK_MERGED, .machines = 20, .unread = 2}};
    go_admin_plan(stage, &report);
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

#endif
