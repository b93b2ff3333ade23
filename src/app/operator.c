#include "app/operator.h"

#include <string.h>

/* After so many wrong tries a wait, doubled each time. */
enum { FIRST_WAIT_S = 30, DOUBLINGS = 6 };

bool app_is_operated(const struct app *app) {
    return app->screen == SCREEN_PIN || app->screen == SCREEN_ADMIN;
}

static void forget_digits(struct operator_state *operated) {
    operated->count = 0;
    memset(operated->digits, 0, sizeof operated->digits);
    memset(operated->again, 0, sizeof operated->again);
}

static void ask(struct app *app, enum pin_phase phase, enum pin_news news) {
    forget_digits(&app->operated);
    app->operated.phase = phase;
    app->operated.news = news;
}

void operator_forget(struct app *app) {
    const struct operator_state *operated = &app->operated;
    app->operated = (struct operator_state){
        .stopped = operated->stopped, .wrong = operated->wrong, .barred_until = operated->barred_until};
}

void operator_enter(struct app *app, struct effects *effects) {
    if (app_is_operated(app)) return;
    app_leave_round(app, effects);
    operator_forget(app);
    app->draft = (struct answer){0};
    app->large = false;
    app->fed_at = app->now;
    app_show(app, SCREEN_PIN);
    app_lock(app); /* the fingers are on the glass still */
    effect_add(effects, EFFECT_FIND_PIN, 0);
}

uint32_t app_pin_tries(const struct app *app) {
    return PIN_TRIES - app->operated.wrong % PIN_TRIES;
}

uint64_t app_pin_barred(const struct app *app) {
    uint64_t until = app->operated.barred_until;
    return until > app->now ? until - app->now : 0;
}

static void bar(struct app *app) {
    uint32_t waits = app->operated.wrong / PIN_TRIES - 1;
    uint64_t millis = (uint64_t)FIRST_WAIT_S * 1000 << (waits < DOUBLINGS ? waits : DOUBLINGS),
             room = UINT64_MAX - app->now;
    app->operated.barred_until = app->now + (millis < room ? millis : room);
}

/* As if it had not been switched off: whoever had to wait begins to wait anew. Told at the start, before
   anybody tries. */
void operator_remember(struct app *app, int32_t wrong) {
    if (wrong <= 0 || app->operated.wrong || app_is_operated(app)) return;
    app->operated.wrong = wrong < UINT16_MAX ? (uint16_t)wrong : UINT16_MAX;
    if (app->operated.wrong >= PIN_TRIES && app->operated.wrong % PIN_TRIES == 0) bar(app);
}

static void count_wrong(struct app *app) {
    ask(app, PIN_ENTER, PIN_WRONG);
    if (app->operated.wrong < UINT16_MAX) app->operated.wrong++;
    if (app->operated.wrong % PIN_TRIES == 0) bar(app);
}

static void let_in(struct app *app, struct effects *effects) {
    operator_forget(app);
    app->operated.wrong = 0;
    app->fed_at = app->now;
    app_show(app, SCREEN_ADMIN);
    app_lock(app);
    effect_add(effects, EFFECT_REPORT, 0);
}

/* Only what was asked for is heard. */
static void hear_found(struct app *app, int32_t news) {
    if (news == PIN_UNSET) ask(app, PIN_NEW, PIN_UNSET);
    if (news == PIN_SET) ask(app, PIN_ENTER, PIN_NOTHING);
    if (news == PIN_BROKEN) app->operated.news = PIN_BROKEN;
}

static void hear_checked(struct app *app, int32_t news, struct effects *effects) {
    if (news == PIN_RIGHT) let_in(app, effects);
    if (news == PIN_WRONG) count_wrong(app);
    if (news == PIN_BROKEN) ask(app, PIN_LOOKING, PIN_BROKEN);
}

static void hear_kept(struct app *app, int32_t news, struct effects *effects) {
    if (news == PIN_KEPT) let_in(app, effects);
    if (news == PIN_DIFFERS || news == PIN_WEAK || news == PIN_UNKEPT) ask(app, PIN_NEW, (enum pin_news)news);
}

void operator_hear(struct app *app, int32_t news, struct effects *effects) {
    if (app->screen != SCREEN_PIN) return;
    if (app->operated.phase == PIN_LOOKING)
        hear_found(app, news);
    else if (app->operated.phase == PIN_CHECKING)
        hear_checked(app, news, effects);
    else if (app->operated.phase == PIN_KEEPING)
        hear_kept(app, news, effects);
}

bool operator_is_typing(const struct app *app, const struct message *message) {
    return app->screen == SCREEN_PIN && (message->type == MSG_DIGIT || message->type == MSG_UNDO);
}

static bool takes_digits(const struct app *app) {
    uint8_t phase = app->operated.phase;
    return (phase == PIN_ENTER || phase == PIN_NEW || phase == PIN_REPEAT) && !app_pin_barred(app);
}

static void complete(struct operator_state *operated, struct effects *effects) {
    operated->count = 0;
    switch (operated->phase) {
    case PIN_ENTER:
        operated->phase = PIN_CHECKING;
        effect_add(effects, EFFECT_CHECK_PIN, 0);
        break;
    case PIN_NEW:
        operated->phase = PIN_REPEAT;
        operated->news = PIN_NOTHING;
        break;
    default:
        operated->phase = PIN_KEEPING;
        effect_add(effects, EFFECT_KEEP_PIN, 0);
        break;
    }
}

void app_pin_type(struct app *app, int32_t digit, struct effects *effects) {
    struct operator_state *operated = &app->operated;
    if (!takes_digits(app) || digit < 0 || digit > 9) return;
    uint8_t *digits = operated->phase == PIN_REPEAT ? operated->again : operated->digits;
    digits[operated->count++] = (uint8_t)digit;
    effect_add(effects, EFFECT_SOUND, SOUND_TOUCH);
    if (operated->count == PIN_DIGITS) complete(operated, effects);
}

void app_pin_undo(struct app *app, struct effects *effects) {
    if (app->operated.count == 0) return;
    app->operated.count--;
    effect_add(effects, EFFECT_SOUND, SOUND_TOUCH);
}

void app_pin_renew(struct app *app) {
    app_show(app, SCREEN_PIN);
    ask(app, PIN_NEW, PIN_NOTHING);
}
