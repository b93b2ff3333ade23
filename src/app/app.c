#include "app/app.h"

#include <string.h>

#include "app/duo.h"
#include "app/lesson.h"
#include "app/operator.h"
#include "app/wait.h"
#include "base/hash.h"
#include "quiz/sign.h"

enum { LOCK_MILLIS = 300, SHIFTS = 8 };

void app_init(struct app *app) {
    memset(app, 0, sizeof *app);
    app->ui.volume = VOLUME_USUAL;
}

bool app_is_attended(const struct app *app) {
    return !round_rules[app->mode].reveals_at_once;
}

static uint64_t end_of_lock(const struct app *app) {
    uint64_t room = UINT64_MAX - app->now;
    return app->now + (room < LOCK_MILLIS ? room : LOCK_MILLIS);
}

void app_lock(struct app *app) {
    app->locked_until = end_of_lock(app);
}

/* The focus stays with a page that is turned; what stands in its place on another one is something else. */
void app_show(struct app *app, enum screen_id screen) {
    if (app->screen != screen) app->ui.focus = 0;
    app->screen = screen;
    app->page_at = app->now;
    app->ui.page = 0;
    app->ui.at_card = false;
    app->asking = false;
    app->revealed = screen == SCREEN_FEEDBACK || screen == SCREEN_DUO_FEEDBACK;
    app->back = 0;
}

/* The next question, and nothing left of the last one. */
bool app_draw_question(struct app *app, const struct app_world *world) {
    app->draft = (struct answer){0};
    app->flagged = false;
    bool drawn = round_advance(&app->round, world->quiz);
    app->deck = app->round.next;
    return drawn;
}

/* A round of the next questions of the deck. False when there is nothing to ask. */
bool app_begin_round(struct app *app, const struct app_world *world) {
    app->unsaved = false;
    app->review = 0;
    app->figures.percentile = 0;
    round_begin(&app->round, app->mode, app->seed, app->deck);
    const char *topic = lesson_topic(app, world);
    app->round.topic = topic ? hash_of(str_of(topic)) : 0;
    return app_draw_question(app, world);
}

void app_new_round(struct app *app, const struct app_world *world) {
    app_show(app, app_begin_round(app, world) ? SCREEN_QUESTION : SCREEN_HOLDING);
}

void app_next_question(struct app *app, const struct app_world *world, struct effects *effects) {
    if (app_draw_question(app, world)) {
        app_show(app, SCREEN_QUESTION);
        return;
    }
    app->figures.rounds++;
    if (world->content->settings.board && app->mode == MODE_KIOSK)
        app->round.sign = sign_draw(app->round.seed, app->round.first);
    app_show(app, SCREEN_RESULT);
    effect_add(effects, EFFECT_SAVE_ROUND, 0);
    effect_add(effects, EFFECT_FIGURES, 0);
    effect_add(effects, EFFECT_SOUND, SOUND_RESULT);
}

void app_leave_round(struct app *app, struct effects *effects) {
    bool under_way = app->screen == SCREEN_QUESTION || app->screen == SCREEN_FEEDBACK;
    bool for_two = app->screen == SCREEN_DUO || app->screen == SCREEN_DUO_FEEDBACK;
    if ((!under_way && !for_two) || round_answered(&app->round) == 0) return;
    app->left = app->round;
    if (for_two)
        duo_save_rounds(app, true, effects);
    else
        effect_add(effects, EFFECT_SAVE_ROUND, 1);
}

/* Attract shows the first question of a round that begins when somebody answers it. What was shown counts as
 * seen. */
void app_attract(struct app *app, const struct app_world *world, struct effects *effects) {
    app->large = world->content->settings.large;
    app->topic = 0;
    app->attract = ATTRACT_QUESTION;
    operator_forget(app);
    if (app->operated.stopped) {
        app_show(app, SCREEN_HOLDING);
        return;
    }
    app_show(app, app_begin_round(app, world) ? SCREEN_ATTRACT : SCREEN_HOLDING);
    effect_add(effects, EFFECT_FIGURES, 0);
    effect_add(effects, EFFECT_RELOAD, 0);
}

static void go_home(struct app *app, const struct app_world *world, struct effects *effects) {
    app_leave_round(app, effects);
    app_attract(app, world, effects);
}

/* What is everybody's */

static void start(struct app *app, const struct app_world *world, const struct message *message,
                  struct effects *effects) {
    uint64_t now = app->now;
    struct ui ui = app->ui;
    struct operator_state operated = app->operated;
    if (message->value < 0 || message->value >= MODES) return;
    app_leave_round(app, effects);
    struct round left = app->left; /* not yet saved */
    app_init(app);
    app->left = left;
    app->started = true;
    app->mode = (enum mode)message->value;
    app->seed = message->seed;
    app->today = message->day;
    app->now = app->fed_at = now;
    app->ui.shift = (uint8_t)((ui.shift + 1) % SHIFTS);
    app->ui.theme = ui.theme;
    app->ui.volume = ui.volume;
    app->operated.wrong = operated.wrong;
    app->operated.barred_until = operated.barred_until;
    app_attract(app, world, effects);
}

