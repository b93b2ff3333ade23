#include "app/topics.h"

bool app_shows_card(const struct app *app, const struct app_world *world, int32_t card) {
    if (card < 0 || card > UINT16_MAX || (uint32_t)card >= world->content->card_count) return false;
    return record_is_playable(&world->content->cards[card].record, app->today);
}

void app_open_card(struct app *app, const struct app_world *world, int32_t card) {
    if (!app_shows_card(app, world, card)) return;
    app->card = (uint16_t)card;
    app_show(app, SCREEN_CARD);
}

int32_t topic_card(const struct app *app, const struct app_world *world, uint32_t topic, int32_t from,
                   int32_t step) {
    const struct content *content = world->content;
    for (int32_t card = from + step; card >= 0 && card < (int32_t)content->card_count; card += step)
        if (content->cards[card].topic == topic && app_shows_card(app, world, card)) return card;
    return -1;
}

uint32_t topic_cards(const struct app *app, const struct app_world *world, uint32_t topic) {
    uint32_t count = 0;
    for (int32_t card = -1; (card = topic_card(app, world, topic, card, 1)) >= 0;) count++;
    return count;
}

uint32_t topics_count(const struct app *app, const struct app_world *world) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < world->content->topic_count; i++)
        if (topic_card(app, world, i, -1, 1) >= 0) count++;
    return count;
}

uint32_t topic_place(const struct app *app, const struct app_world *world, uint32_t card) {
    uint32_t topic = world->content->cards[card].topic, place = 1;
    for (int32_t at = (int32_t)card; (at = topic_card(app, world, topic, at, -1)) >= 0;) place++;
    return place;
}

/* The card may be of the content before. */
static uint32_t topic_now(const struct app *app, const struct content *content) {
    return app->card < content->card_count ? content->cards[app->card].topic : 0;
}

static uint32_t topic_beside(const struct content *content, uint32_t topic, int32_t step) {
    return (topic + (step < 0 ? content->topic_count - 1 : 1)) % content->topic_count;
}

bool app_turn_card(struct app *app, const struct app_world *world, int32_t step) {
    const struct content *content = world->content;
    uint32_t topic = topic_now(app, content);
    step = step < 0 ? -1 : 1;
    int32_t card = topic_card(app, world, topic, app->card, step),
            edge = step < 0 ? (int32_t)content->card_count : -1;
    for (uint32_t i = 0; card < 0 && i < content->topic_count; i++) {
        topic = topic_beside(content, topic, step);
        card = topic_card(app, world, topic, edge, step);
    }
    if (card < 0) return false;
    app->card = (uint16_t)card;
    return true;
}

/* Every loop draws a question: the deck counts the loops. */
bool app_turn_topic(struct app *app, const struct app_world *world) {
    const struct content *content = world->content;
    uint32_t topic = topic_now(app, content), count = 0;
    for (uint32_t i = 0; !count && i < content->topic_count; i++) {
        topic = topic_beside(content, topic, 1);
        count = topic_cards(app, world, topic);
    }
    if (!count) return false;
    int32_t card = topic_card(app, world, topic, -1, 1);
    for (uint32_t left = app->deck / content->topic_count % count; left; left--)
        card = topic_card(app, world, topic, card, 1);
    app->card = (uint16_t)card;
    return true;
}
