#include "screens/admin_day.h"
#include "screens/admin_plan.h"
#include "screens/parts.h"
#include "ui/flow.h"
#include "ui/theme.h"

/* 操作台: what is known of this machine and its content, and the few things that an operator does there. */

enum { TESTS = 6 };

static void set_volume(struct app *app, int32_t step, struct effects *effects) {
    int32_t volume = app->ui.volume + step;
    if (volume < 0 || volume > VOLUME_MOST) return;
    app->ui.volume = (uint8_t)volume;
    effect_add(effects, EFFECT_VOLUME, volume);
}

static bool has_own_theme(const struct app_world *world) {
    return world->machine && world->machine->own_theme;
}

static void set_theme(struct app *app, const struct app_world *world, int32_t theme,
                      struct effects *effects) {
    if (theme == THEME_OWN && !has_own_theme(world)) return;
    app->ui.theme = (uint8_t)theme;
    effect_add(effects, EFFECT_THEME, theme);
}

static void set_stopped(struct app *app, const struct app_world *world, bool stopped,
                        struct effects *effects) {
    app->operated.stopped = stopped;
    app_attract(app, world, effects);
}

/* Asks before it does. */
static void quit(struct app *app, bool asked, struct effects *effects) {
    if (asked) effect_add(effects, EFFECT_QUIT, 0);
    app->operated.leaving = !asked;
}

static void control(struct app *app, const struct app_world *world, enum control control,
                    struct effects *effects) {
    bool asked = app->operated.leaving;
    app->operated.leaving = false;
    effect_add(effects, EFFECT_SOUND, SOUND_TOUCH);
    switch (control) {
    case CONTROL_STOP:
    case CONTROL_GO_ON:
        set_stopped(app, world, control == CONTROL_STOP, effects);
        break;
    case CONTROL_LIGHT:
    case CONTROL_DARK:
    case CONTROL_CONTRAST:
    case CONTROL_OWN_THEME:
        set_theme(app, world, (int32_t)control - CONTROL_LIGHT, effects);
        break;
    case CONTROL_QUIETER:
    case CONTROL_LOUDER:
        set_volume(app, control == CONTROL_LOUDER ? 1 : -1, effects);
        break;
    case CONTROL_TEST:
        app->operated.test = (uint8_t)((app->operated.test + 1) % TESTS);
        break;
    case CONTROL_RELOAD:
        effect_add(effects, EFFECT_RELOAD, 1);
        break;
    case CONTROL_NEW_PIN:
        app_pin_renew(app);
        break;
    case CONTROL_QUIT:
        quit(app, asked, effects);
        break;
    case CONTROL_STICK:
    case CONTROL_MERGE:
        effect_add(effects, EFFECT_STICK, control == CONTROL_MERGE);
        break;
    case CONTROLS:
        break;
    }
}

static void turn_item(struct app *app, const struct app_world *world, int32_t item, struct effects *effects) {
    app->operated.leaving = false;
    if (!world->report || item < 0 || (uint32_t)item >= world->report->item_count) return;
    effect_add(effects, EFFECT_SOUND, SOUND_TOUCH);
    effect_add(effects, EFFECT_SWITCH, item);
    effect_add(effects, EFFECT_REPORT, 1);
}

void admin_update(struct app *app, const struct app_world *world, const struct message *message,
                  struct effects *effects) {
    bool known = message->value >= 0 && message->value < CONTROLS;
    if (message->type == MSG_CONTROL && known) control(app, world, (enum control)message->value, effects);
    if (message->type == MSG_SWITCH) turn_item(app, world, message->value, effects);
}

/* What is known */

static enum word word_of_loudspeaker(enum loudspeaker loudspeaker) {
    static const enum word words[] = {
        [LOUDSPEAKER_UNKNOWN] = WORD_SOUND_UNKNOWN,
        [LOUDSPEAKER_FINE] = WORD_SOUND_FINE,
        [LOUDSPEAKER_OFF] = WORD_SOUND_OFF,
        [LOUDSPEAKER_MISSING] = WORD_SOUND_MISSING,
    };
    return words[loudspeaker];
}

