#include "screens/lesson.h"
#include "screens/parts.h"
#include "screens/sheet.h"

/* A trainer may leave a question out; at the kiosk the way on is an answer. */
static void leave_out(struct app *app, const struct app_world *world, struct effects *effects) {
    if (!app_is_attended(app)) return;
    round_skip(&app->round);
    app_next_question(app, world, effects);
}

void question_update(struct app *app, const struct app_world *world, const struct message *message,
                     struct effects *effects) {
    switch (message->type) {
    case MSG_ANSWER:
        app_pick(app, message->value, effects);
        break;
    case MSG_UNDO:
        app_undo(app);
        break;
    case MSG_CONFIRM:
        app_confirm(app, effects);
        break;
    case MSG_REVEAL:
        app_reveal(app, effects);
        break;
    case MSG_NEXT:
        leave_out(app, world, effects);
        break;
    case MSG_TURN:
        if (app_is_attended(app) && message->value < 0) lesson_look_back(app, world);
        break;
    case MSG_FLAG:
        app_flag(app, effects);
        break;
    default:
        break;
    }
}

static void paint_lesson(const struct app *app, const struct app_world *world, struct view *view) {
    struct sheet sheet = sheet_of(app, world, app->round.count - 1u);
    struct frame frame = lesson_frame(view, app, world);
    lesson_ask(&frame, &sheet, lesson_may_look_back(app, world));
}

void question_view(const struct app *app, const struct app_world *world, struct view *view) {
    static const int32_t upright[] = {960, 900, 820, 720, 620, 520, 0},
                         lying[] = {860, 800, 740, 660, 580, 520, 0};
    static const int32_t upright_large[] = {1060, 960, 900, 820, 720, 620, 520, 0},
                         lying_large[] = {960, 860, 800, 740, 660, 580, 520, 0};
    if (app->round.count == 0) return;
    if (app_is_attended(app)) {
        paint_lesson(app, world, view);
        return;
    }
    struct frame frame = frame_begin(view, app, world, FRAME_PLAIN);
    struct sheet sheet = sheet_of(app, world, app->round.count - 1);
    const int32_t *sizes = view->portrait ? view->large ? upright_large : upright
                           : view->large  ? lying_large
                                          : lying;
    if (*sheet.question->image && !view->large) sizes += 2; /* the drawing needs what these would take */
    struct sheet_look look = {sizes, 136, view->portrait ? 2900 : 2560, STR(""), false};
    sheet_head(&frame, &sheet, STR(""), STR(""));
    sheet_ask(&frame, &sheet, &look);
    const struct chip chips[] = {chip_large(app), chip_flag(app), chip_of(ICON_HOME, WORD_HOME, MSG_HOME)};
    frame_chips(&frame, chips, 3);
}
