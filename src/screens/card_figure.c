#include "screens/card_page.h"

#include <assert.h>
#include <string.h>

enum { FIGURE_LEAST = 2600, FIVE_LEAST = 4200, FIVE_WORDS = 4300, MEMBERS_MOST = 24 };

bool set_is_five(const struct set *set) {
    return set && set->member_count == 5;
}

bool card_has_figure(const struct card *card) {
    return *card->diagram && card->set && card->set->member_count > 0;
}

/* Drawings of our own, by the name of what they show. */
static const char *drawing_of(const char *name) {
    static const struct {
        const char *name, *drawing;
    } rows[] = {{"保密性", "baomi"},  {"完整性", "wanzheng"},   {"可用性", "keyong"},
                {"可控性", "kekong"}, {"不可否认性", "fouren"}, {"不可抵赖性", "fouren"}};
    for (uint32_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (!strcmp(rows[i].name, name)) return rows[i].drawing;
    return NULL;
}

static const char *gloss_of(const struct member *member) {
    return member->entity ? member->entity->gloss : "";
}

/* Where icon and words stand in each side, ten-thousandths of the radius from the middle: found by search for
   the place that keeps clear of every edge, and written down. */
static const struct spot side_middles[5] = {
    {3400, -4620}, {5180, 1520}, {0, 5620}, {-5180, 1520}, {-3400, -4620}};

struct side_type {
    int32_t icon, name, gloss;
};

/* A small ring has no room for a gloss that can be read. */
static struct side_type type_for(int32_t radius, bool words) {
    enum { LEAST = 260 };
    struct side_type type = {radius * (words ? 21 : 34) / 100, radius * 87 / 1000, radius * 71 / 1000};
    if (!words)
        type.name = 0;
    else if (type.name < LEAST + 20)
        type.name = LEAST + 20;
    if (!words || type.gloss < LEAST) type.gloss = 0;
    return type;
}

static void paint_side(struct view *view, const struct member *member, struct spot middle, int32_t radius,
                       bool words) {
    struct side_type type = type_for(radius, words);
    const char *drawing = drawing_of(member->show), *gloss = gloss_of(member);
    if (!drawing) type.icon = 0;
    if (!*gloss) type.gloss = 0;
    int32_t height = type.icon + (words ? 100 + type.name + (type.gloss ? 90 + type.gloss : 0) : 0),
            y = middle.y - height / 2;
    if (type.icon)
        paint_icon(view, ROLE_FIGURE, drawing,
                   (struct box){middle.x - type.icon / 2, y, type.icon, type.icon});
    if (!words) return;
    y += type.icon ? type.icon + 100 : 0;
    struct style style = {ROLE_FIGURE, COLOR_INK, COLOR_PANEL, FACE_SANS_BOLD, type.name, ALIGN_MIDDLE, -1};
    style.size = paint_size_for(view, &style, str_of(member->show), radius * 44 / 100);
    paint_text(view, &style, middle.x, y, str_of(member->show));
    style = (struct style){ROLE_FIGURE, COLOR_INK2, COLOR_PANEL, FACE_SANS, type.gloss, ALIGN_MIDDLE, -1};
    style.size = type.gloss ? paint_size_for(view, &style, str_of(gloss), radius * 37 / 100) : 0;
    if (type.gloss) paint_text(view, &style, middle.x, y + type.name + 90, str_of(gloss));
}

static void paint_wedge(struct view *view, const struct ring *ring, uint32_t side) {
    struct spot wedge[4], low[4];
    wedge_spots(ring, side, wedge);
    for (uint32_t k = 0; k < 4; k++) low[k] = (struct spot){wedge[k].x, wedge[k].y + 75};
    if (!view->contrast) paint_polygon(view, ROLE_FIGURE, COLOR_EDGE, low, 4, ring->round);
    paint_polygon(view, ROLE_FIGURE, COLOR_PANEL, wedge, 4, ring->round);
    if (view->contrast) paint_outline(view, ROLE_FIGURE, COLOR_LINE, wedge, 4, 40);
}

void figure_five(struct view *view, const struct set *set, struct spot middle, int32_t radius, bool words) {
    struct ring ring = {middle, radius, radius * 367 / 1000, 150, 90, 0, 0};
    for (uint32_t i = 0; i < 5; i++) {
        struct spot at = {middle.x + radius * side_middles[i].x / 10000,
                          middle.y + radius * side_middles[i].y / 10000};
        paint_wedge(view, &ring, i);
        paint_side(view, &set->members[i], at, radius, words);
    }
}

static bool paint_five(struct view *view, const struct set *set, struct box box) {
    int32_t by_width = box.w * 1000 / 1903, by_height = box.h * 1000 / 1810;
    int32_t radius = by_width < by_height ? by_width : by_height;
    if (radius > 4360) radius = 4360;
    if (!set_is_five(set) || radius * 1810 / 1000 < FIVE_LEAST) return false;
    int32_t spare = box.h - radius * 1810 / 1000;
    figure_five(view, set, (struct spot){box.x + box.w / 2, box.y + spare / 2 + radius}, radius,
                radius * 1810 / 1000 >= FIVE_WORDS);
    return true;
}

/* A list of what the set holds. 「9月9日：论坛开讲」 has a head before the colon: a day on a plate, or a
 * number set large. */

struct list_item {
    struct str head, text;
};

struct list {
    struct list_item items[MEMBERS_MOST];
    struct fit fits[MEMBERS_MOST];
    int32_t heights[MEMBERS_MOST];
    uint32_t count, columns;
    int32_t size, head; /* type size, width of the heads */
    bool plates;        /* heads on plates with a line through them */
};

static struct list_item item_of(struct arena *arena, const struct member *member) {
    struct str text = str_of(member->show);
    size_t colon = str_find(text, STR("："));
    if (colon < text.len)
        return (struct list_item){str_cut(text, 0, colon), str_cut(text, colon + 3, text.len)};
    const char *gloss = gloss_of(member);
    if (*gloss) text = str_of(arena_printf(arena, "%s　%s", member->show, gloss));
    return (struct list_item){STR(""), text};
}

static struct style head_style(const struct list *list) {
    if (list->plates)
        return (struct style){ROLE_FIGURE, COLOR_ON_PLATE, COLOR_PLATE, FACE_SANS_BOLD,
                              list->size,  ALIGN_MIDDLE,   -1};
    return (struct style){ROLE_FIGURE, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, list->size * 150 / 100,
                          ALIGN_LEFT,  -1};
}

static int32_t column_width(const struct list *list, struct box box) {
    int32_t columns = (int32_t)list->columns;
    return (box.w - (columns - 1) * 400) / columns;
}

static void find_heads(struct view *view, struct list *list) {
    struct style style = head_style(list);
    list->head = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        int32_t w = list->items[i].head.len ? paint_width(view, &style, list->items[i].head) : 0;
        if (w > list->head) list->head = w;
    }
    list->head = list->head ? list->head + (list->plates ? 560 : 260) : list->size * 16 / 10;
}

