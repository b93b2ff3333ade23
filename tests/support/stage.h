#ifndef ANZHI_TESTS_SUPPORT_STAGE_H
#define ANZHI_TESTS_SUPPORT_STAGE_H

#include "screens/screens.h"
#include "support/small.h"

/* The whole reducer on the small content, with the clock in the test's hand. */

struct stage {
    struct small small;
    struct app_world world;
    struct app app;
    struct effects effects; /* of the last message */
    struct buf *record;     /* takes every message as a line of a replay; or NULL */
};

static inline void stage_send(struct stage *stage, struct message message) {
    if (stage->record) {
        message_print(&message, stage->record);
        buf_char(stage->record, '\n');
    }
    app_update(&stage->app, &stage->world, &message, &stage->effects);
}

static inline void stage_start(struct stage *stage, enum mode mode, uint64_t seed) {
    app_init(&stage->app);
    stage_send(stage,
               (struct message){.type = MSG_START, .value = (int32_t)mode, .seed = seed, .day = 20240909});
}

static inline void stage_open(struct stage *stage) {
    small_open(&stage->small);
    stage->record = NULL;
    stage->world = (struct app_world){&stage->small.content, &stage->small.quiz, screens, NULL, NULL};
}

static inline void stage_close(struct stage *stage) {
    small_close(&stage->small);
}

/* For cmocka: one stage for all tests of a program. */
static inline int stage_set_up(void **state) {
    static struct stage stage;
    stage_open(&stage);
    *state = &stage;
    return 0;
}

static inline int stage_tear_down(void **state) {
    stage_close(*state);
    return 0;
}

static inline void stage_tick(struct stage *stage, uint64_t time) {
    stage_send(stage, (struct message){.type = MSG_TICK, .time = time});
}

/* Somebody does something, a second after the last thing. */
static inline void stage_do(struct stage *stage, enum message_type type, int32_t value) {
    stage_send(stage, (struct message){.type = type, .value = value, .time = stage->app.now + 1000});
}

/* Nobody does anything for so long; ticks come when they matter. */
static inline void stage_wait(struct stage *stage, uint64_t millis) {
    uint64_t end = stage->app.now + millis;
    while (app_deadline(&stage->app, &stage->world) <= end)
        stage_tick(stage, app_deadline(&stage->app, &stage->world));
    if (stage->app.now < end) stage_tick(stage, end);
}

static inline int32_t stage_option(const struct stage *stage, bool right) {
    const struct asked *asked = round_current(&stage->app.round);
    return right ? asked->key.picks[0] : (asked->key.picks[0] + 1) % asked->option_count;
}

static inline void stage_answer(struct stage *stage, bool right) {
    stage_do(stage, MSG_ANSWER, stage_option(stage, right));
}

/* From attract to the result; bit i of `missed` misses question i. */
static inline void stage_round(struct stage *stage, uint32_t missed) {
    for (uint32_t i = 0; stage->app.screen != SCREEN_RESULT && i < ROUND_ASKED; i++) {
        stage_answer(stage, i >= 5 || !(missed >> i & 1));
        stage_do(stage, MSG_NEXT, 0);
    }
}

/* One of two does something, a second after the last thing. */
static inline void stage_do_for(struct stage *stage, uint8_t player, enum message_type type, int32_t value) {
    stage_send(stage, (struct message){
                          .type = type, .player = player, .value = value, .time = stage->app.now + 1000});
}

static inline void stage_answer_for(struct stage *stage, uint8_t player, bool right) {
    stage_do_for(stage, player, MSG_ANSWER, stage_option(stage, right));
}

/* From the first question of two to their result; bit i of `first`, `second` misses question i. */
static inline void stage_duo_round(struct stage *stage, uint32_t first, uint32_t second) {
    for (uint32_t i = 0; stage->app.screen != SCREEN_DUO_RESULT && i < ROUND_ASKED; i++) {
        stage_answer_for(stage, 1 + i % 2, !((i % 2 ? second : first) >> i & 1));
        stage_answer_for(stage, 2 - i % 2, !((i % 2 ? first : second) >> i & 1));
        stage_do_for(stage, 1 + i / 2 % 2, MSG_NEXT, 0);
    }
}

static inline uint32_t stage_effects(const struct stage *stage, enum effect_type type) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < stage->effects.count; i++) count += stage->effects.list[i].type == type;
    return count;
}

#endif
