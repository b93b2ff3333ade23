#include <string.h>

#include <assert.h>
#include "app/topics.h"

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

enum { TILE = 1400, TILE_LEAST = 1240, GAP = 220, TITLE_TOP = 1640 };

struct tile {
    struct str title, note; /* note: below it, "" none */
    const char *image;      /* "" none */
    uint16_t card;
};

/* What the menu offers, page by page. */
struct menu {
    struct tile *tiles;
    uint32_t count;
    uint32_t at; /* the tile that the menu opens at: the first, or that of the card it is opened from */
};

static struct tile tile_of_card(const struct card *card, int32_t index) {
    return (struct tile){str_of(card->title), STR(""), card->image, (uint16_t)index};
}

/* The drawing is the first that its cards have. */
static struct tile tile_of_topic(const struct frame *frame, const struct app_world *world, uint32_t topic) {
    const struct card *cards = world->content->cards;
    int32_t first = topic_card(frame->app, world, topic, -1, 1), drawn = first;
    while (drawn >= 0 && !*cards[drawn].image) drawn = topic_card(frame->app, world, topic, drawn, 1);
    const char *name = world->content->topics[topic];
    uint32_t count = topic_cards(frame->app, world, topic);
    return (struct tile){*name ? str_of(name) : word_get(WORD_OTHER_CARDS),
                         word_number(frame->view->arena, WORD_CARDS_IN, count),
                         drawn < 0 ? "" : cards[drawn].image, (uint16_t)first};
}

static void add_tile(struct menu *menu, struct tile tile, bool stands_here) {
    if (stands_here) menu->at = menu->count;
    menu->tiles[menu->count++] = tile;
}

/* A tile a topic; where there is one topic only, a tile a card. */
static struct menu menu_of(const struct frame *frame, const struct app_world *world) {
    const struct app *app = frame->app;
    const struct content *content = world->content;
    bool by_topic = topics_count(app, world) > 1;
    struct menu menu = {.tiles = ARENA_LIST(frame->view->arena, struct tile, content->card_count)};
    for (uint32_t topic = 0; topic < content->topic_count; topic++) {
        uint32_t cards = topic_cards(app, world, topic);
        if (by_topic && cards)
            add_tile(&menu, tile_of_topic(frame, world, topic),
                     app->ui.at_card && content->cards[app->card].topic == topic);
        if (by_topic) continue;
        for (int32_t i = -1; (i = topic_card(app, world, topic, i, 1)) >= 0;)
            add_tile(&menu, tile_of_card(&content->cards[i], i), app->ui.at_card && i == app->card);
    }
    return menu;
}

enum { GAP_BEFORE_NOTE = 110 };

static int32_t note_size(const struct view *view, const struct tile *tile) {
    return tile->note.len ? (view->large ? 340 : 280) : 0;
}

static struct fit measure_title(struct view *view, const struct tile *tile, struct box box,
                                const int32_t *sizes) {
    const struct type type = {sizes, 142, FACE_SANS_BOLD, false};
    int32_t note = note_size(view, tile);
    return paint_measure(view, &type, tile->title, box.w, box.h - (note ? GAP_BEFORE_NOTE + note : 0));
}

/* The title, and small below it how many cards there are. */
static void paint_names(struct view *view, const struct tile *tile, struct box box, const int32_t *sizes,
                        int16_t panel) {
    struct fit fit = measure_title(view, tile, box, sizes);
    int32_t note = note_size(view, tile), below = note ? GAP_BEFORE_NOTE + note : 0;
    int32_t height = view_u(view, fit_height(&fit)), y = box.y + (box.h - height - below) / 2;
    struct style style = {ROLE_OPTION, COLOR_INK, COLOR_PANEL, FACE_SANS_BOLD, 0, ALIGN_LEFT, panel};
    paint_fit(view, &style, box.x, y, &fit);
    if (!note) return;
    style = (struct style){ROLE_OPTION, COLOR_INK2, COLOR_PANEL, FACE_SANS, note, ALIGN_LEFT, panel};
    paint_text(view, &style, box.x, y + height + GAP_BEFORE_NOTE, tile->note);
}

static bool is_pictured(const struct tile *tile, struct box box) {
    return *tile->image && box.w > 3000;
}

static struct box names_box(const struct tile *tile, struct box body) {
    int32_t left = is_pictured(tile, body) ? 1500 : 350;
    return (struct box){body.x + left, body.y + 120, body.w - left - 250, body.h - 240};
}

static void paint_tile(struct view *view, const struct tile *tile, struct box box, const int32_t *sizes) {
    struct box body = body_paint(view, ROLE_OPTION, box, COLOR_PANEL, COLOR_EDGE, 220);
    if (view->contrast) paint_frame(view, ROLE_OPTION, COLOR_LINE, body, 220, 36);
    int16_t panel = paint_panel(view, body);
    if (is_pictured(tile, box))
        paint_icon(view, ROLE_PICTURE, tile->image,
                   (struct box){body.x + 260, body.y + (body.h - 960) / 2, 960, 960});
    paint_names(view, tile, names_box(tile, body), sizes, panel);
    draw_region(view->list, ROLE_OPTION, view_place(view, box), message_of(MSG_CARD, tile->card));
}

/* Where tiles stand on a page. */
struct grid {
    struct box box;
    uint32_t across, down;
    int32_t tile; /* height */
};

static uint32_t rows_of(int32_t height, int32_t tile) {
    return height >= tile ? (uint32_t)((height + GAP) / (tile + GAP)) : 1;
}

