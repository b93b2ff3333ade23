#include "app/wait.h"

#include "app/duo.h"

/* Seconds without a sign of a person, and seconds that 「还在吗？」 then stays. 大字 doubles both: who needs
 * it reads slower. */
static const struct patience {
    enum expiry expiry;
    uint8_t idle_s, asking_s;
} patience[] = {
    [SCREEN_HOLDING] = {EXPIRY_NEVER, 0, 0},    [SCREEN_ATTRACT] = {EXPIRY_STEP, 0, 0},
    [SCREEN_QUESTION] = {EXPIRY_ASK, 30, 10},   [SCREEN_FEEDBACK] = {EXPIRY_STEP, 0, 0},
    [SCREEN_RESULT] = {EXPIRY_HOME, 20, 0},     [SCREEN_REVIEW] = {EXPIRY_ASK, 45, 10},
    [SCREEN_CARDS] = {EXPIRY_ASK, 45, 10},      [SCREEN_CARD] = {EXPIRY_ASK, 45, 10},
    [SCREEN_ABOUT] = {EXPIRY_ASK, 45, 10},      [SCREEN_CODE] = {EXPIRY_ASK, 45, 10},
    [SCREEN_PIN] = {EXPIRY_HOME, 30, 0},        [SCREEN_ADMIN] = {EXPIRY_HOME, 120, 0},
    [SCREEN_DUO] = {EXPIRY_ASK, 30, 10},        [SCREEN_DUO_FEEDBACK] = {EXPIRY_STEP, 0, 0},
    [SCREEN_DUO_RESULT] = {EXPIRY_HOME, 20, 0}, [SCREEN_DUO_REVIEW] = {EXPIRY_ASK, 45, 10},
};
_Static_assert(sizeof patience / sizeof *patience == SCREENS, "a row for each screen");

/* The loop is to be under 40 s: whoever comes by sees the question within that time. */
static const uint8_t page_s[] = {[ATTRACT_QUESTION] = 10,
                                 [ATTRACT_CARD] = 8,
                                 [ATTRACT_THEME] = 6,
                                 [ATTRACT_FIGURES] = 6,
                                 [ATTRACT_BOARD] = 6};
_Static_assert(sizeof page_s / sizeof *page_s == ATTRACT_PAGES, "a time for each page");

/* So long one of two waits for the other, and only half as long for one who seems to be gone. */
enum { OTHER_S = 20 };

enum { FEEDBACK_S = 6, FEEDBACK_MOST_S = 20, READ_A_SECOND = 5 };

static uint64_t seconds(uint64_t s) {
    return s * 1000;
}

/* A site may have its own times (kiosk.json). */
static uint32_t site_idle_s(const struct settings *settings, enum screen_id screen) {
    switch (screen) {
    case SCREEN_QUESTION:
    case SCREEN_DUO:
        return settings->question_idle_s;
    case SCREEN_RESULT:
    case SCREEN_DUO_RESULT:
        return settings->result_idle_s;
    case SCREEN_REVIEW:
    case SCREEN_DUO_REVIEW:
    case SCREEN_CARDS:
    case SCREEN_CARD:
    case SCREEN_ABOUT:
    case SCREEN_CODE:
        return settings->card_idle_s;
    default:
        return 0;
    }
}

static uint64_t idle_millis(const struct app *app, const struct app_world *world, enum screen_id screen) {
    uint32_t site = site_idle_s(&world->content->settings, screen);
    return seconds(site ? site : patience[screen].idle_s) << app->large;
}

static uint64_t asking_millis(const struct app *app, enum screen_id screen) {
    return seconds(patience[screen].asking_s) << app->large;
}

/* Long enough to read why. */
static uint64_t feedback_millis(const struct app *app) {
    const struct asked *asked = round_current(&app->round);
    uint64_t s = FEEDBACK_S + (asked ? asked->explanation_chars / READ_A_SECOND : 0);
    return seconds(s < FEEDBACK_MOST_S ? s : FEEDBACK_MOST_S);
}

