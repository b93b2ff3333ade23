#ifndef ANZHI_TESTS_CLI_HALL_H
#define ANZHI_TESTS_CLI_HALL_H

#include "cli/scorekeeper.h"
#include "store/fixture.h"
#include "support/stage.h"

/* A visit with a store behind it: effects go to the keeper, its outcomes come back as messages. */

struct hall {
    struct stage stage;
    struct scorekeeper keeper;
    void (*before)(int event); /* NULL: nothing happens before an event */
    int events;
};

static inline void hall_open(struct hall *hall, const struct place *place) {
    hall->keeper = (struct scorekeeper){.store = open_store(place), .awake = true};
    stage_open(&hall->stage);
}

static inline void hall_close(struct hall *hall) {
    stage_close(&hall->stage);
    store_destroy(hall->keeper.store);
}

static inline void hall_play_effects(struct hall *hall) {
    struct effects effects = hall->stage.effects;
    for (uint32_t i = 0; i < effects.count; i++) {
        struct message reply = {0};
        if (!scorekeeper_do(&hall->keeper, &hall->stage.app, &hall->stage.world, effects.list[i], &reply))
            continue;
        assert_int_not_equal(reply.type, MSG_UNSAVED);
        reply.time = hall->stage.app.now;
        stage_send(&hall->stage, reply);
    }
}

static inline void hall_start(struct hall *hall) {
    stage_start(&hall->stage, MODE_KIOSK, 3);
    hall_play_effects(hall);
}

static inline void hall_act(struct hall *hall, enum message_type type, int32_t value) {
    if (hall->before) hall->before(hall->events);
    hall->events++;
    stage_do(&hall->stage, type, value);
    hall_play_effects(hall);
}

/* A round without a mistake. */
static inline void hall_play_round(struct hall *hall) {
    hall_act(hall, MSG_AGAIN, 0);
    for (uint32_t i = 0; i < 60 && hall->stage.app.screen != SCREEN_RESULT; i++) {
        const struct asked *asked = round_current(&hall->stage.app.round);
        for (uint32_t k = 0; k < asked->key.count; k++) hall_act(hall, MSG_ANSWER, asked->key.picks[k]);
        if (hall->stage.app.screen != SCREEN_FEEDBACK) hall_act(hall, MSG_CONFIRM, 0);
        hall_act(hall, MSG_NEXT, 0);
    }
    assert_int_equal(hall->stage.app.screen, SCREEN_RESULT);
}

#endif