static void add_display(struct flow *flow, struct view *view, const struct machine *machine) {
    struct arena *arena = view->arena;
    const char *size = arena_printf(arena, "%d × %d", (int)view->display.w, (int)view->display.h);
    if (machine && machine->driver && machine->presenter)
        size = arena_printf(arena, "%s　%s　%s", size, machine->driver, machine->presenter);
    desk_fact(flow, arena, WORD_MACHINE_DISPLAY, size);
}

/* A panel that nobody has touched for hours may be dead. */
static struct str last_touch(struct arena *arena, const struct app *app, const struct machine *machine) {
    uint64_t age = app->now > machine->touched_at ? app->now - machine->touched_at : 0;
    uint32_t minutes = age / 60000 < UINT32_MAX ? (uint32_t)(age / 60000) : UINT32_MAX;
    if (!machine->touched) return word_get(WORD_TOUCH_NEVER);
    if (minutes < 2) return word_get(WORD_TOUCH_NOW);
    return minutes < 120 ? word_number(arena, WORD_TOUCH_MINUTES, minutes)
                         : word_number(arena, WORD_TOUCH_HOURS, minutes / 60);
}

static void add_machine(struct flow *flow, struct view *view, const struct app *app,
                        const struct app_world *world) {
    const struct machine *machine = world->machine;
    static const enum word modes[MODES] = {WORD_MODE_KIOSK, WORD_MODE_CLASS, WORD_MODE_TRAINING};
    struct arena *arena = view->arena;
    desk_head(flow, WORD_MACHINE);
    if (machine && machine->version) desk_fact(flow, arena, WORD_MACHINE_VERSION, machine->version);
    desk_fact(flow, arena, WORD_MACHINE_MODE, word_get(modes[app->mode]).at);
    add_display(flow, view, machine);
    if (machine)
        desk_fact(flow, arena, WORD_MACHINE_SOUND, word_get(word_of_loudspeaker(machine->loudspeaker)).at);
    desk_fact(flow, arena, WORD_MACHINE_VOLUME, arena_printf(arena, "%d / %d", app->ui.volume, VOLUME_MOST));
    if (machine) desk_fact(flow, arena, WORD_MACHINE_TOUCH, last_touch(arena, app, machine).at);
}

static void add_trouble(struct flow *flow, struct arena *arena, uint32_t number, enum word word) {
    if (number) desk_line(flow, word_number(arena, word, number), COLOR_WRONG);
}

static void add_store(struct flow *flow, struct arena *arena, const struct report_trouble *trouble) {
    if (trouble->unkept) desk_line(flow, word_get(WORD_TROUBLE_UNKEPT), COLOR_WRONG);
    add_trouble(flow, arena, trouble->waiting, WORD_TROUBLE_WAITING);
    add_trouble(flow, arena, trouble->lost, WORD_TROUBLE_LOST);
    add_trouble(flow, arena, trouble->set_aside, WORD_TROUBLE_SET_ASIDE);
    if (trouble->disk_low)
        desk_line(flow, word_number(arena, WORD_TROUBLE_DISK, trouble->disk_mb), COLOR_WRONG);
}

static void add_host(struct flow *flow, struct arena *arena, const struct report_trouble *trouble) {
    add_store(flow, arena, trouble);
    if (trouble->clock == CLOCK_UNSET) desk_line(flow, word_get(WORD_TROUBLE_CLOCK_UNSET), COLOR_WRONG);
    if (trouble->clock == CLOCK_JUMPED) desk_line(flow, word_get(WORD_TROUBLE_CLOCK_JUMPED), COLOR_WRONG);
}

static bool has_findings(const struct machine *machine) {
    return machine && machine->checked && machine->warnings + machine->errors;
}

static bool is_mute(const struct machine *machine) {
    return machine && machine->loudspeaker == LOUDSPEAKER_MISSING;
}

static bool is_troubled(const struct app_world *world) {
    const struct report_trouble none = {0}, *found = world->report ? &world->report->trouble : &none;
    return found->unkept || found->waiting || found->lost || found->set_aside || found->disk_low ||
           found->clock != CLOCK_FINE;
}

/* Visitors see the holding screen, and nobody stopped the kiosk: too long for it, or switched off. */
static bool has_nothing_to_ask(const struct app *app) {
    return app->round.count == 0 && !app->operated.stopped;
}

