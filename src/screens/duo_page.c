#include "screens/duo_page.h"

enum {
    TOP = 450,
    BETWEEN = 440,   /* the halves */
    ABOVE_BAR = 240, /* from the halves to the chips */
    BESIDE_CHIPS = 300,
    LEAST_FOOT = 2400,
    LEAST_WIDTH = 13000,
    RULE = 30
};

bool duo_has_room(const struct view *view) {
    return !view->portrait && view_width(view) >= LEAST_WIDTH;
}

/* As wide as the chips are when there is room for all they say. */
static int32_t natural_width(const struct view *view, const struct chip *chips, uint32_t count) {
    int32_t size = view->large ? 390 : 300, width = 200 * ((int32_t)count - 1);
    struct style style = {ROLE_CHIP, COLOR_INK, COLOR_PANEL, FACE_SANS_BOLD, size, ALIGN_LEFT, -1};
    for (uint32_t i = 0; i < count; i++) width += paint_width(view, &style, chips[i].text) + size * 32 / 10;
    return width;
}

void duo_page_bar(struct duo_page *page, const struct chip *chips, uint32_t count) {
    struct box *bar = &page->frame.chips;
    if (page->frame.view->portrait) return;
    int32_t right = bar->x + bar->w, room = bar->w - 2 * (LEAST_FOOT + BESIDE_CHIPS);
    int32_t wide = natural_width(page->frame.view, chips, count), w = wide < room ? wide : room;
    struct box foot = {bar->x, bar->y, (bar->w - w) / 2 - BESIDE_CHIPS, bar->h};
    bar->x += (bar->w - w) / 2;
    bar->w = w;
    page->halves[0].foot = foot;
    foot.x = right - foot.w;
    page->halves[1].foot = foot;
}

static void lay_beside(struct duo_page *page) {
    int32_t w = (page->both.w - BETWEEN) / 2;
    for (uint32_t i = 0; i < PLAYERS; i++) {
        page->halves[i].box = page->both;
        page->halves[i].box.w = w;
    }
    page->halves[1].box.x += w + BETWEEN;
}

void duo_page_stack(struct duo_page *page, int32_t above, int32_t below) {
    int32_t h = (page->both.h - above - below - BETWEEN) / 2;
    for (uint32_t i = 0; i < PLAYERS; i++) {
        page->halves[i].box = page->both;
        page->halves[i].box.y += above + (int32_t)i * (h + BETWEEN);
        page->halves[i].box.h = h;
    }
}

/* Each half of the display, to its edges. */
static void seat_both(struct duo_page *page) {
    struct view *view = page->frame.view;
    struct panel first = {.w = view->display.w, .h = view->display.h}, second = first;
    if (view->portrait)
        first.h = second.y = view->display.h / 2;
    else
        first.w = second.x = view->left + view_px(view, page->frame.w / 2);
    second.w -= second.x;
    second.h -= second.y;
    draw_seat(view->list, first);
    draw_seat(view->list, second);
}

static void fill_sheets(struct duo_page *page, const struct app *app, const struct app_world *world) {
    struct sheet sheet = sheet_of(app, world, app->round.count - 1u);
    const struct asked *asked = round_current(&app->round);
    for (uint8_t i = 0; i < (uint8_t)PLAYERS; i++) {
        struct duo_half *half = &page->halves[i];
        half->player = (uint8_t)(i + 1);
        half->sheet = sheet;
        half->has_replied = asked_state_of(asked, half->player) != ASKED_OPEN;
        sheet_turn_to(&half->sheet, &app->round, half->player);
    }
}

struct duo_page duo_page_begin(struct view *view, const struct app *app, const struct app_world *world) {
    bool over = app->screen == SCREEN_DUO_RESULT;
    struct duo_page page = {.frame = frame_begin(view, app, world, over ? FRAME_RESULT : FRAME_PLAIN)};
    struct box *bar = &page.frame.chips;
    *bar = (struct box){FRAME_MARGIN, bar->y, page.frame.w - 2 * FRAME_MARGIN, bar->h};
    page.both = (struct box){bar->x, TOP, bar->w, bar->y - ABOVE_BAR - TOP};
    if (view->portrait)
        duo_page_stack(&page, 0, 0);
    else
        lay_beside(&page);
    fill_sheets(&page, app, world);
    seat_both(&page);
    return page;
}

void duo_page_divide(struct duo_page *page, int32_t top, int32_t bottom) {
    struct view *view = page->frame.view;
    struct box second = page->halves[1].box;
    struct spot from = {second.x - BETWEEN / 2, top}, to = {from.x, bottom};
    if (view->portrait) {
        from = (struct spot){second.x, second.y - BETWEEN / 2};
        to = (struct spot){second.x + second.w, from.y};
    }
    paint_line(view, ROLE_PICTURE, COLOR_LINE, from, to, RULE);
}

int32_t duo_ring(struct view *view, const struct duo_half *half) {
    struct box box = {half->box.x, half->box.y, DUO_HEAD, DUO_HEAD};
    sheet_progress(view, &half->sheet, box);
    return half->box.x + DUO_HEAD + (half->sheet.planned > 5 ? 700 : 350);
}

struct str duo_name(const struct view *view, uint8_t player) {
    static const enum word names[2][PLAYERS] = {{WORD_DUO_LEFT, WORD_DUO_RIGHT},
                                                {WORD_DUO_UPPER, WORD_DUO_LOWER}};
    return word_get(names[view->portrait][player - 1]);
}
