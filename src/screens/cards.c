#include <assert.h>
#include <string.h>

#include "screens/card_page.h"
#include "screens/parts.h"

void cards_update(struct app *app, const struct app_world *world, const struct message *message,
                  struct effects *effects) {
    (void)effects;
    switch (message->type) {
    case MSG_CARD:
        app_open_card(app, world, message->value);
        break;
    case MSG_AGAIN:
        app_new_round(app, world);
        break;
    case MSG_ABOUT:
        app_show(app, SCREEN_ABOUT);
        break;
    default:
        break;
    }
}

enum { TILE = 1400, GAP = 220, TITLE_TOP = 1640 };

static uint32_t shown_cards(const struct app *app, const struct app_world *world, uint16_t *list,
                            uint32_t most) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < world->content->card_count && count < most; i++)
        if (app_shows_card(app, world, (int32_t)i)) list[count++] = (uint16_t)i;
    return count;
}

static void paint_tile(struct view *view, const struct card *card, uint16_t index, struct box box) {
    static const int32_t usual[] = {400, 370, 340, 310, 280, 260, 0},
                         large[] = {520, 480, 440, 400, 370, 340, 310, 280, 260, 0};
    const struct type type = {view->large ? large : usual, 142, FACE_SANS_BOLD, false};
    bool pictured = *card->image && box.w > 3000;
    int32_t left = pictured ? 1500 : 350;
    struct box body = body_paint(view, ROLE_OPTION, box, COLOR_PANEL, COLOR_EDGE, 220);
    if (view->contrast) paint_frame(view, ROLE_OPTION, COLOR_LINE, body, 220, 36);
    struct style style = {
        ROLE_OPTION, COLOR_INK, COLOR_PANEL, FACE_SANS_BOLD, 0, ALIGN_LEFT, paint_panel(view, body)};
    struct fit fit = paint_measure(view, &type, str_of(card->title), body.w - left - 250, body.h - 240);
    if (pictured)
        paint_icon(view, ROLE_PICTURE, card->image,
                   (struct box){body.x + 260, body.y + (body.h - 960) / 2, 960, 960});
    paint_fit(view, &style, body.x + left, body.y + (body.h - view_u(view, fit_height(&fit))) / 2, &fit);
    draw_region(view->list, ROLE_OPTION, view_place(view, box), message_of(MSG_CARD, index));
}

/* Two across; more than fit are on further pages. Returns how many pages. */
static uint32_t paint_tiles(struct view *view, const struct content *content, const uint16_t *list,
                            uint32_t count, struct box box, uint32_t page) {
    uint32_t down = box.h >= TILE ? (uint32_t)((box.h + GAP) / (TILE + GAP)) : 1, per = 2 * down;
    assert(per > 0);
    uint32_t pages = count > per ? (count + per - 1) / per : 1;
    int32_t w = (box.w - GAP) / 2;
    for (uint32_t i = page % pages * per, place = 0; i < count && place < per; i++, place++) {
        struct box tile = {box.x + (int32_t)(place % 2) * (w + GAP),
                           box.y + (int32_t)(place / 2) * (TILE + GAP), w, TILE};
        paint_tile(view, &content->cards[list[i]], list[i], tile);
    }
    return pages;
}

/* The card drawn with five sides stands for all of them. */
static const struct set *hero_of(const struct content *content, const uint16_t *list, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (set_is_five(content->cards[list[i]].set) && !strcmp(content->cards[list[i]].diagram, "five"))
            return content->cards[list[i]].set;
    return NULL;
}

static void paint_hero(struct frame *frame, const struct set *set, int32_t top) {
    struct view *view = frame->view;
    int32_t bottom = view->portrait ? frame->touch.y - 300 : frame->text.y + frame->text.h - 200,
            room = bottom - top;
    int32_t radius =
        room * 1000 / 1810 < frame->text.w * 1000 / 1903 ? room * 1000 / 1810 : frame->text.w * 1000 / 1903;
    if (radius > 3400) radius = 3400;
    struct spot middle = {frame->text.x + frame->text.w / 2, top + (room - radius * 181 / 100) / 2 + radius};
    if (radius > 1200 && set) figure_five(view, set, middle, radius, radius > 2900);
}

void cards_view(const struct app *app, const struct app_world *world, struct view *view) {
    uint16_t list[256];
    uint32_t count = shown_cards(app, world, list, 256);
    struct frame frame = frame_begin(view, app, world, FRAME_PLAIN);
    frame_head(&frame, word_number(view->arena, WORD_CARDS_COUNT, count));
    struct box title = {frame.text.x, TITLE_TOP, frame.text.w, 1200};
    int32_t bottom = frame_title(&frame, title, word_get(WORD_CARDS), ALIGN_LEFT);
    paint_hero(&frame, hero_of(world->content, list, count), bottom + 300);
    struct box touch = frame.touch;
    if (!view->portrait) {
        touch.h += touch.y - TITLE_TOP;
        touch.y = TITLE_TOP;
    }
    uint32_t pages = paint_tiles(view, world->content, list, count, touch, app->ui.page);
    struct chip chips[4] = {chip_of(ICON_AGAIN, WORD_START, MSG_AGAIN), chip_large(app),
                            chip_of(ICON_HOME, WORD_HOME, MSG_HOME)};
    if (pages > 1)
        chips[3] =
            (struct chip){ICON_MORE, word_numbers(view->arena, WORD_PAGES, app->ui.page % pages + 1, pages),
                          message_of(MSG_MORE, 0)};
    frame_chips(&frame, chips, pages > 1 ? 4 : 3);
}