/* Only what is to be done: while there is nothing, it is not there. */
static bool needs_attention(const struct app *app, const struct app_world *world) {
    return has_nothing_to_ask(app) || has_findings(world->machine) || is_mute(world->machine) ||
           is_troubled(world) || app->operated.reload;
}

static void add_attention(struct flow *flow, struct arena *arena, const struct app *app,
                          const struct app_world *world) {
    const struct machine *machine = world->machine;
    if (!needs_attention(app, world)) return;
    desk_head(flow, WORD_ATTENTION);
    if (has_nothing_to_ask(app)) desk_line(flow, word_get(WORD_TROUBLE_NO_QUESTION), COLOR_WRONG);
    if (world->report) add_host(flow, arena, &world->report->trouble);
    if (is_mute(machine)) desk_line(flow, word_get(WORD_TROUBLE_SOUND), COLOR_WRONG);
    if (has_findings(machine))
        desk_line(flow, word_numbers(arena, WORD_CHECK_FINDINGS, machine->errors, machine->warnings),
                  COLOR_WRONG);
    if (app->operated.reload == 1) desk_line(flow, word_get(WORD_RELOADED), COLOR_INK2);
    if (app->operated.reload == 2) desk_line(flow, word_get(WORD_NOT_RELOADED), COLOR_WRONG);
}

/* All in one block, a line each: pages take care of many. */
static struct str all_packs(struct arena *arena, const struct content *content) {
    struct buf out;
    buf_init(&out);
    for (uint32_t i = 0; i < content->pack_count; i++) {
        const struct pack *pack = &content->packs[i];
        buf_printf(&out, "%s%s　%s　%04X", i ? "\n" : "", pack->title, pack->version,
                   (unsigned)(pack->fingerprint >> 48));
        if (!pack->is_played) buf_printf(&out, "　%s", word_get(WORD_PACK_UNUSED).at);
    }
    struct str text = {arena_text(arena, out.at, out.len), out.len};
    buf_finish(&out);
    return text;
}

static void add_packs(struct flow *flow, struct arena *arena, const struct content *content,
                      const struct machine *machine) {
    desk_head(flow, WORD_PACKS_TODAY);
    desk_line(flow, all_packs(arena, content), COLOR_INK2);
    if (machine && machine->checked && !has_findings(machine))
        desk_line(flow, word_get(WORD_CHECK_CLEAN), COLOR_INK2);
}

/* What is done */

struct key {
    uint8_t row, column, columns;
    enum word word;
    enum control control;
};
static const struct key keys[] = {
    {0, 0, 3, WORD_THEME_LIGHT, CONTROL_LIGHT},       {0, 1, 3, WORD_THEME_DARK, CONTROL_DARK},
    {0, 2, 3, WORD_THEME_CONTRAST, CONTROL_CONTRAST}, {1, 0, 3, WORD_QUIETER, CONTROL_QUIETER},
    {1, 1, 3, WORD_LOUDER, CONTROL_LOUDER},           {1, 2, 3, WORD_TEST_SCREEN, CONTROL_TEST},
    {2, 0, 2, WORD_RELOAD, CONTROL_RELOAD},           {2, 1, 2, WORD_CHANGE_PIN, CONTROL_NEW_PIN},
};
/* With a theme of the site's own. */
static const struct key more_keys[] = {
    {0, 0, 3, WORD_THEME_LIGHT, CONTROL_LIGHT},       {0, 1, 3, WORD_THEME_DARK, CONTROL_DARK},
    {0, 2, 3, WORD_THEME_CONTRAST, CONTROL_CONTRAST}, {1, 0, 3, WORDS, CONTROL_OWN_THEME},
    {1, 1, 3, WORD_QUIETER, CONTROL_QUIETER},         {1, 2, 3, WORD_LOUDER, CONTROL_LOUDER},
    {2, 0, 3, WORD_TEST_SCREEN, CONTROL_TEST},        {2, 1, 3, WORD_RELOAD, CONTROL_RELOAD},
    {2, 2, 3, WORD_CHANGE_PIN, CONTROL_NEW_PIN},
};
enum { KEYS = sizeof keys / sizeof keys[0], MORE_KEYS = sizeof more_keys / sizeof more_keys[0], ROWS = 5 };

