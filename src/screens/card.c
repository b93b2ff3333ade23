#include "app/topics.h"
#include "screens/card_page.h"
#include "screens/lesson.h"
#include "screens/parts.h"

static void turn(struct app *app, const struct app_world *world, int32_t step) {
    if (app_turn_card(app, world, step)) app_show(app, SCREEN_CARD);
}

void card_update(struct app *app, const struct app_world *world, const struct message *message,
                 struct effects *effects) {
    (void)effects;
    if (app_is_attended(app)) {
        lesson_card_update(app, world, message);
        return;
    }
    switch (message->type) {
    case MSG_TURN:
        turn(app, world, message->value);
        break;
    case MSG_NEXT:
        turn(app, world, 1);
        break;
    case MSG_CARDS:
        app_show(app, SCREEN_CARDS);
        app->ui.at_card = true;
        break;
    case MSG_AGAIN: /* 「考考我」 */
        app_new_round(app, world);
        break;
    default:
        break;
    }
}

enum { KEYS = 1200, KEYS_LYING = 1100 };

/* 27 : 46 : 27, and one more when the text goes on. */
static void paint_keys(struct view *view, struct box box, uint32_t page, uint32_t pages) {
    int32_t gap = 220, side = (box.w - 2 * gap) * 27 / 100;
    struct button last = {{box.x, box.y, side, box.h},
                          BUTTON_SECOND,
                          word_get(WORD_LAST_CARD),
                          view->large ? 480 : 380,
                          ICON_NONE,
                          message_of(MSG_TURN, -1),
                          false};
    struct button next = {{box.x + box.w - side, box.y, side, box.h},
                          BUTTON_SECOND,
                          word_get(WORD_NEXT_CARD),
                          view->large ? 480 : 380,
                          ICON_NONE,
                          message_of(MSG_TURN, 1),
                          false};
    struct button ask = {{box.x + side + gap, box.y, box.w - 2 * side - 2 * gap, box.h},
                         BUTTON_PRIMARY,
                         word_get(WORD_ASK_ME),
                         view->large ? 580 : 480,
                         ICON_NONE,
                         message_of(MSG_AGAIN, 0),
                         false};
    if (pages > 1) {
        ask.text = word_numbers(view->arena, WORD_MORE, page % pages + 1, pages);
        ask.message = message_of(MSG_MORE, 0);
        ask.size = view->large ? 480 : 420;
    }
    button_paint(view, &last);
    button_paint(view, &ask);
    button_paint(view, &next);
}

/* 「宣传周　3 / 8」 */
static struct str place_of(const struct app *app, const struct app_world *world, struct arena *arena) {
    const struct card *card = &world->content->cards[app->card];
    uint32_t place = topic_place(app, world, app->card), count = topic_cards(app, world, card->topic);
    const char *topic = *card->record.topic ? card->record.topic : word_get(WORD_CARDS).at;
    const struct word_value values[] = {{"t", str_of(topic)},
                                        {"k", str_of(arena_printf(arena, "%u", place))},
                                        {"n", str_of(arena_printf(arena, "%u", count))},
                                        {NULL, STR("")}};
    return word_fill(arena, WORD_CARD_OF, values);
}

void card_view(const struct app *app, const struct app_world *world, struct view *view) {
    if (app_is_attended(app)) {
        lesson_card_view(app, world, view);
        return;
    }
    if (!app_shows_card(app, world, app->card)) return;
    struct frame frame = frame_begin(view, app, world, FRAME_PLAIN);
    int32_t h = view->portrait ? KEYS : KEYS_LYING, below = frame.chips.y - (view->portrait ? 340 : 260);
    struct box keys = {frame.touch.x, below - h, frame.touch.w, h};
    frame_head(&frame, place_of(app, world, view->arena));
    uint32_t pages = card_paint(&frame, &world->content->cards[app->card], keys);
    paint_keys(view, keys, app->ui.page, pages);
    const struct chip chips[] = {chip_of(ICON_CARDS, WORD_ALL_CARDS, MSG_CARDS), chip_large(app),
                                 chip_of(ICON_HOME, WORD_HOME, MSG_HOME)};
    frame_chips(&frame, chips, 3);
}
