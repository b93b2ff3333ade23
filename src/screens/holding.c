#include "screens/parts.h"
#include "screens/sheet.h"

/* Nothing to play, or stopped by the operator: visitors can do nothing here, and MSG_HOLD is everybody's. */
void holding_update(struct app *app, const struct app_world *world, const struct message *message,
                    struct effects *effects) {
    (void)app;
    (void)world;
    (void)message;
    (void)effects;
}

/* Visitors learn that it will go on, not why it stopped. */
void holding_view(const struct app *app, const struct app_world *world, struct view *view) {
    struct frame frame = frame_begin(view, app, world, FRAME_CITY);
    int32_t middle = frame.w / 2, y = frame.h * 30 / 100;
    paint_mark(view, (struct box){middle - 900, y - 2300, 1800, 1800}, COLOR_INK);
    struct style style = {ROLE_TITLE, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, 1160, ALIGN_MIDDLE, -1};
    paint_text(view, &style, middle, y, word_get(WORD_HOLDING));
    style = (struct style){ROLE_BODY,    COLOR_INK2, COLOR_GROUND, FACE_SANS, view->large ? 520 : 400,
                           ALIGN_MIDDLE, -1};
    paint_text(view, &style, middle, y + 1750, word_get(WORD_HOLDING_SOON));
    frame_bank(&frame, world->content);
}
