#include "screens/card_page.h"

#include <string.h>

/* Figures made of windows: a house with a lit window for each who has a share in something, and numbers with
   as many windows as they count. */

enum {
    HOUSE_MOST = 12,
    HOUSE_WIDEST = 8000,
    ROOF = 760,
    WALL = 260,
    PANE_GAP = 200,
    PANE_LEAST = 520,
    PANE_MOST = 900
};

struct panes {
    int32_t columns, rows, w, h, size;
    struct box house; /* below the roof */
};

static struct style pane_style(int32_t size) {
    return (struct style){ROLE_FIGURE, COLOR_ON_LAMP, COLOR_LAMP, FACE_SANS_BOLD, size, ALIGN_MIDDLE, -1};
}

/* The largest type at which every name stands in its window; 0: there is none. */
static int32_t pane_type(struct view *view, const struct set *set, int32_t width, int32_t most) {
    int32_t size = most;
    for (uint32_t i = 0; i < set->member_count; i++) {
        struct style style = pane_style(size);
        size = paint_size_for(view, &style, str_of(set->members[i].show), width);
        style.size = size;
        if (paint_width(view, &style, str_of(set->members[i].show)) > width) return 0;
    }
    return size;
}

static bool lay_panes(struct view *view, const struct set *set, struct box box, struct panes *panes) {
    int32_t w = box.w < HOUSE_WIDEST ? box.w : HOUSE_WIDEST;
    panes->columns = set->member_count > 4 ? 2 : 1;
    panes->rows = ((int32_t)set->member_count + panes->columns - 1) / panes->columns;
    int32_t room = (box.h - ROOF - WALL + PANE_GAP - 120) / panes->rows - PANE_GAP;
    panes->h = room < PANE_MOST ? room : PANE_MOST;
    panes->w = (w - 2 * WALL - (panes->columns - 1) * PANE_GAP) / panes->columns;
    if (panes->h < PANE_LEAST) return false;
    int32_t most = panes->h * 62 / 100 < 460 ? panes->h * 62 / 100 : 460;
    panes->size = pane_type(view, set, panes->w - 200, most);
    int32_t high = panes->rows * (panes->h + PANE_GAP) - PANE_GAP + WALL;
    panes->house = (struct box){box.x + (box.w - w) / 2, box.y + (box.h - high - ROOF) / 2 + ROOF, w, high};
    return panes->size > 0;
}

static void paint_walls(struct view *view, struct box house) {
    const struct spot spots[5] = {{house.x, house.y + house.h},
                                  {house.x, house.y - 120},
                                  {house.x + house.w / 2, house.y - ROOF},
                                  {house.x + house.w, house.y - 120},
                                  {house.x + house.w, house.y + house.h}};
    paint_polygon(view, ROLE_FIGURE, view->contrast ? COLOR_PANEL : COLOR_PLATE, spots, 5, 60);
    if (view->contrast) paint_outline(view, ROLE_FIGURE, COLOR_LINE, spots, 5, 40);
}

bool figure_house(struct view *view, const struct set *set, struct box box) {
    struct panes panes;
    if (set->member_count > HOUSE_MOST || !lay_panes(view, set, box, &panes)) return false;
    paint_walls(view, panes.house);
    for (uint32_t i = 0; i < set->member_count; i++) {
        int32_t column = (int32_t)i % panes.columns, row = (int32_t)i / panes.columns;
        struct box pane = {panes.house.x + WALL + column * (panes.w + PANE_GAP),
                           panes.house.y + row * (panes.h + PANE_GAP), panes.w, panes.h};
        bool alone = i + 1 == set->member_count && column == 0; /* the last one takes the whole storey */
        if (alone) pane.w = panes.house.w - 2 * WALL;
        struct style style = pane_style(panes.size);
        style.panel = paint_panel(view, pane);
        paint_rect(view, ROLE_FIGURE, COLOR_LAMP, pane, 90);
        paint_text(view, &style, pane.x + pane.w / 2, pane.y + (pane.h - panes.size) / 2,
                   str_of(set->members[i].show));
    }
    return true;
}

/* 「约800人：参加主论坛」 */
enum { NUMBERS_MOST = 6, WINDOWS_MOST = 25 };

struct number {
    struct str head, text, unit;
    uint32_t value, scale; /* a window stands for so many */
};

