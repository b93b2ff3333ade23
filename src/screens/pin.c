#include "screens/desk.h"
#include "screens/parts.h"

/* The PIN pad. What was typed is shown as lamps, never as digits. */

void pin_update(struct app *app, const struct app_world *world, const struct message *message,
                struct effects *effects) {
    (void)world;
    if (message->type == MSG_DIGIT) app_pin_type(app, message->value, effects);
    if (message->type == MSG_UNDO) app_pin_undo(app, effects);
}

static enum word title_of(const struct app *app) {
    switch (app->operated.phase) {
    case PIN_NEW:
        return app->operated.news == PIN_UNSET ? WORD_PIN_FIRST : WORD_PIN_NEW;
    case PIN_REPEAT:
        return WORD_PIN_REPEAT;
    case PIN_LOOKING:
    case PIN_KEEPING:
    case PIN_CHECKING:
        return app->operated.news == PIN_BROKEN ? WORD_PIN_ENTER : WORD_PIN_BUSY;
    default:
        return WORD_PIN_ENTER;
    }
}

static struct str wait_text(struct arena *arena, uint64_t millis) {
    uint64_t s = (millis + 999) / 1000;
    if (s > 60) return word_number(arena, WORD_PIN_WAIT_MINUTES, (uint32_t)((s + 59) / 60));
    return word_number(arena, WORD_PIN_WAIT_SECONDS, (uint32_t)s);
}

static struct str news_of(const struct app *app, struct arena *arena) {
    if (app_pin_barred(app)) return wait_text(arena, app_pin_barred(app));
    switch (app->operated.news) {
    case PIN_WRONG:
        return word_number(arena, WORD_PIN_WRONG, app_pin_tries(app));
    case PIN_DIFFERS:
        return word_get(WORD_PIN_DIFFERS);
    case PIN_WEAK:
        return word_get(WORD_PIN_WEAK);
    case PIN_UNKEPT:
        return word_get(WORD_PIN_UNKEPT);
    case PIN_BROKEN:
        return word_get(WORD_PIN_BROKEN);
    default:
        return word_number(arena, WORD_PIN_NOTE, PIN_DIGITS);
    }
}

static void paint_lamps(struct view *view, struct box box, uint32_t lit) {
    enum { LAMP = 560, PITCH = 820 };
    int32_t x = box.x + (box.w - PITCH * (PIN_DIGITS - 1) - LAMP) / 2;
    for (uint32_t i = 0; i < PIN_DIGITS; i++, x += PITCH) {
        struct box lamp = {x, box.y, LAMP, LAMP};
        if (i < lit)
            paint_lamp(view, ROLE_FIGURE, lamp, 70);
        else
            paint_frame(view, ROLE_FIGURE, COLOR_LINE, lamp, 70, 36);
    }
}

static void paint_texts(const struct desk *desk, const struct app *app) {
    struct view *view = desk->view;
    struct box box = desk->text;
    int32_t middle = box.x + box.w / 2, y = box.y + (box.h - 2900) / 2;
    struct str news = news_of(app, view->arena);
    struct style style = {ROLE_TITLE, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, 820, ALIGN_MIDDLE, -1};
    style.size = paint_size_for(view, &style, word_get(title_of(app)), box.w);
    paint_text(view, &style, middle, y, word_get(title_of(app)));
    style = (struct style){ROLE_BODY, COLOR_INK2, COLOR_GROUND, FACE_SANS, 380, ALIGN_MIDDLE, -1};
    style.size = paint_size_for(view, &style, news, box.w);
    paint_text(view, &style, middle, y + 1240, news);
    paint_lamps(view, (struct box){box.x, y + 2200, box.w, 560}, app->operated.count);
}

static bool takes_digits(const struct app *app) {
    uint8_t phase = app->operated.phase;
    return (phase == PIN_ENTER || phase == PIN_NEW || phase == PIN_REPEAT) && !app_pin_barred(app);
}

static void paint_digit(struct view *view, struct box box, int32_t digit, bool asleep) {
    static const char digits[] = "0123456789";
    struct button button = {box,   BUTTON_SECOND, (struct str){digits + digit, 1},
                            560,   ICON_NONE,     message_of(MSG_DIGIT, digit),
                            asleep};
    button_paint(view, &button);
    view->list->regions[view->list->region_count - 1].role = ROLE_OPTION; /* the keys 1 to 9 and 0 find it */
}

/* In the order of the keys: 1 … 9, 0. */
void pin_view(const struct app *app, const struct app_world *world, struct view *view) {
    (void)world;
    struct desk desk = desk_begin(view, app, word_get(WORD_PAUSED));
    bool asleep = !takes_digits(app);
    paint_texts(&desk, app);
    for (int32_t i = 0; i < 9; i++)
        paint_digit(view, desk_cell(desk.touch, 3, 4, (uint32_t)i % 3, (uint32_t)i / 3), i + 1, asleep);
    paint_digit(view, desk_cell(desk.touch, 3, 4, 1, 3), 0, asleep);
    desk_key(view, desk_cell(desk.touch, 3, 4, 0, 3), BUTTON_SECOND, word_get(WORD_UNDO),
             message_of(MSG_UNDO, 0), asleep || app->operated.count == 0);
    desk_key(view, desk_cell(desk.touch, 3, 4, 2, 3), BUTTON_SECOND, word_get(WORD_BACK_TO_SHOW),
             message_of(MSG_HOME, 0), false);
}
