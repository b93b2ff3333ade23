#ifndef ANZHI_TESTS_SUPPORT_PLANTED_H
#define ANZHI_TESTS_SUPPORT_PLANTED_H

#include "support/planted_duo.h"

/* Reducers with one bug each, so that the monkey can show that it sees. Each wraps app_update and spoils the
   state, the message or the effects the way the bug would; the program itself knows nothing of this. */

PLANT(late_answer_counts) {
    bool late = message->type == MSG_ANSWER && app->screen == SCREEN_FEEDBACK;
    app_update(app, world, message, effects);
    if (late && app->screen == SCREEN_FEEDBACK) app->round.asked[app->round.count - 1].state = ASKED_RIGHT;
}

PLANT(return_scores) {
    app_update(app, world, message, effects);
    for (uint32_t i = app->round.planned; i < app->round.count; i++) app->round.asked[i].return_of = 0;
}

PLANT(answer_is_overwritten) {
    app_update(app, world, message, effects);
    if (app->round.count > 1)
        app->round.asked[0].given.picks[0] = app->round.asked[app->round.count - 1].key.picks[0];
}

PLANT(answer_is_saved_twice) {
    app_update(app, world, message, effects);
    planted_double(effects, EFFECT_SAVE_ANSWER);
}

PLANT(answer_is_not_saved) {
    app_update(app, world, message, effects);
    if (app->round.count == 3) planted_remove(effects, EFFECT_SAVE_ANSWER);
}

PLANT(abandoned_round_is_not_saved) {
    app_update(app, world, message, effects);
    if (app->screen == SCREEN_ATTRACT) planted_remove(effects, EFFECT_SAVE_ROUND);
}

PLANT(round_is_saved_twice) {
    app_update(app, world, message, effects);
    planted_double(effects, EFFECT_SAVE_ROUND);
}

PLANT(idle_never_fires) {
    if (message->type == MSG_TICK && app->screen != SCREEN_ATTRACT && !app->asking)
        app->fed_at = message->time;
    app_update(app, world, message, effects);
}

PLANT(asking_never_ends) {
    if (app->asking) app->asking_at = message->time;
    app_update(app, world, message, effects);
}

PLANT(asking_stays_after_a_touch) {
    bool asking = app->asking;
    app_update(app, world, message, effects);
    if (asking && message->type == MSG_TOUCH) app->asking = true;
}

PLANT(timer_is_not_fed) {
    uint64_t fed_at = app->fed_at;
    bool draft = message_is_human(message->type) && app->screen == SCREEN_QUESTION;
    app_update(app, world, message, effects);
    if (draft && app->screen == SCREEN_QUESTION) app->fed_at = fed_at;
}

PLANT(visitor_is_sent_away_too_soon) {
    bool early =
        message->type == MSG_TICK && app->screen == SCREEN_RESULT && message->time > app->fed_at + 15000;
    if (early) app->fed_at = 0;
    app_update(app, world, message, effects);
}

PLANT(feedback_turns_too_soon) {
    bool early =
        message->type == MSG_TICK && app->screen == SCREEN_FEEDBACK && message->time > app->fed_at + 2000;
    if (early) app->fed_at = 0;
    app_update(app, world, message, effects);
}

PLANT(clock_runs_back) {
    if (message->time < app->now) app->now = message->time;
    if (app->fed_at > app->now) app->fed_at = app->now;
    if (app->page_at > app->now) app->page_at = app->now;
    if (app->asking_at > app->now) app->asking_at = app->now;
    app_update(app, world, message, effects);
}

PLANT(touch_is_not_locked) {
    app->locked_until = 0;
    app_update(app, world, message, effects);
}

PLANT(deck_stands_still) {
    uint32_t deck = app->deck;
    app_update(app, world, message, effects);
    if (message->type != MSG_START) app->deck = deck;
}

PLANT(attract_shows_one_question_for_ever) {
    uint32_t deck = app->deck, count = app->round.count, place = app->round.next;
    if (app->screen == SCREEN_ATTRACT && app->attract == ATTRACT_FIGURES) app->deck = app->round.first;
    app_update(app, world, message, effects);
    if (app->screen == SCREEN_ATTRACT && app->attract == ATTRACT_FIGURES) app->deck = deck;
    if (app->round.next == place && app->round.count == count) app->deck = deck;
}

PLANT(large_is_kept_for_the_next_visitor) {
    bool large = app->large;
    app_update(app, world, message, effects);
    if (app->screen == SCREEN_ATTRACT) app->large = large;
}

