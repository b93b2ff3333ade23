#ifndef ANZHI_TESTS_SUPPORT_MONKEY_H
#define ANZHI_TESTS_SUPPORT_MONKEY_H

#include "app/duo.h"
#include "base/random.h"
#include "support/eye.h"
#include "support/stage.h"
#include "support/watch.h"

/* A seeded monkey at the kiosk. Most of its days are like life: ticks, and visitors who come, touch what is
   there (often twice), and leave. Some of its messages are what no view would ever send, from any time. Now
   and then it goes away in the middle of something and only ticks come, until attract must be back. Event i
   of a seed is always the same for the same states. */

struct monkey {
    struct stage *stage;
    uint64_t seed, step;
    bool visitor, away;
    uint64_t away_until; /* attract must be back by then */
    uint32_t saves_pending;
    enum effect_type pin_pending; /* what the host was asked about the PIN; EFFECT_TYPES: nothing */
    struct message seen;          /* on the screen, to be touched next; its time is 0: nothing */
    struct watch watch;
    struct eye *eye;
    /* The reducer under test: app_update, or one with a bug planted in it. */
    void (*update)(struct app *app, const struct app_world *world, const struct message *message,
                   struct effects *effects);
    const char *broken; /* the promise that was broken, or NULL */
};

/* What can be touched on each screen; eight each, so that three bits choose. */
static const uint8_t monkey_touches[SCREENS][8] = {
    [SCREEN_HOLDING] = {MSG_TOUCH, MSG_HOME, MSG_ANSWER, MSG_NEXT, MSG_AGAIN, MSG_LARGE, MSG_CARDS, MSG_STAY},
    [SCREEN_ATTRACT] = {MSG_ANSWER, MSG_ANSWER, MSG_ANSWER, MSG_DUO, MSG_TOUCH, MSG_CARDS, MSG_LARGE,
                        MSG_ABOUT},
    [SCREEN_QUESTION] = {MSG_ANSWER, MSG_ANSWER, MSG_ANSWER, MSG_ANSWER, MSG_CONFIRM, MSG_REVEAL, MSG_UNDO,
                         MSG_FLAG},
    [SCREEN_FEEDBACK] = {MSG_NEXT, MSG_NEXT, MSG_NEXT, MSG_NEXT, MSG_FLAG, MSG_ANSWER, MSG_TOUCH, MSG_LARGE},
    [SCREEN_RESULT] = {MSG_AGAIN, MSG_REVIEW, MSG_REVIEW, MSG_CARDS, MSG_HOME, MSG_TOUCH, MSG_ABOUT,
                       MSG_CODE},
    [SCREEN_REVIEW] = {MSG_NEXT, MSG_NEXT, MSG_TURN, MSG_TURN, MSG_AGAIN, MSG_CARDS, MSG_CARD, MSG_HOME},
    [SCREEN_CARDS] = {MSG_CARD, MSG_CARD, MSG_CARD, MSG_CARD, MSG_AGAIN, MSG_HOME, MSG_ABOUT, MSG_TOUCH},
    [SCREEN_CARD] = {MSG_TURN, MSG_TURN, MSG_TURN, MSG_NEXT, MSG_CARDS, MSG_AGAIN, MSG_HOME, MSG_TOUCH},
    [SCREEN_ABOUT] = {MSG_HOME, MSG_HOME, MSG_CARDS, MSG_CARDS, MSG_AGAIN, MSG_TOUCH, MSG_LARGE, MSG_ANSWER},
    [SCREEN_CODE] = {MSG_CODE, MSG_CODE, MSG_CODE, MSG_NEXT, MSG_HOME, MSG_TOUCH, MSG_LARGE, MSG_REVIEW},
    [SCREEN_PIN] = {MSG_DIGIT, MSG_DIGIT, MSG_DIGIT, MSG_DIGIT, MSG_DIGIT, MSG_DIGIT, MSG_UNDO, MSG_HOME},
    [SCREEN_ADMIN] = {MSG_CONTROL, MSG_CONTROL, MSG_CONTROL, MSG_CONTROL, MSG_CONTROL, MSG_CONTROL, MSG_HOME,
                      MSG_DIGIT},
    [SCREEN_DUO] = {MSG_ANSWER, MSG_ANSWER, MSG_ANSWER, MSG_ANSWER, MSG_ANSWER, MSG_TOUCH, MSG_FLAG,
                    MSG_LARGE},
    [SCREEN_DUO_FEEDBACK] = {MSG_NEXT, MSG_NEXT, MSG_NEXT, MSG_ANSWER, MSG_FLAG, MSG_TOUCH, MSG_LARGE,
                             MSG_NEXT},
    [SCREEN_DUO_RESULT] = {MSG_AGAIN, MSG_AGAIN, MSG_HOME, MSG_TOUCH, MSG_LARGE, MSG_ANSWER, MSG_NEXT,
                           MSG_REVIEW},
    [SCREEN_DUO_REVIEW] = {MSG_NEXT, MSG_NEXT, MSG_NEXT, MSG_AGAIN, MSG_HOME, MSG_TOUCH, MSG_ANSWER,
                           MSG_LARGE},
};

