#include "screens/frame.h"
#include "screens/screens.h"

#include <assert.h>
#include <string.h>

#include "ui/motion.h"

/* The whole frame: the screen, and what may lie over it. */

enum { PANEL_W = 8800, PANEL_H = 6800, LAMP = 720, LAMP_PITCH = 900 };

/* Against burn-in everything but the ground moves by a few pixels each time the attract loop begins anew. */
static void shift_layout(struct view *view, uint8_t shift) {
    static const int8_t across[] = {0, 2, 3, 3, 0, -2, -3, -2}, down[] = {0, 1, 2, 3, 3, 2, 0, -2};
    view->left += across[shift % 8];
    view->top += down[shift % 8];
}

static void paint_scrim(struct view *view) {
    struct draw_command *scrim = draw_add(view->list, DRAW_RECT, ROLE_SCRIM, COLOR_SCRIM);
    scrim->w = view->display.w;
    scrim->h = view->display.h;
    scrim->alpha = 184;
}

/* The one that went out last is going out still. */
static void paint_going_out(struct view *view, const struct app *app, struct box box) {
    enum { LENGTH = 300 };
    int32_t out = APP_LAMPS - (int32_t)app_lamps(app);
    int32_t share = motion_at(view, MOTION_ASKING, out * (int32_t)app_lamp_millis(app), LENGTH);
    struct motion_mark mark = motion_mark(view);
    if (share == MOTION_WHOLE) return;
    paint_lamp(view, ROLE_FIGURE, box, 70);
    motion_raise_since(view, mark, 0, MOTION_WHOLE - share);
}

static void paint_lamps(struct view *view, const struct app *app, int32_t middle, int32_t y) {
    uint32_t left = app_lamps(app);
    int32_t x = middle - (APP_LAMPS * LAMP_PITCH - (LAMP_PITCH - LAMP)) / 2;
    for (uint32_t i = 0; i < APP_LAMPS; i++, x += LAMP_PITCH) {
        struct box box = {x, y, LAMP, LAMP};
        if (i < left)
            paint_lamp(view, ROLE_FIGURE, box, 70);
        else
            paint_frame(view, ROLE_FIGURE, COLOR_LINE, box, 70, 36);
        if (i == left) paint_going_out(view, app, box);
    }
}

static void paint_asking_text(struct view *view, struct box box, int16_t panel) {
    int32_t middle = box.x + box.w / 2;
    struct style style = {ROLE_TITLE, COLOR_INK, COLOR_PANEL, FACE_SERIF_BOLD, 1000, ALIGN_MIDDLE, panel};
    paint_text(view, &style, middle, box.y + 800, word_get(WORD_STILL_THERE));
    style = (struct style){ROLE_BODY,    COLOR_INK2, COLOR_PANEL, FACE_SANS, view->large ? 440 : 340,
                           ALIGN_MIDDLE, panel};
    paint_text(view, &style, middle, box.y + 3400, word_get(WORD_LAMPS));
    style.size = view->large ? 390 : 300;
    paint_text(view, &style, middle, box.y + box.h - 860, word_get(WORD_ANYWHERE));
}

/* Whatever is touched means: I am here. The button only shows what to do, so the whole screen is the one
 * region. */
static void paint_asking(const struct app *app, struct view *view) {
    int32_t w = view_width(view) - 1200 < PANEL_W ? view_width(view) - 1200 : PANEL_W;
    int32_t y = view->portrait ? (int32_t)((int64_t)8800 * view_height(view) / 17778)
                               : (view_height(view) - PANEL_H) / 2;
    struct box box = {(view_width(view) - w) / 2, y, w, PANEL_H};
    view->list->region_count = 0;
    paint_scrim(view);
    int16_t panel = paint_panel(view, box);
    paint_rect(view, ROLE_PANEL, COLOR_PANEL, box, 260);
    if (view->contrast) paint_frame(view, ROLE_PANEL, COLOR_LINE, box, 260, 40);
    paint_asking_text(view, box, panel);
    paint_lamps(view, app, box.x + box.w / 2, box.y + 2360);
    struct button stay = {{box.x + 500, box.y + 4100, box.w - 1000, 1300},
                          BUTTON_PRIMARY,
                          word_get(WORD_STAY),
                          view->large ? 580 : 480,
                          ICON_NONE,
                          message_none,
                          false};
    button_paint(view, &stay);
    struct panel screen = {.w = view->display.w, .h = view->display.h};
    draw_region(view->list, ROLE_PRIMARY, screen, message_of(MSG_STAY, 0));
}