static struct wait wait_for_the_other(const struct app *app) {
    uint64_t millis = seconds(OTHER_S) << app->large;
    return (struct wait){EXPIRY_STEP, duo_waits_since(app), duo_seems_gone(app) ? millis / 2 : millis};
}

static bool is_feedback(enum screen_id screen) {
    return screen == SCREEN_FEEDBACK || screen == SCREEN_DUO_FEEDBACK;
}

struct wait wait_of(const struct app *app, const struct app_world *world) {
    bool waits = !app_is_attended(app) || app_is_operated(app);
    if (!app->started || !waits) return (struct wait){EXPIRY_NEVER, 0, 0};
    if (app->asking) return (struct wait){EXPIRY_HOME, app->asking_at, asking_millis(app, app->screen)};
    if (app->screen == SCREEN_ATTRACT)
        return (struct wait){EXPIRY_STEP, app->page_at, seconds(page_s[app->attract])};
    if (duo_awaited(app)) return wait_for_the_other(app);
    if (is_feedback(app->screen)) return (struct wait){EXPIRY_STEP, app->fed_at, feedback_millis(app)};
    return (struct wait){patience[app->screen].expiry, app->fed_at, idle_millis(app, world, app->screen)};
}

uint64_t wait_deadline(const struct wait *wait) {
    if (wait->expiry == EXPIRY_NEVER || wait->since > UINT64_MAX - wait->millis) return UINT64_MAX;
    return wait->since + wait->millis;
}

bool wait_is_over(const struct wait *wait, uint64_t now) {
    return wait->expiry != EXPIRY_NEVER && now - wait->since >= wait->millis;
}

static uint32_t lamps_out(const struct app *app) {
    uint64_t whole = asking_millis(app, app->screen), gone = app->now - app->asking_at;
    return gone < whole ? (uint32_t)(gone * APP_LAMPS / whole) : APP_LAMPS;
}

uint64_t app_lamp_millis(const struct app *app) {
    return asking_millis(app, app->screen) / APP_LAMPS;
}

uint32_t app_lamps(const struct app *app) {
    return APP_LAMPS - lamps_out(app);
}

/* The next lamp goes out, and with the last one the visitor is gone. */
static struct wait next_lamp(const struct app *app, const struct wait *wait) {
    struct wait lamp = *wait;
    uint64_t out = lamps_out(app);
    if (out < APP_LAMPS) lamp.millis = (out + 1) * wait->millis / APP_LAMPS;
    return lamp;
}

uint64_t app_deadline(const struct app *app, const struct app_world *world) {
    struct wait wait = wait_of(app, world);
    if (app->asking) wait = next_lamp(app, &wait);
    return wait_deadline(&wait);
}

/* The longest wait of any screen; and feedback goes on by itself once, to a question or the result. */
uint64_t app_idle_bound(const struct app *app, const struct app_world *world) {
    uint64_t longest = 0;
    if (app_is_attended(app)) return 0;
    for (uint32_t i = 0; i < SCREENS; i++) {
        enum screen_id screen = (enum screen_id)i;
        bool operators = screen == SCREEN_PIN || screen == SCREEN_ADMIN;
        if (operators && !app_is_operated(app)) continue; /* no visitor gets there */
        uint64_t millis = idle_millis(app, world, screen) + asking_millis(app, screen);
        bool follows = screen == SCREEN_QUESTION || screen == SCREEN_RESULT || screen == SCREEN_DUO ||
                       screen == SCREEN_DUO_RESULT;
        if (screen == SCREEN_DUO || screen == SCREEN_DUO_RESULT) millis += seconds(OTHER_S) << app->large;
        if (follows) millis += seconds(FEEDBACK_MOST_S);
        if (millis > longest) longest = millis;
    }
    return longest;
}