/* Takes some bits of the draw. */
static inline uint32_t monkey_bits(uint64_t *draw, uint32_t count) {
    uint32_t bits = (uint32_t)(*draw & ((UINT64_C(1) << count) - 1));
    *draw >>= count;
    return bits;
}

static inline struct message monkey_touch(const struct monkey *monkey, uint64_t *draw) {
    const struct app *app = &monkey->stage->app;
    struct message message = {.type = (enum message_type)monkey_touches[app->screen][monkey_bits(draw, 3)]};
    message.value = (int32_t)monkey_bits(draw, 2);
    if (message.type == MSG_TURN) message.value = message.value % 2 ? 1 : -1;
    if (message.type == MSG_CONTROL) message.value = (int32_t)(monkey_bits(draw, 4) % CONTROLS);
    if (monkey_bits(draw, 6) == 0) message.type = MSG_HOME;
    if (app_is_attended(app) && monkey_bits(draw, 4) == 0) message.type = MSG_NEXT;
    if (duo_is_on(app) && monkey_bits(draw, 4)) message.player = (uint8_t)(1 + monkey_bits(draw, 1));
    message.time = app->now + (monkey_bits(draw, 2) ? 400 + monkey_bits(draw, 12) : monkey_bits(draw, 8));
    return message;
}

static inline struct message monkey_tick(const struct monkey *monkey, uint32_t millis) {
    return (struct message){.type = MSG_TICK, .time = monkey->stage->app.now + millis};
}

/* What no view would send. */
static inline struct message monkey_hostile(const struct monkey *monkey, uint64_t *draw) {
    static const int32_t odd[] = {0, 1, 2, -1, 7, 255, INT32_MAX, INT32_MIN};
    const uint64_t year = UINT64_C(365) * 86400 * 1000;
    uint64_t now = monkey->stage->app.now;
    struct message message = {.type = (enum message_type)(monkey_bits(draw, 16) % MESSAGES)};
    message.value = odd[monkey_bits(draw, 3)];
    static const uint8_t players[] = {0, 0, 0, 0, 1, 2, 3, 7};
    message.player = players[monkey_bits(draw, 3)];
    message.seed = monkey_bits(draw, 8);
    message.day = monkey_bits(draw, 7);
    switch (monkey_bits(draw, 3)) {
    case 0:
        message.time = now / 2;
        break;
    case 1:
        message.time = now + monkey_bits(draw, 3) * year;
        break;
    default:
        message.time = now + monkey_bits(draw, 9);
    }
    return message;
}

/* The store answers, sometimes that it can't. */
static inline struct message monkey_store(struct monkey *monkey, uint64_t *draw) {
    monkey->saves_pending--;
    enum message_type type = monkey_bits(draw, 3) ? MSG_SAVED : MSG_UNSAVED;
    return (struct message){.type = type, .time = monkey->stage->app.now};
}

