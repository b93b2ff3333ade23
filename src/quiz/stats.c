#include "quiz/stats.h"

#include <assert.h>
#include <string.h>

#include "quiz/round.h"
#include "quiz/round_draw.h"

static enum origin origin_of(const struct question *question) {
    return question->kind == KIND_WRITTEN ? BY_HAND : GENERATED;
}

void stats_init(struct stats *stats) {
    *stats = (struct stats){.records = {0}};
    arena_init(&stats->names);
}

void stats_finish(struct stats *stats) {
    arena_finish(&stats->names);
}

/* A question's own texts are gone when the next one is made. */
static void count_name(struct stats *stats, struct stats_names *names, const char *name, enum origin origin) {
    uint32_t i = 0;
    while (i < names->count && strcmp(names->list[i].name, name) != 0) i++;
    if (i == STATS_NAMES) names->list[--i].name = "其他";
    if (i == names->count) names->list[names->count++].name = arena_text(&stats->names, name, strlen(name));
    names->list[i].count[origin]++;
}

static void count_flaws(struct stats *stats, uint32_t flaws, enum origin origin) {
    bool critical = false;
    for (uint32_t i = 0; i < FLAWS; i++) {
        if (!(flaws >> i & 1)) continue;
        stats->flaws[i][origin]++;
        critical |= flaw_is_critical((enum flaw)i);
    }
    stats->flaws[FLAW_NONE][origin] += flaws != 0;
    stats->critical[origin] += critical;
}

static void send_robot(struct stats_robot *tally, enum robot robot, const struct question *question) {
    int pick = robot_pick(robot, question);
    uint32_t chance = 1000u / question->option_count;
    bool right = pick == question->key.picks[0];
    tally->asked++;
    tally->picked += pick >= 0;
    tally->right += right;
    tally->score += pick < 0 ? chance : right ? 1000 : 0;
    tally->chance += chance;
}

static void count_single(struct stats *stats, const struct question *question, enum origin origin) {
    uint32_t options = question->option_count, key = question->key.picks[0];
    if (options < STATS_PLACES) stats->keys[options][key]++;
    for (uint32_t i = 0; i < ROBOTS; i++) send_robot(&stats->robots[i][origin], (enum robot)i, question);
}

void stats_add(struct stats *stats, const struct question *question, uint32_t flaws) {
    enum origin origin = origin_of(question);
    stats->asked[origin]++;
    stats->kinds[question->kind][origin]++;
    stats->levels[question->difficulty < STATS_LEVELS ? question->difficulty : 0][origin]++;
    count_name(stats, &stats->packs, question->pack->title, origin);
    count_name(stats, &stats->topics, question->topic, origin);
    count_flaws(stats, flaws, origin);
    if (question->form == FORM_SINGLE) count_single(stats, question, origin);
}

/* The seed of the order of the options: places are counted as they are shown. */
static bool make(const struct content *content, struct item item, uint32_t number,
                 const struct question_limits *limits, struct arena *arena, struct question *out) {
    arena_clear(arena);
    return question_make(content, item, 0, number, limits, arena, out);
}

static bool fits_kiosk(const struct content *content, struct item item, uint32_t number,
                       struct arena *arena) {
    struct question_limits limits = round_limits(MODE_KIOSK);
    struct question question;
    return make(content, item, number, &limits, arena, &question) &&
           round_rules[MODE_KIOSK].forms >> question.form & 1;
}

void stats_count(struct stats *stats, const struct content *content, const struct pool *pool) {
    struct question_limits limits = round_limits(MODE_CLASS);
    struct arena arena;
    uint64_t last = UINT64_MAX;
    arena_init(&arena);
    for (uint32_t i = 0; i < pool->count; i++) {
        struct question question;
        if (!make(content, pool->items[i], i, &limits, &arena, &question)) continue;
        enum origin origin = origin_of(&question);
        stats_add(stats, &question, question_flaws(&question, &arena));
        stats->records[origin] += pool_fact_key(pool->items[i]) != last;
        last = pool_fact_key(pool->items[i]);
        stats->kiosk[origin] += fits_kiosk(content, pool->items[i], i, &arena);
    }
    arena_finish(&arena);
}

uint64_t stats_chi_square(const uint32_t *counts, uint32_t n) {
    uint64_t total = 0, sum = 0;
    for (uint32_t i = 0; i < n; i++) total += counts[i];
    for (uint32_t i = 0; i < n; i++) {
        uint64_t seen = (uint64_t)counts[i] * n, off = seen > total ? seen - total : total - seen;
        sum += off * off;
    }
    return total ? sum * 1000 / (total * n) : 0;
}

uint64_t stats_chi_square_most(uint32_t n) {
    static const uint64_t most[] = {3841, 5991, 7815, 9488, 11070};
    assert(n >= 2 && n - 2 < sizeof most / sizeof most[0]);
    return most[n - 2];
}

int64_t stats_above_chance(const struct stats_robot *robot) {
    if (!robot->asked) return 0;
    return ((int64_t)robot->score - (int64_t)robot->chance) / (int64_t)robot->asked;
}
