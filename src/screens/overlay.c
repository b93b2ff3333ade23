#include "screens/frame.h"
#include "screens/screens.h"

#include <assert.h>
#include <string.h>

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

static void paint_lamps(struct view *view, int32_t middle, int32_t y, uint32_t left) {
    int32_t x = middle - (APP_LAMPS * LAMP_PITCH - (LAMP_PITCH - LAMP)) / 2;
    for (uint32_t i = 0; i < APP_LAMPS; i++, x += LAMP_PITCH) {
        struct box box = {x, y, LAMP, LAMP};
        if (i < left)
            paint_lamp(view, ROLE_FIGURE, box, 70);
        else
            paint_frame(view, ROLE_FIGURE, COLOR_LINE, box, 70, 36);
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
    paint_lamps(view, box.x + box.w / 2, box.y + 2360, app_lamps(app));
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

void app_view(const struct app *app, const struct app_world *world, struct view *view) {
    assert(app->screen < SCREENS && world->screens);
    view->focus = app->ui.focus;
    memcpy(view->pressed, app->ui.pressed, sizeof view->pressed);
    shift_layout(view, app->ui.shift);
    world->screens[app->screen].view(app, world, view);
    if (app->asking) paint_asking(app, view);
    view_end(view);
}
