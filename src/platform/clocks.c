#include "platform/clocks.h"

void clocks_init(struct clocks *clocks) {
    *clocks = (struct clocks){.next_touch = 0};
    motion_rest(&clocks->motion);
    for (uint32_t i = 0; i < MOTION_TOUCHES; i++) clocks->touched[i] = UINT64_MAX;
}

void clocks_touch(struct clocks *clocks, int32_t x, int32_t y, uint64_t now) {
    uint32_t i = clocks->next_touch++ % MOTION_TOUCHES;
    clocks->touched[i] = now;
    clocks->motion.touches[i].x = x;
    clocks->motion.touches[i].y = y;
}

static int32_t age_since(uint64_t now, uint64_t then) {
    uint64_t age = now > then ? now - then : 0;
    return then != UINT64_MAX && age < MOTION_REST ? (int32_t)age : MOTION_REST;
}

static void light(struct clocks *clocks, uint32_t before, uint32_t after, uint64_t now) {
    clocks->lighting = before < after;
    clocks->lighting_since = now;
    clocks->lit_before = before;
    clocks->lit_after = after;
}

/* Fewer than it shows: another day has begun. Many more: news from the disk, and not what somebody answered.
 */
static void follow_city(struct clocks *clocks, const struct app *app, uint64_t now) {
    enum { LEAP = 100 };
    uint32_t right = app->figures.right_answers, shown = clocks->lit_after;
    bool attract = app->screen == SCREEN_ATTRACT;
    if (right < shown || right - shown > LEAP)
        light(clocks, right, right, now);
    else if (attract && right > shown)
        light(clocks, shown, right, now);
    else if (!attract && clocks->lighting)
        light(clocks, shown, shown, now);
}

void clocks_set(struct clocks *clocks, const struct app *app, uint64_t now) {
    int32_t *ages = clocks->motion.ages;
    follow_city(clocks, app, now);
    ages[MOTION_PAGE] = age_since(now, app->page_at);
    ages[MOTION_ASKING] = age_since(now, app->asking ? app->asking_at : UINT64_MAX);
    ages[MOTION_CITY] = age_since(now, clocks->lighting ? clocks->lighting_since : UINT64_MAX);
    for (uint32_t i = 0; i < MOTION_TOUCHES; i++) ages[MOTION_TOUCH + i] = age_since(now, clocks->touched[i]);
    clocks->motion.city_before = clocks->lit_before;
}