static bool is_asleep(const struct app *app, enum control control) {
    if (control == CONTROL_QUIETER) return app->ui.volume == 0;
    if (control == CONTROL_LOUDER) return app->ui.volume >= VOLUME_MOST;
    return false;
}

static enum button_look look_of(const struct app *app, enum control control) {
    bool chosen = control == (enum control)(CONTROL_LIGHT + app->ui.theme);
    return chosen ? BUTTON_CHOSEN : BUTTON_SECOND;
}

static struct message control_of(enum control control) {
    return message_of(MSG_CONTROL, (int32_t)control);
}

static void paint_way_back(struct view *view, const struct app *app, struct box box) {
    bool stopped = app->operated.stopped;
    desk_key(view, box, BUTTON_PRIMARY, word_get(stopped ? WORD_GO_ON_SHOW : WORD_BACK_TO_SHOW),
             stopped ? control_of(CONTROL_GO_ON) : message_of(MSG_HOME, 0), false);
}

/* While it is stopped, going on is what is offered, and leaving keeps it stopped. */
static void paint_ways_out(struct view *view, const struct app *app, struct box box) {
    bool stopped = app->operated.stopped;
    desk_key(view, desk_cell(box, 2, ROWS, 0, 3), BUTTON_SECOND,
             word_get(stopped ? WORD_STAY_STOPPED : WORD_STOP_SHOW),
             stopped ? message_of(MSG_HOME, 0) : control_of(CONTROL_STOP), false);
    desk_key(view, desk_cell(box, 2, ROWS, 1, 3), BUTTON_SECOND,
             word_get(app->operated.leaving ? WORD_QUIT_SURE : WORD_QUIT), control_of(CONTROL_QUIT), false);
    paint_way_back(view, app, desk_cell(box, 1, ROWS, 0, 4));
}

static void paint_keys(struct view *view, const struct app *app, const struct app_world *world,
                       struct box box) {
    bool more = has_own_theme(world);
    for (uint32_t i = 0; i < (more ? MORE_KEYS : KEYS); i++) {
        const struct key *key = more ? &more_keys[i] : &keys[i];
        bool own = key->control == CONTROL_OWN_THEME;
        desk_key(view, desk_cell(box, key->columns, ROWS, key->column, key->row), look_of(app, key->control),
                 own ? str_of(world->machine->own_theme) : word_get(key->word), control_of(key->control),
                 is_asleep(app, key->control));
    }
    paint_ways_out(view, app, box);
}

/* Pages: the day with its questions, the machine with what is done there, the plan with the stick. What needs
   somebody stands with the machine, and comes first then. */

struct pages {
    uint32_t day, machine, plan; /* how many of each */
    bool machine_first;
};

static struct message more_message(void) {
    return message_of(MSG_MORE, 0);
}

/* The key to the further pages stands at the top of the keys, within reach. */
static struct box paint_pages(struct view *view, const struct app *app, uint32_t pages, struct box box) {
    enum { KEY = 1000, GAP = 300 };
    if (pages <= 1) return box;
    desk_key(view, (struct box){box.x, box.y, box.w, KEY}, BUTTON_SECOND,
             word_numbers(view->arena, WORD_MORE, app->ui.page % pages + 1, pages), more_message(), false);
    return (struct box){box.x, box.y + KEY + GAP, box.w, box.h - KEY - GAP};
}

/* Below the questions. */
static void paint_day_keys(struct view *view, const struct app *app, uint32_t pages, struct box box) {
    desk_key(view, desk_cell(box, 2, 1, 0, 0), BUTTON_SECOND,
             word_numbers(view->arena, WORD_MORE, app->ui.page % pages + 1, pages), more_message(), false);
    paint_way_back(view, app, desk_cell(box, 2, 1, 1, 0));
}

static struct box questions_box(const struct desk *desk) {
    enum { KEYS_HIGH = 1270 };
    return (struct box){desk->touch.x, desk->touch.y, desk->touch.w, desk->touch.h - KEYS_HIGH};
}

static struct pages pages_of(const struct app *app, const struct app_world *world, const struct desk *desk,
                             const struct flow *flow) {
    struct pages pages = {.machine = flow->pages, .plan = 1, .machine_first = needs_attention(app, world)};
    if (world->report && world->report->known)
        pages.day = admin_items_pages(world->report, questions_box(desk));
    return pages;
}

