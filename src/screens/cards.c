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

/* Where tiles stand on a page. */
struct grid {
    struct box box;
    uint32_t across, down;
};

static struct grid grid_in(struct box box, uint32_t across) {
    uint32_t down = box.h >= TILE ? (uint32_t)((box.h + GAP) / (TILE + GAP)) : 1;
    return (struct grid){box, across, down};
}

static uint32_t places_in(const struct grid *grid) {
    return grid->across * grid->down;
}

static void paint_tiles(struct view *view, const struct content *content, const uint16_t *list,
                        uint32_t count, const struct grid *grid) {
    int32_t across = (int32_t)grid->across, w = (grid->box.w - (across - 1) * GAP) / across;
    for (uint32_t i = 0; i < count && i < places_in(grid); i++) {
        struct box tile = {grid->box.x + (int32_t)i % across * (w + GAP),
                           grid->box.y + (int32_t)i / across * (TILE + GAP), w, TILE};
        paint_tile(view, &content->cards[list[i]], list[i], tile);
    }
}

/* The card drawn with five sides stands for all of them. */
static const struct set *hero_of(const struct content *content, const uint16_t *list, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (set_is_five(content->cards[list[i]].set) && !strcmp(content->cards[list[i]].diagram, "five"))
            return content->cards[list[i]].set;
    return NULL;
}

/* Why to look: what many missed today, with its answer. Returns where it begins; `bottom` when there is
   nothing, or no room. */
static int32_t paint_reason(struct frame *frame, const struct report *report, int32_t top, int32_t bottom) {
    static const int32_t sizes[] = {380, 340, 310, 280, 260, 0};
    const struct type type = {sizes, 140, FACE_SANS_BOLD, false};
    struct view *view = frame->view;
    if (!report || !report->missed.item || bottom - top < 3600) return bottom;
    struct style style = {ROLE_LABEL, COLOR_INK2, COLOR_GROUND, FACE_SANS, 300, ALIGN_MIDDLE, -1};
    const struct word_value values[] = {{"a", str_of(report->missed.answer)}, {NULL, STR("")}};
    struct str text =
        str_of(arena_printf(view->arena, "%s\n%s", report->missed.stem, /* outlives the report */
                            word_fill(view->arena, WORD_MISSED_ANSWER, values).at));
    struct fit fit = paint_measure(view, &type, text, frame->text.w, 1700);
    int32_t middle = frame->text.x + frame->text.w / 2,
            y = bottom - view_u(view, fit_height(&fit)) - style.size - 160;
    if (!fit.fits) return bottom;
    paint_text(view, &style, middle, y, word_get(WORD_MISSED));
    style.color = COLOR_INK;
    paint_fit(view, &style, middle, y + style.size + 160, &fit);
    return y - 250;
}

static void paint_hero(struct frame *frame, const struct set *set, const struct report *report, int32_t top) {
    struct view *view = frame->view;
    int32_t lowest = view->portrait ? frame->touch.y - 300 : frame->text.y + frame->text.h - 200,
            bottom = paint_reason(frame, report, top, lowest), room = bottom - top;
    int32_t radius =
        room * 1000 / 1810 < frame->text.w * 1000 / 1903 ? room * 1000 / 1810 : frame->text.w * 1000 / 1903;
    if (radius > 3400) radius = 3400;
    struct spot middle = {frame->text.x + frame->text.w / 2, top + (room - radius * 181 / 100) / 2 + radius};
    if (radius > 1200 && set) figure_five(view, set, middle, radius, radius > 2900);
}

/* Beside the hero of the first page. */
static struct grid first_grid(const struct frame *frame) {
    struct box touch = frame->touch;
    if (!frame->view->portrait) {
        touch.h += touch.y - TITLE_TOP;
        touch.y = TITLE_TOP;
    }
    return grid_in(touch, 2);
}

/* Without the hero there is room for more. */
static struct grid next_grid(const struct frame *frame, int32_t top) {
    const struct box *touch = &frame->touch;
    struct box box = {frame->text.x, top, touch->x + touch->w - frame->text.x, touch->y + touch->h - top};
    return grid_in(box, frame->view->portrait ? 2 : 4);
}

static uint32_t pages_for(uint32_t count, uint32_t first, uint32_t next) {
    return count > first ? 1 + (count - first + next - 1) / next : 1;
}

static void paint_page(struct frame *frame, const struct app_world *world, const uint16_t *list,
                       uint32_t count, int32_t top, uint32_t *pages) {
    const struct content *content = world->content;
    struct grid first = first_grid(frame), next = next_grid(frame, top);
    *pages = pages_for(count, places_in(&first), places_in(&next));
    uint32_t page = frame->app->ui.page % *pages, from = 0;
    if (page) from = places_in(&first) + (page - 1) * places_in(&next);
    if (!page) paint_hero(frame, hero_of(content, list, count), world->report, top);
    paint_tiles(frame->view, content, list + from, count - from, page ? &next : &first);
}

void cards_view(const struct app *app, const struct app_world *world, struct view *view) {
    uint16_t list[256];
    uint32_t count = shown_cards(app, world, list, 256), pages;
    struct frame frame = frame_begin(view, app, world, FRAME_PLAIN);
    frame_head(&frame, word_number(view->arena, WORD_CARDS_COUNT, count));
    struct box title = {frame.text.x, TITLE_TOP, frame.text.w, 1200};
    int32_t bottom = frame_title(&frame, title, word_get(WORD_CARDS), ALIGN_LEFT);
    paint_page(&frame, world, list, count, bottom + 300, &pages);
    struct chip chips[4] = {chip_of(ICON_AGAIN, WORD_START, MSG_AGAIN), chip_large(app),
                            chip_of(ICON_HOME, WORD_HOME, MSG_HOME)};
    if (pages > 1)
        chips[3] =
            (struct chip){ICON_MORE, word_numbers(view->arena, WORD_PAGES, app->ui.page % pages + 1, pages),
                          message_of(MSG_MORE, 0)};
    frame_chips(&frame, chips, pages > 1 ? 4 : 3);
}
