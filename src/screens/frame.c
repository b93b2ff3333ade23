#include "screens/frame.h"

#include <string.h>

#include "ui/motion.h"

enum {
    CHIP = 900,
    CHIP_LARGE = 1040,
    REACH = 9300, /* of a height of 17778: touching begins here */
    FULL_HEIGHT = 17778,
    TEXT_TOP = 2450,
    TOUCH_TOP = 2600,
    GAP_ABOVE_CHIPS = 200
};

/* What was answered is lit on the attract screen, window by window; elsewhere the city waits for it. */
static struct ground ground_of(const struct view *view, const struct app *app, const struct app_world *world,
                               enum frame_kind kind) {
    static const struct {
        int32_t band, height;
    } rows[3][2] = {{{400, 50}, {500, 55}}, {{800, 92}, {900, 98}}, {{800, 50}, {900, 98}}};
    struct ground ground = {rows[kind][view->portrait].band, rows[kind][view->portrait].height, 0, 0, 0};
    uint32_t goal = world->content->settings.daily_goal, right = app->figures.right_answers;
    ground.before = ground_lit(view->motion ? view->motion->city_before : right, goal);
    ground.lit = app->screen == SCREEN_ATTRACT ? ground_lit(right, goal) : ground.before;
    return ground;
}

/* The lower the display, the nearer the chips come to the roofs. */
static struct box place_chips(const struct frame *frame) {
    const struct view *view = frame->view;
    int32_t h = view->large ? CHIP_LARGE : CHIP, roofs = ground_top(view, &frame->ground);
    int32_t air = !view->portrait ? 240 : frame->h >= 16000 ? 1000 - (h - CHIP) : 150;
    if (frame->ground.band >= 800) air = 110;
    return (struct box){FRAME_MARGIN, roofs - air - h, frame->w - 2 * FRAME_MARGIN, h};
}

void frame_split(struct frame *frame, int32_t permille) {
    if (frame->view->portrait) return;
    int32_t gap = frame->w > 15000 ? 1000 : 600, room = frame->w - 2 * FRAME_MARGIN - gap;
    int32_t right = room * permille / 1000, x = frame->w - FRAME_MARGIN - right;
    frame->text = (struct box){FRAME_MARGIN, TEXT_TOP, room - right,
                               ground_top(frame->view, &frame->ground) - 200 - TEXT_TOP};
    frame->chips.x = x;
    frame->chips.w = right;
    frame->touch = (struct box){x, TOUCH_TOP, right, frame->chips.y - GAP_ABOVE_CHIPS - TOUCH_TOP};
}

static void stack(struct frame *frame) {
    int32_t reach = (int32_t)((int64_t)REACH * frame->h / FULL_HEIGHT), w = frame->w - 2 * FRAME_MARGIN;
    frame->text = (struct box){FRAME_MARGIN, TEXT_TOP, w, reach - 100 - TEXT_TOP};
    frame->touch = (struct box){FRAME_MARGIN, reach, w, frame->chips.y - GAP_ABOVE_CHIPS - reach};
}

struct frame frame_begin(struct view *view, const struct app *app, const struct app_world *world,
                         enum frame_kind kind) {
    struct frame frame = {.view = view,
                          .app = app,
                          .ground = ground_of(view, app, world, kind),
                          .w = view_width(view),
                          .h = view_height(view)};
    ground_paint(view, &frame.ground);
    frame.chips = place_chips(&frame);
    if (view->portrait)
        stack(&frame);
    else
        frame_split(&frame, FRAME_SHARE);
    return frame;
}

struct chip chip_of(enum icon icon, enum word word, enum message_type type) {
    return (struct chip){icon, word_get(word), message_of(type, 0)};
}

struct chip chip_large(const struct app *app) {
    return chip_of(ICON_LARGE, app->large ? WORD_NORMAL : WORD_LARGE, MSG_LARGE);
}

struct chip chip_flag(const struct app *app) {
    if (app->flagged) return (struct chip){ICON_CHECK, word_get(WORD_FLAGGED), message_none};
    return chip_of(ICON_FLAG, app->large ? WORD_FLAG_SHORT : WORD_FLAG, MSG_FLAG);
}

void frame_chips(struct frame *frame, const struct chip *chips, uint32_t count) {
    int32_t size = frame->view->portrait ? 320 : 300;
    if (frame->view->large) size = size * 130 / 100;
    chips_paint(frame->view, frame->chips, chips, count, size);
}