static bool read_number(struct number *number, const char *show) {
    struct str all = str_of(show);
    size_t colon = str_find(all, STR("：")), at = 0;
    if (colon == all.len) return false;
    number->head = str_cut(all, 0, colon);
    number->text = str_cut(all, colon + 3, all.len);
    while (at < colon && (all.at[at] < '0' || all.at[at] > '9')) at++;
    for (; at < colon && all.at[at] >= '0' && all.at[at] <= '9' && number->value < 100000; at++)
        number->value = number->value * 10 + (uint32_t)(all.at[at] - '0');
    number->unit = str_cut(all, at, colon);
    if (str_starts(number->unit, STR("余"))) number->unit = str_cut(number->unit, 3, number->unit.len);
    return number->value > 0;
}

static uint32_t scale_for(uint32_t value) {
    static const uint32_t steps[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000};
    uint32_t i = 0;
    while (i + 1 < sizeof steps / sizeof steps[0] && value / steps[i] > WINDOWS_MOST) i++;
    return steps[i];
}

/* What is counted in the same unit is drawn at the same scale. */
static void find_scales(struct number *numbers, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        uint32_t most = 0;
        for (uint32_t k = 0; k < count; k++) {
            bool same = numbers[i].unit.len == numbers[k].unit.len &&
                        !memcmp(numbers[i].unit.at, numbers[k].unit.at, numbers[i].unit.len);
            if (same && numbers[k].value > most) most = numbers[k].value;
        }
        numbers[i].scale = scale_for(most);
    }
}

static void paint_strip(struct view *view, const struct number *number, int32_t x, int32_t y, int32_t w) {
    enum { PITCH = 270, SIDE = 210 };
    int32_t pitch = w / WINDOWS_MOST < PITCH ? w / WINDOWS_MOST : PITCH, side = pitch * SIDE / PITCH;
    bool counts = number->unit.len && (unsigned char)number->unit.at[0] > 0x7F; /* no version, no per cent */
    uint32_t windows = counts ? (number->value + number->scale / 2) / number->scale : 0;
    for (uint32_t i = 0; i < windows && i < WINDOWS_MOST; i++)
        paint_lamp(view, ROLE_FIGURE, (struct box){x + (int32_t)i * pitch, y, side, side}, side * 13 / 100);
    if (number->scale == 1 || !windows) return;
    struct str words = str_of(
        arena_printf(view->arena, "一扇窗是%u%.*s", number->scale, (int)number->unit.len, number->unit.at));
    struct style style = {ROLE_LABEL, COLOR_INK2, COLOR_GROUND, FACE_SANS, 270, ALIGN_LEFT, -1};
    int32_t left = (int32_t)windows * pitch + 200;
    if (left + paint_width(view, &style, words) <= w)
        paint_text(view, &style, x + left, y + (side - 270) / 2, words);
}

/* Head, words beside it, windows below both; false when the words do not stand in one line. */
static bool paint_number(struct view *view, const struct number *number, struct box box, int32_t size,
                         bool draw) {
    struct style head = {ROLE_FIGURE, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, size, ALIGN_LEFT, -1};
    struct style text = {ROLE_FIGURE, COLOR_INK, COLOR_GROUND, FACE_SANS, size * 55 / 100, ALIGN_LEFT, -1};
    int32_t left = paint_width(view, &head, number->head) + 300;
    if (!draw) return left + paint_width(view, &text, number->text) <= box.w;
    paint_text(view, &head, box.x, box.y, number->head);
    paint_text(view, &text, box.x + left, box.y + size - text.size - size * 9 / 100, number->text);
    paint_strip(view, number, box.x, box.y + size + 220, box.w);
    return true;
}

bool figure_numbers(struct view *view, const struct set *set, struct box box) {
    enum { LEAST = 420, STRIP = 420, MOST_GAP = 900 };
    struct number numbers[NUMBERS_MOST] = {0};
    uint32_t count = set->member_count;
    if (count == 0 || count > NUMBERS_MOST) return false;
    for (uint32_t i = 0; i < count; i++)
        if (!read_number(&numbers[i], set->members[i].show)) return false;
    find_scales(numbers, count);
    int32_t each = box.h / (int32_t)count, size = each - STRIP - 200 < 860 ? each - STRIP - 200 : 860;
    for (uint32_t i = 0; i < count; i++)
        while (size >= LEAST && !paint_number(view, &numbers[i], box, size, false)) size -= 20;
    if (size < LEAST) return false;
    int32_t pitch = each < size + STRIP + MOST_GAP ? each : size + STRIP + MOST_GAP;
    int32_t y = box.y + (box.h - (int32_t)count * pitch) / 2;
    for (uint32_t i = 0; i < count; i++, y += pitch)
        paint_number(view, &numbers[i], (struct box){box.x, y, box.w, pitch}, size, true);
    return true;
}