static void ask_who_is_there(struct app *app, struct effects *effects) {
    app->asking = true;
    app->asking_at = app->now;
    effect_add(effects, EFFECT_SOUND, SOUND_IDLE);
}

/* At most one thing happens per tick, however far the clock jumped. */
static void tick(struct app *app, const struct app_world *world, const struct message *message,
                 struct effects *effects) {
    struct wait wait = wait_of(app, world);
    if (!wait_is_over(&wait, app->now)) return;
    if (wait.expiry == EXPIRY_ASK) ask_who_is_there(app, effects);
    if (wait.expiry == EXPIRY_HOME) go_home(app, world, effects);
    if (wait.expiry == EXPIRY_STEP) world->screens[app->screen].update(app, world, message, effects);
}

static void hold(struct app *app, const struct app_world *world, bool on, struct effects *effects) {
    app->operated.stopped = on;
    if (app_is_operated(app)) return; /* it shows when the operator leaves */
    if (on) {
        app_leave_round(app, effects);
        app->large = world->content->settings.large;
        app_show(app, SCREEN_HOLDING);
    }
    if (!on && app->screen == SCREEN_HOLDING) app_attract(app, world, effects);
}

/* Late news of the round before must not trouble the next visitor. */
static void note_unsaved(struct app *app) {
    if (round_answered(&app->round) > 0) app->unsaved = true;
}

static void take_figures(struct app *app, const struct message *message) {
    uint64_t most = UINT32_MAX;
    app->figures.rounds = message->value > 0 ? (uint32_t)message->value : 0;
    app->figures.right_answers = (uint32_t)(message->seed < most ? message->seed : most);
    app->figures.percentile = message->day <= 100 ? message->day : 100;
}

/* What stands on the attract screen is of the content before. */
static void hear_of_content(struct app *app, const struct app_world *world, bool new,
                            struct effects *effects) {
    if (app->screen == SCREEN_ADMIN)
        app->operated.reload = new ? 1 : 2;
    else if (new && app->screen == SCREEN_ATTRACT)
        app_attract(app, world, effects);
}

static void update_from_machine(struct app *app, const struct app_world *world, const struct message *message,
                                struct effects *effects) {
    switch (message->type) {
    case MSG_START:
        start(app, world, message, effects);
        break;
    case MSG_TICK:
        tick(app, world, message, effects);
        break;
    case MSG_HOLD:
        hold(app, world, message->value != 0, effects);
        break;
    case MSG_OPERATOR:
        operator_enter(app, effects);
        break;
    case MSG_PIN:
        operator_hear(app, message->value, effects);
        break;
    case MSG_TRIES:
        operator_remember(app, message->value);
        break;
    case MSG_RELOADED:
        hear_of_content(app, world, message->value != 0, effects);
        break;
    case MSG_UNSAVED:
        note_unsaved(app);
        break;
    case MSG_FIGURES:
        take_figures(app, message);
        break;
    default: /* MSG_SAVED: all is well */
        break;
    }
}

static void act(struct app *app, const struct app_world *world, const struct message *message,
                struct effects *effects) {
    if (message->type == MSG_LARGE && !app_is_operated(app))
        app->large = !app->large;
    else if (message->type == MSG_MORE)
        app->ui.page++;
    else if (message->type == MSG_HOME && app->screen != SCREEN_ATTRACT)
        go_home(app, world, effects);
    else
        world->screens[app->screen].update(app, world, message, effects);
}

/* On the attract screen every touch brings the question. */
static void wake(struct app *app) {
    if (app->screen != SCREEN_ATTRACT) return;
    app->attract = ATTRACT_QUESTION;
    app->page_at = app->now;
}

/* Two touch at the same time: each is locked for themselves. */
static bool is_locked(struct app *app, const struct message *message) {
    const struct seat *seat = duo_seat(app, message->player);
    return app->now < app->locked_until || (seat && app->now < seat->locked_until);
}

static void lock(struct app *app, const struct message *message) {
    struct seat *seat = duo_seat(app, message->player);
    if (operator_is_typing(app, message)) return;
    *(seat ? &seat->locked_until : &app->locked_until) = end_of_lock(app);
}

static void update_from_person(struct app *app, const struct app_world *world, const struct message *message,
                               struct effects *effects) {
    bool locked = is_locked(app, message);
    struct seat *seat = duo_seat(app, message->player);
    app->fed_at = app->now;
    if (seat) seat->seen_at = app->now;
    if (locked || app->screen == SCREEN_HOLDING) return;
    lock(app, message);
    if (app->asking)
        app->asking = false;
    else
        act(app, world, message, effects);
    wake(app);
}

/* This screen, and the two who share it; others have no part in this round. */
static bool takes_part(const struct app *app, const struct message *message) {
    return message->player == 0 || (duo_is_on(app) && message->player <= PLAYERS);
}

void app_update(struct app *app, const struct app_world *world, const struct message *message,
                struct effects *effects) {
    effects->count = 0;
    if (!app->started && message->type != MSG_START) return;
    if (message->time > app->now) app->now = message->time;
    if (!message_is_human(message->type))
        update_from_machine(app, world, message, effects);
    else if (takes_part(app, message))
        update_from_person(app, world, message, effects);
}
