#include "screens/admin_plan.h"

#include <string.h>

#include "ui/stick_words.h"
#include "ui/theme.h"

enum { HEAD = 320, ROW = 480, TEXT = 310, LABELS = 1900 };

/* The plan: kiosk.json as a table */

static struct str theme_name(const struct settings *settings, const struct machine *machine) {
    static const enum word words[THEMES] = {WORD_THEME_LIGHT, WORD_THEME_DARK, WORD_THEME_CONTRAST};
    enum theme theme;
    if (theme_find(settings->theme, &theme)) return word_get(words[theme]);
    return str_of(machine && machine->own_theme ? machine->own_theme : settings->theme);
}

static struct str time_of(struct arena *arena, uint32_t minute) {
    return str_of(arena_printf(arena, "%u:%02u", minute / 60, minute % 60));
}

static struct str sound_plan(struct arena *arena, const struct hours *quiet) {
    if (quiet->from == quiet->to) return word_get(WORD_PLAN_SOUND_ALWAYS);
    const struct word_value values[] = {
        {"a", time_of(arena, quiet->from)}, {"b", time_of(arena, quiet->to)}, {NULL, STR("")}};
    return word_fill(arena, WORD_PLAN_QUIET, values);
}

static struct str keep_plan(struct arena *arena, uint32_t days) {
    return days ? word_number(arena, WORD_PLAN_KEEP_DAYS, days) : word_get(WORD_PLAN_KEEP_EVER);
}

static uint32_t questions_of(const struct app *app, const struct settings *settings) {
    return settings->questions ? settings->questions : round_rules[app->mode].questions;
}

static struct str extras(struct arena *arena, const struct settings *settings) {
    const struct {
        bool on;
        enum word word;
    } all[] = {{settings->duo, WORD_DUO},
               {settings->board, WORD_BOARD_TITLE},
               {settings->show_rank, WORD_PLAN_RANK},
               {settings->large, WORD_LARGE}};
    const char *list = "";
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].on)
            list = arena_printf(arena, "%s%s%s", list, *list ? "、" : "", word_get(all[i].word).at);
    return *list ? str_of(list) : word_get(WORD_PLAN_NO_EXTRAS);
}

static void paint_row(struct view *view, struct box *box, enum word label, struct str value) {
    struct style style = {ROLE_LABEL, COLOR_INK2, COLOR_GROUND, FACE_SANS, TEXT, ALIGN_LEFT, -1};
    int32_t room = box->w - LABELS, y = box->y + (ROW - TEXT) / 2;
    style.size = paint_size_for(view, &style, word_get(label), LABELS - 150);
    paint_text(view, &style, box->x, y, word_get(label));
    style = (struct style){ROLE_BODY, COLOR_INK, COLOR_GROUND, FACE_SANS, TEXT, ALIGN_LEFT, -1};
    style.size = paint_size_for(view, &style, value, room);
    paint_text(view, &style, box->x + LABELS, y + (TEXT - style.size) / 2, value);
    paint_rect(view, ROLE_FIGURE, COLOR_LINE, (struct box){box->x, box->y + ROW, box->w, 12}, 0);
    box->y += ROW + 40;
}

static void paint_head(struct view *view, struct box *box, enum word word) {
    struct style style = {ROLE_LABEL, COLOR_INK, COLOR_GROUND, FACE_SANS_BOLD, HEAD, ALIGN_LEFT, -1};
    paint_text(view, &style, box->x, box->y, word_get(word));
    box->y += HEAD + 180;
}

void admin_plan_paint(struct view *view, const struct app *app, const struct app_world *world,
                      struct box box) {
    const struct settings *settings = &world->content->settings;
    struct arena *arena = view->arena;
    struct str theme = theme_name(settings, world->machine);
    paint_head(view, &box, WORD_PLAN);
    paint_row(view, &box, WORD_PLAN_SOUND, sound_plan(arena, &settings->quiet));
    paint_row(view, &box, WORD_PLAN_THEME, (struct str){arena_text(arena, theme.at, theme.len), theme.len});
    paint_row(view, &box, WORD_PLAN_ROUND,
              word_number(arena, WORD_PLAN_QUESTIONS, questions_of(app, settings)));
    paint_row(view, &box, WORD_PLAN_GOAL, word_number(arena, WORD_PLAN_GOAL_WINDOWS, settings->daily_goal));
    paint_row(view, &box, WORD_PLAN_EXTRAS, extras(arena, settings));
    paint_row(view, &box, WORD_PLAN_KEEP, keep_plan(arena, settings->keep_days));
}

/* The stick */

static void add_served(struct flow *flow, const struct stick_outcome *outcome) {
    bool kept = outcome->scores != STICK_UNWRITTEN,
         sound = outcome->content != STICK_UNCOPIED && outcome->content != STICK_UNSOUND;
    desk_line(flow, word_get(stick_scores_word(outcome->scores)), kept ? COLOR_INK : COLOR_WRONG);
    desk_line(flow, word_get(stick_content_word(outcome->content)), sound ? COLOR_INK : COLOR_WRONG);
}

static void add_merged(struct flow *flow, struct arena *arena, const struct stick_outcome *outcome) {
    desk_line(flow, stick_merged_text(arena, outcome), outcome->merged_badly ? COLOR_WRONG : COLOR_INK);
    if (outcome->unread) desk_line(flow, word_number(arena, WORD_STICK_UNREAD, outcome->unread), COLOR_WRONG);
}

/* What is to be done with the hand comes last and stands out. */
static void add_outcome(struct flow *flow, struct arena *arena, const struct stick_outcome *outcome) {
    switch (outcome->phase) {
    case STICK_IDLE:
        desk_line(flow, word_get(WORD_STICK_NOTE_SERVE), COLOR_INK2);
        desk_line(flow, word_get(WORD_STICK_NOTE_MERGE), COLOR_INK2);
        break;
    case STICK_BUSY:
        desk_head(flow, WORD_STICK_BUSY);
        break;
    case STICK_ABSENT:
        desk_line(flow, word_get(WORD_STICK_ABSENT), COLOR_WRONG);
        break;
    case STICK_SERVED:
        add_served(flow, outcome);
        break;
    case STICK_MERGED:
        add_merged(flow, arena, outcome);
        break;
    }
    if (stick_is_done(outcome)) desk_head(flow, WORD_STICK_DONE);
}

void admin_stick_paint(struct view *view, const struct app_world *world, struct box box) {
    static const struct stick_outcome nothing;
    const struct stick_outcome *outcome = world->report ? &world->report->stick : &nothing;
    struct flow *flow = ARENA_NEW(view->arena, struct flow);
    bool busy = outcome->phase == STICK_BUSY;
    paint_head(view, &box, WORD_STICK);
    struct box key = desk_cell((struct box){box.x, box.y, box.w, 1100}, 2, 1, 0, 0), other = key;
    other.x = box.x + box.w - key.w;
    desk_key(view, key, BUTTON_SECOND, word_get(WORD_STICK_SERVE), message_of(MSG_CONTROL, CONTROL_STICK),
             busy);
    desk_key(view, other, BUTTON_SECOND, word_get(WORD_STICK_MERGE), message_of(MSG_CONTROL, CONTROL_MERGE),
             busy);
    add_outcome(flow, view->arena, outcome);
    box.h -= HEAD + 180 + 1100 + 200;
    box.y += 1100 + 200;
    flow_fit(view, flow, box.w, box.h);
    flow_paint(view, flow, box, 0);
}
