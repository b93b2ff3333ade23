#include "screens/desk.h"

enum { MARGIN = 600, BAR = 1500, BAR_LYING = 1100, GAP = 220, KEY_MOST = 1500 };

static void paint_bar(struct view *view, int32_t height) {
    struct draw_command *ground = draw_add(view->list, DRAW_RECT, ROLE_GROUND, COLOR_GROUND);
    ground->w = view->display.w;
    ground->h = view->display.h;
    struct draw_command *bar = draw_add(view->list, DRAW_RECT, ROLE_HEAD, COLOR_STREET);
    bar->w = view->display.w;
    bar->h = view->top + view_px(view, height);
}

static struct str day_of(struct arena *arena, uint32_t day) {
    return word_numbers(arena, WORD_DATE, day / 100 % 100, day % 100);
}

static void paint_head(struct view *view, const struct app *app, int32_t height, struct str note) {
    int32_t middle = height / 2, right = view_width(view) - MARGIN;
    struct style style = {ROLE_HEAD, COLOR_ON_STREET, COLOR_STREET, FACE_SERIF_BOLD, 500, ALIGN_LEFT, -1};
    paint_mark(view, (struct box){MARGIN, middle - 360, 720, 720}, COLOR_ON_STREET);
    paint_text(view, &style, MARGIN + 960, middle - 250, word_get(WORD_OPERATOR));
    style = (struct style){ROLE_HEAD, COLOR_ON_STREET, COLOR_STREET, FACE_SANS_BOLD, 300, ALIGN_RIGHT, -1};
    if (app->today) paint_text(view, &style, right, middle - 360, day_of(view->arena, app->today));
    style.face = FACE_SANS;
    style.color = COLOR_ON_STREET2;
    paint_text(view, &style, right, middle + 60, note);
}

struct desk desk_begin(struct view *view, const struct app *app, struct str note) {
    int32_t w = view_width(view), h = view_height(view), bar = view->portrait ? BAR : BAR_LYING;
    struct desk desk = {.view = view};
    paint_bar(view, bar);
    paint_head(view, app, bar, note);
    int32_t top = bar + 500, bottom = h - 600;
    if (view->portrait) {
        int32_t reach = h * 525 / 1000;
        desk.text = (struct box){MARGIN, top, w - 2 * MARGIN, reach - 300 - top};
        desk.touch = (struct box){MARGIN, reach, w - 2 * MARGIN, bottom - reach};
        return desk;
    }
    int32_t right = (w - 3 * MARGIN) * 46 / 100;
    desk.text = (struct box){MARGIN, top, w - 3 * MARGIN - right, bottom - top};
    desk.touch = (struct box){w - MARGIN - right, top, right, bottom - top};
    return desk;
}

struct box desk_cell(struct box box, uint32_t columns, uint32_t rows, uint32_t column, uint32_t row) {
    int32_t across = (int32_t)columns, down = (int32_t)rows;
    int32_t w = (box.w - GAP * (across - 1)) / across, h = (box.h - GAP * (down - 1)) / down;
    if (h > KEY_MOST) h = KEY_MOST;
    return (struct box){box.x + (w + GAP) * (int32_t)column, box.y + (h + GAP) * (int32_t)row, w, h - 75};
}

void desk_key(struct view *view, struct box box, enum button_look look, struct str text,
              struct message message, bool asleep) {
    struct button button = {box, look, text, 400, ICON_NONE, message, asleep};
    button_paint(view, &button);
}

static const int32_t head_sizes[] = {360, 340, 310, 290, 270, 0}, line_sizes[] = {340, 310, 290, 270, 260, 0};

void desk_head(struct flow *flow, enum word word) {
    flow_add(flow, (struct flow_block){.text = word_get(word),
                                       .role = ROLE_LABEL,
                                       .color = COLOR_INK,
                                       .face = FACE_SANS_BOLD,
                                       .sizes = head_sizes,
                                       .pitch_percent = 145,
                                       .before = flow->count ? 100 : 0});
}

void desk_line(struct flow *flow, struct str text, enum color color) {
    flow_add(flow, (struct flow_block){.text = text,
                                       .role = ROLE_BODY,
                                       .color = color,
                                       .face = FACE_SANS,
                                       .sizes = line_sizes,
                                       .pitch_percent = 145,
                                       .before = 25});
}

void desk_fact(struct flow *flow, struct arena *arena, enum word label, const char *value) {
    desk_line(flow, str_of(arena_printf(arena, "%s　%s", word_get(label).at, value)), COLOR_INK2);
}
