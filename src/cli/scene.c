#include "cli/scene.h"

#include <assert.h>
#include <string.h>

/* The state with the message that comes next. */
struct rehearsal {
    const struct scene *scene;
    struct app *app;
    const struct app_world *world;
};

static void tell(struct rehearsal *rehearsal, struct message message) {
    struct effects effects = {0};
    app_update(rehearsal->app, rehearsal->world, &message, &effects);
}

/* A second after the last: nothing is within the touch lock. */
static void act(struct rehearsal *rehearsal, enum message_type type, int32_t value) {
    tell(rehearsal, (struct message){.type = type, .value = value, .time = rehearsal->app->now + 1000});
}

static void wait_until(struct rehearsal *rehearsal, bool (*reached)(const struct rehearsal *)) {
    for (uint32_t i = 0; i < 200 && !reached(rehearsal); i++) {
        uint64_t next = app_deadline(rehearsal->app, rehearsal->world);
        if (next == UINT64_MAX) return;
        tell(rehearsal, (struct message){.type = MSG_TICK, .time = next});
    }
}

static void choose(struct rehearsal *rehearsal, bool right) {
    const struct asked *asked = round_current(&rehearsal->app->round);
    struct app *app = rehearsal->app;
    for (uint32_t i = 0; i < asked->key.count && app->screen != SCREEN_FEEDBACK; i++) {
        int32_t pick = asked->key.picks[i];
        act(rehearsal, MSG_ANSWER, right ? pick : (pick + 1) % asked->option_count);
    }
    if (app->screen != SCREEN_FEEDBACK) act(rehearsal, MSG_CONFIRM, 0);
}

static bool at_first_question(struct rehearsal *rehearsal) {
    act(rehearsal, MSG_AGAIN, 0);
    if (rehearsal->app->screen == SCREEN_ATTRACT) act(rehearsal, MSG_NEXT, 0);
    return rehearsal->app->screen == SCREEN_QUESTION;
}

/* Answers questions until the wanted one is up; the first ones wrong, so many as were asked for. */
static bool go_on_to(struct rehearsal *rehearsal, uint64_t question) {
    const struct scene *scene = rehearsal->scene;
    for (uint64_t i = 1; i < question; i++) {
        choose(rehearsal, i > scene->values[SCENE_MISSED]);
        act(rehearsal, MSG_NEXT, 0);
        if (rehearsal->app->screen == SCREEN_RESULT) return true;
    }
    return true;
}

static uint64_t wanted_question(const struct rehearsal *rehearsal) {
    uint64_t question = rehearsal->scene->values[SCENE_QUESTION];
    return question ? question : 1;
}

/* What is too long for one page. */
static void turn_pages(struct rehearsal *rehearsal) {
    for (uint64_t i = 0; i < rehearsal->scene->values[SCENE_PAGE]; i++) act(rehearsal, MSG_MORE, 0);
}

static bool at_page(const struct rehearsal *rehearsal) {
    return rehearsal->app->attract == rehearsal->scene->values[SCENE_PAGE];
}

static bool enter_attract(struct rehearsal *rehearsal) {
    wait_until(rehearsal, at_page);
    return rehearsal->app->screen == SCREEN_ATTRACT;
}

static bool enter_question(struct rehearsal *rehearsal) {
    if (!at_first_question(rehearsal)) return false;
    go_on_to(rehearsal, wanted_question(rehearsal));
    turn_pages(rehearsal);
    return rehearsal->app->screen == SCREEN_QUESTION;
}

static bool enter_feedback(struct rehearsal *rehearsal) {
    if (!at_first_question(rehearsal)) return false;
    go_on_to(rehearsal, wanted_question(rehearsal));
    choose(rehearsal, wanted_question(rehearsal) > rehearsal->scene->values[SCENE_MISSED]);
    turn_pages(rehearsal);
    return rehearsal->app->screen == SCREEN_FEEDBACK;
}

static bool enter_result(struct rehearsal *rehearsal) {
    if (!at_first_question(rehearsal)) return false;
    go_on_to(rehearsal, 64);
    return rehearsal->app->screen == SCREEN_RESULT;
}