/* What is read on a page that has just come up. What stands in a panel stays in it. */
static bool is_entering(const struct draw_list *list, const struct draw_command *command) {
    static const bool roles[ROLES] = {
        [ROLE_STEM] = true,   [ROLE_HINT] = true, [ROLE_TITLE] = true,  [ROLE_EXPLANATION] = true,
        [ROLE_SOURCE] = true, [ROLE_BODY] = true, [ROLE_PICTURE] = true};
    if (!roles[command->role] || command->panel >= 0) return false;
    for (uint32_t i = 0; i < list->panel_count; i++) {
        const struct panel *panel = &list->panels[i];
        if (command->x >= panel->x && command->x < panel->x + panel->w && command->y >= panel->y &&
            command->y < panel->y + panel->h)
            return false;
    }
    return true;
}

/* On the attract screen text stands still; what an answer became comes up in its own way. */
static bool enters(const struct app *app) {
    switch (app->screen) {
    case SCREEN_QUESTION:
    case SCREEN_RESULT:
    case SCREEN_REVIEW:
    case SCREEN_CARDS:
    case SCREEN_CARD:
    case SCREEN_ABOUT:
    case SCREEN_CODE:
    case SCREEN_DUO:
    case SCREEN_DUO_FEEDBACK:
    case SCREEN_DUO_RESULT:
    case SCREEN_DUO_REVIEW:
        return true;
    case SCREEN_FEEDBACK:
        return app_is_attended(app);
    default:
        return false;
    }
}

static void enter_page(struct view *view) {
    enum { RISE = 160, LENGTH = 220 };
    int32_t share = motion_at(view, MOTION_PAGE, MOTION_OUT, LENGTH);
    if (share == MOTION_WHOLE) return;
    for (uint32_t i = 0; i < view->list->command_count; i++)
        if (is_entering(view->list, &view->list->commands[i]))
            motion_raise(view, &view->list->commands[i], RISE, share);
}

/* Where the finger came down: the first answer to it, before anybody knows what it means. */
static void paint_ripple(struct view *view, uint32_t i) {
    enum { LENGTH = 320, FROM = 300, TO = 1400, STROKE = 60 };
    int32_t share = motion_at(view, (enum motion_clock)(MOTION_TOUCH + i), 0, LENGTH);
    if (share == MOTION_WHOLE) return;
    struct view whole = *view;
    whole.left = view->motion->touches[i].x;
    whole.top = view->motion->touches[i].y;
    struct spot five[5];
    pentagon_spots((struct spot){0, 0}, motion_between(FROM, TO, share), five);
    paint_outline(&whole, ROLE_RIPPLE, COLOR_LAMP_EDGE, five, 5, STROKE);
    paint_alpha(&whole, (uint8_t)motion_between(128, 0, share));
}

void app_view(const struct app *app, const struct app_world *world, struct view *view) {
    assert(app->screen < SCREENS && world->screens);
    view->focus = app->ui.focus;
    memcpy(view->pressed, app->ui.pressed, sizeof view->pressed);
    shift_layout(view, app->ui.shift);
    world->screens[app->screen].view(app, world, view);
    if (enters(app)) enter_page(view);
    if (app->asking) paint_asking(app, view);
    for (uint32_t i = 0; i < MOTION_TOUCHES; i++) paint_ripple(view, i);
    view_end(view);
}
