#include "app/lesson.h"

#include <string.h>

#include "app/topics.h"

uint32_t lesson_topic_cards(const struct app *app, const struct app_world *world, const char *name) {
    for (uint32_t i = 0; i < world->content->topic_count; i++)
        if (!strcmp(world->content->topics[i], name)) return topic_cards(app, world, i);
    return 0;
}

const char *lesson_topic_name(const struct app *app, const struct app_world *world, uint32_t nth) {
    const struct content *content = world->content;
    const char *first = content->settings.topic;
    if (*first && nth == 1) return first;
    uint32_t place = *first ? 1 : 0;
    for (uint32_t i = 0; i < content->topic_count; i++) {
        const char *name = content->topics[i];
        if (!*name || !strcmp(name, first) || topic_card(app, world, i, -1, 1) < 0) continue;
        if (++place == nth) return name;
    }
    return NULL;
}

const char *lesson_topic(const struct app *app, const struct app_world *world) {
    return lesson_topic_name(app, world, app->topic);
}

static bool shows_card(const struct app *app, const struct app_world *world, const char *topic,
                       int32_t card) {
    if (!app_shows_card(app, world, card)) return false;
    return !topic || !strcmp(world->content->cards[card].record.topic, topic);
}

/* -1: no card that way. */
static int32_t next_card(const struct app *app, const struct app_world *world, int32_t from, int32_t step) {
    const char *topic = lesson_topic(app, world);
    int32_t count = (int32_t)world->content->card_count;
    for (int32_t card = from + step; card >= 0 && card < count; card += step)
        if (shows_card(app, world, topic, card)) return card;
    return -1;
}

static bool show_card(struct app *app, int32_t card) {
    if (card < 0) return false;
    app->card = (uint16_t)card;
    app_show(app, SCREEN_CARD);
    return true;
}

void lesson_begin(struct app *app, const struct app_world *world, uint32_t topic) {
    app->topic = (uint16_t)(lesson_topic_name(app, world, topic) ? topic : 0);
    app_new_round(app, world);
    if (app->screen == SCREEN_QUESTION) show_card(app, next_card(app, world, -1, 1));
}

void lesson_turn_card(struct app *app, const struct app_world *world, int32_t step) {
    bool shown = show_card(app, next_card(app, world, app->card, step < 0 ? -1 : 1));
    if (!shown && step > 0) lesson_ask_on(app, world);
}

void lesson_ask_on(struct app *app, const struct app_world *world) {
    const struct asked *asked = round_current(&app->round);
    if (asked && asked->state == ASKED_OPEN)
        app_show(app, SCREEN_QUESTION);
    else
        app_new_round(app, world);
}

bool lesson_has_card_before(const struct app *app, const struct app_world *world) {
    return next_card(app, world, app->card, -1) >= 0;
}

uint32_t lesson_card_place(const struct app *app, const struct app_world *world, uint32_t *count) {
    const char *topic = lesson_topic(app, world);
    uint32_t place = 0;
    *count = 0;
    for (int32_t i = 0; i < (int32_t)world->content->card_count; i++) {
        if (!shows_card(app, world, topic, i)) continue;
        ++*count;
        if (i <= app->card) place++;
    }
    return place;
}

/* Looking back */

uint32_t lesson_shown(const struct app *app) {
    return app->round.count - 1u - app->back;
}

static int32_t last_card(const struct app *app, const struct app_world *world) {
    return next_card(app, world, (int32_t)world->content->card_count, -1);
}

bool lesson_may_look_back(const struct app *app, const struct app_world *world) {
    if (app->back + 1u < app->round.count) return true;
    return app->screen == SCREEN_QUESTION && last_card(app, world) >= 0;
}

bool lesson_look_back(struct app *app, const struct app_world *world) {
    if (app->back + 1u >= app->round.count)
        return app->screen == SCREEN_QUESTION && show_card(app, last_card(app, world));
    uint8_t back = (uint8_t)(app->back + 1);
    app_show(app, SCREEN_FEEDBACK);
    app->back = back;
    return true;
}

bool lesson_look_on(struct app *app) {
    if (!app->back) return false;
    uint8_t back = (uint8_t)(app->back - 1);
    bool open = back == 0 && round_current(&app->round)->state == ASKED_OPEN;
    app_show(app, open ? SCREEN_QUESTION : SCREEN_FEEDBACK);
    app->back = back;
    return true;
}

/* Of the whole */

static bool was_missed_twice(const struct round *round, uint32_t index) {
    for (uint32_t i = index + 1; i < round->count; i++)
        if (round->asked[i].return_of == index + 1) return round->asked[i].state == ASKED_WRONG;
    return false;
}

bool lesson_hardest(const struct round *round, uint32_t *index) {
    uint64_t most = 0;
    for (uint32_t i = 0; i < round->count; i++) {
        const struct asked *asked = &round->asked[i];
        if (asked->state != ASKED_WRONG || asked->return_of) continue;
        uint64_t hard = 1 + (uint64_t)asked->millis + ((uint64_t)was_missed_twice(round, i) << 40);
        if (hard <= most) continue;
        most = hard;
        *index = i;
    }
    return most > 0;
}