static bool enter_review(struct rehearsal *rehearsal) {
    if (!enter_result(rehearsal)) return false;
    act(rehearsal, MSG_REVIEW, (int32_t)rehearsal->scene->values[SCENE_PAGE]);
    return rehearsal->app->screen == SCREEN_REVIEW;
}

static bool enter_cards(struct rehearsal *rehearsal) {
    act(rehearsal, MSG_CARDS, 0);
    bool lesson = app_is_attended(rehearsal->app) && rehearsal->app->screen == SCREEN_CARD;
    for (uint64_t i = 0; i < rehearsal->scene->values[SCENE_PAGE]; i++)
        act(rehearsal, lesson ? MSG_NEXT : MSG_MORE, 0);
    return lesson || rehearsal->app->screen == SCREEN_CARDS;
}

static bool enter_card(struct rehearsal *rehearsal) {
    if (app_is_attended(rehearsal->app)) return enter_cards(rehearsal);
    act(rehearsal, MSG_CARDS, 0);
    act(rehearsal, MSG_CARD, (int32_t)rehearsal->scene->values[SCENE_PAGE]);
    return rehearsal->app->screen == SCREEN_CARD;
}

static bool is_asking(const struct rehearsal *rehearsal) {
    return rehearsal->app->asking;
}

static bool enter_idle(struct rehearsal *rehearsal) {
    if (!enter_question(rehearsal)) return false;
    wait_until(rehearsal, is_asking);
    return rehearsal->app->asking;
}

static bool enter_about(struct rehearsal *rehearsal) {
    act(rehearsal, MSG_ABOUT, 0);
    turn_pages(rehearsal);
    return rehearsal->app->screen == SCREEN_ABOUT;
}

static bool enter_holding(struct rehearsal *rehearsal) {
    act(rehearsal, MSG_HOLD, 1);
    return rehearsal->app->screen == SCREEN_HOLDING;
}

static bool enter_code(struct rehearsal *rehearsal) {
    if (!enter_result(rehearsal)) return false;
    act(rehearsal, MSG_CODE, 0);
    return rehearsal->app->screen == SCREEN_CODE;
}

/* What the host would say. */
static void hear(struct rehearsal *rehearsal, enum pin_news news) {
    tell(rehearsal, (struct message){.type = MSG_PIN, .value = (int32_t)news, .time = rehearsal->app->now});
}

static bool enter_pin(struct rehearsal *rehearsal) {
    tell(rehearsal, (struct message){.type = MSG_OPERATOR, .time = rehearsal->app->now});
    hear(rehearsal, PIN_SET);
    return rehearsal->app->screen == SCREEN_PIN;
}

static bool enter_admin(struct rehearsal *rehearsal) {
    enter_pin(rehearsal);
    for (int32_t i = 0; i < PIN_DIGITS; i++) act(rehearsal, MSG_DIGIT, i);
    hear(rehearsal, PIN_RIGHT);
    turn_pages(rehearsal);
    return rehearsal->app->screen == SCREEN_ADMIN;
}

/* One of two picks, a second after whatever was last. */
static void choose_for(struct rehearsal *rehearsal, uint8_t player, bool right) {
    const struct asked *asked = round_current(&rehearsal->app->round);
    int32_t pick = asked->key.picks[0];
    tell(rehearsal, (struct message){.type = MSG_ANSWER,
                                     .player = player,
                                     .value = right ? pick : (pick + 1) % asked->option_count,
                                     .time = rehearsal->app->now + 1000});
}

/* The first player misses the first questions, the second one the last. */
static void choose_for_both(struct rehearsal *rehearsal, uint64_t number) {
    uint64_t missed = rehearsal->scene->values[SCENE_MISSED], planned = rehearsal->app->round.planned;
    choose_for(rehearsal, 1, number > missed);
    choose_for(rehearsal, 2, number + missed <= planned);
}

static bool enter_duo(struct rehearsal *rehearsal) {
    act(rehearsal, MSG_DUO, 0);
    for (uint64_t i = 1; i < wanted_question(rehearsal) && rehearsal->app->screen == SCREEN_DUO; i++) {
        choose_for_both(rehearsal, i);
        act(rehearsal, MSG_NEXT, 0);
    }
    return rehearsal->app->screen == SCREEN_DUO;
}

