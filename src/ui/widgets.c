#include "ui/widgets.h"

#include <assert.h>

enum {
    EDGE = 75, /* the depth of a key: a hard lower edge, no shadow */
    SUNK = 50,
    EDGE_SUNK = 25,
    RADIUS = 220,
    OUTLINE = 36,
    RULE = 30
};

const struct message message_none = {.type = MESSAGES};

struct message message_of(enum message_type type, int32_t value) {
    return (struct message){.type = type, .value = value};
}

static void touch(struct view *view, enum role role, struct box box, struct message message) {
    if (message.type != MESSAGES) draw_region(view->list, role, view_place(view, box), message);
}

struct box body_paint(struct view *view, enum role role, struct box box, enum color body, enum color edge,
                      int32_t radius) {
    int32_t depth = EDGE;
    if (view_next_is_pressed(view)) {
        box.y += SUNK;
        depth = EDGE_SUNK;
    }
    if (!view->contrast)
        paint_rect(view, role, edge, (struct box){box.x, box.y, box.w, box.h + depth}, radius);
    paint_rect(view, role, body, box, radius);
    return box;
}

static int32_t smaller(int32_t a, int32_t b) {
    return a < b ? a : b;
}

/* Six points around the middle, percent of the size. */
static void paint_shape(struct view *view, struct spot middle, int32_t size, const struct spot *shape,
                        uint32_t count, enum color fill) {
    struct spot spots[6];
    assert(count <= 6);
    for (uint32_t i = 0; i < count; i++)
        spots[i] = (struct spot){middle.x + size * shape[i].x / 1000, middle.y + size * shape[i].y / 1000};
    paint_polygon(view, ROLE_OPTION, fill, spots, count, size * 3 / 100);
}

static void paint_square(struct view *view, struct spot middle, int32_t w, int32_t h, int32_t radius,
                         enum color fill) {
    paint_rect(view, ROLE_OPTION, fill, (struct box){middle.x - w / 2, middle.y - h / 2, w, h}, radius);
}

static void paint_token_shape(struct view *view, struct spot middle, int32_t size, uint32_t index,
                              enum color fill) {
    static const struct spot triangle[] = {{0, -550}, {530, 370}, {-530, 370}};
    static const struct spot diamond[] = {{0, -545}, {545, 0}, {0, 545}, {-545, 0}};
    static const struct spot hexagon[] = {{-270, -460}, {270, -460}, {530, 0},
                                          {270, 460},   {-270, 460}, {-530, 0}};
    switch (index) {
    case 0:
        paint_circle(view, ROLE_OPTION, fill, middle, size / 2);
        break;
    case 1:
        paint_shape(view, middle, size, triangle, 3, fill);
        break;
    case 2:
        paint_square(view, middle, size * 9 / 10, size * 9 / 10, size * 6 / 100, fill);
        break;
    case 3:
        paint_shape(view, middle, size, diamond, 4, fill);
        break;
    case 4:
        paint_shape(view, middle, size, hexagon, 6, fill);
        break;
    default:
        paint_square(view, middle, size * 118 / 100, size * 72 / 100, size * 36 / 100, fill);
        break;
    }
}

void paint_token(struct view *view, struct spot middle, int32_t size, uint32_t index, enum color fill,
                 enum color ink, int16_t panel) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"; /* more than ROWS_MOST */
    assert(index < sizeof letters - 1);
    bool pointed = index == 1 || index == 3;
    const int32_t least = 260; /* nothing on the screen is smaller */
    int32_t share = size * (pointed ? 46 : 50) / 100, letter = share > least ? share : least,
            lower = index == 1 ? size * 135 / 1000 : 0;
    paint_token_shape(view, middle, size, index, fill);
    struct style style = {ROLE_OPTION, ink, fill, FACE_SANS_BOLD, letter, ALIGN_MIDDLE, panel};
    paint_text(view, &style, middle.x, middle.y - letter / 2 + lower, (struct str){letters + index, 1});
}

