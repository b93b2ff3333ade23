#include "app/duo.h"
#include "screens/lesson.h"
#include "screens/parts.h"
#include "screens/sheet.h"

/* 「记住了」: the next missed question, and after the last one the result again. */
static void next(struct app *app) {
    if (app->review + 1u >= round_missed(&app->round)) {
        app_show(app, SCREEN_RESULT);
        return;
    }
    app->review++;
    app_show(app, SCREEN_REVIEW);
}

static void turn(struct app *app, int32_t step) {
    if (step > 0) next(app);
    if (step < 0 && app->review > 0) app->review--;
}

void review_update(struct app *app, const struct app_world *world, const struct message *message,
                   struct effects *effects) {
    (void)effects;
    switch (message->type) {
    case MSG_NEXT:
        next(app);
        break;
    case MSG_TURN:
        turn(app, message->value);
        break;
    case MSG_AGAIN:
        app_new_round(app, world);
        break;
    case MSG_CARDS:
        app_show(app, SCREEN_CARDS);
        break;
    case MSG_CARD:
        app_open_card(app, world, message->value);
        break;
    default:
        break;
    }
}

static void next_for_two(struct app *app) {
    bool more = app->review + 1u < round_missed(&app->round);
    if (more) app->review++;
    duo_show(app, more ? SCREEN_DUO_REVIEW : SCREEN_DUO_RESULT);
}

/* Two look at it together: either leads on, and there is no other way to go astray. */
void duo_review_update(struct app *app, const struct app_world *world, const struct message *message,
                       struct effects *effects) {
    (void)effects;
    if (message->type == MSG_NEXT) next_for_two(app);
    if (message->type == MSG_AGAIN) duo_again(app, world);
}

static struct str title_line(const struct app *app, struct arena *arena) {
    uint32_t missed = round_missed(&app->round);
    if (missed == 1) return word_get(WORD_REVIEW_ONLY);
    return word_numbers(arena, WORD_REVIEW_NTH, app->review + 1u, missed);
}

static void paint_lesson(const struct app *app, const struct app_world *world, struct view *view,
                         const struct sheet *sheet, bool more) {
    struct frame frame = lesson_frame(view, app, world);
    struct button on = lesson_button(BUTTON_PRIMARY, word_get(more ? WORD_REVIEW_NEXT : WORD_LESSON_ENDED),
                                     ICON_NEXT, message_of(MSG_NEXT, 0));
    lesson_answer(&frame, sheet, word_get(WORD_REVIEW), &on, app->review > 0);
}

void review_view(const struct app *app, const struct app_world *world, struct view *view) {
    uint32_t missed = round_missed(&app->round);
    if (app->review >= missed) return;
    uint32_t index = round_missed_at(&app->round, app->review);
    struct sheet sheet = sheet_of(app, world, index);
    if (app->round.for_two) sheet_share(&sheet, &app->round, index, view);
    bool more = app->review + 1u < missed;
    if (app_is_attended(app)) {
        paint_lesson(app, world, view, &sheet, more);
        return;
    }
    struct frame frame = frame_begin(view, app, world, FRAME_PLAIN);
    struct button on = {.look = BUTTON_PRIMARY,
                        .text = word_get(more ? WORD_REVIEW_NEXT : WORD_NOTED),
                        .size = view->large ? 600 : 500,
                        .icon = more ? ICON_NEXT : ICON_NONE,
                        .message = message_of(MSG_NEXT, 0)};
    sheet_head(&frame, &sheet, word_get(WORD_REVIEW), title_line(app, view->arena));
    sheet_answer(&frame, &sheet, WHY_STEM, &on);
    const struct chip chips[] = {chip_of(ICON_CARDS, WORD_RELATED_CARDS, MSG_CARDS), chip_large(app),
                                 chip_of(ICON_HOME, WORD_HOME, MSG_HOME)};
    uint32_t first = app->round.for_two ? 1 : 0; /* cards are read by one */
    frame_chips(&frame, chips + first, 3 - first);
}
