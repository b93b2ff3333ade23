#include "ui/motion.h"

void motion_rest(struct motion *motion) {
    *motion = (struct motion){.wake = MOTION_REST};
    for (uint32_t i = 0; i < MOTION_CLOCKS; i++) motion->ages[i] = MOTION_REST;
}

/* 1 - (1 - t)³ */
static int32_t eased(int32_t passed, int32_t length) {
    int64_t left = (int64_t)(length - passed) * MOTION_WHOLE / length;
    return (int32_t)(MOTION_WHOLE - (left * left / MOTION_WHOLE) * left / MOTION_WHOLE);
}

static void wake_within(struct motion *motion, int32_t millis) {
    if (millis < motion->wake) motion->wake = millis;
}

int32_t motion_at(const struct view *view, enum motion_clock clock, int32_t delay, int32_t length) {
    if (!view->motion) return MOTION_WHOLE;
    int32_t age = view->motion->ages[clock];
    if (age >= delay + length) return MOTION_WHOLE;
    wake_within(view->motion, age < delay ? delay - age : MOTION_FRAME);
    return age <= delay ? 0 : eased(age - delay, length);
}

bool motion_is_past(const struct view *view, enum motion_clock clock, int32_t age) {
    if (!view->motion || view->motion->ages[clock] >= age) return true;
    wake_within(view->motion, age - view->motion->ages[clock]);
    return false;
}

int32_t motion_between(int32_t from, int32_t to, int32_t share) {
    return from + (int32_t)((int64_t)(to - from) * share / MOTION_WHOLE);
}

static void lower(struct draw_list *list, struct draw_command *command, int32_t pixels) {
    command->y += pixels;
    for (uint32_t i = 0; i < command->point_count; i++)
        list->points[command->point_first + i].y += pixels * 16;
}

void motion_raise(struct view *view, struct draw_command *command, int32_t rise, int32_t share) {
    if (share == MOTION_WHOLE) return;
    command->alpha = (uint8_t)((int64_t)command->alpha * share / MOTION_WHOLE);
    lower(view->list, command, view_px(view, motion_between(rise, 0, share)));
}

struct motion_mark motion_mark(const struct view *view) {
    return (struct motion_mark){view->list->command_count, view->list->panel_count};
}

void motion_raise_since(struct view *view, struct motion_mark mark, int32_t rise, int32_t share) {
    if (share == 0) {
        view->list->command_count = mark.commands;
        view->list->panel_count = mark.panels;
    }
    for (uint32_t i = mark.commands; i < view->list->command_count; i++)
        motion_raise(view, &view->list->commands[i], rise, share);
}