struct look {
    enum role role;
    enum color body, edge, ink;
};

static struct look look_of(enum button_look look) {
    if (look == BUTTON_PRIMARY)
        return (struct look){ROLE_PRIMARY, COLOR_PRIMARY, COLOR_PRIMARY_EDGE, COLOR_ON_PRIMARY};
    if (look == BUTTON_LIT) return (struct look){ROLE_PRIMARY, COLOR_LAMP, COLOR_LAMP2, COLOR_ON_LAMP};
    return (struct look){ROLE_SECOND, COLOR_PANEL, COLOR_EDGE, COLOR_INK};
}

/* Text and sign stand in the middle together. */
static void paint_caption(struct view *view, struct style style, struct box box, struct str text,
                          enum icon icon) {
    int32_t sign = icon ? style.size : 0, gap = icon ? style.size * 45 / 100 : 0, wanted = style.size;
    style.size = paint_size_for(view, &style, text, box.w - sign - gap - 200);
    if (icon &&
        paint_width(view, &style, text) > box.w - sign - gap - 100) { /* the sign yields to the words */
        icon = ICON_NONE;
        sign = gap = 0;
        style.size = wanted;
        style.size = paint_size_for(view, &style, text, box.w - 160);
    }
    int32_t width = paint_width(view, &style, text);
    int32_t x = box.x + (box.w - width - sign - gap) / 2, middle = box.y + box.h / 2;
    bool behind = icon == ICON_NEXT;
    paint_text(view, &style, behind ? x : x + sign + gap, middle - style.size / 2, text);
    struct spot spot = {behind ? x + width + gap + sign / 2 : x + sign / 2, middle};
    if (icon) paint_sign(view, style.role, icon, style.color, spot, sign);
}

static void untouchable(struct view *view, const struct button *button, enum role role) {
    draw_region(view->list, role, view_place(view, button->box), button->message)->enabled = false;
}

/* It stays down, full of another colour and with a tick: no theme shows it by a shade alone. */
static void paint_chosen(struct view *view, const struct button *button) {
    paint_rect(view, ROLE_SECOND, COLOR_PLATE, button->box, smaller(RADIUS, button->box.h / 5));
    struct style style = {ROLE_SECOND,
                          COLOR_ON_PLATE,
                          COLOR_PLATE,
                          FACE_SANS_BOLD,
                          button->size,
                          ALIGN_LEFT,
                          paint_panel(view, button->box)};
    paint_caption(view, style, button->box, button->text, ICON_CHECK);
    untouchable(view, button, ROLE_SECOND);
}

/* Only its outline: it will be a button when the answer is complete. Where every button is an outline, a
 * weaker one. */
static void paint_asleep(struct view *view, const struct button *button, enum role role) {
    int32_t radius = smaller(RADIUS, button->box.h / 5);
    paint_frame(view, role, view->contrast ? COLOR_TRACK : COLOR_LINE, button->box, radius, OUTLINE);
    struct style style = {role,
                          COLOR_INK2,
                          COLOR_GROUND,
                          FACE_SANS_BOLD,
                          button->size,
                          ALIGN_LEFT,
                          paint_panel(view, button->box)};
    paint_caption(view, style, button->box, button->text, button->icon);
    untouchable(view, button, role);
}

void button_paint(struct view *view, const struct button *button) {
    if (button->asleep) {
        paint_asleep(view, button, look_of(button->look).role);
        return;
    }
    if (button->look == BUTTON_CHOSEN) {
        paint_chosen(view, button);
        return;
    }
    struct look look = look_of(button->look);
    int32_t radius = smaller(RADIUS, button->box.h / 5);
    struct box box = body_paint(view, look.role, button->box, look.body, look.edge, radius);
    if (view->contrast && button->look == BUTTON_SECOND)
        paint_frame(view, look.role, COLOR_LINE, box, radius, OUTLINE);
    struct style style = {
        look.role, look.ink, look.body, FACE_SANS_BOLD, button->size, ALIGN_LEFT, paint_panel(view, box)};
    paint_caption(view, style, box, button->text, button->icon);
    touch(view, look.role, button->box, button->message);
}