/* Where not all find room, tiles move together as far as they can. */
static struct grid grid_in(struct box box, uint32_t across, uint32_t count) {
    struct grid grid = {box, across, rows_of(box.h, TILE), TILE};
    uint32_t most = rows_of(box.h, TILE_LEAST);
    if (across * grid.down >= count || most == grid.down) return grid;
    grid.down = most;
    grid.tile = (box.h + GAP) / (int32_t)most - GAP;
    return grid;
}

static uint32_t places_in(const struct grid *grid) {
    return grid->across * grid->down;
}

static struct box place_in(const struct grid *grid, uint32_t i) {
    assert(grid->across > 0);
    int32_t across = (int32_t)grid->across, w = (grid->box.w - (across - 1) * GAP) / across;
    return (struct box){grid->box.x + (int32_t)i % across * (w + GAP),
                        grid->box.y + (int32_t)i / across * (grid->tile + GAP), w, grid->tile};
}

/* All names of a page are of one size: the largest of the list that each of them fits in. */
static const int32_t *common_sizes(struct view *view, const struct tile *tiles, uint32_t count,
                                   const struct grid *grid) {
    static const int32_t usual[] = {400, 370, 340, 310, 280, 260, 0},
                         large[] = {520, 480, 440, 400, 370, 340, 310, 280, 260, 0};
    const int32_t *sizes = view->large ? large : usual;
    for (uint32_t i = 0; i < count && sizes[1]; i++) {
        struct box box = names_box(&tiles[i], place_in(grid, i));
        while (sizes[1] && measure_title(view, &tiles[i], box, sizes).size < view_px(view, *sizes)) sizes++;
    }
    return sizes;
}

static void paint_tiles(struct view *view, const struct menu *menu, uint32_t from, const struct grid *grid) {
    const struct tile *tiles = menu->tiles + from;
    uint32_t count = menu->count - from < places_in(grid) ? menu->count - from : places_in(grid);
    const int32_t *sizes = common_sizes(view, tiles, count, grid);
    for (uint32_t i = 0; i < count; i++) paint_tile(view, &tiles[i], place_in(grid, i), sizes);
}

/* The card drawn with five sides stands for all of them. */
static const struct set *hero_of(const struct app *app, const struct app_world *world) {
    for (uint32_t i = 0; i < world->content->card_count; i++) {
        const struct card *card = &world->content->cards[i];
        if (app_shows_card(app, world, (int32_t)i) && set_is_five(card->set) &&
            !strcmp(card->diagram, "five"))
            return card->set;
    }
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
static struct grid first_grid(const struct frame *frame, uint32_t count) {
    struct box touch = frame->touch;
    if (!frame->view->portrait) {
        touch.h += touch.y - TITLE_TOP;
        touch.y = TITLE_TOP;
    }
    return grid_in(touch, 2, count);
}

/* Without the hero there is room for more. */
static struct grid next_grid(const struct frame *frame, int32_t top, uint32_t count) {
    const struct box *touch = &frame->touch;
    struct box box = {frame->text.x, top, touch->x + touch->w - frame->text.x, touch->y + touch->h - top};
    return grid_in(box, frame->view->portrait ? 2 : 4, count);
}

static uint32_t pages_for(uint32_t count, uint32_t first, uint32_t next) {
    return count > first ? 1 + (count - first + next - 1) / next : 1;
}

/* The menu that is opened from a card shows the page of its tile, and goes on from there. */
static uint32_t page_of(const struct app *app, const struct menu *menu, uint32_t first, uint32_t next,
                        uint32_t pages) {
    uint32_t opened = menu->at >= first ? 1 + (menu->at - first) / next : 0;
    return (opened + app->ui.page) % pages;
}

static uint32_t paint_page(struct frame *frame, const struct app_world *world, const struct menu *menu,
                           int32_t top, uint32_t *pages) {
    struct grid grids[2] = {first_grid(frame, menu->count)};
    uint32_t first = places_in(&grids[0]);
    grids[1] = next_grid(frame, top, menu->count > first ? menu->count - first : 0);
    uint32_t next = places_in(&grids[1]);
    *pages = pages_for(menu->count, first, next);
    uint32_t page = page_of(frame->app, menu, first, next, *pages);
    if (!page) paint_hero(frame, hero_of(frame->app, world), world->report, top);
    paint_tiles(frame->view, menu, page ? first + (page - 1) * next : 0, &grids[page > 0]);
    return page;
}

void cards_view(const struct app *app, const struct app_world *world, struct view *view) {
    struct frame frame = frame_begin(view, app, world, FRAME_PLAIN);
    struct menu menu = menu_of(&frame, world);
    uint32_t pages, page;
    frame_head(&frame, word_get(WORD_CARDS_HINT));
    struct box title = {frame.text.x, TITLE_TOP, frame.text.w, 1200};
    int32_t bottom = frame_title(&frame, title, word_get(WORD_CARDS), ALIGN_LEFT);
    page = paint_page(&frame, world, &menu, bottom + 300, &pages);
    struct chip chips[4] = {chip_of(ICON_AGAIN, WORD_START, MSG_AGAIN), chip_large(app),
                            chip_of(ICON_HOME, WORD_HOME, MSG_HOME)};
    if (pages > 1)
        chips[3] = (struct chip){ICON_MORE, word_numbers(view->arena, WORD_PAGES, page + 1, pages),
                                 message_of(MSG_MORE, 0)};
    frame_chips(&frame, chips, pages > 1 ? 4 : 3);
}
