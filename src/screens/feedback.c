#include "screens/lesson.h"
#include "screens/parts.h"
#include "screens/sheet.h"

/* Moves on by itself, and then whoever is reading gets the full time again; a touch that was meant for this
   page is not an answer to the next one. */
static void move_on(struct app *app, const struct app_world *world, struct effects *effects) {
    app_next_question(app, world, effects);
    app->fed_at = app->now;
    app_lock(app);
}

static void next(struct app *app, const struct app_world *world, struct effects *effects) {
    if (!lesson_look_on(app)) app_next_question(app, world, effects);
    if (app->screen == SCREEN_QUESTION) effect_add(effects, EFFECT_SOUND, SOUND_NEXT);
}

void feedback_update(struct app *app, const struct app_world *world, const struct message *message,
                     struct effects *effects) {
    switch (message->type) {
    case MSG_TICK:
        move_on(app, world, effects);
        break;
    case MSG_NEXT:
        next(app, world, effects);
        break;
    case MSG_TURN:
        if (app_is_attended(app) && message->value < 0) lesson_look_back(app, world);
        break;
    case MSG_FLAG:
        if (app->back == 0) app_flag(app, effects);
        break;
    default:
        break;
    }
}

static void paint_lesson(const struct app *app, const struct app_world *world, struct view *view,
                         const struct sheet *sheet) {
    struct frame frame = lesson_frame(view, app, world);
    enum word word = app->back ? WORD_LESSON_NEXT : sheet->last ? WORD_SEE_RESULT : WORD_NEXT;
    struct button on = lesson_button(BUTTON_PRIMARY, word_get(word), ICON_NEXT, message_of(MSG_NEXT, 0));
    lesson_answer(&frame, sheet, word_get(app->back ? WORD_LESSON_BACK : WORD_LESSON_REVEALED), &on,
                  lesson_may_look_back(app, world));
}

void feedback_view(const struct app *app, const struct app_world *world, struct view *view) {
    if (app->round.count == 0) return;
    struct sheet sheet = sheet_of(app, world, lesson_shown(app));
    if (app_is_attended(app)) {
        paint_lesson(app, world, view, &sheet);
        return;
    }
    struct frame frame = frame_begin(view, app, world, FRAME_PLAIN);
    struct button on = {.look = BUTTON_PRIMARY,
                        .text = word_get(sheet.last ? WORD_SEE_RESULT : WORD_NEXT),
                        .size = view->large ? 620 : 520,
                        .icon = ICON_NEXT,
                        .message = message_of(MSG_NEXT, 0)};
    sheet.fresh = true;
    sheet_head(&frame, &sheet, STR(""), STR(""));
    sheet_answer(&frame, &sheet, WHY_VERDICT, &on);
    const struct chip chips[] = {chip_large(app), chip_flag(app), chip_of(ICON_HOME, WORD_HOME, MSG_HOME)};
    frame_chips(&frame, chips, 3);
}