static struct style chip_style(int32_t size) {
    return (struct style){ROLE_CHIP, COLOR_INK, COLOR_PANEL, FACE_SANS_BOLD, size, ALIGN_LEFT, -1};
}

static void paint_chip(struct view *view, struct box box, const struct chip *chip, int32_t size,
                       enum icon icon) {
    if (view_next_is_pressed(view)) box.y += SUNK;
    paint_rect(view, ROLE_CHIP, COLOR_PANEL, box, 180);
    paint_frame(view, ROLE_CHIP, COLOR_LINE, box, 180, RULE);
    struct style style = chip_style(size);
    style.panel = paint_panel(view, box);
    paint_caption(view, style, box, chip->text, icon);
}

/* Do the words keep most of their size beside the sign? */
static bool has_room_for_sign(struct view *view, const struct chip *chip, int32_t size, int32_t room) {
    struct style small = chip_style(size * 85 / 100);
    return !chip->icon || paint_width(view, &small, chip->text) + size * 145 / 100 + 200 <= room;
}

/* The type of a row: as large as its tightest chip allows. */
static int32_t common_size(struct view *view, const struct chip *chips, const struct box *places,
                           uint32_t count, int32_t size, bool signs) {
    int32_t least = size;
    for (uint32_t i = 0; i < count; i++) {
        struct style style = chip_style(size);
        int32_t sign = signs && chips[i].icon ? size * 145 / 100 : 0,
                fitting = paint_size_for(view, &style, chips[i].text, places[i].w - sign - 200);
        if (fitting < least) least = fitting;
    }
    return least;
}

/* Shares of a row, as wide as their words ask for. */
static void place_row(struct view *view, struct box box, const struct chip *chips, uint32_t count,
                      int32_t size, struct box *places) {
    enum { GAP = 200 };
    struct style style = chip_style(size);
    int64_t total = 0, before = 0, room = box.w - GAP * ((int32_t)count - 1);
    for (uint32_t i = 0; i < count; i++) total += paint_width(view, &style, chips[i].text) + size * 32 / 10;
    for (uint32_t i = 0; i < count; i++) {
        int64_t share = paint_width(view, &style, chips[i].text) + size * 32 / 10;
        int32_t from = (int32_t)(room * before / total), to = (int32_t)(room * (before + share) / total);
        places[i] = (struct box){box.x + from + GAP * (int32_t)i, box.y, to - from, box.h};
        before += share;
    }
}

void chips_paint(struct view *view, struct box box, const struct chip *chips, uint32_t count, int32_t size) {
    enum { MOST = 8 };
    struct box places[MOST];
    assert(count <= MOST);
    place_row(view, box, chips, count, size, places);
    bool signs = true; /* all of a row, or none */
    for (uint32_t i = 0; i < count; i++)
        signs = signs && has_room_for_sign(view, &chips[i], size, places[i].w);
    size = common_size(view, chips, places, count, size, signs);
    for (uint32_t i = 0; i < count; i++) {
        paint_chip(view, places[i], &chips[i], size, signs ? chips[i].icon : ICON_NONE);
        touch(view, ROLE_CHIP, places[i], chips[i].message);
    }
}

void key_paint(struct view *view, struct box box, enum role role, struct str text, enum icon icon,
               struct message message) {
    struct box body = body_paint(view, role, box, COLOR_PANEL, COLOR_EDGE, smaller(RADIUS, box.h / 5));
    paint_frame(view, role, COLOR_LINE, body, smaller(RADIUS, box.h / 5), OUTLINE);
    struct style style = {role,
                          COLOR_INK,
                          COLOR_PANEL,
                          FACE_SANS_BOLD,
                          view->large ? 440 : 380,
                          ALIGN_LEFT,
                          paint_panel(view, body)};
    paint_caption(view, style, body, text, icon);
    touch(view, role, box, message);
}