static bool fit_list(struct view *view, struct list *list, struct box box, int32_t size, uint32_t columns) {
    const int32_t only[2] = {size, 0};
    const struct type type = {only, 135, FACE_SANS, false};
    int32_t used = 0, lines = (int32_t)((list->count + columns - 1) / columns);
    list->size = size;
    list->columns = columns;
    find_heads(view, list);
    int32_t room = column_width(list, box) - list->head;
    bool beside = list->plates && columns > 1; /* short words only */
    if (room < size * (beside ? 2 : 6)) return false;
    for (uint32_t i = 0; i < list->count; i++) {
        struct str text = list->items[i].text.len ? list->items[i].text : STR(" ");
        list->fits[i] = paint_measure(view, &type, text, room, 100000);
        if (beside && list->fits[i].lines.count > 1) return false;
        int32_t least = list->items[i].head.len ? size * 18 / 10 : size,
                high = view_u(view, fit_height(&list->fits[i]));
        list->heights[i] = high > least ? high : least;
    }
    for (int32_t line = 0; line < lines; line++) {
        int32_t highest = 0;
        for (uint32_t c = 0; c < columns; c++) {
            uint32_t i = c * (uint32_t)lines + (uint32_t)line;
            if (i < list->count && list->heights[i] > highest) highest = list->heights[i];
        }
        for (uint32_t c = 0; c < columns; c++) {
            uint32_t i = c * (uint32_t)lines + (uint32_t)line;
            if (i < list->count) list->heights[i] = highest;
        }
        used += highest + size * 6 / 10;
    }
    return used - size * 6 / 10 <= box.h;
}

static bool find_list(struct view *view, struct list *list, struct box box) {
    static const int32_t sizes[] = {600, 540, 480, 440, 410, 380, 350, 320, 290, 260};
    for (uint32_t i = list->plates ? 2 : view->large ? 0 : 1; i < sizeof sizes / sizeof sizes[0]; i++)
        for (uint32_t columns = 1; columns <= 2; columns++)
            if (fit_list(view, list, box, sizes[i], columns)) return true;
    return false;
}