void frame_head(struct frame *frame, struct str right) {
    paint_wordmark(frame->view, FRAME_MARGIN, frame->view->portrait ? 480 : 460, 740);
    struct style style = {ROLE_HEAD,   COLOR_INK2, COLOR_GROUND, FACE_SANS, frame->view->large ? 340 : 280,
                          ALIGN_RIGHT, -1};
    style.size =
        paint_size_for(frame->view, &style, right, frame->w - 2 * FRAME_MARGIN - wordmark_width(740) - 300);
    paint_text(frame->view, &style, frame->w - FRAME_MARGIN, 720, right);
}

static struct style street_style(const struct street_part *part, int32_t size) {
    enum color color = part->lit ? COLOR_LAMP : part->number ? COLOR_ON_STREET : COLOR_ON_STREET2;
    return (struct style){ROLE_STREET,
                          color,
                          COLOR_STREET,
                          part->number ? FACE_SANS_BOLD : FACE_SANS,
                          part->number ? size * 12 / 10 : size,
                          ALIGN_LEFT,
                          -1};
}

enum { STREET_TEXT = 320 };

static int32_t street_gap(const struct street_part *part, uint32_t i) {
    return i == 0 ? 0 : part->apart ? 260 : 90;
}

void frame_street(struct frame *frame, const struct street_part *parts, uint32_t count) {
    int32_t x = FRAME_MARGIN, middle = ground_street(frame->view, &frame->ground) + frame->ground.band / 2;
    for (uint32_t i = 0; i < count; i++) {
        struct style style = street_style(&parts[i], STREET_TEXT);
        x += street_gap(&parts[i], i);
        paint_text(frame->view, &style, x, middle - style.size / 2, parts[i].text);
        x += paint_width(frame->view, &style, parts[i].text);
    }
}

/* The first characters of the fingerprint, for people. */
static struct str bank_name(struct arena *arena, const struct content *content) {
    struct word_value values[] = {
        {"id", str_of(arena_printf(arena, "%04x", (unsigned)(content->fingerprint >> 48)))}, {NULL, STR("")}};
    return word_fill(arena, WORD_BANK, values);
}

static struct style bank_style(void) {
    return (struct style){ROLE_STREET, COLOR_ON_STREET2, COLOR_STREET, FACE_SANS, 260, ALIGN_RIGHT, -1};
}

int32_t frame_street_room(struct frame *frame, const struct content *content, const struct street_part *parts,
                          uint32_t count) {
    enum { AIR = 700 }; /* the dot, and a gap on both sides of it */
    struct view *view = frame->view;
    struct style bank = bank_style();
    int32_t room =
        frame->w - 2 * FRAME_MARGIN - paint_width(view, &bank, bank_name(view->arena, content)) - AIR;
    for (uint32_t i = 0; i < count; i++) {
        struct style style = street_style(&parts[i], STREET_TEXT);
        room -= street_gap(&parts[i], i) + paint_width(view, &style, parts[i].text);
    }
    return room;
}

void frame_bank(struct frame *frame, const struct content *content) {
    struct view *view = frame->view;
    int32_t middle = ground_street(view, &frame->ground) + frame->ground.band / 2,
            right = frame->w - FRAME_MARGIN;
    struct str text = bank_name(view->arena, content);
    struct style style = bank_style();
    paint_text(view, &style, right, middle - 130, text);
    struct spot dot = {right - paint_width(view, &style, text) - 200, middle};
    paint_circle(view, ROLE_STREET, COLOR_LAMP, dot, 60);
}

/* Rather smaller in one line than in two. */
static struct fit fit_title(struct view *view, struct box box, struct str title) {
    static const int32_t sizes[] = {920, 870, 820, 770, 720, 620, 520, 0},
                         one_line[] = {920, 870, 820, 770, 720, 0};
    static const struct type single = {one_line, 120, FACE_SERIF_BOLD, false},
                             type = {sizes, 120, FACE_SERIF_BOLD, true};
    struct fit fit = paint_measure(view, &single, title, box.w, one_line[0]);
    return fit.fits ? fit : paint_measure(view, &type, title, box.w, box.h);
}

int32_t frame_title(struct frame *frame, struct box box, struct str title, enum align align) {
    struct view *view = frame->view;
    struct fit fit = fit_title(view, box, title);
    struct style style = {ROLE_TITLE, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, 0, align, -1};
    int32_t x = align == ALIGN_MIDDLE ? box.x + box.w / 2 : box.x - 30;
    return paint_fit(view, &style, x, box.y, &fit);
}