/* The PIN is wrong more often than not. */
static inline struct message monkey_host(struct monkey *monkey, uint64_t *draw) {
    static const uint8_t found[] = {PIN_UNSET, PIN_SET, PIN_SET, PIN_SET},
                         checked[] = {PIN_RIGHT, PIN_WRONG, PIN_WRONG, PIN_WRONG},
                         kept[] = {PIN_KEPT, PIN_DIFFERS, PIN_WEAK, PIN_UNKEPT};
    uint32_t which = monkey_bits(draw, 2);
    const uint8_t *answers = monkey->pin_pending == EFFECT_FIND_PIN    ? found
                             : monkey->pin_pending == EFFECT_CHECK_PIN ? checked
                                                                       : kept;
    monkey->pin_pending = EFFECT_TYPES;
    return (struct message){.type = MSG_PIN, .value = answers[which], .time = monkey->stage->app.now};
}

/* Somebody touches once more, then nobody does anything. */
static inline struct message monkey_leave(struct monkey *monkey) {
    const struct app *app = &monkey->stage->app;
    monkey->visitor = false;
    monkey->away = true;
    monkey->away_until = app->now + app_idle_bound(app, &monkey->stage->world);
    return (struct message){.type = MSG_TOUCH, .time = app->now};
}

/* Ticks come when they matter, at least every second. */
static inline struct message monkey_silence(const struct monkey *monkey, uint64_t *draw) {
    const struct app *app = &monkey->stage->app;
    uint64_t deadline = app_deadline(app, &monkey->stage->world), next = app->now + 1 + monkey_bits(draw, 12);
    return (struct message){.type = MSG_TICK,
                            .time = deadline > app->now && deadline < next ? deadline : next};
}

/* Attended and held machines are set free again, kiosks rarely become anything else. */
static inline bool monkey_operates(const struct monkey *monkey, uint64_t *draw, struct message *message) {
    const struct app *app = &monkey->stage->app;
    bool held = app->screen == SCREEN_HOLDING, attended = app_is_attended(app);
    if (held && monkey_bits(draw, 4) == 0) {
        *message = (struct message){.type = MSG_HOLD, .time = app->now};
        return true;
    }
    if (monkey_bits(draw, held ? 5 : 13) == 0) {
        *message = (struct message){.type = MSG_OPERATOR, .time = app->now};
        return true;
    }
    if (monkey_bits(draw, attended ? 11 : 18) != 0) return false;
    enum mode mode = attended ? MODE_KIOSK : (enum mode)(monkey_bits(draw, 4) % MODES);
    *message =
        (struct message){.type = MSG_START, .value = (int32_t)mode, .seed = monkey->step, .time = app->now};
    return true;
}

static inline void monkey_come_and_go(struct monkey *monkey, uint64_t *draw) {
    uint32_t chance = monkey_bits(draw, 9);
    if (!monkey->visitor && chance < 2) monkey->visitor = true;
    if (monkey->visitor && chance > 508) monkey->visitor = false;
}

static inline struct message monkey_next(struct monkey *monkey) {
    uint64_t draw = random_at(monkey->seed, 0, monkey->step++), luck = draw;
    struct message message;
    monkey_come_and_go(monkey, &draw);
    if (monkey->away) return monkey_silence(monkey, &draw);
    if (monkey->saves_pending > 0) return monkey_store(monkey, &draw);
    if (monkey->pin_pending != EFFECT_TYPES) return monkey_host(monkey, &draw);
    draw = luck >> 9 ^ luck << 50;
    if (monkey_operates(monkey, &draw, &message)) return message;
    draw = luck * 0x9E3779B97F4A7C15u >> 5;
    if (monkey_bits(&draw, 10) == 0) return monkey_hostile(monkey, &draw);
    if (monkey_bits(&draw, 10) == 0 && !app_is_attended(&monkey->stage->app)) return monkey_leave(monkey);
    bool operated = app_is_operated(&monkey->stage->app); /* operators are quicker, and know what they want */
    if ((monkey->visitor || operated) && monkey_bits(&draw, operated ? 2 : 4) == 0)
        return monkey_touch(monkey, &draw);
    return monkey_tick(monkey, monkey_bits(&draw, 8));
}