PLANT(draft_is_kept_for_the_next_question) {
    struct answer draft = app->draft;
    uint8_t count = app->round.count;
    app_update(app, world, message, effects);
    if (app->round.count > count) app->draft = draft;
}

PLANT(report_is_kept_for_the_next_question) {
    bool flagged = app->flagged;
    app_update(app, world, message, effects);
    app->flagged |= flagged;
}

PLANT(trouble_is_kept_for_the_next_visitor) {
    bool unsaved = app->unsaved;
    app_update(app, world, message, effects);
    app->unsaved |= unsaved;
}

PLANT(failed_save_is_not_told) {
    app_update(app, world, message, effects);
    app->unsaved = false;
}

PLANT(another_player_answers) {
    struct message mine = *message;
    mine.player = 0;
    app_update(app, world, &mine, effects);
}

PLANT(still_there_is_asked_on_attract) {
    app_update(app, world, message, effects);
    if (app->screen == SCREEN_ATTRACT && app->attract == ATTRACT_THEME && !app_is_attended(app))
        app->asking = true;
}

PLANT(key_is_shown_too_early) {
    app_update(app, world, message, effects);
    if (app->screen == SCREEN_QUESTION && app->draft.count > 0) app->revealed = true;
}

PLANT(held_screen_lets_visitors_in) {
    struct message goes_on = *message;
    if (app->screen == SCREEN_HOLDING && message->type == MSG_HOME)
        goes_on.type = MSG_HOLD, goes_on.value = 0;
    app_update(app, world, &goes_on, effects);
}

PLANT(pick_is_off_by_one) {
    struct message next = *message;
    if (message->type == MSG_ANSWER && app->started && app_is_attended(app) && next.value < 8) next.value++;
    app_update(app, world, &next, effects);
    if (app->draft.count > 0) app->draft.picks[0] = (uint8_t)next.value;
}

PLANT(content_is_reloaded_in_a_round) {
    app_update(app, world, message, effects);
    if (app->screen == SCREEN_QUESTION && message->type == MSG_NEXT) effect_add(effects, EFFECT_RELOAD, 0);
}

PLANT(draft_card_is_opened) {
    app_update(app, world, message, effects);
    if (message->type == MSG_CARD && app->screen == SCREEN_CARDS && message->value == 2) {
        app->card = 2;
        app->screen = SCREEN_CARD;
    }
}

PLANT(review_runs_past_the_end) {
    bool reviewing = app->screen == SCREEN_REVIEW;
    app_update(app, world, message, effects);
    if (!reviewing || app->screen != SCREEN_RESULT) return;
    app->screen = SCREEN_REVIEW;
    app->review++;
}

PLANT(wrong_pin_is_let_in) {
    struct message right = *message;
    if (app->screen == SCREEN_PIN && message->type == MSG_PIN && message->value == PIN_WRONG)
        right.value = PIN_RIGHT;
    app_update(app, world, &right, effects);
}

PLANT(gesture_opens_the_panel) {
    app_update(app, world, message, effects);
    if (message->type == MSG_OPERATOR && app->screen == SCREEN_PIN) app->screen = SCREEN_ADMIN;
}

PLANT(wrong_tries_are_forgotten) {
    app_update(app, world, message, effects);
    if (app->screen == SCREEN_PIN) app->operated.barred_until = 0;
}

PLANT(digits_outlive_the_pad) {
    uint8_t first = app->operated.digits[0];
    bool pad = app->screen == SCREEN_PIN;
    app_update(app, world, message, effects);
    if (pad && !app_is_operated(app)) app->operated.digits[0] = first;
}

PLANT(stopped_kiosk_goes_on_by_itself) {
    bool leaves = message->type == MSG_TICK || message->type == MSG_HOME;
    bool forgets = app->screen == SCREEN_PIN && leaves && app->operated.stopped;
    if (forgets) app->operated.stopped = false;
    app_update(app, world, message, effects);
    if (forgets) app->operated.stopped = true;
}

PLANT(visitor_ends_the_program) {
    app_update(app, world, message, effects);
    if (!app_is_operated(app) && message->type == MSG_CONTROL) effect_add(effects, EFFECT_QUIT, 0);
}

/* And views */

#define PLANT_VIEW(name)                                                                                     \
    static void name(const struct app *app, const struct app_world *world, struct view *view)

PLANT_VIEW(button_is_off_the_screen) {
    app_view(app, world, view);
    if (app->screen == SCREEN_CARDS && view->list->region_count > 1)
        view->list->regions[1].x = view->display.w - 5;
}