static void paint_item(struct view *view, const struct list *list, uint32_t i, struct box box) {
    const struct list_item *item = &list->items[i];
    struct style style = head_style(list),
                 text = {ROLE_FIGURE, COLOR_INK, COLOR_GROUND, FACE_SANS, 0, ALIGN_LEFT, -1};
    int32_t high = view_u(view, fit_height(&list->fits[i])), middle = box.y + box.h / 2;
    if (!item->head.len) {
        int32_t side = list->size * 62 / 100;
        paint_lamp(view, ROLE_FIGURE,
                   (struct box){box.x, box.y + (list->size - side) / 2 + (box.h - high) / 2, side, side},
                   side * 13 / 100);
    } else if (list->plates) {
        struct box plate = {box.x, middle - list->size * 9 / 10, list->head - 260, list->size * 18 / 10};
        style.panel = paint_panel(view, plate);
        paint_rect(view, ROLE_FIGURE, COLOR_PLATE, plate, 150);
        paint_frame(view, ROLE_FIGURE, COLOR_ON_PLATE,
                    (struct box){plate.x + 60, plate.y + 60, plate.w - 120, plate.h - 120}, 90, 20);
        paint_alpha(view, 140);
        paint_text(view, &style, plate.x + plate.w / 2, middle - style.size / 2, item->head);
    } else {
        paint_text(view, &style, box.x, middle - style.size / 2, item->head);
    }
    if (item->text.len) paint_fit(view, &text, box.x + list->head, middle - high / 2, &list->fits[i]);
}

/* From the first plate of a column to its last; they stand in front of it. */
static void paint_thread(struct view *view, const struct list *list, int32_t x, int32_t y, int32_t count,
                         int32_t gap) {
    int32_t bottom = y - gap;
    for (int32_t i = 0; i < count; i++) bottom += list->heights[i] + gap;
    paint_line(view, ROLE_FIGURE, COLOR_LINE, (struct spot){x, y + 100}, (struct spot){x, bottom - 100}, 50);
}

static void paint_list(struct view *view, const struct list *list, struct box box) {
    int32_t lines = (int32_t)((list->count + list->columns - 1) / list->columns),
            width = column_width(list, box);
    int32_t gap = list->size * 6 / 10, used = -gap, y = 0;
    assert(lines > 0);
    for (int32_t i = 0; i < lines; i++) used += list->heights[i] + gap;
    int32_t spare = lines > 1 ? (box.h - used) / (lines - 1) : 0, most = list->size * 22 / 10;
    gap += spare < most ? spare : most;
    if (spare > most) box.y += (box.h - used - most * (lines - 1)) / 2; /* few stand in the middle */
    for (int32_t c = 0; list->plates && c < (int32_t)list->columns; c++) {
        int32_t x = box.x + c * (width + 400) + (list->head - 260) / 2,
                left = (int32_t)list->count - c * lines;
        if (left > lines) left = lines;
        if (left > 1) paint_thread(view, list, x, box.y, left, gap);
    }
    for (uint32_t i = 0; i < list->count; i++) {
        int32_t column = (int32_t)i / lines;
        if ((int32_t)i % lines == 0) y = box.y;
        bool last = (int32_t)i % lines == lines - 1 || i + 1 == list->count;
        int32_t low = y + list->heights[i] + gap / 2, x = box.x + column * (width + 400);
        if (!list->plates && !last)
            paint_line(view, ROLE_FIGURE, COLOR_LINE, (struct spot){x, low}, (struct spot){x + width, low},
                       20);
        paint_item(view, list, i, (struct box){box.x + column * (width + 400), y, width, list->heights[i]});
        y += list->heights[i] + gap;
    }
}

bool figure_paint(struct frame *frame, const struct card *card, struct box box) {
    struct view *view = frame->view;
    if (!card_has_figure(card) || box.h < FIGURE_LEAST) return false;
    if (!strcmp(card->diagram, "five") && set_is_five(card->set)) return paint_five(view, card->set, box);
    if (!strcmp(card->diagram, "ring") && figure_house(view, card->set, box)) return true;
    if (!strcmp(card->diagram, "numbers") && figure_numbers(view, card->set, box)) return true;
    if (!strcmp(card->diagram, "wings") && figure_wings(view, card->set, box)) return true;
    struct list *list = ARENA_NEW(view->arena, struct list);
    list->plates = !strcmp(card->diagram, "timeline");
    for (uint32_t i = 0; i < card->set->member_count && i < MEMBERS_MOST; i++)
        list->items[list->count++] = item_of(view->arena, &card->set->members[i]);
    if (!find_list(view, list, box)) return false;
    paint_list(view, list, box);
    return true;
}