static inline const char *monkey_check_away(struct monkey *monkey) {
    const struct app *app = &monkey->stage->app;
    bool back = app->screen == SCREEN_ATTRACT || app->screen == SCREEN_HOLDING;
    if (monkey->away && back) monkey->away = false;
    MUST(!monkey->away || app->now <= monkey->away_until, "attract is back within the idle time");
    return NULL;
}

/* A prime, so that it doesn't keep step with anything. */
enum { LOOK_EVERY = 2039 };

/* Looks, and takes one of the things to touch. Not while it is away. */
static inline const char *monkey_look(struct monkey *monkey) {
    struct stage *stage = monkey->stage;
    struct eye *eye = monkey->eye;
    const char *broken = eye_look(eye, &stage->app, &stage->world);
    uint32_t count = eye->list.region_count;
    if (broken || count == 0 || monkey->away) return broken;
    const struct region *region = &eye->list.regions[random_below(monkey->seed, 1, monkey->step, count)];
    if (!region->enabled) return NULL;
    monkey->seen = region->message;
    monkey->seen.time = stage->app.now + 400;
    return NULL;
}

static inline bool monkey_may_mean_nothing(const struct message *message) {
    return message->type == MSG_TOUCH || message->type == MSG_MORE;
}

static inline const char *monkey_touch_seen(struct monkey *monkey) {
    struct stage *stage = monkey->stage;
    struct message message = monkey->seen;
    monkey->seen.time = 0;
    watch_before(&monkey->watch, &stage->app);
    monkey->update(&stage->app, &stage->world, &message, &stage->effects);
    bool same = watch_is_same_page(&monkey->watch, &stage->app) && stage->effects.count == 0;
    const char *broken = watch_after(&monkey->watch, &stage->app, &stage->world, &message, &stage->effects);
    MUST(broken || !same || monkey_may_mean_nothing(&message), "what is touched does something");
    return broken;
}

static inline const char *monkey_send_next(struct monkey *monkey) {
    struct stage *stage = monkey->stage;
    struct message message = monkey_next(monkey);
    watch_before(&monkey->watch, &stage->app);
    monkey->update(&stage->app, &stage->world, &message, &stage->effects);
    return watch_after(&monkey->watch, &stage->app, &stage->world, &message, &stage->effects);
}

static inline void monkey_step(struct monkey *monkey) {
    struct stage *stage = monkey->stage;
    monkey->broken = monkey->seen.time ? monkey_touch_seen(monkey) : monkey_send_next(monkey);
    if (!monkey->broken) monkey->broken = monkey_check_away(monkey);
    if (monkey->broken) return;
    monkey->saves_pending += stage_effects(stage, EFFECT_SAVE_ANSWER);
    for (uint32_t i = 0; i < stage->effects.count; i++) {
        enum effect_type type = stage->effects.list[i].type;
        if (type == EFFECT_FIND_PIN || type == EFFECT_CHECK_PIN || type == EFFECT_KEEP_PIN)
            monkey->pin_pending = type;
    }
    if (monkey->watch.events % LOOK_EVERY == 0) monkey->broken = monkey_look(monkey);
}

static inline void monkey_begin(struct monkey *monkey, struct stage *stage, struct eye *eye, uint64_t seed) {
    *monkey = (struct monkey){
        .stage = stage, .eye = eye, .seed = seed, .update = app_update, .pin_pending = EFFECT_TYPES};
    eye->looks = eye->regions = 0;
    stage_start(stage, MODE_KIOSK, seed);
    watch_before(&monkey->watch, &stage->app);
}

#endif