static void paint_day(struct view *view, const struct app *app, const struct report *report,
                      const struct desk *desk, uint32_t page, uint32_t pages) {
    struct box questions = questions_box(desk), touch = desk->touch;
    admin_day_paint(view, &report->day, desk->text);
    admin_items_paint(view, report, page, questions);
    touch.y = questions.y + questions.h + 150;
    touch.h -= questions.h + 150;
    paint_day_keys(view, app, pages, touch);
}

static void paint_plan(struct view *view, const struct app *app, const struct app_world *world,
                       const struct desk *desk, uint32_t pages) {
    struct box stick = paint_pages(view, app, pages, desk->touch),
               back = desk_cell(stick, 1, ROWS, 0, ROWS - 1);
    admin_plan_paint(view, app, world, desk->text);
    paint_way_back(view, app, back);
    stick.h = back.y - 250 - stick.y;
    admin_stick_paint(view, world, stick);
}

static void paint_panel_page(const struct app *app, const struct app_world *world, struct view *view) {
    struct desk desk = desk_begin(view, app, word_get(app->operated.stopped ? WORD_STOPPED : WORD_PAUSED));
    struct flow *flow = ARENA_NEW(view->arena, struct flow);
    add_attention(flow, view->arena, app, world);
    add_machine(flow, view, app, world);
    add_packs(flow, view->arena, world->content, world->machine);
    flow_fit(view, flow, desk.text.w, desk.text.h);
    struct pages pages = pages_of(app, world, &desk, flow);
    uint32_t all = pages.day + pages.machine + pages.plan, page = app->ui.page % all;
    if (pages.machine_first) page = (page + pages.day) % all;
    if (page < pages.day) {
        paint_day(view, app, world->report, &desk, page, all);
        return;
    }
    if (page >= pages.day + pages.machine) {
        paint_plan(view, app, world, &desk, all);
        return;
    }
    flow_paint(view, flow, desk.text, page - pages.day);
    paint_keys(view, app, world, paint_pages(view, app, all, desk.touch));
}

/* The screen test */

static void paint_whole(struct view *view, enum color color) {
    struct draw_command *whole = draw_add(view->list, DRAW_RECT, ROLE_PICTURE, color);
    whole->w = view->display.w;
    whole->h = view->display.h;
}

/* Squares stay square, the outermost line is the outermost pixel, and a circle is round. */
static void paint_grid(struct view *view) {
    int32_t w = view_width(view), h = view_height(view), pitch = 1000;
    paint_whole(view, COLOR_STREET);
    for (int32_t x = w / 2 % pitch; x < w; x += pitch)
        paint_rect(view, ROLE_PICTURE, COLOR_ON_STREET2, (struct box){x, 0, 12, h}, 0);
    for (int32_t y = h / 2 % pitch; y < h; y += pitch)
        paint_rect(view, ROLE_PICTURE, COLOR_ON_STREET2, (struct box){0, y, w, 12}, 0);
    paint_round(view, ROLE_PICTURE, COLOR_LAMP, (struct spot){w / 2, h / 2}, 4800, 4800, 36);
    struct draw_command *edge = draw_add(view->list, DRAW_FRAME, ROLE_PICTURE, COLOR_ON_STREET);
    edge->w = view->display.w;
    edge->h = view->display.h;
    edge->stroke = 2;
}

static void paint_test(const struct app *app, struct view *view) {
    static const enum color colors[TESTS] = {COLOR_STREET, COLOR_STREET, COLOR_SEAL,
                                             COLOR_RIGHT,  COLOR_PLATE,  COLOR_ON_PLATE};
    if (app->operated.test == 1)
        paint_grid(view);
    else
        paint_whole(view, colors[app->operated.test % TESTS]);
    struct panel screen = {.w = view->display.w, .h = view->display.h};
    draw_region(view->list, ROLE_PRIMARY, screen, control_of(CONTROL_TEST));
}

void admin_view(const struct app *app, const struct app_world *world, struct view *view) {
    if (app->operated.test)
        paint_test(app, view);
    else
        paint_panel_page(app, world, view);
}