static bool enter_duo_waiting(struct rehearsal *rehearsal) {
    if (!enter_duo(rehearsal)) return false;
    choose_for(rehearsal, 1, true);
    return rehearsal->app->screen == SCREEN_DUO;
}

static bool enter_duo_feedback(struct rehearsal *rehearsal) {
    if (!enter_duo(rehearsal)) return false;
    choose_for_both(rehearsal, wanted_question(rehearsal));
    return rehearsal->app->screen == SCREEN_DUO_FEEDBACK;
}

static bool enter_duo_result(struct rehearsal *rehearsal) {
    if (!enter_duo(rehearsal)) return false;
    for (uint64_t i = wanted_question(rehearsal); rehearsal->app->screen == SCREEN_DUO; i++) {
        choose_for_both(rehearsal, i);
        act(rehearsal, MSG_NEXT, 0);
    }
    return rehearsal->app->screen == SCREEN_DUO_RESULT;
}

static bool enter_duo_review(struct rehearsal *rehearsal) {
    if (!enter_duo_result(rehearsal)) return false;
    act(rehearsal, MSG_REVIEW, 0);
    return rehearsal->app->screen == SCREEN_DUO_REVIEW;
}

struct scene_row {
    const char *name;
    bool (*enter)(struct rehearsal *rehearsal);
    uint64_t missed; /* when not said: a review needs something to review */
};
static const struct scene_row scenes[] = {
    {"attract", enter_attract, 0},
    {"question", enter_question, 0},
    {"feedback", enter_feedback, 0},
    {"result", enter_result, 1},
    {"review", enter_review, 1},
    {"cards", enter_cards, 0},
    {"card", enter_card, 0},
    {"idle", enter_idle, 0},
    {"about", enter_about, 0},
    {"holding", enter_holding, 0},
    {"code", enter_code, 1},
    {"pin", enter_pin, 0},
    {"admin", enter_admin, 0},
    {"duo", enter_duo, 0},
    {"duo-waiting", enter_duo_waiting, 0},
    {"duo-feedback", enter_duo_feedback, 1},
    {"duo-result", enter_duo_result, 1},
    {"duo-review", enter_duo_review, 1},
};
enum { SCENES = sizeof scenes / sizeof scenes[0] };

static const char *const key_names[] = {"question", "missed", "page",    "rounds",
                                        "right",    "focus",  "pressed", "day"};
_Static_assert(sizeof key_names / sizeof key_names[0] == SCENE_KEYS, "every key has a name");

const char *scene_key_name(enum scene_key key) {
    return key_names[key];
}

const char *scene_name(int index) {
    return index >= 0 && index < SCENES ? scenes[index].name : NULL;
}

static const struct scene_row *find_scene(const char *name) {
    for (int i = 0; i < SCENES; i++)
        if (strcmp(scenes[i].name, name) == 0) return &scenes[i];
    return NULL;
}

bool scene_exists(const char *name) {
    return find_scene(name);
}

static void begin(struct rehearsal *rehearsal) {
    const struct scene *scene = rehearsal->scene;
    uint64_t day = scene->values[SCENE_DAY];
    app_init(rehearsal->app);
    tell(rehearsal, (struct message){.type = MSG_START,
                                     .value = (int32_t)scene->mode,
                                     .seed = scene->seed,
                                     .day = day ? (uint32_t)day : 20240909});
    tell(rehearsal, (struct message){.type = MSG_FIGURES,
                                     .value = (int32_t)scene->values[SCENE_ROUNDS],
                                     .seed = scene->values[SCENE_RIGHT]});
    if (scene->large) act(rehearsal, MSG_LARGE, 1);
}

bool scene_enter(const char *name, const struct scene *scene, struct app *app,
                 const struct app_world *world) {
    const struct scene_row *row = find_scene(name);
    assert(row);
    struct scene filled = *scene;
    if (!filled.values[SCENE_MISSED]) filled.values[SCENE_MISSED] = row->missed;
    struct rehearsal rehearsal = {&filled, app, world};
    begin(&rehearsal);
    bool reached = row->enter(&rehearsal);
    app->ui.focus = (uint16_t)scene->values[SCENE_FOCUS];
    app->ui.pressed[0] = (uint16_t)scene->values[SCENE_PRESSED];
    return reached;
}