PLANT_VIEW(button_is_too_low) {
    app_view(app, world, view);
    if (app->screen == SCREEN_RESULT) view->list->regions[0].h = view_px(view, 850);
}

PLANT_VIEW(button_lies_over_another) {
    app_view(app, world, view);
    uint32_t count = view->list->region_count;
    if (app->screen == SCREEN_QUESTION && count > 2) view->list->regions[count - 1] = view->list->regions[0];
}

PLANT_VIEW(page_has_no_way_on) {
    app_view(app, world, view);
    if (app->screen == SCREEN_ABOUT) view->list->region_count = 0;
}

PLANT_VIEW(button_does_nothing) {
    app_view(app, world, view);
    bool next = app->screen == SCREEN_FEEDBACK && view->list->region_count > 0;
    if (next) view->list->regions[0].message = (struct message){.type = MSG_CONFIRM};
}

/* As if the page were painted from the answer. */
PLANT_VIEW(pick_is_seen_by_the_other) {
    app_view(app, world, view);
    const struct asked *last = round_current(&app->round);
    uint8_t awaited = duo_awaited(app);
    if (!awaited) return;
    view->list->commands[view->list->command_count - 1].x += last->replies[2 - awaited].given.picks[0];
}

#undef PLANT_VIEW

static const struct {
    const char *name;
    void (*view)(const struct app *app, const struct app_world *world, struct view *view);
} planted_views[] = {
    {"button_is_off_the_screen", button_is_off_the_screen},
    {"button_is_too_low", button_is_too_low},
    {"button_lies_over_another", button_lies_over_another},
    {"page_has_no_way_on", page_has_no_way_on},
    {"button_does_nothing", button_does_nothing},
    {"pick_is_seen_by_the_other", pick_is_seen_by_the_other},
};
enum { PLANTED_VIEWS = sizeof planted_views / sizeof *planted_views };

static const struct {
    const char *name;
    void (*update)(struct app *app, const struct app_world *world, const struct message *message,
                   struct effects *effects);
} planted[] = {
#define ROW(bug)                                                                                             \
    { #bug, bug }
    ROW(late_answer_counts),
    ROW(return_scores),
    ROW(answer_is_overwritten),
    ROW(answer_is_saved_twice),
    ROW(answer_is_not_saved),
    ROW(abandoned_round_is_not_saved),
    ROW(round_is_saved_twice),
    ROW(idle_never_fires),
    ROW(asking_never_ends),
    ROW(asking_stays_after_a_touch),
    ROW(timer_is_not_fed),
    ROW(visitor_is_sent_away_too_soon),
    ROW(feedback_turns_too_soon),
    ROW(clock_runs_back),
    ROW(touch_is_not_locked),
    ROW(deck_stands_still),
    ROW(attract_shows_one_question_for_ever),
    ROW(large_is_kept_for_the_next_visitor),
    ROW(draft_is_kept_for_the_next_question),
    ROW(report_is_kept_for_the_next_question),
    ROW(trouble_is_kept_for_the_next_visitor),
    ROW(failed_save_is_not_told),
    ROW(another_player_answers),
    ROW(still_there_is_asked_on_attract),
    ROW(key_is_shown_too_early),
    ROW(held_screen_lets_visitors_in),
    ROW(pick_is_off_by_one),
    ROW(content_is_reloaded_in_a_round),
    ROW(draft_card_is_opened),
    ROW(review_runs_past_the_end),
    ROW(wrong_pin_is_let_in),
    ROW(gesture_opens_the_panel),
    ROW(wrong_tries_are_forgotten),
    ROW(digits_outlive_the_pad),
    ROW(stopped_kiosk_goes_on_by_itself),
    ROW(visitor_ends_the_program),
    ROW(answer_is_taken_for_the_other),
    ROW(answer_is_seen_too_early),
    ROW(key_is_seen_while_one_thinks),
    ROW(one_who_left_stalls_the_other),
    ROW(slow_one_is_passed_over),
    ROW(let_pass_is_wrong),
    ROW(second_thought_replaces_the_answer),
    ROW(one_lock_is_for_both),
    ROW(second_reply_is_not_saved),
    ROW(only_one_round_is_saved),
    ROW(player_is_not_told_to_the_store),
    ROW(round_for_two_is_left_behind),
#undef ROW
};
enum { PLANTED = sizeof planted / sizeof *planted };

#undef PLANT

#endif
